#include "core/network/routing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace entente::network {

QPointF borderPoint(const QRectF &box, const QPointF &towards)
{
    const QPointF centre = box.center();
    const QPointF way = towards - centre;
    const double byWidth = way.x() != 0 ? box.width() / 2 / std::abs(way.x()) : std::numeric_limits<double>::infinity();
    const double byHeight = way.y() != 0 ? box.height() / 2 / std::abs(way.y()) : std::numeric_limits<double>::infinity();
    const double part = std::min(byWidth, byHeight);
    return part <= 1 ? centre + part * way : centre;
}

QLineF straightLine(const QRectF &from, const QRectF &to)
{
    const QPointF start = borderPoint(from, to.center());
    const QPointF end = borderPoint(to, from.center());
    // Where the boxes overlap the two ends have passed each other.
    if (QPointF::dotProduct(end - start, to.center() - from.center()) <= 0)
        return {start, start};
    return {start, end};
}

bool passesThrough(const QLineF &line, const QRectF &box)
{
    // Liang, Barsky 1984: the part of the line that is inside of all four borders.
    double enters = 0;
    double leaves = 1;
    const auto clip = [&](double along, double room) {
        if (along == 0)
            return room > 0;
        const double at = room / along;
        if (along < 0)
            enters = std::max(enters, at);
        else
            leaves = std::min(leaves, at);
        return true;
    };
    return clip(-line.dx(), line.x1() - box.left()) && clip(line.dx(), box.right() - line.x1()) && clip(-line.dy(), line.y1() - box.top())
        && clip(line.dy(), box.bottom() - line.y1()) && enters < leaves;
}

namespace {

/// The obstacle that a line meets first.
const QRectF *firstInTheWay(const QLineF &line, std::span<const QRectF> obstacles)
{
    const QRectF *first = nullptr;
    double nearest = std::numeric_limits<double>::infinity();
    for (const QRectF &obstacle : obstacles) {
        if (obstacle.contains(line.p1()) || obstacle.contains(line.p2()) || !passesThrough(line, obstacle))
            continue;
        const double distance = QLineF(line.p1(), obstacle.center()).length();
        if (distance < nearest) {
            nearest = distance;
            first = &obstacle;
        }
    }
    return first;
}

std::optional<std::vector<QPointF>> bends(const QPointF &from, const QPointF &to, std::span<const QRectF> obstacles, double room, int most)
{
    const QRectF *obstacle = firstInTheWay({from, to}, obstacles);
    if (!obstacle)
        return std::vector<QPointF>();
    if (most <= 0)
        return {};
    const QRectF around = obstacle->adjusted(-room, -room, room, room);
    std::vector<QPointF> corners = {around.topLeft(), around.topRight(), around.bottomRight(), around.bottomLeft()};
    const auto length = [&](const QPointF &corner) { return QLineF(from, corner).length() + QLineF(corner, to).length(); };
    std::stable_sort(corners.begin(), corners.end(), [&](const QPointF &a, const QPointF &b) { return length(a) < length(b); });
    // Two corners are enough: one on each side. A corner is taken if the way to it is free.
    for (const QPointF &corner : std::span(corners).first(2)) {
        if (corner == from || firstInTheWay({from, corner}, obstacles)
            || std::any_of(obstacles.begin(), obstacles.end(), [&](const QRectF &other) { return other.contains(corner); }))
            continue;
        if (auto rest = bends(corner, to, obstacles, room, most - 1)) {
            rest->insert(rest->begin(), corner);
            return rest;
        }
    }
    return {};
}

} // namespace

std::vector<QPointF> detour(const QRectF &from, const QRectF &to, std::span<const QRectF> obstacles, double room, int mostBends)
{
    const auto way = bends(from.center(), to.center(), obstacles, room, mostBends);
    if (!way || way->empty()) {
        const QLineF line = straightLine(from, to);
        return {line.p1(), line.p2()};
    }
    std::vector<QPointF> points = *way;
    points.insert(points.begin(), borderPoint(from, way->front()));
    points.push_back(borderPoint(to, way->back()));
    return points;
}

} // namespace entente::network
