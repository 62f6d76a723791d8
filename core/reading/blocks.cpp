#include "core/reading/blocks.h"

#include "core/reading/hyphens.h"
#include "core/reading/numbers.h"

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

bool beginsItem(const std::vector<Line> &lines, const Piece &above, const Piece &piece, qsizetype width)
{
    if (!numbers::startsWithBullet(piece.text))
        return false;
    // A dash may also begin a wrapped line in the middle of a sentence.
    const bool onlyBullet = !u"-–—·*o"_s.contains(piece.text[0]);
    return onlyBullet || piece.apart || lines[piece.line].whole || lines[piece.line].listLevel > 0 || above.text.isEmpty() ||
           endsSentence(above.text) || above.text.endsWith(u',') || numbers::startsWithBullet(above.text) ||
           endedEarly(lines[above.line].text, piece.text, width);
}

QString joinPieces(const std::vector<Line> &lines, const Pieces &pieces, const Hyphens &hyphens, std::vector<Join> &joins)
{
    QStringList paragraphs;
    QStringList wrapped; // the lines of the paragraph that is being gathered
    bool onNewLine = false;
    const auto finish = [&](bool newLine) {
        const QString text = hyphens.joinLines(wrapped, joins);
        wrapped.clear();
        if (!text.isEmpty()) {
            if (!paragraphs.isEmpty() && !onNewLine)
                paragraphs.back() += u' ' + text;
            else
                paragraphs.append(text);
        }
        onNewLine = newLine;
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Line &line = lines[pieces[i].line];
        if (i > 0) {
            const Line &above = lines[pieces[i - 1].line];
            const bool cell = line.part == Part::Cell || above.part == Part::Cell;
            const bool item = cell || beginsItem(lines, pieces[i - 1], pieces[i], hyphens.width());
            if (item || line.whole || above.whole)
                finish(item);
        }
        wrapped.append(pieces[i].text);
    }
    finish(false);
    return paragraphs.join(u'\n');
}

std::vector<model::PagePlace> placesOf(const std::vector<Line> &lines, const Pieces &pieces)
{
    std::vector<model::PagePlace> places;
    double lastTop = 0;
    for (const Piece &piece : pieces) {
        const Line &line = lines[piece.line];
        if (line.box.isNull())
            continue;
        // Text that goes on higher up on its page goes on in the next column.
        const bool goesOn = !places.empty() && places.back().page == line.page && line.box.top() >= lastTop - line.box.height();
        if (goesOn)
            places.back().box = places.back().box.united(line.box);
        else
            places.push_back({line.page, line.box});
        lastTop = line.box.top();
    }
    return places;
}

} // namespace entente::reading
