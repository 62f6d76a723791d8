#include "tests/support/mapbuilder.h"
#include "core/exchange/csv.h"
#include "ui/charts/chartmodel.h"
#include "ui/charts/chartfill.h"
#include "ui/charts/chartview.h"
#include "ui/paint/fonts.h"
#include "ui/paper/export.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QPainter>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

const Lookup &shipped()
{
    static const Lookup lookup(*exchange::shippedMap());
    return lookup;
}

Lens lensOn(const QDate &day, Scope scope = Scope::All)
{
    Lens lens;
    lens.asOf = day;
    lens.scope = scope;
    return lens;
}

const QDate theDay(2026, 3, 1);

int sum(const ChartData &data)
{
    return std::accumulate(data.rows.begin(), data.rows.end(), 0, [](int all, const ChartRow &row) { return all + row.total(); });
}

} // namespace

class ChartsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void everyClauseIsCountedOnceByProgress()
    {
        const ChartData data = chartData(ChartKind::Progress, shipped(), lensOn(theDay));
        QCOMPARE(sum(data), 48);
        QVERIFY(data.rows.size() >= 15);
        // By number; what stands in no area comes last.
        QCOMPARE(data.rows.front().sign, u"1"_s);
        for (const ChartRow &row : data.rows)
            QCOMPARE(row.values.size(), data.parts.size());
    }

    void everyDatedRoundIsCountedOnceByYear()
    {
        const ChartData data = chartData(ChartKind::Meetings, shipped(), lensOn(theDay));
        const auto held = std::ranges::count_if(shipped().model().all<Meeting>(), [](const Meeting &meeting) {
            return meeting.status == MeetingStatus::Held && meeting.start.isKnown() && meeting.start.first() <= theDay;
        });
        QCOMPARE(sum(data), int(held));
        // Years without a round are drawn too, or the axis would lie.
        QCOMPARE(data.rows.back().day.year() - data.rows.front().day.year() + 1, int(data.rows.size()));
    }

    void aRangeCountsWhatLiesInItOnly()
    {
        Lens lens = lensOn(QDate(2019, 12, 31));
        lens.from = QDate(2018, 1, 1);
        const ChartData data = chartData(ChartKind::Meetings, shipped(), lens);
        QCOMPARE(data.rows.size(), std::size_t(2));
        QCOMPARE(data.rows.front().label, u"2018"_s);
        QVERIFY2(data.asOf.contains(u"1 Jan 2018"_s), qPrintable(data.asOf));
    }

    void coverageOverTimeEndsWithTheStatesOfTheDay()
    {
        const ChartData over = chartData(ChartKind::Coverage, shipped(), lensOn(theDay));
        const ChartData now = chartData(ChartKind::Progress, shipped(), lensOn(theDay));
        QVERIFY(over.rows.size() > 10 && over.rows.size() <= 62);
        QCOMPARE(over.rows.back().day, theDay);
        QCOMPARE(over.rows.front().day, QDate(2024, 11, 4)); // The adoption.
        for (const ChartRow &row : over.rows)
            QCOMPARE(row.total(), 48);
        for (std::size_t part = 0; part < over.parts.size(); ++part) {
            const auto same = std::ranges::find(now.parts, over.parts[part].name, &ChartPart::name);
            int count = 0;
            for (const ChartRow &row : now.rows)
                count += same == now.parts.end() ? 0 : row.values[std::size_t(same - now.parts.begin())];
            QCOMPARE(over.rows.back().values[part], count);
        }
    }

    void anInstitutionIsCountedOnceForARound()
    {
        MapBuilder map;
        map.dialogue("d").level(Level::Directors);
        map.institution("a", Side::Eu);
        map.institution("b", Side::Rok);
        map.meeting("d", "2020-01-01").attendedBy({"a", "b"});
        map.meeting("d", "2021-01-01").attendedBy({"a"});
        map.meeting("d", "2022-01-01");
        map.meeting("d", "2023-01-01").attendedBy({"a"}).status(MeetingStatus::Cancelled);
        const ChartData data = chartData(ChartKind::Participation, map.lookup(), lensOn(theDay));
        QCOMPARE(data.rows.size(), std::size_t(2));
        QCOMPARE(data.rows[0].record, u"a"_s);
        QCOMPARE(data.rows[0].total(), 2);
        QCOMPARE(data.rows[1].total(), 1);
        QVERIFY2(data.note.contains(u"At one round no institution"_s), qPrintable(data.note));
    }

    void aFilterOnTheSideLeavesTheOthersOut()
    {
        Lens lens = lensOn(theDay);
        lens.filters = {{u"side"_s, u"ROK"_s}};
        const ChartData data = chartData(ChartKind::Participation, shipped(), lens);
        QVERIFY(!data.rows.empty());
        QVERIFY(std::ranges::all_of(data.rows, [](const ChartRow &row) { return row.side == Side::Rok; }));
    }

    void anEmptyMapSaysWhatIsMissing_data()
    {
        QTest::addColumn<int>("kind");
        for (const ChartKind kind : chartKinds)
            QTest::newRow(qPrintable(wordOf(kind))) << int(kind);
    }
    void anEmptyMapSaysWhatIsMissing()
    {
        QFETCH(int, kind);
        for (const QDate &day : {theDay, QDate(1000, 1, 1), QDate()}) {
            const ChartData data = chartData(ChartKind(kind), Lookup(Model()), lensOn(day));
            QVERIFY(data.rows.empty());
            QVERIFY(!data.empty.isEmpty());
            const auto drawing = chartDrawing(data, {});
            QVERIFY(drawing->legend().empty());
            QCOMPARE(drawing->facts().empty, data.empty);
            QCOMPARE(drawing->rowAt({10, 10}), -1);
            const auto sheet = renderDrawing(*drawing, {}, u"png"_s);
            QVERIFY(bool(sheet));
        }
    }

    void aDayBeforeTheAdoptionIsSaid()
    {
        const ChartData data = chartData(ChartKind::Coverage, shipped(), lensOn(QDate(2020, 1, 1)));
        QVERIFY(data.rows.empty());
        QVERIFY2(data.empty.contains(u"not adopted yet"_s), qPrintable(data.empty));
    }

    void aYearOfAnotherMillenniumDoesNotFillTheChart()
    {
        MapBuilder map;
        map.dialogue("d");
        map.meeting("d", "0201-01-01");
        map.meeting("d", "2021-01-01");
        const ChartData data = chartData(ChartKind::Meetings, map.lookup(), lensOn(theDay));
        QVERIFY(data.rows.size() <= 401);
        QCOMPARE(data.rows.back().label, u"2021"_s);
    }

    void partsDifferInGreyAsWellAsInColour_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("states") << int(ChartKind::Progress);
        QTest::newRow("levels") << int(ChartKind::Meetings);
    }
    void partsDifferInGreyAsWellAsInColour()
    {
        QFETCH(int, kind);
        std::vector<ChartPart> parts;
        if (ChartKind(kind) == ChartKind::Progress) {
            for (int state = 0; state < 8; ++state)
                parts.push_back({ProgressState(state), {}, {}});
        } else {
            for (int rung = 0; rung <= int(Rung::NoLevel); ++rung)
                parts.push_back({Rung(rung), {}, {}});
        }
        std::vector<QImage> tiles;
        for (const ChartPart &part : parts) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintPart(painter, QRectF(0, 0, 40, 40), part, tokens(Theme::Mono));
            painter.end();
            tiles.push_back(image.convertToFormat(QImage::Format_Grayscale8));
        }
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            for (std::size_t j = i + 1; j < tiles.size(); ++j) {
                int differing = 0;
                for (int y = 0; y < 40; ++y) {
                    for (int x = 0; x < 40; ++x)
                        differing += std::abs(tiles[i].pixelColor(x, y).lightness() - tiles[j].pixelColor(x, y).lightness()) > 20 ? 1 : 0;
                }
                QVERIFY2(differing > 60, qPrintable(u"%1 and %2: %3"_s.arg(i).arg(j).arg(differing)));
            }
        }
    }

    void theBarsAreAsLongAsTheirNumbers()
    {
        const ChartData data = chartData(ChartKind::Progress, shipped(), lensOn(theDay));
        const auto drawing = chartDrawing(data, {});
        QCOMPARE(drawing->breaks().size(), data.rows.size());
        for (int row = 0; row < int(data.rows.size()); ++row)
            QCOMPARE(drawing->rowAt(drawing->rowRect(row).center()), row);
        QCOMPARE(drawing->rowAt({5, drawing->size().height() + 10}), -1);
    }

    void onPaperEveryNameIsInTheText()
    {
        const ChartData data = chartData(ChartKind::Participation, shipped(), lensOn(theDay));
        const auto drawing = chartDrawing(data, {});
        PageSetup page;
        page.mono = true;
        const auto svg = renderDrawing(*drawing, page, u"svg"_s);
        QVERIFY(bool(svg));
        const QString text = QString::fromUtf8(*svg);
        for (const ChartRow &row : data.rows)
            QVERIFY2(text.contains(row.label.toHtmlEscaped()) || drawing->facts().labels != u"0 hidden, 0 shortened"_s, qPrintable(row.label));
    }

    void theTableIsTheChart()
    {
        ChartModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ChartData data = chartData(ChartKind::Progress, shipped(), lensOn(theDay));
        model.setData(data);
        QCOMPARE(model.rowCount(), int(data.rows.size()));
        QCOMPARE(model.columnCount(), int(data.parts.size()) + 2);
        QCOMPARE(model.index(0, 0).data(Qt::UserRole).toString(), data.rows[0].record);
        QCOMPARE(model.index(0, model.columnCount() - 1).data().toString(), QString::number(data.rows[0].total()));
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Area"_s);
        model.setData(ChartData());
        QCOMPARE(model.rowCount(), 0);
    }

    void aNameThatLooksLikeAFormulaIsTextInTheClipboard()
    {
        MapBuilder map;
        map.dialogue("d").level(Level::Directors);
        map.institution("=1+1", Side::Eu);
        map.institution("a\tb", Side::Rok);
        map.meeting("d", "2020-01-01").attendedBy({"=1+1", "a\tb"});
        const QString text = chartTableText(chartData(ChartKind::Participation, map.lookup(), lensOn(theDay)));
        QVERIFY2(text.contains(u"\n'=1+1\t"_s), qPrintable(text));
        QVERIFY(text.contains(u"\na b\t"_s));
    }

    void chartTableAndViewFollowLensAndSelection()
    {
        SharedLens lens;
        Selection selection;
        lens.set(lensOn(theDay));
        ChartView view(lens, selection);
        view.resize(1000, 560);
        view.setMap(std::make_shared<const Lookup>(*exchange::shippedMap()));
        QVERIFY2(view.data().rows.empty(), "nothing is counted before it is seen");
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(!view.data().rows.empty());
        QCOMPARE(sum(view.data()), 48);

        selection.choose(u"area-cyber"_s);
        QCOMPARE(view.table().currentIndex().data(Qt::UserRole).toString(), u"area-cyber"_s);
        QTest::keyClick(&view.table(), Qt::Key_Down);
        QVERIFY(selection.current() != u"area-cyber"_s);
        QTRY_VERIFY(view.canvas().drawing());
        const QPointF first = view.canvas().drawing()->rowRect(0).center();
        QTest::mouseClick(&view.canvas(), Qt::LeftButton, {}, first.toPoint());
        QCOMPARE(selection.current(), view.data().rows[0].record);

        view.setKind(ChartKind::Meetings);
        QTRY_COMPARE(view.data().kind, ChartKind::Meetings);
        const int all = sum(view.data());
        Lens range = lens.value();
        range.from = QDate(2025, 1, 1);
        lens.set(range);
        QTRY_VERIFY(sum(view.data()) < all);
        view.setMap(nullptr);
        QTRY_COMPARE(view.data().empty, u"No map is open."_s);
    }

    void pictureAndTableGoIntoTheClipboard()
    {
        SharedLens lens;
        Selection selection;
        lens.set(lensOn(theDay));
        ChartView view(lens, selection);
        view.resize(900, 500);
        view.setMap(std::make_shared<const Lookup>(*exchange::shippedMap()));
        view.show();
        QTRY_VERIFY(!view.data().rows.empty());
        view.copyTable();
        QVERIFY(QApplication::clipboard()->text().startsWith(u"Area\t"_s));
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), qsizetype(view.data().rows.size() + 1));
        view.copyPicture();
        QVERIFY(QApplication::clipboard()->image().width() > 1500);
    }
};

QTEST_MAIN(ChartsTest)
#include "charts_test.moc"
