// A table of the layouts beside Graphviz on the same generated networks, in the same run: time, stress, crossings, overlaps, memory; and the time of a frame on
// a screen that nobody sees. `entente_layout_table [--runs N] [--limit SECONDS] [--frames-only|--layouts-only]`.
//
// Stress is the normalised stress of metrics.h, before overlap removal where a program gives positions without it (ours, neato). Times of Graphviz hold the
// start of its process and the reading and writing of a text file. Crossings are counted up to 2,000 nodes: above, counting takes longer than the layouts.

#include "core/model/lookup.h"
#include "core/model/relationtypes.h"
#include "core/network/layouts.h"
#include "core/network/metrics.h"
#include "tests/support/graphs.h"
#include "ui/network/networkdrawing.h"
#include "ui/paint/fonts.h"
#include "ui/paper/export.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::network;

namespace {

constexpr int MostForCrossings = 2'000;

struct Figures
{
    double seconds = 0;
    std::optional<double> stress;
    std::optional<double> after;
    std::optional<qint64> crossings;
    qint64 overlaps = 0;
    bool isMissing = true;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

void describe(Figures &figures, const Graph &graph, const std::vector<QPointF> &positions)
{
    figures.isMissing = false;
    figures.after = normalisedStress(graph, positions, 1'000);
    figures.overlaps = overlapCount(boxesAt(graph, positions));
    if (graph.nodeCount() <= MostForCrossings)
        figures.crossings = edgeCrossings(graph, positions);
}

Figures ours(const Graph &graph, int runs, const std::function<std::vector<QPointF>(const LayoutOptions &)> &layout)
{
    Figures figures;
    std::vector<double> times;
    std::vector<QPointF> positions;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        positions = layout({});
        times.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    figures.seconds = median(times);
    describe(figures, graph, positions);
    LayoutOptions bare;
    bare.separateBoxes = false;
    figures.stress = normalisedStress(graph, layout(bare), 1'000);
    return figures;
}

Figures graphviz(const Graph &graph, const QString &program, const QStringList &arguments, int runs, int limit, bool removesOverlaps)
{
    constexpr double Inch = 72;
    QString dot = u"graph g {\nnode [shape=box, fixedsize=true];\n"_s;
    for (int node = 0; node < graph.nodeCount(); ++node) {
        const QSizeF box = graph.nodes()[std::size_t(node)].box;
        dot += u"%1 [width=%2, height=%3];\n"_s.arg(node).arg(box.width() / Inch).arg(box.height() / Inch);
    }
    for (const Edge &edge : graph.edges())
        dot += u"%1 -- %2;\n"_s.arg(edge.source).arg(edge.target);
    dot += u"}\n"_s;
    Figures figures;
    std::vector<double> times;
    std::vector<QPointF> positions(std::size_t(graph.nodeCount()));
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(program, arguments + QStringList{u"-Tplain"_s});
        process.write(dot.toUtf8());
        process.closeWriteChannel();
        if (!process.waitForFinished(limit * 1'000) || process.exitCode() != 0) {
            process.kill();
            process.waitForFinished();
            figures.seconds = double(timer.nsecsElapsed()) / 1e9;
            return figures;
        }
        times.push_back(double(timer.nsecsElapsed()) / 1e9);
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() > 3 && words[0] == "node")
                positions[words[1].toUInt()] = QPointF(words[2].toDouble() * Inch, words[3].toDouble() * Inch);
        }
    }
    figures.seconds = median(times);
    describe(figures, graph, positions);
    if (!removesOverlaps)
        figures.stress = figures.after;
    return figures;
}

void print(const Graph &graph, const char *program, const Figures &figures)
{
    const auto number = [](const auto &value, const char *format) {
        return value ? QString::asprintf(format, double(*value)) : u"–"_s;
    };
    if (figures.isMissing) {
        std::printf("%6d %7zu  %-16s %9s\n", graph.nodeCount(), graph.edges().size(), program,
                    qPrintable(u"not within %1 s, or not installed"_s.arg(figures.seconds, 0, 'f', 0)));
    } else {
        std::printf("%6d %7zu  %-16s %9.3f %8s %8s %10s %9lld\n", graph.nodeCount(), graph.edges().size(), program, figures.seconds,
                    number(figures.stress, "%.3f").toUtf8().constData(), number(figures.after, "%.3f").toUtf8().constData(),
                    number(figures.crossings, "%.0f").toUtf8().constData(), static_cast<long long>(figures.overlaps));
    }
    std::fflush(stdout);
}

void layouts(int runs, int limit)
{
    std::printf("\n nodes   lines  program            seconds   stress    after  crossings  overlaps\n");
    for (const auto &[nodes, each] : {std::pair(300, 3), std::pair(1'000, 3), std::pair(2'000, 5), std::pair(10'000, 3)}) {
        const Graph graph = preferentialAttachment(nodes, each);
        const base::Progress progress;
        const int few = nodes > 2'000 ? 1 : runs;
        print(graph, "Entente stress", ours(graph, runs, [&](const LayoutOptions &options) { return stressLayout(graph, options, progress); }));
        print(graph, "Entente radial", ours(graph, few, [&](const LayoutOptions &options) { return radialLayout(graph, -1, options, progress); }));
        print(graph, "Entente circular", ours(graph, few, [&](const LayoutOptions &options) { return circularLayout(graph, {}, options, progress).positions; }));
        print(graph, "sfdp -prism", graphviz(graph, u"sfdp"_s, {u"-Goverlap=prism"_s}, few, limit, true));
        print(graph, "neato", graphviz(graph, u"neato"_s, {}, nodes > 1'000 ? 1 : few, limit, false));
    }
}

/// Resident memory in MB, where the system tells.
double memory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

model::Lookup mapOf(const Graph &graph)
{
    model::Model map;
    for (int i = 0; i < graph.nodeCount(); ++i) {
        model::Institution body;
        body.id.value = u"body-%1"_s.arg(i, 5, 10, QChar(u'0'));
        body.nameEn = u"Body number %1"_s.arg(i);
        body.nameKo = u"기관 %1"_s.arg(i);
        body.side = model::Side(1 + i % 4);
        map.table<model::Institution>().put(body);
    }
    int number = 0;
    for (const Edge &edge : graph.edges()) {
        model::Relation relation;
        relation.id.value = u"rel-%1"_s.arg(number++, 6, 10, QChar(u'0'));
        relation.type = model::relation::partOf;
        relation.source.value = u"body-%1"_s.arg(edge.source, 5, 10, QChar(u'0'));
        relation.target.value = u"body-%1"_s.arg(edge.target, 5, 10, QChar(u'0'));
        map.table<model::Relation>().put(relation);
    }
    return model::Lookup(std::move(map));
}

/// Milliseconds of a frame: the median of several.
double frame(const ui::NetworkDrawing &drawing, const QPointF &from, double zoom, QImage &image)
{
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer timer;
        timer.start();
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF at = from + QPointF(10.0 * i, 6.0 * i);
        painter.scale(zoom, zoom);
        painter.translate(-at);
        ui::Look look;
        look.zoom = zoom;
        drawing.paint(painter, QRectF(at, QSizeF(image.width(), image.height()) / zoom), look);
        painter.end();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

void frames()
{
    ui::loadFonts();
    std::printf("\n nodes   lines  drawing s   pan ms  whole ms   drag ms   PDF s  memory MB\n");
    for (const auto &[nodes, each] : {std::pair(300, 3), std::pair(1'000, 3), std::pair(2'000, 5), std::pair(10'000, 3)}) {
        const model::Lookup lookup = mapOf(preferentialAttachment(nodes, each));
        model::Lens lens;
        lens.scope = model::Scope::All;
        QElapsedTimer timer;
        timer.start();
        const auto drawing = ui::networkDrawing(lookup, lens, {.layout = u"stress"_s});
        const double made = double(timer.nsecsElapsed()) / 1e9;
        QImage image(1440, 900, QImage::Format_ARGB32_Premultiplied);
        const QPointF middle(drawing->size().width() / 2, drawing->size().height() / 2);
        const double pan = frame(*drawing, middle, 1, image);
        const double whole = frame(*drawing, {}, std::min(image.width() / drawing->size().width(), image.height() / drawing->size().height()), image);
        std::vector<double> drags;
        for (int i = 0; i < 7; ++i) {
            timer.restart();
            const auto moved = drawing->moved({{u"body-00000"_s, middle + QPointF(7.0 * i, 5.0 * i)}});
            const double moving = double(timer.nsecsElapsed()) / 1e6;
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(-middle);
            timer.restart();
            moved->paint(painter, QRectF(middle, QSizeF(image.size())), {});
            drags.push_back(moving + double(timer.nsecsElapsed()) / 1e6);
        }
        ui::PageSetup setup;
        setup.paper = QPageSize(QPageSize::A1);
        setup.columns = setup.rows = 2;
        timer.restart();
        const auto bytes = ui::renderDrawing(*drawing, setup, u"pdf"_s);
        const double pdf = double(timer.nsecsElapsed()) / 1e9;
        std::printf("%6d %7d  %9.3f %8.1f %9.1f %9.1f %7.2f %10.0f\n", drawing->counts().shown, drawing->counts().lines, made, pan, whole, median(drags),
                    bytes ? pdf : -1, memory());
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto value = [&](const QString &name, int usual) {
        const auto at = arguments.indexOf(name);
        return at > 0 && at + 1 < arguments.size() ? std::max(1, arguments[at + 1].toInt()) : usual;
    };
    if (!arguments.contains(u"--frames-only"_s))
        layouts(value(u"--runs"_s, 3), value(u"--limit"_s, 120));
    if (!arguments.contains(u"--layouts-only"_s))
        frames();
    return 0;
}
