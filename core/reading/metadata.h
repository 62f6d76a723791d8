#pragma once

#include "core/reading/document.h"
#include "core/reading/lines.h"

namespace entente::reading {

/// What the cover, the furniture and the head of a document say about it. Reads the lines after furniture and cover are set aside; a text
/// without them gives what its head offers.
Metadata readMetadata(const std::vector<Line> &lines, const std::vector<Block> &blocks);

} // namespace entente::reading
