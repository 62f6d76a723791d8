#include "core/coverage/progress.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

const QString clauseId = u"ins/14"_s;

/// How a statement limits the validity of its relation.
#define VALIDITY "(?: (?<limit>from|until) (?<day>[0-9-]+))?"

/// The small world of tests/data/coverage/cases.txt.
class World
{
public:
    World()
    {
        m_map.instrument("ins").adopted("2024-11-04");
        m_map.area("wider");
        m_map.area("area").under("wider");
        for (const char *id : {"ins/12", "ins/13", "ins/14"})
            m_map.clause(id).area("area");
    }

    /// Makes a statement so; false where it is not understood.
    bool take(const QString &statement)
    {
        const auto is = [&](const char *pattern, QRegularExpressionMatch &words) {
            words = QRegularExpression(u'^' + QString::fromUtf8(pattern) + u'$').match(statement);
            return words.hasMatch();
        };
        QRegularExpressionMatch words;
        if (is("the text is adopted (on an unknown day|[0-9-]+)", words))
            return edit<Instrument>(u"ins"_s, [&](Instrument &row) { row.adopted = date(words.captured(1)); });
        if (is("clause (\\d+) has a gap", words))
            return edit<Clause>(clause(words), [](Clause &row) { row.gap = true; });
        if (is("(?:clause )?(\\d+) is a point of (\\d+)", words))
            return edit<Clause>(clause(words), [&](Clause &row) { row.parent.value = u"ins/"_s + words.captured(2); });
        if (is("clause (\\d+) is ([a-z, -]+)", words))
            return edit<Clause>(clause(words), [&](Clause &row) { row.commitment = words.captured(2).split(u", "_s); });
        if (is("clause (\\d+) names (\\w+)" VALIDITY, words))
            return relate(relation::names, clause(words), dialogue(words.captured(2)), &words);
        if (is("clause (\\d+) creates (\\w+)" VALIDITY, words))
            return relate(relation::foundedBy, dialogue(words.captured(2)), clause(words), &words);
        if (is("(\\w+) reviews the (wider )?area" VALIDITY, words))
            return relate(relation::reviews, dialogue(words.captured(1)), words.captured(2).isEmpty() ? u"area"_s : u"wider"_s, &words);
        if (is("(\\w+) states (\\d+) months", words))
            return edit<Dialogue>(dialogue(words.captured(1)), [&](Dialogue &row) { row.months = words.captured(2).toInt(); });
        if (is("(\\w+) is ended", words))
            return edit<Dialogue>(dialogue(words.captured(1)), [](Dialogue &row) { row.status = DialogueStatus::Ended; });
        if (is("(\\w+) is succeeded by (\\w+)", words))
            return relate(relation::succeededBy, dialogue(words.captured(1)), dialogue(words.captured(2)));
        if (is("(\\w+) (meets|plans|cancels) (on an unknown day|[0-9-]+)( with read-out)?", words))
            return meet(words);
        if (is("(an unknown day|[0-9-]+) of (\\w+) says ([a-z -]+)", words)) {
            const auto level = fromWord<CoverageLevel>(words.captured(3));
            if (level)
                m_map.raises(meeting(words.captured(2), words.captured(1)), clauseId, *level);
            return level.has_value();
        }
        if (is("an address says ([0-9-]+) of (\\w+)", words)) {
            m_map.reportedRaise(meeting(words.captured(2), words.captured(1)), clauseId, SourceKind::Official);
            return true;
        }
        if (is("a suggestion waits for ([0-9-]+) of (\\w+)", words)) {
            m_map.suggests(meeting(words.captured(2), words.captured(1)), clauseId);
            return true;
        }
        if (is("(\\w+) judges ([a-z -]+) on ([0-9-]+)", words)) {
            const auto state = fromWord<ProgressState>(words.captured(2));
            if (state)
                m_map.judges(words.captured(1), clauseId, *state, words.captured(3));
            return state.has_value();
        }
        return false;
    }

    MapBuilder &map() { return m_map; }

private:
    static PartialDate date(const QString &text) { return text.contains(u"unknown") ? PartialDate() : *PartialDate::parse(text); }
    static QString meeting(const QString &dialogue, const QString &day) { return dialogue + u'/' + date(day).toIso(); }
    static QString clause(const QRegularExpressionMatch &words) { return u"ins/"_s + words.captured(1); }

