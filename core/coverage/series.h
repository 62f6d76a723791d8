#pragma once

#include "core/base/vocabulary.h"
#include "core/model/lookup.h"

#include <QDate>

/// The clock of each dialogue: what rhythm was stated, what was kept, what is due.
namespace entente::coverage {

/// A round held by the day asked about.
struct HeldRound
{
    QString meeting;
    std::optional<int> ordinal;
    PartialDate start;

    bool operator==(const HeldRound &) const = default;
};

/// Two consecutive rounds at least twice the rhythm apart, whatever days their partial dates mean.
struct Gap
{
    PartialDate from;
    PartialDate to;
    int months = 0; ///< At least; counted by the calendar, November to January of the next year being 14.

    bool operator==(const Gap &) const = default;
};

/// Numbers that no round in the map carries, between two rounds that have one, or before the first.
struct MissingNumbers
{
    std::vector<int> numbers;
    QString after;   ///< The numbered round before them; empty where they precede the first.
    QString before;  ///< The numbered round behind them.
    QStringList mayBe; ///< Rounds without a number in between: one of them may be a missing one.

    bool operator==(const MissingNumbers &) const = default;
};

/// A day by which the stated rhythm expected a round that nobody recorded.
struct Slot
{
    QDate day;
    bool passed = false; ///< By the day asked about.

    bool operator==(const Slot &) const = default;
};

/// One dialogue on a day.
struct Series
{
    QString dialogue;
    QString stated;
    std::optional<int> months;     ///< The stated rhythm; without one, gaps are measured against 24 months and nothing is due.
    std::vector<HeldRound> rounds; ///< With a date, by first possible day, then number.
    std::vector<Gap> gaps;         ///< None is claimed where rounds in between are not recorded.
    std::vector<int> missingOrdinals;
    std::vector<MissingNumbers> missing; ///< The same in stretches; those that no two neighbouring rounds enclose are left out.
    std::optional<int> rhythm;           ///< Median months between consecutive rounds whose days are known and between which no record is missing.
    std::vector<Slot> expected;          ///< Days by which a round was or is due: those of each gap, then from `nextDue` on to the first after the day asked about.
    QStringList restarts;                ///< Rounds with which the numbers begin anew.
    QDate nextDue; ///< The last day that keeps the rhythm; invalid where none is stated, none was held, or the dialogue is not in force.
    int overdueDays = 0;

    QStringList undated; ///< Held rounds without a date: not among the rounds.
    QStringList planned; ///< Planned rounds.
    QStringList cancelled;
    QStringList predecessors; ///< Dialogues that this one succeeds; counted separately.
    QStringList formerNames;
    QStringList successors;
    QStringList remarks; ///< What is odd in the records, in sentences: two rounds with one number, an end before its start.
    QString sentence;    ///< All of it in words, for the inspector.

    int held() const { return int(rounds.size()); }
    bool operator==(const Series &) const = default;
};

/// The clock of one dialogue; an invalid day sets no limit and makes nothing overdue.
Series seriesOf(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf);

/// `one round without a number, of 2021, may be among them`; nothing where there is none.
QString maybeInWords(const Lookup &lookup, const std::vector<MissingNumbers> &missing);

/// All dialogues, in the order of their keys.
std::vector<Series> allSeries(const Lookup &lookup, const QDate &asOf);

} // namespace entente::coverage
