#include "core/model/marking.h"
#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/charts/chartview.h"
#include "ui/dock.h"
#include "ui/errorbar.h"
#include "ui/mainwindow.h"
#include "ui/paper/export.h"
#include "ui/paper/printing.h"
#include "ui/plain.h"
#include "ui/timeline/content.h"
#include "ui/timeline/timelinecontrols.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>

#include <utility>

// The window's timeline and charts: what their commands and links call.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double largeShare = 0.62; ///< Of the window's height, for a timeline that is to be read.
constexpr int usualHeight = 172;    ///< Of the dock with its heading.

PageSetup chartPage(const Lookup &lookup, const Drawing &drawing, const QString &fileName)
{
    PageSetup page;
    page.fileName = fileName;
    page.marking = markingOf(lookup, drawing.facts().records);
    page.drawn = QDateTime::currentDateTime();
    return page;
}

/// As large as a page has room for.
std::unique_ptr<ChartDrawing> onPaper(const ChartData &data)
{
    return chartDrawing(data, {.room = Pages::roomOn(PageSetup()) * 1.25});
}

} // namespace

void MainWindow::connectTimeline()
{
    m_timelineDock->setControls(&m_timeline->controls());
    m_timeline->controls().show();
    connect(m_timeline, &TimelineView::summaryChanged, m_timelineDock, qOverload<std::vector<Run>>(&Dock::setAside));
    connect(m_timeline, &TimelineView::passageRequested, this, &MainWindow::showPassage);
    connect(m_timeline, &TimelineView::importRequested, &m_session, &Session::importText);
    connect(m_timeline, &TimelineView::listRequested, m_centre, &Centre::showList);
    connect(m_timelineDock, &Dock::linkActivated, m_timeline, &TimelineView::follow);
    connect(m_timeline, &TimelineView::lanesChanged, &m_timeline->controls().lanes(),
            [this](const QString &words) { m_timeline->controls().lanes().setToolTip(plainToolTip(words)); });

    const std::pair<QAction *, TimelineLanes> lanes[] = {{m_actions->lanesDialogue, TimelineLanes::Dialogue},
                                                         {m_actions->lanesArea, TimelineLanes::Area},
                                                         {m_actions->lanesInstitution, TimelineLanes::Institution},
                                                         {m_actions->lanesSide, TimelineLanes::Side}};
    for (const auto &[action, kind] : lanes) {
        connect(action, &QAction::triggered, this, [this, kind = kind] { m_lens.set(withLanes(m_lens.value(), kind)); });
        const auto check = [this, action = action, kind = kind] { action->setChecked(lanesOf(m_lens.value()) == kind); };
        connect(&m_lens, &SharedLens::changed, action, check);
        check();
    }
    connect(m_actions->timelineWhole, &QAction::triggered, m_timeline, &TimelineView::showWholeRange);
    connect(m_actions->rangeOff, &QAction::triggered, this, [this] { setRange(m_lens, {}, {}); });
    const auto enableRange = [this] { m_actions->rangeOff->setEnabled(m_lens.value().from.isValid()); };
    connect(&m_lens, &SharedLens::changed, m_actions->rangeOff, enableRange);
    enableRange();
    connect(m_actions->timelineLarge, &QAction::triggered, this, [this](bool large) { showTimelineLarge(large); });
}

void MainWindow::showTimelineLarge(bool large)
{
    m_actions->timelineLarge->setChecked(large);
    m_timelineDock->show();
    m_timelineDock->setFolded(false);
    resizeDocks({m_timelineDock}, {large ? int(height() * largeShare) : usualHeight}, Qt::Vertical);
    if (large)
        m_timeline->setFocus();
}

void MainWindow::connectCharts()
{
    m_charts->hide(); // Until somebody asks for a chart.
    const std::pair<QAction *, ChartKind> charts[] = {{m_actions->chartProgress, ChartKind::Progress},
                                                      {m_actions->chartMeetings, ChartKind::Meetings},
                                                      {m_actions->chartCoverage, ChartKind::Coverage},
                                                      {m_actions->chartParticipation, ChartKind::Participation}};
    for (const auto &[action, kind] : charts)
        connect(action, &QAction::triggered, this, [this, kind = kind] { showChart(kind); });
    connect(m_actions->copyChart, &QAction::triggered, m_charts, &ChartView::copyPicture);
    connect(m_actions->copyChartTable, &QAction::triggered, m_charts, &ChartView::copyTable);
    connect(m_actions->exportChart, &QAction::triggered, this, &MainWindow::exportChart);
    connect(m_actions->printChart, &QAction::triggered, this, &MainWindow::printChart);
    connect(m_charts, &ChartView::exportWanted, this, &MainWindow::exportChart);
    connect(m_charts, &ChartView::printWanted, this, &MainWindow::printChart);
    const auto enable = [this] {
        const bool hasChart = m_charts->isVisible() && !m_charts->data().rows.empty();
        for (QAction *action : {m_actions->copyChart, m_actions->copyChartTable, m_actions->exportChart, m_actions->printChart})
            action->setEnabled(hasChart);
    };
    connect(m_charts, &ChartView::changed, this, [this, enable] {
        enable();
        if (const int tab = m_centre->indexOf(m_charts); tab >= 0)
            m_centre->setTabText(tab, chartName(m_charts->kind()));
    });
    connect(m_centre, &QTabWidget::currentChanged, this, enable);
    enable();
}

void MainWindow::showChart(ChartKind kind)
{
    m_charts->setKind(kind);
    m_centre->open(m_charts, chartName(kind));
    m_charts->setFocus();
}

void MainWindow::exportChart()
{
    const entente::Document *document = m_session.document();
    if (!document || m_charts->data().rows.empty())
        return;
    const QString name = u"%1 %2.pdf"_s.arg(QFileInfo(m_session.title()).completeBaseName(), wordOf(m_charts->kind()));
    const QString path = m_dialogs.drawingToSave(this, QFileInfo(m_session.suggestedPath()).absolutePath() + u'/' + name);
    if (path.isEmpty())
        return;
    const auto drawing = onPaper(m_charts->data());
    QStringList notes;
    const auto written = exportDrawing(*drawing, chartPage(document->lookup(), *drawing, m_session.title()), path, &notes);
    if (!written)
        return m_errors->showError(written.error());
    notes.prepend(tr("The chart is in %1.").arg(QFileInfo(path).fileName()));
    m_errors->showNotice(u"outcome"_s, notes.join(u' '));
}

void MainWindow::printChart()
{
    const entente::Document *document = m_session.document();
    if (!document || m_charts->data().rows.empty())
        return;
    const auto drawing = onPaper(m_charts->data());
    const auto printed = printDrawing(*drawing, chartPage(document->lookup(), *drawing, m_session.title()), this, showPrintPreview);
    if (!printed)
        m_errors->showError(printed.error());
}

} // namespace entente::ui
