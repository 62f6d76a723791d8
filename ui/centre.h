#pragma once

#include "core/document/document.h"
#include "ui/inspector/sheet.h"
#include "ui/selection.h"

#include <QPointer>
#include <QTabWidget>

namespace entente::ui {

class ComparisonView;
class DeskView;
class RecordList;
class SuggestionList;

/// The middle of the window: the network, and beside it as tabs what was opened: a text, the suggestions, a list.
class Centre : public QTabWidget
{
    Q_OBJECT

public:
    Centre(QWidget &network, QWidget &legend, Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// False where the words stand nowhere.
    bool showPlace(const TextPlace &place);
    void showSuggestions(const QString &documentId, const QString &kind = {});
    /// The editions of an instrument, side by side.
    void showEditions(const QString &instrument);
    void showList(const QString &title, const QStringList &records);
    /// A page of the window's own, kept when its tab is closed.
    void openPage(QWidget &page, const QString &title);
    void keep(QWidget &page);
    void showNetwork();
    /// Opens a page as a tab, or goes to it; closed, it is kept.
    void open(QWidget *page, const QString &title);
    bool hasText() const;
    void showText();

    DeskView &desk() const { return *m_desk; }
    ComparisonView &editions() const { return *m_editions; }
    SuggestionList &suggestions() const { return *m_suggestions; }
    RecordList &list() const { return *m_list; }

signals:
    /// Whether the reading desk is what is seen.
    void textShown(bool isShown);

private:
    void close(int index);

    QPointer<entente::Document> m_document;
    DeskView *m_desk;
    ComparisonView *m_editions;
    SuggestionList *m_suggestions;
    RecordList *m_list;
};

} // namespace entente::ui
