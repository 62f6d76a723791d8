#pragma once

#include <QPointF>
#include <QSizeF>

#include <span>
#include <vector>

namespace entente::network {

/// Top left corners for rectangles, so that none overlap, `gap` apart, such that together they can be shown as large as possible in a place `aspect` times as
/// wide as high. Largest first, each at the lowest place of the skyline (Burke, Kendall, Whitwell 2004: "A new placement heuristic for the orthogonal
/// stock-cutting problem"; ours takes them in order of height), for several widths, of which the best is taken. The first of the highest rectangles is at
/// (0, 0).
std::vector<QPointF> packRectangles(std::span<const QSizeF> sizes, double gap, double aspect = 1.25);

} // namespace entente::network
