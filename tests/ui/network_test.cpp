#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/network/metrics.h"
#include "tests/support/mapbuilder.h"
#include "ui/network/networkpainter.h"
#include "ui/network/networkview.h"
#include "ui/paint/fonts.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

Lens firstView()
{
    Lens lens;
    lens.asOf = QDate(2026, 3, 1);
    return lens;
}

Lens everything()
{
    Lens lens = firstView();
    lens.scope = Scope::All;
    return lens;
}

/// A window's worth of things around a network view on the shipped map.
struct Desk
{
    QTemporaryDir directory;
    std::unique_ptr<entente::Document> document;
    SharedLens lens;
    Selection selection;
    NetworkView view{lens, selection};

    explicit Desk(const Model &rows, const Lens &start = firstView())
    {
        auto made = entente::Document::create(rows, {directory.path(), u"test"_s, false});
        if (made)
            document = std::move(made.value());
        lens.set(start);
        view.resize(900, 760);
        view.setDocument(document.get());
        view.show();
    }
    bool isReady() { return document && QTest::qWaitForWindowExposed(&view); }
    QPoint at(const char *record) const { return view.viewportPoint(QString::fromUtf8(record)).toPoint(); }
    QPoint on(const QPointF &point) const
    {
        const network::Box &box = view.drawing()->picture().boxes.front();
        return ((point - box.rect.center()) * view.zoom() + view.viewportPoint(box.id)).toPoint();
    }
};

Model shipped()
{
    auto map = exchange::shippedMap();
    return map ? map.value() : Model();
}

QImage painted(const Drawing &drawing, const Look &look, double scale = 1)
{
    QImage image((drawing.size() * scale).toSize(), QImage::Format_RGB32);
    image.fill(look.tokens().canvas);
    QPainter painter(&image);
    painter.scale(scale, scale);
    drawing.paint(painter, QRectF(), look);
    return image;
}

