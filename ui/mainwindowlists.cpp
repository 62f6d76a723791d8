#include "core/model/marking.h"
#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/errorbar.h"
#include "ui/findings/findingsview.h"
#include "ui/ledger/ledgerview.h"
#include "ui/mainwindow.h"
#include "ui/paper/export.h"
#include "ui/paper/printing.h"
#include "ui/statusline.h"

#include <QAction>
#include <QFileInfo>
#include <QTableView>

// The window's ledger of commitments and its worklist: what their commands call.
namespace entente::ui {

using namespace Qt::StringLiterals;

void MainWindow::connectLists()
{
    m_ledger = new LedgerView(m_lens, m_selection);
    m_findings = new FindingsView(m_lens, m_selection);
    connect(&m_session, &Session::documentReplaced, m_ledger, &LedgerView::setDocument);
    connect(&m_session, &Session::documentReplaced, m_findings, &FindingsView::setDocument);
    m_centre->keep(*m_ledger);
    m_centre->keep(*m_findings);
    for (const char *name : {"ENTENTE_AUTHOR", "USER", "USERNAME"})
        m_findings->setAuthor(qEnvironmentVariable(name));
    connect(m_actions->commitments, &QAction::triggered, this, [this] {
        m_centre->openPage(*m_ledger, tr("Commitments"));
        m_ledger->table().setFocus();
    });
    connect(m_actions->findings, &QAction::triggered, this, [this] {
        m_centre->openPage(*m_findings, tr("Findings"));
        m_findings->table().setFocus();
    });
    connect(m_ledger, &LedgerView::passageRequested, this, &MainWindow::showPassage);
    connect(m_ledger, &LedgerView::addRequested, m_actions->addCommitment, &QAction::trigger);
    connect(m_ledger, &LedgerView::editRequested, m_actions->edit, &QAction::trigger);
    connect(m_ledger, &LedgerView::failed, m_errors, &ErrorBar::showError);
    connect(m_ledger, &LedgerView::succeeded, m_errors, &ErrorBar::clearErrors);
    connect(m_ledger, &LedgerView::printRequested, this, [this] { printTable(ledgerContent()); });
    connect(m_ledger, &LedgerView::exportRequested, this, [this] { exportTable(ledgerContent(), tr("%1 commitments")); });
    connect(m_findings, &FindingsView::countsChanged, this,
            [this](const FindingCounts &counts) { m_status->setFindings(counts.problems, counts.attention, counts.notes); });
    connect(m_findings, &FindingsView::failed, m_errors, &ErrorBar::showError);
    connect(m_findings, &FindingsView::succeeded, m_errors, &ErrorBar::clearErrors);
    m_ledger->setDocument(m_session.document());
    m_findings->setDocument(m_session.document());
    connect(m_findings, &FindingsView::printRequested, this, [this] { printTable(findingsContent()); });
    connect(m_findings, &FindingsView::exportRequested, this, [this] { exportTable(findingsContent(), tr("%1 findings")); });
}

TableContent MainWindow::ledgerContent() const
{
    return ledgerTable(m_session.document()->lookup(), m_lens.value().asOf, m_ledger->model().filter());
}

TableContent MainWindow::findingsContent() const
{
    return findingsTable(m_session.document()->lookup(), m_findings->model().all(), m_lens.value().asOf, m_findings->model().filter());
}

PageSetup MainWindow::tablePage(const Drawing &drawing) const
{
    PageSetup page;
    page.fileName = m_session.title();
    page.marking = markingOf(m_session.document()->lookup(), drawing.facts().records);
    page.drawn = QDateTime::currentDateTime();
    return page;
}

void MainWindow::printTable(const TableContent &table)
{
    const auto drawing = tableDrawing(table);
    if (const auto printed = printDrawing(*drawing, tablePage(*drawing), this, showPrintPreview); !printed)
        m_errors->showError(printed.error());
}

void MainWindow::exportTable(const TableContent &table, const QString &name)
{
    const QFileInfo map(m_session.suggestedPath());
    const QString path = m_dialogs.drawingToSave(this, map.absolutePath() + u'/' + name.arg(map.completeBaseName()) + u".pdf"_s);
    if (path.isEmpty())
        return;
    const auto drawing = tableDrawing(table);
    QStringList notes;
    if (const auto written = exportDrawing(*drawing, tablePage(*drawing), path, &notes); !written)
        return m_errors->showError(written.error());
    notes.prepend(tr("The table is in %1.").arg(QFileInfo(path).fileName()));
    m_errors->showNotice(u"outcome"_s, notes.join(u' '));
}

} // namespace entente::ui
