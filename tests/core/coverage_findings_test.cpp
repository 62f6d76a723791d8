#include "core/coverage/findings.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace entente;
using namespace entente::coverage;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 22);

/// The findings of one rule: their records, each joined by spaces.
QStringList found(MapBuilder &map, const QString &rule, const QDate &on = day)
{
    QStringList result;
    for (const Finding &finding : findingsOf(map.lookup(), on)) {
        if (finding.rule == rule)
            result += finding.records.join(u' ');
    }
    return result;
}

template<typename Row>
void put(MapBuilder &map, Row row)
{
    map.model().table<Row>().put(row);
}

model::Document readoutSaying(MapBuilder &map, const char *meeting, const QString &sentence)
{
    model::Document document;
    document.id.value = u"doc-"_s + QString::fromUtf8(meeting);
    document.kind = DocumentKind::Readout;
    document.meeting.value = QString::fromUtf8(meeting);
    put(map, document);
    Paragraph paragraph;
    paragraph.id.value = document.id.value + u"#0"_s;
    paragraph.document = document.id;
    paragraph.role = ParagraphRole::Unit;
    paragraph.label = u"1"_s;
    paragraph.text = sentence;
    put(map, paragraph);
    return document;
}

/// Rounds in person in 2019 and 2025, one on a screen in 2020.
MapBuilder cyber()
{
    MapBuilder map;
    map.dialogue("cyber").months(12).frequency("annual");
    const auto round = [&](const char *date, int ordinal, MeetingFormat format) {
        Meeting row = map.meeting("cyber", date).ordinal(ordinal).row();
        row.format = format;
        put(map, row);
    };
    round("2019-06-28", 5, MeetingFormat::InPerson);
    round("2020-11-24", 6, MeetingFormat::Virtual);
    round("2025-05-20", 7, MeetingFormat::InPerson);
    return map;
}

} // namespace

TEST(Findings, aReadoutThatCountsFromAScreenContradictsTheRecordedRounds)
{
    MapBuilder map = cyber();
    readoutSaying(map, "cyber/2025-05-20", u"It was the first in-person round in five years."_s);
    EXPECT_EQ(found(map, u"contradicting sources"_s), QStringList{u"cyber/2025-05-20 cyber/2019-06-28 doc-cyber/2025-05-20"_s});
}

TEST(Findings, aReadoutThatAgreesWithTheRecordsIsNoFinding)
{
    for (const QString &sentence : {u"It was the first in-person round in six years."_s, u"It was the first round in nearly five years."_s,
                                    u"It was the first round since November 2020."_s, u"The first round took place in 2014."_s,
                                    u"대면 회의는 6년 만에 열렸다."_s}) {
        MapBuilder map = cyber();
        readoutSaying(map, "cyber/2025-05-20", sentence);
        EXPECT_EQ(found(map, u"contradicting sources"_s), QStringList()) << sentence.toStdString();
    }
}

TEST(Findings, overdueRoundsPressMoreTheLongerTheyAre)
{
    MapBuilder map = cyber();
    const auto severityOn = [&](const QDate &on) {
        const auto findings = findingsOf(map.lookup(), on);
        const auto overdue = std::ranges::find(findings, u"overdue round"_s, &Finding::rule);
        return overdue == findings.end() ? QString() : severityWord(overdue->severity);
    };
    EXPECT_EQ(severityOn(QDate(2026, 5, 20)), QString());
    EXPECT_EQ(severityOn(QDate(2026, 5, 21)), u"attention"_s);
    EXPECT_EQ(severityOn(QDate(2027, 6, 1)), u"problem"_s);
}

TEST(Findings, aChapeauWhosePointsHaveDialoguesIsLookedAfter)
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.dialogue("cyber").months(12).foundedBy("ins");
    map.clause("ins/6").commitment({u"establish"_s});
    map.clause("ins/6(a)").under("ins/6").commitment({u"establish"_s}).names("cyber");
    map.clause("ins/7").commitment({u"explore"_s});
    map.clause("ins/8").commitment({u"declaratory"_s});
    EXPECT_EQ(found(map, u"clause without dialogue"_s), QStringList{u"ins/7"_s});
}

