#include "core/network/graph.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

Adjacency::Adjacency(int nodeCount, std::span<const Edge> edges)
{
    std::vector<int> offsets(at(nodeCount) + 1, 0);
    for (const Edge &edge : edges) {
        if (edge.source == edge.target)
            continue;
        ++offsets[at(edge.source) + 1];
        ++offsets[at(edge.target) + 1];
    }
    for (std::size_t i = 1; i < offsets.size(); ++i)
        offsets[i] += offsets[i - 1];
    std::vector<int> entries(at(offsets.back()));
    std::vector<int> next(offsets.begin(), offsets.end() - 1);
    for (const Edge &edge : edges) {
        if (edge.source == edge.target)
            continue;
        entries[at(next[at(edge.source)]++)] = edge.target;
        entries[at(next[at(edge.target)]++)] = edge.source;
    }
    m_offsets.assign(at(nodeCount) + 1, 0);
    m_neighbours.reserve(entries.size());
    for (std::size_t node = 0; node < at(nodeCount); ++node) {
        const auto begin = entries.begin() + offsets[node];
        const auto end = entries.begin() + offsets[node + 1];
        std::sort(begin, end);
        m_neighbours.insert(m_neighbours.end(), begin, std::unique(begin, end));
        m_offsets[node + 1] = static_cast<int>(m_neighbours.size());
    }
}

Graph::Graph(std::vector<Node> nodes, std::vector<Edge> edges) : m_nodes(std::move(nodes)), m_edges(std::move(edges))
{
    for (Node &node : m_nodes) {
        if (!std::isfinite(node.box.width()) || !std::isfinite(node.box.height()))
            node.box = QSizeF(0, 0);
        node.box = node.box.expandedTo(QSizeF(0, 0));
    }
    std::erase_if(m_edges, [count = nodeCount()](const Edge &edge) {
        return edge.source < 0 || edge.source >= count || edge.target < 0 || edge.target >= count;
    });
    m_adjacency = Adjacency(nodeCount(), m_edges);
}

std::span<const int> BreadthFirst::distancesFrom(int source)
{
    m_distances.assign(at(m_adjacency.nodeCount()), Unreached);
    m_queue.clear();
    m_queue.reserve(m_distances.size());
    m_queue.push_back(source);
    m_distances[at(source)] = 0;
    for (std::size_t head = 0; head < m_queue.size(); ++head) {
        const int node = m_queue[head];
        const int distance = m_distances[at(node)] + 1;
        for (const int neighbour : m_adjacency.neighbours(node)) {
            if (m_distances[at(neighbour)] != Unreached)
                continue;
            m_distances[at(neighbour)] = distance;
            m_queue.push_back(neighbour);
        }
    }
    return m_distances;
}

std::vector<std::vector<int>> components(const Adjacency &adjacency)
{
    std::vector<std::vector<int>> result;
    std::vector<char> seen(at(adjacency.nodeCount()), 0);
    for (int first = 0; first < adjacency.nodeCount(); ++first) {
        if (seen[at(first)])
            continue;
        seen[at(first)] = 1;
        std::vector<int> members = {first};
        for (std::size_t head = 0; head < members.size(); ++head) {
            for (const int neighbour : adjacency.neighbours(members[head])) {
                if (!std::exchange(seen[at(neighbour)], 1))
                    members.push_back(neighbour);
            }
        }
        std::sort(members.begin(), members.end());
        result.push_back(std::move(members));
    }
    return result;
}

int centre(const Adjacency &adjacency, int member)
{
    constexpr int MostSearches = 500;
    if (adjacency.nodeCount() == 0)
        return -1;
    BreadthFirst search(adjacency);
    search.distancesFrom(member);
    std::vector<int> candidates(search.order().begin(), search.order().end());
    std::vector<int> lower(at(adjacency.nodeCount()), 0);
    int best = member;
    int bestEccentricity = adjacency.nodeCount();
    for (int round = 0; round < MostSearches && !candidates.empty(); ++round) {
        const int chosen = *std::min_element(candidates.begin(), candidates.end(), [&](int a, int b) {
            return std::tuple(lower[at(a)], -adjacency.degree(a), a) < std::tuple(lower[at(b)], -adjacency.degree(b), b);
        });
        const auto distances = search.distancesFrom(chosen);
        const int eccentricity = distances[at(search.order().back())];
        if (eccentricity < bestEccentricity) {
            bestEccentricity = eccentricity;
            best = chosen;
        }
        for (const int node : candidates)
            lower[at(node)] = std::max({lower[at(node)], distances[at(node)], eccentricity - distances[at(node)]});
        std::erase_if(candidates, [&](int node) { return node == chosen || lower[at(node)] >= bestEccentricity; });
    }
    return best;
}

} // namespace entente::network
