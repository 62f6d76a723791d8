#pragma once

#include "core/model/model.h"

#include <QHash>
#include <QSet>

/// What is attached to clauses, and how it follows when their keys change: the one machinery behind editions, corrections of a text and moves.
namespace entente::model {

/// Something attached to a clause: a field of another row that names it (an end of a relation, what an evidence, a name, a judgement, a
/// commitment, a suggestion or a place in a view is about), or, with `record` the clause itself and no field, the remarks that people wrote
/// in the clause's own row: area, summary, operative verb, promises, notes.
///
/// No anchors are: other clauses (which stand under it), paragraphs and passages (they belong to a text and stay true to it), decided
/// suggestions (what they decided is in the map), moves that wait (they are about an anchor that is counted already), and waivers (they outlive
/// what they are about). All of these follow a clause whose key changes, too.
struct Anchor
{
    Kind kind;
    QString record;
    QString field; ///< As in `fields.h`; empty: the remarks.
    QString clause;

    bool operator==(const Anchor &) const = default;
};

/// All anchors of these clauses, in the order of kinds and keys.
std::vector<Anchor> anchorsOf(const Model &model, const QSet<QString> &clauses);

/// The kind of suggestions about what an edition left behind.
inline const QString moveKind = QStringLiteral("move");

bool hasRemarks(const Clause &clause);
/// What people wrote of one clause is taken over by another: where that has words of its own they stay, and notes are added.
void takeRemarks(Clause &clause, const Clause &from);

/// From keys to keys.
using KeyMap = QHash<QString, QString>;

/// Lets every row but clauses refer to other records, all at once. A row whose own key was derived from what it says gets the key that it
/// would have now, and what refers to it follows. Rows that come to say the same become one, with the notes of both. Rows that are to be
/// renamed stand in `renamed`, old key to new.
void redirect(Model &model, const KeyMap &keys, KeyMap &renamed);

/// The same for one field of one row.
void redirectField(Model &model, const QString &record, const QString &field, const QString &target, KeyMap &renamed);

/// Puts rows in the place of others, all at once, by the same rules. For passages and suggestions.
template<typename Row>
struct Replacement
{
    Row before;
    Row after;
};
template<typename Row>
void replaceRows(Model &model, std::vector<Replacement<Row>> replacements, KeyMap &renamed);

} // namespace entente::model
