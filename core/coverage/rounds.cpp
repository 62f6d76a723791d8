#include "core/coverage/rounds.h"

#include "core/model/asof.h"

#include <algorithm>
#include <map>

namespace entente::coverage {

namespace {

std::optional<Round> counted(const Lookup &lookup, const Meeting &meeting, const PartialDate &adopted, const QDate &asOf)
{
    if (!isHeldBy(meeting, asOf))
        return std::nullopt;
    Round round{&meeting, meeting.start.first(), lastDayBy(meeting.start, asOf), lookup.readout(meeting.id) != nullptr};
    if (adopted.isKnown())
        round.first = std::max(round.first, adopted.first().addDays(1));
    return round.first <= round.last ? std::optional(round) : std::nullopt;
}

} // namespace

CountedRounds::CountedRounds(const Lookup &lookup, const PartialDate &adopted, const QDate &asOf)
{
    for (const Meeting &meeting : lookup.model().all<Meeting>()) {
        if (const auto round = counted(lookup, meeting, adopted, asOf))
            m_rounds[meeting.dialogue.value].push_back(*round);
    }
    for (auto &rounds : m_rounds) {
        std::ranges::sort(rounds, {}, [](const Round &round) {
            return std::tuple(round.first, round.last, round.meeting->ordinal.value_or(0), round.meeting->id.value);
        });
        for (const Round &round : rounds)
            m_roundOf.insert(round.meeting->id.value, &round);
    }
}

std::vector<RoundDay> roundDays(const Lookup &lookup, const Id<Instrument> &instrument)
{
    const Coverage always = coverageOf(lookup, instrument, QDate());
    const CountedRounds rounds(lookup, always.adopted, QDate());
    std::map<QDate, RoundDay> days;
    for (const Column &column : always.columns) {
        const Round *round = rounds.find(column.meeting);
        RoundDay &day = days[round->first];
        day.day = round->first;
        day.meetings.append(column.meeting);
        day.readoutMissing = day.readoutMissing || column.readoutMissing;
    }
    std::vector<RoundDay> list;
    for (auto &[date, day] : days)
        list.push_back(std::move(day));
    return list;
}

std::span<const Round> CountedRounds::of(const QString &dialogue) const
{
    const auto found = m_rounds.constFind(dialogue);
    return found == m_rounds.constEnd() ? std::span<const Round>() : std::span<const Round>(*found);
}

} // namespace entente::coverage
