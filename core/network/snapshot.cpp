#include "core/network/snapshot.h"

#include "core/base/text.h"
#include "core/model/relationtypes.h"
#include "core/network/groups.h"
#include "core/network/scope.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

// What a lens shows.
//
// 1. Choose the records of the four kinds that the drawing knows (scope.cpp): by the rule of the first view, all, or a neighbourhood;
//    then the filters.
// 2. Describe each as a node: rhythm, rounds, clauses, tags.
// 3. Gather the lines among them. The attendance of a body at the rounds of a dialogue is one line; that of folded bodies goes to the
//    body they are drawn in.

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::network", text);
}

class Builder
{
public:
    Builder(const Lookup &lookup, const Lens &lens) : m_lookup(lookup), m_model(lookup.model()), m_lens(lens) {}

    Snapshot build()
    {
        m_snapshot.asOf = m_lens.asOf;
        m_snapshot.scope = m_lens.scope;
        m_snapshot.instrument = chosenInstrument(m_model, m_lens).value;
        m_snapshot.instrumentName = m_lookup.shortTitle(m_snapshot.instrument);
        m_shown = shownRecords(m_lookup, m_lens);
        m_snapshot.total = m_shown.total;
        m_snapshot.foldedAreas = m_shown.foldedAreas;
        for (const QString &id : m_shown.records)
            addNode(id);
        for (const auto &[body, parent] : m_shown.folded.asKeyValueRange())
            fold(body, parent);
        for (SnapshotNode &node : m_snapshot.nodes)
            describe(node);
        for (const Relation &relation : m_model.all<Relation>())
            addRelation(relation);
        addAttendance();
        countHidden();
        for (std::size_t i = 0; i < m_snapshot.lines.size(); ++i)
            m_snapshot.linePlaces.insert(m_snapshot.lines[i].id, int(i));
        return std::move(m_snapshot);
    }

private:
    void addNode(const QString &id);
    void fold(const QString &body, const QString &parent);
    void describe(SnapshotNode &node);
    void describeArea(SnapshotNode &node);
    QString reviewed(const QString &dialogue) const;
    void addRelation(const Relation &relation);
    void addAttendance();
    void countHidden();
    QStringList evidenceOf(const QStringList &records) const;
    bool wasRaised(const Clause &clause) const;

    const Lookup &m_lookup;
    const Model &m_model;
    const Lens &m_lens;
    Shown m_shown;
    Snapshot m_snapshot;
};

void Builder::addNode(const QString &id)
{
    SnapshotNode node;
    node.id = id;
    const auto take = [&](const auto &row, Kind kind) {
        node.kind = kind;
        node.name = simplified(row.nameEn);
        node.nameKo = simplified(row.nameKo);
        node.abbreviation = simplified(row.abbreviation);
    };
    if (const auto *body = m_model.find<Institution>(id)) {
        take(*body, kindOf<Institution>);
        node.side = body->side;
    } else if (const auto *dialogue = m_model.find<Dialogue>(id)) {
        take(*dialogue, kindOf<Dialogue>);
        node.level = dialogue->level;
        node.status = dialogue->status;
        node.rhythm = dialogue->frequency.section(u'(', 0, 0).section(u';', 0, 0).section(u',', 0, 0).trimmed();
    } else if (const auto *area = m_model.find<Area>(id)) {
        take(*area, kindOf<Area>);
        node.number = area->number;
    } else if (const auto *instrument = m_model.find<Instrument>(id)) {
        take(*instrument, kindOf<Instrument>);
        node.date = instrument->adopted.isKnown() ? instrument->adopted : instrument->inForce;
        node.inForce = instrument->inForce;
        node.chosen = id == m_snapshot.instrument;
    } else {
        return;
    }
    if (node.name.isEmpty())
        node.name = node.abbreviation.isEmpty() ? (node.nameKo.isEmpty() ? id : node.nameKo) : node.abbreviation;
    m_snapshot.places.insert(id, int(m_snapshot.nodes.size()));
    m_snapshot.nodes.push_back(std::move(node));
}

void Builder::fold(const QString &body, const QString &parent)
{
    const auto found = m_snapshot.places.constFind(parent);
    if (found == m_snapshot.places.constEnd() || m_snapshot.places.contains(body))
        return;
    const int place = *found;
    m_snapshot.nodes[std::size_t(place)].folded.append(m_lookup.title(body));
    m_snapshot.places.insert(body, place);
}

void Builder::describe(SnapshotNode &node)
{
    if (node.kind == kindOf<Area>)
        return describeArea(node);
    if (node.kind == kindOf<Dialogue>) {
        for (const Meeting *meeting : m_lookup.meetings(Id<Dialogue>(node.id))) {
            node.met = node.met || hadMet(*meeting, m_lens);
            if (wasHeld(*meeting, m_lens))
                node.rounds.push_back({meeting->id.value, meeting->start, meeting->format});
        }
        node.reviews = reviewed(node.id);
    }
    std::set<QString> seen = {node.id};
    std::vector<QString> open = {node.id};
    while (!open.empty()) {
        std::vector<QString> next;
        for (const QString &child : open) {
            for (const Relation *relation : m_lookup.outgoing(child, relation::partOf)) {
                if (isInForce(*relation, m_lens) && seen.insert(relation->target.value).second) {
                    node.parents.append(relation->target.value);
                    next.push_back(relation->target.value);
                }
            }
        }
        open = std::move(next);
    }

    std::set<std::pair<int, QString>> areas;
    const auto addArea = [&](const QString &id) {
        if (const auto *area = m_model.find<Area>(id); area && m_snapshot.places.contains(id))
            areas.insert({area->number.value_or(1'000'000), id});
    };
    for (const Relation *relation : m_lookup.outgoing(node.id, relation::responsibleFor))
        addArea(relation->target.value);
    std::vector<const Clause *> clauses;
    for (const Relation *relation : m_lookup.incoming(node.id, relation::names)) {
        const auto *clause = m_model.find<Clause>(relation->source.value);
        if (clause && clause->instrument.value == m_snapshot.instrument && isCurrent(m_model, *clause))
            clauses.push_back(clause);
    }
    std::ranges::sort(clauses, {}, &Clause::position);
    for (const Clause *clause : clauses) {
        node.clauseLabels.append(clause->label);
        if (node.kind == kindOf<Institution>)
            addArea(clause->area.value);
    }
    for (const auto &[number, id] : areas)
        node.areas.push_back(id);
}

