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

/// The shortest way from box to box around the obstacles, with bends `room` away from their corners: first and last point on the borders,
/// bends in between. The straight line where nothing is in the way, where there is no way, or where more than 40 obstacles are.
/// Obstacles that touch one of the two boxes, and the two themselves, do not count.
std::vector<QPointF> detour(const QRectF &from, const QRectF &to, std::span<const QRectF> obstacles, double room);

} // namespace entente::network
