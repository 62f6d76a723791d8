#pragma once

#include "core/base/progress.h"
#include "core/network/obstacles.h"

/// Ways for lines around boxes (see wiring.cpp).
namespace entente::network {

/// A line between two boxes, by their places among the obstacles.
struct Wire
{
    int from = 0;
    int to = 0;
    /// The curve that it should take, from centre to centre; empty: the shortest way.
    std::vector<QPointF> guide;
    /// The way, from border to border.
    std::vector<QPointF> points;
    /// Whether the way is that of the guide.
    bool curved = false;
};

/// Where on its border a box takes lines: so far from its corners.
struct Ports
{
    double across = 3; ///< At its top and foot.
    double upright = 3; ///< At its left and right.
};

/// Gives every wire its way: straight where nothing stands between, else around the boxes. Lines that bend at one corner lie beside each other, and so do
/// the ends of lines at one border. Lines between the same two boxes run side by side. The same on every machine; when cancelled, what is left is straight.
/// @param ports one entry a box, or empty.
void routeWires(const Obstacles &obstacles, std::vector<Wire> &wires, const std::vector<Ports> &ports, const base::Progress &progress);

} // namespace entente::network
