#pragma once

#include "core/network/graph.h"

#include <QPointF>
#include <QRectF>

namespace entente::network {

/// Curves for the lines of a circular drawing, from centre to centre through the empty middle, those between the same groups close together (see
/// bundling.cpp). An empty one where there is no middle to go through.
/// @param boxes of all nodes; @param groups the group of each node, −1 none; @param parts the nodes around one ring each.
std::vector<std::vector<QPointF>> circularCurves(std::span<const QRectF> boxes, std::span<const int> groups, std::span<const Edge> edges,
                                                 const std::vector<std::vector<int>> &parts);

} // namespace entente::network
