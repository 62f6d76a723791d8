#pragma once

#include "core/network/labels.h"

namespace entente::network {

struct LadderOptions
{
    /// Room across; the drawing is wider where bodies and reporting lines need more.
    double width = 852;
    /// Full names, Korean names, clauses and tick strips have room of their own: for A3 and larger.
    bool rich = false;
    /// Where the user placed records: centres, in the units of the drawing.
    QHash<QString, QPointF> places;
};

/// The ladder: lanes EU · joint · ROK · others, rungs by level. Any snapshot can be drawn; no two boxes overlap, unless the user placed
/// them so. The same everywhere for the same input. Steps and terms: ladder.cpp.
Picture ladder(const Snapshot &snapshot, const LadderOptions &options, const LabelMetrics &metrics);

/// The ladder of a snapshot with what was opened besides it: nothing of the first moves, the rest stands below in its lanes.
Picture ladderWith(const Snapshot &base, const Snapshot &whole, const LadderOptions &options, const LabelMetrics &metrics);

} // namespace entente::network
