#include "core/network/circularorder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

// Few crossings around a circle, after Baur, Brandes 2004 ("Crossing reduction in circular layouts").
//
// 1. Grow. Things are put in one after the other, those with most neighbours in place first, of equals those with fewest to come; each at the end of the
//    line at which its chords to what is in place cross fewer chords that are still open.
// 2. Sift. Each thing in turn walks around the circle and stays where the crossings are fewest. Passing one neighbour on the circle changes only the
//    crossings between the chords of these two, which are counted by merging their ends.
// With blocks, the blocks are ordered first, in the same way, as things with the sum of the chords between them; then things walk within
// their block only.
//
// Complexity: growing O(e log n); sifting O(n · e) a round. In large networks a thing walks only so far that a round stays below MostSteps.

namespace entente::network {

namespace {

constexpr double MostSteps = 4e7;
constexpr int MostRounds = 8;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

struct End
{
    int other;
    double weight;
};

/// Sums over a range of places (Fenwick 1994).
class Sums
{
public:
    explicit Sums(std::size_t size) : m_sums(size + 1, 0) {}

    void add(std::size_t place, double amount)
    {
        for (std::size_t i = place + 1; i < m_sums.size(); i += i & (~i + 1))
            m_sums[i] += amount;
    }
    double before(std::size_t end) const
    {
        double sum = 0;
        for (std::size_t i = end; i > 0; i &= i - 1)
            sum += m_sums[i];
        return sum;
    }

private:
    std::vector<double> m_sums;
};

class Order
{
public:
    Order(int count, std::span<const Chord> chords);

    void grow(const base::Progress &progress);
    void groupBy(std::span<const int> rankOf);
    void sift(std::span<const int> blockOf, const base::Progress &progress);

    std::vector<int> order() const { return m_order; }

private:
    double passing(int mover, int passed) const;
    bool improve(int mover, int first, int last, int reach);
    void move(int from, int to);

    int m_count;
    std::vector<std::vector<End>> m_ends;
    std::vector<int> m_order;
    std::vector<int> m_places;
};

Order::Order(int count, std::span<const Chord> chords) : m_count(count), m_ends(at(count)), m_order(at(count)), m_places(at(count))
{
    std::vector<std::tuple<int, int, double>> sorted;
    for (const Chord &chord : chords) {
        if (chord.source == chord.target)
            continue;
        sorted.emplace_back(chord.source, chord.target, chord.weight);
        sorted.emplace_back(chord.target, chord.source, chord.weight);
    }
    std::sort(sorted.begin(), sorted.end());
    for (const auto &[source, target, weight] : sorted) {
        std::vector<End> &ends = m_ends[at(source)];
        if (!ends.empty() && ends.back().other == target)
            ends.back().weight += weight;
        else
            ends.push_back({target, weight});
    }
    std::iota(m_order.begin(), m_order.end(), 0);
    std::iota(m_places.begin(), m_places.end(), 0);
}

void Order::grow(const base::Progress &progress)
{
    // Places to the left of the first thing count down from the middle, those to the right up.
    Sums open(2 * at(m_count) + 1);
    double allOpen = 0;
    int left = m_count;
    int right = m_count;
    std::vector<int> places(at(m_count), -1);
    std::vector<int> inPlace(at(m_count), 0);
    std::vector<int> byPlace(2 * at(m_count) + 1, -1);
    using Key = std::tuple<int, int, int>; // neighbours in place (less), neighbours to come, thing
    const auto keyOf = [&](int thing) { return Key(-inPlace[at(thing)], int(m_ends[at(thing)].size()) - inPlace[at(thing)], thing); };
    std::set<Key> waiting;
    for (int thing = 0; thing < m_count; ++thing)
        waiting.insert(keyOf(thing));
    while (!waiting.empty()) {
        const int thing = std::get<2>(*waiting.begin());
        waiting.erase(waiting.begin());
        // Chords that close here are no longer open, then those of others that lie between are crossed.
        double closing = 0;
        double opening = 0;
        for (const End &end : m_ends[at(thing)]) {
            const int place = places[at(end.other)];
            if (place < 0) {
                opening += end.weight;
                continue;
            }
            open.add(at(place), -end.weight);
            allOpen -= end.weight;
            closing += end.weight;
        }
        double crossedLeft = 0;
        double crossedRight = 0;
        if (closing > 0 && !progress.isCancelled()) {
            for (const End &end : m_ends[at(thing)]) {
                const int place = places[at(end.other)];
                if (place < 0)
                    continue;
                crossedLeft += end.weight * open.before(at(place));
                crossedRight += end.weight * (allOpen - open.before(at(place) + 1));
            }
        }
        const int place = left == right || crossedRight <= crossedLeft ? right++ : --left;
        places[at(thing)] = place;
        byPlace[at(place)] = thing;
        open.add(at(place), opening);
        allOpen += opening;
        for (const End &end : m_ends[at(thing)]) {
            if (places[at(end.other)] >= 0)
                continue;
            waiting.erase(keyOf(end.other));
            ++inPlace[at(end.other)];
            waiting.insert(keyOf(end.other));
        }
    }
    for (int place = left; place < right; ++place) {
        m_order[at(place - left)] = byPlace[at(place)];
        m_places[at(byPlace[at(place)])] = place - left;
    }
}

void Order::groupBy(std::span<const int> rankOf)
{
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) { return rankOf[at(a)] < rankOf[at(b)]; });
    for (int place = 0; place < m_count; ++place)
        m_places[at(m_order[at(place)])] = place;
}

