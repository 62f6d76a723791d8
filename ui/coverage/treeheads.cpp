#include "ui/coverage/treeheads.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace entente::ui {

CoverageTreeHeads::CoverageTreeHeads(CoverageTree *tree, CoverageModel *model)
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

void CoverageTreeHeads::paintSection(QPainter *painter, const QRect &rect, int logical) const
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

/// First what scrolls, then what stands still over it.
void CoverageTreeHeads::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_tree->look().tokens().canvas);
    const auto [left, right] = m_tree->scrolled();
    const std::vector<CoverageSection> sections = m_tree->sections();
    const auto paint = [&](bool standing) {
        for (const CoverageSection &section : sections) {
            const QRect box(int(section.x), 0, int(section.width), height());
            if (m_tree->standsStill(section.field) == standing && box.intersects(viewport()->rect()))
                paintSection(&painter, box, m_model->columnOf(section.field, section.round));
        }
    };
    painter.setClipRect(left, 0, right - left, height());
    paint(false);
    painter.setClipping(false);
    paint(true);
}

void CoverageTreeHeads::mousePressEvent(QMouseEvent *event)
{
    const int column = m_tree->columnAtX(int(event->position().x()));
    if (column >= 0 && event->button() == Qt::LeftButton)
        emit sectionPressed(column);
}

bool CoverageTreeHeads::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int column = m_tree->columnAtX(help->pos().x());
    const QString words = column < 0 ? QString() : m_model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

} // namespace entente::ui
