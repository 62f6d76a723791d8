#include "ui/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace entente::ui {

namespace {

/// The lines of a sign on a square of 16.
QPainterPath pathOf(Sign sign)
{
    QPainterPath path;
    const auto lines = [&path](std::initializer_list<QPointF> points) {
        bool first = true;
        for (const QPointF &point : points) {
            first ? path.moveTo(point) : path.lineTo(point);
            first = false;
        }
    };
    switch (sign) {
    case Sign::Open:
        lines({{1.5, 13}, {1.5, 3}, {6, 3}, {7.5, 5}, {13, 5}, {13, 7}});
        lines({{1.5, 13}, {4, 7}, {15, 7}, {12.5, 13}, {1.5, 13}});
        break;
    case Sign::Save:
        lines({{2, 2}, {11, 2}, {14, 5}, {14, 14}, {2, 14}, {2, 2}});
        lines({{4.5, 14}, {4.5, 9}, {11.5, 9}, {11.5, 14}});
        lines({{5, 2}, {5, 5.5}, {10, 5.5}, {10, 2}});
        break;
    case Sign::Undo:
        lines({{5.5, 2.5}, {2, 6}, {5.5, 9.5}});
        path.moveTo(2, 6);
        path.lineTo(9.5, 6);
        path.cubicTo(15, 6, 15, 13.5, 9.5, 13.5);
        path.lineTo(6, 13.5);
        break;
    case Sign::Redo:
        lines({{10.5, 2.5}, {14, 6}, {10.5, 9.5}});
        path.moveTo(14, 6);
        path.lineTo(6.5, 6);
        path.cubicTo(1, 6, 1, 13.5, 6.5, 13.5);
        path.lineTo(10, 13.5);
        break;
    case Sign::Fit:
        lines({{2, 5.5}, {2, 2}, {5.5, 2}});
        lines({{10.5, 2}, {14, 2}, {14, 5.5}});
        lines({{14, 10.5}, {14, 14}, {10.5, 14}});
        lines({{5.5, 14}, {2, 14}, {2, 10.5}});
        break;
    case Sign::ZoomIn:
        lines({{8, 3}, {8, 13}});
        [[fallthrough]];
    case Sign::ZoomOut:
        lines({{3, 8}, {13, 8}});
        break;
    case Sign::Focus:
        path.addEllipse(QPointF(8, 8), 4, 4);
        for (const auto &[from, to] : {std::pair(QPointF(8, 1), QPointF(8, 4)), std::pair(QPointF(8, 12), QPointF(8, 15)),
                                       std::pair(QPointF(1, 8), QPointF(4, 8)), std::pair(QPointF(12, 8), QPointF(15, 8))})
            lines({from, to});
        break;
    case Sign::Calendar:
        path.addRoundedRect(QRectF(2, 3, 12, 11), 1.5, 1.5);
        lines({{2, 6.5}, {14, 6.5}});
        lines({{5, 1.5}, {5, 4.5}});
        lines({{11, 1.5}, {11, 4.5}});
        break;
    case Sign::Search:
        path.addEllipse(QPointF(7, 7), 4.5, 4.5);
        lines({{10.3, 10.3}, {14, 14}});
        break;
    case Sign::Print:
        lines({{4, 6}, {4, 2}, {12, 2}, {12, 6}});
        lines({{4, 12}, {2, 12}, {2, 6}, {14, 6}, {14, 12}, {12, 12}});
        path.addRect(QRectF(4, 9.5, 8, 5));
        break;
    case Sign::Import:
        lines({{2, 10}, {2, 14}, {14, 14}, {14, 10}});
        lines({{8, 2}, {8, 10}});
        lines({{5, 7}, {8, 10}, {11, 7}});
        break;
    case Sign::Add:
        lines({{8, 2.5}, {8, 13.5}});
        lines({{2.5, 8}, {13.5, 8}});
        break;
    case Sign::Edit:
        lines({{3, 13}, {4, 9.5}, {11.5, 2}, {14, 4.5}, {6.5, 12}, {3, 13}});
        break;
    case Sign::Remove:
        lines({{3.5, 3.5}, {12.5, 12.5}});
        lines({{12.5, 3.5}, {3.5, 12.5}});
        break;
    }
    return path;
}

class SignEngine : public QIconEngine
{
public:
    explicit SignEngine(Sign sign)
        : m_sign(sign)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette::ColorGroup group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->setPen(QPen(QApplication::palette().color(group, QPalette::ButtonText), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(pathOf(m_sign));
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({0, 0}, size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new SignEngine(*this); }

private:
    Sign m_sign;
};

} // namespace

QIcon icon(Sign sign)
{
    return QIcon(new SignEngine(sign));
}

} // namespace entente::ui
