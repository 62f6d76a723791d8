#pragma once

#include "core/document/document.h"
#include "core/network/questions.h"
#include "ui/job.h"
#include "ui/lens.h"
#include "ui/network/beside.h"
#include "ui/selection.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace entente::ui {

class AnswerModel;
class RecordPicker;

/// Questions to the network in plain words: the answer as a sentence, the records with their reasons, and what the answer does not say.
class QuestionPanel : public QWidget
{
    Q_OBJECT

public:
    QuestionPanel(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    AnswerModel &model() const { return *m_model; }
    QString sentence() const;
    QString caution() const;
    /// The answer as plain text, for pasting.
    QString text() const;

public slots:
    /// `question` by its identifier; `about` one record, where it takes one.
    void ask(const QString &question, const QString &about = {});

signals:
    /// What is to be marked in the drawing; nothing while the panel is not seen.
    void explained(const entente::ui::Explained &explained);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void offer();
    void answer();
    void take(base::Result<network::Answer> answer, std::shared_ptr<const model::Lookup> lookup);
    void clear(const QString &sentence);

    SharedLens &m_lens;
    Selection &m_selection;
    QPointer<entente::Document> m_document;
    QComboBox *m_question;
    QLabel *m_aboutLabel;
    RecordPicker *m_about;
    QLabel *m_sentence;
    QPushButton *m_cancel;
    QTableView *m_table;
    AnswerModel *m_model;
    QLabel *m_caution;
    QPushButton *m_copy;
    Job m_job;
    bool m_isOffered = false;
    bool m_isStale = true;
    bool m_choosing = false;
};

} // namespace entente::ui
