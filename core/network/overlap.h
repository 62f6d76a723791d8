#pragma once

#include "core/base/progress.h"

#include <QPointF>
#include <QSizeF>

#include <optional>
#include <span>
#include <vector>

namespace entente::network {

struct OverlapOptions
{
    /// Room between two boxes, in x or in y.
    double gap = 12;
    /// Boxes that stay where they are, one entry a box, or empty. Two of them that overlap go on doing so.
    std::vector<char> pinned;
    /// The whole drawing is first enlarged until the boxes fill at most this part of it; that keeps its shape. 0: never.
    /// Not done where a box is pinned.
    double density = 0.5;
    /// Nothing that is not pinned is placed left of or above this point.
    std::optional<QPointF> corner;
};

/// Centres for the boxes such that no two overlap, near to the given ones and in about the same order to each other. Always succeeds
/// except between pinned boxes, whatever the input (a centre that is not finite counts as 0); the same on every machine. When
/// cancelled, the centres are unfinished.
std::vector<QPointF> removeOverlaps(std::span<const QSizeF> boxes, std::vector<QPointF> centres, const OverlapOptions &options,
                                    const base::Progress &progress);

} // namespace entente::network
