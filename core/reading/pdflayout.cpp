#include "core/reading/pdflayout.h"

#include "core/reading/gaps.h"
#include "core/reading/pdffragments.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>

/// How the order is found:
///
/// 1. Fragments that follow each other on the page in the order in which it draws them, one close below the other, are a stack. Those who
/// make
///    PDF files draw a paragraph, a cell or a column in the order of its words; what they shuffle is whole stacks (headers after the
///    text, footnotes before it).
/// 2. Of two stacks of which one stands above the other, the upper comes first; of two that stand beside each other (columns, cells) the
/// one
///    drawn first. A topological sort with the order of drawing as tie gives the order (T. M. Breuel, "High performance document layout
///    analysis", 2003, with the order of drawing in place of his second rule, which would read tables by columns).
/// 3. Pages that are drawn row by row across two columns are recognised by a gutter that no line crosses and by lines on both sides that
///    fill their columns; their left side comes first.
///
/// Terms: body size is the size in which most letters of the document are set; the usual distance is that between lines of the body.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr double BlankDistance = 1.3; ///< Baselines farther apart than so many usual distances have a blank line between them.
constexpr double StackDistance = 1.6; ///< Sizes of letters between the baselines within a stack, at most.
constexpr double HeaderZone = 0.15;   ///< Of a page's height.
constexpr double FooterZone = 0.82;
constexpr double LargeLetters = 3;      ///< Body sizes; repeated letters so large are a watermark.
constexpr double NoteLetters = 0.94;    ///< Body sizes; footnotes are set smaller than that.
constexpr std::size_t MostStacks = 600; ///< On one page; more are left in the order of drawing.
constexpr int LeastRows = 8;            ///< Of two columns that are drawn row by row.

struct Stack
{
    std::vector<Fragment> fragments;
    QRectF box;
};

bool overlapsAcross(const QRectF &a, const QRectF &b)
{
    return std::min(a.right(), b.right()) - std::max(a.left(), b.left()) > 1;
}

double overlapDown(const QRectF &a, const QRectF &b)
{
    return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
}

/// The value that carries most weight, halves of points told apart.
double heaviest(const std::map<int, double> &weights)
{
    const auto best = std::ranges::max_element(weights, {}, [](const auto &entry) { return entry.second; });
    return best == weights.end() ? 0 : best->first / 2.0;
}

/// What all pages together say.
struct Usual
{
    double size = 0;
    double distance = 0;
};

using Fragments = std::vector<Fragment>;

Usual usualOf(const std::vector<Fragments> &pages)
{
    std::map<int, double> sizes;
    for (const Fragments &page : pages) {
        for (const Fragment &fragment : page)
            sizes[static_cast<int>(std::lround(fragment.size * 2))] += static_cast<double>(fragment.text.size());
    }
    Usual usual;
    usual.size = heaviest(sizes);
    // Lines follow each other most closely within a paragraph: the first decile of all distances.
    std::vector<double> distances;
    for (const Fragments &page : pages) {
        for (std::size_t n = 1; n < page.size(); ++n) {
            const double distance = page[n].baseline - page[n - 1].baseline;
            if (std::abs(page[n].size - usual.size) < 0.15 * usual.size && distance > 0.6 * usual.size && distance < 4 * usual.size &&
                overlapsAcross(page[n - 1].box, page[n].box))
                distances.push_back(distance);
        }
    }
    if (!distances.empty()) {
        const auto decile = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 10);
        std::nth_element(distances.begin(), decile, distances.end());
        usual.distance = *decile;
    }
    if (usual.distance <= 0)
        usual.distance = 1.2 * usual.size;
    return usual;
}

/// Takes out what is written across the pages. Slanted writing always is; writing up the page and very large writing when it comes back.
std::vector<Fragments> takeWatermarks(std::vector<Fragments> &pages, const std::vector<PdfPage> &originals)
{
    const double body = usualOf(pages).size;
    QHash<QString, QSet<std::size_t>> pagesOf;
    const auto isCandidate = [&](const Fragment &fragment) {
        return fragment.slanted || (body > 0 && fragment.size > LargeLetters * body);
    };
    for (std::size_t n = 0; n < pages.size(); ++n) {
        for (const Fragment &fragment : pages[n]) {
            if (isCandidate(fragment))
                pagesOf[fragment.text].insert(n);
        }
    }
    std::vector<Fragments> watermarks(pages.size());
    for (std::size_t n = 0; n < pages.size(); ++n) {
        const auto isWatermark = [&](const Fragment &fragment) {
            // Aslant, not straight up: the box is wide as well, and large.
            const bool aslant = fragment.slanted && fragment.box.width() > 0.25 * fragment.box.height() &&
                                fragment.box.height() > 0.06 * originals[n].size.height();
            return isCandidate(fragment) && (aslant || pagesOf.value(fragment.text).size() >= 2);
        };
        const auto first = std::stable_partition(pages[n].begin(), pages[n].end(), std::not_fn(isWatermark));
        watermarks[n].assign(std::make_move_iterator(first), std::make_move_iterator(pages[n].end()));
        pages[n].erase(first, pages[n].end());
    }
    return watermarks;
}

