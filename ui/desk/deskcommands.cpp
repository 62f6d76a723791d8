#include "core/reading/correction.h"
#include "ui/desk/deskview.h"
#include "ui/desk/outlinemodel.h"
#include "ui/desk/outlineview.h"
#include "ui/desk/paragraphdelegate.h"
#include "ui/desk/setasidestrip.h"
#include "ui/desk/textmodel.h"
#include "ui/desk/textview.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>

// What the reader may correct: each command is one edit of the core, submitted, told where it is refused.
namespace entente::ui {

using namespace Qt::StringLiterals;

void DeskView::setCommands(const QList<QAction *> &commands)
{
    addActions(commands);
    for (const QAction *command : commands) {
        if (command->objectName() == "split"_L1)
            static_cast<ParagraphDelegate *>(m_text->itemDelegate())->setSplitKey(command->shortcut());
    }
}

/// The desk's commands go before those of the window: Alt+Left promotes here and goes back elsewhere.
bool DeskView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const QKeySequence pressed(static_cast<QKeyEvent *>(event)->keyCombination());
        for (QAction *action : actions()) {
            if (!action->isEnabled() || action->shortcut().isEmpty() || action->shortcut() != pressed)
                continue;
            if (event->type() == QEvent::KeyPress)
                action->trigger();
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DeskView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!shown() || m_current.isEmpty())
        return;
    QMenu menu(this);
    menu.addActions(actions());
    menu.exec(event->globalPos());
}

bool DeskView::submit(const Result<ChangeSet> &changes)
{
    if (!m_document)
        return false;
    if (!changes) {
        emit failed(changes.error());
        return false;
    }
    const auto done = m_document->submit(*changes);
    if (done)
        emit succeeded();
    else
        emit failed(done.error());
    return done.isOk();
}

void DeskView::promote()
{
    if (shown())
        submit(reading::promote(m_document->model(), m_current));
}

void DeskView::demote()
{
    if (shown())
        submit(reading::demote(m_document->model(), m_current));
}

void DeskView::joinWithPrevious()
{
    if (shown())
        submit(reading::joinWithPrevious(m_document->model(), m_current));
}

void DeskView::splitAt(const QString &paragraph, int offset)
{
    if (shown())
        submit(reading::splitAt(m_document->model(), paragraph, offset));
}

void DeskView::split()
{
    const QModelIndex index = m_model->index(m_model->rowOf(m_current));
    if (!shown() || !index.isValid())
        return;
    if (m_text->hasFocus() && m_text->clickedOffset() > 0 && m_text->currentIndex() == index) {
        splitAt(m_current, m_text->clickedOffset());
        return;
    }
    correctText();
    say(tr("Put the cursor where the block is parted and give the command again. Esc leaves it as it was."));
}

void DeskView::markAs(ParagraphRole role)
{
    if (shown())
        submit(reading::markAs(m_document->model(), m_current, role));
}

void DeskView::putBack()
{
    if (!shown())
        return;
    QStringList blocks = m_setAside->chosen();
    if (blocks.isEmpty() || !m_setAside->list()->hasFocus()) {
        const auto *paragraph = m_document->model().find<Paragraph>(m_current);
        if (paragraph && paragraph->role == ParagraphRole::SetAside && !blocks.contains(m_current))
            blocks = {m_current};
    }
    if (blocks.isEmpty()) {
        emit failed(callError(tr("Choose a line that was set aside; the strip below lists them.")));
        return;
    }
    // Several lines are one step.
    Model after = m_document->model();
    for (const QString &block : blocks) {
        const auto changes = reading::putBack(after, block);
        if (!changes) {
            emit failed(changes.error());
            return;
        }
        if (blocks.size() == 1) {
            submit(changes);
            return;
        }
        after.apply(*changes);
    }
    submit(difference(m_document->model(), after, tr("put %1 lines back").arg(blocks.size())));
}

void DeskView::correctText()
{
    const QModelIndex index = m_model->index(m_model->rowOf(m_current));
    if (!shown())
        return;
    if (!index.isValid()) {
        emit failed(callError(tr("Choose the block whose words are to be corrected.")));
        return;
    }
    m_sides->setCurrentIndex(m_sides->count() - 1); // The words are typed over where they stand.
    m_stack->setCurrentWidget(m_text);
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->setCurrentIndex(index);
    m_text->scrollTo(index);
    m_text->edit(index);
}

void DeskView::relabel()
{
    const QModelIndex index = m_tree->indexOf(m_current);
    if (!shown())
        return;
    if (!index.isValid()) {
        emit failed(callError(tr("Choose the unit that gets another number.")));
        return;
    }
    m_outline->setFocus(Qt::OtherFocusReason);
    m_outline->setCurrentIndex(index);
    m_outline->edit(index);
}

} // namespace entente::ui
