#pragma once

#include "core/base/vocabulary.h"
#include "core/reading/lines.h"

#include <QSizeF>

#include <vector>

/// From what stands where on the pages to lines in reading order.
namespace entente::reading {

/// A run of characters with its box, in points from the top left corner of the page.
struct PdfPiece
{
    qsizetype start = 0; ///< In the text of its line; the run goes on to the next piece.
    QRectF box;
};

/// A line of text as the PDF reader strings it together, in the order in which the page draws it.
struct PdfTextLine
{
    QString text;
    std::vector<PdfPiece> pieces;
};

struct PdfPage
{
    QSizeF size;
    std::vector<PdfTextLine> lines;
    bool placed = true; ///< The boxes are those of the page as it is shown.
};

/// The lines of all pages, page after page, each page from top to bottom and column after column, with box, size of letters (by the height
/// of their ink), blank lines where the distance is wide, `why` for watermarks, `Part::Note` for footnotes. No word is left out; a page
/// without words gives no line.
std::vector<Line> layOutPages(const std::vector<PdfPage> &pages);

} // namespace entente::reading
