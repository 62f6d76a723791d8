#pragma once

#include <QString>

namespace entente::network {
struct SnapshotNode;
struct SnapshotLine;
}

/// What screen readers learn of the network: each node and each drawn line is a child of the view, with name, kind, state and neighbours.
namespace entente::ui {

class NetworkDrawing;

/// Makes the network known to screen readers; once in a program, more often does no harm.
void installNetworkAccessibility();

/// A node in a sentence: "Cyber Policy Consultation, dialogue, 18 neighbours, 13 of them shown: EEAS, MOFA."
QString inWords(const NetworkDrawing &drawing, const network::SnapshotNode &node);
/// A line in a sentence: "EEAS took part in Cyber Policy Consultation, 7 rounds, inferred."
QString inWords(const NetworkDrawing &drawing, const network::SnapshotLine &line);

} // namespace entente::ui
