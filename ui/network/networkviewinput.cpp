#include "ui/network/networkview.h"

#include "core/document/document.h"
#include "core/model/edits.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

/// What mouse, wheel and keys do in the network.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double Reach = 4;          // px of the screen from which a line counts as hit
constexpr double WheelStep = 1.0015; // for each eighth of a degree of the wheel

} // namespace

void NetworkView::mousePressEvent(QMouseEvent *event)
{
    if (!m_drawing || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    m_hoverTimer.stop();
    QToolTip::hideText();
    m_pressed = event->position();
    m_wasDragged = false;
    const QPointF point = toDrawing(event->position());
    const NetworkHit hit = m_drawing->hit(point, Reach / m_zoom);
    if (event->button() == Qt::MiddleButton || m_space) {
        m_drag = Drag::Pan;
    } else if (hit.kind == NetworkHit::Kind::Node && event->modifiers() == Qt::ControlModifier && !m_selection.current().isEmpty()) {
        m_drag = Drag::None;
        if (m_selection.current() != hit.id)
            emit pathRequested(m_selection.current(), hit.id);
    } else if (hit.kind == NetworkHit::Kind::Node) {
        m_drag = Drag::Pressed;
        m_dragged = hit.id;
        m_grip = m_drawing->picture().box(hit.id)->rect.center() - point;
        setKeyboardFocus(hit.id);
        choose(hit);
    } else if (hit.kind != NetworkHit::Kind::Nothing) {
        m_drag = Drag::None;
        choose(hit);
    } else {
        m_drag = Drag::Pan;
    }
}

void NetworkView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drawing)
        return;
    if (m_drag == Drag::Pan) {
        const QPointF by = event->position() - m_pressed;
        m_wasDragged = m_wasDragged || by.manhattanLength() >= 1;
        m_pressed = event->position();
        viewport()->setCursor(Qt::ClosedHandCursor);
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - int(std::lround(by.x())));
        verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::lround(by.y())));
        return;
    }
    if (m_drag == Drag::Pressed && (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance() && m_document
        && !m_document->isReadOnly())
        m_drag = Drag::Node;
    if (m_drag == Drag::Node)
        return dragTo(toDrawing(event->position()));
    const NetworkHit hit = m_drawing->hit(toDrawing(event->position()), Reach / m_zoom);
    viewport()->setCursor(hit.kind == NetworkHit::Kind::Nothing ? Qt::ArrowCursor : Qt::PointingHandCursor);
    m_hoverPoint = event->globalPosition().toPoint();
    if (hit.id != m_hovered) {
        m_hovered = hit.id;
        QToolTip::hideText();
        viewport()->update();
    }
    if (hit.kind == NetworkHit::Kind::Nothing)
        m_hoverTimer.stop();
    else
        m_hoverTimer.start();
}

void NetworkView::dragTo(const QPointF &point)
{
    m_moving = m_drawing->moved(m_dragged, point + m_grip);
    viewport()->update();
}

void NetworkView::mouseReleaseEvent(QMouseEvent *event)
{
    viewport()->unsetCursor();
    const Drag drag = m_drag;
    m_drag = Drag::None;
    if (drag == Drag::Node)
        drop();
    else if (drag == Drag::Pan && event->button() == Qt::LeftButton && !m_space
             && !m_wasDragged && !m_selection.current().isEmpty() && event->modifiers() == Qt::NoModifier)
        choose({});
}

void NetworkView::drop()
{
    const network::Box *box = m_moving ? m_moving->picture().box(m_dragged) : nullptr;
    if (!box || !m_document)
        return;
    const QPointF centre = box->rect.center();
    const model::ChangeSet changes = model::edits::move(m_document->model(), placesKey(m_document->model(), m_beside.view, m_layout), {{m_dragged, {centre.x(), centre.y()}}},
                                                        tr("Move %1").arg(m_document->lookup().shortTitle(m_dragged).left(60)));
    m_moving.reset();
    if (auto result = m_document->submit(changes); !result)
        emit refused(result.error().sentence);
    viewport()->update();
}

