#include "core/exchange/csv.h"
#include "tests/support/mapbuilder.h"
#include "ui/drawings.h"
#include "ui/paint/fonts.h"
#include "ui/timeline/timelinechart.h"
#include "ui/timeline/timelinecontrols.h"
#include "ui/timeline/timelinedrawing.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/yearbars.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

Lens everything(const QDate &day = QDate(2026, 3, 1))
{
    Lens lens;
    lens.scope = Scope::All;
    lens.asOf = day;
    return lens;
}

const Lookup &shipped()
{
    static const Lookup lookup(*exchange::shippedMap());
    return lookup;
}

/// Two bodies of each side, two areas, three dialogues, one of which succeeds another.
MapBuilder small()
{
    MapBuilder map;
    map.instrument("ins").adopted("2014");
    map.area("sea");
    map.area("net");
    map.clause("ins/1").area("sea");
    map.clause("ins/2").area("net").names("talks");
    map.dialogue("old").level(Level::Directors).succeededBy("talks");
    map.dialogue("talks").level(Level::Directors).months(12);
    map.dialogue("other").level(Level::Summit);
    map.institution("eu-a", Side::Eu);
    map.institution("rok-b", Side::Rok);
    map.meeting("old", "2012-05-05").ordinal(1);
    map.meeting("talks", "2015-01-10").ordinal(1).attendedBy({"eu-a", "rok-b"});
    map.meeting("talks", "2016-01-10").ordinal(2).attendedBy({"eu-a"});
    map.meeting("talks", "2020-06").ordinal(5);
    map.meeting("other", "2016-01-10");
    map.meeting("other", "");
    return map;
}

Commitment commitment(const char *id, const char *due)
{
    Commitment row;
    row.id.value = QString::fromUtf8(id);
    row.summary = u"A joint <b>seminar</b>"_s;
    row.due = *PartialDate::parse(QString::fromUtf8(due));
    return row;
}

const TimelineLane *laneOf(const TimelineContent &content, const QString &record)
{
    const auto found = std::ranges::find(content.lanes, record, &TimelineLane::record);
    return found == content.lanes.end() ? nullptr : &*found;
}

/// A view large enough for bars and legend, on screen.
struct Shown
{
    explicit Shown(const Lookup &lookup, const Lens &start = everything())
    {
        lens.set(start);
        view = std::make_unique<TimelineView>(lens, selection);
        view->resize(1100, 700);
        view->setMap(std::make_shared<const Lookup>(lookup));
        view->show();
        QCoreApplication::processEvents(); // The layout comes to rest.
    }
    SharedLens lens;
    Selection selection;
    std::unique_ptr<TimelineView> view;
};

} // namespace

class TimelineRangeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void aLensKeepsItsLanes()
    {
        Lens lens = everything();
        lens.style = {u"mono=yes"_s};
        QCOMPARE(lanesOf(lens), TimelineLanes::Dialogue);
        for (const auto kind : {TimelineLanes::Area, TimelineLanes::Institution, TimelineLanes::Side, TimelineLanes::Dialogue}) {
            lens = withLanes(lens, kind);
            QCOMPARE(lanesOf(lens), kind);
            QCOMPARE(lanesFromWord(wordOf(kind)), std::optional(kind));
        }
        QCOMPARE(lens.style, QStringList(u"mono=yes"_s));
        lens.style = {u"lanes=nonsense"_s};
        QCOMPARE(lanesOf(lens), TimelineLanes::Dialogue);
    }

    void lanesOfAreasHoldTheRoundsOfWhoLooksAfterThemAndOfWhatRaisedThem()
    {
        MapBuilder map = small();
        map.readout(u"other/2016-01-10"_s);
        map.raises(u"other/2016-01-10"_s, u"ins/1"_s, CoverageLevel::Discussed);
        const TimelineContent content = timelineContent(map.lookup(), withLanes(everything(), TimelineLanes::Area));
        const TimelineLane *net = laneOf(content, u"net"_s);
        const TimelineLane *sea = laneOf(content, u"sea"_s);
        QVERIFY(net && sea);
        QCOMPARE(net->marks.size(), std::size_t(3));
        QCOMPARE(sea->marks.size(), std::size_t(1));
        QCOMPARE(sea->marks[0].record, u"other/2016-01-10"_s);
        QVERIFY2(net->marks[0].ordinal.isEmpty(), "a number says nothing where several series share a lane");
        QCOMPARE(content.unplaced, QStringList(u"old/2012-05-05"_s));
    }

    void lanesOfBodiesAndSidesHoldWhereTheyAreRecorded()
    {
        MapBuilder map = small();
        const TimelineContent bodies = timelineContent(map.lookup(), withLanes(everything(), TimelineLanes::Institution));
        QCOMPARE(bodies.lanes.size(), std::size_t(2));
        QCOMPARE(laneOf(bodies, u"eu-a"_s)->rounds, 2);
        QCOMPARE(laneOf(bodies, u"rok-b"_s)->rounds, 1);
        const TimelineContent sides = timelineContent(map.lookup(), withLanes(everything(), TimelineLanes::Side));
        QCOMPARE(sides.lanes.size(), std::size_t(3)); // EU, ROK, and nobody recorded.
        QCOMPARE(sides.lanes[2].name, u"Side not recorded"_s);
        QVERIFY(sides.unplaced.isEmpty());
    }

    void whateverTheLanesTheSameRoundsAreCounted()
    {
        const TimelineContent dialogues = timelineContent(shipped(), everything());
        for (const auto kind : {TimelineLanes::Area, TimelineLanes::Institution, TimelineLanes::Side}) {
            const TimelineContent content = timelineContent(shipped(), withLanes(everything(), kind));
            QCOMPARE(content.rounds, dialogues.rounds);
            QCOMPARE(content.roundsByYear, dialogues.roundsByYear);
            QCOMPARE(content.first, dialogues.first);
            QSet<QString> placed(content.unplaced.begin(), content.unplaced.end());
            for (const TimelineLane &lane : content.lanes) {
                for (const TimelineRound &round : lane.marks)
                    placed.insert(round.record);
            }
            QCOMPARE(placed.size(), 87);
        }
    }

    void otherLanesLeaveTheZoomAlone()
    {
        Shown shown(shipped());
        TimelineChart &chart = shown.view->chart();
        chart.setRange(QDate(2019, 2, 3), QDate(2023, 4, 5));
        QComboBox &lanes = shown.view->controls().lanes();
        for (int index = 0; index < lanes.count(); ++index) {
            lanes.setCurrentIndex(index);
            emit lanes.activated(index);
            QCOMPARE(int(shown.view->chart().content().kind), lanes.itemData(index).toInt());
            QCOMPARE(chart.axis().from, QDate(2019, 2, 3));
        }
        shown.lens.setScope(Scope::FirstView);
        QCOMPARE(chart.axis().from, QDate(2019, 2, 3));
        shown.view->setMap(std::make_shared<const Lookup>(small().lookup()));
        QVERIFY2(chart.axis().from != QDate(2019, 2, 3), "another map begins with its own time");
    }

    void commitmentsFallDueOnTheLanesTheyBelongTo()
    {
        MapBuilder map = small();
        Commitment made = commitment("one", "2016-12");
        made.meeting.value = u"talks/2016-01-10"_s;
        map.model().table<Commitment>().put(made);
        Commitment undated = commitment("two", "");
        undated.meeting.value = u"talks/2016-01-10"_s;
        map.model().table<Commitment>().put(undated);
        Commitment ofBody = commitment("three", "2017-01-02");
        ofBody.by.value = u"rok-b"_s;
        ofBody.state = CommitmentState::Delivered;
        map.model().table<Commitment>().put(ofBody);

        const TimelineContent content = timelineContent(map.lookup(), everything());
        const TimelineLane *talks = laneOf(content, u"talks"_s);
        QVERIFY(talks->marks.back().isCommitment && talks->marks.back().overdue && talks->marks.back().partial);
        QCOMPARE(content.undatedCommitments, QStringList(u"two"_s));
        QVERIFY(!timelineContent(map.lookup(), everything(QDate(2016, 12, 31))).lanes.empty());
        QVERIFY2(!laneOf(timelineContent(map.lookup(), everything(QDate(2016, 12, 31))), u"talks"_s)->marks.back().overdue,
                 "it is not overdue on the last day that its month has");
        const TimelineContent bodies = timelineContent(map.lookup(), withLanes(everything(), TimelineLanes::Institution));
        QCOMPARE(laneOf(bodies, u"rok-b"_s)->marks.back().record, u"three"_s);
        const auto legend = timelineDrawing(map.lookup(), everything(), {})->legend();
        QVERIFY(std::ranges::any_of(legend, [](const LegendEntry &entry) { return entry.words == u"commitment overdue"_s; }));
    }

    void expectedDaysHangInTheLanes()
    {
        const TimelineContent content = timelineContent(small().lookup(), everything(QDate(2022, 1, 1)));
        const TimelineLane *talks = laneOf(content, u"talks"_s);
        QVERIFY(std::ranges::any_of(talks->expected, [](const TimelineDue &due) { return due.isNext && due.passed && due.day == QDate(2021, 6, 30); }));
        QVERIFY(std::ranges::any_of(talks->expected, [](const TimelineDue &due) { return !due.passed && due.day == QDate(2022, 6, 30); }));
        QVERIFY(content.last >= QDate(2022, 6, 30));
    }

    void aPredecessorIsJoinedOrTold()
    {
        const TimelineContent both = timelineContent(small().lookup(), everything());
        QCOMPARE(both.successions.size(), std::size_t(1));
        QVERIFY(laneOf(both, u"talks"_s)->origin.isEmpty());
        Lens around = everything();
        around.scope = Scope::Neighbourhood;
        around.focus = u"eu-a"_s;
        const TimelineContent one = timelineContent(small().lookup(), around);
        QVERIFY(!laneOf(one, u"old"_s));
        QCOMPARE(laneOf(one, u"talks"_s)->origin, u"succeeds Old: 1 round, in 2012"_s);
    }

    void aRoundWithoutANumberMayBeOneOfThoseNotRecorded()
    {
        MapBuilder map = small();
        map.meeting("talks", "2018-03-03");
        const TimelineContent content = timelineContent(map.lookup(), everything());
        const auto &stretches = laneOf(content, u"talks"_s)->stretches;
        const auto missing = std::ranges::find(stretches, true, &TimelineStretch::ordinalsMissing);
        QVERIFY(missing != stretches.end());
        QCOMPARE(missing->words.first(), u"rounds 3–4 not recorded; one round without a number, of 2018, may be among them"_s);
        QCOMPARE(missing->words.last(), u"3–4"_s);
    }

    void anInstrumentOfWhichOnlyTheYearIsKnownIsASpan()
    {
        const TimelineContent content = timelineContent(small().lookup(), everything());
        QCOMPARE(content.flags.size(), std::size_t(1));
        QCOMPARE(content.flags[0].last, QDate(2014, 12, 31));
        QVERIFY2(content.flags[0].words.endsWith(u", 2014"_s), qPrintable(content.flags[0].words));
    }

    void aClickOnAClusterZoomsUntilItsRoundsStandApart()
    {
        Shown shown(shipped());
        TimelineChart &chart = shown.view->chart();
        for (int clicks = 0; clicks < 12; ++clicks) {
            const auto cluster = std::ranges::find_if(chart.marks(), [](const PlacedMark &mark) {
                return mark.shape == PlacedMark::Shape::Cluster && !mark.isSameDay();
            });
            if (cluster == chart.marks().end())
                break;
            const QString round = cluster->rounds.front()->record;
            const qint64 before = chart.axis().from.daysTo(chart.axis().to);
            QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, cluster->box.center().toPoint());
            QVERIFY(chart.axis().from.daysTo(chart.axis().to) < before);
            QVERIFY2(std::ranges::any_of(chart.marks(), [&](const PlacedMark &mark) { return mark.holds(round); }), "it is still seen");
            QVERIFY(shown.selection.current().isEmpty());
        }
        QVERIFY(std::ranges::none_of(chart.marks(), [](const PlacedMark &mark) { return mark.shape == PlacedMark::Shape::Cluster && !mark.isSameDay(); }));
    }

    void roundsOfOneDayAreRecognisedAndGivenOneAfterTheOther()
    {
        MapBuilder map;
        map.dialogue("d");
        map.meeting("d", "2020-01-05");
        auto second = map.meeting("d", "2020-01-05").row();
        second.id.value = u"d/second"_s;
        map.model().table<Meeting>().put(second);
        map.meeting("d", "2022-01-05");
        Shown shown(map.lookup());
        TimelineChart &chart = shown.view->chart();
        const auto sameDay = std::ranges::find_if(chart.marks(), &PlacedMark::isSameDay);
        QVERIFY(sameDay != chart.marks().end());
        const QPoint place = sameDay->box.center().toPoint();
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, place);
        const QString first = shown.selection.current();
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, place);
        QVERIFY(!first.isEmpty() && shown.selection.current() != first);
        const auto legend = chart.legend();
        QVERIFY(std::ranges::any_of(legend, [](const LegendEntry &entry) { return entry.words == u"several on one day"_s; }));
    }

    void aDragOverTheYearsIsTheRangeOfAllViews()
    {
        Shown shown(shipped());
        YearBars &bars = shown.view->bars();
        QVERIFY(bars.isVisible());
        const TimelineAxis &axis = bars.axis();
        const int y = int(axis.plot.center().y());
        const QPoint from(int(axis.x(QDate(2015, 3, 10))), y);
        const QPoint to(int(axis.x(QDate(2019, 8, 20))), y);
        QTest::mousePress(bars.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(bars.viewport(), to);
        QVERIFY2(!shown.lens.value().from.isValid(), "nothing follows before the button is let go");
        QTest::mouseRelease(bars.viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(shown.lens.value().from.day(), 1);
        QVERIFY(std::abs(shown.lens.value().from.daysTo(QDate(2015, 3, 1))) < 40);
        QCOMPARE(shown.lens.value().asOf.day(), shown.lens.value().asOf.daysInMonth());
        QVERIFY(std::abs(shown.lens.value().asOf.daysTo(QDate(2019, 8, 31))) < 40);
        QVERIFY(shown.view->chart().content().inRange < shown.view->chart().content().rounds);
        QTest::mouseDClick(bars.viewport(), Qt::LeftButton, {}, from);
        QVERIFY(!shown.lens.value().from.isValid());
        QVERIFY2(std::abs(shown.lens.value().asOf.daysTo(QDate(2019, 8, 31))) < 40, "the day stays");
    }

    void theRangeCanBeMovedByKeyboardAndTakenOff()
    {
        Shown shown(shipped());
        YearBars &bars = shown.view->bars();
        bars.setFocus();
        QTest::keyClick(&bars, Qt::Key_Right);
        QCOMPARE(shown.lens.value().from, QDate(2025, 3, 2));
        QCOMPARE(shown.lens.value().asOf, QDate(2026, 3, 1));
        QTest::keyClick(&bars, Qt::Key_Left);
        QCOMPARE(shown.lens.value().from, QDate(2024, 3, 2));
        QTest::keyClick(&bars, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(shown.lens.value().from, QDate(2024, 2, 1));
        QTest::keyClick(&bars, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown.lens.value().asOf, QDate(2025, 4, 30));
        QVERIFY(bars.accessibleDescription().contains(u"1 Feb 2024"_s));
        QTest::keyClick(&bars, Qt::Key_Escape);
        QVERIFY(!shown.lens.value().from.isValid());
        QCOMPARE(shown.lens.value().asOf, QDate(2025, 4, 30));
    }

    void escapeInTheLanesTakesTheRangeOffFirst()
    {
        Shown shown(shipped());
        setRange(shown.lens, QDate(2020, 1, 1), {});
        shown.view->chart().setFocus();
        QTest::keyClick(&shown.view->chart(), Qt::Key_Escape);
        QVERIFY(!shown.lens.value().from.isValid());
    }

    void twoFieldsSetTheRange()
    {
        Shown shown(shipped());
        TimelineControls &controls = shown.view->controls();
        QVERIFY(!controls.from().isVisibleTo(&controls));
        controls.range().click();
        QVERIFY(shown.lens.value().from.isValid());
        QVERIFY(controls.from().isVisibleTo(&controls));
        controls.from().setDate(QDate(2018, 5, 1));
        QCOMPARE(shown.lens.value().from, QDate(2018, 5, 1));
        // An end before the beginning: they change places.
        controls.to().setDate(QDate(2017, 1, 1));
        QCOMPARE(shown.lens.value().from, QDate(2017, 1, 1));
        QCOMPARE(shown.lens.value().asOf, QDate(2018, 5, 1));
        QCOMPARE(controls.from().date(), QDate(2017, 1, 1));
        controls.range().click();
        QVERIFY(!shown.lens.value().from.isValid());
        QCOMPARE(shown.lens.value().asOf, QDate(2018, 5, 1));
    }

    void whatHasNoDateIsALinkToItsList()
    {
        Shown shown(small().lookup());
        QSignalSpy lists(shown.view.get(), &TimelineView::listRequested);
        const auto link = std::ranges::find_if(shown.view->summary(), [](const Run &run) { return run.target.kind == Target::Command; });
        QVERIFY(link != shown.view->summary().end());
        QCOMPARE(link->text, u"1 undated"_s);
        shown.view->follow(link->target);
        QCOMPARE(lists.size(), 1);
        QCOMPARE(lists[0][1].toStringList(), QStringList(u"other/"_s));
    }

    void wheelAndKeysZoomAndPan()
    {
        Shown shown(shipped());
        TimelineChart &chart = shown.view->chart();
        const auto days = [&] { return chart.axis().from.daysTo(chart.axis().to); };
        chart.setFocus();
        const qint64 before = days();
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(days() < before);
        const QDate from = chart.axis().from;
        const qint64 length = days();
        QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(chart.axis().from < from);
        QVERIFY(std::abs(days() - length) <= 1);
        QWheelEvent wheel(QPointF(600, 200), chart.viewport()->mapToGlobal(QPointF(600, 200)), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart.viewport(), &wheel);
        QVERIFY(days() < length);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.axis().from, QDate(2001, 1, 1));
    }

    void oddDatesAreShownAndDoNotStopAnything()
    {
        MapBuilder map;
        map.dialogue("d").months(12);
        map.meeting("d", "0201-01-01").ordinal(1);
        map.meeting("d", "9999-12-31").ordinal(1);
        map.meeting("d", "2020-05-05").end("2019-01-01").ordinal(7);
        for (const QDate &day : {QDate(1, 1, 1), QDate(2026, 3, 1), QDate(9999, 12, 31), QDate()}) {
            Lens lens = everything(day);
            lens.from = QDate(2020, 1, 1);
            Shown shown(map.lookup(), lens);
            QCOMPARE(shown.view->chart().content().lanes.size(), std::size_t(1));
            shown.view->showWholeRange();
            shown.view->grab();
            const auto drawing = timelineDrawing(map.lookup(), lens, {});
            QVERIFY(drawing->size().width() > 0);
        }
    }

    void aLongTimeIsSpreadOverPagesWithTheNamesOfTheLanes()
    {
        MapBuilder map;
        for (int lane = 0; lane < 60; ++lane) {
            const QString dialogue = u"dialogue-%1"_s.arg(lane, 2, 10, QChar(u'0'));
            map.dialogue(dialogue).level(Level::Working);
            for (int year = 1900; year < 2026; year += 3)
                map.meeting(dialogue, u"%1-05-05"_s.arg(year)).ordinal(year - 1899);
        }
        PageSetup page;
        page.mono = true;
        const auto drawing = drawingOf(DrawnView::Timeline, map.lookup(), everything(), {}, page);
        const Pages pages(*drawing, page);
        QVERIFY(pages.count() > 1);
        QVERIFY(drawing->heads().left() > 100);
    }
};

QTEST_MAIN(TimelineRangeTest)
#include "timeline_range_test.moc"
