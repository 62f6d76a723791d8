#include "core/base/file.h"
#include "ui/paint/fonts.h"
#include "ui/paper/export.h"
#include "ui/paper/printing.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;

namespace {

const QStringList labels = {u"한-EU 사이버정책협의회"_s,
                            u"Office of the President, traffic, fluent"_s,
                            u"14(c)"_s,
                            u"Cyber Policy Consultation"_s,
                            u"2025-05-20 – 2026-03-01"_s,
                            u"§15, 16(a)–(c)"_s,
                            u"High Representative/Vice-President"_s,
                            u"국가사이버안보센터 NCSC 0123456789"_s};

/// Rows of boxes with the labels, in as many rows and columns as are asked for; the first row and column are heads.
class FakeDrawing : public Drawing
{
public:
    explicit FakeDrawing(int rows = 12, int columns = 3, int legend = 12, bool heedsArea = true)
        : m_rows(rows)
        , m_columns(columns)
        , m_legend(legend)
        , m_heedsArea(heedsArea)
    {}

    static constexpr double width = 260;
    static constexpr double height = 44;
    static constexpr double head = 24;
    static constexpr double side = 60;

    QSizeF size() const override { return {side + m_columns * width, head + m_rows * height}; }
    QMarginsF heads() const override { return {side, head, 0, 0}; }

    void paint(QPainter &painter, const QRectF &wanted, const Look &look) const override
    {
        const QRectF area = m_heedsArea ? wanted : QRectF(QPointF(), size());
        const Tokens &tokens = look.tokens();
        const auto text = [&](const QPointF &at, const QString &words, bool bold) {
            painter.setFont(drawingFont(bold ? 12 : 10, bold));
            painter.setPen(tokens.ink);
            painter.drawText(at, words);
        };
        for (int column = 0; column < m_columns; ++column) {
            const QRectF box(side + column * width, 0, width, head);
            if (box.intersects(area))
                text(box.topLeft() + QPointF(4, 16), u"Column %1"_s.arg(column + 1), true);
            for (int row = 0; row < m_rows; ++row) {
                const QRectF cell(side + column * width, head + row * height, width, height);
                if (!cell.intersects(area))
                    continue;
                painter.setPen(QPen(column % 2 ? tokens.rok : tokens.eu, 1.4));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(cell.adjusted(6, 4, -6, -4), 12, 12);
                text(cell.topLeft() + QPointF(14, 19), labels[(row * m_columns + column) % labels.size()], true);
                text(cell.topLeft() + QPointF(14, 34), u"cell %1/%2"_s.arg(row + 1).arg(column + 1), false);
            }
        }
        for (int row = 0; row < m_rows; ++row) {
            const QRectF box(0, head + row * height, side, height);
            if (box.intersects(area))
                text(box.topLeft() + QPointF(4, 26), u"Row %1"_s.arg(row + 1), true);
        }
    }

    std::vector<LegendEntry> legend() const override
    {
        std::vector<LegendEntry> entries;
        for (int i = 0; i < m_legend; ++i) {
            LegendEntry entry;
            entry.group = i < m_legend / 2 ? u"Records"_s : u"Lines"_s;
            entry.words = i == 1 ? u"Inferred, not stated in a source:\nring on the line or hollow head"_s : u"Sign number %1"_s.arg(i + 1);
            entry.sample = [](QPainter &painter, const QRectF &area, const Look &look) {
                painter.setPen(QPen(look.tokens().eu, 1.4));
                painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7);
            };
            entries.push_back(entry);
        }
        return entries;
    }

