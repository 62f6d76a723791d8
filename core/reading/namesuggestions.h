#pragma once

#include "core/model/lookup.h"
#include "core/reading/names.h"

/// The names of a text that a person has to decide on: nearly known ones, and unknown ones.
namespace entente::reading {

/// What was found, and the suggestions for it. A name has one suggestion in a map, whichever text it comes from, so that a decision holds
/// for all.
struct NameProposals
{
    ChangeSet changes;
    std::vector<std::pair<QString, QString>> unknown; ///< Name, label of the block. Ignored names are left out.
};

/// Proposes names for the units and prose of a text. `heads` adds what the reader of read-outs found. Empty when cancelled.
NameProposals proposeNames(const Lookup &lookup, const std::vector<Block> &blocks, const std::vector<Head> &heads, const std::vector<KnownName> &names,
                           const Id<model::Document> &document, Progress &progress);

/// The key of the suggestion for a name: the same in every text.
QString nameSuggestionKey(const QString &text);

/// "Not to be confused with …" for a record, in words; empty if nothing is.
QString confusionWarning(const Lookup &lookup, const QString &record);

/// Fills the warnings of recognised names and says them once each.
QStringList warnOfConfusion(const Lookup &lookup, std::vector<Recognised> &recognised);

} // namespace entente::reading
