#pragma once

#include "core/base/result.h"

#include <QByteArray>

/// Files on disk: read whole, written with every write and flush checked.
namespace entente::base {

/// Reads a whole file; refuses what is not there, is no file, or is larger than 2 GB.
Result<QByteArray> readWhole(const QString &path);

/// Writes the bytes beside `path`, flushes them to the disk, reads them back, and renames them over `path`. A link stays a link. On an error
/// `path` is as it was.
Result<void> replaceFile(const QString &path, const QByteArray &bytes);

} // namespace entente::base
