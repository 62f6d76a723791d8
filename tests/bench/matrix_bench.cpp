#include "core/exchange/csv.h"
#include "tests/support/mapbuilder.h"
#include "ui/coverage/matrixbar.h"
#include "ui/coverage/matrixview.h"
#include "ui/paint/fonts.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

// The matrix while the day is dragged: thirty frames a second leave 33 ms for each.

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 3, 1);

/// A matrix on its own, as in the middle of the window.
struct Bench
{
    explicit Bench(std::shared_ptr<const Lookup> map)
        : answer(lens)
        , view(lens, selection, answer)
    {
        Lens value;
        value.asOf = day;
        lens.set(value);
        answer.setMap(std::move(map));
        view.resize(1120, 760);
        view.show();
        QCoreApplication::processEvents();
    }

    SharedLens lens;
    Selection selection;
    CoverageAnswer answer;
    MatrixView view;
};

/// Each step of the slider with its picture.
void drag(benchmark::State &state, Bench &bench)
{
    AsOfSlider &slider = bench.view.bar().slider();
    QImage picture(bench.view.size(), QImage::Format_RGB32);
    int step = 0;
    for (auto _ : state) {
        slider.setValue(int(day.toJulianDay()) - step++ % 400);
        QCoreApplication::processEvents();
        QPainter painter(&picture);
        bench.view.render(&painter);
    }
}

void dragOverTheShippedMap(benchmark::State &state)
{
    Bench bench(std::make_shared<const Lookup>(*exchange::shippedMap()));
    drag(state, bench);
}
BENCHMARK(dragOverTheShippedMap)->Unit(benchmark::kMillisecond);

std::shared_ptr<const Lookup> generated(int clauses, int meetings, int passages)
{
    tests::MapBuilder map;
    map.instrument("ins").adopted("2010-01-01");
    QStringList dialogues;
    for (int i = 0; i < 20; ++i)
        dialogues.append(map.dialogue(u"dialogue-%1"_s.arg(i)).months(12).row().id.value);
    for (int i = 0; i < clauses; ++i)
        map.relate(relation::names, map.clause(u"ins/%1"_s.arg(i)).row().id.value, dialogues[i * 7 % 20]);
    QStringList rounds;
    for (int i = 0; i < meetings; ++i)
        rounds.append(map.meeting(dialogues[i % 20], QDate(2011, 1, 1).addDays(i * 5400L / meetings).toString(Qt::ISODate)).row().id.value);
    for (int i = 0; i < passages; ++i)
        map.raises(rounds[i * 13 % meetings], u"ins/%1"_s.arg(i % clauses), CoverageLevel(1 + i % 3), QString::number(i));
    return std::make_shared<const Lookup>(map.lookup());
}

/// 5,000 clauses at 400 rounds: only what is visible is painted.
void scrollAWideMatrix(benchmark::State &state)
{
    Bench bench(generated(5000, 400, 20000));
    CoverageTree &tree = bench.view.tree();
    QImage picture(tree.size(), QImage::Format_RGB32);
    int step = 0;
    for (auto _ : state) {
        tree.verticalScrollBar()->setValue(step * 37 % std::max(1, tree.verticalScrollBar()->maximum()));
        tree.horizontalScrollBar()->setValue(step * 53 % std::max(1, tree.horizontalScrollBar()->maximum()));
        ++step;
        QPainter painter(&picture);
        tree.render(&painter);
    }
}
BENCHMARK(scrollAWideMatrix)->Unit(benchmark::kMillisecond);

void arrangeAWideMatrix(benchmark::State &state)
{
    Bench bench(generated(5000, 400, 20000));
    int step = 0;
    for (auto _ : state) {
        bench.view.bar().setOrder(CoverageArrangement::Order(++step % 4));
        QCoreApplication::processEvents();
    }
}
BENCHMARK(arrangeAWideMatrix)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    loadFonts();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
