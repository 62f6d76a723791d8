#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

namespace entente::network {

/// Where the way from the centre of a box to a point outside leaves the box; the centre if the point is inside.
QPointF borderPoint(const QRectF &box, const QPointF &towards);

/// The straight line between two boxes, from border to border. Of no length where the boxes overlap.
QLineF straightLine(const QRectF &from, const QRectF &to);

/// Whether a line passes through the inside of a box; along its border is not through.
bool passesThrough(const QLineF &line, const QRectF &box);

/// A way from box to box around the obstacles, `room` away from their corners: the first and last points on the borders, bends in between.
/// The shorter side of each obstacle, up to `mostBends` bends; where that does not suffice, the straight line. The two boxes
/// themselves may be among the obstacles.
std::vector<QPointF> detour(const QRectF &from, const QRectF &to, std::span<const QRectF> obstacles, double room, int mostBends = 6);

} // namespace entente::network
