#include "core/reading/extract.h"

#include "core/reading/decode.h"
#include "core/reading/document.h"
#include "core/reading/html.h"
#include "core/reading/linewriter.h"
#include "core/reading/package.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PdfHeadWithin = 1024;  ///< Readers look so far for the head of a PDF.
constexpr qsizetype LargestMimetype = 200; ///< In bytes; real ones are half as long.

QString tr(const char *sentence)
{
    return QCoreApplication::translate("reading", sentence);
}

/// A format that is not read, and what to do instead.
struct Refused
{
    QByteArrayView start;
    const char *sentence;
};

constexpr auto Picture = QT_TRANSLATE_NOOP("reading", "This is a picture: have its text recognised (OCR) and import the text or a PDF with a text layer.");
constexpr auto Archive = QT_TRANSLATE_NOOP("reading", "This is an archive of files: unpack it and import the documents in it one by one.");
constexpr auto Program = QT_TRANSLATE_NOOP("reading", "This is a program and no document: choose the document itself.");
constexpr auto HwpSentence =
    QT_TRANSLATE_NOOP("reading", "This is a Hangul document (HWP): open it in Hangul or LibreOffice, save it as .docx, .odt or PDF and import that.");
constexpr auto OldWord = QT_TRANSLATE_NOOP("reading", "This is a file of an old Word (.doc): open it in Word or LibreOffice, save it as .docx and import that.");
constexpr auto Encrypted =
    QT_TRANSLATE_NOOP("reading", "This document is protected by a password: open it in its own program, save it without one and import that.");

constexpr std::array RefusedStarts = {
    Refused{"{\\rtf", QT_TRANSLATE_NOOP("reading", "This is a rich text file (RTF): open it in Word or LibreOffice, save it as .docx and import that.")},
    Refused{"HWP Document File", HwpSentence},
    Refused{"\x89PNG", Picture},
    Refused{"\xFF\xD8\xFF", Picture},
    Refused{"GIF8", Picture},
    Refused{"II*\0", Picture},
    Refused{"MM\0*", Picture},
    Refused{"BM", Picture}, // with the further look below
    Refused{"AT&TFORM", Picture},
    Refused{"\x1f\x8b", Archive},
    Refused{"7z\xBC\xAF\x27\x1C", Archive},
    Refused{"Rar!\x1A\x07", Archive},
    Refused{"BZh", Archive}, // with the further look below
    Refused{"\xFD"
            "7zXZ",
            Archive},
    Refused{"\x7f"
            "ELF",
            Program},
    Refused{"MZ\x90", Program},
    Refused{"SQLite format 3",
            QT_TRANSLATE_NOOP("reading", "This is a database, perhaps a map: open a map with File > Open, and import documents only.")},
    Refused{"%!PS", QT_TRANSLATE_NOOP("reading", "This is a PostScript file: convert it to PDF and import that.")},
    Refused{"\xFFWPC", QT_TRANSLATE_NOOP("reading", "This is a WordPerfect file: open it in LibreOffice, save it as .docx and import that.")},
};

/// Short starts are also words: a picture or archive has bytes that no text has.
bool isBinary(const QByteArray &bytes)
{
    return QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 256)).contains('\0');
}

bool isPdf(const QByteArray &bytes)
{
    const qsizetype at = QByteArrayView(bytes).first(std::min(bytes.size(), PdfHeadWithin)).indexOf("%PDF-");
    return at == 0 || (at > 0 && (bytes.startsWith("\xEF\xBB\xBF%PDF-") || bytes[at - 1] == '\n' || bytes.contains("endobj")));
}

/// Names in a compound file of Microsoft are in UTF-16.
bool namesStream(const QByteArray &bytes, const QString &name)
{
    QByteArray wide;
    for (const QChar c : name) {
        wide += static_cast<char>(c.unicode());
        wide += '\0';
    }
    return bytes.contains(wide);
}

Error refusedCompound(const QByteArray &bytes)
{
    if (namesStream(bytes, u"EncryptedPackage"_s))
        return refusal(tr(Encrypted), u"encrypted Office file"_s);
    if (bytes.contains("HWP Document File") || namesStream(bytes, u"HwpSummaryInformation"_s))
        return refusal(tr(HwpSentence), u"HWP"_s);
    if (namesStream(bytes, u"WordDocument"_s))
        return refusal(tr(OldWord), u"doc"_s);
    if (namesStream(bytes, u"Workbook"_s))
        return refusal(tr(QT_TRANSLATE_NOOP("reading", "This is an Excel table: save the sheet as a Word file or as text and import that.")), u"xls"_s);
    if (namesStream(bytes, u"PowerPoint Document"_s))
        return refusal(tr(QT_TRANSLATE_NOOP("reading", "This is a PowerPoint file: save it as PDF and import that.")), u"ppt"_s);
    if (namesStream(bytes, u"__properties_version1.0"_s))
        return refusal(tr(QT_TRANSLATE_NOOP("reading", "This is a mail of Outlook: save its attachment or its text and import that.")), u"msg"_s);
    return refusal(tr(QT_TRANSLATE_NOOP("reading", "This is a file of an old Office program: open it there, save it as .docx or PDF and import that.")),
                   u"compound file"_s);
}

