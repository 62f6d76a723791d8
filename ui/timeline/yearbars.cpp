#include "ui/timeline/yearbars.h"

#include "ui/paint/fonts.h"
#include "core/base/partialdate.h"
#include "ui/paint/lettering.h"

#include <QGraphicsLayout>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostYears = 400;

} // namespace

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
    setFixedHeight(94);
    setFocusPolicy(Qt::StrongFocus);
}

void YearBars::setContent(const TimelineContent &content)
{
    m_series->clear();
    m_set = nullptr;
    m_from = content.from;
    m_asOf = content.asOf;
    describe();
    if (!content.first.isValid())
        return;
    // A slip of the keyboard ("0201", "9999") must not fill the memory with bars.
    const int ahead = content.asOf.isValid() ? content.asOf.year() + 100 : content.last.year();
    const int last = std::max(content.first.year(), std::min(content.last.year(), ahead));
    m_axis.from = QDate(std::max(content.first.year(), last - mostYears), 1, 1);
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

void YearBars::setWindow(const QDate &from, const QDate &to)
{
    m_windowFrom = from;
    m_windowTo = to;
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
    m_axis.plot = QRectF(m_left, 18, std::max(20.0, viewport()->width() - m_left - m_right), viewport()->height() - 18 - 18);
    chart()->setPlotArea(m_axis.plot);
    viewport()->update();
}

QRectF YearBars::windowBar() const
{
    if (!m_windowFrom.isValid())
        return {};
    const double left = std::clamp(m_axis.x(std::max(m_windowFrom, m_axis.from)), m_axis.plot.left(), m_axis.plot.right());
    const double right = std::clamp(m_axis.x(std::min(m_windowTo, m_axis.to)), left, m_axis.plot.right());
    return {left, 2, std::max(right - left, 12.0), windowHeight};
}

QRectF YearBars::rangeBox() const
{
    const bool dragged = m_dragFrom.isValid();
    const QDate from = dragged ? m_dragFrom : m_from;
    const QDate to = dragged ? m_dragTo : m_asOf;
    if (!from.isValid() || !to.isValid())
        return {};
    const double left = std::clamp(m_axis.x(from), m_axis.plot.left(), m_axis.plot.right());
    const double right = std::clamp(m_axis.x(to.addDays(1)), left, m_axis.plot.right());
    return {left, m_axis.plot.top() - 3, std::max(right - left, 2.0), m_axis.plot.height() + 3};
}

void YearBars::drawBackground(QPainter *painter, const QRectF &area)
{
    const Tokens &colors = tokens(m_theme);
    painter->fillRect(area, colors.canvas);
    if (!m_set)
        return;
    if (const QRectF range = rangeBox(); !range.isEmpty()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.selectionFill);
        painter->drawRect(range);
    }
}

void YearBars::drawForeground(QPainter *painter, const QRectF &)
{
    if (!m_set)
        return;
    const Tokens &colors = tokens(m_theme);
    painter->setRenderHint(QPainter::Antialiasing);
    paintText(*painter, {12, m_axis.plot.top() + 14}, tr("Rounds a year"), drawingFont(10.8, true), colors.ink2);
    if (m_left > 190) {
        paintText(*painter, {12, m_axis.plot.top() + 28}, tr("drag over the years: a range"), drawingFont(10.3), colors.ink2);
        paintText(*painter, {12, m_axis.plot.top() + 41}, tr("for all views"), drawingFont(10.3), colors.ink2);
    }
    for (const TimelineTick &tick : ticks(m_axis, 30))
        paintText(*painter, {m_axis.x(tick.day) + 3, m_axis.plot.bottom() + 13}, tick.words, drawingFont(10.5), colors.ink2);
    painter->setPen(QPen(colors.ink3, 1));
    painter->drawLine(m_axis.plot.bottomLeft(), m_axis.plot.bottomRight());

    if (const QRectF bar = windowBar(); !bar.isEmpty()) {
        painter->setPen(QPen(colors.ink3, 1));
        painter->setBrush(colors.responsible);
        painter->drawRoundedRect(QRectF(m_axis.plot.left(), 4.5, m_axis.plot.width(), 3), 1.5, 1.5);
        painter->setPen(QPen(colors.ink2, 1));
        painter->setBrush(colors.missing);
        painter->drawRoundedRect(bar, 4, 4);
        painter->setPen(QPen(colors.ink2, 1.2));
        for (const double x : {bar.left() + 3.5, bar.right() - 3.5})
            painter->drawLine(QPointF(x, bar.top() + 2), QPointF(x, bar.bottom() - 2));
    }
    if (const QRectF range = rangeBox(); !range.isEmpty()) {
        painter->setPen(QPen(colors.ink, 1.4));
        for (const double x : {range.left(), range.right()})
            painter->drawLine(QPointF(x, range.top()), QPointF(x, range.bottom()));
        painter->setBrush(colors.canvas);
        for (const double x : {range.left(), range.right()})
            painter->drawRoundedRect(QRectF(x - 3, range.center().y() - 9, 6, 18), 2, 2);
        if (m_dragFrom.isValid()) {
            const QString words = tr("%1 to %2").arg(base::dateInWords(m_dragFrom), base::dateInWords(m_dragTo));
            const double width = textWidth(words, 10.5, true) + 10;
            const double left = std::clamp(range.center().x() - width / 2, m_axis.plot.left(), std::max(m_axis.plot.left(), m_axis.plot.right() - width));
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.ink);
            painter->drawRoundedRect(QRectF(left, m_axis.plot.top(), width, 17), 3, 3);
            paintText(*painter, {left + width / 2, m_axis.plot.top() + 12.5}, words, drawingFont(10.5, true), colors.canvas, Anchor::Middle);
        }
    }
    if (hasFocus()) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_axis.plot.adjusted(-4, -4, 4, 2), 4, 4);
    }
}

void YearBars::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    arrange();
}

} // namespace entente::ui
