#pragma once

#include "ui/lensscope.h"
#include "ui/timeline/content.h"

/// The parts of a timeline's content.
namespace entente::ui {

/// A round as it stands on a lane; its ordinal only where the lane is its series.
TimelineRound timelineRound(const Meeting &meeting, bool withOrdinal);

/// Lanes of areas, institutions or sides: the rounds of the dialogues in scope that have to do with each.
void addOtherLanes(TimelineContent &content, const Lookup &lookup, const LensScope &scope);
/// Commitments on the lanes that they belong to, on the day on which they fall due.
void addCommitments(TimelineContent &content, const Lookup &lookup);
/// The chosen instrument, those on which the dialogues in scope rest, and those with a short name that both sides agreed.
void addFlags(TimelineContent &content, const Lookup &lookup, const QString &chosen, const LensScope &scope);

/// The first and the last round of a lane; null where it has commitments only.
const TimelineRound *firstRound(const TimelineLane &lane);
const TimelineRound *lastRound(const TimelineLane &lane);

} // namespace entente::ui
