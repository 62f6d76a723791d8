#include "core/network/firstview.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::network;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

Lens lensOn(const QDate &day)
{
    Lens lens;
    lens.asOf = day;
    return lens;
}

FirstView viewOf(MapBuilder &map, const QDate &day = QDate(2026, 3, 1))
{
    return firstView(map.lookup(), lensOn(day));
}

/// An instrument whose clause names `cyber`, which reports to `summit`; `eu` and `rok` meet there.
MapBuilder partnership()
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.instrument("older").adopted("2013-11-08");
    map.instrument("unrelated");
    map.area("area");
    map.area("elsewhere");
    map.dialogue("summit").level(Level::Summit);
    map.dialogue("cyber").level(Level::Directors).reportsTo("summit").foundedBy("older");
    map.clause("ins/15").names("cyber").area("area");
    map.institution("eu", Side::Eu);
    map.institution("rok", Side::Rok);
    map.institution("rok-agency", Side::Rok);
    map.meeting("cyber", "2020-11-24").attendedBy({"eu", "rok", "rok-agency"});
    map.meeting("cyber", "2025-05-20").attendedBy({"eu", "rok"});
    map.meeting("cyber", "2025-09-09").attendedBy({"eu"}); // one side only: not the last round
    return map;
}

} // namespace

TEST(FirstView, showsTheInstrumentItsDialoguesTheirSuperiorsAreasAndBases)
{
    MapBuilder map = partnership();
    const FirstView view = viewOf(map);
    EXPECT_EQ(view.dialogues, (QStringList{u"cyber"_s, u"summit"_s}));
    EXPECT_EQ(view.areas, QStringList(u"area"_s));
    EXPECT_EQ(view.instruments, (QStringList{u"ins"_s, u"older"_s}));
    EXPECT_EQ(view.institutions, (QStringList{u"eu"_s, u"rok"_s})); // not who came to an earlier round only
    EXPECT_EQ(view.shown(), 7);
    EXPECT_EQ(view.total, 10);
}

TEST(FirstView, anEarlierDayShowsWhoCameThen)
{
    MapBuilder map = partnership();
    EXPECT_EQ(viewOf(map, QDate(2025, 5, 19)).institutions, (QStringList{u"eu"_s, u"rok"_s, u"rok-agency"_s}));
}

TEST(FirstView, dialoguesThatEndedOrAreFoundedLaterAreNotInForce)
{
    MapBuilder map = partnership();
    map.clause("ins/6").names("ended").names("planned");
    map.dialogue("ended").status(DialogueStatus::Ended);
    map.dialogue("planned").status(DialogueStatus::Planned).foundedBy("ins/6");
    EXPECT_EQ(viewOf(map).dialogues, (QStringList{u"cyber"_s, u"planned"_s, u"summit"_s}));
    EXPECT_EQ(viewOf(map, QDate(2024, 11, 3)).dialogues, (QStringList{u"cyber"_s, u"summit"_s}));
    map.dialogue("ended").to("2026-03-01");
    EXPECT_TRUE(viewOf(map).contains(u"ended"_s));
    EXPECT_FALSE(viewOf(map, QDate(2026, 3, 2)).contains(u"ended"_s));
    Lens all = lensOn(QDate(2026, 3, 2));
    all.onlyInForce = false;
    EXPECT_TRUE(firstView(map.lookup(), all).contains(u"ended"_s));
}

TEST(FirstView, otherDialoguesNeedTwoRecentRoundsWithBothSidesAndALevel)
{
    MapBuilder map = partnership();
    const auto add = [&](const char *id, Level level, std::initializer_list<const char *> dates) {
        map.dialogue(id).level(level);
        for (const char *date : dates)
            map.meeting(id, date).attendedBy({"eu", "rok"});
    };
    add("busy", Level::Working, {"2021-03-01", "2024-01-01"});
    add("early", Level::Working, {"2021-02-28", "2024-01-01"});
    add("once", Level::Ministers, {"2024-01-01"});
    add("informal", Level::Track15, {"2023-01-01", "2024-01-01"});
    add("unplaced", Level::None, {"2023-01-01", "2024-01-01"});
    map.dialogue("onesided").level(Level::Ministers);
    map.meeting("onesided", "2023-01-01").attendedBy({"eu"});
    map.meeting("onesided", "2024-01-01").attendedBy({"eu", "rok"});
    EXPECT_EQ(viewOf(map).dialogues, (QStringList{u"busy"_s, u"cyber"_s, u"summit"_s}));
}

TEST(FirstView, bodiesNamedInClausesFoldIntoTheirDirectParent)
{
    MapBuilder map = partnership();
    map.institution("un", Side::Multilateral);
    for (const char *organ : {"un-a", "un-b", "un-c"})
        map.institution(organ, Side::Multilateral).partOf("un");
    map.institution("fleet").partOf("not shown");
    map.institution("not shown");
    map.institution("grandchild").partOf("un-a");
    map.institution("feared", Side::Third);
    map.clause("ins/16").names("un").names("un-a").names("un-b").names("un-c").names("fleet").names("rok").names("grandchild");
    map.clause("ins/1").names("feared").commitment({u"declaratory"_s});
    const FirstView view = viewOf(map);
    // A body whose direct parent is folded itself stands for itself.
    EXPECT_EQ(view.institutions, (QStringList{u"eu"_s, u"fleet"_s, u"grandchild"_s, u"rok"_s, u"un"_s}));
    EXPECT_EQ(view.folded.value(u"un"_s), (QStringList{u"un-a"_s, u"un-b"_s, u"un-c"_s}));
}

