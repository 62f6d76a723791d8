#include "ui/timeline/timelinechart.h"

#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/paint/theme.h"

#include <QGraphicsLayout>
#include <QScrollBar>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QScatterSeries>

#include <algorithm>
#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double flagRow = 21;
constexpr double smallTop = 11;
constexpr double smallFoot = 16;
constexpr double largeFoot = 22;
constexpr double smallLane = 11;
constexpr double largeLane = 19; ///< Below this a lane is drawn as in the dock.
constexpr double widestLane = 26;
constexpr double smallYear = 26; // px of `2026` at 10 px

} // namespace

TimelineChart::TimelineChart(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_time(new QCategoryAxis(this))
    , m_lanes(new QCategoryAxis(this))
    , m_scroll(new QScrollBar(Qt::Vertical, this))
{
    setObjectName(u"timelineChart"_s);
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(200, 60);

    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    m_time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_lanes->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_lanes->setReverse(true);
    m_lanes->setLabelsVisible(false);
    m_lanes->setLineVisible(false);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_lanes, Qt::AlignLeft);
    const QString names[] = {tr("form not known"), tr("in person"), tr("by video"), tr("hybrid")};
    for (int format = 0; format < 4; ++format) {
        // The points of each form; their signs are painted over them, with ordinal, cluster and ring.
        m_series[format] = new QScatterSeries(this);
        m_series[format]->setName(names[format]);
        m_series[format]->setColor(Qt::transparent);
        m_series[format]->setBorderColor(Qt::transparent);
        m_series[format]->setMarkerSize(4);
        chart()->addSeries(m_series[format]);
        m_series[format]->attachAxis(m_time);
        m_series[format]->attachAxis(m_lanes);
    }
    m_scroll->hide();
    connect(m_scroll, &QScrollBar::valueChanged, this, &TimelineChart::arrange);
}

void TimelineChart::setContent(std::shared_ptr<const Lookup> lookup, const TimelineContent &content)
{
    m_lookup = std::move(lookup);
    // Other lanes, filters and days leave the time that is seen as it is.
    m_content = content;
    m_marks.clear();
    m_flags.clear();
    if (!m_from.isValid() && content.first.isValid()) {
        m_from = content.usualStart();
        m_to = std::max(content.last.addDays(60), m_from.addYears(1));
    }
    // While nobody has zoomed, the day of the lens and its range are seen.
    if (!m_zoomed && m_from.isValid() && content.asOf.isValid()) {
        m_to = std::max(m_to, content.asOf.addDays(14));
        m_from = std::min(m_from, content.from.isValid() ? content.from : content.asOf.addDays(-60));
    }
    setSelected(m_selected);
    arrange();
}

void TimelineChart::forgetRange()
{
    m_from = {};
    m_to = {};
    m_zoomed = false;
}

void TimelineChart::setSelected(const QString &record)
{
    m_selected = record;
    m_highlight = m_lookup ? highlightOf(*m_lookup, m_content, look()) : TimelineHighlight();
    viewport()->update();
}

void TimelineChart::setTheme(Theme theme)
{
    m_theme = theme;
    const Tokens &colors = tokens(theme);
    m_time->setLabelsBrush(colors.ink2);
    m_time->setGridLinePen(QPen(colors.grid, 1));
    m_lanes->setGridLinePen(QPen(colors.hair, 1));
    viewport()->update();
}

void TimelineChart::setRange(const QDate &from, const QDate &to)
{
    if (!from.isValid() || !to.isValid() || from >= to || (from == m_from && to == m_to))
        return;
    m_from = from;
    m_to = to;
    m_zoomed = true;
    arrange();
    emit rangeChanged(m_from, m_to);
}

void TimelineChart::showWholeRange()
{
    if (m_content.first.isValid())
        setRange(QDate(m_content.first.year(), 1, 1), std::max(m_content.last, m_content.asOf).addDays(60));
    m_zoomed = false;
}

std::vector<LegendEntry> TimelineChart::legend() const
{
    return timelineLegend(m_content, m_axis, m_marks, !m_axis.small);
}

