#include "ui/network/networkpainter.h"

#include "core/model/relationtypes.h"
#include "ui/network/networkmarks.h"
#include "ui/paint/fonts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace entente::ui::networkpaint {

using namespace Qt::StringLiterals;
using network::Box;
using network::Detail;
using network::Shape;
using network::Stroke;

namespace {

constexpr double HeadLength = 8;
constexpr double HeadWidth = 8;
constexpr double BeadRadius = 3.4;
constexpr double Casing = 7;
constexpr double GroupShift = 3; // of the second sheet behind a group
constexpr double ShortLine = 22; // below, a bead has no room: the head is hollow

const QFont &fontOf(double size, bool bold)
{
    thread_local std::map<std::pair<int, bool>, QFont> fonts; // an atlas may be painted beside the window
    const auto key = std::pair(int(std::lround(size * 100)), bold);
    const auto found = fonts.find(key);
    return found != fonts.end() ? found->second : fonts.emplace(key, drawingFont(size, bold)).first->second;
}

QPainterPath hexagon(const QRectF &rect)
{
    const double cut = rect.height() * (rect.height() > 16 ? 0.35 : 0.31);
    const double middle = rect.center().y();
    QPainterPath path(QPointF(rect.left(), middle));
    path.lineTo(rect.left() + cut, rect.top());
    path.lineTo(rect.right() - cut, rect.top());
    path.lineTo(rect.right(), middle);
    path.lineTo(rect.right() - cut, rect.bottom());
    path.lineTo(rect.left() + cut, rect.bottom());
    path.closeSubpath();
    return path;
}

QPainterPath sheet(const QRectF &rect)
{
    const double fold = std::min(7.0, rect.height() / 3);
    QPainterPath path(rect.topLeft());
    path.lineTo(rect.right() - fold, rect.top());
    path.lineTo(rect.right(), rect.top() + fold);
    path.lineTo(rect.bottomRight());
    path.lineTo(rect.bottomLeft());
    path.closeSubpath();
    return path;
}

QPainterPath outline(const Box &box, double grow = 0)
{
    const QRectF rect = box.rect.adjusted(-grow, -grow, grow, grow);
    QPainterPath path;
    switch (box.shape) {
    case Shape::Square:
        path.addRect(rect);
        break;
    case Shape::Rounded:
        path.addRoundedRect(rect, box.radius + grow, box.radius + grow);
        break;
    case Shape::Hexagon:
        return hexagon(rect);
    case Shape::Sheet:
        return sheet(rect);
    }
    return path;
}

QRectF barOf(const Box &box)
{
    const QRectF &r = box.rect;
    switch (box.side) {
    case model::Side::Eu:
        return {r.left(), r.top(), box.bar, r.height()};
    case model::Side::Rok:
        return {r.right() - box.bar, r.top(), box.bar, r.height()};
    case model::Side::Multilateral:
        return {r.left(), r.top(), r.width(), box.bar};
    case model::Side::Third:
        return {r.left(), r.bottom() - box.bar, r.width(), box.bar};
    case model::Side::Unknown:
        break;
    }
    return {};
}

QColor inkOf(network::Ink ink, const Tokens &tokens)
{
    switch (ink) {
    case network::Ink::Strong:
        return tokens.ink;
    case network::Ink::Plain:
        return tokens.ink2;
    case network::Ink::Faint:
        return tokens.ink3;
    }
    return tokens.ink;
}

/// A polyline with rounded bends, `short` px less at its end for a head.
QPainterPath pathOf(const std::vector<QPointF> &points, double radius, double lessAtEnd)
{
    QPainterPath path;
    if (points.size() < 2)
        return path;
    path.moveTo(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const QLineF in(points[i], points[i - 1]);
        const QLineF out(points[i], points[i + 1]);
        const double r = std::min({radius, in.length() / 2, out.length() / 2});
        if (r < 0.5) {
            path.lineTo(points[i]);
            continue;
        }
        path.lineTo(in.pointAt(r / in.length()));
        path.quadTo(points[i], out.pointAt(r / out.length()));
    }
    QLineF last(points[points.size() - 2], points.back());
    if (last.length() > lessAtEnd)
        last.setLength(last.length() - lessAtEnd);
    path.lineTo(last.p2());
    return path;
}

double lengthOf(const std::vector<QPointF> &points)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += QLineF(points[i - 1], points[i]).length();
    return length;
}

