#pragma once

#include "core/reading/lines.h"

namespace entente::reading {

/// Sets aside what is printed on every page and belongs to none: running headers and footers, page numbers, references, markings. Fills in
/// the pages where no form feed gave them. Says why line by line; changes no text.
void setFurnitureAside(std::vector<Line> &lines);

/// Sets aside the cover sheets that stand before a text (a Council note, a service's routing page): address, codes, subject.
void setCoverAside(std::vector<Line> &lines);

/// Sets aside tables of contents: they name what comes, and their lines look like it.
void setContentsAside(std::vector<Line> &lines);

/// Marks the footnotes at the bottoms of pages as notes, where the format has not.
void markNotes(std::vector<Line> &lines);

/// Whether a footnote begins with the line: `3 See …`, `¹ …`, `[2] …`, `* …`.
bool startsNote(const QString &line);

} // namespace entente::reading
