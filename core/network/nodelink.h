#pragma once

#include "core/base/progress.h"
#include "core/network/graph.h"
#include "core/network/labels.h"

namespace entente::network {

/// The boxes of a node-link drawing with their labels, and the graph that a layout places. Boxes stand at the origin.
struct NodeLink
{
    Picture picture;
    Graph graph;
    std::vector<int> lines; ///< Of the snapshot, one for each edge of the graph.
    std::vector<Text> heads; ///< Names of groups about the origin, and the room that they need; the places given to placed() go on with theirs.
    std::vector<QSizeF> headSizes;
};
NodeLink nodeLink(const Snapshot &snapshot, const LabelMetrics &metrics);

/// How a node-link drawing is made.
struct NodeLinkOptions
{
    QString layout = QStringLiteral("stress"); ///< Or "radial", "circular".
    QString focus;                             ///< Of the radial layout; empty: the centre of the network.
    /// Where the user placed records: centres, in the units of the drawing.
    QHash<QString, QPointF> userPlaces;
    /// Where records stand now and shall stay, as when records come in: only the others get a new place. Empty: all is laid out. The same happens where
    /// the user placed at least half of all.
    QHash<QString, QPointF> known;
    /// How many times as wide as high the page or window is; 0: as usual. Without meaning where records have places.
    double aspect = 0;
};

/// Sets the boxes to their places (centres) and draws straight lines from border to border. The whole goes to the top left, unless it has to stay where
/// it is.
Picture placed(NodeLink drawing, const Snapshot &snapshot, std::vector<QPointF> places, bool stays = false);

/// The stress, radial or circular layout of a snapshot. What the user placed stays where it is. When cancelled the places are unfinished.
Picture nodeLinkDrawing(const Snapshot &snapshot, const NodeLinkOptions &options, const LabelMetrics &metrics, const Progress &progress);

} // namespace entente::network
