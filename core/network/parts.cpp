#include "core/network/parts.h"

#include "core/network/metrics.h"
#include "core/network/overlap.h"
#include "core/network/packing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool isFinite(const QPointF &point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Not QRectF::united: that leaves out rectangles without area.
QRectF around(const QRectF &a, const QRectF &b)
{
    return {QPointF(std::min(a.left(), b.left()), std::min(a.top(), b.top())), QPointF(std::max(a.right(), b.right()), std::max(a.bottom(), b.bottom()))};
}

Part makePart(const Graph &graph, std::vector<int> members, const LayoutOptions &options, std::vector<int> &localOf)
{
    Part part;
    part.members = std::move(members);
    part.given.resize(part.members.size());
    part.pinned.assign(part.members.size(), 0);
    part.positions.resize(part.members.size());
    for (std::size_t i = 0; i < part.members.size(); ++i) {
        const std::size_t node = at(part.members[i]);
        localOf[node] = static_cast<int>(i);
        part.boxes.push_back(graph.nodes()[node].box);
        const auto take = [&](const std::vector<std::optional<QPointF>> &from) {
            if (node < from.size() && from[node] && isFinite(*from[node]))
                part.given[i] = from[node];
            return part.given[i].has_value();
        };
        if (take(options.pinned))
            part.pinned[i] = 1;
        else
            take(options.initial);
        part.isAnchored = part.isAnchored || part.given[i];
        part.hasPinned = part.hasPinned || part.pinned[i];
    }
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < part.members.size(); ++i) {
        for (const int neighbour : graph.adjacency().neighbours(part.members[i])) {
            if (neighbour > part.members[i])
                edges.push_back({static_cast<int>(i), localOf[at(neighbour)]});
        }
    }
    part.adjacency = Adjacency(part.count(), edges);
    return part;
}

QRectF boundsOf(const Part &part)
{
    QRectF bounds = boxAt(part.positions.front(), part.boxes.front());
    for (std::size_t i = 1; i < part.positions.size(); ++i)
        bounds = around(bounds, boxAt(part.positions[i], part.boxes[i]));
    for (const PartHead &head : part.heads)
        bounds = around(bounds, boxAt(head.centre, head.box));
    return bounds;
}

/// The convex hull of a part's boxes, against the clock (Andrew 1979, monotone chain): no straight line of the part lies outside.
std::vector<QPointF> hullOf(const Part &part)
{
    std::vector<QPointF> points;
    const auto add = [&](const QRectF &box) { points.insert(points.end(), {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()}); };
    for (std::size_t i = 0; i < part.positions.size(); ++i)
        add(boxAt(part.positions[i], part.boxes[i]));
    for (const PartHead &head : part.heads)
        add(boxAt(head.centre, head.box));
    std::sort(points.begin(), points.end(), [](const QPointF &a, const QPointF &b) { return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y(); });
    std::vector<QPointF> hull;
    const auto half = [&](auto begin, auto end) {
        const std::size_t first = hull.size();
        for (auto point = begin; point != end; ++point) {
            while (hull.size() >= first + 2) {
                const QPointF one = hull.back() - hull[hull.size() - 2];
                const QPointF other = *point - hull.back();
                if (one.x() * other.y() - one.y() * other.x() > 0)
                    break;
                hull.pop_back();
            }
            hull.push_back(*point);
        }
        hull.pop_back();
    };
    half(points.begin(), points.end());
    half(points.rbegin(), points.rend());
    return hull;
}

/// Whether a box lies outside of a hull, seen along one of the hull's sides.
bool isOutside(const QRectF &box, const std::vector<QPointF> &hull)
{
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const QPointF along = hull[(i + 1) % hull.size()] - hull[i];
        bool all = true;
        for (const QPointF &corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()}) {
            const QPointF away = corner - hull[i];
            all = all && along.x() * away.y() - along.y() * away.x() < 0;
        }
        if (all)
            return true;
    }
    return false;
}

