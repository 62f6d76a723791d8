#pragma once

#include "core/document/document.h"
#include "ui/job.h"
#include "ui/selection.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QTreeView;

namespace entente::ui {

class NameDecision;
class RunText;
class SuggestionModel;

/// The review of what texts propose, by the block it rests on: A accepts, R rejects, Ctrl+A takes all of a block; each batch is one step of
/// the journal. For a name that nobody knows there are three choices.
class SuggestionList : public QWidget
{
    Q_OBJECT

public:
    explicit SuggestionList(Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// Limits the list to one text and one kind; empty: all.
    void showText(const QString &documentId, const QString &kind = {});
    int openCount() const;
    SuggestionModel &model() const { return *m_model; }
    QTreeView &tree() const { return *m_tree; }
    NameDecision &names() const { return *m_names; }
    /// The score from which links are shown and looked for, 0 to 1.
    double threshold() const;
    void setThreshold(double threshold);

public slots:
    void acceptChosen();
    void rejectChosen();
    void acceptAll();
    /// Proposes the links of the shown texts anew, from the threshold that is set.
    void lookAgain();

signals:
    /// Also tells of a refusal in one sentence.
    void failed(const entente::base::Error &error);
    void succeeded();
    void passageRequested(const QString &suggestion);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void reload();
    void showCurrent();
    void chooseGroup();
    void accept(const QStringList &ids);
    void submit(const Result<ChangeSet> &changes);
    void makeRecord(const QString &suggestion, Kind kind);
    QStringList chosen() const;

    Selection &m_selection;
    QPointer<entente::Document> m_document;
    QString m_text;
    SuggestionModel *m_model;
    QTreeView *m_tree;
    QLabel *m_count;
    QComboBox *m_kind;
    RunText *m_passage;
    NameDecision *m_names;
    QPushButton *m_accept;
    QPushButton *m_reject;
    QPushButton *m_acceptAll;
    QSlider *m_from;
    QLabel *m_fromWords;
    QPushButton *m_look;
    QCheckBox *m_decided;
    bool m_stale = false; ///< The map has changed while the list was not seen.
    Job m_looking;
};

} // namespace entente::ui
