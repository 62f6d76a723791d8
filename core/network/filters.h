#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QStringList>

/// What the filters of a lens let through. Filters on one field add up, filters on different fields narrow down; a record that has no such
/// field passes.
namespace entente::network {

/// The fields that a filter can ask for: side, level, kind, area, confidence, marking.
QStringList filterFields();

/// What records and lines of a map say in a field, in the order of its words; keys of records for `area`.
QStringList filterValues(const Lookup &lookup, const QString &field);

bool passesFilters(const Lookup &lookup, const QString &record, const Lens &lens);
bool passesConfidence(Confidence confidence, const Lens &lens);

/// A filter of this field is no limit: what is one line away from the record that is its value is shown besides, whatever the other
/// filters say. So an opened neighbourhood travels with the lens as filters do.
inline const QString alsoAround = QStringLiteral("also around");
/// The records whose neighbours are shown besides.
QStringList expandedRecords(const Lens &lens);

} // namespace entente::network
