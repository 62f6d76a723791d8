#include "core/reading/docxbody.h"
#include "core/reading/document.h"
#include "core/reading/extract.h"
#include "core/reading/package.h"
#include "core/reading/xmlsource.h"

#include <QCoreApplication>
#include <QSet>

/// Word files: a zip of XML parts that relationships tie together. Only the parts with words are unpacked: the body, what numbers and styles it, its
/// notes, headers and footers, and the title among its properties. ECMA-376.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// The relationships of a part: what it points to, by identifier.
struct Relationships
{
    struct Target
    {
        QString type;
        QString part;
    };
    QHash<QString, Target> byId;

    /// The first part whose type ends like this.
    QString ofType(const QString &ending) const
    {
        for (const Target &target : byId) {
            if (target.type.endsWith(ending))
                return target.part;
        }
        return {};
    }
};

/// `word/document.xml` and `../docProps/core.xml` make `docProps/core.xml`.
QString resolved(const QString &part, const QString &target)
{
    if (target.startsWith(u'/'))
        return target.mid(1);
    QStringList path = part.split(u'/');
    path.removeLast();
    for (const QString &step : target.split(u'/')) {
        if (step == ".."_L1 && !path.isEmpty())
            path.removeLast();
        else if (step != "."_L1 && step != ".."_L1)
            path += step;
    }
    return path.join(u'/');
}

Result<Relationships> relationshipsOf(Package &package, const QString &part, const Progress &progress)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    auto bytes = package.read(part.left(slash) + u"_rels/"_s + part.mid(slash) + u".rels"_s, progress);
    if (!bytes)
        return bytes.error();
    Relationships relationships;
    if (bytes->isEmpty())
        return relationships;
    XmlSource xml(*bytes);
    while (xml.next()) {
        if (xml.isStart() && xml.name() == u"Relationship" && xml.attribute(u"TargetMode") != "External"_L1)
            relationships.byId.insert(xml.attribute(u"Id"), {xml.attribute(u"Type"), resolved(part, xml.attribute(u"Target"))});
    }
    if (auto finished = xml.finish(); !finished)
        return finished.error();
    return relationships;
}

/// Where Word counts notes in another way than by digits, the last section or the settings say so.
Result<void> readNoteCounts(const QByteArray &bytes, DocxFile &file)
{
    XmlSource xml(bytes);
    DocxNoteCount *count = nullptr;
    while (xml.next()) {
        const QStringView name = xml.name();
        if (name == u"footnotePr" || name == u"endnotePr")
            count = !xml.isStart() ? nullptr : name == u"footnotePr" ? &file.footnoteCount : &file.endnoteCount;
        else if (xml.isStart() && count && name == u"numFmt")
            count->format = formatFromWord(xml.attribute(u"val"));
        else if (xml.isStart() && count && name == u"numStart")
            count->next = xml.number(u"val", 1);
    }
    return xml.finish();
}

/// The title among the properties.
QString titleIn(const QByteArray &bytes)
{
    XmlSource xml(bytes);
    QString title;
    bool inside = false;
    while (xml.next()) {
        if (xml.name() == u"title")
            inside = xml.isStart();
        else if (inside && xml.isText())
            title += xml.text().toString().left(1000);
    }
    return title.simplified().left(1000);
}

QStringList noticesOf(const DocxFile &file)
{
    QStringList notices;
    const auto say = [&notices](int count, const char *sentence) {
        if (count > 0)
            notices += QCoreApplication::translate("reading", sentence).arg(count);
    };
    say(file.deletions, QT_TRANSLATE_NOOP("reading", "Tracked deletions that were left out (what was inserted was kept): %1. Accept or reject the changes in "
                                                     "the word processor where that is not what you want."));
    say(file.comments, QT_TRANSLATE_NOOP("reading", "Comments that were left out: %1."));
    say(file.drawings, QT_TRANSLATE_NOOP("reading", "Diagrams and charts whose words cannot be read: %1. Type them in where they matter."));
    say(file.embedded, QT_TRANSLATE_NOOP("reading", "Other files embedded in the document, which were not read: %1. Open and import them on their own."));
    return notices;
}

class DocxReader
{
public:
    DocxReader(Package package, Progress &progress)
        : m_package(std::move(package))
        , m_progress(progress)
    {}

    Result<Extract> read();

private:
    Result<void> readSupport();
    Result<void> readNotes(const QString &part, QHash<QString, std::vector<Line>> &notes);
    Result<void> readEdges(const QStringList &ids, Part part, std::vector<Line> &lines);
    Result<QByteArray> partOfType(const QString &ending);

    Package m_package;
    Progress &m_progress;
    QString m_main;
    Relationships m_relationships;
    DocxFile m_file;
    Extract m_extract;
};

Result<QByteArray> DocxReader::partOfType(const QString &ending)
{
    return m_package.read(m_relationships.ofType(ending), m_progress);
}

