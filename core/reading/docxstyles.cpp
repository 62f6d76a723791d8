#include "core/reading/docxstyles.h"

#include "core/reading/xmlsource.h"

#include <QRegularExpression>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestChain = 32; ///< Of styles based on styles; some files go in circles.

template<typename Value>
void take(std::optional<Value> &mine, const std::optional<Value> &other)
{
    if (!mine)
        mine = other;
}

} // namespace

void DocxLetters::complete(const DocxLetters &other)
{
    take(bold, other.bold);
    take(size, other.size);
    take(hidden, other.hidden);
    take(raised, other.raised);
}

void DocxParagraph::complete(const DocxParagraph &other)
{
    take(list, other.list);
    take(level, other.level);
    take(outline, other.outline);
    take(pageBreakBefore, other.pageBreakBefore);
    letters.complete(other.letters);
}

DocxLetters readLetters(XmlSource &xml)
{
    DocxLetters letters;
    const int depth = xml.depth();
    while (xml.nextStartIn(depth)) {
        const QStringView name = xml.name();
        if (name == u"b")
            letters.bold = xml.isOn();
        else if (name == u"sz")
            letters.size = xml.number(u"val", 0) / 2.0;
        else if (name == u"vanish")
            letters.hidden = xml.isOn();
        else if (name == u"vertAlign")
            letters.raised = xml.attribute(u"val") == "superscript"_L1;
        else if (name == u"rStyle")
            letters.style = xml.attribute(u"val");
        else if (name == u"del" || name == u"moveFrom")
            letters.removed = true;
        else if (name == u"rPrChange")
            xml.skip();
    }
    return letters;
}

DocxParagraph readParagraph(XmlSource &xml, const std::function<void(XmlSource &)> &section)
{
    DocxParagraph paragraph;
    const int depth = xml.depth();
    while (xml.nextStartIn(depth)) {
        const QStringView name = xml.name();
        if (name == u"pStyle")
            paragraph.style = xml.attribute(u"val");
        else if (name == u"numId")
            paragraph.list = xml.number(u"val", 0);
        else if (name == u"ilvl")
            paragraph.level = xml.number(u"val", 0);
        else if (name == u"outlineLvl")
            paragraph.outline = xml.number(u"val", 9);
        else if (name == u"pageBreakBefore")
            paragraph.pageBreakBefore = xml.isOn();
        else if (name == u"rPr")
            paragraph.letters = readLetters(xml);
        else if (name == u"sectPr")
            section(xml);
        else if (name == u"pPrChange")
            xml.skip();
    }
    return paragraph;
}

void DocxStyles::readStyle(XmlSource &xml)
{
    const QString id = xml.attribute(u"styleId");
    const bool isParagraph = xml.attribute(u"type") == "paragraph"_L1;
    const QString isDefault = xml.attribute(u"default");
    if (isParagraph && (isDefault == "1"_L1 || isDefault == "true"_L1))
        m_defaultParagraph = id;
    Style style;
    QString title;
    const int depth = xml.depth();
    while (xml.nextStartIn(depth)) {
        const QStringView name = xml.name();
        if (name == u"basedOn") {
            style.basedOn = xml.attribute(u"val");
        } else if (name == u"name") {
            title = xml.attribute(u"val");
        } else if (name == u"pPr") {
            const DocxLetters letters = style.paragraph.letters;
            style.paragraph = readParagraph(xml, [](XmlSource &section) { section.skip(); });
            style.paragraph.letters = letters;
        } else if (name == u"rPr") {
            style.paragraph.letters = readLetters(xml);
        } else if (name == u"tblStylePr") {
            xml.skip();
        }
    }
    if (isParagraph && !style.paragraph.outline) {
        // The built-in headings are known by their English names in every language of Word.
        static const QRegularExpression heading(u"^heading ([1-9])$"_s, QRegularExpression::CaseInsensitiveOption);
        if (const auto match = heading.match(title); match.hasMatch())
            style.paragraph.outline = match.captured(1).toInt() - 1;
        else if (title.compare("title"_L1, Qt::CaseInsensitive) == 0)
            style.paragraph.outline = 0;
    }
    m_styles.insert(id, std::move(style));
}

Result<void> DocxStyles::read(const QByteArray &bytes)
{
    XmlSource xml(bytes);
    bool inDefaults = false;
    while (xml.next()) {
        if (xml.name() == u"rPrDefault")
            inDefaults = xml.isStart();
        else if (xml.isStart() && xml.name() == u"style")
            readStyle(xml);
        else if (xml.isStart() && inDefaults && xml.name() == u"rPr")
            m_defaults = readLetters(xml);
    }
    return xml.finish();
}

QStringList DocxStyles::chain(const QString &style) const
{
    QStringList names;
    for (QString name = style; m_styles.contains(name) && !names.contains(name) && names.size() < LongestChain;) {
        names += name;
        name = m_styles[name].basedOn;
    }
    return names;
}

DocxParagraph DocxStyles::paragraph(const QString &style) const
{
    DocxParagraph paragraph;
    for (const QString &name : chain(m_styles.contains(style) ? style : m_defaultParagraph))
        paragraph.complete(m_styles[name].paragraph);
    paragraph.letters.complete(m_defaults);
    return paragraph;
}

DocxLetters DocxStyles::letters(const QString &style) const
{
    DocxLetters letters;
    for (const QString &name : chain(style))
        letters.complete(m_styles[name].paragraph.letters);
    return letters;
}

} // namespace entente::reading
