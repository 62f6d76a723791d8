#include "core/coverage/judging.h"
#include "core/coverage/words.h"
#include "ui/coverage/crossview.h"
#include "ui/coverage/judgementform.h"
#include "ui/coverage/matrixbar.h"
#include "ui/coverage/matrixview.h"
#include "ui/coverage/panels.h"
#include "ui/coverage/passagelist.h"

#include <QStackedWidget>

// The foot of the matrix: why a clause is in its state, the passages behind a cell, the user's own judgement.
namespace entente::ui {

using namespace Qt::StringLiterals;

void MatrixView::showFoot()
{
    if (m_reasons->currentIndex() == 1 && m_form->clause() != m_clause)
        m_reasons->setCurrentIndex(0);
    const auto &map = m_answer.map();
    if (!map)
        return;
    if (!isMatrix())
        return showCell();
    const QModelIndex current = m_tree->currentIndex();
    const QString clause = current.isValid() ? m_model->line(current).clause : QString();
    const coverage::ClauseState *state = m_model->content().coverage.find(clause);
    if (m_reasons->currentIndex() == 1 && m_form->clause() != clause)
        m_reasons->setCurrentIndex(0);
    m_clause = state ? clause : QString();
    if (!state) {
        m_why->setWords({}, ProgressState::NotRaised, {}, {}, false);
        m_passages->clear();
        return;
    }
    m_why->setWords(whyWords(*map, m_model->content(), *state), state->progress(), {}, {}, !state->missingReadouts.isEmpty());
    m_why->setJudgement(m_answer.document() != nullptr, state->judgement.has_value(), state->computed);
    const int round = m_model->column(current.column()).round;
    const QStringList evidence = m_model->passagesAt(current);
    QString title = tr("Passages on clause %1").arg(state->label);
    QString none = tr("No passage speaks of clause %1.").arg(state->label);
    if (round >= 0) {
        const CoverageHead &head = m_model->content().heads[std::size_t(round)];
        const QString words = coverage::roundInWords(*map, head.meeting);
        title = tr("Clause %1 at %2").arg(state->label, words);
        none = head.readoutMissing ? tr("The read-out of %1 is not in the map, so nobody can tell what it said of clause %2. Import it with Ctrl+I.")
                                         .arg(words, state->label)
                                   : tr("The read-out of %1 is in the map; no accepted passage of it speaks of clause %2.").arg(words, state->label);
        if (const coverage::Cell cell = m_model->content().cell(m_model->line(current), round); cell.waiting > 0 && evidence.isEmpty())
            none = cell.waiting == 1 ? tr("One suggestion waits to be decided (Ctrl+Shift+I).")
                                     : tr("%1 suggestions wait to be decided (Ctrl+Shift+I).").arg(cell.waiting);
    }
    m_passages->setPassages(*map, title, evidence, none);
}

/// The foot of a cell that gathers several.
void MatrixView::showCell()
{
    const QModelIndex current = m_cross->currentIndex();
    m_clause.clear();
    if (!current.isValid()) {
        m_why->setWords({}, ProgressState::NotRaised, {}, {}, false);
        m_passages->clear();
        return;
    }
    const coverage::CrossCell *cell = m_crossModel->cell(current);
    const QString words = m_crossModel->data(current, Qt::DisplayRole).toString();
    QStringList clauses;
    for (const QString &clause : m_crossModel->content().table.rows[std::size_t(current.row())].clauses) {
        const coverage::ClauseState *state = m_model->content().coverage.find(clause);
        if (state)
            clauses << tr("%1 %2").arg(state->label, stateWords(state->progress()).toLower());
    }
    m_why->setPlainWords({m_crossModel->place(current), words.isEmpty() ? tr("Nothing known.") : words + u'.',
                          tr("Clauses: %1.").arg(clauses.join(u", "_s))},
                         cell && cell->untold > 0);
    m_passages->setPassages(*m_answer.map(), {}, cell ? cell->evidence : QStringList(), cell ? tr("No passage.") : QString());
}

void MatrixView::judge(const QString &clause)
{
    if (!m_answer.document())
        return;
    if (!clause.isEmpty() && clause != m_clause) {
        m_bar->setTable(CoverageArrangement::Table::ClausesByRound);
        m_selection.choose(clause);
        m_tree->setSelected(clause);
        showFoot();
    }
    const coverage::ClauseState *state = m_model->content().coverage.find(m_clause);
    if (!state) {
        emit failed(callError(tr("Choose a clause of the shown instrument first; then judge it.")));
        return;
    }
    m_reasons->setCurrentIndex(1);
    m_form->start(*state, m_author, QDate::currentDate(), m_model->content().coverage.asOf);
}

void MatrixView::takeJudgementBack()
{
    const coverage::ClauseState *state = m_model->content().coverage.find(m_clause);
    if (!m_answer.document())
        return;
    if (!state || !state->judgement)
        emit failed(callError(tr("Nobody judged this clause; there is nothing to take back.")));
    else
        submit(coverage::takeJudgementBack(m_answer.document()->model(), state->judgement->id));
}

void MatrixView::submit(const Result<ChangeSet> &changes)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    m_reasons->setCurrentIndex(0);
    m_tree->setFocus();
    if (const auto done = m_answer.document()->submit(*changes); !done)
        emit failed(done.error());
    else
        emit succeeded();
}

} // namespace entente::ui
