#include "ui/timeline/yearbars.h"

#include "core/base/partialdate.h"
#include "ui/plain.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

/// Pointer and keyboard of the bars.
namespace entente::ui {

namespace {

constexpr double shortestDrag = 5;    // px; a click is no range
constexpr qint64 shortestWindow = 60; // days

} // namespace

YearBars::Grip YearBars::gripAt(const QPointF &place) const
{
    if (!m_set || place.x() < m_axis.plot.left() - 6 || place.x() > m_axis.plot.right() + 6)
        return Grip::None;
    if (place.y() < 2 + windowHeight + 2) {
        const QRectF bar = windowBar();
        if (std::abs(place.x() - bar.left()) < 6)
            return Grip::WindowFrom;
        if (std::abs(place.x() - bar.right()) < 6)
            return Grip::WindowTo;
        return place.x() > bar.left() && place.x() < bar.right() ? Grip::Window : Grip::None;
    }
    if (m_from.isValid()) {
        const QRectF range = rangeBox();
        if (std::abs(place.x() - range.left()) < 5)
            return Grip::RangeFrom;
        if (std::abs(place.x() - range.right()) < 5)
            return Grip::RangeTo;
    }
    return Grip::Range;
}

void YearBars::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_grip = event->button() == Qt::LeftButton ? gripAt(m_pressed) : Grip::None;
    const bool ofWindow = m_grip == Grip::Window || m_grip == Grip::WindowFrom || m_grip == Grip::WindowTo;
    m_pressedFrom = ofWindow ? m_windowFrom : m_from;
    m_pressedTo = ofWindow ? m_windowTo : m_asOf;
}

void YearBars::dragTo(const QPointF &place)
{
    const QDate here = std::clamp(m_axis.dayAt(place.x()), m_axis.from, m_axis.to.addDays(-1));
    QDate from = m_grip == Grip::RangeTo ? m_pressedFrom : m_grip == Grip::RangeFrom ? here : m_axis.dayAt(m_pressed.x());
    QDate to = m_grip == Grip::RangeFrom ? m_pressedTo : here;
    if (from > to)
        std::swap(from, to);
    from = std::clamp(from, m_axis.from, m_axis.to.addDays(-1));
    if (m_grip != Grip::RangeTo)
        from = QDate(from.year(), from.month(), 1);
    if (m_grip != Grip::RangeFrom)
        to = QDate(to.year(), to.month(), to.daysInMonth());
    m_dragFrom = from;
    m_dragTo = std::max(from, to);
    viewport()->update();
}

void YearBars::mouseMoveEvent(QMouseEvent *event)
{
    switch (m_grip) {
    case Grip::None: {
        const Grip grip = gripAt(event->position());
        const bool edge = grip == Grip::WindowFrom || grip == Grip::WindowTo || grip == Grip::RangeFrom || grip == Grip::RangeTo;
        viewport()->setCursor(edge                    ? Qt::SizeHorCursor
                              : grip == Grip::Window ? Qt::OpenHandCursor
                              : grip == Grip::Range  ? Qt::CrossCursor
                                                     : Qt::ArrowCursor);
        return;
    }
    case Grip::Range:
        if (!m_dragFrom.isValid() && std::abs(event->position().x() - m_pressed.x()) < shortestDrag)
            return;
        return dragTo(event->position());
    case Grip::RangeFrom:
    case Grip::RangeTo:
        return dragTo(event->position());
    case Grip::Window:
    case Grip::WindowFrom:
    case Grip::WindowTo:
        break;
    }
    const qint64 days = m_axis.dayAt(m_pressed.x()).daysTo(m_axis.dayAt(event->position().x()));
    QDate from = m_pressedFrom;
    QDate to = m_pressedTo;
    if (m_grip != Grip::WindowTo)
        from = std::max(m_axis.from, from.addDays(days));
    if (m_grip != Grip::WindowFrom)
        to = std::min(m_axis.to.addMonths(3), to.addDays(days));
    if (from.addDays(shortestWindow) <= to)
        emit windowChanged(from, to);
}

void YearBars::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
    if (!m_dragFrom.isValid())
        return;
    const QDate from = std::exchange(m_dragFrom, {});
    choose(from, std::exchange(m_dragTo, {}));
}

void YearBars::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_grip = Grip::None;
    if (gripAt(event->position()) == Grip::Window)
        emit windowChanged(m_axis.from, m_axis.to);
    else if (m_from.isValid())
        emit rangeCleared();
}

void YearBars::choose(const QDate &from, const QDate &to)
{
    if (from.isValid() && to.isValid() && from <= to)
        emit rangeChosen(from, to);
    viewport()->update();
}

void YearBars::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (!m_asOf.isValid() || !m_set)
        return event->ignore();
    if ((key == Qt::Key_Escape && (m_grip != Grip::None || m_from.isValid())) || key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        m_grip = Grip::None;
        if (m_dragFrom.isValid())
            m_dragFrom = m_dragTo = {};
        else if (m_from.isValid())
            emit rangeCleared();
        viewport()->update();
        return event->accept();
    }
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return event->ignore();
    event->accept();
    const int step = key == Qt::Key_Left ? -1 : 1;
    const auto endOfMonth = [](const QDate &day) { return QDate(day.year(), day.month(), day.daysInMonth()); };
    // The first step makes a range of the last twelve months.
    if (!m_from.isValid())
        choose(m_asOf.addMonths(-12).addDays(1), m_asOf);
    else if (event->modifiers().testFlag(Qt::ControlModifier))
        choose(QDate(m_from.year(), m_from.month(), 1).addMonths(step), m_asOf);
    else if (event->modifiers().testFlag(Qt::ShiftModifier))
        choose(m_from, endOfMonth(m_asOf.addMonths(step)));
    else
        choose(m_from.addYears(step), m_asOf.addYears(step));
}

void YearBars::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void YearBars::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void YearBars::describe()
{
    const QString words = m_from.isValid()
                              ? tr("Range for all views: %1 to %2. Left and Right move it by a year, with Shift its end and with Ctrl its "
                                   "beginning by a month; Esc takes it off.")
                                    .arg(base::dateInWords(m_from), base::dateInWords(m_asOf))
                              : tr("No range. Left or Right makes one of the last twelve months.");
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

bool YearBars::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString words;
    switch (gripAt(help->pos())) {
    case Grip::None:
        break;
    case Grip::Window:
    case Grip::WindowFrom:
    case Grip::WindowTo:
        words = tr("What the lanes show. Drag the ends to zoom, the middle to move; double click shows the whole time.");
        break;
    case Grip::Range:
    case Grip::RangeFrom:
    case Grip::RangeTo:
        words = m_from.isValid() ? tr("%1 to %2, in all views. Double click or Esc takes the range off.")
                                       .arg(base::dateInWords(m_from), base::dateInWords(m_asOf))
                                 : tr("Drag over the years: all views then show what was so between these days.");
        break;
    }
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(words), viewport());
    return true;
}

} // namespace entente::ui
