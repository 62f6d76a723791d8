#include "ui/network/networkmarks.h"

#include "core/model/relationtypes.h"
#include "ui/paint/fonts.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace entente::ui::networkpaint {

using namespace Qt::StringLiterals;
using network::Box;
using network::Differs;
using network::Stroke;

namespace {

constexpr double SignSize = 12;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

void paintSign(QPainter &painter, const QRectF &place, Differs differs, const Look &look)
{
    const Tokens &tokens = look.tokens();
    const bool isAdded = differs == Differs::Added;
    painter.setPen(QPen(tokens.ink, 1.2));
    painter.setBrush(isAdded ? tokens.ink : tokens.canvas);
    painter.drawRect(place);
    // Drawn, not written: a sign in the text of a page would stand in the middle of a name.
    QPen pen(isAdded ? tokens.canvas : tokens.ink, 1.9, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    painter.setPen(pen);
    const QPointF middle = place.center();
    const double half = place.width() * 0.29;
    if (differs == Differs::Changed) {
        QPainterPath wave(middle - QPointF(half, -1));
        wave.cubicTo(middle + QPointF(-half * 0.4, -half * 1.4), middle + QPointF(half * 0.4, half * 1.4), middle + QPointF(half, -1));
        painter.strokePath(wave, pen);
        return;
    }
    painter.drawLine(QLineF(middle - QPointF(half, 0), middle + QPointF(half, 0)));
    if (isAdded)
        painter.drawLine(QLineF(middle - QPointF(0, half), middle + QPointF(0, half)));
}

QList<qreal> dashOf(model::StyleDash dash)
{
    switch (dash) {
    case model::StyleDash::Solid:
        return {};
    case model::StyleDash::Dashed:
        return {7, 4};
    case model::StyleDash::Dotted:
        return {1.5, 2.5};
    case model::StyleDash::DashDot:
        return {8, 3, 1.5, 3};
    }
    return {};
}

/// The point at a share of a line's length.
QPointF pointAlong(const std::vector<QPointF> &points, double share)
{
    double whole = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        whole += QLineF(points[i - 1], points[i]).length();
    double left = whole * share;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QLineF piece(points[i - 1], points[i]);
        if (piece.length() >= left)
            return piece.length() > 0 ? piece.pointAt(left / piece.length()) : piece.p1();
        left -= piece.length();
    }
    return points.empty() ? QPointF() : points.front();
}

} // namespace

QColor colourOf(model::StyleColour colour, const Tokens &tokens)
{
    switch (colour) {
    case model::StyleColour::Ink:
        return tokens.ink;
    case model::StyleColour::Grey:
        return tokens.ink3;
    case model::StyleColour::Blue:
        return tokens.eu;
    case model::StyleColour::Orange:
        return tokens.rok;
    case model::StyleColour::Green:
        return tokens.multilateral;
    case model::StyleColour::Purple:
        return tokens.third;
    case model::StyleColour::Red:
        return tokens.warn;
    }
    return tokens.ink;
}

QColor fillOf(model::StyleFill fill, const Tokens &tokens)
{
    const auto of = [&](QRgb light, QRgb dark, QRgb mono) {
        return QColor::fromRgb(tokens.theme == Theme::Light ? light : tokens.theme == Theme::Dark ? dark : mono);
    };
    switch (fill) {
    case model::StyleFill::None:
        break;
    case model::StyleFill::Pale:
        return tokens.responsible;
    case model::StyleFill::Grey:
        return of(0xE3E7EB, 0x333A41, 0xDDDDDD);
    case model::StyleFill::Blue:
        return tokens.pillarEu;
    case model::StyleFill::Orange:
        return of(0xFAE5D9, 0x3A251B, 0xF2F2F2);
    case model::StyleFill::Green:
        return of(0xD5EDE5, 0x1A4239, 0xF2F2F2);
    case model::StyleFill::Sand:
        return of(0xECE7DA, 0x3A362A, 0xFFFFFF);
    }
    return {};
}

LineStyle styleOf(const Stroke &stroke)
{
    LineStyle style = styleOf(stroke.type, stroke.rounds);
    if (stroke.effects.weight)
        style.width = *stroke.effects.weight;
    if (stroke.effects.dash)
        style.dash = dashOf(*stroke.effects.dash);
    return style;
}

