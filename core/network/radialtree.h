#pragma once

#include "core/network/graph.h"

namespace entente::network {

/// A connected network as a tree around a root, by breadth-first search.
struct RadialTree
{
    std::vector<int> order; ///< Inside first.
    std::vector<int> ring;  ///< The distance of each node from the root.
    std::vector<int> parent; ///< The neighbour on the ring inside with which a node has most neighbours in common; −1 for the root.
    std::vector<std::vector<int>> children;
    int rings = 0;
};

RadialTree radialTree(const Adjacency &adjacency, int root);

} // namespace entente::network
