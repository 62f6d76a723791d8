#pragma once

#include "core/model/style.h"

#include <QAbstractListModel>

namespace entente::ui {

/// The rules of a style in words, in the order in which they are followed. Editing a row edits the rule's own text.
class RuleModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRules(const std::vector<model::StyleRule> &rules);
    const std::vector<model::StyleRule> &rules() const { return m_rules; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    /// The user wants these rules instead.
    void rulesWanted(const std::vector<entente::model::StyleRule> &rules);
    void refused(const QString &sentence);

private:
    std::vector<model::StyleRule> m_rules;
};

} // namespace entente::ui
