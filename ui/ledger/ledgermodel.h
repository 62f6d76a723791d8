#pragma once

#include "core/coverage/commitments.h"
#include "ui/paint/tabledrawing.h"

#include <QAbstractTableModel>

#include <memory>

namespace entente::ui {

/// What the ledger is limited to; empty and "any" limit nothing.
struct LedgerFilter
{
    std::optional<Side> side; ///< Of who promised; `Unknown` is both sides together, or a dialogue.
    QString dialogue;
    std::optional<CommitmentState> state;
    std::optional<coverage::Due> due;

    bool operator==(const LedgerFilter &) const = default;
    bool takes(const coverage::LedgerEntry &entry) const;
    /// In words, for the title block; empty where it takes everything.
    QString inWords(const Lookup &lookup) const;
};

/// The commitments of a map as rows: who, what, where, by when, what became of it, how that is known.
class LedgerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Promise, Who, Made, DueBy, Progress, Known, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setMap(std::shared_ptr<const Lookup> map, const QDate &asOf);
    void setFilter(const LedgerFilter &filter);
    const LedgerFilter &filter() const { return m_filter; }
    const Lookup *map() const { return m_map.get(); }
    /// All commitments by the day, and of them those that the filter takes.
    int total() const { return int(m_all.size()); }
    int overdue() const;
    QString commitmentAt(int row) const;
    const coverage::LedgerEntry *entryAt(int row) const;
    /// -1 where it is not shown.
    int rowOf(const QString &commitment) const;
    /// Dialogues in which something was promised.
    QStringList dialogues() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void show();
    QString text(const coverage::LedgerEntry &entry, int column) const;

    std::shared_ptr<const Lookup> m_map;
    QDate m_asOf;
    LedgerFilter m_filter;
    std::vector<coverage::LedgerEntry> m_all;
    std::vector<coverage::LedgerEntry> m_shown;
    int m_sortColumn = -1; ///< The ledger's own order.
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

/// "▲ overdue by 12 days (30 Jun 2026)", "△ due in 20 days (…)", "by 30 Jun 2026", "no date".
QString dueInWords(const coverage::LedgerEntry &entry, const PartialDate &due);
/// A state of a commitment with its sign: "○ open", "● delivered".
QString stateInWords(CommitmentState state);
/// How something is known, with its sign: "■ documented".
QString knowledgeInWords(Knowledge knowledge);

/// The ledger for paper and clipboard, in its own order.
TableContent ledgerTable(const Lookup &lookup, const QDate &asOf, const LedgerFilter &filter = {});

} // namespace entente::ui
