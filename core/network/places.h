#pragma once

#include <QPointF>
#include <QSizeF>

#include <unordered_map>
#include <vector>

namespace entente::network {

/// Boxes that have their place, and the nearest free place for another one. A grid of cells that hold the boxes which reach into them.
/// Boxes are apart if they are apart by `gap` in x or in y.
class Places
{
public:
    /// Cells of about the size of a usual box are best.
    Places(double cell, double gap);

    void add(const QPointF &centre, const QSizeF &box);
    bool isFree(const QPointF &centre, const QSizeF &box) const { return firstHit(centre, box) < 0; }

    /// The nearest free centre on 32 rays from `centre`, or `centre` itself. A ray jumps from border to border of what is in its way, so
    /// there always is one.
    /// From `least` on, for who knows that nothing is free before.
    QPointF nearestFree(const QPointF &centre, const QSizeF &box, double least = 0) const;

    /// Takes the nearest free place. Where it was far, the next box from thereabouts begins its search near that distance: places only
    /// fill, and n boxes at one point would otherwise each walk through all the ones before.
    QPointF takeNearest(const QPointF &centre, const QSizeF &box);

private:
    struct Taken
    {
        QPointF centre;
        QSizeF half;
    };
    struct Crowd
    {
        QPointF centre;
        double free; ///< how far the nearest free place was
    };
    struct Range
    {
        qint64 left, right, top, bottom;
    };
    Range cellsOf(const QPointF &centre, const QSizeF &box) const;
    bool collides(const Taken &taken, const QPointF &centre, const QSizeF &box) const;
    int firstHit(const QPointF &centre, const QSizeF &box) const;

    double m_cell;
    double m_gap;
    std::vector<Taken> m_taken;
    std::unordered_map<quint64, std::vector<int>> m_cells;
    std::unordered_map<quint64, Crowd> m_crowds;
    std::vector<int> m_large; ///< boxes over too many cells: always asked
};

} // namespace entente::network
