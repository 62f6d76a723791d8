#include "app/ententectl/session.h"

#include "core/coverage/commitments.h"
#include "core/exchange/search.h"
#include "core/model/edits.h"
#include "core/model/recordjson.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

Result<model::Kind> kindOfWord(const QString &word)
{
    if (const auto kind = model::kindNamed(word))
        return *kind;
    return callError(tr("“%1” is no kind of record; there are institutions, people, dialogues, areas, instruments, clauses, meetings, "
                        "commitments, relations, evidence, documents and some more.")
                         .arg(word.left(40)));
}

Result<model::edits::FieldTexts> fieldsOf(const QStringList &words)
{
    model::edits::FieldTexts fields;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1)
            return callError(tr("“%1” should be FIELD=VALUE.").arg(word.left(60)));
        fields.emplace_back(word.left(equals), word.mid(equals + 1));
    }
    return fields;
}

QString cellText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList texts;
        for (const auto &item : value.toArray())
            texts += item.isObject() ? item.toObject().value(u"name"_s).toString() : item.toString();
        return texts.join(u", "_s);
    }
    return value.toVariant().toString();
}

/// Commitments with what the ledger works out for the day: how they are known, how long they are overdue.
QJsonArray withLedger(const model::Lookup &lookup, const QJsonArray &items, const QDate &asOf)
{
    QJsonArray complete;
    for (const auto &item : items) {
        QJsonObject json = item.toObject();
        if (const auto entry = coverage::ledgerEntry(lookup, json.value(u"id"_s).toString(), asOf)) {
            json.insert(u"knowledge"_s, model::wordOf(entry->knowledge));
            json.insert(u"known_because"_s, entry->because);
            json.insert(u"due_state"_s, coverage::dueWord(entry->due));
            json.insert(u"overdue_days"_s, entry->overdueDays);
            json.insert(u"progress"_s, model::wordOf(entry->state));
        }
        complete.append(json);
    }
    return complete;
}

Result<ExitCode> list(const Session &session, const Arguments &arguments)
{
    auto kind = kindOfWord(arguments.positional[1]);
    if (!kind)
        return kind.error();
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    QJsonArray items = model::listJson(**lookup, *kind);
    if (*kind == model::kindOf<model::Commitment>)
        items = withLedger(**lookup, items, *asOf);
    if (arguments.has(u"json"_s)) {
        session.print(QJsonObject{{u"items"_s, items}});
        return Done;
    }
    // The columns that say something, in the order of the fields.
    QStringList heads;
    model::forEachKind([&]<typename Row>() {
        if (*kind != model::kindOf<Row>)
            return;
        model::forEachField<Row>([&](const auto &field) { heads += QString::fromLatin1(field.name); });
    });
    heads.removeAll(u"notes"_s);
    if (*kind == model::kindOf<model::Commitment>)
        heads += {u"knowledge"_s, u"due_state"_s, u"overdue_days"_s};
    heads.removeIf([&](const QString &head) {
        return std::ranges::all_of(items, [&](const auto &item) { return cellText(item.toObject().value(head)).isEmpty(); });
    });
    std::vector<QStringList> rows;
    for (const auto &item : items) {
        QStringList row;
        for (const QString &head : heads)
            row += cellText(item.toObject().value(head));
        rows.push_back(row);
    }
    session.printTable(heads, rows);
    return Done;
}

Result<ExitCode> show(const Session &session, const Arguments &arguments)
{
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    auto id = session.resolve(**lookup, arguments.positional[1]);
    if (!id)
        return id.error();
    const QJsonObject json = model::showJson(**lookup, *id);
    if (arguments.has(u"json"_s)) {
        session.print(json);
        return Done;
    }
    session.print(u"%1 · %2 · %3"_s.arg(*id, json.value(u"kind"_s).toString(), json.value(u"title"_s).toString()));
    const QJsonObject record = json.value(u"record"_s).toObject();
    for (auto field = record.begin(); field != record.end(); ++field) {
        if (const QString text = cellText(*field); !text.isEmpty())
            session.print(u"  %1: %2"_s.arg(field.key(), text));
    }
    for (const auto &value : json.value(u"relations"_s).toArray()) {
        const QJsonObject relation = value.toObject();
        const bool outgoing = relation.value(u"direction"_s).toString() == "out"_L1;
        session.print(u"  %1 %2 %3 (%4, %5)"_s.arg(outgoing ? u"→"_s : u"←"_s, relation.value(u"type"_s).toString(),
                                                   relation.value(u"other_title"_s).toString(), relation.value(u"confidence"_s).toString(),
                                                   relation.value(u"knowledge"_s).toString()));
    }
    for (const auto &value : json.value(u"passages"_s).toArray()) {
        const QJsonObject passage = value.toObject();
        session.print(u"  ¶ %1 “%2”"_s.arg(passage.value(u"label"_s).toString(), passage.value(u"quote"_s).toString()));
    }
    for (const auto &value : json.value(u"evidence"_s).toArray()) {
        if (const QString address = value.toObject().value(u"address"_s).toString(); !address.isEmpty())
            session.print(u"  ⌁ "_s + address);
    }
    return Done;
}

