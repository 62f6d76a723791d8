#include "core/network/stress.h"

#include "core/network/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

// Stress by stochastic gradient descent.
//
// Terms. d(i, j): steps between two nodes in the graph. x: positions on paper, a line being 1 long. Stress: the sum over all pairs of
// w(i, j) · (‖x(i) − x(j)‖ − d(i, j))² with w = d⁻² (Kamada, Kawai 1989; Gansner, Koren, North 2004).
//
// Steps (Zheng, Pawar, Goodman 2018, "Graph drawing by stochastic gradient descent", arXiv 1710.04626). One pair after the other, in
// a changing order, is moved towards its distance by the part μ = min(1, η · w) of what is missing. η falls from d_max² (every pair
// is set right at once: the graph unfolds) to a tenth (only neighbours still move), by the same factor each iteration.
//
// All pairs. Instead of shuffling n²/2 pairs we shuffle the nodes once and play a round-robin tournament over them: in round r (of n
// or n − 1) meet the places a and b with a + b ≡ r. Each pair meets once an iteration, nobody plays twice in a round, so the
// moves of a round do not depend on each other, a runs upwards while b runs downwards, and the distances lie in the order in
// which they are needed: the compiler makes it four pairs at a time. The order of the rounds is shuffled for each iteration. Time
// O(n² · iterations + n · m), memory 4 bytes a pair.
//
// Pivots (Ortmann, Klimenta, Brandes 2017, "A sparse stress model"). A node feels its neighbours and k pivots that are spread by
// farthest-first choice. Pivot p speaks for the nodes of its region (those nearer to it than to other pivots): its weight for node i is
// s · d⁻², s being the number of nodes of the region no farther than half the way from p to i. Only i moves, unless it is a pivot too.
// Nodes are taken in blocks, in shuffled order; within a block node and pivot both change at each step. Between the blocks come
// the lines, each with weight 1. Time O(k · (n + m) + (k · n + m) · iterations), memory 6 bytes for each node and pivot.
//
// The same on every machine: only + − · / and sqrt, which IEEE 754 defines to the last bit, and our own random numbers.

