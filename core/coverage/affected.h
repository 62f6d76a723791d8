#pragma once

#include "core/coverage/progress.h"
#include "core/model/changeset.h"

#include <QSet>

namespace entente::coverage {

/// The clauses whose state an edit may have changed, by key; nothing where the edit may have changed all of them (the instrument itself,
/// the order of its clauses, a kind of source, a measure of the rules). `lookup` is the map after the edit, `before` the coverage before it.
std::optional<QSet<QString>> affectedClauses(const Coverage &before, const Lookup &lookup, const ChangeSet &changes);

} // namespace entente::coverage
