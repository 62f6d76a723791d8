#include "core/coverage/series.h"

#include "core/coverage/rules.h"
#include "core/coverage/seriessentence.h"
#include "core/coverage/words.h"
#include "core/model/asof.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMissingOrdinals = CoverageRules().mostOrdinals;
constexpr int mostExpected = 600; // a monthly series of the nineteenth century must not fill the memory
constexpr double daysOfMonth = 30.436875;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

/// What the numbers say about records that are missing, from one beginning of the numbers to the next.
struct Numbers
{
    std::set<int> recorded;  ///< Of rounds with any status.
    std::set<int> cancelled; ///< Known not to have taken place.
    std::map<int, int> held; ///< Number → how many rounds carry it.

    int highest() const { return held.empty() ? 0 : held.rbegin()->first; }
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

/// The numbers of a series, which may begin anew.
class Numbering
{
public:
    Numbering(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf, Series &series)
    {
        const HeldRound *before = nullptr;
        for (std::size_t i = 0; i < series.rounds.size(); ++i) {
            const HeldRound &round = series.rounds[i];
            if (round.ordinal.value_or(0) < 1)
                continue;
            if (before && *round.ordinal == 1 && *before->ordinal > 1 && before->start.last() < round.start.first()) {
                series.restarts.append(round.meeting);
                m_starts.push_back(round.start.first());
                m_startsAt.push_back(i);
            }
            before = &round;
        }
        m_parts.resize(m_starts.size() + 1);
        for (const Meeting *meeting : lookup.meetings(dialogue.id)) {
            if (!meeting->ordinal || *meeting->ordinal < 1)
                continue;
            for (std::size_t part = 0; part < m_parts.size(); ++part) {
                if (!meeting->start.isKnown() || part == partOn(meeting->start.first()))
                    take(*meeting, m_parts[part], asOf);
            }
        }
        for (Numbers &numbers : m_parts) {
            for (const auto &[number, count] : numbers.held)
                numbers.cancelled.erase(number);
        }
    }

    const std::vector<Numbers> &parts() const { return m_parts; }
    const Numbers &last() const { return m_parts.back(); }
    /// The numbers among which the round at `index` stands.
    const Numbers &at(std::size_t index) const { return m_parts[partAt(index)]; }
    std::size_t partAt(std::size_t index) const
    {
        return std::size_t(std::ranges::upper_bound(m_startsAt, index) - m_startsAt.begin());
    }

private:
    std::size_t partOn(const QDate &day) const { return std::size_t(std::ranges::upper_bound(m_starts, day) - m_starts.begin()); }
    static void take(const Meeting &meeting, Numbers &numbers, const QDate &asOf)
    {
        numbers.recorded.insert(*meeting.ordinal);
        if (meeting.status == MeetingStatus::Cancelled)
            numbers.cancelled.insert(*meeting.ordinal);
        if (meeting.status == MeetingStatus::Held && (!meeting.start.isKnown() || mayBeBy(meeting.start, asOf)))
            ++numbers.held[*meeting.ordinal];
    }

