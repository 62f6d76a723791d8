#include "core/network/scope.h"

#include "core/model/relationtypes.h"
#include "core/network/firstview.h"

#include <algorithm>
#include <set>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

bool spans(const PartialDate &from, const PartialDate &to, const QDate &day)
{
    return !(from.isKnown() && from.first() > day) && !(to.isKnown() && to.last() < day);
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

std::set<QString> neighbourhood(const Lookup &lookup, const Lens &lens)
{
    const Model &model = lookup.model();
    std::set<QString> reached;
    std::vector<QString> open;
    const auto reach = [&](const QString &id, std::vector<QString> &list) {
        for (const QString &anchor : anchors(model, id)) {
            const auto kind = model.kindOfRecord(anchor);
            if (kind && isNodeKind(*kind) && reached.insert(anchor).second)
                list.push_back(anchor);
        }
    };
    reach(lens.focus, open);
    for (int hop = 0; hop < lens.hops && !open.empty(); ++hop) {
        std::vector<QString> next;
        for (const QString &id : open) {
            for (const Relation *relation : lookup.outgoing(id)) {
                if (isInForce(*relation, lens))
                    reach(relation->target.value, next);
            }
            for (const Relation *relation : lookup.incoming(id)) {
                if (isInForce(*relation, lens))
                    reach(relation->source.value, next);
            }
            for (const Attendance *attendance : lookup.attendance(Id<Institution>(id))) {
                const Meeting *meeting = model.find(attendance->meeting);
                if (meeting && wasHeld(*meeting, lens))
                    reach(meeting->dialogue.value, next);
            }
            for (const Meeting *meeting : lookup.meetings(Id<Dialogue>(id))) {
                if (!wasHeld(*meeting, lens))
                    continue;
                for (const Attendance *attendance : lookup.attendance(meeting->id))
                    reach(attendance->institution.value, next);
            }
        }
        open = std::move(next);
    }
    return reached;
}

bool says(const QString &content, const QString &wanted)
{
    return content.compare(wanted, Qt::CaseInsensitive) == 0;
}

/// What a record says in a field of a filter; nothing where it has no such field.
std::optional<QStringList> content(const Model &model, const QString &record, const QString &field)
{
    const auto kind = model.kindOfRecord(record);
    if (!kind)
        return std::nullopt;
    const auto *body = model.find<Institution>(record);
    if (field == u"kind") {
        QStringList words = {singular(*kind), plural(*kind)};
        if (body)
            words.append(body->kind);
        return words;
    }
    if (field == u"side" && body)
        return QStringList{wordOf(body->side)};
    if (field == u"level") {
        if (const auto *dialogue = model.find<Dialogue>(record))
            return QStringList{wordOf(dialogue->level)};
    }
    return std::nullopt;
}

/// Filters on one field add up, filters on different fields narrow down.
bool passes(const Model &model, const QString &record, const Lens &lens)
{
    std::map<QString, bool> fields;
    for (const Filter &filter : lens.filters) {
        const auto words = content(model, record, filter.field);
        if (!words)
            continue;
        bool &fits = fields[filter.field];
        fits = fits || std::ranges::any_of(*words, [&](const QString &word) { return says(word, filter.value); });
    }
    return std::ranges::all_of(fields, [](const auto &field) { return field.second; });
}

} // namespace

bool isNodeKind(Kind kind)
{
    return kind == kindOf<Institution> || kind == kindOf<Dialogue> || kind == kindOf<Area> || kind == kindOf<Instrument>;
}

bool isInForce(const Relation &relation, const Lens &lens)
{
    return !lens.onlyInForce || !lens.asOf.isValid() || spans(relation.from, relation.to, lens.asOf);
}

bool isInForce(const Model &model, const QString &record, const Lens &lens)
{
    if (!lens.onlyInForce || !lens.asOf.isValid())
        return true;
    if (const auto *dialogue = model.find<Dialogue>(record)) {
        if (dialogue->status == DialogueStatus::Ended && !dialogue->to.isKnown())
            return false;
        return spans(dialogue->from, dialogue->to, lens.asOf);
    }
    if (const auto *instrument = model.find<Instrument>(record))
        return spans(instrument->adopted.isKnown() ? instrument->adopted : instrument->inForce, {}, lens.asOf);
    return true;
}

bool wasHeld(const Meeting &meeting, const Lens &lens)
{
    if (meeting.status != MeetingStatus::Held)
        return false;
    return !lens.asOf.isValid() || !meeting.start.isKnown() || meeting.start.first() <= lens.asOf;
}

bool passesConfidence(Confidence confidence, const Lens &lens)
{
    bool asked = false;
    for (const Filter &filter : lens.filters) {
        if (filter.field != u"confidence")
            continue;
        if (says(wordOf(confidence), filter.value))
            return true;
        asked = true;
    }
    return !asked;
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
    for (const QString &id : records) {
        if ((id == lens.focus || isInForce(model, id, lens)) && passes(model, id, lens))
            shown.records.append(id);
    }
    return shown;
}

} // namespace entente::network
