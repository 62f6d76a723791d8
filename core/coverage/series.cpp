#include "core/coverage/series.h"

#include "core/base/text.h"
#include "core/coverage/rules.h"
#include "core/coverage/words.h"
#include "core/model/asof.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMissingOrdinals = CoverageRules().mostOrdinals;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

/// Months from the last possible day of one date to the first possible one of another, as people count them on a calendar.
int monthsBetween(const PartialDate &from, const PartialDate &to)
{
    const QDate begin = from.isDay() ? from.last() : from.last().addDays(1);
    const QDate end = to.first();
    return (end.year() - begin.year()) * 12 + end.month() - begin.month();
}

/// What the numbers of the rounds say about records that are missing.
struct Numbers
{
    std::set<int> recorded;  ///< Of rounds with any status.
    std::set<int> cancelled; ///< Known not to have taken place.
    std::map<int, int> held; ///< Number → how many rounds carry it.

    /// Whether a round numbered strictly between the two took place, or may have.
    bool anyBetween(int low, int high) const
    {
        for (int number = low + 1; number < high && number <= low + mostMissingOrdinals; ++number) {
            if (!cancelled.contains(number))
                return true;
        }
        return false;
    }
};

Numbers numbersOf(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf)
{
    Numbers numbers;
    for (const Meeting *meeting : lookup.meetings(dialogue.id)) {
        if (!meeting->ordinal || *meeting->ordinal < 1)
            continue;
        numbers.recorded.insert(*meeting->ordinal);
        if (meeting->status == MeetingStatus::Cancelled)
            numbers.cancelled.insert(*meeting->ordinal);
        if (meeting->status == MeetingStatus::Held && (!meeting->start.isKnown() || mayBeBy(meeting->start, asOf)))
            ++numbers.held[*meeting->ordinal];
    }
    for (const auto &[number, count] : numbers.held)
        numbers.cancelled.erase(number);
    return numbers;
}

void takeMeetings(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf, Series &series)
{
    for (const Meeting *meeting : lookup.meetings(dialogue.id)) {
        if (meeting->status == MeetingStatus::Planned)
            series.planned.append(meeting->id.value);
        else if (meeting->status == MeetingStatus::Cancelled)
            series.cancelled.append(meeting->id.value);
        else if (!meeting->start.isKnown())
            series.undated.append(meeting->id.value);
        else if (isHeldBy(*meeting, asOf))
            series.rounds.push_back({meeting->id.value, meeting->ordinal, meeting->start});
        if (meeting->start.isKnown() && meeting->end.isKnown() && meeting->end.last() < meeting->start.first())
            series.remarks.append(tr("%1 ends before it begins.").arg(roundInWords(lookup, meeting->id.value)));
    }
    std::ranges::sort(series.rounds, {}, [](const HeldRound &round) {
        return std::tuple(round.start.first(), round.ordinal.value_or(0), round.start.last(), round.meeting);
    });
}

void takeNumbers(const Numbers &numbers, Series &series)
{
    const int highest = numbers.held.empty() ? 0 : numbers.held.rbegin()->first;
    for (int number = 1; number < highest; ++number) {
        if (numbers.recorded.contains(number))
            continue;
        if (std::ssize(series.missingOrdinals) == mostMissingOrdinals) {
            series.remarks.append(tr("More than %1 numbers are missing below round %2.").arg(mostMissingOrdinals).arg(highest));
            break;
        }
        series.missingOrdinals.push_back(number);
    }
    for (const auto &[number, count] : numbers.held) {
        if (count > 1)
            series.remarks.append(tr("%1 rounds are numbered %2.").arg(count).arg(number));
    }
}

/// Whether rounds that are not recorded may lie between the rounds at `index` and `index + 1`.
bool mayMissRecords(const Series &series, const Numbers &numbers, std::size_t index)
{
    const auto numberAt = [&](std::size_t i) { return series.rounds[i].ordinal.value_or(0); };
    int before = 0;
    for (std::size_t i = index + 1; i-- > 0 && before < 1;)
        before = numberAt(i);
    int after = 0;
    for (std::size_t i = index + 1; i < series.rounds.size() && after < 1; ++i)
        after = numberAt(i);
    return after > 0 && numbers.anyBetween(std::max(before, 0), after);
}

