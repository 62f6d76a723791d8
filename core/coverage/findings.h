#pragma once

#include "core/base/progress.h"
#include "core/base/vocabulary.h"
#include "core/model/lookup.h"

#include <QDate>

#include <optional>
#include <vector>

/// The worklist that only a map with sources, clauses and time together can make.
namespace entente::coverage {

/// How much a finding presses. The order is the rank.
enum class Severity { Note, Attention, Problem };

/// `note`, `attention`, `problem`
QString severityWord(Severity severity);

/// One row of the worklist: what a rule noticed about some records, in words that name them.
struct Finding
{
    QString id;   ///< From the rule and the records: the same finding has the same key tomorrow, and in a colleague's copy.
    QString rule; ///< `overdue round`
    Severity severity = Severity::Attention;
    QString reason;
    QStringList records; ///< The one that it is about first.
    std::optional<Waiver> waiver; ///< Somebody let it stand; else it is open.

    bool operator==(const Finding &) const = default;
};

/// All findings on a day, the pressing ones first, then by rule and record. A cancelled search returns what it has.
std::vector<Finding> findingsOf(const Lookup &lookup, const QDate &asOf, const Progress &progress = Progress());

/// The words of all rules, in the order in which the worklist lists them, and what each looks for.
struct FindingRule
{
    QString word;
    QString explanation;
};
const std::vector<FindingRule> &findingRules();

/// The key that a waiver of this finding has.
QString waiverKey(const QString &rule, const QStringList &records);

/// Lets a finding stand, with who and why. Refuses an empty reason.
Result<ChangeSet> waive(const Model &model, const Finding &finding, const QString &who, const QDate &day, const QString &reason);
/// Takes the waiver back.
Result<ChangeSet> unwaive(const Model &model, const QString &findingId);

} // namespace entente::coverage
