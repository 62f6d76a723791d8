#pragma once

#include "core/document/document.h"
#include "ui/lens.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace entente::ui {

class RunText;

/// What the views show, in words: one chip for each limit, each can be taken off.
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

private:
    void rebuild();
    void addChip(const QString &words, const std::function<void(Lens &)> &takeOff);
    void fillMenu();

    SharedLens &m_lens;
    QPointer<entente::Document> m_document;
    QHBoxLayout *m_chips;
    QToolButton *m_add;
    RunText *m_shown;
    RunText *m_all;
};

} // namespace entente::ui
