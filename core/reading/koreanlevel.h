#pragma once

#include "core/reading/level.h"

namespace entente::reading {

/// How far a Korean sentence goes, as levelOf() says it.
Level koreanLevel(const QString &sentence, const PartialDate &heldOn);

/// Whether a Korean sentence only says who was there, when and where.
bool koreanAttendance(const QString &sentence);

} // namespace entente::reading
