#include "core/network/lines.h"

#include "core/network/bundling.h"
#include "core/network/marks.h"
#include "core/network/wiring.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace entente::network {

namespace {

constexpr double BendRadius = 8;
constexpr double CurveRadius = 40;
constexpr double ShortestEnd = 9; // px: room for a head on the last piece of a curve
constexpr double HexagonCut = 0.35; // of its height, as it is painted
constexpr double SheetFold = 7;

/// The outline of a box as it is painted.
std::vector<QPointF> outlineOf(const Box &box)
{
    const QRectF &r = box.rect;
    switch (box.shape) {
    case Shape::Hexagon: {
        const double cut = r.height() * HexagonCut;
        return {{r.left(), r.center().y()}, {r.left() + cut, r.top()}, {r.right() - cut, r.top()}, {r.right(), r.center().y()},
                          {r.right() - cut, r.bottom()}, {r.left() + cut, r.bottom()}};
    }
    case Shape::Sheet: {
        const double fold = std::min(SheetFold, r.height() / 3);
        return {r.topLeft(), {r.right() - fold, r.top()}, {r.right(), r.top() + fold}, r.bottomRight(), r.bottomLeft()};
    }
    case Shape::Rounded: {
        std::vector<QPointF> outline;
        const double radius = std::min({box.radius, r.width() / 2, r.height() / 2});
        constexpr int Steps = 4; // of a quarter
        for (int quarter = 0; quarter < 4; ++quarter) {
            const QPointF middle(quarter == 0 || quarter == 3 ? r.right() - radius : r.left() + radius, quarter < 2 ? r.bottom() - radius : r.top() + radius);
            for (int step = 0; step <= Steps; ++step) {
                const double angle = (quarter + double(step) / Steps) * std::numbers::pi / 2;
                outline.push_back(middle + QPointF(std::cos(angle), std::sin(angle)) * radius);
            }
        }
        return outline;
    }
    case Shape::Square:
        break;
    }
    return {r.topLeft(), r.topRight(), r.bottomRight(), r.bottomLeft()};
}

/// Where a line that comes from outside to a port at the border of the box's rectangle meets what is painted of it.
QPointF onOutline(const Box &box, const QPointF &outside, const QPointF &port)
{
    if (box.shape == Shape::Square)
        return port;
    QLineF line(outside, port);
    const double way = line.length();
    if (way < 1e-6)
        return port;
    line.setLength(way + std::min(box.rect.width(), box.rect.height()));
    const std::vector<QPointF> outline = outlineOf(box);
    std::optional<double> nearest;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        QPointF at;
        if (line.intersects({outline[i], outline[(i + 1) % outline.size()]}, &at) == QLineF::BoundedIntersection) {
            const double distance = QLineF(outside, at).length();
            nearest = nearest ? std::min(*nearest, distance) : distance;
        }
    }
    return nearest ? line.pointAt(*nearest / line.length()) : port;
}

Ports portsOf(const Box &box)
{
    switch (box.shape) {
    case Shape::Hexagon:
        return {box.rect.height() * HexagonCut + 1, box.rect.height() / 2}; // at its points all lines meet
    case Shape::Rounded:
        return {box.radius, std::min(box.radius, box.rect.height() / 3)};
    case Shape::Sheet:
        return {SheetFold + 1, SheetFold + 1};
    case Shape::Square:
        break;
    }
    return {};
}

/// The boxes at the ends of a stroke of one line; nothing for a bracket or for one that several lines share.
std::optional<Edge> endsOf(const Picture &picture, const Snapshot &snapshot, const Stroke &stroke)
{
    const SnapshotLine *line = stroke.lines.size() == 1 && !stroke.bracket ? snapshot.line(stroke.lines.constFirst()) : nullptr;
    if (!line)
        return {};
    const int from = picture.places.value(snapshot.nodes[std::size_t(line->source)].id, -1);
    const int to = picture.places.value(snapshot.nodes[std::size_t(line->target)].id, -1);
    return from < 0 || to < 0 ? std::nullopt : std::optional(Edge{from, to});
}

/// The room of a text, about.
QRectF textRect(const Text &text)
{
    constexpr double LetterWidth = 0.66;
    const double width = double(text.text.size()) * (text.size * LetterWidth + text.spacing);
    const double left = text.align == Align::Left ? text.at.x() : text.at.x() - (text.align == Align::Centre ? width / 2 : width);
    return {left, text.at.y() - text.size, width, text.size * 1.25};
}

