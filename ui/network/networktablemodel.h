#pragma once

#include "ui/network/networkdrawing.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace entente::ui {

/// The records or the lines of a drawing as rows: exactly what the network shows. Sorting works on numbers and dates as such.
class NetworkTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Content { Records, Lines };
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int IdRole = Qt::UserRole + 1; ///< What is chosen with the row.

    explicit NetworkTableModel(Content content, QObject *parent = nullptr);

    /// Without a drawing there are no rows.
    void show(const model::Lookup *lookup, std::shared_ptr<const NetworkDrawing> drawing);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Cell
    {
        QString words;
        QVariant sort; ///< Where it is not sorted by its words.
    };
    struct Row
    {
        QString id;
        std::vector<Cell> cells;
    };
    void addRecords(const model::Lookup &lookup);
    void addLines(const model::Lookup &lookup);

    Content m_content;
    std::shared_ptr<const NetworkDrawing> m_drawing;
    QStringList m_heads;
    std::vector<Row> m_rows;
};

} // namespace entente::ui
