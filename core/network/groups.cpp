#include "core/network/groups.h"

#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::network", text);
}

QString sideName(Side side)
{
    switch (side) {
    case Side::Eu:
        return tr("EU");
    case Side::Rok:
        return tr("ROK");
    case Side::Multilateral:
        return tr("Multilateral");
    case Side::Third:
        return tr("Third parties");
    case Side::Unknown:
        break;
    }
    return tr("Joint");
}

QString nameOf(const SnapshotNode &node)
{
    return node.abbreviation.isEmpty() ? node.name : node.abbreviation;
}

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Numbers the groups that are in use, in the order of `Key`, and describes each.
template<typename Key, typename Describe>
Grouping numbered(const std::vector<std::optional<Key>> &keys, Describe describe)
{
    std::map<Key, int> numbers;
    for (const auto &key : keys) {
        if (key)
            numbers.emplace(*key, 0);
    }
    Grouping grouping;
    for (auto &[key, number] : numbers) {
        number = static_cast<int>(grouping.groups.size());
        grouping.groups.push_back(describe(key));
    }
    for (const auto &key : keys)
        grouping.of.push_back(key ? numbers[*key] : -1);
    return grouping;
}

Grouping bySide(const Snapshot &snapshot, bool joint)
{
    std::vector<std::optional<Side>> sides;
    for (const SnapshotNode &node : snapshot.nodes)
        sides.push_back(joint || node.side != Side::Unknown ? std::optional(node.side) : std::nullopt);
    return numbered(sides, [](Side side) {
        return Group{u"group:side:"_s + (side == Side::Unknown ? u"joint"_s : wordOf(side)), sideName(side), side};
    });
}

/// Groups that stand for a node of the snapshot, given by its index.
Grouping byNode(const Snapshot &snapshot, const std::vector<std::optional<int>> &heads)
{
    return numbered(heads, [&](int head) {
        const SnapshotNode &node = snapshot.nodes[at(head)];
        return Group{node.id, nameOf(node), node.side};
    });
}

std::vector<std::optional<int>> areaOf(const Snapshot &snapshot)
{
    const auto n = snapshot.nodes.size();
    std::vector<std::optional<int>> own(n);
    std::vector<char> several(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        const SnapshotNode &node = snapshot.nodes[i];
        std::set<int> areas;
        if (node.kind == kindOf<Area>)
            areas.insert(static_cast<int>(i));
        else if (node.kind != kindOf<Instrument>) {
            for (const QString &area : node.areas)
                areas.insert(snapshot.places.value(area, -1));
            areas.erase(-1);
        }
        if (areas.size() == 1)
            own[i] = *areas.begin();
        several[i] = areas.size() > 1;
    }
    // Where a record names none or several, its neighbours decide, if most of those that have one agree.
    std::vector<std::map<int, int>> votes(n);
    for (const SnapshotLine &line : snapshot.lines) {
        if (const auto &area = own[at(line.target)])
            ++votes[at(line.source)][*area];
        if (const auto &area = own[at(line.source)])
            ++votes[at(line.target)][*area];
    }
    std::vector<std::optional<int>> result = own;
    for (std::size_t i = 0; i < n; ++i) {
        if (own[i] || snapshot.nodes[i].kind == kindOf<Instrument>)
            continue;
        int sum = 0;
        int most = 0;
        int chosen = -1;
        for (const auto &[area, count] : votes[i]) {
            sum += count;
            if (count > most) {
                most = count;
                chosen = area;
            }
        }
        if (2 * most > sum)
            result[i] = chosen;
    }
    return result;
}

/// What a group has from one of its members: its rounds and the highest level.
void join(SnapshotNode &whole, const SnapshotNode &member)
{
    whole.rounds.insert(whole.rounds.end(), member.rounds.begin(), member.rounds.end());
    whole.met = whole.met || member.met;
    if (member.level != Level::None && (whole.level == Level::None || member.level < whole.level))
        whole.level = member.level;
}

} // namespace