void paintEnd(QPainter &painter, const Stroke &stroke, LineEnd end, const QColor &colour, const Look &look)
{
    if (end == LineEnd::None || stroke.points.size() < 2)
        return;
    // The diamond stands at the funder, where the line begins.
    const bool atStart = end == LineEnd::Diamond;
    const QPointF tip = atStart ? stroke.points.front() : stroke.points.back();
    const QPointF before = atStart ? stroke.points[1] : stroke.points[stroke.points.size() - 2];
    QLineF back(tip, before);
    if (back.length() < 0.01)
        return;
    back.setLength(1);
    const QPointF along = back.p2() - back.p1();
    const QPointF across(-along.y(), along.x());
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    switch (end) {
    case LineEnd::Head: {
        const bool hollow = stroke.confidence != model::Confidence::Stated && lengthOf(stroke.points) < ShortLine;
        const QPolygonF head({tip, tip + along * HeadLength + across * HeadWidth / 2, tip + along * HeadLength - across * HeadWidth / 2});
        painter.setPen(hollow ? QPen(colour, 1.3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin) : QPen(Qt::NoPen));
        painter.setBrush(hollow ? look.tokens().canvas : colour);
        painter.drawPolygon(head);
        break;
    }
    case LineEnd::OpenHead:
        painter.drawPolyline(QPolygonF({tip + along * 7 + across * 4, tip, tip + along * 7 - across * 4}));
        break;
    case LineEnd::Chevrons:
        for (const double shift : {0.0, 5.0})
            painter.drawPolyline(QPolygonF({tip + along * (6 + shift) + across * 3.5, tip + along * shift, tip + along * (6 + shift) - across * 3.5}));
        break;
    case LineEnd::Bar:
        painter.drawLine(QLineF(tip + along + across * 4.5, tip + along - across * 4.5));
        break;
    case LineEnd::Diamond:
        painter.setBrush(look.tokens().canvas);
        painter.drawPolygon(QPolygonF({tip, tip + along * 5 + across * 3.5, tip + along * 10, tip + along * 5 - across * 3.5}));
        break;
    case LineEnd::None:
        break;
    }
}

} // namespace

Detail detailAt(double zoom)
{
    // A zoom of a hair less than a threshold, from rounding, is that threshold.
    const double seen = zoom + 1e-6;
    if (seen >= KoreanFrom)
        return Detail::Korean;
    if (seen >= FullFrom)
        return Detail::Full;
    if (seen >= FactsFrom)
        return Detail::Facts;
    return seen >= NamesFrom ? Detail::Name : Detail::Shape;
}

LineStyle styleOf(const QString &type, int rounds)
{
    using namespace model;
    if (type == network::tookPart)
        return {rounds >= 5 ? 2.4 : rounds >= 2 ? 1.6 : 1.0, {}, true};
    if (type == relation::reportsTo)
        return {2, {}, false, true, LineEnd::Head};
    if (type == relation::partOf)
        return {1.4, {1.4, 2.2}};
    if (type == relation::responsibleFor || type == relation::names)
        return {1, {10, 4}, false, false, LineEnd::Bar};
    if (type == relation::foundedBy || type == relation::basedOn)
        return {1.4, {8, 3, 1, 3}, false, false, LineEnd::OpenHead};
    if (type == relation::reviews)
        return {1, {}, false, false, LineEnd::OpenHead};
    if (type == relation::succeededBy)
        return {1.6, {7, 2.5}, false, false, LineEnd::Chevrons};
    if (type == relation::funds || type == relation::implements)
        return {1.4, {6, 2}, true, false, LineEnd::Diamond};
    if (type == relation::relatedTo || type == relation::notToBeConfusedWith)
        return {1, {1, 3}};
    if (type == relation::cites)
        return {1, {4, 3}, false, false, LineEnd::OpenHead};
    return {1, {}};
}

bool isSameSign(const QString &type, const QString &other)
{
    using namespace model::relation;
    // These have a mark besides: a second line, a sign in the middle.
    const auto hasMark = [](const QString &which) { return which == reviews || which == notToBeConfusedWith; };
    return type == other || (!hasMark(type) && !hasMark(other) && styleOf(type, 0) == styleOf(other, 0));
}

