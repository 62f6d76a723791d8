#pragma once

#include "core/model/lookup.h"

#include <QDate>

#include <optional>
#include <vector>

/// What was promised, and what became of it on a day: the ledger behind the list, the paper and the reminders.
namespace entente::coverage {

/// When a commitment falls due.
enum class Due { NoDate, Later, Soon, Overdue, Settled };

/// One row of the ledger.
struct LedgerEntry
{
    QString commitment;
    Side bySide = Side::Unknown; ///< Of who promised; both sides are none.
    QString by;                  ///< In words; "both sides" where nobody is named.
    QString to;
    QString dialogue; ///< In which it was promised.
    PartialDate made; ///< When; the meeting's day, else that of the text.
    QString madeAt;   ///< In words: "Cyber Policy Consultation, round 7, 20 May 2025" or "SDP 14(c)".
    CommitmentState state = CommitmentState::Open; ///< On the day: what was proved later is still open.
    Due due = Due::NoDate;
    int overdueDays = 0; ///< After the last day that the date may mean; 0 where it is not overdue.
    int daysLeft = 0;    ///< Until then, where it is due later.
    Knowledge knowledge = Knowledge::None;
    QString because; ///< What the knowledge rests on, in a sentence.

    bool operator==(const LedgerEntry &) const = default;
};

/// How long before its date a commitment is recalled: the property `reminder_days` of the map, else 60.
int reminderDays(const Model &model);

/// How the state of a commitment is known, and why. Delivered and dropped ones rest on their proof, the others on where they were made. A
/// passage of an official text documents; another text reports; without a passage the evidence of the commitment counts; a meeting or clause
/// that is only named lets it be inferred; else nothing is known.
std::pair<Knowledge, QString> knowledgeOf(const Lookup &lookup, const Commitment &commitment, CommitmentState state);

/// The commitments made by a day (undated ones count), the overdue ones first, then by date, those without one last. An invalid day sets no
/// limit, and nothing is overdue then.
std::vector<LedgerEntry> ledgerOf(const Lookup &lookup, const QDate &asOf);

/// One of them; nothing where there is no such commitment. It is told whatever the day.
std::optional<LedgerEntry> ledgerEntry(const Lookup &lookup, const QString &commitment, const QDate &asOf);

/// "overdue", "due soon", "due later", "no date", "settled"
QString dueWord(Due due);

} // namespace entente::coverage
