#include "core/coverage/affected.h"

#include "core/coverage/rules.h"
#include "core/model/relationtypes.h"

#include <algorithm>

namespace entente::coverage {

namespace {

/// Collects what an edit touches, and then the clauses that look at it.
class Touched
{
public:
    Touched(const Lookup &lookup, const ChangeSet &changes)
        : m_lookup(lookup)
        , m_changes(changes)
    {}

    std::optional<QSet<QString>> clauses(const Coverage &before);

private:
    template<typename Row, typename Visit>
    void forEachRow(Visit visit) const
    {
        for (const auto &change : m_changes.changes<Row>()) {
            for (const auto &row : {change.before, change.after}) {
                if (row)
                    visit(*row);
            }
        }
    }
    bool touchesAll(const Coverage &before) const;
    void addRelation(const Relation &relation);
    void addMeeting(const QString &id);

    const Lookup &m_lookup;
    const ChangeSet &m_changes;
    QSet<QString> m_units; ///< With all below them.
    QSet<QString> m_cells; ///< Alone.
    QSet<QString> m_areas;
    QSet<QString> m_dialogues;
    QSet<QString> m_meetings;
};

bool Touched::touchesAll(const Coverage &before) const
{
    bool all = !m_changes.changes<Edition>().empty();
    forEachRow<Instrument>([&](const Instrument &instrument) { all = all || instrument.id.value == before.instrument; });
    forEachRow<Relation>([&](const Relation &relation) { all = all || (relation.type == relation::partOf && m_lookup.model().find<Area>(relation.source.value)); });
    for (const auto &change : m_changes.changes<Area>())
        all = all || !change.before || !change.after || change.before->parent != change.after->parent;
    forEachRow<Property>([&](const Property &property) { all = all || isMeasure(property.id.value); });
    for (const auto &change : m_changes.changes<Source>())
        all = all || (change.before && change.after && change.before->kind != change.after->kind);
    for (const auto &change : m_changes.changes<Clause>()) {
        const bool stays = change.before && change.after && change.before->instrument == change.after->instrument &&
                           change.before->edition == change.after->edition && change.before->parent == change.after->parent &&
                           change.before->position == change.after->position;
        all = all || !stays;
    }
    return all;
}

void Touched::addRelation(const Relation &relation)
{
    if (relation.type == relation::raises)
        m_cells.insert(relation.target.value);
    else if (relation.type == relation::names)
        m_units.insert(relation.source.value);
    else if (relation.type == relation::foundedBy)
        m_units.insert(relation.target.value);
    else if (relation.type == relation::reviews)
        m_areas.insert(relation.target.value);
}

void Touched::addMeeting(const QString &id)
{
    if (id.isEmpty())
        return;
    m_meetings.insert(id);
    if (const Meeting *meeting = m_lookup.model().find<Meeting>(id))
        m_dialogues.insert(meeting->dialogue.value);
}

std::optional<QSet<QString>> Touched::clauses(const Coverage &before)
{
    if (touchesAll(before))
        return std::nullopt;
    const Model &model = m_lookup.model();
    forEachRow<Clause>([&](const Clause &clause) { m_units.insert(clause.id.value); });
    forEachRow<Relation>([&](const Relation &relation) { addRelation(relation); });
    forEachRow<Suggestion>([&](const Suggestion &suggestion) { m_cells.insert(suggestion.target.value); });
    forEachRow<Judgement>([&](const Judgement &judgement) { m_cells.insert(judgement.clause.value); });
    forEachRow<Dialogue>([&](const Dialogue &dialogue) { m_dialogues.insert(dialogue.id.value); });
    forEachRow<Meeting>([&](const Meeting &meeting) {
        m_dialogues.insert(meeting.dialogue.value);
        m_meetings.insert(meeting.id.value);
    });
    forEachRow<model::Document>([&](const model::Document &document) { addMeeting(document.meeting.value); });

    // Evidence reaches a clause through its relation; a relation that goes with it is among the changes.
    const auto addSubject = [&](const Evidence &evidence) {
        if (const Relation *relation = model.find<Relation>(evidence.subject.value))
            addRelation(*relation);
    };
    forEachRow<Evidence>(addSubject);
    QSet<QString> passages;
    forEachRow<Passage>([&](const Passage &passage) { passages.insert(passage.id.value); });
    forEachRow<Source>([&](const Source &source) { passages.insert(source.id.value); });
    if (!passages.isEmpty()) {
        for (const Evidence &evidence : model.all<Evidence>()) {
            if (passages.contains(evidence.origin.value))
                addSubject(evidence);
        }
    }

    // What a meeting that did not count would have given is in no state: it may count now.
    for (const QString &meeting : std::as_const(m_meetings)) {
        for (const Relation *relation : m_lookup.outgoing(meeting))
            addRelation(*relation);
    }
    if (!m_meetings.isEmpty()) {
        for (const Suggestion &suggestion : model.all<Suggestion>()) {
            if (m_meetings.contains(suggestion.source.value))
                m_cells.insert(suggestion.target.value);
        }
    }

    QSet<QString> affected;
    const auto touchesSome = [](const QSet<QString> &set, const QStringList &keys) {
        return !set.isEmpty() && std::ranges::any_of(keys, [&](const QString &key) { return set.contains(key); });
    };
    for (const ClauseState &state : before.clauses) {
        bool touched = m_cells.contains(state.clause) || touchesSome(m_dialogues, state.responsible) || touchesSome(m_dialogues, state.reviewing) ||
                       touchesSome(m_meetings, state.notCounted);
        for (std::size_t i = 0; !touched && !m_meetings.isEmpty() && i < state.cells.size(); ++i)
            touched = m_meetings.contains(state.cells[i].meeting);
        constexpr int deepestChain = 64; // of parents: a cycle ends here
        const Clause *unit = m_units.isEmpty() && m_areas.isEmpty() ? nullptr : model.find<Clause>(state.clause);
        for (int depth = 0; !touched && unit && depth < deepestChain; ++depth, unit = model.find(unit->parent))
            touched = m_units.contains(unit->id.value) || (!m_areas.isEmpty() && touchesSome(m_areas, areasAround(m_lookup, unit->area.value)));
        if (touched)
            affected.insert(state.clause);
    }
    return affected;
}

} // namespace

std::optional<QSet<QString>> affectedClauses(const Coverage &before, const Lookup &lookup, const ChangeSet &changes)
{
    return Touched(lookup, changes).clauses(before);
}

} // namespace entente::coverage
