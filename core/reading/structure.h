#pragma once

#include "core/reading/document.h"
#include "core/reading/lines.h"

namespace entente::reading {

class Hyphens;

/// The blocks of a text whose furniture is already set aside. Every line ends in exactly one block.
std::vector<Block> recogniseStructure(const std::vector<Line> &lines, const Hyphens &hyphens, std::vector<Join> &joins,
                                      const Progress &progress);

} // namespace entente::reading