/// Puts single nodes into the corners that the largest part leaves free in its own rectangle, row by row from the foot: they need no room of their own then.
/// Gives those that found none.
std::vector<Part *> fillCorners(const Part &largest, const std::vector<Part *> &singles, double gap)
{
    const QRectF bounds = boundsOf(largest);
    std::vector<QPointF> hull = hullOf(largest);
    std::vector<QRectF> taken;
    std::vector<Part *> left;
    for (Part *single : singles) {
        const QSizeF size = single->boxes.front();
        const auto isFree = [&](const QRectF &box) {
            const QRectF around = box.adjusted(-gap, -gap, gap, gap);
            return isOutside(around, hull) && std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(around); });
        };
        std::optional<QRectF> found;
        // Foot left, foot right, top right, top left.
        for (int corner = 0; corner < 4 && !found; ++corner) {
            const bool right = corner == 1 || corner == 2;
            const bool top = corner >= 2;
            constexpr double Step = 4;
            for (double y = 0; !found && y + size.height() <= bounds.height() / 2; y += Step) {
                for (double x = 0; !found && x + size.width() <= bounds.width() / 2; x += Step) {
                    const QRectF box(right ? bounds.right() - x - size.width() : bounds.left() + x, top ? bounds.top() + y : bounds.bottom() - y - size.height(),
                                     size.width(), size.height());
                    if (isFree(box))
                        found = box;
                    else if (!isOutside(box.adjusted(-gap, -gap, gap, gap), hull))
                        break; // farther in it is the same
                }
            }
        }
        if (!found) {
            left.push_back(single);
            continue;
        }
        taken.push_back(*found);
        single->positions.front() = found->center();
    }
    return left;
}

/// Packs the parts that are not anchored below those that are.
void pack(std::vector<Part> &parts, const LayoutOptions &options)
{
    std::optional<QRectF> anchored;
    std::vector<Part *> loose;
    std::vector<QRectF> bounds;
    std::vector<QSizeF> sizes;
    std::vector<Part *> singles;
    Part *largest = nullptr;
    for (Part &part : parts) {
        const QRectF box = boundsOf(part);
        if (part.isAnchored) {
            anchored = anchored ? around(*anchored, box) : box;
            continue;
        }
        if (part.count() == 1)
            singles.push_back(&part);
        else if (!largest || part.count() > largest->count())
            largest = &part;
    }
    // A few nodes without lines find room in the corners of the largest part, and move with it.
    constexpr std::size_t Few = 60;
    std::vector<Part *> inCorners;
    if (largest && options.separateBoxes && singles.size() <= Few) {
        const std::vector<Part *> without = fillCorners(*largest, singles, options.gap);
        for (Part *single : singles) {
            if (std::find(without.begin(), without.end(), single) == without.end())
                inCorners.push_back(single);
        }
    }
    for (Part &part : parts) {
        if (part.isAnchored || std::find(inCorners.begin(), inCorners.end(), &part) != inCorners.end())
            continue;
        loose.push_back(&part);
        bounds.push_back(boundsOf(part));
        sizes.push_back(bounds.back().size());
    }
    constexpr double Rounding = 1e-6;
    const std::vector<QPointF> corners = packRectangles(sizes, options.gap + Rounding, options.aspect);
    QPointF origin = anchored ? anchored->bottomLeft() + QPointF(0, options.gap + Rounding) : QPointF();
    if (options.corner)
        origin = {std::max(origin.x(), options.corner->x()), std::max(origin.y(), options.corner->y())};
    for (std::size_t i = 0; i < loose.size(); ++i) {
        const QPointF shift = origin + corners[i] - bounds[i].topLeft();
        for (QPointF &position : loose[i]->positions)
            position += shift;
        for (PartHead &head : loose[i]->heads)
            head.centre += shift;
        if (loose[i] == largest) {
            for (Part *single : inCorners)
                single->positions.front() += shift;
        }
    }
}

} // namespace

QSizeF usualBox(std::span<const QSizeF> boxes)
{
    constexpr double Most = 4;
    if (boxes.empty())
        return {};
    std::vector<double> widths;
    std::vector<double> heights;
    for (const QSizeF &box : boxes) {
        widths.push_back(box.width());
        heights.push_back(box.height());
    }
    const auto mean = [](std::vector<double> &sizes) {
        const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
        std::nth_element(sizes.begin(), middle, sizes.end());
        const double most = Most * *middle;
        double sum = 0;
        for (const double size : sizes)
            sum += most > 0 ? std::min(size, most) : 0;
        return sum / static_cast<double>(sizes.size());
    };
    return {mean(widths), mean(heights)};
}

