#include "core/network/wiring.h"

#include "core/network/routing.h"
#include "core/network/wayfinder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

// Lines around boxes.
//
// Terms. A corner is a point `Room` outside of a corner of a box, where a line may bend. A port is where a line meets its box.
//
// Steps. (1) A sparse visibility graph over the corners: each is joined to the nearest ones that it sees, two in each of sixteen directions. That keeps the
// ways near the shortest with a small part of all pairs (Dwyer, Nachmanson 2009, "Fast edge-routing for large graphs", who take cones likewise). (2) A line
// that passes no box is straight. For each other one the shortest way from centre to centre by A* (Hart, Nilsson, Raphael 1968), where a bend costs as
// much as some way (Wybrow, Marriott, Stuckey 2006, "Incremental connector routing"); then bends that are not needed are taken out. (3) Lines that bend at
// the same corner are laid beside each other, the sharpest turn inside (nudging, as in Wybrow, Marriott, Stuckey 2009, "Orthogonal connector routing").
// (4) At each border the ends of lines are moved apart as little as possible. Whatever (3) and (4) do is undone for a line that would then meet a box.
//
// Complexity: O(c² + w · k log k) for c corners, w lines that are not straight and k corners around them.

namespace entente::network {

namespace {

constexpr double Clear = Wayfinder::Clear;
constexpr double Beside = 5.5;    // px between lines at a corner: two that are drawn double do not touch
constexpr double PortGap = 7;     // px between ends at a border
constexpr double ParallelGap = 5; // px between lines of the same two boxes

double length(const QPointF &vector)
{
    return std::hypot(vector.x(), vector.y());
}

struct Bend
{
    QPointF at;
    int corner = -1;
};

/// Where a curve leaves the box that it begins in, and what follows.
std::vector<QPointF> outOf(const QRectF &box, const std::vector<QPointF> &points)
{
    for (std::size_t i = points.size(); i-- > 1;) {
        if (!box.contains(points[i - 1]))
            continue;
        // From inside to outside: the piece meets the border once.
        double inside = 0;
        double outside = 1;
        for (int step = 0; step < 40; ++step) {
            const double middle = (inside + outside) / 2;
            (box.contains(points[i - 1] + (points[i] - points[i - 1]) * middle) ? inside : outside) = middle;
        }
        std::vector<QPointF> rest{points[i - 1] + (points[i] - points[i - 1]) * outside};
        rest.insert(rest.end(), points.begin() + std::ptrdiff_t(i), points.end());
        return rest;
    }
    return points;
}

/// The curve of a guide between the borders of its boxes, if it meets no other box.
std::vector<QPointF> alongGuide(const Obstacles &obstacles, const Wire &wire)
{
    if (wire.guide.size() < 2)
        return {};
    std::vector<QPointF> points = outOf(obstacles.boxes()[std::size_t(wire.from)], wire.guide);
    std::reverse(points.begin(), points.end());
    points = outOf(obstacles.boxes()[std::size_t(wire.to)], points);
    std::reverse(points.begin(), points.end());
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (!obstacles.isFree({points[i - 1], points[i]}, Clear, wire.from, wire.to))
            return {};
    }
    return points;
}

/// A wire with its bends, before its ends are on the borders.
struct Draft
{
    std::vector<Bend> bends;
    bool routed = false; ///< Has bends or could be straight.
};

/// Where the way from a point inside of a box to one outside leaves it; the inner point if the other is inside too.
QPointF exitOf(const QRectF &box, const QPointF &inside, const QPointF &outside)
{
    const QPointF way = outside - inside;
    double part = 1;
    if (way.x() != 0)
        part = std::min(part, ((way.x() > 0 ? box.right() : box.left()) - inside.x()) / way.x());
    if (way.y() != 0)
        part = std::min(part, ((way.y() > 0 ? box.bottom() : box.top()) - inside.y()) / way.y());
    return part < 1 ? inside + part * way : inside;
}

QPointF shiftOf(const QPointF &from, const QPointF &to, double aside)
{
    const QPointF way = to - from;
    const double size = length(way);
    return size > 1e-9 ? QPointF(-way.y(), way.x()) / size * aside : QPointF();
}

/// Lays lines that bend at the same corner beside each other.
void separateBends(const Obstacles &obstacles, const std::vector<Wire> &wires, std::vector<Draft> &drafts, const Wayfinder &router)
{
    struct Place
    {
        std::size_t wire;
        std::size_t bend;
        double turn; ///< The cosine between the two legs: the larger, the sharper.
    };
    std::map<int, std::vector<Place>> atCorner;
    const auto around = [&](std::size_t wire, std::size_t bend) {
        const auto &bends = drafts[wire].bends;
        const QPointF before = bend == 0 ? obstacles.boxes()[std::size_t(wires[wire].from)].center() : bends[bend - 1].at;
        const QPointF after = bend + 1 == bends.size() ? obstacles.boxes()[std::size_t(wires[wire].to)].center() : bends[bend + 1].at;
        return std::pair(before, after);
    };
    for (std::size_t wire = 0; wire < drafts.size(); ++wire) {
        for (std::size_t bend = 0; bend < drafts[wire].bends.size(); ++bend) {
            const Bend &here = drafts[wire].bends[bend];
            const auto [before, after] = around(wire, bend);
            const double size = length(before - here.at) * length(after - here.at);
            const double turn = size > 0 ? QPointF::dotProduct(before - here.at, after - here.at) / size : 0;
            atCorner[here.corner].push_back({wire, bend, turn});
        }
    }
    for (auto &[corner, places] : atCorner) {
        if (places.size() < 2)
            continue;
        std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.turn > b.turn; });
        const QPointF outwards = router.corner(corner).outwards;
        for (std::size_t i = 1; i < places.size(); ++i) {
            Bend &bend = drafts[places[i].wire].bends[places[i].bend];
            const auto [before, after] = around(places[i].wire, places[i].bend);
            const auto &bends = drafts[places[i].wire].bends;
            const int one = places[i].bend == 0 ? wires[places[i].wire].from : -1;
            const int other = places[i].bend + 1 == bends.size() ? wires[places[i].wire].to : -1;
            // As far out as there is room, up to its place in the row.
            for (double step = double(i); step >= 0.5; step -= 0.5) {
                const QPointF moved = bend.at + outwards * (step * Beside / std::numbers::sqrt2);
                if (obstacles.isFree({before, moved}, Clear, one, -1) && obstacles.isFree({moved, after}, Clear, -1, other)) {
                    bend.at = moved;
                    break;
                }
            }
        }
    }
}

