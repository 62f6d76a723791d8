#pragma once

#include "core/model/lookup.h"

#include <QAbstractTableModel>

namespace entente::ui {

/// The links proposed from imported texts: where, to what, how strongly, why.
class SuggestionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Place, LinkTo, Level, Score, Reason, State, Count };
    enum Role { IdRole = Qt::UserRole + 1, TargetRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Suggestions of one document, or of all where it is empty. Decided ones only if asked for.
    void show(std::shared_ptr<const Lookup> lookup, const QString &document, bool decided);
    const Suggestion *at(int row) const;
    int rowOf(const QString &id) const;
    int openCount() const;
    /// Open ones with at least this score.
    QStringList openFrom(double score) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Lookup> m_lookup;
    std::vector<const Suggestion *> m_rows;
};

} // namespace entente::ui
