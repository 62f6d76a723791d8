#include "core/network/layouts.h"

#include "core/network/metrics.h"
#include "core/network/overlap.h"
#include "core/network/packing.h"
#include "core/network/random.h"
#include "core/network/stress.h"

#include <algorithm>
#include <cmath>

// The stress layout as a whole.
//
// Terms. A part is a connected component. It is anchored if any of its nodes is pinned or has an initial position.
//
// Steps. For each part: (1) take the unit, the length of a step: from the options, or for an anchored part from the positions given,
// so that what is there already keeps its size; (2) give a place to each node without one: in an anchored part next to its neighbours,
// otherwise anywhere; (3) minimise stress (stress.cpp); (4) remove overlaps (overlap.cpp). Then anchored parts stay where they are,
// all others are packed as rectangles below them (packing.cpp), and if there were several anchored parts, overlaps between them are
// removed with the pinned nodes held.
//
// Complexity: that of the steps; parts of one node cost nothing but their packing.

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// One connected part with its own numbering.
struct Part
{
    std::vector<int> members;
    std::vector<QSizeF> boxes;
    std::vector<std::optional<QPointF>> given;
    std::vector<char> pinned;
    std::vector<QPointF> positions;
    bool isAnchored = false;
    bool hasPinned = false;
};

double usualLength(const Graph &graph, double gap)
{
    double sum = 0;
    for (const Node &node : graph.nodes())
        sum += (node.box.width() + node.box.height()) / 2 + gap;
    return std::max(1.0, 1.5 * sum / std::max(graph.nodeCount(), 1));
}

bool isFinite(const QPointF &point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

Part makePart(const Graph &graph, std::vector<int> members, const LayoutOptions &options)
{
    Part part;
    part.members = std::move(members);
    part.given.resize(part.members.size());
    part.pinned.assign(part.members.size(), 0);
    part.positions.resize(part.members.size());
    for (std::size_t i = 0; i < part.members.size(); ++i) {
        const std::size_t node = at(part.members[i]);
        part.boxes.push_back(graph.nodes()[node].box);
        const auto take = [&](const std::vector<std::optional<QPointF>> &from) {
            if (node < from.size() && from[node] && isFinite(*from[node]))
                part.given[i] = from[node];
            return part.given[i].has_value();
        };
        if (take(options.pinned))
            part.pinned[i] = 1;
        else
            take(options.initial);
        part.isAnchored = part.isAnchored || part.given[i];
        part.hasPinned = part.hasPinned || part.pinned[i];
    }
    return part;
}

Adjacency adjacencyOf(const Graph &graph, const Part &part, std::vector<int> &localOf)
{
    for (std::size_t i = 0; i < part.members.size(); ++i)
        localOf[at(part.members[i])] = static_cast<int>(i);
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < part.members.size(); ++i) {
        for (const int neighbour : graph.adjacency().neighbours(part.members[i])) {
            if (neighbour > part.members[i])
                edges.push_back({static_cast<int>(i), localOf[at(neighbour)]});
        }
    }
    return Adjacency(static_cast<int>(part.members.size()), edges);
}

/// The length of a step in which the given positions have the least stress (A / B in the words of metrics.h), by up to 200 of them.
std::optional<double> givenUnit(const Adjacency &adjacency, const Part &part)
{
    constexpr std::size_t MostSources = 200;
    BreadthFirst search(adjacency);
    double ratios = 0;
    double squares = 0;
    std::vector<std::size_t> placed;
    for (std::size_t i = 0; i < part.given.size(); ++i) {
        if (part.given[i])
            placed.push_back(i);
    }
    const std::size_t stride = std::max<std::size_t>(1, placed.size() / MostSources);
    for (std::size_t k = 0; k < placed.size(); k += stride) {
        const auto distances = search.distancesFrom(static_cast<int>(placed[k]));
        for (const std::size_t other : placed) {
            if (distances[other] == 0)
                continue;
            const QPointF difference = *part.given[other] - *part.given[placed[k]];
            const double ratio = std::sqrt(QPointF::dotProduct(difference, difference)) / distances[other];
            ratios += ratio;
            squares += ratio * ratio;
        }
    }
    constexpr double Shortest = 1e-3;
    if (squares <= 0 || squares / ratios < Shortest)
        return {};
    return squares / ratios;
}

/// Starting positions in steps. A node without a position goes to the mean of the neighbours that have one, a little aside.
void placeAtStart(const Adjacency &adjacency, Part &part, double unit, Random &random)
{
    const auto n = static_cast<int>(part.members.size());
    const double side = std::sqrt(static_cast<double>(n));
    const auto aside = [&random](double width) { return QPointF((random.unit() - 0.5) * width, (random.unit() - 0.5) * width); };
    if (!part.isAnchored) {
        for (QPointF &position : part.positions)
            position = aside(side);
        return;
    }
    std::vector<char> placed(at(n), 0);
    std::vector<int> queue;
    for (int i = 0; i < n; ++i) {
        if (!part.given[at(i)])
            continue;
        part.positions[at(i)] = *part.given[at(i)] / unit;
        if (!part.pinned[at(i)])
            part.positions[at(i)] += aside(1e-3); // two at one point would never part
        placed[at(i)] = 1;
        queue.push_back(i);
    }
    for (std::size_t head = 0; head < queue.size(); ++head) {
        for (const int node : adjacency.neighbours(queue[head])) {
            if (placed[at(node)])
                continue;
            QPointF sum;
            int count = 0;
            for (const int neighbour : adjacency.neighbours(node)) {
                if (placed[at(neighbour)]) {
                    sum += part.positions[at(neighbour)];
                    ++count;
                }
            }
            part.positions[at(node)] = sum / count + aside(1);
            placed[at(node)] = 1;
            queue.push_back(node);
        }
    }
}

