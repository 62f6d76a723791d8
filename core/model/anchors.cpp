#include "core/model/anchors.h"

#include "core/base/text.h"
#include "core/model/edits.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
concept NamesRecord = requires(T id) { { id.value } -> std::convertible_to<QString>; };

/// Calls `visit(field)` for the fields of a row that name other records.
template<typename Row, typename Visit>
void forEachReference(Visit &&visit)
{
    forEachField<Row>([&](const auto &field) {
        if constexpr (NamesRecord<typename std::remove_cvref_t<decltype(field)>::Type>) {
            if (field.role == FieldRole::Owner || field.role == FieldRole::Reference)
                visit(field);
        }
    });
}

/// Meetings that the suggestions of a document are keyed by: known ones, proposed ones, or the document itself.
QStringList subjectsOf(const Model &model, const Suggestion &suggestion)
{
    QStringList subjects{suggestion.source.value, suggestion.document.value};
    if (const Document *document = model.find(suggestion.document))
        subjects += document->meeting.value;
    for (const Suggestion &other : model.all<Suggestion>()) {
        if (other.kind != "meeting"_L1 || !(other.document == suggestion.document))
            continue;
        const auto rows = QJsonDocument::fromJson(other.proposal.toUtf8()).object().value(QLatin1StringView(Fields<Meeting>::table)).toArray();
        for (const auto &row : rows)
            subjects += row.toObject().value("after"_L1).toObject().value("id"_L1).toString();
    }
    return subjects;
}

QString suggestionKey(const QString &subject, const Suggestion &row)
{
    return contentKey(u"sug"_s, {subject, row.relation, row.target.value, folded(row.quote)});
}

/// The keys that the program would derive from what the row says; the first is the one that it would use.
template<typename Row>
QString derivedKey(const Row &row)
{
    if constexpr (std::is_same_v<Row, Relation>) {
        return edits::relationKey(row.type, row.source.value, row.target.value);
    } else if constexpr (std::is_same_v<Row, Evidence>) {
        return edits::evidenceKey(row.subject.value, row.origin.value);
    } else if constexpr (std::is_same_v<Row, Passage>) {
        return edits::passageKey(row.document.value, row.label, row.quote);
    } else if constexpr (std::is_same_v<Row, Position>) {
        return contentKey(u"pos"_s, {row.view, row.record.value});
    } else {
        QStringList parts;
        forEachField<Row>([&](const auto &field) {
            if (field.role != FieldRole::Key)
                parts += textOf(encode(row.*field.member));
        });
        return contentKey(QString::fromLatin1(Fields<Row>::table), parts);
    }
}

/// The key of a row after a change: derived anew where it had been derived before, else as it was.
template<typename Row>
QString keyAfter(const Model &model, const Row &before, const Row &after)
{
    if constexpr (std::is_same_v<Row, Suggestion>) {
        for (const QString &subject : subjectsOf(model, before)) {
            if (!subject.isEmpty() && suggestionKey(subject, before) == before.id.value)
                return suggestionKey(subject == before.source.value ? after.source.value : subject, after);
        }
        return before.id.value;
    } else {
        return derivedKey(before) == before.id.value ? derivedKey(after) : before.id.value;
    }
}

QString bothTexts(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty() || one == other)
        return one.isEmpty() ? other : one;
    return one + u'\n' + other;
}

/// Two rows that say the same.
template<typename Row>
Row united(Row row, const Row &other)
{
    row.notes = bothTexts(row.notes, other.notes);
    if constexpr (std::is_same_v<Row, Evidence>) {
        row.level = std::max(row.level, other.level);
        row.reason = bothTexts(row.reason, other.reason);
    }
    return row;
}

/// All at once: keys that one row leaves may be those that another comes to.
template<typename Row>
void exchange(Model &model, std::vector<Replacement<Row>> replacements, KeyMap &next)
{
    auto &table = model.table<Row>();
    for (Replacement<Row> &replacement : replacements)
        replacement.after.id.value = keyAfter(model, replacement.before, replacement.after);
    for (const Replacement<Row> &replacement : replacements)
        table.take(replacement.before.id.value);
    for (Replacement<Row> &replacement : replacements) {
        const QString key = replacement.after.id.value;
        if (key != replacement.before.id.value)
            next.insert(replacement.before.id.value, key);
        const Row *present = table.find(key);
        table.put(present ? united(*present, replacement.after) : std::move(replacement.after));
    }
}

QJsonValue withKeys(const QJsonValue &value, const KeyMap &keys)
{
    if (value.isString()) {
        const auto found = keys.constFind(value.toString());
        return found == keys.constEnd() ? value : QJsonValue(*found);
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &element : value.toArray())
            array.append(withKeys(element, keys));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            *entry = withKeys(*entry, keys);
        return object;
    }
    return value;
}

