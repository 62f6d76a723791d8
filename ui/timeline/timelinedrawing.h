#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"
#include "ui/paint/drawing.h"

#include <QSizeF>

#include <memory>

namespace entente::ui {

/// How a timeline is drawn on paper.
struct TimelineOptions
{
    QDate from;               ///< Invalid: from the first round.
    QDate to;                 ///< Invalid: to the end of what has a place.
    double pixelsPerYear = 0; ///< 0: as wide as 1060 px for the whole range, never under 40 px a year.
    QSizeF room;              ///< To fill, in px at 100 %: years as wide, lanes as high as it allows; empty: lanes of 26 px.
    bool flags = true;        ///< Instruments above the lanes.
    bool yearBars = true;     ///< Rounds a year below them.
};

std::unique_ptr<Drawing> timelineDrawing(const Lookup &lookup, const Lens &lens, const TimelineOptions &options);

} // namespace entente::ui
