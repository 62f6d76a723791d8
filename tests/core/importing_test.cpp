#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "core/model/lookup.h"
#include "core/model/validation.h"
#include "core/coverage/progress.h"
#include "core/reading/importing.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;
using reading::ImportOptions;
using reading::ImportReport;

namespace {

const QByteArray accord = R"(Harbour Accord between the Northern League and the Island States
1. The parties will hold an annual Harbour Dialogue on the safety of ferries.
2. The parties will exchange best practices in lighthouse maintenance:
a. by visits of engineers, and
b. by a joint handbook.
[...]
3. This accord will be reviewed as appropriate.
)";

const QByteArray readout = R"(1. The 3rd Harbour Dialogue between the Northern League and the Island States was held on 12 March 2024 in Port Lorne. The meeting was chaired by Ms. Ada Berg, Director for Shipping of the League Secretariat.
2. Both sides exchanged views on lighthouse maintenance and the visits of engineers.
3. They agreed to publish a joint handbook on lighthouse maintenance by the end of 2025.
)";

Model harbourMap()
{
    Model model = exchange::blankMap();
    const auto put = [&](Kind kind, const edits::FieldTexts &fields) {
        auto changes = edits::add(model, kind, fields);
        ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
        model.apply(*changes);
    };
    put(kindOf<Institution>, {{u"id"_s, u"secretariat"_s}, {u"name_en"_s, u"League Secretariat"_s}, {u"side"_s, u"EU"_s}});
    put(kindOf<Dialogue>, {{u"id"_s, u"dlg-harbour"_s}, {u"name_en"_s, u"Harbour Dialogue"_s}, {u"months"_s, u"12"_s}});
    put(kindOf<Instrument>, {{u"id"_s, u"ins-harbour"_s}, {u"name_en"_s, u"Harbour Accord"_s}, {u"adopted"_s, u"2022-01-10"_s}});
    return model;
}

ImportReport imported(Model &model, const QString &name, const QByteArray &bytes, const ImportOptions &options = {})
{
    Progress progress;
    auto report = reading::readForImport(model, name, bytes, options, progress);
    EXPECT_TRUE(report) << (report ? "" : report.error().sentence.toStdString());
    if (!report)
        return {};
    const auto valid = validate(model, report->changes);
    EXPECT_TRUE(valid) << (valid ? "" : valid.error().sentence.toStdString());
    if (valid)
        model.apply(report->changes);
    return *report;
}

} // namespace

TEST(Import, givesAnInstrumentItsClauses)
{
    Model model = harbourMap();
    ImportOptions options;
    options.into = u"ins-harbour"_s;
    const auto report = imported(model, u"accord.txt"_s, accord, options);
    EXPECT_EQ(report.clauses, 5);
    EXPECT_EQ(report.gaps.size(), 1U);
    const Lookup lookup(model);
    QStringList labels;
    for (const Clause *clause : lookup.clauses(Id<Instrument>(u"ins-harbour"_s)))
        labels += clause->label;
    EXPECT_EQ(labels, (QStringList{u"1"_s, u"2"_s, u"2(a)"_s, u"2(b)"_s, u"3"_s}));
    EXPECT_EQ(model.find<Clause>(u"ins-harbour/2(a)"_s)->parent.value, u"ins-harbour/2"_s);
    EXPECT_EQ(model.find<Clause>(u"ins-harbour/2(b)"_s)->text, u"by a joint handbook."_s);
    EXPECT_TRUE(problemsOf(model).empty());
}

TEST(Import, theSameDocumentTwiceChangesNothing)
{
    Model model = harbourMap();
    imported(model, u"accord.txt"_s, accord);
    const QString hash = model.contentHash();
    const auto again = imported(model, u"copy of accord.txt"_s, accord);
    EXPECT_TRUE(again.already);
    EXPECT_TRUE(again.changes.isEmpty());
    EXPECT_EQ(model.contentHash(), hash);
}

TEST(Import, withoutAPlaceTheTitleDecides)
{
    Model model = harbourMap();
    const auto report = imported(model, u"accord.txt"_s, accord);
    EXPECT_EQ(report.document.instrument.value, u"ins-harbour"_s);
}

TEST(Import, anUnknownAgreementBecomesANewInstrument)
{
    Model model = exchange::blankMap();
    const auto report = imported(model, u"accord.txt"_s, accord);
    EXPECT_TRUE(model.find(report.document.instrument));
    EXPECT_EQ(model.table<Clause>().size(), 5U);
}