namespace entente::network {

namespace {

constexpr float Coincident = 1e-12F; // keeps the length of a pair at one point from being 0

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// value^(1/n) for value ≥ 1 with multiplications only: std::pow may differ in the last bit between systems.
double root(double value, int n)
{
    double low = 1;
    double high = value;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        double power = 1;
        for (int k = 0; k < n && power <= value; ++k)
            power *= middle;
        (power <= value ? low : high) = middle;
    }
    return low;
}

/// The step sizes, largest first.
std::vector<float> schedule(double farthest, const StressOptions &options)
{
    constexpr double Last = 0.1;
    constexpr double FirstWhenRefining = 1;
    const double first = options.refine ? FirstWhenRefining : std::max(farthest * farthest, FirstWhenRefining);
    const int count = std::max(options.iterations, 2);
    const double factor = 1 / root(first / Last, count - 1);
    std::vector<float> steps;
    for (double step = first; static_cast<int>(steps.size()) < count; step *= factor)
        steps.push_back(static_cast<float>(step));
    return steps;
}

/// Positions as the inner loops want them. `free` is 1 for a node that moves and 0 for one that stays.
struct Points
{
    std::vector<float> x;
    std::vector<float> y;
    std::vector<float> free;
};

/// `count` pairs that share no node: a upwards, b downwards. In a pair with a fixed node the other one goes the whole way.
template<bool SomeFixed>
void movePairs(float *__restrict ax, float *__restrict ay, const float *__restrict aFree, float *__restrict bx, float *__restrict by,
               const float *__restrict bFree, const float *__restrict distances, int count, float step)
{
    for (int i = 0; i < count; ++i) {
        const float d = distances[i];
        const float dx = bx[-i] - ax[i];
        const float dy = by[-i] - ay[i];
        const float length = std::sqrt(dx * dx + dy * dy + Coincident);
        const float wanted = step / (d * d);
        const float part = (wanted < 1.0F ? wanted : 1.0F) * 0.5F * (length - d) / length;
        const float aPart = SomeFixed ? part * aFree[i] * (2.0F - bFree[-i]) : part;
        const float bPart = SomeFixed ? part * bFree[-i] * (2.0F - aFree[i]) : part;
        ax[i] += aPart * dx;
        ay[i] += aPart * dy;
        bx[-i] -= bPart * dx;
        by[-i] -= bPart * dy;
    }
}

template<bool SomeFixed>
void playAllPairs(const Adjacency &adjacency, Points &points, const StressOptions &options, Random &random, const base::Progress &progress,
                  const std::function<void(double)> &reportPart)
{
    const int n = adjacency.nodeCount();
    std::vector<int> seats(at(n));
    std::iota(seats.begin(), seats.end(), 0);
    random.shuffle(seats);
    std::vector<int> seatOf(at(n));
    for (int seat = 0; seat < n; ++seat)
        seatOf[at(seats[at(seat)])] = seat;

    // An odd number of seats takes part in the rounds; with an even number of nodes the last one plays who would be idle.
    const int rounds = n % 2 ? n : n - 1;
    const bool hasLast = rounds != n;
    const int pairs = rounds / 2;
    std::vector<float> distances(at(rounds) * at(pairs));
    std::vector<float> lastDistances(at(rounds), 1.0F);
    BreadthFirst search(adjacency);
    int farthest = 1;
    for (int a = 0; a < n; ++a) {
        if (a % 64 == 0 && progress.isCancelled())
            return;
        const auto from = search.distancesFrom(seats[at(a)]);
        farthest = std::max(farthest, from[at(search.order().back())]);
        if (a == rounds) {
            for (int b = 0; b < rounds; ++b)
                lastDistances[at(b)] = static_cast<float>(from[at(seats[at(b)])]);
            continue;
        }
        // In round r the pairs with a + b = r come first, (r + 1) / 2 of them with a = 0, 1, …; then those with a + b = r + rounds, a = r + 1, ….
        for (int b = a + 1; b < rounds; ++b) {
            const int sum = a + b;
            const int round = sum < rounds ? sum : sum - rounds;
            const int place = sum < rounds ? a : (round + 1) / 2 + a - round - 1;
            distances[at(round) * at(pairs) + at(place)] = static_cast<float>(from[at(seats[at(b)])]);
        }
    }

    Points seated{std::vector<float>(at(n)), std::vector<float>(at(n)), std::vector<float>(at(n))};
    for (int node = 0; node < n; ++node) {
        seated.x[at(seatOf[at(node)])] = points.x[at(node)];
        seated.y[at(seatOf[at(node)])] = points.y[at(node)];
        seated.free[at(seatOf[at(node)])] = points.free[at(node)];
    }
    std::vector<int> order(at(rounds));
    std::iota(order.begin(), order.end(), 0);
    const std::vector<float> steps = schedule(farthest, options);
    for (std::size_t iteration = 0; iteration < steps.size() && !progress.isCancelled(); ++iteration) {
        const float step = steps[iteration];
        random.shuffle(order);
        const auto play = [&](int a, int b, const float *distance, int count) {
            movePairs<SomeFixed>(&seated.x[at(a)], &seated.y[at(a)], &seated.free[at(a)], &seated.x[at(b)], &seated.y[at(b)],
                                 &seated.free[at(b)], distance, count, step);
        };
        for (const int round : order) {
            const float *distance = distances.data() + at(round) * at(pairs);
            const int low = (round + 1) / 2;
            if (low > 0)
                play(0, round, distance, low);
            if (pairs > low)
                play(round + 1, rounds - 1, distance + low, pairs - low);
            if (hasLast) {
                const int idle = round % 2 ? (round + rounds) / 2 : round / 2;
                play(idle, n - 1, &lastDistances[at(idle)], 1);
            }
        }
        if (reportPart)
            reportPart(static_cast<double>(iteration + 1) / static_cast<double>(steps.size()));
    }
    for (int node = 0; node < n; ++node) {
        points.x[at(node)] = seated.x[at(seatOf[at(node)])];
        points.y[at(node)] = seated.y[at(seatOf[at(node)])];
    }
}

/// What each node knows of the pivots: distance and weight, pivot by pivot.
struct Pivots
{
    std::vector<int> nodes;
    std::vector<float> distance; ///< [node · count + pivot]
    std::vector<float> weight; ///< s · d⁻², 0 where the pivot is the node itself or a neighbour
    int farthest = 1;
};

Pivots choosePivots(const Adjacency &adjacency, int count, Random &random, const base::Progress &progress)
{
    const int n = adjacency.nodeCount();
    Pivots pivots;
    pivots.distance.resize(at(n) * at(count));
    pivots.weight.assign(at(n) * at(count), 0);
    std::vector<int> nearest(at(n), n);
    std::vector<int> region(at(n), 0);
    // Of equally far nodes the first in a shuffled order, so that the pivots are not all from the start of the list.
    std::vector<int> order(at(n));
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(order);
    BreadthFirst search(adjacency);
    int chosen = order.front();
    for (int pivot = 0; pivot < count; ++pivot) {
        if (progress.isCancelled())
            return pivots;
        pivots.nodes.push_back(chosen);
        const auto distances = search.distancesFrom(chosen);
        pivots.farthest = std::max(pivots.farthest, distances[at(search.order().back())]);
        int next = order.front();
        for (const int node : order) {
            const int distance = distances[at(node)];
            pivots.distance[at(node) * at(count) + at(pivot)] = static_cast<float>(distance);
            if (distance < nearest[at(node)]) {
                nearest[at(node)] = distance;
                region[at(node)] = pivot;
            }
            if (nearest[at(node)] > nearest[at(next)])
                next = node;
        }
        chosen = next;
    }
    // within[h]: how many nodes of the region are at most h steps from its pivot.
    std::vector<std::vector<int>> within(at(count));
    for (int node = 0; node < n; ++node) {
        auto &counts = within[at(region[at(node)])];
        if (counts.size() <= at(nearest[at(node)]))
            counts.resize(at(nearest[at(node)]) + 1);
        ++counts[at(nearest[at(node)])];
    }
    for (auto &counts : within)
        std::partial_sum(counts.begin(), counts.end(), counts.begin());
    for (int node = 0; node < n; ++node) {
        for (int pivot = 0; pivot < count; ++pivot) {
            const std::size_t place = at(node) * at(count) + at(pivot);
            const float distance = pivots.distance[place];
            if (distance < 1.5F)
                continue; // itself, or a neighbour: that is the line's matter
            const auto &counts = within[at(pivot)];
            const std::size_t half = std::min(static_cast<std::size_t>(distance) / 2, counts.size() - 1);
            pivots.weight[place] = static_cast<float>(counts[half]) / (distance * distance);
        }
    }
    return pivots;
}

void playPivots(const Adjacency &adjacency, Points &points, const StressOptions &options, Random &random, const base::Progress &progress,
                const std::function<void(double)> &reportPart)
{
    constexpr int BlockSize = 64;
    const int n = adjacency.nodeCount();
    const int wanted = options.pivots > 0 ? options.pivots : 2'000'000 / n;
    const int count = std::clamp(wanted, std::min(50, n), std::min(n, 500));
    const Pivots pivots = choosePivots(adjacency, count, random, progress);
    if (progress.isCancelled())
        return;
    std::vector<Edge> lines;
    for (int node = 0; node < n; ++node) {
        for (const int neighbour : adjacency.neighbours(node)) {
            if (node < neighbour)
                lines.push_back({node, neighbour});
        }
    }
    random.shuffle(lines);
    std::vector<int> order(at(n));
    std::iota(order.begin(), order.end(), 0);

    // Moves i by the part `mine` and j by the part `theirs` of what is missing between them.
    const auto move = [&points](int i, int j, float distance, float mine, float theirs) {
        const float dx = points.x[at(j)] - points.x[at(i)];
        const float dy = points.y[at(j)] - points.y[at(i)];
        const float length = std::sqrt(dx * dx + dy * dy + Coincident);
        const float part = 0.5F * (length - distance) / length;
        points.x[at(i)] += mine * part * dx;
        points.y[at(i)] += mine * part * dy;
        points.x[at(j)] -= theirs * part * dx;
        points.y[at(j)] -= theirs * part * dy;
    };
    const std::vector<float> steps = schedule(pivots.farthest, options);
    for (std::size_t iteration = 0; iteration < steps.size(); ++iteration) {
        const float step = steps[iteration];
        const float lineStep = std::min(step, 1.0F);
        random.shuffle(order);
        std::size_t line = 0;
        for (int begin = 0; begin < n; begin += BlockSize) {
            if (progress.isCancelled())
                return;
            const int end = std::min(begin + BlockSize, n);
            const int turn = random.below(count);
            for (int round = 0; round < count; ++round) {
                int pivot = (turn + round) % count;
                for (int place = begin; place < end; ++place, pivot = pivot + 1 == count ? 0 : pivot + 1) {
                    const int node = order[at(place)];
                    const std::size_t entry = at(node) * at(count) + at(pivot);
                    const float weight = pivots.weight[entry];
                    if (weight == 0)
                        continue;
                    const int other = pivots.nodes[at(pivot)];
                    move(node, other, pivots.distance[entry], std::min(step * weight, 1.0F) * points.free[at(node)], 0.0F);
                }
            }
            const std::size_t until = lines.size() * at(end) / at(n);
            for (; line < until; ++line) {
                const auto [i, j] = lines[line];
                move(i, j, 1.0F, lineStep * points.free[at(i)] * (2.0F - points.free[at(j)]),
                     lineStep * points.free[at(j)] * (2.0F - points.free[at(i)]));
            }
        }
        if (reportPart)
            reportPart(static_cast<double>(iteration + 1) / static_cast<double>(steps.size()));
    }
}

} // namespace

