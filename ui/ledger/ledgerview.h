#pragma once

#include "core/document/document.h"
#include "ui/ledger/ledgermodel.h"
#include "ui/lens.h"
#include "ui/selection.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace entente::ui {

/// Everything that was promised, as a table on the day of the lens. What is chosen here is chosen everywhere; Return shows the passage.
class LedgerView : public QWidget
{
    Q_OBJECT

public:
    LedgerView(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    LedgerModel &model() const { return *m_model; }
    QTableView &table() const { return *m_table; }
    /// "12 commitments, 3 overdue on 1 Mar 2026"
    QString title() const;

public slots:
    /// Asks which passage proves that the chosen commitment was kept.
    void askForProof();
    /// Notes that it was kept; one step. An empty passage: without a proof.
    void markDelivered(const QString &passage);
    void copy();

signals:
    void failed(const entente::base::Error &error);
    void succeeded();
    void passageRequested(const QString &id);
    void addRequested();
    void editRequested();
    void printRequested();
    void exportRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void fillFilters();
    void takeFilters();
    void reload();
    void showChosen();
    void showPassage();
    void enable();
    void fitColumns();
    void fitRows();

    SharedLens &m_lens;
    Selection &m_selection;
    QPointer<entente::Document> m_document;
    LedgerModel *m_model;
    QLabel *m_title;
    QComboBox *m_side;
    QComboBox *m_dialogue;
    QComboBox *m_state;
    QComboBox *m_due;
    QTableView *m_table;
    QLabel *m_empty;
    QLabel *m_because;
    QPushButton *m_edit;
    QPushButton *m_deliver;
    QPushButton *m_passage;
    QPushButton *m_print;
    QPushButton *m_export;
    QPushButton *m_copy;
    QWidget *m_proof;
    QComboBox *m_passages;
    bool m_fitting = false;
    bool m_following = false; ///< The table goes where the selection is.
    bool m_stale = true; ///< The map or the day has changed while the table was not seen.
};

} // namespace entente::ui
