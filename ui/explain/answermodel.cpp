#include "ui/explain/answermodel.h"

#include "ui/plain.h"

#include <algorithm>

namespace entente::ui {

void AnswerModel::setFindings(std::shared_ptr<const model::Lookup> lookup, std::vector<network::Finding> findings)
{
    beginResetModel();
    m_lookup = std::move(lookup);
    m_findings = std::move(findings);
    endResetModel();
}

QString AnswerModel::recordAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_findings.size() ? m_findings[std::size_t(row)].record : QString();
}

int AnswerModel::rowOf(const QString &record) const
{
    const auto found = std::ranges::find(m_findings, record, &network::Finding::record);
    return found == m_findings.end() ? -1 : int(found - m_findings.begin());
}

QStringList AnswerModel::records() const
{
    QStringList records;
    for (const network::Finding &finding : m_findings)
        records += finding.record;
    return records;
}

int AnswerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int AnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AnswerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_lookup || std::size_t(index.row()) >= m_findings.size())
        return {};
    const network::Finding &finding = m_findings[std::size_t(index.row())];
    if (role == Qt::UserRole)
        return finding.record;
    const QString text = index.column() == Record ? m_lookup->title(finding.record) : finding.reason;
    if (role == Qt::ToolTipRole)
        return plainToolTip(text);
    return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(text) : QVariant();
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Record ? tr("Record") : tr("Why");
}

} // namespace entente::ui
