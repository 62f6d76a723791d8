#include "app/ententectl/session.h"

#include "core/model/recordjson.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

Result<ExitCode> step(const Session &session, const Arguments &arguments, bool back)
{
    bool isNumber = true;
    const int count = arguments.positional.size() > 1 ? arguments.positional[1].toInt(&isNumber) : 1;
    if (!isNumber || count < 1)
        return callError(tr("“%1” is no number of steps.").arg(arguments.positional[1].left(40)));
    auto map = session.open(arguments.positional[0]);
    if (!map)
        return map.error();
    QStringList labels;
    for (int i = 0; i < count; ++i) {
        const QString label = back ? (*map)->undoLabel() : (*map)->redoLabel();
        auto done = back ? (*map)->undo() : (*map)->redo();
        if (!done && done.error().failure == Failure::Nothing)
            break;
        if (!done)
            return done.error();
        labels += label;
    }
    if (labels.isEmpty()) {
        if (arguments.has(u"json"_s))
            session.print(QJsonObject{{u"steps"_s, QJsonArray()}});
        session.say(back ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
        return NeedsAttention;
    }
    if (auto saved = session.save(**map); !saved)
        return saved.error();
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"steps"_s, QJsonArray::fromStringList(labels)}});
    else
        session.print(back ? tr("Undone: %1").arg(labels.join(u"; "_s)) : tr("Done again: %1").arg(labels.join(u"; "_s)));
    return labels.size() < count ? NeedsAttention : Done;
}

/// The fields that a row's change touches, before and after.
template<typename Row>
void appendChanges(const model::ChangeSet &changes, const QString &only, QJsonArray &array)
{
    for (const auto &change : changes.changes<Row>()) {
        if (!only.isEmpty() && change.id() != only)
            continue;
        model::forEachField<Row>([&](const auto &field) {
            const QJsonValue before = change.before ? model::jsonField((*change.before).*field.member) : QJsonValue();
            const QJsonValue after = change.after ? model::jsonField((*change.after).*field.member) : QJsonValue();
            const bool empty = (before.isNull() || before == QJsonValue(QString())) && (after.isNull() || after == QJsonValue(QString()));
            if (before != after && !empty)
                array.append(QJsonObject{{u"id"_s, change.id()}, {u"field"_s, QString::fromLatin1(field.name)}, {u"before"_s, before}, {u"after"_s, after}});
        });
    }
}

Result<ExitCode> history(const Session &session, const Arguments &arguments)
{
    Progress progress;
    auto opened = store::readFile(arguments.positional[0], session.place(), progress);
    if (!opened)
        return opened.error();
    QString only;
    if (arguments.positional.size() > 1) {
        const model::Lookup lookup(opened->rows);
        // A record that is gone has a history too.
        only = model::resolve(lookup, arguments.positional[1]).value_or(arguments.positional[1]);
    }
    QJsonArray items;
    std::vector<QStringList> rows;
    bool found = false;
    for (const store::JournalEntry &entry : opened->journal) {
        QJsonArray changes;
        model::forEachKind([&]<typename Row>() { appendChanges<Row>(entry.changes, only, changes); });
        if (!only.isEmpty() && changes.isEmpty())
            continue;
        found = true;
        const QString kind = entry.step.kind == store::StepKind::Undo ? u"undo"_s : entry.step.kind == store::StepKind::Redo ? u"redo"_s : u"edit"_s;
        items.append(QJsonObject{{u"number"_s, entry.number},
                                 {u"when"_s, entry.when.toUTC().toString(Qt::ISODate)},
                                 {u"who"_s, entry.who},
                                 {u"label"_s, entry.label},
                                 {u"kind"_s, kind},
                                 {u"reverses"_s, entry.step.reverses ? QJsonValue(entry.step.reverses) : QJsonValue()},
                                 {u"changes"_s, changes}});
        QStringList fields;
        for (const auto &value : changes) {
            const QJsonObject change = value.toObject();
            if (fields.size() < 3)
                fields += u"%1 %2: %3 → %4"_s.arg(change.value(u"id"_s).toString(), change.value(u"field"_s).toString(),
                                                  change.value(u"before"_s).toVariant().toString(), change.value(u"after"_s).toVariant().toString());
        }
        if (changes.size() > fields.size())
            fields += tr("%1 more").arg(changes.size() - fields.size());
        rows.push_back({QString::number(entry.number), entry.when.toUTC().toString(Qt::ISODate), entry.who, kind, entry.label, fields.join(u"; "_s)});
    }
    if (!found && !only.isEmpty() && !opened->rows.contains(only))
        return callError(tr("There is no record “%1” in this map or its history.").arg(only.left(80)));
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"items"_s, items}});
    else if (rows.empty())
        session.print(tr("No changes yet."));
    else
        session.printTable({tr("no."), tr("when"), tr("who"), tr("step"), tr("what"), tr("fields, before → after")}, rows);
    return Done;
}

} // namespace

std::vector<Command> journalCommands()
{
    return {
        {u"undo"_s, u"MAP [N]"_s, tr("takes back the last step, or the last N"), {1, 2, {}, {}, {u"json"_s}},
         [](const Session &session, const Arguments &arguments) { return step(session, arguments, true); }},
        {u"redo"_s, u"MAP [N]"_s, tr("does again what was undone"), {1, 2, {}, {}, {u"json"_s}},
         [](const Session &session, const Arguments &arguments) { return step(session, arguments, false); }},
        {u"history"_s, u"MAP [ID]"_s, tr("the journal: who, when, what, before, after"), {1, 2, {}, {}, {u"json"_s}}, history},
    };
}

} // namespace ententectl