std::optional<GroupBy> groupByOf(const QString &word)
{
    const std::pair<QString, GroupBy> words[] = {
        {u"side"_s, GroupBy::Side}, {u"ministry"_s, GroupBy::PartOf}, {u"area"_s, GroupBy::Area}, {u"instrument"_s, GroupBy::Instrument}};
    const auto found = std::ranges::find(words, word, &std::pair<QString, GroupBy>::first);
    return found == std::end(words) ? std::nullopt : std::optional(found->second);
}

Grouping grouping(const Snapshot &snapshot, GroupBy by)
{
    std::vector<std::optional<int>> heads(snapshot.nodes.size());
    switch (by) {
    case GroupBy::Side:
        return bySide(snapshot, false);
    case GroupBy::PartOf:
        for (std::size_t i = 0; i < snapshot.nodes.size(); ++i) {
            const SnapshotNode &node = snapshot.nodes[i];
            if (node.kind != kindOf<Institution>)
                continue;
            heads[i] = static_cast<int>(i);
            for (const QString &parent : node.parents) { // nearest first: the last one shown is the uppermost
                const int place = snapshot.places.value(parent, -1);
                if (place >= 0 && snapshot.nodes[at(place)].id == parent && snapshot.nodes[at(place)].kind == kindOf<Institution>)
                    heads[i] = place;
            }
        }
        // Where two are part of each other, the one that comes first stands for both.
        for (std::size_t i = 0; i < heads.size(); ++i) {
            if (heads[i] && heads[at(*heads[i])] == static_cast<int>(i))
                heads[at(*heads[i])] = heads[i] = std::min(static_cast<int>(i), *heads[i]);
        }
        // A head is in its own group.
        for (const auto &head : std::vector(heads)) {
            if (head)
                heads[at(*head)] = *head;
        }
        break;
    case GroupBy::Area:
        heads = areaOf(snapshot);
        break;
    case GroupBy::Instrument:
        for (const SnapshotLine &line : snapshot.lines) {
            const bool rests = line.type == relation::foundedBy || line.type == relation::basedOn;
            if (!rests || snapshot.nodes[at(line.target)].kind != kindOf<Instrument> || snapshot.nodes[at(line.source)].kind == kindOf<Instrument>)
                continue;
            // What founded it goes before what it is based on; of several the first.
            std::optional<int> &head = heads[at(line.source)];
            if (!head || line.target < *head)
                head = line.target;
        }
        for (std::size_t i = 0; i < heads.size(); ++i) {
            if (snapshot.nodes[i].kind == kindOf<Instrument>)
                heads[i] = static_cast<int>(i);
        }
        break;
    }
    return byNode(snapshot, heads);
}

Grouping areasThenSides(const Snapshot &snapshot)
{
    Grouping grouping = byNode(snapshot, areaOf(snapshot));
    // An area alone is no group.
    std::vector<int> sizes(grouping.groups.size(), 0);
    for (const int group : grouping.of) {
        if (group >= 0)
            ++sizes[at(group)];
    }
    const Grouping sides = bySide(snapshot, true);
    std::map<int, int> numbers; // side group → group
    for (std::size_t i = 0; i < grouping.of.size(); ++i) {
        int &group = grouping.of[i];
        if (group >= 0 && sizes[at(group)] > 1)
            continue;
        const int side = sides.of[i];
        const auto [number, isNew] = numbers.emplace(side, static_cast<int>(grouping.groups.size()));
        if (isNew)
            grouping.groups.push_back(sides.groups[at(side)]);
        group = number->second;
    }
    return grouping;
}

