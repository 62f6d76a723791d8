#include "core/base/text.h"
#include "core/exchange/csv.h"
#include "core/model/editviews.h"
#include "core/model/stylepresets.h"
#include "core/model/validation.h"
#include "tests/support/mapbuilder.h"

#include <gtest/gtest.h>

#include <random>

// Saved views and styles: what is saved is what is shown again, and what is wrong is refused in a sentence.

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

/// Random but repeatable choices.
class Dice
{
public:
    explicit Dice(unsigned seed) : m_random(seed) {}
    int below(int limit) { return int(m_random() % unsigned(limit)); }
    bool coin() { return below(2) == 0; }
    QString word()
    {
        static const QStringList words{u"EU"_s, u"LIMITE"_s, u"a;b"_s, u"x=y"_s, u"100 %"_s, u"%3B"_s, u" led by space"_s, u"\"quoted\""_s, u"한국 외교부"_s,
                                       u"a, b: c"_s, u"trailing "_s, u"–"_s};
        return words.at(below(int(words.size())));
    }
    QDate day() { return QDate(2010, 1, 1).addDays(below(6000)); }

private:
    std::mt19937 m_random;
};

StyleRule randomRule(Dice &dice)
{
    for (;;) {
        StyleRule rule;
        for (int i = dice.below(3); i > 0; --i) {
            const auto field = StyleCondition::Field(dice.below(7));
            const QStringList values = styleValueWords(field);
            const QString value = values.isEmpty() ? base::simplified(dice.word()) : values.at(dice.below(int(values.size())));
            if (!rule.asksFor(field) && !value.isEmpty())
                rule.conditions.push_back({field, value});
        }
        if (dice.coin())
            rule.effects.weight = 0.5 + dice.below(50) / 10.0;
        if (dice.coin())
            rule.effects.dash = StyleDash(dice.below(4));
        if (dice.coin())
            rule.effects.colour = StyleColour(dice.below(7));
        if (dice.coin())
            rule.effects.fill = StyleFill(dice.below(7));
        if (dice.coin())
            rule.effects.frame = StyleFrame(dice.below(3));
        if (dice.coin())
            rule.effects.label = StyleLabel(dice.below(2));
        if (rule.isForBoxes() || rule.isForLines())
            return rule;
    }
}

ViewState randomState(Dice &dice)
{
    ViewState state;
    state.drawing = drawingWords().at(dice.below(3));
    state.layout = layoutWords().at(dice.below(4));
    Lens &lens = state.lens;
    lens.asOf = dice.day();
    if (dice.coin())
        lens.from = lens.asOf.addDays(-dice.below(900));
    lens.scope = dice.coin() ? Scope::All : Scope::FirstView;
    if (dice.below(3) == 0) {
        lens.scope = Scope::Neighbourhood;
        lens.focus = u"dlg-cyber"_s;
    }
    lens.hops = dice.below(5);
    lens.onlyInForce = dice.coin();
    for (int i = dice.below(4); i > 0; --i)
        lens.filters.push_back({dice.coin() ? u"side"_s : u"marking"_s, dice.word()});
    for (int i = dice.below(3); i > 0; --i)
        lens.groups.append(u"area="_s + dice.word());
    Style style;
    style.mono = dice.coin();
    for (int i = dice.below(4); i > 0; --i)
        style.rules.push_back(randomRule(dice));
    lens.style = textsOf(style);
    if (dice.coin())
        lens.comparedWith = dice.day();
    return state;
}

/// A row as it comes back from a file: every field through its own encoding.
SavedView throughAFile(const SavedView &view)
{
    SavedView read;
    forEachField<SavedView>([&](const auto &field) { EXPECT_TRUE(decode(encode(view.*field.member), read.*field.member)); });
    return read;
}

Model mapWithCyber()
{
    MapBuilder map;
    map.dialogue("dlg-cyber");
    map.dialogue("dlg-space");
    return map.model();
}

ViewState ladderState()
{
    ViewState state;
    state.lens.asOf = QDate(2026, 3, 1);
    return state;
}

