#pragma once

#include "core/model/lookup.h"

namespace entente::ui {

/// What kind of proposal it is, as a heading: `Link`, `Meeting`, `Commitment`, `Name`, `Move`.
QString proposalKind(const QString &kind);

/// What acceptance would write, in words: "raises SDP 15: …", "a new round of …", "a promise: …, due 11 July 2025".
QString proposalInWords(const Lookup &lookup, const Suggestion &suggestion);

} // namespace entente::ui
