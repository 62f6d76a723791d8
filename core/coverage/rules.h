#pragma once

#include "core/base/vocabulary.h"
#include "core/model/model.h"

#include <span>

namespace entente::coverage {

/// What the rules of coverage, of the clocks and of the worklist measure with. The values here are the ones that the program ships with; a map
/// may have its own as properties.
struct CoverageRules
{
    int window = 24;        ///< Months that a passage keeps a clause alive where no responsible dialogue states a rhythm.
    int rhythm = 24;        ///< Months that gaps are measured against where a dialogue states no rhythm.
    int gapFactor = 2;      ///< Two rounds so many times the rhythm apart have a gap between them.
    int dueSoon = 60;       ///< Days before a commitment is due on which the worklist begins to remind of it.
    int fewestRounds = 2;   ///< With a record of who came, before “present at every round” means anything.
    int fewestSources = 2;  ///< Official sources of a dialogue, before there is a second side to miss.
    int mostOrdinals = 1000; ///< Missing numbers of rounds that are listed: a slip of the keyboard must not fill the memory.

    bool operator==(const CoverageRules &) const = default;
};

/// One measure with the property of a map that sets it, its limits, and what it is in words.
struct CoverageMeasure
{
    const char *property; ///< `coverage-window-months`
    int CoverageRules::*value;
    int least;
    int most;
    const char *words;
};
std::span<const CoverageMeasure> coverageMeasures();

/// The shipped measures with those that the map sets itself. What is no number within its limits counts for nothing.
CoverageRules rulesOf(const Model &model);

/// What is wrong with the property that would set a measure; empty where the map sets none, or one that can be read.
QString unreadableRule(const Model &model, const CoverageMeasure &measure);

/// Whether a property of this key sets a measure.
bool isMeasure(const QString &property);

} // namespace entente::coverage
