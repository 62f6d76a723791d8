#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QHash>

/// What is drawn of a map under a lens, before anything has a place.
namespace entente::network {

/// A round of a dialogue, for the tick strip.
struct Round
{
    QString meeting;
    PartialDate start;
    MeetingFormat format = MeetingFormat::Unknown;
};

/// A record that is drawn as a node.
struct SnapshotNode
{
    QString id;
    Kind kind;
    QString name;
    QString nameKo;
    QString abbreviation;
    Side side = Side::Unknown;
    Level level = Level::None;
    DialogueStatus status = DialogueStatus::Existing;
    QString rhythm;             ///< "annual", as stated, without what stands in brackets.
    std::vector<Round> rounds;  ///< Held by the day of the lens and within its range, oldest first; of dialogues.
    bool met = false;           ///< A round was held by the day of the lens, be it before its range.
    QString reviews;            ///< "reviews areas 1–15"
    std::optional<int> number;  ///< Of an area.
    int clausesRaised = 0;      ///< Of an area: clauses of the chosen instrument that a round raised, and all.
    int clauses = 0;
    QStringList clauseLabels;   ///< Clauses of the chosen instrument that name the record, or that stand in the area.
    std::vector<QString> areas; ///< Areas shown that the record looks after or in whose clauses it is named.
    QStringList folded;         ///< Names of the bodies that are drawn as part of this one.
    QStringList members;        ///< Of a collapsed group: the records that it stands for.
    QString group;              ///< How a lens names the collapsed group: `area=area-cyber`.
    QStringList parents;        ///< Records that this one is part of, shown or not, nearest first.
    PartialDate date;           ///< Of an instrument: adopted.
    PartialDate inForce;
    bool chosen = false;        ///< The instrument that the lens is about.
    int hidden = 0;             ///< Neighbours that are not shown.
};

/// A line between two nodes. "took part" gathers the attendance of a body at a dialogue.
struct SnapshotLine
{
    QString id; ///< The relation, or `took part:BODY:DIALOGUE`.
    QString type;
    int source = -1; ///< Places in the list of nodes.
    int target = -1;
    Confidence confidence = Confidence::Stated;
    bool sourced = false;
    int count = 1;        ///< Lines that it stands for, where groups are collapsed.
    QStringList records;  ///< Relations behind it; for "took part" the meetings, oldest first.
    QStringList evidence; ///< Identifiers of the evidence, the latest first.

    int rounds() const { return int(records.size()); }
};

inline const QString tookPart = QStringLiteral("took part");

struct Snapshot
{
    std::vector<SnapshotNode> nodes;
    std::vector<SnapshotLine> lines;
    QHash<QString, int> places; ///< Of a node by its identifier; of a folded body: that of the one it is drawn in.
    QHash<QString, int> linePlaces;
    QString instrument;
    QString instrumentName;
    QDate asOf;
    Scope scope = Scope::FirstView;
    int foldedAreas = 0;             ///< Areas that had to give way in the first view.
    int total = 0;                   ///< Bodies, dialogues, areas and instruments in the map.
    std::vector<std::pair<QString, QString>> notToBeConfused;

    const SnapshotNode *node(const QString &id) const
    {
        const auto found = places.constFind(id);
        return found == places.constEnd() ? nullptr : &nodes[std::size_t(*found)];
    }
    const SnapshotLine *line(const QString &id) const
    {
        const auto found = linePlaces.constFind(id);
        return found == linePlaces.constEnd() ? nullptr : &lines[std::size_t(*found)];
    }
};

/// What the lens shows of a map, filters applied and groups collapsed. Deterministic: nodes and lines in the order of their keys.
Snapshot snapshot(const Lookup &lookup, const Lens &lens);

/// Why a line is there, with its source, as plain text: "EEAS took part in 7 rounds of …, last on 20 May 2025. Source: mofa.go.kr."
QString because(const Lookup &lookup, const Snapshot &snapshot, const SnapshotLine &line);
/// The same of a line between two records, whether they are drawn or not; its ends are not looked at.
QString because(const Lookup &lookup, const QString &source, const QString &target, const SnapshotLine &line);

/// A type of line as a verb: "is part of".
QString verbOf(const QString &type);

/// Where a shown statement comes from: hosts of addresses and titles of documents, each once.
QStringList sourceNames(const Lookup &lookup, const QStringList &evidence);

} // namespace entente::network
