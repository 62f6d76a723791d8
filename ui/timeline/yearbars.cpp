#include "ui/timeline/yearbars.h"

#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"

#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

YearBars::YearBars(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_series(new QBarSeries(this))
    , m_years(new QValueAxis(this))
    , m_rounds(new QValueAxis(this))
{
    setAccessibleName(tr("Rounds a year"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->QGraphicsWidget::setContentsMargins(0, 0, 0, 0);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->addSeries(m_series);
    for (QValueAxis *axis : {m_years, m_rounds}) {
        axis->setLabelsVisible(false);
        axis->setGridLineVisible(false);
        axis->setLineVisible(false);
    }
    chart()->addAxis(m_years, Qt::AlignBottom);
    chart()->addAxis(m_rounds, Qt::AlignLeft);
    m_series->attachAxis(m_years);
    m_series->attachAxis(m_rounds);
    m_series->setBarWidth(0.86);
    m_series->setLabelsVisible(true);
    m_series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    setFixedHeight(84);
}

void YearBars::setContent(const TimelineContent &content)
{
    m_series->clear();
    m_set = nullptr;
    if (!content.first.isValid())
        return;
    const int last = std::max(content.last.year(), content.first.year());
    m_axis.from = QDate(content.first.year(), 1, 1);
    m_axis.to = QDate(last + 1, 1, 1);
    m_set = new QBarSet(tr("Rounds a year"));
    int most = 1;
    for (int year = m_axis.from.year(); year <= last; ++year) {
        const auto found = content.roundsByYear.find(year);
        const int count = found == content.roundsByYear.end() ? 0 : found->second;
        most = std::max(most, count);
        *m_set << count;
    }
    m_series->append(m_set);
    m_years->setRange(-0.5, last - m_axis.from.year() + 0.5);
    m_rounds->setRange(0, most * 1.6); // Room for the number on the highest bar.
    setTheme(m_theme);
    arrange();
}

void YearBars::setRange(const QDate &from, const QDate &to)
{
    m_from = from;
    m_to = to;
    viewport()->update();
}

void YearBars::setTheme(Theme theme)
{
    m_theme = theme;
    const Tokens &colors = tokens(theme);
    if (m_set) {
        m_set->setColor(colors.ink2);
        m_set->setBorderColor(colors.ink2);
        m_set->setLabelColor(colors.ink2);
        m_set->setLabelFont(drawingFont(9.6));
    }
    viewport()->update();
}

void YearBars::setMargins(double left, double right)
{
    m_left = left;
    m_right = right;
    arrange();
}

void YearBars::arrange()
{
    m_axis.plot = QRectF(m_left, 8, std::max(20.0, viewport()->width() - m_left - m_right), viewport()->height() - 8 - 18);
    chart()->setPlotArea(m_axis.plot);
    viewport()->update();
}

QRectF YearBars::brush() const
{
    const double left = std::clamp(m_axis.x(std::max(m_from, m_axis.from)), m_axis.plot.left(), m_axis.plot.right());
    const double right = std::clamp(m_axis.x(std::min(m_to, m_axis.to)), left, m_axis.plot.right());
    return {left, m_axis.plot.top() - 4, right - left, m_axis.plot.height() + 4};
}

void YearBars::drawBackground(QPainter *painter, const QRectF &area)
{
    const Tokens &colors = tokens(m_theme);
    painter->fillRect(area, colors.canvas);
    if (!m_set || !m_from.isValid())
        return;
    painter->setPen(QPen(colors.ink3, 1));
    painter->setBrush(colors.responsible);
    painter->drawRect(brush());
}

void YearBars::drawForeground(QPainter *painter, const QRectF &)
{
    if (!m_set)
        return;
    const Tokens &colors = tokens(m_theme);
    painter->setRenderHint(QPainter::Antialiasing);
    paintText(*painter, {12, m_axis.plot.top() + 14}, tr("Rounds a year"), drawingFont(10.8, true), colors.ink2);
    if (m_left > 190)
        paintText(*painter, {12, m_axis.plot.top() + 28}, tr("drag the edges to set the range"), drawingFont(10.3), colors.ink2);
    for (const TimelineTick &tick : ticks(m_axis, 30))
        paintText(*painter, {m_axis.x(tick.day) + 3, m_axis.plot.bottom() + 13}, tick.words, drawingFont(10.5), colors.ink2);
    painter->setPen(QPen(colors.ink3, 1));
    painter->drawLine(m_axis.plot.bottomLeft(), m_axis.plot.bottomRight());
    if (!m_from.isValid())
        return;
    const QRectF range = brush();
    painter->setPen(QPen(colors.ink2, 1.2));
    painter->setBrush(colors.canvas);
    for (const double x : {range.left(), range.right()})
        painter->drawRoundedRect(QRectF(x - 3, range.center().y() - 11, 6, 22), 2, 2);
}

void YearBars::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    arrange();
}

YearBars::Grip YearBars::gripAt(const QPointF &place) const
{
    const QRectF range = brush();
    if (!m_set || place.y() > m_axis.plot.bottom() + 4)
        return Grip::None;
    if (std::abs(place.x() - range.left()) < 6)
        return Grip::From;
    if (std::abs(place.x() - range.right()) < 6)
        return Grip::To;
    return range.contains(place) ? Grip::Both : Grip::None;
}

void YearBars::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_pressedFrom = m_from;
    m_pressedTo = m_to;
    m_grip = event->button() == Qt::LeftButton ? gripAt(m_pressed) : Grip::None;
}

void YearBars::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(event->position());
        viewport()->setCursor(grip == Grip::Both ? Qt::OpenHandCursor : grip == Grip::None ? Qt::ArrowCursor : Qt::SizeHorCursor);
        return;
    }
    const qint64 days = m_axis.dayAt(m_pressed.x()).daysTo(m_axis.dayAt(event->position().x()));
    QDate from = m_pressedFrom;
    QDate to = m_pressedTo;
    if (m_grip != Grip::To)
        from = std::max(m_axis.from, from.addDays(days));
    if (m_grip != Grip::From)
        to = std::min(m_axis.to.addMonths(3), to.addDays(days));
    constexpr int shortest = 60; // days
    if (from.addDays(shortest) <= to)
        emit rangeChanged(from, to);
}

void YearBars::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

} // namespace entente::ui
