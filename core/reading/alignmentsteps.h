#pragma once

#include "core/reading/alignment.h"
#include "core/reading/unitterms.h"

#include <vector>

/// What the steps of an alignment share: two texts with what is known of their units, and the pairs so far. Inside the reading only.
namespace entente::reading::alignment {

constexpr int None = -1;
constexpr int FewWords = 5; ///< Below it a text alone says little.
constexpr std::size_t MostVisits = 1500; ///< Of an index of words, for one unit.

template<typename T>
decltype(auto) at(T &&list, int i)
{
    return std::forward<T>(list)[std::size_t(i)];
}

struct Side
{
    const std::vector<AlignmentUnit> &units;
    std::vector<QString> plain;   ///< As `comparableText` gives it.
    std::vector<QString> heading; ///< The same.
    std::vector<int> parent;
    std::vector<UnitTerms> terms;
    std::vector<int> partner;
    std::vector<bool> exact; ///< Matched by the same words.

    explicit Side(const std::vector<AlignmentUnit> &list);
    int size() const { return int(units.size()); }
    const AlignmentUnit &operator[](int i) const { return units[std::size_t(i)]; }
};

struct Matches
{
    Side before;
    Side after;
    std::vector<bool> certain; ///< Of the old units, as the next.
    std::vector<double> likeness;

    Matches(const std::vector<AlignmentUnit> &oldUnits, const std::vector<AlignmentUnit> &newUnits);
    void match(int oldUnit, int newUnit, double like, bool isCertain, bool isExact);
};

/// Pairs what reads the same, where that is unmistakable.
void findAnchors(Matches &matches);
/// Pairs units with few words of their own by what stands below them.
void adoptByChildren(Matches &matches);

/// Ones that became several (`pieces`: new units by the old one), and several that became one (`wholes`: old units by the new one).
struct Beads
{
    std::vector<std::vector<int>> pieces;
    std::vector<std::vector<int>> wholes;
};
/// How much of a piece must stand in the whole, and how much of the whole all pieces together must give.
struct BeadLimits
{
    double piece = 0.55;
    double whole = 0.6;
};
Beads findBeads(Matches matches, const UnitVocabulary &vocabulary, const BeadLimits &limits);
/// Takes the parts out of the search for partners.
void settle(Matches &matches, const Beads &beads);

} // namespace entente::reading::alignment
