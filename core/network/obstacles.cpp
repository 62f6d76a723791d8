#include "core/network/obstacles.h"

#include "core/network/routing.h"

#include <algorithm>
#include <cmath>

namespace entente::network {

Obstacles::Obstacles(std::vector<QRectF> boxes) : m_boxes(std::move(boxes))
{
    double width = 0;
    double height = 0;
    for (const QRectF &box : m_boxes) {
        m_bounds |= box;
        width += box.width();
        height += box.height();
    }
    m_bounds.adjust(-MostRoom, -MostRoom, MostRoom, MostRoom);
    const double count = std::max(1.0, double(m_boxes.size()));
    constexpr double UsualBoxes = 1.5; // in a cell, across and down
    constexpr int MostCells = 512;     // in a row
    m_columns = std::clamp(int(m_bounds.width() / std::max(8.0, UsualBoxes * width / count)), 1, MostCells);
    m_rows = std::clamp(int(m_bounds.height() / std::max(8.0, UsualBoxes * height / count)), 1, MostCells);
    m_cell = QSizeF(std::max(1e-6, m_bounds.width() / m_columns), std::max(1e-6, m_bounds.height() / m_rows));

    const auto cellsOf = [&](const QRectF &box, auto visit) {
        const int right = columnOf(box.right() + MostRoom);
        const int foot = rowOf(box.bottom() + MostRoom);
        for (int row = rowOf(box.top() - MostRoom); row <= foot; ++row) {
            for (int column = columnOf(box.left() - MostRoom); column <= right; ++column)
                visit(std::size_t(row) * std::size_t(m_columns) + std::size_t(column));
        }
    };
    m_offsets.assign(std::size_t(m_columns) * std::size_t(m_rows) + 1, 0);
    for (const QRectF &box : m_boxes)
        cellsOf(box, [&](std::size_t cell) { ++m_offsets[cell + 1]; });
    for (std::size_t cell = 1; cell < m_offsets.size(); ++cell)
        m_offsets[cell] += m_offsets[cell - 1];
    m_items.resize(std::size_t(m_offsets.back()));
    std::vector<int> next(m_offsets.begin(), m_offsets.end() - 1);
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        cellsOf(m_boxes[i], [&](std::size_t cell) { m_items[std::size_t(next[cell]++)] = int(i); });
}

int Obstacles::columnOf(double x) const
{
    return int(std::clamp((x - m_bounds.left()) / m_cell.width(), 0.0, m_columns - 1.0));
}

int Obstacles::rowOf(double y) const
{
    return int(std::clamp((y - m_bounds.top()) / m_cell.height(), 0.0, m_rows - 1.0));
}

/// Calls `visit` for the boxes in the cells along a line, some more than once, until it says true.
template<typename Visit>
void Obstacles::visitAlong(const QLineF &line, double room, Visit visit) const
{
    const bool forwards = line.x1() <= line.x2();
    const QPointF from = forwards ? line.p1() : line.p2();
    const QPointF to = forwards ? line.p2() : line.p1();
    const int last = columnOf(to.x() + room);
    const double slope = to.x() - from.x() > 1e-9 ? (to.y() - from.y()) / (to.x() - from.x()) : 0;
    const bool upright = to.x() - from.x() <= 1e-9;
    for (int column = columnOf(from.x() - room); column <= last; ++column) {
        const double left = std::clamp(m_bounds.left() + column * m_cell.width() - room, from.x(), to.x());
        const double right = std::clamp(m_bounds.left() + (column + 1) * m_cell.width() + room, from.x(), to.x());
        const double one = upright ? from.y() : from.y() + (left - from.x()) * slope;
        const double other = upright ? to.y() : from.y() + (right - from.x()) * slope;
        const int foot = rowOf(std::max(one, other) + room);
        for (int row = rowOf(std::min(one, other) - room); row <= foot; ++row) {
            const std::size_t cell = std::size_t(row) * std::size_t(m_columns) + std::size_t(column);
            for (int i = m_offsets[cell]; i < m_offsets[cell + 1]; ++i) {
                if (visit(m_items[std::size_t(i)]))
                    return;
            }
        }
    }
}

int Obstacles::hit(const QLineF &line, double room, int one, int other) const
{
    int found = -1;
    visitAlong(line, room, [&](int item) {
        if (item == one || item == other || !passesThrough(line, m_boxes[std::size_t(item)].adjusted(-room, -room, room, room)))
            return false;
        found = item;
        return true;
    });
    return found;
}

std::vector<int> Obstacles::allHits(const QLineF &line, double room) const
{
    std::vector<int> found;
    visitAlong(line, room, [&](int item) {
        if (passesThrough(line, m_boxes[std::size_t(item)].adjusted(-room, -room, room, room)))
            found.push_back(item);
        return false;
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool Obstacles::covers(const QRectF &area, int one, int other) const
{
    const int right = columnOf(area.right());
    const int foot = rowOf(area.bottom());
    for (int row = rowOf(area.top()); row <= foot; ++row) {
        for (int column = columnOf(area.left()); column <= right; ++column) {
            const std::size_t cell = std::size_t(row) * std::size_t(m_columns) + std::size_t(column);
            for (int i = m_offsets[cell]; i < m_offsets[cell + 1]; ++i) {
                const int item = m_items[std::size_t(i)];
                if (item != one && item != other && m_boxes[std::size_t(item)].intersects(area))
                    return true;
            }
        }
    }
    return false;
}

} // namespace entente::network
