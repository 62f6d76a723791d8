#include "core/coverage/progress.h"
#include "core/coverage/rounds.h"
#include "core/model/relationtypes.h"

#include <QSet>

#include <algorithm>
#include <set>

// How the states become a matrix: which rounds are its columns, and what stands where they cross.
namespace entente::coverage {

namespace {

/// Steps of reporting up to the top; a circle ends where it began.
int reportingDepth(const Lookup &lookup, const QString &dialogue)
{
    QSet<QString> seen;
    QStringList level = {dialogue};
    int depth = 0;
    while (!level.isEmpty()) {
        QStringList superiors;
        for (const QString &id : level) {
            if (seen.contains(id))
                continue;
            seen.insert(id);
            for (const Relation *relation : lookup.outgoing(id, relation::reportsTo))
                superiors.append(relation->target.value);
        }
        level = superiors;
        ++depth;
    }
    return depth;
}

} // namespace

std::vector<QString> inLadderOrder(const Lookup &lookup, const std::set<QString> &dialogues)
{
    using Place = std::tuple<bool, Level, int, std::ptrdiff_t, QString>;
    std::vector<Place> places;
    for (const QString &id : dialogues) {
        const Dialogue *dialogue = lookup.model().find<Dialogue>(id);
        const Level level = dialogue ? dialogue->level : Level::None;
        places.emplace_back(level == Level::None, level, reportingDepth(lookup, id), -std::ssize(lookup.meetings(Id<Dialogue>(id))), id);
    }
    std::ranges::sort(places);
    std::vector<QString> order;
    for (const Place &place : places)
        order.push_back(std::get<QString>(place));
    return order;
}

void addColumns(const Lookup &lookup, const CountedRounds &rounds, Coverage &coverage)
{
    std::set<QString> shown;
    for (const ClauseState &state : coverage.clauses) {
        shown.insert(state.responsible.begin(), state.responsible.end());
        shown.insert(state.reviewing.begin(), state.reviewing.end());
        for (const Cell &cell : state.cells) {
            if (cell.level > CoverageLevel::None)
                shown.insert(rounds.find(cell.meeting)->meeting->dialogue.value);
        }
    }
    for (const QString &dialogue : inLadderOrder(lookup, shown)) {
        for (const Round &round : rounds.of(dialogue))
            coverage.columns.push_back({round.meeting->id.value, dialogue, !round.hasReadout});
        coverage.undated += int(std::ranges::count_if(lookup.meetings(Id<Dialogue>(dialogue)), [](const Meeting *meeting) {
            return meeting->status == MeetingStatus::Held && !meeting->start.isKnown();
        }));
    }

    std::vector<const Round *> others;
    for (auto one = rounds.byDialogue().cbegin(); one != rounds.byDialogue().cend(); ++one) {
        if (!shown.contains(one.key())) {
            for (const Round &round : *one)
                others.push_back(&round);
        }
    }
    std::ranges::sort(others, {}, [](const Round *round) { return std::pair(round->first, round->meeting->id.value); });
    for (const Round *round : others)
        coverage.folded.append(round->meeting->id.value);
}

Part ClauseState::part(const QString &dialogue) const
{
    if (responsible.contains(dialogue))
        return Part::Responsible;
    return reviewing.contains(dialogue) ? Part::Reviewing : Part::None;
}

int ClauseState::passages() const
{
    int count = 0;
    for (const Cell &cell : cells)
        count += int(cell.evidence.size());
    return count;
}

CoverageLevel ClauseState::highestLevel() const
{
    CoverageLevel highest = CoverageLevel::None;
    for (const Cell &cell : cells)
        highest = std::max(highest, cell.level);
    return highest;
}

const ClauseState *Coverage::find(const QString &clause) const
{
    const auto found = std::ranges::find(clauses, clause, &ClauseState::clause);
    return found == clauses.end() ? nullptr : &*found;
}

Cell Coverage::cell(const ClauseState &state, const Column &column) const
{
    const auto found = std::ranges::find(state.cells, column.meeting, &Cell::meeting);
    if (found != state.cells.end())
        return *found;
    Cell empty;
    empty.meeting = column.meeting;
    empty.readoutMissing = column.readoutMissing && state.part(column.dialogue) != Part::None;
    return empty;
}

} // namespace entente::coverage
