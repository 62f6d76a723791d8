#pragma once

#include "core/document/document.h"
#include "ui/lens.h"

#include <QPointer>
#include <QToolBar>

class QComboBox;
class QDateEdit;
class QToolButton;

namespace entente::ui {

class Actions;
class SearchField;

/// The toolbar: file, steps, layout and zoom, the day, the search, print.
class MainBar : public QToolBar
{
    Q_OBJECT

public:
    MainBar(Actions &actions, SharedLens &lens, QWidget *parent);

    void setDocument(entente::Document *document);
    SearchField &search() const { return *m_search; }
    /// Lists the saved views and says which one is open.
    QToolButton *views() const { return m_views; }
    /// Signs only, for narrow windows.
    void setCompact(bool compact);
    /// What the zoom is now, in percent.
    void setZoom(int percent);

signals:
    /// This many steps are to be undone.
    void undoWanted(int steps);

private:
    void showSteps();
    void fillSteps();
    QToolButton *buttonOf(QAction *action) const;

    Actions &m_actions;
    SharedLens &m_lens;
    QPointer<entente::Document> m_document;
    QToolButton *m_undo;
    QToolButton *m_views;
    QComboBox *m_layout;
    QToolButton *m_zoom;
    QDateEdit *m_asOf;
    SearchField *m_search;
    QList<QWidget *> m_words; ///< What a narrow window has no room for.
    bool m_compact = false;
};

} // namespace entente::ui
