#include "ui/network/minimap.h"

#include "ui/network/networkview.h"
#include "ui/plain.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr QSizeF Largest(170, 130); // px
constexpr double Least = 24;
constexpr int Margin = 10;
constexpr double Inset = 4;

} // namespace

Minimap::Minimap(NetworkView &view)
    : QWidget(view.viewport())
    , m_view(view)
{
    setAccessibleName(tr("The whole network in small"));
    setToolTip(plainToolTip(tr("The whole in small. Drag the frame to see another part.")));
    setCursor(Qt::PointingHandCursor);
    hide();
}

double Minimap::scale() const
{
    const QSizeF size = m_view.drawing() ? m_view.drawing()->size() : QSizeF();
    return size.isEmpty() ? 0 : std::min(Largest.width() / size.width(), Largest.height() / size.height());
}

void Minimap::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    place();
}

void Minimap::place()
{
    const QSize room = m_view.viewport()->size();
    const QSizeF whole = m_view.drawing() ? m_view.drawing()->size() * m_view.zoom() : QSizeF();
    const QSizeF size = whole / std::max(1e-9, m_view.zoom()) * scale();
    const QSize own(int(std::max(Least, size.width()) + 2 * Inset), int(std::max(Least, size.height()) + 2 * Inset));
    const bool isNeeded = m_isWanted && !whole.isEmpty() && (whole.width() > room.width() + 1 || whole.height() > room.height() + 1)
                          && room.width() > 3 * own.width() && room.height() > 2 * own.height();
    setVisible(isNeeded);
    if (!isNeeded)
        return;
    setGeometry(room.width() - own.width() - Margin, room.height() - own.height() - Margin, own.width(), own.height());
    update();
}

QRectF Minimap::frame() const
{
    const QRectF seen(m_view.viewportRect(QRectF(0, 0, 1, 1)).topLeft(), QSizeF());
    const double zoom = m_view.zoom();
    const QRectF part(-seen.topLeft() / zoom, QSizeF(m_view.viewport()->size()) / zoom);
    const QRectF whole(QPointF(), m_view.drawing() ? m_view.drawing()->size() : QSizeF());
    const QRectF visible = part.intersected(whole);
    return {visible.topLeft() * scale() + QPointF(Inset, Inset), visible.size() * scale()};
}

void Minimap::paintEvent(QPaintEvent *)
{
    const NetworkDrawing *drawing = m_view.drawing();
    if (!drawing)
        return;
    QPainter painter(this);
    const Tokens &tokens = ui::tokens(themeOf(m_view.palette()));
    painter.setPen(QPen(tokens.hair, 1));
    painter.setBrush(tokens.canvas);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.translate(Inset, Inset);
    painter.scale(scale(), scale());
    for (const network::Box &box : drawing->picture().boxes) {
        const bool body = box.shape == network::Shape::Square;
        painter.fillRect(box.rect, body ? tokens.side(box.side) : tokens.ink3);
    }
    painter.resetTransform();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.selectionRing, 2));
    painter.drawRect(frame().adjusted(0.5, 0.5, -0.5, -0.5));
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    const QRectF frame = this->frame();
    m_grip = frame.contains(event->position()) ? event->position() - frame.center() : QPointF();
    go(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        go(event->position());
}

void Minimap::go(const QPointF &point)
{
    if (scale() > 0)
        emit centreWanted((point - m_grip - QPointF(Inset, Inset)) / scale());
}

} // namespace entente::ui
