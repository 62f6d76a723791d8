#include "ui/timeline/timelinechart.h"

#include "core/base/partialdate.h"
#include "core/coverage/series.h"
#include "ui/plain.h"

#include <QAccessible>
#include <QApplication>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QtCharts/QScatterSeries>

#include <algorithm>
#include <cmath>

/// Pointer and keyboard of the lanes.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double reach = 5;          // px around the as-of line and around small marks
constexpr qint64 shortestRange = 45; // days

} // namespace

const PlacedMark *TimelineChart::markAt(const QPointF &place) const
{
    const PlacedMark *best = nullptr;
    double nearest = 1e9;
    for (const PlacedMark &mark : m_marks) {
        const double margin = std::max(1.0, 7 - mark.radius());
        if (!mark.box.adjusted(-margin, -margin, margin, margin).contains(place))
            continue;
        const double distance = QLineF(mark.box.center(), place).length();
        if (distance < nearest) {
            nearest = distance;
            best = &mark;
        }
    }
    return best;
}

int TimelineChart::laneAt(double y) const
{
    for (int lane = 0; lane < int(m_axis.lanes.size()); ++lane) {
        if (m_axis.shows(lane) && std::abs(m_axis.lanes[std::size_t(lane)] - y) <= m_axis.laneHeight / 2)
            return lane;
    }
    return -1;
}

bool TimelineChart::isAsOfAt(const QPointF &place) const
{
    if (!m_content.asOf.isValid() || m_content.lanes.empty())
        return false;
    const double distance = std::abs(place.x() - m_axis.x(m_content.asOf));
    const bool handle = place.y() < m_axis.plot.top() + 3 && place.y() > m_axis.plot.top() - 24;
    return distance <= (handle ? (m_axis.small ? 7 : 38) : reach) && place.y() <= m_axis.plot.bottom();
}

QString TimelineChart::wordsOf(const PlacedMark &mark) const
{
    QStringList lines;
    for (const TimelineRound *round : mark.rounds) {
        const Meeting *meeting = m_lookup->model().find<Meeting>(round->meeting);
        if (!meeting)
            continue;
        const QString name = m_content.lanes[std::size_t(mark.lane)].name;
        QStringList facts = {round->partial ? tr("%1, the day is not known").arg(meeting->start.toWords()) : meeting->start.toWords()};
        if (!meeting->place.isEmpty())
            facts << meeting->place;
        if (meeting->status == MeetingStatus::Planned)
            facts << tr("planned");
        else if (meeting->status == MeetingStatus::Cancelled)
            facts << tr("cancelled");
        else if (meeting->format != MeetingFormat::Unknown)
            facts << m_series[int(meeting->format)]->name();
        facts << (m_lookup->readout(meeting->id) ? tr("read-out in the map") : tr("no read-out"));
        lines << (round->ordinal.isEmpty() ? name : tr("%1, round %2").arg(name, round->ordinal)) << facts.join(u" · "_s);
    }
    return lines.join(u'\n');
}

QString TimelineChart::toolTipAt(const QPointF &place) const
{
    if (!m_lookup)
        return {};
    if (isAsOfAt(place))
        return tr("As of %1. Drag to see another day.").arg(base::dateInWords(m_content.asOf));
    if (const PlacedMark *mark = markAt(place))
        return wordsOf(*mark);
    for (const PlacedFlag &flag : m_flags) {
        if (flag.row >= 0 && QRectF(flag.left, 8 + flag.row * 21, flag.width, 18).contains(place))
            return m_lookup->title(flag.flag->instrument) + u'\n' + base::dateInWords(flag.flag->date);
    }
    const int lane = laneAt(place.y());
    if (lane < 0)
        return {};
    const TimelineLane &row = m_content.lanes[std::size_t(lane)];
    if (row.nextDue && std::abs(m_axis.x(*row.nextDue) - place.x()) < 7)
        return tr("%1: next due by %2, by its stated rhythm").arg(row.name, base::dateInWords(*row.nextDue));
    if (place.x() < m_axis.plot.left()) {
        const Dialogue *dialogue = m_lookup->model().find<Dialogue>(row.dialogue);
        return dialogue ? dialogue->nameEn + u'\n' + coverage::seriesOf(*m_lookup, *dialogue, m_content.asOf).sentence : QString();
    }
    for (const TimelineStretch &stretch : row.stretches) {
        if (m_axis.x(stretch.from) < place.x() && place.x() < m_axis.x(stretch.to))
            return row.name + u": "_s + stretch.words;
    }
    return {};
}