/// Opens the map, makes the edit with its present rows, saves.
Result<ExitCode> edit(const Session &session, const QString &path,
                      const std::function<Result<model::ChangeSet>(const model::Lookup &)> &make, const Arguments &arguments)
{
    auto map = session.open(path);
    if (!map)
        return map.error();
    auto changes = make((*map)->lookup());
    if (!changes)
        return changes.error();
    if (auto done = session.submit(**map, *changes); !done)
        return done.error();
    const QString done = changes->isEmpty() ? tr("Nothing to change.") : changes->label();
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"label"_s, changes->label()}, {u"rows"_s, qint64(changes->rowCount())}, {u"changes"_s, changes->toJson()}});
    else
        session.print(done);
    return Done;
}

Result<ExitCode> set(const Session &session, const Arguments &arguments)
{
    auto fields = fieldsOf(arguments.positional.mid(2));
    if (!fields)
        return fields.error();
    return edit(
        session, arguments.positional[0],
        [&](const model::Lookup &lookup) -> Result<model::ChangeSet> {
            auto id = session.resolve(lookup, arguments.positional[1]);
            if (!id)
                return id.error();
            return model::edits::set(lookup.model(), *id, *fields);
        },
        arguments);
}

Result<ExitCode> add(const Session &session, const Arguments &arguments)
{
    auto kind = kindOfWord(arguments.positional[1]);
    if (!kind)
        return kind.error();
    auto fields = fieldsOf(arguments.positional.mid(2));
    if (!fields)
        return fields.error();
    return edit(
        session, arguments.positional[0], [&](const model::Lookup &lookup) { return model::edits::add(lookup.model(), *kind, *fields); }, arguments);
}

Result<ExitCode> removeRecord(const Session &session, const Arguments &arguments)
{
    return edit(
        session, arguments.positional[0],
        [&](const model::Lookup &lookup) -> Result<model::ChangeSet> {
            auto id = session.resolve(lookup, arguments.positional[1]);
            if (!id)
                return id.error();
            return model::edits::remove(lookup.model(), *id);
        },
        arguments);
}

Result<ExitCode> search(const Session &session, const Arguments &arguments)
{
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    const auto hits = exchange::SearchIndex(*lookup).find(arguments.positional.mid(1).join(u' '), 500);
    QJsonArray items;
    std::vector<QStringList> rows;
    for (const exchange::Hit &hit : hits) {
        QJsonObject item{{u"id"_s, hit.id}, {u"kind"_s, hit.kind}, {u"field"_s, hit.field}, {u"snippet"_s, hit.snippet}};
        if (!hit.label.isEmpty())
            item.insert(u"label"_s, hit.label);
        items.append(item);
        rows.push_back({hit.id, hit.kind, hit.field, hit.snippet});
    }
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"items"_s, items}});
    else if (rows.empty())
        session.print(tr("Nothing found for “%1” in names, clauses, notes and texts.").arg(arguments.positional.mid(1).join(u' ')));
    else
        session.printTable({tr("id"), tr("kind"), tr("field"), tr("words")}, rows);
    return Done;
}

} // namespace

std::vector<Command> recordCommands()
{
    const QStringList json{u"json"_s};
    return {
        {u"list"_s, u"MAP KIND [--as-of D]"_s, tr("all records of a kind; commitments with what is overdue on the day"), {2, 2, {u"as-of"_s}, {}, json}, list},
        {u"show"_s, u"MAP ID"_s, tr("one record with its relations and the passages behind them"), {2, 2, {}, {}, json}, show},
        {u"set"_s, u"MAP ID FIELD=VALUE…"_s, tr("changes fields, one undoable step"), {3, -1, {}, {}, json}, set},
        {u"add"_s, u"MAP KIND FIELD=VALUE…"_s, tr("a new record, one undoable step"), {2, -1, {}, {}, json}, add},
        {u"remove"_s, u"MAP ID"_s, tr("takes a record out with what hangs on it, one undoable step"), {2, 2, {}, {}, json}, removeRecord},
        {u"search"_s, u"MAP WORDS"_s, tr("hits in names, clauses, notes and document texts"), {2, -1, {}, {}, json}, search},
    };
}

} // namespace ententectl
