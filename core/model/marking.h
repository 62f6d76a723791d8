#pragma once

#include "core/model/lookup.h"

namespace entente::model {

/// The rank of a marking in the map's own list. An unknown marking ranks above all known ones; none ranks as public.
int markingRank(const Model &model, const QString &marking);

/// The higher of two markings; of two unknown ones the first in the alphabet, so that the answer does not depend on the order.
QString higherMarking(const Model &model, const QString &one, const QString &other);

/// The marking of everything in the map: the highest of its documents, or `public`.
QString markingOfMap(const Model &model);

/// The marking of a selection of records: the highest of the documents that they, their evidence and their texts come from.
QString markingOf(const Lookup &lookup, const QStringList &records);

/// Whether the map's list has this marking; where not, it ranks highest and the user is told.
bool isKnownMarking(const Model &model, const QString &marking);

} // namespace entente::model
