#include "core/model/lookup.h"
#include "core/model/marking.h"
#include "core/model/recordjson.h"
#include "core/model/relationtypes.h"
#include "core/model/validation.h"
#include "tests/support/print.h"
#include "tests/support/randomedits.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

ChangeSet accepted(const Result<ChangeSet> &changes)
{
    EXPECT_TRUE(changes) << (changes ? "" : changes.error().sentence.toStdString());
    return changes ? *changes : ChangeSet();
}

} // namespace

TEST(Edits, aRelationThatItsTypeDoesNotAllowIsRefused)
{
    const Model model = tests::smallMap();
    const auto between = [&](const QString &type, const QString &source, const QString &target) {
        return edits::add(model, kindOf<Relation>, {{u"type"_s, type}, {u"source"_s, source}, {u"target"_s, target}});
    };
    EXPECT_TRUE(between(u"reviews"_s, u"dlg-cyber"_s, u"area-cyber"_s));
    EXPECT_FALSE(between(u"reviews"_s, u"area-cyber"_s, u"dlg-cyber"_s));
    EXPECT_FALSE(between(u"reports to"_s, u"eeas"_s, u"dlg-cyber"_s));
    EXPECT_FALSE(between(u"no such type"_s, u"eeas"_s, u"eu"_s));
    EXPECT_FALSE(between(u"part of"_s, u"eeas"_s, u"eeas"_s));
    EXPECT_FALSE(between(u"part of"_s, u"eeas"_s, u"nobody"_s));
}

TEST(Edits, aRefusalSaysWhatIsWrongAndWhatThereIs)
{
    const Model model = tests::smallMap();
    const auto wrongField = edits::set(model, u"eu"_s, {{u"colour"_s, u"blue"_s}});
    ASSERT_FALSE(wrongField);
    EXPECT_EQ(wrongField.error().failure, Failure::Call);
    EXPECT_TRUE(wrongField.error().sentence.contains(u"abbreviation"_s));
    const auto wrongWord = edits::set(model, u"eu"_s, {{u"side"_s, u"North"_s}});
    ASSERT_FALSE(wrongWord);
    EXPECT_TRUE(wrongWord.error().sentence.contains(u"multilateral"_s));
    EXPECT_FALSE(edits::set(model, u"nobody"_s, {{u"notes"_s, u"x"_s}}));
    EXPECT_FALSE(edits::set(model, u"eu"_s, {{u"id"_s, u"other"_s}}));
    EXPECT_FALSE(edits::set(model, u"mtg-cyber-07"_s, {{u"start"_s, u"2025-02-30"_s}}));
    EXPECT_FALSE(edits::set(model, u"mtg-cyber-07"_s, {{u"end"_s, u"2024"_s}}));
    EXPECT_FALSE(edits::add(model, kindOf<Institution>, {{u"id"_s, u"dlg-cyber"_s}, {u"name_en"_s, u"Taken"_s}}));
    EXPECT_FALSE(edits::add(model, kindOf<Institution>, {{u"abbreviation"_s, u"no name"_s}}));
}

TEST(Edits, whatListsPrintOfAMeetingCanBeSet)
{
    Model model = tests::smallMap();
    const auto heads = u"[{\"side\":\"ROK\",\"name\":\"Youn\",\"title\":\"Director-General\"}]"_s;
    model.apply(accepted(edits::set(model, u"mtg-cyber-07"_s, {{u"institutions"_s, u"eu;rok"_s}, {u"heads"_s, heads}, {u"place"_s, u"Seoul"_s}})));
    const QJsonObject meeting = recordJson(Lookup(model), u"mtg-cyber-07"_s);
    EXPECT_EQ(meeting.value(u"institutions"_s).toArray().size(), 2);
    ASSERT_EQ(meeting.value(u"heads"_s).toArray().size(), 1);
    EXPECT_EQ(meeting.value(u"heads"_s).toArray()[0].toObject().value(u"name"_s).toString(), u"Youn"_s);
    EXPECT_EQ(meeting.value(u"place"_s).toString(), u"Seoul"_s);
    EXPECT_TRUE(problemsOf(model).empty());
    EXPECT_FALSE(edits::set(model, u"mtg-cyber-07"_s, {{u"institutions"_s, u"nobody"_s}}));
    EXPECT_FALSE(edits::set(model, u"mtg-cyber-07"_s, {{u"heads"_s, u"Youn"_s}}));
    EXPECT_TRUE(edits::add(model, kindOf<Evidence>, {{u"subject"_s, u"eu"_s}, {u"address"_s, u"https://example.org/b"_s}, {u"source_kind"_s, u"press"_s}}));
}

TEST(Edits, aClauseKeepsItsPlaceInItsInstrument)
{
    Model model = tests::smallMap();
    model.apply(accepted(edits::add(model, kindOf<Clause>, {{u"instrument"_s, u"ins-x"_s}, {u"label"_s, u"16"_s}})));
    EXPECT_FALSE(edits::set(model, u"ins-x/15"_s, {{u"label"_s, u"16"_s}}));
    EXPECT_FALSE(edits::set(model, u"ins-x/15"_s, {{u"commitment"_s, u"banana"_s}}));
    EXPECT_FALSE(edits::add(model, kindOf<Institution>, {{u"id"_s, u"ins-x/99"_s}, {u"name_en"_s, u"Intruder"_s}}));
    model.apply(accepted(edits::add(model, kindOf<Clause>, {{u"instrument"_s, u"ins-x"_s}, {u"label"_s, u"15(a)"_s}, {u"parent"_s, u"ins-x/15"_s}})));
    QStringList labels;
    const Lookup lookup(model);
    for (const Clause *clause : lookup.clauses(Id<Instrument>(u"ins-x"_s)))
        labels += clause->label;
    EXPECT_EQ(labels, (QStringList{u"15"_s, u"15(a)"_s, u"16"_s}));
}

