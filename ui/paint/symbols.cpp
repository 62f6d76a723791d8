#include "ui/paint/symbols.h"

#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/paint/sign.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace entente::ui::symbols {

using namespace Qt::StringLiterals;

namespace {

/// The largest rectangle of the tile's proportions in the middle of a box.
QRectF tileIn(const QRectF &box)
{
    const double scale = std::min(box.width() / tileSize.width(), box.height() / tileSize.height());
    QRectF tile({}, tileSize * scale);
    tile.moveCenter(box.center());
    return tile;
}

void arrow(QPainter &painter, const QRectF &box, double head, const QColor &fill)
{
    QPainterPath path(box.topLeft());
    path.lineTo(box.right() - head, box.top());
    path.lineTo(box.right(), box.center().y());
    path.lineTo(box.right() - head, box.bottom());
    path.lineTo(box.bottomLeft());
    path.closeSubpath();
    painter.fillPath(path, fill);
}

void tick(QPainter &painter, const QPointF &centre, double unit, const QColor &color, double width)
{
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF points[] = {centre + QPointF(-3.2, 0.2) * unit, centre + QPointF(-0.7, 2.6) * unit, centre + QPointF(3.4, -2.4) * unit};
    painter.drawPolyline(points, 3);
}

} // namespace

QString letterOf(ProgressState state)
{
    static const QString letters = u"–NHRZFV?"_s;
    return letters.mid(qsizetype(state), 1);
}

void progressTile(QPainter &painter, const QRectF &box, ProgressState state, const Tokens &tokens)
{
    const Sign sign(painter);
    const QRectF tile = tileIn(box);
    const double unit = tile.height() / tileSize.height();
    const Tokens::State &look = tokens.state(state);
    const double stroke = 1.1 * unit;
    const QRectF outline = tile.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    double letter = 9.6 * unit;
    QPointF middle = tile.center();

    switch (state) {
    case ProgressState::NotApplicable:
        painter.setPen(line(tokens.ink3, 1.6 * unit));
        painter.drawLine(middle - QPointF(4 * unit, 0), middle + QPointF(4 * unit, 0));
        return;
    case ProgressState::NotRaised:
        painter.setPen(line(look.second, stroke));
        painter.setBrush(look.fill);
        painter.drawRect(outline);
        break;
    case ProgressState::MechanismOnly:
        painter.setPen(line(look.second, stroke));
        painter.setBrush(look.fill);
        painter.drawRect(outline);
        painter.fillRect(QRectF(tile.left(), tile.bottom() - 3.4 * unit, tile.width(), 3.4 * unit), look.second);
        letter = 8.9 * unit;
        middle.ry() -= 1.5 * unit;
        break;
    case ProgressState::Raised:
        painter.setPen(line(look.second, stroke));
        painter.setBrush(look.fill);
        painter.drawRoundedRect(outline, 2 * unit, 2 * unit);
        break;
    case ProgressState::Dormant: {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.fill);
        painter.drawRoundedRect(outline, 2 * unit, 2 * unit);
        paintHatch(painter, outline.adjusted(0.4 * unit, 0.4 * unit, -0.4 * unit, -0.4 * unit), look.second, 3.6 * unit, 1.0 * unit);
        // The letter keeps its own ground, or the hatch would eat it.
        painter.setBrush(look.fill);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(middle.x() - 4.4 * unit, middle.y() - 5 * unit, 8.8 * unit, 10 * unit), unit, unit);
        painter.setPen(line(tokens.ink2, stroke));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(outline, 2 * unit, 2 * unit);
        break;
    }
    case ProgressState::FollowUpAgreed:
        arrow(painter, tile.adjusted(0, 0, 0.6 * unit, 0), 5.2 * unit, look.fill);
        middle.rx() -= 1.4 * unit;
        break;
    case ProgressState::Delivered:
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.fill);
        painter.drawRoundedRect(tile, tile.height() / 2, tile.height() / 2);
        tick(painter, middle, 1.15 * unit, look.letter, 1.9 * unit);
        return;
    case ProgressState::CannotTell:
        painter.setPen(line(look.second, stroke, {2.6 * unit, 2 * unit}));
        painter.setBrush(look.fill);
        painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
        break;
    }
    paintCentred(painter, middle, letterOf(state), letter, look.letter);
}

