#include "core/network/centrality.h"
#include "core/network/compare.h"
#include "core/network/groups.h"
#include "core/network/paths.h"
#include "core/network/questions.h"
#include "core/network/random.h"
#include "tests/support/graphs.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <QJsonArray>

#include <gtest/gtest.h>

#include <map>

using namespace entente::network;
using entente::tests::MapBuilder;
using namespace Qt::StringLiterals;

namespace {

Lens onADay(const QDate &day = QDate(2026, 3, 1))
{
    Lens lens;
    lens.asOf = day;
    lens.scope = Scope::All;
    return lens;
}

Result<std::vector<Path>> paths(MapBuilder &map, const char *from, const char *to, int most = 3, const QStringList &avoid = {})
{
    return pathsBetween(map.lookup(), onADay(), QString::fromUtf8(from), QString::fromUtf8(to), {avoid, most}, Progress());
}

QStringList stops(const Path &path)
{
    QStringList ids = {path.hops.front().from};
    for (const Hop &hop : path.hops)
        ids.append(hop.to);
    return ids;
}

/// All simple paths by trying every one.
void everyPath(const std::map<QString, std::set<QString>> &ways, const QString &to, QStringList &walk, std::vector<QStringList> &found)
{
    if (walk.constLast() == to) {
        found.push_back(walk);
        return;
    }
    for (const QString &next : ways.at(walk.constLast())) {
        if (walk.contains(next))
            continue;
        walk.append(next);
        everyPath(ways, to, walk, found);
        walk.removeLast();
    }
}

Answer asked(MapBuilder &map, const char *question, const char *about = "")
{
    auto result = answer(map.lookup(), onADay(), QString::fromUtf8(question), QString::fromUtf8(about), Progress());
    EXPECT_TRUE(result.isOk());
    return result ? *result : Answer();
}

QStringList records(const Answer &answer)
{
    QStringList ids;
    for (const Finding &finding : answer.records)
        ids.append(finding.record);
    return ids;
}

/// Two bodies at one table, a unit of one of them, and two bodies at none.
MapBuilder cyberMap()
{
    MapBuilder map;
    map.institution("eeas", Side::Eu);
    map.institution("unit", Side::Eu).partOf("eeas");
    map.institution("mofa", Side::Rok);
    map.institution("lonely", Side::Rok);
    map.institution("un", Side::Multilateral);
    map.dialogue("cyber").level(Level::Directors);
    map.meeting("cyber", "2024-05-01").attendedBy({"eeas", "mofa"});
    map.meeting("cyber", "2025-05-20").attendedBy({"eeas", "mofa"});
    return map;
}

} // namespace

TEST(Paths, tellTheChainInSentences)
{
    MapBuilder map = cyberMap();
    const auto found = paths(map, "unit", "mofa");
    ASSERT_TRUE(found.isOk());
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->front().text, u"unit is part of eeas, which took part in cyber, which was attended by mofa."_s);
    const Hop &last = found->front().hops.back();
    EXPECT_EQ(last.from, u"cyber"_s);
    EXPECT_EQ(last.to, u"mofa"_s);
    EXPECT_EQ(last.relation, u"was attended by"_s);
    EXPECT_TRUE(last.sentence.startsWith(u"mofa took part in 2 rounds of cyber, last on 20 May 2025."_s)) << last.sentence.toStdString();
    const QJsonObject hop = pathsJson(*found)[u"paths"_s].toArray()[0].toObject()[u"hops"_s].toArray()[0].toObject();
    for (const char *key : {"from", "relation", "to", "sentence", "sources"})
        EXPECT_TRUE(hop.contains(QString::fromLatin1(key))) << key;
}

