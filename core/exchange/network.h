#pragma once

#include "core/exchange/networkfile.h"
#include "core/model/lookup.h"

#include <QHash>

#include <array>

/// A map as a network for graph programs, and their networks taken into a map.
namespace entente::exchange {

/// How nodes look in programs that show it; the records themselves know nothing of it.
struct NetworkLook
{
    QHash<QString, QPointF> places;        ///< Of the records that are drawn; what belongs to them is put around them.
    std::array<quint32, 5> sideColours{};  ///< 0xRRGGBB, in the order of `Side`.
};

/// Every institution, person, dialogue, area, instrument, clause of a current edition, meeting and commitment, and what joins them: relations,
/// attendance ("took part"), posts ("holds post") and references ("round of"). With all their fields, their sources and, where known, dates.
NetworkFile networkOf(const model::Lookup &lookup, const NetworkLook &look = {});

/// What taking in a file would do.
struct TakenIn
{
    model::ChangeSet changes;
    QStringList remarks; ///< What was read and could not be kept, or was understood in a way that should be known; one sentence each.
};

/// A network's nodes and lines as records of this map. Nodes with an attribute `record` are the records that they were; others are records of the same name
/// where there is exactly one, or new ones with keys derived from what they say, so that taking in twice adds nothing. A node becomes an
/// institution unless its attribute `kind` says otherwise, a line the relation `linked to` unless `type` does. `name` is the file's.
model::Result<TakenIn> takeIn(const model::Model &model, const NetworkFile &network, const QString &name);

} // namespace entente::exchange
