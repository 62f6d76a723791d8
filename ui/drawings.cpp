#include "ui/drawings.h"

#include "core/model/marking.h"
#include "ui/network/networkdrawing.h"
#include "ui/network/networkextras.h"
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

/// How many times as wide as high the page's room is; 0 where it is about that of a window, so that screen and paper show the same arrangement.
double aspectFor(const PageSetup &page)
{
    constexpr double Usual = 1.25;
    constexpr double Alike = 1.2;
    const QSizeF room = Pages::roomOn(page);
    const double aspect = room.width() / std::max(1.0, room.height());
    return aspect > Usual * Alike || aspect < Usual / Alike ? aspect : 0;
}

} // namespace

PageSetup usualPage(DrawnView view)
{
    PageSetup page;
    page.paper = QPageSize(view == DrawnView::Network ? QPageSize::A3 : QPageSize::A4);
    return page;
}

std::unique_ptr<Drawing> drawingOf(DrawnView view, const Lookup &lookup, const Lens &lens, const QString &layout, const PageSetup &page,
                                   const Beside &beside, const QHash<QString, QPointF> &known, const CoverageOptions &coverage)
{
    switch (view) {
    case DrawnView::Network: {
        const bool small = page.paper.id() == QPageSize::A4 && !page.isPoster();
        NetworkOptions options;
        options.layout = layout;
        options.medium = small ? NetworkMedium::Screen : NetworkMedium::Large;
        options.aspect = aspectFor(page);
        options.beside = beside;
        options.known = known;
        return networkDrawing(lookup, lens, options);
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

void takeWish(PageSetup &page, const PageSetup &wish)
{
    page.paper = wish.paper;
    page.orientation = wish.orientation;
    page.mono = wish.mono;
    page.columns = wish.columns;
    page.rows = wish.rows;
    page.index = wish.index;
}

QString authorOf(const Lookup &lookup)
{
    const auto *author = lookup.model().find<model::Property>(u"author"_s);
    return author ? author->value.simplified() : QString();
}

QString markingOfDrawing(const Lookup &lookup, const Drawing &drawing)
{
    const QStringList records = drawing.facts().records;
    QString marking = markingOf(lookup, records);
    const auto *network = dynamic_cast<const NetworkDrawing *>(&drawing);
    if (const NetworkExtras *extras = network ? network->extras() : nullptr; extras && extras->other)
        marking = higherMarking(lookup.model(), marking, markingOf(*extras->other, records));
    return marking;
}

PageSetup pageFor(DrawnView view, const Lookup &lookup, const Lens &lens, const Drawing &drawing, const QString &fileName)
{
    PageSetup setup = usualPage(view);
    setup.fileName = fileName;
    setup.marking = markingOfDrawing(lookup, drawing);
    setup.mono = isMono(lens);
    setup.drawn = QDateTime::currentDateTime();
    setup.author = authorOf(lookup);
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
