#pragma once

#include "core/document/document.h"
#include "core/exchange/search.h"
#include "ui/job.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

class QLabel;
class QListWidget;

namespace entente::ui {

/// Finds words in names, clauses, notes and texts, or goes to a citation such as `SDP 14(c)`.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// The hits that are shown, best first.
    const std::vector<exchange::Hit> &hits() const { return m_hits; }

signals:
    void recordChosen(const QString &record);
    /// A hit in a text: the document and the words.
    void wordsChosen(const QString &document, const QString &label, const QString &words);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void find();
    void show(std::vector<exchange::Hit> hits);
    void choose(int row);
    void closePopup();

    QPointer<entente::Document> m_document;
    QListWidget *m_popup = nullptr;
    std::vector<exchange::Hit> m_hits;
    std::shared_ptr<const exchange::SearchIndex> m_index; ///< Of the map as it was at the last search.
    QTimer m_typing;
    Job m_job;
    QString m_foundFor;         ///< The words that the hits are for.
    bool m_chooseFirst = false; ///< Return was pressed before the answer came.
};

} // namespace entente::ui
