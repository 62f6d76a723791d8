#include "ui/timeline/timelinechart.h"

#include "core/base/partialdate.h"
#include "core/coverage/series.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QAccessible>
#include <QApplication>
#include <QFocusEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
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
constexpr qsizetype mostLines = 16;  // of a tooltip

QString commitmentWords(const Lookup &lookup, const Commitment &commitment, bool overdue)
{
    const QString by = commitment.by.value.isEmpty() ? TimelineChart::tr("both sides") : lookup.shortTitle(commitment.by.value);
    const QString due = TimelineChart::tr("Commitment of %1, due %2").arg(by, commitment.due.toWords());
    const QString state = overdue ? TimelineChart::tr("overdue") : shown(commitment.state);
    return TimelineChart::tr("%1 · %2").arg(due, state) + u'\n' + (commitment.summary.isEmpty() ? commitment.words : commitment.summary).left(300);
}

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

bool TimelineChart::isLineAt(const QDate &day, const QPointF &place) const
{
    if (!day.isValid() || m_content.lanes.empty())
        return false;
    const double distance = std::abs(place.x() - m_axis.x(day));
    const bool handle = place.y() < m_axis.plot.top() + 3 && place.y() > m_axis.plot.top() - 24;
    return distance <= (handle ? (m_axis.small ? 7 : 38) : reach) && place.y() <= m_axis.plot.bottom();
}

QString TimelineChart::wordsOf(const PlacedMark &mark) const
{
    QStringList lines;
    for (const TimelineRound *round : mark.rounds) {
        if (const Commitment *commitment = m_lookup->model().find<Commitment>(round->record)) {
            lines << commitmentWords(*m_lookup, *commitment, round->overdue);
            continue;
        }
        const Meeting *meeting = m_lookup->model().find<Meeting>(round->record);
        if (!meeting)
            continue;
        const Dialogue *dialogue = m_lookup->model().find(meeting->dialogue);
        const QString name = dialogue ? laneName(*dialogue) : meeting->dialogue.value;
        const QString ordinal = meeting->ordinal ? QString::number(*meeting->ordinal) : QString();
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
        lines << (ordinal.isEmpty() ? name : tr("%1, round %2").arg(name, ordinal)) << facts.join(u" · "_s);
        if (lines.size() >= mostLines && round != mark.rounds.back()) {
            lines << tr("and %1 more").arg(mark.rounds.end() - std::ranges::find(mark.rounds, round) - 1);
            break;
        }
    }
    return lines.join(u'\n');
}

QString TimelineChart::toolTipAt(const QPointF &place) const
{
    if (!m_lookup)
        return {};
    if (const PlacedMark *mark = markAt(place)) {
        const bool apart = mark->shape == PlacedMark::Shape::Cluster && !mark->isSameDay();
        return apart ? tr("Click to zoom in.") + u'\n' + wordsOf(*mark) : wordsOf(*mark);
    }
    if (isLineAt(m_content.asOf, place))
        return tr("As of %1. Drag to see another day.").arg(base::dateInWords(m_content.asOf));
    if (isLineAt(m_content.from, place))
        return tr("The range begins on %1. Drag to move it; Esc takes it off.").arg(base::dateInWords(m_content.from));
    for (const PlacedFlag &flag : m_flags) {
        if (flag.row >= 0 && QRectF(flag.left, 8 + flag.row * 21, flag.width, 18).contains(place))
            return m_lookup->title(flag.flag->instrument) + u'\n' +
                   (flag.doubt > 0 ? flag.flag->words : base::dateInWords(flag.flag->date));
    }
    const int lane = laneAt(place.y());
    if (lane < 0)
        return {};
    const TimelineLane &row = m_content.lanes[std::size_t(lane)];
    if (const QString due = dueWordsAt(row, place.x()); !due.isEmpty())
        return due;
    if (place.x() < m_axis.plot.left()) {
        const Dialogue *dialogue = m_lookup->model().find<Dialogue>(row.record);
        return dialogue ? dialogue->nameEn + u'\n' + coverage::seriesOf(*m_lookup, *dialogue, m_content.asOf).sentence
               : row.record.isEmpty() ? row.name
                                      : m_lookup->title(row.record);
    }
    for (const TimelineStretch &stretch : row.stretches) {
        if (m_axis.x(stretch.from) < place.x() && place.x() < m_axis.x(stretch.to))
            return row.name + u": "_s + stretch.words.first();
    }
    return {};
}

QString TimelineChart::dueWordsAt(const TimelineLane &lane, double x) const
{
    for (const TimelineDue &due : lane.expected) {
        if (std::abs(m_axis.x(due.day) - x) >= (due.isNext ? 7 : 4))
            continue;
        const QString day = base::dateInWords(due.day);
        if (due.isNext)
            return (due.passed ? tr("%1: was due by %2, by its stated rhythm") : tr("%1: next due by %2, by its stated rhythm")).arg(lane.name, day);
        return (due.passed ? tr("%1: a round was expected by %2; none is recorded") : tr("%1: the one after would be due by %2")).arg(lane.name, day);
    }
    return {};
}

