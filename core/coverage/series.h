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

/// One dialogue on a day.
struct Series
{
    QString dialogue;
    QString stated;
    std::optional<int> months;     ///< The stated rhythm; without one, gaps are measured against 24 months and nothing is due.
    std::vector<HeldRound> rounds; ///< With a date, by first possible day, then number.
    std::vector<Gap> gaps;         ///< None is claimed where rounds in between are not recorded.
    std::vector<int> missingOrdinals;
    QDate nextDue; ///< The last day that keeps the rhythm; invalid where none is stated, none was held, or the dialogue is not in force.
    int overdueDays = 0;

    QStringList undated; ///< Held rounds without a date: not among the rounds.
    QStringList planned; ///< Planned rounds.
    QStringList cancelled;
    QStringList predecessors; ///< Dialogues that this one succeeds; counted separately.
    QStringList successors;
    QStringList remarks; ///< What is odd in the records, in sentences: two rounds with one number, an end before its start.
    QString sentence;    ///< All of it in words, for the inspector.

    int held() const { return int(rounds.size()); }
    bool operator==(const Series &) const = default;
};

/// The clock of one dialogue; an invalid day sets no limit and makes nothing overdue.
Series seriesOf(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf);

/// All dialogues, in the order of their keys.
std::vector<Series> allSeries(const Lookup &lookup, const QDate &asOf);

} // namespace entente::coverage
