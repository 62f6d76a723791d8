#include "tests/support/mapbuilder.h"
#include "ui/drawings.h"
#include "ui/paint/fonts.h"
#include "ui/paint/symbols.h"
#include "ui/timeline/timelinechart.h"
#include "ui/timeline/timelinedrawing.h"
#include "ui/timeline/timelineview.h"

#include <QTest>

#include <algorithm>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

/// A yearly series with a gap, a partial date, a missing number and a neighbour on the same day.
Lookup map()
{
    MapBuilder map;
    map.dialogue("cyber").level(Level::Directors).months(12);
    map.dialogue("summit").level(Level::Summit);
    map.dialogue("empty").level(Level::Working);
    map.meeting("cyber", "2014-05-12").ordinal(1);
    map.meeting("cyber", "2015-04-29").ordinal(2);
    map.meeting("cyber", "2018").ordinal(3);
    map.meeting("cyber", "2019-06-28").ordinal(5);
    map.meeting("cyber", "").ordinal(9);
    map.meeting("summit", "2019-06-28");
    map.meeting("summit", "2019-07-01");
    for (const Meeting &meeting : Model(map.model()).all<Meeting>()) {
        Meeting row = meeting;
        row.format = MeetingFormat::InPerson;
        map.model().table<Meeting>().put(row);
    }
    return map.lookup();
}

Lens everything()
{
    Lens lens;
    lens.scope = Scope::All;
    lens.asOf = QDate(2020, 1, 1);
    return lens;
}

QStringList words(const std::vector<LegendEntry> &legend)
{
    QStringList list;
    for (const LegendEntry &entry : legend)
        list << entry.words;
    return list;
}

