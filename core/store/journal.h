#pragma once

#include "core/model/changeset.h"

#include <QDateTime>

namespace entente::store {

enum class StepKind { Edit, Undo, Redo };

/// How an entry joins the history: a new edit, or what it reverses.
struct JournalStep
{
    StepKind kind = StepKind::Edit;
    qint64 reverses = 0; ///< Number of the entry that an undo or redo takes back.
};

/// One line of the journal: who, when, what, before, after. Entries are only ever added.
struct JournalEntry
{
    qint64 number = 0;
    QDateTime when; ///< UTC
    QString who;
    QString label;
    JournalStep step;
    int schema = 0; ///< Entries of an older schema can be read, but not undone.
    ChangeSet changes;
};

/// Which entries undo and redo would take back next, computed from the entries' kinds alone.
class UndoStacks
{
public:
    void append(qint64 number, const JournalStep &step);
    /// Entries up to here belong to an older schema: nothing before them is undone.
    void clear();

    std::optional<qint64> nextUndo() const;
    std::optional<qint64> nextRedo() const;

private:
    std::vector<qint64> m_undo; ///< Entries in force, the newest last.
    std::vector<qint64> m_redo; ///< Undo entries that a redo would take back.
};

} // namespace entente::store