Model applied(Model model, const base::Result<ChangeSet> &changes)
{
    EXPECT_TRUE(changes) << (changes ? "" : qPrintable(changes.error().sentence));
    if (changes)
        model.apply(*changes);
    return model;
}

QString saidOf(const QString &rule)
{
    const auto read = parseRule(rule);
    return read ? QString() : read.error().sentence;
}

} // namespace

TEST(Views, whatIsSavedIsShownAgain)
{
    Dice dice(4);
    for (int round = 0; round < 2000; ++round) {
        const ViewState state = randomState(dice);
        const SavedView view = throughAFile(savedView(state, ViewDay::Fixed));
        EXPECT_TRUE(viewState(view, QDate(2031, 1, 1)) == state) << qPrintable(view.filters.join(u" | "_s) + u" / "_s + view.style.join(u" | "_s));
        EXPECT_TRUE(validateView(view));
        EXPECT_TRUE(shows(view, state, QDate(2031, 1, 1)));
    }
}

TEST(Views, aViewOfTheDayOfLookingShowsThatDay)
{
    ViewState state = ladderState();
    const SavedView view = savedView(state, ViewDay::Looking);
    EXPECT_FALSE(view.asOf.isKnown());
    EXPECT_EQ(viewState(view, QDate(2030, 5, 5)).lens.asOf, QDate(2030, 5, 5));
    state.lens.asOf = QDate(2030, 5, 5);
    EXPECT_TRUE(shows(view, state, QDate(2030, 5, 5)));
    EXPECT_FALSE(shows(view, state, QDate(2030, 5, 6)));
}

TEST(Views, aChangeOfAnyKindIsSeen)
{
    const ViewState state = ladderState();
    const SavedView view = savedView(state, ViewDay::Fixed);
    const auto isSeen = [&](const std::function<void(ViewState &)> &change) {
        ViewState other = state;
        change(other);
        return !shows(view, other, QDate(2026, 3, 1));
    };
    EXPECT_TRUE(isSeen([](ViewState &other) { other.layout = u"stress"_s; }));
    EXPECT_TRUE(isSeen([](ViewState &other) { other.lens.asOf = QDate(2026, 3, 2); }));
    EXPECT_TRUE(isSeen([](ViewState &other) { other.lens.filters.push_back({u"side"_s, u"EU"_s}); }));
    EXPECT_TRUE(isSeen([](ViewState &other) { other.lens.onlyInForce = false; }));
    EXPECT_TRUE(isSeen([](ViewState &other) { other.lens.style = {u"mono=yes"_s}; }));
    EXPECT_TRUE(isSeen([](ViewState &other) { other.lens.groups = {u"area"_s}; }));
    EXPECT_TRUE(isSeen([](ViewState &other) { other.lens.comparedWith = QDate(2020, 1, 1); }));
}

TEST(Views, savingIsOneStepWithThePlacesAndItsInverseTakesAllBack)
{
    const Model before = mapWithCyber();
    const auto saved = edits::saveView(before, u"Cyber, one page"_s, ladderState(), ViewDay::Fixed, {{u"dlg-cyber"_s, {10, 20}}, {u"nobody"_s, {1, 1}}});
    Model after = applied(before, saved);
    const auto view = viewNamed(after, u"cyber, ONE page"_s);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->id.value, u"view-cyber-one-page"_s);
    ASSERT_EQ(after.table<Position>().size(), 1u);
    EXPECT_EQ((*after.all<Position>().begin()).view, view->id.value);
    after.apply(saved->inverse());
    EXPECT_TRUE(after == before);
}

TEST(Views, updatingReplacesThePlacesAndKeepsNameAndKey)
{
    Model model = applied(mapWithCyber(), edits::saveView(mapWithCyber(), u"One"_s, ladderState(), ViewDay::Fixed, {{u"dlg-cyber"_s, {10, 20}}}));
    ViewState state = ladderState();
    state.layout = u"stress"_s;
    model = applied(model, edits::updateView(model, u"view-one"_s, state, ViewDay::Looking, {{u"dlg-space"_s, {5, 6}}}));
    const SavedView *view = model.find<SavedView>(u"view-one"_s);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->name, u"One"_s);
    EXPECT_EQ(view->layout, u"stress"_s);
    ASSERT_EQ(model.table<Position>().size(), 1u);
    EXPECT_EQ((*model.all<Position>().begin()).record.value, u"dlg-space"_s);
}

