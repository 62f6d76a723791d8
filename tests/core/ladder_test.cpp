#include "core/network/ladder.h"
#include "core/network/layoutjson.h"
#include "core/network/metrics.h"
#include "core/network/nodelink.h"
#include "core/network/routing.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

#include <random>

using namespace entente::network;
using entente::tests::MapBuilder;
using namespace Qt::StringLiterals;

namespace {

// Letters of one width: what a test measures is the same on every machine.
const LabelMetrics plainMetrics{[](const QString &text, double size, bool bold) { return double(text.size()) * size * (bold ? 0.6 : 0.55); }};

Lens everything()
{
    Lens lens;
    lens.asOf = QDate(2026, 3, 1);
    lens.scope = Scope::All;
    return lens;
}

struct Drawn
{
    Snapshot snapshot;
    Picture picture;
};

Drawn draw(MapBuilder &map, bool rich = false, const QHash<QString, QPointF> &places = {})
{
    const Lookup lookup = map.lookup();
    Drawn drawn{snapshot(lookup, everything()), {}};
    drawn.picture = ladder(drawn.snapshot, {rich ? 1182.0 : 852.0, rich, places}, plainMetrics);
    return drawn;
}

std::vector<QRectF> rects(const Picture &picture)
{
    std::vector<QRectF> all;
    for (const Box &box : picture.boxes)
        all.push_back(box.rect);
    return all;
}

/// What must hold of every ladder.
void expectSound(const Drawn &drawn)
{
    const Picture &picture = drawn.picture;
    EXPECT_EQ(overlapCount(rects(picture)), 0);
    EXPECT_EQ(picture.boxes.size(), drawn.snapshot.nodes.size());
    const QRectF sheet(QPointF(0, 0), picture.size);
    for (const Box &box : picture.boxes) {
        EXPECT_TRUE(sheet.contains(box.rect)) << box.id.toStdString();
        EXPECT_FALSE(box.label.isEmpty()) << box.id.toStdString();
        for (const Tag &tag : box.tags)
            EXPECT_TRUE(box.rect.contains(tag.rect)) << box.id.toStdString();
        for (const Text &text : box.texts) {
            const double width = plainMetrics(text.text, text.size, text.bold);
            const double left = text.at.x() - (text.align == Align::Left ? 0 : text.align == Align::Centre ? width / 2 : width);
            EXPECT_GE(left, box.rect.left() - 0.5) << box.id.toStdString() << ": " << text.text.toStdString();
            EXPECT_LE(left + width, box.rect.right() + 0.5) << box.id.toStdString() << ": " << text.text.toStdString();
            EXPECT_GE(text.at.y() - text.size * 0.72, box.rect.top() - 0.5) << box.id.toStdString() << ": " << text.text.toStdString();
            EXPECT_LE(text.at.y(), box.rect.bottom() + 0.5) << box.id.toStdString() << ": " << text.text.toStdString();
        }
    }
    for (const Stroke &stroke : picture.strokes) {
        EXPECT_GE(stroke.points.size(), 2U);
        for (const QPointF &point : stroke.points)
            EXPECT_TRUE(std::isfinite(point.x()) && std::isfinite(point.y()));
    }
}

/// Lines that pass through a box which they do not join.
int crossedBoxes(const Drawn &drawn)
{
    int crossed = 0;
    for (const Stroke &stroke : drawn.picture.strokes) {
        if (stroke.bracket)
            continue;
        for (std::size_t i = 1; i < stroke.points.size(); ++i) {
            const QLineF piece(stroke.points[i - 1], stroke.points[i]);
            for (const Box &box : drawn.picture.boxes) {
                // A line ends in the rounded corner of its dialogue, which is within the rectangle.
                const bool isEnd = std::ranges::any_of(stroke.lines, [&](const QString &id) {
                    const SnapshotLine *line = drawn.snapshot.line(id);
                    return drawn.snapshot.nodes[std::size_t(line->source)].id == box.id || drawn.snapshot.nodes[std::size_t(line->target)].id == box.id;
                });
                if (isEnd)
                    continue;
                const bool passesAbove = std::ranges::any_of(stroke.over, [&](const QRectF &part) { return part.left() == box.rect.left(); });
                if (!passesAbove && passesThrough(piece, box.rect.adjusted(1, 1, -1, -1))) {
                    ++crossed;
                    ADD_FAILURE() << stroke.lines.join(u' ').toStdString() << " passes through " << box.id.toStdString();
                }
            }
        }
    }
    return crossed;
}

MapBuilder generated(unsigned seed, int bodies, int dialogues, bool reports = true)
{
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return int(random() % unsigned(limit)); };
    MapBuilder map;
    map.instrument("ins").adopted("2020-01-01");
    for (int i = 0; i < 9; ++i)
        map.area(("area " + std::to_string(i)).c_str());
    for (int i = 0; i < bodies; ++i) {
        const std::string name = "body " + std::to_string(i) + (below(3) == 0 ? " with a rather long name of its own" : "");
        auto body = map.institution(name.c_str(), static_cast<Side>(below(5)));
        if (below(2) == 0)
            body.abbreviation(("B" + std::to_string(i)).c_str());
        if (i > 0 && below(3) == 0) {
            const auto parent = std::next(map.model().table<Institution>().begin(), below(int(map.model().table<Institution>().size())))->first;
            if (parent != body.row().id.value)
                body.partOf(parent.toUtf8().constData());
        }
    }
    QStringList names;
    for (const auto &[id, row] : map.model().table<Institution>())
        names.append(id);
    QStringList series;
    for (int i = 0; i < dialogues; ++i) {
        const QString id = u"dialogue %1"_s.arg(i);
        auto dialogue = map.dialogue(id);
        dialogue.level(static_cast<Level>(below(12)));
        for (int superior = 0; reports && superior < below(3); ++superior) {
            if (!series.isEmpty())
                dialogue.reportsTo(series.at(below(int(series.size()))).toUtf8().constData());
        }
        series.append(id);
        for (int round = below(4); round > 0 && !names.isEmpty(); --round) {
            auto meeting = map.meeting(id, u"20%1-0%2-1%3"_s.arg(10 + below(15)).arg(1 + below(9)).arg(round));
            for (int present = 1 + below(6); present > 0; --present)
                meeting.attendedBy({names.at(below(int(names.size()))).toUtf8().constData()});
        }
    }
    return map;
}

} // namespace

