#include "core/coverage/findings.h"
#include "core/coverage/json.h"
#include "core/coverage/series.h"
#include "core/exchange/csv.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <QJsonArray>

#include <gtest/gtest.h>

#include <algorithm>

using namespace entente;
using namespace entente::coverage;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

Series clockOf(MapBuilder &map, const QDate &day, const char *dialogue = "d")
{
    return seriesOf(map.lookup(), *map.model().find<Dialogue>(QString::fromUtf8(dialogue)), day);
}

/// The shipped map as it is in the program.
const Lookup &shipped()
{
    static const Lookup lookup(*exchange::shippedMap());
    return lookup;
}

Series shippedClock(const QString &dialogue, const QDate &day)
{
    return seriesOf(shipped(), *shipped().model().find<Dialogue>(dialogue), day);
}

const QDate theDay(2026, 11, 22);

} // namespace

TEST(ShippedClocks, cyberIsOverdueAndHadNoRoundFrom2020To2025)
{
    const Series cyber = shippedClock(u"dlg-cyber"_s, theDay);
    ASSERT_EQ(cyber.gaps.size(), 1U);
    EXPECT_EQ(cyber.gaps[0], (Gap{PartialDate(2020, 11, 24), PartialDate(2025, 5, 20), 54}));
    EXPECT_EQ(cyber.nextDue, QDate(2026, 5, 20));
    EXPECT_EQ(cyber.overdueDays, 186);
    EXPECT_EQ(cyber.rhythm, 17);
    EXPECT_TRUE(cyber.sentence.contains(u"none for four and a half years until 2025"_s)) << cyber.sentence.toStdString();
    EXPECT_TRUE(cyber.sentence.contains(u"The 8th was due by 20 May 2026: overdue by 186 days."_s)) << cyber.sentence.toStdString();
}

TEST(ShippedClocks, theStrategicDialogueTookFourteenMonths)
{
    const Series strategic = shippedClock(u"dlg-strategic"_s, theDay);
    EXPECT_EQ(strategic.held(), 2);
    EXPECT_TRUE(strategic.sentence.contains(u"14 months apart"_s)) << strategic.sentence.toStdString();
    EXPECT_EQ(strategic.rhythm, 15); // 444 days
    EXPECT_TRUE(strategic.gaps.empty());
}

TEST(ShippedClocks, theTwoSecurityAndDefenceSeriesAreKeptApart)
{
    const Series before = shippedClock(u"dlg-sdc"_s, theDay);
    const Series after = shippedClock(u"dlg-sdd"_s, theDay);
    EXPECT_EQ(before.held(), 4);
    EXPECT_EQ(after.held(), 1);
    EXPECT_EQ(before.successors, QStringList(u"dlg-sdd"_s));
    EXPECT_EQ(after.predecessors, QStringList(u"dlg-sdc"_s));
    EXPECT_FALSE(before.nextDue.isValid());
    EXPECT_EQ(after.nextDue, QDate(2026, 11, 12));
}

TEST(ShippedClocks, whatThePartnershipFoundsInThreeClausesHasNeverMet)
{
    for (const QString &dialogue : {u"dlg-indopacific"_s, u"dlg-maritime"_s, u"dlg-fimi"_s}) {
        const Series series = shippedClock(dialogue, theDay);
        EXPECT_EQ(series.held(), 0) << dialogue.toStdString();
        EXPECT_EQ(series.sentence, u"No round yet."_s);
        EXPECT_FALSE(series.nextDue.isValid());
    }
}

TEST(ShippedClocks, anUnnumberedRoundMayBeOneOfTheMissing)
{
    const Series series = shippedClock(u"dlg-npd"_s, theDay);
    ASSERT_EQ(series.missing.size(), 2U);
    EXPECT_EQ(series.missing[1].numbers, (std::vector<int>{15, 16, 17}));
    EXPECT_EQ(series.missing[1].mayBe, QStringList(u"mtg-npd-vtc-2021"_s));
    EXPECT_TRUE(series.missing[0].mayBe.isEmpty());
    EXPECT_TRUE(series.sentence.contains(u"Rounds 2–13 and 15–17 are not recorded; one round without a number, of 2021, may be among them."_s))
        << series.sentence.toStdString();
}