    QString dialogue(const QString &id)
    {
        if (!m_map.model().find<Dialogue>(id))
            m_map.dialogue(id);
        return id;
    }
    /// A relation, valid as the words limit it.
    bool relate(const QString &type, const QString &source, const QString &target, const QRegularExpressionMatch *words = nullptr)
    {
        const QString id = m_map.relate(type, source, target);
        const QString day = words ? words->captured(u"day"_s) : QString();
        const bool from = !day.isEmpty() && words->captured(u"limit"_s) == u"from";
        return day.isEmpty() || edit<Relation>(id, [&](Relation &row) { (from ? row.from : row.to) = date(day); });
    }
    template<typename Row>
    bool edit(const QString &id, const auto &change)
    {
        const Row *row = m_map.model().find<Row>(id);
        if (!row)
            return false;
        Row after = *row;
        change(after);
        m_map.model().table<Row>().put(after);
        return true;
    }
    bool meet(const QRegularExpressionMatch &words)
    {
        const QString day = date(words.captured(3)).toIso();
        auto put = m_map.meeting(dialogue(words.captured(1)), day);
        if (words.captured(2) == u"plans")
            put.status(MeetingStatus::Planned);
        if (words.captured(2) == u"cancels")
            put.status(MeetingStatus::Cancelled);
        if (!words.captured(4).isEmpty())
            m_map.readout(put.row().id.value);
        return true;
    }

    MapBuilder m_map;
};

struct Case
{
    int line = 0;
    QString text;
    QDate day;
    QStringList facts;
    QString state;
    int rule = 0;
    QString touched; ///< Empty: not said.
};

std::vector<Case> allCases()
{
    QFile file(QStringLiteral(ENTENTE_TEST_DATA_DIR "/coverage/cases.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression outcome(u"^([a-z -]+) by rule ([1-8])(?:, last touched ([0-9a-z -]+))?$"_s);
    std::vector<Case> cases;
    int number = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList parts = line.split(u'|');
        Case one;
        one.line = number;
        one.text = line;
        one.day = QDate::fromString(parts[0].trimmed().mid(3), Qt::ISODate);
        for (const QString &fact : parts.value(1).split(u';'))
            one.facts.append(fact.trimmed());
        const auto words = outcome.match(parts.value(2).trimmed());
        one.state = words.captured(1);
        one.rule = words.captured(2).toInt();
        one.touched = words.captured(3);
        cases.push_back(one);
    }
    return cases;
}

QString touchedInWords(const coverage::ClauseState &state)
{
    if (!state.lastTouchedKnown)
        return u"not known"_s;
    return state.lastTouched.isKnown() ? state.lastTouched.toIso() : u"never"_s;
}

coverage::ClauseState stateIn(World &world, const QDate &day)
{
    const auto coverage = coverage::coverageOf(world.map().lookup(), Id<Instrument>(u"ins"_s), day);
    return *coverage.find(clauseId);
}

} // namespace

TEST(CoverageCases, holdLineByLine)
{
    const auto cases = allCases();
    ASSERT_GT(cases.size(), 90U);
    for (const Case &one : cases) {
        SCOPED_TRACE("cases.txt:" + std::to_string(one.line) + ": " + one.text.toStdString());
        ASSERT_TRUE(one.day.isValid());
        ASSERT_GT(one.rule, 0);
        World world;
        for (const QString &fact : one.facts)
            ASSERT_TRUE(world.take(fact)) << "not understood: " << fact.toStdString();
        const auto state = stateIn(world, one.day);
        EXPECT_EQ(wordOf(state.progress()), one.state);
        EXPECT_EQ(state.rule(), one.rule);
        if (!one.touched.isEmpty()) {
            EXPECT_EQ(touchedInWords(state), one.touched);
        }
    }
}

TEST(CoverageCases, coverEveryStateAndEveryRule)
{
    QSet<QString> states;
    QSet<int> rules;
    for (const Case &one : allCases()) {
        states.insert(one.state);
        rules.insert(one.rule);
    }
    EXPECT_EQ(states.size(), qsizetype(Words<ProgressState>::list.size()));
    EXPECT_EQ(rules.size(), 8);
}

