#include "core/reading/furniture.h"

#include "core/reading/pagenumbers.h"
#include "core/reading/patterns.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

/// How furniture is told from text, by repetition and position. Two lines are *alike* when they differ in figures and months alone (page
/// numbers, dates of drafts). What begins like a unit or a part of the text is none.
///
/// 1. What the format itself calls header or footer is.
/// 2. Where the pages are known (form feeds, or a format that has pages), what comes back alike at the same place of their edges is furniture: on
///    a third of them is enough, since odd and even pages differ, or on three that follow each other, since chapters do. Two pages may also
///    agree by chance, so there the lines must be the same.
/// 3. Where the format says where lines stand, a place at the edge that mostly holds such lines holds nothing else: titles of chapters that
///    change from page to page are found by that.
/// 4. Nothing of the text stands beyond the furniture of a page: what is further out is furniture, too.
/// 5. Without pages, the page numbers are the anchors: the longest chain of lines that count up by one. Lines that come back next to them,
///    and next to what is already found, and hardly elsewhere, are furniture; then any later run of at least two such lines.
/// 6. Without page numbers, what repeats at a steady distance is furniture if it looks like a reference or marking or cuts a sentence.
///
/// All steps are linear in the number of lines.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int EdgeLines = 5; ///< So many lines at the top and at the bottom of a page can be furniture.

QString reasonFor(const Line &line, const Shape &shape, bool header)
{
    if (shape.number && shape.key == u"#")
        return u"page number"_s;
    if (patterns::isReference(line.text))
        return u"reference"_s;
    if (patterns::isWatermark(line.text))
        return u"watermark"_s;
    if (!patterns::marking(line.text).isEmpty())
        return u"marking"_s;
    if (patterns::isRecipient(line.text))
        return u"recipient"_s;
    return header ? u"running header"_s : u"running footer"_s;
}

class Furniture
{
public:
    explicit Furniture(std::vector<Line> &lines);
    void setAside();

private:
    void byFormat();
    void byEdges();
    void bySlots(const std::vector<int> &fromTop, const std::vector<int> &fromBottom);
    void beyond(const std::vector<int> &fromTop, const std::vector<int> &fromBottom);
    void byAnchors(const std::vector<std::size_t> &chain);
    void byDistance();
    void byForm();

    void take(std::size_t line, bool header) { m_lines[line].why = reasonFor(m_lines[line], m_shapes[line], header); }
    bool isOpen(std::size_t line) const { return m_lines[line].why.isEmpty() && !m_shapes[line].key.isEmpty(); }

    std::vector<Line> &m_lines;
    std::vector<Shape> m_shapes;
};

Furniture::Furniture(std::vector<Line> &lines)
    : m_lines(lines)
{
    m_shapes.reserve(lines.size());
    for (const Line &line : lines)
        m_shapes.push_back(shapeOf(line));
}

void Furniture::byFormat()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool header = m_lines[i].part == Part::Header;
        if (m_lines[i].why.isEmpty() && !m_lines[i].gap && (header || m_lines[i].part == Part::Footer))
            take(i, header);
    }
}

