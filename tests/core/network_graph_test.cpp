#include "core/network/graph.h"
#include "tests/support/graphs.h"

#include <gtest/gtest.h>

using namespace entente::network;
using namespace Qt::StringLiterals;

TEST(Graph, neighboursAreSortedAndOnceAndNotOneself)
{
    const Graph graph = graphFrom(u"b -> a; b -> c; c -> b; b -> b"_s); // b 0, a 1, c 2
    const auto neighbours = graph.adjacency().neighbours(0);
    EXPECT_EQ(std::vector<int>(neighbours.begin(), neighbours.end()), (std::vector<int>{1, 2}));
    EXPECT_EQ(graph.edges().size(), 4U);
}

TEST(Graph, edgesToNowhereAndImpossibleBoxesDoNoHarm)
{
    const Graph graph({{u"a"_s, QSizeF(-5, qQNaN())}, {u"b"_s, QSizeF(10, 10)}}, {{0, 7}, {-1, 0}, {0, 1}});
    EXPECT_EQ(graph.edges().size(), 1U);
    EXPECT_EQ(graph.nodes()[0].box, QSizeF(0, 0));
}

TEST(Graph, distancesAreStepsAndUnreachedIsSaid)
{
    const Graph graph = graphFrom(u"a -> b -> c; d"_s);
    BreadthFirst search(graph.adjacency());
    const auto distances = search.distancesFrom(0);
    EXPECT_EQ(std::vector<int>(distances.begin(), distances.end()), (std::vector<int>{0, 1, 2, BreadthFirst::Unreached}));
}

TEST(Graph, componentsHoldEachNodeOnce)
{
    const Graph graph = graphFrom(u"a -> b; c; d -> e -> f; f -> d"_s);
    EXPECT_EQ(components(graph.adjacency()), (std::vector<std::vector<int>>{{0, 1}, {2}, {3, 4, 5}}));
    EXPECT_TRUE(components(Graph().adjacency()).empty());
}

TEST(Graph, theCentreHasTheShortestFarthestWay)
{
    EXPECT_EQ(centre(path(101).adjacency()), 50);
    EXPECT_EQ(centre(star(5'000).adjacency(), 17), 0);
    EXPECT_EQ(centre(Graph().adjacency()), -1);
    const Graph graph = preferentialAttachment(200, 1, 5);
    BreadthFirst search(graph.adjacency());
    const auto eccentricity = [&](int node) {
        const auto distances = search.distancesFrom(node);
        return *std::max_element(distances.begin(), distances.end());
    };
    int smallest = graph.nodeCount();
    for (int node = 0; node < graph.nodeCount(); ++node)
        smallest = std::min(smallest, eccentricity(node));
    EXPECT_EQ(eccentricity(centre(graph.adjacency())), smallest);
}
