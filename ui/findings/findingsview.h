#pragma once

#include "core/document/document.h"
#include "ui/findings/findingsmodel.h"
#include "ui/job.h"
#include "ui/lens.h"
#include "ui/selection.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace entente::ui {

class RunText;

/// The worklist on the day of the lens: what rules noticed, worked out in the background after each change. A finding can be let stand with a
/// reason, and taken up again.
class FindingsView : public QWidget
{
    Q_OBJECT

public:
    FindingsView(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// Who lets findings stand, where nobody has said so yet.
    void setAuthor(const QString &name);
    FindingsModel &model() const { return *m_model; }
    QTableView &table() const { return *m_table; }
    bool isComputing() const { return m_job.isRunning() || m_soon.isActive(); }

public slots:
    /// Asks who lets the chosen finding stand, and why.
    void askForReason();
    void letStand(const QString &who, const QString &reason);
    void takeUpAgain();
    void copy();

signals:
    void countsChanged(const entente::ui::FindingCounts &counts);
    void failed(const entente::base::Error &error);
    void succeeded();
    void printRequested();
    void exportRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void reload();
    void compute();
    void fillRules();
    void takeFilters();
    void showChosen();
    void showRow();
    void showTitle();
    void fitColumns();
    void fitRows();
    void submit(const Result<ChangeSet> &changes);

    SharedLens &m_lens;
    Selection &m_selection;
    QPointer<entente::Document> m_document;
    FindingsModel *m_model;
    Job m_job;
    QTimer m_soon; ///< Several changes in a row are one.
    QDate m_asOf;
    QLabel *m_title;
    QComboBox *m_rule;
    QComboBox *m_severity;
    QCheckBox *m_waived;
    QTableView *m_table;
    QLabel *m_empty;
    QLabel *m_explanation;
    RunText *m_records;
    QPushButton *m_waive;
    QPushButton *m_unwaive;
    QPushButton *m_print;
    QPushButton *m_export;
    QPushButton *m_copy;
    QWidget *m_asking;
    QLineEdit *m_who;
    QLineEdit *m_reason;
    QString m_chosen; ///< The finding whose row is current.
    bool m_fitting = false;
    bool m_following = false; ///< The table goes where the selection is.
};

} // namespace entente::ui

Q_DECLARE_METATYPE(entente::ui::FindingCounts)
