#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "core/model/validation.h"
#include "core/reading/importing.h"
#include "core/reading/links.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

// What becomes of suggestions, from the import of a text to the decision and the next import.

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Text = R"(1. The 3rd Harbour Dialogue between the Northern League and the Island States was held on 12 March 2024 in Port Lorne. The meeting was chaired by Ms. Ada Berg, Director for Shipping of the League Secretariat, and attended by Mr. Youn Jong-kwon.
2. Both sides exchanged views on lighthouse maintenance with the Office for Lamps and with the Tidal Research Institute (TRI).
3. They noted that the joint handbook on lighthouse maintenance was published in January 2024.
)";

Model harbourMap()
{
    Model model = exchange::blankMap();
    const auto put = [&](Kind kind, const edits::FieldTexts &fields) {
        auto changes = edits::add(model, kind, fields);
        ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
        model.apply(*changes);
    };
    put(kindOf<Institution>, {{u"id"_s, u"secretariat"_s}, {u"name_en"_s, u"League Secretariat"_s}});
    put(kindOf<Institution>, {{u"id"_s, u"lamps"_s}, {u"name_en"_s, u"Office of Lamps"_s}});
    put(kindOf<Person>, {{u"id"_s, u"per-youn"_s}, {u"name_en"_s, u"Youn Jong Kwon"_s}});
    put(kindOf<Dialogue>, {{u"id"_s, u"dlg-harbour"_s}, {u"name_en"_s, u"Harbour Dialogue"_s}});
    put(kindOf<Dialogue>, {{u"id"_s, u"dlg-port"_s}, {u"name_en"_s, u"Port Dialogue"_s}});
    put(kindOf<Meeting>, {{u"id"_s, u"mtg-2"_s}, {u"dialogue"_s, u"dlg-harbour"_s}, {u"ordinal"_s, u"2"_s}, {u"start"_s, u"2023-02-01"_s}});
    put(kindOf<Area>, {{u"id"_s, u"area-lights"_s}, {u"name_en"_s, u"Lighthouse maintenance"_s}});
    put(kindOf<Instrument>, {{u"id"_s, u"ins-harbour"_s}, {u"name_en"_s, u"Harbour Accord"_s}});
    put(kindOf<Clause>, {{u"instrument"_s, u"ins-harbour"_s}, {u"label"_s, u"2"_s}, {u"area"_s, u"area-lights"_s}, {u"summary"_s, u"Joint upkeep and maintenance of lighthouses."_s}});
    put(kindOf<Commitment>, {{u"id"_s, u"com-handbook"_s}, {u"meeting"_s, u"mtg-2"_s}, {u"summary"_s, u"Publish a joint handbook on lighthouse maintenance"_s}});
    put(kindOf<Relation>, {{u"type"_s, u"not to be confused with"_s}, {u"source"_s, u"dlg-harbour"_s}, {u"target"_s, u"dlg-port"_s}});
    return model;
}

reading::ImportReport imported(Model &model, const QByteArray &bytes = Text, const QString &name = u"readout.txt"_s, const QString &as = u"auto"_s)
{
    Progress progress;
    reading::ImportOptions options;
    options.as = as;
    auto report = reading::readForImport(model, name, bytes, options, progress);
    EXPECT_TRUE(report) << (report ? "" : report.error().sentence.toStdString());
    if (!report)
        return {};
    const auto valid = validate(model, report->changes);
    EXPECT_TRUE(valid) << (valid ? "" : valid.error().sentence.toStdString());
    model.apply(report->changes);
    return *report;
}

const Suggestion *suggestion(const Model &model, const QString &kind, const QString &quoteOrTarget)
{
    for (const Suggestion &one : model.all<Suggestion>()) {
        if (one.kind == kind && (one.quote == quoteOrTarget || one.target.value == quoteOrTarget))
            return &one;
    }
    return nullptr;
}

void accept(Model &model, const QStringList &ids)
{
    const auto changes = edits::acceptSuggestions(model, ids);
    ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
    model.apply(*changes);
    EXPECT_TRUE(problemsOf(model).empty());
}

QStringList open(const Model &model, bool definite)
{
    QStringList ids;
    for (const Suggestion &one : model.all<Suggestion>()) {
        if (one.state == SuggestionState::Open && edits::isDefinite(one) == definite)
            ids += one.id.value;
    }
    return ids;
}

} // namespace

TEST(Suggestions, unknownNamesWaitAndNearOnesHaveTheirRecord)
{
    Model model = harbourMap();
    const auto report = imported(model);
    QStringList unknown;
    for (const auto &name : report.unknownNames)
        unknown += name.first;
    EXPECT_TRUE(unknown.contains(u"Ada Berg"_s));
    EXPECT_TRUE(unknown.contains(u"Tidal Research Institute"_s));
    EXPECT_TRUE(unknown.contains(u"TRI"_s));
    EXPECT_FALSE(unknown.contains(u"Office for Lamps"_s));
    const Suggestion *lamps = suggestion(model, u"name"_s, u"Office for Lamps"_s);
    ASSERT_TRUE(lamps);
    EXPECT_EQ(lamps->target.value, u"lamps"_s);
    const Suggestion *youn = suggestion(model, u"name"_s, u"Youn Jong-kwon"_s);
    ASSERT_TRUE(youn);
    EXPECT_EQ(youn->target.value, u"per-youn"_s);
    EXPECT_FALSE(youn->reason.isEmpty());
    EXPECT_FALSE(open(model, true).contains(suggestion(model, u"name"_s, u"Tidal Research Institute"_s)->id.value));
}

