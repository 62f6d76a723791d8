#include "reading_test.h"

#include "core/reading/dates.h"
#include "core/reading/level.h"
#include "core/reading/steps.h"

using namespace reading_test;

namespace {

std::optional<ReadMeeting> meetingOf(const QString &text, const PartialDate &hint = {})
{
    ReadOptions options;
    options.as = ReadOptions::As::Readout;
    options.date = hint;
    return read(text, options).meeting;
}

QString range(const FoundDate &date)
{
    if (date.yearMissing())
        return u"%1-%2..%3-%4"_s.arg(date.month).arg(date.day).arg(date.endMonth).arg(date.endDay);
    return date.start.toIso() + u".."_s + date.end.toIso();
}

const QString opening = u"The 3rd EU-ROK Harbour Dialogue was held on 7 June 2023 in Busan. "_s;

} // namespace

TEST(ReadingDates, rangesAreReadInTheirManyForms)
{
    for (const auto &[text, expected] : {std::pair{u"on 7 and 8 July 2025"_s, u"2025-07-07..2025-07-08"_s},
                                         {u"on Monday 7 and Tuesday 8 July 2025"_s, u"2025-07-07..2025-07-08"_s},
                                         {u"on July 31 and August 1, 2025"_s, u"2025-07-31..2025-08-01"_s},
                                         {u"from 30 December 2024 to 2 January 2025"_s, u"2024-12-30..2025-01-02"_s},
                                         {u"from 30 December to 2 January 2025"_s, u"2024-12-30..2025-01-02"_s},
                                         {u"May 31 – June 1, 2025"_s, u"2025-05-31..2025-06-01"_s},
                                         {u"between 4–5 November"_s, u"11-4..11-5"_s},
                                         {u"on Nov. 4"_s, u"11-4..11-4"_s},
                                         {u"on Tuesday (May 20)"_s, u"5-20..5-20"_s},
                                         {u"on the 20th of May, 2025"_s, u"2025-05-20..2025-05-20"_s}}) {
        const auto dates = findDates(text);
        ASSERT_EQ(dates.size(), 1U) << text.toStdString();
        EXPECT_EQ(range(dates.front()), expected) << text.toStdString();
    }
    // Two meetings are no range.
    EXPECT_EQ(findDates(u"on 20 May and 3 November 2025"_s).size(), 2U);
    EXPECT_EQ(findDates(u"on 20 May 2023, 4 June 2024"_s).size(), 2U);
}

TEST(ReadingDates, theYearIsTheNearestToWhatIsKnown)
{
    const auto year = [](const QString &text, const PartialDate &hint) { return inferYear(findDates(text).front(), {}, hint); };
    EXPECT_EQ(year(u"on 20 December"_s, PartialDate(2025, 1, 5)), 2024);
    EXPECT_EQ(year(u"on 3 January"_s, PartialDate(2024, 12, 28)), 2025);
    EXPECT_EQ(year(u"on Tuesday, May 20"_s, PartialDate(2025, 5, 21)), 2025);
    EXPECT_EQ(year(u"on Tuesday, May 20"_s, PartialDate(2024)), 2025);
    EXPECT_EQ(year(u"on Tuesday, May 20"_s, PartialDate(2022)), 0); // A Friday in that year, and no Tuesday beside it.
}