void Furniture::byEdges()
{
    // Distance of each line to the top and the bottom of its page.
    std::vector<int> fromTop(m_lines.size());
    std::vector<int> fromBottom(m_lines.size());
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        fromTop[i] = i > 0 && m_lines[i - 1].page == m_lines[i].page ? fromTop[i - 1] + 1 : 0;
    for (std::size_t i = m_lines.size(); i-- > 0;)
        fromBottom[i] = i + 1 < m_lines.size() && m_lines[i + 1].page == m_lines[i].page ? fromBottom[i + 1] + 1 : 0;

    // Where on its page each of them comes back: -1 for the last line, 1 for the first.
    struct Seen
    {
        std::vector<int> pages; // ascending
        QString text;
        bool same = true;
    };
    using Place = std::pair<QString, int>;
    QHash<Place, Seen> seen;
    QSet<int> pages;
    const auto placesOf = [&](std::size_t i) {
        std::vector<Place> places;
        if (isOpen(i) && fromTop[i] < EdgeLines)
            places.emplace_back(m_shapes[i].key, 1 + fromTop[i]);
        if (isOpen(i) && fromBottom[i] < EdgeLines)
            places.emplace_back(m_shapes[i].key, -1 - fromBottom[i]);
        return places;
    };
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        pages.insert(m_lines[i].page);
        for (const Place &place : placesOf(i)) {
            Seen &here = seen[place];
            if (here.pages.empty())
                here.text = m_lines[i].text;
            here.same = here.same && here.text == m_lines[i].text;
            if (here.pages.empty() || here.pages.back() != m_lines[i].page)
                here.pages.push_back(m_lines[i].page);
        }
    }
    const std::size_t enough = std::max<std::size_t>(2, static_cast<std::size_t>(pages.size() + 2) / 3);
    const auto comesBack = [&](std::size_t i, const Place &place) {
        const Seen &here = seen[place];
        const bool counts = m_shapes[i].number.has_value();
        const bool official = counts || !patterns::marking(m_lines[i].text).isEmpty() || patterns::isReference(m_lines[i].text);
        // Two alike may be chance, and so may sentences that end alike.
        const std::size_t needed = (here.same || counts) && (official || !endsSentence(m_lines[i].text)) ? enough : std::max<std::size_t>(3, static_cast<std::size_t>(pages.size() + 1) / 2);
        if (here.pages.size() >= needed)
            return true;
        // A header of some chapters only: on page after page, or on every other one.
        int run = 1;
        for (std::size_t n = 1; n < here.pages.size() && run < 3; ++n)
            run = here.pages[n] - here.pages[n - 1] <= 2 ? run + 1 : 1;
        return run >= 3 && !endsSentence(m_lines[i].text);
    };
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto places = placesOf(i);
        if (std::any_of(places.begin(), places.end(), [&](const Place &place) { return comesBack(i, place); }))
            found.push_back(i);
    }
    // What is furniture at one place of the edges is so at the others.
    QHash<QString, bool> keys;
    for (const std::size_t i : found) {
        take(i, fromTop[i] <= fromBottom[i]);
        keys.insert(m_shapes[i].key, !endsSentence(m_lines[i].text));
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (isOpen(i) && (fromTop[i] < EdgeLines || fromBottom[i] < EdgeLines) && keys.value(m_shapes[i].key))
            take(i, fromTop[i] <= fromBottom[i]);
    }
    bySlots(fromTop, fromBottom);
    beyond(fromTop, fromBottom);
}

void Furniture::bySlots(const std::vector<int> &fromTop, const std::vector<int> &fromBottom)
{
    constexpr double SlotHeight = 4; // in points
    struct Slot
    {
        int lines = 0;
        int furniture = 0;
    };
    QHash<int, Slot> places;
    const auto slotOf = [](const Line &line) { return static_cast<int>(std::lround(line.box.center().y() / SlotHeight)); };
    const auto atEdge = [&](std::size_t i) { return !m_lines[i].box.isNull() && (fromTop[i] < EdgeLines || fromBottom[i] < EdgeLines); };
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!atEdge(i))
            continue;
        Slot &slot = places[slotOf(m_lines[i])];
        ++slot.lines;
        slot.furniture += m_lines[i].why.isEmpty() ? 0 : 1;
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!atEdge(i) || !isOpen(i))
            continue;
        const Slot slot = places.value(slotOf(m_lines[i]));
        if (slot.lines >= 3 && slot.furniture * 2 > slot.lines)
            take(i, fromTop[i] <= fromBottom[i]);
    }
}

void Furniture::beyond(const std::vector<int> &fromTop, const std::vector<int> &fromBottom)
{
    constexpr int Most = 3; // lines of a page
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].why.isEmpty() || m_lines[i].part == Part::Header || m_lines[i].part == Part::Footer)
            continue;
        const bool ranked = m_lines[i].why != u"watermark";
        if (ranked && fromTop[i] > 0 && fromTop[i] <= Most && fromTop[i] < fromBottom[i]) {
            for (std::size_t n = i; n-- > i - static_cast<std::size_t>(fromTop[i]);) {
                if (isOpen(n) && !endsSentence(m_lines[n].text))
                    take(n, true);
            }
        }
        if (ranked && fromBottom[i] > 0 && fromBottom[i] <= Most && fromBottom[i] < fromTop[i]) {
            for (std::size_t n = i + 1; n <= i + static_cast<std::size_t>(fromBottom[i]); ++n) {
                if (isOpen(n) && !endsSentence(m_lines[n].text))
                    take(n, false);
            }
        }
    }
}

