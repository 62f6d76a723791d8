#include "core/network/bundling.h"
#include "core/network/ladder.h"
#include "core/network/lines.h"
#include "core/network/marks.h"
#include "core/network/metrics.h"
#include "core/network/nodelink.h"
#include "core/network/random.h"
#include "core/network/routing.h"
#include "core/network/wiring.h"
#include "tests/support/graphs.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace entente::network;
using entente::tests::MapBuilder;
using namespace Qt::StringLiterals;

namespace {

const LabelMetrics plainMetrics{[](const QString &text, double size, bool bold) { return double(text.size()) * size * (bold ? 0.6 : 0.55); }};

/// Bodies in dialogues of each other's making, some lines inferred, some twice between the same two.
MapBuilder mapOf(const Graph &graph)
{
    MapBuilder map;
    const auto name = [](int i) { return u"record %1"_s.arg(i, 4, 10, QChar(u'0')); };
    for (int i = 0; i < graph.nodeCount(); ++i) {
        if (i % 3 == 0)
            map.dialogue(name(i)).level(Level(1 + i % 6));
        else
            map.institution(name(i).toUtf8().constData(), Side(1 + i % 4));
    }
    for (const Edge &edge : graph.edges())
        map.relate(edge.source % 3 == 0 && edge.target % 3 == 0 ? relation::reportsTo : relation::partOf, name(edge.source), name(edge.target));
    return map;
}

Snapshot shownOf(MapBuilder &map)
{
    Lens lens;
    lens.scope = Scope::All;
    return snapshot(map.lookup(), lens);
}

/// Boxes of different sizes in a plane, none nearer than `gap` to another.
std::vector<QRectF> scattered(int count, quint64 seed, double gap)
{
    Random random(seed);
    std::vector<QRectF> boxes;
    const double side = 110 * std::sqrt(double(count));
    for (int tries = 0; int(boxes.size()) < count && tries < 100 * count; ++tries) {
        const QRectF box(random.unit() * side, random.unit() * side, 30 + random.unit() * 90, 20 + random.unit() * 30);
        const QRectF around = box.adjusted(-gap, -gap, gap, gap);
        if (std::none_of(boxes.begin(), boxes.end(), [&](const QRectF &other) { return other.intersects(around); }))
            boxes.push_back(box);
    }
    return boxes;
}

bool isOnBorder(const QRectF &box, const QPointF &at)
{
    const double across = std::min(std::abs(at.x() - box.left()), std::abs(at.x() - box.right()));
    const double down = std::min(std::abs(at.y() - box.top()), std::abs(at.y() - box.bottom()));
    return box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(at) && std::min(across, down) < 0.01;
}

} // namespace

TEST(Obstacles, aLineHitsWhatItPassesThroughAndNothingElse)
{
    Random random(7);
    const std::vector<QRectF> boxes = scattered(80, 3, 4);
    const Obstacles obstacles(boxes);
    for (int i = 0; i < 2'000; ++i) {
        const QLineF line(random.unit() * 1'400 - 200, random.unit() * 1'400 - 200, random.unit() * 1'400 - 200, random.unit() * 1'400 - 200);
        const double room = i % 3 == 0 ? 0 : 3;
        std::vector<int> expected;
        for (std::size_t k = 0; k < boxes.size(); ++k) {
            if (passesThrough(line, boxes[k].adjusted(-room, -room, room, room)))
                expected.push_back(int(k));
        }
        EXPECT_EQ(obstacles.allHits(line, room), expected);
        EXPECT_EQ(obstacles.isFree(line, room), expected.empty());
    }
}

