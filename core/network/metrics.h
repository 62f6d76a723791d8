#pragma once

#include "core/network/graph.h"

#include <QPointF>
#include <QRectF>

namespace entente::network {

/// The rectangle of a box around its centre.
QRectF boxAt(const QPointF &centre, const QSizeF &box);
std::vector<QRectF> boxesAt(const Graph &graph, std::span<const QPointF> positions);

/// How far the distances on paper are from those in the graph, whatever the scale of the drawing: 0 is perfect, below 0.2 is good for
/// networks. Over all pairs i < j that are connected, with w = d⁻², normalised stress is
///     min over α of  Σ w (α ‖x(i) − x(j)‖ − d)² / Σ w d²  =  1 − B² / (A · N),
/// A = Σ (‖x‖ / d)², B = Σ ‖x‖ / d, N pairs. The stress is that of Gansner, Koren, North 2004 ("Graph drawing by stress
/// majorization"); that α must be the best one to compare layouts: Ahmed, Erten, Kobourov, Lotz, Miller, Taraz 2024 ("Size should not
/// matter", arXiv 2408.04688). With more than `mostSources` nodes the pairs of that many evenly chosen ones are taken.
/// 0 for fewer than two connected nodes, 1 if all points coincide.
double normalisedStress(const Graph &graph, std::span<const QPointF> positions, int mostSources = 5'000);

/// Pairs of straight lines that cross or lie on each other. Parallel edges count once, loops not; lines with a common end only if one
/// lies on the other. Exact; a sweep over the lines' left ends, O(e log e + pairs of lines that overlap in x).
qint64 edgeCrossings(const Graph &graph, std::span<const QPointF> positions);

/// Pairs of rectangles that have area in common; those that only touch do not. Exact, O(n log n), for any number of overlaps.
qint64 overlapCount(std::span<const QRectF> rectangles);

/// Labels that cover another label or another's box: labels[i] belongs to boxes[i], and may cover that one. An empty label is none.
qint64 labelOverlapCount(std::span<const QRectF> labels, std::span<const QRectF> boxes);

} // namespace entente::network
