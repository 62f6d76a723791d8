#include "reading_test.h"

#include "core/reading/dates.h"
#include "core/reading/level.h"
#include "core/reading/sentences.h"
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

} // namespace

TEST(ReadingKorean, datesAreFoundAsPapersPrintThem)
{
    const auto shownDate = [](const QString &text) {
        const auto dates = findDates(text);
        if (dates.size() != 1)
            return u"%1 dates"_s.arg(dates.size());
        const FoundDate &date = dates.front();
        const QString days = date.yearMissing() ? u"%1-%2..%3-%4"_s.arg(date.month).arg(date.day).arg(date.endMonth).arg(date.endDay)
                                                : date.start.toIso() + u".."_s + date.end.toIso();
        return days + date.weekday;
    };
    for (const auto &[text, expected] : {std::pair{u"협의회가 5.20.(화) 서울에서"_s, u"5-20..5-20화"_s},
                                         {u"5.20(화)"_s, u"5-20..5-20화"_s},
                                         {u"11.4.-5. 서울에서"_s, u"11-4..11-5"_s},
                                         {u"11.4.(화)-5.(수)"_s, u"11-4..11-5화"_s},
                                         {u"6.30.(월)~7.1.(화)"_s, u"6-30..7-1월"_s},
                                         {u"2024.11.4.(월)"_s, u"2024-11-04..2024-11-04월"_s},
                                         {u"2024. 11. 4. 서울"_s, u"2024-11-04..2024-11-04"_s},
                                         {u"2025년 5월 20일(화)"_s, u"2025-05-20..2025-05-20화"_s},
                                         {u"'25.5.20.(화)"_s, u"2025-05-20..2025-05-20화"_s},
                                         {u"5월 20일(화)"_s, u"5-20..5-20화"_s},
                                         {u"2025년 5월 20-21일"_s, u"2025-05-20..2025-05-21"_s},
                                         {u"12.30.-1.2."_s, u"12-30..1-2"_s},
                                         {u"1.5배 증가"_s, u"0 dates"_s},
                                         {u"제1.2절"_s, u"0 dates"_s},
                                         {u"2.30.(화)"_s, u"0 dates"_s}})
        EXPECT_EQ(shownDate(text), expected) << text.toStdString();
}

TEST(ReadingKorean, pointsOfDatesEndNoSentence)
{
    const QString text = u"회의가 2024. 11. 4.(월) 서울에서 개최되었다. 11.4.-5. 양측은 만났다. 끝."_s;
    QStringList sentences;
    for (const Sentence &sentence : findSentences(text))
        sentences += text.mid(sentence.offset, sentence.length);
    EXPECT_EQ(sentences, (QStringList{u"회의가 2024. 11. 4.(월) 서울에서 개최되었다."_s, u"11.4.-5. 양측은 만났다."_s, u"끝."_s}));
}

TEST(ReadingKorean, theOpeningSaysWhatWasHeld)
{
    struct Case
    {
        QString sentence;
        QString expected; // name|number|date|place|format
    };
    for (const Case &one :
         {Case{u"제3차 한-EU 항만정책협의회가 2025.5.20.(화) 서울에서 개최되었다."_s, u"한-EU 항만정책협의회|3|2025-05-20|Seoul|"_s},
          {u"외교부는 2025년 5월 20일(화) 부산에서 유럽연합(EU)과 제2차 한-EU 해양대화를 개최하였다."_s,
           u"한-EU 해양대화|2|2025-05-20|Busan|"_s},
          {u"한·EU 제4차 항만 실무그룹 회의가 2025년 5월 20일 화상으로 개최됐다."_s, u"한·EU 항만 실무그룹|4|2025-05-20||virtual"_s},
          {u"첫 한-EU 전략대화가 2024.11.4.(월) 벨기에 브뤼셀에서 열렸다."_s, u"한-EU 전략대화|1|2024-11-04|Brussels|"_s},
          {u"한국과 EU는 2024.11.4.-5. 제네바에서 '제1차 한-유럽연합(EU) 디지털 파트너십 협의회'를 대면 회의로 개최했다."_s,
           u"한-유럽연합 디지털 파트너십 협의회|1|2024-11-04|Geneva|in-person"_s}}) {
        const auto meeting = meetingOf(one.sentence + u" 양측은 등대에 대해 의견을 교환하였다.\n"_s);
        ASSERT_TRUE(meeting) << one.sentence.toStdString();
        EXPECT_EQ(meeting->dialogueWords + u'|' + QString::number(meeting->ordinal.value_or(0)) + u'|' + meeting->start.toIso() + u'|' +
                      meeting->place + u'|' + meeting->format,
                  one.expected)
            << one.sentence.toStdString();
    }
}

