#pragma once

#include "core/base/progress.h"
#include "core/model/model.h"
#include "core/store/journal.h"

#include <QDateTime>

#include <memory>

namespace entente::store {

/// Where working copies and backups live, and who writes the journal.
struct WorkingPlace
{
    QString directory; ///< The application's local data folder, readable by the user alone.
    QString author;
    bool keepsBackups = true; ///< The version that a save replaces is kept among the backups.
};

/// What a file looked like when it was read or written: whether it changed meanwhile is told by this.
struct FileStamp
{
    qint64 size = -1;
    QByteArray digest; ///< SHA-256 of the bytes; empty: no file.

    bool operator==(const FileStamp &) const = default;
};

/// Work that an ended process left behind.
struct LeftWork
{
    QString directory;
    QString path; ///< The file it came from; empty for a map never saved.
    QDateTime changed;
    qint64 steps = 0; ///< Journal entries that the file does not have.
};

/// The working copy of one map: a private database with the rows and the journal. Only this room says SQL.
class Store
{
public:
    Store();
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// A fresh working copy with these rows and this journal.
    static Result<std::unique_ptr<Store>> create(const Model &rows, const std::vector<JournalEntry> &journal, const WorkingPlace &place);
    /// The working copy that an ended process left, and its rows.
    static Result<std::unique_ptr<Store>> resume(const LeftWork &left, const WorkingPlace &place, Model &rows);

    /// Writes the rows and the journal entry in one transaction. On an error nothing has happened.
    Result<void> write(const ChangeSet &changes, const JournalStep &step);

    Result<std::vector<JournalEntry>> journal() const;
    Result<JournalEntry> entry(qint64 number) const;
    const UndoStacks &stacks() const;
    /// The label of an entry, without its changes.
    QString label(qint64 number) const;

    /// Writes a compact, verified copy beside `path`, reads it back and renames it over. `expected` is what the target must look like.
    Result<FileStamp> publish(const Model &rows, const QString &path, const std::optional<FileStamp> &expected);
    /// Number of the last entry, and of the last entry that a published file holds.
    qint64 lastEntry() const;
    qint64 publishedEntry() const;
    /// Remembers in the working copy which file it belongs to.
    Result<void> setOrigin(const QString &path, const FileStamp &stamp);
    QString originPath() const;
    FileStamp originStamp() const;
    /// Removes the working copy when the store is closed: everything is published, or the user said so.
    void discard();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// What stands in a file that was not trusted and passed every check.
struct OpenedFile
{
    Model rows;
    std::vector<JournalEntry> journal;
    FileStamp stamp;
    int schema = 0;
    bool readOnly = false;
    QString notice; ///< What the user should know: upgraded, or newer than this program.
};

/// Opens a file that may be damaged or hostile: header, identity, version window, schema, integrity, typed rows, references, content hash.
Result<OpenedFile> readFile(const QString &path, const WorkingPlace &place, Progress &progress);

/// Everything that is wrong with the content of a file that can be read as a map; an error where it cannot.
Result<std::vector<Error>> checkFile(const QString &path, const WorkingPlace &place, Progress &progress);

/// The stamp of a file as it is now; an empty digest where there is none.
Result<FileStamp> stampOf(const QString &path);

/// Work of ended processes, the newest first.
std::vector<LeftWork> leftWork(const WorkingPlace &place);
/// Moves left work away for good; only after the user agreed.
void discardLeftWork(const LeftWork &left);

/// The schema that this program writes.
int currentSchema();

} // namespace entente::store
