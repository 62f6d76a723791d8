#pragma once

#include "core/reading/document.h"
#include "core/reading/lines.h"

namespace entente::reading {

class Hyphens;

/// A line, or what of it belongs to one block.
struct Piece
{
    std::size_t line = 0; ///< Index into the lines.
    QString text;
    bool apart = false; ///< A blank line parts it from the text above.
};

using Pieces = std::vector<Piece>;

/// The pieces as one text. Wrapped lines are joined, with what became of hyphens added to `joins`; items with a bullet and cells of a table
/// stand on lines of their own.
QString joinPieces(const std::vector<Line> &lines, const Pieces &pieces, const Hyphens &hyphens, std::vector<Join> &joins);

/// Where the pieces stand: a box for each page, and for each column of it.
std::vector<model::PagePlace> placesOf(const std::vector<Line> &lines, const Pieces &pieces);

/// Whether a piece begins an item with a bullet, judged with the piece above it; `width` is that of the lines.
bool beginsItem(const std::vector<Line> &lines, const Piece &above, const Piece &piece, qsizetype width);

} // namespace entente::reading
