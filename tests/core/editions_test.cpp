#include "core/base/worddiff.h"
#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/exchange/search.h"
#include "core/model/anchors.h"
#include "core/model/edits.h"
#include "core/model/recordjson.h"
#include "core/model/validation.h"
#include "core/reading/editions.h"
#include "core/reading/importing.h"
#include "tests/support/print.h"
#include "tests/support/randomtexts.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <map>
#include <random>

// A second text of an instrument: what became of each clause, and of everything that is attached to it.

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;
using reading::Aligned;
using reading::ImportOptions;
using reading::ImportReport;
using reading::Verdict;
using tests::Fate;
using tests::RandomText;
using tests::RandomTexts;

namespace {

const QString dataDir = QStringLiteral(ENTENTE_TEST_DATA_DIR "/editions/");

QString fileText(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return QString::fromUtf8(file.readAll());
}

reading::ReadDocument readAsInstrument(const QString &text)
{
    reading::ReadOptions options;
    options.as = reading::ReadOptions::As::Instrument;
    Progress progress;
    auto document = reading::readText(text, options, progress);
    EXPECT_TRUE(document) << (document ? QString() : document.error().sentence).toStdString();
    return document ? *document : reading::ReadDocument{};
}

std::vector<reading::AlignmentUnit> unitsOf(const reading::ReadDocument &document)
{
    std::vector<reading::AlignmentUnit> units;
    for (const reading::Block &block : document.blocks) {
        if (block.role == reading::Role::Unit)
            units.push_back({block.label, block.parent, block.heading, block.text});
    }
    return units;
}

QStringList shown(const std::vector<Aligned> &alignment)
{
    QStringList lines;
    for (const Aligned &unit : alignment) {
        const QString from = unit.from.isEmpty() ? u"-"_s : unit.from;
        const QString to = unit.to.isEmpty() ? QString() : u' ' + unit.to.join(u' ');
        lines += from + u' ' + verdictWord(unit.verdict) + to;
    }
    return lines;
}

Model mapWithInstrument()
{
    Model model = exchange::blankMap();
    const auto put = [&](Kind kind, const edits::FieldTexts &fields) {
        auto changes = edits::add(model, kind, fields);
        ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
        model.apply(*changes);
    };
    put(kindOf<Dialogue>, {{u"id"_s, u"dlg-x"_s}, {u"name_en"_s, u"Dialogue X"_s}});
    put(kindOf<Meeting>, {{u"id"_s, u"mtg-x"_s}, {u"dialogue"_s, u"dlg-x"_s}, {u"start"_s, u"2024-03-12"_s}});
    put(kindOf<Area>, {{u"id"_s, u"area-x"_s}, {u"name_en"_s, u"Area X"_s}});
    put(kindOf<Instrument>, {{u"id"_s, u"ins-x"_s}, {u"name_en"_s, u"Accord X"_s}});
    return model;
}

/// Takes a text into the map and proves on the way that the edit is valid and can be taken back.
ImportReport imported(Model &model, const QString &text, const QString &date)
{
    Progress progress;
    ImportOptions options;
    options.into = u"ins-x"_s;
    options.date = date;
    auto report = reading::readForImport(model, u"text.txt"_s, text.toUtf8(), options, progress);
    EXPECT_TRUE(report) << (report ? "" : report.error().sentence.toStdString());
    if (!report)
        return {};
    const auto valid = validate(model, report->changes);
    EXPECT_TRUE(valid) << (valid ? "" : valid.error().sentence.toStdString());
    const QString hash = model.contentHash();
    model.apply(report->changes);
    const auto problems = problemsOf(model);
    EXPECT_TRUE(problems.empty()) << problems.front().sentence.toStdString();
    Model back = model;
    back.apply(report->changes.inverse());
    EXPECT_EQ(back.contentHash(), hash);
    return *report;
}

void apply(Model &model, Result<ChangeSet> changes)
{
    ASSERT_TRUE(changes) << changes.error().sentence.toStdString();
    model.apply(*changes);
}

/// Something of every kind on the clauses of the current edition.
void attachThings(Model &model, unsigned seed)
{
    std::mt19937 random(seed);
    const Lookup lookup(model);
    const auto clauses = lookup.clauses(Id<Instrument>(u"ins-x"_s));
    for (const Clause *clause : clauses) {
        const QString id = clause->id.value;
        if (random() % 2)
            apply(model, edits::add(model, kindOf<Relation>, {{u"type"_s, u"raises"_s}, {u"source"_s, u"mtg-x"_s}, {u"target"_s, id}}));
        if (random() % 3 == 0)
            apply(model, edits::add(model, kindOf<Relation>, {{u"type"_s, u"names"_s}, {u"source"_s, id}, {u"target"_s, u"dlg-x"_s}}));
        if (random() % 3 == 0) {
            const QString other = clauses[random() % clauses.size()]->id.value;
            if (other != id && !model.contains(edits::relationKey(u"related to"_s, id, other)))
                apply(model, edits::add(model, kindOf<Relation>, {{u"type"_s, u"related to"_s}, {u"source"_s, id}, {u"target"_s, other}}));
        }
        if (random() % 4 == 0)
            apply(model, edits::add(model, kindOf<Judgement>,
                                    {{u"clause"_s, id}, {u"progress"_s, u"raised"_s}, {u"who"_s, u"A. Desk"_s}, {u"reason"_s, u"seen "_s + id}}));
        if (random() % 4 == 0)
            apply(model, edits::add(model, kindOf<Commitment>, {{u"summary"_s, u"do "_s + id}, {u"clause"_s, id}}));
        if (random() % 3 == 0)
            apply(model, edits::set(model, id, {{u"notes"_s, u"note on "_s + id}, {u"area"_s, u"area-x"_s}}));
    }
    for (const Relation &relation : std::vector<Relation>(model.all<Relation>().begin(), model.all<Relation>().end())) {
        if (random() % 2)
            apply(model, edits::add(model, kindOf<Evidence>,
                                    {{u"subject"_s, relation.id.value}, {u"address"_s, u"https://example.org/a"_s}, {u"source_kind"_s, u"official"_s}}));
    }
}

QSet<QString> currentKeys(const Model &model)
{
    QSet<QString> keys;
    for (const Clause &clause : model.all<Clause>()) {
        if (isCurrent(model, clause))
            keys.insert(clause.id.value);
    }
    return keys;
}

int movesWaiting(const Model &model)
{
    int waiting = 0;
    for (const Suggestion &suggestion : model.all<Suggestion>())
        waiting += suggestion.kind == moveKind && suggestion.state == SuggestionState::Open;
    return waiting;
}

/// The law of editions.
void expectNothingLost(const Model &before, const Model &after, const ImportReport &report)
{
    const int attached = int(anchorsOf(before, currentKeys(before)).size());
    int moved = 0;
    int queued = 0;
    for (const auto &entry : report.alignment) {
        moved += entry.moved;
        queued += entry.queued;
    }
    EXPECT_EQ(moved + queued, attached);
    EXPECT_EQ(int(anchorsOf(after, currentKeys(after)).size()), moved);
    EXPECT_EQ(movesWaiting(after) - movesWaiting(before), queued);
    EXPECT_EQ(before.table<Relation>().size(), after.table<Relation>().size());
    EXPECT_EQ(before.table<Evidence>().size(), after.table<Evidence>().size());
    EXPECT_EQ(before.table<Judgement>().size(), after.table<Judgement>().size());
    EXPECT_EQ(before.table<Commitment>().size(), after.table<Commitment>().size());
}

} // namespace

