#include "core/network/centrality.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>

#include <algorithm>
#include <iterator>

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

Between betweenSets(const Adjacency &adjacency, std::span<const int> sources, std::span<const int> targets, const base::Progress &progress)
{
    Between result;
    const std::size_t n = at(adjacency.nodeCount());
    result.share.assign(n, 0);
    std::vector<char> isTarget(n, 0);
    for (const int target : targets)
        isTarget[at(target)] = 1;
    BreadthFirst search(adjacency);
    std::vector<double> ways(n);
    std::vector<double> passing(n);
    for (std::size_t done = 0; done < sources.size() && !progress.isCancelled(); ++done) {
        const int source = sources[done];
        const auto distances = search.distancesFrom(source);
        const auto order = search.order();
        for (const int node : order) {
            ways[at(node)] = 0;
            passing[at(node)] = 0;
        }
        ways[at(source)] = 1;
        for (const int node : order) {
            for (const int neighbour : adjacency.neighbours(node)) {
                if (distances[at(neighbour)] == distances[at(node)] + 1)
                    ways[at(neighbour)] += ways[at(node)];
            }
        }
        for (auto node = order.rbegin(); node != order.rend(); ++node) {
            const bool ends = isTarget[at(*node)] && *node != source;
            result.pairs += ends ? 1 : 0;
            if (*node != source)
                result.share[at(*node)] += passing[at(*node)];
            const double each = (passing[at(*node)] + (ends ? 1 : 0)) / ways[at(*node)];
            for (const int neighbour : adjacency.neighbours(*node)) {
                if (distances[at(neighbour)] == distances[at(*node)] - 1)
                    passing[at(neighbour)] += ways[at(neighbour)] * each;
            }
        }
        progress.report(int(done + 1), int(sources.size()));
    }
    for (double &share : result.share)
        share = result.pairs > 0 ? share / double(result.pairs) : 0;
    return result;
}

std::vector<Cut> cuts(const Adjacency &adjacency)
{
    using Lines = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, boost::property<boost::edge_index_t, std::size_t>>;
    const std::size_t n = at(adjacency.nodeCount());
    Lines lines(n);
    std::size_t count = 0;
    for (int node = 0; node < adjacency.nodeCount(); ++node) {
        for (const int neighbour : adjacency.neighbours(node)) {
            if (neighbour > node)
                add_edge(at(node), at(neighbour), count++, lines);
        }
    }
    std::vector<std::size_t> blockOf(count, 0);
    std::vector<std::size_t> articulations;
    if (count == 0)
        return {};
    const std::size_t blocks = boost::biconnected_components(
        lines, boost::make_iterator_property_map(blockOf.begin(), get(boost::edge_index, lines)), std::back_inserter(articulations)).first;

    // The tree of blocks and of the nodes that join them; below each, how many nodes there are.
    std::vector<std::vector<std::size_t>> blocksOf(n);
    std::vector<std::vector<std::size_t>> nodesOf(blocks);
    const auto range = boost::edges(lines);
    for (auto line = range.first; line != range.second; ++line) {
        const std::size_t block = blockOf[get(boost::edge_index, lines, *line)];
        for (const std::size_t node : {source(*line, lines), target(*line, lines)}) {
            blocksOf[node].push_back(block);
            nodesOf[block].push_back(node);
        }
    }
    for (auto *lists : {&blocksOf, &nodesOf}) {
        for (std::vector<std::size_t> &list : *lists) {
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
    }
    std::vector<Cut> result;
    std::vector<char> seen(n, 0);
    std::vector<std::size_t> nodeAbove(blocks, n); // where a block hangs
    std::vector<std::size_t> blockAbove(n, blocks);
    std::vector<int> below(n, 1); // a node and all that hangs on it
    std::vector<char> isCut(n, 0);
    for (const std::size_t node : articulations)
        isCut[node] = 1;
    for (std::size_t root = 0; root < n; ++root) {
        if (seen[root] || blocksOf[root].empty())
            continue;
        std::vector<std::size_t> order = {root};
        seen[root] = 1;
        for (std::size_t head = 0; head < order.size(); ++head) {
            const std::size_t node = order[head];
            for (const std::size_t block : blocksOf[node]) {
                if (block == blockAbove[node])
                    continue;
                nodeAbove[block] = node;
                for (const std::size_t other : nodesOf[block]) {
                    if (seen[other])
                        continue;
                    seen[other] = 1;
                    blockAbove[other] = block;
                    order.push_back(other);
                }
            }
        }
        const int whole = static_cast<int>(order.size());
        for (auto node = order.rbegin(); node != order.rend(); ++node) {
            if (blockAbove[*node] < blocks)
                below[nodeAbove[blockAbove[*node]]] += below[*node];
        }
        for (const std::size_t node : order) {
            if (!isCut[node])
                continue;
            Cut cut{static_cast<int>(node), 0, 0};
            int largest = whole - below[node];
            cut.pieces = largest > 0 ? 1 : 0;
            for (const std::size_t block : blocksOf[node]) {
                if (block == blockAbove[node])
                    continue;
                int size = 0;
                for (const std::size_t other : nodesOf[block])
                    size += other == node ? 0 : below[other];
                largest = std::max(largest, size);
                ++cut.pieces;
            }
            cut.detached = whole - 1 - largest;
            result.push_back(cut);
        }
    }
    std::ranges::sort(result, [](const Cut &a, const Cut &b) { return a.detached != b.detached ? a.detached > b.detached : a.node < b.node; });
    return result;
}

} // namespace entente::network
