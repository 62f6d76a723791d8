#include "core/network/circularorder.h"
#include "core/network/layouts.h"
#include "core/network/metrics.h"
#include "core/network/random.h"
#include "core/network/rings.h"
#include "tests/support/graphs.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

using namespace entente::base;
using namespace entente::network;
using namespace Qt::StringLiterals;

namespace {

enum class Kind { Stress, Radial, Circular };
constexpr Kind AllKinds[] = {Kind::Stress, Kind::Radial, Kind::Circular};

std::vector<QPointF> layout(Kind kind, const Graph &graph, const LayoutOptions &options = {}, const Progress &progress = Progress())
{
    switch (kind) {
    case Kind::Stress:
        return stressLayout(graph, options, progress);
    case Kind::Radial:
        return radialLayout(graph, -1, options, progress);
    case Kind::Circular:
        return circularLayout(graph, {}, options, progress).positions;
    }
    return {};
}

void expectSound(const Graph &graph, const std::vector<QPointF> &positions)
{
    ASSERT_EQ(static_cast<int>(positions.size()), graph.nodeCount());
    for (const QPointF &position : positions)
        ASSERT_TRUE(std::isfinite(position.x()) && std::isfinite(position.y()));
    EXPECT_EQ(overlapCount(boxesAt(graph, positions)), 0);
}

std::vector<std::optional<QPointF>> given(const std::vector<QPointF> &positions, std::size_t count)
{
    std::vector<std::optional<QPointF>> result(positions.begin(), positions.end());
    result.resize(count);
    return result;
}

Graph grid(int columns, int rows)
{
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    for (int i = 0; i < columns * rows; ++i) {
        nodes.push_back({QString::number(i), QSizeF(80, 24)});
        if (i % columns > 0)
            edges.push_back({i - 1, i});
        if (i >= columns)
            edges.push_back({i - columns, i});
    }
    return Graph(nodes, edges);
}

Graph cycle(int count)
{
    std::vector<Edge> edges = path(count).edges();
    edges.push_back({count - 1, 0});
    return Graph(path(count).nodes(), edges);
}

std::vector<Chord> chordsOf(const Graph &graph)
{
    std::vector<Chord> chords;
    for (const Edge &edge : graph.edges())
        chords.push_back({edge.source, edge.target});
    return chords;
}

/// The crossings by the definition: every pair of chords.
double crossingsPairByPair(const std::vector<int> &order, const std::vector<Chord> &chords)
{
    std::vector<int> places(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        places[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    const auto ends = [&](const Chord &chord) {
        const int one = places[static_cast<std::size_t>(chord.source)];
        const int other = places[static_cast<std::size_t>(chord.target)];
        return std::pair(std::min(one, other), std::max(one, other));
    };
    double sum = 0;
    for (std::size_t i = 0; i < chords.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const auto [a, b] = ends(chords[i]);
            const auto [c, d] = ends(chords[k]);
            if ((a < c && c < b && b < d) || (c < a && a < d && d < b))
                sum += chords[i].weight * chords[k].weight;
        }
    }
    return sum;
}

std::vector<int> inOrder(int count)
{
    std::vector<int> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

} // namespace

TEST(EveryLayout, drawsEveryKindOfGraphWithoutOverlap)
{
    const std::vector<Graph> graphs = {Graph(), graphFrom(u"a"_s), graphFrom(u"a -> b"_s), graphFrom(u"a -> a"_s), star(5'000), completeGraph(300), path(3'500),
                                       cycle(700), grid(30, 30), loneNodes(5'000), preferentialAttachment(4'000, 2), preferentialAttachment(301, 1),
                                       preferentialAttachment(300, 3), preferentialAttachment(1'000, 3),
                                       graphFrom(u"a -> b -> c -> a; d -> e; f; g; h -> h; i -> j -> i"_s)};
    for (const Kind kind : AllKinds) {
        for (std::size_t i = 0; i < graphs.size(); ++i) {
            SCOPED_TRACE(QStringLiteral("layout %1, graph %2").arg(int(kind)).arg(i).toStdString());
            expectSound(graphs[i], layout(kind, graphs[i]));
        }
    }
}

TEST(EveryLayout, drawsFiftyThousandNodes)
{
    const Graph graph = preferentialAttachment(50'000, 1);
    for (const Kind kind : {Kind::Radial, Kind::Circular})
        expectSound(graph, layout(kind, graph));
}

TEST(EveryLayout, givesALabelOfTenThousandCharactersItsRoom)
{
    std::vector<Node> nodes = preferentialAttachment(100, 2).nodes();
    nodes[3].box = QSizeF(70'000, 24);
    nodes[4].box = QSizeF(0, 0);
    nodes[5].box = QSizeF(10, 9'000);
    nodes[6].box = QSizeF(qQNaN(), qInf());
    const Graph graph(nodes, preferentialAttachment(100, 2).edges());
    for (const Kind kind : AllKinds)
        expectSound(graph, layout(kind, graph));
    for (int focus = 0; focus < 8; ++focus)
        expectSound(graph, radialLayout(graph, focus, {}, Progress()));
}

TEST(EveryLayout, isTheSameEachTime)
{
    for (const Kind kind : AllKinds) {
        for (const Graph &graph : {preferentialAttachment(200, 2), preferentialAttachment(3'200, 2), loneNodes(10)})
            EXPECT_EQ(layout(kind, graph), layout(kind, graph));
    }
}

TEST(EveryLayout, leavesPinnedNodesWhereTheyAre)
{
    for (const Kind kind : AllKinds) {
        for (const quint64 seed : {1u, 2u, 3u}) {
            const Graph graph = preferentialAttachment(120, 2, seed);
            LayoutOptions options;
            options.pinned.resize(120);
            for (std::size_t i = seed; i < 120; i += 7)
                options.pinned[i] = QPointF(137.1 * static_cast<double>(i), 1e4 / (1.0 + static_cast<double>(i)));
            const auto positions = layout(kind, graph, options);
            for (std::size_t i = seed; i < 120; i += 7)
                EXPECT_EQ(positions[i], *options.pinned[i]);
            expectSound(graph, positions);
        }
    }
}

TEST(EveryLayout, tenNewNodesMoveNoneOfTwoHundredOldOnes)
{
    for (const Kind kind : AllKinds) {
        for (const quint64 seed : {3u, 4u, 5u}) {
            const Graph before = preferentialAttachment(200, 2, seed);
            const Graph after = preferentialAttachment(210, 2, seed); // the same generator: the first 200 nodes and their lines are equal
            const auto old = layout(kind, before);
            LayoutOptions options;
            options.pinned = given(old, 210);
            options.corner = QPointF(-20'000, -20'000);
            const auto positions = layout(kind, after, options);
            for (std::size_t i = 0; i < old.size(); ++i)
                EXPECT_EQ(positions[i], old[i]);
            expectSound(after, positions);
            // The new ones come into the drawing, not somewhere else.
            QRectF bounds;
            for (const QRectF &box : boxesAt(before, old))
                bounds |= box;
            const double margin = 0.25 * std::max(bounds.width(), bounds.height());
            for (std::size_t i = old.size(); i < positions.size(); ++i)
                EXPECT_TRUE(bounds.adjusted(-margin, -margin, margin, margin).contains(positions[i])) << int(kind) << ' ' << i;
        }
    }
}

TEST(EveryLayout, putsNothingNewLeftOfOrAboveTheCorner)
{
    for (const Kind kind : AllKinds) {
        const Graph graph = preferentialAttachment(150, 2, 8);
        LayoutOptions options;
        options.pinned.resize(150);
        for (std::size_t i = 0; i < 60; ++i)
            options.pinned[i] = QPointF(200.0 * double(i % 8), 40.0 * double(i / 8));
        options.corner = QPointF(-40, -12);
        const auto positions = layout(kind, graph, options);
        expectSound(graph, positions);
        for (std::size_t i = 60; i < 150; ++i) {
            EXPECT_GE(positions[i].x() - graph.nodes()[i].box.width() / 2, -40 - 1e-6);
            EXPECT_GE(positions[i].y() - graph.nodes()[i].box.height() / 2, -12 - 1e-6);
        }
    }
}

TEST(EveryLayout, survivesPositionsThatAreNone)
{
    const Graph graph = graphFrom(u"a -> b -> c; d"_s);
    LayoutOptions options;
    options.pinned = {QPointF(qQNaN(), 0), {}, QPointF(qInf(), 1)};
    options.initial = std::vector<std::optional<QPointF>>(4, QPointF(5, 5)); // all at one point
    options.leaning = {1, -1};
    for (const Kind kind : AllKinds) {
        expectSound(graph, layout(kind, graph, options));
        options.pinned = std::vector<std::optional<QPointF>>(1, QPointF(5, 5));
        expectSound(graph, layout(kind, graph, options));
    }
    for (const int focus : {-7, 0, 3, 4, 2'000'000})
        expectSound(graph, radialLayout(graph, focus, {}, Progress()));
}

TEST(EveryLayout, endsWhenCancelled)
{
    const Graph graph = preferentialAttachment(20'000, 3);
    for (const Kind kind : AllKinds) {
        Progress cancelled;
        cancelled.cancel();
        const auto positions = layout(kind, graph, {}, cancelled);
        EXPECT_EQ(positions.size(), 20'000U);
        for (const QPointF &position : positions)
            ASSERT_TRUE(std::isfinite(position.x()) && std::isfinite(position.y()));
    }
}

TEST(EveryLayout, reportsUpToTheEnd)
{
    for (const Kind kind : AllKinds) {
        int last = 0;
        const Progress progress([&last](int done, int total, const QString &) {
            EXPECT_GE(done, last);
            EXPECT_LE(done, total);
            last = done;
        });
        layout(kind, graphFrom(u"a -> b -> c; d -> e; f"_s), {}, progress);
        EXPECT_EQ(last, 1'000);
    }
}

TEST(RadialLayout, theFocusIsInTheMiddleAndRingsAreDistances)
{
    for (const quint64 seed : {1u, 2u, 3u, 4u}) {
        const Graph graph = preferentialAttachment(150, 2, seed);
        const int focus = int(seed) * 17;
        LayoutOptions options;
        const auto positions = radialLayout(graph, focus, options, Progress());
        expectSound(graph, positions);
        BreadthFirst search(graph.adjacency());
        const auto distances = search.distancesFrom(focus);
        // From ring to ring the mean way from the focus grows; the form of a ring is an ellipse of one aspect.
        std::map<int, std::vector<double>> ways;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            const QPointF away = positions[i] - positions[std::size_t(focus)];
            ways[distances[i]].push_back(std::hypot(away.x() / 1.6, away.y()));
        }
        double inside = -1;
        for (auto &[ring, list] : ways) {
            std::sort(list.begin(), list.end());
            EXPECT_GT(list[list.size() / 2], inside) << ring;
            inside = list[list.size() / 2];
        }
    }
}

TEST(RadialLayout, aWideFocusStaysInTheMiddleOfItsNeighbours)
{
    std::vector<Node> nodes = {{u"focus"_s, QSizeF(133, 34)}};
    std::vector<Edge> edges;
    const double widths[] = {120, 70, 58, 52, 58, 62, 38, 52};
    for (int i = 0; i < 8; ++i) {
        nodes.push_back({QString::number(i), QSizeF(widths[i], i == 0 ? 46 : 22)});
        edges.push_back({i + 1, 0});
    }
    const Graph graph(nodes, edges);
    for (const double aspect : {0.7, 1.25, 1.8}) {
        LayoutOptions options;
        options.gap = 14;
        options.aspect = aspect;
        const auto positions = radialLayout(graph, 0, options, Progress());
        expectSound(graph, positions);
        QRectF around;
        for (std::size_t i = 1; i < positions.size(); ++i)
            around |= boxAt(positions[i], graph.nodes()[i].box);
        const QPointF away = around.center() - positions[0];
        EXPECT_LT(std::abs(away.x()), 0.25 * around.width());
        EXPECT_LT(std::abs(away.y()), 0.25 * around.height());
    }
}

TEST(RadialLayout, aTreeHasHardlyACrossing)
{
    for (const quint64 seed : {1u, 2u, 3u}) {
        const Graph tree = preferentialAttachment(60, 1, seed);
        EXPECT_LE(edgeCrossings(tree, radialLayout(tree, -1, {}, Progress())), 5) << seed; // where a ring has two tracks
    }
}

TEST(RadialLayout, whatLeansLeftComesToTheLeft)
{
    const Graph graph = graphFrom(u"m -> a; m -> b; m -> c; m -> d; a -> b; c -> d"_s);
    LayoutOptions options;
    options.leaning = {0, -1, -1, 1, 1};
    const auto positions = radialLayout(graph, 0, options, Progress());
    EXPECT_LT(positions[1].x() + positions[2].x(), positions[3].x() + positions[4].x());
    const auto around = circularLayout(graph, {}, options, Progress()).positions;
    EXPECT_LT(around[1].x() + around[2].x(), around[3].x() + around[4].x());
}

TEST(RadialLayout, aNewFocusKeepsTheDirections)
{
    const Graph graph = preferentialAttachment(80, 1, 5);
    const auto old = radialLayout(graph, 0, {}, Progress());
    LayoutOptions options;
    options.initial = given(old, 80);
    const int focus = graph.adjacency().neighbours(0)[0];
    const auto kept = radialLayout(graph, focus, options, Progress());
    expectSound(graph, kept);
    int same = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < 80; ++i) {
        const QPointF before = old[i] - old[std::size_t(focus)];
        const QPointF after = kept[i] - kept[std::size_t(focus)];
        if (int(i) == focus)
            continue;
        ++pairs;
        same += QPointF::dotProduct(before, after) > 0;
    }
    EXPECT_GT(same, pairs * 2 / 3);
}

TEST(CircularLayout, groupsStandSideBySide)
{
    for (const quint64 seed : {1u, 2u, 3u}) {
        const Graph graph = preferentialAttachment(90, 2, seed);
        Groups groups;
        groups.heads.assign(6, QSizeF(90, 14));
        for (int i = 0; i < 90; ++i)
            groups.of.push_back((i * 7 + int(seed)) % 6);
        const CircularDrawing drawing = circularLayout(graph, groups, {}, Progress());
        expectSound(graph, drawing.positions);
        std::vector<std::pair<double, int>> around;
        QPointF middle = std::accumulate(drawing.positions.begin(), drawing.positions.end(), QPointF()) / 90;
        for (std::size_t i = 0; i < 90; ++i) {
            const QPointF away = drawing.positions[i] - middle;
            around.emplace_back(std::atan2(away.y(), away.x()), groups.of[i]);
        }
        std::sort(around.begin(), around.end());
        int changes = 0;
        for (std::size_t i = 0; i < around.size(); ++i)
            changes += around[i].second != around[(i + 1) % around.size()].second;
        EXPECT_LE(changes, 10); // six, and rounding at the tracks
        // Each name has its room.
        std::vector<QRectF> boxes = boxesAt(graph, drawing.positions);
        ASSERT_EQ(drawing.heads.size(), 6U);
        for (const GroupHead &head : drawing.heads)
            boxes.push_back(boxAt(head.centre, {90, 14}));
        EXPECT_EQ(overlapCount(boxes), 0);
    }
}

TEST(CircularOrder, countsCrossingsAsTheDefinitionDoes)
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        std::vector<Chord> chords;
        for (int i = 0; i < 40; ++i)
            chords.push_back({random.below(15), random.below(15), double(1 + random.below(3))});
        std::vector<int> order = inOrder(15);
        random.shuffle(order);
        EXPECT_EQ(circularCrossings(order, chords), crossingsPairByPair(order, chords)) << seed;
    }
}

TEST(CircularOrder, aCycleAndATreeHaveNoCrossings)
{
    const Progress progress;
    for (const Graph &graph : {cycle(40), preferentialAttachment(40, 1, 3), star(30), path(20)}) {
        const auto chords = chordsOf(graph);
        EXPECT_EQ(circularCrossings(circularOrder(graph.nodeCount(), chords, {}, progress), chords), 0);
    }
}

TEST(CircularOrder, isAsGoodAsTheBestOfSmallOnes)
{
    for (quint64 seed = 1; seed <= 30; ++seed) {
        Random random(seed);
        std::vector<Chord> chords;
        for (int i = 0; i < 11; ++i)
            chords.push_back({random.below(7), random.below(7)});
        std::vector<int> order = inOrder(7);
        double best = 1e9;
        do {
            best = std::min(best, circularCrossings(order, chords));
        } while (std::next_permutation(order.begin() + 1, order.end()));
        EXPECT_LE(circularCrossings(circularOrder(7, chords, {}, Progress()), chords), best + 1) << seed;
    }
}

TEST(CircularOrder, hasFarFewerCrossingsThanNone)
{
    const Graph graph = preferentialAttachment(200, 2);
    const auto chords = chordsOf(graph);
    const auto order = circularOrder(200, chords, {}, Progress());
    std::vector<int> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(sorted, inOrder(200)); // each once
    EXPECT_LT(circularCrossings(order, chords), 0.6 * circularCrossings(inOrder(200), chords));
}

TEST(RingForm, turnAndPlaceAreTwoSidesOfOneThing)
{
    for (const QSizeF usual : {QSizeF(100, 30), QSizeF(30, 100), QSizeF(40, 40), QSizeF(0, 0)}) {
        const RingForm form(usual);
        for (double turn = 0; turn < 1; turn += 0.013) {
            EXPECT_NEAR(form.turnOf(form.at(turn, 250)), turn, 1e-9);
            EXPECT_NEAR(form.radiusOf(form.at(turn, 250)), 250, 1e-9);
        }
    }
}

TEST(RingForm, whatFitsStandsApartInItsOrder)
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        std::vector<double> wishes;
        std::vector<QSizeF> boxes;
        double need = 0;
        const RingForm form(QSizeF(92, 36));
        for (int i = 0; i < 60; ++i) {
            wishes.push_back(random.unit() * random.unit());
            boxes.emplace_back(40 + random.below(80), 24);
            need += form.need(boxes.back() + QSizeF(12, 12));
        }
        std::sort(wishes.begin(), wishes.end());
        const Ring ring = ringFor(need, 10, 60, 100);
        ASSERT_EQ(ring.tracks, 1);
        const auto turns = spreadAround(wishes, boxes, 12, form, ring.radius * 1.05);
        std::vector<QRectF> rects;
        int downs = 0;
        for (std::size_t i = 0; i < turns.size(); ++i) {
            rects.push_back(boxAt(form.at(turns[i], ring.radius * 1.05), boxes[i]));
            downs += turns[(i + 1) % turns.size()] < turns[i];
        }
        EXPECT_EQ(downs, 1); // once around
        EXPECT_LE(overlapCount(rects), 2) << seed; // the layouts take care of the few that a curve leaves
    }
}