TEST(Suggestions, whatIsEasilyMixedUpIsSaid)
{
    Model model = harbourMap();
    const auto report = imported(model);
    const auto name = std::ranges::find_if(report.recognised, [](const auto &one) { return one.record == u"dlg-harbour"; });
    ASSERT_NE(name, report.recognised.end());
    EXPECT_TRUE(name->warning.contains(u"Port Dialogue"_s));
    EXPECT_TRUE(std::ranges::any_of(report.notices, [](const QString &notice) { return notice.contains(u"Port Dialogue"_s); }));
}

TEST(Suggestions, anAcceptedNameIsKnownAtTheNextImport)
{
    Model model = harbourMap();
    imported(model);
    accept(model, {suggestion(model, u"name"_s, u"Office for Lamps"_s)->id.value, suggestion(model, u"name"_s, u"Tidal Research Institute"_s)->id.value});
    const auto again = imported(model, Text + "4. The Tidal Research Institute will report.\n", u"second.txt"_s);
    EXPECT_TRUE(std::ranges::none_of(again.unknownNames, [](const auto &one) { return one.first == u"Tidal Research Institute" || one.first == u"TRI"; }));
    EXPECT_TRUE(std::ranges::any_of(again.recognised, [](const auto &one) { return one.as == u"Office for Lamps" && one.record == u"lamps"; }));
    EXPECT_TRUE(std::ranges::any_of(model.all<Institution>(), [](const Institution &one) { return one.nameEn == u"Tidal Research Institute" && one.abbreviation == u"TRI"; }));
}

TEST(Suggestions, anUnknownNameCanBeTakenForARecord)
{
    Model model = harbourMap();
    imported(model);
    const QString id = suggestion(model, u"name"_s, u"Tidal Research Institute"_s)->id.value;
    const auto changes = edits::acceptNameAs(model, id, u"secretariat"_s);
    ASSERT_TRUE(changes);
    model.apply(*changes);
    EXPECT_TRUE(problemsOf(model).empty());
    EXPECT_EQ(model.table<Institution>().size(), 2U);
    QStringList names;
    for (const Name &name : model.all<Name>())
        names += name.record.value + u' ' + name.text;
    EXPECT_TRUE(names.contains(u"secretariat Tidal Research Institute"_s));
    EXPECT_TRUE(names.contains(u"secretariat TRI"_s));
    for (const auto &[suggested, record] : {std::pair(id, u"secretariat"_s), std::pair(u"nothing"_s, u"secretariat"_s),
                                            std::pair(suggestion(model, u"name"_s, u"Office for Lamps"_s)->id.value, u"mtg-2"_s)})
        EXPECT_FALSE(edits::acceptNameAs(model, suggested, record));
}

TEST(Suggestions, rejectedNamesStayRejectedInEveryText)
{
    Model model = harbourMap();
    const auto first = imported(model);
    const QString id = suggestion(model, u"name"_s, u"Tidal Research Institute"_s)->id.value;
    model.apply(*edits::rejectSuggestions(model, {id}));
    const auto removal = edits::remove(model, first.document.id.value);
    ASSERT_TRUE(removal) << removal.error().sentence.toStdString();
    model.apply(*removal);
    EXPECT_TRUE(problemsOf(model).empty());
    ASSERT_TRUE(model.find<Suggestion>(id));
    EXPECT_EQ(model.table<Suggestion>().size(), 1U);
    EXPECT_FALSE(edits::acceptSuggestions(model, {id})); // its text is gone
    const auto other = imported(model, "The Tidal Research Institute met Mr. Jan Novak on the quay.\n", u"other.txt"_s);
    EXPECT_EQ(model.find<Suggestion>(id)->state, SuggestionState::Rejected);
    EXPECT_EQ(model.find<Suggestion>(id)->document, other.document.id);
    EXPECT_TRUE(std::ranges::none_of(other.unknownNames, [](const auto &one) { return one.first.startsWith(u"Tidal"); }));
}

TEST(Suggestions, rejectedLinksOutliveTheirText)
{
    Model model = harbourMap();
    const auto first = imported(model);
    QStringList links;
    for (const Suggestion &one : model.all<Suggestion>()) {
        if (one.kind == u"relation")
            links += one.id.value;
    }
    ASSERT_FALSE(links.isEmpty());
    model.apply(*edits::rejectSuggestions(model, links));
    model.apply(*edits::remove(model, first.document.id.value));
    imported(model);
    for (const QString &id : links) {
        ASSERT_TRUE(model.find<Suggestion>(id));
        EXPECT_EQ(model.find<Suggestion>(id)->state, SuggestionState::Rejected);
        EXPECT_FALSE(model.find<Suggestion>(id)->document.isEmpty());
    }
    for (const QString &id : open(model, true))
        EXPECT_NE(model.find<Suggestion>(id)->kind, u"relation"_s);
}