TEST(Paths, areTheShortestOfAll)
{
    for (quint64 seed = 1; seed <= 25; ++seed) {
        Random random(seed);
        MapBuilder map;
        std::map<QString, std::set<QString>> ways;
        const auto name = [](int i) { return u"b%1"_s.arg(i); };
        for (int i = 0; i < 7; ++i) {
            map.institution(name(i).toUtf8().constData());
            ways[name(i)];
        }
        for (int i = 0; i < 11; ++i) {
            const QString a = name(random.below(7));
            const QString b = name(random.below(7));
            map.relate(relation::linkedTo, a, b);
            if (a != b) {
                ways[a].insert(b);
                ways[b].insert(a);
            }
        }
        std::vector<QStringList> all;
        QStringList walk = {name(0)};
        everyPath(ways, name(6), walk, all);
        std::ranges::stable_sort(all, {}, &QStringList::size);
        const auto found = paths(map, "b0", "b6", 12);
        ASSERT_TRUE(found.isOk());
        ASSERT_EQ(found->size(), std::min<std::size_t>(12, all.size())) << seed;
        std::set<QStringList> different;
        for (std::size_t i = 0; i < found->size(); ++i) {
            EXPECT_EQ(stops((*found)[i]).size(), all[i].size()) << seed;
            EXPECT_TRUE(std::ranges::find(all, stops((*found)[i])) != all.end());
            different.insert(stops((*found)[i]));
        }
        EXPECT_EQ(different.size(), found->size());
    }
}

TEST(Paths, avoidWhatTheyAreTold)
{
    MapBuilder map = cyberMap();
    map.area("field");
    map.relate(relation::responsibleFor, u"eeas"_s, u"field"_s);
    map.relate(relation::responsibleFor, u"mofa"_s, u"field"_s);
    EXPECT_EQ(paths(map, "eeas", "mofa", 9)->size(), 2U);
    const auto noTable = paths(map, "eeas", "mofa", 9, {u"dialogues"_s});
    ASSERT_EQ(noTable->size(), 1U);
    EXPECT_EQ(stops(noTable->front()), QStringList({u"eeas"_s, u"field"_s, u"mofa"_s}));
    EXPECT_EQ(paths(map, "eeas", "mofa", 9, {u"responsible for"_s})->size(), 1U);
    EXPECT_TRUE(paths(map, "eeas", "mofa", 9, {u"dialogue"_s, u"areas"_s})->empty());
    EXPECT_EQ(paths(map, "eeas", "mofa", 9, {u"spoon"_s}).error().failure, entente::base::Failure::Call);
}

TEST(Paths, preferWhatASourceSays)
{
    MapBuilder map;
    for (const char *body : {"a", "left", "right", "b"})
        map.institution(body);
    map.relate(relation::linkedTo, u"a"_s, u"left"_s);
    map.relate(relation::linkedTo, u"left"_s, u"b"_s);
    for (const auto &[from, to] : {std::pair("a", "right"), std::pair("right", "b")}) {
        Relation relation;
        relation.id.value = edits::relationKey(relation::linkedTo, QString::fromUtf8(from), QString::fromUtf8(to));
        relation.type = relation::linkedTo;
        relation.source.value = QString::fromUtf8(from);
        relation.target.value = QString::fromUtf8(to);
        relation.confidence = Confidence::Disputed;
        map.model().table<Relation>().put(relation);
    }
    const auto found = paths(map, "a", "b");
    ASSERT_EQ(found->size(), 2U);
    EXPECT_EQ(stops(found->front())[1], u"left"_s);
}

TEST(Paths, toNothingUnknownAndItself)
{
    MapBuilder map = cyberMap();
    EXPECT_TRUE(paths(map, "eeas", "lonely")->empty());
    EXPECT_EQ(paths(map, "eeas", "nobody").error().failure, entente::base::Failure::Call);
    EXPECT_EQ(paths(map, "eeas", "eeas").error().failure, entente::base::Failure::Call);
}

TEST(Paths, doNotLeadThroughWhatMustNotBeConfusedOrIsNotInForce)
{
    MapBuilder map;
    map.institution("a");
    map.institution("b");
    map.relate(relation::notToBeConfusedWith, u"a"_s, u"b"_s);
    EXPECT_TRUE(paths(map, "a", "b")->empty());
    map.relate(relation::linkedTo, u"a"_s, u"b"_s);
    EXPECT_EQ(paths(map, "a", "b")->size(), 1U);
    Relation relation = *map.model().table<Relation>().find(edits::relationKey(relation::linkedTo, u"a"_s, u"b"_s));
    relation.to = *PartialDate::parse(u"2020"_s);
    map.model().table<Relation>().put(relation);
    EXPECT_TRUE(paths(map, "a", "b")->empty());
}

