#include "ui/coverage/coveragetree.h"
#include "ui/coverage/treeheads.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

CoverageTree::CoverageTree(CoverageModel *model, CoveragePlace place, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_place(place)
    , m_narrow(place == CoveragePlace::Panel)
{
    setObjectName(u"coverageTree"_s);
    setAccessibleName(tr("Coverage: clauses by round"));
    setFrameShape(QFrame::NoFrame);
    setIndentation(0);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new CoverageRowHeight(this));
    auto *heads = new CoverageTreeHeads(this, model);
    setHeader(heads);
    setModel(model);
    connect(heads, &QHeaderView::sectionPressed, this, [this](int column) {
        const CoverageSection section = m_model->column(column);
        if (section.round >= 0)
            emit chosen(m_model->content().heads[std::size_t(section.round)].meeting);
        else if (section.field == CoverageField::Other)
            emit otherRoundsWanted();
    });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &CoverageTree::rememberPlace);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        refold();
        arrange();
        follow(false);
        restorePlace();
    });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, heads->viewport(), qOverload<>(&QWidget::update));
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) { rememberFold(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { rememberFold(index, false); });
}

void CoverageTree::setTheme(Theme theme)
{
    m_theme = theme;
    viewport()->update();
    header()->viewport()->update();
}

Look CoverageTree::look() const
{
    Look look;
    look.theme = m_theme;
    return look;
}

void CoverageTree::setSelected(const QString &record)
{
    m_selected = record;
    follow(true);
}

/// Highlights what is chosen and, if wanted, brings its row into sight.
void CoverageTree::follow(bool scroll)
{
    m_highlight = m_model->lookup() ? coverageHighlight(*m_model->lookup(), {m_selected}) : CoverageHighlight();
    m_quiet = true;
    const QString clause = m_highlight.cellClause.isEmpty() ? m_selected : m_highlight.cellClause;
    if (const QModelIndex row = m_model->indexOf(clause); row.isValid()) {
        const QModelIndex parent = m_model->parent(row);
        if (scroll && parent.isValid() && !isExpanded(parent))
            expand(parent);
        const bool already = currentIndex().isValid() && m_model->line(currentIndex()).clause == clause;
        if (!already) {
            int column = 0;
            for (int i = 0; i < m_model->columnCount(); ++i) {
                const int round = m_model->column(i).round;
                if (round >= 0 && m_model->content().heads[std::size_t(round)].meeting == m_highlight.cellMeeting)
                    column = i;
            }
            setCurrentIndex(row.siblingAtColumn(column));
        }
        if (scroll)
            scrollTo(currentIndex());
    }
    m_quiet = false;
    viewport()->update();
    header()->viewport()->update();
}

/// The rows will be exchanged, as at every step of the day: what was seen and where the keyboard stood shall stay.
void CoverageTree::rememberPlace()
{
    m_scroll = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    const QModelIndex current = currentIndex();
    m_currentClause = current.isValid() ? m_model->line(current).clause : QString();
    const int round = current.isValid() ? m_model->column(current.column()).round : -1;
    m_currentMeeting = round < 0 ? QString() : m_model->content().heads[std::size_t(round)].meeting;
}

void CoverageTree::restorePlace()
{
    m_quiet = true;
    const QModelIndex row = m_model->indexOf(m_currentClause);
    if (row.isValid() && (!currentIndex().isValid() || m_model->line(currentIndex()).clause == m_currentClause)) {
        int column = 0;
        for (int i = 0; i < m_model->columnCount() && !m_currentMeeting.isEmpty(); ++i) {
            const int round = m_model->column(i).round;
            if (round >= 0 && m_model->content().heads[std::size_t(round)].meeting == m_currentMeeting)
                column = i;
        }
        selectionModel()->setCurrentIndex(row.siblingAtColumn(column), QItemSelectionModel::ClearAndSelect);
    }
    doItemsLayout();
    horizontalScrollBar()->setValue(m_scroll.x());
    verticalScrollBar()->setValue(m_scroll.y());
    m_quiet = false;
}

void CoverageTree::refold()
{
    m_quiet = true;
    CoverageArrangement folds = m_model->content().arrangement;
    folds.opened = m_opened;
    folds.folded = m_folded;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const CoverageLine &line = m_model->line(index);
        if (line.kind != CoverageLine::Kind::Group)
            continue;
        const CoverageGroup &group = m_model->content().groups[std::size_t(line.group)];
        setExpanded(index, folds.isOpen(group.key, group.raised > 0));
    }
    m_quiet = false;
    emit foldingChanged();
}

void CoverageTree::rememberFold(const QModelIndex &index, bool open)
{
    const CoverageLine &line = m_model->line(index);
    if (m_quiet || line.kind != CoverageLine::Kind::Group)
        return;
    const QString &key = m_model->content().groups[std::size_t(line.group)].key;
    (open ? m_opened : m_folded).insert(key);
    (open ? m_folded : m_opened).remove(key);
    emit foldingChanged();
}

void CoverageTree::foldAll(bool folded)
{
    for (const CoverageGroup &group : m_model->content().groups) {
        (folded ? m_folded : m_opened).insert(group.key);
        (folded ? m_opened : m_folded).remove(group.key);
    }
    refold();
}

CoverageArrangement CoverageTree::arrangement() const
{
    CoverageArrangement arrangement = m_model->content().arrangement;
    arrangement.opened = m_opened;
    arrangement.folded = m_folded;
    return arrangement;
}

bool CoverageTree::shows(const CoverageLine &line) const
{
    return line.parent < 0 || isExpanded(m_model->indexOfLine(line.parent));
}

void CoverageTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::vector<CoverageSection> &visible = painted();
    if (visible.empty())
        return;
    const QModelIndex first = index.siblingAtColumn(0);
    CoverageRowLook row;
    row.narrow = m_narrow;
    row.open = isExpanded(first);
    const auto paint = [&](const std::vector<CoverageSection> &sections) {
        paintCoverageRow(*painter, option.rect.top(), m_model->line(first), sections, m_model->content(), m_highlight, row, look());
    };
    if (m_place != CoveragePlace::Centre || header()->length() <= viewport()->width()) {
        paint(visible);
    } else {
        // What stands still is painted again over what scrolls under it.
        const auto [left, right] = scrolled();
        row.headingEnd = left - 10;
        std::vector<CoverageSection> standing;
        std::ranges::copy_if(visible, std::back_inserter(standing), [this](const CoverageSection &section) { return standsStill(section.field); });
        const QRect box = option.rect;
        painter->save();
        painter->setClipRect(QRect(left, box.top(), right - left, box.height()));
        paint(visible);
        painter->setClipRegion(QRegion(0, box.top(), left, box.height()) +
                               QRegion(right, box.top(), viewport()->width() - right, box.height()));
        paint(standing);
        painter->restore();
    }
    const QModelIndex current = currentIndex();
    if (hasFocus() && m_byKeyboard && current.isValid() && current.siblingAtColumn(0) == first) {
        QRectF box = option.rect;
        if (!m_model->line(first).clause.isEmpty() && m_model->column(current.column()).round >= 0)
            box = QRectF(visualRect(current));
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box.adjusted(1, 1, -1, -1.5));
    }
}

void CoverageTree::paintEvent(QPaintEvent *event)
{
    m_painted.clear();
    {
        QPainter painter(viewport());
        const Tokens &colors = look().tokens();
        painter.fillRect(viewport()->rect(), colors.canvas);
        for (const CoverageSection &section : sections()) {
            if (section.round >= 0 && m_highlight.meetings.contains(m_model->content().heads[std::size_t(section.round)].meeting))
                painter.fillRect(QRectF(section.x, 0, section.width, viewport()->height()), colors.selectionFill);
        }
    }
    QTreeView::paintEvent(event);
    const auto [left, right] = scrolled();
    if (m_place == CoveragePlace::Centre && header()->length() > viewport()->width()) {
        QPainter painter(viewport());
        painter.setPen(QPen(look().tokens().ink3, 1));
        painter.drawLine(left - 3, 0, left - 3, viewport()->height());
        if (right < viewport()->width())
            painter.drawLine(right, 0, right, viewport()->height());
    }
    m_painted.clear();
}

void CoverageTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    arrange();
}

/// The next visible column of a row, or the same.
QModelIndex CoverageTree::beside(const QModelIndex &index, int step) const
{
    for (int column = index.column() + step; column >= 0 && column < m_model->columnCount(); column += step) {
        if (!header()->isSectionHidden(column))
            return index.siblingAtColumn(column);
    }
    return index;
}

QModelIndex CoverageTree::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && (action == MoveLeft || action == MoveRight)) {
        const QModelIndex first = current.siblingAtColumn(0);
        const bool isGroup = m_model->rowCount(first) > 0;
        if (isGroup) {
            setExpanded(first, action == MoveRight);
            return first;
        }
        if (action == MoveLeft && current.column() == 0 && m_model->parent(first).isValid())
            return m_model->parent(first);
        return beside(current, action == MoveRight ? 1 : -1);
    }
    return QTreeView::moveCursor(action, modifiers);
}

void CoverageTree::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard = m_byKeyboard || event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QTreeView::focusInEvent(event);
}

void CoverageTree::keyPressEvent(QKeyEvent *event)
{
    m_byKeyboard = true;
    const QModelIndex current = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (current.isValid() && (enter || event->key() == Qt::Key_Space)) {
        const QModelIndex first = current.siblingAtColumn(0);
        if (m_model->rowCount(first) > 0)
            setExpanded(first, !isExpanded(first));
        else if (const QString evidence = m_model->evidenceAt(current); enter && !evidence.isEmpty())
            emit passageRequested(evidence);
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void CoverageTree::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && event->button() == Qt::LeftButton) {
        const QModelIndex first = index.siblingAtColumn(0);
        if (m_model->rowCount(first) > 0)
            setExpanded(first, !isExpanded(first));
        else if (index == currentIndex())
            currentChanged(index, {}); // Chosen again, after something else was.
    }
    QTreeView::mousePressEvent(event);
    // Beside the network one click leads from a cell to the words behind it; the whole matrix lists them at its foot.
    if (m_place == CoveragePlace::Centre)
        return;
    if (const QString evidence = event->button() == Qt::LeftButton ? m_model->evidenceAt(index) : QString(); !evidence.isEmpty())
        emit passageRequested(evidence);
}

void CoverageTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_model->rowCount(index.siblingAtColumn(0)) > 0)
        mousePressEvent(event);
    else if (const QString evidence = m_model->evidenceAt(index); m_place == CoveragePlace::Centre && !evidence.isEmpty())
        emit passageRequested(evidence);
}

void CoverageTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update();
    emit cellChosen(current);
    if (m_quiet || !current.isValid() || m_model->line(current).clause.isEmpty())
        return;
    const QString relation = m_model->relationAt(current);
    emit chosen(relation.isEmpty() ? m_model->line(current).clause : relation);
}

} // namespace entente::ui
