#include "core/reading/numberformat.h"

#include <QHash>
#include <QStringList>

#include <array>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRepeats = 8; ///< Of a letter; further numbers are written in digits.

/// The n-th of a row of signs, doubled, tripled … when the row is over.
QString repeated(int number, const QString &signs)
{
    const int size = static_cast<int>(signs.size());
    const int times = (number - 1) / size + 1;
    return times > MostRepeats ? QString::number(number) : QString(times, signs[(number - 1) % size]);
}

/// `z`, `aa`, `ab`
QString alphabetic(int number, char16_t first)
{
    QString text;
    for (; number > 0; number = (number - 1) / 26)
        text.prepend(QChar(static_cast<char16_t>(first + (number - 1) % 26)));
    return text;
}

QString roman(int number)
{
    if (number > 3999)
        return QString::number(number);
    struct Step
    {
        int value;
        const char *letters;
    };
    static constexpr std::array steps = {Step{1000, "m"}, Step{900, "cm"}, Step{500, "d"}, Step{400, "cd"}, Step{100, "c"},
                                         Step{90, "xc"},  Step{50, "l"},   Step{40, "xl"}, Step{10, "x"},   Step{9, "ix"},
                                         Step{5, "v"},    Step{4, "iv"},   Step{1, "i"}};
    QString text;
    for (const Step &step : steps) {
        for (; number >= step.value; number -= step.value)
            text += QLatin1StringView(step.letters);
    }
    return text;
}

/// One sign for a number, from ranges of Unicode.
struct Range
{
    int first;
    int last;
    char16_t sign; ///< Of the first.
};

template<std::size_t Size>
QString fromRanges(int number, const std::array<Range, Size> &ranges)
{
    for (const Range &range : ranges) {
        if (number >= range.first && number <= range.last)
            return QChar(static_cast<char16_t>(range.sign + number - range.first));
    }
    return QString::number(number);
}

/// `일이` for 12
QString digitByDigit(int number, const QString &digits)
{
    QString text;
    for (const QChar digit : QString::number(number))
        text += digits[digit.digitValue()];
    return text;
}

/// `십이` for 12
QString counted(int number, const QString &digits, const QString &places)
{
    if (number > 9999)
        return QString::number(number);
    QString text;
    int place = 1000;
    for (int i = 3; i >= 0; --i, place /= 10) {
        const int digit = number / place % 10;
        if (digit == 0)
            continue;
        if (digit > 1 || i == 0)
            text += digits[digit];
        if (i > 0)
            text += places[i - 1];
    }
    return text;
}

QString koreanNative(int number)
{
    static const QStringList ones = {u""_s,     u"하나"_s, u"둘"_s,   u"셋"_s,   u"넷"_s,
                                     u"다섯"_s, u"여섯"_s, u"일곱"_s, u"여덟"_s, u"아홉"_s};
    static const QStringList tens = {u""_s,   u"열"_s,   u"스물"_s, u"서른"_s, u"마흔"_s,
                                     u"쉰"_s, u"예순"_s, u"일흔"_s, u"여든"_s, u"아흔"_s};
    return number > 99 ? QString::number(number) : tens[number / 10] + ones[number % 10];
}

QString ordinal(int number)
{
    const bool teen = number % 100 >= 11 && number % 100 <= 13;
    const int last = teen ? 0 : number % 10;
    return QString::number(number) + (last == 1 ? u"st"_s : last == 2 ? u"nd"_s : last == 3 ? u"rd"_s : u"th"_s);
}

