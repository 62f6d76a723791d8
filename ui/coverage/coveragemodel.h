#pragma once

#include "ui/coverage/painting.h"

#include <QAbstractItemModel>

#include <memory>

namespace entente::ui {

/// The matrix as rows and columns: headings with their clauses, gaps where they stand; for the tree, the keyboard and screen readers.
class CoverageModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setContent(std::shared_ptr<const Lookup> lookup, CoverageContent content);
    const CoverageContent &content() const { return m_content; }
    const std::shared_ptr<const Lookup> &lookup() const { return m_lookup; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const CoverageLine &line(const QModelIndex &index) const { return m_content.lines[std::size_t(index.internalId())]; }
    /// The first column of a clause's row, or nothing.
    QModelIndex indexOf(const QString &clause) const;
    /// What a column shows; `round` is set for rounds only.
    CoverageSection column(int column) const { return m_columns[std::size_t(column)]; }
    int columnOf(CoverageField field, int round = -1) const;

    /// The relation `raises` behind a cell; empty where nothing was said.
    QString relationAt(const QModelIndex &index) const;
    /// The evidence of all passages in a cell, or of all cells of the clause.
    QStringList passagesAt(const QModelIndex &index) const;
    /// The first column of a line.
    QModelIndex indexOfLine(int line) const;
    /// All of it with tabs between the columns, for spreadsheets and letters.
    QString asTable() const;
    /// The evidence of the highest level in a cell, or of the clause's last cell; empty where there is none.
    QString evidenceAt(const QModelIndex &index) const;

private:
    QString text(const CoverageLine &line, const CoverageSection &column) const;
    QString toolTip(const CoverageLine &line, const CoverageSection &column) const;
    QString cellWords(const CoverageLine &line, int round) const;

    std::shared_ptr<const Lookup> m_lookup;
    CoverageContent m_content;
    std::vector<CoverageSection> m_columns;
    std::vector<int> m_top;
    std::vector<std::vector<int>> m_children; ///< By line.
    std::vector<int> m_rows;                  ///< Row within the parent, by line.
};

} // namespace entente::ui
