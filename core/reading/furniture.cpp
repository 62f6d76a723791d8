#include "core/reading/furniture.h"

#include "core/reading/patterns.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

/// How furniture is told from text, by repetition and position:
///
/// 1. Page numbers: the longest chain of lines that hold one number each, counting up by one. A line may be the bare number (`3`,
///    `Page 3 of 12`) or keep the same words around it every time (`14319/24   SM/mgc   3`).
/// 2. With form feeds the edges of the pages are known: a short line that comes back at the edges of many pages is furniture.
/// 3. Without them the page numbers are the anchors: repeated lines that touch one, directly or through each other, are furniture, and so
/// is
///    any later run of at least two such lines (the header of the first page has no page number above it).
/// 4. Without page numbers, what repeats at a steady distance is furniture if it looks like a reference or marking or cuts a sentence.
///
/// Pages without form feeds: the run of furniture that ends the document is a footer; what other runs have after the same lines is the
/// header of the next page. All steps are linear in the number of lines.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestFurniture = 120;
constexpr int EdgeLines = 4; ///< So many lines at the top and at the bottom of a page can be furniture.

/// A line as furniture sees it: the words, and the number among them that may count the pages.
struct Shape
{
    QString key; ///< The text with that number replaced.
    std::optional<int> number;
};

Shape shapeOf(const QString &text)
{
    if (text.size() > LongestFurniture)
        return {};
    if (const auto number = patterns::pageNumber(text))
        return {u"#"_s, number};
    if (patterns::isReference(text) || !patterns::subjectCodes(text).isEmpty())
        return {text, std::nullopt};
    static const QRegularExpression structural(
        uR"(^[\[(]?(?:article|art\.|chapter|section|part|title|annex|appendix|paragraph|point|item|table|figure|제)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression atEnd(uR"(^(\D.*?\s)(\d{1,3})(\s+[A-Z]{2})?$)"_s);
    static const QRegularExpression atStart(uR"(^(\d{1,3})(\s+[A-Z]\S.*[^.;:,])$)"_s);
    if (structural.match(text).hasMatch())
        return {text, std::nullopt};
    if (const auto match = atEnd.match(text); match.hasMatch())
        return {match.captured(1) + u'#' + match.captured(3), match.captured(2).toInt()};
    if (const auto match = atStart.match(text); match.hasMatch())
        return {u'#' + match.captured(2), match.captured(1).toInt()};
    return {text, std::nullopt};
}

/// Points of lists and numbered paragraphs come back, too, and are no furniture.
bool canBeFurniture(const Line &line)
{
    static const QRegularExpression marker(uR"(^\(?(?:[A-Za-z]|\d{1,3}|[ivxl]+)[.)]$)"_s);
    return !line.gap && line.text.size() <= LongestFurniture && !marker.match(line.text).hasMatch();
}

QString reasonFor(const Line &line, const Shape &shape, bool header)
{
    if (shape.number && shape.key == u"#")
        return u"page number"_s;
    if (patterns::isReference(line.text))
        return u"reference"_s;
    if (!patterns::marking(line.text).isEmpty())
        return u"marking"_s;
    return header ? u"running header"_s : u"running footer"_s;
}

/// The lines that hold the page numbers: for each way of printing them the longest chain n, n+1, n+2 …; the longest of all wins.
std::vector<std::size_t> pageNumberChain(const std::vector<Line> &lines, const std::vector<Shape> &shapes)
{
    struct Tail
    {
        int length = 0;
        std::size_t line = 0;
    };
    std::vector<std::ptrdiff_t> previous(lines.size(), -1);
    QHash<QString, QHash<int, Tail>> tails;
    Tail best;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!shapes[i].number || !canBeFurniture(lines[i]))
            continue;
        auto &ofKey = tails[shapes[i].key];
        const Tail before = ofKey.value(*shapes[i].number - 1);
        if (before.length > 0)
            previous[i] = static_cast<std::ptrdiff_t>(before.line);
        const Tail tail{before.length + 1, i};
        if (tail.length >= ofKey.value(*shapes[i].number).length)
            ofKey[*shapes[i].number] = tail;
        if (tail.length > best.length)
            best = tail;
    }
    std::vector<std::size_t> chain;
    if (best.length >= 2) {
        for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(best.line); i >= 0; i = previous[static_cast<std::size_t>(i)])
            chain.push_back(static_cast<std::size_t>(i));
        std::reverse(chain.begin(), chain.end());
    }
    return chain;
}

void setAsideByEdges(std::vector<Line> &lines, const std::vector<Shape> &shapes)
{
    // Distance of each line to the top and the bottom of its page.
    std::vector<int> fromTop(lines.size());
    std::vector<int> fromBottom(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        fromTop[i] = i > 0 && lines[i - 1].page == lines[i].page ? fromTop[i - 1] + 1 : 0;
    for (std::size_t i = lines.size(); i-- > 0;)
        fromBottom[i] = i + 1 < lines.size() && lines[i + 1].page == lines[i].page ? fromBottom[i + 1] + 1 : 0;

    QHash<QString, QHash<int, int>> pagesOfKey;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (canBeFurniture(lines[i]) && (fromTop[i] < EdgeLines || fromBottom[i] < EdgeLines))
            ++pagesOfKey[shapes[i].key][lines[i].page];
    }
    const qsizetype enough = std::max<qsizetype>(2, lines.back().page / 4);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool top = fromTop[i] < EdgeLines;
        if (!canBeFurniture(lines[i]) || (!top && fromBottom[i] >= EdgeLines) || pagesOfKey.value(shapes[i].key).size() < enough)
            continue;
        lines[i].why = reasonFor(lines[i], shapes[i], top && fromTop[i] <= fromBottom[i]);
    }
}