bool hasColour(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == colour.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class NetworkTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void nothingOverlapsOnTheShippedMap()
    {
        const Lookup lookup(shipped());
        for (const Lens &lens : {firstView(), everything()}) {
            for (const QString &layout : {u"ladder"_s, u"stress"_s}) {
                for (const NetworkMedium medium : {NetworkMedium::Screen, NetworkMedium::Large}) {
                    NetworkOptions options;
                    options.layout = layout;
                    options.medium = medium;
                    const auto drawing = networkDrawing(lookup, lens, options);
                    std::vector<QRectF> rects;
                    for (const network::Box &box : drawing->picture().boxes)
                        rects.push_back(box.rect);
                    QCOMPARE(network::overlapCount(rects), 0);
                    QVERIFY(!rects.empty());
                    QCOMPARE(drawing->counts().total, 203);
                }
            }
        }
    }

    /// With the fonts of the drawing: no text leaves its box, no two texts of a box meet.
    void textsKeepToThemselves()
    {
        const Lookup lookup(shipped());
        const network::LabelMetrics metrics = drawingMetrics();
        for (const NetworkMedium medium : {NetworkMedium::Screen, NetworkMedium::Large}) {
            NetworkOptions options;
            options.medium = medium;
            for (const Lens &lens : {firstView(), everything()}) {
                const auto drawing = networkDrawing(lookup, lens, options);
                for (const network::Box &box : drawing->picture().boxes) {
                    std::vector<QRectF> marks;
                    for (const network::Text &text : box.texts) {
                        const double width = metrics(text.text, text.size, text.bold);
                        const double left = text.at.x() - (text.align == network::Align::Left ? 0 : text.align == network::Align::Centre ? width / 2 : width);
                        const QRectF rect(left, text.at.y() - text.size * 0.7, width, text.size * 0.7);
                        QVERIFY2(box.rect.adjusted(-1, -1, 1, 1).contains(rect), qPrintable(box.id + u": "_s + text.text));
                        marks.push_back(rect);
                    }
                    for (const network::Tag &tag : box.tags)
                        marks.push_back(tag.rect);
                    QVERIFY2(network::overlapCount(marks) == 0, qPrintable(box.id));
                }
            }
        }
    }

    void aClickChoosesARecordAndTheViewTellsAll()
    {
        Desk desk(shipped());
        QVERIFY(desk.isReady());
        QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, desk.at("dlg-cyber") + QPoint(0, 20));
        QCOMPARE(desk.selection.current(), u"dlg-cyber"_s);
        QVERIFY(hasColour(desk.view.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32), tokens(Theme::Light).selectionFill));
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QVERIFY(desk.selection.current().isEmpty());
    }

    void whatIsChosenElsewhereIsShownHere()
    {
        Desk desk(shipped());
        QVERIFY(desk.isReady());
        desk.selection.choose(u"mtg-cyber-07"_s); // a round stands in its dialogue
        QVERIFY(hasColour(desk.view.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32), tokens(Theme::Light).selectionFill));
    }

    void aDraggedNodeStaysAndCanBeUndone()
    {
        Desk desk(shipped());
        QVERIFY(desk.isReady());
        const QPointF before = desk.view.drawing()->picture().box(u"g7"_s)->rect.center();
        const QPoint from = desk.at("g7");
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(desk.view.viewport(), from + QPoint(-30, 40));
        QTest::mouseMove(desk.view.viewport(), from + QPoint(-60, 80));
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {}, from + QPoint(-60, 80));
        QCOMPARE(desk.document->model().table<Position>().size(), 1U);
        const QPointF after = desk.view.drawing()->picture().box(u"g7"_s)->rect.center();
        QVERIFY(QLineF(before + QPointF(-60, 80) / desk.view.zoom(), after).length() < 2);
        QVERIFY(desk.document->undoLabel().contains(u"G7"_s));
        QVERIFY(bool(desk.document->undo()));
        QCOMPARE(desk.view.drawing()->picture().box(u"g7"_s)->rect.center(), before);
    }

    void escapeEndsADragWithoutAChange()
    {
        Desk desk(shipped());
        QVERIFY(desk.isReady());
        const QPoint from = desk.at("g7");
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(desk.view.viewport(), from + QPoint(-60, 80));
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {}, from + QPoint(-60, 80));
        QCOMPARE(desk.document->model().table<Position>().size(), 0U);
    }

    void aLineLeadsToWhatItRestsOn()
    {
        Desk desk(shipped());
        QVERIFY(desk.isReady());
        QSignalSpy passages(&desk.view, &NetworkView::passageRequested);
        const auto &strokes = desk.view.drawing()->picture().strokes;
        const auto line = std::ranges::find_if(strokes, [](const network::Stroke &stroke) { return stroke.lines.contains(u"took part:g7:dlg-summit"_s); });
        QVERIFY(line != strokes.end());
        const QPoint point = desk.on(line->points.front() + QPointF(-12, 0));
        QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(desk.selection.current(), u"mtg-leaders-2025"_s);
        QCOMPARE(passages.size(), 1);
        QVERIFY(desk.document->model().contains(passages.first().first().toString()));
    }

    void theKeyboardWalksAndFocuses()
    {
        Desk desk(shipped());
        QVERIFY(desk.isReady());
        desk.view.setFocus();
        QTest::keyClick(&desk.view, Qt::Key_N);
        QTest::keyClick(&desk.view, Qt::Key_Return);
        const QString first = desk.selection.current();
        QVERIFY(!first.isEmpty());
        QTest::keyClick(&desk.view, Qt::Key_Down);
        QTest::keyClick(&desk.view, Qt::Key_Return);
        QVERIFY(desk.selection.current() != first);
        const int all = desk.view.counts().shown;
        QTest::keyClick(&desk.view, Qt::Key_F);
        QCOMPARE(desk.lens.value().scope, Scope::Neighbourhood);
        QVERIFY(desk.view.counts().shown != all);
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QCOMPARE(desk.lens.value().scope, Scope::FirstView);
        QCOMPARE(desk.view.counts().shown, all);
        QVERIFY(!desk.view.accessibleDescription().isEmpty());
    }

    void zoomKeepsWithinItsLimits()
    {
        Desk desk(shipped());
        QVERIFY(desk.isReady());
        const double start = desk.view.zoom();
        QTest::keyClick(&desk.view, Qt::Key_Plus);
        QVERIFY(desk.view.zoom() > start);
        for (int i = 0; i < 60; ++i)
            desk.view.zoomOut();
        QVERIFY(desk.view.zoom() >= 0.1);
        desk.view.fit();
        QVERIFY(desk.view.drawing()->size().height() * desk.view.zoom() <= desk.view.viewport()->height() + 1);
    }

    void emptyViewsSayWhatToDoNext()
    {
        Desk empty(exchange::blankMap());
        QVERIFY(empty.view.emptySentence().startsWith(u"This map is empty."_s));
        Desk filtered(shipped());
        Lens lens = firstView();
        lens.filters = {{u"kind"_s, u"nothing of this kind"_s}};
        filtered.lens.set(lens);
        QCOMPARE(filtered.view.emptySentence(), u"Nothing fits these filters on 1 Mar 2026. Take one off, or press Esc."_s);
        filtered.view.setDocument(nullptr);
        QVERIFY(!filtered.view.emptySentence().isEmpty());
        QCOMPARE(filtered.view.counts().total, 0);
    }

    void theLegendListsWhatIsVisibleAndNothingElse()
    {
        MapBuilder map;
        map.institution("body", Side::Eu);
        map.dialogue("talk").level(Level::Directors);
        map.meeting("talk", "2024-05-01").attendedBy({"body"});
        const Lookup lookup = map.lookup();
        QStringList words;
        for (const LegendEntry &entry : networkDrawing(lookup, everything(), {})->legend())
            words.append(entry.words);
        QCOMPARE(words, QStringList({u"Body, EU: bar at the left"_s, u"Dialogue"_s, u"took part in 1 round"_s, u"no source recorded"_s}));
    }

    void everyThemePaintsAtEveryScale()
    {
        const Lookup lookup(shipped());
        const auto drawing = networkDrawing(lookup, firstView(), {});
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Mono}) {
            for (const double scale : {0.4, 1.0, 2.0}) {
                Look look;
                look.theme = theme;
                look.zoom = scale;
                const QImage image = painted(*drawing, look, scale);
                QVERIFY(hasColour(image, tokens(theme).ink));
                if (theme == Theme::Mono) {
                    for (int y = 0; y < image.height(); y += 3) {
                        for (int x = 0; x < image.width(); x += 3)
                            QVERIFY(qRed(image.pixel(x, y)) == qGreen(image.pixel(x, y)) && qGreen(image.pixel(x, y)) == qBlue(image.pixel(x, y)));
                    }
                }
            }
        }
    }

    void closenessDecidesWhatIsWritten()
    {
        using networkpaint::detailAt;
        QCOMPARE(detailAt(0.4), network::Detail::Shape);
        QCOMPARE(detailAt(0.5), network::Detail::Name);
        QCOMPARE(detailAt(0.8), network::Detail::Facts);
        QCOMPARE(detailAt(1.25), network::Detail::Full);
        QCOMPARE(detailAt(1.5), network::Detail::Korean);
    }

    void aLongLayoutIsDoneInTheBackground()
    {
        Desk desk(shipped(), everything());
        QVERIFY(desk.isReady());
        desk.view.setLayout(u"stress"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.view.drawing() && desk.view.drawing()->layout() == u"stress"_s, 20'000);
        QVERIFY(desk.view.counts().shown > 195); // all but what is not in force
    }
};

QTEST_MAIN(NetworkTest)
#include "network_test.moc"
