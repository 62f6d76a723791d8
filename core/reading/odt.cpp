#include "core/reading/extract.h"

#include "core/reading/document.h"
#include "core/reading/odtbody.h"
#include "core/reading/package.h"

#include <QCoreApplication>

/// OpenDocument texts: a zip of XML parts, or all of them in one flat file. OASIS OpenDocument 1.3.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

Result<void> readPackage(const QByteArray &bytes, OdtBody &body, Progress &progress)
{
    auto package = Package::open(bytes, progress);
    if (!package)
        return package.error();
    auto manifest = package->read(u"META-INF/manifest.xml"_s, progress);
    if (!manifest)
        return manifest.error();
    if (manifest->contains("encryption-data") || package->has(u"encrypted-package"_s))
        return refusal(QCoreApplication::translate(
            "reading", "This document is protected by a password: open it in its own program, save it without one and import that."));
    progress.report(0, 2, QCoreApplication::translate("reading", "Unpacking the document"));
    for (const QString &part : {u"meta.xml"_s, u"styles.xml"_s, u"content.xml"_s}) {
        auto xml = package->read(part, progress);
        if (!xml)
            return xml.error();
        if (xml->isEmpty() && part == "content.xml"_L1)
            return damagedArchive(u"no content"_s);
        if (xml->isEmpty())
            continue;
        if (auto read = body.read(*xml); !read)
            return read;
    }
    return {};
}

} // namespace

Result<Extract> extractOdt(const QByteArray &bytes, Progress &progress)
{
    OdtBody body(progress);
    const bool flat = !bytes.startsWith("PK");
    if (flat && bytes.size() > limits::LargestEntry)
        return tooManyLines();
    if (auto read = flat ? body.read(bytes) : readPackage(bytes, body, progress); !read)
        return read.error();
    if (body.holdsPicturesAlone())
        return refusal(QCoreApplication::translate(
            "reading", "This document holds pictures and no text, as a scan does: have its text recognised (OCR) first, then import it again."));
    Extract extract;
    extract.format = u"odt"_s;
    extract.pages = body.pages();
    extract.title = body.title();
    extract.notices = body.notices();
    extract.lines = body.take();
    return extract;
}

} // namespace entente::reading