void paintText(QPainter &painter, const network::Text &text, const Look &look)
{
    QFont font = fontOf(text.size, text.bold);
    if (text.spacing > 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, text.spacing);
    painter.setFont(font);
    painter.setPen(inkOf(text.ink, look.tokens()));
    QPointF at = text.at;
    if (text.align != network::Align::Left) {
        const double width = QFontMetricsF(font).horizontalAdvance(text.text);
        at.rx() -= text.align == network::Align::Centre ? width / 2 : width;
    }
    painter.drawText(at, text.text);
}

void paintTag(QPainter &painter, const network::Tag &tag, const Look &look)
{
    const Tokens &tokens = look.tokens();
    painter.setPen(QPen(tokens.ink2, 1));
    painter.setBrush(tokens.canvas);
    if (tag.kind == network::Tag::Kind::Area) {
        painter.drawPath(hexagon(tag.rect));
    } else {
        QPainterPath path(tag.rect.topLeft());
        path.lineTo(tag.rect.right() - 5, tag.rect.top());
        path.lineTo(tag.rect.right(), tag.rect.center().y());
        path.lineTo(tag.rect.right() - 5, tag.rect.bottom());
        path.lineTo(tag.rect.bottomLeft());
        path.closeSubpath();
        painter.drawPath(path);
    }
    const double size = tag.kind == network::Tag::Kind::Clause ? 8.5 : 8.5;
    const double x = tag.kind == network::Tag::Kind::Clause ? tag.rect.center().x() - 2 : tag.rect.center().x();
    paintText(painter, {tag.text, {x, tag.rect.center().y() + size * 0.36}, size, true, network::Ink::Strong, network::Align::Centre}, look);
}

QRectF badgeOf(const Box &box, int hidden)
{
    const double width = QFontMetricsF(fontOf(9, true)).horizontalAdvance(u'+' + QString::number(hidden)) + 8;
    return {box.rect.right() - width + 4, box.rect.top() - 10, width, 13};
}

