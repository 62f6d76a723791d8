#pragma once

#include "core/document/document.h"
#include "ui/desk/comparisonmodel.h"
#include "ui/desk/lazylistview.h"
#include "ui/job.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace entente::ui {

/// The list of a comparison.
class ComparisonList : public LazyListView
{
    Q_OBJECT

public:
    explicit ComparisonList(ComparisonModel &model, QWidget *parent = nullptr);

protected:
    int estimatedHeight(int row) const override;

private:
    ComparisonModel &m_clauses;
};

/// Two editions of an instrument side by side, clause by clause, and the way to what waits for a decision since.
class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// Compares the two latest texts of an instrument.
    void showInstrument(const QString &instrument);
    /// The texts that are compared, the older first; empty where there are not two.
    QStringList comparedTexts() const;
    QString title() const;
    ComparisonModel &model() const { return *m_model; }
    ComparisonList &list() const { return *m_list; }
    void showOnlyChanged(bool onlyChanged);
    /// What is attached to clauses that changed and waits for a decision.
    int waiting() const;

signals:
    void failed(const entente::base::Error &error);
    /// The moves of this text are to be decided on.
    void decisionsWanted(const QString &document);
    /// A clause of this text is to be shown in it.
    void clauseWanted(const QString &document, const QString &label);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void reload();
    void fillTexts();
    void compare();
    void showCounts();

    QPointer<entente::Document> m_document;
    QString m_instrument;
    ComparisonModel *m_model;
    ComparisonList *m_list;
    QLabel *m_title;
    QLabel *m_summary;
    QComboBox *m_older;
    QComboBox *m_newer;
    QCheckBox *m_onlyChanged;
    QPushButton *m_decide;
    bool m_stale = false; ///< The map has changed while the comparison was not seen.
    Job m_job;
};

} // namespace entente::ui
