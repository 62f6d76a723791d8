#pragma once

#include "ui/coverage/crosspainting.h"

#include <QAbstractTableModel>

#include <memory>

namespace entente::ui {

/// The cross table for its view, the keyboard and screen readers: areas as rows; dialogues or institutions, then the states, as columns.
class CrossModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(CrossContent content);
    const CrossContent &content() const { return m_content; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Null for the column of states.
    const coverage::CrossCell *cell(const QModelIndex &index) const;
    /// "Cyber issues at CYB"
    QString place(const QModelIndex &index) const;
    QString asTable() const;

private:
    CrossContent m_content;
};

} // namespace entente::ui
