#include "core/reading/decode.h"
#include "core/reading/document.h"
#include "tests/support/wordlaw.h"

#include <QtGlobal>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// Any bytes are decoded and read as a text: nothing crashes, no word is lost, labels are unique and stand below units before
/// them.
namespace {

using namespace entente;
using namespace entente::reading;

void require(bool law)
{
    if (!law)
        std::abort();
}

} // namespace

/// A pattern that does not compile matches nothing and says so only in a warning.
extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) {
        std::fprintf(stderr, "%s\n", qPrintable(message));
        std::abort();
    });
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = decodeText(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!text)
        return 0;
    base::Progress progress;
    ReadOptions options;
    options.as = ReadOptions::As::Instrument;
    const auto document = readText(*text, options, progress);
    if (!document)
        return 0;
    require(laws::lostWords(*text, *document).isEmpty());
    require(laws::badLabels(*document).isEmpty());
    return 0;
}
