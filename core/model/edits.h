#pragma once

#include "core/model/model.h"

#include <QHash>

/// What turns a wish into a ChangeSet. None of these changes anything: `Document::submit` does.
namespace entente::model::edits {

/// Field names and their new contents, as the command line and forms give them.
using FieldTexts = std::vector<std::pair<QString, QString>>;

/// Changes fields of one record. Refuses unknown records, unknown fields and unreadable contents.
Result<ChangeSet> set(const Model &model, const QString &id, const FieldTexts &fields);

/// A new record; without an `id` among the fields one is derived from what it says.
Result<ChangeSet> add(const Model &model, Kind kind, const FieldTexts &fields);

/// Removes a record, what belongs to it alone, and the references to it.
Result<ChangeSet> remove(const Model &model, const QString &id);

/// The records that go with it when `id` is removed, itself not counted: what a window asks about first.
std::size_t dependents(const Model &model, const QString &id);

/// The node at this place in a view (units of the drawing at 100 %).
ChangeSet move(const Model &model, const QString &view, const QHash<QString, std::pair<double, double>> &places, const QString &label);

/// Takes the user's own places out of a view, so that the layout decides again.
ChangeSet forgetPositions(const Model &model, const QString &view);

/// Accepts or rejects suggestions: the relation, its passage and its evidence with the level, or the rows that the proposal carries, in one
/// step. Unknown ones are refused, and those that need a meeting which is not accepted yet.
Result<ChangeSet> acceptSuggestions(const Model &model, const QStringList &ids);
Result<ChangeSet> rejectSuggestions(const Model &model, const QStringList &ids);

/// Accepts a suggested name as one more name of a record, whatever was proposed for it.
Result<ChangeSet> acceptNameAs(const Model &model, const QString &suggestion, const QString &record);

/// Whether a suggestion says by itself what acceptance does. A name that nobody knows, or that may be mixed up, needs a decision of its own.
bool isDefinite(const Suggestion &suggestion);

/// Keys of what the program makes: derived from content, so that rows of two copies meet.
QString relationKey(const QString &type, const QString &source, const QString &target);
QString evidenceKey(const QString &subject, const QString &origin);
QString passageKey(const QString &document, const QString &label, const QString &quote);
QString nameKey(const QString &record, const QString &text);

} // namespace entente::model::edits
