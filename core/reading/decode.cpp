#include "core/reading/decode.h"

#include "core/base/text.h"
#include "core/reading/charsets.h"
#include "core/reading/linewriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

/// How the encoding of a text is found where nothing names it: a byte order mark; zeros in every other byte (UTF-16); what is valid UTF-8 is UTF-8; what is
/// valid in the Korean encoding and gives mostly Hangul is Korean; what is nearly UTF-8 (a file that was cut or glued) is UTF-8 with losses; Latin letters
/// with few accents are Western European. The order matters: random bytes are often valid in the later ones and hardly ever in the earlier.
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

/// What is certainly no text.
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

enum class Encoding { Utf8, Utf16Le, Utf16Be };

/// UTF-16 without a byte order mark: spaces, digits and line ends leave zeros in one half of the pairs and few in the other (the low byte of 가 is one).
std::optional<Encoding> guessUtf16(QByteArrayView sample)
{
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype i = 0; i + 1 < sample.size(); i += 2) {
        evenZeros += sample[i] == '\0' ? 1 : 0;
        oddZeros += sample[i + 1] == '\0' ? 1 : 0;
    }
    const qsizetype pairs = sample.size() / 2;
    if (pairs < 4)
        return std::nullopt;
    if (oddZeros * 100 > pairs * 4 && evenZeros * 3 < oddZeros)
        return Encoding::Utf16Le;
    if (evenZeros * 100 > pairs * 4 && oddZeros * 3 < evenZeros)
        return Encoding::Utf16Be;
    return std::nullopt;
}

std::optional<Encoding> markOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return Encoding::Utf8;
    if (bytes.startsWith("\xFF\xFE"))
        return Encoding::Utf16Le;
    if (bytes.startsWith("\xFE\xFF"))
        return Encoding::Utf16Be;
    return std::nullopt;
}

Error notText(const QString &detail)
{
    return refusal(
        QCoreApplication::translate("reading", "This file is not a text: save the document as plain text (UTF-8) and import that."),
        detail);
}

/// Whether what is not ASCII reads as Korean.
bool looksKorean(const Decoded &decoded)
{
    qsizetype hangul = 0;
    qsizetype others = 0;
    for (const QChar c : decoded.text) {
        if (c.unicode() < 0x80)
            continue;
        if (c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3)
            ++hangul;
        else
            ++others;
    }
    return hangul > 0 && hangul >= others * 2 && decoded.errors * 200 <= hangul;
}

/// Letters with accents and typographic signs among many plain letters.
bool looksWestern(const Decoded &decoded)
{
    qsizetype plain = 0;
    qsizetype high = 0;
    for (const QChar c : decoded.text) {
        plain += c.unicode() < 0x80 && c.isLetter() ? 1 : 0;
        high += c.unicode() >= 0x80 ? 1 : 0;
    }
    return decoded.errors == 0 && high * 3 <= plain;
}

Result<Decoded> decodeByLook(const QByteArray &bytes, QStringList &notices)
{
    const QByteArrayView sample = QByteArrayView(bytes).first(std::min(bytes.size(), SampleSize));
    if (const auto encoding = guessUtf16(sample))
        return decodeUtf16(bytes, *encoding == Encoding::Utf16Be);
    Decoded utf8 = decodeUtf8(bytes);
    if (utf8.errors == 0)
        return utf8;
    if (auto korean = decodeKorean(bytes); korean && looksKorean(*korean))
        return *korean;
    const auto whole = std::ranges::count_if(utf8.text, [](QChar c) { return c.unicode() >= 0x80 && c != QChar::ReplacementCharacter; });
    if (whole > 4 * utf8.errors)
        return utf8;
    if (Decoded western = decodeWestern(bytes); looksWestern(western)) {
        notices += QCoreApplication::translate(
            "reading", "This text does not say how its letters are coded; it was read as Western European (Windows-1252). Where accents or quotation "
                       "marks look wrong, save it as UTF-8 and import that.");
        return western;
    }
    return refusal(QCoreApplication::translate(
                       "reading", "The letters of this document cannot be read: save it as plain text in UTF-8 and import that."),
                   u"neither UTF-8, UTF-16, CP949 nor Windows-1252"_s);
}

bool isControl(QChar c)
{
    return (c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f' && c != u'\v') || c.unicode() == 0x7f ||
           c.unicode() == 0xFFFF;
}

} // namespace

Result<DecodedText> decode(const QByteArray &bytes, const QString &named)
{
    if (bytes.isEmpty())
        return refusal(QCoreApplication::translate("reading", "This document is empty: there is nothing to read."));
    for (const NamedMagic &magic : Magics) {
        if (bytes.startsWith(magic.bytes))
            return notText(u"looks like "_s + QString::fromUtf8(magic.name));
    }
    if (bytes.size() > limits::LargestText)
        return tooManyLines();
    DecodedText result;
    std::optional<Decoded> decoded;
    const auto mark = markOf(bytes);
    if (mark)
        decoded = *mark == Encoding::Utf8 ? decodeUtf8(bytes) : decodeUtf16(bytes, *mark == Encoding::Utf16Be);
    else if (!named.isEmpty())
        decoded = decodeNamed(bytes, named);
    if (!decoded || (!mark && decoded->errors * 50 > decoded->text.size())) {
        auto guessed = decodeByLook(bytes, result.notices);
        if (!guessed)
            return guessed.error();
        decoded = std::move(*guessed);
    }
    // More than some is another encoding or no text at all.
    if (decoded->errors > 8 && decoded->errors * 50 > decoded->text.size())
        return notText(u"%1 unreadable letters"_s.arg(decoded->errors));
    const auto controls = std::count_if(decoded->text.cbegin(), decoded->text.cend(), isControl);
    if ((controls > 8 || decoded->text.contains(QChar(u'\0'))) && controls * 100 > decoded->text.size())
        return notText(u"%1 control characters"_s.arg(controls));

    int directions = 0;
    result.text = withoutDirectionControls(cleanText(decoded->text), directions);
    result.notices += cleaningNotices(directions, static_cast<int>(decoded->errors));
    if (controls > 0)
        result.notices += QCoreApplication::translate("reading", "Control signs that no text needs were taken out: %1.").arg(controls);
    if (std::none_of(result.text.cbegin(), result.text.cend(), [](QChar c) { return c.isLetterOrNumber(); }))
        return refusal(QCoreApplication::translate("reading", "This document holds no words: there is nothing to read."));
    return result;
}

Result<QString> decodeText(const QByteArray &bytes)
{
    auto decoded = decode(bytes);
    if (!decoded)
        return decoded.error();
    return decoded->text;
}

} // namespace entente::reading