void setAsideByAnchors(std::vector<Line> &lines, const std::vector<Shape> &shapes)
{
    QHash<QString, qsizetype> counts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (canBeFurniture(lines[i]) && !shapes[i].key.isEmpty())
            ++counts[shapes[i].key];
    }
    const std::vector<std::size_t> chain = pageNumberChain(lines, shapes);
    const bool anchored = chain.size() >= 3;
    QHash<QString, bool> keys; // furniture wherever two stand together
    if (anchored) {
        const auto enough = std::max<qsizetype>(3, static_cast<qsizetype>(chain.size()) / 3);
        const auto repeats = [&](std::size_t i) {
            return canBeFurniture(lines[i]) && !shapes[i].number && counts.value(shapes[i].key) >= enough;
        };
        for (const std::size_t anchor : chain) {
            lines[anchor].why = reasonFor(lines[anchor], shapes[anchor], false);
            for (std::size_t i = anchor; i-- > 0 && repeats(i);) {
                lines[i].why = reasonFor(lines[i], shapes[i], false);
                keys[shapes[i].key] = true;
            }
            for (std::size_t i = anchor + 1; i < lines.size() && repeats(i); ++i) {
                lines[i].why = reasonFor(lines[i], shapes[i], true);
                keys[shapes[i].key] = true;
            }
        }
        // Headers without a page number near them: the first page, or pages that print none.
        for (std::size_t i = 0; i < lines.size();) {
            std::size_t end = i;
            while (end < lines.size() && (!lines[end].why.isEmpty() || keys.contains(shapes[end].key)))
                ++end;
            if (end - i >= 2) {
                for (; i < end; ++i) {
                    if (lines[i].why.isEmpty())
                        lines[i].why = reasonFor(lines[i], shapes[i], true);
                }
            }
            i = std::max(end, i + 1);
        }
        return;
    }
    // No anchors: what comes back at a steady distance.
    QHash<QString, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (canBeFurniture(lines[i]) && !shapes[i].key.isEmpty() && shapes[i].key != u"#" && counts.value(shapes[i].key) >= 3)
            places[shapes[i].key].push_back(i);
    }
    for (const auto &at : std::as_const(places)) {
        std::size_t nearest = lines.size();
        std::size_t farthest = 0;
        bool cuts = false;
        for (std::size_t n = 0; n < at.size(); ++n) {
            if (n > 0) {
                nearest = std::min(nearest, at[n] - at[n - 1]);
                farthest = std::max(farthest, at[n] - at[n - 1]);
            }
            if (at[n] > 0 && at[n] + 1 < lines.size()) {
                const QString &next = lines[at[n] + 1].text;
                cuts = cuts || (!endsSentence(lines[at[n] - 1].text) && next[0].isLower());
            }
        }
        const Line &first = lines[at.front()];
        const bool official = patterns::isReference(first.text) || !patterns::marking(first.text).isEmpty();
        if (!official && !(cuts && nearest >= 5 && farthest <= nearest * 4))
            continue;
        for (const std::size_t i : at)
            lines[i].why = reasonFor(lines[i], shapes[i], true);
    }
}

/// Page breaks inside runs of furniture; see the top of the file.
void numberPages(std::vector<Line> &lines, const std::vector<Shape> &shapes)
{
    struct Run
    {
        std::size_t first = 0;
        std::size_t end = 0;
        std::size_t length() const { return end - first; }
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].why.isEmpty())
            continue;
        if (runs.empty() || runs.back().end != i)
            runs.push_back({i, i});
        runs.back().end = i + 1;
    }
    const auto startsWith = [&](const Run &run, const Run &head) {
        if (run.length() < head.length() || head.length() == 0)
            return false;
        for (std::size_t n = 0; n < head.length(); ++n) {
            if (shapes[run.first + n].key != shapes[head.first + n].key)
                return false;
        }
        return true;
    };
    Run footer; // of no length: not known
    if (!runs.empty() && runs.back().end == lines.size())
        footer = runs.back();
    Run header;
    for (const Run &run : runs) {
        if (run.end != lines.size() && startsWith(run, footer) && run.length() > footer.length()) {
            header = Run{run.first + footer.length(), run.end};
            break;
        }
    }
    if (header.length() == 0 && !runs.empty() && runs.front().first == 0)
        header = runs.front();

    std::vector<std::size_t> breaks; // a page begins at these lines
    for (const Run &run : runs) {
        if (run.first == 0 || run.end == lines.size())
            continue;
        if (startsWith(run, footer)) {
            breaks.push_back(run.first + footer.length());
        } else if (startsWith(run, header)) {
            breaks.push_back(run.first);
        } else {
            std::size_t at = run.first;
            for (std::size_t i = run.first; i < run.end; ++i) {
                if (shapes[i].number)
                    at = i + 1;
            }
            breaks.push_back(at);
        }
    }
    int page = 1;
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (next < breaks.size() && i >= breaks[next]) {
            ++page;
            ++next;
        }
        lines[i].page = page;
    }
}

} // namespace

void setFurnitureAside(std::vector<Line> &lines)
{
    if (lines.empty())
        return;
    std::vector<Shape> shapes;
    shapes.reserve(lines.size());
    for (const Line &line : lines)
        shapes.push_back(shapeOf(line.text));
    if (lines.back().page > 1) {
        setAsideByEdges(lines, shapes);
    } else {
        setAsideByAnchors(lines, shapes);
        numberPages(lines, shapes);
    }
    for (std::size_t i = lines.size(); i-- > 0;) {
        if (!patterns::isEndMark(lines[i].text))
            continue;
        lines[i].why = u"end mark"_s;
        break;
    }
}

} // namespace entente::reading