TEST(Findings, aDialogueThatNothingFoundsIsListed)
{
    MapBuilder map;
    map.instrument("ins").adopted("2020");
    map.clause("ins/1").names("named");
    map.dialogue("named");
    map.dialogue("founded").foundedBy("ins");
    map.dialogue("loose");
    EXPECT_EQ(found(map, u"dialogue without founding clause"_s), QStringList{u"loose"_s});
}

TEST(Findings, numbersThatRunAgainstTheDatesAreOdd)
{
    MapBuilder map;
    map.dialogue("d");
    map.meeting("d", "2020-01-01").ordinal(4);
    map.meeting("d", "2021-01-01").ordinal(3);
    EXPECT_EQ(found(map, u"odd round"_s), QStringList{u"d/2021-01-01 d/2020-01-01"_s});
}

TEST(Findings, whoIsAlwaysThereAndNamedNowhereIsListedOnce)
{
    MapBuilder map;
    map.instrument("ins").adopted("2020");
    map.institution("eu-a").side(Side::Eu);
    map.institution("rok-b").side(Side::Rok);
    map.clause("ins/1").names("rok-b");
    for (const char *dialogue : {"d", "e"}) {
        map.dialogue(dialogue);
        map.meeting(dialogue, "2021-01-01").attendedBy({"eu-a", "rok-b"});
        map.meeting(dialogue, "2022-01-01").attendedBy({"eu-a", "rok-b"});
    }
    EXPECT_EQ(found(map, u"present but in no clause"_s), QStringList{u"eu-a d e"_s});
    EXPECT_EQ(found(map, u"institution without counterpart"_s), QStringList());
}

TEST(Findings, aBodyThatMeetsOnlyItsOwnSideHasNoCounterpart)
{
    MapBuilder map;
    map.institution("eu-a").side(Side::Eu);
    map.dialogue("d");
    map.meeting("d", "2021-01-01").attendedBy({"eu-a"});
    EXPECT_EQ(found(map, u"institution without counterpart"_s), QStringList{u"eu-a d"_s});
    EXPECT_EQ(found(map, u"institution without counterpart"_s, QDate(2020, 1, 1)), QStringList()) << "nothing was held by then";
}

TEST(Findings, commitmentsAskForOwnerDateAndProof)
{
    MapBuilder map;
    map.institution("eu-a").side(Side::Eu);
    const auto commitment = [&](const char *id, const char *by, const char *due, CommitmentState state) {
        Commitment row;
        row.id.value = QString::fromUtf8(id);
        row.by.value = QString::fromUtf8(by);
        row.due = *PartialDate::parse(QString::fromUtf8(due));
        row.state = state;
        row.summary = row.id.value;
        put(map, row);
    };
    commitment("late", "eu-a", "2026-06", CommitmentState::Open);
    commitment("soon", "eu-a", "2026-12", CommitmentState::Open);
    commitment("far", "eu-a", "2027-12", CommitmentState::Open);
    commitment("done", "eu-a", "2025", CommitmentState::Delivered);
    commitment("nobody", "", "2027-12", CommitmentState::Open);
    commitment("undated", "eu-a", "", CommitmentState::Open);
    EXPECT_EQ(found(map, u"overdue commitment"_s), QStringList{u"late"_s});
    EXPECT_EQ(found(map, u"commitment due soon"_s), QStringList{u"soon"_s});
    EXPECT_EQ(found(map, u"commitment without owner"_s), QStringList{u"nobody"_s});
    EXPECT_EQ(found(map, u"commitment without date"_s), QStringList{u"undated"_s});
}

