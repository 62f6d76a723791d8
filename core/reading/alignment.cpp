#include "core/reading/alignment.h"

#include "core/base/text.h"
#include "core/reading/unitterms.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>

/// How the units of two editions find each other.
///
/// 1. *Anchors.* Texts that stand once in either edition and are the same belong together, whatever their numbers (P. Heckel, "A technique
///    for isolating differences between files", Communications of the ACM 21, 1978); then texts that are the same only together with their
///    heading, their parent, or next to an anchor. Moved units are found as well as renumbered ones.
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

namespace {

constexpr int None = -1;
constexpr int FewWords = 5;           ///< Below it a text alone says little.
constexpr double LeastLike = 0.42;    ///< Below it two texts are two.
constexpr double LeastWithPlace = 0.25; ///< … unless they stand in the same place.
constexpr int ManyWords = 10;
constexpr double ClearlyLike = 0.68;
constexpr double ClearlyLikeShort = 0.8; ///< Of fewer than many words.
constexpr double LikeInPlace = 0.5; ///< Certain between the same neighbours under the same parent.
constexpr double LeastLead = 0.1;   ///< Of the best partner before the next.
constexpr double LeastPiece = 0.55; ///< The part of its words that a piece shares with the whole.
constexpr double LeastWhole = 0.6;  ///< The likeness of all pieces together with the whole.
constexpr double PieceGain = 0.06;  ///< What a piece must add to it.
constexpr std::size_t RareTerms = 24;
constexpr std::size_t MostVisits = 1500; ///< Of the index, for one unit.
constexpr std::size_t MostPartners = 6;
constexpr int Window = 3; ///< How far neighbours reach, in units.

struct Side
{
    const std::vector<AlignmentUnit> &units;
    std::vector<QString> plain;
    std::vector<QString> heading;
    std::vector<int> parent;
    std::vector<UnitTerms> terms;
    std::vector<int> partner;
    std::vector<bool> exact; ///< Matched by the same words.

    explicit Side(const std::vector<AlignmentUnit> &list)
        : units(list)
        , parent(list.size(), None)
        , partner(list.size(), None)
        , exact(list.size(), false)
    {
        QHash<QString, int> labels;
        for (std::size_t i = 0; i < list.size(); ++i) {
            plain.push_back(comparableText(list[i].text));
            heading.push_back(comparableText(list[i].heading));
            parent[i] = labels.value(list[i].parent, None);
            labels.insert(list[i].label, int(i));
        }
    }
    int size() const { return int(units.size()); }
    const AlignmentUnit &operator[](int i) const { return units[std::size_t(i)]; }
};

template<typename T>
decltype(auto) at(T &&list, int i)
{
    return std::forward<T>(list)[std::size_t(i)];
}

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
        : m_old(before)
        , m_new(after)
        , m_progress(progress)
        , m_certain(before.size(), false)
        , m_likeness(before.size(), 0)
        , m_closest(before.size(), None)
        , m_closestLikeness(before.size(), 0)
        , m_pieces(before.size())
        , m_wholes(after.size())
    {}

    std::vector<Aligned> run();

private:
    void anchor();
    template<typename Key>
    void anchorBy(Key key);
    void spread();
    void adoptByChildren();
    void matchTheLikest(double least);
    std::vector<Pair> candidates() const;
    void addLikely(const std::vector<std::vector<int>> &index, int unit, std::vector<int> &found) const;
    double context(int before, int after) const;
    bool samePlace(int before, int after) const;
    double likenessOf(int before, int after) const;
    void match(int before, int after, double likeness, bool certain, bool exact);
    void findPieces();
    std::vector<Aligned> result() const;

    Side m_old;
    Side m_new;
    const base::Progress &m_progress;
    UnitVocabulary m_vocabulary;
    std::vector<bool> m_certain;
    std::vector<double> m_likeness;
    std::vector<int> m_closest;
    std::vector<double> m_closestLikeness;
    std::vector<std::vector<int>> m_pieces; ///< New units that were part of an old one.
    std::vector<std::vector<int>> m_wholes; ///< Old units that became part of a new one.
};

