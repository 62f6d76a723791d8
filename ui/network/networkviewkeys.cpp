#include "ui/network/networkview.h"

#include "core/document/document.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

/// What keys do in the network. Tab comes in and goes on; within, arrows walk from neighbour to neighbour, N and Shift+N through all that is
/// drawn, L along the lines; Ctrl and arrows move the picture; F looks from near, a digit says how many steps, E shows what is around.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double PanStep = 60; // px
constexpr double WidestTurn = 1.7; // a neighbour lies in a direction if it is not farther aside than this times ahead

/// How far a box lies ahead and aside of a point in a direction.
QPointF seenFrom(const QPointF &from, const QRectF &box, const QPointF &direction)
{
    const QPointF edge(std::clamp(from.x(), box.left(), box.right()), std::clamp(from.y(), box.top(), box.bottom()));
    const QPointF by = edge - from;
    return {QPointF::dotProduct(by, direction), std::abs(by.x() * direction.y() - by.y() * direction.x())};
}

} // namespace

void NetworkView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const auto arrow = [&](const QPointF &direction) { control ? pan(direction * PanStep) : walk(direction); };
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fit();
    case Qt::Key_F:
        return focusOnSelection();
    case Qt::Key_E:
        return expandOrFold();
    case Qt::Key_G:
        return openGroup();
    case Qt::Key_P:
        return pinOrLetGo();
    case Qt::Key_A:
        if (control)
            return markAll();
        break;
    case Qt::Key_Space:
        if (control) {
            QSet<QString> marked = m_marked;
            if (!m_keyboardFocus.isEmpty() && !marked.remove(m_keyboardFocus))
                marked.insert(m_keyboardFocus);
            return mark(marked);
        }
        if (!event->isAutoRepeat()) {
            m_space = true;
            m_spaceUsed = false;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    case Qt::Key_Left:
        return arrow({-1, 0});
    case Qt::Key_Right:
        return arrow({1, 0});
    case Qt::Key_Up:
        return arrow({0, -1});
    case Qt::Key_Down:
        return arrow({0, 1});
    case Qt::Key_PageUp:
        return pan({0, -0.9 * viewport()->height()});
    case Qt::Key_PageDown:
        return pan({0, 0.9 * viewport()->height()});
    case Qt::Key_Home:
        if (m_drawing && !m_drawing->picture().boxes.empty())
            setKeyboardFocus(m_drawing->picture().boxes.front().id);
        return;
    case Qt::Key_End:
        if (m_drawing && !m_drawing->picture().boxes.empty())
            setKeyboardFocus(m_drawing->picture().boxes.back().id);
        return;
    case Qt::Key_N:
        return step(!(event->modifiers() & Qt::ShiftModifier));
    case Qt::Key_L:
        return walkLines();
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const network::SnapshotNode *node = m_drawing ? m_drawing->snapshot().node(m_keyboardFocus) : nullptr;
        if (!m_chosenLine.isEmpty())
            requestPassage(m_chosenLine);
        else if (node && !node->group.isEmpty() && m_selection.current() == node->id)
            openGroup(node->id);
        else if (!m_keyboardFocus.isEmpty())
            choose({NetworkHit::Kind::Node, m_keyboardFocus});
        return;
    }
    case Qt::Key_Escape:
        return escape();
    default:
        // A digit says how many steps around the record in focus are shown.
        if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9 && m_lens.isFocused() && !control)
            return m_lens.focusOn(m_lens.value().focus, event->key() - Qt::Key_0);
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

/// One level at a time: a drag, the records marked, the focus, the record chosen, the filters.
void NetworkView::escape()
{
    if (m_drag == Drag::Node || m_drag == Drag::Pressed || m_drag == Drag::Band) {
        m_drag = Drag::None;
        m_moving.reset();
        viewport()->update();
    } else if (!m_marked.isEmpty()) {
        mark({});
    } else if (m_lens.isFocused()) {
        m_lens.leaveFocus();
    } else if (!m_selection.current().isEmpty() || !m_chosenLine.isEmpty()) {
        choose({});
    } else if (m_lens.isLimited()) {
        m_lens.restore();
    }
}

