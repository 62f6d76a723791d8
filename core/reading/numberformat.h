#pragma once

#include "core/base/vocabulary.h"

#include <QString>

namespace entente::reading {

/// How an automatic number is written.
enum class NumberFormat {
    None,
    Bullet,
    Decimal,
    DecimalZero, ///< `01`
    LowerLetter, ///< … `z`, `aa`, `bb`: as Word counts on
    UpperLetter,
    LowerAlphabet, ///< … `z`, `aa`, `ab`: as the web counts on
    UpperAlphabet,
    LowerRoman,
    UpperRoman,
    Ordinal,        ///< `1st`
    CardinalText,   ///< `One`
    OrdinalText,    ///< `First`
    DashedDecimal,  ///< `- 1 -`
    FullWidth,      ///< `１`
    Circled,        ///< `①`
    Parenthesized,  ///< `⑴`
    FullStop,       ///< `⒈`
    Footnote,       ///< `*`, `†` …
    Ganada,         ///< `가`
    Jamo,           ///< `ㄱ`
    CircledGanada,  ///< `㉮`
    CircledJamo,    ///< `㉠`
    KoreanDigits,   ///< `일이` for 12
    KoreanCounting, ///< `십이` for 12
    KoreanNative,   ///< `하나`
    HanDigits,      ///< `一二` for 12
    HanCounting,    ///< `十二` for 12
    HeavenlyStems,  ///< `甲`
};

/// The number as it is printed. What the format has no sign for is written in digits; no number gives more than some dozen characters.
QString numberText(int number, NumberFormat format);

/// From the names that Word (`lowerLetter`), OpenDocument (`a`; `가, 나, 다, ...`) and web pages (`lower-alpha`, `a`) use. Unknown names are decimal.
NumberFormat formatFromWord(const QString &name);
NumberFormat formatFromOpenDocument(const QString &name, bool letterSync);
NumberFormat formatFromWeb(const QString &name);

} // namespace entente::reading