TEST(Clock, aSingleMissingNumberMayBeTheRoundWithoutOne)
{
    MapBuilder map;
    map.dialogue("d").months(12);
    map.meeting("d", "2020-01-01").ordinal(1);
    map.meeting("d", "2021-01-01");
    map.meeting("d", "2022-01-01").ordinal(3);
    EXPECT_TRUE(clockOf(map, theDay).sentence.contains(u"Round 2 is not recorded; one round without a number, of 2021, may be it."_s))
        << clockOf(map, theDay).sentence.toStdString();
    map.meeting("d", "2021-06-01");
    EXPECT_TRUE(clockOf(map, theDay).sentence.contains(u"one of 2 rounds without a number, of 2021, may be it."_s))
        << clockOf(map, theDay).sentence.toStdString();
}

TEST(Clock, expectedDaysAreThoseOfTheGapAndThoseAfterTheLastRound)
{
    MapBuilder map;
    map.dialogue("d").months(12);
    map.meeting("d", "2020-11-24").ordinal(6);
    map.meeting("d", "2025-05-20").ordinal(7);
    const Series series = clockOf(map, QDate(2027, 6, 1));
    // A round less than half a period late is that of its day: November 2024 was kept in May 2025.
    EXPECT_EQ(series.expected, (std::vector<Slot>{{QDate(2021, 11, 24), true},
                                                  {QDate(2022, 11, 24), true},
                                                  {QDate(2023, 11, 24), true},
                                                  {QDate(2026, 5, 20), true},
                                                  {QDate(2027, 5, 20), true},
                                                  {QDate(2028, 5, 20), false}}));
    const Series kept = clockOf(map, QDate(2026, 1, 1));
    EXPECT_EQ(kept.expected.back(), (Slot{QDate(2026, 5, 20), false}));
}

TEST(Clock, withoutAStatedRhythmNothingIsExpected)
{
    MapBuilder map;
    map.dialogue("d");
    map.meeting("d", "2010-01-01");
    map.meeting("d", "2020-01-01");
    EXPECT_TRUE(clockOf(map, theDay).expected.empty());
    EXPECT_EQ(clockOf(map, theDay).rhythm, 120);
}

TEST(Clock, aVeryOldMonthlySeriesDoesNotFillTheMemory)
{
    MapBuilder map;
    map.dialogue("d").months(1);
    map.meeting("d", "1000-01-01");
    const Series series = clockOf(map, theDay);
    EXPECT_LE(series.expected.size(), 600U);
    EXPECT_GT(series.overdueDays, 370000);
}

TEST(Clock, theRhythmIsTheMedianAndCountsGaps)
{
    MapBuilder map;
    map.dialogue("d").months(12);
    map.meeting("d", "2014-01-01");
    map.meeting("d", "2015-01-01");
    map.meeting("d", "2015-07-01");
    map.meeting("d", "2025-07-01");
    EXPECT_EQ(clockOf(map, theDay).rhythm, 12);
    map.meeting("d", "2026");
    EXPECT_EQ(clockOf(map, theDay).rhythm, 12) << "a date known to the year leaves a doubt";
    MapBuilder single;
    single.dialogue("d").months(12);
    single.meeting("d", "2014-01-01");
    EXPECT_FALSE(clockOf(single, theDay).rhythm.has_value());
}

