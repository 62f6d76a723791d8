#pragma once

#include "core/base/progress.h"
#include "core/network/graph.h"

namespace entente::network {

/// A line between two things that stand around a circle, and how much a crossing with it counts.
struct Chord
{
    int source = 0;
    int target = 0;
    double weight = 1;
};

/// An order of the things 0 … count − 1 around a circle in which few chords cross. Things of one block (one entry a thing, or empty) stand side
/// by side. The same for the same input; when cancelled the order is complete, but has more crossings than need be.
std::vector<int> circularOrder(int count, std::span<const Chord> chords, std::span<const int> blocks, const base::Progress &progress);

/// The weight of the crossings in an order: for two chords of weight a and b that cross, a · b.
double circularCrossings(std::span<const int> order, std::span<const Chord> chords);

} // namespace entente::network
