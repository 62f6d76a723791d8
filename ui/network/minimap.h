#pragma once

#include <QWidget>

namespace entente::ui {

class NetworkView;

/// The whole network in small, at the lower right of its view, with a frame around what is seen; there only where not all is. Not on paper.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(NetworkView &view);

    /// Stands where it belongs, if it is needed.
    void place();
    void setWanted(bool isWanted);
    bool isWanted() const { return m_isWanted; }
    /// The part of the drawing that is seen, in the map.
    QRectF frame() const;

signals:
    /// This point of the drawing is to be seen in the middle.
    void centreWanted(const QPointF &point);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    double scale() const;
    void go(const QPointF &point);

    NetworkView &m_view;
    QPointF m_grip;
    bool m_isWanted = true;
};

} // namespace entente::ui
