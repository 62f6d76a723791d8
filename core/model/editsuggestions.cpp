#include "core/model/edits.h"

#include "core/model/anchors.h"
#include "core/model/editmoves.h"
#include "core/model/validation.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

// What becomes of suggestions: accepted ones are written with the passage that they rest on, rejected ones are kept so that they stay rejected.

namespace entente::model::edits {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model::edits", text);
}

Result<ChangeSet> validated(const Model &model, ChangeSet changes)
{
    if (auto valid = validate(model, changes); !valid)
        return valid.error();
    return changes;
}

/// Puts a proposed meeting with its heads and institutions into the map and makes the document its read-out.
Result<void> acceptMeeting(const Model &model, const Suggestion &suggestion, ChangeSet &changes)
{
    auto proposed = ChangeSet::fromJson(QJsonDocument::fromJson(suggestion.proposal.toUtf8()).object(), {});
    if (!proposed || proposed->changes<Meeting>().size() != 1)
        return callError(tr("The proposed meeting cannot be read; import the text again."));
    forEachKind([&]<typename Row>() {
        for (const auto &change : proposed->changes<Row>()) {
            if (!change.after)
                continue;
            if (const Row *present = model.find(change.after->id))
                changes.update(*present, *change.after);
            else
                changes.add(*change.after);
        }
    });
    if (const Document *document = model.find(suggestion.document)) {
        Document after = *document;
        after.meeting = proposed->changes<Meeting>().front().after->id;
        changes.update(*document, after);
    }
    return {};
}

/// The meeting that the suggestion's document tells of, in the map or among the changes.
AnyId meetingOf(const Model &model, const Suggestion &suggestion, const ChangeSet &changes)
{
    for (const auto &change : changes.changes<Document>()) {
        if (change.after && change.after->id == suggestion.document)
            return change.after->meeting;
    }
    const Document *document = model.find(suggestion.document);
    return document ? AnyId(document->meeting) : AnyId();
}

} // namespace

Result<ChangeSet> acceptSuggestions(const Model &model, const QStringList &ids)
{
    if (std::ranges::any_of(ids, [&](const QString &id) { return model.find<Suggestion>(id) && model.find<Suggestion>(id)->kind == moveKind; }))
        return acceptMoves(model, ids);
    ChangeSet changes(ids.size() == 1 ? tr("accept a suggestion") : tr("accept %1 suggestions").arg(ids.size()));
    QSet<QString> added;
    const auto addOnce = [&]<typename Row>(Row row) {
        if (model.find(row.id) || added.contains(row.id.value))
            return;
        added.insert(row.id.value);
        changes.add(std::move(row));
    };
    // A proposed meeting first: the links of the same text need it.
    QStringList ordered = ids;
    ordered.removeDuplicates();
    std::ranges::stable_sort(ordered, {}, [&](const QString &id) {
        const Suggestion *suggestion = model.find<Suggestion>(id);
        return suggestion && suggestion->kind != "meeting"_L1;
    });
    for (const QString &id : ordered) {
        const Suggestion *suggestion = model.find<Suggestion>(id);
        if (!suggestion)
            return callError(tr("There is no suggestion “%1”; `suggestions` lists them.").arg(id.left(80)));
        if (suggestion->state == SuggestionState::Accepted)
            continue;
        Suggestion accepted = *suggestion;
        accepted.state = SuggestionState::Accepted;
        changes.update(*suggestion, accepted);
        if (suggestion->kind == "meeting"_L1) {
            if (auto accepting = acceptMeeting(model, *suggestion, changes); !accepting)
                return accepting.error();
            continue;
        }

        Passage passage;
        passage.document = suggestion->document;
        passage.label = suggestion->label;
        passage.quote = suggestion->quote;
        passage.offset = suggestion->offset;
        passage.id.value = passageKey(passage.document.value, passage.label, passage.quote);

        Relation relation;
        relation.type = suggestion->relation;
        relation.source = suggestion->source.isEmpty() ? meetingOf(model, *suggestion, changes) : suggestion->source;
        if (relation.source.isEmpty())
            return callError(tr("Nobody knows yet which meeting this text is about; accept the meeting first."));
        relation.target = suggestion->target;
        relation.id.value = relationKey(relation.type, relation.source.value, relation.target.value);

        Evidence evidence;
        evidence.subject = relation.id;
        evidence.origin = passage.id;
        evidence.reason = suggestion->reason;
        evidence.level = suggestion->level;
        evidence.id.value = evidenceKey(evidence.subject.value, evidence.origin.value);

        addOnce(passage);
        addOnce(relation);
        addOnce(evidence);
    }
    return validated(model, std::move(changes));
}

Result<ChangeSet> rejectSuggestions(const Model &model, const QStringList &ids)
{
    ChangeSet changes(ids.size() == 1 ? tr("reject a suggestion") : tr("reject %1 suggestions").arg(ids.size()));
    for (const QString &id : QSet<QString>(ids.begin(), ids.end()).values()) {
        const Suggestion *suggestion = model.find<Suggestion>(id);
        if (!suggestion)
            return callError(tr("There is no suggestion “%1”; `suggestions` lists them.").arg(id.left(80)));
        if (suggestion->state == SuggestionState::Accepted)
            return callError(tr("“%1” is accepted already; undo that step to take it back.").arg(id));
        Suggestion after = *suggestion;
        after.state = SuggestionState::Rejected;
        changes.update(*suggestion, after);
    }
    return validated(model, std::move(changes));
}

} // namespace entente::model::edits