void TimelineChart::zoomTo(const PlacedMark &cluster)
{
    QDate first = cluster.rounds.front()->first;
    QDate last = cluster.rounds.front()->last;
    for (const TimelineRound *round : cluster.rounds) {
        first = std::min(first, round->first);
        last = std::max(last, round->last);
    }
    // The rounds in the middle two fifths; never out of what is seen.
    const qint64 length = std::max<qint64>(first.daysTo(last), 4);
    const qint64 around = std::max((shortestRange - length) / 2 + 1, length * 3 / 4);
    setRange(std::max(m_from, first.addDays(-around)), std::min(m_to, last.addDays(around)));
}

void TimelineChart::chooseMark(const PlacedMark &mark)
{
    const bool apart = mark.shape == PlacedMark::Shape::Cluster && !mark.isSameDay();
    if (apart && m_from.daysTo(m_to) > 2 * shortestRange) {
        m_focused = mark.rounds.front()->record;
        zoomTo(mark);
        return;
    }
    // What no zoom draws apart is given one after the other.
    std::size_t next = 0;
    for (std::size_t i = 0; i < mark.rounds.size(); ++i) {
        if (mark.rounds[i]->record == m_selected)
            next = (i + 1) % mark.rounds.size();
    }
    const QString record = mark.rounds[next]->record;
    m_focused = record;
    emit chosen(record);
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
    m_focused = mark->rounds.front()->record;
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

void TimelineChart::chooseLane(int lane)
{
    if (const QString record = m_content.lanes[std::size_t(lane)].record; !record.isEmpty())
        emit chosen(record);
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
    if (!mark && (isLineAt(m_content.asOf, m_pressed) || isLineAt(m_content.from, m_pressed))) {
        m_drag = isLineAt(m_content.asOf, m_pressed) ? Drag::AsOf : Drag::From;
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
        chooseLane(lane);
    else if (m_axis.plot.contains(m_pressed))
        m_drag = Drag::Range;
}

void TimelineChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF before = m_pointer;
    m_pointer = event->position();
    if (m_drag == Drag::AsOf || m_drag == Drag::From) {
        const double x = std::clamp(m_pointer.x(), m_axis.plot.left(), m_axis.plot.right());
        const QDate day = m_axis.dayAt(x);
        // The ends of a range do not pass each other.
        if (m_drag == Drag::AsOf && day != m_content.asOf && !(m_content.from.isValid() && day < m_content.from))
            emit asOfMoved(day);
        else if (m_drag == Drag::From && day != m_content.from && day <= m_content.asOf)
            emit fromMoved(day);
    } else if (m_drag == Drag::Range) {
        viewport()->update();
    } else if (m_drag == Drag::Pan) {
        pan(before.x() - m_pointer.x());
    } else {
        const PlacedMark *mark = markAt(m_pointer);
        const bool line = !mark && (isLineAt(m_content.asOf, m_pointer) || isLineAt(m_content.from, m_pointer));
        const bool head = m_pointer.x() < m_axis.plot.left() && laneAt(m_pointer.y()) >= 0;
        viewport()->setCursor(line ? Qt::SizeHorCursor : mark || head ? Qt::PointingHandCursor : Qt::ArrowCursor);
        const QString hovered = mark ? mark->rounds.front()->record : QString();
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
        // A click on a lane's ground chooses its record.
        if (const int lane = laneAt(m_pressed.y()); lane >= 0)
            chooseLane(lane);
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
    else if (delta.y() != 0)
        zoom(std::pow(1.2, delta.y() / 120.0), event->position().x());
    event->accept();
}

void TimelineChart::keyPressEvent(QKeyEvent *event)
{
    const double middle = m_axis.plot.center().x();
    m_byKeyboard = true;
    if (event->modifiers().testFlag(Qt::ShiftModifier) && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        pan((event->key() == Qt::Key_Left ? -0.1 : 0.1) * m_axis.plot.width());
        return event->accept();
    }
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
    case Qt::Key_PageUp:
        pan(-0.8 * m_axis.plot.width());
        break;
    case Qt::Key_PageDown:
        pan(0.8 * m_axis.plot.width());
        break;
    case Qt::Key_Escape:
        if (m_drag != Drag::None) {
            m_drag = Drag::None;
            viewport()->update();
        } else if (m_content.from.isValid()) {
            emit rangeCleared();
        } else {
            return event->ignore();
        }
        break;
    case Qt::Key_Equal:
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
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoom(1 + gesture->value(), gesture->position().x());
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        if (const auto *pinch = static_cast<QPinchGesture *>(static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture))) {
            if (pinch->scaleFactor() > 0)
                zoom(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->hotSpot()).x());
            return true;
        }
    }
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