/// The end of a wire at a border.
struct End
{
    std::size_t wire;
    bool atStart;
    double wish;
    double place;
};

/// Moves ends along a border apart, as little as the gap asks for: least squares under the order (pool adjacent violators, Ayer et al. 1955).
void spread(std::vector<End> &ends, double low, double high)
{
    std::stable_sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.wish < b.wish; });
    const double gap = ends.size() > 1 ? std::min(PortGap, std::max(0.0, high - low) / double(ends.size() - 1)) : 0;
    struct Block
    {
        double sum;
        std::size_t count;
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        blocks.push_back({ends[i].wish - gap * double(i), 1});
        while (blocks.size() > 1) {
            const Block last = blocks.back();
            const Block &previous = blocks[blocks.size() - 2];
            if (previous.sum / double(previous.count) <= last.sum / double(last.count))
                break;
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    std::size_t i = 0;
    const double highest = high - gap * double(ends.size() - 1);
    for (const Block &block : blocks) {
        for (std::size_t k = 0; k < block.count; ++k, ++i)
            ends[i].place = std::clamp(block.sum / double(block.count), std::min(low, highest), std::max(low, highest)) + gap * double(i);
    }
}

void separateEnds(const Obstacles &obstacles, std::vector<Wire> &wires, const std::vector<Ports> &ports)
{
    enum Border { Top, Right, Foot, Left };
    std::map<std::pair<int, int>, std::vector<End>> borders;
    const auto add = [&](std::size_t wire, bool atStart) {
        const int index = atStart ? wires[wire].from : wires[wire].to;
        const QRectF &box = obstacles.boxes()[std::size_t(index)];
        const QPointF at = atStart ? wires[wire].points.front() : wires[wire].points.back();
        const double distances[] = {std::abs(at.y() - box.top()), std::abs(at.x() - box.right()), std::abs(at.y() - box.bottom()), std::abs(at.x() - box.left())};
        const int border = int(std::min_element(distances, distances + 4) - distances);
        const double wish = border == Top || border == Foot ? at.x() : at.y();
        borders[{index, border}].push_back({wire, atStart, wish, wish});
    };
    for (std::size_t wire = 0; wire < wires.size(); ++wire) {
        if (wires[wire].curved || wires[wire].points.size() < 2 || wires[wire].from == wires[wire].to || wires[wire].points.front() == wires[wire].points.back())
            continue;
        add(wire, true);
        add(wire, false);
    }
    for (auto &[key, ends] : borders) {
        if (ends.size() < 2)
            continue;
        const auto &[index, border] = key;
        const QRectF &box = obstacles.boxes()[std::size_t(index)];
        const Ports room = std::size_t(index) < ports.size() ? ports[std::size_t(index)] : Ports();
        const bool level = border == Top || border == Foot;
        const double inset = std::min(level ? room.across : room.upright, level ? box.width() / 2 : box.height() / 2);
        spread(ends, (level ? box.left() : box.top()) + inset, (level ? box.right() : box.bottom()) - inset);
        for (const End &end : ends) {
            auto &points = wires[end.wire].points;
            QPointF &port = end.atStart ? points.front() : points.back();
            const QPointF &next = end.atStart ? points[1] : points[points.size() - 2];
            const QPointF moved = level ? QPointF(end.place, port.y()) : QPointF(port.x(), end.place);
            if (obstacles.isFree({moved, next}, 1, wires[end.wire].from, wires[end.wire].to))
                port = moved;
        }
    }
}

} // namespace

