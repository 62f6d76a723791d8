#include "core/reading/decode.h"
#include "core/reading/document.h"

#include <QHash>
#include <QtGlobal>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// Any bytes are decoded and read as a text: nothing crashes, no word is lost.
namespace {

using namespace entente;
using namespace entente::reading;

void require(bool law)
{
    if (!law)
        std::abort();
}

void count(QHash<QString, int> &balance, const QString &text, int by)
{
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts))
        balance[word] += by;
}

void requireNoWordLost(const QString &text, const ReadDocument &document)
{
    QHash<QString, int> balance;
    count(balance, text, 1);
    for (const Join &join : document.joins) {
        count(balance, join.left, -1);
        count(balance, join.right, -1);
        count(balance, join.result, 1);
    }
    for (const Block &block : document.blocks)
        count(balance, block.number + u' ' + block.text, -1);
    for (const int sum : std::as_const(balance))
        require(sum == 0);
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
    requireNoWordLost(*text, *document);
    return 0;
}
