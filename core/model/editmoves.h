#pragma once

#include "core/model/edits.h"

/// What an edition left behind: suggestions of the kind `move`. Their source is what is attached to a clause of the old edition (or that clause
/// itself, for what people wrote of it: area, summary, promises, notes), their target the clause that it may follow to.
namespace entente::model::edits {

/// Accepts suggestions of which some are moves; the others as `acceptSuggestions` does. A move without a target is
/// refused; among several it goes on waiting.
Result<ChangeSet> acceptMoves(const Model &model, const QStringList &ids);

/// What a move is about: the clause that it leaves, and which field of its source names that clause (empty: the clause's own remarks).
struct MoveSubject
{
    QString clause;
    QString field;
};
MoveSubject moveSubject(const Suggestion &suggestion);
QString moveProposal(const MoveSubject &subject);

} // namespace entente::model::edits