void NetworkView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(m_zoom * std::pow(WheelStep, event->angleDelta().y()), event->position());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void NetworkView::keyPressEvent(QKeyEvent *event)
{
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
    case Qt::Key_Space:
        m_space = true;
        viewport()->setCursor(Qt::OpenHandCursor);
        return;
    case Qt::Key_Left:
        return walk({-1, 0});
    case Qt::Key_Right:
        return walk({1, 0});
    case Qt::Key_Up:
        return walk({0, -1});
    case Qt::Key_Down:
        return walk({0, 1});
    case Qt::Key_L: {
        // Walks along the lines of the record in focus.
        if (!m_drawing || m_keyboardFocus.isEmpty())
            return;
        QStringList lines;
        for (const network::Stroke &stroke : m_drawing->picture().strokes) {
            for (const QString &id : stroke.lines) {
                const network::SnapshotLine *line = m_drawing->snapshot().line(id);
                const auto &nodes = m_drawing->snapshot().nodes;
                if (line && (nodes[std::size_t(line->source)].id == m_keyboardFocus || nodes[std::size_t(line->target)].id == m_keyboardFocus)
                    && !lines.contains(id))
                    lines.append(id);
            }
        }
        if (!lines.isEmpty())
            choose({NetworkHit::Kind::Line, lines.at((lines.indexOf(m_chosenLine) + 1) % lines.size())});
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_chosenLine.isEmpty())
            requestPassage(m_chosenLine);
        else if (!m_keyboardFocus.isEmpty())
            choose({NetworkHit::Kind::Node, m_keyboardFocus});
        return;
    case Qt::Key_Escape:
        if (m_drag == Drag::Node || m_drag == Drag::Pressed) {
            m_drag = Drag::None;
            m_moving.reset();
            viewport()->update();
        } else if (m_lens.value().scope == model::Scope::Neighbourhood || !m_lens.value().filters.empty()) {
            m_lens.restore();
        } else if (!m_selection.current().isEmpty() || !m_chosenLine.isEmpty()) {
            choose({});
        } else {
            event->ignore();
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void NetworkView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_space = false;
        viewport()->unsetCursor();
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

void NetworkView::setKeyboardFocus(const QString &record)
{
    m_keyboardFocus = record;
    showRecord(record);
    describe();
    viewport()->update();
}

/// The nearest box that lies in a direction, straight ahead before aside.
void NetworkView::walk(const QPointF &direction)
{
    if (!m_drawing || m_drawing->picture().boxes.empty())
        return;
    const network::Box *from = m_drawing->picture().box(m_keyboardFocus);
    if (!from)
        return setKeyboardFocus(m_drawing->picture().boxes.front().id);
    const network::Box *best = nullptr;
    double nearest = 1e18;
    for (const network::Box &box : m_drawing->picture().boxes) {
        if (&box == from)
            continue;
        const QPointF edge(std::clamp(from->rect.center().x(), box.rect.left(), box.rect.right()),
                           std::clamp(from->rect.center().y(), box.rect.top(), box.rect.bottom()));
        const QPointF by = edge - from->rect.center();
        const double ahead = QPointF::dotProduct(by, direction);
        const double aside = std::abs(by.x() * direction.y() - by.y() * direction.x());
        if (ahead > 4 && ahead + 3 * aside < nearest) {
            nearest = ahead + 3 * aside;
            best = &box;
        }
    }
    if (best)
        setKeyboardFocus(best->id);
}

bool NetworkView::focusNextPrevChild(bool next)
{
    if (!m_drawing || m_drawing->picture().boxes.empty())
        return QAbstractScrollArea::focusNextPrevChild(next);
    std::vector<const network::Box *> order;
    for (const network::Box &box : m_drawing->picture().boxes)
        order.push_back(&box);
    std::ranges::stable_sort(order, {}, [](const network::Box *box) { return std::pair(box->rect.top(), box->rect.left()); });
    const auto at = std::ranges::find(order, m_keyboardFocus, &network::Box::id);
    const std::ptrdiff_t place = at == order.end() ? (next ? 0 : std::ptrdiff_t(order.size()) - 1) : at - order.begin() + (next ? 1 : -1);
    if (place < 0 || place >= std::ptrdiff_t(order.size())) {
        m_keyboardFocus.clear();
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
    setKeyboardFocus(order[std::size_t(place)]->id);
    return true;
}

} // namespace entente::ui
