#include "align.h"

#include "inkwidths.h"

#include <algorithm>
#include <cmath>

namespace entente::extract {

namespace {

constexpr std::size_t BeamWidth = 24;  ///< So many ways to deal out the boxes so far are followed.
constexpr double HopelessCost = 60;    ///< A way so much worse than the best is left.
constexpr double DoubtfulCost = 9;     ///< A line that fits so badly is asked for.
constexpr std::size_t MostDoubts = 12; ///< More doubtful lines than that: all lines of the page are asked for.

/// Whether two boxes can stand in one line of writing.
bool besideEachOther(const QRectF &a, const QRectF &b)
{
    const double overlap = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    const double lower = std::min(a.height(), b.height());
    if (overlap >= lower * 0.4)
        return true;
    // Dots, dashes and quotation marks are so low that they miss their neighbours.
    const double higher = std::max(a.height(), b.height());
    return lower < higher * 0.5 && overlap > -higher * 0.5;
}

/// What speaks against two boxes following each other within a line.
double costWithin(const QRectF &a, const QRectF &b)
{
    double cost = besideEachOther(a, b) ? 0 : 6;
    if (b.left() < a.left() - std::max(a.height(), b.height()))
        cost += 4;
    return cost;
}

/// What speaks against a line ending between two boxes.
double costBetween(const QRectF &a, const QRectF &b)
{
    const double height = std::max(a.height(), b.height());
    const bool goesOn = besideEachOther(a, b) && b.left() >= a.right() - height * 0.3 && b.left() - a.right() < height;
    return goesOn ? (std::min(a.height(), b.height()) < height * 0.75 ? 1 : 3) : 0;
}

/// What speaks against a text filling boxes of this height and, wide gaps left out, of this width.
double costOfFit(const Ink &ink, double width, double height, qsizetype letters, bool spaced)
{
    const double size = std::max(1.0, height / ink.height());
    const double stretch = std::log(std::max(0.01, width / std::max(0.05, ink.width * size)));
    const double tolerance = letters < 4 ? 0.7 : 0.3;
    const double excess = std::max(0.0, std::abs(stretch) - tolerance);
    // Tabulators and leaders widen a line within one box, nothing narrows it.
    return std::min(stretch > 0 && spaced ? 8.0 : 40.0, 30 * excess * excess + 2 * std::abs(stretch));
}

struct Way
{
    std::size_t boxes = 0; ///< Dealt out so far.
    double cost = 0;
    double last = 0; ///< Of the last line alone.
    int previous = -1;
};

/// The best way to deal out all boxes; for each line the first box that is not its own and what speaks against it. Empty: there is none.
std::vector<Way> dealOut(const std::vector<TextLine> &lines, const std::vector<Ink> &inks, const std::vector<QRectF> &boxes)
{
    std::vector<std::vector<Way>> steps(lines.size() + 1);
    steps[0].push_back({});
    for (std::size_t line = 0; line < lines.size(); ++line) {
        std::vector<Way> &next = steps[line + 1];
        const qsizetype letters = lines[line].text.trimmed().size();
        const bool spaced = lines[line].text.trimmed().contains(u' ');
        const std::size_t linesLeft = lines.size() - line - 1;
        for (std::size_t from = 0; from < steps[line].size(); ++from) {
            const Way &way = steps[line][from];
            // A line may be without a box: white space, letters without ink.
            next.push_back({way.boxes, way.cost + 25, 25, static_cast<int>(from)});
            QRectF hull;
            double width = 0;
            double within = 0;
            const std::size_t most = std::min(boxes.size(), way.boxes + static_cast<std::size_t>(letters) + 2);
            for (std::size_t end = way.boxes + 1; end <= most; ++end) {
                const QRectF &box = boxes[end - 1];
                hull = end == way.boxes + 1 ? box : hull.united(box);
                width += box.width();
                if (end > way.boxes + 1) {
                    within += costWithin(boxes[end - 2], box);
                    width += std::clamp(box.left() - boxes[end - 2].right(), 0.0, box.height());
                }
                if (within > HopelessCost)
                    break;
                if (linesLeft == 0 && end != boxes.size())
                    continue;
                const double fit = costOfFit(inks[line], width, hull.height(), letters, spaced) + within;
                const double between = end < boxes.size() ? costBetween(box, boxes[end]) : 0;
                next.push_back({end, way.cost + fit + between, fit, static_cast<int>(from)});
            }
        }
        // Of the ways that dealt out the same number of boxes the best will do.
        std::ranges::sort(next, [](const Way &a, const Way &b) { return a.boxes != b.boxes ? a.boxes < b.boxes : a.cost < b.cost; });
        const auto same = std::ranges::unique(next, [](const Way &a, const Way &b) { return a.boxes == b.boxes; });
        next.erase(same.begin(), same.end());
        std::ranges::stable_sort(next, {}, &Way::cost);
        std::size_t keep = std::min(next.size(), BeamWidth);
        while (keep > 1 && next[keep - 1].cost > next.front().cost + HopelessCost)
            --keep;
        next.resize(keep);
    }
    const auto best = std::ranges::find(steps.back(), boxes.size(), &Way::boxes);
    if (best == steps.back().end())
        return {};
    std::vector<Way> ways(lines.size());
    int at = static_cast<int>(best - steps.back().begin());
    for (std::size_t line = lines.size(); line > 0; --line) {
        ways[line - 1] = steps[line][static_cast<std::size_t>(at)];
        at = ways[line - 1].previous;
    }
    return ways;
}

/// Whether a box hangs above the line that its neighbours stand on, as the marks of notes do; quotation marks are lower than that.
bool isRaised(const QRectF &box, double baseline, double size)
{
    return box.bottom() < baseline - size * 0.12 && box.height() < size * 0.62 && box.height() > size * 0.28 && box.width() < size * 1.5;
}

bool isMark(QChar character)
{
    return character.isDigit() || QStringView(u"*†‡§").contains(character);
}

/// Deals out the characters of a line to its boxes: where a gap parts two boxes at the space that the widths of the letters make likeliest,
/// else at the likeliest character.
void setPieces(TextLine &line, const std::vector<QRectF> &boxes)
{
    line.pieces.clear();
    if (boxes.empty())
        return;
    const qsizetype length = line.text.size();
    std::vector<double> advances(static_cast<std::size_t>(length) + 1);
    for (qsizetype i = 0; i < length; ++i)
        advances[static_cast<std::size_t>(i) + 1] = advances[static_cast<std::size_t>(i)] + advanceOf(line.text[i]);
    qsizetype start = 0;
    while (start < length && line.text[start].isSpace())
        ++start;
    line.pieces.push_back({start, boxes.front()});
    double inked = 0;
    QRectF hull;
    for (const QRectF &box : boxes) {
        inked += box.width();
        hull = hull.united(box);
    }
    const Ink ink = inkOf(line.text);
    const double letterSize = hull.height() / ink.height();
    const double baseline = hull.bottom() - ink.below * letterSize;
    for (std::size_t n = 1; n < boxes.size() && start < length; ++n) {
        // The widths of what is left say how large the letters are; boxes hold no space at their ends.
        double spaces = 0;
        for (std::size_t k = n; k < boxes.size(); ++k)
            spaces += std::clamp(boxes[k].left() - boxes[k - 1].right(), 0.0, 0.3 * letterSize);
        const double left = advances.back() - advances[static_cast<std::size_t>(start)];
        const double size = std::max(0.5, (inked + spaces) / std::max(0.1, left));
        const double goal = advances[static_cast<std::size_t>(start)] + boxes[n - 1].width() / size;
        inked -= boxes[n - 1].width();
        const double gap = boxes[n].left() - boxes[n - 1].right();
        const bool parted = gap > size * 0.12;
        // A raised mark of a note is figures or a sign beside letters.
        const bool markBefore = isRaised(boxes[n - 1], baseline, letterSize);
        const bool markBehind = !markBefore && isRaised(boxes[n], baseline, letterSize);
        qsizetype best = -1;
        double bestCost = 0;
        const qsizetype last = length - static_cast<qsizetype>(boxes.size() - n);
        for (qsizetype at = start + 1; at <= last; ++at) {
            const bool afterSpace = line.text[at - 1].isSpace();
            if (line.text[at].isSpace())
                continue;
            double reached = advances[static_cast<std::size_t>(at)];
            for (qsizetype back = at; back > start && line.text[back - 1].isSpace(); --back)
                reached -= advanceOf(line.text[back - 1]);
            double cost = std::abs(reached - goal);
            bool wrong = parted != afterSpace;
            if (markBefore)
                wrong = line.text[at].isDigit() || (!afterSpace && !isMark(line.text[at - 1]));
            else if (markBehind)
                wrong = line.text[at - 1].isDigit() || !isMark(line.text[at]);
            if (wrong)
                cost += 2;
            if (best < 0 || cost < bestCost) {
                best = at;
                bestCost = cost;
            } else if (reached > goal + 8) {
                break;
            }
        }
        if (best < 0) { // more boxes than characters
            line.pieces.back().box = line.pieces.back().box.united(boxes[n]);
            continue;
        }
        line.pieces.push_back({best, boxes[n]});
        start = best;
    }
}

std::vector<QRectF> slice(const std::vector<QRectF> &boxes, std::size_t from, std::size_t to)
{
    return {boxes.begin() + static_cast<std::ptrdiff_t>(from), boxes.begin() + static_cast<std::ptrdiff_t>(to)};
}

std::vector<TextLine> splitText(const QString &text)
{
    std::vector<TextLine> lines;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        // U+FFFE and U+0002: a hyphen at a line end, behind which PDFium leaves the line end out.
        const bool hyphen = i < text.size() && (text[i].unicode() == 0xFFFE || text[i].unicode() == 2);
        if (i < text.size() && !hyphen && text[i] != u'\n' && text[i] != u'\r')
            continue;
        const qsizetype end = hyphen ? i + 1 : i;
        const QString line = text.mid(start, end - start);
        if (!line.trimmed().isEmpty())
            lines.push_back({start, line, {}});
        start = i + 1;
    }
    return lines;
}

} // namespace

