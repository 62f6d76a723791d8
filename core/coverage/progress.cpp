// The rules of coverage, in one place.
//
// Counted meetings: held, beginning after the day of adoption (the round that adopts a text is not its own follow-up) and not after the day
// D asked about. A partial date counts if any of its days fits; a meeting without a date does not. Without a date of adoption every held
// meeting up to D counts. Responsible dialogues: those that the clause names or creates; a point without one takes its chapeau's; nothing
// else adds one. An ended series that a clause names stays responsible; its rounds before adoption are not counted anyway. Reviewing
// dialogues: those that review the clause's area, or one that this area is part of (a point without an area stands in its chapeau's). A
// relation `names`, `founded by` or `reviews` counts while it is valid on D. Cadence: the longest rhythm that the responsible dialogues
// state, else 24 months; rules.h holds that measure and the others, and a map may set its own.
//
// The first that fits:
//   1. a user's own judgement, made by D;
//   2. main commitment type declaratory: not applicable;
//   3. a gap inside the clause's own text: cannot tell;
//   4. an accepted passage of a counted meeting says delivered: delivered;
//   5. accepted passages, the last within the cadence before D: follow-up agreed if that is their highest level, else raised;
//   6. accepted passages, all older: cannot tell if a responsible dialogue had a counted meeting without read-out after the last, else
//   dormant;
//   7. none, but a responsible or reviewing dialogue had counted meetings: cannot tell if one of them lacks its read-out, else mechanism
//   only if
//      a responsible dialogue met;
//   8. else not raised.
// An accepted passage is evidence of a relation `raises` that rests on a passage of a document and carries a level. Addresses are no
// passages.

#include "core/coverage/progress.h"

#include "core/coverage/affected.h"
#include "core/coverage/rounds.h"
#include "core/coverage/rules.h"
#include "core/model/asof.h"
#include "core/model/relationtypes.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <set>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestChain = 64; // of parents: a cycle ends here

/// What all clauses of one computation share.
class Rules
{
public:
    Rules(const Lookup &lookup, const CountedRounds &rounds, const QDate &asOf);

    ClauseState stateOf(const Clause &clause) const;

private:
    struct Accepted;

    const Model &model() const { return m_lookup.model(); }
    QStringList namedBy(const Clause &clause) const;
    void setDialogues(const Clause &clause, ClauseState &state) const;
    Accepted setCells(const Clause &clause, ClauseState &state) const;
    void setJudgement(const Clause &clause, ClauseState &state) const;
    std::pair<int, ProgressState> apply(const Clause &clause, const ClauseState &state, const Accepted &accepted) const;
    std::pair<int, ProgressState> applyToOld(const ClauseState &state, const Accepted &accepted) const;
    std::pair<int, ProgressState> applyToNone(const ClauseState &state) const;

    const Lookup &m_lookup;
    const CountedRounds &m_rounds;
    QDate m_asOf;
    CoverageRules m_measures;
    QHash<QString, std::map<QString, int>> m_waiting;
    QHash<QString, std::vector<const Judgement *>> m_judgements;
};

/// What the accepted passages of counted meetings say together.
struct Rules::Accepted
{
    QSet<QString> meetings;
    QDate last;         ///< The last day on which the last of them may have been said.
    QDate lastAtLeast;  ///< The first such day.
    PartialDate lastAs; ///< As recorded.
    CoverageLevel highest = CoverageLevel::None;

    void take(const Round &round, CoverageLevel level)
    {
        if (!last.isValid() || std::pair(round.last, round.meeting->start) > std::pair(last, lastAs)) {
            last = round.last;
            lastAs = round.meeting->start;
        }
        if (!lastAtLeast.isValid() || round.first > lastAtLeast)
            lastAtLeast = round.first;
        meetings.insert(round.meeting->id.value);
        highest = std::max(highest, level);
    }
};

Rules::Rules(const Lookup &lookup, const CountedRounds &rounds, const QDate &asOf)
    : m_lookup(lookup)
    , m_rounds(rounds)
    , m_asOf(asOf)
    , m_measures(rulesOf(lookup.model()))
{
    for (const Suggestion &suggestion : model().all<Suggestion>()) {
        if (suggestion.state == SuggestionState::Open && suggestion.relation == relation::raises)
            ++m_waiting[suggestion.target.value][suggestion.source.value];
    }
    for (const Judgement &judgement : model().all<Judgement>()) {
        if (!judgement.date.isKnown() || mayBeBy(judgement.date, m_asOf))
            m_judgements[judgement.clause.value].push_back(&judgement);
    }
}