Look TimelineChart::look() const
{
    Look look;
    look.theme = m_theme;
    if (!m_selected.isEmpty())
        look.selected.insert(m_selected);
    look.hovered = m_hovered;
    look.keyboardFocus = hasFocus() ? m_focused : QString();
    return look;
}

void TimelineChart::arrangeHeads(double width, double height)
{
    const auto lanes = double(std::max<std::size_t>(1, m_content.lanes.size()));
    m_axis.small = (height - 90 - largeFoot) / lanes < largeLane || width < 620;
    m_heads = TimelineHeads();
    if (m_axis.small) {
        m_heads.rung = m_heads.rounds = m_heads.earlier = -1;
        m_heads.names = 158;
        m_heads.width = 166;
        m_heads.nameSize = 10;
        m_heads.fit(m_content, 60, std::max(70.0, std::min(186.0, width * 0.28)));
    } else {
        m_heads.fit(m_content, 100, std::max(120.0, width * 0.24));
    }
}

void TimelineChart::arrange()
{
    const double width = viewport()->width();
    const double height = viewport()->height();
    if (!m_from.isValid() || m_content.lanes.empty() || width < 100 || height < 40)
        return;
    arrangeHeads(width, height);
    m_axis.from = m_from;
    m_axis.to = m_to;
    m_axis.ownLines = false;
    double top = smallTop;
    m_axis.plot = QRectF(m_heads.width, 0, width - m_heads.width - 14, 10);
    m_flags.clear();
    if (!m_axis.small) {
        m_flags = placeFlags(m_content, m_axis, 3);
        int rows = 0;
        for (const PlacedFlag &flag : m_flags)
            rows = std::max(rows, flag.row + 1);
        top = 8 + rows * flagRow + 30;
    }
    const double foot = m_axis.small ? smallFoot : largeFoot;
    const double room = height - top - foot;
    const double lanes = double(m_content.lanes.size());
    const double gap = m_axis.small ? 0 : 2;
    const double rungs = double(std::ranges::count(m_content.lanes, true, &TimelineLane::startsRung));
    m_axis.laneHeight =
        std::clamp((room - gap * rungs) / lanes, m_axis.small ? smallLane : largeLane, m_axis.small ? largeLane : widestLane);
    double needed = 0;
    laneMiddles(m_content, 0, m_axis.laneHeight, gap, &needed);
    const bool scrolls = needed > room + 1;
    m_scroll->setVisible(scrolls);
    if (scrolls) {
        m_scroll->setGeometry(int(width) - m_scroll->sizeHint().width(), int(top), m_scroll->sizeHint().width(), int(room));
        m_scroll->setPageStep(int(room));
        m_scroll->setSingleStep(int(m_axis.laneHeight));
        m_scroll->setRange(0, int(std::ceil(needed - room)));
        m_axis.plot.setWidth(m_axis.plot.width() - m_scroll->sizeHint().width());
    } else {
        const QSignalBlocker quiet(m_scroll);
        m_scroll->setRange(0, 0);
    }
    m_axis.plot = QRectF(m_heads.width, top, m_axis.plot.width(), std::min(room, needed));
    m_axis.lanes = laneMiddles(m_content, top - m_scroll->value(), m_axis.laneHeight, gap);
    m_marks = placeMarks(m_content, m_axis);
    fillAxes();
    fillSeries();
    viewport()->update();
}

void TimelineChart::fillAxes()
{
    chart()->setPlotArea(m_axis.plot);
    m_time->setLabelsFont(drawingFont(m_axis.small ? 10 : 11));
    for (const QString &label : m_time->categoriesLabels())
        m_time->remove(label);
    m_time->setStartValue(double(m_axis.from.toJulianDay()));
    m_time->setRange(double(m_axis.from.toJulianDay()), double(m_axis.to.toJulianDay()));
    QString blank;
    for (const TimelineTick &tick : ticks(m_axis, m_axis.small ? smallYear + 8 : 30)) {
        blank += u' '; // Labels of a category axis are all different.
        m_time->append(tick.words.isEmpty() ? blank : escaped(tick.words), double(tick.day.toJulianDay()));
    }
    for (const QString &label : m_lanes->categoriesLabels())
        m_lanes->remove(label);
    m_lanes->setStartValue(0);
    m_lanes->setRange(0, m_axis.plot.height());
    for (int lane = 0; lane < int(m_content.lanes.size()); ++lane) {
        if (m_axis.shows(lane))
            m_lanes->append(QString::number(lane), m_axis.lanes[std::size_t(lane)] - m_axis.plot.top());
    }
}