void layOut(const Graph &graph, Part &part, const LayoutOptions &options, std::vector<int> &localOf, const base::Progress &progress,
            const std::function<void(double)> &reportPart)
{
    if (part.members.size() == 1) {
        part.positions.front() = part.given.front().value_or(QPointF());
        return;
    }
    const Adjacency adjacency = adjacencyOf(graph, part, localOf);
    double unit = options.edgeLength > 0 ? options.edgeLength : usualLength(graph, options.gap);
    if (part.isAnchored)
        unit = givenUnit(adjacency, part).value_or(unit);
    Random random(options.seed);
    placeAtStart(adjacency, part, unit, random);
    StressOptions stress;
    stress.seed = random.next();
    stress.fixed = part.hasPinned ? part.pinned : std::vector<char>();
    const auto given = std::count_if(part.given.begin(), part.given.end(), [](const auto &position) { return position.has_value(); });
    stress.refine = 2 * given >= std::ssize(part.given);
    minimiseStress(adjacency, part.positions, stress, progress, reportPart);
    for (std::size_t i = 0; i < part.positions.size(); ++i)
        part.positions[i] = part.pinned[i] ? *part.given[i] : part.positions[i] * unit;
    if (options.separateBoxes && !progress.isCancelled()) {
        OverlapOptions overlap;
        overlap.gap = options.gap;
        if (part.hasPinned)
            overlap.pinned = part.pinned;
        if (part.isAnchored)
            overlap.density = 0; // what is there already keeps its size
        part.positions = removeOverlaps(part.boxes, std::move(part.positions), overlap, progress);
    }
}

QRectF boundsOf(const Part &part)
{
    QRectF bounds = boxAt(part.positions.front(), part.boxes.front());
    for (std::size_t i = 1; i < part.positions.size(); ++i) {
        const QRectF box = boxAt(part.positions[i], part.boxes[i]);
        // Not QRectF::united: that leaves out rectangles without area.
        bounds = QRectF(QPointF(std::min(bounds.left(), box.left()), std::min(bounds.top(), box.top())),
                        QPointF(std::max(bounds.right(), box.right()), std::max(bounds.bottom(), box.bottom())));
    }
    return bounds;
}

/// Packs the parts that are not anchored below those that are.
void pack(std::vector<Part> &parts, double gap)
{
    std::optional<QRectF> anchored;
    std::vector<Part *> loose;
    std::vector<QRectF> bounds;
    std::vector<QSizeF> sizes;
    for (Part &part : parts) {
        const QRectF box = boundsOf(part);
        if (part.isAnchored) {
            anchored = anchored ? QRectF(QPointF(std::min(anchored->left(), box.left()), std::min(anchored->top(), box.top())),
                                         QPointF(std::max(anchored->right(), box.right()), std::max(anchored->bottom(), box.bottom())))
                                : box;
            continue;
        }
        loose.push_back(&part);
        bounds.push_back(box);
        sizes.push_back(box.size());
    }
    constexpr double Rounding = 1e-6;
    const std::vector<QPointF> corners = packRectangles(sizes, gap + Rounding);
    const QPointF origin = anchored ? anchored->bottomLeft() + QPointF(0, gap + Rounding) : QPointF();
    for (std::size_t i = 0; i < loose.size(); ++i) {
        const QPointF shift = origin + corners[i] - bounds[i].topLeft();
        for (QPointF &position : loose[i]->positions)
            position += shift;
    }
}

} // namespace

std::vector<QPointF> stressLayout(const Graph &graph, const LayoutOptions &options, const base::Progress &progress)
{
    constexpr int Total = 1'000; // of what is reported
    const int n = graph.nodeCount();
    std::vector<Part> parts;
    std::vector<int> localOf(at(n), 0);
    double done = 0;
    for (std::vector<int> &members : components(graph.adjacency())) {
        Part part = makePart(graph, std::move(members), options);
        const auto size = static_cast<double>(part.members.size());
        layOut(graph, part, options, localOf, progress, [&](double share) {
            progress.report(static_cast<int>((done + size * share) / n * Total), Total);
        });
        done += size;
        parts.push_back(std::move(part));
    }
    pack(parts, options.gap);
    std::vector<QPointF> positions(at(n));
    const auto anchoredParts = std::count_if(parts.begin(), parts.end(), [](const Part &part) { return part.isAnchored; });
    OverlapOptions overlap;
    overlap.gap = options.gap;
    overlap.density = 0;
    overlap.pinned.assign(at(n), 0);
    for (const Part &part : parts) {
        for (std::size_t i = 0; i < part.members.size(); ++i) {
            positions[at(part.members[i])] = part.positions[i];
            // Parts that are packed have room already; they need not be touched again.
            overlap.pinned[at(part.members[i])] = part.pinned[i] || !part.isAnchored;
        }
    }
    if (options.separateBoxes && anchoredParts > 1 && !progress.isCancelled()) {
        std::vector<QSizeF> boxes;
        for (const Node &node : graph.nodes())
            boxes.push_back(node.box);
        positions = removeOverlaps(boxes, std::move(positions), overlap, progress);
    }
    progress.report(Total, Total);
    return positions;
}

} // namespace entente::network
