#include "core/reading/package.h"

#include "core/reading/document.h"

#include <QCoreApplication>

#include <archive.h>
#include <archive_entry.h>

#include <array>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

struct CloseArchive
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

QString detailOf(archive *reader)
{
    const char *words = archive_error_string(reader);
    return words ? QString::fromUtf8(words) : u"libarchive gave no reason"_s;
}

/// Only with the list at its end: what was cut off on the way is then refused instead of half read.
Result<Archive> openArchive(const QByteArray &bytes)
{
    Archive reader(archive_read_new());
    if (!reader)
        return damagedArchive(u"no memory for the archive"_s);
    archive_read_support_format_zip_seekable(reader.get());
    if (archive_read_open_memory(reader.get(), bytes.constData(), static_cast<size_t>(bytes.size())) != ARCHIVE_OK)
        return damagedArchive(detailOf(reader.get()));
    return reader;
}

QString nameOf(archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name)
        name = archive_entry_pathname(entry);
    QString text = QString::fromUtf8(name ? name : "").toLower();
    text.replace(u'\\', u'/');
    while (text.startsWith(u'/'))
        text.remove(0, 1);
    return text;
}

/// How many entries the list at the end can have at most, before anything is unpacked.
qsizetype countOfEntries(const QByteArray &bytes)
{
    static const QByteArray signature("PK\x01\x02", 4);
    qsizetype count = 0;
    for (qsizetype at = bytes.indexOf(signature); at >= 0 && count <= limits::MostEntries; at = bytes.indexOf(signature, at + 4))
        ++count;
    return count;
}

} // namespace

Error damagedArchive(const QString &detail)
{
    return refusal(QCoreApplication::translate(
                       "reading", "This document is damaged or incomplete: ask for it again, or open it in its own program and save it anew."),
                   detail);
}

Error tooLargeUnpacked(const QString &detail)
{
    return refusal(QCoreApplication::translate(
                       "reading", "This document becomes far larger when unpacked than any text is, so it was not read: save it as plain text and import that."),
                   detail);
}

Result<Package> Package::open(const QByteArray &bytes, const Progress &progress)
{
    if (countOfEntries(bytes) > limits::MostEntries)
        return tooLargeUnpacked(u"more than %1 entries"_s.arg(limits::MostEntries));
    auto reader = openArchive(bytes);
    if (!reader)
        return reader.error();
    Package package;
    package.m_bytes = bytes;
    archive_entry *entry = nullptr;
    int count = 0;
    for (;;) {
        const int state = archive_read_next_header(reader->get(), &entry);
        if (state == ARCHIVE_EOF)
            break;
        if (state < ARCHIVE_WARN)
            return damagedArchive(detailOf(reader->get()));
        if (++count > limits::MostEntries)
            return tooLargeUnpacked(u"more than %1 entries"_s.arg(limits::MostEntries));
        if (progress.isCancelled())
            return cancelledError();
        if (archive_entry_is_encrypted(entry))
            return refusal(QCoreApplication::translate(
                "reading", "This archive is protected by a password: open the document in its own program and save it without one."));
        const QString name = nameOf(entry);
        if (package.m_sizes.contains(name) && name.endsWith(".xml"_L1))
            return damagedArchive(u"two entries named %1"_s.arg(name.left(80)));
        package.m_sizes.insert(name, archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1);
    }
    if (count == 0)
        return damagedArchive(u"no entries"_s);
    return package;
}

Result<QByteArray> Package::read(const QString &name, const Progress &progress)
{
    if (!has(name))
        return QByteArray();
    auto reader = openArchive(m_bytes);
    if (!reader)
        return reader.error();
    const QString wanted = name.toLower();
    archive_entry *entry = nullptr;
    do {
        const int state = archive_read_next_header(reader->get(), &entry);
        if (state == ARCHIVE_EOF || state < ARCHIVE_WARN)
            return damagedArchive(detailOf(reader->get()));
    } while (nameOf(entry) != wanted);

    QByteArray content;
    std::array<char, 65536> piece;
    for (;;) {
        const la_ssize_t size = archive_read_data(reader->get(), piece.data(), piece.size());
        if (size < 0)
            return damagedArchive(detailOf(reader->get()));
        if (size == 0)
            break;
        content.append(piece.data(), static_cast<qsizetype>(size));
        m_unpacked += size;
        if (progress.isCancelled())
            return cancelledError();
        if (content.size() > limits::LargestEntry || m_unpacked > limits::LargestUnpacked)
            return tooLargeUnpacked(u"%1 bytes unpacked"_s.arg(m_unpacked));
        // What has been read of the file so far bounds what this entry can have cost.
        if (content.size() > limits::RatioMattersFrom && content.size() / limits::HighestRatio > m_bytes.size())
            return tooLargeUnpacked(u"%1 bytes from a file of %2"_s.arg(content.size()).arg(m_bytes.size()));
    }
    return content;
}

} // namespace entente::reading
