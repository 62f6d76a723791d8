#include "reading_test.h"

#include "core/reading/dates.h"
#include "core/reading/level.h"
#include "core/reading/sentences.h"

using namespace reading_test;

namespace {

std::optional<ReadMeeting> meetingOf(const QString &text, const PartialDate &hint = {})
{
    ReadOptions options;
    options.as = ReadOptions::As::Readout;
    options.date = hint;
    return read(text, options).meeting;
}

} // namespace

TEST(ReadingReadout, theYearIsInferredFromTheWeekday)
{
    const QString text =
        u"1. The 3rd EU-ROK Harbour Dialogue was held on Wednesday, June 7, in Busan. It followed the round of 2021.\n2. Both sides agreed to meet in 2030.\n"_s;
    const auto meeting = meetingOf(text);
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->start.toIso(), u"2023-06-07"_s);
    EXPECT_TRUE(meeting->dateYearInferred);
    EXPECT_EQ(meeting->ordinal, 3);
    EXPECT_EQ(meeting->dialogueWords, u"EU-ROK Harbour Dialogue"_s);
    EXPECT_EQ(meeting->place, u"Busan"_s);
}

TEST(ReadingReadout, aHintGivesTheYear)
{
    const auto meeting =
        meetingOf(u"The 3rd EU-ROK Harbour Dialogue was held on 7 June in Busan. Lamps were discussed.\n"_s, PartialDate(2019));
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->start.toIso(), u"2019-06-07"_s);
}

TEST(ReadingReadout, withoutAnythingToGoByTheYearStaysUnknown)
{
    const auto meeting = meetingOf(u"The 3rd EU-ROK Harbour Dialogue was held on 7 June in Busan. Lamps were discussed.\n"_s);
    ASSERT_TRUE(meeting);
    EXPECT_FALSE(meeting->start.isKnown());
    EXPECT_FALSE(meeting->dateYearInferred);
    EXPECT_EQ(meeting->dateWords, u"7 June"_s);
    const auto ahead = meetingOf(
        u"The 3rd EU-ROK Harbour Dialogue was held on Thursday, November 12, in Busan. Both sides agreed to hold a dialogue on lamps in March 2027.\n"_s);
    ASSERT_TRUE(ahead);
    EXPECT_FALSE(ahead->start.isKnown() || ahead->end.isKnown());
    EXPECT_EQ(ahead->dateWords, u"Thursday, November 12"_s);
    const auto known = meetingOf(u"The 3rd EU-ROK Harbour Dialogue was held on 7 June 2023 in Busan. Lamps were discussed.\n"_s);
    EXPECT_EQ(known->dateWords, QString());
}

TEST(ReadingReadout, theTitleOfAHeadEndsBeforeWhatIsToldOfThem)
{
    const auto meeting = meetingOf(
        u"The 3rd EU-ROK Harbour Dialogue was held on 7 June 2023 in Busan. The meeting was co-chaired by Mr. Kim Cheol-su, "
        u"Director-General for Lamps of the Ministry of "
        "Justice and Home Affairs, who had arrived by boat, and Ms. Anna Lindqvist, Managing Director for Tides at the European External Action Service (EEAS), whose team was small. Lamps were discussed.\n"_s);
    ASSERT_TRUE(meeting);
    ASSERT_EQ(meeting->heads.size(), 2U);
    EXPECT_EQ(meeting->heads[0].title, u"Director-General for Lamps of the Ministry of Justice and Home Affairs"_s);
    EXPECT_EQ(meeting->heads[1].name, u"Anna Lindqvist"_s);
    EXPECT_EQ(meeting->heads[1].title, u"Managing Director for Tides at the European External Action Service (EEAS)"_s);
}

TEST(ReadingReadout, theBodiesThatTookPartAreNamedOneByOne)
{
    const auto meeting = meetingOf(
        u"The 3rd EU-ROK Harbour Dialogue was held on 7 June 2023 at the Harbour Office in Busan. Ms. Park Min-ji, Director-General for "
        u"Lamps of the Ministry of Trade, "
        "Industry and Energy, and Mr. Jan Novak, Deputy Head of Unit at the European Commission, co-chaired the meeting. Participants "
        "included officials from the ROK Ministry of "
        "Justice and National Police Agency, the Service’s National Lamp Center, and the European Maritime Safety Agency (EMSA). The work of the Basel Committee was discussed.\n"_s);
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->institutionsWords,
              (QStringList{u"Ministry of Trade, Industry and Energy"_s, u"European Commission"_s, u"ROK Ministry of Justice"_s,
                           u"National Police Agency"_s, u"National Lamp Center"_s, u"European Maritime Safety Agency"_s}));
}

TEST(ReadingReadout, aTextWithoutAMeetingProposesNone)
{
    EXPECT_FALSE(meetingOf(u"The lamps burn all night.\n"_s));
}

