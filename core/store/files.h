#pragma once

#include "core/base/file.h"
#include "core/store/store.h"

/// What surrounds a map's file: backups, private folders, stamps.
namespace entente::store {

/// Keeps a copy of what stands at `path` among the backups, the newest ten a file. Nothing happens where there is no file.
Result<void> keepBackup(const QString &path, const WorkingPlace &place);

/// A folder that only the user can read, made where it is missing.
Result<void> makePrivateFolder(const QString &path);

FileStamp stampOfBytes(const QByteArray &bytes);

} // namespace entente::store
