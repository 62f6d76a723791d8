#include "core/coverage/json.h"

#include <QJsonArray>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QJsonValue dateOrNull(const QString &iso)
{
    return iso.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(iso);
}

QJsonObject toJson(const ClauseState &state)
{
    QJsonArray cells;
    for (const Cell &cell : state.cells) {
        if (cell.level > CoverageLevel::None) {
            cells.append(QJsonObject{{u"meeting"_s, cell.meeting},
                                     {u"level"_s, wordOf(cell.level)},
                                     {u"evidence"_s, QJsonArray::fromStringList(cell.evidence)}});
        }
    }
    QJsonObject json{{u"id"_s, state.clause},
                     {u"label"_s, state.label},
                     {u"progress"_s, wordOf(state.progress())},
                     {u"knowledge"_s, wordOf(state.knowledge)},
                     {u"last_touched"_s, state.lastTouchedKnown ? dateOrNull(state.lastTouched.toIso()) : QJsonValue(u"not known"_s)},
                     {u"responsible"_s, QJsonArray::fromStringList(state.responsible)},
                     {u"cells"_s, cells}};
    if (state.judgement) {
        json.insert(u"computed"_s, wordOf(state.computed));
        json.insert(u"judgement"_s, QJsonObject{{u"who"_s, state.judgement->who},
                                                {u"date"_s, dateOrNull(state.judgement->date.toIso())},
                                                {u"reason"_s, state.judgement->reason}});
    }
    return json;
}

QJsonObject toJson(const Series &series)
{
    QJsonArray rounds;
    for (const HeldRound &round : series.rounds) {
        rounds.append(QJsonObject{{u"meeting"_s, round.meeting},
                                  {u"ordinal"_s, round.ordinal ? QJsonValue(*round.ordinal) : QJsonValue(QJsonValue::Null)},
                                  {u"start"_s, round.start.toIso()}});
    }
    QJsonArray gaps;
    for (const Gap &gap : series.gaps)
        gaps.append(QJsonObject{{u"from"_s, gap.from.toIso()}, {u"to"_s, gap.to.toIso()}, {u"months"_s, gap.months}});
    QJsonArray missing;
    for (const int ordinal : series.missingOrdinals)
        missing.append(ordinal);
    QJsonArray expected;
    for (const Slot &slot : series.expected)
        expected.append(QJsonObject{{u"day"_s, slot.day.toString(Qt::ISODate)}, {u"passed"_s, slot.passed}});
    QJsonArray stretches;
    for (const MissingNumbers &stretch : series.missing) {
        QJsonArray numbers;
        for (const int number : stretch.numbers)
            numbers.append(number);
        stretches.append(QJsonObject{{u"numbers"_s, numbers}, {u"may_be"_s, QJsonArray::fromStringList(stretch.mayBe)}});
    }
    return {{u"dialogue"_s, series.dialogue},
            {u"stated"_s, series.stated},
            {u"rhythm_months"_s, series.rhythm ? QJsonValue(*series.rhythm) : QJsonValue(QJsonValue::Null)},
            {u"expected"_s, expected},
            {u"missing"_s, stretches},
            {u"renumbered"_s, QJsonArray::fromStringList(series.restarts)},
            {u"undated"_s, QJsonArray::fromStringList(series.undated)},
            {u"planned"_s, QJsonArray::fromStringList(series.planned)},
            {u"cancelled"_s, QJsonArray::fromStringList(series.cancelled)},
            {u"predecessors"_s, QJsonArray::fromStringList(series.predecessors)},
            {u"successors"_s, QJsonArray::fromStringList(series.successors)},
            {u"former_names"_s, QJsonArray::fromStringList(series.formerNames)},
            {u"remarks"_s, QJsonArray::fromStringList(series.remarks)},
            {u"sentence"_s, series.sentence},
            {u"months"_s, series.months ? QJsonValue(*series.months) : QJsonValue(QJsonValue::Null)},
            {u"held"_s, series.held()},
            {u"rounds"_s, rounds},
            {u"gaps"_s, gaps},
            {u"missing_ordinals"_s, missing},
            {u"next_due"_s, dateOrNull(series.nextDue.toString(Qt::ISODate))},
            {u"overdue_days"_s, series.overdueDays}};
}

} // namespace

QJsonObject toJson(const Coverage &coverage)
{
    QJsonArray clauses;
    for (const ClauseState &state : coverage.clauses)
        clauses.append(toJson(state));
    QJsonObject totals;
    for (std::size_t i = 0; i < coverage.counts.size(); ++i)
        totals.insert(wordOf(static_cast<ProgressState>(i)), coverage.counts[i]);
    return {{u"instrument"_s, coverage.instrument},
            {u"as_of"_s, dateOrNull(coverage.asOf.toString(Qt::ISODate))},
            {u"clauses"_s, clauses},
            {u"totals"_s, totals}};
}

QJsonObject toJson(const std::vector<Series> &series)
{
    QJsonArray items;
    for (const Series &one : series)
        items.append(toJson(one));
    return {{u"items"_s, items}};
}

QJsonObject toJson(const std::vector<Finding> &findings)
{
    QJsonArray items;
    for (const Finding &finding : findings) {
        QJsonObject item{{u"id"_s, finding.id},
                         {u"rule"_s, finding.rule},
                         {u"severity"_s, severityWord(finding.severity)},
                         {u"reason"_s, finding.reason},
                         {u"records"_s, QJsonArray::fromStringList(finding.records)},
                         {u"waived"_s, finding.waiver.has_value()}};
        if (finding.waiver) {
            item.insert(u"waiver"_s, QJsonObject{{u"who"_s, finding.waiver->who},
                                                 {u"date"_s, dateOrNull(finding.waiver->date.toIso())},
                                                 {u"reason"_s, finding.waiver->reason}});
        }
        items.append(item);
    }
    return {{u"items"_s, items}};
}

} // namespace entente::coverage
