#include "core/exchange/csv.h"
#include "core/exchange/loading.h"
#include "core/model/recordjson.h"
#include "core/model/relationtypes.h"
#include "core/model/validation.h"
#include "tests/support/print.h"
#include "tests/support/randomedits.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace entente;
using namespace entente::exchange;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

/// Maps that nobody drew: random edits of a small one.
Model randomMap(unsigned seed)
{
    Model model = tests::smallMap();
    tests::RandomEdits edits(seed);
    for (int i = 0; i < 150; ++i) {
        if (const auto changes = edits.next(model); changes && validate(model, *changes))
            model.apply(*changes);
    }
    return model;
}

std::vector<Model> someMaps()
{
    std::vector<Model> maps{blankMap(), tests::smallMap()};
    if (auto shipped = shippedMap())
        maps.push_back(*shipped);
    for (unsigned seed = 1; seed <= 25; ++seed)
        maps.push_back(randomMap(seed));
    return maps;
}

Result<NetworkFile> throughGexf(const NetworkFile &network)
{
    return readNetwork(toGexf(network));
}

Result<NetworkFile> throughGraphml(const NetworkFile &network)
{
    return readNetwork(toGraphml(network));
}

/// Nodes and lines by what they stand for, whatever a file calls them.
QStringList said(const NetworkFile &network)
{
    QHash<QString, QString> keys;
    QStringList words;
    for (const NetworkNode &node : network.nodes) {
        keys.insert(node.id, node.attribute("record"_L1));
        words += node.attribute("kind"_L1) + u' ' + node.attribute("record"_L1);
    }
    for (const NetworkLine &line : network.lines)
        words += keys.value(line.source) + u' ' + line.attribute("type"_L1) + u' ' + keys.value(line.target);
    words.sort();
    return words;
}

