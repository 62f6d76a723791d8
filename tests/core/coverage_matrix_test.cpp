#include "core/coverage/explanation.h"
#include "core/coverage/json.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::coverage;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

const Id<Instrument> ins(u"ins"_s);
const QDate day(2026, 3, 1);

/// Two dialogues that clauses name, one that reviews, one that has a passage, one that has nothing to do with the instrument.
MapBuilder exampleMap()
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.area("area-cyber");
    map.dialogue("summit").level(Level::Summit).abbreviation("SUM");
    map.dialogue("cyber").level(Level::Directors).abbreviation("CYB").months(12);
    map.dialogue("security").level(Level::DirectorsGeneral).abbreviation("SDD").reviews("area-cyber").reportsTo("summit");
    map.dialogue("digital").level(Level::Ministers);
    map.dialogue("trade").level(Level::Ministers);
    map.clause("ins/1").commitment({u"declaratory"_s});
    map.clause("ins/15").names("cyber").area("area-cyber");
    map.clause("ins/16").area("area-cyber");
    map.clause("ins/40").names("summit");
    for (const char *date : {"2020-11-24", "2025-05-20", "2025-12-01"})
        map.meeting("cyber", date);
    map.meeting("security", "2025-11-12");
    map.meeting("digital", "2025-11-28");
    map.meeting("trade", "2025-01-15");
    map.meeting("trade", "");
    map.readout(u"cyber/2025-05-20"_s);
    map.readout(u"digital/2025-11-28"_s);
    map.raises(u"cyber/2025-05-20"_s, u"ins/15"_s, CoverageLevel::Discussed, u"4"_s);
    map.raises(u"cyber/2025-05-20"_s, u"ins/15"_s, CoverageLevel::Mentioned, u"9"_s);
    map.raises(u"digital/2025-11-28"_s, u"ins/16"_s, CoverageLevel::FollowUpAgreed, u"2"_s);
    map.suggests(u"cyber/2025-05-20"_s, u"ins/16"_s);
    return map;
}

QStringList meetingsOf(const std::vector<Column> &columns)
{
    QStringList meetings;
    for (const Column &column : columns)
        meetings.append(column.meeting);
    return meetings;
}

QString why(const Lookup &lookup, const Coverage &coverage, const char *clause)
{
    return explanation(lookup, coverage, *coverage.find(QString::fromUtf8(clause))).join(u'\n');
}

} // namespace

TEST(CoverageMatrix, columnsAreTheCountedRoundsThatConcernTheInstrumentByLevelThenDate)
{
    const auto coverage = coverageOf(exampleMap().lookup(), ins, day);
    EXPECT_EQ(meetingsOf(coverage.columns),
              (QStringList{u"digital/2025-11-28"_s, u"security/2025-11-12"_s, u"cyber/2025-05-20"_s, u"cyber/2025-12-01"_s}));
    EXPECT_EQ(coverage.folded, QStringList(u"trade/2025-01-15"_s));
}

TEST(CoverageMatrix, aCellHoldsTheHighestLevelAndAllItsPassages)
{
    const auto coverage = coverageOf(exampleMap().lookup(), ins, day);
    const ClauseState &state = *coverage.find(u"ins/15"_s);
    ASSERT_EQ(state.cells.size(), 1U);
    EXPECT_EQ(state.cells[0].level, CoverageLevel::Discussed);
    EXPECT_EQ(state.cells[0].evidence.size(), 2);
    EXPECT_EQ(state.knowledge, Knowledge::Documented);
}

TEST(CoverageMatrix, cellsWithoutPassageSayWhatIsMissingOrWaits)
{
    const auto coverage = coverageOf(exampleMap().lookup(), ins, day);
    const ClauseState &state = *coverage.find(u"ins/16"_s);
    EXPECT_EQ(coverage.cell(state, coverage.columns[2]).waiting, 1);
    EXPECT_TRUE(coverage.cell(state, coverage.columns[1]).readoutMissing);  // the reviewing dialogue
    EXPECT_FALSE(coverage.cell(state, coverage.columns[3]).readoutMissing); // cyber has nothing to do with clause 16
    EXPECT_EQ(state.part(u"security"_s), Part::Reviewing);
    EXPECT_EQ(coverage.find(u"ins/15"_s)->part(u"cyber"_s), Part::Responsible);
}

