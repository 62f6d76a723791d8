#pragma once

#include "ui/coverage/coveragetree.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace entente::ui {

/// The heads of the columns; a click chooses the round.
class CoverageTreeHeads : public QHeaderView
{
public:
    CoverageTreeHeads(CoverageTree *tree, CoverageModel *model);

    QSize sizeHint() const override { return {100, int(m_tree->isNarrow() ? coverageNarrowHeads : coverageHeads)}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logical) const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *) override {}
    void mouseReleaseEvent(QMouseEvent *) override {}
    bool viewportEvent(QEvent *event) override;

private:
    CoverageTree *m_tree;
    CoverageModel *m_model;
};

/// Only the height of rows; they are painted as a whole.
class CoverageRowHeight : public QStyledItemDelegate
{
public:
    explicit CoverageRowHeight(CoverageTree *tree)
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

} // namespace entente::ui