void separate(Part &part, const LayoutOptions &options, double density, const base::Progress &progress)
{
    if (!options.separateBoxes || progress.isCancelled())
        return;
    OverlapOptions overlap;
    overlap.gap = options.gap;
    overlap.density = density;
    overlap.corner = part.isAnchored ? options.corner : std::nullopt;
    if (part.hasPinned)
        overlap.pinned = part.pinned;
    std::vector<QSizeF> boxes = part.boxes;
    std::vector<QPointF> centres = part.positions;
    for (const PartHead &head : part.heads) {
        boxes.push_back(head.box);
        centres.push_back(head.centre);
        if (part.hasPinned)
            overlap.pinned.push_back(0);
    }
    centres = removeOverlaps(boxes, std::move(centres), overlap, progress);
    std::copy_n(centres.begin(), part.positions.size(), part.positions.begin());
    for (std::size_t i = 0; i < part.heads.size(); ++i)
        part.heads[i].centre = centres[part.positions.size() + i];
}

void placeInBestForm(Part &part, double aspect, const std::function<void(double)> &place)
{
    constexpr int Many = 1'000; // nodes
    constexpr double Forms[] = {0.8, 1.0, 1.25, 1.5, 1.8};
    double best = 1;
    if (part.count() <= Many && !part.isAnchored) {
        double least = std::numeric_limits<double>::infinity();
        for (const double form : Forms) {
            place(aspect * form);
            const QSizeF size = boundsOf(part).size();
            const double needed = std::max(size.width() / aspect, size.height());
            if (needed < least - 1e-6) {
                least = needed;
                best = form;
            }
        }
    }
    place(aspect * best);
}

WholeLayout layOutParts(const Graph &graph, const LayoutOptions &options, const base::Progress &progress, const PartLayout &layOut)
{
    constexpr int Total = 1'000; // of what is reported
    const int n = graph.nodeCount();
    std::vector<Part> parts;
    std::vector<int> localOf(at(n), 0);
    double done = 0;
    for (std::vector<int> &members : components(graph.adjacency())) {
        Part part = makePart(graph, std::move(members), options, localOf);
        const auto size = static_cast<double>(part.members.size());
        if (part.count() == 1) {
            part.positions.front() = part.given.front().value_or(QPointF());
            separate(part, options, 0, progress);
        } else {
            layOut(part, [&](double share) { progress.report(static_cast<int>((done + size * share) / n * Total), Total); });
        }
        done += size;
        parts.push_back(std::move(part));
    }
    pack(parts, options);

    WholeLayout whole;
    whole.positions.resize(at(n));
    const auto anchoredParts = std::count_if(parts.begin(), parts.end(), [](const Part &part) { return part.isAnchored; });
    OverlapOptions overlap;
    overlap.gap = options.gap;
    overlap.density = 0;
    overlap.corner = options.corner;
    overlap.pinned.assign(at(n), 0);
    for (const Part &part : parts) {
        for (std::size_t i = 0; i < part.members.size(); ++i) {
            whole.positions[at(part.members[i])] = part.positions[i];
            // Parts that are packed have room already; they need not be touched again.
            overlap.pinned[at(part.members[i])] = part.pinned[i] || !part.isAnchored;
        }
        whole.heads.insert(whole.heads.end(), part.heads.begin(), part.heads.end());
    }
    if (options.separateBoxes && anchoredParts > 1 && !progress.isCancelled()) {
        std::vector<QSizeF> boxes;
        for (const Node &node : graph.nodes())
            boxes.push_back(node.box);
        for (const PartHead &head : whole.heads) {
            boxes.push_back(head.box);
            whole.positions.push_back(head.centre);
            overlap.pinned.push_back(0);
        }
        whole.positions = removeOverlaps(boxes, std::move(whole.positions), overlap, progress);
        for (std::size_t i = 0; i < whole.heads.size(); ++i)
            whole.heads[i].centre = whole.positions[at(n) + i];
        whole.positions.resize(at(n));
    }
    progress.report(Total, Total);
    return whole;
}

} // namespace entente::network