TEST(CoverageMatrix, countsAddUpToTheClauses)
{
    const auto coverage = coverageOf(exampleMap().lookup(), ins, day);
    int sum = 0;
    for (const int count : coverage.counts)
        sum += count;
    EXPECT_EQ(sum, int(coverage.clauses.size()));
    EXPECT_EQ(coverage.count(ProgressState::NotApplicable), 1);
    EXPECT_EQ(coverage.count(ProgressState::FollowUpAgreed), 1);
}

TEST(CoverageMatrix, oddMapsAreAnswered)
{
    MapBuilder map;
    EXPECT_TRUE(coverageOf(map.lookup(), ins, day).clauses.empty());
    map.instrument("ins");
    map.dialogue("a").reportsTo("b");
    map.dialogue("b").reportsTo("a");
    map.clause("ins/1").under("ins/2").names("nothing");
    map.clause("ins/2").under("ins/1").names("a");
    map.clause("ins/3").under("ins/3");
    map.meeting("a", "2025-02-02").end("2024-01-01");
    map.meeting("nowhere", "2025-02-02");
    map.raises(u"no such meeting"_s, u"ins/3"_s, CoverageLevel::Delivered);
    const auto lookup = map.lookup();
    const auto coverage = coverageOf(lookup, ins, day);
    EXPECT_EQ(coverage.find(u"ins/1"_s)->computed, ProgressState::CannotTell);
    EXPECT_EQ(coverage.find(u"ins/3"_s)->computed, ProgressState::NotRaised);
    EXPECT_TRUE(why(lookup, coverage, "ins/1").contains(u"day of adoption is not known"));
    EXPECT_EQ(coverageOf(lookup, ins, QDate()).clauses.size(), 3U);
    EXPECT_EQ(coverageOf(lookup, ins, QDate(1, 1, 1)).count(ProgressState::NotRaised), 3);
}

TEST(CoverageMatrix, aCancelledComputationStops)
{
    Progress progress;
    progress.cancel();
    EXPECT_TRUE(coverageOf(exampleMap().lookup(), ins, day, progress).clauses.empty());
}

TEST(CoverageMatrix, clausesOfOtherEditionsAreNoRows)
{
    MapBuilder map = exampleMap();
    Instrument instrument = *map.model().find(ins);
    instrument.edition.value = u"new"_s;
    map.model().table<Instrument>().put(instrument);
    auto old = map.clause("ins@old/7").row();
    old.instrument = ins;
    old.edition.value = u"old"_s;
    map.model().table<Clause>().put(old);
    EXPECT_EQ(coverageOf(map.lookup(), ins, day).find(u"ins@old/7"_s), nullptr);
}

TEST(CoverageExplanation, namesTheRuleThePassagesAndTheWindow)
{
    const auto lookup = exampleMap().lookup();
    const auto coverage = coverageOf(lookup, ins, day);
    const QString text = why(lookup, coverage, "ins/15");
    EXPECT_TRUE(text.startsWith(u"Rule 5. 2 accepted passages: ¶ 4 and 9 of CYB, 20 May 2025. Highest level: discussed."_s))
        << text.toStdString();
    EXPECT_TRUE(text.contains(u"CYB states a rhythm of 12 months: the last of them counts until 20 May 2026."_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"Responsible: CYB. Reviews the area: SDD."_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"Read-outs missing: CYB, 1 Dec 2025; SDD, 12 Nov 2025."_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"Could still change it: one of the 2 missing read-outs;"_s)) << text.toStdString();
}

