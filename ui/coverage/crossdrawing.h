#pragma once

#include "core/coverage/progress.h"
#include "ui/coverage/arrangement.h"
#include "ui/paint/drawing.h"

#include <memory>

namespace entente::ui {

/// Area × dialogue or area × institution as a drawing.
std::unique_ptr<Drawing> crossDrawing(const Lookup &lookup, const coverage::Coverage &coverage, CoverageArrangement::Table table);

} // namespace entente::ui
