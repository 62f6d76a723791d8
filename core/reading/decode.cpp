#include "core/reading/decode.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// How much of a file is looked at to tell a text from a binary.
constexpr qsizetype SampleSize = 65536;

struct NamedMagic
{
    QByteArrayView bytes;
    const char *name;
};

/// The formats that people drop by mistake; naming them makes a better sentence.
constexpr std::array Magics = {
    NamedMagic{"%PDF-", "PDF"},
    NamedMagic{"PK\x03\x04", "ZIP (Word, Excel, OpenDocument …)"},
    NamedMagic{"\xD0\xCF\x11\xE0", "old Word or HWP"},
    NamedMagic{"SQLite format 3", "SQLite"},
    NamedMagic{"\x89PNG", "PNG"},
    NamedMagic{"\x1f\x8b", "gzip"},
    NamedMagic{"\x7f"
               "ELF",
               "ELF"},
};

/// UTF-16 without a byte order mark: every other byte of a Latin text is zero.
std::optional<QStringConverter::Encoding> guessUtf16(QByteArrayView sample)
{
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype i = 0; i + 1 < sample.size(); i += 2) {
        evenZeros += sample[i] == '\0' ? 1 : 0;
        oddZeros += sample[i + 1] == '\0' ? 1 : 0;
    }
    const qsizetype pairs = sample.size() / 2;
    if (pairs < 4 || sample.size() % 2 != 0)
        return std::nullopt;
    if (oddZeros * 10 > pairs * 6 && evenZeros * 20 < pairs)
        return QStringConverter::Utf16LE;
    if (evenZeros * 10 > pairs * 6 && oddZeros * 20 < pairs)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

Error notText(const QString &detail)
{
    return refusal(
        QCoreApplication::translate("reading", "This file is not a text: save the document as plain text (UTF-8) and import that."),
        detail);
}

} // namespace

Result<QString> decodeText(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return refusal(QCoreApplication::translate("reading", "This document is empty: there is nothing to read."));
    for (const NamedMagic &magic : Magics) {
        if (bytes.startsWith(magic.bytes))
            return notText(u"looks like "_s + QString::fromUtf8(magic.name));
    }

    // Cut at an even place, so that the two bytes of a UTF-16 unit stay together.
    const QByteArrayView sample = QByteArrayView(bytes).first(bytes.size() <= SampleSize ? bytes.size() : SampleSize);
    auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding || *encoding == QStringConverter::Utf32LE || *encoding == QStringConverter::Utf32BE)
        encoding = guessUtf16(sample).value_or(QStringConverter::Utf8);
    if (*encoding == QStringConverter::Utf8 && bytes.contains('\0'))
        return notText(u"contains NUL bytes"_s);

    QStringDecoder decoder(*encoding, QStringDecoder::Flag::Default);
    const QString decoded = decoder(bytes);
    if (decoder.hasError()) {
        return refusal(QCoreApplication::translate(
                           "reading", "The letters of this document cannot be read: save it as plain text in UTF-8 and import that."),
                       u"not valid "_s + QString::fromLatin1(QStringConverter::nameForEncoding(*encoding)));
    }
    const auto isControl = [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f') || c.unicode() == 0x7f || c.unicode() == 0xFFFF;
    };
    const auto controls = std::count_if(decoded.cbegin(), decoded.cend(), isControl);
    if (controls > 8 && controls * 100 > decoded.size())
        return notText(u"%1 control characters"_s.arg(controls));

    const QString text = cleanText(decoded);
    if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber(); }))
        return refusal(QCoreApplication::translate("reading", "This document holds no words: there is nothing to read."));
    return text;
}

} // namespace entente::reading
