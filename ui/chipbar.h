#pragma once

#include "core/document/document.h"
#include "ui/lens.h"

#include <QPointer>
#include <QWidget>

class QMenu;
class QToolButton;

namespace entente::ui {

class ChipRow;
class RunText;

/// What the views show, in words: one chip for each limit, each can be taken off. A focus has its steps and the way back.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChipBar(SharedLens &lens, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// "57 of 203 shown"
    void setShown(int shown, int total);
    /// The words of the chips, from left to right.
    QStringList chips() const;
    /// Fills a menu with the filters that the map offers.
    void fillFilters(QMenu &menu);
    /// Opens the menu for adding a filter.
    void openFilters();

private:
    void rebuild();
    void addFocus(const QString &words);
    void fillGroups(QMenu &menu);

    SharedLens &m_lens;
    QPointer<entente::Document> m_document;
    ChipRow *m_chips;
    QToolButton *m_add;
    QToolButton *m_group;
    RunText *m_shown;
    RunText *m_all;
};

} // namespace entente::ui
