#include "ui/explain/differencemodel.h"

#include "ui/network/networkmarks.h"
#include "ui/plain.h"

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;
using network::Differs;

namespace {

QString wordsOf(Differs differs)
{
    switch (differs) {
    case Differs::Added:
        return DifferenceModel::tr("+ added");
    case Differs::Removed:
        return DifferenceModel::tr("– removed");
    case Differs::Changed:
        return DifferenceModel::tr("~ changed");
    case Differs::Same:
        break;
    }
    return {};
}

} // namespace

void DifferenceModel::setDifference(const network::NetworkDifference &difference, const QHash<QString, QString> &ids)
{
    beginResetModel();
    m_all.clear();
    for (const network::DifferenceEntry &entry : difference.nodes)
        m_all.push_back({entry, ids.value(entry.id, entry.id), false});
    for (const network::DifferenceEntry &entry : difference.lines)
        m_all.push_back({entry, ids.value(entry.id, entry.id), true});
    choose();
    endResetModel();
}

void DifferenceModel::setShown(const QSet<Differs> &shown)
{
    if (shown == m_shown)
        return;
    beginResetModel();
    m_shown = shown;
    choose();
    endResetModel();
}

void DifferenceModel::choose()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_shown.contains(m_all[i].entry.differs))
            m_rows.push_back(i);
    }
}

int DifferenceModel::count(Differs differs) const
{
    return int(std::ranges::count_if(m_all, [differs](const Row &row) { return row.entry.differs == differs; }));
}

QString DifferenceModel::recordAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_rows.size() ? m_all[m_rows[std::size_t(row)]].record : QString();
}

int DifferenceModel::rowOf(const QString &record) const
{
    const auto found = std::ranges::find_if(m_rows, [&](std::size_t at) { return m_all[at].record == record; });
    return record.isEmpty() || found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString DifferenceModel::text() const
{
    QStringList lines;
    for (const std::size_t at : m_rows) {
        const network::DifferenceEntry &entry = m_all[at].entry;
        lines += wordsOf(entry.differs) + u'\t' + entry.name + (entry.facts.isEmpty() ? QString() : u'\t' + entry.facts.join(u"; "_s));
    }
    return lines.join(u'\n');
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_rows.size())
        return {};
    const Row &row = m_all[m_rows[std::size_t(index.row())]];
    if (role == Qt::UserRole)
        return row.record;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    QString text;
    switch (index.column()) {
    case How:
        text = wordsOf(row.entry.differs);
        break;
    case What:
        text = row.entry.name;
        break;
    case Facts:
        text = row.entry.facts.isEmpty() ? (row.isLine ? tr("line") : tr("record")) : row.entry.facts.join(u"; "_s);
        break;
    default:
        break;
    }
    return role == Qt::ToolTipRole ? QVariant(plainToolTip(text)) : QVariant(text);
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case How:
        return tr("How");
    case What:
        return tr("Record or line");
    case Facts:
        return tr("What changed");
    default:
        return {};
    }
}

} // namespace entente::ui
