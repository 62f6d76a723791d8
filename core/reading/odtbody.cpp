#include "core/reading/odtbody.h"

#include "core/reading/document.h"
#include "core/reading/xmlsource.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRepeats = 64; ///< Of a cell or row with words; empty ones may say millions, and cost nothing.
constexpr int LongestChain = 32; ///< Of styles and their parents.

template<typename Value>
void complete(std::optional<Value> &mine, const std::optional<Value> &other)
{
    if (!mine)
        mine = other;
}

bool isText(QStringView space)
{
    return space.endsWith(u":text:1.0");
}

} // namespace

OdtBody::OdtBody(const Progress &progress)
    : m_progress(progress)
{}

Result<void> OdtBody::read(const QByteArray &bytes)
{
    XmlSource xml(bytes);
    m_xml = &xml;
    int tokens = 0;
    while (xml.next()) {
        if ((++tokens & 0xFFF) == 0 && m_progress.isCancelled())
            return cancelledError();
        if (m_body.isFull() || m_edge.isFull())
            return tooManyLines();
        if (xml.isStart())
            start();
        else if (xml.isEnd())
            finishElement();
        else if (xml.isText())
            words(xml.text().toString());
    }
    m_xml = nullptr;
    return xml.finish();
}

void OdtBody::readStyle()
{
    Style style;
    const QString key = m_xml->attribute(u"family") + u'/' + m_xml->attribute(u"name");
    style.parent = m_xml->attribute(u"parent-style-name");
    style.list = m_xml->attribute(u"list-style-name");
    style.masterPage = m_xml->attribute(u"master-page-name");
    const int depth = m_xml->depth();
    while (m_xml->nextStartIn(depth)) {
        if (m_xml->name() == u"text-properties") {
            if (m_xml->hasAttribute(u"display"))
                style.hidden = m_xml->attribute(u"display") == "none"_L1;
            if (const QString weight = m_xml->attribute(u"font-weight"); !weight.isEmpty())
                style.bold = weight == "bold"_L1 || weight.toInt() >= 600;
            if (const QString position = m_xml->attribute(u"text-position"); !position.isEmpty())
                style.raised = position.startsWith("super"_L1) || (position[0].isDigit() && !position.startsWith(u'0'));
            if (const QString size = m_xml->attribute(u"font-size"); size.endsWith("pt"_L1))
                style.size = size.chopped(2).toDouble();
        } else if (m_xml->name() == u"paragraph-properties") {
            style.breakBefore = m_xml->attribute(u"break-before") == "page"_L1;
            style.breakAfter = m_xml->attribute(u"break-after") == "page"_L1;
        }
    }
    m_styles.insert(key, style);
}

OdtBody::Style OdtBody::resolved(const QString &family, const QString &name) const
{
    Style style;
    QString next = name;
    for (int i = 0; i < LongestChain && !next.isEmpty(); ++i) {
        const auto found = m_styles.constFind(family + u'/' + next);
        if (found == m_styles.constEnd())
            break;
        complete(style.hidden, found->hidden);
        complete(style.bold, found->bold);
        complete(style.raised, found->raised);
        complete(style.size, found->size);
        if (style.list.isEmpty())
            style.list = found->list;
        if (style.masterPage.isEmpty())
            style.masterPage = found->masterPage;
        style.breakBefore = style.breakBefore || found->breakBefore;
        style.breakAfter = style.breakAfter || found->breakAfter;
        next = found->parent;
    }
    return style;
}

void OdtBody::useMaster(const QString &name)
{
    QString next = name.isEmpty() ? u"Standard"_s : name;
    if (!m_masters.contains(next) && name.isEmpty() && !m_masterOrder.isEmpty())
        next = m_masterOrder.front();
    for (; m_masters.contains(next) && !m_used.contains(next); next = m_masters[next].next)
        m_used += next;
}

void OdtBody::skipTrackedChanges()
{
    const int depth = m_xml->depth();
    while (m_xml->nextIn(depth)) {
        if (m_xml->isEnd() && m_xml->depth() == depth)
            break;
        if (m_xml->isStart() && m_xml->name() == u"deletion")
            ++m_deletions;
    }
}

