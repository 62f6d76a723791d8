#include "core/network/filters.h"
#include "core/network/groups.h"
#include "core/network/scope.h"
#include "tests/support/mapbuilder.h"

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::network;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

Lens on(const QDate &day, const QDate &from = {})
{
    Lens lens;
    lens.scope = Scope::All;
    lens.asOf = day;
    lens.from = from;
    return lens;
}

const QDate Today(2026, 3, 1);

/// A dialogue that ended, one that lives, and who sat at their tables.
MapBuilder history()
{
    MapBuilder map;
    map.institution("eeas");
    map.institution("mofa", Side::Rok);
    map.institution("mod", Side::Rok);
    map.dialogue("old").from("2008").to("2015-06-30");
    map.dialogue("new").from("2016-01-01").level(Level::Directors);
    map.meeting("old", "2012-05-01").attendedBy({"eeas", "mod"});
    map.meeting("new", "2018-05-01").attendedBy({"eeas", "mofa"});
    map.meeting("new", "2024-05-01").attendedBy({"eeas", "mofa"});
    Relation relation;
    relation.id.value = u"line"_s;
    relation.type = relation::partOf;
    relation.source.value = u"mod"_s;
    relation.target.value = u"mofa"_s;
    relation.from = *PartialDate::parse(u"2010"_s);
    relation.to = *PartialDate::parse(u"2014"_s);
    map.model().table<Relation>().put(relation);
    return map;
}

const SnapshotLine *lineOf(const Snapshot &snapshot, const QString &id)
{
    return snapshot.line(id);
}

} // namespace

TEST(Range, showsWhatWasInForceOnAnyOfItsDays)
{
    const Lookup lookup = history().lookup();
    const Snapshot day = snapshot(lookup, on(Today));
    EXPECT_FALSE(day.node(u"old"_s));
    EXPECT_FALSE(lineOf(day, u"line"_s));
    const Snapshot range = snapshot(lookup, on(Today, QDate(2013, 1, 1)));
    EXPECT_TRUE(range.node(u"old"_s));
    EXPECT_TRUE(lineOf(range, u"line"_s));
    const Snapshot later = snapshot(lookup, on(Today, QDate(2015, 7, 1)));
    EXPECT_FALSE(later.node(u"old"_s));
    EXPECT_FALSE(lineOf(later, u"line"_s));
}

TEST(Range, countsTheRoundsWithinItAndRemembersThatTheyMetBefore)
{
    const Lookup lookup = history().lookup();
    EXPECT_EQ(snapshot(lookup, on(Today)).node(u"new"_s)->rounds.size(), 2U);
    EXPECT_EQ(snapshot(lookup, on(Today, QDate(2020, 1, 1))).node(u"new"_s)->rounds.size(), 1U);
    const Snapshot quiet = snapshot(lookup, on(Today, QDate(2025, 1, 1)));
    EXPECT_TRUE(quiet.node(u"new"_s)->rounds.empty());
    EXPECT_TRUE(quiet.node(u"new"_s)->met);
    EXPECT_FALSE(quiet.line(u"took part:eeas:new"_s));
}

TEST(Range, thatDoesNotBeginBeforeItsDaySaysNothing)
{
    const Lookup lookup = history().lookup();
    for (const QDate &from : {Today, Today.addYears(3)})
        EXPECT_EQ(snapshot(lookup, on(Today, from)).lines.size(), snapshot(lookup, on(Today)).lines.size());
    Lens alone;
    alone.from = Today;
    EXPECT_FALSE(isRange(alone));
}

TEST(Range, aWiderOneNeverShowsLess)
{
    const Lookup lookup = history().lookup();
    std::size_t lines = 0;
    for (int year = 2025; year >= 2005; --year) {
        const Snapshot shown = snapshot(lookup, on(Today, QDate(year, 1, 1)));
        EXPECT_GE(shown.lines.size(), lines) << year;
        lines = shown.lines.size();
    }
    EXPECT_GT(lines, 2U);
}

TEST(Filters, offerTheValuesThatTheMapHas)
{
    MapBuilder map = history();
    map.area("a");
    const Lookup lookup = map.lookup();
    EXPECT_EQ(filterValues(lookup, u"side"_s), QStringList({u"EU"_s, u"ROK"_s}));
    EXPECT_EQ(filterValues(lookup, u"level"_s), QStringList({u"directors"_s}));
    EXPECT_EQ(filterValues(lookup, u"kind"_s), QStringList({u"dialogue"_s, u"institution"_s, u"area"_s}));
    EXPECT_EQ(filterValues(lookup, u"marking"_s), QStringList({u"public"_s}));
    EXPECT_TRUE(filterValues(lookup, u"no such field"_s).isEmpty());
}

