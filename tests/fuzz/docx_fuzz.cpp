#include "core/reading/document.h"
#include "core/reading/extract.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <cstdlib>

/// Any bytes are read as a file of any format but PDF. Bytes that are no zip are read three times: as they are, as the body of a Word file and as the content
/// of an OpenDocument text, so that what lies behind the packing is reached without guessing checksums. Nothing crashes; what is read has
/// whole lines; what is refused has its sentence.
namespace {

using namespace entente;
using namespace entente::reading;

void require(bool law)
{
    if (!law)
        std::abort();
}

void read(const QByteArray &bytes)
{
    base::Progress progress;
    auto result = extract(bytes, progress);
    if (!result) {
        require(!result.error().sentence.isEmpty());
        return;
    }
    for (const Line &line : result->lines) {
        require(!line.text.isEmpty() || line.gap);
        require(!line.text.contains(u'\n') && !line.text.contains(QChar(0)));
        require(line.page >= 1);
    }
    if (result->lines.size() < 400) {
        auto document = readExtract(std::move(*result), {}, progress);
        require(document || !document.error().sentence.isEmpty());
    }
}

QByteArray packed(const char *name, const QByteArray &content)
{
    QByteArray zip(content.size() + 4096, '\0');
    std::size_t used = 0;
    archive *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_zip_set_compression_store(writer);
    archive_write_open_memory(writer, zip.data(), static_cast<std::size_t>(zip.size()), &used);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_size(entry, content.size());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.constData(), static_cast<std::size_t>(content.size()));
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    zip.resize(static_cast<qsizetype>(used));
    return zip;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    // The reader of PDF is another program.
    if (bytes.contains("%PDF-"))
        return 0;
    read(bytes);
    if (!bytes.startsWith("PK") && bytes.contains('<')) {
        read(packed("word/document.xml", bytes));
        read(packed("content.xml", bytes));
    }
    return 0;
}