void minimiseStress(const Adjacency &adjacency, std::vector<QPointF> &positions, const StressOptions &options,
                    const base::Progress &progress, const std::function<void(double part)> &reportPart)
{
    const int n = adjacency.nodeCount();
    if (n < 2)
        return;
    // Single precision, so around the middle of what is given.
    const QPointF middle = std::accumulate(positions.begin(), positions.end(), QPointF()) / n;
    Random random(options.seed);
    Points points;
    for (int node = 0; node < n; ++node) {
        const QPointF position = positions[at(node)] - middle;
        points.x.push_back(static_cast<float>(position.x()));
        points.y.push_back(static_cast<float>(position.y()));
        points.free.push_back(!options.fixed.empty() && options.fixed[at(node)] ? 0.0F : 1.0F);
    }
    const bool someFixed = std::find(points.free.begin(), points.free.end(), 0.0F) != points.free.end();
    if (n > options.mostNodesForAllPairs)
        playPivots(adjacency, points, options, random, progress, reportPart);
    else if (someFixed)
        playAllPairs<true>(adjacency, points, options, random, progress, reportPart);
    else
        playAllPairs<false>(adjacency, points, options, random, progress, reportPart);
    for (int node = 0; node < n; ++node) {
        if (points.free[at(node)] != 0) // what is fixed keeps its value to the last bit
            positions[at(node)] = middle + QPointF(static_cast<double>(points.x[at(node)]), static_cast<double>(points.y[at(node)]));
    }
}

} // namespace entente::network
