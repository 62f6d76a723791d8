#include "core/reading/decode.h"
#include "core/reading/document.h"
#include "core/reading/level.h"
#include "core/reading/sentences.h"
#include "tests/support/wordlaw.h"

#include <QtGlobal>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// Any bytes are read as a read-out: nothing crashes, no word is lost, and what is said to be quoted stands where it is said to stand.
namespace {

using namespace entente;
using namespace entente::reading;

void require(bool holds, const char *law)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", law);
    std::abort();
}

void requireQuote(const ReadDocument &document, const QString &label, int offset, const QString &quote)
{
    bool found = false;
    for (const Block &block : document.blocks)
        found = found || (block.label == label && block.text.mid(offset, quote.size()) == quote);
    require(found && !quote.isEmpty(), "a quote stands where it is said to stand");
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
    options.as = ReadOptions::As::Readout;
    const auto document = readText(*text, options, progress);
    if (!document)
        return 0;
    const QStringList lost = laws::lostWords(*text, *document);
    require(lost.isEmpty(), qPrintable(QStringLiteral("no word is lost: ") + lost.join(u' ')));
    for (const Block &block : document->blocks) {
        for (const Sentence &sentence : findSentences(block.text))
            levelOf(block.text.mid(sentence.offset, sentence.length), PartialDate(2025, 5, 20));
    }
    if (!document->meeting)
        return 0;
    const ReadMeeting &meeting = *document->meeting;
    for (const FollowUp &step : meeting.followUps)
        requireQuote(*document, step.label, step.offset, step.quote);
    if (meeting.nextRound)
        requireQuote(*document, meeting.nextRound->label, meeting.nextRound->offset, meeting.nextRound->quote);
    for (const Head &head : meeting.heads)
        require(!head.name.isEmpty(), "a head has a name");
    require(!meeting.start.isKnown() || !meeting.end.isKnown() || meeting.start.first() <= meeting.end.last(), "a meeting begins before it ends");
    return 0;
}