TEST(Wiring, noLineMeetsABoxThatIsNotItsEnd)
{
    for (const quint64 seed : {1u, 2u, 3u, 4u}) {
        Random random(seed);
        const Obstacles obstacles(scattered(70, seed, 12));
        std::vector<Wire> wires;
        const int n = int(obstacles.boxes().size());
        for (int i = 0; i < 220; ++i) {
            const int from = random.below(n);
            const int to = random.below(n);
            if (from != to)
                wires.push_back({from, to, {}, {}});
        }
        routeWires(obstacles, wires, {}, Progress());
        for (const Wire &wire : wires) {
            ASSERT_GE(wire.points.size(), 2U);
            EXPECT_TRUE(isOnBorder(obstacles.boxes()[std::size_t(wire.from)], wire.points.front()));
            EXPECT_TRUE(isOnBorder(obstacles.boxes()[std::size_t(wire.to)], wire.points.back()));
            for (std::size_t k = 1; k < wire.points.size(); ++k)
                EXPECT_TRUE(obstacles.isFree({wire.points[k - 1], wire.points[k]}, 0, wire.from, wire.to));
        }
    }
}

TEST(Wiring, aFreeLineIsStraightAndAWayAroundIsNoMuchLongerThanTheShortest)
{
    const Obstacles obstacles({{0, 0, 40, 20}, {400, 0, 40, 20}, {180, -40, 40, 100}, {0, 300, 40, 20}});
    std::vector<Wire> wires = {{0, 1, {}, {}}, {0, 3, {}, {}}};
    routeWires(obstacles, wires, {}, Progress());
    EXPECT_EQ(wires[1].points.size(), 2U);
    ASSERT_GE(wires[0].points.size(), 3U);
    double length = 0;
    for (std::size_t k = 1; k < wires[0].points.size(); ++k)
        length += QLineF(wires[0].points[k - 1], wires[0].points[k]).length();
    EXPECT_LT(length, 1.15 * 360);
}

TEST(Wiring, linesBetweenTheSameTwoAndThoseThatTurnAtOneCornerAreApart)
{
    const Obstacles obstacles({{0, 0, 60, 40}, {400, 0, 60, 40}, {200, -60, 40, 130}});
    std::vector<Wire> wires = {{0, 1, {}, {}}, {0, 1, {}, {}}, {1, 0, {}, {}}};
    routeWires(obstacles, wires, {}, Progress());
    for (std::size_t i = 0; i < wires.size(); ++i) {
        for (std::size_t k = i + 1; k < wires.size(); ++k) {
            const QPointF one = wires[i].points.front();
            const QPointF other = wires[k].from == wires[i].from ? wires[k].points.front() : wires[k].points.back();
            EXPECT_GE(QLineF(one, other).length(), 3) << i << k;
            ASSERT_GE(wires[i].points.size(), 3U);
            const QPointF bend = wires[i].points[1];
            for (const QPointF &otherBend : wires[k].points)
                EXPECT_GE(QLineF(bend, otherBend).length(), 1.5);
        }
    }
}

TEST(Wiring, isTheSameEachTimeAndEndsWhenCancelled)
{
    const Obstacles obstacles(scattered(60, 9, 12));
    std::vector<Wire> wires;
    for (int i = 0; i < int(obstacles.boxes().size()); ++i)
        wires.push_back({i, (i * 7 + 3) % int(obstacles.boxes().size()), {}, {}});
    std::vector<Wire> again = wires;
    std::vector<Wire> cancelled = wires;
    routeWires(obstacles, wires, {}, Progress());
    routeWires(obstacles, again, {}, Progress());
    for (std::size_t i = 0; i < wires.size(); ++i)
        EXPECT_EQ(wires[i].points, again[i].points);
    Progress progress;
    progress.cancel();
    routeWires(obstacles, cancelled, {}, progress);
    for (const Wire &wire : cancelled)
        EXPECT_EQ(wire.points.size(), 2U);
}