void NetworkView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat() && m_space) {
        m_space = false;
        viewport()->unsetCursor();
        if (const network::Box *box = m_drawing ? m_drawing->picture().box(m_keyboardFocus) : nullptr; box && !m_spaceUsed)
            showMenuAt({NetworkHit::Kind::Node, box->id}, viewport()->mapToGlobal(viewportRect(box->rect).bottomLeft().toPoint()));
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

void NetworkView::pan(const QPointF &by)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::lround(by.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::lround(by.y())));
}

/// From line to line of the record in focus.
void NetworkView::walkLines()
{
    if (!m_drawing || m_keyboardFocus.isEmpty())
        return;
    const QStringList lines = m_drawing->linesOf(m_keyboardFocus);
    if (lines.isEmpty())
        return emit said(tr("No line of this record is drawn."));
    choose({NetworkHit::Kind::Line, lines.at((lines.indexOf(m_chosenLine) + 1) % lines.size())});
}

void NetworkView::setKeyboardFocus(const QString &record)
{
    m_keyboardFocus = record;
    showRecord(record);
    describe();
    viewport()->update();
    if (!m_drawing)
        return;
    const auto &boxes = m_drawing->picture().boxes;
    const auto box = std::ranges::find(boxes, record, &network::Box::id);
    if (box == boxes.end())
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(int(box - boxes.begin()));
    QAccessible::updateAccessibility(&focused);
}

/// The neighbour that lies in a direction, straight ahead before aside; where there is none, the nearest box that does.
void NetworkView::walk(const QPointF &direction)
{
    if (!m_drawing || m_drawing->picture().boxes.empty())
        return;
    const network::Box *from = m_drawing->picture().box(m_keyboardFocus);
    if (!from)
        from = m_drawing->picture().box(recordAtHand());
    if (!from)
        return setKeyboardFocus(m_drawing->picture().boxes.front().id);
    const QSet<QString> neighbours = m_drawing->neighbours({from->id});
    const auto nearest = [&](auto &&counts) {
        const network::Box *best = nullptr;
        double shortest = 1e18;
        for (const network::Box &box : m_drawing->picture().boxes) {
            if (&box == from || !counts(box))
                continue;
            const QPointF seen = seenFrom(from->rect.center(), box.rect, direction);
            const double cost = seen.x() + 3 * seen.y();
            if (seen.x() > 4 && cost < shortest) {
                shortest = cost;
                best = &box;
            }
        }
        return best;
    };
    const network::Box *best = nearest([&](const network::Box &box) {
        const QPointF seen = seenFrom(from->rect.center(), box.rect, direction);
        return neighbours.contains(box.id) && seen.y() <= WidestTurn * seen.x();
    });
    if (!best)
        best = nearest([](const network::Box &) { return true; });
    if (best)
        setKeyboardFocus(best->id);
}

void NetworkView::step(bool next)
{
    if (!m_drawing || m_drawing->picture().boxes.empty())
        return;
    std::vector<const network::Box *> order;
    for (const network::Box &box : m_drawing->picture().boxes)
        order.push_back(&box);
    std::ranges::stable_sort(order, {}, [](const network::Box *box) { return std::pair(box->rect.top(), box->rect.left()); });
    const auto at = std::ranges::find(order, m_keyboardFocus, &network::Box::id);
    const std::ptrdiff_t place = at == order.end() ? (next ? 0 : std::ptrdiff_t(order.size()) - 1) : at - order.begin() + (next ? 1 : -1);
    const auto count = std::ptrdiff_t(order.size());
    setKeyboardFocus(order[std::size_t((place + count) % count)]->id);
}

} // namespace entente::ui
