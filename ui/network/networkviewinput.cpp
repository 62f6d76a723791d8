#include "ui/network/networkview.h"

#include "core/document/document.h"
#include "ui/network/networkpainter.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

/// What mouse and wheel do in the network.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double Reach = 4;          // px of the screen from which a line counts as hit
constexpr double WheelStep = 1.0015; // for each eighth of a degree of the wheel

} // namespace

/// What lies under the mouse: a badge that is seen before what is under it.
NetworkHit NetworkView::hitAt(const QPointF &viewportPoint) const
{
    if (!m_drawing)
        return {};
    const QPointF point = toDrawing(viewportPoint);
    if (networkpaint::detailAt(m_zoom) >= network::Detail::Facts) {
        QStringList seen = m_drawing->nodesOf(m_selection.current());
        seen += m_hovered;
        seen += m_keyboardFocus;
        for (const QString &id : seen) {
            const QRectF badge = m_drawing->badgeOf(id);
            if (!badge.isEmpty() && badge.adjusted(-2, -2, 2, 2).contains(point))
                return {NetworkHit::Kind::More, id};
        }
    }
    return m_drawing->hit(point, Reach / m_zoom);
}

void NetworkView::mousePressEvent(QMouseEvent *event)
{
    if (!m_drawing || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    m_hoverTimer.stop();
    QToolTip::hideText();
    m_pressed = event->position();
    m_wasDragged = false;
    const QPointF point = toDrawing(event->position());
    const NetworkHit hit = hitAt(event->position());
    if (event->button() == Qt::MiddleButton || m_space) {
        m_drag = Drag::Pan;
        m_spaceUsed = true;
    } else if (hit.kind == NetworkHit::Kind::Node && event->modifiers() == Qt::ControlModifier && !m_selection.current().isEmpty()) {
        m_drag = Drag::None;
        if (m_selection.current() != hit.id)
            emit pathRequested(m_selection.current(), hit.id);
    } else if (hit.kind == NetworkHit::Kind::Node) {
        if (event->modifiers() & Qt::ShiftModifier) {
            QSet<QString> marked = m_marked;
            if (!marked.remove(hit.id))
                marked.insert(hit.id);
            setKeyboardFocus(hit.id);
            return mark(marked);
        }
        m_drag = Drag::Pressed;
        m_dragged = hit.id;
        m_grip = m_drawing->picture().box(hit.id)->rect.center() - point;
        if (!m_marked.contains(hit.id))
            mark({});
        setKeyboardFocus(hit.id);
        choose(hit);
    } else if (hit.kind != NetworkHit::Kind::Nothing) {
        m_drag = Drag::None;
        choose(hit);
    } else if (event->modifiers() & Qt::ShiftModifier) {
        m_drag = Drag::Band;
        m_band = QRectF(event->position(), QSizeF());
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
        pan(-by);
        return;
    }
    if (m_drag == Drag::Band) {
        m_band = QRectF(m_pressed, event->position()).normalized();
        viewport()->update();
        return;
    }
    if (m_drag == Drag::Pressed && (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance() && m_document
        && !m_document->isReadOnly())
        m_drag = Drag::Node;
    if (m_drag == Drag::Node)
        return dragTo(toDrawing(event->position()));
    const NetworkHit hit = hitAt(event->position());
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
    const network::Box *dragged = m_drawing->picture().box(m_dragged);
    if (!dragged)
        return;
    const QPointF by = point + m_grip - dragged->rect.center();
    QHash<QString, QPointF> centres = {{m_dragged, dragged->rect.center() + by}};
    if (m_marked.contains(m_dragged)) {
        for (const QString &id : m_marked) {
            if (const network::Box *box = m_drawing->picture().box(id))
                centres.insert(id, box->rect.center() + by);
        }
    }
    m_moving = m_drawing->moved(centres);
    viewport()->update();
}

void NetworkView::mouseReleaseEvent(QMouseEvent *event)
{
    viewport()->unsetCursor();
    const Drag drag = m_drag;
    m_drag = Drag::None;
    if (drag == Drag::Node) {
        drop();
    } else if (drag == Drag::Band) {
        QSet<QString> marked = m_marked;
        for (const network::Box &box : m_drawing->picture().boxes) {
            if (m_band.intersects(viewportRect(box.rect)))
                marked.insert(box.id);
        }
        m_band = {};
        mark(marked);
    } else if (drag == Drag::Pan && event->button() == Qt::LeftButton && !m_space && !m_wasDragged && event->modifiers() == Qt::NoModifier) {
        mark({});
        if (!m_selection.current().isEmpty())
            choose({});
    }
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const NetworkHit hit = hitAt(event->position());
    const network::SnapshotNode *node = hit.kind == NetworkHit::Kind::Node ? m_drawing->snapshot().node(hit.id) : nullptr;
    if (node && !node->group.isEmpty())
        openGroup(node->id);
    else
        mousePressEvent(event);
}

void NetworkView::mark(const QSet<QString> &records)
{
    if (records == m_marked)
        return;
    m_marked = records;
    if (!records.isEmpty())
        emit said(records.size() == 1 ? tr("1 record marked") : tr("%1 records marked").arg(records.size()));
    viewport()->update();
}

void NetworkView::markAll()
{
    QSet<QString> all;
    if (m_drawing) {
        for (const network::Box &box : m_drawing->picture().boxes)
            all.insert(box.id);
    }
    mark(all);
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

} // namespace entente::ui
