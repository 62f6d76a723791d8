#pragma once

#include "core/model/edits.h"

/// What readers see as fields of a record though it is kept in rows of its own: a meeting's heads, institutions and read-out, the address of
/// an evidence. Edits take them under the names that lists print.
namespace entente::model::edits {

/// Takes such fields of `row` out of `fields` and adds the rows they mean to `changes`. Refuses unknown records and unreadable lists.
Result<void> takeDetails(const Model &model, const Meeting &row, FieldTexts &fields, ChangeSet &changes);
/// `address` and `source_kind` make or find the source; `row.origin` is set to it.
Result<void> takeDetails(const Model &model, Evidence &row, FieldTexts &fields, ChangeSet &changes);

} // namespace entente::model::edits