    std::vector<Numbers> m_parts;
    std::vector<QDate> m_starts;          ///< Where the numbers begin anew.
    std::vector<std::size_t> m_startsAt; ///< The same as places among the rounds.
};

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

void takeNumbers(const Numbering &numbering, Series &series)
{
    for (const Numbers &numbers : numbering.parts()) {
        const int highest = numbers.highest();
        int missing = 0;
        for (int number = 1; number < highest; ++number) {
            if (numbers.recorded.contains(number))
                continue;
            if (++missing > mostMissingOrdinals) {
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
}

/// The missing numbers between neighbouring rounds, with the rounds without a number that stand among them.
void takeMissing(const Numbering &numbering, Series &series)
{
    const HeldRound *before = nullptr;
    std::size_t part = 0;
    QStringList unnumbered;
    for (std::size_t i = 0; i < series.rounds.size(); ++i) {
        const HeldRound &round = series.rounds[i];
        if (round.ordinal.value_or(0) < 1) {
            unnumbered.append(round.meeting);
            continue;
        }
        if (numbering.partAt(i) != part) {
            part = numbering.partAt(i);
            before = nullptr;
        }
        MissingNumbers stretch;
        const int low = before ? *before->ordinal : 0;
        for (int number = low + 1; number < *round.ordinal && std::ssize(stretch.numbers) < mostMissingOrdinals; ++number) {
            if (!numbering.at(i).recorded.contains(number))
                stretch.numbers.push_back(number);
        }
        if (!stretch.numbers.empty()) {
            stretch.after = before ? before->meeting : QString();
            stretch.before = round.meeting;
            stretch.mayBe = unnumbered;
            series.missing.push_back(std::move(stretch));
        }
        before = &round;
        unnumbered.clear();
    }
}

/// Whether rounds that are not recorded may lie between the rounds at `index` and `index + 1`.
bool mayMissRecords(const Series &series, const Numbering &numbering, std::size_t index)
{
    const auto numberAt = [&](std::size_t i) { return series.rounds[i].ordinal.value_or(0); };
    int before = 0;
    std::size_t after = index + 1;
    while (after < series.rounds.size() && numberAt(after) < 1)
        ++after;
    if (after == series.rounds.size())
        return false;
    for (std::size_t i = index + 1; i-- > 0 && before < 1;) {
        if (numbering.partAt(i) == numbering.partAt(after))
            before = numberAt(i);
    }
    return numbering.at(after).anyBetween(std::max(before, 0), numberAt(after));
}

void takeGaps(const Numbering &numbers, const CoverageRules &rules, Series &series)
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

/// The actual rhythm: the median of the distances that leave no doubt. Returns how many there are.
int takeRhythm(const Numbering &numbers, Series &series)
{
    std::vector<qint64> days;
    for (std::size_t i = 0; i + 1 < series.rounds.size(); ++i) {
        const PartialDate &from = series.rounds[i].start;
        const PartialDate &to = series.rounds[i + 1].start;
        if (from.isDay() && to.isDay() && !mayMissRecords(series, numbers, i))
            days.push_back(from.first().daysTo(to.first()));
    }
    if (days.empty())
        return 0;
    std::ranges::sort(days);
    const std::size_t middle = days.size() / 2;
    const double median = days.size() % 2 ? double(days[middle]) : double(days[middle - 1] + days[middle]) / 2;
    series.rhythm = int(std::lround(median / daysOfMonth));
    return int(days.size());
}

/// The days by which the stated rhythm expected rounds. One that came less than half a period late is that of its day.
void takeExpected(const QDate &asOf, Series &series)
{
    if (!series.months)
        return;
    const int months = *series.months;
    const auto add = [&](const QDate &day, bool passed) {
        if (std::ssize(series.expected) < mostExpected)
            series.expected.push_back({day, passed});
    };
    for (const Gap &gap : series.gaps) {
        for (int period = 1; period <= mostExpected; ++period) {
            const QDate day = gap.from.last().addMonths(period * months);
            if (day >= gap.to.first() || 2.0 * double(day.daysTo(gap.to.first())) < daysOfMonth * months)
                break;
            add(day, true);
        }
    }
    if (!series.nextDue.isValid())
        return;
    QDate last = series.nextDue.addMonths(-months);
    for (const HeldRound &round : series.rounds)
        last = std::max(last, lastDayBy(round.start, asOf));
    for (int period = 1; period <= mostExpected; ++period) {
        const QDate day = last.addMonths(period * months);
        const bool passed = asOf.isValid() && day < asOf;
        add(day, passed);
        if (!passed)
            break;
    }
}

void takeNeighbours(const Lookup &lookup, const Dialogue &dialogue, Series &series)
{
    const QString own = dialogue.id.value;
    for (const Relation *relation : lookup.incoming(own, relation::succeededBy)) {
        if (relation->source.value != own && !series.predecessors.contains(relation->source.value))
            series.predecessors.append(relation->source.value);
    }
    for (const Relation *relation : lookup.outgoing(own, relation::succeededBy)) {
        if (relation->target.value != own && !series.successors.contains(relation->target.value))
            series.successors.append(relation->target.value);
    }
    series.predecessors.sort();
    series.successors.sort();
    for (const Name *name : lookup.names(own)) {
        if (name->use == NameUse::Former)
            series.formerNames.append(name->text);
    }
    // Whoever follows the successors must not come back.
    QStringList open = {own};
    QSet<QString> seen;
    while (!open.isEmpty()) {
        for (const Relation *relation : lookup.outgoing(open.takeLast(), relation::succeededBy)) {
            const QString next = relation->target.value;
            if (next == own) {
                series.remarks.append(tr("Its successors lead back to itself."));
                return;
            }
            if (!seen.contains(next)) {
                seen.insert(next);
                open.append(next);
            }
        }
    }
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
    const Numbering numbers(lookup, dialogue, asOf, series);
    takeNumbers(numbers, series);
    takeMissing(numbers, series);
    takeGaps(numbers, rulesOf(lookup.model()), series);
    const int distances = takeRhythm(numbers, series);
    takeNextDue(lookup, dialogue, asOf, series);
    takeExpected(asOf, series);
    takeNeighbours(lookup, dialogue, series);
    series.sentence = sentenceOf(lookup, series,
                                 {.asOf = asOf,
                                  .mayMiss = [&](std::size_t index) { return mayMissRecords(series, numbers, index); },
                                  .distances = distances,
                                  .highest = numbers.last().highest(),
                                  .ended = dialogue.status == DialogueStatus::Ended && !isInForce(lookup, dialogue, asOf)});
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
