#include "reading_test.h"

#include "core/reading/suggest.h"
#include "core/reading/words.h"

using namespace reading_test;

namespace {

std::vector<Block> blockOf(const QString &text)
{
    Block block;
    block.role = Role::Unit;
    block.label = u"1"_s;
    block.text = text;
    return {block};
}

QStringList recordsIn(const QString &text, const std::vector<KnownName> &names)
{
    QStringList records;
    for (const Recognised &found : recogniseNames(blockOf(text), names)) {
        EXPECT_EQ(text.mid(found.offset, found.as.size()), found.as);
        records.append(found.record);
    }
    return records;
}

const std::vector<KnownName> Names = {{u"tides"_s, u"institution"_s, u"Office for Tides and Lamps"_s},
                                      {u"tides"_s, u"institution"_s, u"OTL"_s},
                                      {u"lamps"_s, u"institution"_s, u"Office for Tides"_s},
                                      {u"hb"_s, u"institution"_s, u"Harbour Board"_s},
                                      {u"art"_s, u"institution"_s, u"ART"_s},
                                      {u"convention"_s, u"instrument"_s, u"Convention on Lights"_s},
                                      {u"dlg-harbour"_s, u"dialogue"_s, u"EU-ROK Harbour Dialogue"_s},
                                      {u"net"_s, u"institution"_s, u"Internet & Cable Centre"_s}};

std::vector<ClauseText> harbourClauses()
{
    ClauseText lights;
    lights.id = u"c-1"_s;
    lights.label = u"1"_s;
    lights.heading = u"Lighthouses"_s;
    lights.summary = u"Joint upkeep of lighthouses and fog signals."_s;
    lights.named = QStringList{u"convention"_s};
    lights.area = u"lights"_s;
    ClauseText pilots;
    pilots.id = u"c-2"_s;
    pilots.label = u"2"_s;
    pilots.heading = u"Pilots"_s;
    pilots.summary = u"Training programmes for pilots, with exchanges of instructors."_s;
    pilots.area = u"pilots"_s;
    ClauseText cargo;
    cargo.id = u"c-3"_s;
    cargo.label = u"3"_s;
    cargo.heading = u"Cargo"_s;
    cargo.summary = u"Notice of dangerous cargo before ships reach port."_s;
    cargo.area = u"cargo"_s;
    ClauseText dialogue;
    dialogue.id = u"c-4"_s;
    dialogue.label = u"4"_s;
    dialogue.heading = u"Lighthouses"_s;
    dialogue.summary = u"A yearly dialogue of directors on harbours."_s;
    dialogue.named = QStringList{u"dlg-harbour"_s};
    dialogue.area = u"lights"_s;
    return {lights, pilots, cargo, dialogue};
}

ReadDocument readoutOf(const QString &text)
{
    ReadOptions options;
    options.as = ReadOptions::As::Readout;
    return read(text, options);
}

std::vector<Proposal> raised(const ReadDocument &document, const SuggestOptions &options = {})
{
    base::Progress progress;
    std::vector<Proposal> clauses;
    for (const Proposal &proposal : suggest(document, Names, harbourClauses(), options, progress)) {
        if (proposal.relation == u"raises")
            clauses.push_back(proposal);
    }
    return clauses;
}

const QString Readout =
    u"1. The 2nd EU-ROK Harbour Dialogue was held in Busan on 7 June 2023.\n2. Both sides exchanged views on lighthouses and on fog "
    u"signals under the Convention "
    "on Lights.\n3. They discussed training programs for pilots. The two sides agreed to exchange instructors in the autumn of 2023.\n4. Lunch was served.\n"_s;

} // namespace

TEST(ReadingNames, theLongestNameWins)
{
    EXPECT_EQ(recordsIn(u"The Office for Tides and Lamps met the Office for Tides."_s, Names), (QStringList{u"tides"_s, u"lamps"_s}));
}

TEST(ReadingNames, wholeWordsAndTheLettersOfAbbreviationsCount)
{
    EXPECT_EQ(recordsIn(u"The art of parties: ART, and no OTLs nor otl, but the OTL’s own."_s, Names), (QStringList{u"art"_s, u"tides"_s}));
}

TEST(ReadingNames, spellingHyphensAndPossessivesDoNotMatter)
{
    EXPECT_EQ(recordsIn(u"The Harbor Board's staff, the harbour‑board and the Internet and Cable Center."_s, Names),
              (QStringList{u"hb"_s, u"hb"_s, u"net"_s}));
    EXPECT_EQ(recordsIn(u"in the Harbour. Board members"_s, Names), QStringList());
}

