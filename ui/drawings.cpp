#include "ui/drawings.h"

#include "core/model/marking.h"
#include "ui/network/networkdrawing.h"
#include "ui/timeline/timelinedrawing.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// A drawing as wide as the page's room when its names are 5.5 pt high; where there is more room the names become larger.
QSizeF sizeFor(const PageSetup &page)
{
    constexpr double widest = 1440;
    constexpr double smallest = 5.5 / (11 * 0.75);
    const QSizeF room = Pages::roomOn(page);
    const double width = std::floor(std::min(widest, room.width() / smallest));
    return {width, room.height() * width / room.width()};
}

} // namespace

PageSetup usualPage(DrawnView view)
{
    PageSetup page;
    page.paper = QPageSize(view == DrawnView::Network ? QPageSize::A3 : QPageSize::A4);
    return page;
}

std::unique_ptr<Drawing> drawingOf(DrawnView view, const Lookup &lookup, const Lens &lens, const QString &layout, const PageSetup &page,
                                   const CoverageOptions &coverage)
{
    switch (view) {
    case DrawnView::Network: {
        const bool small = page.paper.id() == QPageSize::A4 && !page.isPoster();
        return networkDrawing(lookup, lens, {.layout = layout, .medium = small ? NetworkMedium::Screen : NetworkMedium::Large});
    }
    case DrawnView::Timeline: {
        TimelineOptions options;
        options.room = sizeFor(page);
        return timelineDrawing(lookup, lens, options);
    }
    case DrawnView::Coverage: {
        CoverageOptions options = coverage;
        options.width = sizeFor(page).width();
        options.key = false; // The page has it in its legend.
        return coverageDrawing(lookup, lens, options);
    }
    }
    return nullptr;
}

namespace {

/// The records behind the lines that are drawn and that `wanted` takes.
template<typename Wanted>
QStringList linesWhere(const NetworkDrawing &drawing, Wanted wanted)
{
    QStringList records;
    for (const network::Stroke &stroke : drawing.picture().strokes) {
        for (const QString &id : stroke.lines) {
            const network::SnapshotLine *line = drawing.snapshot().line(id);
            if (!line || !wanted(*line))
                continue;
            // Attendance is gathered into one line; its latest round stands for it.
            const QString record = line->type == network::tookPart && !line->records.isEmpty() ? line->records.last() : id;
            if (!records.contains(record))
                records += record;
        }
    }
    return records;
}

} // namespace

QStringList shownRecords(const NetworkDrawing &drawing)
{
    QStringList records = drawing.snapshot().places.keys();
    records.sort();
    return records;
}

QStringList inferredLines(const NetworkDrawing &drawing)
{
    return linesWhere(drawing, [](const network::SnapshotLine &line) { return line.confidence == Confidence::Inferred; });
}

QStringList unsourcedLines(const NetworkDrawing &drawing)
{
    return linesWhere(drawing, [](const network::SnapshotLine &line) { return !line.sourced; });
}

PageSetup pageFor(DrawnView view, const Lookup &lookup, const Drawing &drawing, const QString &fileName)
{
    PageSetup setup = usualPage(view);
    setup.fileName = fileName;
    setup.marking = markingOf(lookup, drawing.facts().records);
    setup.drawn = QDateTime::currentDateTime();
    return setup;
}

QString suggestedName(DrawnView view, const QString &mapName)
{
    const QString base = QFileInfo(mapName).completeBaseName();
    switch (view) {
    case DrawnView::Network:
        return QCoreApplication::translate("Drawings", "%1 network.pdf").arg(base);
    case DrawnView::Timeline:
        return QCoreApplication::translate("Drawings", "%1 timeline.pdf").arg(base);
    case DrawnView::Coverage:
        return QCoreApplication::translate("Drawings", "%1 coverage.pdf").arg(base);
    }
    return {};
}

} // namespace entente::ui
