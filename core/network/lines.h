#pragma once

#include "core/base/progress.h"
#include "core/network/picture.h"

/// The lines of a drawing whose boxes have their places.
namespace entente::network {

/// Up to so many lines are led around boxes, among up to so many boxes; where there are more, a way around says nothing to a reader and lines stay straight.
inline constexpr int MostRoutedLines = 2'000;
inline constexpr int MostRoutedBoxes = 1'200;

struct LineOptions
{
    /// Lines to lead, by their identifiers in the snapshot; empty: all.
    QSet<QString> only;
    /// The group of each box, for a circular drawing: its lines run through the middle in bundles. Empty: the shortest ways.
    std::vector<int> groups;
};

/// Leads lines around the boxes and finds places for their beads and numbers. Does nothing where there are more lines or boxes than are routed; when
/// cancelled, lines are straight.
void leadLines(Picture &picture, const Snapshot &snapshot, const LineOptions &options, const Progress &progress);

/// How often lines pass through boxes that are not their ends. A line that is drawn above a pillar does not count.
int linesThroughBoxes(const Picture &picture, const Snapshot &snapshot);

} // namespace entente::network
