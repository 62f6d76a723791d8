#include "core/model/relationtypes.h"
#include "ui/network/networkdrawing.h"
#include "ui/network/networkpainter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <set>

namespace entente::ui {

using namespace Qt::StringLiterals;
using network::Box;
using network::Shape;
using network::Stroke;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

LegendEntry boxEntry(const QString &words, Shape shape, model::Side side, bool dashed, int members = 0)
{
    return {tr("Records"),
            [=](QPainter &painter, const QRectF &area, const Look &look) {
                Box box;
                box.shape = shape;
                box.side = side;
                box.dashed = dashed;
                box.members = members;
                const double height = std::min(16.0, area.height());
                const double width = std::min(40.0, area.width());
                box.rect = QRectF(area.left(), area.center().y() - height / 2, width, height);
                box.radius = height / 2;
                box.texts.push_back({QString(), box.rect.center()});
                networkpaint::paintBox(painter, box, {}, look, network::Detail::Facts);
            },
            words};
}

LegendEntry lineEntry(const QString &words, Stroke stroke)
{
    return {tr("Lines"),
            [stroke](QPainter &painter, const QRectF &area, const Look &look) {
                Stroke sample = stroke;
                const double y = area.center().y();
                const double width = std::min(40.0, area.width());
                sample.points = {{area.left(), y}, {area.left() + width, y}};
                sample.numberAt = {area.left() + width / 2, y};
                sample.bead = sample.numberAt;
                networkpaint::paintStroke(painter, sample, look, look.tokens().canvas);
                networkpaint::paintBead(painter, sample, look);
                networkpaint::paintNumber(painter, sample, look, look.tokens().canvas, network::Detail::Facts);
            },
            words};
}

LegendEntry tagEntry(const QString &words, network::Tag::Kind kind, const QString &text)
{
    return {tr("Marks"),
            [=](QPainter &painter, const QRectF &area, const Look &look) {
                network::Tag tag;
                tag.kind = kind;
                tag.text = text;
                const double wide = kind == network::Tag::Kind::Area ? 16 : 34;
                tag.rect = QRectF(area.left(), area.center().y() - 7, std::min(wide, area.width()), 14);
                networkpaint::paintTag(painter, tag, look);
            },
            words};
}

LegendEntry textEntry(const QString &words, const QString &text, bool bold)
{
    return {tr("Marks"),
            [=](QPainter &painter, const QRectF &area, const Look &look) {
                networkpaint::paintText(painter, {text, {area.left(), area.center().y() + 3.6}, 10, bold, bold ? network::Ink::Strong : network::Ink::Plain}, look);
            },
            words};
}

QString typeWords(const QString &type)
{
    using namespace model;
    if (type == relation::reportsTo)
        return tr("reports to");
    if (type == relation::partOf)
        return tr("part of");
    if (type == relation::responsibleFor)
        return tr("responsible for an area");
    if (type == relation::foundedBy)
        return tr("founded by");
    if (type == relation::basedOn)
        return tr("based on");
    if (type == relation::reviews)
        return tr("reviews");
    if (type == relation::succeededBy)
        return tr("succeeded by");
    if (type == relation::funds)
        return tr("funds");
    if (type == relation::implements)
        return tr("implements");
    return QCoreApplication::translate("Relation", type.toUtf8().constData());
}

} // namespace