void paintBox(QPainter &painter, const Box &box, const BoxState &state, const Look &look, Detail detail)
{
    const Tokens &tokens = look.tokens();
    const QColor usual = box.shape == Shape::Square ? tokens.side(box.side) : box.shape == Shape::Hexagon ? tokens.ink2 : tokens.ink;
    const QColor colour = box.effects.colour ? colourOf(*box.effects.colour, tokens) : usual;
    const QColor ruled = fillOf(box.effects.fill.value_or(model::StyleFill::None), tokens);
    const QColor fill = state.selected || state.inChain ? tokens.selectionFill
                        : ruled.isValid()               ? ruled
                        : box.pillar                    ? (box.side == model::Side::Rok ? tokens.pillarRok : tokens.pillarEu)
                                                        : tokens.canvas;
    const double frame = box.effects.frame == model::StyleFrame::Heavy  ? 3
                         : box.effects.frame == model::StyleFrame::Thin ? 1 : state.neighbour || state.hovered || box.heavy ? 2 : box.shape == Shape::Rounded ? 1.4 : box.shape == Shape::Hexagon ? 1 : 1.1;
    QPen pen(colour, frame, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (box.dashed || box.differs == network::Differs::Removed)
        pen.setDashPattern({5 / frame, 3 / frame});
    const QPainterPath path = outline(box);
    if (box.members > 0) {
        // A group: a second sheet behind the first.
        painter.setPen(QPen(colour, 1.1));
        painter.setBrush(tokens.canvas);
        painter.drawPath(path.translated(GroupShift, GroupShift));
    }
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawPath(path);
    paintPattern(painter, box, look);
    if (box.effects.frame == model::StyleFrame::Double) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1));
        painter.drawPath(outline(box, 2.5));
    }
    if (box.shape == Shape::Sheet) {
        const double fold = std::min(7.0, box.rect.height() / 3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1));
        painter.drawPolyline(QPolygonF({{box.rect.right() - fold, box.rect.top()},
                                        {box.rect.right() - fold, box.rect.top() + fold},
                                        {box.rect.right(), box.rect.top() + fold}}));
    }
    const QRectF bar = box.shape == Shape::Square && box.bar > 0 ? barOf(box) : QRectF();
    if (!bar.isEmpty()) {
        painter.fillRect(bar, usual); // Its place and colour are the side's, whatever a rule says.
        if (box.bar > 10 && !box.letter.isEmpty()) {
            painter.setFont(fontOf(9, true));
            painter.setPen(tokens.canvas);
            painter.drawText(bar, Qt::AlignCenter, box.letter);
        }
    }

    bool named = false;
    for (const network::Text &text : box.texts) {
        if (text.detail > detail || box.effects.label == model::StyleLabel::Hidden)
            continue;
        paintText(painter, text, look);
        named = true;
    }
    // With no room for a name, the letter of the shape stands for it.
    if (!named && box.bar <= 10) {
        const QString letter = !box.letter.isEmpty() ? box.letter
                               : box.shape == Shape::Rounded ? u"D"_s
                               : box.shape == Shape::Sheet   ? u"L"_s
                               : box.side == model::Side::Eu ? u"E"_s
                               : box.side == model::Side::Rok ? u"K"_s
                               : box.side == model::Side::Multilateral ? u"M"_s
                               : box.side == model::Side::Third        ? u"T"_s
                                                                       : QString();
        paintText(painter, {letter, box.rect.center() + QPointF(0, 5), 14, true, network::Ink::Strong, network::Align::Centre}, look);
    }
    for (const network::Tag &tag : box.tags) {
        if (tag.detail <= detail)
            paintTag(painter, tag, look);
    }
    if (!box.strip.isEmpty() && detail >= Detail::Korean) {
        painter.setPen(QPen(tokens.hair, 1));
        painter.drawLine(box.strip.bottomLeft(), box.strip.bottomRight());
        for (const network::Tick &tick : box.ticks) {
            if (tick.width > 0)
                painter.fillRect(QRectF(tick.x, box.strip.bottom() - 2, std::min(tick.width, box.strip.right() - tick.x), 2), tokens.ink);
            else
                painter.fillRect(QRectF(tick.x - (tick.thin ? 0.4 : 0.9), box.strip.top() + (tick.thin ? 4 : 1), tick.thin ? 0.8 : 1.8,
                                        box.strip.height() - (tick.thin ? 4 : 1)), tokens.ink);
        }
    }
    if (state.selected && !look.paper) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.selectionRing, 2.5));
        painter.drawPath(outline(box, 4));
    }
    if (state.hiddenNeighbours > 0 && detail >= Detail::Facts) {
        const QString more = u'+' + QString::number(state.hiddenNeighbours);
        const QRectF badge = badgeOf(box, state.hiddenNeighbours);
        painter.setPen(QPen(tokens.ink2, 1));
        painter.setBrush(tokens.canvas);
        painter.drawRoundedRect(badge, 6.5, 6.5);
        paintText(painter, {more, {badge.center().x(), badge.center().y() + 3.3}, 9, true, network::Ink::Strong, network::Align::Centre}, look);
    }
}

void paintBead(QPainter &painter, const Stroke &stroke, const Look &look)
{
    const Tokens &tokens = look.tokens();
    const QColor colour = colourOf(stroke, tokens);
    // A line with a head that is too short for a bead has a hollow head instead.
    if (stroke.bracket || (stroke.head && lengthOf(stroke.points) < ShortLine))
        return;
    const QPointF at = stroke.bead.value_or(network::middleOf(stroke.points));
    if (!stroke.sourced) {
        painter.fillRect(QRectF(at.x() - 5, at.y() - 5, 10, 10), tokens.canvas);
        painter.setFont(fontOf(10, true));
        painter.setPen(tokens.warn);
        painter.drawText(QRectF(at.x() - 8, at.y() - 8, 16, 16), Qt::AlignCenter, u"?"_s);
        return;
    }
    if (stroke.confidence == model::Confidence::Stated)
        return;
    const bool disputed = stroke.confidence == model::Confidence::Disputed;
    painter.setPen(QPen(disputed ? tokens.warn : colour, 1.3));
    painter.setBrush(tokens.canvas);
    painter.drawEllipse(at, BeadRadius, BeadRadius);
    if (disputed) {
        painter.drawLine(at - QPointF(2.2, 2.2), at + QPointF(2.2, 2.2));
        painter.drawLine(at - QPointF(2.2, -2.2), at + QPointF(2.2, -2.2));
    }
}

