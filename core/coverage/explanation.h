#pragma once

#include "core/coverage/progress.h"

namespace entente::coverage {

/// Why a clause is in its state, in sentences: the rule and what made it apply, the dialogues and their rounds, the read-outs that are
/// missing, what does not count, and last what could still change it.
QStringList explanation(const Lookup &lookup, const Coverage &coverage, const ClauseState &state);

} // namespace entente::coverage
