#include "core/network/layouts.h"
#include "core/network/metrics.h"
#include "core/network/packing.h"
#include "core/network/random.h"
#include "tests/support/graphs.h"

#include <QElapsedTimer>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

using namespace entente::base;
using namespace entente::network;
using namespace Qt::StringLiterals;

namespace {

std::vector<QPointF> layout(const Graph &graph, const LayoutOptions &options = {})
{
    return stressLayout(graph, options, Progress());
}

void expectSound(const Graph &graph, const std::vector<QPointF> &positions)
{
    ASSERT_EQ(static_cast<int>(positions.size()), graph.nodeCount());
    for (const QPointF &position : positions)
        ASSERT_TRUE(std::isfinite(position.x()) && std::isfinite(position.y()));
    EXPECT_EQ(overlapCount(boxesAt(graph, positions)), 0);
}

std::vector<QPointF> onACircle(int count)
{
    std::vector<QPointF> positions;
    for (int i = 0; i < count; ++i)
        positions.emplace_back(std::cos(2 * std::numbers::pi * i / count), std::sin(2 * std::numbers::pi * i / count));
    return positions;
}

std::vector<std::optional<QPointF>> given(const std::vector<QPointF> &positions, std::size_t count)
{
    std::vector<std::optional<QPointF>> result(positions.begin(), positions.end());
    result.resize(count);
    return result;
}

} // namespace

TEST(StressLayout, nothingOneAndTwo)
{
    EXPECT_TRUE(layout(Graph()).empty());
    expectSound(graphFrom(u"a"_s), layout(graphFrom(u"a"_s)));
    expectSound(graphFrom(u"a -> b"_s), layout(graphFrom(u"a -> b"_s)));
}

TEST(StressLayout, aPathBecomesStraight)
{
    for (const int count : {3, 4, 7, 20}) // odd and even: the tournament of pairs differs
        EXPECT_LT(normalisedStress(path(count), layout(path(count))), 0.02) << count;
}

TEST(StressLayout, everyKindOfGraphIsDrawnWithoutOverlap)
{
    for (const Graph &graph : {star(5'000), completeGraph(300), path(3'500), loneNodes(5'000), preferentialAttachment(4'000, 2),
                               preferentialAttachment(301, 1), graphFrom(u"a -> b -> c -> a; d -> e; f; g; h -> h"_s)})
        expectSound(graph, layout(graph));
}