Snapshot collapsed(const Snapshot &snapshot, const Grouping &grouping, const std::optional<QSet<QString>> &closed)
{
    const auto n = snapshot.nodes.size();
    std::vector<QStringList> members(grouping.groups.size());
    for (std::size_t i = 0; i < std::min(n, grouping.of.size()); ++i) {
        if (grouping.of[i] >= 0)
            members[at(grouping.of[i])].append(snapshot.nodes[i].id);
    }
    const auto isClosed = [&](int group) {
        return group >= 0 && members[at(group)].size() > 1 && (!closed || closed->contains(grouping.groups[at(group)].id));
    };

    Snapshot result = snapshot;
    result.nodes.clear();
    result.lines.clear();
    result.places.clear();
    result.linePlaces.clear();
    std::vector<int> newPlaces(n, -1);
    std::vector<int> groupPlaces(grouping.groups.size(), -1);
    for (std::size_t i = 0; i < n; ++i) {
        const SnapshotNode &node = snapshot.nodes[i];
        const int group = i < grouping.of.size() ? grouping.of[i] : -1;
        if (!isClosed(group)) {
            newPlaces[i] = static_cast<int>(result.nodes.size());
            result.nodes.push_back(node);
            continue;
        }
        int &place = groupPlaces[at(group)];
        if (place < 0) {
            place = static_cast<int>(result.nodes.size());
            const Group &description = grouping.groups[at(group)];
            if (const SnapshotNode *head = snapshot.node(description.id); head && head->id == description.id) {
                result.nodes.push_back(*head);
            } else {
                SnapshotNode whole;
                whole.id = description.id;
                whole.kind = node.kind;
                whole.name = description.name;
                whole.side = description.side;
                result.nodes.push_back(std::move(whole));
            }
        }
        SnapshotNode &whole = result.nodes[at(place)];
        whole.members.append(node.id);
        if (node.id != whole.id) {
            whole.folded.append(nameOf(node));
            whole.hidden += node.hidden;
            join(whole, node);
        }
        newPlaces[i] = place;
    }
    for (SnapshotNode &node : result.nodes) {
        if (!node.members.isEmpty())
            std::ranges::stable_sort(node.rounds, {}, [](const Round &round) { return std::pair(round.start, round.meeting); });
    }
    for (const auto &[id, place] : snapshot.places.asKeyValueRange())
        result.places.insert(id, newPlaces[at(place)]);
    for (std::size_t i = 0; i < result.nodes.size(); ++i)
        result.places.insert(result.nodes[i].id, static_cast<int>(i));

    std::map<std::tuple<int, int, QString>, int> known;
    for (const SnapshotLine &line : snapshot.lines) {
        SnapshotLine moved = line;
        moved.source = newPlaces[at(line.source)];
        moved.target = newPlaces[at(line.target)];
        if (moved.source == moved.target)
            continue;
        const auto touches = [&](int end) { return !result.nodes[at(end)].members.isEmpty(); };
        if (!touches(moved.source) && !touches(moved.target)) {
            result.lines.push_back(std::move(moved));
            continue;
        }
        const auto [found, isNew] = known.emplace(std::tuple(moved.source, moved.target, moved.type), static_cast<int>(result.lines.size()));
        if (isNew) {
            result.lines.push_back(std::move(moved));
            continue;
        }
        SnapshotLine &whole = result.lines[at(found->second)];
        whole.id = line.type + u':' + result.nodes[at(whole.source)].id + u':' + result.nodes[at(whole.target)].id;
        whole.count += line.count;
        whole.confidence = std::max(whole.confidence, line.confidence);
        whole.sourced = whole.sourced && line.sourced;
        for (const QString &record : line.records) {
            if (!whole.records.contains(record))
                whole.records.append(record);
        }
        for (const QString &evidence : line.evidence) {
            if (!whole.evidence.contains(evidence))
                whole.evidence.append(evidence);
        }
    }
    for (std::size_t i = 0; i < result.lines.size(); ++i)
        result.linePlaces.insert(result.lines[i].id, static_cast<int>(i));
    return result;
}

} // namespace entente::network