TEST(Ladder, anEmptyMapIsAnEmptyDrawing)
{
    MapBuilder map;
    const Drawn drawn = draw(map);
    EXPECT_TRUE(drawn.picture.boxes.empty());
    EXPECT_TRUE(drawn.picture.strokes.empty());
}

TEST(Ladder, oneRecordOfAnyKindIsDrawn)
{
    for (int kind = 0; kind < 4; ++kind) {
        MapBuilder map;
        if (kind == 0)
            map.institution("alone");
        else if (kind == 1)
            map.dialogue("alone");
        else if (kind == 2)
            map.area("alone");
        else
            map.instrument("alone");
        const Drawn drawn = draw(map);
        expectSound(drawn);
        EXPECT_NE(drawn.picture.box(u"alone"_s), nullptr);
    }
}

TEST(Ladder, noTwoBoxesOverlapWhateverTheMap)
{
    for (unsigned seed = 1; seed <= 24; ++seed) {
        SCOPED_TRACE(seed);
        MapBuilder map = generated(seed, int(seed * 7 % 60), int(seed * 5 % 30));
        for (const bool rich : {false, true}) {
            const Drawn drawn = draw(map, rich);
            expectSound(drawn);
        }
    }
}

TEST(Ladder, threeHundredBodiesHaveTheirPlaces)
{
    MapBuilder map = generated(7, 300, 40);
    expectSound(draw(map));
    expectSound(draw(map, true));
}

TEST(Ladder, linesOfTablesPassThroughNoBox)
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        MapBuilder map = generated(seed, 30, 14, false);
        EXPECT_EQ(crossedBoxes(draw(map)), 0);
    }
}

