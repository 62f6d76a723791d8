#include "core/model/edits.h"

#include "core/base/text.h"
#include "core/model/anchors.h"
#include "core/model/editmoves.h"
#include "core/model/relationtypes.h"
#include "core/model/validation.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

// What becomes of suggestions: accepted ones are written with the passage that they rest on, rejected ones are kept so that they stay rejected.

namespace entente::model::edits {

using namespace Qt::StringLiterals;

namespace {

constexpr double SureName = 0.7;   ///< Names with a lower score wait for a decision of their own.
constexpr double SharedName = 0.5; ///< The score of what is named by a name of several records.

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

Error noSuchSuggestion(const QString &id)
{
    return callError(tr("There is no suggestion “%1”; `suggestions` lists them.").arg(id.left(80)));
}

Error meetingFirst()
{
    return callError(tr("The meeting that this text is about is not in the map yet; accept the meeting first."));
}

/// The rows that a batch writes: each once, each seen by the steps that follow.
class Batch
{
public:
    Batch(const Model &model, const QString &label)
        : m_model(model)
        , m_changes(label)
    {
    }

    template<typename Row>
    const Row *find(const Id<Row> &id) const
    {
        const auto place = m_places.constFind(id.value);
        if (place == m_places.constEnd())
            return m_model.find(id);
        const auto &rows = m_changes.changes<Row>();
        return *place < rows.size() && rows[*place].id() == id.value && rows[*place].after ? &*rows[*place].after : nullptr;
    }
    bool contains(const QString &id) const { return m_places.contains(id) || m_model.contains(id); }
    template<typename Row>
    void put(const Row &row)
    {
        auto &rows = m_changes.changes<Row>();
        if (const auto place = m_places.constFind(row.id.value); place != m_places.constEnd()) {
            rows[*place].after = row;
            return;
        }
        const Row *present = m_model.find(row.id);
        if (present && *present == row)
            return;
        m_places.insert(row.id.value, rows.size());
        rows.push_back({present ? std::optional<Row>(*present) : std::nullopt, row});
    }
    template<typename Row>
    void putOnce(const Row &row)
    {
        if (!find(row.id))
            put(row);
    }
    template<typename Row>
    void take(const Id<Row> &id)
    {
        if (const Row *present = m_model.find(id); present && !m_places.contains(id.value)) {
            m_places.insert(id.value, m_changes.changes<Row>().size());
            m_changes.changes<Row>().push_back({*present, std::nullopt});
        }
    }
    Result<ChangeSet> result() && { return validated(m_model, std::move(m_changes)); }

private:
    const Model &m_model;
    ChangeSet m_changes;
    QHash<QString, std::size_t> m_places; // keys are unique across kinds
};

Result<ChangeSet> proposedRows(const Suggestion &suggestion)
{
    auto rows = ChangeSet::fromJson(QJsonDocument::fromJson(suggestion.proposal.toUtf8()).object(), {});
    if (!rows || rows->isEmpty())
        return callError(tr("What “%1” proposes cannot be read; import the text again.").arg(suggestion.id.value));
    return rows;
}

/// Whether all meetings that a row refers to are there.
template<typename Row>
bool meetingsAreThere(const Batch &batch, const Row &row)
{
    bool there = true;
    forEachField<Row>([&](const auto &field) {
        using Type = typename std::remove_cvref_t<decltype(field)>::Type;
        if constexpr (std::is_same_v<Type, Id<Meeting>> && !std::is_same_v<Row, Meeting>)
            there = there && ((row.*field.member).isEmpty() || batch.find(row.*field.member));
    });
    if constexpr (std::is_same_v<Row, Relation>)
        there = there && batch.contains(row.source.value);
    return there;
}

/// Writes the proposed rows. Of a row that is there only the fields change that the proposal changes, so that later edits are kept.
Result<void> writeProposal(const Suggestion &suggestion, const ChangeSet &proposed, Batch &batch)
{
    std::optional<Error> error;
    forEachKind([&]<typename Row>() {
        for (const Change<Row> &change : proposed.changes<Row>()) {
            if (error)
                return;
            if (!change.after) {
                batch.take(change.before->id);
                continue;
            }
            Row row = *change.after;
            if (change.before) {
                const Row *present = batch.find(row.id);
                if (!present) {
                    error = callError(tr("“%1” is no longer in the map; look for suggestions again.").arg(row.id.value));
                    return;
                }
                row = *present;
                forEachField<Row>([&](const auto &field) {
                    if (!(*change.before.*field.member == *change.after.*field.member))
                        row.*field.member = *change.after.*field.member;
                });
            }
            if (suggestion.kind == "meeting"_L1 || change.before)
                batch.put(row);
            else
                batch.putOnce(row);
        }
    });
    forEachKind([&]<typename Row>() {
        for (const Change<Row> &change : proposed.changes<Row>()) {
            if (!error && change.after && !meetingsAreThere(batch, *change.after))
                error = meetingFirst();
        }
    });
    if (error)
        return *error;
    return {};
}

/// Makes the document the read-out of the meeting that was proposed for it.
Result<void> acceptMeeting(const Suggestion &suggestion, const ChangeSet &proposed, Batch &batch)
{
    if (proposed.changes<Meeting>().size() != 1 || !proposed.changes<Meeting>().front().after)
        return callError(tr("The proposed meeting cannot be read; import the text again."));
    const Document *document = batch.find(suggestion.document);
    // A read-out tells of a round that was held; a planned one is the next, which it only announces.
    const bool onlyAnnounced = document && document->kind == DocumentKind::Readout && proposed.changes<Meeting>().front().after->status == MeetingStatus::Planned;
    if (document && !onlyAnnounced) {
        Document after = *document;
        after.meeting = proposed.changes<Meeting>().front().after->id;
        batch.put(after);
    }
    return {};
}

Result<void> acceptRelation(const Suggestion &suggestion, Batch &batch)
{
    Passage passage;
    passage.document = suggestion.document;
    passage.label = suggestion.label;
    passage.quote = suggestion.quote;
    passage.offset = suggestion.offset;
    passage.id.value = passageKey(passage.document.value, passage.label, passage.quote);

    Relation relation;
    relation.type = suggestion.relation;
    relation.source = suggestion.source;
    if (relation.source.isEmpty()) {
        if (const Document *document = batch.find(suggestion.document))
            relation.source = document->meeting;
    }
    if (relation.source.isEmpty())
        return callError(tr("Nobody knows yet which meeting this text is about; accept the meeting first."));
    relation.target = suggestion.target;
    relation.id.value = relationKey(relation.type, relation.source.value, relation.target.value);

    Evidence evidence;
    evidence.subject = relation.id;
    evidence.origin = passage.id;
    evidence.reason = suggestion.reason;
    evidence.level = suggestion.level;
    evidence.id.value = evidenceKey(evidence.subject.value, evidence.origin.value);

    batch.putOnce(passage);
    batch.putOnce(relation);
    batch.putOnce(evidence);
    return {};
}

Result<void> accept(const Suggestion &suggestion, Batch &batch)
{
    if (suggestion.document.isEmpty())
        return callError(tr("The text of “%1” is no longer in the map; import it again first.").arg(suggestion.id.value));
    Suggestion accepted = suggestion;
    accepted.state = SuggestionState::Accepted;
    batch.put(accepted);
    if (suggestion.proposal.isEmpty()) {
        if (suggestion.kind != "relation"_L1)
            return callError(tr("“%1” proposes nothing that could be written; say which record it is.").arg(suggestion.id.value));
        return acceptRelation(suggestion, batch);
    }
    auto proposed = proposedRows(suggestion);
    if (!proposed)
        return proposed.error();
    if (suggestion.kind == "meeting"_L1) {
        if (auto accepting = acceptMeeting(suggestion, *proposed, batch); !accepting)
            return accepting;
    }
    return writeProposal(suggestion, *proposed, batch);
}

/// Whether the record is called so already.
bool hasName(const Model &model, const QString &record, const QString &text)
{
    bool found = false;
    forEachKind([&]<typename Row>() {
        if constexpr (requires { Row().nameEn; Row().nameKo; }) {
            if (const Row *row = model.find<Row>(record)) {
                found = found || row->nameEn == text || row->nameKo == text;
                if constexpr (requires { row->abbreviation; })
                    found = found || row->abbreviation == text;
            }
        }
    });
    return found || model.find<Name>(nameKey(record, text));
}

} // namespace

bool isDefinite(const Suggestion &suggestion)
{
    if (suggestion.kind == "name"_L1)
        return !suggestion.target.isEmpty() && suggestion.score >= SureName;
    return suggestion.relation != relation::mentions || suggestion.score > SharedName;
}

Result<ChangeSet> acceptSuggestions(const Model &model, const QStringList &ids)
{
    if (std::ranges::any_of(ids, [&](const QString &id) { return model.find<Suggestion>(id) && model.find<Suggestion>(id)->kind == moveKind; }))
        return acceptMoves(model, ids);
    Batch batch(model, ids.size() == 1 ? tr("accept a suggestion") : tr("accept %1 suggestions").arg(ids.size()));
    // A proposed meeting first: the links of the same text need it.
    QStringList ordered = ids;
    ordered.removeDuplicates();
    std::ranges::stable_sort(ordered, {}, [&](const QString &id) {
        const Suggestion *suggestion = model.find<Suggestion>(id);
        return suggestion && suggestion->kind != "meeting"_L1;
    });
    for (const QString &id : std::as_const(ordered)) {
        const Suggestion *suggestion = model.find<Suggestion>(id);
        if (!suggestion)
            return noSuchSuggestion(id);
        if (suggestion->state == SuggestionState::Accepted)
            continue;
        if (auto accepting = accept(*suggestion, batch); !accepting)
            return accepting.error();
    }
    return std::move(batch).result();
}

Result<ChangeSet> acceptNameAs(const Model &model, const QString &id, const QString &record)
{
    const Suggestion *suggestion = model.find<Suggestion>(id);
    if (!suggestion)
        return noSuchSuggestion(id);
    if (suggestion->kind != "name"_L1)
        return callError(tr("“%1” proposes no name; only a name can be taken for a record.").arg(id.left(80)));
    if (suggestion->state == SuggestionState::Accepted)
        return callError(tr("“%1” is accepted already; undo that step to take it back.").arg(id));
    bool nameable = false;
    forEachKind([&]<typename Row>() {
        if constexpr (requires { Row().nameEn; Row().nameKo; })
            nameable = nameable || model.find<Row>(record);
    });
    if (!nameable)
        return callError(tr("“%1” is no record that has names; say an institution, person, dialogue, area or instrument.").arg(record.left(80)));

    Batch batch(model, tr("take a name for %1").arg(record));
    Suggestion accepted = *suggestion;
    accepted.state = SuggestionState::Accepted;
    accepted.target.value = record;
    batch.put(accepted);
    const auto addName = [&](const QString &text, NameUse use) {
        if (text.isEmpty() || hasName(model, record, text))
            return;
        Name name;
        name.record.value = record;
        name.text = text;
        const bool korean = std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Hangul; });
        name.language = korean ? u"ko"_s : u"en"_s;
        name.use = use;
        name.id.value = nameKey(record, text);
        batch.putOnce(name);
    };
    addName(simplified(suggestion->quote), NameUse::Alias);
    // The short form that the text gives with it is the record's, too.
    if (!suggestion->proposal.isEmpty()) {
        auto proposed = proposedRows(*suggestion);
        if (!proposed)
            return proposed.error();
        forEachKind([&]<typename Row>() {
            if constexpr (requires { Row().nameEn; Row().abbreviation; }) {
                for (const Change<Row> &change : proposed->changes<Row>()) {
                    if (change.after && !change.before)
                        addName(change.after->abbreviation, NameUse::Abbreviation);
                }
            }
        });
    }
    return std::move(batch).result();
}

Result<ChangeSet> rejectSuggestions(const Model &model, const QStringList &ids)
{
    ChangeSet changes(ids.size() == 1 ? tr("reject a suggestion") : tr("reject %1 suggestions").arg(ids.size()));
    QStringList once = ids;
    once.removeDuplicates();
    for (const QString &id : std::as_const(once)) {
        const Suggestion *suggestion = model.find<Suggestion>(id);
        if (!suggestion)
            return noSuchSuggestion(id);
        if (suggestion->state == SuggestionState::Accepted)
            return callError(tr("“%1” is accepted already; undo that step to take it back.").arg(id));
        Suggestion after = *suggestion;
        after.state = SuggestionState::Rejected;
        changes.update(*suggestion, after);
    }
    return validated(model, std::move(changes));
}

} // namespace entente::model::edits
