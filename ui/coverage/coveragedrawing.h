#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"
#include "ui/coverage/arrangement.h"
#include "ui/paint/drawing.h"

#include <memory>

namespace entente::ui {

/// How a matrix is drawn on paper.
struct CoverageOptions
{
    CoverageArrangement arrangement; ///< Order, rounds, and what is folded; or areas instead of clauses.
    double width = 1440;    ///< px at 100 %; wider where the columns need it.
    bool wholeWords = true; ///< Rows as high as their words need; else one line each, cut at its end.
    bool key = true;        ///< Signs with their words at the foot; a page has them in its legend.
    QString explain;        ///< A clause whose state is explained at the foot.
};

std::unique_ptr<Drawing> coverageDrawing(const Lookup &lookup, const Lens &lens, const CoverageOptions &options);

} // namespace entente::ui
