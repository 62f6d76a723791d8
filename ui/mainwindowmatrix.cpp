#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/coverage/coverageview.h"
#include "ui/coverage/matrixview.h"
#include "ui/errorbar.h"
#include "ui/mainwindow.h"

#include <QAction>

// The window's matrix: where it stands and what leads to it.
namespace entente::ui {

void MainWindow::connectMatrix()
{
    m_centre->keep(*m_matrix);
    m_matrix->setAuthor(m_session.author());
    connect(m_actions->matrix, &QAction::triggered, this, &MainWindow::showMatrix);
    connect(m_actions->judge, &QAction::triggered, this, [this] {
        showMatrix();
        m_matrix->judge();
    });
    connect(m_actions->unjudge, &QAction::triggered, this, [this] {
        showMatrix();
        m_matrix->takeJudgementBack();
    });
    connect(m_coverage, &CoverageView::matrixRequested, this, &MainWindow::showMatrix);
    connect(m_coverage, &CoverageView::judgementRequested, this, [this](const QString &clause) {
        showMatrix();
        m_matrix->judge(clause);
    });
    connect(m_matrix, &MatrixView::passageRequested, this, &MainWindow::showPassage);
    connect(m_matrix, &MatrixView::importRequested, &m_session, &Session::importText);
    connect(m_matrix, &MatrixView::failed, m_errors, &ErrorBar::showError);
    connect(m_matrix, &MatrixView::succeeded, m_errors, &ErrorBar::clearErrors);
}

void MainWindow::showMatrix()
{
    m_centre->openPage(*m_matrix, tr("Coverage matrix"));
    m_matrix->setFocus(Qt::OtherFocusReason);
}

CoverageOptions MainWindow::coverageOptions() const
{
    CoverageOptions options;
    options.arrangement = m_matrix->arrangement();
    options.explain = m_matrix->explained();
    return options;
}

} // namespace entente::ui
