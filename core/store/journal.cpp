#include "core/store/journal.h"

#include <algorithm>

namespace entente::store {

void UndoStacks::append(qint64 number, const JournalStep &step)
{
    switch (step.kind) {
    case StepKind::Edit:
        m_undo.push_back(number);
        m_redo.clear();
        break;
    case StepKind::Undo:
        std::erase(m_undo, step.reverses);
        m_redo.push_back(number);
        break;
    case StepKind::Redo:
        // A redo takes back an undo; what was redone can be undone again as the redo itself.
        std::erase(m_redo, step.reverses);
        m_undo.push_back(number);
        break;
    }
}

void UndoStacks::clear()
{
    m_undo.clear();
    m_redo.clear();
}

std::optional<qint64> UndoStacks::nextUndo() const
{
    return m_undo.empty() ? std::nullopt : std::optional(m_undo.back());
}

std::optional<qint64> UndoStacks::nextRedo() const
{
    return m_redo.empty() ? std::nullopt : std::optional(m_redo.back());
}

} // namespace entente::store
