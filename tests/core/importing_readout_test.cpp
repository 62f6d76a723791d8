#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "core/model/lookup.h"
#include "core/model/validation.h"
#include "core/reading/importing.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;
using reading::ImportOptions;
using reading::ImportReport;

namespace {

const QByteArray readout = R"(1. The 3rd EU-ROK Harbour Dialogue was held on 12 March 2024 in Busan.
2. Both sides exchanged views on lighthouses.
3. They agreed to publish a joint handbook on lighthouses by June 2025.
4. The EU pledged to send the Korean side a list of piers by the end of 2024.
5. The 4th Harbour Dialogue will be held in Brussels in 2025.
)";

const QByteArray nextReadout = R"(1. The 4th EU-ROK Harbour Dialogue was held on 20 January 2026 in Antwerp.
2. Both sides reviewed the handbook and exchanged views on piers.
)";

Model harbourMap()
{
    Model model = exchange::blankMap();
    const auto put = [&](Kind kind, const edits::FieldTexts &fields) {
        auto changes = edits::add(model, kind, fields);
        ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
        model.apply(*changes);
    };
    put(kindOf<Institution>, {{u"id"_s, u"eu"_s}, {u"name_en"_s, u"European Union"_s}, {u"abbreviation"_s, u"EU"_s}, {u"side"_s, u"EU"_s}});
    put(kindOf<Institution>,
        {{u"id"_s, u"rok"_s}, {u"name_en"_s, u"Republic of Korea"_s}, {u"abbreviation"_s, u"ROK"_s}, {u"side"_s, u"ROK"_s}});
    put(kindOf<Dialogue>, {{u"id"_s, u"dlg-harbour"_s}, {u"name_en"_s, u"Harbour Dialogue"_s}, {u"name_ko"_s, u"한-EU 항만대화"_s}});
    return model;
}

ImportReport imported(Model &model, const QByteArray &bytes, const ImportOptions &options = {})
{
    Progress progress;
    auto report = reading::readForImport(model, u"text.txt"_s, bytes, options, progress);
    EXPECT_TRUE(report) << (report ? "" : report.error().sentence.toStdString());
    if (!report)
        return {};
    const auto valid = validate(model, report->changes);
    EXPECT_TRUE(valid) << (valid ? "" : valid.error().sentence.toStdString());
    if (valid)
        model.apply(report->changes);
    return *report;
}

QStringList suggestionsOf(const Model &model, const QString &kind)
{
    QStringList ids;
    for (const Suggestion &suggestion : model.all<Suggestion>()) {
        if (suggestion.kind == kind && suggestion.state == SuggestionState::Open)
            ids += suggestion.id.value;
    }
    return ids;
}

void accept(Model &model, const QStringList &ids)
{
    const auto changes = edits::acceptSuggestions(model, ids);
    ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
    model.apply(*changes);
    EXPECT_TRUE(problemsOf(model).empty());
}

QString addMeeting(Model &model, const QString &dialogue, const QString &start, const QString &ordinal = {})
{
    auto changes = edits::add(model, kindOf<Meeting>, {{u"dialogue"_s, dialogue}, {u"start"_s, start}, {u"ordinal"_s, ordinal}});
    EXPECT_TRUE(changes);
    model.apply(*changes);
    return changes->changes<Meeting>().front().id();
}

} // namespace

TEST(ImportReadout, stepsBecomeCommitmentsOfTheMeeting)
{
    Model model = harbourMap();
    const QString meeting = addMeeting(model, u"dlg-harbour"_s, u"2024-03-12"_s, u"3"_s);
    const auto report = imported(model, readout);
    EXPECT_EQ(report.followUps.size(), 2U);
    EXPECT_EQ(report.toJson().value(u"follow_ups"_s).toArray().size(), 2);
    EXPECT_EQ(model.table<Commitment>().size(), 0U); // Nothing is stored without acceptance.
    accept(model, suggestionsOf(model, u"commitment"_s));
    ASSERT_EQ(model.table<Commitment>().size(), 2U);
    for (const Commitment &commitment : model.all<Commitment>()) {
        EXPECT_EQ(commitment.meeting.value, meeting);
        EXPECT_EQ(commitment.state, CommitmentState::Open);
        const Passage *passage = model.find(commitment.passage);
        ASSERT_TRUE(passage);
        EXPECT_EQ(passage->quote, commitment.words);
        if (commitment.summary.startsWith(u"Publish")) {
            EXPECT_EQ(commitment.due.toIso(), u"2025-06"_s);
            EXPECT_TRUE(commitment.by.isEmpty() && commitment.to.isEmpty());
        } else {
            EXPECT_EQ(commitment.due.toIso(), u"2024"_s);
            EXPECT_EQ(commitment.by.value, u"eu"_s);
            EXPECT_EQ(commitment.to.value, u"rok"_s);
        }
    }
}

TEST(ImportReadout, aCommitmentWaitsForItsMeeting)
{
    Model model = harbourMap();
    imported(model, readout);
    const QStringList commitments = suggestionsOf(model, u"commitment"_s);
    ASSERT_EQ(commitments.size(), 2);
    const auto refused = edits::acceptSuggestions(model, commitments);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().sentence.contains(u"accept the meeting first"_s)) << refused.error().sentence.toStdString();
    accept(model, commitments + suggestionsOf(model, u"meeting"_s));
    EXPECT_EQ(model.table<Commitment>().size(), 2U);
    EXPECT_EQ(model.table<Meeting>().size(), 2U);
}

