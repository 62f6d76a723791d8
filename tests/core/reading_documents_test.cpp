#include "reading_test.h"

#include "core/reading/suggest.h"

using namespace reading_test;

namespace {

/// The two real documents, where the folder that holds them was named when the build was configured.
class RealDocuments : public testing::Test
{
protected:
    void SetUp() override
    {
        const QString folder = QString::fromUtf8(ENTENTE_DOCUMENTS_DIR);
        if (folder.isEmpty() || !QDir(folder).exists())
            GTEST_SKIP() << "no folder with the real documents";
        instrumentText = textOf(folder, u"st14319*.txt"_s);
        readoutText = textOf(folder, u"7th-*.txt"_s);
        if (instrumentText.isEmpty() || readoutText.isEmpty())
            GTEST_SKIP() << "the real documents are not there";
    }

    static QString textOf(const QString &folder, const QString &pattern)
    {
        const auto files = QDir(folder).entryInfoList({pattern}, QDir::Files);
        if (files.isEmpty())
            return {};
        const auto text = decodeText(bytesOf(files.first().filePath()));
        return text ? *text : QString();
    }

    QString instrumentText;
    QString readoutText;
};

} // namespace

TEST_F(RealDocuments, theCoverNoteSaysWhatItIs)
{
    const Metadata metadata = read(instrumentText).metadata;
    EXPECT_EQ(metadata.reference, u"14319/24"_s);
    EXPECT_EQ(metadata.references, (QStringList{u"14319/24"_s, u"EEAS(2024) 1267"_s}));
    EXPECT_EQ(metadata.date.toIso(), u"2024-10-21"_s);
    EXPECT_EQ(metadata.released.toIso(), u"2024-11-04"_s);
    EXPECT_EQ(metadata.previousDocument, u"EEAS(2024)403"_s);
    EXPECT_EQ(metadata.marking, u"LIMITE"_s);
    EXPECT_EQ(metadata.markings, (QStringList{u"LIMITE"_s, u"Limited"_s}));
    EXPECT_EQ(metadata.subjectCodes.size(), 25);
    for (const QString &code : {u"CIVCOM 247"_s, u"CFSP/PESC 1413"_s, u"CONUN 195"_s, u"DUAL USE 62"_s})
        EXPECT_TRUE(metadata.subjectCodes.contains(code)) << code.toStdString();
}

TEST_F(RealDocuments, thePartnershipHas48UnitsFreeOfFurniture)
{
    const ReadDocument document = read(instrumentText);
    EXPECT_EQ(document.kind, Kind::Instrument);
    expectNoWordLost(instrumentText, document);
    QStringList labels;
    for (const Block &block : document.blocks) {
        if (block.role != Role::Unit)
            continue;
        labels.append(block.label);
        EXPECT_FALSE(block.heading.isEmpty());
        EXPECT_FALSE(block.text.contains(u"EEAS(2024)"_s) || block.text.contains(u"PCM.2"_s) || block.text.contains(u"Limited"_s))
            << block.label.toStdString();
        EXPECT_TRUE(block.text.endsWith(u'.') || block.text.endsWith(u':')) << block.text.toStdString();
    }
    EXPECT_EQ(labels.size(), 48);
    for (int number = 1; number <= 41; ++number)
        EXPECT_TRUE(labels.contains(QString::number(number))) << number;
    for (const QString &label : {u"6(a)"_s, u"6(b)"_s, u"6(c)"_s, u"14(a)"_s, u"14(b)"_s, u"14(c)"_s, u"14(d)"_s})
        EXPECT_TRUE(labels.contains(label)) << label.toStdString();
    EXPECT_EQ(std::count_if(document.blocks.begin(), document.blocks.end(), [](const Block &block) { return block.role == Role::Gap; }), 1);
    QStringList results;
    for (const Join &join : document.joins)
        results.append(join.result);
    EXPECT_EQ(results, (QStringList{u"non-proliferation,"_s, u"cross-participation"_s, u"non-proliferation"_s, u"Non-Proliferation"_s,
                                    u"ROK-EU"_s}));
}

TEST_F(RealDocuments, theReadoutTellsOfTheSeventhConsultation)
{
    const ReadDocument document = read(readoutText);
    EXPECT_EQ(document.kind, Kind::Readout);
    expectNoWordLost(readoutText, document);
    for (int number = 1; number <= 9; ++number)
        EXPECT_TRUE(unit(document, QString::number(number))) << number;
    ASSERT_TRUE(document.meeting);
    EXPECT_EQ(document.meeting->ordinal, 7);
    EXPECT_EQ(document.meeting->start.toIso(), u"2025-05-20"_s);
    EXPECT_TRUE(document.meeting->dateYearInferred);
    EXPECT_EQ(document.meeting->place, u"Seoul"_s);
    EXPECT_EQ(document.meeting->format, u"in-person"_s);
    ASSERT_EQ(document.meeting->heads.size(), 2U);
    EXPECT_EQ(document.meeting->heads[0].side, u"ROK"_s);
    EXPECT_EQ(document.meeting->heads[1].side, u"EU"_s);
}

/// With the text alone, and the little that any map knows: the two cyber clauses come out at the right levels.
TEST_F(RealDocuments, theReadoutBearsOnTheCyberClauses)
{
    std::vector<ClauseText> clauses;
    for (const Block &block : read(instrumentText).blocks) {
        if (block.role != Role::Unit)
            continue;
        ClauseText clause;
        clause.id = clause.label = block.label;
        clause.heading = block.heading;
        clause.text = block.text;
        clause.area = block.heading;
        clauses.push_back(clause);
    }
    const std::vector<KnownName> names = {{u"un"_s, u"institution"_s, u"United Nations"_s},
                                          {u"un"_s, u"institution"_s, u"UN"_s},
                                          {u"dprk"_s, u"institution"_s, u"DPRK"_s},
                                          {u"dprk"_s, u"institution"_s, u"North Korea"_s},
                                          {u"arf"_s, u"institution"_s, u"ASEAN Regional Forum"_s},
                                          {u"dlg-cyber"_s, u"dialogue"_s, u"Cyber Policy Consultation"_s}};
    SuggestOptions options;
    options.dialogue = u"dlg-cyber"_s;
    options.dialogueClauses = QStringList{u"15"_s};
    base::Progress progress;
    QStringList pairs;
    for (const Proposal &proposal : suggest(read(readoutText), names, clauses, options, progress)) {
        if (proposal.relation != u"raises")
            continue;
        pairs.append(proposal.label + u'>' + proposal.target);
        if (proposal.target == u"15") {
            EXPECT_TRUE(proposal.level == u"discussed" || proposal.level == u"mentioned") << proposal.label.toStdString();
        }
        if (proposal.label == u"5" && proposal.target == u"16") {
            EXPECT_EQ(proposal.level, u"follow-up agreed"_s);
        }
    }
    for (const QString &pair : {u"1>15"_s, u"3>15"_s, u"4>15"_s, u"4>16"_s, u"5>16"_s, u"7>16"_s, u"8>15"_s, u"9>15"_s})
        EXPECT_TRUE(pairs.contains(pair)) << pair.toStdString();
}
