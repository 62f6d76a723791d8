#include "core/network/routing.h"

#include <algorithm>
#include <cmath>
#include <limits>

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
    if (from.intersects(to))
        return {from.center(), from.center()};
    const QPointF start = borderPoint(from, to.center());
    const QPointF end = borderPoint(to, from.center());
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

/// The shortest way between two points that passes through no obstacle: Dijkstra over the points and the corners, each seeing
/// another if nothing is between. Empty if there is none.
std::vector<QPointF> shortestWay(const QPointF &from, const QPointF &to, std::span<const QRectF> obstacles, double room)
{
    std::vector<QPointF> points = {from, to};
    for (const QRectF &obstacle : obstacles) {
        const QRectF around = obstacle.adjusted(-room, -room, room, room);
        for (const QPointF &corner : {around.topLeft(), around.topRight(), around.bottomRight(), around.bottomLeft()}) {
            if (std::none_of(obstacles.begin(), obstacles.end(), [&](const QRectF &other) { return other.contains(corner); }))
                points.push_back(corner);
        }
    }
    constexpr double Unknown = std::numeric_limits<double>::infinity();
    std::vector<double> lengths(points.size(), Unknown);
    std::vector<std::size_t> before(points.size(), 0);
    std::vector<char> done(points.size(), 0);
    lengths[0] = 0;
    for (;;) {
        std::size_t nearest = points.size();
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!done[i] && lengths[i] < Unknown && (nearest == points.size() || lengths[i] < lengths[nearest]))
                nearest = i;
        }
        if (nearest == points.size())
            return {};
        if (nearest == 1)
            break;
        done[nearest] = 1;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QLineF line(points[nearest], points[i]);
            if (done[i] || lengths[nearest] + line.length() >= lengths[i]
                || std::any_of(obstacles.begin(), obstacles.end(), [&](const QRectF &obstacle) { return passesThrough(line, obstacle); }))
                continue;
            lengths[i] = lengths[nearest] + line.length();
            before[i] = nearest;
        }
    }
    std::vector<QPointF> way;
    for (std::size_t i = 1; i != 0; i = before[i])
        way.push_back(points[i]);
    way.push_back(from);
    std::reverse(way.begin(), way.end());
    return way;
}

} // namespace

std::vector<QPointF> detour(const QRectF &from, const QRectF &to, std::span<const QRectF> obstacles, double room)
{
    constexpr std::size_t MostAtOnce = 40; // obstacles; a way around more than that is no help to the reader
    std::vector<QPointF> way = {from.center(), to.center()};
    std::vector<QRectF> active;
    for (;;) {
        // Only what is in the way counts: the way around it may meet others, which then count too.
        const std::size_t known = active.size();
        for (const QRectF &obstacle : obstacles) {
            if (obstacle.intersects(from) || obstacle.intersects(to) || std::find(active.begin(), active.end(), obstacle) != active.end())
                continue;
            for (std::size_t i = 1; i < way.size(); ++i) {
                if (passesThrough({way[i - 1], way[i]}, obstacle)) {
                    active.push_back(obstacle);
                    break;
                }
            }
        }
        if (active.size() == known)
            break;
        way = active.size() > MostAtOnce ? std::vector<QPointF>() : shortestWay(from.center(), to.center(), active, room);
        if (way.empty())
            break;
    }
    if (way.size() <= 2) {
        const QLineF line = straightLine(from, to);
        return {line.p1(), line.p2()};
    }
    way.front() = borderPoint(from, way[1]);
    way.back() = borderPoint(to, way[way.size() - 2]);
    return way;
}

} // namespace entente::network