TimelineAxis axisFor(const TimelineContent &content, const QDate &from, const QDate &to, double width, bool small = false)
{
    TimelineAxis axis;
    axis.from = from;
    axis.to = to;
    axis.small = small;
    axis.laneHeight = small ? 11 : 26;
    double height = 0;
    axis.lanes = laneMiddles(content, 0, axis.laneHeight, 0, &height);
    axis.plot = QRectF(0, 0, width, height);
    return axis;
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void lanesFollowTheLadder()
    {
        const TimelineContent content = timelineContent(map(), everything());
        QCOMPARE(content.lanes.size(), std::size_t(2));
        QCOMPARE(content.lanes[0].record, u"summit"_s);
        QCOMPARE(content.lanes[1].record, u"cyber"_s);
        QVERIFY(content.lanes[0].startsRung && content.lanes[1].startsRung);
    }

    void whatHasNoPlaceIsCounted()
    {
        const TimelineContent content = timelineContent(map(), everything());
        QCOMPARE(content.undated.size(), 1);
        QCOMPARE(content.dialoguesWithoutRound, 1);
        QCOMPARE(countsInWords(content, QDate(2015, 1, 1), false),
                 u"7 rounds in 2 lanes · 1 before 2015 counted at the left · 1 undated · 1 dialogue has no round and no lane"_s);
    }

    void everyDatedRoundIsInExactlyOneMark()
    {
        const TimelineContent content = timelineContent(map(), everything());
        for (const double width : {120.0, 400.0, 4000.0}) {
            const auto marks = placeMarks(content, axisFor(content, QDate(2014, 1, 1), QDate(2020, 6, 1), width));
            int rounds = 0;
            for (const PlacedMark &mark : marks)
                rounds += int(mark.rounds.size());
            QCOMPARE(rounds, 6);
        }
    }

    void roundsTooCloseToDrawBecomeASquare()
    {
        const TimelineContent content = timelineContent(map(), everything());
        const auto clusters = [&](double width) {
            const auto marks = placeMarks(content, axisFor(content, QDate(2014, 1, 1), QDate(2020, 6, 1), width));
            return std::ranges::count(marks, PlacedMark::Shape::Cluster, &PlacedMark::shape);
        };
        QCOMPARE(clusters(800), 1);
        QCOMPARE(clusters(20000), 0);
    }

    void aYearIsASpanAsLongAsTheDoubt()
    {
        const TimelineContent content = timelineContent(map(), everything());
        const TimelineAxis axis = axisFor(content, QDate(2014, 1, 1), QDate(2020, 6, 1), 2000);
        const auto marks = placeMarks(content, axis);
        const auto span = std::ranges::find(marks, PlacedMark::Shape::Span, &PlacedMark::shape);
        QVERIFY(span != marks.end());
        QCOMPARE(span->box.left(), axis.x(QDate(2018, 1, 1)));
        QCOMPARE(span->box.right(), axis.x(QDate(2019, 1, 1)));
    }

    void gapsAndMissingNumbersAreSaidApart()
    {
        const TimelineContent content = timelineContent(map(), everything());
        const auto &stretches = content.lanes[1].stretches;
        QCOMPARE(stretches.size(), std::size_t(2));
        const auto gap = std::ranges::find(stretches, false, &TimelineStretch::ordinalsMissing);
        const auto missing = std::ranges::find(stretches, true, &TimelineStretch::ordinalsMissing);
        QVERIFY(gap != stretches.end() && missing != stretches.end());
        QVERIFY2(gap->words.first().startsWith(u"none for 3"_s), qPrintable(gap->words.first()));
        QCOMPARE(missing->words.first(), u"round 4 not recorded"_s);
    }

    void theLegendListsExactlyWhatIsVisible()
    {
        const QStringList all = words(timelineDrawing(map(), everything(), {})->legend());
        QVERIFY(all.contains(u"only the year or month is known"_s));
        QVERIFY(all.contains(u"several, too close to draw"_s));
        QVERIFY(all.contains(u"in person, with its number"_s));
        QVERIFY(!all.contains(u"by video"_s));
        QVERIFY(!all.contains(u"planned"_s));
        TimelineOptions early;
        early.from = QDate(2014, 1, 1);
        early.to = QDate(2014, 12, 31);
        const QStringList first = words(timelineDrawing(map(), everything(), early)->legend());
        QVERIFY(first.contains(u"in person, with its number"_s));
        QVERIFY(!first.contains(u"only the year or month is known"_s));
        QVERIFY(!first.contains(u"same day"_s));
    }

    void theDrawingShowsTheWholeRange()
    {
        const auto drawing = timelineDrawing(map(), everything(), {});
        const DrawingFacts facts = drawing->facts();
        for (const char *meeting :
             {"cyber/2014-05-12", "cyber/2015-04-29", "cyber/2018", "cyber/2019-06-28", "summit/2019-06-28", "summit/2019-07-01"})
            QVERIFY(facts.records.contains(QString::fromLatin1(meeting)));
        QVERIFY(facts.asOf.contains(u"2020"_s));
    }

    void onPaperItIsOnePage()
    {
        PageSetup page;
        for (const auto paper : {QPageSize::A4, QPageSize::A3}) {
            page.paper = QPageSize(paper);
            const auto drawing = drawingOf(DrawnView::Timeline, map(), everything(), u"ladder"_s, page);
            QCOMPARE(Pages(*drawing, page).count(), 1);
            const double scale = Pages::roomOn(page).width() / drawing->size().width();
            QVERIFY2(scale * 11 * 0.75 >= 5.5, qPrintable(QString::number(scale)));
            QVERIFY(drawing->heads().left() > 0);
        }
    }

    void theTitleBlockSaysTheScopeAndTheTotals()
    {
        Lens lens = everything();
        lens.filters = {{u"level"_s, u"summit"_s}};
        const DrawingFacts facts = timelineDrawing(map(), lens, {})->facts();
        QVERIFY2(facts.shown.startsWith(u"2 of 7 rounds, 1 of 3 dialogues"_s), qPrintable(facts.shown));
        QCOMPARE(facts.filters, u"level: summit"_s);
        lens.filters.clear();
        QCOMPARE(timelineDrawing(map(), lens, {})->facts().filters, u"none"_s);
        lens.scope = Scope::FirstView;
        QVERIFY(timelineDrawing(map(), lens, {})->facts().filters.startsWith(u"first view"_s));
    }

    void anEmptySheetSaysWhatIsMissing()
    {
        const auto drawing = timelineDrawing(Lookup(Model()), everything(), {});
        QCOMPARE(drawing->facts().empty, u"No dated meeting here."_s);
        QVERIFY(drawing->legend().empty());
    }

    void theChartAndThePainterAgreeOnPlaces()
    {
        SharedLens lens;
        Selection selection;
        lens.set(everything());
        TimelineView view(lens, selection);
        view.resize(900, 400);
        view.setMap(std::make_shared<const Lookup>(map()));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const TimelineChart &chart = view.chart();
        const QDate day(2017, 3, 1);
        const QPointF place = chart.chart()->mapToPosition({double(day.toJulianDay()), 10}, chart.chart()->series().first());
        QVERIFY(std::abs(place.x() - chart.axis().x(day)) < 1);
        QVERIFY(std::abs(place.y() - (chart.axis().plot.top() + 10)) < 1);
    }

    void aClickOnAMarkChoosesItsMeetingAndOnAHeadItsDialogue()
    {
        SharedLens lens;
        Selection selection;
        lens.set(everything());
        TimelineView view(lens, selection);
        view.resize(900, 300);
        view.setMap(std::make_shared<const Lookup>(map()));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        TimelineChart &chart = view.chart();
        const auto &marks = chart.marks();
        const auto mark = std::ranges::find_if(marks, [](const PlacedMark &placed) { return placed.holds(u"cyber/2015-04-29"_s); });
        QVERIFY(mark != marks.end());
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, mark->box.center().toPoint());
        QCOMPARE(selection.current(), u"cyber/2015-04-29"_s);
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, QPoint(60, int(chart.axis().lanes[0])));
        QCOMPARE(selection.current(), u"summit"_s);
    }

    void arrowsWalkAlongALaneAndEnterChooses()
    {
        SharedLens lens;
        Selection selection;
        lens.set(everything());
        TimelineView view(lens, selection);
        view.resize(900, 300);
        view.setMap(std::make_shared<const Lookup>(map()));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.chart().setFocus();
        QTest::keyClick(&view.chart(), Qt::Key_Down);
        QTest::keyClick(&view.chart(), Qt::Key_Return);
        QVERIFY2(selection.current().startsWith(u"cyber/"_s), qPrintable(selection.current()));
        QTest::keyClick(&view.chart(), Qt::Key_Left);
        QTest::keyClick(&view.chart(), Qt::Key_Left);
        QTest::keyClick(&view.chart(), Qt::Key_Left);
        QTest::keyClick(&view.chart(), Qt::Key_Left);
        QTest::keyClick(&view.chart(), Qt::Key_Space);
        QCOMPARE(selection.current(), u"cyber/2014-05-12"_s);
    }

    void draggingTheLineMovesTheDayOfAllViews()
    {
        SharedLens lens;
        Selection selection;
        lens.set(everything());
        TimelineView view(lens, selection);
        view.resize(900, 300);
        view.setMap(std::make_shared<const Lookup>(map()));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        TimelineChart &chart = view.chart();
        const TimelineAxis axis = chart.axis();
        const QPoint start(int(axis.x(lens.value().asOf)), int(axis.plot.bottom()) - 2);
        const QDate wanted(2016, 7, 1);
        QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(chart.viewport(), QPoint(int(axis.x(wanted)), start.y()));
        QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, QPoint(int(axis.x(wanted)), start.y()));
        QVERIFY(std::abs(lens.value().asOf.daysTo(wanted)) < 10);
    }

    void anEmptyMapSaysWhatIsMissing()
    {
        SharedLens lens;
        Selection selection;
        TimelineView view(lens, selection);
        view.setMap(std::make_shared<const Lookup>(Model()));
        const auto texts = view.findChildren<RunText *>();
        QVERIFY(std::ranges::any_of(texts, [](const RunText *text) { return text->text() == u"No dated meeting here."_s; }));
    }
};

QTEST_MAIN(TimelineTest)
#include "timeline_test.moc"
