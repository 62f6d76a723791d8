#include "core/network/overlap.h"

#include "core/network/graph.h"
#include "core/network/places.h"

#include <boost/polygon/voronoi.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

// Removing overlaps.
//
// 1. Enlarge. The drawing is scaled until the boxes fill a given part of its area. That changes nothing but its size.
// 2. Grow a tree (Nachmanson, Nocaj, Bereg, Zhang, Holroyd 2016, "Node overlap removal by growing a tree", arXiv 1608.02653). Neighbours
//    on paper are those of the Delaunay triangulation of the centres (Boost.Polygon: exact for integer coordinates). An edge costs the
//    room between its two boxes, or, where they overlap, minus the length by which they must part along the line of their centres: a
//    minimum spanning tree takes the worst overlaps first. From the root outwards each box keeps its direction from its parent, and the edge
//    grows to the length at which the two just part. Whole branches move with it, so their order stays. Again, until
//    no neighbours overlap; then also with all overlapping pairs as neighbours, until there is none. With pinned boxes all of them are
//    roots: each grows its own tree.
// 3. Settle. What still overlaps (trees of different pinned boxes; a round limit that was reached) goes to the nearest free place, pinned
//    boxes first, then the larger ones. This alone guarantees the result.
//
// Complexity: O(n log n) a round, usually below 20 rounds; settling O(n · boxes in the way).
//
// Chosen by measurement (preferential attachment, 1,000 boxes): see tests/bench/network_bench.cpp, which prints time, area and stress
// after removal beside those of Graphviz' PRISM.

namespace entente::network {

namespace {

constexpr double Slack = 1e-6; // grown edges get this much more, so that rounding makes no overlap

struct Pair
{
    int a;
    int b;
    double cost;
    double factor; ///< by how much the line must grow; 1 where nothing overlaps
};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

class Growth
{
public:
    Growth(std::span<const QSizeF> boxes, std::vector<QPointF> &centres, const OverlapOptions &options)
        : m_boxes(boxes), m_centres(centres), m_options(options), m_count(static_cast<int>(centres.size()))
    {
    }

    /// One round. False if nothing overlaps.
    bool grow();

private:
    bool isPinned(int box) const { return !m_options.pinned.empty() && m_options.pinned[at(box)]; }
    void addNeighbours();
    void addOverlaps();
    void addPair(int a, int b);
    void walkTree();
    bool anyOverlap() const
    {
        return std::any_of(m_pairs.begin(), m_pairs.end(), [this](const Pair &pair) {
            return pair.factor > 1 && !(isPinned(pair.a) && isPinned(pair.b));
        });
    }

    std::span<const QSizeF> m_boxes;
    std::vector<QPointF> &m_centres;
    const OverlapOptions &m_options;
    int m_count;
    std::vector<Pair> m_pairs;
};

void Growth::addPair(int a, int b)
{
    const double w = (m_boxes[at(a)].width() + m_boxes[at(b)].width()) / 2 + m_options.gap;
    const double h = (m_boxes[at(a)].height() + m_boxes[at(b)].height()) / 2 + m_options.gap;
    const double dx = std::abs(m_centres[at(a)].x() - m_centres[at(b)].x());
    const double dy = std::abs(m_centres[at(a)].y() - m_centres[at(b)].y());
    const double length = std::sqrt(dx * dx + dy * dy);
    if (dx >= w || dy >= h) {
        const double roomX = std::max(dx - w, 0.0);
        const double roomY = std::max(dy - h, 0.0);
        m_pairs.push_back({a, b, std::sqrt(roomX * roomX + roomY * roomY), 1});
        return;
    }
    const double factorX = dx > 0 ? (w + Slack) / dx : std::numeric_limits<double>::infinity();
    const double factorY = dy > 0 ? (h + Slack) / dy : std::numeric_limits<double>::infinity();
    const double factor = std::min(factorX, factorY);
    if (!std::isfinite(factor))
        return; // one point: they are set apart before the next round, or settle
    m_pairs.push_back({a, b, length - factor * length, factor});
}

void Growth::addNeighbours()
{
    using Coordinate = std::int32_t;
    constexpr double Range = 1 << 29;
    QPointF low = m_centres.front();
    QPointF high = low;
    for (const QPointF &centre : m_centres) {
        low = QPointF(std::min(low.x(), centre.x()), std::min(low.y(), centre.y()));
        high = QPointF(std::max(high.x(), centre.x()), std::max(high.y(), centre.y()));
    }
    const double extent = std::max({high.x() - low.x(), high.y() - low.y(), 1e-9});
    std::vector<boost::polygon::point_data<Coordinate>> points;
    points.reserve(at(m_count));
    for (const QPointF &centre : m_centres) {
        points.emplace_back(static_cast<Coordinate>((centre.x() - low.x()) / extent * Range),
                            static_cast<Coordinate>((centre.y() - low.y()) / extent * Range));
    }
    boost::polygon::voronoi_diagram<double> diagram;
    boost::polygon::construct_voronoi(points.begin(), points.end(), &diagram);
    for (const auto &edge : diagram.edges()) {
        const auto a = static_cast<int>(edge.cell()->source_index());
        const auto b = static_cast<int>(edge.twin()->cell()->source_index());
        if (a < b)
            addPair(a, b);
    }
    // Centres that became one point are one site there: a chain keeps them in the tree.
    std::vector<int> order(at(m_count));
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        const auto &p = points[at(a)];
        const auto &q = points[at(b)];
        return std::tuple(p.x(), p.y(), a) < std::tuple(q.x(), q.y(), b);
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (points[at(order[i])] == points[at(order[i - 1])])
            addPair(order[i - 1], order[i]);
    }
}

void Growth::addOverlaps()
{
    constexpr int MostForOne = 8; // more overlaps of one box do not help the tree
    std::vector<int> order(at(m_count));
    std::iota(order.begin(), order.end(), 0);
    const auto left = [this](int box) { return m_centres[at(box)].x() - m_boxes[at(box)].width() / 2; };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return std::pair(left(a), a) < std::pair(left(b), b); });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const int a = order[i];
        const double right = m_centres[at(a)].x() + m_boxes[at(a)].width() / 2 + m_options.gap;
        int found = 0;
        for (std::size_t k = i + 1; k < order.size() && left(order[k]) < right && found < MostForOne; ++k) {
            const int b = order[k];
            const double apart = std::abs(m_centres[at(a)].y() - m_centres[at(b)].y());
            if (apart < (m_boxes[at(a)].height() + m_boxes[at(b)].height()) / 2 + m_options.gap) {
                addPair(a, b);
                ++found;
            }
        }
    }
}