/// One round: who refers to these keys refers to the others; gives the keys of rows that were renamed by it.
KeyMap redirectOnce(Model &model, const KeyMap &keys)
{
    KeyMap next;
    forEachKind([&]<typename Row>() {
        if constexpr (!std::is_same_v<Row, Clause> && !std::is_same_v<Row, Paragraph>) {
            std::vector<Replacement<Row>> replacements;
            for (const Row &row : model.all<Row>()) {
                bool changed = false;
                forEachReference<Row>([&](const auto &field) { changed = changed || keys.contains((row.*field.member).value); });
                Row after = row;
                if constexpr (std::is_same_v<Row, Suggestion>) {
                    // What acceptance would write refers to records, too.
                    if (row.state == SuggestionState::Open && !row.proposal.isEmpty()) {
                        const auto json = QJsonDocument::fromJson(row.proposal.toUtf8());
                        const QJsonObject moved = withKeys(json.object(), keys).toObject();
                        if (json.isObject() && moved != json.object()) {
                            after.proposal = QString::fromUtf8(QJsonDocument(moved).toJson(QJsonDocument::Compact));
                            changed = true;
                        }
                    }
                }
                if constexpr (std::is_same_v<Row, Waiver>) {
                    for (QString &record : after.records)
                        record = keys.value(record, record);
                    changed = changed || !(after == row);
                }
                if (!changed)
                    continue;
                forEachReference<Row>([&](const auto &field) {
                    auto &reference = after.*field.member;
                    reference.value = keys.value(reference.value, reference.value);
                });
                replacements.push_back({row, std::move(after)});
            }
            exchange(model, std::move(replacements), next);
        }
    });
    return next;
}

void noteRenamed(KeyMap &renamed, const KeyMap &next)
{
    for (QString &key : renamed)
        key = next.value(key, key);
    for (auto entry = next.constBegin(); entry != next.constEnd(); ++entry) {
        if (!renamed.contains(entry.key()))
            renamed.insert(entry.key(), *entry);
    }
}

void follow(Model &model, KeyMap next, KeyMap &renamed)
{
    while (!next.isEmpty()) {
        noteRenamed(renamed, next);
        next = redirectOnce(model, next);
    }
}

} // namespace

std::vector<Anchor> anchorsOf(const Model &model, const QSet<QString> &clauses)
{
    std::vector<Anchor> anchors;
    forEachKind([&]<typename Row>() {
        if constexpr (std::is_same_v<Row, Clause>) {
            for (const Clause &clause : model.all<Clause>()) {
                if (clauses.contains(clause.id.value) && hasRemarks(clause))
                    anchors.push_back({kindOf<Clause>, clause.id.value, {}, clause.id.value});
            }
        } else if constexpr (!std::is_same_v<Row, Paragraph>) {
            for (const Row &row : model.all<Row>()) {
                if constexpr (std::is_same_v<Row, Suggestion>) {
                    if (row.state != SuggestionState::Open || row.kind == moveKind)
                        continue;
                }
                forEachReference<Row>([&](const auto &field) {
                    if (const QString &clause = (row.*field.member).value; clauses.contains(clause))
                        anchors.push_back({kindOf<Row>, row.id.value, QString::fromLatin1(field.name), clause});
                });
            }
        }
    });
    return anchors;
}

bool hasRemarks(const Clause &clause)
{
    return !clause.area.isEmpty() || !clause.summary.isEmpty() || !clause.operativeVerb.isEmpty() || !clause.commitment.isEmpty()
           || !clause.notes.isEmpty();
}

void takeRemarks(Clause &clause, const Clause &from)
{
    if (clause.area.isEmpty())
        clause.area = from.area;
    if (clause.summary.isEmpty())
        clause.summary = from.summary;
    if (clause.operativeVerb.isEmpty())
        clause.operativeVerb = from.operativeVerb;
    if (clause.commitment.isEmpty())
        clause.commitment = from.commitment;
    clause.notes = bothTexts(clause.notes, from.notes);
}

void redirect(Model &model, const KeyMap &keys, KeyMap &renamed)
{
    follow(model, redirectOnce(model, keys), renamed);
}

template<typename Row>
void replaceRows(Model &model, std::vector<Replacement<Row>> replacements, KeyMap &renamed)
{
    KeyMap next;
    exchange(model, std::move(replacements), next);
    follow(model, std::move(next), renamed);
}
template void replaceRows(Model &, std::vector<Replacement<Passage>>, KeyMap &);
template void replaceRows(Model &, std::vector<Replacement<Suggestion>>, KeyMap &);

void redirectField(Model &model, const QString &record, const QString &name, const QString &target, KeyMap &renamed)
{
    KeyMap next;
    forEachKind([&]<typename Row>() {
        const Row *row = model.find<Row>(record);
        if (!row)
            return;
        Row after = *row;
        forEachReference<Row>([&](const auto &field) {
            if (name == QLatin1StringView(field.name))
                (after.*field.member).value = target;
        });
        if (!(after == *row))
            exchange<Row>(model, {{*row, std::move(after)}}, next);
    });
    follow(model, std::move(next), renamed);
}

} // namespace entente::model