TEST(Filters, onAnAreaKeepWhatBelongsToIt)
{
    MapBuilder map = history();
    map.area("cyber");
    map.relate(relation::responsibleFor, u"new"_s, u"cyber"_s);
    Lens lens = on(Today);
    lens.filters = {{u"area"_s, u"cyber"_s}};
    EXPECT_EQ(shownRecords(map.lookup(), lens).records, QStringList({u"cyber"_s, u"new"_s}));
    lens.filters = {{alsoAround, u"new"_s}, {u"area"_s, u"cyber"_s}};
    EXPECT_EQ(shownRecords(map.lookup(), lens).records, QStringList({u"cyber"_s, u"eeas"_s, u"mofa"_s, u"new"_s}));
}

TEST(Neighbours, hiddenAndShownAddUpToAll)
{
    const MapBuilder map = history();
    const Lookup lookup = map.lookup();
    Lens lens = on(Today);
    lens.filters = {{u"side"_s, u"EU"_s}};
    const Snapshot shown = snapshot(lookup, lens);
    EXPECT_EQ(neighboursOf(lookup, u"new"_s, lens), QStringList({u"eeas"_s, u"mofa"_s}));
    EXPECT_EQ(shown.node(u"new"_s)->hidden, 1);
    lens.filters.push_back({alsoAround, u"new"_s});
    EXPECT_EQ(snapshot(lookup, lens).node(u"new"_s)->hidden, 0);
}

TEST(LensGroups, closeAllOfAKindOrASingleOneAndOpenAgain)
{
    MapBuilder map = history();
    map.institution("ec");
    const Lookup lookup = map.lookup();
    const Lens lens = on(Today);
    const Snapshot open = snapshot(lookup, lens);
    Lens sides = lens;
    sides.groups = {u"side"_s};
    const Snapshot closed = snapshot(lookup, sides);
    ASSERT_TRUE(closed.node(u"group:side:EU"_s));
    EXPECT_EQ(closed.node(u"group:side:EU"_s)->group, u"side=EU"_s);
    EXPECT_EQ(closed.nodes.size(), open.nodes.size() - 2); // two of each side
    // One opened: the other stays closed.
    sides.groups = groupsWithout(closed, sides.groups, u"side=EU"_s);
    EXPECT_EQ(sides.groups, QStringList({u"side=ROK"_s}));
    const Snapshot half = snapshot(lookup, sides);
    EXPECT_TRUE(half.node(u"ec"_s)->members.isEmpty());
    EXPECT_EQ(half.node(u"mofa"_s)->id, u"group:side:ROK"_s);
    // And the last: as before.
    sides.groups = groupsWithout(half, sides.groups, u"side=ROK"_s);
    EXPECT_TRUE(sides.groups.isEmpty());
    sides.groups = {u"no such kind"_s, u"side=nowhere"_s};
    EXPECT_EQ(snapshot(lookup, sides).nodes.size(), open.nodes.size());
}

TEST(LensGroups, aRecordGoesToTheFirstEntryThatClaimsIt)
{
    MapBuilder map;
    map.institution("ec");
    map.institution("unit").partOf("ec");
    map.institution("eeas");
    map.institution("council");
    const Lookup lookup = map.lookup();
    Lens lens = on(Today);
    lens.groups = {u"ministry"_s, u"side"_s};
    const Snapshot closed = snapshot(lookup, lens);
    int members = 0;
    for (const SnapshotNode &node : closed.nodes)
        members += std::max(1, int(node.members.size()));
    EXPECT_EQ(members, 4); // each is in one box
    const auto possible = possibleGroups(snapshot(lookup, on(Today)), u"unit"_s);
    ASSERT_EQ(possible.size(), 2U);
    EXPECT_EQ(possible.back().entry, u"ministry=ec"_s);
    EXPECT_EQ(possible.back().members, 2);
}

TEST(LensGroups, standInTheLadderAtTheLevelOfTheirHighestDialogue)
{
    MapBuilder map = history();
    map.area("cyber");
    map.dialogue("high").level(Level::Ministers);
    map.meeting("high", "2025-01-01").attendedBy({"eeas", "mofa"});
    map.relate(relation::responsibleFor, u"new"_s, u"cyber"_s);
    map.relate(relation::responsibleFor, u"high"_s, u"cyber"_s);
    Lens lens = on(Today);
    lens.groups = {u"area=cyber"_s};
    const Snapshot rows = groupsAsRows(snapshot(map.lookup(), lens));
    const SnapshotNode *group = rows.node(u"cyber"_s);
    ASSERT_TRUE(group);
    EXPECT_GE(group->members.size(), 3);
    EXPECT_EQ(group->kind, kindOf<Dialogue>);
    EXPECT_EQ(group->level, Level::Ministers);
    EXPECT_EQ(group->rounds.size(), 3U);
}
