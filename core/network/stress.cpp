#include "core/network/stress.h"

#include "core/network/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
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
// Pivots. Above a few thousand nodes a node feels its neighbours and k pivots: 50 by farthest-first choice, so that no arm of the graph
// is without one, the rest by lot, so that they stand for all others evenly. A pivot is held still while others move towards or
// away from it, and moves when its own turn comes. Nodes are taken in blocks that lie side by side, one pivot after the other. The
// regions and weights of Ortmann, Klimenta, Brandes 2017 ("A sparse stress model", GD 2016), tried first, need fewer pivots
// but not four at a time: 10,000 nodes took 1.5 s with stress 0.207. Time O(k · (n + m) + (k · n + m) · iterations), memory 2 bytes for each
// node and pivot.
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
std::vector<float> schedule(int nodeCount, double farthest, const StressOptions &options)
{
    constexpr double Last = 0.1;
    constexpr double FirstWhenRefining = 1;
    const double first = options.refine ? FirstWhenRefining : std::max(farthest * farthest, FirstWhenRefining);
    const int count = options.iterations > 0 ? std::max(options.iterations, 2) : std::clamp(30'000 / nodeCount, 30, 100);
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
void playAllPairs(const Adjacency &adjacency, Points &seated, const std::vector<int> &nodeAt, const StressOptions &options, Random &random,
                  const base::Progress &progress, const std::function<void(double)> &reportPart)
{
    const int n = adjacency.nodeCount();
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
        const auto from = search.distancesFrom(nodeAt[at(a)]);
        farthest = std::max(farthest, from[at(search.order().back())]);
        if (a == rounds) {
            for (int b = 0; b < rounds; ++b)
                lastDistances[at(b)] = static_cast<float>(from[at(nodeAt[at(b)])]);
            continue;
        }
        // In round r the pairs with a + b = r come first, (r + 1) / 2 of them with a = 0, 1, …; then those with a + b = r + rounds, a = r + 1, ….
        for (int b = a + 1; b < rounds; ++b) {
            const int sum = a + b;
            const int round = sum < rounds ? sum : sum - rounds;
            const int place = sum < rounds ? a : (round + 1) / 2 + a - round - 1;
            distances[at(round) * at(pairs) + at(place)] = static_cast<float>(from[at(nodeAt[at(b)])]);
        }
    }

    std::vector<int> order(at(rounds));
    std::iota(order.begin(), order.end(), 0);
    const std::vector<float> steps = schedule(n, farthest, options);
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
}

/// `count` nodes towards their distance from one point, which stays.
void moveTowards(float *__restrict x, float *__restrict y, const float *__restrict free, const quint16 *__restrict distances, int count,
                 float pivotX, float pivotY, float step)
{
    for (int i = 0; i < count; ++i) {
        const auto d = static_cast<float>(distances[i]);
        const float dx = pivotX - x[i];
        const float dy = pivotY - y[i];
        const float length = std::sqrt(dx * dx + dy * dy + Coincident);
        const float wanted = step / (d * d); // infinite for the pivot itself, which does not move as dx = dy = 0
        const float part = (wanted < 1.0F ? wanted : 1.0F) * 0.5F * (length - d) / length * free[i];
        x[i] += part * dx;
        y[i] += part * dy;
    }
}

/// Pivots, and the steps from each of them to all nodes.
struct Pivots
{
    std::vector<int> seats;
    std::vector<quint16> distances; ///< [pivot · nodes + seat]
    int farthest = 1;
};

Pivots choosePivots(const Adjacency &adjacency, const std::vector<int> &nodeAt, int count, const base::Progress &progress)
{
    constexpr int FarthestFirst = 50; // the rest by lot
    constexpr int Longest = std::numeric_limits<quint16>::max();
    const int n = adjacency.nodeCount();
    Pivots pivots;
    pivots.distances.resize(at(n) * at(count));
    std::vector<int> nearest(at(n), n); // steps from a seat to the nearest pivot
    BreadthFirst search(adjacency);
    int chosen = 0;
    int lot = 0;
    for (int pivot = 0; pivot < count; ++pivot) {
        if (progress.isCancelled())
            return pivots;
        pivots.seats.push_back(chosen);
        const auto distances = search.distancesFrom(nodeAt[at(chosen)]);
        pivots.farthest = std::max(pivots.farthest, std::min(distances[at(search.order().back())], Longest));
        quint16 *row = &pivots.distances[at(pivot) * at(n)];
        int next = 0;
        for (int seat = 0; seat < n; ++seat) {
            const int distance = distances[at(nodeAt[at(seat)])];
            row[seat] = static_cast<quint16>(std::min(distance, Longest));
            nearest[at(seat)] = std::min(nearest[at(seat)], distance);
            if (nearest[at(seat)] > nearest[at(next)])
                next = seat;
        }
        // The seats are shuffled already: the next one in line is as good as any.
        while (pivot + 1 >= FarthestFirst && nearest[at(lot)] == 0 && lot + 1 < n)
            ++lot;
        chosen = pivot + 1 < FarthestFirst ? next : lot;
    }
    return pivots;
}

void playPivots(const Adjacency &adjacency, Points &seated, const std::vector<int> &nodeAt, const StressOptions &options, Random &random,
                const base::Progress &progress, const std::function<void(double)> &reportPart)
{
    constexpr int BlockSize = 64;
    constexpr int MostDistances = 10'000'000;
    const int n = adjacency.nodeCount();
    const int wanted = options.pivots > 0 ? options.pivots : std::max(MostDistances / n, 100);
    const int count = std::min(wanted, n);
    const Pivots pivots = choosePivots(adjacency, nodeAt, count, progress);
    if (progress.isCancelled())
        return;
    std::vector<int> seatOf(at(n));
    for (int seat = 0; seat < n; ++seat)
        seatOf[at(nodeAt[at(seat)])] = seat;
    std::vector<Edge> lines;
    for (int node = 0; node < n; ++node) {
        for (const int neighbour : adjacency.neighbours(node)) {
            if (node < neighbour)
                lines.push_back({seatOf[at(node)], seatOf[at(neighbour)]});
        }
    }
    random.shuffle(lines);
    std::vector<int> pivotOrder(at(count));
    std::iota(pivotOrder.begin(), pivotOrder.end(), 0);
    std::vector<int> blockOrder(at((n + BlockSize - 1) / BlockSize));
    std::iota(blockOrder.begin(), blockOrder.end(), 0);

    const std::vector<float> steps = schedule(n, pivots.farthest, options);
    for (std::size_t iteration = 0; iteration < steps.size(); ++iteration) {
        const float step = steps[iteration];
        random.shuffle(blockOrder);
        random.shuffle(pivotOrder);
        std::size_t line = 0;
        for (std::size_t turn = 0; turn < blockOrder.size(); ++turn) {
            if (progress.isCancelled())
                return;
            const int begin = blockOrder[turn] * BlockSize;
            const int size = std::min(BlockSize, n - begin);
            const int first = random.below(count);
            for (int k = 0; k < count; ++k) {
                const int pivot = pivotOrder[at(first + k < count ? first + k : first + k - count)];
                const int seat = pivots.seats[at(pivot)];
                moveTowards(&seated.x[at(begin)], &seated.y[at(begin)], &seated.free[at(begin)],
                            &pivots.distances[at(pivot) * at(n) + at(begin)], size, seated.x[at(seat)], seated.y[at(seat)], step);
            }
            const float one = 1;
            for (const std::size_t until = lines.size() * (turn + 1) / blockOrder.size(); line < until; ++line) {
                const auto [a, b] = lines[line];
                movePairs<true>(&seated.x[at(a)], &seated.y[at(a)], &seated.free[at(a)], &seated.x[at(b)], &seated.y[at(b)],
                                &seated.free[at(b)], &one, 1, step);
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
    std::vector<int> nodeAt(at(n)); // by seat
    std::iota(nodeAt.begin(), nodeAt.end(), 0);
    random.shuffle(nodeAt);
    Points seated;
    for (const int node : nodeAt) {
        const QPointF position = positions[at(node)] - middle;
        seated.x.push_back(static_cast<float>(position.x()));
        seated.y.push_back(static_cast<float>(position.y()));
        seated.free.push_back(!options.fixed.empty() && options.fixed[at(node)] ? 0.0F : 1.0F);
    }
    const bool someFixed = std::find(seated.free.begin(), seated.free.end(), 0.0F) != seated.free.end();
    if (n > options.mostNodesForAllPairs)
        playPivots(adjacency, seated, nodeAt, options, random, progress, reportPart);
    else if (someFixed)
        playAllPairs<true>(adjacency, seated, nodeAt, options, random, progress, reportPart);
    else
        playAllPairs<false>(adjacency, seated, nodeAt, options, random, progress, reportPart);
    for (std::size_t seat = 0; seat < nodeAt.size(); ++seat) {
        if (seated.free[seat] != 0) // what is fixed keeps its value to the last bit
            positions[at(nodeAt[seat])] = middle + QPointF(static_cast<double>(seated.x[seat]), static_cast<double>(seated.y[seat]));
    }
}

} // namespace entente::network