TEST(StressLayout, fiftyThousandNodesAreDrawn)
{
    const Graph graph = preferentialAttachment(50'000, 1);
    expectSound(graph, layout(graph));
}

TEST(StressLayout, aLabelOfTenThousandCharactersHasItsRoom)
{
    std::vector<Node> nodes = preferentialAttachment(100, 2).nodes();
    nodes[3].box = QSizeF(70'000, 24);
    nodes[4].box = QSizeF(0, 0);
    const Graph graph(nodes, preferentialAttachment(100, 2).edges());
    expectSound(graph, layout(graph));
}

TEST(StressLayout, isBetterThanACircleAndLowOnGeneratedNetworks)
{
    LayoutOptions options;
    options.separateBoxes = false;
    for (quint64 seed = 1; seed <= 5; ++seed) {
        const Graph graph = preferentialAttachment(300, 3, seed);
        const double stress = normalisedStress(graph, layout(graph, options));
        EXPECT_LT(stress, normalisedStress(graph, onACircle(300)));
        EXPECT_LE(stress, 0.16) << seed;
    }
}

TEST(StressLayout, pivotsComeCloseToAllPairs)
{
    LayoutOptions options;
    options.separateBoxes = false;
    const Graph graph = preferentialAttachment(4'000, 3); // above the limit for all pairs
    EXPECT_LE(normalisedStress(graph, layout(graph, options), 300), 0.175);
}

TEST(StressLayout, theSameInputGivesTheSameDrawing)
{
    for (const Graph &graph : {preferentialAttachment(200, 2), preferentialAttachment(3'200, 2), loneNodes(10)})
        EXPECT_EQ(layout(graph), layout(graph));
    LayoutOptions other;
    other.seed = 2;
    EXPECT_NE(layout(preferentialAttachment(200, 2)), layout(preferentialAttachment(200, 2), other));
}

TEST(StressLayout, pinnedNodesStayToTheLastBit)
{
    const Graph graph = preferentialAttachment(120, 2);
    LayoutOptions options;
    options.pinned.resize(120);
    for (std::size_t i = 0; i < 120; i += 7)
        options.pinned[i] = QPointF(137.1 * static_cast<double>(i), 1e4 / (1.0 + static_cast<double>(i)));
    const auto positions = layout(graph, options);
    for (std::size_t i = 0; i < 120; i += 7)
        EXPECT_EQ(positions[i], *options.pinned[i]);
    expectSound(graph, positions);
}

TEST(StressLayout, tenNewNodesMoveNoOldOneAndComeNearTheirNeighbours)
{
    const Graph before = preferentialAttachment(200, 2, 3);
    const Graph after = preferentialAttachment(210, 2, 3); // the same generator: the first 200 nodes and their lines are equal
    const auto old = layout(before);
    LayoutOptions options;
    options.pinned = given(old, 210);
    const auto positions = layout(after, options);
    for (std::size_t i = 0; i < old.size(); ++i)
        EXPECT_EQ(positions[i], old[i]);
    expectSound(after, positions);
    EXPECT_LT(normalisedStress(after, positions), 0.2);
}

TEST(StressLayout, startingFromADrawingStaysNearIt)
{
    const Graph graph = preferentialAttachment(200, 2);
    const auto old = layout(graph);
    LayoutOptions options;
    options.initial = given(old, 200);
    const auto positions = layout(graph, options);
    expectSound(graph, positions);
    double moved = 0;
    double spread = 0;
    for (std::size_t i = 0; i < 200; ++i) {
        moved += std::hypot(positions[i].x() - old[i].x(), positions[i].y() - old[i].y());
        spread += std::hypot(old[i].x() - old[0].x(), old[i].y() - old[0].y());
    }
    EXPECT_LT(moved, 0.25 * spread);
}

TEST(StressLayout, positionsThatAreNoneAreForgotten)
{
    const Graph graph = graphFrom(u"a -> b -> c; d"_s);
    LayoutOptions options;
    options.pinned = {QPointF(qQNaN(), 0), {}, QPointF(qInf(), 1)};
    options.initial = std::vector<std::optional<QPointF>>(4, QPointF(5, 5)); // all at one point
    expectSound(graph, layout(graph, options));
}

TEST(StressLayout, cancelEndsIt)
{
    const Graph graph = preferentialAttachment(20'000, 3);
    Progress cancelled;
    cancelled.cancel();
    EXPECT_EQ(stressLayout(graph, {}, cancelled).size(), 20'000U);
    // Cancelled on its way: it stops within the iteration that reports.
    int reports = 0;
    Progress *handle = nullptr;
    Progress progress([&](int, int, const QString &) {
        ++reports;
        handle->cancel();
    });
    handle = &progress;
    EXPECT_EQ(stressLayout(graph, {}, progress).size(), 20'000U);
    EXPECT_LE(reports, 2);
}

TEST(StressLayout, reportsUpToTheEnd)
{
    int last = 0;
    const Progress progress([&last](int done, int total, const QString &) {
        EXPECT_GE(done, last);
        EXPECT_LE(done, total);
        last = done;
    });
    stressLayout(graphFrom(u"a -> b -> c; d -> e; f"_s), {}, progress);
    EXPECT_EQ(last, 1'000);
}

TEST(Packing, rectanglesDoNotOverlapAndFillTheirRoom)
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        std::vector<QSizeF> sizes;
        double area = 0;
        for (int i = 0; i < 200; ++i) {
            sizes.emplace_back(1 + random.below(100), 1 + random.below(60));
            area += (sizes.back().width() + 5) * (sizes.back().height() + 5);
        }
        const auto corners = packRectangles(sizes, 5);
        std::vector<QRectF> grown;
        QRectF bounds;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            grown.emplace_back(corners[i], sizes[i] + QSizeF(4.999, 4.999));
            bounds |= grown.back();
        }
        EXPECT_EQ(overlapCount(grown), 0);
        EXPECT_GT(area / (bounds.width() * bounds.height()), 0.6);
    }
}
