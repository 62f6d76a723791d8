#include "core/network/metrics.h"
#include "core/network/overlap.h"
#include "core/network/random.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace entente::base;
using namespace entente::network;

namespace {

struct Boxes
{
    std::vector<QSizeF> sizes;
    std::vector<QPointF> centres;
};

Boxes randomBoxes(int count, double extent, quint64 seed)
{
    Random random(seed);
    Boxes boxes;
    for (int i = 0; i < count; ++i) {
        boxes.sizes.emplace_back(random.below(150), random.below(40));
        boxes.centres.emplace_back(random.unit() * extent, random.unit() * extent);
    }
    return boxes;
}

/// Overlaps of boxes that are half of `gap` larger on each side, less what rounding may take.
qint64 overlapsWithGap(const Boxes &boxes, const std::vector<QPointF> &centres, double gap)
{
    std::vector<QRectF> rectangles;
    for (std::size_t i = 0; i < centres.size(); ++i)
        rectangles.push_back(boxAt(centres[i], boxes.sizes[i] + QSizeF(gap, gap)));
    return overlapCount(rectangles);
}

} // namespace

TEST(RemoveOverlaps, leavesNoneWhateverTheInput)
{
    for (quint64 seed = 1; seed <= 60; ++seed) {
        const Boxes boxes = randomBoxes(1 + static_cast<int>(seed) * 5, static_cast<double>(seed * seed), seed);
        for (const double gap : {0.0, 10.0}) {
            for (const double density : {0.0, 0.5, 1.0}) {
                OverlapOptions options;
                options.gap = gap;
                options.density = density;
                EXPECT_EQ(overlapsWithGap(boxes, removeOverlaps(boxes.sizes, boxes.centres, options, Progress()), gap), 0) << seed;
            }
        }
    }
}

TEST(RemoveOverlaps, partsBoxesAtOnePoint)
{
    for (const double density : {0.0, 0.5}) {
        for (const int count : {2, 3, 1'000, 10'000}) {
            const Boxes boxes = {std::vector<QSizeF>(static_cast<std::size_t>(count), QSizeF(80, 24)),
                                 std::vector<QPointF>(static_cast<std::size_t>(count), QPointF(3, 4))};
            OverlapOptions options;
            options.density = density;
            EXPECT_EQ(overlapsWithGap(boxes, removeOverlaps(boxes.sizes, boxes.centres, options, Progress()), options.gap), 0) << count;
        }
    }
}

TEST(RemoveOverlaps, pinnedBoxesDoNotMove)
{
    for (quint64 seed = 1; seed <= 30; ++seed) {
        Boxes boxes = randomBoxes(200, 600, seed);
        OverlapOptions options;
        options.pinned.assign(200, 0);
        for (std::size_t i = 0; i < 200; i += 10) {
            options.pinned[i] = 1;
            boxes.centres[i] = QPointF(200.0 * static_cast<double>(i), 300);
        }
        const auto centres = removeOverlaps(boxes.sizes, boxes.centres, options, Progress());
        for (std::size_t i = 0; i < 200; i += 10)
            EXPECT_EQ(centres[i], boxes.centres[i]);
        EXPECT_EQ(overlapsWithGap(boxes, centres, options.gap), 0);
    }
}

TEST(RemoveOverlaps, changesNothingWhereNothingOverlaps)
{
    const Boxes boxes = {{QSizeF(10, 10), QSizeF(10, 10), QSizeF(10, 10)}, {QPointF(0, 0), QPointF(1'000, 0), QPointF(0, 1'000)}};
    EXPECT_EQ(removeOverlaps(boxes.sizes, boxes.centres, {}, Progress()), boxes.centres);
}

TEST(RemoveOverlaps, keepsMostOfTheOrder)
{
    const Boxes boxes = randomBoxes(300, 500, 7);
    const auto centres = removeOverlaps(boxes.sizes, boxes.centres, {}, Progress());
    int turned = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < 300; ++i) {
        for (std::size_t k = 0; k < i; ++k, ++pairs)
            turned += (boxes.centres[i].x() - boxes.centres[k].x()) * (centres[i].x() - centres[k].x()) < 0;
    }
    EXPECT_LT(turned, pairs / 25);
}

TEST(RemoveOverlaps, isTheSameEachTime)
{
    const Boxes boxes = randomBoxes(500, 300, 9);
    EXPECT_EQ(removeOverlaps(boxes.sizes, boxes.centres, {}, Progress()), removeOverlaps(boxes.sizes, boxes.centres, {}, Progress()));
}

TEST(RemoveOverlaps, survivesNumbersThatAreNone)
{
    const Boxes boxes = {std::vector<QSizeF>(5, QSizeF(10, 10)),
                         {QPointF(qQNaN(), 0), QPointF(qInf(), 0), QPointF(-qInf(), qQNaN()), QPointF(1e300, -1e300), QPointF(0, 0)}};
    const auto centres = removeOverlaps(boxes.sizes, boxes.centres, {}, Progress());
    for (const QPointF &centre : centres)
        EXPECT_TRUE(std::isfinite(centre.x()) && std::isfinite(centre.y()));
    EXPECT_EQ(overlapsWithGap(boxes, centres, 0), 0);
}
