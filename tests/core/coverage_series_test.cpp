#include "core/coverage/json.h"
#include "core/coverage/words.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::coverage;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 3, 1);

Series seriesIn(MapBuilder &map, const QDate &date = day, const char *dialogue = "cyber")
{
    return seriesOf(map.lookup(), *map.model().find<Dialogue>(QString::fromUtf8(dialogue)), date);
}

/// An annual dialogue with numbered rounds on these dates.
MapBuilder annual(std::initializer_list<const char *> dates, int firstOrdinal = 1)
{
    MapBuilder map;
    map.dialogue("cyber").months(12).frequency("annual");
    int ordinal = firstOrdinal;
    for (const char *date : dates)
        map.meeting("cyber", date).ordinal(ordinal++);
    return map;
}

MapBuilder cyber()
{
    return annual({"2014-05-12", "2015-04-29", "2016-06-16", "2018-01-30", "2019-06-28", "2020-11-24", "2025-05-20"});
}

} // namespace

TEST(Series, theCyberConsultationHasALongGapAndIsDueInMay)
{
    MapBuilder map = cyber();
    const Series series = seriesIn(map);
    EXPECT_EQ(series.held(), 7);
    ASSERT_EQ(series.gaps.size(), 1U);
    EXPECT_EQ(series.gaps[0], (Gap{PartialDate(2020, 11, 24), PartialDate(2025, 5, 20), 54}));
    EXPECT_EQ(series.nextDue, QDate(2026, 5, 20));
    EXPECT_EQ(series.overdueDays, 0);
    EXPECT_EQ(series.sentence, u"7 rounds since 2014, 11 to 20 months apart until 2020, then none for four and a half years until 2025. "
                               u"Typically 17 months apart. The 8th is due by 20 May 2026, in 80 days."_s);
}

TEST(Series, isOverdueTheDayAfterTheLastDayThatKeepsTheRhythm)
{
    MapBuilder map = cyber();
    EXPECT_EQ(seriesIn(map, QDate(2026, 5, 20)).overdueDays, 0);
    EXPECT_EQ(seriesIn(map, QDate(2026, 5, 21)).overdueDays, 1);
    EXPECT_TRUE(seriesIn(map, QDate(2026, 5, 21)).sentence.endsWith(u"The 8th was due by 20 May 2026: overdue by one day."_s));
}

TEST(Series, laterRoundsAreNotSeenOnAnEarlierDay)
{
    MapBuilder map = cyber();
    const Series series = seriesIn(map, QDate(2020, 11, 23));
    EXPECT_EQ(series.held(), 5);
    EXPECT_TRUE(series.gaps.empty());
    EXPECT_TRUE(seriesIn(map, QDate(1900, 1, 1)).rounds.empty());
    EXPECT_EQ(seriesIn(map, QDate(1900, 1, 1)).sentence, u"No round by 1 Jan 1900; the first that is recorded is of 12 May 2014."_s);
}

TEST(Series, theStrategicDialogueMetAfterFourteenMonths)
{
    MapBuilder map = annual({"2024-11-04", "2026-01-22"});
    EXPECT_EQ(seriesIn(map).sentence, u"2 rounds since 2024, 14 months apart. The 3rd is due by 22 Jan 2027, in 327 days."_s);
    EXPECT_TRUE(seriesIn(map).gaps.empty());
}

TEST(Series, aGapIsTwiceTheRhythmToTheDay)
{
    MapBuilder shorter = annual({"2020-01-31", "2022-01-30"});
    MapBuilder exact = annual({"2020-01-31", "2022-01-31"});
    EXPECT_EQ(seriesIn(shorter).gaps.size(), 0U);
    EXPECT_EQ(seriesIn(exact).gaps.size(), 1U);
}

TEST(Series, withoutAStatedRhythmTwentyFourMonthsAreMeasuredAndNothingIsDue)
{
    MapBuilder map;
    map.dialogue("cyber").frequency("regular");
    map.meeting("cyber", "2015-01-01");
    map.meeting("cyber", "2018-12-31");
    map.meeting("cyber", "2022-12-31");
    const Series series = seriesIn(map);
    ASSERT_EQ(series.gaps.size(), 1U);
    EXPECT_EQ(series.gaps[0].months, 48);
    EXPECT_FALSE(series.nextDue.isValid());
    EXPECT_EQ(series.overdueDays, 0);
}

TEST(Series, partialDatesClaimOnlyWhatIsSure)
{
    MapBuilder map = annual({"2013-07-26", "2015", "2019-02-20", "2020-12-11", "2021-10-19", "2022-10", "2026-02-19"}, 3);
    const Series series = seriesIn(map);
    ASSERT_EQ(series.gaps.size(), 2U);
    EXPECT_EQ(series.gaps[0], (Gap{PartialDate(2015), PartialDate(2019, 2, 20), 37}));
    EXPECT_EQ(series.gaps[1], (Gap{PartialDate(2022, 10), PartialDate(2026, 2, 19), 39}));
    EXPECT_EQ(series.missingOrdinals, (std::vector<int>{1, 2}));
    MapBuilder vague = annual({"2025"});
    EXPECT_EQ(seriesIn(vague).nextDue, QDate(2026, 12, 31));
    MapBuilder thisYear = annual({"2026"});
    EXPECT_EQ(seriesIn(thisYear).nextDue, QDate(2027, 3, 1)); // held by the day asked about
}

