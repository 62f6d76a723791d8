#pragma once

#include "core/reading/lines.h"

namespace entente::reading {

/// Sets aside what is printed on every page and belongs to none: running headers and footers, page numbers, references, markings. Fills in
/// the pages where no form feed gave them. Says why line by line; changes no text.
void setFurnitureAside(std::vector<Line> &lines);

/// Sets aside the cover sheets that stand before a text (a Council note, a service's routing page): address, codes, subject.
void setCoverAside(std::vector<Line> &lines);

} // namespace entente::reading
