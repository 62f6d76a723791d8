#pragma once

#include "core/model/lookup.h"

namespace entente::model {

/// A step of the ladder: levels that stand together in lists and lanes, from the summit down.
enum class Rung { Summit, Ministers, ViceMinisters, DirectorsGeneral, Directors, Working, Parliament, Track15, NoLevel };

Rung rungOf(Level level);

/// The dialogues in the order of ladder, timeline and matrix: by rung, then most rounds, then id.
std::vector<const Dialogue *> laneOrder(const Lookup &lookup);

/// The code of a dialogue, for heads of columns: `CYB`. The one it was given, else the first letters of its name.
QString codeOf(const Lookup &lookup, const QString &dialogue);
/// Its name without what the place says ("EU-ROK", what stands in brackets).
QString plainName(const Dialogue &dialogue);

} // namespace entente::model
