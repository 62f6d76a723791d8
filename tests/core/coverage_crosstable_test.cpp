#include "core/coverage/crosstable.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

#include <random>

using namespace entente;
using namespace entente::tests;
using namespace entente::coverage;
using namespace Qt::StringLiterals;

namespace {

const Id<Instrument> ins(u"ins"_s);
const QDate day(2026, 3, 1);

/// A map that nobody drew: clauses with and without areas and chapeaus, dialogues with and without rounds, rounds with and without read-outs,
/// passages and people.
Lookup randomMap(unsigned seed)
{
    std::mt19937 random(seed);
    const auto pick = [&](int below) { return int(random() % unsigned(below)); };
    MapBuilder map;
    map.instrument("ins").adopted("2020-01-01");
    for (int i = 0; i < 4; ++i)
        map.add<Area>(u"area%1"_s.arg(i));
    for (int i = 0; i < 5; ++i)
        map.institution(u"body%1"_s.arg(i).toUtf8().constData(), i % 2 ? Side::Rok : Side::Eu);
    QStringList meetings;
    for (int i = 0; i < 5; ++i) {
        const QString dialogue = map.dialogue(u"d%1"_s.arg(i)).months(12).row().id.value;
        for (int round = pick(4); round > 0; --round) {
            const QString id = map.meeting(dialogue, QDate(2019, 6, 1).addDays(pick(3000)).toString(Qt::ISODate)).row().id.value;
            if (meetings.contains(id))
                continue;
            meetings += id;
            if (pick(2))
                map.readout(id);
            for (int body = 0; body < 5; ++body) {
                if (pick(3) > 0)
                    continue;
                Attendance attendance;
                attendance.id.value = id + u'-' + QString::number(body);
                attendance.meeting.value = id;
                attendance.institution.value = u"body%1"_s.arg(body);
                map.model().table<Attendance>().put(attendance);
            }
        }
    }
    for (int i = 0; i < 12; ++i) {
        auto clause = map.clause(u"ins/%1"_s.arg(i));
        if (i > 0 && pick(3) == 0)
            clause.under(u"ins/%1"_s.arg(pick(i)).toUtf8().constData());
        else if (pick(4) > 0)
            clause.area(u"area%1"_s.arg(pick(4)).toUtf8().constData());
        if (pick(2))
            clause.names(u"d%1"_s.arg(pick(5)).toUtf8().constData());
        if (pick(3) == 0)
            clause.names(u"body%1"_s.arg(pick(5)).toUtf8().constData());
        for (int passages = pick(4); passages > 0 && !meetings.isEmpty(); --passages)
            map.raises(meetings[pick(int(meetings.size()))], u"ins/%1"_s.arg(i), CoverageLevel(1 + pick(4)), QString::number(passages));
    }
    map.relate(relation::reviews, u"d0"_s, u"area0"_s);
    return map.lookup();
}

} // namespace

TEST(CrossTable, holdsEveryCellOfTheMatrixOnceAtItsDialogue)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        const Lookup lookup = randomMap(seed);
        const Coverage coverage = coverageOf(lookup, ins, day);
        const CrossTable table = crossTable(lookup, coverage, Against::Dialogues);
        std::array<int, 5> inMatrix = {};
        int passages = 0;
        for (const ClauseState &state : coverage.clauses) {
            passages += state.passages();
            for (const Cell &cell : state.cells) {
                if (cell.level > CoverageLevel::None)
                    ++inMatrix[std::size_t(cell.level)];
            }
        }
        std::array<int, 5> inTable = {};
        int gathered = 0;
        for (const CrossCell &cell : table.cells) {
            gathered += int(cell.evidence.size());
            for (std::size_t level = 0; level < 5; ++level)
                inTable[level] += cell.cells[level];
        }
        EXPECT_EQ(inTable, inMatrix);
        EXPECT_EQ(gathered, passages);
    }
}

