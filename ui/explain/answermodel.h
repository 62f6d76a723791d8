#pragma once

#include "core/model/lookup.h"
#include "core/network/questions.h"

#include <QAbstractTableModel>

#include <memory>

namespace entente::ui {

/// The records of an answer and why each is in it.
class AnswerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Record, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(std::shared_ptr<const model::Lookup> lookup, std::vector<network::Finding> findings);
    QString recordAt(int row) const;
    int rowOf(const QString &record) const;
    QStringList records() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const model::Lookup> m_lookup; ///< Of the map as it was asked.
    std::vector<network::Finding> m_findings;
};

} // namespace entente::ui
