#include "core/network/layouts.h"

#include "core/network/overlap.h"
#include "core/network/parts.h"
#include "core/network/random.h"
#include "core/network/stress.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

// The stress layout as a whole.
//
// Terms. A part is a connected component. It is anchored if any of its nodes is pinned or has an initial position (parts.h).
//
// Steps. For each part: (1) take the unit, the length of a step: from the options, or for an anchored part from the positions given,
// so that what is there already keeps its size; (2) give a place to each node without one: in an anchored part next to its neighbours,
// otherwise anywhere; (3) minimise stress (stress.cpp); (4) turn what is not anchored to the form of the place it is for; (5) remove overlaps (overlap.cpp). Then anchored parts stay where they are,
// all others are packed as rectangles below them (packing.cpp), and if there were several anchored parts, overlaps between them are
// removed with the pinned nodes held (parts.cpp).
//
// Complexity: that of the steps; parts of one node cost nothing but their packing.

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

double usualLength(const Graph &graph, double gap)
{
    double sum = 0;
    for (const Node &node : graph.nodes())
        sum += (node.box.width() + node.box.height()) / 2 + gap;
    return std::max(1.0, 1.5 * sum / std::max(graph.nodeCount(), 1));
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

/// Turns and mirrors a part so that it can be shown largest in a place of this aspect, and what leans to the left lies on the left. All its distances stay.
void turnToPlace(Part &part, const LayoutOptions &options)
{
    constexpr int Turns = 36; // of a half one
    const QSizeF usual = usualBox(part.boxes);
    QPointF best(1, 0);
    double least = std::numeric_limits<double>::infinity();
    const auto turned = [](const QPointF &place, const QPointF &by) {
        return QPointF(place.x() * by.x() - place.y() * by.y(), place.x() * by.y() + place.y() * by.x());
    };
    for (int turn = 0; turn < Turns; ++turn) {
        const double angle = std::numbers::pi * turn / Turns;
        const QPointF by(std::cos(angle), std::sin(angle));
        QPointF low(std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity());
        QPointF high = -low;
        for (const QPointF &position : part.positions) {
            const QPointF place = turned(position, by);
            low = {std::min(low.x(), place.x()), std::min(low.y(), place.y())};
            high = {std::max(high.x(), place.x()), std::max(high.y(), place.y())};
        }
        const double needed = std::max((high.x() - low.x() + usual.width()) / options.aspect, high.y() - low.y() + usual.height());
        if (needed < least * (1 - 1e-9)) {
            least = needed;
            best = by;
        }
    }
    double lean = 0;
    double sum = 0;
    int leaning = 0;
    for (std::size_t i = 0; i < part.positions.size(); ++i) {
        part.positions[i] = turned(part.positions[i], best);
        sum += part.positions[i].x();
    }
    const double middle = sum / double(part.positions.size());
    for (std::size_t i = 0; i < part.positions.size(); ++i) {
        const auto node = at(part.members[i]);
        if (node >= options.leaning.size() || options.leaning[node] == 0)
            continue;
        lean += options.leaning[node] * (part.positions[i].x() - middle);
        ++leaning;
    }
    if (leaning > 0 && lean < 0) {
        for (QPointF &position : part.positions)
            position.rx() = -position.x();
    }
}

void layOut(const Graph &graph, Part &part, const LayoutOptions &options, const base::Progress &progress,
            const std::function<void(double)> &reportPart)
{
    const Adjacency &adjacency = part.adjacency;
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
    if (!part.isAnchored)
        turnToPlace(part, options);
    separate(part, options, part.isAnchored ? 0 : OverlapOptions().density, progress); // what is there already keeps its size
}

} // namespace

std::vector<QPointF> stressLayout(const Graph &graph, const LayoutOptions &options, const base::Progress &progress)
{
    const PartLayout layOutPart = [&](Part &part, const std::function<void(double)> &report) { layOut(graph, part, options, progress, report); };
    return layOutParts(graph, options, progress, layOutPart).positions;
}

} // namespace entente::network
