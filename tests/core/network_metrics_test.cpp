#include "core/network/metrics.h"
#include "core/network/random.h"
#include "tests/support/graphs.h"

#include <gtest/gtest.h>

using namespace entente::network;
using namespace Qt::StringLiterals;

TEST(Metrics, stressIsNoneForAPerfectDrawingOfAnySize)
{
    const Graph graph = graphFrom(u"a -> b -> c"_s);
    for (const double scale : {0.01, 1.0, 300.0}) {
        const std::vector<QPointF> straight = {{0, 0}, {scale, 0}, {2 * scale, 0}};
        EXPECT_NEAR(normalisedStress(graph, straight), 0, 1e-12);
    }
    // By hand: ratios 1, 1, 0 of three pairs give A = 2, B = 2, 1 − 4 / 6.
    EXPECT_NEAR(normalisedStress(graph, std::vector<QPointF>{{0, 0}, {1, 0}, {0, 0}}), 1 - 4.0 / 6, 1e-12);
    EXPECT_EQ(normalisedStress(graph, std::vector<QPointF>(3)), 1);
    EXPECT_EQ(normalisedStress(graphFrom(u"a; b"_s), std::vector<QPointF>(2)), 0);
}

TEST(Metrics, crossingsByHand)
{
    const Graph cross = graphFrom(u"a -> b; c -> d; b -> c"_s); // a 0, b 1, c 2, d 3
    EXPECT_EQ(edgeCrossings(cross, std::vector<QPointF>{{0, 0}, {2, 2}, {2, 0}, {0, 2}}), 1);
    EXPECT_EQ(edgeCrossings(cross, std::vector<QPointF>{{0, 0}, {1, 0}, {2, 0}, {3, 0}}), 0); // one after the other
    EXPECT_EQ(edgeCrossings(graphFrom(u"a -> b; a -> c"_s), std::vector<QPointF>{{0, 0}, {1, 1}, {2, 2}}), 1); // one on the other
    EXPECT_EQ(edgeCrossings(graphFrom(u"a -> b; b -> a; a -> a"_s), std::vector<QPointF>{{0, 0}, {1, 1}}), 0);
}

TEST(Metrics, crossingsOfACompleteGraphInConvexPosition)
{
    std::vector<QPointF> positions;
    for (int i = 0; i < 20; ++i)
        positions.emplace_back(i, i * i);
    EXPECT_EQ(edgeCrossings(completeGraph(20), positions), 4'845); // 20 choose 4
}

TEST(Metrics, overlapsAreCountedExactly)
{
    for (quint64 seed = 1; seed <= 30; ++seed) {
        Random random(seed);
        std::vector<QRectF> rectangles; // on whole numbers, so that many only touch
        for (int i = 0; i < 150; ++i)
            rectangles.emplace_back(random.below(40), random.below(40), random.below(8), random.below(8));
        qint64 expected = 0;
        for (std::size_t i = 0; i < rectangles.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                const QRectF &a = rectangles[i];
                const QRectF &b = rectangles[k];
                expected += !a.isEmpty() && !b.isEmpty() && a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
            }
        }
        EXPECT_EQ(overlapCount(rectangles), expected);
    }
    EXPECT_EQ(overlapCount(std::vector<QRectF>(1'000, QRectF(0, 0, 1, 1))), 499'500);
}

TEST(Metrics, aLabelMayCoverItsOwnBoxOnly)
{
    const std::vector<QRectF> boxes = {{0, 0, 10, 10}, {20, 0, 10, 10}};
    EXPECT_EQ(labelOverlapCount(std::vector<QRectF>{{2, 2, 5, 5}, {}}, boxes), 0);
    EXPECT_EQ(labelOverlapCount(std::vector<QRectF>{{2, 2, 25, 5}, {}}, boxes), 1);
    EXPECT_EQ(labelOverlapCount(std::vector<QRectF>{{12, 0, 5, 5}, {14, 0, 5, 5}}, boxes), 1);
}