TEST(CrossTable, holdsEveryCellOnceForEachBodyThatWasPresent)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        const Lookup lookup = randomMap(seed);
        const Coverage coverage = coverageOf(lookup, ins, day);
        const CrossTable table = crossTable(lookup, coverage, Against::Institutions);
        int expected = 0;
        for (const ClauseState &state : coverage.clauses) {
            for (const Cell &cell : state.cells) {
                QSet<QString> bodies;
                for (const Attendance *attendance : lookup.attendance(Id<Meeting>(cell.meeting)))
                    bodies.insert(attendance->institution.value);
                if (cell.level > CoverageLevel::None)
                    expected += std::max(1, int(bodies.size())); // Nobody recorded: one column for that.
            }
        }
        int counted = 0;
        for (const CrossCell &cell : table.cells) {
            for (std::size_t level = 1; level < 5; ++level)
                counted += cell.cells[level];
        }
        EXPECT_EQ(counted, expected);
    }
}

TEST(CrossTable, countsEveryClauseInOneRow)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        const Lookup lookup = randomMap(seed);
        const Coverage coverage = coverageOf(lookup, ins, day);
        for (const Against against : {Against::Dialogues, Against::Institutions}) {
            const CrossTable table = crossTable(lookup, coverage, against);
            std::size_t clauses = 0;
            std::array<int, 8> states = {};
            for (const CrossRow &row : table.rows) {
                clauses += std::size_t(row.clauses.size());
                for (std::size_t state = 0; state < 8; ++state)
                    states[state] += row.states[state];
            }
            EXPECT_EQ(clauses, coverage.clauses.size());
            EXPECT_EQ(states, coverage.counts);
            EXPECT_EQ(table.cells.size(), table.rows.size() * table.columns.size());
            for (std::size_t row = 0; row < table.rows.size(); ++row) {
                for (std::size_t column = 0; column < table.columns.size(); ++column)
                    EXPECT_LE(table.cell(row, column).raised(), table.rows[row].clauses.size());
            }
        }
    }
}

TEST(CrossTable, showsDialoguesThatAreNamedAndNeverMet)
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.area("sea");
    map.dialogue("maritime");
    map.clause("ins/14").area("sea").names("maritime");
    const CrossTable table = crossTable(map.lookup(), coverageOf(map.lookup(), ins, day), Against::Dialogues);
    ASSERT_EQ(table.columns.size(), 1U);
    EXPECT_EQ(table.columns[0].rounds, 0);
    EXPECT_EQ(table.cell(0, 0).bound, 1);
    EXPECT_EQ(table.cell(0, 0).untold, 0);
}

TEST(CrossTable, saysWhatCannotBeTold)
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.area("sea");
    map.dialogue("maritime");
    map.dialogue("security");
    map.clause("ins/14").area("sea").names("maritime");
    map.clause("ins/15").area("sea");
    map.relate(relation::reviews, u"security"_s, u"sea"_s);
    map.meeting("maritime", "2025-05-20");
    map.meeting("security", "2025-11-12");
    map.readout(u"security/2025-11-12"_s);
    const CrossTable table = crossTable(map.lookup(), coverageOf(map.lookup(), ins, day), Against::Dialogues);
    ASSERT_EQ(table.columns.size(), 2U);
    for (std::size_t column = 0; column < 2; ++column) {
        const CrossCell &cell = table.cell(0, column);
        const bool maritime = table.columns[column].record == u"maritime"_s;
        EXPECT_EQ(cell.untold, maritime ? 1 : 0);
        EXPECT_EQ(cell.bound, maritime ? 1 : 0);
        EXPECT_EQ(cell.cares, !maritime);
    }
}

TEST(CrossTable, ofNothingIsEmpty)
{
    const Lookup lookup{Model()};
    EXPECT_TRUE(crossTable(lookup, coverageOf(lookup, ins, day), Against::Institutions).cells.empty());
}
