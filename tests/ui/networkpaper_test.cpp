#include "core/exchange/csv.h"
#include "core/model/relationtypes.h"
#include "core/network/lines.h"
#include "tests/support/mapbuilder.h"
#include "ui/network/networkdrawing.h"
#include "ui/network/networkpainter.h"
#include "ui/paint/fonts.h"
#include "ui/paper/atlas.h"
#include "ui/paper/export.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

// The network on paper: every word can be read out again, every record has its shape, and black and white tells all of it apart.

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

Model shipped()
{
    auto map = exchange::shippedMap();
    return map ? map.value() : Model();
}

Lens lensOf(Scope scope)
{
    Lens lens;
    lens.asOf = QDate(2026, 3, 1);
    lens.scope = scope;
    return lens;
}

/// Bodies and dialogues with Korean names, digits and signs.
Model korean(int count)
{
    MapBuilder map;
    for (int i = 0; i < count; ++i) {
        if (i % 3 == 0) {
            Dialogue dialogue;
            dialogue.id.value = u"d%1"_s.arg(i);
            dialogue.nameEn = u"제%1차 한-EU 협의회"_s.arg(i + 1);
            dialogue.nameKo = u"협의회 %1"_s.arg(i + 1);
            dialogue.level = Level(1 + i % 6);
            map.model().table<Dialogue>().put(dialogue);
        } else {
            Institution body;
            body.id.value = u"d%1"_s.arg(i);
            body.nameEn = u"기관%1 (제%2조)"_s.arg(i).arg(i + 3);
            body.nameKo = u"국가기관 %1"_s.arg(i);
            body.side = Side(1 + i % 4);
            map.model().table<Institution>().put(body);
        }
        if (i > 0)
            map.relate(i % 3 == 0 && (i / 2) % 3 == 0 ? relation::reportsTo : relation::partOf, u"d%1"_s.arg(i), u"d%1"_s.arg(i / 2));
    }
    return map.model();
}

QString withoutSpaces(QString text)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    return text.remove(spaces);
}

