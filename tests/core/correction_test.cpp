#include "core/exchange/csv.h"
#include "core/model/anchors.h"
#include "core/model/edits.h"
#include "core/model/edittext.h"
#include "core/model/lookup.h"
#include "core/model/textblocks.h"
#include "core/model/validation.h"
#include "core/reading/correction.h"
#include "core/reading/importing.h"
#include "tests/support/print.h"
#include "tests/support/randomtexts.h"

#include <gtest/gtest.h>

#include <random>

// How a text was read can be set right by hand, and everything that hangs on it follows.

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

const QString accord = uR"(Harbour Accord between the Northern League and the Island States

Safety at sea
1. The parties will hold an annual Harbour Dialogue.
2. The parties will exchange best practices:
a. by visits of engineers to lighthouses, and
b. by a joint handbook of signals.
3. The parties will inform each other of spills. They will keep a list of salvage firms.
[...]
4. This accord will be reviewed as appropriate.
)"_s;

class Corrections : public testing::Test
{
protected:
    void read(const QString &text, const QString &as = u"instrument"_s)
    {
        model = exchange::blankMap();
        apply(edits::add(model, kindOf<Dialogue>, {{u"id"_s, u"dlg-x"_s}, {u"name_en"_s, u"Harbour Dialogue"_s}}));
        apply(edits::add(model, kindOf<Meeting>, {{u"id"_s, u"mtg-x"_s}, {u"dialogue"_s, u"dlg-x"_s}, {u"start"_s, u"2024-03-12"_s}}));
        apply(edits::add(model, kindOf<Instrument>, {{u"id"_s, u"ins-x"_s}, {u"name_en"_s, u"Harbour Accord"_s}}));
        Progress progress;
        reading::ImportOptions options;
        options.as = as;
        options.into = as == "readout"_L1 ? u"mtg-x"_s : u"ins-x"_s;
        const auto report = reading::readForImport(model, u"text.txt"_s, text.toUtf8(), options, progress);
        ASSERT_TRUE(report) << report.error().sentence.toStdString();
        model.apply(report->changes);
        document = report->document.id;
    }
    void apply(Result<ChangeSet> changes)
    {
        ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
        model.apply(*changes);
    }
    /// One step, with the laws that hold for each.
    void step(const Result<ChangeSet> &changes, bool wordsStay = true)
    {
        ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
        const Model before = model;
        model.apply(*changes);
        Model back = model;
        back.apply(changes->inverse());
        ASSERT_EQ(back.contentHash(), before.contentHash());
        const auto problems = problemsOf(model);
        ASSERT_TRUE(problems.empty()) << problems.front().sentence.toStdString();
        if (wordsStay) {
            ASSERT_EQ(words(before), words(model));
        }
        expectOneText();
        ASSERT_EQ(before.table<Passage>().size(), model.table<Passage>().size());
        ASSERT_EQ(before.table<Judgement>().size(), model.table<Judgement>().size());
    }
    QStringList words(const Model &map) const
    {
        QStringList all;
        for (const Paragraph &paragraph : map.all<Paragraph>())
            all += wordsOf(paragraph.number + u' ' + paragraph.text);
        all.sort();
        return all;
    }
    std::vector<Paragraph> blocks() const { return TextBlocks(model, document).blocks; }
    /// Paragraph and clause agree, and what is quoted stands where it is said to stand.
    void expectOneText() const
    {
        const auto list = blocks();
        int units = 0;
        int place = -1;
        for (const Paragraph &block : list) {
            ASSERT_GT(block.position, place);
            place = block.position;
            if (block.role != ParagraphRole::Unit || model.find(document)->kind != DocumentKind::Instrument)
                continue;
            ++units;
            const auto *clause = model.find<Clause>(u"ins-x/"_s + block.label);
            ASSERT_TRUE(clause) << block.label.toStdString();
            ASSERT_EQ(clause->text, block.text);
            ASSERT_EQ(clause->parent.value, block.parent.isEmpty() ? QString() : u"ins-x/"_s + block.parent);
        }
        if (units > 0) {
            ASSERT_EQ(int(model.table<Clause>().size()), units);
        }
        for (const Passage &passage : model.all<Passage>()) {
            const int block = quotedBlock(list, passage.label, passage.quote, passage.offset);
            ASSERT_GE(block, 0) << passage.quote.toStdString();
            ASSERT_EQ(list[std::size_t(block)].text.mid(passage.offset, passage.quote.size()), passage.quote);
            ASSERT_FALSE(passage.quote.isEmpty());
            ASSERT_EQ(passage.id.value, edits::passageKey(passage.document.value, passage.label, passage.quote));
        }
    }
    /// The key of the paragraph that holds these words.
    QString at(const QString &words) const
    {
        for (const Paragraph &paragraph : model.all<Paragraph>()) {
            if (paragraph.text.contains(words))
                return paragraph.id.value;
        }
        return {};
    }
    QString labelAt(const QString &words) const { return model.find<Paragraph>(at(words))->label; }
    /// Quotes words and rests the raising of a clause on them.
    void quote(const QString &words)
    {
        const auto *paragraph = model.find<Paragraph>(at(words));
        ASSERT_TRUE(paragraph) << words.toStdString();
        const QString offset = QString::number(paragraph->text.indexOf(words));
        const QString key = edits::passageKey(document.value, paragraph->label, words);
        apply(edits::add(model, kindOf<Passage>,
                         {{u"id"_s, key}, {u"document"_s, document.value}, {u"label"_s, paragraph->label}, {u"quote"_s, words}, {u"offset"_s, offset}}));
        const QString clause = u"ins-x/"_s + paragraph->label;
        if (!model.find<Clause>(clause))
            return;
        const QString relation = edits::relationKey(u"raises"_s, u"mtg-x"_s, clause);
        if (!model.contains(relation))
            apply(edits::add(model, kindOf<Relation>, {{u"type"_s, u"raises"_s}, {u"source"_s, u"mtg-x"_s}, {u"target"_s, clause}}));
        apply(edits::add(model, kindOf<Evidence>, {{u"subject"_s, relation}, {u"origin"_s, key}}));
    }
    QStringList labels() const
    {
        QStringList list;
        for (const Paragraph &block : blocks()) {
            if (block.role == ParagraphRole::Unit)
                list += block.label;
        }
        return list;
    }

