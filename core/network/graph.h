#pragma once

#include <QSizeF>
#include <QString>

#include <span>
#include <vector>

/// Algorithms over the drawn network: plain numbers in, plain numbers out, safe on any thread.
namespace entente::network {

/// A node as a layout sees it: who it is and how much room its box needs, its label included.
struct Node
{
    QString id;
    QSizeF box;
};

/// A line between two nodes, by their places in the list of nodes.
struct Edge
{
    int source = 0;
    int target = 0;

    bool operator==(const Edge &) const = default;
};

/// Who touches whom, directions forgotten: each neighbour once, sorted, nobody his own. Compressed sparse rows.
class Adjacency
{
public:
    Adjacency() = default;
    Adjacency(int nodeCount, std::span<const Edge> edges);

    int nodeCount() const { return static_cast<int>(m_offsets.size()) - 1; }
    std::span<const int> neighbours(int node) const
    {
        const auto begin = static_cast<std::size_t>(m_offsets[static_cast<std::size_t>(node)]);
        const auto end = static_cast<std::size_t>(m_offsets[static_cast<std::size_t>(node) + 1]);
        return std::span(m_neighbours).subspan(begin, end - begin);
    }
    int degree(int node) const { return static_cast<int>(neighbours(node).size()); }

private:
    std::vector<int> m_offsets = {0};
    std::vector<int> m_neighbours;
};

/// An immutable snapshot of what is drawn. Edges that name a node that does not exist are dropped; loops and parallel edges stay in
/// edges() and are not in the adjacency. A box without a finite size has none.
class Graph
{
public:
    Graph() = default;
    Graph(std::vector<Node> nodes, std::vector<Edge> edges);

    int nodeCount() const { return static_cast<int>(m_nodes.size()); }
    const std::vector<Node> &nodes() const { return m_nodes; }
    const std::vector<Edge> &edges() const { return m_edges; }
    const Adjacency &adjacency() const { return m_adjacency; }

private:
    std::vector<Node> m_nodes;
    std::vector<Edge> m_edges;
    Adjacency m_adjacency;
};

/// Breadth-first search with buffers that are used again. Measured against boost::breadth_first_search on a
/// boost::compressed_sparse_row_graph in tests/bench/graph_bench.cpp: that one takes a seventh to a quarter more time.
class BreadthFirst
{
public:
    static constexpr int Unreached = -1;

    explicit BreadthFirst(const Adjacency &adjacency) : m_adjacency(adjacency) {}

    /// Steps from `source` to each node, or Unreached. Valid until the next call.
    std::span<const int> distancesFrom(int source);

    /// The nodes that the last call reached, nearest first.
    std::span<const int> order() const { return m_queue; }

private:
    const Adjacency &m_adjacency;
    std::vector<int> m_distances;
    std::vector<int> m_queue;
};

/// The connected parts: members[c] are the nodes of part c, ascending; parts by their first node.
std::vector<std::vector<int>> components(const Adjacency &adjacency);

/// The node with the shortest way to its farthest node, within the component of `member`; of equals, one of the highest degree.
/// Bounds on the eccentricities spare most of the searches (Takes, Kosters 2013, "Computing the eccentricity distribution of large
/// graphs"); after 500 searches the best so far is taken.
int centre(const Adjacency &adjacency, int member = 0);

} // namespace entente::network
