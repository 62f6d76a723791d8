#pragma once

#include "core/base/progress.h"
#include "core/base/vocabulary.h"
#include "core/model/lookup.h"

#include <QDate>

#include <array>

/// What became of the clauses of an instrument on a day, by the rules of progress.cpp.
namespace entente::coverage {

/// One clause at one meeting.
struct Cell
{
    QString meeting;
    CoverageLevel level = CoverageLevel::None; ///< The highest of its accepted passages.
    QStringList evidence;                      ///< The evidence rows of those passages.
    int waiting = 0;                           ///< Suggestions for it that nobody has decided yet.
    bool readoutMissing = false;               ///< A responsible or reviewing dialogue met here and the map has no read-out.

    bool operator==(const Cell &) const = default;
};

/// What a dialogue has to do with a clause.
enum class Part { None, Reviewing, Responsible };

/// The state of one clause, and everything that led to it.
struct ClauseState
{
    QString clause;
    QString label;
    ProgressState computed = ProgressState::NotRaised;
    int computedRule = 8; ///< 2 to 8, as numbered in progress.cpp.
    std::optional<Judgement> judgement;
    Knowledge knowledge = Knowledge::None;
    PartialDate lastTouched;      ///< Unknown: never, if `lastTouchedKnown`.
    bool lastTouchedKnown = true; ///< False for *cannot tell*: "not known", never "never".

    QStringList responsible; ///< Dialogues that the clause names or creates, or those of its chapeau.
    QString responsibleFrom; ///< The label of that chapeau; empty where they are the clause's own.
    QStringList reviewing;   ///< Dialogues that review the clause's area and are not responsible.
    int cadence = 24;        ///< In months: how long a passage keeps the clause alive.
    bool cadenceStated = false;
    QDate aliveUntil; ///< The last day on which the last passage counts; invalid without passages.

    std::vector<Cell> cells;     ///< With a passage or a waiting suggestion, by date.
    QStringList missingReadouts; ///< Counted meetings of responsible, then reviewing dialogues without a read-out.
    QStringList notCounted;      ///< Meetings with accepted passages that do not count on this day.

    ProgressState progress() const { return judgement ? judgement->progress : computed; }
    int rule() const { return judgement ? 1 : computedRule; }
    Part part(const QString &dialogue) const;
    /// Accepted passages of counted meetings.
    int passages() const;
    CoverageLevel highestLevel() const;

    bool operator==(const ClauseState &) const = default;
};

/// One counted round as a column of the matrix.
struct Column
{
    QString meeting;
    QString dialogue;
    bool readoutMissing = false;

    bool operator==(const Column &) const = default;
};

/// Clause × meeting for one instrument on one day.
struct Coverage
{
    QString instrument;
    QDate asOf;
    PartialDate adopted;
    std::vector<ClauseState> clauses; ///< In the order of the text.
    std::vector<Column>
        columns;        ///< Rounds of dialogues that a clause names, that review it or that have a passage; by dialogue, then date.
    QStringList folded; ///< The counted rounds of all other dialogues, by date.
    int undated = 0;    ///< Held rounds of the dialogues in the columns that have no date and do not count.

    /// How many clauses are in a state.
    int count(ProgressState state) const { return counts[static_cast<std::size_t>(state)]; }
    std::array<int, Words<ProgressState>::list.size()> counts = {};

    const ClauseState *find(const QString &clause) const;
    /// The cell of a row in a column, also where nothing was said.
    Cell cell(const ClauseState &state, const Column &column) const;

    bool operator==(const Coverage &) const = default;
};

/// An area and those that it is part of, the nearest first; who reviews one of them reviews the area. A circle ends.
QStringList areasAround(const Lookup &lookup, const QString &area);

/// Applies the rules to every clause of the instrument's current edition. An unknown instrument has no clauses; an invalid day sets no
/// limit. A cancelled computation returns what it has.
Coverage coverageOf(const Lookup &lookup, const Id<Instrument> &instrument, const QDate &asOf, const Progress &progress = Progress());

/// The same after an edit, for what it costs to look at the clauses that the edit touches. `before` is complete, and of the map before.
Coverage coverageAfter(const Coverage &before, const Lookup &lookup, const ChangeSet &changes);

} // namespace entente::coverage
