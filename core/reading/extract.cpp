#include "core/reading/extract.h"

#include "core/reading/decode.h"

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

Result<Extract> extract(const QByteArray &bytes, Progress &)
{
    return extractText(bytes);
}

} // namespace entente::reading
