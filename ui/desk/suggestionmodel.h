#pragma once

#include "core/model/lookup.h"

#include <QAbstractItemModel>

namespace entente::ui {

/// What is proposed from imported texts, grouped by the block that it rests on: what acceptance writes, how strongly, why.
class SuggestionModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Proposal, Level, Score, Reason, State, Count };
    enum Role { IdRole = Qt::UserRole + 1, TargetRole };

    /// What of the suggestions is shown.
    struct Filter
    {
        QString document; ///< Empty: of all texts.
        QString kind;     ///< Empty: all.
        double from = 0;  ///< Links weaker than this are left out; the other kinds are few and always shown.
        bool decided = false;
    };

    using QAbstractItemModel::QAbstractItemModel;

    void show(std::shared_ptr<const Lookup> lookup, const Filter &filter);

    /// None for a group.
    const Suggestion *at(const QModelIndex &index) const;
    /// The block that the group of a row stands for; none where the group is a whole text.
    const Paragraph *block(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &suggestion) const;
    /// The open ones of the group that a row is or belongs to.
    QStringList openOfGroup(const QModelIndex &index) const;
    int openCount() const;
    int groupCount() const { return int(m_groups.size()); }
    QStringList openOnes() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group
    {
        Id<model::Document> document;
        QString label;
        const Paragraph *block = nullptr;
        std::vector<const Suggestion *> rows = {};
    };
    void take(const model::Document &document, const Filter &filter);
    QVariant groupData(const Group &group, int column, int role) const;
    const Group *group(const QModelIndex &index) const;

    std::shared_ptr<const Lookup> m_lookup; ///< Keeps the rows alive.
    std::vector<Group> m_groups;
    bool m_severalTexts = false;
};

} // namespace entente::ui