TEST(ReadingKorean, headsAreNamedInEitherOrder)
{
    struct Case
    {
        QString sentence;
        QStringList heads;
    };
    const QString opening = u"제3차 한-EU 항만정책협의회가 2025.5.20.(화) 서울에서 개최되었다. "_s;
    for (
        const Case &one :
        {Case{
             u"우리측은 문다정 외교부 국제안보국장이, EU측은 요나스 베르크(Jonas Berg) EU 대외관계청 안보방위정책국장이 수석대표로 참석하였다."_s,
             {u"ROK|문다정|외교부 국제안보국장"_s, u"EU|Jonas Berg|EU 대외관계청 안보방위정책국장"_s}},
         {u"회의는 외교부 서가온 경제외교조정관과 마르타 노바코바(Marta Novakova) EU 집행위 통상총국 부총국장이 공동 주재하였다."_s,
          {u"ROK|서가온|외교부 경제외교조정관"_s, u"EU|Marta Novakova|EU 집행위 통상총국 부총국장"_s}},
         {u"조하늘 외교부 장관은 카타 라인 EU 외교안보고위대표와 회담을 가졌다."_s,
          {u"ROK|조하늘|외교부 장관"_s, u"EU|카타 라인|EU 외교안보고위대표"_s}},
         {u"수석대표로 우리측 노유리 외교부 북미국장 및 류한별 국방부 국제정책관이 참석하였다."_s,
          {u"ROK|노유리|외교부 북미국장"_s, u"ROK|류한별|국방부 국제정책관"_s}}}) {
        const auto meeting = meetingOf(opening + one.sentence + u"\n"_s);
        ASSERT_TRUE(meeting);
        QStringList heads;
        for (const Head &head : meeting->heads)
            heads += head.side + u'|' + head.name + u'|' + head.title;
        EXPECT_EQ(heads, one.heads) << one.sentence.toStdString();
    }
}

TEST(ReadingKorean, bodiesAreReadOffTheListOfThosePresent)
{
    const auto meeting = meetingOf(
        u"□ 제3차 한-EU 항만정책협의회가 2025.5.20.(화) 서울에서 개최되었다.\n※ 참석기관: 외교부, 국방부, 국가정보원, 해양경찰청 및 한국인터넷진흥원 등\n□ 정부는 내부 지원 방안을 논의하였다.\n"_s);
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->institutionsWords, (QStringList{u"외교부"_s, u"국방부"_s, u"국가정보원"_s, u"해양경찰청"_s, u"한국인터넷진흥원"_s}));
}

TEST(ReadingKorean, paragraphsAreCountedAndPointsStandBelowThem)
{
    ReadOptions options;
    options.as = ReadOptions::As::Readout;
    const QString text =
        u"□ 제3차 한-EU 항만정책협의회가 2025.5.20.(화) 서울에서 개최되었다.\n ㅇ 양측은 등대를 논의하였다.\n  - 특히 조명을 논의하였다.\n ※ 참석: 외교부 등\n□ 양측 협력 강화\n ㅇ 조수를 논의하였다.\n"_s;
    QStringList labels;
    const ReadDocument document = read(text, options);
    expectNoWordLost(text, document);
    for (const Block &block : document.blocks) {
        if (block.role == Role::Unit)
            labels += block.label + u'<' + block.parent + u'<' + block.number;
    }
    EXPECT_EQ(labels, (QStringList{u"1<<□"_s, u"1(1)<1<ㅇ"_s, u"1(1)(1)<1(1)<-"_s, u"1(1)(1)(1)<1(1)(1)<※"_s, u"2<<□"_s, u"2(1)<2<ㅇ"_s}));
}

TEST(ReadingKorean, levelsFollowTheEndOfTheSentence)
{
    const PartialDate held(2025, 5, 20);
    for (const auto &[sentence, level] : {std::pair{u"양측은 등대 관리에 대해 의견을 교환하였다."_s, Level::Discussed},
                                          {u"양측은 협력을 계속 강화해 나가기로 하였다."_s, Level::Discussed},
                                          {u"양측은 협력의 중요성에 대해 인식을 같이하였다."_s, Level::Discussed},
                                          {u"우리측은 북한 동향을 설명하고 지지를 당부하였다."_s, Level::Discussed},
                                          {u"양측은 2026년 3월 부산에서 공동 워크숍을 개최하기로 하였다."_s, Level::FollowUpAgreed},
                                          {u"양측은 조수 관측에 관한 작업반을 설치하기로 합의하였다."_s, Level::FollowUpAgreed},
                                          {u"차기 협의회는 내년 상반기 브뤼셀에서 개최될 예정이다."_s, Level::FollowUpAgreed},
                                          {u"양측은 등대 협정에 서명하였다."_s, Level::Delivered},
                                          {u"공동 연락창구가 개설되었다."_s, Level::Delivered},
                                          {u"제3차 한-EU 항만정책협의회가 5.20.(화) 서울에서 개최되었다."_s, Level::Mentioned},
                                          {u"회의에는 외교부와 국방부가 참석하였다."_s, Level::Mentioned}})
        EXPECT_EQ(levelOf(sentence, held), level) << sentence.toStdString();
    EXPECT_TRUE(tellsAttendance(u"제3차 한-EU 항만정책협의회가 5.20.(화) 서울에서 개최되었다."_s));
    EXPECT_FALSE(tellsAttendance(u"양측은 등대에 대해 논의하였다."_s));
}

TEST(ReadingKorean, stepsAndTheNextRoundAreReadFromTheSentence)
{
    const auto meeting = meetingOf(
        u"제3차 한-EU 항만정책협의회가 2025.5.20.(화) 서울에서 개최되었다.\n\nEU측은 조수표를 금년 9월까지 우리측에 제공하기로 하였다.\n\n양측은 차기 협의회를 내년 상반기 브뤼셀에서 개최하기로 하였다.\n"_s);
    ASSERT_TRUE(meeting);
    ASSERT_EQ(meeting->followUps.size(), 1U);
    EXPECT_EQ(meeting->followUps.front().by, u"EU"_s);
    EXPECT_EQ(meeting->followUps.front().to, u"ROK"_s);
    EXPECT_EQ(meeting->followUps.front().due.toIso(), u"2025-09"_s);
    ASSERT_TRUE(meeting->nextRound);
    EXPECT_EQ(meeting->nextRound->start.toIso(), u"2026"_s);
    EXPECT_EQ(meeting->nextRound->place, u"Brussels"_s);
}
