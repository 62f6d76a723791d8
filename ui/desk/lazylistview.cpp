#include "ui/desk/lazylistview.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

// The list view's own layout asks for the size of every row; here it is replaced, and only the model, the keyboard, the editors and what
// assistive programs are told remain of it.
namespace entente::ui {

using namespace Qt::StringLiterals;

LazyListView::LazyListView(QWidget *parent)
    : QListView(parent)
{
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // Its coming and going would change the heights.
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
}

void LazyListView::doItemsLayout()
{
    estimate();
    QAbstractItemView::doItemsLayout(); // Not the list view's: it would measure every row.
}

void LazyListView::estimate()
{
    const int count = model() ? model()->rowCount() : 0;
    m_heights.resize(std::size_t(count));
    m_measured.assign(std::size_t(count), 0);
    for (int number = 0; number < count; ++number)
        m_heights[std::size_t(number)] = estimatedHeight(number);
    place();
}

void LazyListView::place()
{
    m_tops.resize(m_heights.size() + 1);
    int y = 0;
    for (std::size_t row = 0; row < m_heights.size(); ++row) {
        m_tops[row] = y;
        y += m_heights[row];
    }
    m_tops.back() = y;
}

void LazyListView::measure(int number)
{
    if (m_measured[std::size_t(number)])
        return;
    m_measured[std::size_t(number)] = 1;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_heights[std::size_t(number)] = itemDelegate()->sizeHint(option, row(number)).height();
}

int LazyListView::rowAt(int y) const
{
    if (rows() == 0)
        return -1;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), std::max(0, y));
    return std::clamp(int(after - m_tops.begin()) - 1, 0, rows() - 1);
}

void LazyListView::measureSeen()
{
    if (m_measuring || rows() == 0)
        return;
    m_measuring = true;
    const int first = rowAt(verticalOffset());
    const int within = verticalOffset() - top(first);
    bool changed = false;
    int room = viewport()->height() + within;
    for (int number = first; number < rows() && room > 0; ++number) {
        const int before = m_heights[std::size_t(number)];
        measure(number);
        changed = changed || before != m_heights[std::size_t(number)];
        room -= m_heights[std::size_t(number)];
    }
    if (changed) {
        place();
        updateGeometries();
        verticalScrollBar()->setValue(top(first) + std::min(within, std::max(0, height(first) - 1)));
        updateEditorGeometries();
    }
    m_measuring = false;
}

int LazyListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void LazyListView::updateGeometries()
{
    const int page = viewport()->height();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(QFontMetrics(font()).height() * 2);
    verticalScrollBar()->setRange(0, std::max(0, m_tops.back() - page));
    QAbstractItemView::updateGeometries();
}

QRect LazyListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rows())
        return {};
    return {0, top(index.row()) - verticalOffset(), viewport()->width(), height(index.row())};
}

QModelIndex LazyListView::indexAt(const QPoint &point) const
{
    const int y = point.y() + verticalOffset();
    if (rows() == 0 || y < 0 || y >= m_tops.back())
        return {};
    return row(rowAt(y));
}

void LazyListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    executeDelayedItemsLayout();
    if (!index.isValid() || index.row() >= rows())
        return;
    // What stands around the row is measured first, so that it comes to lie where it shall.
    for (int number = std::max(0, index.row() - 40); number < std::min(rows(), index.row() + 40); ++number)
        measure(number);
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

int LazyListView::topRow() const
{
    return rowAt(verticalOffset());
}

QModelIndex LazyListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto paged = [&](int direction) {
        const int y = (current < 0 ? verticalOffset() : top(current)) + direction * viewport()->height();
        const int number = rowAt(std::clamp(y, 0, m_tops.back() - 1));
        return number == current ? number + direction : number;
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
    return row(std::clamp(to, 0, rows() - 1));
}

void LazyListView::setSelection(const QRect &area, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(area.topLeft());
    if (index.isValid())
        selectionModel()->select(index, command);
}

QRegion LazyListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += visualRect(index);
    return region;
}

void LazyListView::paintEvent(QPaintEvent *event)
{
    executeDelayedItemsLayout();
    measureSeen();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (rows() == 0)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int bottom = event->rect().bottom() + verticalOffset();
    for (int number = rowAt(event->rect().top() + verticalOffset()); number < rows() && top(number) <= bottom; ++number) {
        const QModelIndex index = row(number);
        option.rect = visualRect(index);
        option.state = QStyle::State_Enabled;
        if (selectionModel()->isSelected(index))
            option.state |= QStyle::State_Selected;
        if (index == currentIndex() && hasFocus())
            option.state |= QStyle::State_HasFocus;
        itemDelegate()->paint(&painter, option, index);
    }
}

void LazyListView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        const int kept = topRow();
        const bool scrolled = verticalOffset() > 0;
        estimate();
        updateGeometries();
        if (kept >= 0 && scrolled)
            scrollTo(row(kept), PositionAtTop);
    }
}

void LazyListView::scrollContentsBy(int dx, int dy)
{
    QAbstractItemView::scrollContentsBy(dx, dy);
    viewport()->update();
}

void LazyListView::dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(from, to, roles);
    viewport()->update();
}

void LazyListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace entente::ui
