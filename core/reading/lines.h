#pragma once

#include "core/base/vocabulary.h"

#include <QString>

#include <vector>

namespace entente::reading {

/// A line that has words, with what its surroundings say about it. Blank lines live on in `blankBefore`.
struct Line
{
    QString text; ///< Trimmed.
    int page = 1;
    bool blankBefore = false;
    bool pageStart = false; ///< A form feed stood before it.
    bool gap = false;       ///< It stands for text that was taken out.
    QString why;            ///< Why it is set aside; empty: it belongs to the body.
};

/// The lines of a text that hold words; form feeds give the pages. Lines such as DELETED or [...] are marked as gaps.
std::vector<Line> splitLines(const QString &text);

/// Whether a line alone stands for text that was taken out.
bool isGapMark(const QString &line);

/// The length at which the lines of this body were wrapped (its ninth decile), in characters.
qsizetype wrapWidth(const std::vector<Line> &lines);

/// Whether the text ends a sentence, an item or an introduction.
bool endsSentence(const QString &text);

/// Whether `line` was ended on purpose: the first word of `next` would have found room in it.
bool endedEarly(const QString &line, const QString &next, qsizetype width);

} // namespace entente::reading