TEST(Ladder, reportingLinesOfATreePassThroughNoBox)
{
    MapBuilder map;
    map.institution("a");
    const std::pair<const char *, Level> rows[] = {{"top", Level::Summit},     {"middle", Level::Ministers}, {"beside", Level::Ministers},
                                                   {"lower", Level::Directors}, {"left", Level::Directors},   {"right", Level::Directors},
                                                   {"deep", Level::Working},   {"deeper", Level::Working}};
    for (const auto &[id, level] : rows) {
        map.dialogue(id).level(level);
        map.meeting(id, "2024-05-01").attendedBy({"a"});
    }
    const auto report = [&](const char *from, const char *to) {
        Dialogue row = *map.model().find<Dialogue>(QString::fromUtf8(from));
        map.add<Dialogue>(row.id.value).level(row.level).reportsTo(to);
    };
    report("middle", "top");
    report("lower", "middle");
    report("left", "middle");
    report("right", "lower");
    report("deep", "lower");
    report("deeper", "left");
    report("lower", "top"); // a second superior
    const Drawn drawn = draw(map);
    expectSound(drawn);
    EXPECT_EQ(crossedBoxes(drawn), 0);
    EXPECT_EQ(std::ranges::count_if(drawn.picture.strokes, &Stroke::spine), 7);
}

TEST(Ladder, dialoguesThatReportInACircleAreDrawn)
{
    MapBuilder map;
    map.dialogue("a").level(Level::Ministers).reportsTo("b");
    map.dialogue("b").level(Level::Directors).reportsTo("c");
    map.dialogue("c").level(Level::Summit).reportsTo("a");
    map.dialogue("d").reportsTo("d");
    const Drawn drawn = draw(map);
    expectSound(drawn);
    EXPECT_EQ(std::ranges::count_if(drawn.picture.strokes, &Stroke::spine), 3);
}