TEST(Views, aCopyHasPlacesOfItsOwn)
{
    Model model = applied(mapWithCyber(), edits::saveView(mapWithCyber(), u"One"_s, ladderState(), ViewDay::Fixed, {{u"dlg-cyber"_s, {10, 20}}}));
    model = applied(model, edits::duplicateView(model, u"view-one"_s));
    model = applied(model, edits::duplicateView(model, u"view-one"_s));
    EXPECT_EQ(model.table<SavedView>().size(), 3u);
    EXPECT_EQ(model.table<Position>().size(), 3u);
    model = applied(model, edits::removeView(model, u"view-one"_s));
    EXPECT_EQ(model.table<Position>().size(), 2u);
    EXPECT_TRUE(viewNamed(model, u"One (copy)"_s));
    EXPECT_TRUE(viewNamed(model, u"One (copy 2)"_s));
}

TEST(Views, removingTheRecordByItsKeyTakesThePlacesToo)
{
    const Model model = applied(mapWithCyber(), edits::saveView(mapWithCyber(), u"One"_s, ladderState(), ViewDay::Fixed, {{u"dlg-cyber"_s, {10, 20}}}));
    const Model after = applied(model, edits::remove(model, u"view-one"_s));
    EXPECT_TRUE(after == mapWithCyber());
}

TEST(Views, aViewOutlivesTheRecordThatItWasAround)
{
    ViewState state = ladderState();
    state.lens.scope = Scope::Neighbourhood;
    state.lens.focus = u"dlg-cyber"_s;
    Model model = applied(mapWithCyber(), edits::saveView(mapWithCyber(), u"One"_s, state, ViewDay::Fixed, {{u"dlg-cyber"_s, {1, 2}}}));
    model = applied(model, edits::remove(model, u"dlg-cyber"_s));
    const auto view = viewNamed(model, u"One"_s);
    ASSERT_TRUE(view);
    EXPECT_EQ(viewState(*view, QDate(2026, 3, 1)).lens.scope, Scope::FirstView);
    EXPECT_EQ(model.table<Position>().size(), 0u);
}

TEST(Views, aNameIsNeededAndTakenOnce)
{
    const Model model = applied(mapWithCyber(), edits::saveView(mapWithCyber(), u"One"_s, ladderState(), ViewDay::Fixed, {}));
    EXPECT_FALSE(edits::saveView(model, u"  "_s, ladderState(), ViewDay::Fixed, {}));
    EXPECT_FALSE(edits::saveView(model, u"ONE"_s, ladderState(), ViewDay::Fixed, {}));
    EXPECT_FALSE(edits::saveView(model, QString(300, u'x'), ladderState(), ViewDay::Fixed, {}));
    EXPECT_TRUE(edits::saveView(model, u"사이버"_s, ladderState(), ViewDay::Fixed, {}));
    EXPECT_TRUE(edits::renameView(model, u"view-one"_s, u"one"_s));
    EXPECT_FALSE(edits::renameView(model, u"view-two"_s, u"x"_s));
}

TEST(Views, anUnknownViewIsRefusedWithTheNamesThatExist)
{
    EXPECT_FALSE(viewNamed(mapWithCyber(), u"One"_s));
    const Model model = applied(mapWithCyber(), edits::saveView(mapWithCyber(), u"One"_s, ladderState(), ViewDay::Fixed, {}));
    const auto found = viewNamed(model, u"Two"_s);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().failure, base::Failure::Call);
    EXPECT_TRUE(found.error().sentence.contains(u"One"_s));
}