std::vector<Stack> stacksOf(std::vector<Fragment> fragments, const Usual &usual)
{
    std::vector<Stack> stacks;
    for (Fragment &fragment : fragments) {
        bool follows = false;
        if (!stacks.empty()) {
            const Fragment &last = stacks.back().fragments.back();
            const double size = std::max({last.size, fragment.size, 4.0});
            const double down = fragment.baseline - last.baseline;
            follows = fragment.box.isNull() ||
                      (!last.box.isNull() && down > 0.3 * size && down < std::max(StackDistance * size, BlankDistance * usual.distance) &&
                       overlapsAcross(stacks.back().box, fragment.box));
        }
        if (!follows)
            stacks.push_back({});
        stacks.back().box = stacks.back().box.isNull() ? fragment.box : stacks.back().box.united(fragment.box);
        stacks.back().fragments.push_back(std::move(fragment));
    }
    return stacks;
}

/// Whether a stack must be read before another one, whatever was drawn first.
bool isAbove(const Stack &a, const Stack &b)
{
    if (a.box.isNull() || b.box.isNull() || !overlapsAcross(a.box, b.box))
        return false;
    const double shared = overlapDown(a.box, b.box);
    return a.box.center().y() < b.box.center().y() && shared < 0.5 * std::min(a.box.height(), b.box.height());
}

std::vector<Stack> inReadingOrder(std::vector<Stack> stacks)
{
    const std::size_t count = stacks.size();
    if (count > MostStacks)
        return stacks;
    std::vector<int> before(count);
    std::vector<std::vector<std::size_t>> after(count);
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            if (a != b && isAbove(stacks[a], stacks[b])) {
                after[a].push_back(b);
                ++before[b];
            }
        }
    }
    std::vector<Stack> ordered;
    std::vector<bool> done(count);
    while (ordered.size() < count) {
        std::optional<std::size_t> next;
        for (std::size_t n = 0; n < count && !next; ++n) {
            if (!done[n] && before[n] == 0)
                next = n;
        }
        for (std::size_t n = 0; n < count && !next; ++n) { // a circle: the order of drawing decides
            if (!done[n])
                next = n;
        }
        done[*next] = true;
        for (const std::size_t later : after[*next])
            --before[later];
        ordered.push_back(std::move(stacks[*next]));
    }
    return ordered;
}

/// Sorts a page that was drawn row by row across two columns; see the top of the file.
void unweaveColumns(std::vector<Fragment> &fragments)
{
    struct Row
    {
        std::size_t left;
        std::size_t right;
    };
    std::vector<Row> rows;
    for (std::size_t n = 0; n + 1 < fragments.size(); ++n) {
        const Fragment &a = fragments[n];
        const Fragment &b = fragments[n + 1];
        if (!a.slanted && !b.slanted && std::abs(a.baseline - b.baseline) < 0.3 * a.size && b.box.left() > a.box.right())
            rows.push_back({n, n + 1});
    }
    if (rows.size() < LeastRows)
        return;
    double leftEnd = 0;
    double rightStart = 1e9;
    double leftStart = 1e9;
    double rightEnd = 0;
    for (const Row &row : rows) {
        leftStart = std::min(leftStart, fragments[row.left].box.left());
        leftEnd = std::max(leftEnd, fragments[row.left].box.right());
        rightStart = std::min(rightStart, fragments[row.right].box.left());
        rightEnd = std::max(rightEnd, fragments[row.right].box.right());
    }
    const auto filled = std::ranges::count_if(rows, [&](const Row &row) {
        return fragments[row.left].box.width() > 0.85 * (leftEnd - leftStart) &&
               fragments[row.right].box.width() > 0.8 * (rightEnd - rightStart);
    });
    if (rightStart < leftEnd + 4 || static_cast<std::size_t>(filled) * 10 < rows.size() * 6)
        return;
    const std::size_t first = rows.front().left;
    const std::size_t last = rows.back().right;
    const auto isRight = [&](const Fragment &fragment) { return !fragment.box.isNull() && fragment.box.left() >= rightStart - 1; };
    for (std::size_t n = first; n <= last; ++n) {
        if (!isRight(fragments[n]) && fragments[n].box.right() > rightStart)
            return; // a line crosses the gutter
    }
    std::stable_partition(fragments.begin() + static_cast<std::ptrdiff_t>(first), fragments.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                          [&](const Fragment &fragment) { return !isRight(fragment); });
}

