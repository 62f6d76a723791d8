#pragma once

#include "core/store/store.h"

#include <QDateTime>

/// Files on disk: every write and flush checked, replaced only by what was read back.
namespace entente::store {

/// Reads a whole file; refuses what is not there, is no file, or is larger than a map may be.
Result<QByteArray> readWhole(const QString &path);

/// Writes the bytes beside `path`, flushes them to the disk, reads them back, and renames them over `path`. On an error `path` is as it was.
Result<void> replaceFile(const QString &path, const QByteArray &bytes);

/// Keeps a copy of what stands at `path` among the backups, the newest ten a file. Nothing happens where there is no file.
Result<void> keepBackup(const QString &path, const WorkingPlace &place);

/// A folder that only the user can read, made where it is missing.
Result<void> makePrivateFolder(const QString &path);

FileStamp stampOfBytes(const QByteArray &bytes);

} // namespace entente::store
