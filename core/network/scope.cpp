#include "core/network/scope.h"

#include "core/model/asof.h"
#include "core/network/firstview.h"

#include <algorithm>
#include <set>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

/// Whether something that lasted so long was there on any day from `first` to `last`.
bool spans(const PartialDate &from, const PartialDate &to, const QDate &first, const QDate &last)
{
    return !(from.isKnown() && from.first() > last) && !(to.isKnown() && to.last() < first);
}

std::set<QString> everything(const Model &model)
{
    std::set<QString> records;
    for (const auto &[id, row] : model.table<Institution>())
        records.insert(id);
    for (const auto &[id, row] : model.table<Dialogue>())
        records.insert(id);
    for (const auto &[id, row] : model.table<Area>())
        records.insert(id);
    for (const auto &[id, row] : model.table<Instrument>())
        records.insert(id);
    return records;
}

/// The nodes that stand for a record that is not a node itself: a meeting's dialogue, a clause's area and instrument.
QStringList anchors(const Model &model, const QString &record)
{
    if (const auto *meeting = model.find<Meeting>(record))
        return {meeting->dialogue.value};
    if (const auto *clause = model.find<Clause>(record))
        return {clause->area.isEmpty() ? clause->instrument.value : clause->area.value};
    if (const auto *relation = model.find<Relation>(record))
        return {relation->source.value, relation->target.value};
    return {record};
}

/// Calls `reach` with each record that a relation or a table joins to `id`; meetings and clauses stand for what they belong to.
template<typename Reach>
void eachNeighbour(const Lookup &lookup, const QString &id, const Lens &lens, Reach reach)
{
    const Model &model = lookup.model();
    const auto join = [&](const QString &other) {
        for (const QString &anchor : anchors(model, other)) {
            const auto kind = model.kindOfRecord(anchor);
            if (kind && isNodeKind(*kind))
                reach(anchor);
        }
    };
    for (const Relation *relation : lookup.outgoing(id)) {
        if (isInForce(*relation, lens))
            join(relation->target.value);
    }
    for (const Relation *relation : lookup.incoming(id)) {
        if (isInForce(*relation, lens))
            join(relation->source.value);
    }
    for (const Attendance *attendance : lookup.attendance(Id<Institution>(id))) {
        const Meeting *meeting = model.find(attendance->meeting);
        if (meeting && wasHeld(*meeting, lens))
            join(meeting->dialogue.value);
    }
    for (const Meeting *meeting : lookup.meetings(Id<Dialogue>(id))) {
        if (!wasHeld(*meeting, lens))
            continue;
        for (const Attendance *attendance : lookup.attendance(meeting->id))
            join(attendance->institution.value);
    }
}

std::set<QString> neighbourhood(const Lookup &lookup, const Lens &lens)
{
    std::set<QString> reached;
    std::vector<QString> open;
    for (const QString &anchor : anchors(lookup.model(), lens.focus)) {
        const auto kind = lookup.model().kindOfRecord(anchor);
        if (kind && isNodeKind(*kind) && reached.insert(anchor).second)
            open.push_back(anchor);
    }
    for (int hop = 0; hop < lens.hops && !open.empty(); ++hop) {
        std::vector<QString> next;
        for (const QString &id : open) {
            eachNeighbour(lookup, id, lens, [&](const QString &other) {
                if (reached.insert(other).second)
                    next.push_back(other);
            });
        }
        open = std::move(next);
    }
    return reached;
}

} // namespace

bool isNodeKind(Kind kind)
{
    return kind == kindOf<Institution> || kind == kindOf<Dialogue> || kind == kindOf<Area> || kind == kindOf<Instrument>;
}

QStringList nodesFor(const Model &model, const QString &record)
{
    QStringList nodes = anchors(model, record);
    nodes.removeIf([&](const QString &id) {
        const auto kind = model.kindOfRecord(id);
        return !kind || !isNodeKind(*kind);
    });
    return nodes;
}

bool isRange(const Lens &lens)
{
    return lens.from.isValid() && lens.asOf.isValid() && lens.from < lens.asOf;
}