void Growth::walkTree()
{
    std::sort(m_pairs.begin(), m_pairs.end(),
              [](const Pair &p, const Pair &q) { return std::tuple(p.cost, p.a, p.b) < std::tuple(q.cost, q.a, q.b); });
    // Kruskal with union by path halving; the pinned boxes are one from the start.
    std::vector<int> leader(at(m_count));
    std::iota(leader.begin(), leader.end(), 0);
    const auto find = [&leader](int box) {
        while (leader[at(box)] != box)
            box = leader[at(box)] = leader[at(leader[at(box)])];
        return box;
    };
    std::vector<int> queue;
    for (int box = 0; box < m_count; ++box) {
        if (!isPinned(box))
            continue;
        if (!queue.empty())
            leader[at(box)] = queue.front();
        queue.push_back(box);
    }
    struct Branch
    {
        int to;
        double factor;
    };
    std::vector<std::vector<Branch>> tree(at(m_count));
    for (const Pair &pair : m_pairs) {
        const int a = find(pair.a);
        const int b = find(pair.b);
        if (a == b)
            continue;
        leader[at(a)] = b;
        tree[at(pair.a)].push_back({pair.b, pair.factor});
        tree[at(pair.b)].push_back({pair.a, pair.factor});
    }
    if (queue.empty())
        queue.push_back(0);
    const std::vector<QPointF> old = m_centres;
    std::vector<char> placed(at(m_count), 0);
    for (const int root : queue)
        placed[at(root)] = 1;
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const int from = queue[head];
        for (const Branch &branch : tree[at(from)]) {
            if (placed[at(branch.to)])
                continue;
            placed[at(branch.to)] = 1;
            m_centres[at(branch.to)] = m_centres[at(from)] + branch.factor * (old[at(branch.to)] - old[at(from)]);
            queue.push_back(branch.to);
        }
    }
}

bool Growth::grow()
{
    m_pairs.clear();
    addNeighbours();
    if (!anyOverlap()) {
        addOverlaps();
        if (!anyOverlap())
            return false;
    }
    walkTree();
    return true;
}

QPointF meanOf(std::span<const QPointF> points)
{
    return std::accumulate(points.begin(), points.end(), QPointF()) / static_cast<double>(points.size());
}

double areaOf(std::span<const QSizeF> boxes, double gap)
{
    return std::accumulate(boxes.begin(), boxes.end(), 0.0, [gap](double sum, const QSizeF &box) {
        return sum + (box.width() + gap) * (box.height() + gap);
    });
}

