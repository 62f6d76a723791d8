#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/network/snapshot.h"

#include <QJsonObject>
#include <QSet>

/// How two records of a map hang together, in sentences.
namespace entente::network {

/// One tie between two records of any kind: a relation, attendance gathered over the rounds, or what the records say of each other by themselves (a
/// meeting of its dialogue).
struct Tie
{
    SnapshotLine line;  ///< Ends by their place in Connections::records.
    QString inverse;    ///< The type as it reads from the other end.
    bool inherent = false; ///< Not a relation: it needs no source of its own.
};

/// All ties of a map on a day.
struct Connections
{
    std::vector<QString> records;
    QHash<QString, int> places;
    std::vector<Tie> ties;
};
Connections connections(const Lookup &lookup, const Lens &lens);

struct Hop
{
    QString from;
    QString relation; ///< As it reads in the direction of the path.
    QString to;
    QString sentence; ///< With its sources.
    QStringList sources;
    QStringList records; ///< What the sentence says: relations, or for "took part" meetings.
    QStringList also; ///< Sentences of the other ties between the two.
};

struct Path
{
    QString text; ///< The whole as one sentence: "EEAS took part in CYB, which reports to SDD."
    std::vector<Hop> hops;
};

struct PathOptions
{
    /// Kinds of records (`meeting`, `meetings`) that may not be passed and types of relations (`part of`) that may not be used.
    QStringList avoid;
    int most = 3;
};

/// Up to so many chains between two records that pass no record twice, the shortest first; of equal length those that rest on stated ties with a
/// source. Yen 1971 ("Finding the k shortest loopless paths in a network"). Empty where there is none; an error for an unknown record or kind.
Result<std::vector<Path>> pathsBetween(const Lookup &lookup, const Lens &lens, const QString &from, const QString &to, const PathOptions &options,
                                       const Progress &progress);

/// As the command line prints it.
QJsonObject pathsJson(const std::vector<Path> &paths);

} // namespace entente::network
