#include "core/coverage/series.h"
#include "core/exchange/csv.h"
#include "ui/charts/chartdata.h"
#include "ui/paint/fonts.h"
#include "ui/timeline/placement.h"
#include "ui/timeline/timelinedrawing.h"

#include <benchmark/benchmark.h>

// The clocks, the lanes and the charts, on the shipped map and on one with 2,000 rounds. Budget: a part of the 50 ms of a lens change.

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

const Lookup &map(bool large)
{
    static const Lookup shipped = [] {
        auto rows = exchange::shippedMap();
        return Lookup(rows ? *rows : Model());
    }();
    static const Lookup generated = [] {
        Model rows = shipped.model();
        for (int lane = 0; lane < 100; ++lane) {
            Dialogue dialogue;
            dialogue.id.value = u"bench-%1"_s.arg(lane);
            dialogue.nameEn = dialogue.id.value;
            dialogue.level = Level(1 + lane % 10);
            dialogue.months = 12;
            rows.table<Dialogue>().put(dialogue);
            for (int round = 0; round < 20; ++round) {
                Meeting meeting;
                meeting.id.value = u"%1-%2"_s.arg(dialogue.id.value).arg(round);
                meeting.dialogue = dialogue.id;
                meeting.ordinal = round + 1;
                meeting.start = PartialDate(QDate(2005 + round, 1 + lane % 12, 1 + lane % 28));
                rows.table<Meeting>().put(meeting);
            }
        }
        return Lookup(rows);
    }();
    return large ? generated : shipped;
}

Lens lensOn(const QDate &day)
{
    Lens lens;
    lens.asOf = day;
    lens.scope = Scope::All;
    return lens;
}

void allClocks(benchmark::State &state)
{
    int day = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(coverage::allSeries(map(state.range(0)), QDate(2025, 1, 1).addDays(++day % 600)));
}
BENCHMARK(allClocks)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// What a lens change costs the timeline: its content, and the places of its marks at the width of a window.
void timelineRebuild(benchmark::State &state)
{
    ui::loadFonts();
    int day = 0;
    for (auto _ : state) {
        const Lens lens = ui::withLanes(lensOn(QDate(2025, 1, 1).addDays(++day % 600)), ui::TimelineLanes(state.range(1)));
        const ui::TimelineContent content = ui::timelineContent(map(state.range(0)), lens);
        ui::TimelineAxis axis;
        axis.from = content.usualStart();
        axis.to = content.last;
        double height = 0;
        axis.lanes = ui::laneMiddles(content, 0, 26, 2, &height);
        axis.plot = QRectF(0, 0, 1000, height);
        benchmark::DoNotOptimize(ui::placeMarks(content, axis));
    }
}
BENCHMARK(timelineRebuild)->ArgsProduct({{0, 1}, {0, 1, 2, 3}})->Unit(benchmark::kMillisecond);

void charts(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(ui::chartData(ui::ChartKind(state.range(0)), map(false), lensOn(QDate(2026, 3, 1))));
}
BENCHMARK(charts)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

} // namespace