class EditionPairs : public testing::TestWithParam<const char *>
{
public:
    static QString file(const char *pair, const char *name) { return fileText(dataDir + QString::fromLatin1(pair) + u'/' + QString::fromLatin1(name)); }

protected:
    static QString file(const char *name) { return file(GetParam(), name); }
};

TEST_P(EditionPairs, everyUnitIsFoundAgain)
{
    const auto alignment = reading::align(unitsOf(readAsInstrument(file("old.txt"))), unitsOf(readAsInstrument(file("new.txt"))));
    QStringList expected = file("expected.txt").split(u'\n', Qt::SkipEmptyParts);
    ASSERT_FALSE(expected.isEmpty());
    EXPECT_EQ(shown(alignment).join(u'\n').toStdString(), expected.join(u'\n').toStdString());
    for (const Aligned &unit : alignment) {
        const bool sameWords = unit.verdict == Verdict::Same || unit.verdict == Verdict::Renumbered;
        EXPECT_TRUE(unit.verdict == Verdict::Reworded || unit.certain == sameWords) << unit.from.toStdString();
    }
}

TEST_P(EditionPairs, whatIsAttachedMovesOrWaits)
{
    Model model = mapWithInstrument();
    imported(model, file("old.txt"), u"2020-01-01"_s);
    attachThings(model, 5);
    const Model before = model;
    const auto report = imported(model, file("new.txt"), u"2024-01-01"_s);
    expectNothingLost(before, model, report);

    // The old text keeps its clauses under their long keys; the short ones are the new text's.
    const Lookup lookup(model);
    const Instrument &instrument = *model.find<Instrument>(u"ins-x"_s);
    EXPECT_EQ(instrument.edition, report.document.edition);
    EXPECT_EQ(lookup.textOf(instrument.id)->id, report.document.id);
    for (const Clause &clause : before.all<Clause>()) {
        const auto *old = model.find<Clause>(clause.edition.value + u'/' + clause.label);
        ASSERT_TRUE(old);
        EXPECT_EQ(old->text, clause.text);
        EXPECT_FALSE(isCurrent(model, *old));
    }
    for (const Clause *clause : lookup.clauses(instrument.id))
        EXPECT_EQ(clause->edition, report.document.edition);
    EXPECT_EQ(std::size_t(listJson(lookup, kindOf<Clause>).size()), lookup.clauses(instrument.id).size());

    // Relations have the keys of their ends, so that copies meet.
    for (const Relation &relation : model.all<Relation>())
        EXPECT_EQ(relation.id.value, edits::relationKey(relation.type, relation.source.value, relation.target.value));

    // Accepting what waits moves it, where there is somewhere to go.
    const int current = int(anchorsOf(model, currentKeys(model)).size());
    QStringList moves;
    for (const Suggestion &suggestion : model.all<Suggestion>()) {
        if (suggestion.kind == moveKind && !suggestion.target.isEmpty())
            moves += suggestion.id.value;
    }
    int accepted = 0;
    for (const QString &id : moves) {
        const auto changes = edits::acceptSuggestions(model, {id});
        if (!changes)
            continue; // Two ends of one relation that would come together.
        const QString hash = model.contentHash();
        model.apply(*changes);
        ++accepted;
        Model back = model;
        back.apply(changes->inverse());
        EXPECT_EQ(back.contentHash(), hash);
    }
    EXPECT_TRUE(problemsOf(model).empty());
    // Two that say the same become one; nothing else goes.
    EXPECT_LE(int(anchorsOf(model, currentKeys(model)).size()), current + accepted);
    EXPECT_EQ(accepted > 0, !moves.isEmpty());
    EXPECT_EQ(before.table<Judgement>().size(), model.table<Judgement>().size());
}

