#include "core/network/bundling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

// Hierarchical edge bundles (Holten 2006, "Hierarchical edge bundles: visualization of adjacency relations in hierarchical data"): a line follows the way that
// its ends have in the tree of groups, as a B-spline whose control points are the nodes of that tree, drawn towards the straight line so that single lines can
// still be told apart. Here the tree has two floors: a node stands on the ring, its group a part of the way towards the middle. The middle itself is left out
// as a control point, as Holten does with the lowest common ancestor.

namespace entente::network {

namespace {

constexpr double Strength = 0.72;   // Holten's β: 0 straight, 1 along the tree
constexpr double GroupDepth = 0.62; // where the groups stand, as a part of the free radius
constexpr double Inside = 0.96;     // of the free radius: where a line has left its ring
constexpr double LeastFree = 0.25;  // of the ring; below, there is no middle
constexpr int StepsInPiece = 4;

/// The ring of a part: an ellipse through its boxes and how far inwards they reach.
struct Middle
{
    QPointF centre;
    QSizeF half = {1, 1};
    double free = 0;

    QPointF direction(const QPointF &place) const
    {
        const QPointF away((place.x() - centre.x()) / half.width(), (place.y() - centre.y()) / half.height());
        const double size = std::hypot(away.x(), away.y());
        return size > 1e-9 ? away / size : QPointF(0, -1);
    }
    double radius(const QPointF &place) const
    {
        return std::hypot((place.x() - centre.x()) / half.width(), (place.y() - centre.y()) / half.height());
    }
    QPointF at(const QPointF &direction, double radius) const
    {
        return centre + QPointF(direction.x() * half.width(), direction.y() * half.height()) * radius;
    }
};

Middle middleOf(std::span<const QRectF> boxes, const std::vector<int> &members)
{
    QPointF least = boxes[std::size_t(members.front())].center();
    QPointF most = least;
    for (const int node : members) {
        const QPointF at = boxes[std::size_t(node)].center();
        least = {std::min(least.x(), at.x()), std::min(least.y(), at.y())};
        most = {std::max(most.x(), at.x()), std::max(most.y(), at.y())};
    }
    Middle middle;
    middle.centre = (least + most) / 2;
    middle.half = QSizeF(std::max(1.0, (most.x() - least.x()) / 2), std::max(1.0, (most.y() - least.y()) / 2));
    std::vector<double> reaches;
    for (const int node : members) {
        const QRectF &box = boxes[std::size_t(node)];
        reaches.push_back(middle.radius({std::clamp(middle.centre.x(), box.left(), box.right()), std::clamp(middle.centre.y(), box.top(), box.bottom())}));
    }
    // A single box that somebody put into the middle does not close it.
    std::sort(reaches.begin(), reaches.end());
    middle.free = reaches[reaches.size() / 20];
    return middle;
}

/// A uniform cubic B-spline that begins and ends at its first and last control point.
std::vector<QPointF> spline(std::vector<QPointF> control)
{
    for (int i = 0; i < 2; ++i) {
        control.insert(control.begin(), QPointF(control.front()));
        control.push_back(QPointF(control.back()));
    }
    std::vector<QPointF> points{control.front()};
    for (std::size_t i = 3; i < control.size(); ++i) {
        for (int step = 1; step <= StepsInPiece; ++step) {
            const double t = double(step) / StepsInPiece;
            const std::array weights = {(1 - t) * (1 - t) * (1 - t) / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6,
                                        t * t * t / 6};
            points.push_back(control[i - 3] * weights[0] + control[i - 2] * weights[1] + control[i - 1] * weights[2] + control[i] * weights[3]);
        }
    }
    points.back() = control.back();
    return points;
}

} // namespace

std::vector<std::vector<QPointF>> circularCurves(std::span<const QRectF> boxes, std::span<const int> groups, std::span<const Edge> edges,
                                                 const std::vector<std::vector<int>> &parts)
{
    std::vector<int> partOf(boxes.size(), -1);
    std::vector<Middle> middles;
    std::map<std::pair<int, int>, QPointF> hubs; // of a part and a group: the mean direction
    const auto groupOf = [&](int node) { return std::size_t(node) < groups.size() ? groups[std::size_t(node)] : -1; };
    for (std::size_t part = 0; part < parts.size(); ++part) {
        middles.push_back(middleOf(boxes, parts[part]));
        for (const int node : parts[part]) {
            partOf[std::size_t(node)] = int(part);
            hubs[{int(part), groupOf(node)}] += middles.back().direction(boxes[std::size_t(node)].center());
        }
    }
    std::vector<std::vector<QPointF>> curves(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto [source, target] = edges[i];
        const int part = partOf[std::size_t(source)];
        if (source == target || part < 0 || part != partOf[std::size_t(target)] || middles[std::size_t(part)].free < LeastFree)
            continue;
        const Middle &middle = middles[std::size_t(part)];
        const QPointF from = boxes[std::size_t(source)].center();
        const QPointF to = boxes[std::size_t(target)].center();
        const QPointF one = middle.direction(from);
        const QPointF other = middle.direction(to);
        const QPointF leaves = middle.at(one, middle.free * Inside);
        const QPointF enters = middle.at(other, middle.free * Inside);
        std::vector<QPointF> control{from, leaves};
        const int sourceGroup = groupOf(source);
        const int targetGroup = groupOf(target);
        // Neighbours on the ring need not go far inwards.
        const double angle = std::acos(std::clamp(QPointF::dotProduct(one, other), -1.0, 1.0)) / std::numbers::pi;
        if (angle < 0.25 || sourceGroup == targetGroup) {
            const QPointF between = one + other;
            const double size = std::hypot(between.x(), between.y());
            if (size > 1e-6)
                control.push_back(middle.at(between / size, middle.free * Inside * (1 - 0.9 * angle)));
        } else {
            const auto hub = [&](int node, int group, const QPointF &own) {
                const QPointF sum = group < 0 ? own : hubs[{part, group}];
                const double size = std::hypot(sum.x(), sum.y());
                return middle.at(size > 1e-6 ? sum / size : middle.direction(boxes[std::size_t(node)].center()), middle.free * GroupDepth);
            };
            const QPointF hubsOfBoth[] = {hub(source, sourceGroup, one), hub(target, targetGroup, other)};
            for (int k = 0; k < 2; ++k)
                control.push_back(hubsOfBoth[k] * Strength + (leaves + (enters - leaves) * (k + 1) / 3) * (1 - Strength));
        }
        control.push_back(enters);
        control.push_back(to);
        curves[i] = spline(std::move(control));
    }
    return curves;
}

} // namespace entente::network
