#pragma once

#include <QPainter>
#include <QPen>

/// What the painters of signs share.
namespace entente::ui::symbols {

/// Saves the painter's state while a sign is painted.
class Sign
{
public:
    explicit Sign(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Sign() { m_painter.restore(); }
    Sign(const Sign &) = delete;
    Sign &operator=(const Sign &) = delete;

private:
    QPainter &m_painter;
};

inline QPen line(const QColor &color, double width, std::initializer_list<double> dash = {})
{
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (dash.size() > 0) {
        QList<qreal> pattern;
        for (const double length : dash)
            pattern.append(length / width); // Qt counts dashes in pen widths.
        pen.setDashPattern(pattern);
    }
    return pen;
}

inline QRectF around(const QPointF &centre, double radius)
{
    return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

} // namespace entente::ui::symbols
