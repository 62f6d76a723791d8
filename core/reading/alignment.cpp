#include "core/reading/alignment.h"

#include "core/reading/alignmentsteps.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>

/// How the units of two editions find each other.
///
/// 1. *Anchors.* Texts that stand once in either edition and are the same belong together, whatever their numbers (P. Heckel, "A technique
///    for isolating differences between files", Communications of the ACM 21, 1978); then texts that are the same only together with their
///    heading, their parent, or next to an anchor. Moved units are found as well as renumbered ones.
///    Texts that were put together or taken apart word for word (step 3, strictly) come next.
/// 2. *Likeness.* What is left is compared by its weighed words. An inverted index gives each unit its few likely partners; the likest pair
///    goes first. Heading, parent, neighbours and number speak for a pair, but words decide.
/// 3. *Beads.* A unit that is left over and whose words stand in a unit of the other text that already has a partner makes one of two or two
///    of one (the beads 1–1, 1–2 and 2–1 of W. Gale, K. Church, "A program for aligning sentences in bilingual corpora", Computational
///    Linguistics 19, 1993), if all parts together are clearly liker than one alone.
///
/// A pair is certain when its words leave no doubt and no other partner comes near. Terms are visited by their rarity and with a limit, so
/// that the work grows with n log n.
namespace entente::reading {

using namespace Qt::StringLiterals;

using namespace alignment;

namespace {

constexpr double LeastLike = 0.42;    ///< Below it two texts are two.
constexpr double LeastWithPlace = 0.25; ///< … unless they stand in the same place.
constexpr int ManyWords = 10;
constexpr double ClearlyLike = 0.75;
constexpr double ClearlyLikeShort = 0.8; ///< Of fewer than many words.
constexpr double LikeInPlace = 0.5; ///< Certain between the same neighbours under the same parent.
constexpr double LeastLead = 0.1;   ///< Of the best partner before the next.
constexpr std::size_t RareTerms = 24;
constexpr std::size_t MostPartners = 6;
constexpr int Window = 3; ///< How far neighbours reach, in units.

struct Pair
{
    int before = 0;
    int after = 0;
    double likeness = 0;
    double score = 0;
};

class Alignment
{
public:
    Alignment(const std::vector<AlignmentUnit> &before, const std::vector<AlignmentUnit> &after, const base::Progress &progress)
        : m_matches(before, after)
        , m_old(m_matches.before)
        , m_new(m_matches.after)
        , m_progress(progress)
        , m_closest(before.size(), None)
        , m_closestLikeness(before.size(), 0)
        , m_beads{std::vector<std::vector<int>>(before.size()), std::vector<std::vector<int>>(after.size())}
    {}

    std::vector<Aligned> run();

private:
    void matchTheLikest(double least);
    std::vector<Pair> candidates() const;
    void addLikely(const std::vector<std::vector<int>> &index, int unit, std::vector<int> &found) const;
    double context(int before, int after) const;
    bool samePlace(int before, int after) const;
    double likenessOf(int before, int after) const;
    void takeBeads(const Beads &beads);
    std::vector<Aligned> result() const;

