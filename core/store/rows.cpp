#include "core/store/rows.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimeZone>

namespace entente::store {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::store", text);
}

template<typename Row>
int bindRow(Statement &statement, const Row &row)
{
    int index = 0;
    forEachField<Row>([&](const auto &field) { statement.bind(++index, encode(row.*field.member)); });
    return index;
}

template<typename Row>
Result<void> writeKind(Database &database, const ChangeSet &changes)
{
    const auto &list = changes.changes<Row>();
    if (list.empty())
        return {};
    const QStringList columns = columnNames<Row>();
    auto insert = database.prepare(insertStatement(Fields<Row>::table, columns));
    if (!insert)
        return insert.error();
    auto replace = database.prepare(replaceStatement(Fields<Row>::table, columns));
    if (!replace)
        return replace.error();
    auto erase = database.prepare(deleteStatement(Fields<Row>::table));
    if (!erase)
        return erase.error();
    for (const auto &change : list) {
        Result<void> done;
        if (!change.after) {
            erase->bind(1, change.before->id.value);
            done = erase->run();
        } else if (!change.before) {
            bindRow(*insert, *change.after);
            done = insert->run();
        } else {
            const int last = bindRow(*replace, *change.after);
            replace->bind(last + 1, change.before->id.value);
            done = replace->run();
        }
        if (!done)
            return done;
    }
    return {};
}

template<typename Row>
Result<void> readKind(const Database &database, Model &model)
{
    auto select = database.prepare(selectStatement(Fields<Row>::table, columnNames<Row>()));
    if (!select)
        return refusal(tr("The table “%1” cannot be read.").arg(QString::fromLatin1(Fields<Row>::table)), select.error().detail);
    for (;;) {
        auto there = select->step();
        if (!there)
            return there.error();
        if (!*there)
            return {};
        Row row;
        int column = 0;
        std::optional<Error> error;
        forEachField<Row>([&](const auto &field) {
            const Value value = select->value(column++);
            if (error)
                return;
            if (auto read = decode(value, row.*field.member); !read) {
                error = refusal(tr("The %1 “%2” holds something unreadable in “%3”.")
                                    .arg(QString::fromLatin1(Fields<Row>::table), row.id.value, QString::fromLatin1(field.name)),
                                read.error().sentence);
            }
        });
        if (error)
            return *error;
        if (row.id.isEmpty())
            return refusal(tr("A %1 has no identifier.").arg(QString::fromLatin1(Fields<Row>::table)));
        model.table<Row>().put(std::move(row));
    }
}

constexpr auto headColumns = QLatin1StringView("\"number\", \"at\", \"who\", \"label\", \"kind\", \"reverses\", \"schema\"");

Result<JournalEntry> entryOf(const Statement &statement, bool withChanges)
{
    JournalEntry entry;
    entry.number = statement.number(0);
    entry.when = QDateTime::fromString(statement.text(1), Qt::ISODate);
    entry.who = statement.text(2);
    entry.label = statement.text(3);
    const QString kind = statement.text(4);
    if (kind == "undo"_L1)
        entry.step.kind = StepKind::Undo;
    else if (kind == "redo"_L1)
        entry.step.kind = StepKind::Redo;
    else if (kind != "edit"_L1)
        return refusal(tr("The journal holds an entry of an unknown kind."), kind);
    entry.step.reverses = statement.number(5);
    entry.schema = int(statement.number(6));
    if (withChanges && entry.schema == schemaVersion) {
        const QJsonDocument json = QJsonDocument::fromJson(statement.text(7).toUtf8());
        auto changes = ChangeSet::fromJson(json.object(), entry.label);
        if (!json.isObject() || !changes)
            return refusal(tr("The journal entry %1 cannot be read.").arg(entry.number), changes ? QString() : changes.error().sentence);
        entry.changes = *std::move(changes);
    }
    return entry;
}

Result<std::vector<JournalEntry>> readEntries(const Database &database, const QString &sql, bool withChanges)
{
    auto select = database.prepare(sql);
    if (!select)
        return refusal(tr("The journal cannot be read."), select.error().detail);
    std::vector<JournalEntry> entries;
    for (;;) {
        auto there = select->step();
        if (!there)
            return there.error();
        if (!*there)
            return entries;
        auto entry = entryOf(*select, withChanges);
        if (!entry)
            return entry.error();
        entries.push_back(*std::move(entry));
    }
}

QString wordOfStep(StepKind kind)
{
    return kind == StepKind::Undo ? u"undo"_s : kind == StepKind::Redo ? u"redo"_s : u"edit"_s;
}

} // namespace

Result<void> writeChanges(Database &database, const ChangeSet &changes)
{
    Result<void> result;
    forEachKind([&]<typename Row>() {
        if (result)
            result = writeKind<Row>(database, changes);
    });
    return result;
}

Result<Model> readRows(const Database &database)
{
    Model model;
    Result<void> result;
    forEachKind([&]<typename Row>() {
        if (result)
            result = readKind<Row>(database, model);
    });
    if (!result)
        return result.error();
    return model;
}

Result<void> appendEntry(Database &database, const JournalEntry &entry)
{
    auto insert = database.prepare(u"INSERT INTO \"journal\" (%1, \"changes\") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(headColumns));
    if (!insert)
        return insert.error();
    insert->bind(1, entry.number);
    insert->bind(2, entry.when.toUTC().toString(Qt::ISODate));
    insert->bind(3, entry.who);
    insert->bind(4, entry.label);
    insert->bind(5, wordOfStep(entry.step.kind));
    insert->bind(6, entry.step.reverses ? Value(entry.step.reverses) : Value());
    insert->bind(7, qint64(entry.schema));
    insert->bind(8, QString::fromUtf8(QJsonDocument(entry.changes.toJson()).toJson(QJsonDocument::Compact)));
    return insert->run();
}

Result<std::vector<JournalEntry>> readJournal(const Database &database)
{
    return readEntries(database, u"SELECT %1, \"changes\" FROM \"journal\" ORDER BY \"number\""_s.arg(headColumns), true);
}

Result<std::vector<JournalEntry>> readJournalHeads(const Database &database)
{
    return readEntries(database, u"SELECT %1 FROM \"journal\" ORDER BY \"number\""_s.arg(headColumns), false);
}

Result<JournalEntry> readEntry(const Database &database, qint64 number)
{
    auto entries = readEntries(database, u"SELECT %1, \"changes\" FROM \"journal\" WHERE \"number\" = %2"_s.arg(headColumns).arg(number), true);
    if (!entries)
        return entries.error();
    if (entries->empty())
        return refusal(tr("The journal has no entry %1.").arg(number));
    return std::move(entries->front());
}

} // namespace entente::store