TEST(ReadingDates, timesAheadAreAsExactAsTheTextSays)
{
    const PartialDate held(2025, 5, 20);
    const auto first = [&](const QString &text) {
        const auto times = findTimesAhead(text, held);
        return times.empty() ? QString() : times.front().end.toIso();
    };
    for (const auto &[text, expected] : {std::pair{u"in Brussels in March 2027"_s, u"2027-03"_s},
                                         {u"in the autumn of 2025"_s, u"2025"_s},
                                         {u"by 2027"_s, u"2027"_s},
                                         {u"in November"_s, u"2025-11"_s},
                                         {u"in March"_s, u"2026-03"_s},
                                         {u"on 3 June"_s, u"2025-06-03"_s},
                                         {u"on 3 May"_s, u"2026-05-03"_s},
                                         {u"next year"_s, u"2026"_s},
                                         {u"before the end of the year"_s, u"2025"_s},
                                         {u"early next year"_s, u"2026"_s},
                                         {u"scheduled for July 7–11"_s, u"2025-07-11"_s},
                                         {u"as adopted in 2019"_s, QString()},
                                         {u"the round of May 2023"_s, QString()},
                                         {u"the work plan 2026-2028"_s, QString()},
                                         {u"내년 상반기 브뤼셀에서"_s, u"2026"_s},
                                         {u"오는 11월 서울에서"_s, u"2025-11"_s},
                                         {u"2026년 하반기"_s, u"2026"_s},
                                         {u"금년 9월까지"_s, u"2025-09"_s},
                                         {u"오는 3월"_s, u"2026-03"_s}})
        EXPECT_EQ(first(text), expected) << text.toStdString();
    EXPECT_TRUE(findTimesAhead(u"next year"_s, {}).empty());
}

TEST(ReadingHeads, areFoundInWhateverOrderNameAndTitleStand)
{
    struct Case
    {
        QString sentence;
        QStringList heads;
    };
    const std::vector<Case> cases = {
        {u"The Dialogue was co-chaired by Foreign Minister Kang So-mi and High Representative Petra Lund."_s,
         {u"ROK|Kang So-mi|Foreign Minister"_s, u"EU|Petra Lund|High Representative"_s}},
        {u"It was co-chaired by Deputy Minister for Political Affairs Chung Na-eun and Deputy Secretary-General for Political Affairs Ole Brandt of the EEAS."_s,
         {u"ROK|Chung Na-eun|Deputy Minister for Political Affairs"_s, u"EU|Ole Brandt|Deputy Secretary-General for Political Affairs"_s}},
        {u"The EU delegation was led by the Managing Director for Tides, Mr Jan Novak, and the Korean delegation by Ms. Yoo Bo-ra, Director-General for Lamps."_s,
         {u"EU|Jan Novak|Managing Director for Tides"_s, u"ROK|Yoo Bo-ra|Director-General for Lamps"_s}},
        {u"The talks were led by Ambassador Marie O’Brien, acting Head of the EU Delegation, and CHA Min Ho, Director-General for European Affairs of the Ministry of Foreign Affairs."_s,
         {u"EU|Marie O’Brien|acting Head of the EU Delegation"_s,
          u"ROK|CHA Min Ho|Director-General for European Affairs of the Ministry of Foreign Affairs"_s}},
        {u"Minister of Science and ICT Bong Tae-yang and Commissioner Ursula von der Bek chaired the meeting."_s,
         {u"ROK|Bong Tae-yang|Minister of Science and ICT"_s, u"EU|Ursula von der Bek|Commissioner"_s}},
        {u"Ms. Kim Da-som, Director-General for Lamps of the Ministry of Trade, Industry and Energy, led the Korean side, accompanied by Mr. Lee Ro-un, Director for Piers."_s,
         {u"ROK|Kim Da-som|Director-General for Lamps of the Ministry of Trade, Industry and Energy"_s}},
        {u"The sides were represented by the Ambassador of the European Union to the Republic of Korea, Ms Lea Horn, and the Ambassador of the Republic of Korea to the EU, Mr. Jung Ga-ram."_s,
         {u"EU|Lea Horn|Ambassador of the European Union to the Republic of Korea"_s,
          u"ROK|Jung Ga-ram|Ambassador of the Republic of Korea to the EU"_s}}};
    for (const Case &one : cases) {
        const auto meeting = meetingOf(opening + one.sentence + u" Lamps were discussed.\n"_s);
        ASSERT_TRUE(meeting);
        QStringList heads;
        for (const Head &head : meeting->heads)
            heads += head.side + u'|' + head.name + u'|' + head.title;
        EXPECT_EQ(heads, one.heads) << one.sentence.toStdString();
    }
}

