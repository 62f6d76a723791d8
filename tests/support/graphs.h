#pragma once

#include "core/network/graph.h"

/// A graph in a line that a person can read: "a -> b -> c; d; b -> d". Boxes are all of one size.
entente::network::Graph graphFrom(const QString &text, const QSizeF &box = {80, 24});

/// A generated network: each new node gets `edgesForEach` lines to old ones, those with many lines the likelier (Barabási, Albert 1999).
/// The boxes are as wide as labels of 4 to 24 letters.
entente::network::Graph preferentialAttachment(int nodeCount, int edgesForEach, quint64 seed = 1);

/// One hub with rays; every node with every other; a single path; nodes without lines.
entente::network::Graph star(int rays);
entente::network::Graph completeGraph(int nodeCount);
entente::network::Graph path(int nodeCount);
entente::network::Graph loneNodes(int nodeCount);
