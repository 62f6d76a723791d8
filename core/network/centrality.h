#pragma once

#include "core/base/progress.h"
#include "core/network/graph.h"

namespace entente::network {

struct Between
{
    std::vector<double> share; ///< For each node, the part of all pairs' shortest ways that pass through it, 0 to 1; ends do not count as passed.
    qint64 pairs = 0;          ///< Connected pairs of one node of either set.
};

/// Betweenness of the pairs of two sets of nodes: Brandes 2001 ("A faster algorithm for betweenness centrality"), where only ways from one set to the
/// other count (Brandes 2008, "On variants of shortest-path betweenness centrality"). O(n · e) for large sets. Unfinished when cancelled.
Between betweenSets(const Adjacency &adjacency, std::span<const int> sources, std::span<const int> targets, const base::Progress &progress);

/// A node without which its part of the network falls into pieces.
struct Cut
{
    int node = 0;
    int pieces = 0;   ///< Without it.
    int detached = 0; ///< Nodes outside of the largest piece.
};

/// All such nodes, those that detach most first. Over the biconnected components of Boost.Graph (Hopcroft, Tarjan 1973); O(n + e).
std::vector<Cut> cuts(const Adjacency &adjacency);

} // namespace entente::network
