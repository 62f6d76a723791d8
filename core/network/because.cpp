#include "core/model/relationtypes.h"
#include "core/network/snapshot.h"

#include <QCoreApplication>
#include <QUrl>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::network", text);
}

QString sentence(QString text)
{
    text = text.trimmed();
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

} // namespace

QString verbOf(const QString &type)
{
    static const QHash<QString, const char *> verbs = {
        {relation::partOf, QT_TRANSLATE_NOOP("entente::network", "is part of")},
        {relation::responsibleFor, QT_TRANSLATE_NOOP("entente::network", "is responsible for")},
        {relation::foundedBy, QT_TRANSLATE_NOOP("entente::network", "was founded by")},
        {relation::basedOn, QT_TRANSLATE_NOOP("entente::network", "is based on")},
        {relation::succeededBy, QT_TRANSLATE_NOOP("entente::network", "was succeeded by")},
        {relation::relatedTo, QT_TRANSLATE_NOOP("entente::network", "is related to")},
        {relation::linkedTo, QT_TRANSLATE_NOOP("entente::network", "is linked to")},
        {relation::notToBeConfusedWith, QT_TRANSLATE_NOOP("entente::network", "is not to be confused with")},
    };
    const auto found = verbs.constFind(type);
    return found == verbs.constEnd() ? type : tr(*found);
}

QStringList sourceNames(const Lookup &lookup, const QStringList &evidence)
{
    QStringList names;
    for (const QString &id : evidence) {
        const auto *row = lookup.model().find<Evidence>(id);
        if (!row)
            continue;
        QString name;
        if (const auto *source = lookup.model().find<Source>(row->origin.value)) {
            name = QUrl(source->address).host();
            if (name.startsWith(u"www."))
                name.remove(0, 4);
            if (name.isEmpty())
                name = source->title.isEmpty() ? source->address : source->title;
            if (source->kind == SourceKind::Press)
                name = tr("%1 (press)").arg(name);
        } else if (const auto *passage = lookup.model().find<Passage>(row->origin.value)) {
            name = tr("%1 ¶ %2").arg(lookup.title(passage->document.value), passage->label);
        }
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

QString because(const Lookup &lookup, const Snapshot &snapshot, const SnapshotLine &line)
{
    const SnapshotNode &source = snapshot.nodes[std::size_t(line.source)];
    const SnapshotNode &target = snapshot.nodes[std::size_t(line.target)];
    if (line.count < 2)
        return because(lookup, source.id, target.id, line);
    const auto name = [](const SnapshotNode &node) {
        const QString own = node.abbreviation.isEmpty() ? node.name : node.abbreviation;
        return node.members.isEmpty() ? own : tr("%1 (%2 records)").arg(own).arg(node.members.size());
    };
    const QString lines = tr("%1 lines “%2” from %3 to %4.").arg(line.count).arg(verbOf(line.type), name(source), name(target));
    const QStringList names = sourceNames(lookup, line.evidence);
    if (names.isEmpty())
        return lines + u' ' + tr("No source is recorded.");
    return lines + u' ' + (names.size() > 3 ? tr("Sources: %1 and %2 more.").arg(names.first(3).join(u", "_s)).arg(names.size() - 3)
                                            : tr("Sources: %1.").arg(names.join(u", "_s)));
}

QString because(const Lookup &lookup, const QString &sourceRecord, const QString &targetRecord, const SnapshotLine &line)
{
    const QString source = lookup.shortTitle(sourceRecord);
    const QString target = lookup.title(targetRecord);
    QStringList parts;
    if (line.type == tookPart) {
        const auto *last = line.records.isEmpty() ? nullptr : lookup.model().find<Meeting>(line.records.constLast());
        const QString rounds = line.rounds() == 1 ? tr("1 round") : tr("%1 rounds").arg(line.rounds());
        if (last && last->start.isDay())
            parts.append(tr("%1 took part in %2 of %3, last on %4.").arg(source, rounds, target, last->start.toWords()));
        else if (last && last->start.isKnown())
            parts.append(tr("%1 took part in %2 of %3, last in %4.").arg(source, rounds, target, last->start.toWords()));
        else
            parts.append(tr("%1 took part in %2 of %3, on a day that is not known.").arg(source, rounds, target));
    } else {
        parts.append(tr("%1 %2 %3.").arg(source, verbOf(line.type), target));
        for (const QString &id : line.evidence) {
            const auto *evidence = lookup.model().find<Evidence>(id);
            const QString reason = evidence ? sentence(evidence->reason) : QString();
            if (!reason.isEmpty() && !parts.contains(reason))
                parts.append(reason);
        }
        if (line.confidence == Confidence::Inferred)
            parts.append(tr("Inferred, no source says it."));
        if (line.confidence == Confidence::Disputed)
            parts.append(tr("Sources disagree."));
    }
    const QStringList names = sourceNames(lookup, line.evidence);
    if (names.isEmpty())
        parts.append(tr("No source is recorded."));
    else if (names.size() > 3)
        parts.append(tr("Sources: %1 and %2 more.").arg(names.first(3).join(u", "_s)).arg(names.size() - 3));
    else
        parts.append((names.size() == 1 ? tr("Source: %1.") : tr("Sources: %1.")).arg(names.join(u", "_s)));
    return parts.join(u' ');
}

} // namespace entente::network