TEST(Import, aReadoutOfAnUnknownRoundIsProposedAndAccepted)
{
    Model model = harbourMap();
    imported(model, u"accord.txt"_s, accord);
    const auto report = imported(model, u"readout.txt"_s, readout);
    ASSERT_TRUE(report.meeting);
    EXPECT_FALSE(report.meetingIsKnown);
    EXPECT_EQ(report.meeting->dialogue.value, u"dlg-harbour"_s);
    EXPECT_EQ(report.meeting->ordinal, 3);
    EXPECT_EQ(report.meeting->start.toIso(), u"2024-03-12"_s);
    EXPECT_EQ(model.table<Meeting>().size(), 0U); // Nothing is stored without acceptance.

    QStringList all;
    for (const Suggestion &suggestion : model.all<Suggestion>())
        all += suggestion.id.value;
    const auto accepted = edits::acceptSuggestions(model, all);
    ASSERT_TRUE(accepted) << accepted.error().sentence.toStdString();
    model.apply(*accepted);
    EXPECT_TRUE(problemsOf(model).empty());
    ASSERT_EQ(model.table<Meeting>().size(), 1U);
    const Lookup lookup(model);
    const Id<Meeting> meeting = model.all<Meeting>().front().id;
    EXPECT_TRUE(lookup.readout(meeting));

    // The second clause is raised, with a step that names a product and a year.
    const auto coverage = coverage::coverageOf(lookup, Id<Instrument>(u"ins-harbour"_s), QDate(2024, 6, 1));
    const auto *state = coverage.find(u"ins-harbour/2"_s);
    ASSERT_TRUE(state);
    EXPECT_GE(state->passages(), 1);
}

TEST(Import, aKnownRoundIsMatched)
{
    Model model = harbourMap();
    auto meeting = edits::add(model, kindOf<Meeting>, {{u"dialogue"_s, u"dlg-harbour"_s}, {u"ordinal"_s, u"3"_s}, {u"start"_s, u"2024-03"_s}});
    ASSERT_TRUE(meeting);
    model.apply(*meeting);
    const auto report = imported(model, u"readout.txt"_s, readout);
    ASSERT_TRUE(report.meeting);
    EXPECT_TRUE(report.meetingIsKnown);
    EXPECT_EQ(report.document.meeting, report.meeting->id);
    EXPECT_EQ(report.meeting->start.toIso(), u"2024-03-12"_s); // Completed in the report …
    EXPECT_EQ(model.find(report.meeting->id)->start.toIso(), u"2024-03"_s); // … but stored only when accepted.
}

TEST(Import, theSameNumberInAnotherYearIsAnotherRound)
{
    Model model = harbourMap();
    model.apply(*edits::add(model, kindOf<Meeting>, {{u"dialogue"_s, u"dlg-harbour"_s}, {u"ordinal"_s, u"3"_s}, {u"start"_s, u"2012-05-01"_s}}));
    const auto report = imported(model, u"readout.txt"_s, readout);
    EXPECT_FALSE(report.meetingIsKnown);
    EXPECT_TRUE(report.document.meeting.isEmpty());
}

TEST(Import, anUnknownDialogueIsProposedWithItsRoundAndCanBePlacedLater)
{
    Model model = exchange::blankMap();
    model.apply(*edits::add(model, kindOf<Dialogue>, {{u"id"_s, u"dlg-ports"_s}, {u"name_en"_s, u"Talks on Ports"_s}}));
    const auto report = imported(model, u"readout.txt"_s, readout);
    ASSERT_TRUE(report.meeting);
    EXPECT_FALSE(report.notices.isEmpty());
    Model taken = model;
    QStringList all;
    for (const Suggestion &suggestion : model.all<Suggestion>())
        all += suggestion.id.value;
    taken.apply(*edits::acceptSuggestions(taken, all));
    EXPECT_EQ(taken.table<Dialogue>().size(), 2U);
    EXPECT_EQ(taken.table<Meeting>().size(), 1U);
    EXPECT_TRUE(problemsOf(taken).empty());

    ImportOptions options;
    options.into = u"dlg-ports"_s;
    const auto placed = imported(model, u"readout.txt"_s, readout, options);
    EXPECT_FALSE(placed.already);
    ASSERT_TRUE(placed.meeting);
    EXPECT_EQ(placed.meeting->dialogue.value, u"dlg-ports"_s);
    EXPECT_EQ(model.table<model::Document>().size(), 1U);
    EXPECT_TRUE(problemsOf(model).empty());
}