    Matches m_matches;
    Side &m_old;
    Side &m_new;
    const base::Progress &m_progress;
    UnitVocabulary m_vocabulary;
    std::vector<int> m_closest;
    std::vector<double> m_closestLikeness;
    Beads m_beads;
};

/// What units with next to no words of their own go by is their heading.
double Alignment::likenessOf(int before, int after) const
{
    if (at(m_old.plain, before) == at(m_new.plain, after)) {
        if (!at(m_old.plain, before).isEmpty())
            return 1;
        const bool named = !at(m_old.heading, before).isEmpty() && at(m_old.heading, before) == at(m_new.heading, after);
        return named ? 1 : 0.5;
    }
    return std::min(0.99, m_vocabulary.likeness(at(m_old.terms, before), at(m_new.terms, after)));
}

/// Between partners, under partners.
bool Alignment::samePlace(int before, int after) const
{
    const int parent = at(m_old.parent, before);
    const int newParent = at(m_new.parent, after);
    if (parent == None ? newParent != None : (newParent == None || at(m_old.partner, parent) != newParent))
        return false;
    const bool previous = before == 0 ? after == 0 : after > 0 && at(m_old.partner, before - 1) == after - 1;
    const bool next = before + 1 == m_old.size() ? after + 1 == m_new.size()
                                                 : after + 1 < m_new.size() && at(m_old.partner, before + 1) == after + 1;
    return previous && next;
}

/// What speaks for a pair beside its words, 0 to 0.2.
double Alignment::context(int before, int after) const
{
    double sum = 0;
    const int parent = at(m_old.parent, before);
    const int newParent = at(m_new.parent, after);
    if (parent == None && newParent == None)
        sum += 0.02;
    else if (parent != None && newParent != None && at(m_old.partner, parent) == newParent)
        sum += 0.06;
    if (!at(m_old.heading, before).isEmpty() && at(m_old.heading, before) == at(m_new.heading, after))
        sum += 0.04;
    if (before > 0 && after > 0 ? at(m_old.partner, before - 1) == after - 1 : before == after)
        sum += 0.03;
    const bool last = before + 1 == m_old.size();
    if (last || after + 1 == m_new.size() ? last && after + 1 == m_new.size() : at(m_old.partner, before + 1) == after + 1)
        sum += 0.03;
    if (m_old[before].label == m_new[after].label)
        sum += 0.02;
    return sum;
}

/// Units of the other side that share rare words with this one.
void Alignment::addLikely(const std::vector<std::vector<int>> &index, int unit, std::vector<int> &found) const
{
    const UnitTerms &terms = at(m_old.terms, unit);
    std::vector<int> order;
    for (const UnitTerms::Term &term : terms.list) {
        if (!at(index, term.term).empty())
            order.push_back(term.term);
    }
    const std::size_t rare = std::min(order.size(), RareTerms);
    std::ranges::partial_sort(order, order.begin() + std::ptrdiff_t(rare), {}, [&](int term) { return std::pair(at(index, term).size(), term); });
    QHash<int, double> weights;
    std::size_t visits = 0;
    for (std::size_t n = 0; n < rare && visits < MostVisits; ++n) {
        for (const int other : at(index, order[n])) {
            weights[other] += m_vocabulary.weightOf(order[n]);
            if (++visits >= MostVisits)
                break;
        }
    }
    std::vector<std::pair<double, int>> ranked;
    for (auto entry = weights.constBegin(); entry != weights.constEnd(); ++entry)
        ranked.emplace_back(-*entry, entry.key());
    std::ranges::sort(ranked);
    for (std::size_t n = 0; n < std::min(ranked.size(), MostPartners); ++n)
        found.push_back(ranked[n].second);
}

std::vector<Pair> Alignment::candidates() const
{
    std::vector<std::vector<int>> index(std::size_t(m_vocabulary.size()));
    std::map<QString, std::vector<int>> sameText;
    QHash<QString, int> labels;
    for (int j = 0; j < m_new.size(); ++j) {
        labels.insert(m_new[j].label, j);
        if (at(m_new.partner, j) != None)
            continue;
        for (const UnitTerms::Term &term : at(m_new.terms, j).list)
            at(index, term.term).push_back(j);
        sameText[at(m_new.plain, j)].push_back(j);
    }
    std::map<QString, std::vector<int>> sameOldText;
    for (int i = 0; i < m_old.size(); ++i) {
        if (at(m_old.partner, i) == None && sameText.contains(at(m_old.plain, i)))
            sameOldText[at(m_old.plain, i)].push_back(i);
    }

    std::vector<Pair> pairs;
    for (int i = 0; i < m_old.size() && !m_progress.isCancelled(); ++i) {
        if (at(m_old.partner, i) != None)
            continue;
        std::vector<int> found;
        addLikely(index, i, found);
        int inOrder = None;
        if (const auto same = sameText.find(at(m_old.plain, i)); same != sameText.end()) {
            // Of texts that stand several times, those near in their own order.
            const auto &others = same->second;
            const auto &own = sameOldText[same->first];
            const auto rank = std::ranges::lower_bound(own, i) - own.begin();
            if (own.size() == others.size())
                inOrder = others[std::size_t(rank)];
            const auto from = std::clamp<std::ptrdiff_t>(rank - 4, 0, std::ssize(others));
            const auto to = std::clamp<std::ptrdiff_t>(rank + 5, from, std::ssize(others));
            found.insert(found.end(), others.begin() + from, others.begin() + to);
        }
        // The neighbours of what its neighbours became.
        for (int step = 1; step <= Window; ++step) {
            for (const int neighbour : {i - step, i + step}) {
                if (neighbour < 0 || neighbour >= m_old.size() || at(m_old.partner, neighbour) == None)
                    continue;
                const int place = at(m_old.partner, neighbour) + i - neighbour;
                for (int j = place - 1; j <= place + 1; ++j)
                    found.push_back(j);
            }
        }
        found.push_back(labels.value(m_old[i].label, None));
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        for (const int j : found) {
            if (j < 0 || j >= m_new.size() || at(m_new.partner, j) != None)
                continue;
            const double likeness = likenessOf(i, j);
            pairs.push_back({i, j, likeness, likeness + context(i, j) + (j == inOrder ? 0.1 : 0)});
        }
    }
    return pairs;
}

void Alignment::matchTheLikest(double least)
{
    std::vector<Pair> pairs = candidates();
    std::ranges::sort(pairs, [](const Pair &a, const Pair &b) {
        return std::tuple(-a.score, std::abs(a.before - a.after), a.before, a.after)
               < std::tuple(-b.score, std::abs(b.before - b.after), b.before, b.after);
    });
    std::vector<std::vector<std::size_t>> ofOld(m_old.units.size());
    std::vector<std::vector<std::size_t>> ofNew(m_new.units.size());
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        at(ofOld, pairs[p].before).push_back(p);
        at(ofNew, pairs[p].after).push_back(p);
    }
    for (const Pair &pair : pairs) {
        const auto [i, j, likeness, score] = pair;
        if (likeness > at(m_closestLikeness, i)) {
            at(m_closestLikeness, i) = likeness;
            at(m_closest, i) = j;
        }
        if (at(m_old.partner, i) != None || at(m_new.partner, j) != None)
            continue;
        const bool placed = samePlace(i, j);
        if (likeness < least && !(placed && likeness >= LeastWithPlace && least <= LeastLike))
            continue;
        // The best that is still free for one of the two beside the other.
        double rival = 0;
        for (const auto *list : {&at(ofOld, i), &at(ofNew, j)}) {
            for (const std::size_t other : *list) {
                const Pair &next = pairs[other];
                if ((next.before == i) == (next.after == j))
                    continue;
                const int free = next.before == i ? at(m_new.partner, next.after) : at(m_old.partner, next.before);
                if (free == None)
                    rival = std::max(rival, next.score);
            }
        }
        const bool exact = likeness >= 1;
        const bool leads = score - rival >= (exact ? 0.025 : LeastLead);
        const int words = std::min(at(m_old.terms, i).words, at(m_new.terms, j).words);
        const double clearly = words >= ManyWords ? ClearlyLike : ClearlyLikeShort;
        const bool certain = leads && (exact || (words >= FewWords && likeness >= clearly) || (placed && likeness >= LikeInPlace));
        m_matches.match(i, j, likeness, certain, exact);
    }
}

void Alignment::takeBeads(const Beads &beads)
{
    for (std::size_t i = 0; i < beads.pieces.size(); ++i) {
        if (!beads.pieces[i].empty())
            m_beads.pieces[i] = beads.pieces[i];
    }
    for (std::size_t j = 0; j < beads.wholes.size(); ++j) {
        if (!beads.wholes[j].empty())
            m_beads.wholes[j] = beads.wholes[j];
    }
}

std::vector<Aligned> Alignment::run()
{
    for (Side *side : {&m_old, &m_new}) {
        for (const AlignmentUnit &unit : side->units)
            side->terms.push_back(m_vocabulary.termsOf(unit.text));
    }
    m_vocabulary.weigh(m_old.terms);
    m_vocabulary.weigh(m_new.terms);
    findAnchors(m_matches);
    // Texts that were put together or taken apart as they are, before formulas in them find other partners.
    m_beads = findBeads(m_matches, m_vocabulary, {0.92, 0.92});
    settle(m_matches, m_beads);
    for (const double least : {ClearlyLike, LeastLike, LeastLike}) {
        if (m_progress.isCancelled())
            break;
        matchTheLikest(least);
        adoptByChildren(m_matches);
    }
    if (!m_progress.isCancelled())
        takeBeads(findBeads(m_matches, m_vocabulary, {}));
    return result();
}

std::vector<Aligned> Alignment::result() const
{
    std::vector<int> mergedInto(m_old.units.size(), None);
    for (int j = 0; j < m_new.size(); ++j) {
        for (const int i : at(m_beads.wholes, j))
            at(mergedInto, i) = j;
    }
    std::vector<bool> known(m_new.units.size(), false);
    QSet<QString> labels;
    for (const AlignmentUnit &unit : m_new.units)
        labels.insert(unit.label);
    std::vector<Aligned> list;
    for (int i = 0; i < m_old.size(); ++i) {
        Aligned entry;
        entry.from = m_old[i].label;
        const int partner = at(m_old.partner, i);
        if (!at(m_beads.pieces, i).empty()) {
            entry.verdict = Verdict::Split;
            std::vector<const UnitTerms *> parts;
            double best = -1;
            for (const int j : at(m_beads.pieces, i)) {
                entry.to += m_new[j].label;
                parts.push_back(&at(m_new.terms, j));
                at(known, j) = true;
                if (const double likeness = likenessOf(i, j); likeness > best) {
                    best = likeness;
                    entry.closest = m_new[j].label;
                }
            }
            entry.likeness = m_vocabulary.likeness(m_vocabulary.together(parts), at(m_old.terms, i));
        } else if (const int whole = at(mergedInto, i); whole != None) {
            entry.verdict = Verdict::Merged;
            entry.to += m_new[whole].label;
            entry.closest = m_new[whole].label;
            entry.likeness = likenessOf(i, whole);
            at(known, whole) = true;
        } else if (partner != None) {
            entry.to += m_new[partner].label;
            entry.closest = m_new[partner].label;
            entry.likeness = at(m_matches.likeness, i);
            entry.certain = at(m_matches.certain, i) && !m_progress.isCancelled();
            at(known, partner) = true;
            if (at(m_old.plain, i) != at(m_new.plain, partner))
                entry.verdict = Verdict::Reworded;
            else
                entry.verdict = entry.from == entry.to.front() ? Verdict::Same : Verdict::Renumbered;
        } else {
            entry.verdict = Verdict::Gone;
            entry.likeness = at(m_closestLikeness, i);
            if (at(m_closest, i) != None && entry.likeness >= LeastWithPlace)
                entry.closest = m_new[at(m_closest, i)].label;
            // Of a unit without words and heading nothing is known but its number.
            if (at(m_old.terms, i).words == 0 && at(m_old.heading, i).isEmpty() && labels.contains(entry.from))
                entry.closest = entry.from;
        }
        list.push_back(std::move(entry));
    }
    for (int j = 0; j < m_new.size(); ++j) {
        if (at(known, j))
            continue;
        Aligned entry;
        entry.to += m_new[j].label;
        entry.verdict = Verdict::New;
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

QString verdictWord(Verdict verdict)
{
    static const std::array words{u"same"_s, u"renumbered"_s, u"reworded"_s, u"split"_s, u"merged"_s, u"new"_s, u"gone"_s};
    return words[static_cast<std::size_t>(verdict)];
}

std::vector<Aligned> align(const std::vector<AlignmentUnit> &before, const std::vector<AlignmentUnit> &after, const base::Progress &progress)
{
    return Alignment(before, after, progress).run();
}

} // namespace entente::reading
