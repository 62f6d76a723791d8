#include "tests/support/mapbuilder.h"
#include "tests/support/networkdesk.h"
#include "ui/network/networktables.h"
#include "ui/paint/fonts.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

using namespace entente;
using namespace entente::tests;

namespace {

QString rowId(const QTableView &table, int row)
{
    return table.model()->index(row, 0).data(NetworkTableModel::IdRole).toString();
}

} // namespace

class NetworkTwinTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void theTablesShowExactlyWhatTheNetworkShows()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        NetworkTables tables(desk.view, desk.selection);
        tables.setDocument(desk.document.get());
        tables.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tables));
        const auto check = [&] {
            QCOMPARE(tables.records().model()->rowCount(), desk.view.counts().shown);
            QCOMPARE(tables.lines().model()->rowCount(), desk.view.counts().lines + desk.view.counts().tags);
        };
        check();
        desk.lens.setScope(Scope::All);
        check();
        desk.lens.focusOn(u"dlg-cyber"_s);
        check();
        desk.lens.restore();
        check();
    }

    void theModelsKeepTheLawsOfItemModels()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        for (const auto content : {NetworkTableModel::Content::Records, NetworkTableModel::Content::Lines}) {
            NetworkTableModel model(content);
            QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            model.show(&desk.document->lookup(), desk.view.shared());
            QVERIFY(model.rowCount() > 0);
            model.show(nullptr, nullptr);
            QCOMPARE(model.rowCount(), 0);
        }
    }

    void bothChooseTheSame()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        NetworkTables tables(desk.view, desk.selection);
        tables.setDocument(desk.document.get());
        tables.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tables));
        desk.selection.choose(u"dlg-cyber"_s);
        QCOMPARE(tables.records().currentIndex().data(NetworkTableModel::IdRole).toString(), u"dlg-cyber"_s);
        tables.records().setCurrentIndex(tables.records().model()->index(5, 0));
        QCOMPARE(desk.selection.current(), rowId(tables.records(), 5));
        // A line of attendance stands for its last round, as in the drawing.
        for (int row = 0; row < tables.lines().model()->rowCount(); ++row) {
            if (rowId(tables.lines(), row) != u"took part:g7:dlg-summit"_s)
                continue;
            tables.lines().setCurrentIndex(tables.lines().model()->index(row, 0));
            QCOMPARE(desk.selection.current(), u"mtg-leaders-2025"_s);
        }
    }

    void rowsAreSortedAsNumbersSiftedAndCopied()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        NetworkTables tables(desk.view, desk.selection);
        tables.setDocument(desk.document.get());
        tables.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tables));
        constexpr int Neighbours = 6;
        tables.records().sortByColumn(Neighbours, Qt::DescendingOrder);
        int last = 1'000'000;
        for (int row = 0; row < tables.records().model()->rowCount(); ++row) {
            const int count = tables.records().model()->index(row, Neighbours).data().toInt();
            QVERIFY(count <= last);
            last = count;
        }
        tables.sieve().setText(u"cyber"_s);
        const int left = tables.records().model()->rowCount();
        QVERIFY(left > 0 && left < desk.view.counts().shown);
        tables.records().selectAll();
        QTest::keySequence(&tables.records(), QKeySequence::Copy);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), left + 1); // with the heads
        QVERIFY(lines.at(1).contains(u"cyber"_s, Qt::CaseInsensitive));
        QCOMPARE(lines.at(1).count(u'\t'), lines.at(0).count(u'\t'));
    }

    void screenReadersWalkNodesAndLines()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&desk.view);
        QVERIFY(whole);
        const int boxes = int(desk.view.drawing()->picture().boxes.size());
        QCOMPARE(whole->childCount(), boxes + desk.view.counts().lines);
        bool cyber = false;
        for (int i = 0; i < whole->childCount(); ++i) {
            QAccessibleInterface *part = whole->child(i);
            QVERIFY(part && part->isValid());
            QCOMPARE(part->parent(), whole);
            QCOMPARE(whole->indexOfChild(part), i);
            QVERIFY(!part->text(QAccessible::Name).isEmpty());
            QVERIFY(!part->rect().isEmpty());
            if (desk.view.drawing()->picture().boxes.size() > std::size_t(i) && desk.view.drawing()->picture().boxes[std::size_t(i)].id == u"dlg-cyber"_s) {
                cyber = true;
                QVERIFY(part->text(QAccessible::Name).contains(u"Cyber Policy Consultation"_s));
                const QString words = part->text(QAccessible::Description);
                const int shown = desk.view.drawing()->shownNeighbours(u"dlg-cyber"_s);
                const int all = shown + desk.view.drawing()->snapshot().node(u"dlg-cyber"_s)->hidden;
                QVERIFY2(words.contains(u"%1 neighbours, %2 of them shown"_s.arg(all).arg(shown)), qPrintable(words));
                QVERIFY(words.contains(u"EEAS"_s) || words.contains(u"MOFA"_s));
                QVERIFY(!part->state().selected);
                part->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
                QVERIFY(part->state().selected);
                QCOMPARE(desk.selection.current(), u"dlg-cyber"_s);
            }
        }
        QVERIFY(cyber);
        QCOMPARE(whole->child(whole->childCount()), nullptr);
        // Another drawing: other children, and none is left over.
        desk.lens.focusOn(u"dlg-cyber"_s);
        QCOMPARE(whole->childCount(), int(desk.view.drawing()->picture().boxes.size()) + desk.view.counts().lines);
        QVERIFY(whole->child(0)->isValid());
        desk.view.setDocument(nullptr);
        QCOMPARE(whole->childCount(), 0);
    }

    void theKeyboardFocusIsTold()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        static QList<int> told;
        told.clear();
        const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
            if (event->type() == QAccessible::Focus)
                told.append(event->child());
        });
        QAccessible::setActive(true);
        desk.view.setFocus();
        QTest::keyClick(&desk.view, Qt::Key_Home);
        QTest::keyClick(&desk.view, Qt::Key_Down);
        QAccessible::installUpdateHandler(before);
        if (told.isEmpty() && !QAccessible::isActive())
            QSKIP("This platform tells no accessibility events.");
        QVERIFY(told.contains(0));
        QVERIFY(told.size() >= 2);
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&desk.view);
        QVERIFY(whole->focusChild());
        QVERIFY(whole->focusChild()->state().focused || !desk.view.hasFocus());
    }

    void layingOutTheMarkedLeavesTheOthersAndIsOneStep()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        desk.view.setLayout(u"stress"_s);
        const QHash<QString, QPointF> before = desk.centres();
        for (const QString &id : {u"g7"_s, u"dlg-cyber"_s}) {
            desk.view.jumpTo(id);
            QTest::keyClick(&desk.view, Qt::Key_Space, Qt::ControlModifier);
        }
        QCOMPARE(desk.view.marked().size(), 2);
        // They stand elsewhere first, so that the layout has something to do.
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, desk.at(u"g7"_s));
        QTest::mouseMove(desk.view.viewport(), desk.at(u"g7"_s) + QPoint(40, 40));
        QTest::mouseMove(desk.view.viewport(), desk.at(u"g7"_s) + QPoint(80, 60));
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {}, desk.at(u"g7"_s) + QPoint(80, 60));
        QCOMPARE(desk.document->model().table<Position>().size(), 2U); // both were dragged, in one step
        QVERIFY(desk.view.isPinned(u"g7"_s));
        desk.view.layOutMarkedAgain();
        for (const auto &[id, centre] : before.asKeyValueRange()) {
            if (id != u"g7"_s && id != u"dlg-cyber"_s)
                QVERIFY2(QLineF(centre, desk.rectOf(id).center()).length() < 0.01, qPrintable(id));
        }
        QVERIFY(bool(desk.document->undo())); // the layout
        QVERIFY(bool(desk.document->undo())); // the drag
        QCOMPARE(desk.document->model().table<Position>().size(), 0U);
        QCOMPARE(desk.centres(), before);
        QVERIFY(!desk.document->canUndo());
    }

    void whatWasMovedIsPutBackInOneStep()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        const QHash<QString, QPointF> before = desk.centres();
        desk.view.jumpTo(u"g7"_s);
        QTest::keyClick(&desk.view, Qt::Key_P);
        QVERIFY(desk.view.isPinned(u"g7"_s));
        QTest::keyClick(&desk.view, Qt::Key_P);
        QVERIFY(!desk.view.isPinned(u"g7"_s));
        QTest::keyClick(&desk.view, Qt::Key_P);
        desk.view.putBackMoved();
        QVERIFY(!desk.view.isPinned(u"g7"_s));
        QCOMPARE(desk.centres(), before);
        QVERIFY(bool(desk.document->undo()));
        QVERIFY(desk.view.isPinned(u"g7"_s));
    }

    void aFrameMarksWhatItTouches()
    {
        NetworkDesk desk(shippedRows());
        QVERIFY(desk.isReady());
        desk.view.setLayout(u"stress"_s);
        const QRect box = desk.view.viewportRect(desk.rectOf(u"g7"_s)).toRect().adjusted(-4, -4, 4, 4);
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, box.topLeft());
        QTest::mouseMove(desk.view.viewport(), box.center());
        QTest::mouseMove(desk.view.viewport(), box.bottomRight());
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, box.bottomRight());
        QVERIFY(desk.view.marked().contains(u"g7"_s));
        QVERIFY(desk.view.marked().size() < 6);
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QVERIFY(desk.view.marked().isEmpty());
    }
};

QTEST_MAIN(NetworkTwinTest)
#include "networktwin_test.moc"
