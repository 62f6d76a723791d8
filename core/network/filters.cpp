#include "core/network/filters.h"

#include "core/model/marking.h"
#include "core/model/relationtypes.h"
#include "core/network/scope.h"

#include <algorithm>
#include <map>
#include <set>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

bool says(const QString &content, const QString &wanted)
{
    return content.compare(wanted, Qt::CaseInsensitive) == 0;
}

/// The areas that a record is in: its own, those that it looks after, those of the clauses that name it or that it holds.
QStringList areasOf(const Lookup &lookup, const QString &record)
{
    const Model &model = lookup.model();
    QStringList areas;
    const auto add = [&](const QString &id) {
        if (model.find<Area>(id) && !areas.contains(id))
            areas.append(id);
    };
    add(record);
    if (const auto *area = model.find<Area>(record))
        add(area->parent.value);
    for (const Relation *relation : lookup.outgoing(record)) {
        if (relation->type == relation::responsibleFor || relation->type == relation::reviews)
            add(relation->target.value);
    }
    for (const Relation *relation : lookup.incoming(record, relation::names)) {
        if (const auto *clause = model.find<Clause>(relation->source.value); clause && isCurrent(model, *clause))
            add(clause->area.value);
    }
    for (const Clause *clause : lookup.clauses(Id<Instrument>(record)))
        add(clause->area.value);
    return areas;
}

/// What a record says in a field of a filter; nothing where it has no such field.
std::optional<QStringList> content(const Lookup &lookup, const QString &record, const QString &field)
{
    const Model &model = lookup.model();
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
    if (field == u"area")
        return areasOf(lookup, record);
    if (field == u"marking")
        return QStringList{markingOf(lookup, {record})};
    return std::nullopt;
}

template<typename Enum, typename Has>
QStringList wordsInUse(Has has)
{
    QStringList words;
    for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i) {
        const auto &word = Words<Enum>::list[i];
        if (!word.empty() && has(static_cast<Enum>(i)))
            words.append(QString::fromUtf8(word.data(), qsizetype(word.size())));
    }
    return words;
}

template<typename Value>
auto among(const std::set<Value> &values)
{
    return [&values](Value value) { return values.contains(value); };
}

} // namespace

QStringList filterFields()
{
    return {u"side"_s, u"level"_s, u"kind"_s, u"area"_s, u"confidence"_s, u"marking"_s};
}

QStringList filterValues(const Lookup &lookup, const QString &field)
{
    const Model &model = lookup.model();
    if (field == u"side") {
        std::set<Side> sides;
        for (const auto &[id, body] : model.table<Institution>())
            sides.insert(body.side);
        return wordsInUse<Side>(among(sides));
    }
    if (field == u"level") {
        std::set<Level> levels;
        for (const auto &[id, dialogue] : model.table<Dialogue>())
            levels.insert(dialogue.level);
        return wordsInUse<Level>(among(levels));
    }
    if (field == u"confidence") {
        std::set<Confidence> confidences;
        for (const auto &[id, relation] : model.table<Relation>())
            confidences.insert(relation.confidence);
        return wordsInUse<Confidence>(among(confidences));
    }
    if (field == u"kind") {
        QStringList kinds;
        const auto take = [&]<typename Row>() {
            if (model.table<Row>().size() > 0)
                kinds.append(singular(kindOf<Row>));
        };
        take.operator()<Dialogue>();
        take.operator()<Institution>();
        take.operator()<Area>();
        take.operator()<Instrument>();
        std::set<QString> own;
        for (const auto &[id, body] : model.table<Institution>()) {
            if (const QString kind = body.kind.simplified(); !kind.isEmpty())
                own.insert(kind.toLower());
        }
        for (const QString &kind : own) {
            if (!kinds.contains(kind, Qt::CaseInsensitive))
                kinds.append(kind);
        }
        return kinds;
    }
    if (field == u"area") {
        std::vector<const Area *> areas;
        for (const auto &[id, area] : model.table<Area>())
            areas.push_back(&area);
        std::ranges::stable_sort(areas, {}, [](const Area *area) { return area->number.value_or(1'000'000); });
        QStringList ids;
        for (const Area *area : areas)
            ids.append(area->id.value);
        return ids;
    }
    if (field == u"marking") {
        QStringList markings = {markingOf(lookup, {})};
        for (const auto &[id, document] : model.table<Document>()) {
            if (!document.marking.isEmpty() && !markings.contains(document.marking))
                markings.append(document.marking);
        }
        std::ranges::stable_sort(markings, {}, [&](const QString &marking) { return markingRank(model, marking); });
        return markings;
    }
    return {};
}

bool passesFilters(const Lookup &lookup, const QString &record, const Lens &lens)
{
    std::map<QString, bool> fields;
    for (const Filter &filter : lens.filters) {
        const auto words = content(lookup, record, filter.field);
        if (!words)
            continue;
        bool &fits = fields[filter.field];
        fits = fits || std::ranges::any_of(*words, [&](const QString &word) { return says(word, filter.value); });
    }
    return std::ranges::all_of(fields, [](const auto &field) { return field.second; });
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

QStringList expandedRecords(const Lens &lens)
{
    QStringList records;
    for (const Filter &filter : lens.filters) {
        if (filter.field == alsoAround && !filter.value.isEmpty())
            records.append(filter.value);
    }
    return records;
}

} // namespace entente::network
