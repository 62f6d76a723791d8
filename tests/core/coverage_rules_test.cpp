#include "core/coverage/affected.h"
#include "core/coverage/findings.h"
#include "core/coverage/judging.h"
#include "core/coverage/rounds.h"
#include "core/coverage/rules.h"
#include "core/coverage/series.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::tests;
using namespace entente::coverage;
using namespace Qt::StringLiterals;

namespace {

const Id<Instrument> ins(u"ins"_s);
const Id<Clause> clause(u"ins/14"_s);

void setMeasure(Model &model, const char *property, const QString &value)
{
    Property row;
    row.id.value = QString::fromLatin1(property);
    row.value = value;
    model.table<Property>().put(row);
}

/// One clause that was discussed once, where no rhythm is stated.
MapBuilder discussedOnce()
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.dialogue("cyber");
    map.clause("ins/14");
    map.meeting("cyber", "2025-05-20");
    map.readout(u"cyber/2025-05-20"_s);
    map.raises(u"cyber/2025-05-20"_s, clause.value, CoverageLevel::Discussed);
    return map;
}

ProgressState stateOn(const Model &model, const QDate &day)
{
    return coverageOf(Lookup(model), ins, day).find(clause.value)->progress();
}

} // namespace

TEST(CoverageRules, aMapsOwnWindowIsTaken)
{
    MapBuilder map = discussedOnce();
    EXPECT_EQ(stateOn(map.model(), QDate(2026, 5, 21)), ProgressState::Raised);
    setMeasure(map.model(), "coverage-window-months", u"12"_s);
    EXPECT_EQ(stateOn(map.model(), QDate(2026, 5, 20)), ProgressState::Raised);
    EXPECT_EQ(stateOn(map.model(), QDate(2026, 5, 21)), ProgressState::Dormant);
}

TEST(CoverageRules, everyMeasureHasItsPropertyAndItsLimits)
{
    for (const CoverageMeasure &measure : coverageMeasures()) {
        SCOPED_TRACE(measure.property);
        const int usual = CoverageRules().*measure.value;
        EXPECT_GE(usual, measure.least);
        EXPECT_LE(usual, measure.most);
        for (const int value : {measure.least, measure.most}) {
            Model model;
            setMeasure(model, measure.property, QString::number(value));
            EXPECT_EQ(rulesOf(model).*measure.value, value);
            EXPECT_TRUE(unreadableRule(model, measure).isEmpty());
        }
        for (const QString &nonsense : {QString::number(measure.least - 1), QString::number(qint64(measure.most) + 1), u"two years"_s, QString(), u"9999999999"_s}) {
            Model model;
            setMeasure(model, measure.property, nonsense);
            EXPECT_EQ(rulesOf(model), CoverageRules());
            EXPECT_FALSE(unreadableRule(model, measure).isEmpty());
        }
    }
}

TEST(CoverageRules, aMeasureThatCannotBeReadIsAFinding)
{
    MapBuilder map = discussedOnce();
    setMeasure(map.model(), "coverage-window-months", u"soon"_s);
    const auto findings = findingsOf(map.lookup(), QDate(2026, 3, 1));
    const auto found = std::ranges::find(findings, u"unreadable measure"_s, &Finding::rule);
    ASSERT_NE(found, findings.end());
    EXPECT_TRUE(found->reason.contains(u"soon"_s));
}

TEST(CoverageRules, aGapBeginsWhereTheMapSaysSo)
{
    MapBuilder map;
    map.dialogue("cyber").months(12);
    map.meeting("cyber", "2020-01-01");
    map.meeting("cyber", "2022-02-01");
    const Dialogue cyber = *map.model().find<Dialogue>(u"cyber"_s);
    EXPECT_EQ(seriesOf(map.lookup(), cyber, QDate(2023, 1, 1)).gaps.size(), 1U);
    setMeasure(map.model(), "series-gap-factor", u"3"_s);
    EXPECT_TRUE(seriesOf(map.lookup(), cyber, QDate(2023, 1, 1)).gaps.empty());
}

