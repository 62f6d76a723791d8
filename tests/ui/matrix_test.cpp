#include "core/document/document.h"
#include "tests/support/mapbuilder.h"
#include "ui/coverage/asofslider.h"
#include "ui/coverage/coveragedrawing.h"
#include "ui/coverage/crossview.h"
#include "ui/coverage/judgementform.h"
#include "ui/coverage/matrixbar.h"
#include "ui/coverage/matrixview.h"
#include "ui/coverage/passagelist.h"
#include "ui/drawings.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

using TableKind = CoverageArrangement::Table;
using Order = CoverageArrangement::Order;

/// Two areas, six clauses, three dialogues with rounds in 2025; passages, a missing read-out, two bodies present.
MapBuilder builder()
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.dialogue("cyber").months(12);
    map.dialogue("sea").months(12);
    map.dialogue("aside");
    map.institution("eu-body", Side::Eu);
    map.institution("rok-body", Side::Rok);
    for (const char *area : {"area-cyber", "area-sea"})
        map.area(area);
    const auto clause = [&](const char *id, const char *heading, const char *area) {
        Clause row = map.clause(id).row();
        row.heading = QString::fromUtf8(heading);
        row.area.value = QString::fromUtf8(area);
        row.summary = u"Says something"_s;
        row.commitment = {u"deepen"_s};
        map.model().table<Clause>().put(row);
    };
    clause("ins/1", "Opening", "");
    clause("ins/2", "Cyber issues", "area-cyber");
    clause("ins/3", "Cyber issues", "area-cyber");
    clause("ins/4", "Maritime", "area-sea");
    clause("ins/5", "Maritime", "area-sea");
    clause("ins/6", "Closing", "area-cyber");
    map.relate(relation::names, u"ins/2"_s, u"cyber"_s);
    map.relate(relation::names, u"ins/4"_s, u"sea"_s);
    map.meeting("cyber", "2025-05-20").ordinal(7).attendedBy({"eu-body", "rok-body"});
    map.meeting("sea", "2025-06-01").ordinal(1).attendedBy({"eu-body"});
    map.meeting("sea", "2025-09-01").ordinal(2);
    map.meeting("aside", "2025-07-01").ordinal(1);
    map.readout(u"cyber/2025-05-20"_s);
    map.raises(u"cyber/2025-05-20"_s, u"ins/2"_s, CoverageLevel::FollowUpAgreed, u"5"_s);
    map.raises(u"cyber/2025-05-20"_s, u"ins/2"_s, CoverageLevel::Discussed, u"6"_s);
    map.raises(u"cyber/2025-05-20"_s, u"ins/6"_s, CoverageLevel::Mentioned, u"7"_s);
    return map;
}

/// A map of many clauses and rounds.
MapBuilder wide(int clauses, int rounds)
{
    MapBuilder map;
    map.instrument("ins").adopted("2010-01-01");
    map.dialogue("cyber").months(12);
    for (int i = 0; i < rounds; ++i)
        map.meeting("cyber", QDate(2011, 1, 1).addDays(10 * i).toString(Qt::ISODate).toLatin1().constData()).ordinal(i + 1);
    for (int i = 0; i < clauses; ++i)
        map.clause(u"ins/%1"_s.arg(i + 1)).names("cyber");
    return map;
}

Lens lensOn(const QDate &day)
{
    Lens lens;
    lens.asOf = day;
    return lens;
}

} // namespace

class MatrixTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    SharedLens m_lens;
    Selection m_selection;
    std::unique_ptr<entente::Document> m_document;
    std::unique_ptr<CoverageAnswer> m_answer;
    std::unique_ptr<MatrixView> m_view;

    void open(const MapBuilder &map, const QDate &day = QDate(2025, 12, 1), const QSize &size = {1200, 800})
    {
        m_view.reset();
        m_answer.reset();
        m_selection.clear();
        m_lens.set(lensOn(day));
        auto made = entente::Document::create(MapBuilder(map).model(), store::WorkingPlace{m_folder.filePath(u"work"_s), u"Kim"_s, false});
        QVERIFY2(made, made ? "" : qPrintable(made.error().sentence));
        m_document = std::move(*made);
        m_answer = std::make_unique<CoverageAnswer>(m_lens);
        m_answer->setDocument(m_document.get());
        m_view = std::make_unique<MatrixView>(m_lens, m_selection, *m_answer);
        m_view->setAuthor(u"Kim"_s);
        m_view->resize(size);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    QModelIndex cell(const QString &clause, const QString &meeting) const
    {
        const auto &heads = m_view->model().content().heads;
        const auto round = std::ranges::find(heads, meeting, &CoverageHead::meeting) - heads.begin();
        return m_view->model().indexOf(clause).siblingAtColumn(m_view->model().columnOf(CoverageField::Round, int(round)));
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        loadFonts();
    }
    void cleanup()
    {
        m_view.reset();
        m_answer.reset();
        if (m_document)
            m_document->abandon();
        m_document.reset();
    }

    void theModelsKeepTheirPromises()
    {
        CoverageModel clauses;
        CrossModel areas;
        const QAbstractItemModelTester first(&clauses, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester second(&areas, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto lookup = std::make_shared<const Lookup>(builder().lookup());
        for (const Order order : {Order::Number, Order::Dormancy, Order::Area, Order::State}) {
            CoverageArrangement arrangement;
            arrangement.order = order;
            arrangement.rounds = CoverageArrangement::Rounds::All;
            clauses.setContent(lookup, coverageContent(*lookup, lensOn(QDate(2025, 12, 1)), arrangement));
            QVERIFY(clauses.rowCount() > 0);
        }
        const auto coverage = coverage::coverageOf(*lookup, Id<Instrument>(u"ins"_s), QDate(2025, 12, 1));
        for (const auto against : {coverage::Against::Dialogues, coverage::Against::Institutions}) {
            areas.setContent(crossContent(*lookup, coverage, against));
            QCOMPARE(areas.rowCount(), 3);
        }
        areas.setContent({});
        QCOMPARE(areas.rowCount(), 0);
        QCOMPARE(areas.columnCount(), 0);
    }

    void everyOrderHoldsEveryClauseOnce()
    {
        const Lookup lookup = builder().lookup();
        for (const Order order : {Order::Number, Order::Dormancy, Order::Area, Order::State}) {
            CoverageArrangement arrangement;
            arrangement.order = order;
            const CoverageContent content = coverageContent(lookup, lensOn(QDate(2025, 12, 1)), arrangement);
            QStringList clauses;
            int units = 0;
            for (const CoverageLine &line : content.lines) {
                if (line.kind == CoverageLine::Kind::Clause)
                    clauses << line.clause;
            }
            for (const CoverageGroup &group : content.groups)
                units += group.units;
            clauses.sort();
            QCOMPARE(clauses, (QStringList{u"ins/1"_s, u"ins/2"_s, u"ins/3"_s, u"ins/4"_s, u"ins/5"_s, u"ins/6"_s}));
            QCOMPARE(units, 6);
        }
    }

    void byDormancyWhatSleepsLongestComesFirst()
    {
        MapBuilder map;
        map.instrument("ins").adopted("2010-01-01");
        map.dialogue("cyber");
        for (int i = 1; i <= 4; ++i)
            map.clause(u"ins/%1"_s.arg(i));
        const std::pair<const char *, const char *> raised[] = {{"2015-01-01", "ins/1"}, {"2012-01-01", "ins/2"}, {"2025-01-01", "ins/4"}};
        for (const auto &[day, clause] : raised) {
            map.meeting("cyber", day);
            map.readout(u"cyber/"_s + QString::fromLatin1(day));
            map.raises(u"cyber/"_s + QString::fromLatin1(day), QString::fromLatin1(clause), CoverageLevel::Discussed);
        }
        CoverageArrangement arrangement;
        arrangement.order = Order::Dormancy;
        QStringList order;
        for (const CoverageLine &line : coverageContent(map.lookup(), lensOn(QDate(2025, 12, 1)), arrangement).lines)
            order << (line.clause.isEmpty() ? line.words : line.clause);
        QCOMPARE(order, (QStringList{u"Dormant, longest first"_s, u"ins/2"_s, u"ins/1"_s, u"Raised, longest ago first"_s, u"ins/4"_s,
                                     u"Never raised"_s, u"ins/3"_s}));
    }

    void theOtherRoundsUnfoldIntoColumns()
    {
        open(builder());
        const auto before = m_view->model().content().heads.size();
        QVERIFY(m_view->model().content().folded == 1);
        m_view->bar().setRounds(CoverageArrangement::Rounds::All);
        QCOMPARE(m_view->model().content().heads.size(), before + 1);
        QCOMPARE(m_view->model().columnOf(CoverageField::Other), -1);
    }

    void aCellListsItsPassagesAndEnterOpensThem()
    {
        open(builder());
        m_view->tree().setFocus();
        m_view->tree().setCurrentIndex(cell(u"ins/2"_s, u"cyber/2025-05-20"_s));
        QCOMPARE(m_view->passages().list().count(), 2);
        QCOMPARE(m_selection.current(), m_view->model().relationAt(cell(u"ins/2"_s, u"cyber/2025-05-20"_s)));
        QSignalSpy opened(m_view.get(), &MatrixView::passageRequested);
        QTest::keyClick(&m_view->tree(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        m_view->passages().list().setCurrentRow(1);
        QTest::keyClick(&m_view->passages().list(), Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        QVERIFY(m_document->model().find<Evidence>(opened.last().first().toString()));
    }

    void aSilentCellSaysWhatIsMissing()
    {
        open(builder());
        m_view->tree().setCurrentIndex(cell(u"ins/4"_s, u"sea/2025-09-01"_s));
        const auto labels = m_view->passages().findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"is not in the map, so nobody can tell"_s); }));
    }

    void theSliderGoesFromRoundToRound()
    {
        open(builder());
        AsOfSlider &slider = m_view->bar().slider();
        slider.setFocus();
        QTest::keyClick(&slider, Qt::Key_Left);
        QCOMPARE(slider.day(), QDate(2025, 9, 1));
        QTest::keyClick(&slider, Qt::Key_Left);
        QCOMPARE(slider.day(), QDate(2025, 6, 1));
        QTest::keyClick(&slider, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(slider.day(), QDate(2025, 5, 31));
        QTest::keyClick(&slider, Qt::Key_Right);
        QCOMPARE(slider.day(), QDate(2025, 6, 1));
        QTest::keyClick(&slider, Qt::Key_Home);
        QCOMPARE(slider.day(), QDate(2024, 11, 4));
        QTest::keyClick(&slider, Qt::Key_Left);
        QCOMPARE(slider.day(), QDate(2024, 11, 4));
        QTest::keyClick(&slider, Qt::Key_End);
        QVERIFY(slider.day() >= QDate::currentDate());
        QVERIFY(slider.accessibleDescription().contains(QString::number(slider.day().year())));
    }

    void theOtherViewsFollowOnceWhenTheHandRests()
    {
        open(builder());
        AsOfSlider &slider = m_view->bar().slider();
        QSignalSpy told(&m_lens, &SharedLens::changed);
        const int from = int(QDate(2025, 4, 1).toJulianDay());
        for (int i = 0; i < 40; ++i)
            slider.setValue(from + i);
        QCOMPARE(told.size(), 0);
        QTRY_COMPARE(m_view->model().content().coverage.asOf, slider.day());
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(m_lens.value().asOf, slider.day());
        QVERIFY(m_view->model().content().heads.empty()); // 10 May 2025: nobody had met
    }

    void theMatrixOfADayIsThatOfTheLens()
    {
        open(builder());
        for (const QDate &day : {QDate(2025, 5, 20), QDate(2025, 7, 1), QDate(2025, 10, 1)}) {
            m_view->bar().slider().setValue(int(day.toJulianDay()));
            QTRY_COMPARE(m_lens.value().asOf, day);
            QCOMPARE(m_view->model().content().coverage, coverage::coverageOf(m_document->lookup(), Id<Instrument>(u"ins"_s), day));
        }
    }

    void draggingLeavesTheRowsWhereTheyAre()
    {
        open(wide(300, 4), QDate(2026, 1, 1), {900, 500});
        QScrollBar *bar = m_view->tree().verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        const int before = bar->value();
        QVERIFY(before > 0);
        m_view->tree().setCurrentIndex(m_view->tree().indexAt({40, 40}));
        const QString clause = m_view->model().line(m_view->tree().currentIndex()).clause;
        m_view->bar().slider().setValue(m_view->bar().slider().value() - 30);
        QTRY_COMPARE(m_view->model().content().coverage.asOf, m_view->bar().slider().day());
        QCOMPARE(bar->value(), before);
        QCOMPARE(m_view->model().line(m_view->tree().currentIndex()).clause, clause);
    }

    void numberWordsAndStateStayInSightWhileRoundsScroll()
    {
        open(wide(20, 60), QDate(2026, 1, 1), {800, 600});
        CoverageTree &tree = m_view->tree();
        QVERIFY(!tree.isNarrow());
        QScrollBar *bar = tree.horizontalScrollBar();
        QVERIFY(bar->maximum() > 1000);
        const QModelIndex number = m_view->model().index(0, 0, m_view->model().index(0, 0));
        const QModelIndex state = number.siblingAtColumn(m_view->model().columnOf(CoverageField::State));
        for (const int place : {0, 777, bar->maximum() / 2}) {
            bar->setValue(place);
            QCOMPARE(tree.visualRect(number).left(), 0);
            QCOMPARE(tree.visualRect(state).right() + 1, tree.viewport()->width());
            QCOMPARE(tree.indexAt(tree.visualRect(number).center()), number);
            QCOMPARE(tree.indexAt(tree.visualRect(state).center()), state);
            const auto [left, right] = tree.scrolled();
            const QModelIndex between = tree.indexAt({(left + right) / 2, tree.visualRect(number).center().y()});
            QVERIFY(m_view->model().column(between.column()).round >= 0 || place == 0);
        }
    }

    void theKeyboardWalksOverEveryCell()
    {
        open(wide(5, 40), QDate(2026, 1, 1), {800, 600});
        CoverageTree &tree = m_view->tree();
        tree.setFocus();
        tree.setCurrentIndex(m_view->model().indexOf(u"ins/1"_s));
        for (int column = 1; column < m_view->model().columnCount(); ++column) {
            QTest::keyClick(&tree, Qt::Key_Right);
            QCOMPARE(tree.currentIndex().column(), column);
            const QRect box = tree.visualRect(tree.currentIndex());
            const auto [left, right] = tree.scrolled();
            if (!tree.standsStill(m_view->model().column(column).field)) {
                QVERIFY2(box.left() >= left, qPrintable(QString::number(column)));
                QVERIFY2(box.right() < std::max(right, tree.viewport()->width()), qPrintable(QString::number(column)));
            }
        }
    }

    void aJudgementIsMadeShownAndUndone()
    {
        open(builder());
        m_view->tree().setCurrentIndex(m_view->model().indexOf(u"ins/4"_s));
        m_view->judge();
        JudgementForm &form = m_view->form();
        QVERIFY(form.isVisible());
        auto *state = form.findChild<QComboBox *>();
        const auto fields = form.findChildren<QLineEdit *>();
        auto *button = form.findChildren<QPushButton *>().first();
        QVERIFY(!button->isEnabled());
        QVERIFY(std::ranges::any_of(fields, [](const QLineEdit *field) { return field->text() == u"Kim"_s; }));
        state->setCurrentIndex(int(ProgressState::Delivered));
        for (QLineEdit *field : fields) {
            if (field->accessibleName() == u"Reason"_s)
                QTest::keyClicks(field, u"The exercise took place"_s);
        }
        m_lens.setAsOf(QDate::currentDate());
        m_view->tree().setCurrentIndex(m_view->model().indexOf(u"ins/4"_s));
        QVERIFY(button->isEnabled());
        button->click();
        const auto *judged = m_view->model().content().coverage.find(u"ins/4"_s);
        QCOMPARE(judged->progress(), ProgressState::Delivered);
        QCOMPARE(judged->computed, ProgressState::CannotTell);
        QVERIFY(m_document->canUndo());
        QVERIFY(m_document->undo());
        QVERIFY(!m_view->model().content().coverage.find(u"ins/4"_s)->judgement);
        QVERIFY(m_document->redo());
        m_view->takeJudgementBack();
        QVERIFY(!m_view->model().content().coverage.find(u"ins/4"_s)->judgement);
        QVERIFY(std::ranges::empty(m_document->model().all<Judgement>()));
    }

    void withoutAClauseThereIsNothingToJudge()
    {
        open(builder());
        QSignalSpy refused(m_view.get(), &MatrixView::failed);
        m_view->judge();
        QCOMPARE(refused.size(), 1);
        QVERIFY(!m_view->form().isVisible());
    }

    void theTransposedTableOpensTheSamePassages()
    {
        open(builder());
        m_view->bar().setTable(TableKind::AreasByDialogue);
        QVERIFY(m_view->cross().isVisible());
        const auto &content = static_cast<CrossModel *>(m_view->cross().model())->content();
        const auto cyber = std::ranges::find(content.heads, u"cyber"_s, &CrossHead::record) - content.heads.begin();
        const auto area = std::ranges::find(content.lines, u"area-cyber"_s, &CrossLine::area) - content.lines.begin();
        m_view->cross().setCurrentIndex(m_view->cross().model()->index(int(area), int(cyber)));
        QCOMPARE(m_view->passages().list().count(), 3);
        QSignalSpy opened(m_view.get(), &MatrixView::passageRequested);
        QTest::keyClick(&m_view->cross(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void theTableCanBeCopied()
    {
        open(builder());
        m_view->copyTable();
        const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + 4 + 6); // heads, headings, clauses
        QVERIFY(lines.first().contains(u"State"_s));
        QVERIFY(std::ranges::any_of(lines, [](const QString &line) { return line.startsWith(u"2\t"_s) && line.contains(u"Follow-up agreed"_s); }));
    }

    void paperTakesOrderTableAndFoldings()
    {
        open(builder());
        m_view->bar().setOrder(Order::State);
        m_view->tree().foldAll(true);
        CoverageOptions options;
        options.arrangement = m_view->arrangement();
        const auto folded = drawingOf(DrawnView::Coverage, m_document->lookup(), m_lens.value(), u"ladder"_s, {}, {}, options);
        QVERIFY2(folded->facts().shown.startsWith(u"0 of 6"_s), qPrintable(folded->facts().shown));
        QVERIFY(folded->facts().view.contains(u"by state"_s));
        m_view->tree().foldAll(false);
        options.arrangement = m_view->arrangement();
        const auto open = drawingOf(DrawnView::Coverage, m_document->lookup(), m_lens.value(), u"ladder"_s, {}, {}, options);
        QVERIFY(open->facts().shown.startsWith(u"6 of 6"_s));
        m_view->bar().setTable(TableKind::AreasByInstitution);
        options.arrangement = m_view->arrangement();
        const auto areas = drawingOf(DrawnView::Coverage, m_document->lookup(), m_lens.value(), u"ladder"_s, {}, {}, options);
        QCOMPARE(areas->facts().view, u"Areas by institution"_s);
        QVERIFY(areas->heads().left() > 0 && areas->heads().top() > 0);
        QVERIFY(!areas->legend().empty());
    }

    void aHiddenMatrixDoesNotWork()
    {
        open(builder());
        m_view->hide();
        m_lens.setAsOf(QDate(2025, 5, 1));
        QCOMPARE(m_view->model().content().coverage.asOf, QDate(2025, 12, 1));
        m_view->show();
        QTRY_COMPARE(m_view->model().content().coverage.asOf, QDate(2025, 5, 1));
    }

    void emptyMapsSayTheNextStep()
    {
        open(MapBuilder());
        const auto labels = m_view->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(u"Choose an instrument"_s); }));
        m_view->bar().setTable(TableKind::AreasByInstitution);
        m_view->bar().slider().setValue(m_view->bar().slider().value() - 100);
        QTRY_COMPARE(m_lens.value().asOf, m_view->bar().slider().day());
    }

    void longWordsBreakWithinTheLine()
    {
        const QString word(10000, QChar(0xd55c)); // one Korean word
        const QStringList lines = wrapped(u"앞 "_s + word + u" 뒤"_s, 190, 11);
        QString joined;
        for (const QString &line : lines) {
            QVERIFY(textWidth(line, 11) <= 190.5);
            joined += line;
        }
        QCOMPARE(joined.remove(u' ').size(), 10002);
    }
};

QTEST_MAIN(MatrixTest)
#include "matrix_test.moc"
