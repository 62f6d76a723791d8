#include "core/reading/charsets.h"

#include <QStringDecoder>
#include <QStringList>

#include <array>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <iconv.h>

#include <cerrno>
#endif

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PieceSize = 65536; ///< Bytes that are handed to the system at once.

#ifdef Q_OS_WIN
/// Bytes of up to one piece; what cannot be read becomes a replacement character.
void appendKorean(Decoded &decoded, const char *bytes, qsizetype size)
{
    std::array<wchar_t, PieceSize> out;
    const int letters = MultiByteToWideChar(949, 0, bytes, static_cast<int>(size), out.data(), static_cast<int>(out.size()));
    QString text = QString::fromWCharArray(out.data(), letters);
    // Windows marks what it cannot read with a middle dot of its own.
    text.replace(QChar(0x30FB), QChar::ReplacementCharacter);
    decoded.errors += text.count(QChar::ReplacementCharacter);
    decoded.text += text;
}
#endif

bool isSurrogateProblem(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    return c.isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

} // namespace

#ifdef Q_OS_WIN
std::optional<Decoded> decodeKorean(const QByteArray &bytes)
{
    if (!IsValidCodePage(949))
        return std::nullopt;
    Decoded decoded;
    qsizetype start = 0;
    while (start < bytes.size()) {
        // A piece ends behind a line end, or else behind a whole letter.
        qsizetype end = std::min(start + PieceSize, bytes.size());
        qsizetype at = start;
        while (at < end)
            at += static_cast<unsigned char>(bytes[at]) >= 0x81 && at + 1 < bytes.size() ? 2 : 1;
        end = at > end ? std::max(start + 1, at - 2) : end;
        appendKorean(decoded, bytes.constData() + start, end - start);
        start = end;
    }
    return decoded;
}
#else
std::optional<Decoded> decodeKorean(const QByteArray &bytes)
{
    const char *utf16 = Q_BYTE_ORDER == Q_BIG_ENDIAN ? "UTF-16BE" : "UTF-16LE";
    iconv_t converter = iconv_open(utf16, "CP949");
    if (converter == reinterpret_cast<iconv_t>(-1))
        converter = iconv_open(utf16, "UHC");
    if (converter == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    Decoded decoded;
    std::array<char16_t, PieceSize> out;
    char *in = const_cast<char *>(bytes.constData()); // iconv's old signature; it does not write here
    size_t left = static_cast<size_t>(bytes.size());
    while (left > 0) {
        char *to = reinterpret_cast<char *>(out.data());
        size_t room = out.size() * sizeof(char16_t);
        const size_t result = iconv(converter, &in, &left, &to, &room);
        const int problem = result == static_cast<size_t>(-1) ? errno : 0;
        decoded.text += QStringView(out.data(), static_cast<qsizetype>(out.size() - room / sizeof(char16_t)));
        if (problem == EILSEQ || problem == EINVAL) {
            decoded.text += QChar::ReplacementCharacter;
            ++decoded.errors;
            ++in;
            --left;
        }
    }
    iconv_close(converter);
    return decoded;
}
#endif

Decoded decodeWestern(const QByteArray &bytes)
{
    static constexpr std::array<char16_t, 32> upper = {u'€', 0, u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š', u'‹', u'Œ', 0, u'Ž', 0,
                                                       0, u'‘', u'’', u'“', u'”', u'•', u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0, u'ž', u'Ÿ'};
    Decoded decoded;
    decoded.text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        const char16_t letter = code >= 0x80 && code < 0xA0 ? upper[code - 0x80U] : code;
        decoded.errors += letter == 0 && code != 0 ? 1 : 0;
        decoded.text += letter == 0 && code != 0 ? QChar(QChar::ReplacementCharacter) : QChar(letter);
    }
    return decoded;
}

Decoded decodeUtf8(const QByteArray &bytes)
{
    Decoded decoded;
    // The sign for what cannot be read may also stand in the file itself: that is no error of reading.
    const qsizetype own = bytes.count("\xEF\xBF\xBD");
    decoded.text = QString::fromUtf8(bytes);
    decoded.errors = std::max<qsizetype>(0, decoded.text.count(QChar::ReplacementCharacter) - own);
    return decoded;
}

Decoded decodeUtf16(const QByteArray &bytes, bool bigEndian)
{
    Decoded decoded;
    QStringDecoder decoder(bigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE);
    decoded.text = decoder(bytes);
    decoded.errors = bytes.size() % 2;
    for (qsizetype i = 0; i < decoded.text.size(); ++i) {
        if (!isSurrogateProblem(decoded.text, i))
            continue;
        decoded.text[i] = QChar::ReplacementCharacter;
        ++decoded.errors;
    }
    return decoded;
}

std::optional<Decoded> decodeNamed(const QByteArray &bytes, const QString &name)
{
    QString key = name.trimmed().toLower();
    key.remove(u'-').remove(u'_');
    if (key == "utf8"_L1 || key == "unicode11utf8"_L1)
        return decodeUtf8(bytes);
    if (key == "utf16"_L1 || key == "utf16le"_L1)
        return decodeUtf16(bytes, false);
    if (key == "utf16be"_L1)
        return decodeUtf16(bytes, true);
    static const QStringList korean = {u"euckr"_s, u"cp949"_s, u"ms949"_s, u"uhc"_s, u"windows949"_s, u"xwindows949"_s, u"ksc56011987"_s, u"ksc5601"_s, u"korean"_s};
    if (korean.contains(key))
        return decodeKorean(bytes);
    static const QStringList western = {u"windows1252"_s, u"cp1252"_s, u"iso88591"_s, u"latin1"_s, u"usascii"_s, u"ascii"_s, u"iso885915"_s};
    if (western.contains(key))
        return decodeWestern(bytes);
    // Where Qt is built with ICU it knows more; elsewhere this is as unknown as it was.
    QStringDecoder decoder(name.trimmed().toLatin1().constData());
    if (!decoder.isValid())
        return std::nullopt;
    Decoded decoded;
    decoded.text = decoder(bytes);
    decoded.errors = decoded.text.count(QChar::ReplacementCharacter);
    return decoded;
}

} // namespace entente::reading