void Alignment::match(int before, int after, double likeness, bool certain, bool exact)
{
    at(m_old.partner, before) = after;
    at(m_new.partner, after) = before;
    at(m_old.exact, before) = exact;
    at(m_new.exact, after) = exact;
    at(m_certain, before) = certain;
    at(m_likeness, before) = likeness;
}

/// Pairs what has the same key once on either side. An empty key takes no part.
template<typename Key>
void Alignment::anchorBy(Key key)
{
    struct Seen
    {
        int before = None;
        int after = None;
        int beforeCount = 0;
        int afterCount = 0;
    };
    QHash<QString, Seen> seen;
    for (int i = 0; i < m_old.size(); ++i) {
        if (at(m_old.partner, i) != None)
            continue;
        if (const QString text = key(m_old, i, true); !text.isEmpty()) {
            Seen &entry = seen[text];
            entry.before = i;
            ++entry.beforeCount;
        }
    }
    for (int j = 0; j < m_new.size(); ++j) {
        if (at(m_new.partner, j) != None)
            continue;
        if (const QString text = key(m_new, j, false); !text.isEmpty()) {
            Seen &entry = seen[text];
            entry.after = j;
            ++entry.afterCount;
        }
    }
    for (const Seen &entry : std::as_const(seen)) {
        if (entry.beforeCount == 1 && entry.afterCount == 1)
            match(entry.before, entry.after, 1, true, at(m_old.plain, entry.before) == at(m_new.plain, entry.after));
    }
}

/// Next to an anchor, what reads the same is the same.
void Alignment::spread()
{
    const auto extend = [&](int i, int j) {
        if (i < 0 || j < 0 || i >= m_old.size() || j >= m_new.size() || at(m_old.partner, i) != None || at(m_new.partner, j) != None)
            return;
        if (at(m_old.plain, i) != at(m_new.plain, j) || at(m_old.plain, i).isEmpty())
            return;
        // Below different parents it may be the same formula of another list.
        const int parent = at(m_old.parent, i);
        const int newParent = at(m_new.parent, j);
        const bool fits = parent == None ? newParent == None : at(m_old.partner, parent) == newParent;
        if (fits)
            match(i, j, 1, true, true);
    };
    for (int i = 0; i < m_old.size(); ++i) {
        if (at(m_old.partner, i) != None)
            extend(i + 1, at(m_old.partner, i) + 1);
    }
    for (int i = m_old.size(); i-- > 0;) {
        if (at(m_old.partner, i) != None)
            extend(i - 1, at(m_old.partner, i) - 1);
    }
}

/// A unit with few words or none of its own is known by what stands below it.
void Alignment::adoptByChildren()
{
    std::map<std::pair<int, int>, int> votes;
    std::vector<int> children(m_old.units.size(), 0);
    std::vector<int> newChildren(m_new.units.size(), 0);
    for (int i = 0; i < m_old.size(); ++i) {
        const int parent = at(m_old.parent, i);
        if (parent == None)
            continue;
        ++at(children, parent);
        const int partner = at(m_old.partner, i);
        if (partner != None && at(m_new.parent, partner) != None)
            ++votes[{parent, at(m_new.parent, partner)}];
    }
    for (int j = 0; j < m_new.size(); ++j) {
        if (at(m_new.parent, j) != None)
            ++at(newChildren, at(m_new.parent, j));
    }
    for (const auto &[pair, count] : votes) {
        const auto [i, j] = pair;
        if (at(m_old.partner, i) != None || at(m_new.partner, j) != None || 2 * count <= at(children, i) || 2 * count <= at(newChildren, j))
            continue;
        const bool same = at(m_old.plain, i) == at(m_new.plain, j);
        if (same)
            match(i, j, 1, true, true);
    }
}