/// What a zip holds is told by the parts in it.
Result<Extract> extractZip(const QByteArray &bytes, Progress &progress)
{
    auto package = Package::open(bytes, progress);
    if (!package)
        return package.error();
    QByteArray type;
    if (package->has(u"mimetype"_s)) {
        auto read = package->read(u"mimetype"_s, progress);
        if (!read)
            return read.error();
        type = read->left(LargestMimetype).trimmed();
    }
    if (type.startsWith("application/hwp+zip") || package->has(u"Contents/content.hpf"_s))
        return refusal(tr(HwpSentence), u"HWPX"_s);
    if (type.startsWith("application/epub"))
        return refusal(tr(QT_TRANSLATE_NOOP("reading", "This is an electronic book (EPUB): open it, copy its text and import that.")), u"epub"_s);
    if (type.startsWith("application/vnd.oasis.opendocument.text"))
        return extractOdt(bytes, progress);
    const QStringList names = package->names();
    const auto holds = [&names](const QString &start) {
        return std::ranges::any_of(names, [&](const QString &name) { return name.startsWith(start); });
    };
    const bool office = package->has(u"[Content_Types].xml"_s);
    if (type.startsWith("application/vnd.oasis.opendocument") || (office && (holds(u"xl/"_s) || holds(u"ppt/"_s)))) {
        const bool sheet = type.contains("spreadsheet") || holds(u"xl/"_s);
        return refusal(sheet ? tr(QT_TRANSLATE_NOOP("reading", "This is a table (Excel or Calc): save the sheet as a Word file or as text and import that."))
                             : tr(QT_TRANSLATE_NOOP("reading", "These are slides or drawings: save them as PDF and import that.")),
                       QString::fromLatin1(type));
    }
    if (office || package->has(u"word/document.xml"_s))
        return extractDocx(bytes, progress);
    if (package->has(u"content.xml"_s))
        return extractOdt(bytes, progress);
    if (holds(u"index/document.iwa"_s) || holds(u"index.zip"_s))
        return refusal(tr(QT_TRANSLATE_NOOP("reading", "This is a file of Pages: export it as Word or PDF and import that.")), u"Pages"_s);
    return refusal(tr(Archive), u"zip"_s);
}

Result<Extract> bounded(Result<Extract> extract)
{
    if (extract && extract->lines.size() > limits::MostLines)
        return tooManyLines();
    return extract;
}

} // namespace

Result<Extract> extractText(const QByteArray &bytes)
{
    auto decoded = decode(bytes);
    if (!decoded)
        return decoded.error();
    // Counted before they are made: a line is larger than its line end.
    if (static_cast<std::size_t>(decoded->text.count(u'\n') + decoded->text.count(u'\f')) > 2 * limits::MostLines)
        return tooManyLines();
    Extract extract;
    extract.format = u"text"_s;
    extract.lines = splitLines(decoded->text);
    extract.pages = decoded->text.contains(u'\f') && !extract.lines.empty() ? extract.lines.back().page : 0;
    extract.notices = decoded->notices;
    return extract;
}

Result<Extract> extract(const QByteArray &bytes, Progress &progress)
{
    if (bytes.isEmpty())
        return refusal(tr(QT_TRANSLATE_NOOP("reading", "This document is empty: there is nothing to read.")));
    if (isPdf(bytes))
        return bounded(extractPdf(bytes, progress));
    if (bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return refusedCompound(bytes);
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return bounded(extractZip(bytes, progress));
    for (const Refused &refused : RefusedStarts) {
        if (bytes.startsWith(refused.start) && (refused.start.size() > 3 || isBinary(bytes)))
            return refusal(tr(refused.sentence));
    }
    if ((bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") || (bytes.mid(4, 4) == "ftyp" && isBinary(bytes)))
        return refusal(tr(Picture));
    const QByteArray head = bytes.left(4096);
    if (head.contains("<?mso-application") || head.contains("<pkg:package") || head.contains("<w:wordDocument"))
        return refusal(tr(QT_TRANSLATE_NOOP("reading", "This is a Word file in one piece of XML: open it in Word, save it as .docx and import that.")));
    if (head.contains("<office:document ") || head.contains("<office:document\n"))
        return bounded(extractOdt(bytes, progress));
    if (head.contains("multipart/related") && head.contains("MIME-Version:"))
        return refusal(tr(QT_TRANSLATE_NOOP("reading", "This is a web page in one file (MHTML): open it in a browser, save it as HTML or copy its text, and import that.")));
    if (looksLikeHtml(bytes))
        return bounded(extractHtml(bytes, progress));
    return bounded(extractText(bytes));
}

} // namespace entente::reading
