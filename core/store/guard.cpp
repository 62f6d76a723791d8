#include "core/store/files.h"
#include "core/store/rows.h"
#include "core/store/store.h"

#include "core/model/validation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>
#include <QtEndian>

// Opening what is not trusted. The user's file is only ever read as bytes; SQLite sees a private copy of it. In this order: header,
// identity, version window, allow-list of the schema, integrity, foreign keys, typed rows, references and relations, content hash.

namespace entente::store {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::store", text);
}

struct Header
{
    quint32 application = 0;
    qint32 schema = 0;
};

Result<Header> headerOf(const QByteArray &bytes, const QString &shown)
{
    if (bytes.isEmpty())
        return refusal(tr("“%1” is empty; it is not an Entente map.").arg(shown));
    if (bytes.size() < 512 || !bytes.startsWith(QByteArray("SQLite format 3\0", 16)))
        return refusal(tr("“%1” is not an Entente map.").arg(shown));
    Header header;
    header.application = qFromBigEndian<quint32>(bytes.constData() + 68);
    header.schema = qFromBigEndian<qint32>(bytes.constData() + 60);
    if (header.application != quint32(applicationId))
        return refusal(tr("“%1” is a database of another program, not an Entente map.").arg(shown));
    if (header.schema < 1)
        return refusal(tr("“%1” names no version of the map format; it is not an Entente map.").arg(shown));
    return header;
}

Result<void> checkSchema(const Database &database, bool exactly, const QString &shown)
{
    const auto hostile = [&](const QString &what) {
        return refusal(tr("“%1” holds something that is no part of a map (%2); it is not opened.").arg(shown, what));
    };
    QSet<QString> allowed;
    for (const QString &statement : schemaStatements())
        allowed.insert(statement);
    auto select = database.prepare(u"SELECT type, name, tbl_name, sql FROM sqlite_master"_s);
    if (!select)
        return refusal(tr("“%1” is damaged; open a backup of it instead.").arg(shown), select.error().detail);
    int known = 0;
    for (;;) {
        auto row = select->step();
        if (!row)
            return refusal(tr("“%1” is damaged; open a backup of it instead.").arg(shown), row.error().detail);
        if (!*row)
            break;
        const QString type = select->text(0);
        const QString name = select->text(1);
        const QString sql = select->text(3);
        if (type != "table"_L1 && type != "index"_L1)
            return hostile(u"%1 “%2”"_s.arg(type.left(20), name.left(40)));
        if (sql.isEmpty() && type == "index"_L1 && name.startsWith("sqlite_autoindex_"_L1))
            continue;
        if (allowed.contains(sql))
            ++known;
        else if (exactly || sql.contains("VIRTUAL"_L1, Qt::CaseInsensitive) || sql.contains("GENERATED"_L1, Qt::CaseInsensitive))
            return hostile(u"%1 “%2”"_s.arg(type.left(20), name.left(40)));
    }
    if (exactly && known != allowed.size())
        return refusal(tr("“%1” lacks tables that every map has; open a backup of it instead.").arg(shown));
    return {};
}

Result<void> checkIntegrity(const Database &database, const QString &shown)
{
    auto integrity = database.single(u"PRAGMA integrity_check(1)"_s);
    if (!integrity || textOf(*integrity) != "ok"_L1) {
        return refusal(tr("“%1” is damaged; open a backup of it instead.").arg(shown),
                       integrity ? textOf(*integrity) : integrity.error().detail);
    }
    return {};
}

/// Opens the copy and reads it. What is only wrong with the content goes to `problems` where the caller wants to hear of it.
Result<OpenedFile> readCopy(const QString &copy, const Header &header, const QString &shown, std::vector<Error> *problems, Progress &progress)
{
    auto database = Database::open(copy, Database::Mode::ReadWrite);
    if (!database)
        return refusal(tr("“%1” is damaged; open a backup of it instead.").arg(shown), database.error().detail);
    if (auto hardened = database->harden(); !hardened)
        return refusal(tr("“%1” is damaged; open a backup of it instead.").arg(shown), hardened.error().detail);

    OpenedFile opened;
    opened.schema = header.schema;
    if (header.schema > schemaVersion) {
        auto oldest = about(*database, u"oldest_reader"_s);
        const int needed = oldest ? oldest->toInt() : header.schema;
        if (needed > schemaVersion || needed < 1)
            return refusal(tr("“%1” was made by a newer version of Entente (map format %2); install that version to open it.")
                               .arg(shown)
                               .arg(header.schema));
        opened.readOnly = true;
        opened.notice = tr("This map was made by a newer version of Entente and can only be read here.");
    }

    progress.report(1, 5, tr("Checking the map"));
    if (auto checked = checkSchema(*database, header.schema == schemaVersion, shown); !checked)
        return checked.error();
    if (auto checked = checkIntegrity(*database, shown); !checked)
        return checked.error();
    progress.report(2, 5, tr("Reading the map"));
    auto rows = readRows(*database);
    if (!rows)
        return refusal(tr("“%1” cannot be read: %2").arg(shown, rows.error().sentence), rows.error().detail);
    opened.rows = *std::move(rows);
    if (progress.isCancelled())
        return Error{Failure::Cancelled, tr("Opening was cancelled."), {}};
    progress.report(3, 5, tr("Reading the history"));
    if (!opened.readOnly) {
        auto journal = readJournal(*database);
        if (!journal)
            return refusal(tr("“%1” cannot be read: %2").arg(shown, journal.error().sentence), journal.error().detail);
        opened.journal = *std::move(journal);
    }

    progress.report(4, 5, tr("Checking the records"));
    std::vector<Error> found = problemsOf(opened.rows);
    if (!opened.readOnly) {
        auto expected = about(*database, u"content_hash"_s);
        if (!expected || *expected != opened.rows.contentHash())
            found.push_back(callError(tr("The content does not match its checksum: another program changed it, or it is damaged.")));
    }
    if (problems)
        *problems = std::move(found);
    else if (!found.empty())
        return refusal(tr("“%1” is not whole: %2 `ententectl check` lists what is wrong; a backup may help.").arg(shown, found.front().sentence));
    return opened;
}

Result<OpenedFile> readUntrusted(const QString &path, const WorkingPlace &place, std::vector<Error> *problems, Progress &progress)
{
    const QString shown = QDir::toNativeSeparators(path);
    auto bytes = readWhole(path);
    if (!bytes)
        return bytes.error();
    auto header = headerOf(*bytes, shown);
    if (!header)
        return header.error();

    const QString folder = place.directory + u"/opening"_s;
    if (auto made = makePrivateFolder(folder); !made)
        return made.error();
    QTemporaryDir directory(folder + u"/map-XXXXXX"_s);
    if (!directory.isValid())
        return writeError(tr("The working folder “%1” cannot be written.").arg(QDir::toNativeSeparators(folder)), directory.errorString());
    const QString copy = directory.filePath(u"map.sqlite"_s);
    if (auto written = replaceFile(copy, *bytes); !written)
        return written.error();

    auto opened = readCopy(copy, *header, shown, problems, progress);
    if (opened)
        opened->stamp = stampOfBytes(*bytes);
    return opened;
}

} // namespace

Result<OpenedFile> readFile(const QString &path, const WorkingPlace &place, Progress &progress)
{
    return readUntrusted(path, place, nullptr, progress);
}

Result<std::vector<Error>> checkFile(const QString &path, const WorkingPlace &place, Progress &progress)
{
    std::vector<Error> problems;
    auto opened = readUntrusted(path, place, &problems, progress);
    if (!opened)
        return opened.error();
    return problems;
}

} // namespace entente::store