QString inWords(int number, bool isOrdinal)
{
    static const QStringList cardinals = {u"One"_s,     u"Two"_s,     u"Three"_s,    u"Four"_s,     u"Five"_s,    u"Six"_s,    u"Seven"_s,
                                          u"Eight"_s,   u"Nine"_s,    u"Ten"_s,      u"Eleven"_s,   u"Twelve"_s,  u"Thirteen"_s, u"Fourteen"_s,
                                          u"Fifteen"_s, u"Sixteen"_s, u"Seventeen"_s, u"Eighteen"_s, u"Nineteen"_s};
    static const QStringList ordinals = {u"First"_s,     u"Second"_s,    u"Third"_s,       u"Fourth"_s,     u"Fifth"_s,
                                         u"Sixth"_s,     u"Seventh"_s,   u"Eighth"_s,      u"Ninth"_s,      u"Tenth"_s,
                                         u"Eleventh"_s,  u"Twelfth"_s,   u"Thirteenth"_s,  u"Fourteenth"_s, u"Fifteenth"_s,
                                         u"Sixteenth"_s, u"Seventeenth"_s, u"Eighteenth"_s, u"Nineteenth"_s};
    static const QStringList tens = {u"Twenty"_s, u"Thirty"_s, u"Forty"_s, u"Fifty"_s, u"Sixty"_s, u"Seventy"_s, u"Eighty"_s, u"Ninety"_s};
    if (number > 99)
        return isOrdinal ? ordinal(number) : QString::number(number);
    if (number < 20)
        return isOrdinal ? ordinals[number - 1] : cardinals[number - 1];
    QString text = tens[number / 10 - 2];
    const int rest = number % 10;
    if (rest > 0)
        return text + u'-' + (isOrdinal ? ordinals : cardinals)[rest - 1].toLower();
    if (isOrdinal)
        text.replace(text.size() - 1, 1, u"ieth"_s);
    return text;
}

} // namespace

QString numberText(int number, NumberFormat format)
{
    static const QString latin = u"abcdefghijklmnopqrstuvwxyz"_s;
    static const QString syllables = u"가나다라마바사아자차카타파하"_s;
    static const QString jamo = u"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"_s;
    static const QString koreanDigits = u"영일이삼사오육칠팔구"_s;
    static const QString hanDigits = u"〇一二三四五六七八九"_s;
    if (format == NumberFormat::None || format == NumberFormat::Bullet)
        return {};
    if (number < 1)
        return QString::number(number);
    switch (format) {
    case NumberFormat::DecimalZero:
        return QString::number(number).rightJustified(2, u'0');
    case NumberFormat::LowerLetter:
        return repeated(number, latin);
    case NumberFormat::UpperLetter:
        return repeated(number, latin.toUpper());
    case NumberFormat::LowerAlphabet:
        return alphabetic(number, u'a');
    case NumberFormat::UpperAlphabet:
        return alphabetic(number, u'A');
    case NumberFormat::LowerRoman:
        return roman(number);
    case NumberFormat::UpperRoman:
        return roman(number).toUpper();
    case NumberFormat::Ordinal:
        return ordinal(number);
    case NumberFormat::CardinalText:
        return inWords(number, false);
    case NumberFormat::OrdinalText:
        return inWords(number, true);
    case NumberFormat::DashedDecimal:
        return u"- %1 -"_s.arg(number);
    case NumberFormat::FullWidth:
        return digitByDigit(number, u"０１２３４５６７８９"_s);
    case NumberFormat::Circled:
        return fromRanges(number, std::array{Range{1, 20, u'①'}, Range{21, 35, u'㉑'}, Range{36, 50, u'㊱'}});
    case NumberFormat::Parenthesized:
        return number > 20 ? u"(%1)"_s.arg(number) : fromRanges(number, std::array{Range{1, 20, u'⑴'}});
    case NumberFormat::FullStop:
        return number > 20 ? u"%1."_s.arg(number) : fromRanges(number, std::array{Range{1, 20, u'⒈'}});
    case NumberFormat::Footnote:
        return repeated(number, u"*†‡§"_s);
    case NumberFormat::Ganada:
        return repeated(number, syllables);
    case NumberFormat::Jamo:
        return repeated(number, jamo);
    case NumberFormat::CircledGanada:
        return fromRanges(number, std::array{Range{1, 14, u'㉮'}});
    case NumberFormat::CircledJamo:
        return fromRanges(number, std::array{Range{1, 14, u'㉠'}});
    case NumberFormat::KoreanDigits:
        return digitByDigit(number, koreanDigits);
    case NumberFormat::KoreanCounting:
        return counted(number, koreanDigits, u"십백천"_s);
    case NumberFormat::KoreanNative:
        return koreanNative(number);
    case NumberFormat::HanDigits:
        return digitByDigit(number, hanDigits);
    case NumberFormat::HanCounting:
        return counted(number, hanDigits, u"十百千"_s);
    case NumberFormat::HeavenlyStems:
        return number > 10 ? QString::number(number) : QString(u"甲乙丙丁戊己庚辛壬癸"_s[number - 1]);
    case NumberFormat::None:
    case NumberFormat::Bullet:
    case NumberFormat::Decimal:
        break;
    }
    return QString::number(number);
}

