#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace entente::network {

/// Boxes that lines have to keep away from, in a grid of cells, so that a question looks only at what is near.
class Obstacles
{
public:
    /// The most room that a question may ask for around a box, in px.
    static constexpr double MostRoom = 12;

    explicit Obstacles(std::vector<QRectF> boxes);

    const std::vector<QRectF> &boxes() const { return m_boxes; }

    /// A box, other than the two named, that a line passes through if every box were `room` larger on each side; −1: none.
    int hit(const QLineF &line, double room, int one = -1, int other = -1) const;
    bool isFree(const QLineF &line, double room, int one = -1, int other = -1) const { return hit(line, room, one, other) < 0; }

    /// Whether an area has anything in common with a box that is not one of the two.
    bool covers(const QRectF &area, int one = -1, int other = -1) const;

    /// All boxes that a line passes through, ascending, each once.
    std::vector<int> allHits(const QLineF &line, double room) const;

private:
    template<typename Visit>
    void visitAlong(const QLineF &line, double room, Visit visit) const;
    int columnOf(double x) const;
    int rowOf(double y) const;

    std::vector<QRectF> m_boxes;
    QRectF m_bounds;
    int m_columns = 1;
    int m_rows = 1;
    QSizeF m_cell = {1, 1};
    std::vector<int> m_offsets; ///< Of each cell in m_items, compressed sparse rows.
    std::vector<int> m_items;
};

} // namespace entente::network
