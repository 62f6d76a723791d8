#pragma once

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

/// Whether the lens lets a record or line through on its day. Without a day, or unless it asks for what is in force, everything passes.
bool isInForce(const Relation &relation, const Lens &lens);
bool isInForce(const Model &model, const QString &record, const Lens &lens);
/// Held, and not after the day of the lens; a partial date counts if any of its days fits.
bool wasHeld(const Meeting &meeting, const Lens &lens);
bool passesConfidence(Confidence confidence, const Lens &lens);

} // namespace entente::network
