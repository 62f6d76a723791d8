#include "core/network/metrics.h"

#include <algorithm>
#include <cmath>

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// How many numbers below a place have been put in (Fenwick 1994).
class Counter
{
public:
    explicit Counter(std::size_t size) : m_sums(size + 1, 0) {}

    void add(std::size_t place, int amount)
    {
        for (std::size_t i = place + 1; i < m_sums.size(); i += i & (~i + 1))
            m_sums[i] += amount;
    }
    /// Sum of the places 0 … end − 1.
    qint64 before(std::size_t end) const
    {
        qint64 sum = 0;
        for (std::size_t i = end; i > 0; i &= i - 1)
            sum += m_sums[i];
        return sum;
    }

private:
    std::vector<qint64> m_sums;
};

/// −1, 0, 1: c is right of, on, left of the line from a to b (as y grows upwards).
int side(const QPointF &a, const QPointF &b, const QPointF &c)
{
    const double product = (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    return (product > 0) - (product < 0);
}

/// Whether p, known to be on the line through a and b, lies between them.
bool isBetween(const QPointF &a, const QPointF &b, const QPointF &p)
{
    return std::min(a.x(), b.x()) <= p.x() && p.x() <= std::max(a.x(), b.x()) && std::min(a.y(), b.y()) <= p.y()
        && p.y() <= std::max(a.y(), b.y());
}

bool segmentsMeet(const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d)
{
    const int abc = side(a, b, c);
    const int abd = side(a, b, d);
    const int cda = side(c, d, a);
    const int cdb = side(c, d, b);
    if (abc * abd < 0 && cda * cdb < 0)
        return true;
    return (abc == 0 && isBetween(a, b, c)) || (abd == 0 && isBetween(a, b, d)) || (cda == 0 && isBetween(c, d, a))
        || (cdb == 0 && isBetween(c, d, b));
}

/// Lines from one end to a and to b: whether the shorter lies on the longer.
bool foldedTogether(const QPointF &end, const QPointF &a, const QPointF &b)
{
    if (side(end, a, b) != 0 || end == a || end == b)
        return false;
    const QPointF toA = a - end;
    const QPointF toB = b - end;
    return QPointF::dotProduct(toA, toB) > 0;
}

} // namespace

QRectF boxAt(const QPointF &centre, const QSizeF &box)
{
    return {centre.x() - box.width() / 2, centre.y() - box.height() / 2, box.width(), box.height()};
}

std::vector<QRectF> boxesAt(const Graph &graph, std::span<const QPointF> positions)
{
    std::vector<QRectF> boxes;
    boxes.reserve(positions.size());
    for (std::size_t node = 0; node < positions.size(); ++node)
        boxes.push_back(boxAt(positions[node], graph.nodes()[node].box));
    return boxes;
}

double normalisedStress(const Graph &graph, std::span<const QPointF> positions, int mostSources)
{
    const int n = graph.nodeCount();
    const int sources = std::clamp(mostSources, 1, std::max(n, 1));
    double squares = 0;
    double ratios = 0;
    double pairs = 0;
    BreadthFirst search(graph.adjacency());
    for (int k = 0; k < sources && n > 0; ++k) {
        const int source = static_cast<int>(static_cast<qint64>(k) * n / sources);
        const auto distances = search.distancesFrom(source);
        for (const int node : search.order().subspan(1)) {
            const QPointF difference = positions[at(node)] - positions[at(source)];
            const double ratio = std::sqrt(QPointF::dotProduct(difference, difference)) / distances[at(node)];
            squares += ratio * ratio;
            ratios += ratio;
            pairs += 1;
        }
    }
    if (pairs == 0)
        return 0;
    return squares > 0 ? std::max(0.0, 1 - ratios * ratios / (squares * pairs)) : 1;
}