void takeGaps(const Numbers &numbers, const CoverageRules &rules, Series &series)
{
    const int least = rules.gapFactor * series.months.value_or(rules.rhythm);
    for (std::size_t i = 0; i + 1 < series.rounds.size(); ++i) {
        const PartialDate &from = series.rounds[i].start;
        const PartialDate &to = series.rounds[i + 1].start;
        if (from.last().addMonths(least) <= to.first() && !mayMissRecords(series, numbers, i))
            series.gaps.push_back({from, to, std::max(least, monthsBetween(from, to))});
    }
}

void takeNextDue(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf, Series &series)
{
    if (!series.months || series.rounds.empty() || dialogue.status == DialogueStatus::Planned || !isInForce(lookup, dialogue, asOf))
        return;
    QDate last;
    for (const HeldRound &round : series.rounds)
        last = std::max(last, lastDayBy(round.start, asOf));
    series.nextDue = last.addMonths(*series.months);
    if (asOf.isValid() && series.nextDue < asOf)
        series.overdueDays = int(series.nextDue.daysTo(asOf));
}

/// `, 11 to 20 months apart`, over the consecutive rounds that are no gap and whose dates and numbers leave no doubt.
QString rhythmInWords(const Series &series, const Numbers &numbers)
{
    int measured = 0;
    int shortest = 0; // whole months
    int longest = 0;  // begun months
    int only = 0;
    bool doubtful = false;
    for (std::size_t i = 0; i + 1 < series.rounds.size(); ++i) {
        const PartialDate &from = series.rounds[i].start;
        const PartialDate &to = series.rounds[i + 1].start;
        if (std::ranges::any_of(series.gaps, [&](const Gap &gap) { return gap.from == from && gap.to == to; }))
            continue;
        if (!from.isDay() || !to.isDay() || mayMissRecords(series, numbers, i)) {
            doubtful = true;
            continue;
        }
        only = monthsBetween(from, to);
        const int whole = from.first().addMonths(only) > to.first() ? only - 1 : only;
        const int begun = from.first().addMonths(whole) < to.first() ? whole + 1 : whole;
        shortest = measured ? std::min(shortest, whole) : whole;
        longest = std::max(longest, begun);
        ++measured;
    }
    if (measured == 0)
        return {};
    QString text = tr(", %1 to %2 months apart").arg(shortest).arg(longest);
    if (measured == 1)
        text = only == 1 ? tr(", a month apart") : tr(", %1 months apart").arg(only);
    else if (longest <= 1)
        text = tr(", within a month of each other");
    return doubtful ? tr("%1 where it can be told").arg(text) : text;
}

QString gapsInWords(const Series &series, bool afterRhythm)
{
    if (series.gaps.empty())
        return {};
    const Gap &last = series.gaps.back();
    const bool endsTheSeries = last.to == series.rounds.back().start;
    if (series.gaps.size() == 1 && endsTheSeries && afterRhythm)
        return tr(" until %1, then none for %2").arg(last.from.year()).arg(durationInWords(last.months));
    QStringList stretches;
    for (const Gap &gap : series.gaps)
        stretches.append(tr("none for %1 from %2 to %3").arg(durationInWords(gap.months)).arg(gap.from.year()).arg(gap.to.year()));
    return (afterRhythm ? tr(", but %1") : tr(", %1")).arg(sentenceList(stretches));
}

QString heldInWords(const Series &series, const Numbers &numbers)
{
    if (series.rounds.empty())
        return tr("No round yet.");
    const HeldRound &first = series.rounds.front();
    if (series.rounds.size() == 1) {
        const bool isDay = first.start.isDay();
        return (isDay ? tr("One round recorded, on %1.") : tr("One round recorded, in %1.")).arg(first.start.toWords());
    }
    const QString rhythm = rhythmInWords(series, numbers);
    const QString text = series.missingOrdinals.empty() ? tr("%1 rounds since %2%3.") : tr("%1 rounds recorded since %2%3.");
    return text.arg(series.held()).arg(first.start.year()).arg(rhythm + gapsInWords(series, !rhythm.isEmpty()));
}

