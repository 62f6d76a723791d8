#pragma once

#include "core/model/model.h"

namespace entente::model {

/// Refuses what may not be stored: a missing reference, an impossible relation, an empty name, an end before its start, a key in use.
/// `model` is the map before the changes. Only the changed rows and those that refer to removed ones are looked at.
Result<void> validate(const Model &model, const ChangeSet &changes);

/// Every row of a map, by the same rules: what `check` prints and what opening a file demands.
std::vector<Error> problemsOf(const Model &model);

} // namespace entente::model