INSTANTIATE_TEST_SUITE_P(Texts, EditionPairs, testing::Values("harbour", "archive", "river-ko"), [](const auto &test) {
    return QString::fromLatin1(test.param).remove(u'-').toStdString();
});

TEST(Editions, anOlderTextStandsBesideAndMovesNothing)
{
    Model model = mapWithInstrument();
    imported(model, u"Accord X\n\n1. The parties will meet every year in spring.\n\n2. The parties will plant trees along the border.\n"_s, u"2024-01-01"_s);
    attachThings(model, 3);
    const Model before = model;
    const auto report = imported(model, u"Accord X\n\n1. The parties will plant trees along the border.\n\n2. Costs are shared.\n"_s, u"2019-01-01"_s);
    ASSERT_FALSE(report.alignment.empty());
    EXPECT_EQ(report.alignment.front().unit.from, u"1"_s);
    EXPECT_EQ(report.alignment.front().unit.to, QStringList{u"2"_s});
    EXPECT_EQ(model.find<Instrument>(u"ins-x"_s)->edition, before.find<Instrument>(u"ins-x"_s)->edition);
    EXPECT_EQ(anchorsOf(model, currentKeys(model)).size(), anchorsOf(before, currentKeys(before)).size());
    EXPECT_TRUE(model.find<Clause>(report.document.edition.value + u"/2"_s));
    EXPECT_EQ(model.find<Clause>(u"ins-x/2"_s)->text, u"The parties will plant trees along the border."_s);
}

