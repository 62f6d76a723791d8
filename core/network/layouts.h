#pragma once

#include "core/base/progress.h"
#include "core/network/graph.h"

#include <QPointF>

#include <optional>

namespace entente::network {

/// What a layout is asked for. Positions are centres of boxes, y downwards, in the unit of the boxes.
struct LayoutOptions
{
    /// Where a node must stay, one entry a node, or empty.
    std::vector<std::optional<QPointF>> pinned;
    /// Where a node is now, one entry a node, or empty: the layout starts from there and stays near.
    std::vector<std::optional<QPointF>> initial;
    /// How long a line should be; 0 chooses by the boxes, or by the positions that are given.
    double edgeLength = 0;
    /// Room between two boxes, and between two parts that are not connected.
    double gap = 12;
    /// Ends with removeOverlaps(); without, boxes may overlap and only the parts are apart.
    bool separateBoxes = true;
    quint32 seed = 1;
};

/// Distances on paper like the distances in the network (see stress.cpp). Parts that are not connected are laid out for themselves and
/// packed side by side; a part with given positions stays where it is. No two boxes overlap, unless both are pinned. Pinned nodes are
/// exactly where they were. The same on every machine. Ends by itself; when cancelled it returns at once and what it returns is
/// finite, but unfinished.
std::vector<QPointF> stressLayout(const Graph &graph, const LayoutOptions &options, const base::Progress &progress);

} // namespace entente::network
