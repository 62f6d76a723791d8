#pragma once

#include "core/model/style.h"
#include "core/network/picture.h"

/// The rules of a style, applied to what is drawn.
namespace entente::network {

/// What rules may ask of a record and the snapshot does not know. Only what the style asks for need be here.
struct StyleFacts
{
    QHash<QString, model::ProgressState> states; ///< By record.
    QHash<QString, QString> markings;            ///< By record or line of the snapshot.
};

model::StyleEffects effectsOn(const SnapshotNode &node, const model::Style &style, const StyleFacts &facts);
model::StyleEffects effectsOn(const Snapshot &snapshot, const SnapshotLine &line, const model::Style &style, const StyleFacts &facts);

/// Writes into boxes and strokes what the rules say of them, and what a comparison does. A stroke that several lines share follows a rule
/// that fits any of them, and is marked as changed where they differ differently.
void applyStyle(Picture &picture, const Snapshot &snapshot, const model::Style &style, const StyleFacts &facts);
void applyDifferences(Picture &picture, const QHash<QString, Differs> &marks);

/// The rules that fit at least one box or line of the picture, in their order.
std::vector<model::StyleRule> rulesAtWork(const Picture &picture, const Snapshot &snapshot, const model::Style &style, const StyleFacts &facts);

/// Of several states of clauses the most advanced.
model::ProgressState mostAdvanced(model::ProgressState one, model::ProgressState other);

} // namespace entente::network
