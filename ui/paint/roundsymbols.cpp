#include "ui/paint/roundsymbols.h"

#include "ui/paint/lettering.h"
#include "ui/paint/sign.h"

#include <QPainterPath>

#include <algorithm>

/// The signs of the timeline: rounds, held or not, known to the day or not.
namespace entente::ui::symbols {

using namespace Qt::StringLiterals;

namespace {

/// Number of a mark; smaller for three figures.
void ordinalIn(QPainter &painter, const QPointF &centre, double radius, const QString &ordinal, const QColor &color)
{
    if (!ordinal.isEmpty())
        paintCentred(painter, centre, ordinal, radius * (ordinal.size() > 2 ? 0.85 : 1.1), color);
}

} // namespace

void meetingMark(QPainter &painter, const QPointF &centre, double radius, MeetingFormat format, const QString &ordinal,
                 const Tokens &tokens, const QColor &ground)
{
    const Sign sign(painter);
    const double halo = std::min(1.5, radius * 0.35);
    const double stroke = std::min(1.6, radius * 0.4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    if (format == MeetingFormat::Unknown) {
        const double reach = radius * 1.18;
        const auto diamond = [&](double r) {
            return QPolygonF({centre - QPointF(0, r), centre + QPointF(r, 0), centre + QPointF(0, r), centre - QPointF(r, 0)});
        };
        painter.drawPolygon(diamond(reach + halo));
        painter.setPen(line(tokens.ink, stroke));
        painter.setBrush(tokens.canvas);
        painter.drawPolygon(diamond(reach - stroke / 2));
        ordinalIn(painter, centre, radius * 0.92, ordinal, tokens.ink);
        return;
    }
    painter.drawEllipse(centre, radius + halo, radius + halo);
    if (format == MeetingFormat::InPerson) {
        painter.setBrush(tokens.ink);
        painter.drawEllipse(centre, radius, radius);
        ordinalIn(painter, centre, radius, ordinal, tokens.canvas);
        return;
    }
    const QRectF disc = around(centre, radius - stroke / 2);
    painter.setPen(line(tokens.ink, stroke));
    painter.setBrush(tokens.canvas);
    painter.drawEllipse(disc);
    if (format == MeetingFormat::Virtual) {
        ordinalIn(painter, centre, radius, ordinal, tokens.ink);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.ink);
    painter.drawPie(disc, 90 * 16, 180 * 16);
    if (ordinal.isEmpty())
        return;
    // The number stands on its own ground; the half shows as a crescent.
    painter.setBrush(tokens.canvas);
    painter.drawEllipse(centre, radius * 0.66, radius * 0.66);
    ordinalIn(painter, centre, radius * 0.86, ordinal, tokens.ink);
}

void unheldMark(QPainter &painter, const QPointF &centre, double radius, bool cancelled, const QString &ordinal, const Tokens &tokens,
                const QColor &ground)
{
    const Sign sign(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    if (cancelled) {
        painter.drawEllipse(centre, radius + 1, radius + 1);
        painter.setPen(line(tokens.ink2, 1.2));
        painter.setBrush(tokens.canvas);
        painter.drawEllipse(around(centre, radius - 0.6));
        ordinalIn(painter, centre, radius, ordinal, tokens.ink2);
        painter.setPen(line(tokens.ink, std::min(1.6, radius * 0.3)));
        const double reach = radius * 0.95;
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach));
        painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach));
        return;
    }
    // The shape of what is due, filled: this day is fixed.
    const auto wedge = [&](double reach) {
        return QPolygonF({centre + QPointF(-reach, -0.8 * reach), centre + QPointF(reach, -0.8 * reach), centre + QPointF(0, reach)});
    };
    painter.drawPolygon(wedge(radius * 1.15 + 1.4));
    painter.setBrush(tokens.ink2);
    painter.drawPolygon(wedge(radius * 1.15));
    ordinalIn(painter, centre - QPointF(0, radius * 0.28), radius * 0.78, ordinal, tokens.canvas);
}

