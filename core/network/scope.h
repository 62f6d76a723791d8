#pragma once

#include "core/network/filters.h"

#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QMap>

/// Which records a lens shows in the network.
namespace entente::network {

struct Shown
{
    QStringList records;           ///< In the order of their keys.
    QMap<QString, QString> folded; ///< Body → the one in which it is drawn.
    int foldedAreas = 0;           ///< Areas of the first view that had to give way.
    int total = 0;                 ///< Bodies, dialogues, areas and instruments in the map.
};

Shown shownRecords(const Lookup &lookup, const Lens &lens);

/// Whether the network draws records of this kind as nodes.
bool isNodeKind(Kind kind);

/// Whether the lens asks for what was in force on any day from one to another.
bool isRange(const Lens &lens);
/// Whether the lens lets a record or line through on its day, or on any day of its range. Without a day, or unless it asks for what is in
/// force, everything passes.
bool isInForce(const Relation &relation, const Lens &lens);
bool isInForce(const PartialDate &from, const PartialDate &to, const Lens &lens);
bool isInForce(const Lookup &lookup, const QString &record, const Lens &lens);
/// Whether a dialogue was in force on any day from one day to another, both included; rules for a day: model/asof.h.
bool isInForceDuring(const Lookup &lookup, const Dialogue &dialogue, const QDate &from, const QDate &to);
/// Held, not after the day of the lens and, in a range, not before its first day; a partial date counts if any of its days fits, an unknown
/// one too.
bool wasHeld(const Meeting &meeting, const Lens &lens);
/// Held by the day of the lens, be it before the range.
bool hadMet(const Meeting &meeting, const Lens &lens);

/// The nodes that stand for a record: itself, a meeting's dialogue, a clause's area or instrument, the ends of a relation; none of a person.
QStringList nodesFor(const Model &model, const QString &record);

/// Nodes one line away from a record, under the day of the lens, whatever its filters say; keys in order.
QStringList neighboursOf(const Lookup &lookup, const QString &record, const Lens &lens);

} // namespace entente::network