bool isInForce(const PartialDate &from, const PartialDate &to, const Lens &lens)
{
    return !lens.onlyInForce || !lens.asOf.isValid() || spans(from, to, isRange(lens) ? lens.from : lens.asOf, lens.asOf);
}

bool isInForce(const Relation &relation, const Lens &lens)
{
    return isInForce(relation.from, relation.to, lens);
}

bool isInForce(const Lookup &lookup, const QString &record, const Lens &lens)
{
    const Model &model = lookup.model();
    if (!lens.onlyInForce || !lens.asOf.isValid())
        return true;
    if (const auto *dialogue = model.find<Dialogue>(record)) {
        if (isRange(lens) && dialogue->status == DialogueStatus::Ended)
            return isInForceDuring(lookup, *dialogue, lens.from, lens.asOf);
        if (dialogue->status == DialogueStatus::Ended && !dialogue->to.isKnown())
            return false;
        return isInForce(dialogue->from, dialogue->to, lens);
    }
    if (const auto *instrument = model.find<Instrument>(record))
        return isInForce(instrument->adopted.isKnown() ? instrument->adopted : instrument->inForce, {}, lens);
    return true;
}

bool isInForceDuring(const Lookup &lookup, const Dialogue &dialogue, const QDate &from, const QDate &to)
{
    if (model::isInForce(lookup, dialogue, to) || model::isInForce(lookup, dialogue, from))
        return true;
    // A life within the range is seen on its last day, and at a round.
    const auto livedOn = [&](const QDate &day) { return day.isValid() && day > from && day < to && model::isInForce(lookup, dialogue, day); };
    return livedOn(dialogue.to.last()) || std::ranges::any_of(lookup.meetings(dialogue.id), [&](const Meeting *meeting) {
               return meeting->status == MeetingStatus::Held && livedOn(meeting->start.last());
           });
}

bool hadMet(const Meeting &meeting, const Lens &lens)
{
    if (meeting.status != MeetingStatus::Held)
        return false;
    return !lens.asOf.isValid() || !meeting.start.isKnown() || meeting.start.first() <= lens.asOf;
}

bool wasHeld(const Meeting &meeting, const Lens &lens)
{
    const PartialDate &end = meeting.end.isKnown() ? meeting.end : meeting.start;
    return hadMet(meeting, lens) && !(isRange(lens) && end.isKnown() && end.last() < lens.from);
}

QStringList neighboursOf(const Lookup &lookup, const QString &record, const Lens &lens)
{
    std::set<QString> others;
    eachNeighbour(lookup, record, lens, [&](const QString &other) {
        if (other != record)
            others.insert(other);
    });
    return {others.begin(), others.end()};
}

Shown shownRecords(const Lookup &lookup, const Lens &lens)
{
    const Model &model = lookup.model();
    Shown shown;
    std::set<QString> all = everything(model);
    shown.total = int(all.size());

    std::set<QString> records;
    if (lens.scope == Scope::FirstView) {
        const FirstView first = firstView(lookup, lens);
        for (const QStringList *list : {&first.institutions, &first.dialogues, &first.areas, &first.instruments})
            records.insert(list->begin(), list->end());
        for (const auto &[parent, bodies] : first.folded.asKeyValueRange()) {
            for (const QString &body : bodies)
                shown.folded.insert(body, parent);
        }
        shown.foldedAreas = int(first.foldedAreas.size());
    } else if (lens.scope == Scope::Neighbourhood) {
        records = neighbourhood(lookup, lens);
    } else {
        records = std::move(all);
    }
    std::set<QString> besides;
    for (const QString &id : expandedRecords(lens)) {
        const QStringList around = neighboursOf(lookup, id, lens);
        besides.insert(around.begin(), around.end());
    }
    std::erase_if(records, [&](const QString &id) { return id != lens.focus && !passesFilters(lookup, id, lens); });
    records.insert(besides.begin(), besides.end());
    for (const QString &id : records) {
        if (id == lens.focus || isInForce(lookup, id, lens))
            shown.records.append(id);
    }
    // What is shown for itself is not drawn as a part of another.
    for (const QString &id : besides)
        shown.folded.remove(id);
    return shown;
}

} // namespace entente::network