    DrawingFacts facts() const override
    {
        DrawingFacts facts;
        facts.title = u"EU–ROK cooperation"_s;
        facts.subtitle = u"Who meets whom, at which level, on what basis"_s;
        facts.view = u"Ladder, first view around the Partnership (SDP)"_s;
        facts.asOf = u"1 March 2026, in force on that day"_s;
        facts.filters = u"none beside the first view"_s;
        facts.shown = u"57 of 203 records, 43 lines, 20 area tags"_s;
        facts.labels = u"0 hidden, 4 shortened"_s;
        facts.evidence = u"37 stated, 6 inferred, 0 without a source"_s;
        facts.notToBeConfused = {u"Security and Defence Dialogue (since 2025) 한-EU 안보방위대화 and Security and Defence Consultations "
                                 "(2015–2021) 한-EU 안보국방대화. Two series, counted apart."_s};
        return facts;
    }

private:
    int m_rows;
    int m_columns;
    int m_legend;
    bool m_heedsArea;
};

PageSetup setup(QPageSize::PageSizeId paper = QPageSize::A4, const QString &marking = u"LIMITE"_s)
{
    PageSetup setup;
    setup.paper = QPageSize(paper);
    setup.fileName = u"eu-rok.entente"_s;
    setup.marking = marking;
    setup.drawn = QDateTime(QDate(2026, 3, 1), QTime(14, 2));
    return setup;
}

/// What a tool prints; nothing where it is not installed.
std::optional<QString> run(const QString &tool, const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60000);
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
        ? QString::fromUtf8(process.readAllStandardOutput())
        : u"%1 failed: %2"_s.arg(tool, QString::fromUtf8(process.readAllStandardError()));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

#define REQUIRE_TOOL(output)                                                                                                               \
    if (!(output))                                                                                                                         \
    QSKIP("The tool is not installed.")

#define VERIFY_OK(result)                                                                                                                  \
    do {                                                                                                                                   \
        const auto &checked = (result);                                                                                                    \
        QVERIFY2(checked.isOk(), checked.isOk() ? "" : qPrintable(checked.error().sentence + checked.error().detail));                      \
    } while (false)

} // namespace

class PaperTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        // For looking at the pages: ENTENTE_TEST_OUTPUT names a folder that keeps them.
        const QString kept = qEnvironmentVariable("ENTENTE_TEST_OUTPUT");
        m_dir = kept.isEmpty() ? m_temporary.path() : kept;
        QVERIFY(QDir().mkpath(m_dir));
    }

    void thePdfTextLayerHasEveryLabelExactly()
    {
        const FakeDrawing drawing;
        VERIFY_OK(exportDrawing(drawing, setup(), path(u"a4.pdf"_s)));
        const auto text = run(u"pdftotext"_s, {path(u"a4.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        for (const QString &label : labels)
            QVERIFY2(text->contains(label), qPrintable(label + u" is not in: "_s + *text));
        for (int i = 2; i < 12; ++i)
            QVERIFY(text->contains(u"Sign number %1\n"_s.arg(i + 1)));
        for (const auto &words : {u"EU–ROK cooperation"_s, u"eu-rok.entente"_s, u"Page 1 of 1"_s, u"1 Mar 2026, 14:02"_s, u"NOT TO BE CONFUSED"_s})
            QVERIFY2(text->contains(words), qPrintable(words));
    }

    void everyPageBearsTheMarkingAboveAndBelow()
    {
        VERIFY_OK(exportDrawing(FakeDrawing(80, 3), setup(), path(u"long.pdf"_s)));
        const auto text = run(u"pdftotext"_s, {u"-layout"_s, path(u"long.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        QStringList pages = text->split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE_GT(pages.size(), 1);
        for (const QString &page : std::as_const(pages))
            QCOMPARE_GE(page.count(u"LIMITE"_s), 3); // above, below, in the title block
    }

    void aLongDrawingIsSpreadOverPagesWithItsHeadsAndLosesNothing_data()
    {
        QTest::addColumn<bool>("heedsArea");
        QTest::newRow("paints what is asked for") << true;
        QTest::newRow("paints everything each time") << false;
    }
    void aLongDrawingIsSpreadOverPagesWithItsHeadsAndLosesNothing()
    {
        QFETCH(bool, heedsArea);
        const FakeDrawing drawing(80, 3, 12, heedsArea);
        const Pages pages(drawing, setup());
        QCOMPARE_GT(pages.count(), 2);
        QCOMPARE(pages.notes().size(), 1);
        VERIFY_OK(exportDrawing(drawing, setup(), path(u"spread.pdf"_s)));
        const auto text = run(u"pdftotext"_s, {path(u"spread.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        const QStringList sheets = text->split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(sheets.size(), pages.count());
        for (const QString &sheet : sheets)
            QCOMPARE(sheet.count(u"Column 2"_s), 1);
        for (int row = 1; row <= 80; ++row)
            QCOMPARE(text->count(u"cell %1/2\n"_s.arg(row)), 1); // whole, and once: no cut through a row
    }

    void aWideAndLongDrawingKeepsEveryCell()
    {
        const FakeDrawing drawing(40, 10, 12, false);
        VERIFY_OK(exportDrawing(drawing, setup(), path(u"both.pdf"_s)));
        const auto text = run(u"pdftotext"_s, {path(u"both.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        for (int row = 1; row <= 40; ++row) {
            for (int column = 1; column <= 10; ++column)
                QCOMPARE(text->count(u"cell %1/%2\n"_s.arg(row).arg(column)), 1);
        }
    }

    void namesNeverBecomeSmallerThanCanBeRead_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("small") << 1 << 1;
        QTest::newRow("long") << 300 << 3;
        QTest::newRow("wide") << 8 << 20;
        QTest::newRow("both") << 60 << 20;
    }
    void namesNeverBecomeSmallerThanCanBeRead()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        const FakeDrawing drawing(rows, columns);
        const Pages pages(drawing, setup());
        QCOMPARE_GE(pages.scale() * 11.5 * 0.75, 5.35);
        QCOMPARE_LE(pages.scale(), 1.51);
    }

    void aLegendThatDoesNotFitGoesOnOnAFurtherPage()
    {
        const FakeDrawing drawing(12, 3, 90);
        VERIFY_OK(exportDrawing(drawing, setup(), path(u"legend.pdf"_s)));
        QCOMPARE(Pages(drawing, setup()).count(), 2);
        const auto text = run(u"pdftotext"_s, {path(u"legend.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        for (int i = 3; i <= 90; ++i)
            QCOMPARE(text->count(u"Sign number %1\n"_s.arg(i)), 1);
        QVERIFY(text->contains(u"Continues on page 2"_s));
    }

    void nothingIsPaintedOutsideTheMargins_data()
    {
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("marking");
        const QString mouthful = u"Limited distribution to the working party on security and defence, its members and their deputies only 배포 제한"_s;
        QTest::newRow("A4") << int(QPageSize::A4) << 12 << u"LIMITE"_s;
        QTest::newRow("A3") << int(QPageSize::A3) << 20 << u"public"_s;
        QTest::newRow("A1") << int(QPageSize::A1) << 20 << u"Limited"_s;
        QTest::newRow("spread") << int(QPageSize::A4) << 80 << u"LIMITE"_s;
        QTest::newRow("long marking") << int(QPageSize::A4) << 12 << mouthful;
    }
    void nothingIsPaintedOutsideTheMargins()
    {
        QFETCH(int, paper);
        QFETCH(int, rows);
        QFETCH(QString, marking);
        const FakeDrawing drawing(rows, 3);
        const Pages pages(drawing, setup(QPageSize::PageSizeId(paper), marking));
        for (int page = 0; page < pages.count(); ++page) {
            // A sheet with a rim: what is painted on the rim was outside the page.
            constexpr int rim = 200;
            QImage image(pages.size().toSize() + QSize(2 * rim, 2 * rim), QImage::Format_RGB32);
            image.setDotsPerMeterX(3780);
            image.setDotsPerMeterY(3780);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.translate(rim, rim);
            pages.paint(painter, page);
            painter.end();
            const auto isBlank = [&](const QRect &area) {
                for (int y = area.top(); y <= area.bottom(); ++y) {
                    for (int x = area.left(); x <= area.right(); ++x) {
                        if (image.pixel(x, y) != qRgb(255, 255, 255))
                            return false;
                    }
                }
                return true;
            };
            const int w = image.width(), h = image.height();
            constexpr int side = rim + 36; // 10 mm less the frame's own line
            QVERIFY(isBlank({0, 0, side, h}));
            QVERIFY(isBlank({w - side, 0, side, h}));
            QVERIFY(isBlank({0, 0, w, rim}));
            QVERIFY(isBlank({0, h - rim, w, rim}));
        }
    }

    void theSvgIsWellFormedAndKeepsItsText()
    {
        VERIFY_OK(exportDrawing(FakeDrawing(80, 3), setup(), path(u"long.svg"_s)));
        VERIFY_OK(exportDrawing(FakeDrawing(), setup(), path(u"a4.svg"_s)));
        const QByteArray svg = bytesOf(path(u"a4.svg"_s));
        QXmlStreamReader reader(svg);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const QString text = QString::fromUtf8(svg);
        for (const QString &label : labels)
            QVERIFY2(text.contains(u'>' + label + u'<'), qPrintable(label));
        QVERIFY(text.contains(u"<title>EU–ROK cooperation"_s));
        QVERIFY(text.contains(u"<desc>Marking: LIMITE"_s));
        QVERIFY(text.contains(u"font-family=\"'Noto Sans', NanumGothic, sans-serif\""_s));
        QVERIFY(bytesOf(path(u"long.svg"_s)).contains("cell 80/3"));
        const auto said = run(u"xmllint"_s, {u"--noout"_s, path(u"a4.svg"_s), path(u"long.svg"_s)});
        REQUIRE_TOOL(said);
        QCOMPARE(*said, QString());
    }

    void thePictureHas300DotsAnInch()
    {
        VERIFY_OK(exportDrawing(FakeDrawing(), setup(), path(u"a4.png"_s)));
        const QImage image(path(u"a4.png"_s));
        QCOMPARE(image.size(), QSize(3508, 2480));
        QCOMPARE(image.dotsPerMeterX(), 11811);
        QCOMPARE(image.text(u"Marking"_s), u"LIMITE"_s);
    }

    void theSameCallGivesTheSameBytes()
    {
        for (const auto &suffix : {u"pdf"_s, u"svg"_s, u"png"_s}) {
            const auto first = renderDrawing(FakeDrawing(), setup(), suffix);
            if (suffix == u"pdf")
                QTest::qWait(1100); // the clock of a PDF counts seconds
            const auto second = renderDrawing(FakeDrawing(), setup(), suffix);
            VERIFY_OK(first);
            VERIFY_OK(second);
            QCOMPARE(*first, *second);
        }
    }

    void thePdfSaysItsTitleDateAndMarking()
    {
        const auto info = run(u"pdfinfo"_s, {u"-rawdates"_s, path(u"a4.pdf"_s)});
        REQUIRE_TOOL(info);
        QVERIFY2(info->contains(u"EU–ROK cooperation – Ladder, first view around the Partnership (SDP) – LIMITE"_s), qPrintable(*info));
        QVERIFY2(info->contains(u"D:20260301140200"_s), qPrintable(*info));
        QVERIFY2(info->contains(u"841.89 x 595.276"_s) || info->contains(u"A4"_s), qPrintable(*info));
        const QByteArray pdf = bytesOf(path(u"a4.pdf"_s));
        QVERIFY(pdf.contains("<dc:rights>"));
        QVERIFY(pdf.contains("<pdf:Keywords>LIMITE</pdf:Keywords>"));
    }

    void aPosterHasItsSheetsAndEachTellsItsPlace()
    {
        PageSetup poster = setup();
        poster.columns = 3;
        poster.rows = 2;
        const FakeDrawing drawing(20, 5);
        QCOMPARE(Pages(drawing, poster).count(), 6);
        VERIFY_OK(exportDrawing(drawing, poster, path(u"poster.pdf"_s)));
        VERIFY_OK(exportDrawing(drawing, poster, path(u"poster.png"_s)));
        const auto text = run(u"pdftotext"_s, {path(u"poster.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        const QStringList sheets = text->split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(sheets.size(), 6);
        for (int i = 0; i < 6; ++i) {
            QVERIFY(sheets[i].count(u"LIMITE"_s) >= 2);
            QVERIFY(sheets[i].contains(u"Sheet %1 of 6: row %2, column %3"_s.arg(i + 1).arg(i / 3 + 1).arg(i % 3 + 1)));
        }
        for (int row = 1; row <= 20; ++row)
            QVERIFY(text->contains(u"cell %1/5"_s.arg(row)));
    }

    void blackAndWhiteHasNoColour()
    {
        PageSetup mono = setup(QPageSize::A3);
        mono.mono = true;
        VERIFY_OK(exportDrawing(FakeDrawing(20, 4), mono, path(u"mono.pdf"_s)));
        VERIFY_OK(exportDrawing(FakeDrawing(20, 4), setup(QPageSize::A3), path(u"a3.pdf"_s)));
        VERIFY_OK(exportDrawing(FakeDrawing(20, 4), setup(QPageSize::A3, u"public"_s), path(u"public.pdf"_s)));
        const FakeDrawing drawing;
        const Pages pages(drawing, mono);
        QImage image(pages.size().toSize(), QImage::Format_RGB32);
        image.setDotsPerMeterX(3780);
        image.setDotsPerMeterY(3780);
        image.fill(Qt::white);
        QPainter painter(&image);
        pages.paint(painter, 0);
        painter.end();
        QVERIFY(image.allGray()); // nor coloured rims of subpixels
    }

    void whatCannotBeWrittenSaysSoAndLeavesNothing()
    {
        const FakeDrawing drawing;
        const auto nowhere = exportDrawing(drawing, setup(), path(u"no/such/folder/a.pdf"_s));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().failure, base::Failure::Write);
        QVERIFY(nowhere.error().sentence.contains(u"folder"_s));
        QVERIFY(!QFile::exists(path(u"no"_s)));

        const auto unknown = exportDrawing(drawing, setup(), path(u"a.docx"_s));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().failure, base::Failure::Call);

        QVERIFY(QDir(m_dir).mkpath(u"taken.pdf"_s));
        const auto taken = exportDrawing(drawing, setup(), path(u"taken.pdf"_s));
        QVERIFY(!taken);
        QCOMPARE(taken.error().failure, base::Failure::Write);
        QVERIFY(QDir(m_dir).entryList({u".entente-*"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void aFullDiskLeavesTheOldFileWhole()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("No device that is always full here.");
        // A folder of the kernel's takes no new files at all.
        const auto refused = replaceFile(u"/proc/self/a.pdf"_s, "new");
        QVERIFY(!refused);
        QCOMPARE(refused.error().failure, base::Failure::Write);
    }

    void aFileIsReplacedWholeAndLinksStayLinks()
    {
        QFile::remove(path(u"old.pdf"_s));
        QFile::remove(path(u"link.pdf"_s));
        VERIFY_OK(replaceFile(path(u"old.pdf"_s), "first"));
        QVERIFY(QFile::link(path(u"old.pdf"_s), path(u"link.pdf"_s)));
        VERIFY_OK(replaceFile(path(u"link.pdf"_s), "second"));
        QCOMPARE(bytesOf(path(u"old.pdf"_s)), QByteArray("second"));
        QVERIFY(QFileInfo(path(u"link.pdf"_s)).isSymLink());
    }

    void rowsAreCutWhereTheDrawingSays()
    {
        // Its rows have frames, so that the least ink alone would do; it only allows every third edge.
        class Choosy : public FakeDrawing
        {
        public:
            using FakeDrawing::FakeDrawing;
            std::vector<double> breaks() const override
            {
                std::vector<double> edges;
                for (int row = 3; row <= 80; row += 3)
                    edges.push_back(head + row * height);
                return edges;
            }
        };
        VERIFY_OK(exportDrawing(Choosy(80, 3), setup(), path(u"choosy.pdf"_s)));
        const auto text = run(u"pdftotext"_s, {path(u"choosy.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        const QStringList sheets = text->split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(sheets.size() > 1);
        for (qsizetype i = 0; i + 1 < sheets.size(); ++i) {
            int last = 0;
            for (int row = 1; row <= 80; ++row) {
                if (sheets[i].contains(u"cell %1/1\n"_s.arg(row)))
                    last = row;
            }
            QVERIFY2(last > 0 && last % 3 == 0, qPrintable(QString::number(last)));
        }
    }

    void aSheetWithoutADrawingSaysWhy()
    {
        class Empty : public FakeDrawing
        {
        public:
            Empty() : FakeDrawing(0, 0, 0) {}
            DrawingFacts facts() const override
            {
                DrawingFacts facts = FakeDrawing::facts();
                facts.empty = u"Nothing fits."_s;
                return facts;
            }
        };
        VERIFY_OK(exportDrawing(Empty(), setup(), path(u"empty.pdf"_s)));
        const auto text = run(u"pdftotext"_s, {path(u"empty.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        QVERIFY(text->contains(u"Nothing fits."_s));
    }

    void thePrinterGetsTheSamePages()
    {
        const FakeDrawing drawing(80, 3);
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path(u"printed.pdf"_s));
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setPageOrientation(QPageLayout::Landscape);
        printer.setResolution(96);
        VERIFY_OK(paintPages(printer, drawing, setup()));
        const auto text = run(u"pdftotext"_s, {path(u"printed.pdf"_s), u"-"_s});
        REQUIRE_TOOL(text);
        QCOMPARE(text->count(u'\f'), Pages(drawing, setup()).count());
        QVERIFY(text->contains(u"한-EU 사이버정책협의회"_s));
    }

    void aPrinterOfAnotherResolutionGetsThePageInItsSize()
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path(u"picture.pdf"_s));
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setPageOrientation(QPageLayout::Landscape);
        VERIFY_OK(paintPages(printer, FakeDrawing(), setup()));
        QVERIFY(QFileInfo(path(u"picture.pdf"_s)).size() > 20000);
    }

    void theDialogShowsThePagesAndItsAnswerCounts()
    {
        const FakeDrawing drawing;
        int asked = 0;
        const auto show = [&](QPrintPreviewDialog &dialog) {
            QPrinter target;
            target.setOutputFormat(QPrinter::PdfFormat);
            target.setOutputFileName(path(u"dialog.pdf"_s));
            target.setPageSize(QPageSize(QPageSize::A3));
            target.setResolution(96);
            emit dialog.paintRequested(&target);
            return ++asked == 1;
        };
        const auto printed = printDrawing(drawing, setup(), nullptr, show);
        VERIFY_OK(printed);
        QVERIFY(*printed);
        const auto refused = printDrawing(drawing, setup(), nullptr, show);
        VERIFY_OK(refused);
        QVERIFY(!*refused);
        QVERIFY(QFileInfo(path(u"dialog.pdf"_s)).size() > 1000);
    }

private:
    QString path(const QString &name) const { return QDir(m_dir).filePath(name); }

    QTemporaryDir m_temporary;
    QString m_dir;
};

QTEST_MAIN(PaperTest)
#include "paper_test.moc"
