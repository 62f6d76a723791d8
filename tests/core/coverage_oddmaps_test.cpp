#include "core/coverage/crosstable.h"
#include "core/coverage/explanation.h"
#include "core/coverage/findings.h"
#include "core/coverage/rounds.h"
#include "core/coverage/series.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

// Records that cannot all be right: handled, and said.

using namespace entente;
using namespace entente::tests;
using namespace entente::coverage;
using namespace Qt::StringLiterals;

namespace {

const Id<Instrument> ins(u"ins"_s);
const QDate day(2026, 3, 1);

MapBuilder oneClause()
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.dialogue("cyber").months(12);
    map.clause("ins/14").names("cyber");
    return map;
}

QString whyOf(const MapBuilder &map, const QString &clause = u"ins/14"_s, const QDate &on = day)
{
    const Lookup lookup = map.lookup();
    const Coverage coverage = coverageOf(lookup, ins, on);
    return explanation(lookup, coverage, *coverage.find(clause)).join(u'\n');
}

bool says(const std::vector<Finding> &findings, const QString &rule, const QString &words)
{
    return std::ranges::any_of(findings, [&](const Finding &finding) { return finding.rule == rule && finding.reason.contains(words); });
}

} // namespace

TEST(OddMaps, aRoundWithoutADateIsLeftOutAndSaid)
{
    MapBuilder map = oneClause();
    map.meeting("cyber", "");
    const Coverage coverage = coverageOf(map.lookup(), ins, day);
    EXPECT_EQ(coverage.undated, 1);
    EXPECT_TRUE(coverage.columns.empty());
    EXPECT_TRUE(whyOf(map).contains(u"One round has no date and does not count."_s)) << whyOf(map).toStdString();
}

TEST(OddMaps, anEndBeforeItsStartCountsByItsStartAndIsSaid)
{
    MapBuilder map = oneClause();
    map.meeting("cyber", "2025-05-20").end("2024-05-20");
    EXPECT_EQ(coverageOf(map.lookup(), ins, day).columns.size(), 1U);
    EXPECT_TRUE(says(findingsOf(map.lookup(), day), u"odd round"_s, u"ends before it begins"_s));
}

TEST(OddMaps, twoRoundsOfOneNumberAreTwoColumnsAndSaid)
{
    MapBuilder map = oneClause();
    map.meeting("cyber", "2025-05-20").ordinal(7);
    map.meeting("cyber", "2025-09-20").ordinal(7);
    const Coverage coverage = coverageOf(map.lookup(), ins, day);
    ASSERT_EQ(coverage.columns.size(), 2U);
    EXPECT_NE(coverage.columns[0].meeting, coverage.columns[1].meeting);
    EXPECT_TRUE(says(findingsOf(map.lookup(), day), u"odd round"_s, u"2 rounds are numbered 7"_s));
}

TEST(OddMaps, aCircleOfReportingEnds)
{
    MapBuilder map = oneClause();
    map.dialogue("summit");
    map.dialogue("strategic");
    map.relate(relation::reportsTo, u"cyber"_s, u"strategic"_s);
    map.relate(relation::reportsTo, u"strategic"_s, u"summit"_s);
    map.relate(relation::reportsTo, u"summit"_s, u"cyber"_s);
    map.relate(relation::names, u"ins/14"_s, u"summit"_s);
    map.meeting("cyber", "2025-05-20");
    map.meeting("summit", "2025-06-20");
    const Lookup lookup = map.lookup();
    const Coverage coverage = coverageOf(lookup, ins, day);
    EXPECT_EQ(coverage.columns.size(), 2U);
    EXPECT_EQ(crossTable(lookup, coverage, Against::Dialogues).columns.size(), 2U);
    EXPECT_TRUE(says(findingsOf(lookup, day), u"circle of reporting"_s, u"reports to itself"_s));
}

TEST(OddMaps, aDialogueThatReportsToItselfIsSaidOnce)
{
    MapBuilder map = oneClause();
    map.relate(relation::reportsTo, u"cyber"_s, u"cyber"_s);
    map.dialogue("above");
    map.dialogue("aside");
    map.relate(relation::reportsTo, u"above"_s, u"aside"_s);
    map.relate(relation::reportsTo, u"aside"_s, u"above"_s);
    const auto findings = findingsOf(map.lookup(), day);
    EXPECT_EQ(std::ranges::count(findings, u"circle of reporting"_s, &Finding::rule), 2);
}