QByteArray fileNamed(const QString &name)
{
    QFile file(QStringLiteral(ENTENTE_TEST_DATA_DIR) + u"/networks/"_s + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    return file.readAll();
}

QString gexf(const char *inside)
{
    return u"<gexf version='1.3'><graph>%1</graph></gexf>"_s.arg(QString::fromUtf8(inside));
}

QString refusalOf(const QByteArray &bytes)
{
    const auto read = readNetwork(bytes);
    EXPECT_FALSE(read) << bytes.left(80).toStdString();
    return read ? QString() : read.error().sentence;
}

TEST(Exchange, takingInWhatWasWrittenChangesNothing)
{
    for (const Model &model : someMaps()) {
        const NetworkFile network = networkOf(Lookup(model));
        for (const auto through : {throughGexf, throughGraphml}) {
            const auto read = through(network);
            ASSERT_TRUE(read) << read.error().sentence.toStdString();
            const auto taken = takeIn(model, *read, u"own file"_s);
            ASSERT_TRUE(taken) << taken.error().sentence.toStdString();
            EXPECT_TRUE(taken->changes.isEmpty()) << QJsonDocument(taken->changes.toJson()).toJson().left(1000).toStdString();
            EXPECT_TRUE(taken->remarks.isEmpty()) << taken->remarks.join(u'\n').toStdString();
        }
        const auto rows = fromMapJson(QJsonDocument(mapJson(model)).toJson());
        ASSERT_TRUE(rows) << rows.error().sentence.toStdString();
        EXPECT_EQ(rows->contentHash(), model.contentHash());
        const auto taken = takeInRows(model, *rows, u"own file"_s);
        ASSERT_TRUE(taken);
        EXPECT_TRUE(taken->changes.isEmpty());
    }
}

TEST(Exchange, anEmptyMapGetsTheSameNodesAndLines)
{
    for (const Model &model : someMaps()) {
        const NetworkFile network = networkOf(Lookup(model));
        for (const auto through : {throughGexf, throughGraphml}) {
            const auto taken = takeIn(blankMap(), *through(network), u"own file"_s);
            ASSERT_TRUE(taken) << taken.error().sentence.toStdString();
            Model copy = blankMap();
            copy.apply(taken->changes);
            EXPECT_EQ(said(networkOf(Lookup(copy))), said(network));
            EXPECT_TRUE(problemsOf(copy).empty());
        }
    }
}

TEST(Exchange, aFolderOfTablesMakesTheSameMapAgain)
{
    const auto shipped = shippedMap();
    ASSERT_TRUE(shipped);
    const QTemporaryDir folder;
    for (const auto &[name, bytes] : toTables(*shipped)) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    const auto again = takeInFile(*shipped, folder.path());
    ASSERT_TRUE(again) << again.error().sentence.toStdString();
    EXPECT_TRUE(again->changes.isEmpty());
    const auto taken = takeInFile(blankMap(), folder.path());
    ASSERT_TRUE(taken) << taken.error().sentence.toStdString();
    Model copy = blankMap();
    copy.apply(taken->changes);
    EXPECT_EQ(copy.contentHash(), shipped->contentHash());
}

TEST(Exchange, whatAnotherProgramChangedComesBack)
{
    const Model model = tests::smallMap();
    NetworkFile network = networkOf(Lookup(model));
    for (NetworkNode &node : network.nodes) {
        for (NetworkAttribute &attribute : node.attributes) {
            if (node.id == "eeas"_L1 && attribute.name == "abbreviation"_L1)
                attribute.value = u"SEAE"_s;
        }
    }
    const auto taken = takeIn(model, *throughGexf(network), u"edited"_s);
    ASSERT_TRUE(taken);
    ASSERT_EQ(taken->changes.rowCount(), 1U);
    EXPECT_EQ(taken->changes.changes<Institution>().front().after->abbreviation, u"SEAE"_s);
}

TEST(Exchange, aReferenceToNobodyLeavesWhatTheMapKnows)
{
    const Model model = tests::smallMap();
    NetworkFile network = networkOf(Lookup(model));
    for (NetworkNode &node : network.nodes) {
        for (NetworkAttribute &attribute : node.attributes) {
            if (node.id == "ins-x/15"_L1 && attribute.name == "area"_L1)
                attribute.value = u"area-of-somebody-else"_s;
        }
    }
    const auto taken = takeIn(model, network, u"edited"_s);
    ASSERT_TRUE(taken);
    EXPECT_TRUE(taken->changes.isEmpty());
}

TEST(Exchange, networksOfOtherProgramsBecomeWhatTheirExpectationsSay)
{
    const QDir folder(QStringLiteral(ENTENTE_TEST_DATA_DIR) + u"/networks"_s);
    const QStringList names = folder.entryList({u"*.gexf"_s, u"*.graphml"_s});
    ASSERT_GE(names.size(), 6);
    for (const QString &name : names) {
        const auto network = readNetwork(fileNamed(name));
        ASSERT_TRUE(network) << name.toStdString() << ": " << network.error().sentence.toStdString();
        const auto taken = takeIn(blankMap(), *network, name);
        ASSERT_TRUE(taken) << name.toStdString() << ": " << taken.error().sentence.toStdString();
        Model map = blankMap();
        map.apply(taken->changes);
        const Lookup lookup(map);
        QStringList records;
        QStringList lines;
        forEachKind([&]<typename Row>() {
            if constexpr (requires(Row row) { row.nameEn; }) {
                for (const Row &row : map.all<Row>())
                    records += QString::fromLatin1(Fields<Row>::table) + u": "_s + row.nameEn;
            }
        });
        for (const Relation &relation : map.all<Relation>()) {
            const QString span = relation.from.isKnown() || relation.to.isKnown() ? u" [%1 – %2]"_s.arg(relation.from.toIso(), relation.to.toIso()) : QString();
            lines += u"%1 %2 %3%4"_s.arg(lookup.title(relation.source.value), relation.type, lookup.title(relation.target.value), span);
        }
        records.sort();
        lines.sort();
        QString found = (records + lines).join(u'\n') + u'\n';
        for (const QString &remark : taken->remarks)
            found += u"! "_s + remark + u'\n';
        EXPECT_EQ(found, QString::fromUtf8(fileNamed(name.section(u'.', 0, -2) + u".expected"_s))) << name.toStdString();

        const auto again = takeIn(map, *network, name);
        ASSERT_TRUE(again);
        EXPECT_TRUE(again->changes.isEmpty()) << name.toStdString() << " twice: " << QJsonDocument(again->changes.toJson()).toJson().left(600).toStdString();
    }
}

TEST(Exchange, aNodeWithTheNameOfOneRecordIsThatRecord)
{
    const Model map = tests::smallMap();
    const auto network = readNetwork(gexf("<nodes><node id='1' label='eeas'/><node id='2' label='대한민국'/><node id='3' label='New'/></nodes>"
                                          "<edges><edge source='1' target='2'/></edges>")
                                         .toUtf8());
    ASSERT_TRUE(network);
    const auto taken = takeIn(map, *network, u"file"_s);
    ASSERT_TRUE(taken) << taken.error().sentence.toStdString();
    ASSERT_EQ(taken->changes.changes<Institution>().size(), 1U);
    EXPECT_EQ(taken->changes.changes<Institution>().front().after->nameEn, u"New"_s);
    ASSERT_EQ(taken->changes.changes<Relation>().size(), 1U);
    EXPECT_EQ(taken->changes.changes<Relation>().front().after->source.value, u"eeas"_s);
    EXPECT_EQ(taken->changes.changes<Relation>().front().after->target.value, u"rok"_s);
}

TEST(Exchange, twoNodesOfOneNameStayTwo)
{
    const auto network = readNetwork(gexf("<nodes><node id='1' label='EEAS'/><node id='2' label='EEAS'/></nodes>").toUtf8());
    const auto taken = takeIn(tests::smallMap(), *network, u"file"_s);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->changes.changes<Institution>().size(), 2U);
}

