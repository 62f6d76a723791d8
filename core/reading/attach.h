#pragma once

#include "core/reading/importing.h"

/// Where a text that was read belongs in the map: an instrument's clauses, or a meeting's read-out with its suggestions.
namespace entente::reading {

/// What both ways of attaching need. `document` and `report` are completed.
struct Attachment
{
    const Lookup &lookup;
    const ReadDocument &read;
    const std::vector<KnownName> &names;
    const ImportOptions &options;
    model::Document &document;
    ImportReport &report;
};

/// Finds the instrument (the one asked for, else by reference and title, else a new one) and gives its clauses their texts.
Result<void> attachInstrument(Attachment &attachment);

/// Finds the meeting (the one asked for, else by dialogue with number or date), or proposes it, and proposes links from its paragraphs.
Result<void> attachReadout(Attachment &attachment, Progress &progress);

} // namespace entente::reading
