#include "core/network/ladder.h"
#include "core/network/metrics.h"
#include "core/network/nodelink.h"
#include "tests/support/graphs.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

using namespace entente::network;
using entente::tests::MapBuilder;
using namespace Qt::StringLiterals;

namespace {

const LabelMetrics plainMetrics{[](const QString &text, double size, bool bold) { return double(text.size()) * size * (bold ? 0.6 : 0.55); }};
const QString nodeLinkLayouts[] = {u"stress"_s, u"radial"_s, u"circular"_s};

/// A third of the records are dialogues that report to each other, in circles too; the rest are bodies.
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
    map.relate(relation::reportsTo, name(0), name(3));
    map.relate(relation::reportsTo, name(3), name(0));
    return map;
}

Snapshot shownOf(MapBuilder &map)
{
    Lens lens;
    lens.scope = Scope::All;
    return snapshot(map.lookup(), lens);
}

std::vector<QRectF> rects(const Picture &picture)
{
    std::vector<QRectF> all;
    for (const Box &box : picture.boxes)
        all.push_back(box.rect);
    return all;
}

QHash<QString, QPointF> centres(const Picture &picture)
{
    QHash<QString, QPointF> places;
    for (const Box &box : picture.boxes)
        places.insert(box.id, box.rect.center());
    return places;
}

void expectOldOnesStay(const Picture &before, const Picture &after)
{
    EXPECT_EQ(overlapCount(rects(after)), 0);
    const QRectF sheet(QPointF(0, 0), after.size);
    for (const Box &box : before.boxes) {
        ASSERT_TRUE(after.box(box.id));
        EXPECT_NEAR(after.box(box.id)->rect.center().x(), box.rect.center().x(), 0.02) << box.id.toStdString();
        EXPECT_NEAR(after.box(box.id)->rect.center().y(), box.rect.center().y(), 0.02) << box.id.toStdString();
    }
    for (const Box &box : after.boxes)
        EXPECT_TRUE(sheet.adjusted(-0.01, -0.01, 0.01, 0.01).contains(box.rect)) << box.id.toStdString();
}

} // namespace

TEST(EveryDrawing, hasNoOverlapsAtThreeHundredAndAThousand)
{
    for (const int count : {1, 2, 300, 1'000}) {
        MapBuilder map = mapOf(preferentialAttachment(std::max(count, 4), 3));
        const Snapshot shown = shownOf(map);
        for (const bool rich : {false, true}) {
            const Picture rungs = ladder(shown, {rich ? 1182.0 : 852.0, rich, {}}, plainMetrics);
            EXPECT_EQ(rungs.boxes.size(), shown.nodes.size());
            EXPECT_EQ(overlapCount(rects(rungs)), 0) << "ladder" << count;
        }
        for (const QString &layout : nodeLinkLayouts) {
            const Picture picture = nodeLinkDrawing(shown, {layout, {}, {}, {}}, plainMetrics, Progress());
            EXPECT_EQ(picture.boxes.size(), shown.nodes.size());
            EXPECT_EQ(overlapCount(rects(picture)), 0) << layout.toStdString() << count;
            const QRectF sheet(QPointF(0, 0), picture.size);
            for (const Box &box : picture.boxes)
                EXPECT_TRUE(sheet.contains(box.rect));
            // Names of groups hide nothing.
            for (const Text &head : picture.heads) {
                const double width = plainMetrics(head.text, head.size, head.bold);
                const QRectF room(head.at.x() - width / 2, head.at.y() - head.size * 0.75, width, head.size);
                for (const Box &box : picture.boxes)
                    EXPECT_FALSE(box.rect.intersects(room)) << head.text.toStdString();
            }
        }
    }
}

TEST(EveryDrawing, tenNewRecordsMoveNoneOfTwoHundred)
{
    MapBuilder few = mapOf(preferentialAttachment(200, 2, 3));
    MapBuilder more = mapOf(preferentialAttachment(210, 2, 3));
    const Snapshot before = shownOf(few);
    const Snapshot after = shownOf(more);
    for (const QString &layout : nodeLinkLayouts) {
        SCOPED_TRACE(layout.toStdString());
        const Picture old = nodeLinkDrawing(before, {layout, {}, {}, {}}, plainMetrics, Progress());
        expectOldOnesStay(old, nodeLinkDrawing(after, {layout, {}, {}, centres(old)}, plainMetrics, Progress()));
        // The same for places that are stored in the map.
        expectOldOnesStay(old, nodeLinkDrawing(after, {layout, {}, centres(old), {}}, plainMetrics, Progress()));
    }
    const Picture old = ladder(before, {852, false, {}}, plainMetrics);
    expectOldOnesStay(old, ladder(after, {852, false, centres(old)}, plainMetrics));
}

TEST(NodeLinkDrawing, drawsNamesOfTenThousandCharactersAndOfControlCharacters)
{
    MapBuilder map = mapOf(preferentialAttachment(30, 2));
    Institution longest;
    longest.id.value = u"long"_s;
    longest.nameEn = QString(10'000, u'W');
    map.model().table<Institution>().put(longest);
    Institution control;
    control.id.value = u"control"_s;
    control.nameEn = u"\x01\x07\x1b[31m\u202e\x00x"_s;
    map.model().table<Institution>().put(control);
    map.relate(relation::partOf, u"long"_s, u"control"_s);
    map.relate(relation::partOf, u"long"_s, u"record 0001"_s);
    const Snapshot shown = shownOf(map);
    for (const QString &layout : nodeLinkLayouts) {
        const Picture picture = nodeLinkDrawing(shown, {layout, u"long"_s, {}, {}}, plainMetrics, Progress());
        EXPECT_EQ(overlapCount(rects(picture)), 0);
        EXPECT_LE(picture.box(u"long"_s)->rect.width(), 140);
    }
}

TEST(RadialDrawing, hasARingForEachDistanceAroundItsFocus)
{
    MapBuilder map = mapOf(path(9));
    const Snapshot shown = shownOf(map);
    const Picture picture = nodeLinkDrawing(shown, {u"radial"_s, u"record 0004"_s, {}, {}}, plainMetrics, Progress());
    EXPECT_GE(picture.rings.size(), 3U);
    for (const QRectF &ring : picture.rings) {
        EXPECT_NEAR(ring.center().x(), picture.box(u"record 0004"_s)->rect.center().x(), 0.1);
        EXPECT_NEAR(ring.center().y(), picture.box(u"record 0004"_s)->rect.center().y(), 0.1);
    }
}
