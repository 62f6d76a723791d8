#pragma once

#include "core/model/model.h"

namespace entente::exchange {

/// A copy of the map with only what is at or below a marking.
///
/// What goes: texts marked higher, with their paragraphs, passages, proposals and editions; the words of clauses that stand in such an edition,
/// and clauses about which nobody here wrote anything of their own; every record whose evidence comes from such texts alone; commitments made
/// in them; waivers that name what went. What belongs to something that goes, goes with it; what only refers to it, forgets it. A commitment
/// whose proof goes is one of which nobody can tell.
/// Meetings that are the subject of a text that goes stay if anything else tells of them.
model::Model lowerCopy(const model::Model &model, const QString &highest);

} // namespace entente::exchange