TEST(Import, rejectedLinksAreNotProposedAgain)
{
    Model model = harbourMap();
    imported(model, u"accord.txt"_s, accord);
    auto meeting = edits::add(model, kindOf<Meeting>, {{u"dialogue"_s, u"dlg-harbour"_s}, {u"ordinal"_s, u"3"_s}, {u"start"_s, u"2024-03-12"_s}});
    ASSERT_TRUE(meeting);
    model.apply(*meeting);
    imported(model, u"readout.txt"_s, readout);
    QStringList relations;
    for (const Suggestion &suggestion : model.all<Suggestion>()) {
        if (suggestion.kind == u"relation"_s)
            relations += suggestion.id.value;
    }
    ASSERT_FALSE(relations.isEmpty());
    model.apply(*edits::rejectSuggestions(model, relations));
    const auto again = imported(model, u"readout with a note.txt"_s, readout + "4. The next round will be held in 2025.\n");
    for (const auto &change : again.changes.changes<Suggestion>())
        EXPECT_FALSE(relations.contains(change.id()));
    for (const QString &id : relations)
        EXPECT_EQ(model.find<Suggestion>(id)->state, SuggestionState::Rejected);
}

TEST(Import, badInputIsRefusedInOneSentence)
{
    const Model model = harbourMap();
    Progress progress;
    ImportOptions wrongDate;
    wrongDate.date = u"2024-13"_s;
    ImportOptions wrongPlace;
    wrongPlace.into = u"secretariat"_s;
    ImportOptions wrongKind;
    wrongKind.as = u"poem"_s;
    const auto refused = [&](const QByteArray &bytes, const ImportOptions &options) {
        const auto report = reading::readForImport(model, u"x.txt"_s, bytes, options, progress);
        EXPECT_FALSE(report);
        return report ? Failure::Nothing : report.error().failure;
    };
    EXPECT_EQ(refused({}, {}), Failure::Refused);
    EXPECT_EQ(refused(QByteArray("\x7f\x45\x4c\x46\0\0\1\2\3", 9), {}), Failure::Refused);
    EXPECT_EQ(refused(accord, wrongDate), Failure::Call);
    EXPECT_EQ(refused(accord, wrongPlace), Failure::Call);
    EXPECT_EQ(refused(accord, wrongKind), Failure::Call);
}

TEST(Import, canBeCancelled)
{
    const Model model = harbourMap();
    Progress progress;
    progress.cancel();
    const auto report = reading::readForImport(model, u"x.txt"_s, accord, {}, progress);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().failure, Failure::Cancelled);
}

// The two real documents, where the build names a folder that holds them.

class RealDocuments : public testing::Test
{
protected:
    void SetUp() override
    {
        const QDir folder(QStringLiteral(ENTENTE_DOCUMENTS_DIR));
        const QStringList partnership = folder.entryList({u"st14319*.txt"_s}, QDir::Files);
        const QStringList consultation = folder.entryList({u"7th-*.txt"_s}, QDir::Files);
        if (QStringLiteral(ENTENTE_DOCUMENTS_DIR).isEmpty() || partnership.isEmpty() || consultation.isEmpty())
            GTEST_SKIP() << "no folder with the real documents";
        for (const auto &[name, bytes] : {std::pair(partnership.front(), &m_partnership), std::pair(consultation.front(), &m_consultation)}) {
            QFile file(folder.filePath(name));
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            *bytes = file.readAll();
        }
        auto rows = exchange::shippedMap();
        ASSERT_TRUE(rows);
        model = *rows;
    }

    Model model;
    QByteArray m_partnership;
    QByteArray m_consultation;
};

TEST_F(RealDocuments, thePartnershipIsAttachedToItsShippedClauses)
{
    ImportOptions options;
    options.into = u"ins-sdp"_s;
    const auto report = imported(model, u"st14319.txt"_s, m_partnership, options);
    const model::Document &document = report.document;
    EXPECT_EQ(document.reference, u"14319/24"_s);
    EXPECT_TRUE(document.references.contains(u"EEAS(2024) 1267"_s));
    EXPECT_EQ(document.date.toIso(), u"2024-10-21"_s);
    EXPECT_EQ(document.released.toIso(), u"2024-11-04"_s);
    EXPECT_EQ(document.previousDocument, u"EEAS(2024)403"_s);
    EXPECT_EQ(document.marking, u"LIMITE"_s);
    EXPECT_EQ(QSet<QString>(document.markings.begin(), document.markings.end()), (QSet<QString>{u"LIMITE"_s, u"Limited"_s}));
    for (const QString &code : {u"CIVCOM 247"_s, u"CFSP/PESC 1413"_s, u"CONUN 195"_s, u"DUAL USE 62"_s, u"CONOP 63"_s})
        EXPECT_TRUE(document.subjectCodes.contains(code)) << code.toStdString();
    EXPECT_EQ(report.gaps.size(), 1U);
    EXPECT_EQ(report.clauses, 48);
    EXPECT_EQ(model.table<Clause>().size(), 48U);
    for (const Clause &clause : model.all<Clause>()) {
        EXPECT_FALSE(clause.text.isEmpty()) << clause.label.toStdString();
        EXPECT_FALSE(clause.summary.isEmpty()) << clause.label.toStdString();
        EXPECT_FALSE(clause.heading.isEmpty()) << clause.label.toStdString();
        for (const QString &furniture : {u"EEAS(2024)"_s, u"PCM.2"_s, u"Limited"_s, u"LIMITE"_s, u"RELEX"_s})
            EXPECT_FALSE(clause.text.contains(furniture)) << clause.label.toStdString();
        EXPECT_FALSE(clause.text.contains(u"- "_s) && !clause.text.contains(u" - "_s)) << clause.text.toStdString();
    }
    const auto text = [&](const QString &label) { return model.find<Clause>(u"ins-sdp/"_s + label)->text; };
    EXPECT_TRUE(text(u"3"_s).contains(u"non-proliferation"_s));
    EXPECT_TRUE(text(u"19"_s).contains(u"cross-participation"_s));
    EXPECT_TRUE(text(u"40"_s).contains(u"ROK-EU Strategic Dialogue"_s));
    EXPECT_TRUE(text(u"41"_s).endsWith(u"as appropriate."_s));
    EXPECT_TRUE(text(u"14"_s).endsWith(u"in areas such as:"_s));
}

