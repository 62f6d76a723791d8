#include "core/network/packing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente::network {

namespace {

/// A stretch of the skyline: from x to the next one's x nothing is placed below y (y grows downwards).
struct Step
{
    double x;
    double y;
};

/// The corners in a strip of a width, taken in an order, and how large the whole becomes.
struct Packed
{
    std::vector<QPointF> corners;
    QSizeF size;
};

Packed packInto(double width, std::span<const QSizeF> sizes, const std::vector<std::size_t> &order, double gap)
{
    Packed packed;
    packed.corners.resize(sizes.size());
    std::vector<Step> skyline = {{0, 0}};
    for (const std::size_t item : order) {
        const double w = sizes[item].width() + gap;
        const double h = sizes[item].height() + gap;
        // The highest free place (smallest y), of these the leftmost. Each start of a stretch is tried.
        std::size_t best = 0;
        double bestY = std::numeric_limits<double>::infinity();
        for (std::size_t first = 0; first < skyline.size() && (first == 0 || skyline[first].x + w <= width); ++first) {
            if (skyline[first].y >= bestY)
                continue;
            double y = skyline[first].y;
            for (std::size_t k = first + 1; k < skyline.size() && skyline[k].x < skyline[first].x + w && y < bestY; ++k)
                y = std::max(y, skyline[k].y);
            if (y < bestY) {
                bestY = y;
                best = first;
            }
        }
        const double left = skyline[best].x;
        packed.corners[item] = QPointF(left, bestY);
        packed.size = packed.size.expandedTo({left + w, bestY + h});
        std::size_t end = best;
        while (end < skyline.size() && skyline[end].x < left + w)
            ++end;
        const double after = skyline[end - 1].y;
        const bool endsInside = (end < skyline.size() ? skyline[end].x : width) > left + w;
        const auto place = skyline.erase(skyline.begin() + static_cast<std::ptrdiff_t>(best), skyline.begin() + static_cast<std::ptrdiff_t>(end));
        if (endsInside)
            skyline.insert(place, {{left, bestY + h}, {left + w, after}});
        else
            skyline.insert(place, {left, bestY + h});
        // Stretches of one height become one, so that many equal rectangles stay fast.
        skyline.erase(std::unique(skyline.begin(), skyline.end(), [](const Step &a, const Step &b) { return a.y == b.y; }), skyline.end());
    }
    return packed;
}

} // namespace

std::vector<QPointF> packRectangles(std::span<const QSizeF> sizes, double gap, double aspect)
{
    double area = 0;
    double widest = 0;
    double row = 0;
    for (const QSizeF &size : sizes) {
        area += (size.width() + gap) * (size.height() + gap);
        widest = std::max(widest, size.width() + gap);
        row += size.width() + gap;
    }
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a].height() > sizes[b].height(); });
    // Many rectangles fill any strip well; of few, the width decides.
    constexpr std::size_t Many = 2'000;
    const double usual = std::max(widest, std::sqrt(area * aspect));
    std::vector<double> widths = {usual};
    if (sizes.size() <= Many) {
        constexpr int Tries = 24;
        const double most = std::min(row, 2 * usual);
        for (int i = 0; i <= Tries; ++i)
            widths.push_back(widest + (most - widest) * i / Tries);
    }
    Packed best;
    double least = std::numeric_limits<double>::infinity();
    for (const double width : widths) {
        Packed packed = packInto(width, sizes, order, gap);
        const double needed = std::max(packed.size.width() / aspect, packed.size.height());
        if (needed < least - 1e-9) {
            least = needed;
            best = std::move(packed);
        }
    }
    return best.corners;
}

} // namespace entente::network
