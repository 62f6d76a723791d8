#include "core/network/wayfinder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace entente::network {

namespace {

constexpr double BendCost = 14;   // px
constexpr double OwnCorner = 24;  // px more for a bend at a corner of its own box: it looks like a detour
constexpr int Directions = 16;
constexpr int SeenInEach = 2;
constexpr std::size_t Nearest = 96; // corners that are looked at from each

double length(const QPointF &vector)
{
    return std::hypot(vector.x(), vector.y());
}

} // namespace

Wayfinder::Wayfinder(const Obstacles &obstacles, const base::Progress &progress) : m_obstacles(obstacles)
{
    const auto &boxes = obstacles.boxes();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (const QPointF outwards : {QPointF(-1, -1), QPointF(1, -1), QPointF(1, 1), QPointF(-1, 1)}) {
            const QPointF at(boxes[i].center().x() + outwards.x() * (boxes[i].width() / 2 + Room),
                             boxes[i].center().y() + outwards.y() * (boxes[i].height() / 2 + Room));
            if (!obstacles.covers({at.x() - Clear, at.y() - Clear, 2 * Clear, 2 * Clear}, int(i)))
                m_corners.push_back({at, int(i), outwards});
        }
    }
    m_seen.resize(m_corners.size());
    for (std::size_t i = 0; i < m_corners.size() && !progress.isCancelled(); ++i)
        m_seen[i] = seenFrom(m_corners[i].at, -1, int(i));
    // What one sees, the other sees too.
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
        for (const int other : std::vector<int>(m_seen[i])) {
            auto &back = m_seen[std::size_t(other)];
            if (std::find(back.begin(), back.end(), int(i)) == back.end())
                back.push_back(int(i));
        }
    }
    m_seenFromBoxes.resize(boxes.size());
    m_stamp.assign(m_corners.size(), 0);
    m_goal.assign(m_corners.size(), 0);
    m_costs.resize(m_corners.size());
    m_before.resize(m_corners.size());
}

/// The corners that a point sees: not through other boxes than the one that it is in (−1: none), and not the corner that it is itself.
std::vector<int> Wayfinder::seenFrom(const QPointF &point, int box, int self) const
{
    struct Candidate
    {
        double square;
        int corner;
        bool operator<(const Candidate &than) const { return square != than.square ? square < than.square : corner < than.corner; }
    };
    std::vector<Candidate> candidates;
    candidates.reserve(m_corners.size());
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        const QPointF away = m_corners[i].at - point;
        if (int(i) != self)
            candidates.push_back({QPointF::dotProduct(away, away), int(i)});
    }
    const auto last = candidates.begin() + std::ptrdiff_t(std::min(candidates.size(), Nearest));
    std::partial_sort(candidates.begin(), last, candidates.end());
    std::array<int, Directions> count{};
    std::vector<int> seen;
    for (auto candidate = candidates.begin(); candidate != last; ++candidate) {
        const QPointF at = corner(candidate->corner).at;
        const double turn = std::atan2(at.y() - point.y(), at.x() - point.x()) / (2 * std::numbers::pi) + 0.5;
        int &here = count[std::size_t(std::clamp(int(turn * Directions), 0, Directions - 1))];
        if (here >= SeenInEach || !m_obstacles.isFree({point, at}, Clear, box))
            continue;
        ++here;
        seen.push_back(candidate->corner);
    }
    return seen;
}

const std::vector<int> &Wayfinder::seenFromBox(int box)
{
    auto &seen = m_seenFromBoxes[std::size_t(box)];
    if (!seen)
        seen = seenFrom(m_obstacles.boxes()[std::size_t(box)].center(), box, -1);
    return *seen;
}

std::optional<std::vector<int>> Wayfinder::way(int from, int to)
{
    const QPointF start = m_obstacles.boxes()[std::size_t(from)].center();
    const QPointF end = m_obstacles.boxes()[std::size_t(to)].center();
    ++m_search;
    for (const int corner : seenFromBox(to))
        m_goal[std::size_t(corner)] = m_search;
    struct Entry
    {
        double whole;
        double cost;
        int corner; ///< −1: the end.
        bool operator<(const Entry &other) const { return whole != other.whole ? whole > other.whole : corner > other.corner; }
    };
    std::priority_queue<Entry> open;
    const auto offer = [&](int index, double cost, int before) {
        const auto i = std::size_t(index);
        const Corner &corner = m_corners[i];
        cost += BendCost + (corner.box == from || corner.box == to ? OwnCorner : 0);
        if (m_stamp[i] == m_search && m_costs[i] <= cost)
            return;
        m_stamp[i] = m_search;
        m_costs[i] = cost;
        m_before[i] = before;
        open.push({cost + length(end - corner.at), cost, index});
    };
    for (const int corner : seenFromBox(from))
        offer(corner, length(m_corners[std::size_t(corner)].at - start), -1);
    double best = std::numeric_limits<double>::infinity();
    int last = -1;
    while (!open.empty()) {
        const Entry entry = open.top();
        open.pop();
        if (entry.whole >= best)
            break;
        const auto i = std::size_t(entry.corner);
        if (entry.cost > m_costs[i])
            continue;
        if (m_goal[i] == m_search && entry.whole < best) {
            best = entry.whole;
            last = entry.corner;
            continue;
        }
        for (const int next : m_seen[i])
            offer(next, entry.cost + length(m_corners[std::size_t(next)].at - m_corners[i].at), entry.corner);
    }
    if (last < 0)
        return {};
    std::vector<int> bends;
    for (int corner = last; corner >= 0; corner = m_before[std::size_t(corner)])
        bends.push_back(corner);
    std::reverse(bends.begin(), bends.end());
    // Bends that are not needed: the graph has not all lines of sight.
    for (bool again = true; again;) {
        again = false;
        for (std::size_t i = 0; i < bends.size(); ++i) {
            const QPointF before = i == 0 ? start : m_corners[std::size_t(bends[i - 1])].at;
            const QPointF after = i + 1 == bends.size() ? end : m_corners[std::size_t(bends[i + 1])].at;
            if (m_obstacles.isFree({before, after}, Clear, i == 0 ? from : -1, i + 1 == bends.size() ? to : -1)) {
                bends.erase(bends.begin() + std::ptrdiff_t(i));
                again = true;
                break;
            }
        }
    }
    return bends;
}

} // namespace entente::network
