#include "core/network/compare.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <ranges>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::network", text);
}

void note(QStringList &facts, const QString &what, const QString &before, const QString &after)
{
    if (before != after)
        facts.append(tr("%1: %2, then %3").arg(what, before.isEmpty() ? tr("none") : before, after.isEmpty() ? tr("none") : after));
}

QStringList changes(const SnapshotNode &before, const SnapshotNode &after)
{
    QStringList facts;
    note(facts, tr("name"), before.name, after.name);
    note(facts, tr("Korean name"), before.nameKo, after.nameKo);
    note(facts, tr("abbreviation"), before.abbreviation, after.abbreviation);
    note(facts, tr("side"), model::wordOf(before.side), model::wordOf(after.side));
    note(facts, tr("level"), model::wordOf(before.level), model::wordOf(after.level));
    note(facts, tr("status"), model::wordOf(before.status), model::wordOf(after.status));
    note(facts, tr("rhythm"), before.rhythm, after.rhythm);
    note(facts, tr("rounds"), QString::number(before.rounds.size()), QString::number(after.rounds.size()));
    if (before.kind == kindOf<Area>)
        note(facts, tr("clauses raised"), QString::number(before.clausesRaised), QString::number(after.clausesRaised));
    note(facts, tr("named in"), before.clauseLabels.join(u", "_s), after.clauseLabels.join(u", "_s));
    return facts;
}

QStringList changes(const SnapshotLine &before, const SnapshotLine &after)
{
    QStringList facts;
    if (before.type == tookPart)
        note(facts, tr("rounds"), QString::number(before.rounds()), QString::number(after.rounds()));
    note(facts, tr("confidence"), model::wordOf(before.confidence), model::wordOf(after.confidence));
    note(facts, tr("sources"), QString::number(before.evidence.size()), QString::number(after.evidence.size()));
    note(facts, tr("lines"), QString::number(before.count), QString::number(after.count));
    return facts;
}

QString shortName(const SnapshotNode &node)
{
    return node.abbreviation.isEmpty() ? node.name : node.abbreviation;
}

QString nameOf(const Snapshot &, const SnapshotNode &node)
{
    return node.name;
}

QString nameOf(const Snapshot &snapshot, const SnapshotLine &line)
{
    const QString verb = line.type == tookPart ? tr("took part in") : verbOf(line.type);
    return tr("%1 %2 %3").arg(shortName(snapshot.nodes[std::size_t(line.source)]), verb, shortName(snapshot.nodes[std::size_t(line.target)]));
}

/// The ends of a line may be drawn in others on the two days (folded bodies); then it is another line.
bool sameEnds(const Snapshot &before, const SnapshotLine &a, const Snapshot &after, const SnapshotLine &b)
{
    const auto id = [](const Snapshot &snapshot, int end) { return snapshot.nodes[std::size_t(end)].id; };
    return a.type == b.type && id(before, a.source) == id(after, b.source) && id(before, a.target) == id(after, b.target);
}

void sortByDifference(std::vector<DifferenceEntry> &entries)
{
    std::ranges::stable_sort(entries, {}, &DifferenceEntry::differs);
}

} // namespace

QString wordOf(Differs differs)
{
    switch (differs) {
    case Differs::Added:
        return u"added"_s;
    case Differs::Removed:
        return u"removed"_s;
    case Differs::Changed:
        return u"changed"_s;
    case Differs::Same:
        break;
    }
    return u"same"_s;
}

NetworkDifference compare(const Snapshot &before, const Snapshot &after)
{
    NetworkDifference result;
    result.both = after;
    Snapshot &both = result.both;
    const auto mark = [&](std::vector<DifferenceEntry> &list, const QString &id, const QString &name, Differs differs, const QStringList &facts) {
        result.marks.insert(id, differs);
        list.push_back({id, name, differs, facts});
    };
    /// A body that is drawn in another on a day has no node of its own then.
    const auto own = [](const Snapshot &snapshot, const QString &id) {
        const SnapshotNode *node = snapshot.node(id);
        return node && node->id == id ? node : nullptr;
    };
    for (const SnapshotNode &node : after.nodes) {
        const SnapshotNode *old = own(before, node.id);
        if (!old)
            mark(result.nodes, node.id, nameOf(after, node), Differs::Added, {});
        else if (const QStringList facts = changes(*old, node); !facts.isEmpty())
            mark(result.nodes, node.id, nameOf(after, node), Differs::Changed, facts);
    }
    for (const SnapshotNode &node : before.nodes) {
        if (own(after, node.id))
            continue;
        mark(result.nodes, node.id, nameOf(before, node), Differs::Removed, {});
        both.places.insert(node.id, int(both.nodes.size()));
        both.nodes.push_back(node);
    }
    for (const SnapshotLine &line : after.lines) {
        const SnapshotLine *old = before.line(line.id);
        if (!old || !sameEnds(before, *old, after, line))
            mark(result.lines, line.id, nameOf(after, line), Differs::Added, {});
        else if (const QStringList facts = changes(*old, line); !facts.isEmpty())
            mark(result.lines, line.id, nameOf(after, line), Differs::Changed, facts);
    }
    for (const SnapshotLine &line : before.lines) {
        const SnapshotLine *still = after.line(line.id);
        if (still && sameEnds(before, line, after, *still))
            continue;
        SnapshotLine gone = line;
        gone.source = both.places.value(before.nodes[std::size_t(line.source)].id, -1);
        gone.target = both.places.value(before.nodes[std::size_t(line.target)].id, -1);
        if (still)
            gone.id += u":before"_s; // one line with other ends: the old one beside the new
        mark(result.lines, gone.id, nameOf(before, line), Differs::Removed, {});
        both.linePlaces.insert(gone.id, int(both.lines.size()));
        both.lines.push_back(std::move(gone));
    }
    sortByDifference(result.nodes);
    sortByDifference(result.lines);
    return result;
}

QJsonObject differenceJson(const NetworkDifference &difference)
{
    const auto list = [](const std::vector<DifferenceEntry> &entries) {
        QJsonArray array;
        for (const DifferenceEntry &entry : entries) {
            array.append(QJsonObject{{u"id"_s, entry.id},
                                     {u"name"_s, entry.name},
                                     {u"difference"_s, wordOf(entry.differs)},
                                     {u"facts"_s, QJsonArray::fromStringList(entry.facts)}});
        }
        return array;
    };
    return {{u"nodes"_s, list(difference.nodes)}, {u"lines"_s, list(difference.lines)}};
}

} // namespace entente::network
