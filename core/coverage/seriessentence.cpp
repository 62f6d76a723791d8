#include "core/coverage/seriessentence.h"

#include "core/base/text.h"
#include "core/coverage/words.h"
#include "core/model/asof.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastForTypical = 3; // distances, before one of them is called typical

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

/// `, 11 to 20 months apart`, over the consecutive rounds that are no gap and whose dates and numbers leave no doubt.
QString rhythmInWords(const Series &series, const SeriesWords &words)
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
        if (!from.isDay() || !to.isDay() || words.mayMiss(i)) {
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
        return tr(" until %1, then none for %2 until %3").arg(last.from.year()).arg(durationInWords(last.months)).arg(last.to.year());
    QStringList stretches;
    for (const Gap &gap : series.gaps)
        stretches.append(tr("none for %1 from %2 to %3").arg(durationInWords(gap.months)).arg(gap.from.year()).arg(gap.to.year()));
    return (afterRhythm ? tr(", but %1") : tr(", %1")).arg(sentenceList(stretches));
}

QString heldInWords(const Lookup &lookup, const Series &series, const SeriesWords &words)
{
    if (series.rounds.empty()) {
        // Rounds that are recorded later, or planned, are not the day's.
        PartialDate first;
        for (const Meeting *meeting : lookup.meetings(Id<Dialogue>(series.dialogue))) {
            if (meeting->status == MeetingStatus::Held && meeting->start.isKnown() && (!first.isKnown() || meeting->start.first() < first.first()))
                first = meeting->start;
        }
        if (first.isKnown() && words.asOf.isValid())
            return tr("No round by %1; the first that is recorded is of %2.").arg(dateInWords(words.asOf), first.toWords());
        return tr("No round yet.");
    }
    const HeldRound &first = series.rounds.front();
    if (series.rounds.size() == 1) {
        const bool isDay = first.start.isDay();
        return (isDay ? tr("One round recorded, on %1.") : tr("One round recorded, in %1.")).arg(first.start.toWords());
    }
    const QString rhythm = rhythmInWords(series, words);
    const QString text = series.missingOrdinals.empty() ? tr("%1 rounds since %2%3.") : tr("%1 rounds recorded since %2%3.");
    return text.arg(series.held()).arg(first.start.year()).arg(rhythm + gapsInWords(series, !rhythm.isEmpty()));
}

QString typicalInWords(const Series &series, const SeriesWords &words)
{
    if (!series.rhythm || words.distances < leastForTypical)
        return {};
    return *series.rhythm == 1 ? tr("Typically a month apart.") : tr("Typically %1 months apart.").arg(*series.rhythm);
}

QString missingInWords(const Lookup &lookup, const Series &series)
{
    if (series.missingOrdinals.empty())
        return {};
    const QString ranges = rangesInWords(series.missingOrdinals);
    const bool single = series.missingOrdinals.size() == 1;
    const QString missing = single ? tr("Round %1 is not recorded").arg(ranges) : tr("Rounds %1 are not recorded").arg(ranges);
    const QString maybe = maybeInWords(lookup, series.missing);
    return maybe.isEmpty() ? missing + u'.' : missing + u"; "_s + maybe + u'.';
}

QString plannedInWords(const Lookup &lookup, const Series &series, const SeriesWords &words)
{
    QStringList ahead;
    for (const QString &id : series.planned) {
        const PartialDate start = lookup.model().find<Meeting>(id)->start;
        if (start.isKnown() && mayBeFrom(start, words.asOf))
            ahead.append(start.toWords());
    }
    return ahead.isEmpty() ? QString() : tr("Planned: %1.").arg(sentenceList(ahead));
}

QString dueInWords(const Series &series, const SeriesWords &words)
{
    if (!series.nextDue.isValid())
        return {};
    const QString next = words.highest > 0 ? tr("The %1").arg(ordinalInWords(words.highest + 1)) : tr("The next");
    const QString date = dateInWords(series.nextDue);
    if (series.overdueDays > 0) {
        const QString days = series.overdueDays == 1 ? tr("one day") : tr("%1 days").arg(series.overdueDays);
        return tr("%1 was due by %2: overdue by %3.").arg(next, date, days);
    }
    if (!words.asOf.isValid())
        return tr("%1 is due by %2.").arg(next, date);
    const auto left = words.asOf.daysTo(series.nextDue);
    if (left == 0)
        return tr("%1 is due today, %2.").arg(next, date);
    return tr("%1 is due by %2, in %3.").arg(next, date, left == 1 ? tr("one day") : tr("%1 days").arg(left));
}

} // namespace

int monthsBetween(const PartialDate &from, const PartialDate &to)
{
    const QDate begin = from.isDay() ? from.last() : from.last().addDays(1);
    const QDate end = to.first();
    return (end.year() - begin.year()) * 12 + end.month() - begin.month();
}

QString maybeInWords(const Lookup &lookup, const std::vector<MissingNumbers> &missing)
{
    QStringList when;
    std::size_t numbers = 0;
    qsizetype rounds = 0;
    for (const MissingNumbers &stretch : missing) {
        if (stretch.mayBe.isEmpty())
            continue;
        numbers += stretch.numbers.size();
        rounds += stretch.mayBe.size();
        for (const QString &id : stretch.mayBe) {
            const Meeting *meeting = lookup.model().find<Meeting>(id);
            const QString year = meeting ? QString::number(meeting->start.year()) : id;
            if (!when.contains(year))
                when.append(year);
        }
    }
    if (rounds == 0)
        return {};
    constexpr qsizetype mostYears = 4;
    const QString years = when.size() > mostYears ? tr("%1 to %2").arg(when.first(), when.last()) : sentenceList(when);
    if (rounds == 1)
        return (numbers == 1 ? tr("one round without a number, of %1, may be it") : tr("one round without a number, of %1, may be among them")).arg(years);
    return (numbers == 1 ? tr("one of %1 rounds without a number, of %2, may be it") : tr("%1 rounds without a number, of %2, may be among them"))
        .arg(rounds)
        .arg(years);
}

QString sentenceOf(const Lookup &lookup, const Series &series, const SeriesWords &words)
{
    QStringList parts = {heldInWords(lookup, series, words), typicalInWords(series, words), missingInWords(lookup, series)};
    for (const QString &id : series.restarts) {
        if (const Meeting *meeting = lookup.model().find<Meeting>(id))
            parts.append(tr("The numbers begin anew in %1.").arg(meeting->start.year()));
    }
    if (!series.undated.isEmpty())
        parts.append(series.undated.size() == 1 ? tr("One more has no date.") : tr("%1 more have no date.").arg(series.undated.size()));
    parts.append(plannedInWords(lookup, series, words));
    if (!series.cancelled.isEmpty())
        parts.append(series.cancelled.size() == 1 ? tr("One was cancelled.") : tr("%1 were cancelled.").arg(series.cancelled.size()));
    if (!series.formerNames.isEmpty())
        parts.append(tr("Was called %1 before.").arg(sentenceList(series.formerNames)));
    if (!series.predecessors.isEmpty())
        parts.append(tr("Succeeds %1, which is counted separately.").arg(dialoguesInWords(lookup, series.predecessors)));
    if (!series.successors.isEmpty())
        parts.append(tr("Succeeded by %1, which is counted separately.").arg(dialoguesInWords(lookup, series.successors)));
    else if (words.ended)
        parts.append(tr("The series has ended."));
    parts.append(dueInWords(series, words));
    parts.append(series.remarks);
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace entente::coverage
