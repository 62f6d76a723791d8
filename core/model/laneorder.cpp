#include "core/model/laneorder.h"

#include "core/model/relationtypes.h"

#include <QSet>

#include <algorithm>

namespace entente::model {

namespace {

bool bothSidesRecorded(const Lookup &lookup, const Meeting &meeting)
{
    bool eu = false;
    bool rok = false;
    for (const Attendance *attendance : lookup.attendance(meeting.id)) {
        if (const Institution *institution = lookup.model().find(attendance->institution)) {
            eu = eu || institution->side == Side::Eu;
            rok = rok || institution->side == Side::Rok;
        }
    }
    for (const Head *head : lookup.heads(meeting.id)) {
        eu = eu || head->side == Side::Eu;
        rok = rok || head->side == Side::Rok;
    }
    return eu && rok;
}

/// Adds what a dialogue reports to, directly or through others.
void addSuperiors(const Lookup &lookup, const QString &dialogue, QSet<QString> &found)
{
    if (found.contains(dialogue))
        return;
    found.insert(dialogue);
    for (const Relation *relation : lookup.outgoing(dialogue, relation::reportsTo))
        addSuperiors(lookup, relation->target.value, found);
}

QSet<QString> firstView(const Lookup &lookup, const Lens &lens)
{
    QSet<QString> found;
    const Model &model = lookup.model();
    for (const Clause *clause : lookup.clauses(chosenInstrument(model, lens))) {
        for (const Relation *relation : lookup.outgoing(clause->id.value, relation::names)) {
            const Dialogue *dialogue = model.find<Dialogue>(relation->target.value);
            if (dialogue && isInForce(*dialogue, lens.asOf))
                addSuperiors(lookup, dialogue->id.value, found);
        }
    }
    const QDate from = lens.asOf.addYears(-5);
    for (const Dialogue &dialogue : model.all<Dialogue>()) {
        if (rungOf(dialogue.level) > Rung::Working || dialogue.level == Level::Operational || !isInForce(dialogue, lens.asOf))
            continue;
        const auto rounds = std::ranges::count_if(lookup.meetings(dialogue.id), [&](const Meeting *meeting) {
            return meeting->status == MeetingStatus::Held && meeting->start.isKnown() && meeting->start.last() > from
                && meeting->start.first() <= lens.asOf && bothSidesRecorded(lookup, *meeting);
        });
        if (rounds >= 2)
            found.insert(dialogue.id.value);
    }
    return found;
}

QSet<QString> neighbourhood(const Lookup &lookup, const Lens &lens)
{
    QSet<QString> found = {lens.focus};
    QSet<QString> edge = found;
    if (const Meeting *meeting = lookup.model().find<Meeting>(lens.focus))
        found.insert(meeting->dialogue.value);
    for (int hop = 0; hop < lens.hops; ++hop) {
        QSet<QString> next;
        for (const QString &record : std::as_const(edge)) {
            for (const Relation *relation : lookup.outgoing(record))
                next.insert(relation->target.value);
            for (const Relation *relation : lookup.incoming(record))
                next.insert(relation->source.value);
            for (const Attendance *attendance : lookup.attendance(Id<Institution>(record))) {
                if (const Meeting *meeting = lookup.model().find(attendance->meeting))
                    next.insert(meeting->dialogue.value);
            }
        }
        edge = next - found;
        found += next;
    }
    return found;
}

} // namespace

Rung rungOf(Level level)
{
    switch (level) {
    case Level::Summit:
        return Rung::Summit;
    case Level::Ministers:
        return Rung::Ministers;
    case Level::ViceMinisters:
        return Rung::ViceMinisters;
    case Level::DirectorsGeneral:
        return Rung::DirectorsGeneral;
    case Level::Directors:
        return Rung::Directors;
    case Level::Working:
    case Level::Operational:
        return Rung::Working;
    case Level::Parliament:
        return Rung::Parliament;
    case Level::Track15:
    case Level::Conference:
        return Rung::Track15;
    case Level::None:
    case Level::Various:
        break;
    }
    return Rung::NoLevel;
}

std::vector<const Dialogue *> laneOrder(const Lookup &lookup)
{
    std::vector<const Dialogue *> dialogues;
    for (const Dialogue &dialogue : lookup.model().all<Dialogue>())
        dialogues.push_back(&dialogue);
    std::stable_sort(dialogues.begin(), dialogues.end(), [&](const Dialogue *a, const Dialogue *b) {
        const auto order = [&](const Dialogue *d) { return std::pair(rungOf(d->level), -qsizetype(lookup.meetings(d->id).size())); };
        return order(a) < order(b);
    });
    return dialogues;
}

bool isInForce(const Dialogue &dialogue, const QDate &day)
{
    if (dialogue.to.isKnown() ? dialogue.to.last() < day : dialogue.status == DialogueStatus::Ended)
        return false;
    return !dialogue.from.isKnown() || !day.isValid() || dialogue.from.first() <= day;
}

std::vector<const Dialogue *> dialoguesInScope(const Lookup &lookup, const Lens &lens)
{
    std::vector<const Dialogue *> dialogues = laneOrder(lookup);
    const bool everything = lens.scope == Scope::All;
    const QSet<QString> shown = everything ? QSet<QString>() : lens.scope == Scope::FirstView ? firstView(lookup, lens) : neighbourhood(lookup, lens);
    std::erase_if(dialogues, [&](const Dialogue *dialogue) {
        if (lens.scope == Scope::FirstView && shown.isEmpty())
            return false; // No instrument with clauses and no living dialogue: all of them are the first view.
        if (!everything && !shown.contains(dialogue->id.value))
            return true;
        return std::ranges::any_of(lens.filters, [&](const Filter &filter) {
            return filter.field == QLatin1StringView("level") && wordOf(dialogue->level) != filter.value;
        });
    });
    return dialogues;
}

} // namespace entente::model
