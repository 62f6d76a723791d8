#include "core/reading/htmlwalk.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int LargestNumber = 1'000'000; ///< That a list may begin with.

bool isBlock(const QString &name)
{
    static const QSet<QString> names = {
        u"p"_s,       u"div"_s,    u"h1"_s,      u"h2"_s,    u"h3"_s,      u"h4"_s,      u"h5"_s,         u"h6"_s,      u"ul"_s,
        u"ol"_s,      u"li"_s,     u"dl"_s,      u"dt"_s,    u"dd"_s,      u"table"_s,   u"caption"_s,    u"thead"_s,   u"tbody"_s,
        u"tfoot"_s,   u"tr"_s,     u"td"_s,      u"th"_s,    u"pre"_s,     u"hr"_s,      u"blockquote"_s, u"section"_s, u"article"_s,
        u"main"_s,    u"header"_s, u"footer"_s,  u"nav"_s,   u"aside"_s,   u"address"_s, u"figure"_s,     u"figcaption"_s,
        u"form"_s,    u"fieldset"_s, u"legend"_s, u"center"_s, u"menu"_s,  u"dir"_s,     u"details"_s,    u"summary"_s, u"dialog"_s,
        u"body"_s,    u"html"_s,   u"option"_s,  u"select"_s, u"button"_s, u"hgroup"_s,  u"search"_s,     u"title"_s,   u"iframe"_s,
        u"textarea"_s, u"noscript"_s, u"template"_s, u"listing"_s, u"xmp"_s, u"marquee"_s, u"optgroup"_s,
    };
    return names.contains(name);
}

/// What stands empty in HTML and never ends.
bool isVoid(const QString &name)
{
    static const QSet<QString> names = {u"br"_s,   u"hr"_s,    u"img"_s,  u"input"_s,  u"meta"_s,  u"link"_s,  u"wbr"_s,
                                        u"area"_s, u"base"_s,  u"col"_s,  u"embed"_s,  u"param"_s, u"track"_s, u"source"_s};
    return names.contains(name);
}

bool isHidden(const HtmlWalk::Attributes &attributes)
{
    if (attributes.contains(u"hidden"_s))
        return true;
    QString style = attributes.value(u"style"_s).left(2000).toLower();
    style.remove(u' ');
    return style.contains("display:none"_L1) || style.contains("visibility:hidden"_L1) || style.contains("mso-hide:all"_L1);
}

bool leadsAround(const QString &name, const QString &role)
{
    static const QSet<QString> names = {u"nav"_s, u"footer"_s, u"aside"_s, u"button"_s, u"select"_s, u"menu"_s, u"search"_s};
    static const QSet<QString> roles = {u"navigation"_s, u"banner"_s, u"contentinfo"_s, u"complementary"_s, u"search"_s, u"menu"_s, u"menubar"_s, u"toolbar"_s};
    return names.contains(name) || roles.contains(role);
}