void judgedTile(QPainter &painter, const QRectF &box, ProgressState judged, ProgressState computed, const Tokens &tokens)
{
    const QRectF tile = tileIn(box);
    progressTile(painter, tile, judged, tokens);
    const Sign sign(painter);
    const double corner = 5 * tile.height() / tileSize.height();
    QPainterPath path(tile.topRight());
    path.lineTo(tile.right() - corner, tile.top());
    path.lineTo(tile.right(), tile.top() + corner);
    path.closeSubpath();
    painter.setPen(QPen(tokens.canvas, 0.8));
    painter.setBrush(tokens.ink);
    painter.drawPath(path);
    if (judged != computed) {
        const QSizeF small = tile.size() * 0.7;
        progressTile(painter, {tile.right() + 2, tile.center().y() - small.height() / 2, small.width(), small.height()}, computed, tokens);
    }
}

void levelMark(QPainter &painter, const QPointF &centre, double radius, CoverageLevel level, const Tokens &tokens)
{
    const Sign sign(painter);
    const double unit = radius / 6.2;
    switch (level) {
    case CoverageLevel::None:
        break;
    case CoverageLevel::Mentioned:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.ink);
        painter.drawEllipse(centre, 2.6 * unit, 2.6 * unit);
        break;
    case CoverageLevel::Discussed: {
        const QRectF disc = around(centre, 5.6 * unit);
        painter.setPen(line(tokens.ink, 1.3 * unit));
        painter.setBrush(tokens.canvas);
        painter.drawEllipse(disc);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.ink);
        painter.drawPie(disc, 180 * 16, 180 * 16);
        break;
    }
    case CoverageLevel::FollowUpAgreed:
        arrow(painter, QRectF(centre.x() - 6.2 * unit, centre.y() - 5.6 * unit, 13 * unit, 11.2 * unit), 5 * unit, tokens.ink);
        break;
    case CoverageLevel::Delivered:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.ink);
        painter.drawEllipse(centre, radius, radius);
        tick(painter, centre, 0.95 * unit, tokens.canvas, 1.7 * unit);
        break;
    }
}

void suggestionMark(QPainter &painter, const QPointF &centre, double radius, const Tokens &tokens)
{
    const Sign sign(painter);
    const double unit = radius / 6.2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(line(tokens.ink3, 1.1 * unit, {1.6 * unit, 1.8 * unit}));
    painter.drawEllipse(centre, 5.4 * unit, 5.4 * unit);
    painter.setPen(line(tokens.ink3, 1.3 * unit));
    painter.drawLine(centre - QPointF(3.5 * unit, 0), centre + QPointF(3.5 * unit, 0));
    painter.drawLine(centre - QPointF(0, 3.5 * unit), centre + QPointF(0, 3.5 * unit));
}

void missingReadoutMark(QPainter &painter, const QPointF &centre, double radius, const Tokens &tokens)
{
    const Sign sign(painter);
    paintCentred(painter, centre, u"?"_s, radius * 1.55, tokens.ink3);
}

