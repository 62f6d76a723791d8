#include "core/model/laneorder.h"
#include "tests/support/mapbuilder.h"
#include "ui/coverage/coveragedrawing.h"
#include "ui/coverage/coveragemodel.h"
#include "ui/coverage/coveragetree.h"
#include "ui/coverage/coverageview.h"
#include "ui/drawings.h"
#include "ui/paint/fonts.h"
#include "ui/paper/export.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>

#include <algorithm>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

/// Two headings, four clauses; one dialogue with a read-out, one without.
Lookup map()
{
    MapBuilder map;
    map.instrument("ins").adopted("2024-11-04");
    map.dialogue("cyber").months(12);
    map.dialogue("sea").months(12);
    const auto clause = [&](const char *id, const char *heading) {
        Clause row = map.clause(id).row();
        row.heading = QString::fromUtf8(heading);
        row.summary = u"Says something & <b>more</b>"_s;
        row.commitment = {u"deepen"_s};
        map.model().table<Clause>().put(row);
    };
    clause("ins/1", "Cyber issues");
    clause("ins/2", "Cyber issues");
    clause("ins/3", "Maritime");
    clause("ins/4", "Maritime");
    map.relate(relation::names, u"ins/1"_s, u"cyber"_s);
    map.relate(relation::names, u"ins/3"_s, u"sea"_s);
    map.meeting("cyber", "2025-05-20").ordinal(7);
    map.meeting("sea", "2025-06-01").ordinal(1);
    map.readout(u"cyber/2025-05-20"_s);
    map.raises(u"cyber/2025-05-20"_s, u"ins/1"_s, CoverageLevel::FollowUpAgreed, u"5"_s);
    map.raises(u"cyber/2025-05-20"_s, u"ins/1"_s, CoverageLevel::Discussed, u"6"_s);
    return map.lookup();
}

Lens lensOn(const QDate &day)
{
    Lens lens;
    lens.asOf = day;
    return lens;
}

QStringList words(const Drawing &drawing)
{
    QStringList list;
    for (const LegendEntry &entry : drawing.legend())
        list << entry.words;
    return list;
}

} // namespace

class CoverageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void theModelKeepsItsPromises()
    {
        CoverageModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto lookup = std::make_shared<const Lookup>(map());
        model.setContent(lookup, coverageContent(*lookup, lensOn(QDate(2025, 7, 1))));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        model.setContent(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void cellsSayWhatTheyShow()
    {
        CoverageModel model;
        const auto lookup = std::make_shared<const Lookup>(map());
        model.setContent(lookup, coverageContent(*lookup, lensOn(QDate(2025, 7, 1))));
        const QModelIndex first = model.indexOf(u"ins/1"_s);
        const int state = model.columnOf(CoverageField::State);
        QCOMPARE(model.data(first.siblingAtColumn(state), Qt::DisplayRole).toString(), u"Follow-up agreed"_s);
        const int round = model.columnOf(CoverageField::Round, 0);
        QCOMPARE(model.data(first.siblingAtColumn(round), Qt::DisplayRole).toString(), u"follow-up agreed, 2 passages"_s);
        QCOMPARE(model.data(model.indexOf(u"ins/3"_s).siblingAtColumn(state), Qt::DisplayRole).toString(), u"Cannot tell"_s);
        const int last = model.columnOf(CoverageField::Last);
        QCOMPARE(model.data(model.indexOf(u"ins/3"_s).siblingAtColumn(last), Qt::DisplayRole).toString(), u"not known"_s);
    }

    void toolTipsNeverReadTextAsMarkup()
    {
        CoverageModel model;
        const auto lookup = std::make_shared<const Lookup>(map());
        model.setContent(lookup, coverageContent(*lookup, lensOn(QDate(2025, 7, 1))));
        const QString tip = model.data(model.indexOf(u"ins/1"_s).siblingAtColumn(1), Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"&lt;b&gt;more&lt;/b&gt;"_s));
        QVERIFY(!tip.contains(u"<b>"_s));
    }

    void theEvidenceOfTheHighestLevelIsOpened()
    {
        CoverageModel model;
        const auto lookup = std::make_shared<const Lookup>(map());
        model.setContent(lookup, coverageContent(*lookup, lensOn(QDate(2025, 7, 1))));
        const QModelIndex cell = model.indexOf(u"ins/1"_s).siblingAtColumn(model.columnOf(CoverageField::Round, 0));
        const Evidence *evidence = lookup->model().find<Evidence>(model.evidenceAt(cell));
        QVERIFY(evidence);
        QCOMPARE(evidence->level, CoverageLevel::FollowUpAgreed);
        QVERIFY(model.evidenceAt(model.indexOf(u"ins/2"_s)).isEmpty());
        const Relation *relation = lookup->model().find<Relation>(model.relationAt(cell));
        QVERIFY(relation && relation->type == relation::raises);
    }

    void theLegendListsExactlyWhatIsVisible()
    {
        const auto open = coverageDrawing(map(), lensOn(QDate(2025, 7, 1)), {});
        const QStringList all = words(*open);
        for (const QString &sign :
             {u"follow-up agreed"_s, u"met, read-out missing"_s, u"responsible"_s, u"read-out here"_s, u"read-out missing"_s,
              u"number of passages"_s, u"Cannot tell"_s, u"Not raised"_s, u"Follow-up agreed"_s})
            QVERIFY2(all.contains(sign), qPrintable(sign));
        for (const QString &sign : {u"delivered"_s, u"mentioned"_s, u"suggestion waiting"_s, u"gap of the text"_s, u"Dormant"_s})
            QVERIFY2(!all.contains(sign), qPrintable(sign));
        CoverageOptions folded;
        folded.arrangement.fold = CoverageArrangement::Fold::RaisedOpen;
        const QStringList some = words(*coverageDrawing(map(), lensOn(QDate(2025, 7, 1)), folded));
        QVERIFY(!some.contains(u"met, read-out missing"_s));
        QVERIFY(some.contains(u"Cannot tell"_s)); // counted at the folded heading
    }

    void onPaperItIsSpreadDownwardsOnly()
    {
        PageSetup page;
        for (const auto paper : {QPageSize::A4, QPageSize::A3}) {
            page.paper = QPageSize(paper);
            const auto drawing = drawingOf(DrawnView::Coverage, map(), lensOn(QDate(2025, 7, 1)), u"ladder"_s, page);
            const double scale = Pages::roomOn(page).width() / drawing->size().width();
            QVERIFY2(scale * 11 * 0.75 >= 5.5, qPrintable(QString::number(scale)));
            QVERIFY(drawing->heads().left() > 0 && drawing->heads().top() > 0);
        }
    }

    void pagesBreakBetweenRowsAndNeverAfterAHeading()
    {
        const auto drawing = coverageDrawing(map(), lensOn(QDate(2025, 7, 1)), {});
        const std::vector<double> breaks = drawing->breaks();
        QCOMPARE(breaks.size(), std::size_t(4)); // clauses; not the two headings
        QVERIFY(std::ranges::is_sorted(breaks));
        QVERIFY(breaks.front() > drawing->heads().top() + coverageRow);
    }

    void numbersStandOnEveryPageThatManyRoundsNeed()
    {
        MapBuilder map;
        map.instrument("ins").adopted("2024-11-04");
        for (int i = 1; i <= 24; ++i) {
            const QString clause = u"ins/%1"_s.arg(i);
            const QString dialogue = u"table%1"_s.arg(i);
            map.clause(clause.toUtf8().constData());
            map.dialogue(dialogue.toUtf8().constData());
            map.relate(relation::names, clause, dialogue);
            map.meeting(dialogue.toUtf8().constData(), "2025-05-20").ordinal(i);
        }
        PageSetup page;
        const auto drawing = drawingOf(DrawnView::Coverage, map.lookup(), lensOn(QDate(2025, 7, 1)), u"ladder"_s, page);
        const Pages pages(*drawing, page);
        QVERIFY(pages.count() > 1);
        for (int i = 0; i < pages.count(); ++i) {
            QSvgGenerator svg;
            QBuffer file;
            svg.setOutputDevice(&file);
            svg.setResolution(96);
            QPainter painter(&svg);
            pages.paint(painter, i);
            painter.end();
            QVERIFY2(file.data().contains(">No.<"), qPrintable(u"page %1"_s.arg(i + 1)));
        }
        const QString kept = qEnvironmentVariable("ENTENTE_TEST_OUTPUT");
        if (!kept.isEmpty())
            QVERIFY(exportDrawing(*drawing, page, kept + u"/wide-matrix.pdf"_s).isOk());
    }

    void codesAreExplained()
    {
        const auto legend = coverageDrawing(map(), lensOn(QDate(2025, 7, 1)), {})->legend();
        const QStringList codes = [&] {
            QStringList words;
            for (const LegendEntry &entry : legend) {
                if (entry.group == u"Dialogues"_s)
                    words << entry.words;
            }
            return words;
        }();
        const Lookup lookup = map();
        for (const Dialogue &dialogue : lookup.model().all<Dialogue>()) {
            if (plainName(dialogue) != codeOf(lookup, dialogue.id.value))
                QVERIFY2(codes.contains(plainName(dialogue)), qPrintable(dialogue.id.value + u": "_s + codes.join(u", "_s)));
        }
    }

    void anEmptySheetSaysWhatToDo()
    {
        const auto drawing = coverageDrawing(Lookup(Model()), lensOn(QDate(2025, 7, 1)), {});
        QCOMPARE(drawing->facts().empty, u"Choose an instrument to see what became of its clauses."_s);
        QVERIFY(drawing->facts().asOf.contains(u"2025"_s));
        QVERIFY(coverageDrawing(map(), lensOn(QDate(2025, 7, 1)), {})->facts().empty.isEmpty());
    }

    void theDrawingHoldsEveryClause()
    {
        const auto drawing = coverageDrawing(map(), lensOn(QDate(2025, 7, 1)), {});
        for (int clause = 1; clause <= 4; ++clause)
            QVERIFY(drawing->facts().records.contains(u"ins/%1"_s.arg(clause)));
        QVERIFY(drawing->facts().shown.startsWith(u"4 of 4"_s));
    }

    void headingsWithSomethingRaisedAreOpen()
    {
        SharedLens lens;
        Selection selection;
        lens.set(lensOn(QDate(2025, 7, 1)));
        CoverageView view(lens, selection);
        view.setMap(std::make_shared<const Lookup>(map()));
        QVERIFY(view.tree().isExpanded(view.model().index(0, 0)));
        QVERIFY(!view.tree().isExpanded(view.model().index(1, 0)));
    }

    void choosingAClauseElsewhereOpensItsHeading()
    {
        SharedLens lens;
        Selection selection;
        lens.set(lensOn(QDate(2025, 7, 1)));
        CoverageView view(lens, selection);
        view.setMap(std::make_shared<const Lookup>(map()));
        selection.choose(u"ins/4"_s);
        QVERIFY(view.tree().isExpanded(view.model().index(1, 0)));
        QCOMPARE(selection.current(), u"ins/4"_s);
        QCOMPARE(view.tree().currentIndex().siblingAtColumn(0), view.model().indexOf(u"ins/4"_s));
    }

    void enterOnACellOpensItsPassage()
    {
        SharedLens lens;
        Selection selection;
        lens.set(lensOn(QDate(2025, 7, 1)));
        CoverageView view(lens, selection);
        view.resize(272, 600);
        view.setMap(std::make_shared<const Lookup>(map()));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy opened(&view, &CoverageView::passageRequested);
        CoverageTree &tree = view.tree();
        const QModelIndex cell = view.model().indexOf(u"ins/1"_s).siblingAtColumn(view.model().columnOf(CoverageField::Round, 0));
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(cell).center());
        QCOMPARE(selection.current(), view.model().relationAt(cell));
        QTest::keyClick(&tree, Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.first().first().toString(), view.model().evidenceAt(cell));
    }

    void theKeyboardFoldsHeadings()
    {
        SharedLens lens;
        Selection selection;
        lens.set(lensOn(QDate(2025, 7, 1)));
        CoverageView view(lens, selection);
        view.resize(272, 600);
        view.setMap(std::make_shared<const Lookup>(map()));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        CoverageTree &tree = view.tree();
        tree.setFocus();
        tree.setCurrentIndex(view.model().index(0, 0));
        QTest::keyClick(&tree, Qt::Key_Left);
        QVERIFY(!tree.isExpanded(view.model().index(0, 0)));
        QTest::keyClick(&tree, Qt::Key_Right);
        QVERIFY(tree.isExpanded(view.model().index(0, 0)));
        lens.setAsOf(QDate(2025, 7, 2));
        QVERIFY(tree.isExpanded(view.model().index(0, 0)));
    }

    void itWidensIntoTheWholeMatrix()
    {
        SharedLens lens;
        Selection selection;
        lens.set(lensOn(QDate(2025, 7, 1)));
        CoverageView view(lens, selection);
        view.setMap(std::make_shared<const Lookup>(map()));
        view.resize(272, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.tree().isNarrow());
        view.resize(1400, 600);
        QTRY_VERIFY(!view.tree().isNarrow());
        QVERIFY(std::ranges::any_of(view.tree().sections(),
                                    [](const CoverageSection &section) { return section.field == CoverageField::Last; }));
    }

    void emptyViewsSayWhatToDo()
    {
        SharedLens lens;
        Selection selection;
        CoverageView view(lens, selection);
        view.setMap(std::make_shared<const Lookup>(Model()));
        const auto labels = view.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text() == u"Choose an instrument to see what became of its clauses."_s; }));
        MapBuilder map;
        map.instrument("ins");
        Lens chosen;
        chosen.instrument.value = u"ins"_s;
        lens.set(chosen);
        view.setMap(std::make_shared<const Lookup>(map.lookup()));
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text() == u"The text of this instrument is not in the map. Import it…"_s; }));
    }
};

QTEST_MAIN(CoverageTest)
#include "coverage_test.moc"
