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
Result<void> attachInstrument(Attachment &attachment, const Progress &progress);

/// The units of a text as clauses with the keys `prefix/label`, in order; of units with the same label the first.
std::vector<Clause> clausesOf(const ReadDocument &read, const Id<Instrument> &instrument, const Id<Edition> &edition, const QString &prefix);

/// Gives an instrument that has a text another one. It becomes the current edition unless it is dated before, or in another language: clauses
/// are aligned, the old ones take the long keys of their edition and the new ones the short keys, what is attached moves where that is certain
/// and waits as a suggestion of the kind `move` where it is not. All in one edit; nothing is dropped.
void attachEdition(Attachment &attachment, const Instrument &instrument, const Edition &edition, const Progress &progress);

/// Finds the meeting (the one asked for, else by dialogue with number or date), or proposes it, and proposes links from its paragraphs.
Result<void> attachReadout(Attachment &attachment, Progress &progress);

} // namespace entente::reading
