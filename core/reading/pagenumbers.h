#pragma once

#include "core/reading/lines.h"

#include <optional>

namespace entente::reading {

/// A line as furniture sees it.
struct Shape
{
    QString key;               ///< The text with its figures and months evened out: lines of one running header agree in it. Empty: no furniture.
    QString counted;           ///< The text with the number that may count the pages replaced.
    std::optional<int> number; ///< That number.
    bool said = false;         ///< Its form says that it counts pages: `Page 3 of 12`, `- 3 -`.
};

/// Lines that can be no furniture, such as `(a)` or `Article 4`, have no key.
Shape shapeOf(const Line &line);

/// The lines that hold the page numbers: for each way of printing them the longest chain n, n+1, n+2 …; the longest of all wins. Empty where
/// none is long enough to be believed.
std::vector<std::size_t> pageNumberChain(const std::vector<Line> &lines, const std::vector<Shape> &shapes);

/// Gives the lines of a text without form feeds their pages, once its furniture is set aside: the run of furniture that ends the document is a
/// footer; what other runs have after the same lines is the header of the next page.
void numberPages(std::vector<Line> &lines, const std::vector<Shape> &shapes);

} // namespace entente::reading
