#include "ui/coverage/coveragetree.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// The heads of the columns; a click chooses the round.
class Heads : public QHeaderView
{
public:
    Heads(CoverageTree *tree, CoverageModel *model)
        : QHeaderView(Qt::Horizontal, tree)
        , m_tree(tree)
        , m_model(model)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setMinimumSectionSize(8);
        setSectionsClickable(true);
        setHighlightSections(false);
        setStretchLastSection(false);
    }

    QSize sizeHint() const override { return {100, int(m_tree->isNarrow() ? coverageNarrowHeads : coverageHeads)}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logical) const override
    {
        CoverageSection section = m_model->column(logical);
        section.x = rect.left();
        section.width = rect.width();
        const Look look = m_tree->look();
        painter->fillRect(rect, look.tokens().canvas);
        paintCoverageHead(*painter, rect.bottom(), section, m_model->content(), m_tree->highlight(), m_tree->isNarrow(), look);
        painter->setPen(QPen(m_tree->isNarrow() ? look.tokens().hair : look.tokens().ink3, 1));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    }

    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), m_tree->look().tokens().canvas);
        painter.end();
        QHeaderView::paintEvent(event);
    }

private:
    CoverageTree *m_tree;
    CoverageModel *m_model;
};

/// Only the height of rows; they are painted as a whole.
class RowHeight : public QStyledItemDelegate
{
public:
    explicit RowHeight(CoverageTree *tree)
        : QStyledItemDelegate(tree)
        , m_tree(tree)
    {}
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {20, int(m_tree->isNarrow() ? coverageNarrowRow : coverageRow)};
    }

private:
    CoverageTree *m_tree;
};

} // namespace

CoverageTree::CoverageTree(CoverageModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
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
    setItemDelegate(new RowHeight(this));
    auto *heads = new Heads(this, model);
    setHeader(heads);
    setModel(model);
    connect(heads, &QHeaderView::sectionPressed, this, [this](int column) {
        const int round = m_model->column(column).round;
        if (round >= 0)
            emit chosen(m_model->content().heads[std::size_t(round)].meeting);
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        refold();
        arrange();
        follow();
    });
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
    follow();
}

/// Highlights what is chosen and brings its row into sight.
void CoverageTree::follow()
{
    m_highlight = m_model->lookup() ? coverageHighlight(*m_model->lookup(), {m_selected}) : CoverageHighlight();
    m_quiet = true;
    const QString clause = m_highlight.cellClause.isEmpty() ? m_selected : m_highlight.cellClause;
    if (const QModelIndex row = m_model->indexOf(clause); row.isValid()) {
        const QModelIndex parent = m_model->parent(row);
        if (parent.isValid() && !isExpanded(parent))
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
        scrollTo(currentIndex());
    }
    m_quiet = false;
    viewport()->update();
    header()->viewport()->update();
}

void CoverageTree::refold()
{
    m_quiet = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const CoverageLine &line = m_model->line(index);
        if (line.kind == CoverageLine::Kind::Group)
            setExpanded(index, m_folds.value(line.number + line.words, m_model->content().groups[std::size_t(line.group)].raised > 0));
    }
    m_quiet = false;
    emit foldingChanged();
}

void CoverageTree::rememberFold(const QModelIndex &index, bool open)
{
    if (m_quiet)
        return;
    const CoverageLine &line = m_model->line(index);
    m_folds.insert(line.number + line.words, open);
    emit foldingChanged();
}

bool CoverageTree::shows(const CoverageLine &line) const
{
    if (line.parent < 0)
        return true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (int(index.internalId()) == line.parent)
            return isExpanded(index);
    }
    return false;
}

void CoverageTree::arrange()
{
    const double width = viewport()->width();
    const bool narrow = width < fullMatrixWidth(m_model->content());
    if (narrow != m_narrow) {
        m_narrow = narrow;
        scheduleDelayedItemsLayout();
        header()->updateGeometry();
        updateGeometries();
        emit widthModeChanged();
    }
    const std::vector<CoverageSection> wanted = coverageSections(m_model->content(), width, m_narrow);
    double place = 0;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const CoverageSection own = m_model->column(column);
        const auto found = std::ranges::find_if(
            wanted, [&](const CoverageSection &section) { return section.field == own.field && section.round == own.round; });
        header()->setSectionHidden(column, found == wanted.end());
        if (found == wanted.end())
            continue;
        const int end = int(std::lround(place + found->width));
        header()->resizeSection(column, end - int(std::lround(place)));
        place += found->width;
    }
}

std::vector<CoverageSection> CoverageTree::sections() const
{
    std::vector<CoverageSection> sections;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (header()->isSectionHidden(column))
            continue;
        CoverageSection section = m_model->column(column);
        section.x = header()->sectionViewportPosition(column);
        section.width = header()->sectionSize(column);
        sections.push_back(section);
    }
    return sections;
}

void CoverageTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::vector<CoverageSection> visible = sections();
    if (visible.empty())
        return;
    const QModelIndex first = index.siblingAtColumn(0);
    CoverageRowLook row;
    row.narrow = m_narrow;
    row.open = isExpanded(first);
    paintCoverageRow(*painter, option.rect.top(), m_model->line(first), visible, m_model->content(), m_highlight, row, look());
    const QModelIndex current = currentIndex();
    if (hasFocus() && m_byKeyboard && current.isValid() && current.siblingAtColumn(0) == first) {
        QRectF box = option.rect;
        if (!m_model->line(first).clause.isEmpty() && m_model->column(current.column()).round >= 0)
            box = QRectF(header()->sectionViewportPosition(current.column()), box.top(), header()->sectionSize(current.column()),
                         box.height());
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box.adjusted(1, 1, -1, -1.5));
    }
}

void CoverageTree::paintEvent(QPaintEvent *event)
{
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
    // One click leads from a cell to the words behind it.
    if (const QString evidence = event->button() == Qt::LeftButton ? m_model->evidenceAt(index) : QString(); !evidence.isEmpty())
        emit passageRequested(evidence);
}

void CoverageTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_model->rowCount(index.siblingAtColumn(0)) > 0)
        mousePressEvent(event);
}

void CoverageTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update();
    if (m_quiet || !current.isValid() || m_model->line(current).clause.isEmpty())
        return;
    const QString relation = m_model->relationAt(current);
    emit chosen(relation.isEmpty() ? m_model->line(current).clause : relation);
}

} // namespace entente::ui