TEST(Ladder, aNameOfTenThousandCharactersIsShortenedAndCounted)
{
    MapBuilder map;
    const QByteArray name = QByteArray("endless ").repeated(1'250);
    map.institution(name.constData());
    map.institution("other").partOf(name.constData());
    map.dialogue(QString::fromUtf8(QByteArray(10'000, 'x')));
    const Drawn drawn = draw(map);
    expectSound(drawn);
    EXPECT_EQ(drawn.picture.shortened, 2);
    EXPECT_LT(drawn.picture.size.width(), 2'000);
}

TEST(Ladder, theSameMapIsDrawnTheSame)
{
    MapBuilder map = generated(3, 40, 20);
    const Drawn one = draw(map);
    const Drawn other = draw(map);
    EXPECT_EQ(QJsonDocument(layoutJson(one.snapshot, one.picture, u"ladder"_s, 0)).toJson(),
              QJsonDocument(layoutJson(other.snapshot, other.picture, u"ladder"_s, 0)).toJson());
}

TEST(Ladder, whatTheUserPlacedSitsThereAndItsLinesFollow)
{
    MapBuilder map;
    map.institution("body");
    map.dialogue("talk").level(Level::Directors);
    map.meeting("talk", "2024-05-01").attendedBy({"body"});
    const Drawn drawn = draw(map, false, {{u"body"_s, QPointF(600, 500)}});
    EXPECT_EQ(drawn.picture.box(u"body"_s)->rect.center(), QPointF(600, 500));
    ASSERT_EQ(drawn.picture.strokes.size(), 1U);
    const QPointF end = drawn.picture.strokes[0].points.front();
    EXPECT_TRUE(drawn.picture.box(u"body"_s)->rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(end));
    EXPECT_TRUE(QRectF(QPointF(), drawn.picture.size).contains(drawn.picture.box(u"body"_s)->rect));
}

TEST(Ladder, aBodyWithTablesOnThreeRungsIsAPillarWithLevelLines)
{
    MapBuilder map;
    map.institution("service").abbreviation("SRV");
    for (const auto &[id, level] : {std::pair("one", Level::Summit), std::pair("two", Level::Ministers), std::pair("three", Level::Directors)}) {
        map.dialogue(id).level(level);
        map.meeting(id, "2024-05-01").attendedBy({"service"});
    }
    const Drawn drawn = draw(map);
    const Box *pillar = drawn.picture.box(u"service"_s);
    EXPECT_TRUE(pillar->pillar);
    for (const char *id : {"one", "two", "three"}) {
        const Box *dialogue = drawn.picture.box(QString::fromUtf8(id));
        EXPECT_LT(pillar->rect.top(), dialogue->rect.center().y());
        EXPECT_GT(pillar->rect.bottom(), dialogue->rect.center().y());
    }
    for (const Stroke &stroke : drawn.picture.strokes)
        EXPECT_EQ(stroke.points.front().y(), stroke.points.back().y());
}

TEST(Ladder, whereAUnitSatTheLineOfItsParentIsLeftOut)
{
    MapBuilder map;
    map.institution("ministry");
    map.institution("bureau").partOf("ministry");
    map.dialogue("talk").level(Level::Directors);
    map.meeting("talk", "2024-05-01").attendedBy({"ministry", "bureau"});
    const Drawn drawn = draw(map);
    QStringList lines;
    for (const Stroke &stroke : drawn.picture.strokes)
        lines += stroke.type == tookPart ? stroke.lines : QStringList();
    EXPECT_EQ(lines, QStringList{u"took part:bureau:talk"_s});
}

TEST(Ladder, bodiesWithTheSameTablesShareOneLine)
{
    MapBuilder map;
    for (const char *id : {"a", "b", "c"})
        map.institution(id).abbreviation(id);
    map.dialogue("talk").level(Level::Directors);
    map.meeting("talk", "2024-05-01").attendedBy({"a", "b", "c"});
    map.meeting("talk", "2025-05-01").attendedBy({"a", "b"});
    const Drawn drawn = draw(map);
    const auto shared = std::ranges::find_if(drawn.picture.strokes, [](const Stroke &stroke) { return stroke.type == tookPart && !stroke.bracket; });
    ASSERT_NE(shared, drawn.picture.strokes.end());
    EXPECT_EQ(shared->lines.size(), 3);
    EXPECT_EQ(shared->number, u"1–2"_s);
}

TEST(Ladder, aDialogueWithoutARoundStandsOnPaper)
{
    MapBuilder map;
    map.dialogue("held").level(Level::Working);
    map.meeting("held", "2024-05-01");
    map.dialogue("promised").level(Level::Summit);
    map.dialogue("later").level(Level::Summit);
    map.meeting("later", "2027-01-01");
    const Drawn drawn = draw(map);
    EXPECT_FALSE(drawn.picture.box(u"held"_s)->dashed);
    EXPECT_TRUE(drawn.picture.box(u"promised"_s)->dashed);
    EXPECT_TRUE(drawn.picture.box(u"later"_s)->dashed);
    EXPECT_GT(drawn.picture.box(u"promised"_s)->rect.top(), drawn.picture.box(u"held"_s)->rect.bottom());
}

TEST(NodeLink, boxesAreApartAndLinesEndAtThem)
{
    for (unsigned seed = 1; seed <= 6; ++seed) {
        MapBuilder map = generated(seed, 40, 15);
        const Lookup lookup = map.lookup();
        const Snapshot shown = snapshot(lookup, everything());
        const Picture picture = nodeLinkDrawing(shown, {}, plainMetrics, Progress());
        EXPECT_EQ(overlapCount(rects(picture)), 0);
        EXPECT_EQ(picture.boxes.size(), shown.nodes.size());
        for (const Stroke &stroke : picture.strokes) {
            const SnapshotLine *line = shown.line(stroke.lines.constFirst());
            const QRectF from = picture.box(shown.nodes[std::size_t(line->source)].id)->rect;
            EXPECT_TRUE(from.adjusted(-0.1, -0.1, 0.1, 0.1).contains(stroke.points.front()));
        }
    }
}

TEST(LayoutJson, hasTheKeysOfTheCommandLine)
{
    MapBuilder map;
    map.institution("body").abbreviation("BDY");
    map.dialogue("talk").level(Level::Directors);
    map.meeting("talk", "2024-05-01").attendedBy({"body"});
    const Drawn drawn = draw(map);
    const QJsonObject json = layoutJson(drawn.snapshot, drawn.picture, u"ladder"_s, 0.25);
    EXPECT_EQ(json.value(u"layout"_s).toString(), u"ladder"_s);
    ASSERT_EQ(json.value(u"nodes"_s).toArray().size(), 2);
    const QJsonObject node = json.value(u"nodes"_s).toArray().first().toObject();
    for (const char *key : {"id", "kind", "label", "x", "y", "w", "h"})
        EXPECT_TRUE(node.contains(QLatin1StringView(key))) << key;
    EXPECT_EQ(node.value(u"label"_s).toString(), u"BDY"_s);
    EXPECT_EQ(node.value(u"kind"_s).toString(), u"institution"_s);
    const QJsonObject edge = json.value(u"edges"_s).toArray().first().toObject();
    EXPECT_EQ(edge.value(u"source"_s).toString(), u"body"_s);
    EXPECT_EQ(edge.value(u"target"_s).toString(), u"talk"_s);
    EXPECT_GE(edge.value(u"points"_s).toArray().size(), 2);
    for (const char *key : {"stress", "crossings", "label_overlaps", "node_overlaps", "seconds"})
        EXPECT_TRUE(json.value(u"metrics"_s).toObject().contains(QLatin1StringView(key))) << key;
}

TEST(Because, saysHowOftenAndHowLateAndFromWhere)
{
    MapBuilder map;
    map.institution("service").abbreviation("SRV");
    map.dialogue("talk").level(Level::Directors);
    map.meeting("talk", "2024-05-01").attendedBy({"service"});
    map.meeting("talk", "2025-05-20").attendedBy({"service"});
    Source source;
    source.id.value = u"src"_s;
    source.address = u"https://www.mofa.go.kr/view?seq=1"_s;
    map.model().table<Source>().put(source);
    Evidence evidence;
    evidence.id.value = u"evd"_s;
    evidence.subject.value = u"talk/2025-05-20"_s;
    evidence.origin.value = u"src"_s;
    map.model().table<Evidence>().put(evidence);
    const Lookup lookup = map.lookup();
    const Snapshot shown = snapshot(lookup, everything());
    const SnapshotLine *line = shown.line(u"took part:service:talk"_s);
    ASSERT_NE(line, nullptr);
    EXPECT_TRUE(line->sourced);
    EXPECT_EQ(because(lookup, shown, *line), u"SRV took part in 2 rounds of talk, last on 20 May 2025. Source: mofa.go.kr."_s);
}

TEST(Snapshot, filtersNarrowDown)
{
    MapBuilder map;
    map.institution("eu", Side::Eu);
    map.institution("rok", Side::Rok);
    map.dialogue("talk").level(Level::Directors);
    map.meeting("talk", "2024-05-01").attendedBy({"eu", "rok"});
    Lens lens = everything();
    lens.filters = {{u"side"_s, u"ROK"_s}};
    const Lookup lookup = map.lookup();
    const Snapshot shown = snapshot(lookup, lens);
    EXPECT_EQ(shown.node(u"eu"_s), nullptr);
    EXPECT_NE(shown.node(u"rok"_s), nullptr);
    EXPECT_NE(shown.node(u"talk"_s), nullptr);
    EXPECT_EQ(shown.total, 3);
}

TEST(Snapshot, aNeighbourhoodEndsAfterItsHops)
{
    MapBuilder map;
    map.institution("a");
    map.institution("b");
    for (const char *id : {"near", "far"})
        map.dialogue(id).level(Level::Directors);
    map.meeting("near", "2024-05-01").attendedBy({"a", "b"});
    map.meeting("far", "2024-05-02").attendedBy({"b"});
    Lens lens = everything();
    lens.scope = Scope::Neighbourhood;
    lens.focus = u"a"_s;
    const Lookup lookup = map.lookup();
    EXPECT_EQ(snapshot(lookup, lens).nodes.size(), 2U);
    lens.hops = 2;
    EXPECT_EQ(snapshot(lookup, lens).nodes.size(), 3U);
    lens.hops = 3;
    EXPECT_EQ(snapshot(lookup, lens).nodes.size(), 4U);
}