TEST(Suggestions, aKeptPromiseIsProposedWithItsProof)
{
    Model model = harbourMap();
    imported(model);
    const Suggestion *kept = suggestion(model, u"commitment"_s, u"com-handbook"_s);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->label, u"3"_s);
    // What is noted in the meantime is kept.
    model.apply(*edits::set(model, u"com-handbook"_s, {{u"notes"_s, u"ask for a copy"_s}}));
    accept(model, {kept->id.value});
    const Commitment *commitment = model.find<Commitment>(u"com-handbook"_s);
    EXPECT_EQ(commitment->state, CommitmentState::Delivered);
    EXPECT_EQ(commitment->notes, u"ask for a copy"_s);
    ASSERT_TRUE(model.find(commitment->proof));
    EXPECT_TRUE(model.find(commitment->proof)->quote.contains(u"handbook"_s));
}

TEST(Suggestions, linksNeedTheirMeetingFirst)
{
    Model model = harbourMap();
    imported(model);
    const Suggestion *link = suggestion(model, u"relation"_s, u"ins-harbour/2"_s);
    ASSERT_TRUE(link);
    const auto refused = edits::acceptSuggestions(model, {link->id.value});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().sentence.contains(u"accept the meeting first"_s));
    EXPECT_TRUE(suggestion(model, u"relation"_s, u"area-lights"_s));
}

TEST(Suggestions, aBatchIsOneStepThatUndoTakesBackWhole)
{
    Model model = harbourMap();
    imported(model);
    const QString before = model.contentHash();
    const auto changes = edits::acceptSuggestions(model, open(model, true));
    ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
    model.apply(*changes);
    EXPECT_TRUE(problemsOf(model).empty());
    EXPECT_TRUE(open(model, true).isEmpty());
    EXPECT_FALSE(open(model, false).isEmpty());
    model.apply(changes->inverse());
    EXPECT_EQ(model.contentHash(), before);
}

TEST(Suggestions, anotherThresholdMovesOpenOnesOnlyAndIsKept)
{
    Model model = harbourMap();
    const auto report = imported(model);
    const QString id = report.document.id.value;
    const QString rejected = suggestion(model, u"name"_s, u"Tidal Research Institute"_s)->id.value;
    model.apply(*edits::rejectSuggestions(model, {rejected}));
    Progress progress;
    const auto count = [&] { return std::ranges::count_if(model.all<Suggestion>(), [](const Suggestion &one) { return one.relation == u"raises"; }); };
    const auto atFirst = count();
    ASSERT_GT(atFirst, 0);
    const auto same = reading::suggestAgain(model, id, {}, progress);
    ASSERT_TRUE(same);
    EXPECT_TRUE(same->isEmpty()) << "the same text at the same threshold gives the same suggestions";
    const auto strict = reading::suggestAgain(model, id, 0.99, progress);
    ASSERT_TRUE(strict);
    model.apply(*strict);
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(model.find<Suggestion>(rejected)->state, SuggestionState::Rejected);
    EXPECT_TRUE(suggestion(model, u"meeting"_s, u"dlg-harbour"_s));
    EXPECT_DOUBLE_EQ(reading::suggestionThreshold(model), 0.99);
    model.apply(*reading::suggestAgain(model, id, reading::DefaultThreshold, progress));
    EXPECT_EQ(count(), atFirst);
    EXPECT_FALSE(reading::suggestAgain(model, id, 1.5, progress));
    EXPECT_FALSE(reading::suggestAgain(model, u"no-such-text"_s, {}, progress));
    Progress cancelled;
    cancelled.cancel();
    EXPECT_FALSE(reading::suggestAgain(model, id, {}, cancelled));
}

TEST(Suggestions, theEndOfALongParagraphIsLookedAtToo)
{
    Model model = harbourMap();
    QByteArray text = "1. The 3rd Harbour Dialogue between the Northern League and the Island States was held on 12 March 2024 in Port Lorne.\n2. ";
    for (int n = 0; n < 3000; ++n)
        text += "The delegates walked along the quay and admired boats. ";
    text += "Both sides exchanged views on the joint upkeep and maintenance of lighthouses.\n";
    imported(model, text, u"long.txt"_s, u"readout"_s);
    const Suggestion *link = suggestion(model, u"relation"_s, u"ins-harbour/2"_s);
    ASSERT_TRUE(link);
    const Lookup lookup(model);
    for (const Paragraph *paragraph : lookup.paragraphs(link->document)) {
        if (paragraph->label == link->label) {
            EXPECT_EQ(paragraph->text.mid(link->offset, link->quote.size()), link->quote);
        }
    }
}