    Model model;
    Id<model::Document> document;
};

} // namespace

TEST_F(Corrections, promotingAPointMakesItAParagraphWithAllThatIsAttached)
{
    read(accord);
    quote(u"joint handbook"_s);
    step(reading::promote(model, at(u"joint handbook"_s)));
    EXPECT_EQ(labelAt(u"joint handbook"_s), u"(b)"_s);
    const auto *clause = model.find<Clause>(u"ins-x/(b)"_s);
    ASSERT_TRUE(clause);
    EXPECT_TRUE(clause->parent.isEmpty());
    EXPECT_TRUE(model.contains(edits::relationKey(u"raises"_s, u"mtg-x"_s, u"ins-x/(b)"_s)));
    step(reading::relabel(model, at(u"joint handbook"_s), u"2bis."_s), false);
    EXPECT_EQ(labelAt(u"joint handbook"_s), u"2bis"_s);
    EXPECT_TRUE(model.contains(edits::relationKey(u"raises"_s, u"mtg-x"_s, u"ins-x/2bis"_s)));
    EXPECT_FALSE(reading::promote(model, at(u"joint handbook"_s)));
}

TEST_F(Corrections, demotingTakesWhatStandsBelowAlong)
{
    read(accord);
    quote(u"visits of engineers"_s);
    step(reading::demote(model, at(u"exchange best practices"_s)));
    EXPECT_EQ(labels(), (QStringList{u"1"_s, u"1(2)"_s, u"1(2)(a)"_s, u"1(2)(b)"_s, u"3"_s, u"4"_s}));
    EXPECT_EQ(model.all<Passage>().front().label, u"1(2)(a)"_s);
    EXPECT_FALSE(reading::demote(model, at(u"annual Harbour Dialogue"_s)));
    step(reading::promote(model, at(u"exchange best practices"_s)));
    EXPECT_EQ(labels(), (QStringList{u"1"_s, u"2"_s, u"2(a)"_s, u"2(b)"_s, u"3"_s, u"4"_s}));
}

