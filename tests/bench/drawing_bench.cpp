#include "core/coverage/progress.h"
#include "core/exchange/csv.h"
#include "ui/coverage/coveragedrawing.h"
#include "ui/network/networkdrawing.h"
#include "ui/paint/fonts.h"
#include "ui/paper/export.h"
#include "ui/timeline/timelinedrawing.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <benchmark/benchmark.h>

// What the views show of the shipped map. Budgets: a change of the lens in all views ≤ 50 ms; a frame of the network ≤ 16 ms at 300 nodes; the
// whole map as vector PDF ≤ 1 s.

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

const Lookup &shipped()
{
    static const Lookup lookup = [] {
        auto rows = exchange::shippedMap();
        return Lookup(rows ? *rows : Model());
    }();
    return lookup;
}

Lens lensOn(const QDate &day, Scope scope = Scope::FirstView)
{
    Lens lens;
    lens.asOf = day;
    lens.scope = scope;
    return lens;
}

void lensChangeInAllViews(benchmark::State &state)
{
    ui::loadFonts();
    int day = 0;
    for (auto _ : state) {
        const Lens lens = lensOn(QDate(2025, 1, 1).addDays(++day % 600));
        auto network = ui::networkDrawing(shipped(), lens, {});
        auto timeline = ui::timelineDrawing(shipped(), lens, {});
        auto coverage = ui::coverageDrawing(shipped(), lens, {});
        benchmark::DoNotOptimize(network);
        benchmark::DoNotOptimize(timeline);
        benchmark::DoNotOptimize(coverage);
    }
}
BENCHMARK(lensChangeInAllViews)->Unit(benchmark::kMillisecond);

void frameOfTheNetwork(benchmark::State &state)
{
    ui::loadFonts();
    const auto drawing = ui::networkDrawing(shipped(), lensOn(QDate(2026, 3, 1), state.range(0) ? Scope::All : Scope::FirstView), {});
    QImage frame(1280, 800, QImage::Format_ARGB32_Premultiplied);
    ui::Look look;
    for (auto _ : state) {
        frame.fill(Qt::white);
        QPainter painter(&frame);
        painter.setRenderHint(QPainter::Antialiasing);
        drawing->paint(painter, QRectF(0, 0, 1280, 800), look);
    }
    state.counters["nodes"] = double(drawing->counts().shown);
}
BENCHMARK(frameOfTheNetwork)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void networkToPdf(benchmark::State &state)
{
    ui::loadFonts();
    const auto drawing = ui::networkDrawing(shipped(), lensOn(QDate(2026, 3, 1), Scope::All), {});
    ui::PageSetup setup;
    setup.paper = QPageSize(QPageSize::A3);
    for (auto _ : state) {
        auto bytes = ui::renderDrawing(*drawing, setup, u"pdf"_s);
        benchmark::DoNotOptimize(bytes);
    }
}
BENCHMARK(networkToPdf)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
