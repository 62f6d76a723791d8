#include "ui/coverage/coveragetree.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

// Where the columns of the matrix stand: which fit, which stand still while the others scroll under them.
namespace entente::ui {

void CoverageTree::arrange()
{
    const double width = viewport()->width();
    const bool narrow = m_place == CoveragePlace::Panel && width < fullMatrixWidth(m_model->content());
    if (narrow != m_narrow) {
        m_narrow = narrow;
        scheduleDelayedItemsLayout();
        header()->updateGeometry();
        updateGeometries();
        emit widthModeChanged();
    }
    // The wanted sections stand in the order of the columns.
    const std::vector<CoverageSection> wanted = coverageSections(m_model->content(), width, m_narrow);
    auto next = wanted.begin();
    double place = 0;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const CoverageSection own = m_model->column(column);
        const bool shown = next != wanted.end() && next->field == own.field && next->round == own.round;
        if (header()->isSectionHidden(column) == shown)
            header()->setSectionHidden(column, !shown);
        if (!shown)
            continue;
        const int size = int(std::lround(place + next->width)) - int(std::lround(place));
        if (header()->sectionSize(column) != size)
            header()->resizeSection(column, size);
        place += next->width;
        ++next;
    }
}

bool CoverageTree::standsStill(CoverageField field) const
{
    return m_place == CoveragePlace::Centre &&
           (field == CoverageField::Number || field == CoverageField::Words || field == CoverageField::State);
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
        if (section.field == CoverageField::State && standsStill(section.field)) // It stops at the right edge.
            section.x = std::min(section.x, viewport()->width() - section.width);
        else if (standsStill(section.field))
            section.x = header()->sectionPosition(column);
        sections.push_back(section);
    }
    return sections;
}

std::pair<int, int> CoverageTree::scrolled() const
{
    int left = 0;
    int right = viewport()->width();
    if (m_place != CoveragePlace::Centre)
        return {left, right};
    for (const CoverageSection &section : sections()) {
        if (section.field == CoverageField::Words)
            left = int(section.x + section.width);
        else if (section.field == CoverageField::State && section.x + section.width >= viewport()->width())
            right = std::max(left, int(section.x));
    }
    return {left, right};
}

int CoverageTree::columnAtX(int x) const
{
    const std::vector<CoverageSection> all = sections();
    for (const bool standing : {true, false}) {
        for (const CoverageSection &section : all) {
            if (standsStill(section.field) == standing && x >= section.x && x < section.x + section.width)
                return m_model->columnOf(section.field, section.round);
        }
    }
    return -1;
}

QRect CoverageTree::visualRect(const QModelIndex &index) const
{
    QRect rect = QTreeView::visualRect(index);
    if (rect.isEmpty() || m_place != CoveragePlace::Centre || !standsStill(m_model->column(index.column()).field))
        return rect;
    for (const CoverageSection &section : sections()) {
        if (section.field == m_model->column(index.column()).field)
            rect.moveLeft(int(section.x));
    }
    return rect;
}

QModelIndex CoverageTree::indexAt(const QPoint &point) const
{
    if (m_place != CoveragePlace::Centre || m_model->columnCount() == 0)
        return QTreeView::indexAt(point);
    const QModelIndex first = QTreeView::indexAt({header()->sectionViewportPosition(0) + 1, point.y()});
    const int column = columnAtX(point.x());
    return first.isValid() && column >= 0 ? first.siblingAtColumn(column) : QModelIndex();
}

void CoverageTree::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int before = bar->value();
    QTreeView::scrollTo(index, hint);
    if (m_place != CoveragePlace::Centre || !index.isValid())
        return;
    int wanted = before;
    const CoverageField field = m_model->column(index.column()).field;
    if (!standsStill(field)) {
        const auto [left, right] = scrolled();
        const int start = header()->sectionPosition(index.column());
        const bool beforeState = field == CoverageField::Promise || field == CoverageField::Round || field == CoverageField::Other;
        const int end = beforeState ? right : viewport()->width();
        wanted = std::max(wanted, start + header()->sectionSize(index.column()) - end);
        wanted = std::min(wanted, start - left);
    }
    bar->setValue(wanted);
}

void CoverageTree::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (dx != 0 && m_place == CoveragePlace::Centre)
        viewport()->update(); // What stands still must not move with the rest.
}

/// The sections that can be seen, worked out once for all rows that are painted together.
const std::vector<CoverageSection> &CoverageTree::painted() const
{
    if (!m_painted.empty())
        return m_painted;
    const auto [left, right] = scrolled();
    for (const CoverageSection &section : sections()) {
        if (section.round < 0 || (section.x + section.width > left && section.x < right))
            m_painted.push_back(section);
    }
    return m_painted;
}

} // namespace entente::ui
