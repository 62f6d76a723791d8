#pragma once

#include "core/base/vocabulary.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace entente::reading {

/// Where the format says that a line belongs; plain text says nothing and all is body.
enum class Part { Body, Header, Footer, Note, Cell };

/// A line that has words, with what its surroundings and its format say about it. Blank lines live on in `blankBefore`.
struct Line
{
    QString text; ///< Trimmed. Empty only for a gap that prints nothing.
    int page = 1;
    bool blankBefore = false;
    bool pageStart = false; ///< A page begins with it.
    bool gap = false;       ///< It stands for text that is not there.
    QString gapKind;        ///< Why it is not there: `deleted`, `omitted`, `illegible`, `not translated`, `no text layer`.
    QString why;            ///< Why it is set aside; empty: it belongs to the body.

    // What formats know beyond the words; nothing of it is relied on alone.
    Part part = Part::Body;
    bool whole = false;    ///< A paragraph of its own: nothing of it was wrapped (Word files, web pages).
    int headingLevel = 0;  ///< 1 to 9 where the format calls it a heading.
    int listLevel = 0;     ///< From 1, where the format calls it an item of a list.
    QRectF box;            ///< On its page, in points from the top left corner; null where the format has no pages.
    double fontSize = 0;   ///< In points; 0: not known.
    bool bold = false;
};

/// The lines of a text that hold words; form feeds give the pages. Lines such as DELETED or [...] are marked as gaps.
std::vector<Line> splitLines(const QString &text);

/// Whether a line alone stands for text that is not there; gaps.h says why it is not.
bool isGapMark(const QString &line);

/// The length that the lines of this body have at least where they were wrapped, the next word included; in columns: a syllable of Hangul takes
/// two.
qsizetype wrapWidth(const std::vector<Line> &lines);

/// Whether the text ends a sentence, an item or an introduction.
bool endsSentence(const QString &text);

/// Whether `line` was ended on purpose: the first word of `next` would have found room in it.
bool endedEarly(const QString &line, const QString &next, qsizetype width);

} // namespace entente::reading
