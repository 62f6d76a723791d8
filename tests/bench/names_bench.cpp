#include "core/exchange/csv.h"
#include "core/reading/importing.h"
#include "core/reading/links.h"
#include "core/reading/namesuggestions.h"

#include <benchmark/benchmark.h>

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

/// A map with 5,000 names more, and a text of about 500 pages that uses some of them, nearly or exactly.
struct Case
{
    Model model = exchange::blankMap();
    reading::ReadDocument read;
};

Case largeCase()
{
    Case large;
    const QStringList subjects = {u"Tides"_s, u"Lamps"_s, u"Ferries"_s, u"Pilots"_s, u"Moorings"_s, u"Charts"_s, u"Anchors"_s, u"Signals"_s};
    for (int n = 0; n < 5000; ++n) {
        Institution body;
        body.id.value = u"org-%1"_s.arg(n);
        body.nameEn = u"Agency for %1 and %2 of District %3"_s.arg(subjects[n % 8], subjects[n / 8 % 8]).arg(n);
        large.model.table<Institution>().put(body);
    }
    large.read.kind = reading::Kind::Readout;
    for (int n = 0; n < 5000; ++n) {
        reading::Block block;
        block.role = reading::Role::Unit;
        block.label = QString::number(n + 1);
        block.text = u"Both sides met Ms. Ada%1 Berg and the Agency of %2 and %3 of District %4. They exchanged views on cyber security, on the protection of "
                     u"shipping routes and on the work of the National Office for Reefs %5. The two sides agreed to continue."_s.arg(n)
                         .arg(subjects[n % 8], subjects[n / 8 % 8])
                         .arg(n)
                         .arg(n);
        large.read.blocks.push_back(block);
    }
    return large;
}

} // namespace

/// Names of 500 pages against 5,000 known ones: seconds at most.
static void namesOfALongText(benchmark::State &state)
{
    const Case large = largeCase();
    const Lookup lookup(large.model);
    const auto names = reading::knownNames(lookup);
    Progress progress;
    for (auto _ : state) {
        benchmark::DoNotOptimize(reading::recogniseNames(large.read.blocks, names));
        benchmark::DoNotOptimize(reading::proposeNames(lookup, large.read.blocks, {}, names, {}, progress));
    }
}
BENCHMARK(namesOfALongText)->Unit(benchmark::kMillisecond);

/// The same text against the clauses of the shipped map.
static void linksOfALongText(benchmark::State &state)
{
    const Case large = largeCase();
    const auto map = exchange::shippedMap();
    const Lookup lookup(*map);
    Progress progress;
    reading::LinkPlace place;
    place.document.value = u"doc"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(reading::proposeLinks(lookup, large.read, reading::knownNames(lookup), place, progress));
}
BENCHMARK(linksOfALongText)->Unit(benchmark::kMillisecond);
