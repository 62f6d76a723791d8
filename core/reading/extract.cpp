#include "core/reading/extract.h"

#include "core/reading/decode.h"

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

Result<Extract> extractText(const QByteArray &bytes)
{
    auto text = decodeText(bytes);
    if (!text)
        return text.error();
    Extract extract;
    extract.format = u"text"_s;
    extract.lines = splitLines(*text);
    return extract;
}

Result<Extract> extract(const QByteArray &bytes, Progress &progress)
{
    // Some put lines before the head of a PDF, and readers bear with that.
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 1024));
    if (head.startsWith("%PDF-") || head.startsWith("\xEF\xBB\xBF%PDF-") || head.contains("\n%PDF-"))
        return extractPdf(bytes, progress);
    return extractText(bytes);
}

} // namespace entente::reading