NumberFormat formatFromWord(const QString &name)
{
    using enum NumberFormat;
    static const QHash<QString, NumberFormat> formats = {
        {u"none"_s, None},
        {u"bullet"_s, Bullet},
        {u"decimalZero"_s, DecimalZero},
        {u"lowerLetter"_s, LowerLetter},
        {u"upperLetter"_s, UpperLetter},
        {u"lowerRoman"_s, LowerRoman},
        {u"upperRoman"_s, UpperRoman},
        {u"ordinal"_s, Ordinal},
        {u"cardinalText"_s, CardinalText},
        {u"ordinalText"_s, OrdinalText},
        {u"numberInDash"_s, DashedDecimal},
        {u"decimalFullWidth"_s, FullWidth},
        {u"decimalFullWidth2"_s, FullWidth},
        {u"decimalEnclosedCircle"_s, Circled},
        {u"decimalEnclosedCircleChinese"_s, Circled},
        {u"decimalEnclosedParen"_s, Parenthesized},
        {u"decimalEnclosedFullstop"_s, FullStop},
        {u"chicago"_s, Footnote},
        {u"ganada"_s, Ganada},
        {u"chosung"_s, Jamo},
        {u"koreanDigital"_s, KoreanDigits},
        {u"koreanDigital2"_s, HanDigits},
        {u"koreanCounting"_s, KoreanCounting},
        {u"koreanLegal"_s, KoreanNative},
        {u"ideographDigital"_s, HanDigits},
        {u"japaneseCounting"_s, HanCounting},
        {u"chineseCounting"_s, HanCounting},
        {u"chineseCountingThousand"_s, HanCounting},
        {u"taiwaneseCounting"_s, HanCounting},
        {u"ideographTraditional"_s, HeavenlyStems},
    };
    return formats.value(name, Decimal);
}

NumberFormat formatFromOpenDocument(const QString &name, bool letterSync)
{
    using enum NumberFormat;
    static const QHash<QString, NumberFormat> formats = {
        {u""_s, None},
        {u"i"_s, LowerRoman},
        {u"I"_s, UpperRoman},
        {u"01, 02, 03, ..."_s, DecimalZero},
        {u"1st"_s, Ordinal},
        {u"One"_s, CardinalText},
        {u"First"_s, OrdinalText},
        {u"*, †, ‡, §, **, ††, ..."_s, Footnote},
        {u"１, ２, ３, ..."_s, FullWidth},
        {u"①, ②, ③, ..."_s, Circled},
        {u"가, 나, 다, ..."_s, Ganada},
        {u"ㄱ, ㄴ, ㄷ, ..."_s, Jamo},
        {u"㉮, ㉯, ㉰, ..."_s, CircledGanada},
        {u"㉠, ㉡, ㉢, ..."_s, CircledJamo},
        {u"일, 이, 삼, ..."_s, KoreanCounting},
        {u"하나, 둘, 셋, ..."_s, KoreanNative},
        {u"一, 二, 三, ..."_s, HanCounting},
        {u"甲, 乙, 丙, ..."_s, HeavenlyStems},
    };
    if (name == "a"_L1)
        return letterSync ? LowerLetter : LowerAlphabet;
    if (name == "A"_L1)
        return letterSync ? UpperLetter : UpperAlphabet;
    return formats.value(name, Decimal);
}

NumberFormat formatFromWeb(const QString &name)
{
    using enum NumberFormat;
    static const QHash<QString, NumberFormat> formats = {
        {u"a"_s, LowerAlphabet},
        {u"A"_s, UpperAlphabet},
        {u"i"_s, LowerRoman},
        {u"I"_s, UpperRoman},
        {u"none"_s, None},
        {u"disc"_s, Bullet},
        {u"circle"_s, Bullet},
        {u"square"_s, Bullet},
        {u"lower-alpha"_s, LowerAlphabet},
        {u"lower-latin"_s, LowerAlphabet},
        {u"upper-alpha"_s, UpperAlphabet},
        {u"upper-latin"_s, UpperAlphabet},
        {u"lower-roman"_s, LowerRoman},
        {u"upper-roman"_s, UpperRoman},
        {u"decimal-leading-zero"_s, DecimalZero},
        {u"hangul"_s, Ganada},
        {u"hangul-consonant"_s, Jamo},
        {u"korean-hangul-formal"_s, KoreanCounting},
        {u"korean-hanja-informal"_s, HanCounting},
        {u"cjk-decimal"_s, HanDigits},
        {u"cjk-heavenly-stem"_s, HeavenlyStems},
    };
    return formats.value(name, Decimal);
}

} // namespace entente::reading
