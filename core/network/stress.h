#pragma once

#include "core/base/progress.h"
#include "core/network/graph.h"

#include <QPointF>

namespace entente::network {

/// How stress is minimised; the defaults are what the figures in tests/bench were measured with.
struct StressOptions
{
    quint64 seed = 1;
    /// Nodes that stay where they are, one entry a node, or empty.
    std::vector<char> fixed;
    /// Start from the given positions and change them gently, instead of unfolding the graph from anywhere.
    bool refine = false;
    /// 0 chooses: 30, and up to 100 for small graphs, where they cost little and gain 1 to 2 % of stress.
    int iterations = 0;
    /// Up to this many nodes every pair counts; above, each node is held against its neighbours and `pivots` others.
    int mostNodesForAllPairs = 3'000;
    /// Number of pivots above that; 0 chooses by the size of the graph.
    int pivots = 0;
};

/// Moves the positions of a connected graph, in steps (a line is 1 long), so that distances on paper come near the distances in the
/// graph. Ends after a fixed number of iterations; when cancelled, the positions are unfinished but finite.
/// `report` in `progress` is not called: the caller knows the whole.
void minimiseStress(const Adjacency &adjacency, std::vector<QPointF> &positions, const StressOptions &options,
                    const base::Progress &progress, const std::function<void(double part)> &reportPart = {});

} // namespace entente::network
