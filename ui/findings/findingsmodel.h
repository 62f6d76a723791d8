#pragma once

#include "core/coverage/findings.h"
#include "ui/paint/tabledrawing.h"

#include <QAbstractTableModel>

#include <memory>

namespace entente::ui {

/// How many findings wait, by how much they press; waived ones do not.
struct FindingCounts
{
    int problems = 0;
    int attention = 0;
    int notes = 0;

    int all() const { return problems + attention + notes; }
    bool operator==(const FindingCounts &) const = default;
};

/// What the list of findings is limited to.
struct FindingFilter
{
    QString rule; ///< Empty: any.
    std::optional<coverage::Severity> severity;
    bool waived = false; ///< Also those that somebody let stand.

    bool operator==(const FindingFilter &) const = default;
    bool takes(const coverage::Finding &finding) const;
};

/// The worklist as rows: how much it presses, what rule, why.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Presses, Rule, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(std::shared_ptr<const Lookup> map, std::vector<coverage::Finding> findings);
    void setFilter(const FindingFilter &filter);
    const FindingFilter &filter() const { return m_filter; }
    const Lookup *map() const { return m_map.get(); }
    const std::vector<coverage::Finding> &all() const { return m_all; }
    FindingCounts counts() const;
    const coverage::Finding *findingAt(int row) const;
    /// The first shown row that is about a record; -1 where there is none.
    int rowAbout(const QString &record) const;
    int rowOf(const QString &finding) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void show();

    std::shared_ptr<const Lookup> m_map;
    FindingFilter m_filter;
    std::vector<coverage::Finding> m_all;
    std::vector<std::size_t> m_shown; ///< Places in `m_all`.
};

/// "▲ problem", "△ to look at", "○ note"
QString severityInWords(coverage::Severity severity);

/// The worklist for paper and clipboard.
TableContent findingsTable(const Lookup &lookup, const std::vector<coverage::Finding> &findings, const QDate &asOf, const FindingFilter &filter = {});

} // namespace entente::ui
