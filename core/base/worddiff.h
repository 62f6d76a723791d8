#pragma once

#include <QString>

#include <vector>

namespace entente::base {

/// A stretch of two texts: in both, only in the old one, or only in the new one. A run that one text lacks has length 0 there and stands
/// where it would stand. Offsets and lengths are in UTF-16 units.
struct WordRun
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    qsizetype oldOffset = 0;
    qsizetype oldLength = 0;
    qsizetype newOffset = 0;
    qsizetype newLength = 0;

    bool operator==(const WordRun &) const = default;
};

/// What changed between two texts, word by word, in the order of the text; a removed run stands before the added one that replaces it. The
/// runs cover both texts without holes: their old parts joined are the old text, their new parts the new one. White space never counts as a
/// change. Korean words that share their beginning or end are parted by syllables, so that only the changed ending shows. After E. W. Myers,
/// "An O(ND) difference algorithm and its variations", Algorithmica 1 (1986), bounded: two texts with next to nothing in common are one
/// removal and one addition.
std::vector<WordRun> wordDifference(const QString &oldText, const QString &newText);

/// Where a stretch of the old text stands in the new one.
struct Stretch
{
    qsizetype offset = 0;
    qsizetype length = 0;

    bool operator==(const Stretch &) const = default;
};

/// Takes a stretch along through a difference. Words inside it that were replaced give way to those that replace them; of a stretch that is
/// gone altogether, length 0 at its place is left.
Stretch movedStretch(const std::vector<WordRun> &difference, const Stretch &stretch);

} // namespace entente::base
