// Reading PDF: 12 pages in a second, 500 pages in 20 seconds and 500 MB. The time holds the start of the reader's process.
//
// Counters: own_mb and child_mb = the most memory that this process and the reader held so far (Unix; their sum is what counts), lines.

#include "core/reading/document.h"
#include "core/reading/extract.h"
#include "tests/support/pdf.h"

#include <QCoreApplication>
#include <benchmark/benchmark.h>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace entente;
using namespace entente::reading;

namespace {

/// The reader is looked for beside the running program.
void beAnApplication()
{
    static int count = 1;
    static char name[] = "entente_bench";
    static char *names[] = {name, nullptr};
    if (!QCoreApplication::instance())
        static const QCoreApplication application(count, names);
}

void readPdf(benchmark::State &state, bool wholeRoad)
{
    beAnApplication();
    const QByteArray document = tests::longPdf(static_cast<int>(state.range(0)));
    std::size_t lines = 0;
    for (auto _ : state) {
        base::Progress progress;
        auto extract = extractPdf(document, progress);
        if (!extract) {
            state.SkipWithError(extract.error().sentence.toUtf8().constData());
            return;
        }
        lines = extract->lines.size();
        if (wholeRoad) {
            const auto read = readExtract(std::move(*extract), {}, progress);
            if (!read) {
                state.SkipWithError(read.error().sentence.toUtf8().constData());
                return;
            }
        }
    }
    state.counters["lines"] = static_cast<double>(lines);
#ifdef Q_OS_LINUX
    rusage own = {};
    rusage child = {};
    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &child);
    state.counters["own_mb"] = static_cast<double>(own.ru_maxrss) / 1024;
    state.counters["child_mb"] = static_cast<double>(child.ru_maxrss) / 1024;
#endif
}

void linesOfAPdf(benchmark::State &state)
{
    readPdf(state, false);
}

void clausesOfAPdf(benchmark::State &state)
{
    readPdf(state, true);
}

} // namespace

BENCHMARK(linesOfAPdf)->Arg(12)->Arg(500)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(clausesOfAPdf)->Arg(12)->Arg(500)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