TEST(Findings, sourcesOfOneSideAloneAreSaid)
{
    MapBuilder map;
    map.dialogue("one");
    map.dialogue("both");
    map.dialogue("press");
    const auto source = [&](const char *dialogue, const QString &address, SourceKind kind) {
        Source row;
        row.id.value = u"src-"_s + address;
        row.address = address;
        row.kind = kind;
        put(map, row);
        Evidence evidence;
        evidence.subject.value = QString::fromUtf8(dialogue);
        evidence.origin.value = row.id.value;
        evidence.id.value = u"evd-"_s + evidence.subject.value + address;
        put(map, evidence);
    };
    source("one", u"https://www.eeas.europa.eu/a"_s, SourceKind::Official);
    source("one", u"https://ec.europa.eu/b"_s, SourceKind::Official);
    source("both", u"https://www.eeas.europa.eu/a"_s, SourceKind::Official);
    source("both", u"https://www.mofa.go.kr/b"_s, SourceKind::Official);
    source("press", u"https://noteuropa.eu/a"_s, SourceKind::Press);
    source("press", u"https://news.go.kr.example.com/b"_s, SourceKind::Press);
    map.dialogue("twice");
    map.dialogue("elsewhere");
    map.meeting("twice", "2025-01-01");
    source("twice", u"https://www.eeas.europa.eu/once"_s, SourceKind::Official);
    source("twice/2025-01-01", u"https://eeas.europa.eu/once/#top"_s, SourceKind::Official);
    source("elsewhere", u"https://www.eeas.europa.eu/c"_s, SourceKind::Official);
    source("elsewhere", u"https://www.eeas.europa.eu/d"_s, SourceKind::Official);
    source("elsewhere", u"https://www.pressclub.be/eeas"_s, SourceKind::Official);
    map.dialogue("mostly");
    for (const QString &page : {u"https://europa.eu/1"_s, u"https://europa.eu/2"_s, u"https://un.org/3"_s, u"https://un.org/4"_s})
        source("mostly", page, SourceKind::Official);
    EXPECT_EQ(found(map, u"one-sided evidence"_s), (QStringList{u"elsewhere"_s, u"one"_s})) << "a page that is quoted twice is one";
    for (const Finding &finding : findingsOf(map.lookup(), day)) {
        if (finding.rule == u"one-sided evidence") {
            EXPECT_TRUE(finding.reason.contains(u"both pages"_s)) << finding.reason.toStdString();
        }
    }
}

TEST(Findings, nothingIsFoundThatWasNotThereOnTheDay)
{
    MapBuilder map = cyber();
    readoutSaying(map, "cyber/2025-05-20", u"It was the first in-person round in five years."_s);
    Commitment commitment;
    commitment.id.value = u"promise"_s;
    commitment.meeting.value = u"cyber/2025-05-20"_s;
    commitment.summary = u"a workshop"_s;
    put(map, commitment);
    map.instrument("ins").adopted("2024-11-04");
    map.clause("ins/1").commitment({u"establish"_s});
    map.dialogue("later").from("2024-11-04").reportsTo("cyber");
    for (const QString &rule : {u"contradicting sources"_s, u"commitment without owner"_s, u"commitment without date"_s}) {
        EXPECT_EQ(found(map, rule, QDate(2025, 5, 19)), QStringList()) << rule.toStdString();
        EXPECT_EQ(found(map, rule, QDate(2025, 5, 20)).size(), 1) << rule.toStdString();
    }
    for (const QString &rule : {u"clause without dialogue"_s, u"relation without evidence"_s}) {
        EXPECT_EQ(found(map, rule, QDate(2024, 11, 3)), QStringList()) << rule.toStdString();
        EXPECT_EQ(found(map, rule, QDate(2024, 11, 4)).size(), 1) << rule.toStdString();
    }
}

