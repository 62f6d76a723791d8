#include "core/store/sqlite.h"

#include <QCoreApplication>
#include <QFile>

#include <sqlite3.h>

namespace entente::store {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::store", text);
}

} // namespace

Error sqliteError(sqlite3 *database, const QString &doing)
{
    const int code = database ? sqlite3_extended_errcode(database) : SQLITE_NOMEM;
    const QString detail = u"%1: %2 (%3)"_s.arg(doing, QString::fromUtf8(database ? sqlite3_errmsg(database) : "no memory")).arg(code);
    switch (code & 0xff) {
    case SQLITE_FULL:
        return writeError(tr("The disk is full; free some space and try again."), detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return writeError(tr("The place cannot be written; choose another one."), detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return refusal(tr("The file is damaged; open a backup of it instead."), detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return writeError(tr("Another program holds the file; close it there and try again."), detail);
    default:
        return writeError(tr("The map could not be stored; save it under another name."), detail);
    }
}

// --- Statement ---

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void Statement::bind(int index, const Value &value)
{
    if (const auto *whole = std::get_if<qint64>(&value))
        sqlite3_bind_int64(m_statement.get(), index, *whole);
    else if (const auto *real = std::get_if<double>(&value))
        sqlite3_bind_double(m_statement.get(), index, *real);
    else if (const auto *text = std::get_if<QString>(&value))
        bind(index, *text);
    else
        sqlite3_bind_null(m_statement.get(), index);
}

void Statement::bind(int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_statement.get(), index, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int index, qint64 number)
{
    sqlite3_bind_int64(m_statement.get(), index, number);
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return sqliteError(sqlite3_db_handle(m_statement.get()), QString::fromUtf8(sqlite3_sql(m_statement.get())).left(80));
    }
}

Result<void> Statement::run()
{
    auto stepped = step();
    reset();
    if (!stepped)
        return stepped.error();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_statement.get());
}

QString Statement::columnName(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement.get(), column));
}

Value Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(m_statement.get(), column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement.get(), column);
    case SQLITE_NULL:
        return {};
    default:
        return text(column);
    }
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

// --- Database ---

void Database::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Result<Database> Database::open(const QString &path, Mode mode)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
    flags |= mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (mode == Mode::Create)
        flags |= SQLITE_OPEN_CREATE;
#ifdef Q_OS_UNIX
    // The data folder itself may lie behind a link (macOS: /var); only our own private files are opened here.
    flags &= ~SQLITE_OPEN_NOFOLLOW;
#endif
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    Database database;
    database.m_database.reset(handle);
    if (code != SQLITE_OK)
        return sqliteError(handle, u"open"_s);

    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_busy_timeout(handle, 2000);
    return database;
}

Result<void> Database::harden()
{
    sqlite3 *handle = m_database.get();
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 20);
    sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 10);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    if (auto done = run(u"PRAGMA cell_size_check = ON"_s); !done)
        return done;
    if (auto done = run(u"PRAGMA mmap_size = 0"_s); !done)
        return done;
    return run(u"PRAGMA query_only = ON"_s);
}

Result<void> Database::run(const QString &sql)
{
    if (sqlite3_exec(m_database.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(m_database.get(), sql.left(80));
    return {};
}

Result<Statement> Database::prepare(const QString &sql) const
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *handle = nullptr;
    const int code = sqlite3_prepare_v2(m_database.get(), utf8.constData(), int(utf8.size()), &handle, nullptr);
    Statement statement;
    statement.m_statement.reset(handle);
    if (code != SQLITE_OK)
        return sqliteError(m_database.get(), sql.left(80));
    return statement;
}

Result<Value> Database::single(const QString &sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->value(0) : Value();
}

Result<void> Database::copyTo(const QString &path) const
{
    auto target = open(path, Mode::Create);
    if (!target)
        return target.error();
    sqlite3_backup *backup = sqlite3_backup_init(target->handle(), "main", m_database.get(), "main");
    if (!backup)
        return sqliteError(target->handle(), u"backup"_s);
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK)
        return sqliteError(target->handle(), u"backup"_s);
    return {};
}

// --- Transaction ---

Transaction::Transaction(Database &database) : m_database(database) {}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_database.run(u"ROLLBACK"_s);
}

Result<void> Transaction::begin()
{
    auto begun = m_database.run(u"BEGIN IMMEDIATE"_s);
    m_open = begun.isOk();
    return begun;
}

Result<void> Transaction::commit()
{
    auto committed = m_database.run(u"COMMIT"_s);
    if (committed)
        m_open = false;
    return committed;
}

} // namespace entente::store
