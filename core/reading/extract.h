#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "core/reading/lines.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

/// From a file's bytes to lines, one file a format. What comes in is not trusted: nothing is executed, fetched or expanded without limit.
namespace entente::reading {

/// A document as its format gives it, before anything is recognised in it. All text is in NFC and without control characters.
struct Extract
{
    QString format; ///< text, html, docx, odt or pdf.
    std::vector<Line> lines;
    int pages = 0;               ///< 0: the format has none.
    std::vector<int> emptyPages; ///< Pages that hold a picture and no text; each stands as a gap among the lines, too.
    QString title;               ///< As the file's own properties give it; often wrong, so the last resort.
    QStringList notices;         ///< Sentences for the user: what could not be read and what to do about it.
};

/// Reads a file by what its bytes are, whatever its name says. Refuses what is empty, encrypted, damaged, too large when unpacked, or in a
/// format it does not know; the sentence says what to do. Honours cancel.
Result<Extract> extract(const QByteArray &bytes, Progress &progress);

Result<Extract> extractText(const QByteArray &bytes);
Result<Extract> extractHtml(const QByteArray &bytes, Progress &progress);
Result<Extract> extractDocx(const QByteArray &bytes, Progress &progress);
Result<Extract> extractOdt(const QByteArray &bytes, Progress &progress);
/// In a child process with limits on time and memory.
Result<Extract> extractPdf(const QByteArray &bytes, Progress &progress);

} // namespace entente::reading
