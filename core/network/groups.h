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

/// What a lens calls a group: `side=EU`, `area=area-cyber`; and a kind of groups: `area`.
QString groupWord(GroupBy by);
QString groupEntry(GroupBy by, const Group &group);

/// The snapshot with the groups of a lens drawn as one box each. Of several entries that claim a record the first has it. Unknown entries say nothing.
Snapshot withGroups(Snapshot snapshot, const QStringList &groups);

/// The groups of a lens after one box of a drawing is opened; where all of a kind were closed, the others stay so.
QStringList groupsWithout(const Snapshot &snapshot, const QStringList &groups, const QString &entry);

/// The groups in which a record that is drawn for itself could be closed, with their entries.
struct PossibleGroup
{
    GroupBy by;
    QString entry;
    QString name;
    int members = 0;
};
std::vector<PossibleGroup> possibleGroups(const Snapshot &snapshot, const QString &record);

/// The snapshot as the ladder draws it: a group with dialogues in it stands as a row at the level of its highest.
Snapshot groupsAsRows(Snapshot snapshot);

/// By area; what has none by side, with what joins the sides as a group of its own: each node is in a group.
Grouping areasThenSides(const Snapshot &snapshot);

/// The snapshot with groups drawn as one node each, all of them or those named. A group takes the lines of its members; lines of one type between the
/// same two become one that counts them; lines within a group go. A group of a single member, or of none, is left as it is.
Snapshot collapsed(const Snapshot &snapshot, const Grouping &grouping, const std::optional<QSet<QString>> &closed = std::nullopt);

} // namespace entente::network
