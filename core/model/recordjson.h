#pragma once

#include "core/model/lookup.h"

#include <QJsonArray>
#include <QJsonObject>

/// Records as JSON for readers: the fields by their names, and what hangs on a record where readers expect it in one place.
namespace entente::model {

/// One record; a meeting with its heads, institutions and read-out, evidence with its passage or address. Empty where there is none.
QJsonObject recordJson(const Lookup &lookup, const QString &id);

/// All records of a kind, in the order in which people read them: clauses as in the text, meetings by date, the rest by key.
QJsonArray listJson(const Lookup &lookup, Kind kind);

/// A record with its relations, the evidence of both and the passages behind them.
QJsonObject showJson(const Lookup &lookup, const QString &id);

/// The key of a record from what a user wrote: the key itself, `ins-sdp@EDITION/14(c)` of the current edition, or a citation `SDP 14(c)`.
std::optional<QString> resolve(const Lookup &lookup, const QString &text);

/// Everything, for exchange: `{"format": …, "institutions": […], …}` with exact fields.
QJsonObject mapJson(const Model &model);

} // namespace entente::model
