#include "core/network/picture.h"

#include "core/model/relationtypes.h"
#include "core/network/places.h"
#include "core/network/routing.h"

#include <algorithm>
#include <cmath>

namespace entente::network {

namespace {

constexpr double Unmoved = 0.01; // px

} // namespace

QPointF leaving(const QRectF &box, const QPointF &towards)
{
    return borderPoint(box, towards);
}

QPointF middleOf(const std::vector<QPointF> &points)
{
    QPointF middle = points.empty() ? QPointF() : points.front();
    double longest = -1;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF piece = points[i] - points[i - 1];
        const double length = std::hypot(piece.x(), piece.y());
        if (length > longest) {
            longest = length;
            middle = points[i - 1] + piece / 2;
        }
    }
    return middle;
}

Stroke strokeOf(const Snapshot &snapshot, const std::vector<int> &lines)
{
    Stroke stroke;
    for (const int index : lines) {
        const SnapshotLine &line = snapshot.lines[std::size_t(index)];
        stroke.lines.append(line.id);
        stroke.type = line.type;
        stroke.confidence = std::max(stroke.confidence, line.confidence);
        stroke.sourced = stroke.sourced && line.sourced;
        if (line.type == tookPart) {
            stroke.fewestRounds = stroke.rounds == 0 ? line.rounds() : std::min(stroke.fewestRounds, line.rounds());
            stroke.rounds = std::max(stroke.rounds, line.rounds());
            stroke.side = snapshot.nodes[std::size_t(line.source)].side;
        }
    }
    return stroke;
}

QString numberOf(const Stroke &stroke)
{
    if (stroke.rounds < 2)
        return {};
    const QString most = QString::number(stroke.rounds);
    return stroke.fewestRounds < stroke.rounds ? QString::number(stroke.fewestRounds) + QChar(u'–') + most : most;
}

bool isDrawnByDefault(const QString &type)
{
    static const QSet<QString> quiet = {relation::relatedTo, relation::cites, relation::linkedTo, relation::notToBeConfusedWith,
                                        relation::names};
    return !quiet.contains(type);
}

bool isDrawn(const Snapshot &snapshot, const SnapshotLine &line)
{
    return snapshot.drawsAll || isDrawnByDefault(line.type);
}

Stroke straightStroke(const Snapshot &snapshot, int index, const Box &from, const Box &to)
{
    const SnapshotLine &line = snapshot.lines[std::size_t(index)];
    Stroke stroke = strokeOf(snapshot, {index});
    const QLineF way = straightLine(from.rect, to.rect);
    stroke.points = {way.p1(), way.p2()};
    stroke.head = line.type == relation::reportsTo;
    stroke.number = line.count > 1 ? QString::number(line.count) : numberOf(stroke);
    stroke.numberAt = way.center();
    stroke.bead = way.center();
    return stroke;
}

QHash<QString, QPointF> userPlaces(const Model &model, const QString &view)
{
    QHash<QString, QPointF> places;
    for (const Position &position : model.all<Position>()) {
        if (position.view == view && std::isfinite(position.x) && std::isfinite(position.y))
            places.insert(position.record.value, QPointF(position.x, position.y));
    }
    return places;
}

QHash<QString, QPointF> placesBeside(const Picture &picture, const QHash<QString, QPointF> &places)
{
    constexpr double Gap = 6;
    QHash<QString, QPointF> beside;
    if (2 * places.size() < qsizetype(picture.boxes.size()))
        return beside;
    Places taken(60, Gap);
    constexpr double Wall = 1e8;
    taken.add({-Wall / 2, 0}, {Wall, 4 * Wall});
    taken.add({0, -Wall / 2}, {4 * Wall, Wall});
    for (const Box &box : picture.boxes) {
        if (places.contains(box.id))
            taken.add(box.rect.center(), box.rect.size());
    }
    for (const Box &box : picture.boxes) {
        if (places.contains(box.id))
            continue;
        const QPointF place = taken.takeNearest(box.rect.center(), box.rect.size());
        if (place != box.rect.center())
            beside.insert(box.id, place);
    }
    return beside;
}

QSet<QString> moveBoxes(Picture &picture, const Snapshot &snapshot, const QHash<QString, QPointF> &places)
{
    QSet<QString> moved;
    for (const auto &[id, centre] : places.asKeyValueRange()) {
        const auto found = picture.places.constFind(id);
        if (found == picture.places.constEnd())
            continue;
        Box &box = picture.boxes[std::size_t(*found)];
        // Nothing may lie left of or above the drawing: it could not be printed.
        const QPointF at(std::clamp(centre.x(), box.rect.width() / 2, 50'000.0), std::clamp(centre.y(), box.rect.height() / 2, 50'000.0));
        const QPointF shift = at - box.rect.center();
        if (std::hypot(shift.x(), shift.y()) < Unmoved)
            continue; // its lines are right as they are
        box.rect.translate(shift);
        box.strip.translate(shift);
        for (Text &text : box.texts)
            text.at += shift;
        for (Tag &tag : box.tags)
            tag.rect.translate(shift);
        for (Tick &tick : box.ticks)
            tick.x += shift.x();
        moved.insert(id);
        picture.size = picture.size.expandedTo({box.rect.right() + 8, box.rect.bottom() + 8});
    }
    QSet<QString> changed;
    if (moved.isEmpty())
        return changed;

    std::vector<Stroke> kept;
    for (Stroke &stroke : picture.strokes) {
        // A line that several share, and of which one end was moved, is drawn as so many lines.
        bool touched = false;
        for (const QString &id : stroke.lines) {
            const SnapshotLine *line = snapshot.line(id);
            touched = touched || (line && (moved.contains(snapshot.nodes[std::size_t(line->source)].id)
                                           || moved.contains(snapshot.nodes[std::size_t(line->target)].id)));
        }
        if (!touched) {
            kept.push_back(std::move(stroke));
            continue;
        }
        if (stroke.bracket)
            continue;
        for (const QString &id : stroke.lines) {
            const SnapshotLine *line = snapshot.line(id);
            const Box *source = line ? picture.box(snapshot.nodes[std::size_t(line->source)].id) : nullptr;
            const Box *target = line ? picture.box(snapshot.nodes[std::size_t(line->target)].id) : nullptr;
            if (!source || !target)
                continue;
            Stroke straight = strokeOf(snapshot, {int(line - snapshot.lines.data())});
            const QLineF way = straightLine(source->rect, target->rect);
            straight.points = {way.p1(), way.p2()};
            straight.spine = stroke.spine;
            straight.head = stroke.head;
            const QPointF middle = way.center();
            if (straight.rounds > 1) {
                straight.number = QString::number(straight.rounds);
                straight.numberAt = middle;
            }
            straight.bead = middle;
            changed.insert(id);
            kept.push_back(std::move(straight));
        }
    }
    picture.strokes = std::move(kept);
    return changed;
}

} // namespace entente::network
