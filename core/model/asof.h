#pragma once

#include "core/model/lookup.h"

#include <QDate>

/// What is so on a day. Partial dates count if any of their days fits; an invalid day sets no limit.
namespace entente::model {

/// Whether a date may lie on or before a day. An unknown date does not.
bool mayBeBy(const PartialDate &date, const QDate &day);

/// Whether a date may lie on or after a day. An unknown date does not.
bool mayBeFrom(const PartialDate &date, const QDate &day);

/// The last day that a date may mean if it is not after `day`.
QDate lastDayBy(const PartialDate &date, const QDate &day);

/// Held, dated, and beginning not after the day.
bool isHeldBy(const Meeting &meeting, const QDate &day);

/// Whether the validity of a relation holds the day.
bool isValidOn(const Relation &relation, const QDate &day);

/// Whether a dialogue is in force on a day. Planned ones are, from the adoption of what founds them; one that ended on an unknown day is
/// until its last recorded round, or until its successor's.
bool isInForce(const Lookup &lookup, const Dialogue &dialogue, const QDate &day);

} // namespace entente::model
