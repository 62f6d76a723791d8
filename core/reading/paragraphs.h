#pragma once

#include "core/reading/document.h"

namespace entente::reading {

/// Gives the paragraphs of a read-out that prints no numbers the labels `1`, `2` …, and the points below a paragraph (`ㅇ`, `-`, `※`)
/// `2(1)`, `2(2)` …: labels depend on the order of the paragraphs alone, so the same text always has the same. Texts that print numbers
/// keep them.
void numberParagraphs(std::vector<Block> &blocks);

} // namespace entente::reading
