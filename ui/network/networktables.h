#pragma once

#include "ui/network/networktablemodel.h"
#include "ui/selection.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTabWidget;
class QTableView;

namespace entente {
class Document;
}

namespace entente::ui {

class NetworkView;

/// The network as two tables, records and lines: the same as in the drawing, with the same selection. Rows can be sorted, sifted and copied.
class NetworkTables : public QWidget
{
    Q_OBJECT

public:
    NetworkTables(NetworkView &network, Selection &selection, QWidget *parent = nullptr);

    /// The map's records, which the network's drawing is of; null: none.
    void setDocument(const entente::Document *document);
    QTableView &records() const { return *m_tables[0].view; }
    QTableView &lines() const { return *m_tables[1].view; }
    QLineEdit &sieve() const { return *m_sieve; }
    /// The chosen rows, one a line, cells apart by tabs, with the heads.
    QString chosenRows() const;

public slots:
    void copy();

signals:
    /// The record or line is to be seen in the drawing.
    void networkWanted(const QString &record);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Table
    {
        NetworkTableModel *rows;
        QSortFilterProxyModel *sorted;
        QTableView *view;
    };
    Table makeTable(NetworkTableModel::Content content, const QString &name);
    void refresh();
    void follow();
    void choose(const Table &table, const QModelIndex &index);
    void showCounts();
    const Table &current() const;

    NetworkView &m_network;
    Selection &m_selection;
    const entente::Document *m_document = nullptr;
    QLineEdit *m_sieve;
    QLabel *m_counts;
    QTabWidget *m_tabs;
    std::vector<Table> m_tables;
    bool m_isFollowing = false;
    bool m_isStale = true;
};

} // namespace entente::ui