TEST(Clock, aSeriesWhoseNumbersBeginAnewIsNotSaidToBeWrong)
{
    MapBuilder map;
    map.dialogue("d").months(12);
    map.meeting("d", "2014-01-01").ordinal(1);
    map.meeting("d", "2015-01-01").ordinal(2);
    map.meeting("d", "2017-01-01").ordinal(4);
    map.meeting("d", "2020-01-01").ordinal(1);
    map.meeting("d", "2021-01-01").ordinal(2);
    const Series series = clockOf(map, QDate(2021, 6, 1));
    EXPECT_EQ(series.restarts, QStringList(u"d/2020-01-01"_s));
    EXPECT_EQ(series.missingOrdinals, (std::vector<int>{3}));
    EXPECT_TRUE(series.remarks.isEmpty()) << series.remarks.join(u' ').toStdString();
    EXPECT_TRUE(series.sentence.contains(u"The numbers begin anew in 2020."_s)) << series.sentence.toStdString();
    EXPECT_TRUE(series.sentence.contains(u"The 3rd is due by 1 Jan 2022"_s)) << series.sentence.toStdString();
    ASSERT_EQ(series.gaps.size(), 1U) << "2017 to 2020 lies between two countings: nothing is missing there";
    EXPECT_EQ(series.gaps[0].from, PartialDate(2017, 1, 1));
    for (const Finding &finding : findingsOf(map.lookup(), QDate(2021, 6, 1)))
        EXPECT_FALSE(finding.reason.contains(u"a number or a date is wrong"_s)) << finding.reason.toStdString();
}

TEST(Clock, twoRoundsWithOneNumberInOneCountingAreSaid)
{
    MapBuilder map;
    map.dialogue("d").months(12);
    map.meeting("d", "2014-01-01").ordinal(1);
    map.meeting("d", "2015-01-01").ordinal(1);
    EXPECT_TRUE(clockOf(map, theDay).restarts.isEmpty());
    EXPECT_EQ(clockOf(map, theDay).remarks, QStringList(u"2 rounds are numbered 1."_s));
}

TEST(Clock, successionInACircleIsSaidAndEnds)
{
    MapBuilder map;
    map.dialogue("d").succeededBy("e").succeededBy("d");
    map.dialogue("e").succeededBy("f");
    map.dialogue("f").succeededBy("e").succeededBy("d");
    const Series series = clockOf(map, theDay);
    EXPECT_EQ(series.predecessors, QStringList(u"f"_s));
    EXPECT_EQ(series.successors, QStringList(u"e"_s));
    EXPECT_TRUE(series.remarks.contains(u"Its successors lead back to itself."_s)) << series.remarks.join(u' ').toStdString();
}

TEST(Clock, aFormerNameIsTold)
{
    MapBuilder map;
    map.dialogue("d");
    Name name;
    name.id.value = u"n"_s;
    name.record.value = u"d"_s;
    name.text = u"Cyber <b>Dialogue</b>"_s;
    name.use = NameUse::Former;
    map.model().table<Name>().put(name);
    EXPECT_TRUE(clockOf(map, theDay).sentence.contains(u"Was called Cyber <b>Dialogue</b> before."_s));
}

TEST(Clock, theCommandLineTellsAllOfIt)
{
    const QJsonArray items = toJson(allSeries(shipped(), theDay))[u"items"].toArray();
    EXPECT_EQ(items.size(), 29);
    const auto npd = std::ranges::find_if(items, [](const QJsonValue &item) { return item[u"dialogue"].toString() == u"dlg-npd"_s; });
    ASSERT_NE(npd, items.end());
    EXPECT_EQ((*npd)[u"missing"][1][u"may_be"][0].toString(), u"mtg-npd-vtc-2021"_s);
    EXPECT_EQ((*npd)[u"expected"].toArray().first()[u"day"].toString(), u"2026-03-10"_s);
    EXPECT_TRUE((*npd)[u"expected"].toArray().first()[u"passed"].toBool());
    for (const QJsonValue &item : items) {
        const QJsonObject series = item.toObject();
        EXPECT_EQ(series[u"rounds"].toArray().size(), series[u"held"].toInt());
        EXPECT_FALSE(series[u"sentence"].toString().isEmpty());
    }
}
