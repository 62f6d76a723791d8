#include "core/network/metrics.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/networkdesk.h"
#include "ui/chipbar.h"
#include "ui/network/lenswords.h"
#include "ui/network/minimap.h"
#include "ui/paint/fonts.h"
#include "ui/rangebutton.h"

#include <QDateEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace entente;
using namespace entente::tests;

namespace {

/// A star with more rays than are usually shown, and a second ring.
MapBuilder star(int rays)
{
    MapBuilder map;
    map.dialogue("centre").level(Level::Ministers);
    for (int i = 0; i < rays; ++i) {
        const QByteArray body = "body " + QByteArray::number(i);
        map.institution(body.constData(), i % 2 ? Side::Eu : Side::Rok);
        map.meeting("centre", "2025-01-01").attendedBy({body.constData()});
        const QByteArray unit = "unit " + QByteArray::number(i);
        map.institution(unit.constData(), i % 2 ? Side::Eu : Side::Rok).partOf(body.constData());
    }
    return map;
}

int overlaps(const NetworkDrawing &drawing)
{
    std::vector<QRectF> rects;
    for (const network::Box &box : drawing.picture().boxes)
        rects.push_back(box.rect);
    return int(network::overlapCount(rects));
}

QStringList wordsOf(const Lens &lens, const Lookup &lookup)
{
    QStringList words;
    for (const LensLimit &limit : limitsOf(&lookup, lens))
        words.append(limit.words);
    return words;
}

} // namespace

class NetworkFindingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void chipsSayEveryLimitAndTakeItOff()
    {
        const Lookup lookup(shippedRows());
        Lens lens = firstView();
        lens.from = QDate(2020, 1, 1);
        lens.filters = {{u"level"_s, u"ministers"_s}, {u"area"_s, u"area-cyber"_s}};
        lens.groups = {u"side"_s};
        const QStringList words = wordsOf(lens, lookup);
        QCOMPARE(words.size(), 5);
        QVERIFY(words.contains(u"in force during 1 Jan 2020 – 1 Mar 2026"_s));
        QVERIFY(words.contains(u"level: ministers"_s));
        QVERIFY(words.contains(u"grouped by side"_s));
        // Each taken off once, all are gone: only the day stays a day.
        for (int i = 0; i < 12; ++i) {
            const auto limits = limitsOf(&lookup, lens);
            if (!limits.empty())
                limits.front().takeOff(lens);
        }
        QVERIFY(limitsOf(&lookup, lens).empty());
        QCOMPARE(lens.asOf, QDate(2026, 3, 1));
    }

    void aFocusHasStepsAndTheWayBack()
    {
        SharedLens lens;
        lens.set(firstView());
        ChipBar chips(lens);
        lens.focusOn(u"dlg-cyber"_s);
        lens.changeHops(1);
        QCOMPARE(lens.value().hops, 2);
        QVERIFY(chips.chips().contains(u"focus: dlg-cyber, 2 steps"_s));
        lens.focusOn(u"eeas"_s);
        QVERIFY(chips.chips().contains(u"dlg-cyber ›"_s));
        lens.leaveFocus();
        QCOMPARE(lens.value().focus, u"dlg-cyber"_s);
        QCOMPARE(lens.value().hops, 2);
        lens.changeHops(-5);
        QCOMPARE(lens.value().hops, 1);
        lens.leaveFocus();
        QCOMPARE(lens.value().scope, Scope::FirstView);
    }

    void aFocusGoesBackToWhatItWasTakenFrom()
    {
        SharedLens lens;
        Lens all = firstView();
        all.scope = Scope::All;
        all.filters = {{u"side"_s, u"EU"_s}};
        lens.set(all);
        lens.focusOn(u"eeas"_s);
        lens.leaveFocus();
        QCOMPARE(lens.value().scope, Scope::All);
        QCOMPARE(lens.value().filters.size(), 1U);
        QVERIFY(lens.isLimited());
        lens.restore();
        QVERIFY(!lens.isLimited());
        QCOMPARE(lens.value().scope, Scope::FirstView);
        QVERIFY(lens.value().filters.empty());
    }

    void escapeGoesOneLevelAtATime()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        Lens lens = firstView();
        lens.filters = {{u"side"_s, u"EU"_s}};
        desk.lens.set(lens);
        desk.selection.choose(u"dlg-cyber"_s);
        QTest::keyClick(&desk.view, Qt::Key_F);
        QVERIFY(desk.lens.isFocused());
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QVERIFY(!desk.lens.isFocused());
        QCOMPARE(desk.selection.current(), u"dlg-cyber"_s);
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QVERIFY(desk.selection.current().isEmpty());
        QCOMPARE(desk.lens.value().filters.size(), 1U);
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QVERIFY(!desk.lens.isLimited());
    }

    void whatIsExpandedComesInPlaceAndNothingMoves_data()
    {
        QTest::addColumn<QString>("layout");
        for (const char *layout : {"stress", "circular", "radial"})
            QTest::newRow(layout) << QString::fromLatin1(layout);
    }

    void whatIsExpandedComesInPlaceAndNothingMoves()
    {
        QFETCH(const QString, layout);
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        desk.view.setLayout(layout);
        const QHash<QString, QPointF> before = desk.centres();
        const int hidden = desk.view.drawing()->snapshot().node(u"dlg-cyber"_s)->hidden;
        QVERIFY(hidden > 0);
        const int shown = desk.view.drawing()->shownNeighbours(u"dlg-cyber"_s);
        desk.selection.choose(u"dlg-cyber"_s);
        QTest::keyClick(&desk.view, Qt::Key_E);
        QCOMPARE(desk.view.drawing()->snapshot().node(u"dlg-cyber"_s)->hidden, 0);
        QVERIFY(desk.view.drawing()->shownNeighbours(u"dlg-cyber"_s) >= shown);
        QCOMPARE(desk.view.counts().shown, int(before.size()) + hidden);
        for (const auto &[id, centre] : before.asKeyValueRange())
            QVERIFY2(QLineF(centre, desk.rectOf(id).center()).length() < 0.01, qPrintable(id));
        QCOMPARE(overlaps(*desk.view.drawing()), 0);
        QTest::keyClick(&desk.view, Qt::Key_E);
        QCOMPARE(desk.centres(), before);
    }

    void showingAllKeepsEveryPlaceAndComingBackToo()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        desk.view.setLayout(u"stress"_s);
        const QHash<QString, QPointF> before = desk.centres();
        desk.lens.focusOn(u"dlg-cyber"_s, 2);
        desk.lens.leaveFocus();
        QCOMPARE(desk.centres(), before);
        desk.lens.setScope(Scope::All);
        QTRY_VERIFY_WITH_TIMEOUT(desk.view.counts().shown > 190, 20'000);
        for (const auto &[id, centre] : before.asKeyValueRange())
            QVERIFY2(QLineF(centre, desk.rectOf(id).center()).length() < 0.01, qPrintable(id));
        QCOMPARE(overlaps(*desk.view.drawing()), 0);
        desk.lens.setScope(Scope::FirstView);
        QCOMPARE(desk.centres(), before);
    }

    void theBadgeIsClickedToShowMore()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        desk.selection.choose(u"dlg-cyber"_s);
        const QRectF badge = desk.view.drawing()->badgeOf(u"dlg-cyber"_s);
        QVERIFY(!badge.isEmpty());
        QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, desk.view.viewportRect(badge).center().toPoint());
        QVERIFY(desk.lens.isExpanded(u"dlg-cyber"_s));
        QCOMPARE(desk.selection.current(), u"dlg-cyber"_s);
    }

    void groupsCloseToOneBoxAndOpenInPlace_data()
    {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QString>("kind");
        for (const char *layout : {"ladder", "stress", "radial", "circular"}) {
            for (const char *kind : {"side", "ministry", "area", "instrument"})
                QTest::newRow((QByteArray(layout) + " by " + kind).constData()) << QString::fromLatin1(layout) << QString::fromLatin1(kind);
        }
    }

    void groupsCloseToOneBoxAndOpenInPlace()
    {
        QFETCH(const QString, layout);
        QFETCH(const QString, kind);
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        desk.view.setLayout(layout);
        const int shown = desk.view.counts().shown;
        desk.view.groupBy(kind);
        const auto &nodes = desk.view.drawing()->snapshot().nodes;
        const auto group = std::ranges::find_if(nodes, [](const network::SnapshotNode &node) { return !node.group.isEmpty(); });
        QVERIFY(group != nodes.end());
        QVERIFY(nodes.size() < std::size_t(shown));
        QCOMPARE(desk.view.counts().shown, shown); // what a box stands for is shown
        QCOMPARE(overlaps(*desk.view.drawing()), 0);
        const network::Box *box = desk.view.drawing()->picture().box(group->id);
        QVERIFY(box);
        QCOMPARE(box->members, int(group->members.size()));
        const QString first = group->members.constFirst();
        const QStringList members = group->members;
        desk.view.showRecord(group->id);
        QTest::mouseDClick(desk.view.viewport(), Qt::LeftButton, {}, (desk.view.viewportRect(box->rect).topLeft() + QPointF(4, 4)).toPoint());
        for (const QString &member : members)
            QVERIFY2(desk.isShown(member), qPrintable(member));
        QCOMPARE(overlaps(*desk.view.drawing()), 0);
        desk.view.groupBy({});
        QCOMPARE(desk.view.drawing()->snapshot().nodes.size(), std::size_t(shown));
    }

    void theMenuOfARecordOffersItsGroupsAndClosesOne()
    {
        NetworkDesk desk(star(6).model());
        QVERIFY(desk.isReady());
        const auto menu = desk.view.menuFor({NetworkHit::Kind::Node, u"body 1"_s});
        QVERIFY(menu);
        QAction *close = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->menu() && action->text().contains(u"one box"_s) && !close)
                close = action;
        }
        QVERIFY(close);
        QVERIFY(!close->menu()->actions().isEmpty());
        close->menu()->actions().constFirst()->trigger();
        QVERIFY(!desk.lens.value().groups.isEmpty());
        QVERIFY(!desk.isShown(u"body 1"_s));
    }

    void aSearchJumpsToWhatIsHiddenToo()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        desk.view.jumpTo(u"dlg-cyber"_s);
        QVERIFY(!desk.lens.isFocused());
        QCOMPARE(desk.view.keyboardFocus(), u"dlg-cyber"_s);
        QString hidden;
        for (const Institution &body : desk.document->model().all<Institution>()) {
            if (desk.view.drawing()->nodesOf(body.id.value).isEmpty())
                hidden = body.id.value;
        }
        QVERIFY(!hidden.isEmpty());
        desk.view.jumpTo(hidden);
        QVERIFY(desk.isShown(hidden));
        QCOMPARE(desk.lens.value().focus, hidden);
        const Lens before = desk.lens.value();
        desk.view.jumpTo(u"no such record"_s);
        QCOMPARE(desk.lens.value(), before);
    }

    void theMinimapIsThereWhenItIsNeededAndMovesTheView()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        desk.view.setLayout(u"stress"_s);
        desk.view.fit();
        QVERIFY(!desk.view.minimap().isVisible());
        desk.view.setZoom(2);
        QVERIFY(desk.view.minimap().isVisible());
        const QRectF before = desk.view.minimap().frame();
        const QPoint corner(desk.view.minimap().width() - 6, desk.view.minimap().height() - 6);
        QTest::mousePress(&desk.view.minimap(), Qt::LeftButton, {}, corner);
        QTest::mouseRelease(&desk.view.minimap(), Qt::LeftButton, {}, corner);
        QVERIFY(desk.view.minimap().frame().center().x() > before.center().x() || desk.view.minimap().frame().center().y() > before.center().y());
        desk.view.setMinimapShown(false);
        QVERIFY(!desk.view.minimap().isVisible());
    }

    void theRangeButtonMakesTheDayARange()
    {
        SharedLens lens;
        lens.set(firstView());
        RangeButton range(lens);
        range.switchAction().trigger();
        QCOMPARE(lens.value().from, QDate(2021, 3, 1));
        range.from().setDate(QDate(2020, 1, 1));
        QCOMPARE(timeInWords(lens.value()), u"in force during 1 Jan 2020 – 1 Mar 2026"_s);
        range.switchAction().trigger();
        QVERIFY(!lens.value().from.isValid());
        QCOMPARE(timeInWords(lens.value()), u"in force on 1 Mar 2026"_s);
    }

    void arrowsPreferNeighboursAndControlPans()
    {
        NetworkDesk desk(star(8).model());
        QVERIFY(desk.isReady());
        desk.view.setLayout(u"stress"_s);
        desk.view.setFocus();
        desk.view.jumpTo(u"centre"_s);
        const QSet<QString> neighbours = desk.view.drawing()->neighbours({u"centre"_s});
        int reached = 0;
        for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
            desk.view.jumpTo(u"centre"_s);
            QTest::keyClick(&desk.view, Qt::Key(key));
            reached += neighbours.contains(desk.view.keyboardFocus()) ? 1 : 0;
        }
        QVERIFY(reached >= 3);
        desk.view.setZoom(4);
        const QPointF before = desk.view.viewportPoint(u"centre"_s);
        const QString focused = desk.view.keyboardFocus();
        QTest::keyClick(&desk.view, Qt::Key_Right, Qt::ControlModifier);
        const QPointF right = desk.view.viewportPoint(u"centre"_s);
        QTest::keyClick(&desk.view, Qt::Key_Left, Qt::ControlModifier);
        const QPointF left = desk.view.viewportPoint(u"centre"_s);
        QVERIFY(right.x() < before.x() || left.x() > right.x());
        QCOMPARE(desk.view.keyboardFocus(), focused); // the picture moves, the focus does not
    }
};

QTEST_MAIN(NetworkFindingTest)
#include "networkfinding_test.moc"
