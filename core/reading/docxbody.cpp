#include "core/reading/docxbody.h"

#include "core/reading/document.h"
#include "core/reading/symbols.h"
#include "core/reading/xmlsource.h"

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

enum class Vocabulary { Word, Drawing, Formula, Compatibility, Other };

Vocabulary vocabularyOf(QStringView space)
{
    // Each has an address for files as Word writes them and one for the strict form of the standard.
    if (space.endsWith(u"/wordprocessingml/2006/main") || space.endsWith(u"/wordprocessingml/main"))
        return Vocabulary::Word;
    if (space.endsWith(u"/markup-compatibility/2006"))
        return Vocabulary::Compatibility;
    if (space.endsWith(u"/officeDocument/2006/math") || space.endsWith(u"/officeDocument/math"))
        return Vocabulary::Formula;
    if (space.contains(u"drawingml") || space == u"urn:schemas-microsoft-com:vml" || space == u"urn:schemas-microsoft-com:office:office")
        return Vocabulary::Drawing;
    return Vocabulary::Other;
}

} // namespace

DocxBody::DocxBody(DocxFile &file, LineWriter &writer, const Progress &progress)
    : m_file(file)
    , m_writer(writer)
    , m_progress(progress)
{}

Result<void> DocxBody::read(const QByteArray &bytes, Part part, QHash<QString, std::vector<Line>> *notes)
{
    XmlSource xml(bytes);
    m_xml = &xml;
    m_part = part;
    m_notes = notes;
    m_letters.assign(1, {});
    int tokens = 0;
    while (xml.next()) {
        if ((++tokens & 0xFFF) == 0 && m_progress.isCancelled())
            return cancelledError();
        if (m_writer.isFull())
            return tooManyLines();
        if (xml.isStart())
            start();
        else if (xml.isEnd())
            finishElement();
        else if (xml.isText() && m_text > 0)
            words(xml.text().toString());
    }
    m_xml = nullptr;
    if (m_goesOn) { // the last paragraph's mark was struck out
        m_goesOn = false;
        m_writer.end();
    }
    return xml.finish();
}

bool DocxBody::inFieldCode() const
{
    return !m_paragraphs.empty() &&
           std::ranges::any_of(m_paragraphs.back().fields, [](const Field &field) { return field.inCode; });
}

void DocxBody::words(const QString &text)
{
    if (m_paragraphs.empty() || inFieldCode())
        return;
    Open &open = m_paragraphs.back();
    if (!text.trimmed().isEmpty()) {
        (lettersNow().bold.value_or(false) ? open.anyBold : open.anyPlain) = true;
        if (open.size <= 0)
            open.size = lettersNow().size.value_or(0);
    }
    if (m_rubyDepth > 0)
        m_ruby += text;
    else if (lettersNow().hidden.value_or(false))
        m_writer.hidden(text);
    else if (lettersNow().raised.value_or(false))
        m_writer.raised(text, false);
    else
        m_writer.text(text);
}

void DocxBody::start()
{
    const QStringView name = m_xml->name();
    switch (vocabularyOf(m_xml->space())) {
    case Vocabulary::Word:
        startRunContent(name);
        return;
    case Vocabulary::Compatibility:
        if (name == u"AlternateContent") {
            m_alternativeChosen.push_back(false);
        } else if (name == u"Choice" || name == u"Fallback") {
            // The same content in two forms: the first is read.
            if (!m_alternativeChosen.empty() && m_alternativeChosen.back())
                m_xml->skip();
            else if (!m_alternativeChosen.empty())
                m_alternativeChosen.back() = true;
        }
        return;
    case Vocabulary::Formula:
        m_text += name == u"t" ? 1 : 0;
        return;
    case Vocabulary::Drawing:
        if (name == u"blip" || name == u"imagedata")
            ++m_file.pictures;
        else if (name == u"relIds" || name == u"chart")
            ++m_file.drawings;
        else if (name == u"OLEObject")
            ++m_file.embedded;
        return;
    case Vocabulary::Other:
        return;
    }
}

