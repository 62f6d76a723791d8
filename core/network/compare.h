#pragma once

#include "core/network/snapshot.h"

#include <QJsonObject>

/// What differs between two states of the network: two days, or two maps under one lens.
namespace entente::network {

enum class Differs { Same, Added, Removed, Changed };
/// "added", "removed", "changed", "same".
QString wordOf(Differs differs);

struct DifferenceEntry
{
    QString id;      ///< A node or a line of the snapshots.
    QString name;    ///< "Cyber Policy Consultation"; of a line "EEAS took part in CYB".
    Differs differs = Differs::Same;
    QStringList facts; ///< Of what changed: "rounds: 6, then 7".

    bool operator==(const DifferenceEntry &) const = default;
};

/// What is in either, to be drawn with marks, and what differs as lists in the order of the snapshots, added first, then removed, then changed.
struct NetworkDifference
{
    Snapshot both; ///< The second state, and what only the first had.
    QHash<QString, Differs> marks; ///< Of nodes and lines; what is the same has none.
    std::vector<DifferenceEntry> nodes;
    std::vector<DifferenceEntry> lines;

    Differs of(const QString &id) const { return marks.value(id, Differs::Same); }
};

NetworkDifference compare(const Snapshot &before, const Snapshot &after);

/// As the command line prints it.
QJsonObject differenceJson(const NetworkDifference &difference);

} // namespace entente::network