TEST(Betweenness, ofAllPairsIsThatOfTheDefinition)
{
    for (quint64 seed = 1; seed <= 12; ++seed) {
        const Graph graph = preferentialAttachment(14, 2, seed);
        std::vector<int> left = {0, 3, 6, 9};
        std::vector<int> right = {1, 4, 7, 10, 13};
        const Between between = betweenSets(graph.adjacency(), left, right, Progress());
        // By counting ways: d(s,v) + d(v,t) = d(s,t), ways(s,v) · ways(v,t) / ways(s,t).
        const auto count = [&](int from) {
            BreadthFirst search(graph.adjacency());
            const auto found = search.distancesFrom(from);
            std::vector<int> distances(found.begin(), found.end());
            std::vector<double> ways(distances.size(), 0);
            ways[std::size_t(from)] = 1;
            for (const int node : search.order()) {
                for (const int next : graph.adjacency().neighbours(node)) {
                    if (distances[std::size_t(next)] == distances[std::size_t(node)] + 1)
                        ways[std::size_t(next)] += ways[std::size_t(node)];
                }
            }
            return std::pair(distances, ways);
        };
        EXPECT_EQ(between.pairs, 20);
        for (int v = 0; v < 14; ++v) {
            double sum = 0;
            const auto fromV = count(v);
            for (const int s : left) {
                const auto fromS = count(s);
                for (const int t : right) {
                    const auto at = [](int i) { return std::size_t(i); };
                    if (v != s && v != t && fromS.first[at(v)] + fromV.first[at(t)] == fromS.first[at(t)])
                        sum += fromS.second[at(v)] * fromV.second[at(t)] / fromS.second[at(t)];
                }
            }
            EXPECT_NEAR(between.share[std::size_t(v)], sum / 20, 1e-9) << seed << ' ' << v;
        }
    }
}

TEST(Cuts, areWhatTakingTheNodeAwayShows)
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        std::vector<Edge> edges;
        for (int i = 0; i < 22; ++i)
            edges.push_back({random.below(18), random.below(18)});
        const Adjacency adjacency(18, edges);
        std::map<int, Cut> found;
        for (const Cut &cut : cuts(adjacency))
            found[cut.node] = cut;
        for (int node = 0; node < 18; ++node) {
            std::vector<Edge> left;
            for (const Edge &edge : edges) {
                if (edge.source != node && edge.target != node)
                    left.push_back(edge);
            }
            const auto before = components(adjacency);
            const auto whole = *std::ranges::find_if(before, [&](const auto &part) { return std::ranges::count(part, node) > 0; });
            int pieces = 0;
            int largest = 0;
            for (const auto &part : components(Adjacency(18, left))) {
                if (part.front() == node || std::ranges::count(whole, part.front()) == 0)
                    continue;
                ++pieces;
                largest = std::max(largest, int(part.size()));
            }
            ASSERT_EQ(found.contains(node), pieces > 1) << seed << ' ' << node;
            if (pieces > 1) {
                EXPECT_EQ(found[node].pieces, pieces);
                EXPECT_EQ(found[node].detached, int(whole.size()) - 1 - largest);
            }
        }
    }
}