bool Builder::wasRaised(const Clause &clause) const
{
    return std::ranges::any_of(m_lookup.incoming(clause.id.value, relation::raises), [&](const Relation *relation) {
        const auto *meeting = m_model.find<Meeting>(relation->source.value);
        const auto evidence = m_lookup.evidence(relation->id.value);
        const bool onlyMentioned = !evidence.empty() && std::ranges::all_of(evidence, [](const Evidence *row) {
            return row->level == CoverageLevel::Mentioned;
        });
        return meeting && wasHeld(*meeting, m_lens) && !onlyMentioned;
    });
}

void Builder::describeArea(SnapshotNode &node)
{
    for (const Clause *clause : m_lookup.clauses(Id<Instrument>(m_snapshot.instrument))) {
        if (clause->area.value != node.id)
            continue;
        ++node.clauses;
        node.clauseLabels.append(clause->label);
        if (wasRaised(*clause))
            ++node.clausesRaised;
    }
}

QString Builder::reviewed(const QString &dialogue) const
{
    std::set<int> numbers;
    for (const Relation *relation : m_lookup.outgoing(dialogue, relation::reviews)) {
        const auto *area = m_model.find<Area>(relation->target.value);
        if (area && area->number && isInForce(*relation, m_lens))
            numbers.insert(*area->number);
    }
    QStringList ranges;
    for (auto first = numbers.begin(); first != numbers.end();) {
        auto last = first;
        while (std::next(last) != numbers.end() && *std::next(last) == *last + 1)
            ++last;
        ranges.append(first == last ? QString::number(*first) : tr("%1–%2").arg(*first).arg(*last));
        first = std::next(last);
    }
    if (ranges.isEmpty())
        return {};
    return (numbers.size() == 1 ? tr("reviews area %1") : tr("reviews areas %1")).arg(ranges.join(u", "_s));
}

QStringList Builder::evidenceOf(const QStringList &records) const
{
    QStringList ids;
    for (auto record = records.crbegin(); record != records.crend(); ++record) {
        for (const Evidence *evidence : m_lookup.evidence(*record))
            ids.append(evidence->id.value);
    }
    return ids;
}

void Builder::addRelation(const Relation &relation)
{
    const int source = m_snapshot.places.value(relation.source.value, -1);
    const int target = m_snapshot.places.value(relation.target.value, -1);
    if (source < 0 || target < 0 || source == target || !isInForce(relation, m_lens) || !passesConfidence(relation.confidence, m_lens))
        return;
    if (relation.type == relation::notToBeConfusedWith)
        m_snapshot.notToBeConfused.emplace_back(relation.source.value, relation.target.value);
    SnapshotLine line;
    line.id = relation.id.value;
    line.type = relation.type;
    line.source = source;
    line.target = target;
    line.confidence = relation.confidence;
    line.records = {relation.id.value};
    line.evidence = evidenceOf(line.records);
    line.sourced = !line.evidence.isEmpty();
    m_snapshot.lines.push_back(std::move(line));
}

void Builder::addAttendance()
{
    if (!passesConfidence(Confidence::Stated, m_lens))
        return;
    std::map<std::pair<int, int>, QStringList> tables;
    for (std::size_t i = 0; i < m_snapshot.nodes.size(); ++i) {
        for (const Round &round : m_snapshot.nodes[i].rounds) {
            std::set<int> present;
            for (const Attendance *attendance : m_lookup.attendance(Id<Meeting>(round.meeting)))
                present.insert(m_snapshot.places.value(attendance->institution.value, -1));
            for (const int body : present) {
                if (body >= 0)
                    tables[{body, int(i)}].append(round.meeting);
            }
        }
    }
    for (const auto &[ends, meetings] : tables) {
        SnapshotLine line;
        line.type = tookPart;
        line.source = ends.first;
        line.target = ends.second;
        line.id = tookPart + u':' + m_snapshot.nodes[std::size_t(ends.first)].id + u':' + m_snapshot.nodes[std::size_t(ends.second)].id;
        line.records = meetings;
        line.evidence = evidenceOf(meetings);
        line.sourced = !line.evidence.isEmpty();
        m_snapshot.lines.push_back(std::move(line));
    }
}

void Builder::countHidden()
{
    for (SnapshotNode &node : m_snapshot.nodes) {
        for (const QString &other : neighboursOf(m_lookup, node.id, m_lens))
            node.hidden += !m_snapshot.places.contains(other) && isInForce(m_lookup, other, m_lens) ? 1 : 0;
    }
}

} // namespace

Snapshot snapshot(const Lookup &lookup, const Lens &lens)
{
    return withGroups(Builder(lookup, lens).build(), lens.groups);
}

} // namespace entente::network
