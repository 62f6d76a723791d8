#pragma once

#include "core/base/progress.h"
#include "core/network/obstacles.h"

#include <optional>

namespace entente::network {

/// A point outside of a corner of a box, where a line may bend.
struct Corner
{
    QPointF at;
    int box = 0;
    QPointF outwards; ///< From the box, of length 1 in x and in y.
};

/// The shortest ways around boxes, from box to box, with bends at a little distance from corners (see wiring.cpp).
class Wayfinder
{
public:
    static constexpr double Room = 5;  ///< px from a box to a bend; the layouts keep boxes 8 apart or more.
    static constexpr double Clear = 2; ///< px that a line keeps from other boxes.

    Wayfinder(const Obstacles &obstacles, const base::Progress &progress);

    /// The bends of the shortest way; nothing where there is none.
    std::optional<std::vector<int>> way(int from, int to);
    const Corner &corner(int index) const { return m_corners[std::size_t(index)]; }

private:
    std::vector<int> seenFrom(const QPointF &point, int box, int self) const;
    const std::vector<int> &seenFromBox(int box);

    const Obstacles &m_obstacles;
    std::vector<Corner> m_corners;
    std::vector<std::vector<int>> m_seen;
    std::vector<std::optional<std::vector<int>>> m_seenFromBoxes; ///< From their centres, as they are needed.
    // Of the search, valid where the stamp is that of the present one.
    std::vector<int> m_stamp;
    std::vector<int> m_goal;
    std::vector<double> m_costs;
    std::vector<int> m_before;
    int m_search = 0;
};

} // namespace entente::network