void clusterMark(QPainter &painter, const QPointF &centre, double radius, int count, const Tokens &tokens, const QColor &ground)
{
    const Sign sign(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const double corner = radius * 0.36;
    painter.drawRoundedRect(around(centre, radius + 1.2), corner + 1, corner + 1);
    painter.setBrush(tokens.ink);
    painter.drawRoundedRect(around(centre, radius), corner, corner);
    paintCentred(painter, centre, QString::number(count), radius * (count > 99 ? 0.9 : 1.22), tokens.canvas);
}

void sameDayMark(QPainter &painter, const QPointF &centre, double radius, int count, const Tokens &tokens, const QColor &ground)
{
    {
        const Sign sign(painter);
        const double reach = radius * 1.5;
        painter.setPen(line(ground, std::max(1.1, radius * 0.2) + 2));
        painter.drawLine(centre - QPointF(0, reach), centre + QPointF(0, reach));
        painter.setPen(line(tokens.ink, std::max(1.1, radius * 0.2)));
        painter.drawLine(centre - QPointF(0, reach), centre + QPointF(0, reach));
    }
    clusterMark(painter, centre, radius, count, tokens, ground);
}

void commitmentShield(QPainter &painter, const QPointF &centre, double radius, CommitmentState state, bool overdue, const Tokens &tokens,
                      const QColor &ground)
{
    const Sign sign(painter);
    const auto shield = [&](double r) {
        QPainterPath path(centre + QPointF(-0.86 * r, -r));
        path.lineTo(centre + QPointF(0.86 * r, -r));
        path.lineTo(centre + QPointF(0.86 * r, 0.1 * r));
        path.quadTo(centre + QPointF(0.8 * r, 0.66 * r), centre + QPointF(0, r));
        path.quadTo(centre + QPointF(-0.8 * r, 0.66 * r), centre + QPointF(-0.86 * r, 0.1 * r));
        path.closeSubpath();
        return path;
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawPath(shield(radius + 1.4));
    const bool filled = state == CommitmentState::Delivered;
    painter.setPen(line(overdue ? tokens.warn : tokens.ink, std::min(1.3, radius * 0.3)));
    painter.setBrush(filled ? tokens.ink : tokens.canvas);
    painter.drawPath(shield(radius));
    if (filled) {
        painter.setPen(line(tokens.canvas, std::max(1.0, radius * 0.22)));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({centre + QPointF(-0.45, 0) * radius, centre + QPointF(-0.1, 0.4) * radius, centre + QPointF(0.5, -0.45) * radius}));
    } else if (state == CommitmentState::Dropped) {
        painter.drawLine(centre + QPointF(-0.9, 0.8) * radius, centre + QPointF(0.9, -0.9) * radius);
    } else if (state == CommitmentState::CannotTell) {
        paintCentred(painter, centre - QPointF(0, radius * 0.1), u"?"_s, radius * 1.35, tokens.ink);
    } else if (overdue) {
        paintCentred(painter, centre - QPointF(0, radius * 0.1), u"!"_s, radius * 1.35, tokens.warn);
    }
}

void spanMark(QPainter &painter, const QRectF &box, const QString &ordinal, const Tokens &tokens, const QColor &ground)
{
    const Sign sign(painter);
    const double radius = box.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box.adjusted(-1.2, -1.2, 1.2, 1.2), radius, radius);
    painter.setPen(line(tokens.ink, 1.3, {3, 2}));
    painter.setBrush(tokens.canvas);
    painter.drawRoundedRect(box.adjusted(0.65, 0.65, -0.65, -0.65), radius, radius);
    ordinalIn(painter, box.center(), std::max(radius, 7.0) * 1.15, ordinal, tokens.ink);
}

void dueMark(QPainter &painter, const QPointF &centre, double radius, const Tokens &tokens, const QColor &ground)
{
    const Sign sign(painter);
    const double height = radius * 1.75;
    const QPolygonF triangle(
        {centre + QPointF(-radius, -height / 2), centre + QPointF(radius, -height / 2), centre + QPointF(0, height / 2)});
    painter.setPen(QPen(ground, 3, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(tokens.canvas);
    painter.drawPolygon(triangle);
    painter.setPen(QPen(tokens.ink, radius < 5 ? 1.1 : 1.3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolygon(triangle);
}

} // namespace entente::ui::symbols