Line lineOf(const Fragment &fragment, int page)
{
    Line line;
    line.text = fragment.text;
    line.page = page;
    line.gapKind = gapKind(fragment.text);
    line.gap = !line.gapKind.isEmpty();
    line.box = fragment.box;
    line.fontSize = fragment.slanted ? 0 : std::round(fragment.size * 2) / 2;
    return line;
}

/// Whether a blank line stands between two fragments that are read one after the other.
bool blankBetween(const Fragment &above, const Fragment &below, const Usual &usual, double headerEnd)
{
    // Below the header the text of the page before may go on.
    if (above.box.isNull() || below.box.isNull() || above.box.bottom() < headerEnd)
        return false;
    const double scale = std::max(1.0, std::min(above.size, below.size) / std::max(1.0, usual.size));
    return below.baseline - above.baseline > BlankDistance * usual.distance * scale;
}

/// Footnotes: the small lines at the foot of the page from the first that begins with a raised mark on.
void markNotes(std::vector<Line> &lines, std::size_t first, const std::vector<bool> &opensNote, const Usual &usual, double pageHeight)
{
    const auto isSmall = [&](const Line &line) { return line.fontSize > 0 && line.fontSize < NoteLetters * usual.size; };
    // What stands apart at the very foot is a footer.
    std::size_t end = lines.size();
    for (std::size_t n = lines.size(); n-- > first && lines[n].box.top() > pageHeight * FooterZone && !opensNote[n - first];) {
        if (lines[n].blankBefore || !isSmall(lines[n]))
            end = n;
    }
    std::size_t start = end;
    for (std::size_t n = end; n-- > first && isSmall(lines[n]) && lines[n].box.top() > pageHeight * 0.3;) {
        if (opensNote[n - first])
            start = n;
    }
    for (std::size_t n = start; n < end; ++n)
        lines[n].part = Part::Note;
}

} // namespace

std::vector<Line> layOutPages(const std::vector<PdfPage> &originals)
{
    std::vector<PdfPage> pages;
    std::vector<Fragments> fragments;
    for (const PdfPage &page : originals) {
        pages.push_back(upright(page));
        fragments.push_back(fragmentsOf(pages.back()));
    }
    const std::vector<Fragments> watermarks = takeWatermarks(fragments, pages);
    const Usual usual = usualOf(fragments);
    std::vector<Line> lines;
    for (std::size_t n = 0; n < pages.size(); ++n) {
        const int page = static_cast<int>(n) + 1;
        const std::size_t first = lines.size();
        std::vector<bool> opensNote;
        const Fragment *above = nullptr;
        unweaveColumns(fragments[n]);
        const std::vector<Stack> stacks = inReadingOrder(stacksOf(std::move(fragments[n]), usual));
        for (const Stack &stack : stacks) {
            for (const Fragment &fragment : stack.fragments) {
                Line line = lineOf(fragment, page);
                line.blankBefore = above && blankBetween(*above, fragment, usual, n > 0 ? HeaderZone * pages[n].size.height() : 0);
                lines.push_back(std::move(line));
                opensNote.push_back(fragment.opensNote);
                above = &fragment;
            }
        }
        markNotes(lines, first, opensNote, usual, pages[n].size.height());
        for (const Fragment &fragment : watermarks[n]) {
            Line line = lineOf(fragment, page);
            line.why = u"watermark"_s;
            lines.push_back(std::move(line));
        }
        if (lines.size() > first)
            lines[first].pageStart = true;
        for (std::size_t line = first; line < lines.size() && !pages[n].placed; ++line)
            lines[line].box = {};
    }
    return lines;
}

} // namespace entente::reading