// The tables hold rows by key, so another order of making gives the same map; other keys give other orders, and must not matter either.
TEST(CoverageLaws, theStateDoesNotDependOnTheOrderOfTheFacts)
{
    for (const Case &one : allCases()) {
        SCOPED_TRACE(one.text.toStdString());
        World forward;
        World backward;
        for (const QString &fact : one.facts)
            forward.take(fact);
        for (auto fact = one.facts.crbegin(); fact != one.facts.crend(); ++fact)
            backward.take(*fact);
        EXPECT_EQ(stateIn(forward, one.day), stateIn(backward, one.day));
    }
}

TEST(CoverageLaws, theStateDoesNotDependOnTheKeysOfTheDialogues)
{
    const QStringList dialogues = {u"cyber"_s, u"maritime"_s, u"security"_s, u"strategic"_s, u"summit"_s, u"old"_s, u"new"_s};
    for (const Case &one : allCases()) {
        SCOPED_TRACE(one.text.toStdString());
        World renamed;
        for (QString fact : one.facts) {
            for (qsizetype i = 0; i < dialogues.size(); ++i)
                fact.replace(QRegularExpression(u"\\b"_s + dialogues[i] + u"\\b"_s), u"dialogue%1"_s.arg(dialogues.size() - i));
            ASSERT_TRUE(renamed.take(fact));
        }
        const auto state = stateIn(renamed, one.day);
        EXPECT_EQ(wordOf(state.progress()), one.state);
        EXPECT_EQ(state.rule(), one.rule);
    }
}

// A missing read-out can hide things, never invent them: when all are here and silent, what was known stays and the rest can be told.
TEST(CoverageLaws, anEmptyReadoutNeverMakesAClauseLessKnown)
{
    for (const Case &one : allCases()) {
        SCOPED_TRACE(one.text.toStdString());
        World world;
        for (const QString &fact : one.facts)
            world.take(fact);
        const auto before = stateIn(world, one.day);
        for (const Meeting &meeting : Model(world.map().model()).all<Meeting>())
            world.map().readout(meeting.id.value);
        const auto after = stateIn(world, one.day);
        EXPECT_TRUE(after.missingReadouts.isEmpty());
        if (before.computed != ProgressState::CannotTell) {
            EXPECT_EQ(after.computed, before.computed);
        } else if (before.computedRule != 3) {
            EXPECT_NE(after.computed, ProgressState::CannotTell);
        }
    }
}

// A gap or a missing read-out of a responsible or reviewing dialogue never lets the rules say "not raised" or "mechanism only".
TEST(CoverageLaws, whatIsNotKnownNeverBecomesNotRaised)
{
    for (const Case &one : allCases()) {
        SCOPED_TRACE(one.text.toStdString());
        World world;
        for (const QString &fact : one.facts)
            world.take(fact);
        for (int months = -36; months <= 60; ++months) {
            const auto state = stateIn(world, one.day.addMonths(months));
            if (!state.missingReadouts.isEmpty()) {
                EXPECT_NE(state.computed, ProgressState::NotRaised);
                EXPECT_NE(state.computed, ProgressState::MechanismOnly);
            }
            if (state.computed == ProgressState::CannotTell) {
                EXPECT_FALSE(state.lastTouchedKnown);
            }
        }
    }
}

TEST(CoverageLaws, anotherAcceptedPassageNeverLowersTheLevel)
{
    for (const Case &one : allCases()) {
        SCOPED_TRACE(one.text.toStdString());
        World world;
        for (const QString &fact : one.facts)
            world.take(fact);
        const auto before = stateIn(world, one.day);
        for (const Meeting &meeting : Model(world.map().model()).all<Meeting>())
            world.map().raises(meeting.id.value, clauseId, CoverageLevel::Mentioned, u"another"_s);
        const auto after = stateIn(world, one.day);
        EXPECT_GE(after.highestLevel(), before.highestLevel());
        EXPECT_GE(after.passages(), before.passages());
        if (before.computed == ProgressState::Delivered || before.computed == ProgressState::FollowUpAgreed) {
            EXPECT_EQ(after.computed, before.computed);
        }
    }
}
