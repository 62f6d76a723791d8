#include "ui/timeline/timelineview.h"

#include "ui/paint/fonts.h"
#include "ui/paint/legendstrip.h"
#include "ui/paint/theme.h"
#include "ui/timeline/timelinechart.h"
#include "ui/timeline/yearbars.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
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
    , m_chart(new TimelineChart(this))
    , m_bars(new YearBars(this))
    , m_legend(new LegendStrip(this))
    , m_counts(new QLabel(this))
    , m_empty(new QLabel(this))
{
    loadFonts();
    setObjectName(u"timelineView"_s);
    setAccessibleName(tr("Timeline"));
    setFocusProxy(m_chart);
    setAutoFillBackground(true);
    for (QLabel *label : {m_counts, m_empty}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(drawingFont(10.8));
    }
    m_counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_counts->setContentsMargins(12, 2, 14, 2);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setFont(drawingFont(11.5));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_bars);
    layout->addWidget(m_counts);
    layout->addWidget(m_legend);

    connect(m_chart, &TimelineChart::chosen, &m_selection, &Selection::choose);
    connect(m_chart, &TimelineChart::asOfMoved, &m_lens, &SharedLens::setAsOf);
    connect(m_chart, &TimelineChart::rangeChanged, this, &TimelineView::arrange);
    connect(m_bars, &YearBars::rangeChanged, m_chart, &TimelineChart::setRange);
    connect(&m_lens, &SharedLens::changed, this, &TimelineView::recompute);
    connect(&m_selection, &Selection::changed, m_chart, &TimelineChart::setSelected);
    dress();
    recompute();
}

void TimelineView::setDocument(entente::Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    if (document) {
        connect(document, &entente::Document::changed, this, [this] { setMap(m_document->snapshot()); });
        connect(document, &QObject::destroyed, this, [this] { setMap(nullptr); });
    }
    setMap(document ? document->snapshot() : nullptr);
}

void TimelineView::setMap(std::shared_ptr<const model::Lookup> map)
{
    m_map = std::move(map);
    m_stale = true;
    recompute();
}

void TimelineView::showWholeRange()
{
    m_chart->showWholeRange();
}

void TimelineView::recompute()
{
    if (!m_stale && m_lens.value() == m_shown)
        return;
    m_stale = false;
    m_shown = m_lens.value();
    const TimelineContent content = m_map ? timelineContent(*m_map, m_shown) : TimelineContent();
    const bool empty = content.lanes.empty();
    m_empty->setVisible(empty);
    m_chart->setVisible(!empty);
    if (!m_map)
        m_empty->setText(tr("No map is open."));
    else if (content.undated.isEmpty())
        m_empty->setText(tr("No dated meeting here."));
    else
        m_empty->setText(tr("No dated meeting here. %n have no date.", nullptr, int(content.undated.size())));
    m_chart->setContent(m_map, content);
    m_chart->setSelected(m_selection.current());
    m_bars->setContent(content);
    arrange();
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
        m_bars->setRange(axis.from, axis.to);
        m_counts->setText(countsInWords(m_chart->content(), axis.from, false));
        m_legend->setEntries(m_chart->legend());
    }
    const QString summary = empty ? QString() : countsInWords(m_chart->content(), m_chart->axis().from, true);
    if (summary != m_summary) {
        m_summary = summary;
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
