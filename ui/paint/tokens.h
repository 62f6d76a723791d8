#pragma once

#include "core/base/vocabulary.h"
#include "core/model/enums.h"

#include <QColor>

namespace entente::ui {

enum class Theme { Light, Dark, Mono };

/// The colours of everything that we paint; the chrome of the window keeps the system's palette. A test computes their contrasts.
struct Tokens
{
    Theme theme = Theme::Light;
    QColor canvas, ink, ink2, ink3, hair, grid;
    QColor eu, rok, multilateral, third;
    QColor laneEu, laneRok, laneOthers;
    QColor pillarEu, pillarRok;
    QColor selectionFill, selectionRing;
    QColor responsible, reviews, missing;
    QColor warn;

    /// Fill, second colour (hatch or outline) and letter of a progress tile.
    struct State
    {
        QColor fill, second, letter;
    };
    State states[8]; ///< By model::ProgressState.

    /// The colour of a side's bars, frames and lines; ink for none.
    QColor side(model::Side side) const;
    const State &state(model::ProgressState state) const { return states[int(state)]; }
};

const Tokens &tokens(Theme theme);

/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
double contrast(const QColor &one, const QColor &other);

} // namespace entente::ui
