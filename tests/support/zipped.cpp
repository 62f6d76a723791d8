#include "tests/support/zipped.h"

#include <archive.h>
#include <archive_entry.h>

namespace test_support {

namespace {

la_ssize_t append(archive *, void *target, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(target)->append(static_cast<const char *>(bytes), static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

} // namespace

QByteArray zipped(const std::vector<std::pair<QString, QByteArray>> &entries)
{
    QByteArray result;
    archive *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open(writer, &result, nullptr, append, nullptr);
    archive_entry *entry = archive_entry_new();
    for (const auto &[name, content] : entries) {
        archive_entry_clear(entry);
        archive_entry_set_pathname_utf8(entry, name.toUtf8().constData());
        archive_entry_set_size(entry, content.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, content.constData(), static_cast<size_t>(content.size()));
    }
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    return result;
}

} // namespace test_support
