#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/vocabulary.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <memory>

namespace entente::reading {

/// Limits on archives: a document that needs more is no document.
namespace limits {
constexpr int MostEntries = 10'000;
constexpr qint64 LargestEntry = 64 * 1024 * 1024;    ///< Unpacked, in bytes.
constexpr qint64 LargestUnpacked = 256 * 1024 * 1024; ///< All entries that are read, in bytes.
constexpr qint64 RatioMattersFrom = 8 * 1024 * 1024; ///< Smaller entries may be packed as tightly as they like.
constexpr qint64 HighestRatio = 250;                 ///< Bytes out for a byte in; Word files reach 40.
} // namespace limits

/// A zip archive in memory, as Word and OpenDocument use it. Nothing is written to disk; entries are unpacked one by one, when asked for, within the limits.
class Package
{
public:
    /// Reads the list of entries. Refuses what is damaged or has too many of them.
    static Result<Package> open(const QByteArray &bytes, const Progress &progress);

    QStringList names() const { return m_sizes.keys(); }
    bool has(const QString &name) const { return m_sizes.contains(name.toLower()); }

    /// The unpacked bytes of one entry; nothing for an entry that is not there.
    Result<QByteArray> read(const QString &name, const Progress &progress);

private:
    QByteArray m_bytes; // shared with the caller
    QHash<QString, qint64> m_sizes; // packed; 0: not said. By the name in lower case: some programs do not keep to one case.
    qint64 m_unpacked = 0;
};

/// The refusals that all packed formats share.
Error damagedArchive(const QString &detail);
Error tooLargeUnpacked(const QString &detail);

} // namespace entente::reading