Result<void> DocxReader::readSupport()
{
    auto bytes = partOfType(u"/styles"_s);
    if (!bytes)
        return bytes.error();
    if (!bytes->isEmpty()) {
        if (auto read = m_file.styles.read(*bytes); !read)
            return read;
    }
    bytes = partOfType(u"/numbering"_s);
    if (!bytes)
        return bytes.error();
    if (!bytes->isEmpty()) {
        if (auto read = m_file.numbering.read(*bytes); !read)
            return read;
    }
    bytes = partOfType(u"/settings"_s);
    if (!bytes)
        return bytes.error();
    return bytes->isEmpty() ? Result<void>() : readNoteCounts(*bytes, m_file);
}

Result<void> DocxReader::readNotes(const QString &part, QHash<QString, std::vector<Line>> &notes)
{
    auto bytes = m_package.read(part, m_progress);
    if (!bytes)
        return bytes.error();
    if (bytes->isEmpty())
        return {};
    LineWriter writer;
    auto read = DocxBody(m_file, writer, m_progress).read(*bytes, Part::Body, &notes);
    if (read)
        m_extract.notices += writer.notices();
    return read;
}

/// Headers or footers of all sections, each text once.
Result<void> DocxReader::readEdges(const QStringList &ids, Part part, std::vector<Line> &lines)
{
    QSet<QString> seen;
    QSet<QString> parts;
    for (const QString &id : ids) {
        const QString name = m_relationships.byId.value(id).part;
        if (name.isEmpty() || parts.contains(name))
            continue;
        parts += name;
        auto bytes = m_package.read(name, m_progress);
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            continue;
        LineWriter writer;
        if (auto read = DocxBody(m_file, writer, m_progress).read(*bytes, part); !read)
            return read;
        for (Line &line : writer.take()) {
            if (seen.contains(line.text))
                continue;
            seen += line.text;
            if (line.why.isEmpty())
                line.why = part == Part::Header ? u"running header"_s : u"running footer"_s;
            line.gap = false;
            line.gapKind.clear();
            lines.push_back(std::move(line));
        }
    }
    return {};
}

Result<Extract> DocxReader::read()
{
    m_extract.format = u"docx"_s;
    auto roots = relationshipsOf(m_package, {}, m_progress);
    if (!roots)
        return roots.error();
    m_main = roots->ofType(u"/officeDocument"_s);
    if (m_main.isEmpty() || !m_package.has(m_main))
        m_main = u"word/document.xml"_s;
    auto relationships = relationshipsOf(m_package, m_main, m_progress);
    if (!relationships)
        return relationships.error();
    m_relationships = std::move(*relationships);
    if (auto support = readSupport(); !support)
        return support.error();

    m_progress.report(0, 2, QCoreApplication::translate("reading", "Unpacking the document"));
    LineWriter writer;
    {
        auto bytes = m_package.read(m_main, m_progress);
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            return damagedArchive(u"no main part"_s);
        m_file.breaksAsPrinted = bytes->contains("lastRenderedPageBreak");
        if (bytes->contains("notePr")) {
            if (auto counts = readNoteCounts(*bytes, m_file); !counts)
                return counts.error();
        }
        // The notes first: the body puts each behind the paragraph that names it.
        if (auto notes = readNotes(m_relationships.ofType(u"/footnotes"_s), m_file.footnotes); !notes)
            return notes.error();
        if (auto notes = readNotes(m_relationships.ofType(u"/endnotes"_s), m_file.endnotes); !notes)
            return notes.error();
        m_progress.report(1, 2, QCoreApplication::translate("reading", "Reading the paragraphs"));
        if (auto body = DocxBody(m_file, writer, m_progress).read(*bytes, Part::Body); !body)
            return body.error();
    }
    m_extract.notices += writer.notices();
    const int pages = writer.page();
    std::vector<Line> body = writer.take();
    std::vector<Line> footers;
    if (auto edges = readEdges(m_file.headers, Part::Header, m_extract.lines); !edges)
        return edges.error();
    if (auto edges = readEdges(m_file.footers, Part::Footer, footers); !edges)
        return edges.error();
    if (body.empty() && m_file.pictures > 0)
        return refusal(QCoreApplication::translate(
            "reading", "This document holds pictures and no text, as a scan does: have its text recognised (OCR) first, then import it again."));
    std::ranges::move(body, std::back_inserter(m_extract.lines));
    for (Line &line : footers) {
        line.page = pages;
        m_extract.lines.push_back(std::move(line));
    }
    m_extract.pages = m_file.pageBreaks > 0 ? pages : 0;

    auto properties = m_package.read(roots->ofType(u"/core-properties"_s), m_progress);
    if (properties && !properties->isEmpty())
        m_extract.title = titleIn(*properties);
    m_extract.notices += noticesOf(m_file);
    m_extract.notices.removeDuplicates();
    return std::move(m_extract);
}

} // namespace

Result<Extract> extractDocx(const QByteArray &bytes, Progress &progress)
{
    auto package = Package::open(bytes, progress);
    if (!package)
        return package.error();
    return DocxReader(std::move(*package), progress).read();
}

} // namespace entente::reading
