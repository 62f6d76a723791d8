// Our breadth-first search beside that of Boost.Graph, on the same graph with the same sources.

#include "core/network/graph.h"
#include "tests/support/graphs.h"

#include <benchmark/benchmark.h>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>

using namespace entente::network;

namespace {

constexpr int Sources = 50;

void breadthFirstOurs(benchmark::State &state)
{
    const Graph graph = preferentialAttachment(static_cast<int>(state.range(0)), 3);
    BreadthFirst search(graph.adjacency());
    for (auto _ : state) {
        for (int source = 0; source < Sources; ++source)
            benchmark::DoNotOptimize(search.distancesFrom(source).data());
    }
}

void breadthFirstBoost(benchmark::State &state)
{
    using BoostGraph = boost::compressed_sparse_row_graph<boost::directedS>;
    const Graph graph = preferentialAttachment(static_cast<int>(state.range(0)), 3);
    std::vector<std::pair<int, int>> edges;
    for (const Edge &edge : graph.edges()) {
        edges.emplace_back(edge.source, edge.target);
        edges.emplace_back(edge.target, edge.source);
    }
    const auto nodeCount = static_cast<std::size_t>(graph.nodeCount());
    const BoostGraph boostGraph(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), nodeCount);
    std::vector<int> distances(nodeCount);
    for (auto _ : state) {
        for (std::size_t source = 0; source < Sources; ++source) {
            std::fill(distances.begin(), distances.end(), 0);
            boost::breadth_first_search(boostGraph, source,
                                        boost::visitor(boost::make_bfs_visitor(boost::record_distances(distances.data(), boost::on_tree_edge()))));
            benchmark::DoNotOptimize(distances.data());
        }
    }
}

BENCHMARK(breadthFirstOurs)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(breadthFirstBoost)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

} // namespace
