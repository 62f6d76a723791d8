#include "core/network/nodelink.h"

#include "core/base/text.h"
#include "core/model/relationtypes.h"
#include "core/network/groups.h"
#include "core/network/layouts.h"
#include "core/network/lines.h"
#include "core/network/routing.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

constexpr double WidestBox = 138;
constexpr double BarWidth = 13; // holds the letter of the side
constexpr double NameSize = 11;
constexpr double FactsSize = 9.5;
constexpr double Margin = 16;

QString letterOf(const SnapshotNode &node)
{
    if (node.kind == kindOf<Dialogue>)
        return u"D"_s;
    if (node.kind == kindOf<Instrument>)
        return u"L"_s;
    if (node.kind == kindOf<Area>)
        return node.number ? QString::number(*node.number) : u"A"_s;
    switch (node.side) {
    case Side::Eu:
        return u"E"_s;
    case Side::Rok:
        return u"K"_s;
    case Side::Multilateral:
        return u"M"_s;
    case Side::Third:
        return u"T"_s;
    case Side::Unknown:
        break;
    }
    return {};
}

Box boxOf(const Snapshot &snapshot, const SnapshotNode &node, const LabelMetrics &metrics)
{
    Box box;
    box.id = node.id;
    box.side = node.side;
    box.bar = 0;
    box.full = fullName(node);
    box.letter = letterOf(node);
    double left = 7;
    double right = 7;
    double top = 0;
    double foot = 0;
    QString label = node.abbreviation.isEmpty() ? placedName(snapshot, node) : node.abbreviation;
    bool bold = true;
    if (node.kind == kindOf<Dialogue>) {
        box.shape = Shape::Rounded;
        box.radius = 12;
        box.dashed = !node.met && node.rounds.empty();
        left = right = 11;
    } else if (node.kind == kindOf<Area>) {
        box.shape = Shape::Hexagon;
        left = right = 13;
        bold = false;
        if (node.number)
            label = QString::number(*node.number) + u"  "_s + label;
    } else if (node.kind == kindOf<Instrument>) {
        box.shape = Shape::Sheet;
        box.heavy = node.chosen;
        right = 12;
    } else {
        box.bar = BarWidth;
        bold = !node.abbreviation.isEmpty();
        left += node.side == Side::Eu ? BarWidth : 0;
        right += node.side == Side::Rok ? BarWidth : 0;
        top += node.side == Side::Multilateral ? BarWidth : 0;
        foot += node.side == Side::Third ? BarWidth : 0;
        if (node.side == Side::Unknown)
            box.bar = 0;
    }
    const Wrapped name = wrapped(label, WidestBox - left - right, 2, NameSize, bold, metrics);
    std::vector<BlockLine> lines;
    double wide = 0;
    for (const QString &line : name.lines) {
        lines.push_back({line, NameSize, bold, Ink::Strong, Detail::Name});
        wide = std::max(wide, metrics(line, NameSize, bold));
    }
    if (node.kind == kindOf<Dialogue> && !node.rounds.empty()) {
        const QString rounds = node.rounds.size() == 1 ? QCoreApplication::translate("Network", "1 round")
                                                       : QCoreApplication::translate("Network", "%1 rounds").arg(node.rounds.size());
        lines.push_back({rounds, FactsSize, false, Ink::Plain, Detail::Facts});
        wide = std::max(wide, metrics(rounds, FactsSize, false));
    }
    if (!node.members.isEmpty()) {
        const QString records = QCoreApplication::translate("Network", "%1 records").arg(node.members.size());
        lines.push_back({records, FactsSize, false, Ink::Plain, Detail::Name});
        wide = std::max(wide, metrics(records, FactsSize, false));
        box.members = int(node.members.size());
    }
    box.label = name.lines.join(u' ');
    box.shortened = name.shortened;
    const double height = std::max(22.0, blockHeight(lines) + 13) + top + foot;
    const double width = std::max(30.0, wide + left + right);
    box.rect = QRectF(-width / 2, -height / 2, width, height);
    setBlock(box, lines, box.rect.left() + left, Align::Left, (top - foot) / 2);
    return box;
}

