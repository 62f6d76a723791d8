#include "core/document/document.h"
#include "core/model/relationtypes.h"
#include "core/network/metrics.h"
#include "tests/support/mapbuilder.h"
#include "ui/network/networkdrawing.h"
#include "ui/paint/fonts.h"
#include "ui/paper/export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

// Networks that nobody meant to draw: each is drawn, or refused in words, and never hangs (the test's time limit is the judge of that).

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;

namespace {

QString idOf(int i)
{
    return u"r%1"_s.arg(i, 5, 10, QChar(u'0'));
}

void addBody(Model &map, int i, const QString &name = {})
{
    Institution body;
    body.id.value = idOf(i);
    body.nameEn = name.isEmpty() ? u"Body %1"_s.arg(i) : name;
    body.side = Side(i % 5);
    map.table<Institution>().put(body);
}

void addDialogue(Model &map, int i)
{
    Dialogue dialogue;
    dialogue.id.value = idOf(i);
    dialogue.nameEn = u"Dialogue %1"_s.arg(i);
    dialogue.level = Level(1 + i % 6);
    map.table<Dialogue>().put(dialogue);
}

void addLine(Model &map, const QString &type, int from, int to)
{
    static int number = 0;
    Relation relation;
    relation.id.value = u"line%1"_s.arg(++number, 7, 10, QChar(u'0'));
    relation.type = type;
    relation.source.value = idOf(from);
    relation.target.value = idOf(to);
    map.table<Relation>().put(relation);
}

/// With what no editor lets in, or, for a file, without it: a name of nothing but blanks, a record that reports to itself.
Model oddMap(const QString &kind, bool isLawful = false)
{
    Model map;
    if (kind == u"one") {
        addBody(map, 0);
    } else if (kind == u"star") {
        for (int i = 0; i <= 5'000; ++i)
            addBody(map, i);
        for (int i = 1; i <= 5'000; ++i)
            addLine(map, relation::partOf, i, 0);
    } else if (kind == u"complete") {
        for (int i = 0; i < 300; ++i)
            addBody(map, i);
        for (int i = 0; i < 300; ++i) {
            for (int k = 0; k < i; ++k)
                addLine(map, relation::partOf, i, k);
        }
    } else if (kind == u"large") {
        for (int i = 0; i < 50'000; ++i) {
            if (i % 4 == 0)
                addDialogue(map, i);
            else
                addBody(map, i);
            if (i > 0)
                addLine(map, i % 8 == 0 && (i / 8 * 4) % 4 == 0 ? relation::reportsTo : relation::partOf, i, i % 8 == 0 ? i / 8 * 4 : i / 3);
        }
    } else if (kind == u"names") {
        addBody(map, 0, QString(10'000, u'W'));
        addBody(map, 1, u"\x01\x07\x1b[31m\u202e\ufffe x"_s);
        addBody(map, 2, u"가"_s.repeated(10'000));
        addBody(map, 3, isLawful ? u"x"_s : u"\n\n\t"_s);
        addLine(map, relation::partOf, 0, 1);
        addLine(map, relation::partOf, 2, 1);
        addLine(map, relation::partOf, 3, 0);
    } else if (kind == u"cycles") {
        for (int i = 0; i < 12; ++i)
            addDialogue(map, i);
        for (int i = 0; i < 12; ++i)
            addLine(map, relation::reportsTo, i, (i + 1) % 12);
        if (!isLawful)
            addLine(map, relation::reportsTo, 5, 5);
        addLine(map, relation::reportsTo, 5, 2);
        addBody(map, 20);
        addBody(map, 21);
        addLine(map, relation::partOf, 20, 21);
        addLine(map, relation::partOf, 21, 20);
    }
    return map;
}

Lens everything()
{
    Lens lens;
    lens.scope = Scope::All;
    return lens;
}

} // namespace

class OddNetworksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void everyOddNetworkIsDrawnInEveryLayout_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("layout");
        for (const QString &kind : {u"none"_s, u"one"_s, u"star"_s, u"complete"_s, u"large"_s, u"names"_s, u"cycles"_s}) {
            for (const QString &layout : {u"ladder"_s, u"stress"_s, u"radial"_s, u"circular"_s})
                QTest::newRow(qPrintable(kind + u' ' + layout)) << kind << layout;
        }
    }
    void everyOddNetworkIsDrawnInEveryLayout()
    {
        QFETCH(QString, kind);
        QFETCH(QString, layout);
        const Lookup lookup(oddMap(kind));
        const auto drawing = networkDrawing(lookup, everything(), {.layout = layout});
        const network::Picture &picture = drawing->picture();
        QVERIFY(std::isfinite(picture.size.width()) && std::isfinite(picture.size.height()));
        std::vector<QRectF> rects;
        for (const network::Box &box : picture.boxes) {
            rects.push_back(box.rect);
            QVERIFY(std::isfinite(box.rect.x()) && std::isfinite(box.rect.y()));
        }
        QCOMPARE(network::overlapCount(rects), 0);
        for (const network::Stroke &stroke : picture.strokes) {
            for (const QPointF &point : stroke.points)
                QVERIFY(std::isfinite(point.x()) && std::isfinite(point.y()));
        }
        if (kind == u"none")
            QVERIFY(!drawing->emptySentence().isEmpty());
        else
            QVERIFY(!picture.boxes.empty());
        // And painted, as a window would.
        QImage image(800, 600, QImage::Format_RGB32);
        QPainter painter(&image);
        drawing->paint(painter, QRectF(0, 0, 800, 600), {});
        // And put on paper, but for what needs thousands of sheets.
        if (picture.boxes.size() > 1'000)
            return;
        PageSetup setup;
        setup.index = true;
        const auto bytes = renderDrawing(*drawing, setup, u"pdf"_s);
        QVERIFY2(bytes.isOk(), bytes.isOk() ? "" : qPrintable(bytes.error().sentence));
        QVERIFY(bytes->startsWith("%PDF"));
    }

    void theCommandLineDrawsThemToo_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"none"_s, u"one"_s, u"names"_s, u"cycles"_s, u"complete"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void theCommandLineDrawsThemToo()
    {
        QFETCH(QString, kind);
        const QString program = qEnvironmentVariable("ENTENTE_CTL");
        if (program.isEmpty())
            QSKIP("ENTENTE_CTL does not name ententectl.");
        QTemporaryDir directory;
        const QString path = directory.filePath(u"odd.entente"_s);
        {
            auto document = entente::Document::create(oddMap(kind, true), {directory.path(), u"test"_s, false});
            QVERIFY2(document.isOk(), document.isOk() ? "" : qPrintable(document.error().sentence));
            const auto saved = (*document)->saveAs(path, false);
            QVERIFY2(saved.isOk(), saved.isOk() ? "" : qPrintable(saved.error().sentence));
        }
        for (const QString &layout : {u"ladder"_s, u"stress"_s, u"radial"_s, u"circular"_s}) {
            QProcess process;
            process.start(program, {u"layout"_s, path, u"--layout"_s, layout, u"--view"_s, u"all"_s, u"--json"_s});
            QVERIFY(process.waitForFinished(120'000));
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
            const QJsonObject metrics = QJsonDocument::fromJson(process.readAllStandardOutput()).object().value(u"metrics"_s).toObject();
            QCOMPARE(metrics.value(u"node_overlaps"_s).toInt(-1), 0);
            QCOMPARE(metrics.value(u"label_overlaps"_s).toInt(-1), 0);
        }
    }
};

QTEST_MAIN(OddNetworksTest)
#include "oddnetworks_test.moc"
