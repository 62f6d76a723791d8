#include "core/store/schema.h"

namespace entente::store {

using namespace Qt::StringLiterals;

namespace {

QString columnList(const QStringList &columns)
{
    return columns.join(u", "_s);
}

QString marks(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

QString quoted(const char *table)
{
    return u'"' + QString::fromLatin1(table) + u'"';
}

} // namespace

QStringList schemaStatements()
{
    QStringList statements;
    forEachKind([&]<typename Row>() { statements += createTable<Row>(); });
    statements += u"CREATE TABLE \"journal\" (\"number\" INTEGER PRIMARY KEY NOT NULL, \"at\" TEXT NOT NULL, \"who\" TEXT NOT NULL, "
                  "\"label\" TEXT NOT NULL, \"kind\" TEXT NOT NULL, \"reverses\" INTEGER, \"schema\" INTEGER NOT NULL, "
                  "\"changes\" TEXT NOT NULL)"_s;
    statements += u"CREATE TABLE \"about\" (\"key\" TEXT PRIMARY KEY NOT NULL, \"value\" TEXT NOT NULL)"_s;
    const std::pair<const char *, const char *> indexed[] = {
        {"relation", "source"}, {"relation", "target"},     {"evidence", "subject"},   {"meeting", "dialogue"}, {"clause", "instrument"},
        {"name", "record"},     {"paragraph", "document"}, {"attendance", "meeting"}, {"head", "meeting"},
    };
    for (const auto &[table, column] : indexed) {
        statements += u"CREATE INDEX \"%1_%2\" ON \"%1\" (\"%2\")"_s.arg(QString::fromLatin1(table), QString::fromLatin1(column));
    }
    return statements;
}

Result<void> createSchema(Database &database)
{
    for (const QString &statement : schemaStatements()) {
        if (auto done = database.run(statement); !done)
            return done;
    }
    if (auto done = database.run(u"PRAGMA application_id = %1"_s.arg(applicationId)); !done)
        return done;
    if (auto done = database.run(u"PRAGMA user_version = %1"_s.arg(schemaVersion)); !done)
        return done;
    return setAbout(database, u"oldest_reader"_s, QString::number(oldestReader));
}

QString insertStatement(const char *table, const QStringList &columns)
{
    return u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(quoted(table), columnList(columns), marks(columns.size()));
}

QString replaceStatement(const char *table, const QStringList &columns)
{
    QStringList assignments;
    for (const QString &column : columns)
        assignments += column + u" = ?"_s;
    return u"UPDATE %1 SET %2 WHERE \"id\" = ?"_s.arg(quoted(table), columnList(assignments));
}

QString deleteStatement(const char *table)
{
    return u"DELETE FROM %1 WHERE \"id\" = ?"_s.arg(quoted(table));
}

QString selectStatement(const char *table, const QStringList &columns)
{
    return u"SELECT %2 FROM %1 ORDER BY \"id\""_s.arg(quoted(table), columnList(columns));
}

Result<void> setAbout(Database &database, const QString &key, const QString &value)
{
    auto statement = database.prepare(u"INSERT INTO \"about\" VALUES (?, ?) ON CONFLICT (\"key\") DO UPDATE SET \"value\" = excluded.\"value\""_s);
    if (!statement)
        return statement.error();
    statement->bind(1, key);
    statement->bind(2, value);
    return statement->run();
}

Result<QString> about(const Database &database, const QString &key)
{
    auto statement = database.prepare(u"SELECT \"value\" FROM \"about\" WHERE \"key\" = ?"_s);
    if (!statement)
        return statement.error();
    statement->bind(1, key);
    auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->text(0) : QString();
}

} // namespace entente::store