void OdtBody::start()
{
    const QStringView name = m_xml->name();
    if (isText(m_xml->space()) && startTextElement(name))
        return;
    startStructure(name);
}

/// Elements of the text itself; false for what it does not know.
bool OdtBody::startTextElement(QStringView name)
{
    if (name == u"p" || name == u"h") {
        startParagraph(name == u"h");
    } else if (name == u"span") {
        Style style = resolved(u"text"_s, m_xml->attribute(u"style-name"));
        if (!m_spans.empty()) {
            complete(style.hidden, m_spans.back().hidden);
            complete(style.bold, m_spans.back().bold);
            complete(style.raised, m_spans.back().raised);
            complete(style.size, m_spans.back().size);
        }
        m_spans.push_back(style);
    } else if (name == u"s" || name == u"tab") {
        words(u" "_s);
    } else if (name == u"line-break") {
        if (writer().isOpen())
            writer().lineBreak();
    } else if (name == u"soft-page-break") {
        if (m_inBody) {
            ++m_pageBreaks;
            m_body.pageBreak();
        }
    } else if (name == u"list") {
        m_lists.beginList(m_xml->attribute(u"style-name"), m_xml->attribute(u"id"), m_xml->attribute(u"continue-numbering") == "true"_L1,
                          m_xml->attribute(u"continue-list"));
    } else if (name == u"list-item" || name == u"list-header") {
        const bool starts = m_xml->hasAttribute(u"start-value");
        m_lists.beginItem(starts ? std::optional(m_xml->number(u"start-value", 1)) : std::nullopt, name == u"list-item");
    } else if (name == u"list-style" || name == u"outline-style") {
        m_lists.readStyle(*m_xml, name == u"outline-style");
    } else if (name == u"note-citation") {
        m_inCitation = true;
        m_citation.clear();
    } else if (name == u"note-body") {
        ++m_notes;
        m_mark = m_citation.simplified();
        if (!m_mark.isEmpty())
            writer().raised(m_mark, true);
    } else if (name == u"section") {
        m_hiddenSections.push_back(m_xml->attribute(u"display") == "none"_L1);
    } else if (name == u"ruby-text") {
        m_inRuby = true;
    } else if (name == u"hidden-text" || name == u"hidden-paragraph") {
        if (m_xml->attribute(u"is-hidden") == "true"_L1 && writer().isOpen())
            writer().hidden(m_xml->attribute(u"string-value"));
    } else if (name == u"tracked-changes") {
        skipTrackedChanges();
    } else if (name == u"number" || name == u"notes-configuration" || name == u"linenumbering-configuration" || name.endsWith(u"-source") ||
               name == u"sequence-decls" || name == u"variable-decls" || name == u"user-field-decls") {
        m_xml->skip();
    } else {
        return false;
    }
    return true;
}

/// Tables, frames, styles and pages.
bool OdtBody::startStructure(QStringView name)
{
    if (name == u"table") {
        ++m_tables;
    } else if (name == u"table-cell" || name == u"table-row" || name == u"covered-table-cell") {
        const QStringView repeated = name == u"table-row" ? QStringView(u"number-rows-repeated") : QStringView(u"number-columns-repeated");
        m_cells.emplace_back(writer().lines().size(), std::clamp(m_xml->number(repeated, 1), 1, MostRepeats));
        m_coveredCells += name == u"covered-table-cell" ? 1 : 0;
    } else if (name == u"style") {
        readStyle();
    } else if (name == u"master-page") {
        m_master = m_xml->attribute(u"name");
        m_masterOrder += m_master;
        m_masters[m_master].next = m_xml->attribute(u"next-style-name");
    } else if ((name.startsWith(u"header") || name.startsWith(u"footer")) && m_xml->space().endsWith(u":style:1.0") && !m_master.isEmpty() &&
               !name.endsWith(u"-style")) {
        if (m_xml->attribute(u"display") == "false"_L1) {
            m_xml->skip();
            return true;
        }
        m_inEdge = true;
        m_edgePart = name.startsWith(u"header") ? Part::Header : Part::Footer;
    } else if (name == u"body") {
        m_inBody = true;
    } else if (name == u"title" && m_xml->space() == u"http://purl.org/dc/elements/1.1/") {
        m_inTitle = true;
    } else if (name == u"annotation") {
        ++m_comments;
        m_xml->skip();
    } else if (name == u"image") {
        ++m_pictures;
        m_xml->skip();
    } else if (name == u"object" || name == u"object-ole") {
        ++m_objects;
        m_xml->skip();
    } else if (name == u"forms" || name == u"scripts" || name == u"font-face-decls" || name == u"settings" || name == u"binary-data" ||
               (m_paragraphs.empty() ? name == u"events" : name == u"event-listeners") || name == u"desc" ||
               (name == u"title" && !m_paragraphs.empty())) {
        m_xml->skip();
    }
    return true;
}