void Alignment::anchor()
{
    const auto isLong = [](const Side &side, int i) { return at(side.terms, i).words >= FewWords; };
    anchorBy([&](const Side &side, int i, bool) { return isLong(side, i) ? at(side.plain, i) : QString(); });
    anchorBy([](const Side &side, int i, bool) {
        return at(side.heading, i).isEmpty() ? QString() : at(side.plain, i) + u'\n' + at(side.heading, i) + (at(side.parent, i) == None ? u"\n^"_s : QString());
    });
    for (int round = 0; round < 3; ++round) {
        spread();
        adoptByChildren();
        anchorBy([&](const Side &side, int i, bool old) {
            const int parent = at(side.parent, i);
            if (parent == None || at(side.partner, parent) == None || at(side.plain, i).isEmpty())
                return QString();
            return QString::number(old ? at(side.partner, parent) : parent) + u'\n' + at(side.plain, i);
        });
    }
    anchorBy([](const Side &side, int i, bool) { return at(side.plain, i); });
}

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
        const auto twice = std::ranges::unique(found);
        found.erase(twice.begin(), twice.end());
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
        match(i, j, likeness, certain, exact);
    }
}

/// Ones that became several, and several that became one.
void Alignment::findPieces()
{
    const auto pieces = [&](Side &small, const Side &large, std::vector<std::vector<int>> &found) {
        std::vector<std::vector<int>> index(std::size_t(m_vocabulary.size()));
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
                    shared[i] += m_vocabulary.weightOf(term.term);
            }
            int best = None;
            double share = 0;
            for (auto entry = shared.constBegin(); entry != shared.constEnd(); ++entry) {
                const double here = m_vocabulary.shared(terms, at(large.terms, entry.key())) / terms.weight;
                if (here > share || (here == share && entry.key() < best)) {
                    share = here;
                    best = entry.key();
                }
            }
            if (best != None && share >= LeastPiece)
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
                likeness = m_vocabulary.likeness(*parts.back(), at(large.terms, i));
            }
            std::vector<int> taken;
            for (const auto &[share, k] : list) {
                parts.push_back(&at(small.terms, k));
                const double together = m_vocabulary.likeness(m_vocabulary.together(parts), at(large.terms, i));
                if (together >= likeness + PieceGain) {
                    likeness = together;
                    taken.push_back(k);
                } else {
                    parts.pop_back();
                }
            }
            if (parts.size() < 2 || likeness < LeastWhole)
                continue;
            at(found, i) = taken;
            if (partner != None)
                at(found, i).push_back(partner);
            std::ranges::sort(at(found, i));
        }
    };
    pieces(m_new, m_old, m_pieces);
    // What is a piece already takes no part in a merger.
    for (int i = 0; i < m_old.size(); ++i) {
        for (const int j : at(m_pieces, i)) {
            if (at(m_new.partner, j) == None)
                at(m_new.partner, j) = i;
            at(m_new.exact, j) = true;
        }
        if (!at(m_pieces, i).empty() && at(m_old.partner, i) == None)
            at(m_old.partner, i) = at(m_pieces, i).front();
    }
    pieces(m_old, m_new, m_wholes);
}

std::vector<Aligned> Alignment::run()
{
    for (Side *side : {&m_old, &m_new}) {
        for (const AlignmentUnit &unit : side->units)
            side->terms.push_back(m_vocabulary.termsOf(unit.text));
    }
    m_vocabulary.weigh(m_old.terms);
    m_vocabulary.weigh(m_new.terms);
    anchor();
    for (const double least : {ClearlyLike, LeastLike, LeastLike}) {
        if (m_progress.isCancelled())
            break;
        matchTheLikest(least);
        adoptByChildren();
    }
    if (!m_progress.isCancelled())
        findPieces();
    return result();
}

std::vector<Aligned> Alignment::result() const
{
    std::vector<int> mergedInto(m_old.units.size(), None);
    for (int j = 0; j < m_new.size(); ++j) {
        for (const int i : at(m_wholes, j))
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
        if (!at(m_pieces, i).empty()) {
            entry.verdict = Verdict::Split;
            std::vector<const UnitTerms *> parts;
            double best = -1;
            for (const int j : at(m_pieces, i)) {
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
            entry.likeness = at(m_likeness, i);
            entry.certain = at(m_certain, i) && !m_progress.isCancelled();
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