std::vector<QRectF> boxesAndHeads(const Picture &picture)
{
    std::vector<QRectF> areas;
    for (const Box &box : picture.boxes)
        areas.push_back(box.rect);
    if (!picture.ladder) {
        for (const Text &head : picture.heads)
            areas.push_back(textRect(head));
    }
    return areas;
}

} // namespace

void leadLines(Picture &picture, const Snapshot &snapshot, const LineOptions &options, const Progress &progress)
{
    if (picture.strokes.size() > MostRoutedLines || picture.boxes.size() > MostRoutedBoxes || progress.isCancelled())
        return;
    const Obstacles obstacles(boxesAndHeads(picture));
    std::vector<Wire> wires;
    std::vector<std::size_t> strokes;
    std::vector<char> wanted(picture.strokes.size(), 0);
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < picture.strokes.size(); ++i) {
        const Stroke &stroke = picture.strokes[i];
        if (!options.only.isEmpty() && !std::ranges::any_of(stroke.lines, [&](const QString &id) { return options.only.contains(id); }))
            continue;
        const auto ends = endsOf(picture, snapshot, stroke);
        if (!ends)
            continue;
        wires.push_back({ends->source, ends->target, {}, {}});
        edges.push_back(*ends);
        strokes.push_back(i);
        wanted[i] = 1;
    }
    if (!options.groups.empty()) {
        const Adjacency adjacency(int(picture.boxes.size()), edges);
        std::vector<std::vector<int>> parts;
        for (std::vector<int> &part : components(adjacency)) {
            if (part.size() > 2)
                parts.push_back(std::move(part));
        }
        auto curves = circularCurves(std::span(obstacles.boxes()).first(picture.boxes.size()), options.groups, edges, parts);
        for (std::size_t i = 0; i < wires.size(); ++i)
            wires[i].guide = std::move(curves[i]);
    }
    std::vector<Ports> ports;
    for (const Box &box : picture.boxes)
        ports.push_back(portsOf(box));
    routeWires(obstacles, wires, ports, progress);
    for (std::size_t i = 0; i < wires.size(); ++i) {
        Stroke &stroke = picture.strokes[strokes[i]];
        std::vector<QPointF> &points = wires[i].points;
        if (wires[i].curved) {
            while (points.size() > 3 && QLineF(points[0], points[1]).length() < ShortestEnd)
                points.erase(points.begin() + 1);
            while (points.size() > 3 && QLineF(points.back(), points[points.size() - 2]).length() < ShortestEnd)
                points.erase(points.end() - 2);
        }
        if (points.size() >= 2 && points.front() != points.back()) {
            points.front() = onOutline(picture.boxes[std::size_t(wires[i].from)], points[1], points.front());
            points.back() = onOutline(picture.boxes[std::size_t(wires[i].to)], points[points.size() - 2], points.back());
        }
        stroke.points = std::move(points);
        stroke.radius = wires[i].curved ? CurveRadius : BendRadius;
    }
    placeMarks(picture, obstacles, wanted);
}

int linesThroughBoxes(const Picture &picture, const Snapshot &snapshot)
{
    std::vector<QRectF> rects;
    for (const Box &box : picture.boxes)
        rects.push_back(box.rect);
    const Obstacles obstacles(rects);
    int count = 0;
    for (const Stroke &stroke : picture.strokes) {
        std::vector<int> own;
        for (const QString &id : stroke.lines) {
            const SnapshotLine *line = snapshot.line(id);
            for (const int node : {line ? line->source : -1, line ? line->target : -1}) {
                if (node >= 0)
                    own.push_back(picture.places.value(snapshot.nodes[std::size_t(node)].id, -1));
            }
        }
        std::vector<int> met;
        for (std::size_t i = 1; i < stroke.points.size(); ++i) {
            constexpr double Touch = -0.5; // along a border is not through
            for (const int box : obstacles.allHits({stroke.points[i - 1], stroke.points[i]}, Touch)) {
                const bool above = picture.boxes[std::size_t(box)].pillar && !stroke.over.empty();
                if (!above && std::ranges::find(own, box) == own.end() && std::ranges::find(met, box) == met.end())
                    met.push_back(box);
            }
        }
        count += int(met.size());
    }
    return count;
}

} // namespace entente::network
