#pragma once

#include "core/coverage/progress.h"

#include <set>

namespace entente::coverage {

/// A meeting that counts on the day asked about, with the days on which it may have begun: after adoption, not after the day asked about.
struct Round
{
    const Meeting *meeting = nullptr;
    QDate first;
    QDate last;
    bool hasReadout = false;
};

/// The counted meetings of a map for one instrument and day: held, beginning after the day of adoption and not after the day asked about. A
/// partial date counts if any of its days fits, an unknown one never; without a date of adoption nothing is too early.
class CountedRounds
{
public:
    CountedRounds(const Lookup &lookup, const PartialDate &adopted, const QDate &asOf);
    CountedRounds(const CountedRounds &) = delete;
    CountedRounds &operator=(const CountedRounds &) = delete;

    /// By date.
    std::span<const Round> of(const QString &dialogue) const;
    /// Null if the meeting does not count.
    const Round *find(const QString &meeting) const { return m_roundOf.value(meeting); }
    const QHash<QString, std::vector<Round>> &byDialogue() const { return m_rounds; }

private:
    QHash<QString, std::vector<Round>> m_rounds;
    QHash<QString, const Round *> m_roundOf;
};

/// Dialogues as in the ladder: by level, superiors first, then most rounds, then the key.
std::vector<QString> inLadderOrder(const Lookup &lookup, const std::set<QString> &dialogues);

/// Fills the columns, the folded rounds and the number of undated ones from the clauses of a coverage.
void addColumns(const Lookup &lookup, const CountedRounds &rounds, Coverage &coverage);

/// A day on which rounds of the matrix begin to count.
struct RoundDay
{
    QDate day;
    QStringList meetings;
    bool readoutMissing = false; ///< Of at least one of them.

    bool operator==(const RoundDay &) const = default;
};

/// The days on which the rounds in the columns of an instrument's matrix begin to count, whatever day is asked about; in order, each once.
std::vector<RoundDay> roundDays(const Lookup &lookup, const Id<Instrument> &instrument);

} // namespace entente::coverage