void TimelineChart::fillSeries()
{
    QList<QPointF> points[4];
    for (const PlacedMark &mark : m_marks) {
        if (mark.isCommitment())
            continue;
        for (const TimelineRound *round : mark.rounds)
            points[int(round->format)].append(QPointF(double(round->first.toJulianDay()), mark.box.center().y() - m_axis.plot.top()));
    }
    for (int format = 0; format < 4; ++format)
        m_series[format]->replace(points[format]);
}

void TimelineChart::drawBackground(QPainter *painter, const QRectF &area)
{
    painter->fillRect(area, tokens(m_theme).canvas);
    if (!m_content.lanes.empty())
        paintGround(*painter, m_content, m_axis, m_heads, m_highlight, look());
}

void TimelineChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_content.lanes.empty() || m_axis.lanes.size() != m_content.lanes.size())
        return;
    const Look shown = look();
    const Tokens &colors = shown.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_axis.small) {
        painter->setPen(QPen(colors.hair, 1));
        painter->drawLine(m_axis.plot.bottomLeft(), m_axis.plot.bottomRight());
        for (const TimelineFlag &flag : m_content.flags) {
            if (!flag.chosen || flag.inForce || !m_axis.shows(flag.date, flag.date))
                continue;
            QPen pen(colors.ink3, 1, Qt::SolidLine, Qt::FlatCap);
            pen.setDashPattern({3, 2});
            painter->setPen(pen);
            const double x = m_axis.x(flag.date);
            painter->drawLine(QPointF(x, m_axis.plot.top() - 2), QPointF(x, m_axis.plot.bottom() + 4));
            const QString name = m_lookup->shortTitle(flag.instrument);
            const double end = x + 3 + textWidth(name, 9.5, true);
            const auto years = ticks(m_axis, smallYear + 8);
            const bool free = std::ranges::none_of(years, [&](const TimelineTick &tick) {
                const double label = m_axis.x(tick.day);
                const double half = textWidth(tick.words, 10) / 2 + 3;
                return !tick.words.isEmpty() && label - half < end && label + half > x + 3;
            });
            if (free)
                paintText(*painter, {x + 3, m_axis.plot.bottom() + 12.5}, name, drawingFont(9.5, true), colors.ink);
        }
    } else {
        painter->setPen(QPen(colors.ink3, 1));
        painter->drawLine(m_axis.plot.bottomLeft(), m_axis.plot.bottomRight());
        const double top = m_axis.plot.top();
        if (!m_flags.empty())
            paintText(*painter, {m_heads.rung, 20.5}, tr("Instruments"), drawingFont(10.8, true), colors.ink2);
        paintFlags(*painter, m_flags, m_axis, 8, shown);
        paintText(*painter, {m_heads.rounds, top - 8}, tr("rounds"), drawingFont(10.3), colors.ink2, Anchor::End);
        paintText(*painter, {m_heads.earlier, top - 8}, tr("earlier"), drawingFont(10.3), colors.ink2, Anchor::End);
    }
    paintHeads(*painter, m_content, m_axis, m_heads, m_highlight, shown);
    paintAsOf(*painter, m_content, m_axis, shown);
    paintLanes(*painter, m_content, m_axis, m_marks, m_highlight, shown);
    if (const PlacedMark *mark = hasFocus() && m_byKeyboard ? focusedMark() : nullptr) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(mark->box.adjusted(-5, -5, 5, 5), 4, 4);
    }
    if (m_drag == Drag::Range) {
        QColor fill = colors.ink;
        fill.setAlpha(30);
        painter->fillRect(QRectF(QPointF(m_pressed.x(), m_axis.plot.top()), QPointF(m_pointer.x(), m_axis.plot.bottom())), fill);
    }
    painter->restore();
}

void TimelineChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    arrange();
}

} // namespace entente::ui