TEST_F(Corrections, aLabelThatIsTakenIsRefused)
{
    read(accord);
    const QString hash = model.contentHash();
    const auto refused = reading::relabel(model, at(u"joint handbook"_s), u"a."_s);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().sentence.contains(u"2(a)"_s)) << refused.error().sentence.toStdString();
    EXPECT_FALSE(reading::relabel(model, at(u"joint handbook"_s), u"soon"_s));
    EXPECT_EQ(model.contentHash(), hash);
}

TEST_F(Corrections, splittingSendsEveryQuoteWithItsWords)
{
    read(accord);
    quote(u"inform each other"_s);
    quote(u"list of salvage firms"_s);
    quote(u"of spills. They will keep a list"_s);
    const QString text = model.find<Paragraph>(at(u"salvage"_s))->text;
    step(reading::splitAt(model, at(u"salvage"_s), text.indexOf(u"They"_s) + 2)); // Inside a word: before it.
    EXPECT_EQ(model.find<Clause>(u"ins-x/3"_s)->text, u"The parties will inform each other of spills."_s);
    EXPECT_EQ(model.find<Paragraph>(at(u"salvage"_s))->role, ParagraphRole::Prose);
    QStringList quotes;
    for (const Passage &passage : model.all<Passage>())
        quotes += passage.label + u'|' + passage.quote;
    quotes.sort();
    EXPECT_EQ(quotes, (QStringList{u"3|inform each other"_s, u"|They will keep a list"_s, u"|list of salvage firms"_s}));

    step(reading::joinWithPrevious(model, at(u"salvage"_s)));
    EXPECT_EQ(model.find<Clause>(u"ins-x/3"_s)->text, text);
    // There is no place between two letters, and none without words.
    EXPECT_FALSE(reading::splitAt(model, at(u"salvage"_s), 0));
    EXPECT_FALSE(reading::splitAt(model, at(u"salvage"_s), 3000));
}

