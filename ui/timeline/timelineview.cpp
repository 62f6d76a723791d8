#include "ui/timeline/timelineview.h"

#include "ui/paint/fonts.h"
#include "ui/paint/legendstrip.h"
#include "ui/paint/theme.h"
#include "ui/timeline/timelinechart.h"
#include "ui/timeline/timelinecontrols.h"
#include "ui/timeline/yearbars.h"

#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int heightWithBars = 420; // px; below it the lanes have all the room
constexpr int heightWithLegend = 330;

} // namespace

TimelineView::TimelineView(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_selection(selection)
    , m_shown(lens)
    , m_chart(new TimelineChart(this))
    , m_bars(new YearBars(this))
    , m_legend(new LegendStrip(this))
    , m_controls(new TimelineControls(lens, this))
    , m_counts(new RunText({}, this))
    , m_empty(new RunText({}, this))
{
    loadFonts();
    setObjectName(u"timelineView"_s);
    setAccessibleName(tr("Timeline"));
    setFocusProxy(m_chart);
    setAutoFillBackground(true);
    m_controls->hide();
    m_counts->setAlignment(Qt::AlignRight);
    m_counts->setMaximumLines(1);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_bars);
    auto *counted = new QHBoxLayout;
    counted->setContentsMargins(12, 2, 14, 2);
    counted->addWidget(m_counts);
    layout->addLayout(counted);
    layout->addWidget(m_legend);

    connect(m_chart, &TimelineChart::chosen, &m_selection, &Selection::choose);
    connect(m_chart, &TimelineChart::asOfMoved, &m_lens, &SharedLens::setAsOf);
    connect(m_chart, &TimelineChart::fromMoved, this, [this](const QDate &day) { setRange(m_lens, day, {}); });
    connect(m_chart, &TimelineChart::rangeChanged, this, &TimelineView::arrange);
    connect(m_bars, &YearBars::windowChanged, m_chart, &TimelineChart::setRange);
    connect(m_bars, &YearBars::rangeChosen, this, [this](const QDate &from, const QDate &to) { setRange(m_lens, from, to); });
    const auto clear = [this] { setRange(m_lens, {}, {}); };
    connect(m_bars, &YearBars::rangeCleared, this, clear);
    connect(m_chart, &TimelineChart::rangeCleared, this, clear);
    connect(m_controls, &TimelineControls::wholeTimeWanted, this, &TimelineView::showWholeRange);
    for (RunText *text : {m_counts, m_empty})
        connect(text, &RunText::activated, this, &TimelineView::follow);
    connect(&m_shown, &ShownMap::replaced, m_chart, &TimelineChart::forgetRange);
    connect(&m_shown, &ShownMap::changed, this, &TimelineView::recompute);
    connect(&m_selection, &Selection::changed, m_chart, &TimelineChart::setSelected);
    dress();
    recompute();
}

void TimelineView::showWholeRange()
{
    m_chart->showWholeRange();
}

void TimelineView::recompute()
{
    // What the network alone shows is no reason to begin anew.
    model::Lens lens = m_lens.value();
    lens.groups.clear();
    lens.comparedWith = {};
    lens.style = withLanes({}, lanesOf(lens)).style;
    if (m_mapShown == m_shown.map() && lens == m_lensShown && !m_summary.empty())
        return;
    m_lensShown = lens;
    m_mapShown = m_shown.map();
    const TimelineContent content = m_mapShown ? timelineContent(*m_mapShown, lens) : TimelineContent();
    const bool empty = content.lanes.empty();
    m_empty->setVisible(empty);
    m_chart->setVisible(!empty);
    const Target list{Target::Command, u"undated"_s};
    if (!m_mapShown)
        m_empty->setRuns({{tr("No map is open.")}});
    else if (content.undated.isEmpty())
        m_empty->setRuns({{tr("No dated meeting here.")}});
    else
        m_empty->setRuns({{tr("No dated meeting here.") + u' '}, {tr("%n have no date: list them.", nullptr, int(content.undated.size())), list}});
    m_chart->setContent(m_mapShown, content);
    m_chart->setSelected(m_selection.current());
    m_bars->setContent(content);
    arrange();
    emit lanesChanged(lanesInWords(content.kind));
}

std::vector<Run> TimelineView::counts(bool brief) const
{
    std::pair<qsizetype, qsizetype> undated;
    const TimelineContent &content = m_chart->content();
    const QString words = countsInWords(content, m_chart->axis().from, brief, &undated);
    if (content.undated.isEmpty() && content.undatedCommitments.isEmpty())
        return {{words, {}, Run::Faint}};
    return {{words.left(undated.first), {}, Run::Faint},
            {words.mid(undated.first, undated.second), {Target::Command, u"undated"_s}},
            {words.mid(undated.first + undated.second), {}, Run::Faint}};
}

void TimelineView::follow(const Target &target)
{
    const TimelineContent &content = m_chart->content();
    if (target == Target{Target::Command, u"undated"_s})
        emit listRequested(tr("Without a date"), content.undated + content.undatedCommitments);
}

void TimelineView::arrange()
{
    const bool empty = m_chart->content().lanes.empty();
    m_bars->setVisible(!empty && height() >= heightWithBars);
    m_legend->setVisible(!empty && height() >= heightWithLegend);
    m_counts->setVisible(m_legend->isVisibleTo(this));
    if (!empty) {
        const TimelineAxis &axis = m_chart->axis();
        m_bars->setMargins(axis.plot.left(), m_chart->width() - axis.plot.right());
        m_bars->setWindow(axis.from, axis.to);
        m_controls->setUsualStart(axis.from);
        m_counts->setRuns(counts(false));
        m_legend->setEntries(m_chart->legend());
    }
    std::vector<Run> summary = empty ? std::vector<Run>{{QString()}} : counts(true);
    if (summary != m_summary) {
        m_summary = std::move(summary);
        emit summaryChanged(m_summary);
    }
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    // The chart learns its size from the layout a moment later.
    QMetaObject::invokeMethod(this, &TimelineView::arrange, Qt::QueuedConnection);
}

void TimelineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        dress();
}

void TimelineView::dress()
{
    const Theme theme = themeOf(QApplication::palette());
    const Tokens &colors = tokens(theme);
    QPalette own = palette();
    if (own.color(QPalette::Window) != colors.canvas) {
        own.setColor(QPalette::Window, colors.canvas);
        own.setColor(QPalette::WindowText, colors.ink2);
        setPalette(own);
    }
    m_chart->setTheme(theme);
    m_bars->setTheme(theme);
    m_legend->setTheme(theme);
}

} // namespace entente::ui
