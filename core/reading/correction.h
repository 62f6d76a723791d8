#pragma once

#include "core/model/edits.h"

/// Corrections of how a text was read: each takes the key of a paragraph and gives one undoable step, or one sentence that says why not.
///
/// Paragraphs, the clauses of an instrument, the labels of everything below, passages, relations, evidence, judgements and suggestions stay
/// together: where a label changes, the clause gets its new key with all that is attached, as it does in a new edition. No word of a
/// paragraph is lost: a number that is one no longer becomes a word of the text again. A step that would leave something attached to
/// nothing is refused.
namespace entente::reading {

/// A unit goes up one level with all below it: it stands beside the unit that it stood under.
Result<ChangeSet> promote(const Model &model, const QString &paragraph);

/// A unit goes down one level with all below it: under the unit that stands before it on its level.
Result<ChangeSet> demote(const Model &model, const QString &paragraph);

/// Parts a block in two before the character at `offset` of its text. The second part is a unit where it begins with a number that fits,
/// else prose behind a unit, else what the block is. What is quoted goes with its words; a quote across the place stays with its longer part.
Result<ChangeSet> splitAt(const Model &model, const QString &paragraph, qsizetype offset);

/// Adds a block to the one before it, over lines that are set aside. Units below it come below that one.
Result<ChangeSet> joinWithPrevious(const Model &model, const QString &paragraph);

/// Says what a block is: heading, prose, unit, note, or set aside. A block becomes a unit by the number that it begins with. A unit with
/// something attached to its clause stays one.
Result<ChangeSet> markAs(const Model &model, const QString &paragraph, ParagraphRole role);

/// A line that was set aside becomes prose in its place.
Result<ChangeSet> putBack(const Model &model, const QString &paragraph);

/// Gives a unit another number ("15.", "(b)", "제3조의2"), or makes a unit of a block that prints none. Labels below follow.
Result<ChangeSet> relabel(const Model &model, const QString &paragraph, const QString &number);

/// Corrects the words of a block. What is quoted follows its words.
Result<ChangeSet> correctText(const Model &model, const QString &paragraph, const QString &text);

} // namespace entente::reading