TEST(Editions, aThirdTextKeepsWhatWaits)
{
    Model model = mapWithInstrument();
    RandomTexts texts(12);
    RandomText text = texts.text(30);
    imported(model, text.asText(u"Accord X"_s), u"2020"_s);
    attachThings(model, 8);
    for (int year = 2021; year < 2024; ++year) {
        std::vector<std::pair<int, Fate>> fates;
        text = texts.nextEdition(text, 40, fates);
        const Model before = model;
        const auto report = imported(model, text.asText(u"Accord X"_s), QString::number(year));
        ASSERT_FALSE(report.already);
        expectNothingLost(before, model, report);
    }
}

TEST(Editions, aRejectedMoveLeavesThingsWhereTheyAre)
{
    Model model = mapWithInstrument();
    imported(model, u"Accord X\n\n1. The parties will meet every year in spring.\n\n2. The parties will plant trees along the border.\n"_s, u"2020"_s);
    apply(model, edits::set(model, u"ins-x/2"_s, {{u"notes"_s, u"mine"_s}}));
    imported(model, u"Accord X\n\n1. The parties will meet every year in spring.\n\n2. Contact points are named in an annex to this text.\n"_s, u"2024"_s);
    ASSERT_EQ(movesWaiting(model), 1);
    QString id;
    for (const Suggestion &suggestion : model.all<Suggestion>())
        id = suggestion.id.value;
    // Nothing comes near: accepting needs a target.
    const bool hasTarget = !model.find<Suggestion>(id)->target.isEmpty();
    EXPECT_EQ(edits::acceptSuggestions(model, {id}).isOk(), hasTarget);
    Model other = model;
    apply(other, edits::set(other, id, {{u"target"_s, u"ins-x/2"_s}}));
    apply(other, edits::acceptSuggestions(other, {id}));
    EXPECT_EQ(other.find<Clause>(u"ins-x/2"_s)->notes, u"mine"_s);
    apply(model, edits::rejectSuggestions(model, {id}));
    EXPECT_EQ(movesWaiting(model), 0);
    EXPECT_TRUE(model.find<Clause>(u"ins-x/2"_s)->notes.isEmpty());
    EXPECT_EQ(model.find<Clause>(u"ins-x@2020/2"_s)->notes, u"mine"_s);
    const Lookup lookup(model);
    EXPECT_EQ(resolve(lookup, u"ins-x@2020/2"_s), u"ins-x@2020/2"_s);
    EXPECT_EQ(resolve(lookup, u"ins-x@2024/2"_s), u"ins-x/2"_s);
}

TEST(Editions, theFileTakesAnEditionAndGivesItBack)
{
    Model model = mapWithInstrument();
    imported(model, EditionPairs::file("harbour", "old.txt"), u"2020"_s);
    attachThings(model, 4);
    QTemporaryDir folder;
    const store::WorkingPlace place{folder.path() + u"/data"_s, u"tester"_s, false};
    auto map = entente::Document::create(model, place);
    ASSERT_TRUE(map) << map.error().sentence.toStdString();
    const QString before = (*map)->model().contentHash();
    Progress progress;
    ImportOptions options;
    options.into = u"ins-x"_s;
    options.date = u"2024"_s;
    const auto report = reading::readForImport((*map)->model(), u"new.txt"_s, EditionPairs::file("harbour", "new.txt").toUtf8(), options, progress);
    ASSERT_TRUE(report);
    auto done = (*map)->submit(report->changes);
    ASSERT_TRUE(done) << done.error().sentence.toStdString() << done.error().detail.toStdString();
    const QString after = (*map)->model().contentHash();
    ASSERT_TRUE((*map)->undo());
    EXPECT_EQ((*map)->model().contentHash(), before);
    ASSERT_TRUE((*map)->redo());
    EXPECT_EQ((*map)->model().contentHash(), after);
    ASSERT_TRUE((*map)->saveAs(folder.path() + u"/map.entente"_s, false));
    auto again = entente::Document::open(folder.path() + u"/map.entente"_s, place, progress);
    ASSERT_TRUE(again) << again.error().sentence.toStdString();
    EXPECT_EQ((*again)->model().contentHash(), after);
}