TEST(FirstView, aCircleOfParentsKeepsOneOfThem)
{
    MapBuilder map = partnership();
    map.institution("a").partOf("b");
    map.institution("b").partOf("a");
    map.clause("ins/16").names("a").names("b");
    const FirstView view = viewOf(map);
    EXPECT_TRUE(view.contains(u"a"_s));
    EXPECT_EQ(view.folded.value(u"a"_s), QStringList(u"b"_s));
}

TEST(FirstView, aFullViewFoldsUnitsThenAreasThenTheLeastBusyDialogues)
{
    MapBuilder map = partnership();
    const auto key = [](const char *word, int i) { return u"%1-%2"_s.arg(QLatin1StringView(word)).arg(i, 2, 10, QChar(u'0')); };
    // Twenty units of `rok` that sat at one table only.
    auto last = map.meeting("cyber", "2025-12-01");
    last.attendedBy({"eu", "rok"});
    for (int i = 0; i < 20; ++i) {
        const QByteArray unit = key("unit", i).toUtf8();
        map.institution(unit.constData(), Side::Rok).partOf("rok");
        last.attendedBy({unit.constData()});
    }
    map.clause("ins/40").names("summit");
    map.meeting("summit", "2025-06-17").attendedBy({"eu", "rok"});
    const auto addAreas = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            map.area(key("area", i).toUtf8().constData());
            map.clause(u"ins/%1"_s.arg(100 + i)).area(key("area", i).toUtf8().constData());
        }
    };
    const auto addBusy = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            const QString id = key("busy", i);
            map.dialogue(id).level(Level::Working);
            for (int round = 0; round < 2 + i % 3; ++round)
                map.meeting(id, u"2024-0%1-01"_s.arg(round + 1)).attendedBy({"eu", "rok"});
        }
    };
    addAreas(0, 30);
    FirstView view = viewOf(map); // 22 institutions, 2 dialogues, 31 areas, 2 instruments
    EXPECT_EQ(view.shown(), 57);
    EXPECT_TRUE(view.folded.isEmpty());

    addAreas(30, 40);
    view = viewOf(map);
    EXPECT_EQ(view.shown(), 47);
    EXPECT_EQ(view.folded.value(u"rok"_s).size(), 20);
    EXPECT_TRUE(view.foldedAreas.isEmpty());

    addAreas(40, 60);
    view = viewOf(map);
    EXPECT_EQ(view.areas, QStringList(u"area"_s)); // the only one with a responsible dialogue
    EXPECT_EQ(view.foldedAreas.size(), 60);
    EXPECT_TRUE(view.foldedDialogues.isEmpty());

    addBusy(0, 60);
    view = viewOf(map);
    EXPECT_EQ(view.shown(), 60);
    EXPECT_EQ(view.foldedDialogues.size(), 7);
    EXPECT_EQ(view.foldedDialogues.first(), u"busy-00"_s); // those with two rounds go first
    EXPECT_TRUE(view.contains(u"cyber"_s) && view.contains(u"summit"_s));
}

TEST(FirstView, withoutClausesTheBusyDialoguesAndTheirTablesStand)
{
    MapBuilder map;
    map.instrument("ins");
    map.institution("eu", Side::Eu);
    map.institution("rok", Side::Rok);
    map.institution("absent", Side::Rok);
    map.dialogue("busy").level(Level::Ministers).foundedBy("ins");
    map.meeting("busy", "2024-01-01").attendedBy({"eu", "rok"});
    map.meeting("busy", "2025-01-01").attendedBy({"eu", "rok"});
    const FirstView view = viewOf(map);
    EXPECT_EQ(view.dialogues, QStringList(u"busy"_s));
    EXPECT_EQ(view.institutions, (QStringList{u"eu"_s, u"rok"_s}));
    EXPECT_TRUE(view.instruments.isEmpty());
}

TEST(FirstView, withoutDialoguesTheMostRelatedStand)
{
    MapBuilder map;
    for (int i = 0; i < 70; ++i)
        map.institution(u"body-%1"_s.arg(i, 2, 10, QChar(u'0')).toUtf8().constData());
    map.institution("body-69").partOf("body-68");
    const FirstView view = viewOf(map);
    EXPECT_EQ(view.shown(), 60);
    EXPECT_TRUE(view.contains(u"body-69"_s) && view.contains(u"body-68"_s));
    EXPECT_FALSE(view.contains(u"body-58"_s));
}

TEST(FirstView, anEmptyMapShowsNothing)
{
    MapBuilder map;
    EXPECT_EQ(viewOf(map).shown(), 0);
    EXPECT_EQ(viewOf(map).total, 0);
}