void DocxBody::startRunContent(QStringView name)
{
    if (name == u"p") {
        startParagraph();
    } else if (name == u"t") {
        ++m_text;
    } else if (name == u"r") {
        m_letters.push_back(m_paragraphs.empty() ? DocxLetters() : m_paragraphs.back().look.letters);
    } else if (name == u"rPr") {
        DocxLetters letters = readLetters(*m_xml);
        letters.complete(m_file.styles.letters(letters.style));
        letters.complete(lettersNow());
        if (m_letters.size() > 1)
            m_letters.back() = letters;
    } else if (name == u"pPr") {
        if (m_paragraphs.empty())
            return;
        const bool goesOn = m_paragraphs.back().goesOn;
        DocxParagraph look = readParagraph(*m_xml, [this](XmlSource &) { section(); });
        // What is said here of letters is said of the paragraph's mark alone.
        const bool removed = look.letters.removed;
        look.letters = {};
        look.complete(m_file.styles.paragraph(look.style));
        look.letters.removed = removed;
        m_paragraphs.back().look = look;
        if (look.pageBreakBefore.value_or(false) && !goesOn && !m_file.breaksAsPrinted && m_part == Part::Body) {
            ++m_file.pageBreaks;
            m_writer.pageBreak();
        }
        Line &line = m_writer.look();
        line.headingLevel = look.outline && *look.outline < 9 && *look.outline >= 0 ? *look.outline + 1 : 0;
    } else if (name == u"tab" || name == u"ptab") {
        words(u" "_s);
    } else if (name == u"noBreakHyphen") {
        words(u"-"_s);
    } else if (name == u"sym") {
        words(symbolText(m_xml->attribute(u"font"), m_xml->attribute(u"char").toUInt(nullptr, 16)));
    } else if (name == u"br" || name == u"cr") {
        if (m_xml->attribute(u"type") == "page"_L1) {
            if (!m_file.breaksAsPrinted && m_part == Part::Body && !inFieldCode()) {
                ++m_file.pageBreaks;
                m_writer.pageBreak();
            }
            words(u" "_s);
        } else if (!inFieldCode() && m_writer.isOpen()) {
            m_writer.lineBreak();
        }
    } else if (name == u"lastRenderedPageBreak") {
        if (m_part == Part::Body && !m_notes) {
            ++m_file.pageBreaks;
            m_writer.pageBreak();
        }
    } else if (name == u"fldChar") {
        startField(m_xml->attribute(u"fldCharType"));
    } else if (name == u"footnoteReference" || name == u"endnoteReference") {
        note(name == u"endnoteReference");
    } else if (name == u"commentReference") {
        ++m_file.comments;
    } else if (name == u"del" || name == u"moveFrom") {
        ++m_file.deletions;
        m_xml->skip();
    } else if (name == u"tbl") {
        ++m_tables;
    } else if (name == u"sectPr") {
        section();
    } else if (name == u"altChunk" || name == u"object") {
        m_file.embedded += name == u"altChunk" ? 1 : 0;
    } else if (name == u"rt") {
        ++m_rubyDepth;
    } else if (name == u"footnote" || name == u"endnote") {
        // Notes of a type are the lines that part notes from the text.
        const QString type = m_xml->attribute(u"type");
        if (!type.isEmpty() && type != "normal"_L1)
            m_xml->skip();
        else
            m_note = m_xml->attribute(u"id");
    } else if (name == u"sdtPr" || name == u"sdtEndPr" || name == u"tblPr" || name == u"tblPrEx" || name == u"tblGrid" || name == u"tcPr" ||
               name == u"smartTagPr" || name == u"customXmlPr" || name == u"rubyPr" || name == u"ffData" || name == u"instrText" ||
               name == u"delText" || name == u"delInstrText") {
        m_xml->skip();
    } else if (name == u"trPr") {
        m_xml->skip();
    }
}

void DocxBody::finishElement()
{
    const QStringView name = m_xml->name();
    const Vocabulary vocabulary = vocabularyOf(m_xml->space());
    if (vocabulary == Vocabulary::Compatibility && name == u"AlternateContent" && !m_alternativeChosen.empty())
        m_alternativeChosen.pop_back();
    if (name == u"t" && (vocabulary == Vocabulary::Word || vocabulary == Vocabulary::Formula))
        m_text -= m_text > 0 ? 1 : 0;
    if (vocabulary != Vocabulary::Word)
        return;
    if (name == u"p") {
        endParagraph();
    } else if (name == u"r") {
        if (m_letters.size() > 1)
            m_letters.pop_back();
    } else if (name == u"tbl") {
        m_tables -= m_tables > 0 ? 1 : 0;
    } else if (name == u"rt") {
        m_rubyDepth -= m_rubyDepth > 0 ? 1 : 0;
    } else if (name == u"rubyBase") {
        // What is printed above a word follows it.
        const QString above = m_ruby.trimmed();
        m_ruby.clear();
        if (!above.isEmpty())
            words(u'(' + above + u')');
    } else if (name == u"footnote" || name == u"endnote") {
        finishNote();
    }
}

