#include "core/network/ladder.h"

#include "core/model/relationtypes.h"
#include "core/network/nodelink.h"
#include "core/network/routing.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

// What is opened besides a ladder.
//
// The ladder of the rest is drawn as if nothing had been opened, so that nothing of it moves. What came in stands below it in the lane of its side, in
// rows, the joint lane for all that is no body. Lines to it run straight.

namespace entente::network {

namespace {

constexpr double Gap = 8;
constexpr double Margin = 8;
constexpr double HeadSize = 9.3;
constexpr double Foot = 8;

Lane laneOf(const SnapshotNode &node)
{
    if (node.kind != kindOf<Institution>)
        return Lane::Joint;
    return node.side == Side::Eu ? Lane::Eu : node.side == Side::Rok ? Lane::Rok : Lane::Others;
}

/// Sets boxes side by side into a lane, in rows, from the top; returns where they end.
double setInRows(std::vector<Box> &boxes, const QRectF &lane, double top)
{
    double x = lane.left() + Margin;
    double row = 0;
    for (Box &box : boxes) {
        if (x > lane.left() + Margin && x + box.rect.width() > lane.right() - Margin) {
            x = lane.left() + Margin;
            top += row + Gap;
            row = 0;
        }
        const QPointF shift = QPointF(x, top) - box.rect.topLeft();
        box.rect.translate(shift);
        for (Text &text : box.texts)
            text.at += shift;
        x += box.rect.width() + Gap;
        row = std::max(row, box.rect.height());
    }
    return top + row;
}

} // namespace

Picture ladderWith(const Snapshot &base, const Snapshot &whole, const LadderOptions &options, const LabelMetrics &metrics)
{
    Picture picture = ladder(base, options, metrics);
    std::map<Lane, std::vector<Box>> extras;
    QSet<QString> added;
    const NodeLink boxes = nodeLink(whole, metrics);
    for (const SnapshotNode &node : whole.nodes) {
        if (picture.places.contains(node.id))
            continue;
        extras[laneOf(node)].push_back(*boxes.picture.box(node.id));
        added.insert(node.id);
    }
    if (added.isEmpty())
        return picture;

    std::map<Lane, QRectF> lanes;
    for (const Ground &ground : picture.grounds)
        lanes.emplace(ground.lane, ground.rect);
    const double width = std::max(picture.size.width(), 400.0);
    const double top = picture.size.height() + 2 * Gap;
    double bottom = top;
    double shared = top; // Without a lane of their own they stand one below the other.
    for (auto &[lane, own] : extras) {
        const auto ground = lanes.find(lane);
        const bool hasLane = ground != lanes.end() && ground->second.width() > 100;
        const double end = setInRows(own, hasLane ? ground->second : QRectF(0, 0, width, 0), hasLane ? top : shared);
        shared = std::max(shared, end + Gap);
        bottom = std::max(bottom, end);
    }
    // A lane and the whole width must not meet.
    const bool mixed = std::ranges::any_of(extras, [&](const auto &entry) { return !lanes.contains(entry.first) || lanes[entry.first].width() <= 100; });
    if (mixed) {
        bottom = top;
        for (auto &[lane, own] : extras)
            bottom = setInRows(own, QRectF(0, 0, width, 0), bottom) + Gap;
    }
    picture.rules.push_back(top - Gap);
    Text head{QCoreApplication::translate("Ladder", "OPENED"), {Margin, top + HeadSize}, HeadSize, true, Ink::Plain, Align::Left, Detail::Name, 0.4};
    const bool hasRungs = lanes.contains(Lane::Eu) && lanes[Lane::Eu].left() > 40 && !mixed;
    if (hasRungs)
        picture.heads.push_back(std::move(head));
    double right = picture.size.width();
    for (auto &[lane, own] : extras) {
        for (Box &box : own) {
            picture.shortened += box.shortened ? 1 : 0;
            right = std::max(right, box.rect.right() + Margin);
            picture.add(std::move(box));
        }
    }
    picture.size = {right, bottom + Foot};

    for (std::size_t i = 0; i < whole.lines.size(); ++i) {
        const SnapshotLine &line = whole.lines[i];
        const SnapshotNode &source = whole.nodes[std::size_t(line.source)];
        const SnapshotNode &target = whole.nodes[std::size_t(line.target)];
        if ((!added.contains(source.id) && !added.contains(target.id)) || !isDrawnByDefault(line.type))
            continue;
        const Box *from = picture.box(source.id);
        const Box *to = picture.box(target.id);
        if (!from || !to)
            continue;
        Stroke stroke = strokeOf(whole, {int(i)});
        const QLineF way = straightLine(from->rect, to->rect);
        stroke.points = {way.p1(), way.p2()};
        stroke.head = line.type == relation::reportsTo;
        stroke.number = line.count > 1 ? QString::number(line.count) : numberOf(stroke);
        stroke.numberAt = way.center();
        stroke.bead = way.center();
        picture.strokes.push_back(std::move(stroke));
    }
    QHash<QString, QPointF> places = options.places;
    places.removeIf([&](const QHash<QString, QPointF>::iterator &place) { return !added.contains(place.key()); });
    moveBoxes(picture, whole, places);
    return picture;
}

} // namespace entente::network