QRectF headRect(const QSizeF &size, const QPointF &centre)
{
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

} // namespace

NodeLink nodeLink(const Snapshot &snapshot, const LabelMetrics &metrics)
{
    NodeLink drawing;
    drawing.picture.ladder = false;
    std::vector<Node> nodes;
    for (const SnapshotNode &node : snapshot.nodes) {
        drawing.picture.add(boxOf(snapshot, node, metrics));
        nodes.push_back({node.id, drawing.picture.boxes.back().rect.size()});
    }
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < snapshot.lines.size(); ++i) {
        const SnapshotLine &line = snapshot.lines[i];
        if (!isDrawnByDefault(line.type))
            continue;
        edges.push_back({line.source, line.target});
        drawing.lines.push_back(int(i));
    }
    drawing.graph = Graph(std::move(nodes), std::move(edges));
    tellApart(drawing.picture, metrics);
    return drawing;
}

Picture placed(NodeLink drawing, const Snapshot &snapshot, std::vector<QPointF> places, bool stays)
{
    Picture picture = std::move(drawing.picture);
    const std::size_t boxCount = std::min(picture.boxes.size(), places.size());
    QRectF all;
    for (std::size_t i = 0; i < boxCount; ++i)
        all = all.united(picture.boxes[i].rect.translated(places[i]));
    for (std::size_t i = 0; i < drawing.heads.size() && boxCount + i < places.size(); ++i)
        all = all.united(headRect(drawing.headSizes[i], places[boxCount + i]));
    for (const QRectF &ring : picture.rings)
        all = all.united(ring);
    const QPointF origin = stays ? QPointF() : all.topLeft() - QPointF(Margin, Margin);
    for (std::size_t i = 0; i < boxCount; ++i) {
        Box &box = picture.boxes[i];
        const QPointF shift = places[i] - origin;
        box.rect.translate(shift);
        for (Text &text : box.texts)
            text.at += shift;
        picture.shortened += box.shortened ? 1 : 0;
    }
    for (QRectF &ring : picture.rings)
        ring.translate(-origin);
    for (std::size_t i = 0; i < drawing.heads.size() && boxCount + i < places.size(); ++i) {
        picture.heads.push_back(drawing.heads[i]);
        picture.heads.back().at += places[boxCount + i] - origin;
    }
    if (!picture.boxes.empty())
        picture.size = QSizeF(all.right() - origin.x() + Margin, all.bottom() - origin.y() + Margin);
    std::map<std::pair<int, int>, int> parallel;
    for (const int index : drawing.lines) {
        const SnapshotLine &line = snapshot.lines[std::size_t(index)];
        Stroke stroke = strokeOf(snapshot, {index});
        const QRectF from = picture.boxes[std::size_t(line.source)].rect;
        const QRectF to = picture.boxes[std::size_t(line.target)].rect;
        // Lines between the same two run side by side.
        const int copy = parallel[std::minmax(line.source, line.target)]++;
        const double aside = copy == 0 ? 0 : (copy % 2 ? 1 : -1) * 5.0 * ((copy + 1) / 2);
        QLineF way = straightLine(from, to);
        if (copy > 0 && way.length() > 1) {
            const QLineF normal = way.normalVector().unitVector();
            const QPointF shift = (normal.p2() - normal.p1()) * aside;
            way = straightLine(from.translated(shift).intersected(from), to.translated(shift).intersected(to));
        }
        stroke.points = {way.p1(), way.p2()};
        stroke.head = line.type == relation::reportsTo;
        stroke.bead = way.center();
        stroke.number = line.count > 1 ? QString::number(line.count) : numberOf(stroke);
        stroke.numberAt = way.center();
        picture.strokes.push_back(std::move(stroke));
    }
    return picture;
}