void Furniture::byAnchors(const std::vector<std::size_t> &chain)
{
    QHash<QString, int> total;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (isOpen(i))
            ++total[m_shapes[i].key];
    }
    for (const std::size_t anchor : chain)
        take(anchor, false);
    // Outwards from the anchors, a line a step: what stands there on many pages and hardly elsewhere.
    const int enough = std::max(2, static_cast<int>(chain.size() + 2) / 3);
    constexpr std::size_t Nowhere = static_cast<std::size_t>(-1);
    struct Front
    {
        std::size_t at;
        bool down;
        bool begun; // false: it stands above the first line, as if a page had ended there
    };
    std::vector<Front> fronts{{0, true, false}};
    for (const std::size_t anchor : chain) {
        fronts.push_back({anchor, false, true});
        fronts.push_back({anchor, true, true});
    }
    QSet<QString> keys;
    for (int step = 0; step < EdgeLines + 1; ++step) {
        QHash<QString, int> near;
        QSet<std::size_t> reached;
        for (Front &front : fronts) {
            if (front.at == Nowhere)
                continue;
            if (front.begun)
                front.at = front.down ? (front.at + 1 < m_lines.size() ? front.at + 1 : Nowhere) : (front.at > 0 ? front.at - 1 : Nowhere);
            front.begun = true;
            if (front.at != Nowhere && isOpen(front.at) && !reached.contains(front.at)) {
                reached.insert(front.at);
                ++near[m_shapes[front.at].key];
            }
        }
        for (Front &front : fronts) {
            if (front.at == Nowhere || !m_lines[front.at].why.isEmpty())
                continue;
            const QString &key = m_shapes[front.at].key;
            const int count = near.value(key);
            if (key.isEmpty() || count < enough || count * 5 < total.value(key) * 2 || endsSentence(m_lines[front.at].text)) {
                front.at = Nowhere;
                continue;
            }
            keys.insert(key);
            take(front.at, front.down);
        }
    }
    // Headers without a page number near them: the first page, or pages that print none.
    for (std::size_t i = 0; i < m_lines.size();) {
        std::size_t end = i;
        while (end < m_lines.size() && (!m_lines[end].why.isEmpty() || (isOpen(end) && keys.contains(m_shapes[end].key))))
            ++end;
        if (end - i >= 2 || (i == 0 && end == 1)) {
            for (; i < end; ++i) {
                if (m_lines[i].why.isEmpty())
                    take(i, true);
            }
        }
        i = std::max(end, i + 1);
    }
}

void Furniture::byDistance()
{
    QHash<QString, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (isOpen(i) && m_shapes[i].key != u"#")
            places[m_lines[i].text].push_back(i);
    }
    for (const auto &at : std::as_const(places)) {
        if (at.size() < 3)
            continue;
        std::size_t nearest = m_lines.size();
        std::size_t farthest = 0;
        bool cuts = false;
        QSet<QString> neighbours; // What a header cuts into differs from page to page; a formula comes back with what surrounds it.
        for (std::size_t n = 0; n < at.size(); ++n) {
            neighbours.insert(at[n] + 1 < m_lines.size() ? m_lines[at[n] + 1].text : QString());
            if (n > 0) {
                nearest = std::min(nearest, at[n] - at[n - 1]);
                farthest = std::max(farthest, at[n] - at[n - 1]);
            }
            if (at[n] > 0 && at[n] + 1 < m_lines.size()) {
                const QString &next = m_lines[at[n] + 1].text;
                cuts = cuts || (!endsSentence(m_lines[at[n] - 1].text) && !next.isEmpty() && next[0].isLower());
            }
        }
        const QString &text = m_lines[at.front()].text;
        const bool official = patterns::isReference(text) || !patterns::marking(text).isEmpty() || patterns::isWatermark(text) || patterns::isRecipient(text);
        // One page has no running headers, and no header begins in the middle of a sentence.
        const bool running = m_lines[at.front()].box.isNull() && !text[0].isLower() && neighbours.size() * 2 > static_cast<qsizetype>(at.size());
        if (!official && !(running && cuts && nearest >= 5 && farthest <= nearest * 4))
            continue;
        for (const std::size_t i : at)
            take(i, true);
    }
}

/// What can be nothing else, where it stands: `Copy 12 of 40 – J. Kim`, `Page 1 of 1` at an end of the text.
void Furniture::byForm()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!isOpen(i))
            continue;
        const bool atEnd = i + 1 == m_lines.size() || i == 0;
        if (patterns::isCopyNumber(m_lines[i].text))
            m_lines[i].why = u"recipient"_s;
        else if (atEnd && m_shapes[i].said && m_shapes[i].key == u"#")
            m_lines[i].why = u"page number"_s;
    }
}

void Furniture::setAside()
{
    byFormat();
    if (m_lines.back().page > 1) {
        byEdges();
    } else {
        const auto chain = pageNumberChain(m_lines, m_shapes);
        if (!chain.empty())
            byAnchors(chain);
        else
            byDistance();
        if (std::none_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.whole || !line.box.isNull(); }))
            numberPages(m_lines, m_shapes);
    }
    byForm();
    for (std::size_t i = m_lines.size(); i-- > 0;) {
        if (!patterns::isEndMark(m_lines[i].text))
            continue;
        m_lines[i].why = u"end mark"_s;
        break;
    }
}

} // namespace

void setFurnitureAside(std::vector<Line> &lines)
{
    if (!lines.empty())
        Furniture(lines).setAside();
}

} // namespace entente::reading