/// Boxes at one point have no direction to part in: those that are not alone are spread a little, evenly, in a square.
void setApart(std::vector<QPointF> &centres, double usualSide, const OverlapOptions &options)
{
    std::vector<std::size_t> order(centres.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto keyOf = [&](std::size_t i) { return std::pair(centres[i].x(), centres[i].y()); };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::pair(keyOf(a), a) < std::pair(keyOf(b), b); });
    const std::vector<QPointF> old = centres;
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i + 1;
        while (end < order.size() && old[order[end]] == old[order[i]])
            ++end;
        const double side = usualSide * 0.01 * std::sqrt(static_cast<double>(end - i));
        for (std::size_t k = i; end - i > 1 && k < end; ++k) {
            if (!options.pinned.empty() && options.pinned[order[k]])
                continue;
            // Multiples of the inverses of the plastic number fill a square evenly (Roberts 2018, "R2").
            const double turn = static_cast<double>(k - i + 1);
            const double x = turn * 0.7548776662466927;
            const double y = turn * 0.5698402909980532;
            centres[order[k]] += side * QPointF(x - std::floor(x) - 0.5, y - std::floor(y) - 0.5);
        }
        i = end;
    }
}

void enlarge(std::span<const QSizeF> boxes, std::vector<QPointF> &centres, const OverlapOptions &options)
{
    // The size of the cloud of points by its spread, which one stray box does not change much: for an even disc, area = 2π · variance.
    const QPointF middle = meanOf(centres);
    double variance = 0;
    for (const QPointF &centre : centres)
        variance += QPointF::dotProduct(centre - middle, centre - middle) / static_cast<double>(centres.size());
    constexpr double TwoPi = 6.283185307179586;
    const double wanted = areaOf(boxes, options.gap) / options.density;
    if (variance <= 0 || TwoPi * variance >= wanted)
        return;
    const double factor = std::sqrt(wanted / (TwoPi * variance));
    for (QPointF &centre : centres)
        centre = middle + factor * (centre - middle);
}

void settle(std::span<const QSizeF> boxes, std::vector<QPointF> &centres, const OverlapOptions &options, const base::Progress &progress)
{
    const auto count = static_cast<int>(centres.size());
    const double usualSide = std::sqrt(areaOf(boxes, options.gap) / count);
    Places all(usualSide, options.gap);
    const auto isPinned = [&](int box) { return !options.pinned.empty() && options.pinned[at(box)]; };
    std::vector<int> order(at(count));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const auto area = [&](int box) { return boxes[at(box)].width() * boxes[at(box)].height(); };
        return isPinned(a) != isPinned(b) ? isPinned(a) : area(a) > area(b);
    });
    std::vector<int> homeless;
    for (const int box : order) {
        if (isPinned(box) || all.isFree(centres[at(box)], boxes[at(box)]))
            all.add(centres[at(box)], boxes[at(box)]);
        else
            homeless.push_back(box);
    }
    for (const int box : homeless) {
        if (progress.isCancelled())
            return;
        centres[at(box)] = all.nearestFree(centres[at(box)], boxes[at(box)]);
        all.add(centres[at(box)], boxes[at(box)]);
    }
}

} // namespace

std::vector<QPointF> removeOverlaps(std::span<const QSizeF> boxes, std::vector<QPointF> centres, const OverlapOptions &options,
                                    const base::Progress &progress)
{
    const double Farthest = 1e9;
    if (centres.size() < 2)
        return centres;
    const bool somePinned = std::find_if(options.pinned.begin(), options.pinned.end(), [](char p) { return p != 0; }) != options.pinned.end();
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (somePinned && options.pinned[i])
            continue;
        const auto sound = [Farthest](double value) { return std::isfinite(value) ? std::clamp(value, -Farthest, Farthest) : 0.0; };
        centres[i] = QPointF(sound(centres[i].x()), sound(centres[i].y()));
    }
    const double usualSide = std::sqrt(areaOf(boxes, options.gap) / static_cast<double>(boxes.size()));
    setApart(centres, usualSide, options);
    const QPointF middle = meanOf(centres);
    if (!somePinned && options.density > 0)
        enlarge(boxes, centres, options);
    Growth growth(boxes, centres, options);
    constexpr int RoundsAmongPins = 10; // trees of different roots may push each other for ever
    const int rounds = somePinned ? std::min(options.mostRounds, RoundsAmongPins) : options.mostRounds;
    for (int round = 0; round < rounds && !progress.isCancelled(); ++round) {
        if (!growth.grow())
            break;
    }
    if (!somePinned) {
        const QPointF shift = middle - meanOf(centres);
        for (QPointF &centre : centres)
            centre += shift;
    }
    settle(boxes, centres, options, progress);
    return centres;
}

} // namespace entente::network