namespace {

int centreOfLargest(const Adjacency &adjacency)
{
    const auto parts = components(adjacency);
    const auto largest = std::ranges::max_element(parts, {}, [](const std::vector<int> &part) { return part.size(); });
    return largest == parts.end() ? -1 : centre(adjacency, largest->front());
}

/// What the user or the last drawing says of a record's place, kept where it can be printed.
std::vector<std::optional<QPointF>> knownPlaces(const NodeLink &drawing, const NodeLinkOptions &options)
{
    constexpr double Farthest = 50'000;
    std::vector<std::optional<QPointF>> places;
    std::size_t given = 0;
    for (const Box &box : drawing.picture.boxes) {
        std::optional<QPointF> place;
        for (const QHash<QString, QPointF> *from : {&options.known, &options.userPlaces}) {
            if (const auto found = from->constFind(box.id); found != from->constEnd() && std::isfinite(found->x()) && std::isfinite(found->y()))
                place = QPointF(std::clamp(found->x(), box.rect.width() / 2, Farthest), std::clamp(found->y(), box.rect.height() / 2, Farthest));
        }
        given += place ? 1 : 0;
        places.push_back(place);
    }
    if (given == 0 || (options.known.isEmpty() && 2 * given < places.size()))
        return {};
    return places;
}

/// Names of groups as the lanes of the ladder are named.
Groups namedGroups(const Grouping &grouping, const LabelMetrics &metrics, std::vector<Text> &names)
{
    Groups groups;
    constexpr double Size = 9.3;
    constexpr double Spacing = 0.4;
    constexpr double Widest = 160;
    for (const Group &group : grouping.groups) {
        const QString name = elided(simplified(group.name).toUpper(), Widest, Size, true, metrics);
        const double width = metrics(name, Size, true) + Spacing * double(name.size());
        groups.heads.emplace_back(width + 8, Size + 6);
        names.push_back({name, {0, Size * 0.36}, Size, true, Ink::Plain, Align::Centre, Detail::Name, Spacing});
    }
    groups.of = grouping.of;
    return groups;
}

} // namespace

Picture nodeLinkDrawing(const Snapshot &snapshot, const NodeLinkOptions &options, const LabelMetrics &metrics, const Progress &progress)
{
    NodeLink drawing = nodeLink(snapshot, metrics);
    LayoutOptions layout;
    // Lines run between the boxes, but for a circle, where they leave inwards. A large drawing has to save room.
    constexpr std::size_t Large = 120;
    layout.gap = options.layout == u"circular" ? 9 : snapshot.nodes.size() > Large ? 14 : 20;
    if (options.aspect > 0)
        layout.aspect = options.aspect;
    layout.pinned = knownPlaces(drawing, options);
    const bool stays = !layout.pinned.empty();
    if (stays)
        layout.corner = QPointF(0, 0);
    for (const SnapshotNode &node : snapshot.nodes)
        layout.leaning.push_back(node.side == Side::Eu ? -1 : node.side == Side::Rok ? 1 : 0);

    std::vector<QPointF> places;
    LineOptions lines;
    if (options.layout == u"radial") {
        const SnapshotNode *named = snapshot.node(options.focus);
        const int focus = named ? int(named - snapshot.nodes.data()) : centreOfLargest(drawing.graph.adjacency());
        places = radialLayout(drawing.graph, focus, layout, progress);
        drawing.picture.rings = radialRings(drawing.graph, focus, places);
    } else if (options.layout == u"circular") {
        std::vector<Text> names;
        const Groups groups = namedGroups(areasThenSides(snapshot), metrics, names);
        CircularDrawing circular = circularLayout(drawing.graph, groups, layout, progress);
        places = std::move(circular.positions);
        lines.groups = groups.of;
        for (const GroupHead &head : circular.heads) {
            drawing.heads.push_back(names[std::size_t(head.group)]);
            drawing.headSizes.push_back(groups.heads[std::size_t(head.group)]);
            places.push_back(head.centre);
        }
    } else {
        places = stressLayout(drawing.graph, layout, progress);
    }
    Picture picture = placed(std::move(drawing), snapshot, std::move(places), stays);
    // Where the user moved but a few, the whole is first laid out and set to the top left, then these go to their place: a map of which one record was
    // moved looks as before in all else.
    if (!stays)
        moveBoxes(picture, snapshot, options.userPlaces);
    leadLines(picture, snapshot, lines, progress);
    return picture;
}

} // namespace entente::network