TEST_F(Corrections, aSplitBeforeANumberMakesAUnit)
{
    read(uR"(Harbour Accord
1. The parties will rest.
2. The parties will meet. 2a. They will write.
3. They will return.
)"_s);
    ASSERT_EQ(labels(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    quote(u"will write"_s);
    const QString whole = at(u"will write"_s);
    step(reading::splitAt(model, whole, model.find<Paragraph>(whole)->text.indexOf(u"2a. They"_s)));
    ASSERT_EQ(labels(), (QStringList{u"1"_s, u"2"_s, u"2a"_s, u"3"_s}));
    EXPECT_EQ(model.find<Clause>(u"ins-x/2a"_s)->text, u"They will write."_s);
    EXPECT_EQ(model.find<Clause>(u"ins-x/2a"_s)->position, 3);
    EXPECT_EQ(model.find<Clause>(u"ins-x/3"_s)->position, 4);
    EXPECT_EQ(model.all<Passage>().front().label, u"2a"_s);
}

TEST_F(Corrections, joiningAUnitHandsOverWhatIsAttached)
{
    read(accord);
    quote(u"annual Harbour Dialogue"_s);
    quote(u"exchange best practices"_s);
    apply(edits::add(model, kindOf<Judgement>, {{u"clause"_s, u"ins-x/2"_s}, {u"progress"_s, u"raised"_s}, {u"who"_s, u"A. Desk"_s}, {u"reason"_s, u"seen"_s}}));
    step(reading::joinWithPrevious(model, at(u"exchange best practices"_s)));
    EXPECT_EQ(labels(), (QStringList{u"1"_s, u"1(a)"_s, u"1(b)"_s, u"3"_s, u"4"_s}));
    EXPECT_TRUE(model.find<Clause>(u"ins-x/1"_s)->text.contains(u"Dialogue. 2. The parties"_s));
    EXPECT_EQ(model.all<Judgement>().front().clause.value, u"ins-x/1"_s);
    // Both relations have become one, with the evidence of both.
    EXPECT_EQ(model.table<Relation>().size(), 1U);
    EXPECT_EQ(model.table<Evidence>().size(), 2U);
}

TEST_F(Corrections, aUnitWithSomethingAttachedStaysOne)
{
    read(accord);
    quote(u"reviewed as appropriate"_s);
    const auto refused = reading::markAs(model, at(u"reviewed"_s), ParagraphRole::Prose);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().sentence.contains(u"4"_s));
    read(accord);
    step(reading::markAs(model, at(u"reviewed"_s), ParagraphRole::Prose));
    EXPECT_EQ(model.find<Paragraph>(at(u"reviewed"_s))->text, u"4. This accord will be reviewed as appropriate."_s);
    EXPECT_FALSE(model.find<Clause>(u"ins-x/4"_s));
    step(reading::markAs(model, at(u"reviewed"_s), ParagraphRole::Unit));
    EXPECT_TRUE(model.find<Clause>(u"ins-x/4"_s));
}

TEST_F(Corrections, aHeadingNamesWhatStandsBelow)
{
    read(accord);
    EXPECT_EQ(model.find<Clause>(u"ins-x/1"_s)->heading, u"Safety at sea"_s);
    step(reading::markAs(model, at(u"Safety at sea"_s), ParagraphRole::Prose));
    EXPECT_NE(model.find<Clause>(u"ins-x/1"_s)->heading, u"Safety at sea"_s);
    step(reading::markAs(model, at(u"Safety at sea"_s), ParagraphRole::Heading));
    EXPECT_EQ(model.find<Clause>(u"ins-x/1"_s)->heading, u"Safety at sea"_s);
    apply(edits::set(model, u"ins-x/1"_s, {{u"heading"_s, u"My own words"_s}}));
    step(reading::markAs(model, at(u"Safety at sea"_s), ParagraphRole::Note));
    EXPECT_EQ(model.find<Clause>(u"ins-x/1"_s)->heading, u"My own words"_s);
}

TEST_F(Corrections, whatWasSetAsideComesBackIntoItsPlace)
{
    read(accord);
    const QString line = at(u"Safety at sea"_s);
    EXPECT_FALSE(reading::putBack(model, line));
    step(reading::markAs(model, line, ParagraphRole::SetAside));
    EXPECT_FALSE(model.find<Paragraph>(line)->why.isEmpty());
    step(reading::putBack(model, line));
    EXPECT_EQ(model.find<Paragraph>(line)->role, ParagraphRole::Prose);
    EXPECT_TRUE(model.find<Paragraph>(line)->why.isEmpty());
}

TEST_F(Corrections, correctingATypoLosesNoAnchor)
{
    read(accord);
    quote(u"exchange best practices"_s);
    quote(u"best"_s);
    step(reading::correctText(model, at(u"exchange best"_s), u"Both parties will exchange the very good practices:"_s), false);
    QStringList quotes;
    for (const Passage &passage : model.all<Passage>())
        quotes += passage.quote;
    quotes.sort();
    EXPECT_EQ(quotes, (QStringList{u"exchange the very good practices"_s, u"the very good"_s}));
    EXPECT_EQ(model.find<Clause>(u"ins-x/2"_s)->text, u"Both parties will exchange the very good practices:"_s);

    // The same road from the clause.
    step(edits::set(model, u"ins-x/2"_s, {{u"text"_s, u"Both parties will exchange very good practices:"_s}, {u"notes"_s, u"typo"_s}}), false);
    EXPECT_EQ(model.find<Paragraph>(at(u"very good practices"_s))->label, u"2"_s);
    EXPECT_EQ(model.find<Clause>(u"ins-x/2"_s)->notes, u"typo"_s);
    EXPECT_FALSE(reading::correctText(model, at(u"very good practices"_s), u"  "_s));
}

TEST_F(Corrections, theParagraphsOfAReadoutAreToldAgain)
{
    read(uR"(The Harbour Dialogue met on 12 March 2024 in Port Lorne.

Both sides exchanged views on lighthouses. They discussed ferries at length.

They agreed to meet again in 2025.
)"_s,
         u"readout"_s);
    ASSERT_EQ(labels(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    quote(u"meet again"_s);
    quote(u"discussed ferries"_s);
    const QString second = at(u"discussed"_s);
    step(reading::splitAt(model, second, model.find<Paragraph>(second)->text.indexOf(u"They"_s)));
    EXPECT_EQ(labels(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    for (const Passage &passage : model.all<Passage>())
        EXPECT_EQ(passage.label, passage.quote == u"meet again"_s ? u"4"_s : u"3"_s);
    step(reading::joinWithPrevious(model, at(u"discussed"_s)));
    EXPECT_EQ(labels(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    step(reading::markAs(model, at(u"Port Lorne"_s), ParagraphRole::Heading));
    EXPECT_EQ(labelAt(u"meet again"_s), u"2"_s);
    EXPECT_FALSE(reading::promote(model, at(u"meet again"_s)));
}

TEST_F(Corrections, manyStepsKeepEveryWordAndEveryQuote)
{
    int done = 0;
    for (unsigned seed = 1; seed <= 8; ++seed) {
        tests::RandomTexts texts(seed);
        read(texts.text(8, seed % 2 == 0).asText(u"Harbour Accord between two coasts"_s));
        std::mt19937 random(seed);
        const auto pick = [&](std::size_t size) { return std::size_t(random() % size); };
        for (int i = 0; i < 10; ++i) {
            const auto list = blocks();
            const Paragraph &block = list[pick(list.size())];
            const QStringList words = wordsOf(block.text);
            if (words.size() < 4 || block.role != ParagraphRole::Unit)
                continue;
            const qsizetype from = qsizetype(pick(std::size_t(words.size() - 2)));
            const QString quoted = words.mid(from, 2).join(u' ');
            if (!model.contains(edits::passageKey(document.value, block.label, quoted)) && at(quoted) == block.id.value)
                quote(quoted);
        }
        const QString start = model.contentHash();
        std::vector<ChangeSet> taken;
        for (int i = 0; i < 40 && !HasFatalFailure(); ++i) {
            const auto list = blocks();
            const Paragraph &block = list[pick(list.size())];
            const QString &id = block.id.value;
            Result<ChangeSet> changes = Error{};
            bool wordsStay = true;
            switch (random() % 8) {
            case 0:
                changes = reading::promote(model, id);
                break;
            case 1:
                changes = reading::demote(model, id);
                break;
            case 2:
                changes = reading::splitAt(model, id, qsizetype(pick(std::size_t(block.text.size()) + 2)));
                break;
            case 3:
                changes = reading::joinWithPrevious(model, id);
                break;
            case 4:
                changes = reading::markAs(model, id, ParagraphRole(random() % 6));
                break;
            case 5:
                changes = reading::putBack(model, id);
                break;
            case 6:
                changes = reading::relabel(model, id, random() % 2 ? QString::number(30 + i) + u'.' : u"(%1)"_s.arg(QChar(u'k' + char16_t(i % 12))));
                wordsStay = false;
                break;
            default: {
                QStringList words = wordsOf(block.text);
                if (words.isEmpty())
                    continue;
                words[qsizetype(pick(std::size_t(words.size())))] = u"corrected"_s;
                changes = reading::correctText(model, id, words.join(u' '));
                wordsStay = false;
            }
            }
            if (!changes) {
                EXPECT_FALSE(changes.error().sentence.isEmpty());
                continue;
            }
            step(changes, wordsStay);
            taken.push_back(*changes);
            ++done;
        }
        for (auto change = taken.rbegin(); change != taken.rend(); ++change)
            model.apply(change->inverse());
        EXPECT_EQ(model.contentHash(), start);
    }
    EXPECT_GT(done, 80);
}

TEST_F(Corrections, whereThereIsNoRoomLeftPlacesAreSetAnew)
{
    read(u"Harbour Accord\n1. "_s + u"word "_s.repeated(40) + u"end.\n2. The parties will rest.\n"_s);
    for (int i = 0; i < 12; ++i)
        step(reading::splitAt(model, blocks()[std::size_t(i) + 1].id.value, 10));
    EXPECT_EQ(labels(), (QStringList{u"1"_s, u"2"_s}));
}
