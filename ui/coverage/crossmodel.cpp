#include "ui/coverage/crossmodel.h"

#include "ui/plain.h"

namespace entente::ui {

using namespace Qt::StringLiterals;

void CrossModel::setContent(CrossContent content)
{
    beginResetModel();
    m_content = std::move(content);
    endResetModel();
}

int CrossModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_content.lines.size());
}

int CrossModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_content.lines.empty() ? 0 : int(m_content.heads.size()) + 1;
}

const coverage::CrossCell *CrossModel::cell(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() >= int(m_content.heads.size()))
        return nullptr;
    return &m_content.table.cell(std::size_t(index.row()), std::size_t(index.column()));
}

QString CrossModel::place(const QModelIndex &index) const
{
    const QString &area = m_content.lines[std::size_t(index.row())].name;
    if (!cell(index))
        return area;
    const CrossHead &head = m_content.heads[std::size_t(index.column())];
    if (head.record.isEmpty())
        return tr("%1 where nobody is recorded as present").arg(area);
    return m_content.table.against == coverage::Against::Dialogues ? tr("%1 at %2").arg(area, head.name)
                                                                    : tr("%1 where %2 was present").arg(area, head.name);
}

QVariant CrossModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = std::size_t(index.row());
    const QString words = cell(index) ? crossCellWords(m_content, row, std::size_t(index.column())) : crossStatesWords(m_content.table.rows[row]);
    if (role == Qt::DisplayRole)
        return words;
    if (role == Qt::ToolTipRole)
        return plainToolTip(place(index) + u'\n' + (words.isEmpty() ? tr("nothing known") : words));
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2").arg(place(index), words.isEmpty() ? tr("nothing known") : words);
    return {};
}

QVariant CrossModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rowCount())
            return {};
        const CrossLine &line = m_content.lines[std::size_t(section)];
        if (role == Qt::DisplayRole)
            return line.number.isEmpty() ? line.name : QString(line.number + u' ' + line.name);
        return role == Qt::ToolTipRole ? QVariant(plainToolTip(tr("%1: %2").arg(line.name, line.units))) : QVariant();
    }
    if (section < 0 || section >= columnCount())
        return {};
    if (section == int(m_content.heads.size()))
        return role == Qt::DisplayRole ? QVariant(tr("States")) : QVariant();
    const CrossHead &head = m_content.heads[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return head.code;
    if (role == Qt::ToolTipRole)
        return plainToolTip(head.name + u'\n' + head.rounds + (head.missing.isEmpty() ? QString() : u", "_s + head.missing));
    return {};
}

QString CrossModel::asTable() const
{
    const auto plain = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' '); };
    QStringList rows;
    QStringList heads{tr("Area")};
    for (int column = 0; column < columnCount(); ++column)
        heads << plain(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    rows << heads.join(u'\t');
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells{plain(headerData(row, Qt::Vertical, Qt::DisplayRole).toString())};
        for (int column = 0; column < columnCount(); ++column)
            cells << plain(data(index(row, column), Qt::DisplayRole).toString());
        rows << cells.join(u'\t');
    }
    return rows.join(u'\n') + u'\n';
}

} // namespace entente::ui