qint64 edgeCrossings(const Graph &graph, std::span<const QPointF> positions)
{
    struct Line
    {
        double left, right, top, bottom;
        int source, target;
    };
    std::vector<Line> lines;
    for (int node = 0; node < graph.nodeCount(); ++node) {
        for (const int neighbour : graph.adjacency().neighbours(node)) {
            if (node > neighbour)
                continue;
            const QPointF &p = positions[at(node)];
            const QPointF &q = positions[at(neighbour)];
            lines.push_back({std::min(p.x(), q.x()), std::max(p.x(), q.x()), std::min(p.y(), q.y()), std::max(p.y(), q.y()), node, neighbour});
        }
    }
    std::sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.left < b.left; });
    const auto meet = [&](const Line &a, const Line &b) {
        const QPointF &p = positions[at(a.source)];
        const QPointF &q = positions[at(a.target)];
        if (a.source == b.source)
            return foldedTogether(p, q, positions[at(b.target)]);
        if (a.source == b.target)
            return foldedTogether(p, q, positions[at(b.source)]);
        if (a.target == b.source)
            return foldedTogether(q, p, positions[at(b.target)]);
        if (a.target == b.target)
            return foldedTogether(q, p, positions[at(b.source)]);
        return segmentsMeet(p, q, positions[at(b.source)], positions[at(b.target)]);
    };
    qint64 count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line line = lines[i];
        for (std::size_t k = i + 1; k < lines.size() && lines[k].left <= line.right; ++k) {
            if (lines[k].top <= line.bottom && line.top <= lines[k].bottom && meet(line, lines[k]))
                ++count;
        }
    }
    return count;
}

qint64 overlapCount(std::span<const QRectF> rectangles)
{
    // Sweep from left to right. When a rectangle begins, it overlaps those that are open, less those that end above it and those that
    // begin below it. At the same x, ends go before beginnings: touching is no overlap.
    struct Event
    {
        double x;
        bool begins;
        std::size_t rectangle;
    };
    std::vector<Event> events;
    std::vector<double> tops;
    std::vector<double> bottoms;
    for (std::size_t i = 0; i < rectangles.size(); ++i) {
        if (rectangles[i].isEmpty())
            continue;
        events.push_back({rectangles[i].left(), true, i});
        events.push_back({rectangles[i].right(), false, i});
        tops.push_back(rectangles[i].top());
        bottoms.push_back(rectangles[i].bottom());
    }
    std::sort(tops.begin(), tops.end());
    std::sort(bottoms.begin(), bottoms.end());
    std::sort(events.begin(), events.end(), [](const Event &a, const Event &b) { return a.x != b.x ? a.x < b.x : a.begins < b.begins; });
    const auto place = [](const std::vector<double> &sorted, double value) {
        return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
    };
    Counter openTops(tops.size());
    Counter openBottoms(bottoms.size());
    qint64 open = 0;
    qint64 count = 0;
    for (const Event &event : events) {
        const QRectF &rectangle = rectangles[event.rectangle];
        const int change = event.begins ? 1 : -1;
        if (event.begins) {
            const auto notAbove = static_cast<std::size_t>(std::upper_bound(bottoms.begin(), bottoms.end(), rectangle.top()) - bottoms.begin());
            const qint64 above = openBottoms.before(notAbove);
            const qint64 below = open - openTops.before(place(tops, rectangle.bottom()));
            count += open - above - below;
        }
        open += change;
        openTops.add(place(tops, rectangle.top()), change);
        openBottoms.add(place(bottoms, rectangle.bottom()), change);
    }
    return count;
}

qint64 labelOverlapCount(std::span<const QRectF> labels, std::span<const QRectF> boxes)
{
    // Labels among each other, and labels with boxes: all together, less boxes among each other, less each label with its own box.
    std::vector<QRectF> both(labels.begin(), labels.end());
    both.insert(both.end(), boxes.begin(), boxes.end());
    qint64 own = 0;
    for (std::size_t i = 0; i < std::min(labels.size(), boxes.size()); ++i)
        own += !labels[i].isEmpty() && !boxes[i].isEmpty() && labels[i].intersects(boxes[i]);
    return overlapCount(both) - overlapCount(boxes) - own;
}

} // namespace entente::network