TEST(Findings, talksBesideTheOfficialTrackPressLess)
{
    MapBuilder map;
    map.dialogue("committee").level(Level::Working);
    map.dialogue("Cyber seminar").level(Level::Working);
    map.dialogue("experts").level(Level::Track15);
    map.dialogue("stage").level(Level::Conference);
    for (const Finding &finding : findingsOf(map.lookup(), day)) {
        if (finding.rule == u"dialogue without founding clause") {
            EXPECT_EQ(finding.severity, finding.records.front() == u"committee" ? Severity::Attention : Severity::Note) << finding.reason.toStdString();
        }
    }
    EXPECT_EQ(found(map, u"dialogue without founding clause"_s).size(), 4);
}

TEST(Findings, aMonthIsNoDayInTheReason)
{
    MapBuilder map;
    map.dialogue("d").months(12).frequency("annual");
    map.meeting("d", "2022-10");
    for (const Finding &finding : findingsOf(map.lookup(), day)) {
        if (finding.rule == u"overdue round") {
            EXPECT_TRUE(finding.reason.contains(u"the last round was in Oct 2022;"_s)) << finding.reason.toStdString();
        }
    }
    EXPECT_EQ(found(map, u"overdue round"_s).size(), 1);
}

TEST(Findings, whoCameFromTheOtherSideMayNotBeRecorded)
{
    MapBuilder map;
    map.institution("eu-a").side(Side::Eu);
    map.institution("eu-idle").side(Side::Eu);
    map.institution("eu-above").side(Side::Eu);
    map.institution("eu-unit").side(Side::Eu).partOf("eu-above");
    map.institution("rok-b").side(Side::Rok);
    map.dialogue("one");
    map.dialogue("both");
    map.meeting("one", "2021-01-01").attendedBy({"eu-a"});
    map.meeting("both", "2021-01-01").attendedBy({"eu-unit", "rok-b"});
    const QString rule = u"institution without counterpart"_s;
    EXPECT_EQ(found(map, rule), (QStringList{u"eu-a one"_s, u"eu-idle"_s})) << "a body is matched through its units";
    for (const Finding &finding : findingsOf(map.lookup(), day)) {
        if (finding.rule == rule && finding.records.front() == u"eu-a") {
            EXPECT_TRUE(finding.reason.startsWith(u"Who came from the other side is not recorded for one"_s)) << finding.reason.toStdString();
        }
    }
}

TEST(Findings, aLineWithoutASourceIsListed)
{
    MapBuilder map;
    map.dialogue("a").reportsTo("b");
    map.dialogue("b");
    const QStringList lines = found(map, u"relation without evidence"_s);
    ASSERT_EQ(lines.size(), 1);
    EXPECT_TRUE(lines.front().endsWith(u" a b"_s));
}

TEST(Findings, aWaivedFindingStaysAndSaysWhy)
{
    MapBuilder map;
    map.dialogue("loose");
    const Finding open = findingsOf(map.lookup(), day).front();
    EXPECT_FALSE(waive(map.model(), open, u"Kim"_s, day, u"  "_s));
    const auto changes = waive(map.model(), open, u"Kim"_s, day, u"a forum, not a dialogue"_s);
    ASSERT_TRUE(changes);
    map.model().apply(*changes);
    const Finding waived = findingsOf(map.lookup(), day).front();
    EXPECT_EQ(waived.id, open.id);
    ASSERT_TRUE(waived.waiver);
    EXPECT_EQ(waived.waiver->reason, u"a forum, not a dialogue"_s);
    const auto back = unwaive(map.model(), open.id);
    ASSERT_TRUE(back);
    map.model().apply(*back);
    EXPECT_FALSE(findingsOf(map.lookup(), day).front().waiver);
}

TEST(Findings, theSameMapGivesTheSameWorklistInTheSameOrder)
{
    MapBuilder map = cyber();
    map.dialogue("loose");
    const auto first = findingsOf(map.lookup(), day);
    const auto second = findingsOf(map.lookup(), day);
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i)
        EXPECT_EQ(first[i].id, second[i].id);
    EXPECT_TRUE(std::ranges::is_sorted(first, std::ranges::greater(), &Finding::severity));
}
