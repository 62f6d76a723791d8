#include "ui/views/rulemodel.h"

#include "ui/network/networkmarks.h"
#include "ui/plain.h"

namespace entente::ui {

using namespace Qt::StringLiterals;

void RuleModel::setRules(const std::vector<model::StyleRule> &rules)
{
    if (rules == m_rules)
        return;
    beginResetModel();
    m_rules = rules;
    endResetModel();
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_rules.size())
        return {};
    const model::StyleRule &rule = m_rules[std::size_t(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("%1 → %2").arg(networkpaint::conditionWords(rule), networkpaint::effectWords(rule.effects));
    if (role == Qt::EditRole)
        return textOf(rule);
    if (role == Qt::ToolTipRole)
        return plainToolTip(textOf(rule));
    return {};
}

Qt::ItemFlags RuleModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool RuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || std::size_t(index.row()) >= m_rules.size())
        return false;
    const auto rule = model::parseRule(value.toString());
    if (!rule) {
        emit refused(rule.error().sentence);
        return false;
    }
    std::vector<model::StyleRule> rules = m_rules;
    rules[std::size_t(index.row())] = *rule;
    emit rulesWanted(rules);
    return true;
}

} // namespace entente::ui