/// By how much the crossings grow if `mover`, now directly before `passed`, comes directly after it. Going on from `passed`, the chords
/// mover–x and passed–y cross in the order mover, passed if x comes before y, else in the order passed, mover.
double Order::passing(int mover, int passed) const
{
    const std::vector<End> &own = m_ends[at(mover)];
    const std::vector<End> &others = m_ends[at(passed)];
    if (own.empty() || others.empty())
        return 0;
    // Ends are sorted by place: the walk begins after `passed` and goes once around.
    const int start = m_places[at(passed)];
    const auto begin = [&](const std::vector<End> &ends) {
        return std::upper_bound(ends.begin(), ends.end(), start, [&](int place, const End &end) { return place < m_places[at(end.other)]; })
            - ends.begin();
    };
    const auto away = [&](const End &end) { return (m_places[at(end.other)] - start + m_count) % m_count; };
    double total = 0;
    for (const End &end : others)
        total += end.other == mover ? 0 : end.weight;
    const auto ownStart = begin(own);
    const auto otherStart = begin(others);
    const auto ownCount = std::ssize(own);
    const auto otherCount = std::ssize(others);
    double before = 0;
    std::ptrdiff_t next = 0;
    double change = 0;
    for (std::ptrdiff_t i = 0; i < ownCount; ++i) {
        const End &x = own[std::size_t((ownStart + i) % ownCount)];
        if (x.other == passed)
            continue;
        const int place = away(x);
        double same = 0;
        while (next < otherCount) {
            const End &y = others[std::size_t((otherStart + next) % otherCount)];
            if (y.other != mover) {
                if (away(y) > place)
                    break;
                if (away(y) == place) {
                    same = y.weight;
                    break;
                }
                before += y.weight;
            }
            ++next;
        }
        change += x.weight * (before - (total - before - same));
    }
    return change;
}

void Order::move(int from, int to)
{
    const auto begin = m_order.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    for (int place = std::min(from, to); place <= std::max(from, to); ++place)
        m_places[at(m_order[at(place)])] = place;
    // Its neighbours keep their ends in order; those of others have moved by one place, together.
    const int mover = m_order[at(to)];
    for (const End &end : m_ends[at(mover)]) {
        std::vector<End> &ends = m_ends[at(end.other)];
        const auto own = std::find_if(ends.begin(), ends.end(), [&](const End &candidate) { return candidate.other == mover; });
        const End moved = *own;
        ends.erase(own);
        ends.insert(std::upper_bound(ends.begin(), ends.end(), to, [&](int place, const End &other) { return place < m_places[at(other.other)]; }), moved);
    }
}

/// Lets a thing walk between two places and leaves it at the best.
bool Order::improve(int mover, int first, int last, int reach)
{
    const int from = m_places[at(mover)];
    double best = -1e-9;
    int bestPlace = from;
    double change = 0;
    for (int place = from + 1; place <= std::min(last, from + reach); ++place) {
        change += passing(mover, m_order[at(place)]);
        if (change < best) {
            best = change;
            bestPlace = place;
        }
    }
    change = 0;
    for (int place = from - 1; place >= std::max(first, from - reach); --place) {
        // To pass someone backwards is the opposite of being there and passing it.
        change -= passing(mover, m_order[at(place)]);
        if (change < best) {
            best = change;
            bestPlace = place;
        }
    }
    if (bestPlace == from)
        return false;
    move(from, bestPlace);
    return true;
}