QStringList Rules::namedBy(const Clause &clause) const
{
    std::set<QString> dialogues;
    for (const Relation *relation : m_lookup.outgoing(clause.id.value)) {
        if (relation->type == relation::names && isValidOn(*relation, m_asOf) && model().find<Dialogue>(relation->target.value))
            dialogues.insert(relation->target.value);
    }
    for (const Relation *relation : m_lookup.incoming(clause.id.value)) {
        if (relation->type == relation::foundedBy && isValidOn(*relation, m_asOf) && model().find<Dialogue>(relation->source.value))
            dialogues.insert(relation->source.value);
    }
    return {dialogues.begin(), dialogues.end()};
}

void Rules::setDialogues(const Clause &clause, ClauseState &state) const
{
    Id<Area> area;
    const Clause *unit = &clause;
    for (int depth = 0; unit && depth < deepestChain; ++depth, unit = model().find(unit->parent)) {
        if (area.isEmpty())
            area = unit->area;
        if (state.responsible.isEmpty()) {
            state.responsible = namedBy(*unit);
            if (!state.responsible.isEmpty() && unit != &clause)
                state.responsibleFrom = unit->label;
        }
    }
    std::set<QString> reviewing;
    for (const QString &around : areasAround(m_lookup, area.value)) {
        for (const Relation *relation : m_lookup.incoming(around, relation::reviews)) {
            if (isValidOn(*relation, m_asOf) && !state.responsible.contains(relation->source.value))
                reviewing.insert(relation->source.value);
        }
    }
    state.reviewing = QStringList(reviewing.begin(), reviewing.end());

    int longest = 0;
    for (const QString &id : state.responsible) {
        const Dialogue *dialogue = model().find<Dialogue>(id);
        longest = std::max(longest, dialogue->months.value_or(0));
    }
    state.cadenceStated = longest > 0;
    state.cadence = longest > 0 ? longest : m_measures.window;

    for (const QStringList &dialogues : {state.responsible, state.reviewing}) {
        for (const QString &dialogue : dialogues) {
            for (const Round &round : m_rounds.of(dialogue)) {
                if (!round.hasReadout)
                    state.missingReadouts.append(round.meeting->id.value);
            }
        }
    }
}

Rules::Accepted Rules::setCells(const Clause &clause, ClauseState &state) const
{
    Accepted accepted;
    std::map<QString, Cell> cells;
    for (const Relation *relation : m_lookup.incoming(clause.id.value)) {
        if (relation->type != relation::raises)
            continue;
        const Round *round = m_rounds.find(relation->source.value);
        for (const Evidence *evidence : m_lookup.evidence(relation->id.value)) {
            if (evidence->level == CoverageLevel::None || !model().find<Passage>(evidence->origin.value))
                continue;
            if (!round) {
                if (!state.notCounted.contains(relation->source.value))
                    state.notCounted.append(relation->source.value);
                continue;
            }
            Cell &cell = cells[relation->source.value];
            cell.level = std::max(cell.level, evidence->level);
            cell.evidence.append(evidence->id.value);
            accepted.take(*round, evidence->level);
        }
        if (round)
            state.knowledge = std::max(state.knowledge, m_lookup.knowledge(relation->id.value));
    }
    if (const auto waiting = m_waiting.constFind(clause.id.value); waiting != m_waiting.constEnd()) {
        for (const auto &[meeting, count] : *waiting) {
            if (m_rounds.find(meeting))
                cells[meeting].waiting = count;
        }
    }
    state.notCounted.sort();
    for (auto &[meeting, cell] : cells) {
        cell.meeting = meeting;
        cell.evidence.sort();
        cell.readoutMissing = state.missingReadouts.contains(meeting);
        state.cells.push_back(std::move(cell));
    }
    std::ranges::stable_sort(state.cells, {}, [&](const Cell &cell) { return m_rounds.find(cell.meeting)->first; });
    return accepted;
}

void Rules::setJudgement(const Clause &clause, ClauseState &state) const
{
    const auto judgements = m_judgements.constFind(clause.id.value);
    if (judgements == m_judgements.constEnd())
        return;
    // The latest; of two on one day the one with the later key, so that the answer does not depend on the order.
    state.judgement = **std::ranges::max_element(
        *judgements, {}, [](const Judgement *judgement) { return std::pair(judgement->date, judgement->id.value); });
}

std::pair<int, ProgressState> Rules::apply(const Clause &clause, const ClauseState &state, const Accepted &accepted) const
{
    if (!clause.commitment.isEmpty() && clause.commitment.first().trimmed().compare("declaratory"_L1, Qt::CaseInsensitive) == 0)
        return {2, ProgressState::NotApplicable};
    if (clause.gap)
        return {3, ProgressState::CannotTell};
    if (accepted.highest == CoverageLevel::Delivered)
        return {4, ProgressState::Delivered};
    if (accepted.meetings.isEmpty())
        return applyToNone(state);
    if (m_asOf.isValid() && state.aliveUntil < m_asOf)
        return applyToOld(state, accepted);
    return {5, accepted.highest == CoverageLevel::FollowUpAgreed ? ProgressState::FollowUpAgreed : ProgressState::Raised};
}

