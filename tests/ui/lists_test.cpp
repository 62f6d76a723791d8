#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "ui/findings/findingsview.h"
#include "ui/ledger/ledgerview.h"
#include "ui/paint/fonts.h"
#include "ui/paper/export.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;

/// The ledger of commitments and the worklist, each over a map of its own.
class ListsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<entente::Document> m_map;
    SharedLens m_lens;
    Selection m_selection;

    void add(Kind kind, const edits::FieldTexts &fields)
    {
        const auto changes = edits::add(m_map->model(), kind, fields);
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().sentence));
        QVERIFY(m_map->submit(*changes));
    }
    static void settle(FindingsView &view) { QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000); }
    static QPushButton *button(QWidget &in, const QString &words)
    {
        for (QPushButton *one : in.findChildren<QPushButton *>()) {
            if (QString(one->text()).remove(u'&').startsWith(words) && one->isVisible())
                return one;
        }
        return nullptr;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        loadFonts();
    }

    void init()
    {
        auto map = entente::Document::create(exchange::blankMap(), {m_folder.filePath(u"work"_s), u"Tester"_s});
        QVERIFY(map);
        m_map = *std::move(map);
        m_selection.clear();
        m_lens.set({});
        m_lens.setAsOf(QDate(2026, 3, 1));
        add(kindOf<Institution>, {{u"id"_s, u"org-eu"_s}, {u"name_en"_s, u"Commission"_s}, {u"side"_s, u"EU"_s}});
        add(kindOf<Institution>, {{u"id"_s, u"org-rok"_s}, {u"name_en"_s, u"외교부"_s}, {u"side"_s, u"ROK"_s}});
        add(kindOf<Dialogue>, {{u"id"_s, u"dlg-a"_s}, {u"name_en"_s, u"Cyber Dialogue"_s}});
        add(kindOf<Meeting>, {{u"id"_s, u"mtg-a"_s}, {u"dialogue"_s, u"dlg-a"_s}, {u"start"_s, u"2025-05-20"_s}});
        add(kindOf<model::Document>, {{u"id"_s, u"doc-a"_s}, {u"kind"_s, u"readout"_s}, {u"title"_s, u"Read-out"_s}, {u"marking"_s, u"LIMITE"_s}});
        add(kindOf<Paragraph>, {{u"id"_s, u"par-a"_s}, {u"document"_s, u"doc-a"_s}, {u"label"_s, u"1"_s}, {u"text"_s, u"The seminar was held."_s}});
        add(kindOf<Passage>, {{u"id"_s, u"psg-a"_s}, {u"document"_s, u"doc-a"_s}, {u"label"_s, u"1"_s}, {u"quote"_s, u"The seminar was held."_s}});
        add(kindOf<Commitment>, {{u"id"_s, u"com-late"_s}, {u"summary"_s, u"=A joint <b>seminar</b>"_s}, {u"by"_s, u"org-eu"_s}, {u"to"_s, u"org-rok"_s},
                                 {u"meeting"_s, u"mtg-a"_s}, {u"due"_s, u"2025"_s}});
        add(kindOf<Commitment>, {{u"id"_s, u"com-open"_s}, {u"summary"_s, u"공동 연구"_s}, {u"by"_s, u"org-rok"_s}});
    }

    void cleanup()
    {
        if (m_map)
            m_map->abandon();
        m_map.reset();
    }

    void theLedgerKeepsTheRulesOfItemModels()
    {
        LedgerView view(m_lens, m_selection);
        const QAbstractItemModelTester tester(&view.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view.setDocument(m_map.get());
        view.show();
        QCOMPARE(view.model().rowCount(), 2);
        m_lens.setAsOf(QDate(2020, 1, 1));
        QCOMPARE(view.model().rowCount(), 1); // the one without a meeting has no day
        view.setDocument(nullptr);
        QCOMPARE(view.model().rowCount(), 0);
    }

    void theLedgerSaysInWordsWhatIsOverdue()
    {
        LedgerView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        const int row = view.model().rowOf(u"com-late"_s);
        QCOMPARE(row, 0);
        QCOMPARE(view.model().index(row, LedgerModel::DueBy).data().toString(), u"▲ overdue by 60 days (2025)"_s);
        QCOMPARE(view.model().index(row, LedgerModel::Who).data().toString(), u"Commission to 외교부"_s);
        QVERIFY(view.title().contains(u"1 overdue"_s));
    }

    void aFilterLeavesOnlyWhatItSays()
    {
        LedgerView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        view.model().setFilter({.side = Side::Rok, .dialogue = {}, .state = {}, .due = {}});
        QCOMPARE(view.model().rowCount(), 1);
        QCOMPARE(view.model().commitmentAt(0), u"com-open"_s);
        view.model().setFilter({.side = {}, .dialogue = u"dlg-a"_s, .state = {}, .due = coverage::Due::Overdue});
        QCOMPARE(view.model().commitmentAt(0), u"com-late"_s);
        view.model().setFilter({.side = {}, .dialogue = {}, .state = CommitmentState::Dropped, .due = {}});
        QCOMPARE(view.model().rowCount(), 0);
        QVERIFY(!view.table().isVisible());
    }

    void sortingByDueDatePutsTheUndatedLast()
    {
        LedgerView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        view.model().sort(LedgerModel::DueBy, Qt::AscendingOrder);
        QCOMPARE(view.model().commitmentAt(1), u"com-open"_s);
        view.model().sort(LedgerModel::DueBy, Qt::DescendingOrder);
        QCOMPARE(view.model().commitmentAt(0), u"com-open"_s);
    }

    void choosingARowChoosesTheCommitmentAndBack()
    {
        LedgerView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        view.table().selectRow(1);
        QCOMPARE(m_selection.current(), u"com-open"_s);
        m_selection.choose(u"com-late"_s);
        QCOMPARE(view.table().currentIndex().row(), 0);
        m_selection.choose(u"org-eu"_s);
        QVERIFY(!view.table().currentIndex().isValid());
    }

    void deliveredWithItsProofIsOneStepThatUndoTakesBack()
    {
        LedgerView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        m_selection.choose(u"com-late"_s);
        view.askForProof();
        auto *passages = view.findChild<QComboBox *>(QString(), Qt::FindChildrenRecursively);
        QVERIFY(passages);
        const QString before = m_map->model().contentHash();
        view.markDelivered(u"psg-a"_s);
        const auto *commitment = m_map->model().find<Commitment>(u"com-late"_s);
        QCOMPARE(commitment->state, CommitmentState::Delivered);
        QCOMPARE(commitment->proof.value, u"psg-a"_s);
        QCOMPARE(view.model().entryAt(view.model().rowOf(u"com-late"_s))->knowledge, Knowledge::Documented);
        QVERIFY(m_map->undo());
        QCOMPARE(m_map->model().contentHash(), before);
        QCOMPARE(view.model().entryAt(view.model().rowOf(u"com-late"_s))->due, coverage::Due::Overdue);
    }

    void aProofThatIsNoPassageIsRefusedAndChangesNothing()
    {
        LedgerView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        m_selection.choose(u"com-late"_s);
        QSignalSpy refused(&view, &LedgerView::failed);
        const QString before = m_map->model().contentHash();
        view.markDelivered(u"org-eu"_s);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_map->model().contentHash(), before);
    }

    void aCopiedTableHoldsNoFormula()
    {
        LedgerView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        view.copy();
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.contains(u"'=A joint <b>seminar</b>\t"_s));
        QCOMPARE(copied.trimmed().count(u'\n'), 2);
    }

    void thePaperOfTheLedgerHoldsItsWordsAndItsMarking()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed");
        LedgerView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        m_selection.choose(u"com-late"_s);
        view.markDelivered(u"psg-a"_s);
        const auto drawing = tableDrawing(ledgerTable(m_map->lookup(), m_lens.value().asOf));
        QVERIFY(drawing->facts().records.contains(u"doc-a"_s)); // its marking goes on the page
        const QString path = m_folder.filePath(u"ledger.pdf"_s);
        PageSetup setup;
        QVERIFY(exportDrawing(*drawing, setup, path));
        QProcess process;
        process.start(u"pdftotext"_s, {path, u"-"_s});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(text.contains(u"공동 연구"_s), qPrintable(text));
        QVERIFY(text.contains(u"<b>seminar</b>"_s));
    }

    void aLongTableBreaksBetweenItsRows()
    {
        TableContent table;
        table.heads = {u"One"_s, u"Two"_s};
        table.shares = {1, 2};
        for (int i = 0; i < 300; ++i)
            table.rows.push_back({{QString::number(i), {}}, {QString(i * 7 % 900, u'x') + u" y"_s, {}}});
        const auto drawing = tableDrawing(table);
        const std::vector<double> breaks = drawing->breaks();
        QCOMPARE(breaks.size(), std::size_t(300));
        QVERIFY(std::ranges::is_sorted(breaks));
        QCOMPARE(breaks.front(), drawing->heads().top());
        QVERIFY(breaks.back() < drawing->size().height());
    }

    void theWorklistKeepsTheRulesOfItemModels()
    {
        FindingsView view(m_lens, m_selection);
        const QAbstractItemModelTester tester(&view.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view.setDocument(m_map.get());
        view.show();
        settle(view);
        QVERIFY(view.model().rowCount() > 0);
        view.setDocument(nullptr);
        QCOMPARE(view.model().rowCount(), 0);
    }

    void aFindingIsLetStandWithAReasonAndTakenUpAgain()
    {
        FindingsView view(m_lens, m_selection);
        QSignalSpy counted(&view, &FindingsView::countsChanged);
        view.setDocument(m_map.get());
        view.show();
        settle(view);
        const int all = view.model().counts().all();
        QVERIFY(all > 0);
        view.table().selectRow(0);
        const QString finding = view.model().findingAt(0)->id;
        QSignalSpy refused(&view, &FindingsView::failed);
        view.letStand(u"Kim"_s, u"   "_s);
        QCOMPARE(refused.size(), 1);
        view.letStand(u"Kim"_s, u"known to both"_s);
        settle(view);
        QCOMPARE(view.model().counts().all(), all - 1);
        QCOMPARE(view.model().rowOf(finding), -1);
        QVERIFY(m_map->model().find<Waiver>(finding));
        FindingFilter filter = view.model().filter();
        filter.waived = true;
        view.model().setFilter(filter);
        const int row = view.model().rowOf(finding);
        QVERIFY(row >= 0);
        QVERIFY(view.model().index(row, FindingsModel::Reason).data().toString().contains(u"known to both"_s));
        view.table().selectRow(row);
        view.takeUpAgain();
        settle(view);
        QCOMPARE(view.model().counts().all(), all);
        QVERIFY(m_map->undo()); // each was one step
        settle(view);
        QCOMPARE(view.model().counts().all(), all - 1);
        QVERIFY(!counted.isEmpty());
    }

    void choosingAFindingChoosesItsRecord()
    {
        FindingsView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        settle(view);
        for (int row = 0; row < view.model().rowCount(); ++row) {
            view.table().selectRow(row);
            QCOMPARE(m_selection.current(), view.model().findingAt(row)->records.first());
            QCOMPARE(view.table().currentIndex().row(), row);
        }
    }

    void anEmptyMapHasNothingToMend()
    {
        auto empty = entente::Document::create(exchange::blankMap(), {m_folder.filePath(u"empty"_s), u"Tester"_s});
        QVERIFY(empty);
        FindingsView view(m_lens, m_selection);
        view.setDocument(empty->get());
        view.show();
        settle(view);
        QCOMPARE(view.model().rowCount(), 0);
        bool said = false;
        for (const QLabel *label : view.findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text() == u"Nothing to mend on 1 Mar 2026."_s);
        QVERIFY(said);
        (*empty)->abandon();
    }

    void aLateAnswerAboutAClosedMapIsNotTold()
    {
        FindingsView view(m_lens, m_selection);
        view.setDocument(m_map.get());
        view.show();
        QTest::qWait(260); // the computation has begun, or is over
        view.setDocument(nullptr);
        QTest::qWait(200);
        QCOMPARE(view.model().rowCount(), 0);
    }
};

QTEST_MAIN(ListsTest)
#include "lists_test.moc"
