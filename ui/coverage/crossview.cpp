#include "ui/coverage/crossview.h"

#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// The dialogues or institutions over the table, and the areas beside it.
class CrossHeads : public QHeaderView
{
public:
    CrossHeads(Qt::Orientation orientation, CrossView *view, CrossModel *model)
        : QHeaderView(orientation, view)
        , m_view(view)
        , m_model(model)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setSectionsClickable(true);
        setHighlightSections(false);
    }
    QSize sizeHint() const override { return {int(crossLead), int(crossHeads)}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logical) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const CrossContent &content = m_model->content();
        const Look look = m_view->look();
        if (orientation() == Qt::Vertical) {
            paintCrossLead(*painter, rect, content.lines[std::size_t(logical)], m_view->currentIndex().row() == logical, look);
        } else if (logical < int(content.heads.size())) {
            paintCrossHead(*painter, rect, content.heads[std::size_t(logical)], m_view->currentIndex().column() == logical, look);
        } else {
            painter->fillRect(rect, look.tokens().canvas);
            painter->setPen(QPen(look.tokens().ink3, 1));
            painter->drawLine(rect.bottomLeft(), rect.bottomRight());
            paintText(*painter, {rect.left() + 10.0, rect.bottom() - 8.0}, m_model->headerData(logical, Qt::Horizontal, Qt::DisplayRole).toString(),
                      drawingFont(11, true), look.tokens().ink2);
        }
        painter->restore();
    }

private:
    CrossView *m_view;
    CrossModel *m_model;
};

class CrossDelegate : public QStyledItemDelegate
{
public:
    CrossDelegate(CrossView *view, CrossModel *model)
        : QStyledItemDelegate(view)
        , m_view(view)
        , m_model(model)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Look look = m_view->look();
        const QModelIndex current = m_view->currentIndex();
        const bool chosen = current.isValid() && (current.row() == index.row() || current.column() == index.column());
        if (const coverage::CrossCell *cell = m_model->cell(index))
            paintCrossCell(*painter, option.rect, *cell, chosen, look);
        else
            paintCrossStates(*painter, option.rect, m_model->content().table.rows[std::size_t(index.row())], look);
        if (current == index) {
            painter->setPen(QPen(look.tokens().selectionRing, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -2, -2), 3, 3);
        }
        painter->restore();
    }

private:
    CrossView *m_view;
    CrossModel *m_model;
};

} // namespace

CrossView::CrossView(CrossModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"crossTable"_s);
    setAccessibleName(tr("Coverage: areas by dialogue or institution"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *heads = new CrossHeads(Qt::Horizontal, this, model);
    auto *leads = new CrossHeads(Qt::Vertical, this, model);
    setHorizontalHeader(heads);
    setVerticalHeader(leads);
    setItemDelegate(new CrossDelegate(this, model));
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &CrossView::arrange);
    connect(heads, &QHeaderView::sectionPressed, this, [this](int column) {
        if (column < int(m_model->content().heads.size()) && !m_model->content().heads[std::size_t(column)].record.isEmpty())
            emit chosen(m_model->content().heads[std::size_t(column)].record);
    });
    connect(leads, &QHeaderView::sectionPressed, this, [this](int row) {
        if (!m_model->content().lines[std::size_t(row)].area.isEmpty())
            emit chosen(m_model->content().lines[std::size_t(row)].area);
    });
    connect(this, &QTableView::doubleClicked, this, &CrossView::passagesWanted);
    arrange();
}

void CrossView::arrange()
{
    horizontalHeader()->setDefaultSectionSize(int(crossColumn));
    verticalHeader()->setDefaultSectionSize(int(crossRow));
    if (m_model->columnCount() > 0)
        setColumnWidth(m_model->columnCount() - 1, int(crossStates));
}

int CrossView::sizeHintForColumn(int column) const
{
    return int(column + 1 == m_model->columnCount() ? crossStates : crossColumn);
}

int CrossView::sizeHintForRow(int) const
{
    return int(crossRow);
}

void CrossView::setTheme(Theme theme)
{
    m_theme = theme;
    QPalette own = palette();
    own.setColor(QPalette::Base, tokens(theme).canvas);
    own.setColor(QPalette::Window, tokens(theme).canvas);
    own.setColor(QPalette::Button, tokens(theme).canvas);
    setPalette(own);
    viewport()->update();
}

Look CrossView::look() const
{
    Look look;
    look.theme = m_theme;
    return look;
}

void CrossView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // Row and column of the cell are marked.
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
    emit cellChosen(current);
}

void CrossView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        emit passagesWanted(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

} // namespace entente::ui