TEST(OddMaps, chapeausInACircleEnd)
{
    MapBuilder map = oneClause();
    map.clause("ins/15").under("ins/16");
    map.clause("ins/16").under("ins/15");
    const Coverage coverage = coverageOf(map.lookup(), ins, day);
    EXPECT_EQ(coverage.clauses.size(), 3U);
    EXPECT_TRUE(coverage.find(u"ins/15"_s)->responsible.isEmpty());
}

// A clause belongs to one instrument; what looks like one clause in two are two, and each instrument counts its own.
TEST(OddMaps, theSameNumberInTwoInstrumentsIsTwoClauses)
{
    MapBuilder map = oneClause();
    map.instrument("other").adopted("2020-01-01");
    map.clause("other/14").names("cyber");
    map.meeting("cyber", "2022-05-20");
    const Lookup lookup = map.lookup();
    EXPECT_EQ(coverageOf(lookup, ins, day).clauses.size(), 1U);
    EXPECT_EQ(coverageOf(lookup, ins, day).find(u"ins/14"_s)->progress(), ProgressState::NotRaised);
    EXPECT_EQ(coverageOf(lookup, Id<Instrument>(u"other"_s), day).find(u"other/14"_s)->progress(), ProgressState::CannotTell);
}

// The key names one instrument and the field another: the field decides, and no clause is lost or counted twice.
TEST(OddMaps, aClauseFiledUnderAnotherInstrumentIsCountedOnce)
{
    MapBuilder map = oneClause();
    map.instrument("other").adopted("2020-01-01");
    Clause strayed = map.clause("ins/15").row();
    strayed.instrument.value = u"other"_s;
    map.model().table<Clause>().put(strayed);
    const Lookup lookup = map.lookup();
    EXPECT_EQ(coverageOf(lookup, ins, day).find(u"ins/15"_s), nullptr);
    EXPECT_NE(coverageOf(lookup, Id<Instrument>(u"other"_s), day).find(u"ins/15"_s), nullptr);
}

TEST(OddMaps, beforeAnythingNothingIsRaisedAndItIsSaidWhy)
{
    MapBuilder map = oneClause();
    map.meeting("cyber", "2025-05-20");
    const QDate early(1900, 1, 1);
    const Coverage coverage = coverageOf(map.lookup(), ins, early);
    EXPECT_EQ(coverage.count(ProgressState::NotRaised), 1);
    EXPECT_TRUE(coverage.columns.empty());
    EXPECT_TRUE(whyOf(map, u"ins/14"_s, early).contains(u"was not adopted yet"_s));
}

TEST(OddMaps, passagesOfRoundsThatDoNotCountAreSaid)
{
    MapBuilder map = oneClause();
    map.meeting("cyber", "2024-11-04");
    map.raises(u"cyber/2024-11-04"_s, u"ins/14"_s, CoverageLevel::Delivered);
    EXPECT_TRUE(whyOf(map).contains(u"do not count: it does not begin after the day of adoption"_s)) << whyOf(map).toStdString();
}

TEST(OddMaps, whatHangsOnMissingRecordsChangesNothing)
{
    MapBuilder map = oneClause();
    const Coverage before = coverageOf(map.lookup(), ins, day);
    map.relate(relation::names, u"ins/14"_s, u"nobody"_s);
    map.relate(relation::raises, u"nowhere"_s, u"ins/14"_s);
    map.meeting("nobody", "2025-05-20");
    map.raises(u"gone/2025-05-20"_s, u"ins/14"_s, CoverageLevel::Discussed);
    const Coverage after = coverageOf(map.lookup(), ins, day);
    EXPECT_EQ(after.find(u"ins/14"_s)->progress(), before.find(u"ins/14"_s)->progress());
    EXPECT_EQ(after.columns, before.columns);
    EXPECT_FALSE(crossTable(map.lookup(), after, Against::Institutions).rows.empty());
}