std::optional<QString> pdfText(const QByteArray &bytes, const QTemporaryDir &directory)
{
    const QString program = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (program.isEmpty())
        return {};
    QFile file(directory.filePath(u"drawing.pdf"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(bytes);
    file.close();
    QProcess process;
    process.start(program, {u"-raw"_s, file.fileName(), u"-"_s});
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Remembers what is painted.
class Recorder : public QPaintDevice
{
public:
    class Engine : public QPaintEngine
    {
    public:
        Engine() : QPaintEngine(AllFeatures) {}
        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &newState) override { transform = newState.transform(); }
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawPath(const QPainterPath &path) override { shapes.push_back(transform.map(path).boundingRect()); }
        void drawPolygon(const QPointF *points, int count, PolygonDrawMode) override
        {
            shapes.push_back(transform.map(QPolygonF(QList<QPointF>(points, points + count))).boundingRect());
        }
        void drawRects(const QRectF *rects, int count) override
        {
            for (int i = 0; i < count; ++i)
                shapes.push_back(transform.mapRect(rects[i]));
        }
        void drawTextItem(const QPointF &, const QTextItem &item) override { texts.append(item.text()); }
        Type type() const override { return User; }

        QTransform transform;
        std::vector<QRectF> shapes;
        QStringList texts;
    };

    QPaintEngine *paintEngine() const override { return &m_engine; }
    const Engine &seen() const { return m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
        case PdmHeight:
            return 100'000;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    mutable Engine m_engine;
};

QImage monoSample(const std::function<void(QPainter &, const Look &)> &paint)
{
    constexpr int Scale = 3;
    QImage image(60 * Scale, 24 * Scale, QImage::Format_Grayscale8);
    image.fill(255);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(Scale, Scale);
    Look look;
    look.theme = Theme::Mono;
    look.paper = true;
    paint(painter, look);
    painter.end();
    return image;
}

/// Dots that are dark in one and light in the other.
int differences(const QImage &one, const QImage &other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            count += std::abs(int(one.constScanLine(y)[x]) - int(other.constScanLine(y)[x])) > 96 ? 1 : 0;
    }
    return count;
}

const QStringList layouts{u"ladder"_s, u"stress"_s, u"radial"_s, u"circular"_s};

} // namespace

class NetworkPaperTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void everyLabelCanBeReadOutOfThePdf_data()
    {
        QTest::addColumn<bool>("isShipped");
        QTest::addColumn<QString>("layout");
        for (const QString &layout : layouts) {
            QTest::newRow(qPrintable(u"shipped "_s + layout)) << true << layout;
            QTest::newRow(qPrintable(u"Korean "_s + layout)) << false << layout;
        }
    }
    void everyLabelCanBeReadOutOfThePdf()
    {
        QFETCH(bool, isShipped);
        QFETCH(QString, layout);
        const Lookup lookup(isShipped ? shipped() : korean(60));
        const auto drawing = networkDrawing(lookup, lensOf(isShipped ? Scope::FirstView : Scope::All), {.layout = layout, .medium = NetworkMedium::Large});
        PageSetup setup;
        setup.paper = QPageSize(QPageSize::A1);
        setup.drawn = QDateTime(QDate(2026, 3, 1), QTime(0, 0));
        const auto bytes = renderDrawing(*drawing, setup, u"pdf"_s);
        QVERIFY(bytes.isOk());
        QTemporaryDir directory;
        const auto text = pdfText(*bytes, directory);
        if (!text)
            QSKIP("pdftotext is not installed.");
        // A word that stands in a line of its own may be joined to its neighbour by the tool, or a line be cut by it: spaces do not count.
        const QString all = withoutSpaces(*text);
        int labels = 0;
        for (const network::Box &box : drawing->picture().boxes) {
            for (const network::Text &part : box.texts) {
                ++labels;
                QVERIFY2(all.contains(withoutSpaces(part.text)), qPrintable(part.text));
            }
        }
        QVERIFY(labels >= int(drawing->picture().boxes.size()));
        for (const LegendEntry &entry : drawing->legend())
            QVERIFY2(all.contains(withoutSpaces(entry.words)), qPrintable(entry.words));
    }

    void everyRecordHasOneShapeAndItsLabelOnce_data()
    {
        QTest::addColumn<QString>("layout");
        for (const QString &layout : layouts)
            QTest::newRow(qPrintable(layout)) << layout;
    }
    void everyRecordHasOneShapeAndItsLabelOnce()
    {
        QFETCH(QString, layout);
        for (const Scope scope : {Scope::FirstView, Scope::All}) {
            const Lookup lookup(shipped());
            const auto drawing = networkDrawing(lookup, lensOf(scope), {.layout = layout, .medium = NetworkMedium::Large});
            QCOMPARE(drawing->picture().boxes.size(), drawing->snapshot().nodes.size());
            Recorder recorder;
            QPainter painter(&recorder);
            Look look;
            look.paper = true;
            look.zoom = 2;
            drawing->paint(painter, QRectF(), look);
            painter.end();
            std::map<QString, int> texts;
            for (const QString &text : recorder.seen().texts)
                ++texts[text];
            std::map<QString, int> expected;
            for (const network::Box &box : drawing->picture().boxes) {
                const auto shapes = std::ranges::count_if(recorder.seen().shapes, [&](const QRectF &shape) {
                    return QLineF(shape.topLeft(), box.rect.topLeft()).length() < 0.1 && QLineF(shape.bottomRight(), box.rect.bottomRight()).length() < 0.1;
                });
                QVERIFY2(shapes == 1, qPrintable(u"%1: %2 shapes"_s.arg(box.id).arg(shapes)));
                for (const network::Text &text : box.texts) {
                    if (text.detail == network::Detail::Name)
                        ++expected[text.text];
                }
            }
            for (const auto &[text, count] : expected)
                QVERIFY2(texts[text] >= count, qPrintable(text));
        }
    }

    void theLegendHasAnEntryForEveryVisibleKindAndForNoOther()
    {
        const Lookup lookup(shipped());
        for (const Scope scope : {Scope::FirstView, Scope::All}) {
            for (const QString &layout : layouts) {
                const auto drawing = networkDrawing(lookup, lensOf(scope), {.layout = layout});
                std::set<QString> kinds;
                for (const network::Box &box : drawing->picture().boxes)
                    kinds.insert(box.shape == network::Shape::Square ? u"square%1"_s.arg(int(box.side))
                                 : box.shape == network::Shape::Rounded ? (box.dashed ? u"planned"_s : u"held"_s)
                                 : box.shape == network::Shape::Hexagon ? u"area"_s
                                                                        : u"sheet"_s);
                std::set<QString> types;
                std::set<int> weights;
                for (const network::Stroke &stroke : drawing->picture().strokes) {
                    if (stroke.bracket)
                        continue;
                    if (stroke.type == network::tookPart)
                        weights.insert(stroke.rounds >= 5 ? 5 : stroke.rounds >= 2 ? 2 : 1);
                    else
                        types.insert(stroke.type);
                }
                // founded by and based on, funds and implements share a sign and an entry.
                const auto share = [&](const QString &one, const QString &other) { return types.contains(one) && types.contains(other) ? 1 : 0; };
                const auto signs = int(types.size()) - share(relation::foundedBy, relation::basedOn) - share(relation::funds, relation::implements);
                int records = 0;
                int lines = 0;
                for (const LegendEntry &entry : drawing->legend()) {
                    records += entry.group == u"Records" ? 1 : 0;
                    const bool isType = entry.group == u"Lines" && !entry.words.startsWith(u"inferred"_s) && !entry.words.startsWith(u"disputed"_s)
                        && !entry.words.startsWith(u"no source"_s) && !entry.words.startsWith(u"bracket"_s) && !entry.words.startsWith(u"a line that crosses"_s);
                    lines += isType ? 1 : 0;
                }
                QCOMPARE(records, int(kinds.size()));
                QCOMPARE(lines, signs + int(weights.size()));
            }
        }
    }

    void blackAndWhiteTellsAllSignsApart()
    {
        std::vector<std::pair<QString, QImage>> samples;
        const auto addBox = [&](const QString &name, network::Shape shape, Side side, bool dashed) {
            samples.emplace_back(name, monoSample([&](QPainter &painter, const Look &look) {
                                     network::Box box;
                                     box.shape = shape;
                                     box.side = side;
                                     box.dashed = dashed;
                                     box.radius = 8;
                                     box.rect = QRectF(4, 4, 46, 16);
                                     box.texts.push_back({QString(), box.rect.center()});
                                     networkpaint::paintBox(painter, box, {}, look, network::Detail::Facts);
                                 }));
        };
        for (const Side side : {Side::Eu, Side::Rok, Side::Multilateral, Side::Third, Side::Unknown})
            addBox(u"body %1"_s.arg(int(side)), network::Shape::Square, side, false);
        addBox(u"dialogue"_s, network::Shape::Rounded, Side::Unknown, false);
        addBox(u"dialogue without a round"_s, network::Shape::Rounded, Side::Unknown, true);
        addBox(u"area"_s, network::Shape::Hexagon, Side::Unknown, false);
        addBox(u"instrument"_s, network::Shape::Sheet, Side::Unknown, false);

        struct Line
        {
            QString type;
            int rounds = 0;
            Confidence confidence = Confidence::Stated;
            bool sourced = true;
        };
        std::vector<Line> lines;
        for (const int rounds : {1, 3, 7})
            lines.push_back({network::tookPart, rounds});
        for (const QString &type : {relation::reportsTo, relation::partOf, relation::responsibleFor, relation::foundedBy, relation::reviews, relation::succeededBy,
                                    relation::funds, relation::relatedTo, relation::cites, relation::notToBeConfusedWith})
            lines.push_back({type});
        lines.push_back({relation::reportsTo, 0, Confidence::Inferred});
        lines.push_back({relation::reportsTo, 0, Confidence::Disputed});
        lines.push_back({relation::reportsTo, 0, Confidence::Stated, false});
        for (const Line &line : lines) {
            samples.emplace_back(u"%1 %2 %3"_s.arg(line.type).arg(line.rounds).arg(int(line.confidence)),
                                 monoSample([&](QPainter &painter, const Look &look) {
                                     network::Stroke stroke;
                                     stroke.type = line.type;
                                     stroke.rounds = line.rounds;
                                     stroke.side = Side::Eu;
                                     stroke.head = true;
                                     stroke.confidence = line.confidence;
                                     stroke.sourced = line.sourced;
                                     stroke.points = {{4, 12}, {54, 12}};
                                     stroke.bead = QPointF(29, 12);
                                     stroke.numberAt = QPointF(29, 12);
                                     if (line.rounds > 1)
                                         stroke.number = QString::number(line.rounds);
                                     networkpaint::paintStroke(painter, stroke, look, look.tokens().canvas);
                                     networkpaint::paintBead(painter, stroke, look);
                                     networkpaint::paintNumber(painter, stroke, look, look.tokens().canvas, network::Detail::Facts);
                                 }));
        }
        constexpr int Least = 45; // dots of 3 by 3 to a px: what an eye sees at arm's length
        for (std::size_t i = 0; i < samples.size(); ++i) {
            for (std::size_t k = i + 1; k < samples.size(); ++k) {
                const int different = differences(samples[i].second, samples[k].second);
                QVERIFY2(different >= Least, qPrintable(u"%1 and %2: %3"_s.arg(samples[i].first, samples[k].first).arg(different)));
            }
        }
    }

    void theIndexHasEveryNameWithItsFieldOfTheGrid()
    {
        const Lookup lookup(shipped());
        const auto drawing = networkDrawing(lookup, lensOf(Scope::FirstView), {.layout = u"stress"_s});
        PageSetup setup;
        setup.paper = QPageSize(QPageSize::A3);
        setup.index = true;
        setup.drawn = QDateTime(QDate(2026, 3, 1), QTime(0, 0));
        const Pages pages(*drawing, setup);
        QVERIFY(pages.count() > 1);
        const auto bytes = renderPdf(pages);
        QVERIFY(bytes.isOk());
        QTemporaryDir directory;
        const auto text = pdfText(*bytes, directory);
        if (!text)
            QSKIP("pdftotext is not installed.");
        const QString index = withoutSpaces(text->section(u'\f', 1));
        QVERIFY(!index.isEmpty());
        for (const DrawnThing &thing : drawing->things()) {
            QVERIFY2(index.contains(withoutSpaces(thing.name)), qPrintable(thing.name));
            QVERIFY2(index.contains(withoutSpaces(thing.korean)), qPrintable(thing.korean));
        }
        static const QRegularExpression field(u"[A-F][1-8]"_s);
        QVERIFY(index.count(field) >= qsizetype(drawing->things().size()));
    }

    void aPosterCutsNoBoxThatItCanKeepWhole()
    {
        const Lookup lookup(shipped());
        const auto drawing = networkDrawing(lookup, lensOf(Scope::FirstView), {.layout = u"stress"_s});
        PageSetup setup;
        setup.columns = setup.rows = 2;
        const Pages pages(*drawing, setup);
        for (const QString &note : pages.notes())
            QVERIFY2(!note.contains(u"on two sheets"_s), qPrintable(note));
        QCOMPARE(pages.count(), 4);
    }

    void anAtlasHasAPageForEveryDialogue()
    {
        const Lookup lookup(shipped());
        PageSetup setup;
        setup.drawn = QDateTime(QDate(2026, 3, 1), QTime(0, 0));
        setup.fileName = u"m.entente"_s;
        const Lens lens = lensOf(Scope::All);
        const Atlas atlas(lookup, lens, AtlasBy::Dialogues, setup);
        const QStringList records = atlasRecords(lookup, lens, AtlasBy::Dialogues);
        QCOMPARE(atlas.recordCount(), int(records.size()));
        QVERIFY(atlas.count() > int(records.size()));
        const auto bytes = renderPdf(atlas);
        QVERIFY(bytes.isOk());
        QTemporaryDir directory;
        const auto text = pdfText(*bytes, directory);
        if (!text)
            QSKIP("pdftotext is not installed.");
        const QStringList pages = text->split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(pages.size(), atlas.count());
        QVERIFY(pages.first().contains(u"Contents"_s));
        const QString contents = withoutSpaces(pages.first());
        const QString all = withoutSpaces(*text);
        for (const QString &record : records) {
            const QString title = withoutSpaces(lookup.title(record)).left(30);
            QVERIFY2(contents.contains(title), qPrintable(title));
            QVERIFY2(all.count(title) >= 2, qPrintable(title));
        }
        for (int page = 0; page < pages.size(); ++page)
            QVERIFY(pages[page].contains(u"Page %1 of %2"_s.arg(page + 1).arg(pages.size())));
    }

    void anAtlasOfNothingSaysSo()
    {
        const Lookup lookup{Model()};
        for (const AtlasBy by : {AtlasBy::Dialogues, AtlasBy::Areas, AtlasBy::Institutions}) {
            const Atlas atlas(lookup, lensOf(Scope::All), by, {});
            QCOMPARE(atlas.count(), 1);
            QVERIFY(renderPdf(atlas).isOk());
        }
    }

    void linesOfTheShippedMapPassThroughNoBox()
    {
        const Lookup lookup(shipped());
        for (const Scope scope : {Scope::FirstView, Scope::All}) {
            for (const QString &layout : layouts) {
                for (const NetworkMedium medium : {NetworkMedium::Screen, NetworkMedium::Large}) {
                    const auto drawing = networkDrawing(lookup, lensOf(scope), {.layout = layout, .medium = medium});
                    const int through = network::linesThroughBoxes(drawing->picture(), drawing->snapshot());
                    QVERIFY2(through == 0, qPrintable(u"%1, %2 records: %3"_s.arg(layout).arg(drawing->counts().shown).arg(through)));
                }
            }
        }
    }
};

QTEST_MAIN(NetworkPaperTest)
#include "networkpaper_test.moc"
