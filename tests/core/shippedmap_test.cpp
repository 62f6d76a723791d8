#include "core/coverage/series.h"
#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "core/model/lookup.h"
#include "core/model/recordjson.h"
#include "core/model/relationtypes.h"
#include "core/model/validation.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

/// The map that ships with the program, read once.
const Lookup &shipped()
{
    static const Lookup lookup = [] {
        auto rows = exchange::shippedMap();
        EXPECT_TRUE(rows) << (rows ? "" : rows.error().sentence.toStdString());
        return Lookup(rows ? *rows : Model());
    }();
    return lookup;
}

const Model &rows()
{
    return shipped().model();
}

bool related(const QString &type, const QString &one, const QString &other)
{
    const auto joins = [&](const QString &source, const QString &target) {
        return std::ranges::any_of(shipped().outgoing(source, type), [&](const Relation *relation) { return relation->target.value == target; });
    };
    return joins(one, other) || joins(other, one);
}

std::vector<QString> confusable(const QString &id)
{
    std::vector<QString> found;
    for (const Relation *relation : shipped().outgoing(id, relation::notToBeConfusedWith))
        found.push_back(relation->target.value);
    for (const Relation *relation : shipped().incoming(id, relation::notToBeConfusedWith))
        found.push_back(relation->source.value);
    std::ranges::sort(found);
    return found;
}

} // namespace

TEST(ShippedMap, hasAllRecords)
{
    EXPECT_EQ(rows().table<Institution>().size(), 109U);
    EXPECT_EQ(rows().table<Instrument>().size(), 50U);
    EXPECT_EQ(rows().table<Dialogue>().size(), 29U);
    EXPECT_EQ(rows().table<Meeting>().size(), 87U);
    EXPECT_EQ(rows().table<Area>().size(), 15U);
    EXPECT_EQ(shipped().clauses(Id<Instrument>(u"ins-sdp"_s)).size(), 48U);
    EXPECT_TRUE(problemsOf(rows()).empty());
}

TEST(ShippedMap, everyRelationAndRecordHasASource)
{
    for (const Relation &relation : rows().all<Relation>())
        EXPECT_FALSE(shipped().evidence(relation.id.value).empty()) << shipped().title(relation.id.value).toStdString();
    const auto everySourced = [&]<typename Row>() {
        for (const Row &row : rows().all<Row>())
            EXPECT_FALSE(shipped().evidence(row.id.value).empty()) << row.id.value.toStdString();
    };
    everySourced.operator()<Institution>();
    everySourced.operator()<Instrument>();
    everySourced.operator()<Dialogue>();
    everySourced.operator()<Meeting>();
    everySourced.operator()<Clause>();
    everySourced.operator()<Area>();
}

TEST(ShippedMap, everyDerivedKeyIsWhatTheProgramDerives)
{
    for (const Relation &relation : rows().all<Relation>())
        EXPECT_EQ(relation.id.value, edits::relationKey(relation.type, relation.source.value, relation.target.value));
    for (const Evidence &evidence : rows().all<Evidence>())
        EXPECT_EQ(evidence.id.value, edits::evidenceKey(evidence.subject.value, evidence.origin.value));
}

TEST(ShippedMap, readingsOfRelatedClausesAreInferred)
{
    int count = 0;
    for (const Relation &relation : rows().all<Relation>()) {
        if (relation.type != relation::relatedTo || !rows().find<Clause>(relation.source.value))
            continue;
        EXPECT_EQ(relation.confidence, Confidence::Inferred);
        ++count;
    }
    EXPECT_GT(count, 50);
}

TEST(ShippedMap, holdsNoTextOfAnInstrument)
{
    for (const Clause &clause : rows().all<Clause>())
        EXPECT_TRUE(clause.text.isEmpty());
    EXPECT_EQ(rows().table<model::Document>().size(), 0U);
}

// The traps in the facts.

TEST(Trap, oneSeriesHasTwoNames)
{
    const auto names = shipped().names(u"dlg-cyber"_s);
    EXPECT_TRUE(rows().find<Dialogue>(u"dlg-cyber"_s)->nameEn.contains(u"Cyber Policy Consultation"_s));
    EXPECT_TRUE(std::ranges::any_of(names, [](const Name *name) { return name->text.contains(u"Cyber Dialogue"_s); }));
}

TEST(Trap, seriesWithAlmostOneNameAreCountedApart)
{
    const Dialogue *older = rows().find<Dialogue>(u"dlg-sdc"_s);
    const Dialogue *newer = rows().find<Dialogue>(u"dlg-sdd"_s);
    EXPECT_EQ(older->nameKo, u"한-EU 안보국방대화"_s);
    EXPECT_EQ(newer->nameKo, u"한-EU 안보방위대화"_s);
    EXPECT_EQ(shipped().meetings(older->id).size(), 4U);
    EXPECT_EQ(shipped().meetings(newer->id).size(), 1U);
    EXPECT_EQ(confusable(u"dlg-sdc"_s), (std::vector<QString>{u"dlg-sdd"_s}));
    EXPECT_EQ(confusable(u"dlg-strategic"_s), (std::vector<QString>{u"dlg-ngsd"_s, u"dlg-track15-euiss"_s}));
    EXPECT_TRUE(related(relation::notToBeConfusedWith, u"dlg-cyber"_s, u"dlg-track15-cyber"_s));
}

