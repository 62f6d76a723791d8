#pragma once

#include "core/model/lookup.h"
#include "core/reading/suggest.h"

/// Links from the paragraphs of a read-out to the map, as suggestions that a person decides on.
namespace entente::reading {

/// The meeting that a text tells of, as far as anybody knows.
struct LinkPlace
{
    Id<model::Document> document;
    Id<Dialogue> dialogue;     ///< Empty where the map does not have it yet.
    Id<Meeting> meeting;       ///< In the map; empty while it is only proposed.
    QString proposedMeeting;   ///< The key that it would get.
    PartialDate heldOn;
    QSet<QString> institutions; ///< Those at the table.
};

/// Proposes links to clauses, areas, institutions and instruments, and promises that the text says were kept. What was decided before keeps
/// its decision. Empty when cancelled.
ChangeSet proposeLinks(const Lookup &lookup, const ReadDocument &read, const std::vector<KnownName> &names, const LinkPlace &place,
                       Progress &progress);

/// The score from which this map proposes a clause: what the user set, else `DefaultThreshold`.
double suggestionThreshold(const Model &model);

/// Proposes the links and names of an imported text anew, at another threshold if one is given, which the map then keeps. Open suggestions
/// are replaced; accepted and rejected ones stay as they are. Refuses unknown documents and thresholds outside 0 to 1.
Result<ChangeSet> suggestAgain(const Model &model, const QString &document, std::optional<double> threshold, Progress &progress);

/// The clauses of all current editions, with what a text can be compared with.
std::vector<ClauseText> clauseTexts(const Lookup &lookup);

} // namespace entente::reading
