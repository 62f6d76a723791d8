#include "core/network/layoutjson.h"

#include "core/network/lines.h"
#include "core/network/metrics.h"

#include <QJsonArray>

#include <cmath>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

QJsonObject layoutJson(const Snapshot &snapshot, const Picture &picture, const QString &layout, double seconds)
{
    QJsonArray nodes;
    std::vector<Node> graphNodes;
    std::vector<QPointF> places;
    std::vector<QRectF> rects;
    QHash<QString, int> order;
    for (const Box &box : picture.boxes) {
        const SnapshotNode *node = snapshot.node(box.id);
        order.insert(box.id, int(graphNodes.size()));
        graphNodes.push_back({box.id, box.rect.size()});
        places.push_back(box.rect.center());
        rects.push_back(box.rect);
        nodes.append(QJsonObject{{u"id"_s, box.id},
                                 {u"kind"_s, node ? singular(node->kind) : QString()},
                                 {u"label"_s, box.label},
                                 {u"x"_s, rounded(box.rect.center().x())},
                                 {u"y"_s, rounded(box.rect.center().y())},
                                 {u"w"_s, rounded(box.rect.width())},
                                 {u"h"_s, rounded(box.rect.height())}});
    }
    QJsonArray edges;
    std::vector<Edge> graphEdges;
    for (const Stroke &stroke : picture.strokes) {
        if (stroke.bracket)
            continue;
        QJsonArray points;
        for (const QPointF &point : stroke.points)
            points.append(QJsonArray{rounded(point.x()), rounded(point.y())});
        for (const QString &id : stroke.lines) {
            const SnapshotLine *line = snapshot.line(id);
            if (!line)
                continue;
            const QString source = snapshot.nodes[std::size_t(line->source)].id;
            const QString target = snapshot.nodes[std::size_t(line->target)].id;
            edges.append(QJsonObject{{u"id"_s, id}, {u"type"_s, line->type}, {u"source"_s, source}, {u"target"_s, target}, {u"points"_s, points}});
            graphEdges.push_back({order.value(source), order.value(target)});
        }
    }
    const Graph graph(std::move(graphNodes), std::move(graphEdges));
    // A label stands inside its box: two labels can only meet where their boxes do.
    const QJsonObject metrics{{u"stress"_s, normalisedStress(graph, places)},
                              {u"crossings"_s, edgeCrossings(graph, places)},
                              {u"label_overlaps"_s, labelOverlapCount(rects, rects)},
                              {u"node_overlaps"_s, overlapCount(rects)},
                              {u"lines_through_boxes"_s, linesThroughBoxes(picture, snapshot)},
                              {u"seconds"_s, seconds}};
    return {{u"layout"_s, layout}, {u"nodes"_s, nodes}, {u"edges"_s, edges}, {u"metrics"_s, metrics}};
}

} // namespace entente::network