std::vector<TextLine> alignLines(const QString &text, const std::vector<QRectF> &boxes, const Ask &ask, int &mostQuestions)
{
    std::vector<TextLine> lines = splitText(text);
    if (lines.empty() || boxes.empty())
        return lines;
    std::vector<Ink> inks;
    for (const TextLine &line : lines)
        inks.push_back(inkOf(line.text));
    const std::vector<Way> ways = dealOut(lines, inks, boxes);
    std::vector<std::vector<QRectF>> dealt(lines.size());
    std::vector<std::size_t> doubtful;
    for (std::size_t line = 0; line < ways.size(); ++line) {
        dealt[line] = slice(boxes, line > 0 ? ways[line - 1].boxes : 0, ways[line].boxes);
        if (ways[line].last > DoubtfulCost)
            doubtful.push_back(line);
    }
    bool askAll = ways.empty() || doubtful.size() > MostDoubts;
    for (std::size_t n = 0; n < doubtful.size() && !askAll && mostQuestions > 0; ++n) {
        --mostQuestions;
        const TextLine &line = lines[doubtful[n]];
        const std::vector<QRectF> answer = ask(line.offset, line.text.size());
        askAll = !answer.empty() && answer.size() != dealt[doubtful[n]].size();
    }
    if (askAll) {
        for (std::size_t line = 0; line < lines.size() && mostQuestions > 0; ++line) {
            --mostQuestions;
            if (std::vector<QRectF> answer = ask(lines[line].offset, lines[line].text.size()); !answer.empty())
                dealt[line] = std::move(answer);
        }
    }
    for (std::size_t line = 0; line < lines.size(); ++line)
        setPieces(lines[line], dealt[line]);
    return lines;
}

} // namespace entente::extract
