#include "ui/desk/setasidemodel.h"

#include "ui/plain.h"
#include "ui/words.h"

namespace entente::ui {

using namespace Qt::StringLiterals;

void SetAsideModel::setText(std::shared_ptr<const Lookup> lookup, const QString &document)
{
    beginResetModel();
    m_lookup = std::move(lookup);
    m_rows.clear();
    if (m_lookup) {
        for (const Paragraph *paragraph : m_lookup->paragraphs(Id<model::Document>(document))) {
            const bool unread = paragraph->role == ParagraphRole::Gap && paragraph->why == "no text layer"_L1;
            if (paragraph->role == ParagraphRole::SetAside || unread)
                m_rows.push_back(paragraph);
        }
    }
    endResetModel();
}

const Paragraph *SetAsideModel::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)] : nullptr;
}

int SetAsideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SetAsideModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Count);
}

QVariant SetAsideModel::data(const QModelIndex &index, int role) const
{
    const Paragraph *paragraph = index.isValid() ? at(index.row()) : nullptr;
    if (!paragraph)
        return {};
    if (role == Qt::ToolTipRole && index.column() == Words)
        return plainToolTip(paragraph->text.left(2000));
    if (role == Qt::TextAlignmentRole && index.column() == Page)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Page:
        return paragraph->page;
    case Words: {
        QString text = paragraph->text.left(300);
        return text.isEmpty() ? tr("(a picture without words)") : text.replace(u'\n', u' ');
    }
    case Why:
        return shown(paragraph->why);
    case Count:
        break;
    }
    return {};
}

QVariant SetAsideModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Page:
        return tr("Page");
    case Words:
        return tr("Set aside");
    case Why:
        return tr("Why");
    case Count:
        break;
    }
    return {};
}

} // namespace entente::ui
