#pragma once

#include "core/exchange/network.h"

namespace entente::ui {

/// Where the records of a map stand in the stress layout of everything, and the colours of their sides: what a graph program shows first.
/// Needs the drawing fonts; for networks of thousands of nodes it takes seconds.
exchange::NetworkLook networkLook(const Lookup &lookup);

} // namespace entente::ui
