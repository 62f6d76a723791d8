#pragma once

#include "core/reading/document.h"

namespace entente::reading {

/// Whether the text is an instrument or tells of a meeting: a read-out says in the past tense that something was held and what was
/// discussed there; an instrument says what its parties will do.
Kind recogniseKind(const std::vector<Block> &blocks, bool hasCover);

/// Whether a short text says that a named meeting will be held, was put off or called off. It is no read-out: nothing is told of talks.
bool announcesMeeting(const std::vector<Block> &blocks, bool hasCover);

/// The meeting that a read-out tells of, or an announcement. Nothing, if no sentence says that one was held.
std::optional<ReadMeeting> readMeeting(const std::vector<Block> &blocks, const PartialDate &hint);

/// Reads the steps and the next round again, for a meeting whose date is known by now: it tells what lies ahead.
void readFollowUps(const std::vector<Block> &blocks, ReadMeeting &meeting);

} // namespace entente::reading
