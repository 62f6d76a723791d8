#include "core/model/asof.h"

#include "core/model/relationtypes.h"

#include <algorithm>

namespace entente::model {

namespace {

/// Whether everything that founds the dialogue was adopted after the day.
bool isFoundedLater(const Lookup &lookup, const Dialogue &dialogue, const QDate &day)
{
    bool later = false;
    for (const Relation *relation : lookup.outgoing(dialogue.id.value, relation::foundedBy)) {
        const Clause *clause = lookup.model().find<Clause>(relation->target.value);
        const Instrument *instrument = lookup.model().find<Instrument>(clause ? clause->instrument.value : relation->target.value);
        if (!instrument || !instrument->adopted.isKnown() || mayBeBy(instrument->adopted, day))
            return false;
        later = true;
    }
    return later;
}

/// The last day on which an ended dialogue without an end date is known to have lived.
QDate lastSign(const Lookup &lookup, const Dialogue &dialogue)
{
    QDate last;
    for (const Meeting *meeting : lookup.meetings(dialogue.id)) {
        if (meeting->status == MeetingStatus::Held && meeting->start.isKnown() && (!last.isValid() || meeting->start.last() > last))
            last = meeting->start.last();
    }
    for (const Relation *relation : lookup.outgoing(dialogue.id.value, relation::succeededBy)) {
        if (relation->from.isKnown() && (!last.isValid() || relation->from.last() > last))
            last = relation->from.last();
    }
    return last;
}

} // namespace

bool mayBeBy(const PartialDate &date, const QDate &day)
{
    return date.isKnown() && (!day.isValid() || date.first() <= day);
}

bool mayBeFrom(const PartialDate &date, const QDate &day)
{
    return date.isKnown() && (!day.isValid() || date.last() >= day);
}

QDate lastDayBy(const PartialDate &date, const QDate &day)
{
    return day.isValid() && date.isKnown() ? std::min(date.last(), day) : date.last();
}

bool isHeldBy(const Meeting &meeting, const QDate &day)
{
    return meeting.status == MeetingStatus::Held && mayBeBy(meeting.start, day);
}

bool isValidOn(const Relation &relation, const QDate &day)
{
    return (!relation.from.isKnown() || mayBeBy(relation.from, day)) && (!relation.to.isKnown() || mayBeFrom(relation.to, day));
}

bool isInForce(const Lookup &lookup, const Dialogue &dialogue, const QDate &day)
{
    if (!day.isValid())
        return dialogue.status != DialogueStatus::Ended;
    if (dialogue.from.isKnown() && !mayBeBy(dialogue.from, day))
        return false;
    if (dialogue.to.isKnown())
        return mayBeFrom(dialogue.to, day);
    if (dialogue.status == DialogueStatus::Ended) {
        const QDate last = lastSign(lookup, dialogue);
        return last.isValid() && day <= last;
    }
    const auto hasMet = [&](const Meeting *meeting) { return isHeldBy(*meeting, day); };
    return dialogue.from.isKnown() || std::ranges::any_of(lookup.meetings(dialogue.id), hasMet) || !isFoundedLater(lookup, dialogue, day);
}

} // namespace entente::model
