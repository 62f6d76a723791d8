#include "ui/desk/textview.h"

#include "ui/desk/paragraphdelegate.h"
#include "ui/desk/textmodel.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

// The list view's own layout asks for the size of every row; here it is replaced, and only the model, the keyboard, the editors and what
// assistive programs are told remain of it.
namespace entente::ui {

using namespace Qt::StringLiterals;

TextView::TextView(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new ParagraphDelegate(this));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // Its coming and going would change the heights.
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
}

void TextView::setText(TextModel *model)
{
    m_text = model;
    setModel(model);
}

void TextView::doItemsLayout()
{
    estimate();
    QAbstractItemView::doItemsLayout(); // Not the list view's: it would measure every row.
}

void TextView::estimate()
{
    const int count = m_text ? m_text->rowCount() : 0;
    const auto *delegate = static_cast<const ParagraphDelegate *>(itemDelegate());
    m_heights.resize(std::size_t(count));
    m_measured.assign(std::size_t(count), 0);
    const QFontMetrics metrics(font());
    const int across = std::max(1, delegate->textWidth(viewport()->width()) / std::max(1, metrics.averageCharWidth()));
    for (int row = 0; row < count; ++row) {
        const auto lines = 1 + m_text->at(row)->text.size() / across;
        m_heights[std::size_t(row)] = int(std::min<qsizetype>(lines, 2000)) * metrics.height() + 12;
    }
    place();
    m_clickedOffset = -1;
}

void TextView::place()
{
    m_tops.resize(m_heights.size() + 1);
    int y = 0;
    for (std::size_t row = 0; row < m_heights.size(); ++row) {
        m_tops[row] = y;
        y += m_heights[row];
    }
    m_tops.back() = y;
}

void TextView::measure(int row)
{
    if (m_measured[std::size_t(row)])
        return;
    m_measured[std::size_t(row)] = 1;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_heights[std::size_t(row)] = itemDelegate()->sizeHint(option, m_text->index(row)).height();
}

int TextView::rowAt(int y) const
{
    if (rows() == 0)
        return -1;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), std::max(0, y));
    return std::clamp(int(after - m_tops.begin()) - 1, 0, rows() - 1);
}

void TextView::measureSeen()
{
    if (m_measuring || rows() == 0)
        return;
    m_measuring = true;
    const int first = rowAt(verticalOffset());
    const int within = verticalOffset() - top(first);
    bool changed = false;
    int room = viewport()->height() + within;
    for (int row = first; row < rows() && room > 0; ++row) {
        const int before = m_heights[std::size_t(row)];
        measure(row);
        changed = changed || before != m_heights[std::size_t(row)];
        room -= m_heights[std::size_t(row)];
    }
    if (changed) {
        place();
        updateGeometries();
        verticalScrollBar()->setValue(top(first) + std::min(within, std::max(0, height(first) - 1)));
        updateEditorGeometries();
    }
    m_measuring = false;
}

int TextView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void TextView::updateGeometries()
{
    const int page = viewport()->height();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(QFontMetrics(font()).height() * 2);
    verticalScrollBar()->setRange(0, std::max(0, m_tops.back() - page));
    QAbstractItemView::updateGeometries();
}

QRect TextView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rows())
        return {};
    return {0, top(index.row()) - verticalOffset(), viewport()->width(), height(index.row())};
}

QModelIndex TextView::indexAt(const QPoint &point) const
{
    const int y = point.y() + verticalOffset();
    if (!m_text || rows() == 0 || y < 0 || y >= m_tops.back())
        return {};
    return m_text->index(rowAt(y));
}

void TextView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    executeDelayedItemsLayout();
    if (!index.isValid() || index.row() >= rows())
        return;
    // What stands around the row is measured first, so that it comes to lie where it shall.
    for (int row = std::max(0, index.row() - 40); row < std::min(rows(), index.row() + 40); ++row)
        measure(row);
    place();
    updateGeometries();
    const int page = viewport()->height();
    const int from = top(index.row());
    const int tall = height(index.row());
    const int shown = verticalOffset();
    int to = shown;
    if (hint == PositionAtTop || tall > page)
        to = from;
    else if (hint == PositionAtCenter)
        to = from - (page - tall) / 2;
    else if (hint == PositionAtBottom || from + tall > shown + page)
        to = from + tall - page;
    if (hint == EnsureVisible && from < shown)
        to = from;
    verticalScrollBar()->setValue(to);
    viewport()->update();
}

QString TextView::topBlock() const
{
    const int row = rowAt(verticalOffset());
    return row >= 0 && m_text && m_text->at(row) ? m_text->at(row)->id.value : QString();
}

void TextView::scrollToTop(const QString &paragraph)
{
    if (m_text)
        scrollTo(m_text->index(m_text->rowOf(paragraph)), PositionAtTop);
}

QModelIndex TextView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto paged = [&](int direction) {
        const int y = (current < 0 ? verticalOffset() : top(current)) + direction * viewport()->height();
        const int row = rowAt(std::clamp(y, 0, m_tops.back() - 1));
        return row == current ? row + direction : row;
    };
    int to = current;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        to = current - 1;
        break;
    case MoveDown:
    case MoveNext:
        to = current + 1;
        break;
    case MoveHome:
        to = 0;
        break;
    case MoveEnd:
        to = rows() - 1;
        break;
    case MovePageUp:
        to = paged(-1);
        break;
    case MovePageDown:
        to = paged(1);
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return m_text->index(std::clamp(to, 0, rows() - 1));
}

void TextView::setSelection(const QRect &area, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(area.topLeft());
    if (index.isValid())
        selectionModel()->select(index, command);
}

QRegion TextView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += visualRect(index);
    return region;
}

void TextView::paintEvent(QPaintEvent *event)
{
    measureSeen();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (rows() == 0)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int bottom = event->rect().bottom() + verticalOffset();
    for (int row = rowAt(event->rect().top() + verticalOffset()); row >= 0 && row < rows() && top(row) <= bottom; ++row) {
        const QModelIndex index = m_text->index(row);
        option.rect = visualRect(index);
        option.state = QStyle::State_Enabled;
        if (selectionModel()->isSelected(index))
            option.state |= QStyle::State_Selected;
        if (index == currentIndex() && hasFocus())
            option.state |= QStyle::State_HasFocus;
        itemDelegate()->paint(&painter, option, index);
    }
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        const QString kept = topBlock();
        estimate();
        updateGeometries();
        if (!kept.isEmpty() && m_text && verticalOffset() > 0)
            scrollToTop(kept);
    }
}

void TextView::mousePressEvent(QMouseEvent *event)
{
    QAbstractItemView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    m_clickedOffset = -1;
    if (index.isValid()) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.rect = visualRect(index);
        m_clickedOffset = static_cast<const ParagraphDelegate *>(itemDelegate())->offsetAt(option, index, event->pos());
    }
}

void TextView::scrollContentsBy(int dx, int dy)
{
    QAbstractItemView::scrollContentsBy(dx, dy);
    viewport()->update();
}

void TextView::dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(from, to, roles);
    viewport()->update();
}

void TextView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace entente::ui
