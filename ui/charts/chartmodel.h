#pragma once

#include "ui/charts/chartdata.h"

#include <QAbstractTableModel>

namespace entente::ui {

/// The table of a chart. `Qt::UserRole` gives the record of a row.
class ChartModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setData(ChartData data);
    const ChartData &chart() const { return m_chart; }
    /// The row of a record, -1 where there is none.
    int rowOf(const QString &record) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using QAbstractTableModel::setData;

    ChartData m_chart;
    std::vector<QStringList> m_table;
};

} // namespace entente::ui