void paintStroke(QPainter &painter, const Stroke &stroke, const Look &look, const QColor &ground, double weight)
{
    if (stroke.points.size() < 2)
        return;
    const Tokens &tokens = look.tokens();
    const LineStyle style = styleOf(stroke);
    const QColor colour = colourOf(stroke, tokens);
    const double width = (stroke.bracket ? 1.4 : style.width) * weight * (stroke.sourced ? 1 : 0.5);
    const bool reports = style.end == LineEnd::Head && stroke.head;
    const double length = lengthOf(stroke.points);
    const QPainterPath path = pathOf(stroke.points, stroke.radius, reports ? std::min(6.0, length * 0.7) : 0);
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!style.dash.isEmpty()) {
        QList<qreal> dash = style.dash;
        for (qreal &part : dash)
            part /= width;
        pen.setDashPattern(dash);
    }
    if (stroke.type == model::relation::reviews) {
        // Two parallel lines: a wide one with its middle taken out.
        painter.strokePath(path, QPen(colour, 4, Qt::SolidLine, Qt::FlatCap));
        painter.strokePath(path, QPen(ground, 2, Qt::SolidLine, Qt::FlatCap));
    } else {
        painter.strokePath(path, pen);
    }
    paintEnd(painter, stroke, reports || style.end != LineEnd::Head ? style.end : LineEnd::None, colour, look);
    if (stroke.type == model::relation::notToBeConfusedWith) {
        const QPointF middle = network::middleOf(stroke.points);
        painter.fillRect(QRectF(middle.x() - 7, middle.y() - 7, 14, 14), ground);
        paintText(painter, {u"≠"_s, middle + QPointF(0, 4), 12, true, network::Ink::Strong, network::Align::Centre}, look);
    }
}

void paintCasing(QPainter &painter, const Stroke &stroke, const Look &look)
{
    const bool reports = stroke.head && stroke.type == model::relation::reportsTo;
    painter.strokePath(pathOf(stroke.points, stroke.radius, reports ? std::min(6.0, lengthOf(stroke.points) * 0.7) : 0),
                       QPen(look.tokens().canvas, Casing, Qt::SolidLine, Qt::FlatCap));
}

void paintNumber(QPainter &painter, const Stroke &stroke, const Look &look, const QColor &ground, Detail detail)
{
    const Tokens &tokens = look.tokens();
    if (!stroke.number.isEmpty() && detail >= Detail::Facts) {
        const QFont &font = fontOf(9.3, true);
        const double wide = QFontMetricsF(font).horizontalAdvance(stroke.number) + 4;
        painter.fillRect(QRectF(stroke.numberAt.x() - wide / 2, stroke.numberAt.y() - 5, wide, 10), ground);
        painter.setFont(font);
        painter.setPen(stroke.effects.colour ? colourOf(*stroke.effects.colour, tokens) : tokens.side(stroke.side));
        painter.drawText(QPointF(stroke.numberAt.x() - wide / 2 + 2, stroke.numberAt.y() + 3.3), stroke.number);
    }
}

void paintOver(QPainter &painter, const Stroke &stroke, const Look &look, double opacity)
{
    const Tokens &tokens = look.tokens();
    const LineStyle style = styleOf(stroke);
    const QColor colour = colourOf(stroke, tokens);
    for (const QRectF &part : stroke.over) {
        const QColor lane = stroke.side == model::Side::Eu ? tokens.laneEu : tokens.laneRok;
        painter.setPen(QPen(lane, style.width + 5, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QLineF(part.left() - 1, part.top(), part.right() + 1, part.top()));
        painter.setOpacity(opacity);
        QPen pen(colour, style.width, Qt::SolidLine, Qt::FlatCap);
        if (!style.dash.isEmpty())
            pen.setDashPattern({style.dash.first() / style.width, style.dash.last() / style.width});
        painter.setPen(pen);
        painter.drawLine(QLineF(part.left() - 2, part.top(), part.right() + 2, part.top()));
        painter.setOpacity(1);
    }
}

} // namespace entente::ui::networkpaint