TEST(ReadingOpening, theNumberIsThatOfThisRound)
{
    struct Case
    {
        QString sentence;
        QString name;
        int ordinal;
    };
    for (const Case &one :
         {Case{u"The European Union and the ROK held their inaugural Harbour Dialogue on 7 June 2023 in Busan."_s, u"Harbour Dialogue"_s,
               1},
          {u"On 7 June 2023, both sides held the first-ever EU-ROK Harbour Dialogue in Busan."_s, u"EU-ROK Harbour Dialogue"_s, 1},
          {u"The 21st meeting of the Joint Committee was held in Busan on 7 June 2023."_s, u"Joint Committee"_s, 21},
          {u"Following the 6th Harbour Dialogue of 2019, the 7th Harbour Dialogue took place on 7 June 2023 in Busan."_s,
           u"Harbour Dialogue"_s, 7},
          {u"The EU and the ROK held the third round of consultations on human rights on 7 June 2023."_s,
           u"consultations on human rights"_s, 3},
          {u"The 5th annual EU–ROK Harbour Dialogue took place on 7 June 2023."_s, u"EU–ROK Harbour Dialogue"_s, 5},
          {u"The Harbour Council met for the fourth time on 7 June 2023."_s, u"Harbour Council"_s, 4},
          {u"The Harbour Council met in person for the first time in five years on 7 June 2023."_s, u"Harbour Council"_s, 0},
          {u"The Third Harbour Dialogue between the ROK and the EU took place in Busan on June 7, 2023."_s, u"Harbour Dialogue"_s, 3}}) {
        const auto meeting = meetingOf(one.sentence + u" Lamps were discussed.\n"_s);
        ASSERT_TRUE(meeting) << one.sentence.toStdString();
        EXPECT_EQ(meeting->dialogueWords, one.name);
        EXPECT_EQ(meeting->ordinal.value_or(0), one.ordinal) << one.sentence.toStdString();
        EXPECT_EQ(meeting->start.toIso(), u"2023-06-07"_s) << one.sentence.toStdString();
    }
}

TEST(ReadingSteps, eachStepHasItsWordsItsDateAndItsSide)
{
    struct Case
    {
        QString sentence;
        QStringList steps;
    };
    for (
        const Case &one :
        {Case{u"Both sides agreed to hold a workshop on lamps in Busan in March 2024 and to publish a handbook by the end of 2025."_s,
              {u"hold a workshop on lamps in Busan in March 2024|2024-03||"_s, u"publish a handbook by the end of 2025|2025||"_s}},
         {u"The EU pledged to send the Korean side a draft list by 1 October 2023, while Korea undertook to publish its tide tables before the end of the year."_s,
          {u"send the Korean side a draft list by 1 October 2023|2023-10-01|EU|ROK"_s,
           u"publish its tide tables before the end of the year|2023|ROK|"_s}},
         {u"The EU and the Republic of Korea will hold a workshop on lamps in Seoul in October 2024."_s,
          {u"The EU and the Republic of Korea will hold a workshop on lamps in Seoul in October 2024|2024-10||"_s}},
         {u"They agreed to finalise the plan for 2024-2026 by December 2023."_s,
          {u"finalise the plan for 2024-2026 by December 2023|2023-12||"_s}},
         {u"They agreed to continue their talks and agreed on the importance of lamps."_s, {}},
         {u"The sides agreed to explore a workshop in 2024."_s, {}},
         {u"They agreed to keep working on the basis of the plan adopted in 2021."_s, {}}}) {
        const auto meeting = meetingOf(opening + u"\n\n"_s + one.sentence + u"\n"_s);
        ASSERT_TRUE(meeting);
        QStringList steps;
        for (const FollowUp &step : meeting->followUps)
            steps += step.words + u'|' + step.due.toIso() + u'|' + step.by + u'|' + step.to;
        EXPECT_EQ(steps, one.steps) << one.sentence.toStdString();
    }
}

