#pragma once

#include "core/base/progress.h"

#include <QString>
#include <QStringList>

#include <vector>

/// What became of each unit of a text in its next edition. Pure: two lists in, one list out.
namespace entente::reading {

/// A unit of a text, in the order of the text.
struct AlignmentUnit
{
    QString label;
    QString parent; ///< The label of the unit above; empty at the top.
    QString heading;
    QString text; ///< Its own words, without its number and those of its sub-units.
};

/// What became of a unit: only spaces, case and typography may differ where it is the same or renumbered.
enum class Verdict { Same, Renumbered, Reworded, Split, Merged, New, Gone };

/// `same`, `renumbered` … as the command line prints them.
QString verdictWord(Verdict verdict);

struct Aligned
{
    QString from;   ///< The label in the old text; empty for what is new.
    QStringList to; ///< The labels in the new text, in its order; empty for what is gone.
    Verdict verdict = Verdict::Same;
    double likeness = 0;  ///< Of the words: 0 nothing in common, 1 the same.
    bool certain = false; ///< What is attached may move along by itself.
    QString closest;      ///< The unit of the new text that comes nearest, also for what is gone, if any does.

    bool operator==(const Aligned &) const = default;
};

/// One entry for each unit of the old text in its order (merged ones have the same `to`), then one for each new one. Cancelled: what is known
/// by then, the rest gone and new, nothing certain.
std::vector<Aligned> align(const std::vector<AlignmentUnit> &before, const std::vector<AlignmentUnit> &after, const base::Progress &progress = {});

} // namespace entente::reading