void TimelineChart::chooseMark(const PlacedMark &mark)
{
    // A cluster gives its rounds one after the other.
    std::size_t next = 0;
    for (std::size_t i = 0; i < mark.rounds.size(); ++i) {
        if (mark.rounds[i]->meeting == m_selected)
            next = (i + 1) % mark.rounds.size();
    }
    const QString meeting = mark.rounds[next]->meeting;
    m_focused = meeting;
    emit chosen(meeting);
}

const PlacedMark *TimelineChart::focusedMark() const
{
    const auto found = std::ranges::find_if(m_marks, [this](const PlacedMark &mark) { return mark.holds(m_focused); });
    return found == m_marks.end() ? nullptr : &*found;
}

void TimelineChart::focusOn(const PlacedMark *mark)
{
    if (!mark)
        return;
    m_focused = mark->rounds.front()->meeting;
    setAccessibleDescription(wordsOf(*mark));
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    viewport()->update();
}

/// The mark that an arrow key leads to; a lane above or below is entered at the mark that is nearest in time.
const PlacedMark *TimelineChart::nextMark(int key) const
{
    const PlacedMark *from = focusedMark();
    if (!from)
        return m_marks.empty() ? nullptr : &m_marks.front();
    const auto index = from - m_marks.data();
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const auto next = index + (key == Qt::Key_Left ? -1 : 1);
        const bool inLane = next >= 0 && next < std::ssize(m_marks) && m_marks[std::size_t(next)].lane == from->lane;
        return inLane ? &m_marks[std::size_t(next)] : nullptr;
    }
    const int step = key == Qt::Key_Up ? -1 : 1;
    for (int lane = from->lane + step; lane >= 0 && lane < int(m_content.lanes.size()); lane += step) {
        const PlacedMark *best = nullptr;
        for (const PlacedMark &mark : m_marks) {
            const auto distance = [&](const PlacedMark &other) { return std::abs(other.box.center().x() - from->box.center().x()); };
            if (mark.lane == lane && (!best || distance(mark) < distance(*best)))
                best = &mark;
        }
        if (best)
            return best;
    }
    return nullptr;
}

void TimelineChart::zoom(double factor, double around)
{
    const double days = double(m_axis.from.daysTo(m_axis.to));
    const double wanted = std::max(double(shortestRange), days / factor);
    const double share = std::clamp((around - m_axis.plot.left()) / std::max(1.0, m_axis.plot.width()), 0.0, 1.0);
    const QDate anchor = m_axis.dayAt(m_axis.plot.left() + share * m_axis.plot.width());
    const QDate first = m_content.first.isValid() ? QDate(m_content.first.year() - 1, 1, 1) : m_axis.from;
    const QDate last = std::max(m_content.last, m_content.asOf).addYears(1);
    setRange(std::max(first, anchor.addDays(-qint64(std::llround(share * wanted)))),
             std::min(last, anchor.addDays(qint64(std::llround((1 - share) * wanted)))));
}

void TimelineChart::pan(double pixels)
{
    const auto days = qint64(std::llround(pixels * double(m_axis.from.daysTo(m_axis.to)) / std::max(1.0, m_axis.plot.width())));
    setRange(m_from.addDays(days), m_to.addDays(days));
}

void TimelineChart::mousePressEvent(QMouseEvent *event)
{
    m_pressed = m_pointer = event->position();
    m_byKeyboard = false;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier))) {
        m_drag = Drag::Pan;
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const PlacedMark *mark = markAt(m_pressed);
    if (isAsOfAt(m_pressed) && !mark) {
        m_drag = Drag::AsOf;
        return;
    }
    if (mark) {
        chooseMark(*mark);
        return;
    }
    for (const PlacedFlag &flag : m_flags) {
        if (flag.row >= 0 && QRectF(flag.left, 8 + flag.row * 21, flag.width, 18).contains(m_pressed)) {
            emit chosen(flag.flag->instrument);
            return;
        }
    }
    const int lane = laneAt(m_pressed.y());
    if (lane >= 0 && m_pressed.x() < m_axis.plot.left())
        emit chosen(m_content.lanes[std::size_t(lane)].dialogue);
    else if (m_axis.plot.contains(m_pressed))
        m_drag = Drag::Range;
}

void TimelineChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF before = m_pointer;
    m_pointer = event->position();
    if (m_drag == Drag::AsOf) {
        const double x = std::clamp(m_pointer.x(), m_axis.plot.left(), m_axis.plot.right());
        if (const QDate day = m_axis.dayAt(x); day != m_content.asOf)
            emit asOfMoved(day);
    } else if (m_drag == Drag::Range) {
        viewport()->update();
    } else if (m_drag == Drag::Pan) {
        pan(before.x() - m_pointer.x());
    } else {
        const PlacedMark *mark = markAt(m_pointer);
        const bool asOf = !mark && isAsOfAt(m_pointer);
        const bool head = m_pointer.x() < m_axis.plot.left() && laneAt(m_pointer.y()) >= 0;
        viewport()->setCursor(asOf ? Qt::SizeHorCursor : mark || head ? Qt::PointingHandCursor : Qt::ArrowCursor);
        const QString hovered = mark ? mark->rounds.front()->meeting : QString();
        if (hovered != m_hovered) {
            m_hovered = hovered;
            viewport()->update();
        }
    }
}

void TimelineChart::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Range && std::abs(event->position().x() - m_pressed.x()) > 12) {
        const auto [left, right] = std::minmax(event->position().x(), m_pressed.x());
        const QDate from = m_axis.dayAt(std::max(left, m_axis.plot.left()));
        const QDate to = m_axis.dayAt(std::min(right, m_axis.plot.right()));
        setRange(from, std::max(to, from.addDays(shortestRange)));
    } else if (drag == Drag::Range) {
        // A click on a lane's ground chooses its dialogue.
        if (const int lane = laneAt(m_pressed.y()); lane >= 0)
            emit chosen(m_content.lanes[std::size_t(lane)].dialogue);
    }
    viewport()->update();
}

void TimelineChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void TimelineChart::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoom(std::pow(1.2, delta.y() / 120.0), event->position().x());
    else if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(delta.x()) > std::abs(delta.y()))
        pan(-(delta.x() + delta.y()) / 120.0 * 40);
    else if (m_scroll->isVisible())
        m_scroll->setValue(m_scroll->value() - int(delta.y() / 120.0 * 3 * m_axis.laneHeight));
    else
        return event->ignore();
    event->accept();
}

void TimelineChart::keyPressEvent(QKeyEvent *event)
{
    const double middle = m_axis.plot.center().x();
    m_byKeyboard = true;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const PlacedMark *next = nextMark(event->key());
        if (!next && m_scroll->isVisible() && event->key() == Qt::Key_Down)
            m_scroll->setValue(m_scroll->value() + int(m_axis.laneHeight));
        else if (!next && m_scroll->isVisible() && event->key() == Qt::Key_Up)
            m_scroll->setValue(m_scroll->value() - int(m_axis.laneHeight));
        focusOn(next);
        break;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (const PlacedMark *mark = focusedMark())
            chooseMark(*mark);
        break;
    case Qt::Key_Home:
        showWholeRange();
        break;
    case Qt::Key_Plus:
        zoom(1.25, middle);
        break;
    case Qt::Key_Minus:
        zoom(0.8, middle);
        break;
    default:
        event->ignore();
        return;
    }
    event->accept();
}

void TimelineChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    m_byKeyboard = m_byKeyboard || event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (!focusedMark() && !m_marks.empty()) {
        const auto chosenMark = std::ranges::find_if(m_marks, [this](const PlacedMark &mark) { return mark.holds(m_selected); });
        focusOn(chosenMark == m_marks.end() ? &m_marks.front() : &*chosenMark);
    }
}

bool TimelineChart::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString words = toolTipAt(help->pos());
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(words), viewport());
    return true;
}

void TimelineChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_hovered.clear();
    viewport()->update();
}

} // namespace entente::ui