void OdtBody::startParagraph(bool isHeading)
{
    if (!m_inBody && !m_inEdge)
        return;
    if (m_paragraphs.size() >= limits::DeepestParagraph) {
        m_xml->skip();
        return;
    }
    Paragraph paragraph;
    paragraph.style = resolved(u"paragraph"_s, m_xml->attribute(u"style-name"));
    if (std::ranges::any_of(m_hiddenSections, [](bool hidden) { return hidden; }) || m_coveredCells > 0)
        paragraph.style.hidden = true;
    const bool outermost = m_paragraphs.empty() && !m_inEdge;
    if (outermost && (m_used.isEmpty() || !paragraph.style.masterPage.isEmpty())) {
        const bool startsPage = m_body.count() > 0 && !paragraph.style.masterPage.isEmpty();
        useMaster(paragraph.style.masterPage);
        paragraph.style.breakBefore = paragraph.style.breakBefore || startsPage;
    }
    if (outermost && paragraph.style.breakBefore && m_body.count() > 0) {
        ++m_pageBreaks;
        m_body.pageBreak();
    }
    Line look;
    look.part = m_inEdge ? m_edgePart : m_notes > 0 ? Part::Note : m_tables > 0 ? Part::Cell : Part::Body;
    if (m_inEdge)
        look.why = m_edgePart == Part::Header ? u"running header"_s : u"running footer"_s;
    const int outline = std::clamp(m_xml->number(u"outline-level", 1), 1, 9);
    if (isHeading)
        look.headingLevel = outline;
    QString number;
    if (m_notes > 0 && !m_mark.isEmpty()) {
        number = m_mark;
        m_mark.clear();
    } else if (m_lists.depth() > 0) {
        number = m_lists.paragraphNumber(paragraph.style.list);
        look.listLevel = m_lists.depth();
    } else if (isHeading && m_xml->attribute(u"is-list-header") != "true"_L1) {
        const bool starts = m_xml->attribute(u"restart-numbering") == "true"_L1;
        number = m_lists.headingNumber(outline, starts ? std::optional(m_xml->number(u"start-value", 1)) : std::nullopt);
    }
    writer().begin(look);
    writer().setNumber(number);
    m_paragraphs.push_back(paragraph);
}

void OdtBody::endParagraph()
{
    if (m_paragraphs.empty())
        return;
    const Paragraph paragraph = m_paragraphs.back();
    m_paragraphs.pop_back();
    writer().look().bold = paragraph.anyBold && !paragraph.anyPlain;
    writer().look().fontSize = paragraph.size;
    writer().end();
    if (m_paragraphs.empty() && !m_inEdge && paragraph.style.breakAfter) {
        ++m_pageBreaks;
        m_body.pageBreak();
    }
}

void OdtBody::words(const QString &text)
{
    if (m_inTitle) {
        m_title += text.left(1000);
        return;
    }
    if (m_paragraphs.empty())
        return;
    if (m_inCitation) {
        m_citation += text.left(100);
        return;
    }
    if (m_inRuby) {
        m_ruby += text;
        return;
    }
    Paragraph &paragraph = m_paragraphs.back();
    Style style = paragraph.style;
    // A span does not reach into a note or frame within it, but paragraphs there hold spans of their own: the nearest counts.
    if (!m_spans.empty()) {
        if (m_spans.back().hidden)
            style.hidden = m_spans.back().hidden;
        if (m_spans.back().bold)
            style.bold = m_spans.back().bold;
        if (m_spans.back().size)
            style.size = m_spans.back().size;
        style.raised = m_spans.back().raised;
    }
    if (!text.trimmed().isEmpty()) {
        (style.bold.value_or(false) ? paragraph.anyBold : paragraph.anyPlain) = true;
        if (paragraph.size <= 0)
            paragraph.size = style.size.value_or(0);
    }
    if (style.hidden.value_or(false))
        writer().hidden(text);
    else if (style.raised.value_or(false))
        writer().raised(text, false);
    else
        writer().text(text);
}