TEST(Views, whatNoViewCanShowIsRefusedOnTheRoad)
{
    const Model model = mapWithCyber();
    const auto add = [&](const QString &field, const QString &value) {
        return bool(edits::add(model, kindOf<SavedView>, {{u"name"_s, u"One"_s}, {field, value}}));
    };
    EXPECT_TRUE(add(u"layout"_s, u"radial"_s));
    EXPECT_TRUE(add(u"style"_s, u"level=summit: frame=double;mono=yes"_s));
    EXPECT_TRUE(add(u"filters"_s, u"side=EU"_s));
    EXPECT_FALSE(add(u"layout"_s, u"heap"_s));
    EXPECT_FALSE(add(u"drawing"_s, u"pie"_s));
    EXPECT_FALSE(add(u"hops"_s, u"21"_s));
    EXPECT_FALSE(add(u"filters"_s, u"EU"_s));
    EXPECT_FALSE(add(u"style"_s, u"level=roof: frame=double"_s));
}

TEST(Style, aRuleIsReadAsItIsWritten)
{
    Dice dice(5);
    for (int round = 0; round < 5000; ++round) {
        const StyleRule rule = randomRule(dice);
        const auto read = parseRule(textOf(rule));
        ASSERT_TRUE(read) << qPrintable(textOf(rule) + u" – "_s + read.error().sentence);
        EXPECT_TRUE(*read == rule) << qPrintable(textOf(rule));
        EXPECT_FALSE(textOf(rule).contains(u';'));
    }
}

TEST(Style, whatIsWrongIsSaidInASentence)
{
    EXPECT_TRUE(saidOf(u"level=summit: frame=double"_s).isEmpty());
    EXPECT_TRUE(saidOf(u": colour=grey"_s).isEmpty());
    EXPECT_TRUE(saidOf(u"level=summit"_s).contains(u"colon"_s));
    EXPECT_TRUE(saidOf(u"level=roof: frame=double"_s).contains(u"summit"_s));
    EXPECT_TRUE(saidOf(u"height=3: frame=double"_s).contains(u"confidence"_s));
    EXPECT_TRUE(saidOf(u"level=summit: glow=yes"_s).contains(u"glow"_s));
    EXPECT_TRUE(saidOf(u"level=summit: fill=pink"_s).contains(u"sand"_s));
    EXPECT_TRUE(saidOf(u"type=reports to: weight=99"_s).contains(u"99"_s));
    EXPECT_TRUE(saidOf(u"type=reports to: weight=nan"_s).contains(u"nan"_s));
    EXPECT_TRUE(saidOf(u"level=summit: "_s).contains(u"changes nothing"_s));
    EXPECT_TRUE(saidOf(u"level=summit: dash=dotted"_s).contains(u"never"_s));
    EXPECT_TRUE(saidOf(u"type=reports to: fill=blue"_s).contains(u"never"_s));
    EXPECT_TRUE(saidOf(u"marking=\"open: fill=blue"_s).contains(u"quotation"_s));
    EXPECT_TRUE(saidOf(u"level=summit, level=working: fill=blue"_s).contains(u"twice"_s));
    EXPECT_FALSE(parseStyle(QStringList(101, u"level=summit: fill=blue"_s)));
}

TEST(Style, whatCannotBeReadIsLeftOutOfTheDrawing)
{
    const Style style = readableStyle({u"nonsense"_s, u"mono=yes"_s, u"level=summit: frame=heavy"_s});
    EXPECT_TRUE(style.mono);
    EXPECT_EQ(style.rules.size(), 1u);
}

TEST(Style, thePresetsCanBeWrittenAndReadAndDifferFromEachOther)
{
    auto map = exchange::shippedMap();
    ASSERT_TRUE(map);
    std::vector<std::vector<StyleRule>> all;
    for (const auto preset : {StylePreset::Plain, StylePreset::ByLevel, StylePreset::ByMarking, StylePreset::ByState}) {
        Style style;
        style.rules = presetRules(preset, *map);
        const auto read = parseStyle(textsOf(style));
        ASSERT_TRUE(read);
        EXPECT_TRUE(*read == style);
        for (const auto &other : all)
            EXPECT_FALSE(other == style.rules);
        all.push_back(style.rules);
        // No two values of a preset are drawn alike.
        for (std::size_t i = 0; i < style.rules.size(); ++i) {
            for (std::size_t k = i + 1; k < style.rules.size() && preset == StylePreset::ByState; ++k)
                EXPECT_FALSE(style.rules[i].effects == style.rules[k].effects);
        }
    }
}