TEST(Exchange, wordsOfOtherProgramsAreKeptInTheNotes)
{
    const auto network = readNetwork(fileNamed(u"gephi-1.3.gexf"_s));
    const auto taken = takeIn(blankMap(), *network, u"file"_s);
    ASSERT_TRUE(taken);
    bool seen = false;
    for (const auto &change : taken->changes.changes<Institution>()) {
        if (change.after->nameEn != u"외교부"_s)
            continue;
        seen = true;
        EXPECT_EQ(change.after->side, Side::Rok);
        EXPECT_EQ(change.after->kind, u"ministry"_s);
        EXPECT_EQ(change.after->notes, u"Country: Korea"_s);
    }
    EXPECT_TRUE(seen);
}

TEST(Exchange, placesOfAForeignNetworkBecomeAViewOfTheirOwn)
{
    const auto network = readNetwork(fileNamed(u"gephi-1.2draft.gexf"_s));
    const auto taken = takeIn(blankMap(), *network, u"miserables.gexf"_s);
    ASSERT_TRUE(taken);
    ASSERT_EQ(taken->changes.changes<SavedView>().size(), 1U);
    EXPECT_EQ(taken->changes.changes<SavedView>().front().after->name, u"miserables.gexf"_s);
    EXPECT_EQ(taken->changes.changes<Position>().size(), 3U);
}