TEST(ReadingReadout, theFormatIsThatOfThisMeeting)
{
    const QString held = u"The 2nd EU-ROK Harbour Dialogue was held %1 on 7 June 2023. Both sides discussed lamps."_s;
    EXPECT_EQ(meetingOf(held.arg(u"in Busan, following a first round held virtually,"_s))->format, QString());
    EXPECT_EQ(meetingOf(held.arg(u"by video conference"_s))->format, u"virtual"_s);
    EXPECT_EQ(meetingOf(held.arg(u"in a hybrid format"_s))->format, u"hybrid"_s);
    EXPECT_EQ(meetingOf(held.arg(u"in person in Busan"_s))->format, u"in-person"_s);
}

TEST(ReadingReadout, datesAreFoundInTheirManyForms)
{
    const auto iso = [](const QString &text) {
        const auto dates = findDates(text);
        return dates.size() == 1 ? dates.front().start.toIso() + u".."_s + dates.front().end.toIso() : u"%1 dates"_s.arg(dates.size());
    };
    EXPECT_EQ(iso(u"on 20 May 2025 in"_s), u"2025-05-20..2025-05-20"_s);
    EXPECT_EQ(iso(u"on May 20, 2025, in"_s), u"2025-05-20..2025-05-20"_s);
    EXPECT_EQ(iso(u"on 4-5 November 2025"_s), u"2025-11-04..2025-11-05"_s);
    EXPECT_EQ(iso(u"from 30 June to 1 July 2025"_s), u"2025-06-30..2025-07-01"_s);
    EXPECT_EQ(iso(u"of 21/10/2024"_s), u"2024-10-21..2024-10-21"_s);
    EXPECT_EQ(iso(u"(04.11.2024 )"_s), u"2024-11-04..2024-11-04"_s);
    EXPECT_EQ(iso(u"2025-05-20"_s), u"2025-05-20..2025-05-20"_s);
    EXPECT_EQ(iso(u"31 February 2025 and 30.02.2025"_s), u"0 dates"_s);
    ASSERT_EQ(findDates(u"scheduled for July 7–11."_s).size(), 1U);
    EXPECT_EQ(findDates(u"scheduled for July 7–11."_s).front().endDay, 11);
}

TEST(ReadingReadout, sentencesEndWhereTheyEnd)
{
    const QString text = u"Mr. Kim met J. Smith of the U.S. delegation. No. 5 was first! (It was.) The end"_s;
    QStringList sentences;
    for (const Sentence &sentence : findSentences(text))
        sentences.append(text.mid(sentence.offset, sentence.length));
    EXPECT_EQ(sentences,
              (QStringList{u"Mr. Kim met J. Smith of the U.S. delegation."_s, u"No. 5 was first!"_s, u"(It was.)"_s, u"The end"_s}));
}

TEST(ReadingLevel, aFollowUpIsAnAgreedStepTiedToSomethingNamed)
{
    const PartialDate held(2025, 5, 20);
    for (const QString &sentence :
         {u"Both sides agreed to hold a joint workshop on lamps in Busan."_s, u"They agreed to meet again in the autumn of 2025."_s,
          u"The two sides agreed to set up a working group on tides."_s,
          u"They agreed to coordinate before the next session of the Board."_s,
          u"It was decided that the 4th round would be held in Brussels."_s, u"The next Harbour Dialogue will take place in 2026."_s,
          u"The sides agreed on a roadmap for the lamps."_s})
        EXPECT_EQ(levelOf(sentence, held), Level::FollowUpAgreed) << sentence.toStdString();
}

TEST(ReadingLevel, goingOnIsDiscussed)
{
    const PartialDate held(2025, 5, 20);
    for (const QString &sentence :
         {u"Both sides agreed to continue their exchanges."_s, u"They agreed on the importance of lamps."_s,
          u"The sides agreed to explore the possibility of a workshop."_s, u"They agreed to strengthen the work begun in 2019."_s,
          u"They did not agree to hold a workshop in 2026."_s,
          u"Both sides agreed to continue developing the Dialogue as a platform for keepers."_s, u"The sides exchanged views on tides."_s})
        EXPECT_EQ(levelOf(sentence, held), Level::Discussed) << sentence.toStdString();
}

TEST(ReadingLevel, thatAMeetingTookPlaceDeliversNothing)
{
    for (const QString &sentence : {u"The 3rd Harbour Dialogue was held on 7 June in Busan."_s,
                                    u"Participants included the Ministry of Lamps and the Office of Tides."_s,
                                    u"The meeting was concluded at noon."_s, u"The convention, which was adopted in 2019, lists lamps."_s})
        EXPECT_LE(levelOf(sentence), Level::Discussed) << sentence.toStdString();
    EXPECT_EQ(levelOf(u"The 3rd Harbour Dialogue was held on 7 June in Busan."_s), Level::Mentioned);
}

TEST(ReadingLevel, whatWasDoneIsDelivered)
{
    for (const QString &sentence :
         {u"The joint exercise was completed in March."_s, u"Both sides welcomed the signing of the arrangement on tides."_s,
          u"The sides signed an agreement on lamps."_s, u"The hotline has been established."_s})
        EXPECT_EQ(levelOf(sentence), Level::Delivered) << sentence.toStdString();
}
