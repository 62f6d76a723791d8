#pragma once

#include "core/reading/lines.h"
#include "core/reading/parts.h"

#include <vector>

namespace entente::reading {

/// A number that belongs to the numbering of the document. Several may stand on one line: `제2조(정의) ① …`.
struct Marker
{
    std::size_t line = 0; ///< Index into the lines.
    QString printed;      ///< `14.`, `c.`, `(ii)`, `Article 4`
    QString label;        ///< `14(c)`
    QString parent;       ///< Label of the unit above; empty at the top.
    QString title;        ///< In brackets behind an article: `(Purpose)`
    QString rest;         ///< What follows the number on its line, up to the next marker there.
    int depth = 1;        ///< 1 at the top.
    bool article = false;
    bool counts = false; ///< Its number is a figure: `1.`, `(1)`, `①`
};

/// A line that names a part: a chapter, an annex.
struct PartLine
{
    std::size_t line = 0;
    parts::PartHead head;
};

/// How a document counts its units, in the order of the lines.
struct Numbering
{
    std::vector<Marker> markers;
    std::vector<PartLine> parts;
};

/// The markers of all units and the heads of all parts. Lines that are set aside, notes and cells of tables do not take part. A number that
/// does not continue a sequence is text: a wrapped line that starts with "2004." begins no clause.
Numbering findNumbering(const std::vector<Line> &lines);

/// Whether the line is text of the document's body: not set aside and no note.
bool isBody(const Line &line);

/// Whether a blank line parts the line from the text above it; the blank around a page's header or footer parts nothing.
bool standsApart(const std::vector<Line> &lines, std::size_t line);

} // namespace entente::reading
