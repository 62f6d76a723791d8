#include "core/network/overlap.h"

#include "core/network/places.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

// Removing overlaps.
//
// 1. Set apart. Boxes whose centres are one point are spread evenly in a small square: without that they have no order to keep.
// 2. Enlarge. The drawing is scaled until the boxes fill a given part of its area. That changes nothing but its size.
// 3. Settle. Pinned boxes take their places, then, the larger ones first, all that are free to lie where they are. Each of the others goes
//    to the nearest free place (places.cpp). This alone guarantees the result.
//
// Complexity: O(n log n) for the first two, O(n · boxes in the way) for the third: a few after enlarging.
//
// Chosen by measurement, on preferential attachment with 300, 1,000 and 10,000 boxes: growing a tree over the Delaunay triangulation
// (Nachmanson, Nocaj, Bereg, Zhang, Holroyd, GD 2016) in the place of step 3 put two to four times as many pairs
// out of their order in x or y, took five times as long (10,000 boxes: 0.3 to 7 s, ours below 0.1 s), covered half as much of the paper, and gave more
// stress. tests/bench/network_bench.cpp prints stress and cover beside those of Graphviz' PRISM.

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QPointF meanOf(std::span<const QPointF> points)
{
    return std::accumulate(points.begin(), points.end(), QPointF()) / static_cast<double>(points.size());
}

double areaOf(std::span<const QSizeF> boxes, double gap)
{
    return std::accumulate(boxes.begin(), boxes.end(), 0.0, [gap](double sum, const QSizeF &box) {
        return sum + (box.width() + gap) * (box.height() + gap);
    });
}

/// Boxes at one point have no direction to part in: those that are not alone are spread a little, evenly, in a square.
void setApart(std::vector<QPointF> &centres, double usualSide, const OverlapOptions &options)
{
    std::vector<std::size_t> order(centres.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto keyOf = [&](std::size_t i) { return std::pair(centres[i].x(), centres[i].y()); };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::pair(keyOf(a), a) < std::pair(keyOf(b), b); });
    const std::vector<QPointF> old = centres;
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i + 1;
        while (end < order.size() && old[order[end]] == old[order[i]])
            ++end;
        const double side = usualSide * 0.01 * std::sqrt(static_cast<double>(end - i));
        for (std::size_t k = i; end - i > 1 && k < end; ++k) {
            if (!options.pinned.empty() && options.pinned[order[k]])
                continue;
            // Multiples of the inverses of the plastic number fill a square evenly (Roberts 2018, "R2").
            const double turn = static_cast<double>(k - i + 1);
            const double x = turn * 0.7548776662466927;
            const double y = turn * 0.5698402909980532;
            centres[order[k]] += side * QPointF(x - std::floor(x) - 0.5, y - std::floor(y) - 0.5);
        }
        i = end;
    }
}

void enlarge(std::span<const QSizeF> boxes, std::vector<QPointF> &centres, const OverlapOptions &options)
{
    // The size of the cloud of points by its spread, which one stray box does not change much: for an even disc, area = 2π · variance.
    const QPointF middle = meanOf(centres);
    double variance = 0;
    for (const QPointF &centre : centres)
        variance += QPointF::dotProduct(centre - middle, centre - middle) / static_cast<double>(centres.size());
    constexpr double TwoPi = 6.283185307179586;
    const double wanted = areaOf(boxes, options.gap) / options.density;
    if (variance <= 0 || TwoPi * variance >= wanted)
        return;
    const double factor = std::sqrt(wanted / (TwoPi * variance));
    for (QPointF &centre : centres)
        centre = middle + factor * (centre - middle);
}

void settle(std::span<const QSizeF> boxes, std::vector<QPointF> &centres, const OverlapOptions &options, const base::Progress &progress)
{
    const auto count = static_cast<int>(centres.size());
    const double usualSide = std::sqrt(areaOf(boxes, options.gap) / count);
    Places all(usualSide, options.gap);
    if (options.corner) {
        constexpr double Wall = 1e8;
        const double aside = Wall / 2 + options.gap;
        all.add(*options.corner - QPointF(aside, 0), {Wall, 4 * Wall});
        all.add(*options.corner - QPointF(0, aside), {4 * Wall, Wall});
    }
    const auto isPinned = [&](int box) { return !options.pinned.empty() && options.pinned[at(box)]; };
    std::vector<int> order(at(count));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const auto area = [&](int box) { return boxes[at(box)].width() * boxes[at(box)].height(); };
        return isPinned(a) != isPinned(b) ? isPinned(a) : area(a) > area(b);
    });
    std::vector<int> homeless;
    for (const int box : order) {
        if (isPinned(box) || all.isFree(centres[at(box)], boxes[at(box)]))
            all.add(centres[at(box)], boxes[at(box)]);
        else
            homeless.push_back(box);
    }
    for (const int box : homeless) {
        if (progress.isCancelled())
            return;
        centres[at(box)] = all.takeNearest(centres[at(box)], boxes[at(box)]);
    }
}

} // namespace

std::vector<QPointF> removeOverlaps(std::span<const QSizeF> boxes, std::vector<QPointF> centres, const OverlapOptions &options,
                                    const base::Progress &progress)
{
    const double Farthest = 1e9;
    if (centres.size() < 2)
        return centres;
    const bool somePinned = std::find_if(options.pinned.begin(), options.pinned.end(), [](char p) { return p != 0; }) != options.pinned.end();
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (somePinned && options.pinned[i])
            continue;
        const auto sound = [Farthest](double value) { return std::isfinite(value) ? std::clamp(value, -Farthest, Farthest) : 0.0; };
        centres[i] = QPointF(sound(centres[i].x()), sound(centres[i].y()));
    }
    const double usualSide = std::sqrt(areaOf(boxes, options.gap) / static_cast<double>(boxes.size()));
    setApart(centres, usualSide, options);
    if (!somePinned && options.density > 0)
        enlarge(boxes, centres, options);
    settle(boxes, centres, options, progress);
    return centres;
}

} // namespace entente::network
