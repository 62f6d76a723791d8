#pragma once

#include "core/document/document.h"
#include "ui/selection.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace entente::ui {

class RunText;
class SuggestionModel;

/// The review of proposed links: A accepts, R rejects, each batch is one step of the journal.
class SuggestionList : public QWidget
{
    Q_OBJECT

public:
    explicit SuggestionList(Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// Limits the list to one text; empty: all.
    void showText(const QString &documentId);
    int openCount() const;

public slots:
    void acceptChosen();
    void rejectChosen();
    void acceptFromScore();

signals:
    /// Also tells of a refusal in one sentence.
    void failed(const entente::base::Error &error);
    void passageRequested(const QString &suggestion);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reload();
    void showCurrent();
    void decide(bool accept, const QStringList &ids);
    QStringList chosen() const;

    Selection &m_selection;
    QPointer<entente::Document> m_document;
    QString m_text;
    SuggestionModel *m_model;
    QTreeView *m_tree;
    QLabel *m_count;
    RunText *m_passage;
    QPushButton *m_accept;
    QPushButton *m_reject;
    QPushButton *m_acceptAll;
    QDoubleSpinBox *m_score;
    QCheckBox *m_decided;
};

} // namespace entente::ui
