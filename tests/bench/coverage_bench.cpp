#include "core/coverage/progress.h"
#include "core/coverage/series.h"
#include "core/network/firstview.h"
#include "tests/support/mapbuilder.h"

#include <benchmark/benchmark.h>

using namespace entente;
using namespace entente::tests;

namespace {

const QDate day(2026, 3, 1);

/// A map with so many clauses, meetings and accepted passages; a hundred dialogues, fifteen areas, every third meeting with a read-out.
MapBuilder generated(int clauses, int meetings, int passages)
{
    MapBuilder map;
    map.instrument("ins").adopted("2010-01-01");
    QStringList dialogues;
    for (int i = 0; i < 100; ++i)
        dialogues.append(map.dialogue(u"dialogue-%1"_s.arg(i)).months(12 + i % 3 * 12).row().id.value);
    for (int i = 0; i < 15; ++i) {
        map.add<Area>(u"area-%1"_s.arg(i));
        map.relate(relation::reviews, dialogues[i % 3], u"area-%1"_s.arg(i));
    }
    for (int i = 0; i < clauses; ++i) {
        const QString id = map.clause(u"ins/%1"_s.arg(i)).area(u"area-%1"_s.arg(i % 15).toUtf8().constData()).row().id.value;
        map.relate(relation::names, id, dialogues[i * 7 % 100]);
    }
    QStringList rounds;
    for (int i = 0; i < meetings; ++i) {
        const QDate date = QDate(2005, 1, 1).addDays(i * 7600L / meetings);
        auto meeting = map.meeting(dialogues[i % 100], date.toString(Qt::ISODate)).ordinal(i / 100 + 1);
        rounds.append(meeting.row().id.value);
        if (i % 3 == 0)
            map.readout(rounds.last());
    }
    for (int i = 0; i < passages; ++i)
        map.raises(rounds[i * 13 % meetings], u"ins/%1"_s.arg(i % clauses), static_cast<CoverageLevel>(1 + i % 3), QString::number(i));
    return map;
}

void coverageOfALargeInstrument(benchmark::State &state)
{
    const Lookup lookup = generated(5000, 2000, 50000).lookup();
    for (auto _ : state)
        benchmark::DoNotOptimize(coverage::coverageOf(lookup, Id<Instrument>(u"ins"_s), day));
}
BENCHMARK(coverageOfALargeInstrument)->Unit(benchmark::kMillisecond);

/// One more accepted passage in the same map.
void coverageAfterOneEdit(benchmark::State &state)
{
    MapBuilder map = generated(5000, 2000, 50000);
    const Lookup lookup = map.lookup();
    const coverage::Coverage before = coverage::coverageOf(lookup, Id<Instrument>(u"ins"_s), day);
    Model after = lookup.model();
    const Evidence evidence = *after.all<Evidence>().begin();
    Evidence edited = evidence;
    edited.level = CoverageLevel::Delivered;
    ChangeSet changes;
    changes.update(evidence, edited);
    after.apply(changes);
    const Lookup lookupAfter(after);
    for (auto _ : state)
        benchmark::DoNotOptimize(coverage::coverageAfter(before, lookupAfter, changes));
}
BENCHMARK(coverageAfterOneEdit)->Unit(benchmark::kMillisecond);

void seriesOfALargeMap(benchmark::State &state)
{
    const Lookup lookup = generated(10, 2000, 10).lookup();
    for (auto _ : state)
        benchmark::DoNotOptimize(coverage::allSeries(lookup, day));
}
BENCHMARK(seriesOfALargeMap)->Unit(benchmark::kMillisecond);

/// The size of the shipped map.
void coverageAndSeriesOfASmallMap(benchmark::State &state)
{
    const Lookup lookup = generated(48, 87, 30).lookup();
    for (auto _ : state) {
        benchmark::DoNotOptimize(coverage::coverageOf(lookup, Id<Instrument>(u"ins"_s), day));
        benchmark::DoNotOptimize(coverage::allSeries(lookup, day));
    }
}
BENCHMARK(coverageAndSeriesOfASmallMap)->Unit(benchmark::kMillisecond);

void firstViewOfALargeMap(benchmark::State &state)
{
    const Lookup lookup = generated(5000, 2000, 10).lookup();
    Lens lens;
    lens.asOf = day;
    for (auto _ : state)
        benchmark::DoNotOptimize(network::firstView(lookup, lens));
}
BENCHMARK(firstViewOfALargeMap)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
