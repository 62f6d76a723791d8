#include "core/reading/alignmentsteps.h"

#include <QHash>

#include <algorithm>

namespace entente::reading::alignment {

namespace {

constexpr double PieceGain = 0.06;  ///< What a piece must add to it.

} // namespace

Beads findBeads(Matches m, const UnitVocabulary &vocabulary, const BeadLimits &limits)
{
    Beads beads{std::vector<std::vector<int>>(m.before.units.size()), std::vector<std::vector<int>>(m.after.units.size())};
    const auto pieces = [&](Side &small, const Side &large, std::vector<std::vector<int>> &found) {
        std::vector<std::vector<int>> index(std::size_t(vocabulary.size()));
        for (int i = 0; i < large.size(); ++i) {
            if (at(large.exact, i))
                continue;
            for (const UnitTerms::Term &term : at(large.terms, i).list)
                at(index, term.term).push_back(i);
        }
        std::vector<std::vector<std::pair<double, int>>> proposed(large.units.size());
        for (int k = 0; k < small.size(); ++k) {
            const UnitTerms &terms = at(small.terms, k);
            if (at(small.partner, k) != None || terms.words < 3)
                continue;
            QHash<int, double> shared;
            std::size_t visits = 0;
            std::vector<UnitTerms::Term> rare = terms.list;
            std::ranges::sort(rare, {}, [&](const UnitTerms::Term &term) { return std::pair(at(index, term.term).size(), term.term); });
            for (const UnitTerms::Term &term : rare) {
                if ((visits += at(index, term.term).size()) > MostVisits)
                    break;
                for (const int i : at(index, term.term))
                    shared[i] += vocabulary.weightOf(term.term);
            }
            int best = None;
            double share = 0;
            for (auto entry = shared.constBegin(); entry != shared.constEnd(); ++entry) {
                const double here = vocabulary.shared(terms, at(large.terms, entry.key())) / terms.weight;
                if (here > share || (here == share && entry.key() < best)) {
                    share = here;
                    best = entry.key();
                }
            }
            if (best != None && share >= limits.piece)
                at(proposed, best).emplace_back(-share, k);
        }
        for (int i = 0; i < large.size(); ++i) {
            auto &list = at(proposed, i);
            if (list.empty())
                continue;
            std::ranges::sort(list);
            std::vector<const UnitTerms *> parts;
            const int partner = at(large.partner, i);
            double likeness = 0;
            if (partner != None) {
                parts.push_back(&at(small.terms, partner));
                likeness = vocabulary.likeness(*parts.back(), at(large.terms, i));
            }
            std::vector<int> taken;
            for (const auto &[share, k] : list) {
                parts.push_back(&at(small.terms, k));
                const double together = vocabulary.likeness(vocabulary.together(parts), at(large.terms, i));
                if (together >= likeness + PieceGain) {
                    likeness = together;
                    taken.push_back(k);
                } else {
                    parts.pop_back();
                }
            }
            if (parts.size() < 2 || likeness < limits.whole)
                continue;
            at(found, i) = taken;
            if (partner != None)
                at(found, i).push_back(partner);
            std::ranges::sort(at(found, i));
        }
    };
    pieces(m.after, m.before, beads.pieces);
    // What is a piece already takes no part in a merger.
    for (int i = 0; i < m.before.size(); ++i) {
        for (const int j : at(beads.pieces, i)) {
            if (at(m.after.partner, j) == None)
                at(m.after.partner, j) = i;
            at(m.after.exact, j) = true;
        }
        if (!at(beads.pieces, i).empty() && at(m.before.partner, i) == None)
            at(m.before.partner, i) = at(beads.pieces, i).front();
    }
    pieces(m.before, m.after, beads.wholes);
    return beads;
}

void settle(Matches &matches, const Beads &beads)
{
    const auto mark = [](Side &whole, Side &part, const std::vector<std::vector<int>> &list) {
        for (int i = 0; i < whole.size(); ++i) {
            for (const int j : at(list, i)) {
                at(whole.partner, i) = at(list, i).front();
                at(whole.exact, i) = true;
                at(part.partner, j) = i;
                at(part.exact, j) = true;
            }
        }
    };
    mark(matches.before, matches.after, beads.pieces);
    mark(matches.after, matches.before, beads.wholes);
}

} // namespace entente::reading::alignment
