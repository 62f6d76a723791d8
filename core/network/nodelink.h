#pragma once

#include "core/base/progress.h"
#include "core/network/graph.h"
#include "core/network/labels.h"

namespace entente::network {

/// The boxes of a node-link drawing with their labels, and the graph that a layout places. Boxes stand at the origin.
struct NodeLink
{
    Picture picture;
    Graph graph;
    std::vector<int> lines; ///< Of the snapshot, one for each edge of the graph.
};
NodeLink nodeLink(const Snapshot &snapshot, const LabelMetrics &metrics);

/// Sets the boxes to their places (centres), moves the whole to the top left and draws straight lines from border to border.
Picture placed(NodeLink drawing, const Snapshot &snapshot, std::vector<QPointF> places);

/// The stress layout of a snapshot. What the user placed stays where it is. When cancelled the places are unfinished.
Picture stressDrawing(const Snapshot &snapshot, const QHash<QString, QPointF> &userPlaces, const LabelMetrics &metrics,
                      const Progress &progress);

} // namespace entente::network
