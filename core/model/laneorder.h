#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"

namespace entente::model {

/// A step of the ladder: levels that stand together in lists and lanes, from the summit down.
enum class Rung { Summit, Ministers, ViceMinisters, DirectorsGeneral, Directors, Working, Parliament, Track15, NoLevel };

Rung rungOf(Level level);

/// The dialogues in the order of ladder, timeline and matrix: by rung, then most rounds, then id.
std::vector<const Dialogue *> laneOrder(const Lookup &lookup);

/// Whether a dialogue is in force on a day: begun, not ended, in its own words not ended.
bool isInForce(const Dialogue &dialogue, const QDate &day);

/// The dialogues that a lens shows, in lane order. First view: those that the clauses of the chosen instrument name and those that these
/// report to; and those from summit to working level with two rounds in the last five years at which both sides are recorded.
std::vector<const Dialogue *> dialoguesInScope(const Lookup &lookup, const Lens &lens);

} // namespace entente::model