TEST(CoverageExplanation, saysWhatDoesNotCountAndWhy)
{
    MapBuilder map = exampleMap();
    map.raises(u"cyber/2020-11-24"_s, u"ins/16"_s, CoverageLevel::Delivered);
    map.raises(u"trade/"_s, u"ins/16"_s, CoverageLevel::Delivered);
    const auto lookup = map.lookup();
    const auto coverage = coverageOf(lookup, ins, day);
    const QString text = why(lookup, coverage, "ins/16");
    EXPECT_TRUE(text.contains(u"Passages of CYB, 24 Nov 2020 do not count: it does not begin after the day of adoption."_s))
        << text.toStdString();
    EXPECT_TRUE(text.contains(u"Passages of trade, no date do not count: it has no date."_s)) << text.toStdString();
    EXPECT_EQ(coverage.find(u"ins/16"_s)->computed, ProgressState::FollowUpAgreed);
}

TEST(CoverageExplanation, keepsTheComputedStateBesideAJudgement)
{
    MapBuilder map = exampleMap();
    map.judges(u"Kim"_s, u"ins/15"_s, ProgressState::Delivered, u"2026-02-01"_s);
    const auto lookup = map.lookup();
    const auto coverage = coverageOf(lookup, ins, day);
    const ClauseState &state = *coverage.find(u"ins/15"_s);
    EXPECT_EQ(state.progress(), ProgressState::Delivered);
    EXPECT_EQ(state.computed, ProgressState::Raised);
    const QString text = why(lookup, coverage, "ins/15");
    EXPECT_TRUE(text.startsWith(u"Rule 1. Kim judged it delivered on 1 Feb 2026: for a reason. Computed: raised.\nRule 5."_s))
        << text.toStdString();
    EXPECT_EQ(coverage.count(ProgressState::Delivered), 1);
}

TEST(CoverageExplanation, everyStateHasWords)
{
    const auto lookup = exampleMap().lookup();
    for (const QDate &date : {QDate(1990, 1, 1), QDate(2025, 1, 1), day, QDate(2040, 1, 1), QDate()}) {
        const auto coverage = coverageOf(lookup, ins, date);
        for (const ClauseState &state : coverage.clauses)
            EXPECT_TRUE(explanation(lookup, coverage, state).first().startsWith(u"Rule "));
    }
}

TEST(CoverageJson, hasTheKeysOfTheCommandLine)
{
    MapBuilder map = exampleMap();
    map.clause("ins/41");
    const auto json = toJson(coverageOf(map.lookup(), ins, day));
    EXPECT_EQ(json.keys(), (QStringList{u"as_of"_s, u"clauses"_s, u"instrument"_s, u"totals"_s}));
    EXPECT_EQ(json[u"as_of"].toString(), u"2026-03-01"_s);
    const QJsonArray clauses = json[u"clauses"].toArray();
    const QJsonObject raised = clauses[1].toObject();
    EXPECT_EQ(raised.keys(),
              (QStringList{u"cells"_s, u"id"_s, u"knowledge"_s, u"label"_s, u"last_touched"_s, u"progress"_s, u"responsible"_s}));
    EXPECT_EQ(raised[u"label"].toString(), u"15"_s);
    EXPECT_EQ(raised[u"progress"].toString(), u"raised"_s);
    EXPECT_EQ(raised[u"last_touched"].toString(), u"2025-05-20"_s);
    const QJsonObject cell = raised[u"cells"].toArray()[0].toObject();
    EXPECT_EQ(cell.keys(), (QStringList{u"evidence"_s, u"level"_s, u"meeting"_s}));
    EXPECT_EQ(cell[u"level"].toString(), u"discussed"_s);
    EXPECT_EQ(clauses[2].toObject()[u"cells"].toArray().size(), 1); // the waiting suggestion is no cell above none
    EXPECT_TRUE(clauses.last().toObject()[u"last_touched"].isNull());
    EXPECT_EQ(json[u"totals"].toObject()[u"not raised"].toInt(), 2);
}

TEST(CoverageJson, cannotTellIsNeverUntouched)
{
    MapBuilder map;
    map.instrument("ins");
    map.clause("ins/1").gap();
    const QJsonObject clause = toJson(coverageOf(map.lookup(), ins, day))[u"clauses"].toArray()[0].toObject();
    EXPECT_EQ(clause[u"progress"].toString(), u"cannot tell"_s);
    EXPECT_EQ(clause[u"last_touched"].toString(), u"not known"_s);
}