TEST(Cuts, endOnLargeAndDeepNetworks)
{
    EXPECT_EQ(cuts(path(50'000).adjacency()).size(), 49'998U);
    EXPECT_EQ(cuts(star(5'000).adjacency()).front().detached, 4'999);
    EXPECT_TRUE(cuts(completeGraph(300).adjacency()).empty());
    EXPECT_TRUE(cuts(loneNodes(3).adjacency()).empty());
    EXPECT_TRUE(cuts(Adjacency()).empty());
}

TEST(Questions, whoConnectsTheSides)
{
    MapBuilder map = cyberMap();
    const Answer answer = asked(map, "Who connects the two sides?");
    EXPECT_EQ(records(answer).value(0), u"cyber"_s);
    EXPECT_TRUE(records(answer).contains(u"eeas"_s)); // the unit goes through it
    EXPECT_TRUE(answer.sentence.startsWith(u"cyber connects the two sides most: 100 %"_s)) << answer.sentence.toStdString();
}

TEST(Questions, whatWouldFallApart)
{
    MapBuilder map = cyberMap();
    const Answer all = asked(map, "falls-apart");
    QStringList holding = records(all);
    holding.sort();
    EXPECT_EQ(holding, QStringList({u"cyber"_s, u"eeas"_s}));
    EXPECT_EQ(records(asked(map, "falls-apart", "eeas")), QStringList({u"unit"_s}));
    EXPECT_TRUE(records(asked(map, "falls-apart", "unit")).isEmpty());
}

TEST(Questions, whoHasNoCounterpartAndWhoIsInNoDialogue)
{
    MapBuilder map = cyberMap();
    // A body has its counterparts through its units, not the other way round; a multilateral body has no side.
    EXPECT_EQ(records(asked(map, "no-counterpart")), QStringList({u"lonely"_s, u"unit"_s}));
    EXPECT_EQ(records(asked(map, "no-dialogue")), QStringList({u"lonely"_s, u"unit"_s}));
    EXPECT_EQ(records(asked(map, "most-connected")).value(0), u"cyber"_s);
}

TEST(Questions, eachHasAnAnswerOnEveryMap)
{
    MapBuilder empty;
    MapBuilder one;
    one.institution("only");
    MapBuilder cyber = cyberMap();
    MapBuilder round; // reports in a circle
    for (const char *dialogue : {"a", "b", "c"})
        round.dialogue(dialogue);
    round.relate(relation::reportsTo, u"a"_s, u"b"_s);
    round.relate(relation::reportsTo, u"b"_s, u"c"_s);
    round.relate(relation::reportsTo, u"c"_s, u"a"_s);
    for (MapBuilder *map : {&empty, &one, &cyber, &round}) {
        for (const Question &question : questions()) {
            const Answer answer = asked(*map, question.id.toUtf8().constData());
            EXPECT_FALSE(answer.sentence.isEmpty()) << question.id.toStdString();
            EXPECT_FALSE(answer.caution.isEmpty());
            EXPECT_FALSE(answer.caution.contains(u'\n'));
            EXPECT_FALSE(answer.sentence.contains(u'%') && answer.sentence.contains(u"%1"_s));
            for (const Finding &finding : answer.records)
                EXPECT_TRUE(map->model().contains(finding.record));
        }
    }
    EXPECT_FALSE(answer(empty.lookup(), onADay(), u"why?"_s, {}, Progress()).isOk());
    EXPECT_FALSE(answer(cyber.lookup(), onADay(), u"falls-apart"_s, u"nobody"_s, Progress()).isOk());
}

TEST(Compare, listsWhatCameWentAndChanged)
{
    MapBuilder map = cyberMap();
    map.dialogue("old").from("2010").to("2024-12-31");
    map.dialogue("new").from("2025-06-01");
    const Lookup lookup = map.lookup();
    const NetworkDifference found = compare(snapshot(lookup, onADay(QDate(2024, 6, 1))), snapshot(lookup, onADay(QDate(2026, 1, 1))));
    ASSERT_EQ(found.nodes.size(), 3U);
    EXPECT_EQ(found.nodes[0], (DifferenceEntry{u"new"_s, u"new"_s, Differs::Added, {}}));
    EXPECT_EQ(found.nodes[1], (DifferenceEntry{u"old"_s, u"old"_s, Differs::Removed, {}}));
    EXPECT_EQ(found.nodes[2], (DifferenceEntry{u"cyber"_s, u"cyber"_s, Differs::Changed, {u"rounds: 1, then 2"_s}}));
    EXPECT_EQ(found.lines.size(), 2U); // both bodies took part once more
    // What is gone can be drawn too.
    EXPECT_TRUE(found.both.node(u"old"_s));
    EXPECT_EQ(found.of(u"old"_s), Differs::Removed);
    EXPECT_EQ(found.of(u"eeas"_s), Differs::Same);
}

TEST(Compare, withItselfIsNothingAndTurnedRoundIsTheReverse)
{
    MapBuilder map = cyberMap();
    map.dialogue("old").to("2024-12-31");
    map.relate(relation::reportsTo, u"old"_s, u"cyber"_s);
    const Lookup lookup = map.lookup();
    const Snapshot before = snapshot(lookup, onADay(QDate(2024, 6, 1)));
    const Snapshot after = snapshot(lookup, onADay(QDate(2026, 1, 1)));
    EXPECT_TRUE(compare(before, before).nodes.empty() && compare(before, before).lines.empty());
    const NetworkDifference forward = compare(before, after);
    const NetworkDifference backward = compare(after, before);
    ASSERT_EQ(forward.marks.size(), backward.marks.size());
    for (const auto &[id, differs] : forward.marks.asKeyValueRange()) {
        const Differs opposite = differs == Differs::Added ? Differs::Removed : differs == Differs::Removed ? Differs::Added : differs;
        EXPECT_EQ(backward.of(id), opposite) << id.toStdString();
    }
    for (const SnapshotLine &line : forward.both.lines) {
        EXPECT_GE(line.source, 0);
        EXPECT_LT(line.source, int(forward.both.nodes.size()));
        EXPECT_GE(line.target, 0);
    }
}

TEST(Groups, collapseToOneNodeWithCountsOnItsLines)
{
    MapBuilder map = cyberMap();
    map.dialogue("space").level(Level::Directors);
    map.meeting("space", "2025-01-01").attendedBy({"unit", "mofa"});
    map.relate(relation::reportsTo, u"space"_s, u"cyber"_s);
    const Snapshot open = snapshot(map.lookup(), onADay());
    const Snapshot sides = collapsed(open, grouping(open, GroupBy::Side));
    const SnapshotNode *eu = sides.node(u"group:side:EU"_s);
    ASSERT_TRUE(eu);
    EXPECT_EQ(eu->members, QStringList({u"eeas"_s, u"unit"_s}));
    EXPECT_EQ(sides.node(u"unit"_s), eu); // a search finds where it is
    EXPECT_TRUE(sides.node(u"un"_s)->members.isEmpty()); // alone: no group
    EXPECT_EQ(sides.nodes.size(), 5U); // EU, ROK, UN, two dialogues
    int rounds = 0;
    for (const SnapshotLine &line : sides.lines)
        rounds += line.type == tookPart ? line.rounds() : 0;
    EXPECT_EQ(rounds, 6); // EU and ROK at two rounds of one and one of the other
    // The unit's line into its own group is gone.
    EXPECT_TRUE(std::ranges::none_of(sides.lines, [](const SnapshotLine &line) { return line.type == relation::partOf; }));
    // Opened again it is as before.
    const Snapshot none = collapsed(open, grouping(open, GroupBy::Side), QSet<QString>());
    EXPECT_EQ(none.nodes.size(), open.nodes.size());
    EXPECT_EQ(none.lines.size(), open.lines.size());
    // By ministry: the unit goes into its body, which stays itself.
    const Snapshot ministries = collapsed(open, grouping(open, GroupBy::PartOf));
    EXPECT_EQ(ministries.node(u"unit"_s)->id, u"eeas"_s);
    EXPECT_EQ(ministries.nodes.size(), open.nodes.size() - 1);
}

TEST(Groups, losesNoNodeAndNoLineBetweenGroups)
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        MapBuilder map;
        const auto name = [](int i) { return u"r%1"_s.arg(i); };
        for (int i = 0; i < 24; ++i) {
            if (i % 6 == 0)
                map.area(name(i).toUtf8().constData());
            else if (i % 6 == 1)
                map.instrument(name(i).toUtf8().constData());
            else if (i % 6 == 2)
                map.dialogue(name(i));
            else
                map.institution(name(i).toUtf8().constData(), Side(random.below(5)));
        }
        const QString types[] = {relation::partOf, relation::responsibleFor, relation::foundedBy, relation::basedOn, relation::linkedTo, relation::reportsTo};
        for (int i = 0; i < 40; ++i)
            map.relate(types[random.below(6)], name(random.below(24)), name(random.below(24)));
        const Snapshot open = snapshot(map.lookup(), onADay());
        for (const GroupBy by : {GroupBy::Side, GroupBy::PartOf, GroupBy::Area, GroupBy::Instrument}) {
            const Grouping groups = grouping(open, by);
            ASSERT_EQ(groups.of.size(), open.nodes.size());
            const Snapshot closed = collapsed(open, groups);
            int inside = 0;
            int counted = 0;
            for (const SnapshotLine &line : open.lines)
                inside += closed.places[open.nodes[std::size_t(line.source)].id] == closed.places[open.nodes[std::size_t(line.target)].id];
            for (const SnapshotLine &line : closed.lines) {
                counted += line.count;
                EXPECT_NE(line.source, line.target);
            }
            EXPECT_EQ(counted, int(open.lines.size()) - inside);
            QStringList members;
            for (const SnapshotNode &node : closed.nodes)
                members += node.members.isEmpty() ? QStringList(node.id) : node.members;
            members.removeDuplicates();
            EXPECT_EQ(members.size(), qsizetype(open.nodes.size()));
        }
        const Grouping all = areasThenSides(open);
        EXPECT_TRUE(std::ranges::all_of(all.of, [&](int group) { return group >= 0 && group < int(all.groups.size()); }));
    }
}