TEST(Editions, aTranslationMovesNothing)
{
    Model model = mapWithInstrument();
    imported(model, EditionPairs::file("harbour", "old.txt"), u"2020"_s);
    attachThings(model, 2);
    const auto current = model.find<Instrument>(u"ins-x"_s)->edition;
    const auto attached = anchorsOf(model, currentKeys(model)).size();
    const auto report = imported(model, EditionPairs::file("river-ko", "new.txt"), u"2024"_s);
    EXPECT_EQ(model.find<Instrument>(u"ins-x"_s)->edition, current);
    EXPECT_EQ(anchorsOf(model, currentKeys(model)).size(), attached);
    EXPECT_EQ(movesWaiting(model), 0);
    EXPECT_FALSE(report.notices.isEmpty());
}

TEST(Editions, theSearchFindsTheCurrentClauseAndTheOldText)
{
    Model model = mapWithInstrument();
    imported(model, u"Accord X\n\n1. The parties will count storks.\n\n2. The parties will plant trees along the border.\n"_s, u"2020"_s);
    imported(model, u"Accord X\n\n1. The parties will plant trees along the border.\n\n2. The parties will count herons.\n"_s, u"2024"_s);
    const exchange::SearchIndex index(std::make_shared<Lookup>(model));
    const auto found = index.find(u"plant trees"_s, 10);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].id, u"ins-x/1"_s);
    EXPECT_TRUE(model.find<model::Document>(found[1].id));
    EXPECT_FALSE(index.find(u"storks"_s, 10).empty());
}

class GeneratedEditions : public testing::TestWithParam<std::tuple<bool, bool>>
{};

TEST_P(GeneratedEditions, keptUnitsAreFoundAndNoneIsTakenForAnother)
{
    int kept = 0;
    int found = 0;
    int reworded = 0;
    int rewordedFound = 0;
    int wrong = 0;
    int certain = 0;
    int parts = 0;
    int partsFound = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        RandomTexts texts(seed);
        const RandomText before = texts.text(15 + int(seed) * 2, std::get<0>(GetParam()), std::get<1>(GetParam()));
        std::vector<std::pair<int, Fate>> fates;
        const RandomText after = texts.nextEdition(before, 10 + int(seed) % 4 * 12, fates);
        std::map<QString, int> oldIds;
        std::map<QString, int> newIds;
        std::map<int, Fate> fate(fates.begin(), fates.end());
        for (const auto &[id, label] : before.labels())
            oldIds[label] = id;
        for (const auto &[id, label] : after.labels())
            newIds[label] = id;
        for (const Aligned &unit : reading::align(before.units(), after.units())) {
            if (unit.from.isEmpty())
                continue;
            const int id = oldIds[unit.from];
            const Fate truth = fate[id];
            const bool right = unit.to.size() == 1 && newIds[unit.to.front()] == id;
            if (unit.certain) {
                ++certain;
                // A formula that stands several times, word for word, is the same clause wherever it stands.
                const auto oldUnits = before.units();
                const auto newUnits = after.units();
                const auto textIn = [](const auto &units, const QString &label) {
                    return std::ranges::find(units, label, &reading::AlignmentUnit::label)->text;
                };
                const bool formula = textIn(oldUnits, unit.from) == textIn(newUnits, unit.to.front());
                wrong += !right && !formula;
            }
            if (truth == Fate::Kept) {
                ++kept;
                found += right && unit.certain;
            } else if (truth == Fate::Reworded) {
                ++reworded;
                rewordedFound += right && unit.certain;
            } else if (truth == Fate::Split || truth == Fate::Merged) {
                ++parts;
                partsFound += unit.verdict == (truth == Fate::Split ? Verdict::Split : Verdict::Merged);
            }
        }
    }
    RecordProperty("kept", kept);
    RecordProperty("wrong", wrong);
    std::printf("kept %d, moved %d (%.2f %%); reworded %d, moved %d; split or merged %d, seen %d; certain %d, wrong %d\n", kept, found,
                100.0 * found / kept, reworded, rewordedFound, parts, partsFound, certain, wrong);
    EXPECT_GE(found, kept * 95 / 100);
    // A short clause that goes while another with nearly its words comes can be taken for it.
    EXPECT_LE(wrong, certain / 1000);
    EXPECT_GE(rewordedFound, reworded * 80 / 100);
    EXPECT_GE(partsFound, parts * 80 / 100);
}