/// Whether an element holds notes, as word processors and publishers write them.
bool holdsNotes(const QString &id, const QString &role, const QString &classes)
{
    static const QRegularExpression pattern(u"^(?:sdfootnote|sdendnote|ftn|edn)\\d+$"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern.match(id.left(40)).hasMatch() || role == "doc-footnote"_L1 || role == "doc-endnote"_L1 || role == "doc-endnotes"_L1 ||
           classes == "sdfootnote"_L1 || classes == "sdendnote"_L1 || classes.startsWith("msofootnotetext"_L1) ||
           classes.startsWith("msoendnotetext"_L1);
}

/// What a list style says in a style attribute.
QString listStyle(const QString &style)
{
    static const QRegularExpression pattern(u"list-style(?:-type)?\\s*:\\s*([\\w-]+)"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern.match(style.left(2000)).captured(1).toLower();
}

/// Whether the words begin with a number of their own: `1.`, `(a)`, `①`, `제1조`, or with the bullet that is to be put there.
bool printsOwnNumber(const QString &words, const QString &number)
{
    static const QRegularExpression marker(
        uR"(^(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,6}|[가-힣])[.)](?:\s|$|(?=\D))|[①-⑳]|§\s?\d|제\s?\d+\s?[장절조항호]|Article\s+\d|\d{1,2}(?:\.\d{1,2})+\.?\s|[•◦▪■□○●ㅇ※–—*-]\s))"_s);
    static const QRegularExpression digits(u"\\d+"_s);
    const auto match = marker.match(words);
    if (!match.hasMatch())
        return false;
    // "3. …" below a 1. is a text that quotes; the same number is the same mark.
    const QString own = digits.match(match.captured()).captured();
    return number == u"•"_s || own.isEmpty() || own == digits.match(number).captured();
}

} // namespace

void HtmlWalk::open()
{
    if (m_writer.isOpen())
        return;
    const Element element = now();
    Line look;
    look.why = element.why;
    look.part = element.part;
    look.headingLevel = element.headingLevel;
    look.listLevel = m_number.isEmpty() ? 0 : static_cast<int>(m_lists.size());
    m_writer.begin(look);
    m_start.clear();
    m_anyBold = false;
    m_anyPlain = false;
}

void HtmlWalk::close()
{
    finishRaised();
    m_brokeLine = false;
    if (!m_writer.isOpen())
        return;
    if (!m_start.trimmed().isEmpty() && !m_number.isEmpty()) {
        if (!printsOwnNumber(m_start.simplified(), m_number))
            m_writer.setNumber(m_number);
        m_number.clear();
    }
    m_writer.look().bold = m_anyBold && !m_anyPlain;
    m_writer.end();
}

void HtmlWalk::startList(const QString &name, const Attributes &attributes)
{
    List list;
    list.ordered = name == "ol"_L1;
    QString type = listStyle(attributes.value(u"style"_s));
    if (type.isEmpty() || type == "outside"_L1 || type == "inside"_L1)
        type = attributes.value(u"type"_s).trimmed();
    list.format = type.isEmpty() ? (list.ordered ? NumberFormat::Decimal : NumberFormat::Bullet) : formatFromWeb(type);
    if (!list.ordered && list.format != NumberFormat::None)
        list.format = NumberFormat::Bullet;
    list.index = m_listSizes.size();
    m_listSizes.push_back(0);
    const bool down = attributes.contains(u"reversed"_s);
    list.step = down ? -1 : 1;
    if (down && list.index < m_knownSizes.size())
        list.next = m_knownSizes[list.index];
    bool fine = false;
    if (const int start = attributes.value(u"start"_s).toInt(&fine); fine)
        list.next = std::clamp(start, -LargestNumber, LargestNumber);
    m_lists.push_back(list);
}

void HtmlWalk::startItem(const Attributes &attributes)
{
    const bool waiting = !m_number.isEmpty() && m_number != u"•"_s;
    QString number = u"•"_s; // an item outside of any list is drawn with a bullet
    if (!m_lists.empty()) {
        List &list = m_lists.back();
        ++m_listSizes[list.index];
        bool fine = false;
        if (const int value = attributes.value(u"value"_s).toInt(&fine); fine && list.ordered)
            list.next = std::clamp(value, -LargestNumber, LargestNumber);
        const QString type = listStyle(attributes.value(u"style"_s));
        const NumberFormat format = type.isEmpty() ? list.format : formatFromWeb(type);
        if (format == NumberFormat::None)
            number.clear();
        else if (list.ordered && format != NumberFormat::Bullet)
            number = numberText(list.next, format) + u'.';
        list.next += list.step;
    }
    m_number = waiting ? (m_number + u' ' + number).trimmed() : number;
}

void HtmlWalk::start(const QString &name, const Attributes &attributes)
{
    if (name == "br"_L1) {
        finishRaised();
        if (m_brokeLine) {
            // An empty line parts paragraphs.
            close();
            open();
            close();
        } else if (m_writer.isOpen()) {
            m_writer.lineBreak();
            m_brokeLine = true;
        }
        return;
    }
    if (isBlock(name))
        close();
    if (isVoid(name))
        return;
    Element element = now();
    element.name = name;
    element.isList = false;
    const QString role = attributes.value(u"role"_s).toLower();
    const QString classes = attributes.value(u"class"_s).toLower();
    const QString id = attributes.value(u"id"_s);
    if (name == "script"_L1 || name == "style"_L1 || name == "rp"_L1)
        element.raw = Raw::Dropped;
    else if (name == "title"_L1)
        element.raw = Raw::Title;
    if (isHidden(attributes) || name == "template"_L1 || name == "noscript"_L1 || name == "iframe"_L1)
        element.hidden = true;
    if (holdsNotes(id, role, classes)) {
        element.part = Part::Note;
    } else if (leadsAround(name, role)) {
        element.why = u"navigation"_s;
    } else if (name == "div"_L1 && (attributes.value(u"title"_s) == "header"_L1 || attributes.value(u"title"_s) == "footer"_L1)) {
        // As LibreOffice writes the headers and footers of a page.
        const bool header = attributes.value(u"title"_s) == "header"_L1;
        element.part = header ? Part::Header : Part::Footer;
        element.why = header ? u"running header"_s : u"running footer"_s;
    }
    if (name.size() == 2 && name[0] == u'h' && name[1] >= u'1' && name[1] <= u'6')
        element.headingLevel = name[1].digitValue();
    else if (role == "heading"_L1)
        element.headingLevel = std::clamp(attributes.value(u"aria-level"_s, u"2"_s).toInt(), 1, 9);
    if (name == "td"_L1 || name == "th"_L1)
        element.part = element.part == Part::Body ? Part::Cell : element.part;
    if (name == "pre"_L1 || name == "listing"_L1 || name == "xmp"_L1 || name == "textarea"_L1)
        element.preformatted = true;
    if (name == "b"_L1 || name == "strong"_L1)
        element.bold = true;
    element.link = element.link || name == "a"_L1;
    element.mark = element.mark || classes.contains("footnotereference"_L1) || classes.contains("endnotereference"_L1) ||
                   classes == "sdfootnoteanc"_L1 || classes == "sdendnoteanc"_L1 || role == "doc-noteref"_L1;
    element.ownMark = classes == "sdfootnotesym"_L1 || classes == "sdendnotesym"_L1;
    if (name == "ol"_L1 || name == "ul"_L1 || name == "menu"_L1 || name == "dir"_L1) {
        startList(name, attributes);
        element.isList = true;
    } else if (name == "li"_L1) {
        startItem(attributes);
    }
    if ((name == "sup"_L1 || (element.mark && !now().mark)) && m_raisedDepth == 0) {
        m_raisedDepth = static_cast<int>(m_elements.size()) + 1;
        m_raisedIsMark = element.mark;
    }
    m_elements.push_back(element);
    if (name == "rt"_L1)
        addWords(u"("_s);
    else if (name == "q"_L1)
        addWords(u"“"_s);
}

void HtmlWalk::end(const QString &name)
{
    if (isVoid(name))
        return;
    // The parser pairs its events; what it lets through unpaired is passed over.
    if (m_elements.empty() || m_elements.back().name != name)
        return;
    if (name == "rt"_L1)
        addWords(u")"_s);
    else if (name == "q"_L1)
        addWords(u"”"_s);
    if (m_raisedDepth == static_cast<int>(m_elements.size()))
        finishRaised();
    if (isBlock(name))
        close();
    const Element element = m_elements.back();
    if (element.ownMark && m_writer.isOpen())
        m_writer.text(u" "_s);
    if (element.isList && !m_lists.empty())
        m_lists.pop_back();
    if (name == "li"_L1)
        m_number.clear();
    m_elements.pop_back();
}

void HtmlWalk::finishRaised()
{
    m_raisedDepth = 0;
    if (m_raised.isEmpty())
        return;
    QString raised;
    std::swap(raised, m_raised);
    static const QRegularExpression markLike(uR"(^\s*[\[(]?(?:\d{1,3}|\*{1,3}|†|‡)[\])]?\s*$)"_s);
    open();
    m_start += raised.left(40);
    m_writer.raised(raised, m_raisedIsMark || (now().link && markLike.match(raised).hasMatch()));
    m_raisedIsMark = false;
}

void HtmlWalk::addWords(const QString &words)
{
    const Element element = now();
    const bool blank = words.trimmed().isEmpty();
    if (blank && !m_writer.isOpen())
        return;
    open();
    if (!blank)
        m_brokeLine = false;
    if (element.hidden) {
        m_writer.hidden(words);
        return;
    }
    if (m_raisedDepth > 0) {
        m_raisedIsMark = m_raisedIsMark || element.mark;
        m_raised += words.left(200);
        if (words.size() > 200)
            m_writer.text(words.mid(200));
        return;
    }
    if (!blank)
        (element.bold ? m_anyBold : m_anyPlain) = true;
    if (m_start.size() < 80)
        m_start += words.left(80);
    m_writer.text(words);
}

void HtmlWalk::text(const QString &words)
{
    const Element element = now();
    if (m_over || element.raw == Raw::Dropped)
        return;
    if (element.raw == Raw::Title) {
        if (m_title.size() < 1000)
            m_title += words.left(1000);
        return;
    }
    if (!element.preformatted) {
        addWords(words);
        return;
    }
    const QStringList lines = words.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            open();
            m_writer.setWrapped();
            close();
        }
        if (lines[i].isEmpty())
            continue;
        open();
        m_writer.setWrapped();
        addWords(lines[i]);
    }
}

void HtmlWalk::comment(const QString &words)
{
    // What surrounds the copied fragment on the clipboard gives it its lists and tables, but not its words.
    if (words.trimmed() == "StartFragment"_L1) {
        m_writer = LineWriter();
        m_number.clear();
    } else if (words.trimmed() == "EndFragment"_L1) {
        close();
        m_over = true;
    }
}

std::vector<Line> HtmlWalk::take()
{
    close();
    return m_writer.take();
}

} // namespace entente::reading