TEST_F(RealDocuments, theReadoutRaisesClauses15And16)
{
    ImportOptions options;
    options.into = u"ins-sdp"_s;
    imported(model, u"st14319.txt"_s, m_partnership, options);
    const auto report = imported(model, u"7th.txt"_s, m_consultation);
    EXPECT_EQ(report.document.meeting.value, u"mtg-cyber-07"_s);
    EXPECT_EQ(report.paragraphs, 9);
    QStringList accepted;
    for (const Suggestion &suggestion : model.all<Suggestion>()) {
        if (suggestion.target.value == u"ins-sdp/15"_s || suggestion.target.value == u"ins-sdp/16"_s)
            accepted += suggestion.id.value;
    }
    const auto changes = edits::acceptSuggestions(model, accepted);
    ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
    model.apply(*changes);
    const Lookup lookup(model);
    const auto coverage = coverage::coverageOf(lookup, Id<Instrument>(u"ins-sdp"_s), QDate(2025, 6, 1));
    const auto progress = [&](const QString &label) { return wordOf(coverage.find(u"ins-sdp/"_s + label)->progress()); };
    EXPECT_EQ(progress(u"1"_s), u"not applicable"_s);
    EXPECT_EQ(progress(u"14"_s), u"not raised"_s);
    EXPECT_EQ(progress(u"15"_s), u"raised"_s);
    EXPECT_EQ(progress(u"16"_s), u"follow-up agreed"_s);
    EXPECT_EQ(progress(u"30"_s), u"cannot tell"_s);
}

/// The table was worked out by hand from the rules; see its head.
TEST_F(RealDocuments, everyUnitOfThePartnershipIsInTheStateThatTheRulesGive)
{
    ImportOptions options;
    options.into = u"ins-sdp"_s;
    imported(model, u"st14319.txt"_s, m_partnership, options);
    imported(model, u"7th.txt"_s, m_consultation);
    QStringList accepted;
    for (const Suggestion &suggestion : model.all<Suggestion>()) {
        if (suggestion.target.value == u"ins-sdp/15"_s || suggestion.target.value == u"ins-sdp/16"_s)
            accepted += suggestion.id.value;
    }
    const auto changes = edits::acceptSuggestions(model, accepted);
    ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
    model.apply(*changes);
    const Lookup lookup(model);
    const Id<Instrument> partnership(u"ins-sdp"_s);
    const auto first = coverage::coverageOf(lookup, partnership, QDate(2025, 6, 1));
    const auto second = coverage::coverageOf(lookup, partnership, QDate(2026, 11, 22));
    QFile table(QStringLiteral(ENTENTE_TEST_DATA_DIR "/coverage/partnership.txt"));
    ASSERT_TRUE(table.open(QIODevice::ReadOnly));
    int units = 0;
    for (const QString &line : QString::fromUtf8(table.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList cells = line.split(u" | "_s);
        ASSERT_EQ(cells.size(), 4) << line.toStdString();
        const auto *onFirst = first.find(u"ins-sdp/"_s + cells[0]);
        const auto *onSecond = second.find(u"ins-sdp/"_s + cells[0]);
        ASSERT_TRUE(onFirst && onSecond) << line.toStdString();
        EXPECT_EQ(wordOf(onFirst->progress()), cells[1]) << line.toStdString();
        EXPECT_EQ(wordOf(onSecond->progress()), cells[2]) << line.toStdString();
        ++units;
    }
    EXPECT_EQ(units, 48);
}
