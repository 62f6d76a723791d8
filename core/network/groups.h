#pragma once

#include "core/network/snapshot.h"

#include <QSet>

/// Records that belong together, and drawing them as one.
namespace entente::network {

enum class GroupBy {
    Side,      ///< EU, ROK, multilateral, third; what joins them has none.
    PartOf,    ///< The ministry or service: the uppermost body shown that this one is part of.
    Area,      ///< The one field of cooperation that the record looks after, or that most of its neighbours do.
    Instrument ///< The instrument that founded it or that it is based on.
};

/// The value of the words side, ministry, area and instrument; nothing for another word.
std::optional<GroupBy> groupByOf(const QString &word);

struct Group
{
    QString id;   ///< The record that stands for the group (a ministry, an area, an instrument), or `group:side:EU`.
    QString name;
    Side side = Side::Unknown;
};

/// Which group each node is in: `of` has an entry a node, −1 for none. Groups in the order of the records that stand for them, sides in that of the lanes.
struct Grouping
{
    std::vector<Group> groups;
    std::vector<int> of;
};

Grouping grouping(const Snapshot &snapshot, GroupBy by);

/// By area; what has none by side, with what joins the sides as a group of its own: each node is in a group.
Grouping areasThenSides(const Snapshot &snapshot);

/// The snapshot with groups drawn as one node each, all of them or those named. A group takes the lines of its members; lines of one type between the
/// same two become one that counts them; lines within a group go. A group of a single member, or of none, is left as it is.
Snapshot collapsed(const Snapshot &snapshot, const Grouping &grouping, const std::optional<QSet<QString>> &closed = std::nullopt);

} // namespace entente::network
