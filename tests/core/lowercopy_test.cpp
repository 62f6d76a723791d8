#include "core/exchange/csv.h"
#include "core/exchange/lowercopy.h"
#include "core/model/edits.h"
#include "core/model/marking.h"
#include "core/model/recordjson.h"
#include "core/model/relationtypes.h"
#include "core/model/validation.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

#include <QJsonDocument>

using namespace entente;
using namespace entente::exchange;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

/// Stands in every text that must not be in a public copy.
const QString secret = u"xyzzy"_s;

template<typename Row>
Row &put(Model &model, Row row)
{
    const QString id = row.id.value;
    model.table<Row>().put(std::move(row));
    return const_cast<Row &>(*model.find<Row>(id));
}

Id<Passage> quoted(Model &model, const QString &document, const QString &quote)
{
    Passage passage;
    passage.id.value = edits::passageKey(document, u"1"_s, quote);
    passage.document.value = document;
    passage.label = u"1"_s;
    passage.quote = quote;
    put(model, passage);
    return passage.id;
}

void prove(Model &model, const QString &subject, const QString &origin)
{
    Evidence evidence;
    evidence.id.value = edits::evidenceKey(subject, origin);
    evidence.subject.value = subject;
    evidence.origin.value = origin;
    put(model, evidence);
}

/// An instrument with a LIMITE text, and a dialogue with one public and one LIMITE read-out.
Model markedMap()
{
    Model model = blankMap();
    Instrument instrument;
    instrument.id.value = u"ins"_s;
    instrument.nameEn = u"Agreement"_s;
    instrument.edition.value = u"ins@1"_s;
    put(model, instrument);
    Edition edition;
    edition.id.value = u"ins@1"_s;
    edition.instrument.value = u"ins"_s;
    edition.title = secret;
    edition.marking = u"LIMITE"_s;
    put(model, edition);
    for (const bool remarked : {false, true}) {
        Clause clause;
        clause.label = remarked ? u"2"_s : u"1"_s;
        clause.id.value = u"ins/"_s + clause.label;
        clause.instrument.value = u"ins"_s;
        clause.edition.value = u"ins@1"_s;
        clause.text = secret + clause.label;
        clause.heading = secret;
        clause.summary = remarked ? u"in our words"_s : QString();
        put(model, clause);
    }
    Dialogue dialogue;
    dialogue.id.value = u"dlg"_s;
    dialogue.nameEn = u"Dialogue"_s;
    put(model, dialogue);
    for (const QString &marking : {u"public"_s, u"LIMITE"_s}) {
        const bool isPublic = marking == u"public"_s;
        Meeting meeting;
        meeting.id.value = u"mtg-"_s + marking;
        meeting.dialogue.value = u"dlg"_s;
        put(model, meeting);
        model::Document document;
        document.id.value = u"doc-"_s + marking;
        document.kind = DocumentKind::Readout;
        document.title = isPublic ? u"Read-out"_s : secret;
        document.marking = marking;
        document.meeting = meeting.id;
        put(model, document);
        Paragraph paragraph;
        paragraph.id.value = document.id.value + u"-1"_s;
        paragraph.document = document.id;
        paragraph.text = isPublic ? u"They met."_s : secret;
        put(model, paragraph);
        const Id<Passage> passage = quoted(model, document.id.value, isPublic ? u"They met."_s : secret);
        Relation relation;
        relation.type = relation::raises;
        relation.source = meeting.id;
        relation.target.value = u"ins/2"_s;
        relation.id.value = edits::relationKey(relation.type, meeting.id.value, u"ins/2"_s);
        relation.notes = isPublic ? QString() : secret;
        put(model, relation);
        prove(model, relation.id.value, passage.value);
        Commitment commitment;
        commitment.id.value = u"com-"_s + marking;
        commitment.summary = isPublic ? u"A seminar"_s : secret;
        commitment.passage = passage;
        commitment.state = CommitmentState::Delivered;
        commitment.proof = quoted(model, u"doc-LIMITE"_s, secret + u"done"_s);
        put(model, commitment);
    }
    // A head and a name that came from the LIMITE text.
    Head head;
    head.id.value = u"head-1"_s;
    head.meeting.value = u"mtg-public"_s;
    head.name = secret;
    ChangeSet rows;
    rows.add(head);
    put(model, head);
    Name name;
    name.id.value = edits::nameKey(u"dlg"_s, secret);
    name.record.value = u"dlg"_s;
    name.text = secret;
    put(model, name);
    for (const QString &kind : {u"meeting"_s, u"name"_s}) {
        Suggestion suggestion;
        suggestion.id.value = u"sug-"_s + kind;
        suggestion.kind = kind;
        suggestion.document.value = u"doc-LIMITE"_s;
        suggestion.quote = secret;
        suggestion.state = SuggestionState::Accepted;
        if (kind == u"meeting"_s)
            suggestion.proposal = QString::fromUtf8(QJsonDocument(rows.toJson()).toJson(QJsonDocument::Compact));
        put(model, suggestion);
    }
    return model;
}