TEST(Trap, statedAndActualFrequencyDiffer)
{
    const Dialogue *cyber = rows().find<Dialogue>(u"dlg-cyber"_s);
    EXPECT_EQ(cyber->months, 12);
    const auto series = coverage::seriesOf(shipped(), *cyber, QDate(2026, 3, 1));
    ASSERT_EQ(series.gaps.size(), 1U);
    EXPECT_EQ(series.gaps.front().from.toIso(), u"2020-11-24"_s);
    EXPECT_EQ(series.gaps.front().to.toIso(), u"2025-05-20"_s);
}

TEST(Trap, theLastRoundInPersonBeforeTheSeventhWasTheFifth)
{
    QString last;
    for (const Meeting *meeting : shipped().meetings(Id<Dialogue>(u"dlg-cyber"_s))) {
        if (meeting->ordinal < 7 && meeting->format == MeetingFormat::InPerson)
            last = meeting->start.toIso();
    }
    EXPECT_EQ(last, u"2019-06-28"_s);
    EXPECT_EQ(rows().find<Meeting>(u"mtg-cyber-06"_s)->format, MeetingFormat::Virtual);
}

TEST(Trap, aSideCanHaveTwoHeads)
{
    int korean = 0;
    for (const Head *head : shipped().heads(Id<Meeting>(u"mtg-sdd-01"_s)))
        korean += head->side == Side::Rok ? 1 : 0;
    EXPECT_EQ(korean, 2);
}

TEST(Trap, relatedMeetingsFallOnOneDay)
{
    EXPECT_EQ(rows().find<Meeting>(u"mtg-npd-19"_s)->start, rows().find<Meeting>(u"mtg-space-01"_s)->start);
    EXPECT_FALSE(rows().find<Meeting>(u"mtg-npd-19"_s)->dialogue == rows().find<Meeting>(u"mtg-space-01"_s)->dialogue);
}

TEST(Trap, onePersonIsSpeltInTwoWays)
{
    QSet<QString> people;
    QSet<QString> spellings;
    for (const Head &head : rows().all<Head>()) {
        if (head.name.startsWith(u"Youn Jong"_s)) {
            people.insert(head.person.value);
            spellings.insert(head.name);
        }
    }
    EXPECT_EQ(people.size(), 1);
    EXPECT_EQ(spellings.size(), 2);
}

TEST(Trap, anAcronymIsExpandedInTwoWays)
{
    bool ocean = false;
    bool pacific = false;
    for (const Name *name : shipped().names(u"prj-crimario"_s)) {
        ocean |= name->text.contains(u"Indian Ocean"_s);
        pacific |= name->text.contains(u"Indo-Pacific"_s);
    }
    EXPECT_TRUE(ocean);
    EXPECT_TRUE(pacific);
}

TEST(Trap, thePartnershipWasAdoptedAfterTheDateOfItsText)
{
    const Instrument *partnership = rows().find<Instrument>(u"ins-sdp"_s);
    const Edition *edition = rows().find(partnership->edition);
    ASSERT_TRUE(edition);
    EXPECT_EQ(partnership->adopted.toIso(), u"2024-11-04"_s);
    EXPECT_EQ(edition->date.toIso(), u"2024-10-21"_s);
}

TEST(Trap, markingsAreOneListWithoutClassificationGrades)
{
    QStringList markings;
    for (const Marking &marking : rows().all<Marking>())
        markings += marking.id.value;
    EXPECT_EQ(QSet<QString>(markings.begin(), markings.end()), (QSet<QString>{u"public"_s, u"internal"_s, u"Limited"_s, u"LIMITE"_s}));
}

TEST(Trap, whatThePartnershipCreatesHasNoMeetingYet)
{
    for (const QString &id : {u"dlg-indopacific"_s, u"dlg-maritime"_s, u"dlg-fimi"_s}) {
        EXPECT_TRUE(rows().find<Dialogue>(id));
        EXPECT_TRUE(shipped().meetings(Id<Dialogue>(id)).empty()) << id.toStdString();
    }
}

TEST(Trap, datesMayBeYearsOrMonths)
{
    EXPECT_EQ(rows().find<Meeting>(u"mtg-sdc-01"_s)->start.toIso(), u"2015"_s);
    EXPECT_EQ(rows().find<Meeting>(u"mtg-hlpd-08"_s)->start.toIso(), u"2022-10"_s);
}
