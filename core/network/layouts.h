#pragma once

#include "core/base/progress.h"
#include "core/network/graph.h"

#include <QPointF>
#include <QRectF>

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
    /// Which way a node leans, one entry a node, or empty: −1 to the left, +1 to the right. A layout without an orientation of its own is
    /// turned accordingly.
    std::vector<double> leaning;
    /// Nothing that is not pinned is placed left of or above this point, where any node has a position already.
    std::optional<QPointF> corner;
    /// How many times as wide as high the place is that the drawing is for, a page or a window: its form comes near to that. Without meaning where nodes have
    /// positions already.
    double aspect = 1.25;
};

/// Distances on paper like the distances in the network (see stress.cpp). Parts that are not connected are laid out for themselves and
/// packed side by side; a part with given positions stays where it is. No two boxes overlap, unless both are pinned. Pinned nodes are
/// exactly where they were. The same on every machine. Ends by itself; when cancelled it returns at once and what it returns is
/// finite, but unfinished.
std::vector<QPointF> stressLayout(const Graph &graph, const LayoutOptions &options, const base::Progress &progress);

/// Rings of equal distance around a focus, each part of the network in a wedge as wide as it needs (see radial.cpp). A part without the focus
/// is drawn around its own centre, and so are all for a focus of −1. Parts, pinned nodes, overlaps, the end and cancelling are as in
/// stressLayout(); coordinates are rounded to 1/16.
std::vector<QPointF> radialLayout(const Graph &graph, int focus, const LayoutOptions &options, const base::Progress &progress);

/// The rings of a radial drawing as ellipses, inside first: where the middle one of the nodes of each distance stands.
std::vector<QRectF> radialRings(const Graph &graph, int focus, std::span<const QPointF> positions);

/// What stands together in the circular layout.
struct Groups
{
    std::vector<int> of;       ///< The group of each node, −1 none; or empty.
    std::vector<QSizeF> heads; ///< The room that the name of a group needs, one entry a group; empty: none is named.
};

/// The name of a group beside its arc. A group that is in several parts has one in each.
struct GroupHead
{
    int group = 0;
    QPointF centre;
};

struct CircularDrawing
{
    std::vector<QPointF> positions;
    std::vector<GroupHead> heads;
};

/// All nodes of a part around one ellipse, groups side by side, in an order with few crossings (see circular.cpp). Else as radialLayout().
CircularDrawing circularLayout(const Graph &graph, const Groups &groups, const LayoutOptions &options, const base::Progress &progress);

} // namespace entente::network
