#pragma once

#include "ui/network/networkextras.h"

#include <QAbstractTableModel>
#include <QSet>

namespace entente::ui {

/// What differs between two states of the network: records first, then lines; added, removed, changed.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { How, What, Facts, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `ids` are what a row stands for in the selection: a record, or the last relation or meeting behind a line.
    void setDifference(const network::NetworkDifference &difference, const QHash<QString, QString> &ids);
    /// Rows that are listed; all three at first.
    void setShown(const QSet<network::Differs> &shown);
    const QSet<network::Differs> &shown() const { return m_shown; }

    int count(network::Differs differs) const;
    QString recordAt(int row) const;
    int rowOf(const QString &record) const;
    /// A line each, for pasting.
    QString text() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        network::DifferenceEntry entry;
        QString record;
        bool isLine = false;
    };
    void choose();

    std::vector<Row> m_all;
    std::vector<std::size_t> m_rows; ///< Places in `m_all`.
    QSet<network::Differs> m_shown{network::Differs::Added, network::Differs::Removed, network::Differs::Changed};
};

} // namespace entente::ui
