#include "ui/desk/textview.h"

#include "ui/desk/paragraphdelegate.h"
#include "ui/desk/textmodel.h"

#include <QMouseEvent>

#include <algorithm>

namespace entente::ui {

TextView::TextView(QWidget *parent)
    : LazyListView(parent)
{
    setItemDelegate(new ParagraphDelegate(this));
}

void TextView::setText(TextModel *model)
{
    m_text = model;
    setModel(model);
}

void TextView::doItemsLayout()
{
    m_clickedOffset = -1;
    LazyListView::doItemsLayout();
}

int TextView::estimatedHeight(int row) const
{
    const auto *delegate = static_cast<const ParagraphDelegate *>(itemDelegate());
    const QFontMetrics metrics(font());
    const int across = std::max(1, delegate->textWidth(viewport()->width()) / std::max(1, metrics.averageCharWidth()));
    const auto lines = 1 + m_text->at(row)->text.size() / across;
    return int(std::min<qsizetype>(lines, 2000)) * metrics.height() + 12;
}

QString TextView::topBlock() const
{
    const Paragraph *paragraph = m_text ? m_text->at(topRow()) : nullptr;
    return paragraph ? paragraph->id.value : QString();
}

void TextView::scrollToTop(const QString &paragraph)
{
    if (m_text)
        scrollTo(m_text->index(m_text->rowOf(paragraph)), PositionAtTop);
}

void TextView::mousePressEvent(QMouseEvent *event)
{
    LazyListView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    m_clickedOffset = -1;
    if (!index.isValid())
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    m_clickedOffset = static_cast<const ParagraphDelegate *>(itemDelegate())->offsetAt(option, index, event->pos());
}

} // namespace entente::ui