TEST(ReadingSteps, theNextRoundIsOneOfTheSameSeries)
{
    struct Case
    {
        QString sentence;
        QString next; // number|date|place|host
    };
    for (const Case &one : {Case{u"The next round will take place in Brussels in 2024."_s, u"0|2024|Brussels|"_s},
                            {u"The 4th Harbour Dialogue is scheduled for 12 June 2024 in Brussels."_s, u"4|2024-06-12|Brussels|"_s},
                            {u"Both sides agreed to meet again in Seoul next year."_s, u"0|2024|Seoul|"_s},
                            {u"The EU will host the next Dialogue in the first half of 2024."_s, u"0|2024||EU"_s},
                            {u"They looked forward to holding the next Harbour Dialogue in Korea in 2024."_s, u"0|2024||ROK"_s},
                            {u"Both sides agreed to work together at the next session of the UN Tide Group in July."_s, QString()},
                            {u"The next EU-ROK Summit will be held in Seoul in 2024."_s, QString()},
                            {u"They agreed to hold the first maritime security dialogue in Brussels in March 2024."_s, QString()},
                            {u"The 11th Lamp Forum will be held in Oslo in 2024."_s, QString()}}) {
        const auto meeting = meetingOf(opening + u"\n\n"_s + one.sentence + u"\n"_s);
        ASSERT_TRUE(meeting);
        QString next;
        if (const auto &round = meeting->nextRound)
            next = QString::number(round->ordinal.value_or(0)) + u'|' + round->start.toIso() + u'|' + round->place + u'|' + round->host;
        EXPECT_EQ(next, one.next) << one.sentence.toStdString();
    }
}

TEST(ReadingSteps, theQuoteStandsWhereTheStepSaysItStands)
{
    ReadOptions options;
    options.as = ReadOptions::As::Readout;
    const ReadDocument document = read(
        opening + u"\n\nLamps were discussed. Both sides agreed to hold a workshop in March 2024. The next round will be held in 2025.\n"_s,
        options);
    ASSERT_TRUE(document.meeting);
    ASSERT_EQ(document.meeting->followUps.size(), 1U);
    const FollowUp &step = document.meeting->followUps.front();
    const Block *block = unit(document, step.label);
    ASSERT_TRUE(block);
    EXPECT_EQ(block->text.mid(step.offset, step.quote.size()), step.quote);
    ASSERT_TRUE(document.meeting->nextRound);
    const NextRound &next = *document.meeting->nextRound;
    EXPECT_EQ(unit(document, next.label)->text.mid(next.offset, next.quote.size()), next.quote);
}

TEST(ReadingKind, anAnnouncementIsNoReadout)
{
    const ReadDocument planned =
        read(u"The 5th EU-ROK Harbour Dialogue will be held in Busan on 12 March 2027. The sides will discuss lamps.\n"_s);
    EXPECT_EQ(planned.kind, Kind::Other);
    ASSERT_TRUE(planned.meeting);
    EXPECT_EQ(planned.meeting->status, u"planned"_s);
    EXPECT_EQ(planned.meeting->start.toIso(), u"2027-03-12"_s);
    const ReadDocument moved =
        read(u"The 5th EU-ROK Harbour Dialogue, scheduled for 12 March 2027 in Busan, has been postponed to 9 June 2027.\n"_s);
    ASSERT_TRUE(moved.meeting);
    EXPECT_EQ(moved.meeting->status, u"planned"_s);
    EXPECT_EQ(moved.meeting->start.toIso(), u"2027-06-09"_s);
    const ReadDocument off = read(u"The 5th EU-ROK Harbour Dialogue of 12 March 2027 was cancelled.\n"_s);
    ASSERT_TRUE(off.meeting);
    EXPECT_EQ(off.meeting->status, u"cancelled"_s);
    const ReadDocument treaty = read(
        u"1. The parties will hold an annual Harbour Dialogue.\n2. The Dialogue will be held in Busan in 2027.\n3. The parties will share lamps.\n"_s);
    EXPECT_EQ(treaty.kind, Kind::Instrument);
    EXPECT_FALSE(treaty.meeting);
}
