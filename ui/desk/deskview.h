#pragma once

#include "core/document/document.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace entente::ui {

class TextModel;

/// The text of one document as it was read: units, headings, gaps, page numbers, and what was set aside. Everything is plain text.
class DeskView : public QWidget
{
    Q_OBJECT

public:
    explicit DeskView(QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// Shows a document's text; with a quote, scrolls to it and marks it. False where the words are not found.
    bool showPassage(const QString &documentId, const QString &label, const QString &quote, int offset);
    const QString &shownDocument() const { return m_shown; }
    QString title() const;
    /// The words that are marked.
    QString markedQuote() const;

signals:
    void titleChanged(const QString &title);

private:
    void reload();

    QPointer<entente::Document> m_document;
    QString m_shown;
    TextModel *m_model;
    QListView *m_list;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_notice;
    QPushButton *m_setAside;
};

} // namespace entente::ui
