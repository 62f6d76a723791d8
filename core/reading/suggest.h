#pragma once

#include "core/reading/names.h"

namespace entente::reading {

/// A clause as the map knows it. `text` may be empty: then the summary in the map's own words has to do.
struct ClauseText
{
    QString id;
    QString label;
    QString heading;
    QString summary;
    QString text;
    QStringList named; ///< Records that it names.
    QString area;
    QStringList areaTerms;
    bool declaratory = false;
};

/// A link proposed from a paragraph, for a person to accept or reject.
struct Proposal
{
    QString label; ///< Of the paragraph.
    QString quote;
    int offset = 0;   ///< Of the quote in the paragraph's text.
    QString relation; ///< `raises` for a clause, `mentions` for an institution, instrument or area.
    QString target;
    QString level;    ///< For a clause: mentioned, discussed, follow-up agreed, delivered. Else empty.
    double score = 0; ///< 0 to 1.
    QString reason;   ///< In words.

    bool operator==(const Proposal &) const = default;
};

/// The score from which a clause is proposed unless the map says otherwise.
inline constexpr double DefaultThreshold = 0.26;

struct SuggestOptions
{
    double threshold = DefaultThreshold;
    QString dialogue;            ///< The dialogue of the meeting that the text tells of.
    QStringList dialogueClauses; ///< The clauses that name it; those with `dialogue` among their named records count as well.
    PartialDate heldOn;          ///< Else the date that the text gives.
};

/// What the paragraphs of a document bear upon. Deterministic and offline; nothing is linked by it.
std::vector<Proposal> suggest(const ReadDocument &document, const std::vector<KnownName> &names, const std::vector<ClauseText> &clauses,
                              const SuggestOptions &options, Progress &progress);

} // namespace entente::reading
