#pragma once

#include "core/network/picture.h"
#include "ui/network/networkpainter.h"
#include "ui/paint/drawing.h"

/// What rules of a style and comparisons add to the marks of the network, and their entries in the legend.
namespace entente::ui::networkpaint {

QColor colourOf(model::StyleColour colour, const Tokens &tokens);
/// Nothing for `None`.
QColor fillOf(model::StyleFill fill, const Tokens &tokens);

/// How a line looks, rules included.
LineStyle styleOf(const network::Stroke &stroke);
/// The colour of a line, rules included; what has no source warns whatever a rule says.
QColor colourOf(const network::Stroke &stroke, const Tokens &tokens);

/// Rows of strokes that tell the fills apart where there is no colour.
void paintPattern(QPainter &painter, const network::Box &box, const Look &look);
/// The sign of a comparison at the top left of a box, or on a line.
void paintDifference(QPainter &painter, const network::Box &box, const Look &look);
void paintDifference(QPainter &painter, const network::Stroke &stroke, const Look &look);
/// Behind a line that is part of a chain.
void paintHalo(QPainter &painter, const network::Stroke &stroke, const Look &look);
/// `+`, `–`, `~`; nothing for what is the same.
QString signOf(network::Differs differs);

/// What a rule asks for, in words: "dialogue, level: summit".
QString conditionWords(const model::StyleRule &rule);
/// What it changes, in words: "fill: blue, frame: double".
QString effectWords(const model::StyleEffects &effects);

/// Entries of exactly these rules, and of exactly these differences.
LegendEntry ruleEntry(const model::StyleRule &rule);
LegendEntry differenceEntry(network::Differs differs);

} // namespace entente::ui::networkpaint
