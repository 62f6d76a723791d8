#pragma once

#include "core/document/document.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace entente::ui {

/// The saved views of the map, by name. Renaming asks for a change; it does not make it.
class ViewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Shows, Day, ColumnCount };
    static constexpr int KeyRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setDocument(entente::Document *document);
    /// The view that is open is in bold.
    void setOpen(const QString &view);
    QString keyAt(int row) const { return m_keys.value(row); }
    int rowOf(const QString &view) const { return int(m_keys.indexOf(view)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    void renameWanted(const QString &view, const QString &name);

private:
    void read();

    QPointer<entente::Document> m_document;
    QStringList m_keys;
    QString m_open;
    bool m_resetting = false;
};

} // namespace entente::ui