QString dueInWords(const Series &series, const Numbers &numbers, const QDate &asOf)
{
    if (!series.nextDue.isValid())
        return {};
    const int highest = numbers.held.empty() ? 0 : numbers.held.rbegin()->first;
    const QString next = highest > 0 ? tr("The %1").arg(ordinalInWords(highest + 1)) : tr("The next");
    const QString date = dateInWords(series.nextDue);
    if (series.overdueDays > 0) {
        const QString days = series.overdueDays == 1 ? tr("one day") : tr("%1 days").arg(series.overdueDays);
        return tr("%1 was due by %2: overdue by %3.").arg(next, date, days);
    }
    if (!asOf.isValid())
        return tr("%1 is due by %2.").arg(next, date);
    const auto left = asOf.daysTo(series.nextDue);
    if (left == 0)
        return tr("%1 is due today, %2.").arg(next, date);
    return tr("%1 is due by %2, in %3.").arg(next, date, left == 1 ? tr("one day") : tr("%1 days").arg(left));
}

QString sentenceOf(const Lookup &lookup, const Dialogue &dialogue, const Series &series, const Numbers &numbers, const QDate &asOf)
{
    QStringList parts = {heldInWords(series, numbers)};
    if (!series.missingOrdinals.empty()) {
        const QString ranges = rangesInWords(series.missingOrdinals);
        parts.append(series.missingOrdinals.size() == 1 ? tr("Round %1 is not recorded.").arg(ranges)
                                                        : tr("Rounds %1 are not recorded.").arg(ranges));
    }
    if (!series.undated.isEmpty()) {
        parts.append(series.undated.size() == 1 ? tr("One more has no date.") : tr("%1 more have no date.").arg(series.undated.size()));
    }
    QStringList ahead;
    for (const QString &id : series.planned) {
        const PartialDate start = lookup.model().find<Meeting>(id)->start;
        if (start.isKnown() && mayBeFrom(start, asOf))
            ahead.append(start.toWords());
    }
    if (!ahead.isEmpty())
        parts.append(tr("Planned: %1.").arg(sentenceList(ahead)));
    if (!series.cancelled.isEmpty())
        parts.append(series.cancelled.size() == 1 ? tr("One was cancelled.") : tr("%1 were cancelled.").arg(series.cancelled.size()));
    if (!series.predecessors.isEmpty())
        parts.append(tr("Succeeds %1, which is counted separately.").arg(dialoguesInWords(lookup, series.predecessors)));
    if (!series.successors.isEmpty())
        parts.append(tr("Succeeded by %1, which is counted separately.").arg(dialoguesInWords(lookup, series.successors)));
    else if (dialogue.status == DialogueStatus::Ended && !isInForce(lookup, dialogue, asOf))
        parts.append(tr("The series has ended."));
    parts.append(dueInWords(series, numbers, asOf));
    parts.append(series.remarks);
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

Series seriesOf(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf)
{
    Series series;
    series.dialogue = dialogue.id.value;
    series.stated = dialogue.frequency;
    if (dialogue.months.value_or(0) > 0)
        series.months = dialogue.months;
    takeMeetings(lookup, dialogue, asOf, series);
    const Numbers numbers = numbersOf(lookup, dialogue, asOf);
    takeNumbers(numbers, series);
    takeGaps(numbers, rulesOf(lookup.model()), series);
    takeNextDue(lookup, dialogue, asOf, series);
    for (const Relation *relation : lookup.incoming(dialogue.id.value, relation::succeededBy))
        series.predecessors.append(relation->source.value);
    for (const Relation *relation : lookup.outgoing(dialogue.id.value, relation::succeededBy))
        series.successors.append(relation->target.value);
    series.predecessors.sort();
    series.successors.sort();
    series.sentence = sentenceOf(lookup, dialogue, series, numbers, asOf);
    return series;
}

std::vector<Series> allSeries(const Lookup &lookup, const QDate &asOf)
{
    std::vector<Series> all;
    for (const Dialogue &dialogue : lookup.model().all<Dialogue>())
        all.push_back(seriesOf(lookup, dialogue, asOf));
    return all;
}

} // namespace entente::coverage