QColor colourOf(const Stroke &stroke, const Tokens &tokens)
{
    if (!stroke.sourced)
        return tokens.warn;
    if (stroke.effects.colour)
        return colourOf(*stroke.effects.colour, tokens);
    const LineStyle style = styleOf(stroke.type, stroke.rounds);
    return style.sideColour ? tokens.side(stroke.side) : style.strong ? tokens.ink : tokens.ink2;
}

void paintPattern(QPainter &painter, const Box &box, const Look &look)
{
    const auto fill = box.effects.fill.value_or(model::StyleFill::None);
    if (look.theme != Theme::Mono || fill == model::StyleFill::None)
        return;
    QList<qreal> dash;
    double step = 4;
    switch (fill) {
    case model::StyleFill::Orange:
        break;
    case model::StyleFill::Green:
        dash = {6, 4};
        break;
    case model::StyleFill::Sand:
        dash = {1, 4};
        break;
    default:
        return; // Pale, blue and grey are three greys.
    }
    QPen pen(look.tokens().hair, 1, Qt::SolidLine, Qt::FlatCap);
    if (!dash.isEmpty())
        pen.setDashPattern(dash);
    painter.setPen(pen);
    for (double y = box.rect.top() + step; y < box.rect.bottom() - 1; y += step) {
        // Rounded and slanted ends are kept free.
        const double fromEdge = std::min(y - box.rect.top(), box.rect.bottom() - y);
        double inset = 2;
        if (box.shape == network::Shape::Rounded && fromEdge < box.radius)
            inset += box.radius - std::sqrt(std::max(0.0, box.radius * box.radius - (box.radius - fromEdge) * (box.radius - fromEdge)));
        else if (box.shape == network::Shape::Hexagon)
            inset += box.rect.height() * 0.35 * (1 - 2 * fromEdge / box.rect.height());
        else if (box.shape == network::Shape::Sheet)
            inset += std::max(0.0, 7 - (y - box.rect.top()));
        if (box.rect.width() > 2 * inset)
            painter.drawLine(QLineF(box.rect.left() + inset, y, box.rect.right() - inset, y));
    }
}

void paintDifference(QPainter &painter, const Box &box, const Look &look)
{
    if (box.differs != Differs::Same)
        paintSign(painter, {box.rect.left() - 8, box.rect.top() - 8, SignSize, SignSize}, box.differs, look);
}

void paintDifference(QPainter &painter, const Stroke &stroke, const Look &look)
{
    constexpr double Small = 10;
    constexpr double Clear = 16;
    if (stroke.differs == Differs::Same || stroke.points.size() < 2)
        return;
    // Clear of the number and the bead, where the line is long enough for all.
    QPointF at;
    double clearest = -1;
    for (const double share : {0.27, 0.73, 0.12, 0.88}) {
        const QPointF point = pointAlong(stroke.points, share);
        double away = stroke.number.isEmpty() ? Clear : QLineF(point, stroke.numberAt).length();
        if (!stroke.sourced || stroke.confidence != model::Confidence::Stated)
            away = std::min(away, QLineF(point, stroke.bead.value_or(network::middleOf(stroke.points))).length());
        if (away > clearest) {
            clearest = away;
            at = point;
        }
        if (away >= Clear)
            break;
    }
    paintSign(painter, {at.x() - Small / 2, at.y() - Small / 2, Small, Small}, stroke.differs, look);
}