TEST(ImportReadout, theNextRoundIsPlannedAndLaterHeld)
{
    Model model = harbourMap();
    const auto report = imported(model, readout);
    ASSERT_TRUE(report.nextRound);
    EXPECT_EQ(report.toJson().value(u"next_round"_s).toObject().value(u"ordinal"_s).toInt(), 4);
    accept(model, suggestionsOf(model, u"meeting"_s));
    const auto round = [&](int ordinal) -> const Meeting * {
        for (const Meeting &meeting : model.all<Meeting>()) {
            if (meeting.ordinal == ordinal)
                return &meeting;
        }
        return nullptr;
    };
    ASSERT_TRUE(round(3) && round(4));
    EXPECT_EQ(round(3)->status, MeetingStatus::Held);
    EXPECT_EQ(round(4)->status, MeetingStatus::Planned);
    EXPECT_EQ(round(4)->start.toIso(), u"2025"_s);
    EXPECT_EQ(round(4)->place, u"Brussels"_s);
    // The text is the read-out of the round that it tells of, not of the one that it announces.
    EXPECT_EQ(model.find(report.document.id)->meeting, round(3)->id);

    const auto later = imported(model, nextReadout);
    EXPECT_TRUE(later.meetingIsKnown);
    accept(model, suggestionsOf(model, u"meeting"_s));
    EXPECT_EQ(model.table<Meeting>().size(), 2U);
    EXPECT_EQ(round(4)->status, MeetingStatus::Held);
    EXPECT_EQ(round(4)->start.toIso(), u"2026-01-20"_s);
    EXPECT_EQ(round(4)->place, u"Antwerp"_s);
}

TEST(ImportReadout, whatWasRejectedIsNotProposedAgain)
{
    Model model = harbourMap();
    addMeeting(model, u"dlg-harbour"_s, u"2024-03-12"_s, u"3"_s);
    imported(model, readout);
    const QStringList rejected = suggestionsOf(model, u"commitment"_s) + suggestionsOf(model, u"meeting"_s);
    ASSERT_GE(rejected.size(), 3);
    model.apply(*edits::rejectSuggestions(model, rejected));
    imported(model, readout + "6. Lamps were discussed, too.\n");
    EXPECT_TRUE(suggestionsOf(model, u"commitment"_s).isEmpty());
    EXPECT_TRUE(suggestionsOf(model, u"meeting"_s).isEmpty());
}

TEST(ImportReadout, ofTwoDialoguesNoneIsGuessed)
{
    Model model = harbourMap();
    model.apply(*edits::add(model, kindOf<Dialogue>, {{u"id"_s, u"dlg-harbour-2"_s}, {u"name_en"_s, u"Harbour Dialogue"_s}}));
    Model undecided = model;
    const auto report = imported(undecided, readout);
    EXPECT_FALSE(report.meeting);
    EXPECT_TRUE(suggestionsOf(undecided, u"meeting"_s).isEmpty());
    ASSERT_FALSE(report.notices.isEmpty());
    EXPECT_TRUE(report.notices.join(u' ').contains(u"dlg-harbour-2"_s));
    // Where one of them met on that day under that number, it is that one.
    const QString meeting = addMeeting(model, u"dlg-harbour-2"_s, u"2024-03-12"_s, u"3"_s);
    EXPECT_EQ(imported(model, readout).document.meeting.value, meeting);
}

TEST(ImportReadout, aSeriesWithMoreInItsNameIsAnotherSeries)
{
    Model model = harbourMap();
    const auto report = imported(model, "The 2nd EU-ROK Harbour Dialogue on Fisheries was held on 3 May 2025 in Busan. Nets were "
                                        "discussed, and both sides exchanged views.\n");
    ASSERT_TRUE(report.meeting);
    EXPECT_NE(report.meeting->dialogue.value, u"dlg-harbour"_s);
    EXPECT_TRUE(report.notices.join(u' ').contains(u"dlg-harbour"_s));
    // The same words in another order are the same series.
    const auto turned = imported(
        model,
        "The 2nd EU-ROK Dialogue on Harbours took place on 3 May 2025 in Busan. Piers were discussed, and both sides exchanged views.\n");
    ASSERT_TRUE(turned.meeting);
    EXPECT_EQ(turned.meeting->dialogue.value, u"dlg-harbour"_s);
}

TEST(ImportReadout, aKoreanTextMeetsTheSameRoundAndAddsNoSecondHead)
{
    Model model = harbourMap();
    const QString meeting = addMeeting(model, u"dlg-harbour"_s, u"2024-03-12"_s, u"3"_s);
    model.apply(*edits::add(
        model, kindOf<model::Head>,
        {{u"meeting"_s, meeting}, {u"side"_s, u"ROK"_s}, {u"name"_s, u"Moon Da-jeong"_s}, {u"title"_s, u"Director-General"_s}}));
    const auto report = imported(model, "제3차 한·EU 항만대화가 2024.3.12.(화) 부산에서 개최되었다. 우리측은 문다정 외교부 국장이 "
                                        "수석대표로 참석하였다. 양측은 등대에 대해 의견을 교환하였다.\n");
    EXPECT_EQ(report.document.meeting.value, meeting);
    EXPECT_EQ(report.meetingJson.value(u"heads"_s).toArray().size(), 1);
}

TEST(ImportReadout, anAnnouncementPlansARoundAndIsNoReadout)
{
    Model model = harbourMap();
    const auto report = imported(model, "The 5th EU-ROK Harbour Dialogue will be held in Busan on 12 March 2027.\n");
    EXPECT_EQ(report.document.kind, DocumentKind::Other);
    ASSERT_TRUE(report.meeting);
    EXPECT_EQ(report.meeting->status, MeetingStatus::Planned);
    accept(model, suggestionsOf(model, u"meeting"_s));
    ASSERT_EQ(model.table<Meeting>().size(), 1U);
    const Lookup lookup(model);
    EXPECT_FALSE(lookup.readout(model.all<Meeting>().front().id));
}
