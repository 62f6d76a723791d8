// The layouts with overlap removal, beside Graphviz' sfdp and neato, twopi (rings) and circo (circles) on the same graphs where they are installed.
//
// Counters: stress = normalised stress before overlap removal (Graphviz: of what it returns, see below), after = the same after it,
// fill = part of the bounding rectangle that boxes cover (the higher, the larger the print), crossings, overlaps. sfdp runs with -Goverlap=prism, so it has no
// `stress` of its own; neato runs without overlap removal, its native way, so it has no `after`.
// Times of Graphviz hold the start of its process and the reading and writing of a text file.

#include "core/network/layouts.h"
#include "core/network/metrics.h"
#include "core/network/overlap.h"
#include "tests/support/graphs.h"

#include <QProcess>
#include <QStandardPaths>
#include <benchmark/benchmark.h>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::network;

namespace {

constexpr int MostForCrossings = 2'000; // nodes; above, counting takes longer than the layouts

void describe(benchmark::State &state, const Graph &graph, const std::vector<QPointF> &positions, const char *stressName)
{
    const std::vector<QRectF> boxes = boxesAt(graph, positions);
    QRectF bounds;
    double covered = 0;
    for (const QRectF &box : boxes) {
        bounds |= box;
        covered += box.width() * box.height();
    }
    state.counters[stressName] = normalisedStress(graph, positions, 1'000);
    state.counters["fill"] = covered / (bounds.width() * bounds.height());
    state.counters["overlaps"] = static_cast<double>(overlapCount(boxes));
    if (graph.nodeCount() <= MostForCrossings)
        state.counters["crossings"] = static_cast<double>(edgeCrossings(graph, positions));
}

void stressLayoutAndOverlaps(benchmark::State &state)
{
    const Graph graph = preferentialAttachment(static_cast<int>(state.range(0)), 3);
    const base::Progress progress;
    LayoutOptions options;
    std::vector<QPointF> positions;
    for (auto _ : state)
        positions = stressLayout(graph, options, progress);
    describe(state, graph, positions, "after");
    options.separateBoxes = false;
    state.counters["stress"] = normalisedStress(graph, stressLayout(graph, options, progress), 1'000);
}

void radialLayoutAndOverlaps(benchmark::State &state)
{
    const Graph graph = preferentialAttachment(static_cast<int>(state.range(0)), 3);
    const base::Progress progress;
    std::vector<QPointF> positions;
    for (auto _ : state)
        positions = radialLayout(graph, -1, {}, progress);
    describe(state, graph, positions, "after");
}

void circularLayoutAndOverlaps(benchmark::State &state)
{
    const Graph graph = preferentialAttachment(static_cast<int>(state.range(0)), 3);
    const base::Progress progress;
    std::vector<QPointF> positions;
    for (auto _ : state)
        positions = circularLayout(graph, {}, {}, progress).positions;
    describe(state, graph, positions, "after");
}

void overlapRemovalAlone(benchmark::State &state)
{
    const Graph graph = preferentialAttachment(static_cast<int>(state.range(0)), 3);
    const base::Progress progress;
    LayoutOptions options;
    options.separateBoxes = false;
    const std::vector<QPointF> before = stressLayout(graph, options, progress);
    std::vector<QSizeF> sizes;
    for (const Node &node : graph.nodes())
        sizes.push_back(node.box);
    std::vector<QPointF> after;
    for (auto _ : state)
        after = removeOverlaps(sizes, before, {}, progress);
    describe(state, graph, after, "after");
}

/// Positions by a program of Graphviz, or nothing.
std::optional<std::vector<QPointF>> byGraphviz(const QString &program, const QStringList &arguments, const Graph &graph)
{
    constexpr double Inch = 72;
    constexpr int LongestWait = 600'000; // ms
    QString dot = u"graph g {\nnode [shape=box, fixedsize=true];\n"_s;
    for (int node = 0; node < graph.nodeCount(); ++node) {
        const QSizeF box = graph.nodes()[static_cast<std::size_t>(node)].box;
        dot += u"%1 [width=%2, height=%3];\n"_s.arg(node).arg(box.width() / Inch).arg(box.height() / Inch);
    }
    for (const Edge &edge : graph.edges())
        dot += u"%1 -- %2;\n"_s.arg(edge.source).arg(edge.target);
    dot += u"}\n"_s;
    QProcess process;
    process.start(program, arguments + QStringList{u"-Tplain"_s});
    process.write(dot.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished(LongestWait) || process.exitCode() != 0)
        return {};
    std::vector<QPointF> positions(static_cast<std::size_t>(graph.nodeCount()));
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() > 3 && words[0] == "node")
            positions[words[1].toUInt()] = QPointF(words[2].toDouble() * Inch, words[3].toDouble() * Inch);
    }
    return positions;
}

void graphviz(benchmark::State &state, const QString &program, const QStringList &arguments, const char *stressName)
{
    const Graph graph = preferentialAttachment(static_cast<int>(state.range(0)), 3);
    std::optional<std::vector<QPointF>> positions;
    for (auto _ : state)
        positions = byGraphviz(program, arguments, graph);
    if (!positions) {
        state.SkipWithError("Graphviz is not installed or failed");
        return;
    }
    describe(state, graph, *positions, stressName);
}

void graphvizSfdp(benchmark::State &state)
{
    graphviz(state, u"sfdp"_s, {u"-Goverlap=prism"_s}, "after");
}

void graphvizNeato(benchmark::State &state)
{
    graphviz(state, u"neato"_s, {}, "stress");
}

void graphvizNeatoPrism(benchmark::State &state)
{
    graphviz(state, u"neato"_s, {u"-Goverlap=prism"_s}, "after");
}

void graphvizTwopi(benchmark::State &state)
{
    graphviz(state, u"twopi"_s, {u"-Goverlap=prism"_s}, "after");
}

void graphvizCirco(benchmark::State &state)
{
    graphviz(state, u"circo"_s, {}, "after");
}

// Budgets (docs: DESIGN section 10): 0.03, 0.2, 2 s; stress ≤ 0.16 at 300 and ≤ 0.17 at 1,000 nodes.
BENCHMARK(stressLayoutAndOverlaps)->Arg(300)->Arg(1'000)->Arg(2'000)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(radialLayoutAndOverlaps)->Arg(300)->Arg(1'000)->Arg(2'000)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(circularLayoutAndOverlaps)->Arg(300)->Arg(1'000)->Arg(2'000)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(overlapRemovalAlone)->Arg(300)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(graphvizSfdp)->Arg(300)->Arg(1'000)->Arg(2'000)->Arg(10'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(graphvizTwopi)->Arg(300)->Arg(1'000)->Arg(2'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(graphvizCirco)->Arg(300)->Arg(1'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(graphvizNeato)->Arg(300)->Arg(1'000)->Arg(2'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(graphvizNeatoPrism)->Arg(300)->Arg(1'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

} // namespace