QByteArray jsonOf(const Model &model)
{
    return QJsonDocument(mapJson(model)).toJson();
}

TEST(LowerCopy, nothingOfAHigherTextIsLeft)
{
    const Model map = markedMap();
    ASSERT_TRUE(problemsOf(map).empty()) << problemsOf(map).front().sentence.toStdString();
    ASSERT_EQ(markingOfMap(map), u"LIMITE"_s);
    const Model copy = lowerCopy(map, u"public"_s);
    EXPECT_EQ(markingOfMap(copy), u"public"_s);
    EXPECT_FALSE(jsonOf(copy).contains(secret.toUtf8())) << jsonOf(copy).mid(std::max<qsizetype>(0, jsonOf(copy).indexOf(secret.toUtf8()) - 300), 400).toStdString();
    const auto problems = problemsOf(copy);
    EXPECT_TRUE(problems.empty()) << (problems.empty() ? "" : problems.front().sentence.toStdString());
}

TEST(LowerCopy, whatPublicTextsTellStays)
{
    const Model copy = lowerCopy(markedMap(), u"public"_s);
    EXPECT_TRUE(copy.contains(u"doc-public"_s));
    EXPECT_TRUE(copy.contains(u"mtg-public"_s));
    EXPECT_TRUE(copy.find<Relation>(edits::relationKey(relation::raises, u"mtg-public"_s, u"ins/2"_s)));
    EXPECT_FALSE(copy.find<Relation>(edits::relationKey(relation::raises, u"mtg-LIMITE"_s, u"ins/2"_s)));
    ASSERT_TRUE(copy.find<Clause>(u"ins/2"_s));
    EXPECT_EQ(copy.find<Clause>(u"ins/2"_s)->summary, u"in our words"_s);
    EXPECT_FALSE(copy.contains(u"ins/1"_s));
    ASSERT_TRUE(copy.find<Commitment>(u"com-public"_s));
    EXPECT_EQ(copy.find<Commitment>(u"com-public"_s)->state, CommitmentState::CannotTell);
    EXPECT_FALSE(copy.contains(u"com-LIMITE"_s));
}

TEST(LowerCopy, theHighestMarkingTakesNothingAway)
{
    const Model map = markedMap();
    EXPECT_EQ(lowerCopy(map, u"LIMITE"_s).contentHash(), map.contentHash());
    const auto shipped = shippedMap();
    ASSERT_TRUE(shipped);
    EXPECT_EQ(lowerCopy(*shipped, u"public"_s).contentHash(), shipped->contentHash());
}

TEST(LowerCopy, anUnknownMarkingIsAboveAll)
{
    Model map = markedMap();
    put(map, *map.find<model::Document>(u"doc-public"_s)).marking = u"EYES ONLY"_s;
    EXPECT_FALSE(lowerCopy(map, u"LIMITE"_s).contains(u"doc-public"_s));
}

} // namespace
