#pragma once

#include "core/network/obstacles.h"
#include "core/network/picture.h"

namespace entente::network {

/// Finds a place on its line for each bead and number: on no box, no other bead or number and, where it can be, no other line; else near the middle.
/// The shortest lines choose first.
/// @param wanted the strokes to do, one entry a stroke; the marks of all others stay and are kept free. Empty: all.
void placeMarks(Picture &picture, const Obstacles &obstacles, const std::vector<char> &wanted);

/// The room of a stroke's number around its middle, as it is painted.
QRectF numberRect(const Stroke &stroke, const QPointF &at);

/// Whether something is drawn in the middle of the line: it is not stated, has no source, or is not to be confused.
bool hasBead(const Stroke &stroke);

} // namespace entente::network