void paintHalo(QPainter &painter, const Stroke &stroke, const Look &look)
{
    constexpr double Width = 9;
    painter.setPen(QPen(look.tokens().selectionFill, Width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF(QList<QPointF>(stroke.points.begin(), stroke.points.end())));
}

QString signOf(Differs differs)
{
    switch (differs) {
    case Differs::Added:
        return u"+"_s;
    case Differs::Removed:
        return u"–"_s;
    case Differs::Changed:
        return u"~"_s;
    case Differs::Same:
        break;
    }
    return {};
}

QString conditionWords(const model::StyleRule &rule)
{
    using Field = model::StyleCondition::Field;
    QStringList words;
    for (const model::StyleCondition &condition : rule.conditions) {
        const QString value = condition.field == Field::Marking ? condition.value : shown(condition.value);
        switch (condition.field) {
        case Field::Kind:
        case Field::Type:
            words.append(value);
            break;
        case Field::Side:
            words.append(tr("side: %1").arg(value));
            break;
        case Field::Level:
            words.append(tr("level: %1").arg(value));
            break;
        case Field::State:
            words.append(tr("furthest clause: %1").arg(value));
            break;
        case Field::Marking:
            words.append(tr("marked %1").arg(value));
            break;
        case Field::Confidence:
            words.append(tr("lines %1").arg(value));
            break;
        }
    }
    return words.isEmpty() ? tr("everything") : capitalised(words.join(u", "_s));
}

QString effectWords(const model::StyleEffects &effects)
{
    QStringList words;
    if (effects.weight)
        words.append(tr("weight: %1").arg(*effects.weight));
    if (effects.dash)
        words.append(tr("dash: %1").arg(shown(*effects.dash)));
    if (effects.colour)
        words.append(tr("colour: %1").arg(shown(*effects.colour)));
    if (effects.fill)
        words.append(tr("fill: %1").arg(shown(*effects.fill)));
    if (effects.frame)
        words.append(tr("frame: %1").arg(shown(*effects.frame)));
    if (effects.label)
        words.append(*effects.label == model::StyleLabel::Hidden ? tr("name hidden") : tr("name shown"));
    return words.join(u", "_s);
}

LegendEntry ruleEntry(const model::StyleRule &rule)
{
    using Field = model::StyleCondition::Field;
    const auto valueOf = [&](Field field) {
        const auto found = std::ranges::find(rule.conditions, field, &model::StyleCondition::field);
        return found == rule.conditions.end() ? QString() : found->value;
    };
    QString words = conditionWords(rule);
    if (rule.effects.label == model::StyleLabel::Hidden)
        words = tr("%1: name hidden").arg(words);
    if (!rule.isForBoxes()) {
        Stroke stroke;
        stroke.type = valueOf(Field::Type);
        stroke.side = model::fromWord<model::Side>(valueOf(Field::Side)).value_or(model::Side::Unknown);
        stroke.confidence = model::fromWord<model::Confidence>(valueOf(Field::Confidence)).value_or(model::Confidence::Stated);
        stroke.rounds = 1;
        stroke.head = true;
        stroke.effects = rule.effects;
        return {tr("Rules"),
                [stroke](QPainter &painter, const QRectF &area, const Look &look) {
                    Stroke sample = stroke;
                    const double y = area.center().y();
                    sample.points = {{area.left(), y}, {area.left() + std::min(40.0, area.width()), y}};
                    paintStroke(painter, sample, look, look.tokens().canvas);
                    paintBead(painter, sample, look);
                },
                words};
    }
    const QString kind = valueOf(Field::Kind);
    const bool isDialogue = kind == model::singular(model::kindOf<model::Dialogue>) || !valueOf(Field::Level).isEmpty();
    Box box;
    box.shape = isDialogue                                               ? network::Shape::Rounded
                : kind == model::singular(model::kindOf<model::Area>)       ? network::Shape::Hexagon
                : kind == model::singular(model::kindOf<model::Instrument>) ? network::Shape::Sheet
                                                                            : network::Shape::Square;
    box.side = model::fromWord<model::Side>(valueOf(Field::Side)).value_or(model::Side::Unknown);
    box.effects = rule.effects;
    box.effects.label.reset();
    return {tr("Rules"),
            [box](QPainter &painter, const QRectF &area, const Look &look) {
                Box sample = box;
                const double height = std::min(16.0, area.height() - 2);
                const double width = std::min(36.0, area.width() - 3);
                sample.rect = QRectF(area.left() + 2, area.center().y() - height / 2, width, height);
                sample.radius = height / 2;
                sample.texts.push_back({QString(), sample.rect.center()});
                paintBox(painter, sample, {}, look, network::Detail::Facts);
            },
            words};
}

LegendEntry differenceEntry(Differs differs)
{
    const QString words = differs == Differs::Added     ? tr("added")
                          : differs == Differs::Removed ? tr("removed: dashed frame")
                                                        : tr("changed: see the list");
    return {tr("Changes"),
            [differs](QPainter &painter, const QRectF &area, const Look &look) {
                paintSign(painter, {area.left() + 8, area.center().y() - SignSize / 2, SignSize, SignSize}, differs, look);
            },
            words};
}

} // namespace entente::ui::networkpaint
