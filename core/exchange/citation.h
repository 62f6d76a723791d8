#pragma once

#include "core/model/lookup.h"

namespace entente::exchange {

/// The record that a citation names: `SDP 14(c)`, `ins-sdp/14(c)`, `ins-sdp@EDITION/14(c)`, or any identifier. Empty where there is none.
QString citedRecord(const Lookup &lookup, const QString &citation);

} // namespace entente::exchange