std::pair<int, ProgressState> Rules::applyToOld(const ClauseState &state, const Accepted &accepted) const
{
    const auto mayHide = [&](const Round &round) {
        return !round.hasReadout && round.last > accepted.lastAtLeast && !accepted.meetings.contains(round.meeting->id.value);
    };
    const auto mayHideSome = [&](const QString &dialogue) { return std::ranges::any_of(m_rounds.of(dialogue), mayHide); };
    const bool cannotTell = std::ranges::any_of(state.responsible, mayHideSome);
    return {6, cannotTell ? ProgressState::CannotTell : ProgressState::Dormant};
}

std::pair<int, ProgressState> Rules::applyToNone(const ClauseState &state) const
{
    if (!state.missingReadouts.isEmpty())
        return {7, ProgressState::CannotTell};
    if (std::ranges::any_of(state.responsible, [&](const QString &dialogue) { return !m_rounds.of(dialogue).empty(); }))
        return {7, ProgressState::MechanismOnly};
    return {8, ProgressState::NotRaised};
}

ClauseState Rules::stateOf(const Clause &clause) const
{
    ClauseState state;
    state.clause = clause.id.value;
    state.label = clause.label;
    setDialogues(clause, state);
    const Accepted accepted = setCells(clause, state);
    if (accepted.last.isValid())
        state.aliveUntil = accepted.last.addMonths(state.cadence);
    std::tie(state.computedRule, state.computed) = apply(clause, state, accepted);
    setJudgement(clause, state);
    // That a table met and its read-outs are silent is known from the read-outs.
    if (state.computed == ProgressState::MechanismOnly)
        state.knowledge = Knowledge::Documented;
    state.lastTouched = accepted.lastAs;
    if (state.computed == ProgressState::CannotTell || state.progress() == ProgressState::CannotTell) {
        state.lastTouched = PartialDate();
        state.lastTouchedKnown = false;
    }
    return state;
}

} // namespace

namespace {

Coverage emptyCoverage(const Lookup &lookup, const Id<Instrument> &instrument, const QDate &asOf)
{
    const Instrument *row = lookup.model().find(instrument);
    Coverage coverage;
    coverage.instrument = instrument.value;
    coverage.asOf = asOf;
    coverage.adopted = row ? row->adopted : PartialDate();
    return coverage;
}

void add(ClauseState state, Coverage &coverage)
{
    ++coverage.counts[static_cast<std::size_t>(state.progress())];
    coverage.clauses.push_back(std::move(state));
}

} // namespace

QStringList areasAround(const Lookup &lookup, const QString &area)
{
    QStringList areas;
    QStringList open{area};
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        if (next.isEmpty() || areas.contains(next))
            continue;
        areas.append(next);
        if (const Area *row = lookup.model().find<Area>(next))
            open.append(row->parent.value);
        for (const Relation *relation : lookup.outgoing(next, relation::partOf))
            open.append(relation->target.value);
    }
    return areas;
}

Coverage coverageOf(const Lookup &lookup, const Id<Instrument> &instrument, const QDate &asOf, const Progress &progress)
{
    Coverage coverage = emptyCoverage(lookup, instrument, asOf);
    const CountedRounds rounds(lookup, coverage.adopted, asOf);
    const Rules rules(lookup, rounds, asOf);

    const auto clauses = lookup.clauses(instrument);
    coverage.clauses.reserve(clauses.size());
    for (const Clause *clause : clauses) {
        if (progress.isCancelled())
            return coverage;
        add(rules.stateOf(*clause), coverage);
        if (coverage.clauses.size() % 256 == 0)
            progress.report(int(coverage.clauses.size()), int(clauses.size()));
    }
    addColumns(lookup, rounds, coverage);
    return coverage;
}

Coverage coverageAfter(const Coverage &before, const Lookup &lookup, const ChangeSet &changes)
{
    const Id<Instrument> instrument(before.instrument);
    const auto affected = affectedClauses(before, lookup, changes);
    const auto clauses = lookup.clauses(instrument);
    if (!affected || clauses.size() != before.clauses.size())
        return coverageOf(lookup, instrument, before.asOf);
    Coverage coverage = emptyCoverage(lookup, instrument, before.asOf);
    const CountedRounds rounds(lookup, coverage.adopted, coverage.asOf);
    const Rules rules(lookup, rounds, coverage.asOf);
    coverage.clauses.reserve(clauses.size());
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        if (affected->contains(clauses[i]->id.value))
            add(rules.stateOf(*clauses[i]), coverage);
        else
            add(before.clauses[i], coverage);
    }
    addColumns(lookup, rounds, coverage);
    return coverage;
}

} // namespace entente::coverage