TEST(Exchange, hostileFilesAreRefusedInASentence)
{
    const QByteArray laughs = "<!DOCTYPE gexf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><gexf><graph><nodes><node id=\"1\" label=\"&b;\"/></nodes></graph></gexf>";
    EXPECT_TRUE(refusalOf(laughs).contains(u"entities"_s));
    EXPECT_TRUE(refusalOf("<!DOCTYPE gexf [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><gexf/>").contains(u"entities"_s));
    EXPECT_TRUE(refusalOf("<gexf><graph><nodes><node id='1' label='&nobody;'/></nodes></graph></gexf>").contains(u"line 1"_s));
    EXPECT_TRUE(refusalOf("").contains(u"empty"_s));
    EXPECT_TRUE(refusalOf("\x1f\x8b\x08 packed").contains(u"packed"_s));
    EXPECT_TRUE(refusalOf("<svg/>").contains(u"svg"_s));
    EXPECT_TRUE(refusalOf("<gexf><graph><nodes><node id='1'").contains(u"breaks off"_s));
    EXPECT_TRUE(refusalOf("<?xml version='1.0' encoding='EUC-KR'?><gexf/>").contains(u"UTF-8"_s));
    EXPECT_TRUE(refusalOf(gexf("<nodes><node id='1'/><node id='1'/></nodes>").toUtf8()).contains(u"Two nodes"_s));
    EXPECT_TRUE(refusalOf(gexf("<nodes><node label='x'/></nodes>").toUtf8()).contains(u"no identifier"_s));
    EXPECT_TRUE(refusalOf(QByteArray("<gexf>").repeated(5000)).contains(u"deep"_s));
    EXPECT_TRUE(refusalOf("<" + QByteArray(9000, 'a') + ":b/>").contains(u"name of more than"_s));
    QByteArray many = "<gexf ";
    for (int i = 0; i < 5000; ++i)
        many += " a" + QByteArray::number(i) + "='1'";
    EXPECT_TRUE(refusalOf(many + "/>").contains(u"attributes"_s));
    EXPECT_FALSE(readGexf("<graphml/>"));
    EXPECT_FALSE(readGraphml("<gexf/>"));
}

TEST(Exchange, controlCharactersAndLongLabelsAreTold)
{
    const QString label = QString(200'000, u'x');
    const auto network = readNetwork(gexf("<nodes><node id='1' label='%2'/><node id='2' label='a&#x9;b&#x202E;c'/></nodes>").arg(label).replace(u"%2"_s, label).toUtf8());
    ASSERT_TRUE(network) << network.error().sentence.toStdString();
    EXPECT_EQ(network->remarks.size(), 1);
    const auto taken = takeIn(blankMap(), *network, u"file"_s);
    ASSERT_TRUE(taken) << taken.error().sentence.toStdString();
    EXPECT_EQ(taken->changes.changes<Institution>().size(), 2U);
}

TEST(Exchange, aRecordOfAnotherKindIsRefused)
{
    const Model map = tests::smallMap();
    const auto network = readNetwork("<graphml><key id='k' for='node' attr.name='record'/><graph><node id='a'><data key='k'>dlg-cyber</data></node></graph></graphml>");
    ASSERT_TRUE(network);
    const auto taken = takeIn(map, *network, u"file"_s);
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().failure, Failure::Refused);
}

TEST(Exchange, jsonThatIsNoMapIsRefused)
{
    EXPECT_FALSE(fromMapJson("{}"));
    EXPECT_FALSE(fromMapJson("[1, 2"));
    EXPECT_FALSE(fromMapJson(R"({"format": "entente-map", "version": 9})"));
    EXPECT_FALSE(fromMapJson(R"({"format": "entente-map", "version": 1, "institutions": [{"id": "a", "side": "North"}]})"));
    EXPECT_FALSE(fromMapJson(R"({"format": "entente-map", "version": 1, "institutions": [{"id": "a"}, {"id": "a"}]})"));
    const auto rows = fromMapJson(R"({"format": "entente-map", "version": 1, "institutions": [{"id": "a"}]})");
    ASSERT_TRUE(rows);
    EXPECT_FALSE(takeInRows(blankMap(), *rows, u"file"_s)) << "an institution needs a name";
}

TEST(Exchange, datesGoAlongAsSpansOfTime)
{
    const QByteArray bytes = toGexf(networkOf(Lookup(tests::smallMap())));
    EXPECT_TRUE(bytes.contains("mode=\"dynamic\""));
    EXPECT_TRUE(bytes.contains("start=\"2025-05-20\""));
    EXPECT_TRUE(bytes.contains("https://example.org/a"));
}

} // namespace
