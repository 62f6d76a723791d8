#include "core/network/groups.h"

#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

// The groups that a lens names, on a snapshot. A group of several kinds at once is avoided: each record goes to the first entry that claims it.

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Kinds = {GroupBy::Side, GroupBy::PartOf, GroupBy::Area, GroupBy::Instrument};

QString keyOf(const Group &group)
{
    static const QString side = u"group:side:"_s;
    return group.id.startsWith(side) ? group.id.mid(side.size()) : group.id;
}

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

QString groupWord(GroupBy by)
{
    switch (by) {
    case GroupBy::Side:
        return u"side"_s;
    case GroupBy::PartOf:
        return u"ministry"_s;
    case GroupBy::Area:
        return u"area"_s;
    case GroupBy::Instrument:
        return u"instrument"_s;
    }
    return {};
}

QString groupEntry(GroupBy by, const Group &group)
{
    return groupWord(by) + u'=' + keyOf(group);
}

Snapshot withGroups(Snapshot snapshot, const QStringList &groups)
{
    if (groups.isEmpty())
        return snapshot;
    Grouping chosen;
    chosen.of.assign(snapshot.nodes.size(), -1);
    QStringList entries; // of the groups chosen
    for (const QString &entry : groups) {
        const auto by = groupByOf(entry.section(u'=', 0, 0));
        if (!by)
            continue;
        const bool all = !entry.contains(u'=');
        const Grouping own = grouping(snapshot, *by);
        std::vector<int> places(own.groups.size(), -1);
        std::vector<int> sizes(own.groups.size(), 0);
        for (std::size_t i = 0; i < own.of.size(); ++i) {
            if (own.of[i] >= 0 && chosen.of[i] < 0)
                ++sizes[at(own.of[i])];
        }
        for (std::size_t i = 0; i < own.of.size(); ++i) {
            const int group = own.of[i];
            if (group < 0 || chosen.of[i] >= 0 || sizes[at(group)] < 2 || (!all && groupEntry(*by, own.groups[at(group)]) != entry))
                continue;
            int &place = places[at(group)];
            if (place < 0) {
                place = static_cast<int>(chosen.groups.size());
                chosen.groups.push_back(own.groups[at(group)]);
                entries.append(groupEntry(*by, own.groups[at(group)]));
            }
            chosen.of[i] = place;
        }
    }
    Snapshot closed = collapsed(snapshot, chosen);
    for (SnapshotNode &node : closed.nodes) {
        if (node.members.isEmpty())
            continue;
        const int place = snapshot.places.value(node.members.constFirst(), -1);
        if (place >= 0 && chosen.of[at(place)] >= 0)
            node.group = entries.value(chosen.of[at(place)]);
    }
    return closed;
}

QStringList groupsWithout(const Snapshot &snapshot, const QStringList &groups, const QString &entry)
{
    const QString kind = entry.section(u'=', 0, 0);
    QStringList left;
    for (const QString &one : groups) {
        if (one == entry)
            continue;
        if (one != kind) {
            left.append(one);
            continue;
        }
        for (const SnapshotNode &node : snapshot.nodes) {
            if (!node.group.isEmpty() && node.group != entry && node.group.section(u'=', 0, 0) == kind && !left.contains(node.group))
                left.append(node.group);
        }
    }
    return left;
}

std::vector<PossibleGroup> possibleGroups(const Snapshot &snapshot, const QString &record)
{
    std::vector<PossibleGroup> possible;
    const int place = snapshot.places.value(record, -1);
    if (place < 0 || !snapshot.nodes[at(place)].members.isEmpty())
        return possible;
    for (const GroupBy by : Kinds) {
        const Grouping groups = grouping(snapshot, by);
        const int group = groups.of[at(place)];
        if (group < 0)
            continue;
        const int members = static_cast<int>(std::ranges::count(groups.of, group));
        if (members > 1)
            possible.push_back({by, groupEntry(by, groups.groups[at(group)]), groups.groups[at(group)].name, members});
    }
    return possible;
}

Snapshot groupsAsRows(Snapshot snapshot)
{
    for (SnapshotNode &node : snapshot.nodes) {
        if (!node.members.isEmpty() && node.kind != kindOf<Institution> && (node.met || !node.rounds.empty() || node.level != Level::None))
            node.kind = kindOf<Dialogue>;
    }
    return snapshot;
}

} // namespace entente::network
