#include "core/network/routing.h"

#include <gtest/gtest.h>

using namespace entente::network;

TEST(Routing, straightLinesEndAtTheBorders)
{
    const QLineF line = straightLine({-10, -5, 20, 10}, {90, -5, 20, 10});
    EXPECT_EQ(line, QLineF(10, 0, 90, 0));
    EXPECT_EQ(straightLine({0, 0, 20, 20}, {0, 100, 20, 20}), QLineF(10, 20, 10, 100));
    EXPECT_EQ(straightLine({0, 0, 20, 20}, {5, 5, 20, 20}).length(), 0);
    EXPECT_EQ(straightLine({0, 0, 20, 20}, {0, 0, 20, 20}).length(), 0);
}

TEST(Routing, alongTheBorderIsNotThrough)
{
    EXPECT_TRUE(passesThrough({-10, 5, 30, 5}, {0, 0, 10, 10}));
    EXPECT_FALSE(passesThrough({-10, 0, 30, 0}, {0, 0, 10, 10}));
    EXPECT_FALSE(passesThrough({-10, 5, -1, 5}, {0, 0, 10, 10}));
    EXPECT_TRUE(passesThrough({4, 4, 5, 5}, {0, 0, 10, 10}));
}

TEST(Routing, aDetourPassesNoObstacle)
{
    const QRectF from(-10, -5, 20, 10);
    const QRectF to(290, -5, 20, 10);
    const std::vector<QRectF> obstacles = {from, to, {90, -40, 20, 60}, {180, -15, 20, 70}};
    const auto points = detour(from, to, obstacles, 4);
    ASSERT_GE(points.size(), 3U);
    for (std::size_t i = 1; i < points.size(); ++i) {
        EXPECT_FALSE(passesThrough({points[i - 1], points[i]}, obstacles[2]));
        EXPECT_FALSE(passesThrough({points[i - 1], points[i]}, obstacles[3]));
    }
    EXPECT_EQ(detour(from, to, {}, 4), (std::vector<QPointF>{{10, 0}, {290, 0}}));
}
