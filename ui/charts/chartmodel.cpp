#include "ui/charts/chartmodel.h"

#include "ui/plain.h"

#include <algorithm>

namespace entente::ui {

void ChartModel::setData(ChartData data)
{
    beginResetModel();
    m_table = chartTable(data);
    m_chart = std::move(data);
    endResetModel();
}

int ChartModel::rowOf(const QString &record) const
{
    const auto found = std::ranges::find(m_chart.rows, record, &ChartRow::record);
    return record.isEmpty() || found == m_chart.rows.end() ? -1 : int(found - m_chart.rows.begin());
}

int ChartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chart.rows.size());
}

int ChartModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table.empty() ? 0 : int(m_table.front().size());
}

QVariant ChartModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString &cell = m_table[std::size_t(index.row()) + 1][index.column()];
    switch (role) {
    case Qt::DisplayRole:
        // A zero is an empty cell: the eye looks for the numbers.
        return index.column() > 0 && cell == QLatin1StringView("0") ? QString() : cell;
    case Qt::AccessibleTextRole:
        return cell;
    case Qt::ToolTipRole:
        return index.column() == 0 ? QVariant(plainToolTip(cell)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == 0 ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::UserRole:
        return m_chart.rows[std::size_t(index.row())].record;
    default:
        return {};
    }
}

QVariant ChartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return m_table.front()[section];
    if (role == Qt::TextAlignmentRole)
        return section == 0 ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace entente::ui