TEST(Bundling, curvesGoThroughTheMiddleAndKeepTheirEnds)
{
    std::vector<QRectF> boxes;
    std::vector<int> groups;
    std::vector<int> all;
    for (int i = 0; i < 24; ++i) {
        const double angle = i * 2 * 3.14159265358979 / 24;
        boxes.emplace_back(500 * std::cos(angle) - 30, 400 * std::sin(angle) - 12, 60, 24);
        groups.push_back(i / 6);
        all.push_back(i);
    }
    const std::vector<Edge> edges = {{0, 12}, {1, 13}, {2, 3}, {5, 18}};
    const auto curves = circularCurves(boxes, groups, edges, {all});
    for (std::size_t i = 0; i < edges.size(); ++i) {
        ASSERT_GT(curves[i].size(), 4U);
        EXPECT_EQ(curves[i].front(), boxes[std::size_t(edges[i].source)].center());
        EXPECT_EQ(curves[i].back(), boxes[std::size_t(edges[i].target)].center());
    }
    // Lines between the same two groups come near each other where they are half-way.
    const auto middle = [&](std::size_t i) { return curves[i][curves[i].size() / 2]; };
    EXPECT_LT(QLineF(middle(0), middle(1)).length(), 0.5 * QLineF(boxes[0].center(), boxes[1].center()).length());
}

TEST(EveryDrawing, itsLinesPassThroughNoBox)
{
    for (const int count : {30, 100, 300}) {
        MapBuilder map = mapOf(preferentialAttachment(count, 2, 5));
        const Snapshot shown = shownOf(map);
        for (const QString &layout : {u"stress"_s, u"radial"_s, u"circular"_s}) {
            const Picture picture = nodeLinkDrawing(shown, {layout, {}, {}, {}}, plainMetrics, Progress());
            EXPECT_EQ(linesThroughBoxes(picture, shown), 0) << layout.toStdString() << count;
        }
        EXPECT_EQ(linesThroughBoxes(ladder(shown, {852, false, {}}, plainMetrics), shown), 0) << "ladder" << count;
    }
}

TEST(EveryDrawing, linesFollowAMovedBoxAroundTheOthers)
{
    MapBuilder map = mapOf(preferentialAttachment(60, 2, 5));
    const Snapshot shown = shownOf(map);
    for (const QString &layout : {u"stress"_s, u"radial"_s, u"circular"_s}) {
        const Picture before = nodeLinkDrawing(shown, {layout, {}, {}, {}}, plainMetrics, Progress());
        // Far outside, at the foot: many of its lines have the whole drawing between.
        const QHash<QString, QPointF> places{{u"record 0000"_s, {before.size.width() / 2, before.size.height() + 80}}};
        const Picture after = nodeLinkDrawing(shown, {layout, {}, places, {}}, plainMetrics, Progress());
        EXPECT_EQ(after.box(u"record 0000"_s)->rect.center(), places.value(u"record 0000"_s));
        EXPECT_EQ(linesThroughBoxes(after, shown), 0) << layout.toStdString();
    }
}

TEST(Marks, standOnNoBoxAndNotOnEachOther)
{
    MapBuilder map;
    // Twelve bodies at the tables of three dialogues with three rounds each: a number in every line.
    for (const char *body : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"})
        map.institution(body, body[0] % 2 ? Side::Eu : Side::Rok);
    for (const char *dialogue : {"one", "two", "three"}) {
        map.dialogue(QString::fromUtf8(dialogue)).level(Level::Directors);
        for (const char *day : {"2011-05-02", "2012-05-03", "2013-05-04"})
            map.meeting(dialogue, day).attendedBy({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"});
    }
    const Snapshot shown = shownOf(map);
    for (const QString &layout : {u"stress"_s, u"radial"_s, u"circular"_s}) {
        const Picture picture = nodeLinkDrawing(shown, {layout, {}, {}, {}}, plainMetrics, Progress());
        std::vector<QRectF> numbers;
        std::vector<QRectF> boxes;
        for (const Box &box : picture.boxes)
            boxes.push_back(box.rect);
        for (const Stroke &stroke : picture.strokes) {
            if (!stroke.number.isEmpty())
                numbers.push_back(numberRect(stroke, stroke.numberAt));
        }
        EXPECT_EQ(numbers.size(), 36U);
        EXPECT_EQ(overlapCount(numbers), 0) << layout.toStdString();
        EXPECT_EQ(labelOverlapCount(numbers, boxes), 0) << layout.toStdString();
    }
}
