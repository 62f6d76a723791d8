#include "core/base/worddiff.h"
#include "core/reading/alignment.h"
#include "tests/support/randomtexts.h"

#include <benchmark/benchmark.h>

// Editions: aligning two texts of so many clauses, a third of the paragraphs changed. No budget of its own; an import of 5,000 clauses should
// take seconds, and the work should grow little more than the text.

using namespace entente;
using namespace entente::tests;

namespace {

void alignEditions(benchmark::State &state)
{
    RandomTexts texts(42);
    const RandomText before = texts.text(int(state.range(0)) * 6 / 10, state.range(1) != 0);
    std::vector<std::pair<int, Fate>> fates;
    const RandomText after = texts.nextEdition(before, 33, fates);
    const auto oldUnits = before.units();
    const auto newUnits = after.units();
    for (auto _ : state)
        benchmark::DoNotOptimize(reading::align(oldUnits, newUnits));
    state.counters["clauses"] = double(oldUnits.size());
}
BENCHMARK(alignEditions)->ArgsProduct({{200, 1000, 5000}, {0, 1}})->ArgNames({"clauses", "korean"})->Unit(benchmark::kMillisecond);

void differenceOfWords(benchmark::State &state)
{
    RandomTexts texts(7);
    const QString before = texts.text(int(state.range(0)) / 30).asText({});
    std::vector<std::pair<int, Fate>> fates;
    RandomTexts again(7);
    const QString after = again.nextEdition(again.text(int(state.range(0)) / 30), 20, fates).asText({});
    for (auto _ : state)
        benchmark::DoNotOptimize(base::wordDifference(before, after));
}
BENCHMARK(differenceOfWords)->Arg(300)->Arg(30000)->Unit(benchmark::kMillisecond);

} // namespace
