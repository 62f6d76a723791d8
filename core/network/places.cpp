#include "core/network/places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace entente::network {

namespace {

constexpr double MostCells = 256; // a box over more cells than this is kept apart
constexpr double Touch = 1e-6; // boxes are put this much farther apart than asked, so that rounding makes no overlap

quint64 key(qint64 column, qint64 row)
{
    return (static_cast<quint64>(column) << 32) ^ (static_cast<quint64>(row) & 0xFFFFFFFFu);
}

double distance(const QPointF &a, const QPointF &b)
{
    return std::sqrt(QPointF::dotProduct(a - b, a - b));
}

/// 32 directions around the circle, from rational points of a quarter: the same on every machine, unlike sin and cos.
std::array<QPointF, 32> directions()
{
    std::array<QPointF, 32> result;
    for (std::size_t i = 0; i < 8; ++i) {
        const double t = static_cast<double>(i) / 8;
        const double length = std::sqrt(t * t + (1 - t) * (1 - t));
        const QPointF u((1 - t) / length, t / length);
        result[i] = u;
        result[i + 8] = QPointF(-u.y(), u.x());
        result[i + 16] = -u;
        result[i + 24] = QPointF(u.y(), -u.x());
    }
    return result;
}

} // namespace

Places::Places(double cell, double gap) : m_cell(std::max(cell, 1e-3)), m_gap(gap + Touch) {}

Places::Range Places::cellsOf(const QPointF &centre, const QSizeF &box) const
{
    const auto cell = [this](double value) { return static_cast<qint64>(std::floor(std::clamp(value / m_cell, -1e15, 1e15))); };
    const double w = box.width() / 2 + m_gap;
    const double h = box.height() / 2 + m_gap;
    return {cell(centre.x() - w), cell(centre.x() + w), cell(centre.y() - h), cell(centre.y() + h)};
}

void Places::add(const QPointF &centre, const QSizeF &box)
{
    const int index = static_cast<int>(m_taken.size());
    m_taken.push_back({centre, box / 2});
    const Range range = cellsOf(centre, box);
    if (static_cast<double>(range.right - range.left + 1) * static_cast<double>(range.bottom - range.top + 1) > MostCells) {
        m_large.push_back(index);
        return;
    }
    for (qint64 column = range.left; column <= range.right; ++column) {
        for (qint64 row = range.top; row <= range.bottom; ++row)
            m_cells[key(column, row)].push_back(index);
    }
}

bool Places::collides(const Taken &taken, const QPointF &centre, const QSizeF &box) const
{
    return std::abs(taken.centre.x() - centre.x()) < taken.half.width() + box.width() / 2 + m_gap - Touch / 2
        && std::abs(taken.centre.y() - centre.y()) < taken.half.height() + box.height() / 2 + m_gap - Touch / 2;
}

int Places::firstHit(const QPointF &centre, const QSizeF &box) const
{
    for (const int index : m_large) {
        if (collides(m_taken[static_cast<std::size_t>(index)], centre, box))
            return index;
    }
    const Range range = cellsOf(centre, box);
    const double cells = static_cast<double>(range.right - range.left + 1) * static_cast<double>(range.bottom - range.top + 1);
    if (cells > static_cast<double>(m_taken.size())) {
        const auto hit = std::find_if(m_taken.begin(), m_taken.end(), [&](const Taken &taken) { return collides(taken, centre, box); });
        return hit == m_taken.end() ? -1 : static_cast<int>(hit - m_taken.begin());
    }
    for (qint64 column = range.left; column <= range.right; ++column) {
        for (qint64 row = range.top; row <= range.bottom; ++row) {
            const auto found = m_cells.find(key(column, row));
            if (found == m_cells.end())
                continue;
            for (const int index : found->second) {
                if (collides(m_taken[static_cast<std::size_t>(index)], centre, box))
                    return index;
            }
        }
    }
    return -1;
}

QPointF Places::takeNearest(const QPointF &centre, const QSizeF &box)
{
    constexpr double CellsOfACrowd = 4;
    constexpr double Crowded = 10; // boxes away
    const auto cell = [&](double value) { return static_cast<qint64>(std::floor(value / (CellsOfACrowd * m_cell))); };
    const quint64 where = key(cell(centre.x()), cell(centre.y()));
    const double size = distance({}, {box.width() + m_gap, box.height() + m_gap});
    double least = 0;
    if (const auto crowd = m_crowds.find(where); crowd != m_crowds.end() && crowd->second.free > Crowded * size)
        least = std::max(0.0, crowd->second.free - distance(crowd->second.centre, centre) - 2 * size);
    const QPointF place = nearestFree(centre, box, least);
    m_crowds.insert_or_assign(where, Crowd{centre, distance(place, centre)});
    add(place, box);
    return place;
}

QPointF Places::nearestFree(const QPointF &centre, const QSizeF &box, double least) const
{
    static const std::array<QPointF, 32> rays = directions();
    if (isFree(centre, box))
        return centre;
    double best = std::numeric_limits<double>::infinity();
    QPointF place = centre;
    for (const QPointF &ray : rays) {
        double length = least;
        while (length < best) {
            const QPointF here = centre + length * ray;
            const int hit = firstHit(here, box);
            if (hit < 0) {
                best = length;
                place = here;
                break;
            }
            const Taken &taken = m_taken[static_cast<std::size_t>(hit)];
            const double w = taken.half.width() + box.width() / 2 + m_gap;
            const double h = taken.half.height() + box.height() / 2 + m_gap;
            const double leaveX = ray.x() == 0 ? std::numeric_limits<double>::infinity()
                                               : (taken.centre.x() + std::copysign(w, ray.x()) - centre.x()) / ray.x();
            const double leaveY = ray.y() == 0 ? std::numeric_limits<double>::infinity()
                                               : (taken.centre.y() + std::copysign(h, ray.y()) - centre.y()) / ray.y();
            length = std::max(length + Touch, std::min(leaveX, leaveY));
        }
    }
    return place;
}

} // namespace entente::network
