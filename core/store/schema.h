#pragma once

#include "core/model/fields.h"
#include "core/store/sqlite.h"

#include <QStringList>

/// The tables of a map, made from the description of the fields: one table a kind, the journal, and a table about the file.
namespace entente::store {

inline constexpr int applicationId = 0x454E5445; // "ENTE"
inline constexpr int schemaVersion = 1;
/// The oldest schema whose readers can read what we write.
inline constexpr int oldestReader = 1;

/// ` REFERENCES "dialogue"("id") DEFERRABLE INITIALLY DEFERRED`, for a field that names one kind.
template<typename Row>
QString referenceClause(const Id<Row> &)
{
    return QStringLiteral(" REFERENCES \"%1\"(\"id\") DEFERRABLE INITIALLY DEFERRED").arg(QString::fromLatin1(Fields<Row>::table));
}

/// `CREATE TABLE institution ("id" TEXT PRIMARY KEY NOT NULL, …)`.
template<typename Row>
QString createTable()
{
    QStringList columns;
    forEachField<Row>([&](const auto &field) {
        using Type = typename std::remove_cvref_t<decltype(field)>::Type;
        QString column = u'"' + QString::fromLatin1(field.name) + u'"';
        if constexpr (std::is_same_v<Type, double>)
            column += QLatin1StringView(" REAL");
        else if constexpr (std::is_same_v<Type, int> || std::is_same_v<Type, bool> || std::is_same_v<Type, std::optional<int>>)
            column += QLatin1StringView(" INTEGER");
        else
            column += QLatin1StringView(" TEXT");
        if (field.role == FieldRole::Key)
            column += QLatin1StringView(" PRIMARY KEY NOT NULL");
        if constexpr (requires { Type().value; } && !std::is_same_v<Type, AnyId>) {
            if (field.role != FieldRole::Key)
                column += referenceClause(Type());
        }
        columns += column;
    });
    return QStringLiteral("CREATE TABLE \"%1\" (%2)").arg(QString::fromLatin1(Fields<Row>::table), columns.join(QLatin1StringView(", ")));
}

/// Every statement of the schema, in order: tables, then plain indexes.
QStringList schemaStatements();

/// Makes the schema in an empty database and writes identity, version and oldest reader.
Result<void> createSchema(Database &database);

/// `INSERT INTO "meeting" ("id", …) VALUES (?, …)`, `UPDATE …`, `DELETE …`, `SELECT … ORDER BY id` of a kind, with all its columns in order.
template<typename Row>
QStringList columnNames()
{
    QStringList names;
    forEachField<Row>([&](const auto &field) { names += u'"' + QString::fromLatin1(field.name) + u'"'; });
    return names;
}
QString insertStatement(const char *table, const QStringList &columns);
QString replaceStatement(const char *table, const QStringList &columns);
QString deleteStatement(const char *table);
QString selectStatement(const char *table, const QStringList &columns);

/// Reads and writes `about`, the file's facts about itself.
Result<void> setAbout(Database &database, const QString &key, const QString &value);
Result<QString> about(const Database &database, const QString &key);

} // namespace entente::store