void knowledgeSquare(QPainter &painter, const QRectF &box, Knowledge knowledge, const Tokens &tokens)
{
    const Sign sign(painter);
    const double side = std::min(box.width(), box.height());
    const double unit = side / 10;
    const QRectF square =
        QRectF(box.center() - QPointF(side / 2, side / 2), QSizeF(side, side)).adjusted(0.6 * unit, 0.6 * unit, -0.6 * unit, -0.6 * unit);
    const QColor &ink = knowledge == Knowledge::None ? tokens.ink3 : tokens.ink;
    painter.setPen(line(ink, 1.1 * unit));
    painter.setBrush(knowledge == Knowledge::Documented ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawRect(square);
    if (knowledge == Knowledge::Reported) {
        for (int i = 1; i <= 3; ++i) {
            const double y = square.top() + square.height() * i / 4;
            painter.drawLine(QPointF(square.left(), y), QPointF(square.right(), y));
        }
    } else if (knowledge == Knowledge::Inferred) {
        painter.drawLine(QPointF(square.center().x(), square.top()), QPointF(square.center().x(), square.bottom()));
    }
}

void readoutSheet(QPainter &painter, const QRectF &box, bool present, const Tokens &tokens)
{
    const Sign sign(painter);
    const double unit = std::min(box.width() / 10, box.height() / 12);
    QRectF sheet(0, 0, 10 * unit, 12 * unit);
    sheet.moveCenter(box.center());
    sheet.adjust(0.55 * unit, 0.55 * unit, -0.55 * unit, -0.55 * unit);
    if (!present) {
        painter.setPen(line(tokens.ink3, 1.1 * unit, {2 * unit, 1.6 * unit}));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(sheet);
        return;
    }
    QPainterPath path(sheet.topLeft());
    path.lineTo(sheet.topRight());
    const double foot = sheet.bottom() - 1.1 * unit;
    path.lineTo(sheet.right(), foot);
    path.quadTo(sheet.right() - sheet.width() / 4, foot - 2.8 * unit, sheet.center().x(), foot);
    path.quadTo(sheet.left() + sheet.width() / 4, foot + 2.8 * unit, sheet.left(), foot);
    path.closeSubpath();
    painter.setPen(line(tokens.ink2, 1.2 * unit));
    painter.setBrush(tokens.canvas);
    painter.drawPath(path);
}

void areaHexagon(QPainter &painter, const QPointF &centre, double radius, const QString &number, const Tokens &tokens, const QColor &ground)
{
    const Sign sign(painter);
    const double unit = radius / 7.5;
    const double half = 3.4 * unit;
    const double height = 6.5 * unit;
    painter.setPen(QPen(tokens.ink2, 1.05 * std::max(1.0, unit), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(ground);
    painter.drawPolygon(QPolygonF({centre + QPointF(-radius, 0), centre + QPointF(-half, -height), centre + QPointF(half, -height),
                                   centre + QPointF(radius, 0), centre + QPointF(half, height), centre + QPointF(-half, height)}));
    if (!number.isEmpty())
        paintCentred(painter, centre, number, 8.5 * unit, tokens.ink);
}

void clauseTag(QPainter &painter, const QRectF &box, const QString &label, const Tokens &tokens)
{
    const Sign sign(painter);
    const double head = box.height() * 0.4;
    painter.setPen(QPen(tokens.ink2, 1.1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(tokens.canvas);
    const QRectF tag = box.adjusted(0.55, 0.55, -0.55, -0.55);
    painter.drawPolygon(QPolygonF({tag.topLeft(),
                                   {tag.right() - head, tag.top()},
                                   {tag.right(), tag.center().y()},
                                   {tag.right() - head, tag.bottom()},
                                   tag.bottomLeft()}));
    paintCentred(painter, {box.center().x() - head / 2 + 1, box.center().y()}, label, box.height() * 0.68, tokens.ink);
}

void instrumentSheet(QPainter &painter, const QRectF &box, bool filled, const Tokens &tokens)
{
    const Sign sign(painter);
    const double unit = std::min(box.width() / 11, box.height() / 14);
    QRectF sheet(0, 0, 11 * unit, 14 * unit);
    sheet.moveCenter(box.center());
    sheet.adjust(0.55, 0.55, -0.55, -0.55);
    const double fold = 3.2 * unit;
    painter.setPen(QPen(tokens.ink, 1.1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(filled ? tokens.ink : tokens.canvas);
    painter.drawPolygon(QPolygonF({sheet.topLeft(),
                                   {sheet.right() - fold, sheet.top()},
                                   {sheet.right(), sheet.top() + fold},
                                   sheet.bottomRight(),
                                   sheet.bottomLeft()}));
    if (!filled) {
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF(
            {{sheet.right() - fold, sheet.top()}, {sheet.right() - fold, sheet.top() + fold}, {sheet.right(), sheet.top() + fold}}));
    }
}

void foldSign(QPainter &painter, const QPointF &centre, double radius, bool open, const Tokens &tokens)
{
    const Sign sign(painter);
    painter.setPen(QPen(tokens.ink2, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double half = radius / 2;
    painter.drawPolyline(open ? QPolygonF({centre + QPointF(-radius, -half), centre + QPointF(0, half), centre + QPointF(radius, -half)})
                              : QPolygonF({centre + QPointF(-half, -radius), centre + QPointF(half, 0), centre + QPointF(-half, radius)}));
}

double markingBox(QPainter &painter, const QPointF &topLeft, double height, const QString &marking, bool isPublic, const Tokens &tokens)
{
    const Sign sign(painter);
    const double pixels = height * 0.58;
    const QString text = isPublic ? marking : marking.toUpper();
    const double width = textWidth(text, pixels, true) + height * 0.8;
    const QRectF box(topLeft, QSizeF(width, height));
    painter.setPen(isPublic ? QPen(tokens.ink2, 1) : QPen(Qt::NoPen));
    painter.setBrush(isPublic ? QBrush(Qt::NoBrush) : QBrush(tokens.ink));
    painter.drawRoundedRect(box, 2, 2);
    paintCentred(painter, box.center(), text, pixels, isPublic ? tokens.ink2 : tokens.canvas);
    return width;
}

} // namespace entente::ui::symbols