TEST(Edits, removingTakesAlongWhatIsNothingWithoutIt)
{
    Model model = tests::smallMap();
    const auto changes = accepted(edits::remove(model, u"dlg-cyber"_s));
    // The dialogue, its meeting, the meeting's head and attendance.
    EXPECT_EQ(changes.rowCount(), 4U);
    EXPECT_EQ(edits::dependents(model, u"dlg-cyber"_s), 3U);
    model.apply(changes);
    EXPECT_TRUE(problemsOf(model).empty());
}

TEST(Edits, removingEmptiesReferencesThatMayBeEmpty)
{
    Model model = tests::smallMap();
    model.apply(accepted(edits::remove(model, u"area-cyber"_s)));
    ASSERT_TRUE(model.find<Clause>(u"ins-x/15"_s));
    EXPECT_TRUE(model.find<Clause>(u"ins-x/15"_s)->area.isEmpty());
}

TEST(ChangeSet, theInverseOfTheInverseIsTheSame)
{
    tests::RandomEdits random(7);
    Model model = tests::smallMap();
    for (int i = 0; i < 200; ++i) {
        const auto changes = random.next(model);
        if (!changes || changes->isEmpty())
            continue;
        EXPECT_EQ(changes->inverse().inverse(), *changes);
        Model there = model;
        there.apply(*changes);
        Model back = there;
        back.apply(changes->inverse());
        EXPECT_EQ(back, model);
        model = there;
    }
}

TEST(ChangeSet, journalsReadBackExactly)
{
    tests::RandomEdits random(11);
    Model model = tests::smallMap();
    int seen = 0;
    for (int i = 0; i < 200; ++i) {
        const auto changes = random.next(model);
        if (!changes)
            continue;
        const auto again = ChangeSet::fromJson(changes->toJson(), changes->label());
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, *changes);
        model.apply(*changes);
        ++seen;
    }
    EXPECT_GT(seen, 50);
}

TEST(ChangeSet, theDifferenceOfTwoMapsTurnsOneIntoTheOther)
{
    tests::RandomEdits random(3);
    const Model from = tests::smallMap();
    Model to = from;
    for (int i = 0; i < 100; ++i) {
        if (const auto changes = random.next(to))
            to.apply(*changes);
    }
    Model turned = from;
    turned.apply(difference(from, to, {}));
    EXPECT_EQ(turned, to);
    EXPECT_EQ(turned.contentHash(), to.contentHash());
}

TEST(Model, theHashSeesEveryField)
{
    const Model model = tests::smallMap();
    QSet<QString> hashes{model.contentHash()};
    int changed = 0;
    forEachKind([&]<typename Row>() {
        for (const Row &row : model.all<Row>()) {
            Model other = model;
            Row edited = row;
            edited.notes += u'x';
            other.table<Row>().put(edited);
            hashes.insert(other.contentHash());
            ++changed;
        }
    });
    EXPECT_EQ(hashes.size(), changed + 1);
}

TEST(Model, aCopyIsASnapshot)
{
    Model model = tests::smallMap();
    const Model snapshot = model;
    model.apply(accepted(edits::set(model, u"eu"_s, {{u"name_en"_s, u"Other"_s}})));
    EXPECT_EQ(snapshot.find<Institution>(u"eu"_s)->nameEn, u"European Union"_s);
}

TEST(RelationTypes, everyTypeJoinsSomethingAndHasAnInverse)
{
    QSet<QString> words;
    for (const RelationType &type : relationTypes()) {
        EXPECT_FALSE(type.ends.empty()) << type.word.toStdString();
        EXPECT_FALSE(type.inverse.isEmpty());
        EXPECT_FALSE(words.contains(type.word));
        words.insert(type.word);
    }
}

TEST(Marking, anUnknownMarkingRanksHighestAndTheOrderDoesNotMatter)
{
    Model model;
    for (const auto &[name, rank] : {std::pair(u"public"_s, 0), std::pair(u"Limited"_s, 2), std::pair(u"LIMITE"_s, 3)}) {
        Marking marking;
        marking.id.value = name;
        marking.rank = rank;
        model.table<Marking>().put(marking);
    }
    EXPECT_EQ(higherMarking(model, u"Limited"_s, u"LIMITE"_s), u"LIMITE"_s);
    EXPECT_EQ(higherMarking(model, u"LIMITE"_s, u"Limited"_s), u"LIMITE"_s);
    EXPECT_EQ(higherMarking(model, u"LIMITE"_s, u"대외비"_s), u"대외비"_s);
    EXPECT_EQ(higherMarking(model, {}, u"public"_s), u"public"_s);
    EXPECT_FALSE(isKnownMarking(model, u"대외비"_s));
    EXPECT_EQ(markingOfMap(model), u"public"_s);
}

TEST(Citations, aClauseIsFoundByWhatPeopleWrite)
{
    Model model = tests::smallMap();
    model.apply(accepted(edits::set(model, u"ins-x"_s, {{u"abbreviation"_s, u"SDP"_s}})));
    const Lookup lookup(model);
    for (const QString &text : {u"SDP 15"_s, u"sdp §15"_s, u"ins-x/15"_s, u"SDP clause 15"_s, u"SDP, 15"_s})
        EXPECT_EQ(resolve(lookup, text).value_or(QString()), u"ins-x/15"_s) << text.toStdString();
    EXPECT_FALSE(resolve(lookup, u"SDP 99"_s));
}
