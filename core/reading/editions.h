#pragma once

#include "core/model/lookup.h"
#include "core/reading/alignment.h"

/// The editions of an instrument's text, and how they compare.
namespace entente::reading {

/// The documents that hold the texts of an instrument, the current edition first, then by date, the latest first.
std::vector<const model::Document *> textsOf(const Lookup &lookup, const Id<Instrument> &instrument);

/// The units of a document, as the alignment takes them; headings come from its clauses.
std::vector<AlignmentUnit> unitsOf(const Lookup &lookup, const Id<model::Document> &document);

/// What became of each unit of one document in another: for a view side by side. The import of an edition uses the same.
std::vector<Aligned> compareTexts(const Lookup &lookup, const Id<model::Document> &before, const Id<model::Document> &after,
                                  const Progress &progress = {});

} // namespace entente::reading
