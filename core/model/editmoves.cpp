#include "core/model/editmoves.h"

#include "core/model/anchors.h"
#include "core/model/validation.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace entente::model::edits {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model::edits", text);
}

/// The anchor leaves the clause of the old edition for the one that the suggestion names.
Result<void> move(Model &model, const Suggestion &suggestion)
{
    const auto *target = model.find<Clause>(suggestion.target.value);
    if (!target)
        return callError(tr("Nobody knows yet where this shall move to; give “%1” a clause as its target first, or reject it.").arg(suggestion.id.value));
    const MoveSubject subject = moveSubject(suggestion);
    if (subject.field.isEmpty()) {
        const auto *from = model.find<Clause>(subject.clause);
        if (!from)
            return callError(tr("The clause %1 is not in the map any more; reject the move.").arg(subject.clause));
        Clause taking = *target;
        takeRemarks(taking, *from);
        Clause leaving = *from;
        leaving.notes.clear();
        model.table<Clause>().put(taking);
        model.table<Clause>().put(leaving);
        return {};
    }
    const auto *relation = model.find<Relation>(suggestion.source.value);
    if (relation && (subject.field == "source"_L1 ? relation->target : relation->source) == AnyId(target->id))
        return callError(tr("The relation %1 would join %2 to itself; remove it, or reject the move.").arg(relation->type, target->id.value));
    if (!model.contains(suggestion.source.value))
        return callError(tr("What was attached to %1 is not in the map any more; reject the move.").arg(subject.clause));
    KeyMap renamed;
    redirectField(model, suggestion.source.value, subject.field, target->id.value, renamed);
    return {};
}

} // namespace

MoveSubject moveSubject(const Suggestion &suggestion)
{
    const QJsonObject json = QJsonDocument::fromJson(suggestion.proposal.toUtf8()).object();
    return {json.value("clause"_L1).toString(), json.value("field"_L1).toString()};
}

QString moveProposal(const MoveSubject &subject)
{
    const QJsonObject json{{u"clause"_s, subject.clause}, {u"field"_s, subject.field}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<ChangeSet> acceptMoves(const Model &model, const QStringList &ids)
{
    QStringList moves;
    QStringList others;
    for (const QString &id : ids) {
        const Suggestion *suggestion = model.find<Suggestion>(id);
        (suggestion && suggestion->kind == moveKind ? moves : others) += id;
    }
    Model after = model;
    if (!others.isEmpty()) {
        const auto accepted = acceptSuggestions(model, others);
        if (!accepted)
            return accepted;
        after.apply(*accepted);
    }
    int taken = 0;
    for (const QString &id : moves) {
        const Suggestion *suggestion = after.find<Suggestion>(id);
        if (!suggestion || suggestion->state == SuggestionState::Accepted)
            continue;
        if (auto moved = move(after, *suggestion); !moved) {
            // Of several, what cannot be moved goes on waiting.
            if (ids.size() == 1 || (id == moves.back() && taken == 0 && others.isEmpty()))
                return moved.error();
            continue;
        }
        ++taken;
        Suggestion accepted = *after.find<Suggestion>(id);
        accepted.state = SuggestionState::Accepted;
        after.table<Suggestion>().put(accepted);
    }
    ChangeSet changes = difference(model, after, ids.size() == 1 ? tr("accept a move") : tr("accept %1 suggestions").arg(ids.size()));
    if (auto valid = validate(model, changes); !valid)
        return valid.error();
    return changes;
}

} // namespace entente::model::edits