TEST(CoverageRules, anEditOfAMeasureReachesEveryClause)
{
    MapBuilder map = discussedOnce();
    const QDate day(2026, 6, 1);
    const Coverage before = coverageOf(map.lookup(), ins, day);
    Property row;
    row.id.value = u"coverage-window-months"_s;
    row.value = u"6"_s;
    ChangeSet changes;
    changes.add(row);
    Model after = map.model();
    after.apply(changes);
    const Lookup lookup(after);
    EXPECT_FALSE(affectedClauses(before, lookup, changes).has_value());
    EXPECT_EQ(coverageAfter(before, lookup, changes), coverageOf(lookup, ins, day));
    EXPECT_NE(coverageAfter(before, lookup, changes), before);
}

TEST(Judging, standsBesideTheComputedStateAndCanBeTakenBack)
{
    MapBuilder map = discussedOnce();
    const QDate day(2026, 3, 1);
    const Model start = map.model();
    const Coverage before = coverageOf(Lookup(start), ins, day);
    const auto judged = judge(start, clause, ProgressState::Delivered, u" Kim "_s, day, u"The course took place.\n"_s);
    ASSERT_TRUE(judged) << judged.error().sentence.toStdString();
    Model model = start;
    model.apply(*judged);
    const Coverage after = coverageAfter(before, Lookup(model), *judged);
    EXPECT_EQ(after, coverageOf(Lookup(model), ins, day));
    const ClauseState &state = *after.find(clause.value);
    EXPECT_EQ(state.progress(), ProgressState::Delivered);
    EXPECT_EQ(state.computed, ProgressState::Raised);
    EXPECT_EQ(state.judgement->who, u"Kim"_s);
    EXPECT_EQ(state.judgement->reason, u"The course took place."_s);

    const auto back = takeJudgementBack(model, state.judgement->id);
    ASSERT_TRUE(back);
    model.apply(*back);
    EXPECT_EQ(coverageOf(Lookup(model), ins, day), before);
}

TEST(Judging, aSecondOneOfTheSameDayChangesTheFirst)
{
    Model model = discussedOnce().model();
    const QDate day(2026, 3, 1);
    model.apply(*judge(model, clause, ProgressState::Delivered, u"Kim"_s, day, u"done"_s));
    model.apply(*judge(model, clause, ProgressState::Dormant, u"Kim"_s, day, u"not done after all"_s));
    EXPECT_EQ(std::ranges::distance(model.all<Judgement>()), 1);
    EXPECT_EQ(stateOn(model, day), ProgressState::Dormant);
}

TEST(Judging, needsAClauseAReasonANameAndADay)
{
    const Model model = discussedOnce().model();
    const QDate day(2026, 3, 1);
    EXPECT_FALSE(judge(model, clause, ProgressState::Delivered, u"Kim"_s, day, u"  "_s));
    EXPECT_FALSE(judge(model, clause, ProgressState::Delivered, QString(), day, u"done"_s));
    EXPECT_FALSE(judge(model, clause, ProgressState::Delivered, u"Kim"_s, QDate(), u"done"_s));
    EXPECT_FALSE(judge(model, Id<Clause>(u"ins/99"_s), ProgressState::Delivered, u"Kim"_s, day, u"done"_s));
    EXPECT_FALSE(takeJudgementBack(model, Id<Judgement>(u"jdg-nobody"_s)));
}

TEST(RoundDays, areTheDaysOnWhichTheMatrixChanges)
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.dialogue("cyber");
    map.dialogue("other");
    map.clause("ins/14").names("cyber");
    map.meeting("cyber", "2024-11-04");
    map.meeting("cyber", "2025-05-20");
    map.meeting("cyber", "2026"); // counts from its first day
    map.meeting("cyber", "");
    map.meeting("other", "2025-06-01");
    map.readout(u"cyber/2025-05-20"_s);
    const auto days = roundDays(map.lookup(), ins);
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0].day, QDate(2025, 5, 20));
    EXPECT_FALSE(days[0].readoutMissing);
    EXPECT_EQ(days[1].day, QDate(2026, 1, 1));
    EXPECT_TRUE(days[1].readoutMissing);
    for (const RoundDay &round : days)
        EXPECT_NE(coverageOf(map.lookup(), ins, round.day).columns, coverageOf(map.lookup(), ins, round.day.addDays(-1)).columns);
}
