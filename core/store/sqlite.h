#pragma once

#include "core/model/value.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

/// A thin layer over SQLite's C API: handles that close themselves, errors with their exact code.
namespace entente::store {

/// What SQLite said, as an error with a sentence for the user. Full disks and read-only places are told apart.
Error sqliteError(sqlite3 *database, const QString &doing);

/// A prepared statement. Columns count from 0, parameters from 1.
class Statement
{
public:
    Statement() = default;

    bool isValid() const { return m_statement != nullptr; }
    void bind(int index, const Value &value);
    void bind(int index, const QString &text);
    void bind(int index, qint64 number);
    /// True: there is a row. False: done.
    Result<bool> step();
    /// Runs a statement that gives no rows and makes it ready for the next parameters.
    Result<void> run();
    void reset();

    int columnCount() const;
    QString columnName(int column) const;
    Value value(int column) const;
    QString text(int column) const;
    qint64 number(int column) const;

private:
    friend class Database;
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A connection to one database file.
class Database
{
public:
    enum class Mode { ReadOnly, ReadWrite, Create };

    Database() = default;
    /// Opens a file of our own. Extensions, triggers, views and double-quoted strings are off for every connection.
    static Result<Database> open(const QString &path, Mode mode);

    /// For files that come from outside: strict limits, no trust in the schema, no memory mapping.
    Result<void> harden();

    bool isOpen() const { return m_database != nullptr; }
    sqlite3 *handle() const { return m_database.get(); }
    Result<void> run(const QString &sql);
    Result<Statement> prepare(const QString &sql) const;
    /// First column of the first row, or nothing.
    Result<Value> single(const QString &sql) const;
    /// Copies everything into a fresh file at `path`, page by page.
    Result<void> copyTo(const QString &path) const;
    void close() { m_database.reset(); }

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };
    std::unique_ptr<sqlite3, Close> m_database;
};

/// Rolls back unless `commit` was reached.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> begin();
    Result<void> commit();

private:
    Database &m_database;
    bool m_open = false;
};

} // namespace entente::store