void routeWires(const Obstacles &obstacles, std::vector<Wire> &wires, const std::vector<Ports> &ports, const base::Progress &progress)
{
    const auto &boxes = obstacles.boxes();
    std::vector<Draft> drafts(wires.size());
    std::optional<Wayfinder> router;
    std::map<std::pair<int, int>, std::optional<std::vector<int>>> known; // lines between the same two take the same way
    std::map<std::pair<int, int>, int> parallel;
    std::vector<double> asides(wires.size(), 0);
    for (std::size_t i = 0; i < wires.size(); ++i) {
        Wire &wire = wires[i];
        const QRectF &from = boxes[std::size_t(wire.from)];
        const QRectF &to = boxes[std::size_t(wire.to)];
        const QLineF straight = straightLine(from, to);
        wire.points = {straight.p1(), straight.p2()};
        const auto ends = std::pair<int, int>(std::minmax(wire.from, wire.to));
        const int copy = parallel[ends]++;
        asides[i] = copy == 0 ? 0 : (copy % 2 ? 1 : -1) * ParallelGap * ((copy + 1) / 2) * (wire.from < wire.to ? 1 : -1);
        if (straight.length() < 1e-6 || progress.isCancelled())
            continue;
        if (std::vector<QPointF> curve = alongGuide(obstacles, wire); !curve.empty()) {
            wire.points = std::move(curve);
            wire.curved = true;
            continue;
        }
        drafts[i].routed = true;
        if (obstacles.isFree(straight, Clear, wire.from, wire.to))
            continue;
        if (!router)
            router.emplace(obstacles, progress);
        auto found = known.find(ends);
        if (found == known.end())
            found = known.emplace(ends, router->way(ends.first, ends.second)).first;
        if (!found->second)
            continue;
        for (const int corner : *found->second)
            drafts[i].bends.push_back({router->corner(corner).at, corner});
        if (wire.from > wire.to)
            std::reverse(drafts[i].bends.begin(), drafts[i].bends.end());
    }
    if (router)
        separateBends(obstacles, wires, drafts, *router);
    for (std::size_t i = 0; i < wires.size(); ++i) {
        Wire &wire = wires[i];
        if (!drafts[i].routed)
            continue;
        const QRectF &from = boxes[std::size_t(wire.from)];
        const QRectF &to = boxes[std::size_t(wire.to)];
        const auto &bends = drafts[i].bends;
        const auto between = [&](double aside) {
            const QPointF first = bends.empty() ? to.center() : bends.front().at;
            const QPointF last = bends.empty() ? from.center() : bends.back().at;
            // A line beside another begins and ends beside it, but inside of its boxes.
            const double most = std::min({from.width(), from.height(), to.width(), to.height()}) / 2 - 1;
            const double room = std::clamp(aside, -std::max(0.0, most), std::max(0.0, most));
            const QPointF start = from.center() + shiftOf(from.center(), first, room);
            const QPointF end = to.center() + shiftOf(last, to.center(), room);
            std::vector<QPointF> points{exitOf(from, start, bends.empty() ? end : first)};
            for (const Bend &bend : bends)
                points.push_back(bend.at);
            points.push_back(exitOf(to, end, bends.empty() ? start : last));
            return points;
        };
        wire.points = between(asides[i]);
        if (asides[i] != 0) {
            bool free = true;
            for (std::size_t k = 1; free && k < wire.points.size(); ++k)
                free = obstacles.isFree({wire.points[k - 1], wire.points[k]}, 1, wire.from, wire.to);
            if (!free)
                wire.points = between(0);
        }
    }
    separateEnds(obstacles, wires, ports);
}

} // namespace entente::network