TEST(ReadingNames, aDialogueIsKnownWithoutItsParties)
{
    EXPECT_EQ(recordsIn(u"at the Harbour Dialogue in Busan"_s, Names), QStringList{u"dlg-harbour"_s});
}

TEST(ReadingWords, formsOfAWordShareTheirStem)
{
    const auto root = [](const QString &word) { return stem(evenSpelling(word)); };
    for (const QStringList &family :
         {QStringList{u"cooperate"_s, u"cooperation"_s, u"cooperating"_s}, QStringList{u"programme"_s, u"programs"_s, u"programmes"_s},
          QStringList{u"organise"_s, u"organization"_s, u"organising"_s}, QStringList{u"defence"_s, u"defense"_s},
          QStringList{u"policies"_s, u"policy"_s}, QStringList{u"exercise"_s, u"exercises"_s}, QStringList{u"behaviour"_s, u"behavior"_s},
          QStringList{u"security"_s, u"secure"_s}})
        for (const QString &word : family)
            EXPECT_EQ(root(word), root(family.first())) << word.toStdString();
    EXPECT_NE(root(u"port"_s), root(u"portion"_s));
}

TEST(ReadingSuggest, paragraphsFindTheirClausesWithReasons)
{
    SuggestOptions options;
    options.dialogue = u"dlg-harbour"_s;
    const ReadDocument document = readoutOf(Readout);
    const auto proposals = raised(document, options);
    const auto has = [&](const QString &label, const QString &target) {
        return std::find_if(proposals.begin(), proposals.end(),
                            [&](const Proposal &proposal) { return proposal.label == label && proposal.target == target; });
    };
    ASSERT_NE(has(u"1"_s, u"c-4"_s), proposals.end());
    EXPECT_EQ(has(u"1"_s, u"c-4"_s)->level, u"mentioned"_s);
    ASSERT_NE(has(u"2"_s, u"c-1"_s), proposals.end());
    EXPECT_EQ(has(u"2"_s, u"c-1"_s)->level, u"discussed"_s);
    EXPECT_TRUE(has(u"2"_s, u"c-1"_s)->reason.contains(u"Convention on Lights"_s));
    ASSERT_NE(has(u"3"_s, u"c-2"_s), proposals.end());
    EXPECT_EQ(has(u"3"_s, u"c-2"_s)->level, u"follow-up agreed"_s);
    for (const Proposal &proposal : proposals) {
        EXPECT_NE(proposal.label, u"4"_s);
        EXPECT_NE(proposal.target, u"c-3"_s);
        EXPECT_GE(proposal.score, options.threshold);
        EXPECT_LE(proposal.score, 1.0);
        const Block *block = unit(document, proposal.label);
        EXPECT_EQ(block->text.mid(proposal.offset, proposal.quote.size()), proposal.quote);
        EXPECT_FALSE(proposal.reason.isEmpty());
    }
}

TEST(ReadingSuggest, theSameInputGivesTheSameProposals)
{
    const ReadDocument document = readoutOf(Readout);
    EXPECT_EQ(raised(document), raised(document));
}

TEST(ReadingSuggest, declaratoryClausesAreHeldBack)
{
    base::Progress progress;
    std::vector<ClauseText> clauses = harbourClauses();
    const ReadDocument document = readoutOf(Readout);
    const auto scoreOf = [&] {
        SuggestOptions options;
        options.threshold = 0.05;
        for (const Proposal &proposal : suggest(document, Names, clauses, options, progress)) {
            if (proposal.label == u"2" && proposal.target == u"c-1")
                return proposal.score;
        }
        return 0.0;
    };
    const double before = scoreOf();
    clauses[0].declaratory = true;
    EXPECT_LT(scoreOf(), before);
}

TEST(ReadingSuggest, institutionsAndInstrumentsAreMentioned)
{
    base::Progress progress;
    const auto proposals = suggest(readoutOf(Readout), Names, {}, {}, progress);
    ASSERT_EQ(proposals.size(), 1U);
    EXPECT_EQ(proposals.front().target, u"convention"_s);
    EXPECT_EQ(proposals.front().relation, u"mentions"_s);
    EXPECT_TRUE(proposals.front().level.isEmpty());
}

TEST(ReadingSuggest, cancellingGivesNothing)
{
    base::Progress progress;
    progress.cancel();
    EXPECT_TRUE(suggest(readoutOf(Readout), Names, harbourClauses(), {}, progress).empty());
}