void DocxBody::finishNote()
{
    if (!m_notes)
        return;
    if (m_goesOn) {
        m_goesOn = false;
        m_writer.end();
    }
    std::vector<Line> &lines = (*m_notes)[m_note];
    std::ranges::move(m_writer.take(), std::back_inserter(lines));
}

void DocxBody::startParagraph()
{
    Open open;
    open.goesOn = m_goesOn && m_writer.isOpen();
    open.look = m_file.styles.paragraph({});
    if (!m_paragraphs.empty() && m_paragraphs.size() >= limits::DeepestParagraph) {
        m_xml->skip();
        return;
    }
    if (!open.goesOn) {
        Line look;
        look.part = m_part == Part::Body && m_notes ? Part::Note : m_part == Part::Body && m_tables > 0 ? Part::Cell : m_part;
        m_writer.begin(look);
    }
    m_goesOn = false;
    m_paragraphs.push_back(std::move(open));
}

void DocxBody::endParagraph()
{
    if (m_paragraphs.empty())
        return;
    const Open open = std::move(m_paragraphs.back());
    const DocxParagraph &look = open.look;
    m_paragraphs.pop_back();
    m_writer.look().bold = open.anyBold && !open.anyPlain;
    m_writer.look().fontSize = open.size;
    if (look.letters.removed) {
        ++m_file.deletions;
        m_goesOn = true;
        return;
    }
    const int list = look.list.value_or(0);
    if (list > 0) {
        int level = look.level.value_or(0);
        // A style's place in the list is where the list names the style.
        if (!look.style.isEmpty()) {
            for (const QString &style : m_file.styles.chain(look.style)) {
                const auto ofStyle = m_file.numbering.levelOfStyle(list, style);
                if (!ofStyle)
                    continue;
                level = *ofStyle;
                break;
            }
        }
        const DocxNumbering::Number number = m_file.numbering.next(list, level);
        m_writer.setNumber(number.text);
        if (!number.text.isEmpty())
            m_writer.look().listLevel = level + 1;
    }
    m_writer.end();
    if (m_breakAfter && m_paragraphs.empty()) {
        m_breakAfter = false;
        ++m_file.pageBreaks;
        m_writer.pageBreak();
    }
}

void DocxBody::section()
{
    bool continues = false;
    const bool inParagraph = !m_paragraphs.empty();
    const int depth = m_xml->depth();
    while (m_xml->nextStartIn(depth)) {
        const QStringView name = m_xml->name();
        if (name == u"headerReference")
            m_file.headers += m_xml->attribute(u"id");
        else if (name == u"footerReference")
            m_file.footers += m_xml->attribute(u"id");
        else if (name == u"type")
            continues = m_xml->attribute(u"val") == "continuous"_L1;
        else if (name == u"sectPrChange")
            m_xml->skip();
    }
    // The type of a section says how it begins; the next one's is not known yet, and most are of one type.
    m_breakAfter = inParagraph && !continues && !m_file.breaksAsPrinted && m_part == Part::Body;
}

void DocxBody::startField(const QString &kind)
{
    if (m_paragraphs.empty())
        return;
    std::vector<Field> &fields = m_paragraphs.back().fields;
    if (kind == "begin"_L1) {
        if (fields.size() < limits::DeepestParagraph)
            fields.push_back({});
    } else if (kind == "separate"_L1 && !fields.empty()) {
        fields.back().inCode = false;
    } else if (kind == "end"_L1 && !fields.empty()) {
        fields.pop_back();
    }
}

void DocxBody::note(bool isEndnote)
{
    if (m_paragraphs.empty() || inFieldCode())
        return;
    DocxNoteCount &count = isEndnote ? m_file.endnoteCount : m_file.footnoteCount;
    const auto &notes = isEndnote ? m_file.endnotes : m_file.footnotes;
    // Marks of one's own follow as words of the text.
    const bool ownMark = m_xml->hasAttribute(u"customMarkFollows") && m_xml->attribute(u"customMarkFollows") != "0"_L1;
    const QString mark = ownMark ? QString() : numberText(count.next++, count.format);
    if (ownMark)
        m_writer.text(u" "_s);
    else
        m_writer.raised(mark, true);
    bool first = true;
    for (Line line : notes.value(m_xml->attribute(u"id"))) {
        if (first && !mark.isEmpty())
            line.text.prepend(mark + u' ');
        first = false;
        m_writer.addBehind(std::move(line));
    }
}

} // namespace entente::reading
