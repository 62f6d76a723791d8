#pragma once

#include "core/network/layouts.h"

#include <QRectF>

#include <functional>

/// What all layouts share: each connected part is laid out for itself, then the parts are put together.
namespace entente::network {

/// A box of a part that is no node: the name of a group.
struct PartHead
{
    int group = 0;
    QSizeF box;
    QPointF centre;
};

/// One connected part with its own numbering. It is anchored if any of its nodes is pinned or has an initial position.
struct Part
{
    std::vector<int> members; ///< Nodes of the graph, ascending.
    std::vector<QSizeF> boxes;
    std::vector<std::optional<QPointF>> given;
    std::vector<char> pinned;
    std::vector<QPointF> positions;
    std::vector<PartHead> heads;
    Adjacency adjacency;
    bool isAnchored = false;
    bool hasPinned = false;

    int count() const { return static_cast<int>(members.size()); }
};

/// Gives each node of a part a position; may report the share of the part that is done.
using PartLayout = std::function<void(Part &part, const std::function<void(double share)> &report)>;

struct WholeLayout
{
    std::vector<QPointF> positions;
    std::vector<PartHead> heads;
};

/// Lays out every part of more than one node, leaves anchored parts where they are, packs all others below them, and sees to it that anchored
/// parts do not overlap either.
WholeLayout layOutParts(const Graph &graph, const LayoutOptions &options, const base::Progress &progress, const PartLayout &layOut);

/// Removes the overlaps within a part, its heads included; the pinned nodes stay.
void separate(Part &part, const LayoutOptions &options, double density, const base::Progress &progress);

/// Places a part in rings of several forms, from narrow to wide, and keeps the one that can be shown largest in a place of this aspect. Large parts, and
/// those with positions already, get the form of the place.
void placeInBestForm(Part &part, double aspect, const std::function<void(double formAspect)> &place);

/// The mean size of the boxes of a part, where those that are far larger than usual count as four times the usual one.
QSizeF usualBox(std::span<const QSizeF> boxes);

} // namespace entente::network