INSTANTIATE_TEST_SUITE_P(Languages, GeneratedEditions, testing::Combine(testing::Bool(), testing::Bool()), [](const auto &test) {
    return std::string(std::get<0>(test.param) ? "Korean" : "English") + (std::get<1>(test.param) ? "Formulas" : "Prose");
});

TEST(Editions, noAnchorIsLostInGeneratedEditions)
{
    for (unsigned seed = 1; seed <= 6; ++seed) {
        RandomTexts texts(100 + seed);
        const RandomText before = texts.text(25, seed % 2 == 0);
        std::vector<std::pair<int, Fate>> fates;
        const RandomText after = texts.nextEdition(before, 35, fates);
        Model model = mapWithInstrument();
        imported(model, before.asText(u"Accord X"_s), u"2020"_s);
        attachThings(model, seed);
        const Model old = model;
        const auto report = imported(model, after.asText(u"Accord X"_s), u"2024"_s);
        expectNothingLost(old, model, report);
    }
}

TEST(WordDifference, coversBothTextsAndCarriesPlacesOver)
{
    std::mt19937 random(7);
    const QStringList words{u"the"_s, u"parties"_s, u"will"_s, u"협력을"_s, u"협력의"_s, u"co-operate,"_s, u"“soon”"_s, u"양측은"_s};
    for (int round = 0; round < 400; ++round) {
        QStringList before;
        for (int i = int(random() % 20); i > 0; --i)
            before += words[int(random() % unsigned(words.size()))];
        QStringList after = before;
        for (int edits = int(random() % 6); edits > 0; --edits) {
            const int at = int(random() % unsigned(after.size() + 1));
            if (random() % 2 || at >= after.size())
                after.insert(at, words[int(random() % unsigned(words.size()))]);
            else
                after.removeAt(at);
        }
        const QString a = before.join(u' ');
        const QString b = after.join(random() % 5 ? u" "_s : u"  "_s);
        QString oldText;
        QString newText;
        qsizetype oldPlace = 0;
        qsizetype newPlace = 0;
        for (const WordRun &run : wordDifference(a, b)) {
            EXPECT_EQ(run.oldOffset, oldPlace);
            EXPECT_EQ(run.newOffset, newPlace);
            oldPlace += run.oldLength;
            newPlace += run.newLength;
            oldText += a.mid(run.oldOffset, run.oldLength);
            newText += b.mid(run.newOffset, run.newLength);
            if (run.kind == WordRun::Kind::Same) {
                EXPECT_EQ(a.mid(run.oldOffset, run.oldLength).simplified(), b.mid(run.newOffset, run.newLength).simplified());
            }
            EXPECT_EQ(run.kind == WordRun::Kind::Removed, run.newLength == 0 && run.oldLength > 0);
        }
        EXPECT_EQ(oldText, a);
        EXPECT_EQ(newText, b);
    }
}

TEST(WordDifference, showsOnlyTheEndingOfAKoreanWord)
{
    const QString before = u"양측은 협력을 강화한다."_s;
    const QString after = u"양측은 협력의 틀을 강화한다."_s;
    QStringList removed;
    QStringList added;
    for (const WordRun &run : wordDifference(before, after)) {
        if (run.kind == WordRun::Kind::Removed)
            removed += before.mid(run.oldOffset, run.oldLength).trimmed();
        else if (run.kind == WordRun::Kind::Added)
            added += after.mid(run.newOffset, run.newLength).trimmed();
    }
    EXPECT_EQ(removed, QStringList{});
    EXPECT_EQ(added, QStringList{u"의 틀"_s});
}

TEST(WordDifference, carriesAStretchThroughReplacedWords)
{
    const QString before = u"The parties will meat every year."_s;
    const QString after = u"Both parties will meet at least every year."_s;
    const auto difference = wordDifference(before, after);
    const auto carried = [&](const QString &words) {
        const Stretch place = movedStretch(difference, {before.indexOf(words), words.size()});
        return after.mid(place.offset, place.length).trimmed();
    };
    EXPECT_EQ(carried(u"every year"_s), u"every year"_s);
    EXPECT_EQ(carried(u"will meat every"_s), u"will meet at least every"_s);
    EXPECT_EQ(carried(u"meat"_s), u"meet at least"_s);
    EXPECT_EQ(carried(u"parties"_s), u"parties"_s);
}
