#pragma once

#include "core/model/lookup.h"

#include <QAbstractTableModel>

namespace entente::ui {

/// What was set aside while a text was read, and the pages that gave no text: page, words, why.
class SetAsideModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Page, Words, Why, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setText(std::shared_ptr<const Lookup> lookup, const QString &document);
    const Paragraph *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Lookup> m_lookup; ///< Keeps the rows alive.
    std::vector<const Paragraph *> m_rows;
};

} // namespace entente::ui