void Order::sift(std::span<const int> blockOf, const base::Progress &progress)
{
    double ends = 0;
    for (std::vector<End> &list : m_ends) {
        ends += static_cast<double>(list.size());
        std::sort(list.begin(), list.end(), [&](const End &a, const End &b) { return m_places[at(a.other)] < m_places[at(b.other)]; });
    }
    if (ends == 0)
        return;
    const double stepsOfOne = 2 * ends / std::max(m_count, 1) + 1;
    const int reach = static_cast<int>(std::clamp(MostSteps / MostRounds / stepsOfOne / std::max(m_count, 1), 1.0, double(m_count)));
    // Where each block begins and ends.
    std::vector<int> firsts(at(m_count), 0);
    std::vector<int> lasts(at(m_count), m_count - 1);
    for (int place = 0; place < m_count && !blockOf.empty();) {
        int end = place + 1;
        while (end < m_count && blockOf[at(m_order[at(end)])] == blockOf[at(m_order[at(place)])])
            ++end;
        for (int k = place; k < end; ++k) {
            firsts[at(m_order[at(k)])] = place;
            lasts[at(m_order[at(k)])] = end - 1;
        }
        place = end;
    }
    std::vector<int> things(at(m_count));
    std::iota(things.begin(), things.end(), 0);
    std::stable_sort(things.begin(), things.end(), [&](int a, int b) { return m_ends[at(a)].size() > m_ends[at(b)].size(); });
    for (int round = 0; round < MostRounds; ++round) {
        bool better = false;
        for (const int thing : things) {
            if (progress.isCancelled())
                return;
            if (!m_ends[at(thing)].empty())
                better = improve(thing, firsts[at(thing)], lasts[at(thing)], reach) || better;
        }
        if (!better)
            return;
    }
}

} // namespace

std::vector<int> circularOrder(int count, std::span<const Chord> chords, std::span<const int> blocks, const base::Progress &progress)
{
    Order order(count, chords);
    order.grow(progress);
    if (!blocks.empty()) {
        std::map<int, int> numbers;
        for (int thing = 0; thing < count; ++thing)
            numbers.emplace(blocks[at(thing)], 0);
        int next = 0;
        for (auto &[block, number] : numbers)
            number = next++;
        std::map<std::pair<int, int>, double> between;
        for (const Chord &chord : chords) {
            const auto ends = std::minmax(numbers[blocks[at(chord.source)]], numbers[blocks[at(chord.target)]]);
            if (ends.first != ends.second)
                between[ends] += chord.weight;
        }
        std::vector<Chord> blockChords;
        for (const auto &[ends, weight] : between)
            blockChords.push_back({ends.first, ends.second, weight});
        const std::vector<int> blockOrder = circularOrder(next, blockChords, {}, progress);
        std::vector<int> ranks(at(next));
        for (int rank = 0; rank < next; ++rank)
            ranks[at(blockOrder[at(rank)])] = rank;
        std::vector<int> rankOf(at(count));
        for (int thing = 0; thing < count; ++thing)
            rankOf[at(thing)] = ranks[at(numbers[blocks[at(thing)]])];
        order.groupBy(rankOf);
    }
    order.sift(blocks, progress);
    return order.order();
}

double circularCrossings(std::span<const int> order, std::span<const Chord> chords)
{
    std::vector<int> places(order.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        places[at(order[place])] = static_cast<int>(place);
    // Going around, a chord that ends crosses those that began after it and are still open.
    std::vector<std::vector<std::pair<int, double>>> ends(order.size());
    std::vector<std::pair<int, int>> spans;
    for (const Chord &chord : chords) {
        const auto [first, last] = std::minmax(places[at(chord.source)], places[at(chord.target)]);
        if (first != last)
            ends[at(last)].emplace_back(first, chord.weight);
    }
    std::vector<double> begins(order.size(), 0);
    for (const auto &list : ends) {
        for (const auto &[first, weight] : list)
            begins[at(first)] += weight;
    }
    Sums open(order.size());
    double total = 0;
    double crossings = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        // Chords that end at one place do not cross each other: first all are closed.
        for (const auto &[first, weight] : ends[place]) {
            open.add(at(first), -weight);
            total -= weight;
        }
        for (const auto &[first, weight] : ends[place])
            crossings += weight * (total - open.before(at(first) + 1));
        open.add(place, begins[place]);
        total += begins[place];
    }
    return crossings;
}

} // namespace entente::network
