#include "core/network/ladderplan.h"

#include "core/model/relationtypes.h"

#include <algorithm>
#include <set>

namespace entente::network::plan {

namespace {

constexpr int RungsOfPillar = 3;
constexpr std::size_t MostPillars = 2;

} // namespace

bool Ladder::isUnitOf(int unit, int body) const
{
    return unit != body && node(unit).parents.contains(node(body).id) && !node(body).parents.contains(node(unit).id);
}

/// Where a unit and the body that it belongs to sat at the same table, only the unit's line is drawn.
std::map<int, int> Ladder::visibleTables(int body) const
{
    const auto own = m_tables.find(body);
    if (own == m_tables.end())
        return {};
    std::map<int, int> visible;
    for (const auto &[row, line] : own->second) {
        const bool unitSat = std::ranges::any_of(m_tables, [&](const auto &other) { return other.second.contains(row) && isUnitOf(other.first, body); });
        if (!unitSat)
            visible[row] = line;
    }
    return visible;
}

void Ladder::chooseBodies()
{
    for (std::size_t i = 0; i < m_snapshot.lines.size(); ++i) {
        const SnapshotLine &line = m_snapshot.lines[i];
        if (line.type != tookPart)
            continue;
        if (const auto row = m_rowOfNode.find(line.target); row != m_rowOfNode.end())
            m_tables[line.source][row->second] = int(i);
    }
    std::array<std::vector<int>, 2> bodies;
    for (std::size_t i = 0; i < m_snapshot.nodes.size(); ++i) {
        const SnapshotNode &body = m_snapshot.nodes[i];
        if (body.kind != kindOf<Institution>)
            continue;
        const auto tables = m_tables.find(int(i));
        if (tables == m_tables.end())
            (body.clauseLabels.isEmpty() && body.areas.empty() ? m_leftoverBodies : m_paperBodies).push_back(int(i));
        else if (body.side == Side::Eu || body.side == Side::Rok)
            bodies[body.side == Side::Rok ? 1 : 0].push_back(int(i));
        else
            m_outsiders.push_back({int(i), tables->second, {}});
    }
    std::ranges::stable_sort(m_outsiders, {}, [](const Outsider &outsider) { return outsider.tables.begin()->first; });
    for (const bool rok : {false, true}) {
        SideLane &side = lane(rok);
        side.mirrored = rok;
        choosePillars(side, bodies[rok ? 1 : 0]);
        chooseClusters(side, bodies[rok ? 1 : 0]);
        shapeClusters(side);
        fillItems(side);
    }
}

void Ladder::choosePillars(SideLane &side, const std::vector<int> &bodies)
{
    struct Candidate
    {
        int body;
        int rungs;
        int rounds;
        int units;
    };
    std::vector<Candidate> candidates;
    for (const int body : bodies) {
        std::set<Rung> rungs;
        int rounds = 0;
        for (const auto &[row, line] : m_tables[body]) {
            rungs.insert(m_rows[std::size_t(row)].rung);
            rounds += this->line(line).rounds();
        }
        if (int(rungs.size()) < RungsOfPillar)
            continue;
        const auto units = std::ranges::count_if(bodies, [&](int unit) { return isUnitOf(unit, body); });
        candidates.push_back({body, int(rungs.size()), rounds, int(units)});
    }
    std::ranges::stable_sort(candidates, [](const Candidate &a, const Candidate &b) {
        return std::pair(-a.rungs, -a.rounds) < std::pair(-b.rungs, -b.rounds);
    });
    if (candidates.size() > MostPillars)
        candidates.resize(MostPillars);
    // The one with most units stands next to them.
    std::ranges::stable_sort(candidates, {}, &Candidate::units);
    for (const Candidate &candidate : candidates) {
        Pillar pillar;
        pillar.body = candidate.body;
        pillar.from = m_rows[std::size_t(m_tables[candidate.body].begin()->first)].rung;
        pillar.to = m_rows[std::size_t(m_tables[candidate.body].rbegin()->first)].rung;
        pillar.tables = visibleTables(candidate.body);
        side.pillars.push_back(pillar);
    }
}

void Ladder::chooseClusters(SideLane &side, const std::vector<int> &bodies)
{
    std::map<std::vector<int>, std::size_t> byTies;
    for (const int body : bodies) {
        if (std::ranges::any_of(side.pillars, [&](const Pillar &pillar) { return pillar.body == body; }))
            continue;
        Cluster cluster;
        cluster.bodies = {body};
        for (int i = int(side.pillars.size()) - 1; i >= 0 && cluster.pillar < 0; --i) {
            if (isUnitOf(body, side.pillars[std::size_t(i)].body)) {
                cluster.pillar = i;
                cluster.parentBody = side.pillars[std::size_t(i)].body;
            }
        }
        std::vector<int> key = {cluster.pillar};
        for (const auto &[row, line] : visibleTables(body)) {
            cluster.tables[row] = {line};
            key.push_back(row);
            key.push_back(int(this->line(line).confidence) * 2 + (this->line(line).sourced ? 1 : 0));
        }
        cluster.home = cluster.tables.empty() ? m_tables[body].begin()->first : cluster.tables.begin()->first;
        cluster.last = cluster.home;
        if (!cluster.tables.empty()) {
            const auto [found, isNew] = byTies.try_emplace(key, side.clusters.size());
            if (!isNew) {
                Cluster &same = side.clusters[found->second];
                same.bodies.push_back(body);
                for (const auto &[row, lines] : cluster.tables)
                    same.tables[row].push_back(lines.front());
                continue;
            }
        }
        side.clusters.push_back(cluster);
    }
    // Singles first, the busiest first: that is where a reader begins.
    std::ranges::stable_sort(side.clusters, {}, [&](const Cluster &cluster) {
        int rounds = 0;
        for (const auto &[row, lines] : cluster.tables)
            rounds += line(lines.front()).rounds();
        return std::tuple(cluster.home, cluster.bodies.size() > 1, cluster.tables.empty(), -rounds);
    });
}

/// Tables on adjacent rows make a tall box where nothing else stands in between; else there are elbows.
void Ladder::shapeClusters(SideLane &side)
{
    std::map<int, int> others; // items at a row that are no tall boxes
    for (const Pillar &pillar : side.pillars) {
        for (const auto &[row, line] : pillar.tables)
            ++others[row];
    }
    if (side.mirrored) {
        for (const Outsider &outsider : m_outsiders) {
            for (const auto &[row, line] : outsider.tables)
                ++others[row];
        }
    }
    for (Cluster &cluster : side.clusters) {
        int last = cluster.home;
        if (cluster.bodies.size() == 1) {
            while (cluster.tables.contains(last + 1))
                ++last;
        }
        cluster.last = last;
        for (const auto &[row, lines] : cluster.tables) {
            if (row > last)
                ++others[row];
        }
        if (last == cluster.home)
            ++others[cluster.home];
    }
    const auto flatten = [&](Cluster &cluster) {
        for (int row = cluster.home; row <= cluster.last; ++row)
            ++others[row];
        cluster.last = cluster.home;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (Cluster &cluster : side.clusters) {
            if (cluster.last == cluster.home)
                continue;
            bool clashes = false;
            for (int row = cluster.home + 1; row < cluster.last; ++row)
                clashes = clashes || others[row] > 0;
            for (const Cluster &other : side.clusters) {
                if (&other == &cluster || other.last == other.home)
                    continue;
                // Two may meet at a row, one ending and one beginning there, but not share the way between two rows.
                clashes = clashes || (other.home < cluster.last && cluster.home < other.last);
            }
            if (clashes) {
                flatten(cluster);
                changed = true;
            }
        }
    }
}

void Ladder::fillItems(SideLane &side)
{
    using Items = std::vector<Item>;
    std::map<int, Items> arriving, through, fromAbove, boxes, lines, leaving;
    const auto item = [](Item::Kind kind, int index, int line) {
        Item made;
        made.kind = kind;
        made.index = index;
        made.line = line;
        return made;
    };
    if (side.mirrored) {
        for (std::size_t i = 0; i < m_outsiders.size(); ++i) {
            for (const auto &[row, line] : m_outsiders[i].tables)
                through[row].push_back(item(Item::Kind::Through, int(i), line));
        }
    }
    for (std::size_t i = 0; i < side.clusters.size(); ++i) {
        const Cluster &cluster = side.clusters[i];
        if (cluster.last > cluster.home) {
            leaving[cluster.home].push_back(item(Item::Kind::Tall, int(i), cluster.tables.at(cluster.home).front()));
            for (int row = cluster.home + 1; row <= cluster.last; ++row)
                arriving[row].push_back(item(Item::Kind::Tall, int(i), cluster.tables.at(row).front()));
        } else {
            const bool hasLine = cluster.tables.contains(cluster.home);
            boxes[cluster.home].push_back(item(Item::Kind::Box, int(i), hasLine ? cluster.tables.at(cluster.home).front() : -1));
        }
        for (const auto &[row, tied] : cluster.tables) {
            if (row <= cluster.last)
                continue;
            fromAbove[row].push_back(item(Item::Kind::Elbow, int(side.elbows.size()), tied.front()));
            side.elbows.push_back({int(i), row, 0});
        }
    }
    for (std::size_t i = side.pillars.size(); i-- > 0;) {
        for (const auto &[row, line] : side.pillars[i].tables)
            lines[row].push_back(item(Item::Kind::Pillar, int(i), line));
    }
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Items all;
        for (Items *part : {&arriving[row], &through[row], &fromAbove[row], &boxes[row], &lines[row], &leaving[row]})
            all.insert(all.end(), part->begin(), part->end());
        if (!all.empty())
            side.items[row] = all;
    }

    // Tracks of the gutter: elbows of one box share theirs; others that pass the same rows take the next.
    std::vector<std::vector<std::pair<int, int>>> tracks;
    for (std::size_t i = 0; i < side.clusters.size(); ++i) {
        int low = side.clusters[i].home;
        int high = -1;
        for (const Elbow &elbow : side.elbows) {
            if (elbow.cluster == int(i))
                high = std::max(high, elbow.row);
        }
        if (high < 0)
            continue;
        std::size_t track = 0;
        const auto clashes = [&](const auto &taken) {
            return std::ranges::any_of(taken, [&](const auto &span) { return span.first <= high && low <= span.second; });
        };
        while (track < tracks.size() && clashes(tracks[track]))
            ++track;
        if (track == tracks.size())
            tracks.emplace_back();
        tracks[track].emplace_back(low, high);
        for (Elbow &elbow : side.elbows) {
            if (elbow.cluster == int(i))
                elbow.track = int(track);
        }
    }
    side.tracks = int(tracks.size());
}

} // namespace entente::network::plan