TEST(Series, noGapIsClaimedWhereRoundsAreNotRecorded)
{
    MapBuilder map;
    map.dialogue("cyber").months(12);
    map.meeting("cyber", "2001").ordinal(1);
    map.meeting("cyber", "2014-09-17").ordinal(14);
    map.meeting("cyber", "2021-03-31"); // without a number: rounds 15 to 17 may lie on either side
    map.meeting("cyber", "2023-11-28").ordinal(18);
    map.meeting("cyber", "2025-03-10").ordinal(19);
    const Series series = seriesIn(map);
    EXPECT_TRUE(series.gaps.empty());
    EXPECT_EQ(rangesInWords(series.missingOrdinals), u"2–13 and 15–17"_s);
    EXPECT_TRUE(series.sentence.startsWith(
        u"5 rounds recorded since 2001, 16 months apart where it can be told. Rounds 2–13 and 15–17 are not recorded; one round without a number, of 2021, may be among them."_s))
        << series.sentence.toStdString();
}

TEST(Series, aCancelledRoundIsNotMissingAndDoesNotHideAGap)
{
    MapBuilder map;
    map.dialogue("cyber").months(12);
    map.meeting("cyber", "2020-01-01").ordinal(1);
    map.meeting("cyber", "2021-01-01").ordinal(2).status(MeetingStatus::Cancelled);
    map.meeting("cyber", "2023-01-01").ordinal(3);
    map.meeting("cyber", "2026-05-04").ordinal(4).status(MeetingStatus::Planned);
    const Series series = seriesIn(map);
    EXPECT_TRUE(series.missingOrdinals.empty());
    EXPECT_EQ(series.gaps.size(), 1U);
    EXPECT_EQ(series.held(), 2);
    EXPECT_EQ(series.planned, QStringList(u"cyber/2026-05-04"_s));
    EXPECT_TRUE(series.sentence.contains(u"Planned: 4 May 2026. One was cancelled."_s)) << series.sentence.toStdString();
}

TEST(Series, nothingIsDueForWhatIsNotInForce)
{
    MapBuilder map = annual({"2015", "2021-06-24"});
    map.dialogue("cyber").months(12).status(DialogueStatus::Ended).succeededBy("next");
    map.dialogue("next");
    EXPECT_FALSE(seriesIn(map).nextDue.isValid());
    EXPECT_EQ(seriesIn(map, QDate(2021, 1, 1)).nextDue, QDate(2016, 12, 31)); // it lived then
    EXPECT_TRUE(seriesIn(map).sentence.endsWith(u"Succeeded by next, which is counted separately."_s));
    EXPECT_EQ(seriesIn(map, day, "next").held(), 0);
    EXPECT_TRUE(seriesIn(map, day, "next").sentence.contains(u"Succeeds cyber"_s));
    map.dialogue("cyber").months(12).to("2022-01-31");
    EXPECT_TRUE(seriesIn(map, QDate(2022, 1, 31)).nextDue.isValid());
    EXPECT_FALSE(seriesIn(map, QDate(2022, 2, 1)).nextDue.isValid());
}

TEST(Series, oddRecordsAreSaid)
{
    MapBuilder map;
    map.dialogue("cyber").months(12);
    map.meeting("cyber", "2024-01-01").ordinal(2);
    map.meeting("cyber", "2024-06-01").ordinal(2).end("2024-05-01");
    map.meeting("cyber", "");
    map.meeting("cyber", "2025-06-01").ordinal(2000000000);
    const Series series = seriesIn(map);
    EXPECT_EQ(series.held(), 3);
    EXPECT_EQ(series.undated.size(), 1);
    EXPECT_EQ(series.missingOrdinals.size(), 1000U);
    EXPECT_TRUE(series.sentence.contains(u"2 rounds are numbered 2."_s));
    EXPECT_TRUE(series.sentence.contains(u"ends before it begins."_s));
    EXPECT_TRUE(series.sentence.contains(u"One more has no date."_s));
}

TEST(Series, anInvalidDaySetsNoLimit)
{
    MapBuilder map = cyber();
    EXPECT_EQ(seriesIn(map, QDate()).held(), 7);
    EXPECT_EQ(seriesIn(map, QDate()).overdueDays, 0);
}

TEST(Series, jsonHasTheKeysOfTheCommandLine)
{
    MapBuilder map = cyber();
    map.dialogue("other");
    const QJsonArray items = toJson(allSeries(map.lookup(), day))[u"items"].toArray();
    ASSERT_EQ(items.size(), 2);
    const QJsonObject item = items[0].toObject();
    for (const QString &key : {u"dialogue"_s, u"gaps"_s, u"held"_s, u"missing_ordinals"_s, u"months"_s, u"next_due"_s, u"overdue_days"_s,
                               u"rounds"_s, u"stated"_s})
        EXPECT_TRUE(item.contains(key)) << key.toStdString();
    EXPECT_EQ(item[u"next_due"].toString(), u"2026-05-20"_s);
    EXPECT_EQ(item[u"rounds"].toArray()[6].toObject(),
              (QJsonObject{{u"meeting"_s, u"cyber/2025-05-20"_s}, {u"ordinal"_s, 7}, {u"start"_s, u"2025-05-20"_s}}));
    EXPECT_EQ(item[u"gaps"].toArray()[0].toObject(),
              (QJsonObject{{u"from"_s, u"2020-11-24"_s}, {u"to"_s, u"2025-05-20"_s}, {u"months"_s, 54}}));
    EXPECT_TRUE(items[1].toObject()[u"months"].isNull());
    EXPECT_TRUE(items[1].toObject()[u"next_due"].isNull());
}

TEST(Words, durationsAreToldInHalfYears)
{
    EXPECT_EQ(durationInWords(1), u"one month"_s);
    EXPECT_EQ(durationInWords(23), u"23 months"_s);
    EXPECT_EQ(durationInWords(24), u"two years"_s);
    EXPECT_EQ(durationInWords(54), u"four and a half years"_s);
    EXPECT_EQ(ordinalInWords(22), u"22nd"_s);
    EXPECT_EQ(ordinalInWords(112), u"112th"_s);
}