std::vector<LegendEntry> NetworkDrawing::legend() const
{
    std::vector<LegendEntry> entries;
    std::set<model::Side> sides;
    std::set<Shape> shapes;
    bool planned = false;
    bool held = false;
    bool areaTags = false;
    bool clauseTags = false;
    bool folded = false;
    bool counted = false;
    bool ticks = false;
    bool groups = false;
    for (const Box &box : m_picture.boxes) {
        shapes.insert(box.shape);
        if (box.shape == Shape::Square)
            sides.insert(box.side);
        planned = planned || (box.shape == Shape::Rounded && box.dashed);
        held = held || (box.shape == Shape::Rounded && !box.dashed);
        for (const network::Tag &tag : box.tags) {
            areaTags = areaTags || tag.kind == network::Tag::Kind::Area;
            clauseTags = clauseTags || (tag.kind == network::Tag::Kind::Clause && m_picture.size.width() > 1100);
        }
        ticks = ticks || (!box.ticks.empty());
        groups = groups || box.members > 0;
        const network::SnapshotNode *node = m_snapshot->node(box.id);
        folded = folded || (node && node->members.isEmpty() && !node->folded.isEmpty());
        counted = counted || (m_picture.ladder && node && node->kind == model::kindOf<model::Area> && node->clauses > 0);
    }
    if (sides.contains(model::Side::Eu))
        entries.push_back(boxEntry(tr("Body, EU: bar at the left"), Shape::Square, model::Side::Eu, false));
    if (sides.contains(model::Side::Rok))
        entries.push_back(boxEntry(tr("Body, ROK: bar at the right"), Shape::Square, model::Side::Rok, false));
    if (sides.contains(model::Side::Multilateral))
        entries.push_back(boxEntry(tr("Multilateral body: bar on top"), Shape::Square, model::Side::Multilateral, false));
    if (sides.contains(model::Side::Third))
        entries.push_back(boxEntry(tr("Third party: bar at the foot"), Shape::Square, model::Side::Third, false));
    if (sides.contains(model::Side::Unknown))
        entries.push_back(boxEntry(tr("Body, side not stated"), Shape::Square, model::Side::Unknown, false));
    if (held)
        entries.push_back(boxEntry(tr("Dialogue"), Shape::Rounded, model::Side::Unknown, false));
    if (planned)
        entries.push_back(boxEntry(tr("Dialogue, no round yet"), Shape::Rounded, model::Side::Unknown, true));
    if (shapes.contains(Shape::Hexagon))
        entries.push_back(boxEntry(tr("Area of cooperation"), Shape::Hexagon, model::Side::Unknown, false));
    if (shapes.contains(Shape::Sheet))
        entries.push_back(boxEntry(tr("Instrument"), Shape::Sheet, model::Side::Unknown, false));
    if (groups)
        entries.push_back(boxEntry(tr("several records drawn as one box"), Shape::Rounded, model::Side::Unknown, false, 2));

    std::set<int> weights;
    std::map<QString, Stroke> types;
    model::Side side = model::Side::Unknown;
    bool inferred = false;
    bool disputed = false;
    bool unsourced = false;
    bool over = false;
    bool bracket = false;
    for (const Stroke &stroke : m_picture.strokes) {
        bracket = bracket || stroke.bracket;
        if (stroke.bracket)
            continue;
        if (stroke.type == network::tookPart) {
            weights.insert(stroke.rounds >= 5 ? 5 : stroke.rounds >= 2 ? 2 : 1);
            side = side == model::Side::Unknown ? stroke.side : side;
        } else if (!types.contains(stroke.type)) {
            types[stroke.type] = stroke;
        }
        inferred = inferred || stroke.confidence == model::Confidence::Inferred;
        disputed = disputed || stroke.confidence == model::Confidence::Disputed;
        unsourced = unsourced || !stroke.sourced;
        over = over || !stroke.over.empty();
    }
    const auto sample = [](const QString &type, model::Side ofSide, int rounds) {
        Stroke stroke;
        stroke.type = type;
        stroke.side = ofSide;
        stroke.rounds = rounds;
        stroke.head = true;
        if (rounds > 1)
            stroke.number = QString::number(rounds == 2 ? 3 : 7);
        return stroke;
    };
    if (weights.contains(1))
        entries.push_back(lineEntry(tr("took part in 1 round"), sample(network::tookPart, side, 1)));
    if (weights.contains(2))
        entries.push_back(lineEntry(tr("in 2 to 4 rounds, with their number"), sample(network::tookPart, side, 2)));
    if (weights.contains(5))
        entries.push_back(lineEntry(tr("in 5 or more"), sample(network::tookPart, side, 5)));
    // Types with one sign have one entry: a reader could not tell them apart.
    QStringList said;
    for (const auto &[type, stroke] : types) {
        if (said.contains(type))
            continue;
        QStringList words;
        for (const auto &[other, unused] : types) {
            if (networkpaint::isSameSign(type, other)) {
                said.append(other);
                words.append(typeWords(other));
            }
        }
        entries.push_back(lineEntry(words.join(tr(" or ")), sample(type, stroke.side, 0)));
    }
    if (inferred) {
        Stroke ring = sample(model::relation::reportsTo, model::Side::Unknown, 0);
        ring.confidence = model::Confidence::Inferred;
        entries.push_back(lineEntry(tr("inferred, not stated in a source: ring or hollow head"), ring));
    }
    if (disputed) {
        Stroke ring = sample(model::relation::reportsTo, model::Side::Unknown, 0);
        ring.confidence = model::Confidence::Disputed;
        entries.push_back(lineEntry(tr("disputed: ring with ×"), ring));
    }
    if (unsourced) {
        Stroke none = sample(model::relation::partOf, model::Side::Unknown, 0);
        none.sourced = false;
        entries.push_back(lineEntry(tr("no source recorded"), none));
    }
    if (bracket) {
        entries.push_back({tr("Lines"),
                           [side](QPainter &painter, const QRectF &area, const Look &look) {
                               const double x = area.left() + std::min(24.0, area.width() / 2);
                               const double y = area.center().y();
                               painter.setPen(QPen(look.tokens().side(side), 1.4));
                               painter.drawPolyline(QPolygonF({{x + 6, y - 6}, {x, y - 6}, {x, y + 6}, {x + 6, y + 6}}));
                               painter.drawLine(QLineF(area.left(), y, x, y));
                           },
                           tr("bracket: same tables, one line")});
    }
    if (over) {
        entries.push_back({tr("Lines"),
                           [side](QPainter &painter, const QRectF &area, const Look &look) {
                               const double y = area.center().y();
                               const QColor colour = look.tokens().side(side);
                               const double x = area.left() + 14;
                               painter.fillRect(QRectF(x, y - 8, 12, 5), side == model::Side::Rok ? look.tokens().pillarRok : look.tokens().pillarEu);
                               painter.fillRect(QRectF(x, y + 3, 12, 5), side == model::Side::Rok ? look.tokens().pillarRok : look.tokens().pillarEu);
                               painter.setPen(QPen(colour, 1.6));
                               painter.drawLine(QLineF(area.left(), y, area.left() + std::min(40.0, area.width()), y));
                           },
                           tr("a line that crosses a body passes over it")});
    }
    if (areaTags)
        entries.push_back(tagEntry(tr("belongs to, or is named in, that area"), network::Tag::Kind::Area, u"3"_s));
    if (clauseTags)
        entries.push_back(tagEntry(tr("clause of %1 that names it").arg(m_snapshot->instrumentName), network::Tag::Kind::Clause, u"§15"_s));
    if (counted)
        entries.push_back(textEntry(tr("clauses of the area raised so far, of all"), u"2/2"_s, true));
    if (folded)
        entries.push_back(textEntry(tr("bodies folded into their parent"), u"+3"_s, false));
    if (ticks) {
        entries.push_back({tr("Marks"),
                           [](QPainter &painter, const QRectF &area, const Look &look) {
                               const double y = area.center().y() + 5;
                               painter.setPen(QPen(look.tokens().hair, 1));
                               painter.drawLine(QLineF(area.left(), y, area.left() + 38, y));
                               painter.fillRect(QRectF(area.left() + 4, y - 11, 1.8, 11), look.tokens().ink);
                               painter.fillRect(QRectF(area.left() + 14, y - 8, 0.8, 8), look.tokens().ink);
                               painter.fillRect(QRectF(area.left() + 22, y - 2, 8, 2), look.tokens().ink);
                           },
                           tr("rounds of the last 13 years: tick; thin: by video; bar: only month or year known")});
    }
    addExtras(entries);
    return entries;
}

} // namespace entente::ui