void OdtBody::repeatCells(std::size_t from, int times)
{
    std::vector<Line> &lines = writer().lines();
    if (times < 2 || lines.size() <= from || !m_paragraphs.empty())
        return;
    const std::vector<Line> once(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end());
    for (int i = 1; i < times && !writer().isFull(); ++i) {
        for (const Line &line : once)
            writer().addBehind(line);
    }
}

void OdtBody::finishElement()
{
    const QStringView name = m_xml->name();
    if (isText(m_xml->space())) {
        if (name == u"p" || name == u"h") {
            endParagraph();
        } else if (name == u"span" && !m_spans.empty()) {
            m_spans.pop_back();
        } else if (name == u"list") {
            m_lists.endList();
        } else if (name == u"note-citation") {
            m_inCitation = false;
        } else if (name == u"note-body" && m_notes > 0) {
            --m_notes;
        } else if (name == u"section" && !m_hiddenSections.empty()) {
            m_hiddenSections.pop_back();
        } else if (name == u"ruby-text") {
            m_inRuby = false;
            const QString above = m_ruby.trimmed();
            m_ruby.clear();
            if (!above.isEmpty())
                words(u'(' + above + u')');
        }
        return;
    }
    if (name == u"table" && m_tables > 0) {
        --m_tables;
    } else if ((name == u"table-cell" || name == u"table-row" || name == u"covered-table-cell") && !m_cells.empty()) {
        const auto [from, times] = m_cells.back();
        m_cells.pop_back();
        repeatCells(from, times);
        m_coveredCells -= name == u"covered-table-cell" && m_coveredCells > 0 ? 1 : 0;
    } else if (m_inEdge && (name.startsWith(u"header") || name.startsWith(u"footer"))) {
        Master &master = m_masters[m_master];
        std::ranges::move(m_edge.take(), std::back_inserter(m_edgePart == Part::Header ? master.headers : master.footers));
        m_inEdge = false;
    } else if (name == u"master-page") {
        m_master.clear();
    } else if (name == u"body") {
        m_inBody = false;
    } else if (name == u"title") {
        m_inTitle = false;
    }
}

std::vector<Line> OdtBody::take()
{
    std::vector<Line> lines;
    std::vector<Line> footers;
    QSet<QString> seen;
    const int last = m_body.page();
    for (const QString &name : std::as_const(m_used)) {
        for (const bool header : {true, false}) {
            for (Line line : header ? m_masters[name].headers : m_masters[name].footers) {
                if (seen.contains(line.text))
                    continue;
                seen += line.text;
                line.page = header ? 1 : last;
                line.gap = false;
                line.gapKind.clear();
                line.pageStart = false;
                (header ? lines : footers).push_back(std::move(line));
            }
        }
    }
    std::ranges::move(m_body.take(), std::back_inserter(lines));
    std::ranges::move(footers, std::back_inserter(lines));
    return lines;
}

QStringList OdtBody::notices() const
{
    QStringList notices = m_body.notices();
    const auto say = [&notices](int count, const char *sentence) {
        if (count > 0)
            notices += QCoreApplication::translate("reading", sentence).arg(count);
    };
    say(m_deletions, QT_TRANSLATE_NOOP("reading", "Tracked deletions that were left out (what was inserted was kept): %1. Accept or reject the changes in "
                                                  "the word processor where that is not what you want."));
    say(m_comments, QT_TRANSLATE_NOOP("reading", "Comments that were left out: %1."));
    say(m_objects, QT_TRANSLATE_NOOP("reading", "Embedded objects (formulas, charts, other files) whose words were not read: %1."));
    return notices;
}

} // namespace entente::reading
