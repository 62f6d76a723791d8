#pragma once

#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

/// Which boxes belong to which words.
///
/// Qt Pdf gives a page as one text, whose lines end in CR LF, and as one list of boxes, one for each run of the page's own drawing commands
/// (a line, a word, a letter, as the file's maker pleased). It does not say which is which; asking for single stretches does, but
/// reads the whole page again each time. So the boxes are dealt out to the lines in order, by how wide and how high their letters should be
/// and by which boxes stand beside each other (dynamic programming over lines with a beam over boxes), and asked for only where that is
/// in doubt.
namespace entente::extract {

/// Where a run of characters stands.
struct Piece
{
    qsizetype start = 0; ///< In the line's text; the run goes on to the next piece.
    QRectF box;
};

struct TextLine
{
    qsizetype offset = 0; ///< Of its text in the page's.
    QString text;
    std::vector<Piece> pieces; ///< In order; empty where nothing is known.
};

/// The boxes of a stretch of the page's text; nothing where that cannot be said.
using Ask = std::function<std::vector<QRectF>(qsizetype offset, qsizetype length)>;

/// The lines of a page's text with their boxes. Asks at most `mostQuestions` times and counts down.
std::vector<TextLine> alignLines(const QString &text, const std::vector<QRectF> &boxes, const Ask &ask, int &mostQuestions);

} // namespace entente::extract
