#include "ui/desk/textmodel.h"

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

void TextModel::setText(std::shared_ptr<const Lookup> lookup, const QString &document)
{
    beginResetModel();
    m_lookup = std::move(lookup);
    m_document = document;
    m_marked = -1;
    rebuild();
    endResetModel();
}

void TextModel::showSetAside(bool shown)
{
    if (shown == m_showsSetAside)
        return;
    const Paragraph *marked = at(m_marked);
    beginResetModel();
    m_showsSetAside = shown;
    rebuild();
    m_marked = marked ? rowOf(marked->id.value) : -1;
    endResetModel();
}

void TextModel::rebuild()
{
    m_rows.clear();
    m_setAside = m_gaps = m_pages = 0;
    if (!m_lookup)
        return;
    for (const Paragraph *paragraph : m_lookup->paragraphs(Id<model::Document>(m_document))) {
        m_setAside += paragraph->role == ParagraphRole::SetAside;
        m_gaps += paragraph->role == ParagraphRole::Gap;
        m_pages = std::max(m_pages, paragraph->page);
        if (paragraph->role != ParagraphRole::SetAside || m_showsSetAside)
            m_rows.push_back(paragraph);
    }
}

const Paragraph *TextModel::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)] : nullptr;
}

int TextModel::rowOf(const QString &paragraph) const
{
    const auto found = std::ranges::find(m_rows, paragraph, [](const Paragraph *row) { return row->id.value; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TextModel::mark(const QString &label, const QString &quote, int offset)
{
    const int before = m_marked;
    m_marked = -1;
    for (int row = 0; row < int(m_rows.size()) && m_marked < 0; ++row) {
        const Paragraph &paragraph = *m_rows[std::size_t(row)];
        if (!label.isEmpty() && paragraph.label != label)
            continue;
        if (quote.isEmpty()) {
            m_marked = row;
            m_markedFrom = 0;
            m_markedLength = int(paragraph.text.size());
            break;
        }
        qsizetype at = QStringView(paragraph.text).mid(std::max(0, offset)).startsWith(quote) ? offset : paragraph.text.indexOf(quote);
        if (at < 0)
            continue;
        m_marked = row;
        m_markedFrom = int(at);
        m_markedLength = int(quote.size());
    }
    if (m_marked < 0 && !quote.isEmpty() && !label.isEmpty())
        return mark({}, quote, offset); // The unit was renumbered; the words still stand somewhere.
    for (const int row : {before, m_marked}) {
        if (row >= 0 && row < int(m_rows.size()))
            emit dataChanged(index(row), index(row));
    }
    return m_marked;
}

int TextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Paragraph &paragraph = *m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::EditRole:
        return paragraph.text;
    case Qt::DisplayRole:
        return paragraph.text.isEmpty() && paragraph.role == model::ParagraphRole::Gap ? tr("Not released") : paragraph.text;
    case Qt::AccessibleTextRole:
        return QString(paragraph.number + u' ' + paragraph.text).trimmed();
    case ParagraphRoleRole:
        return int(paragraph.role);
    case NumberRole:
        return paragraph.number.isEmpty() ? paragraph.label : paragraph.number;
    case LabelRole:
        return paragraph.label;
    case PageRole:
        return paragraph.page;
    case FirstOfPageRole:
        return index.row() == 0 || m_rows[std::size_t(index.row()) - 1]->page != paragraph.page;
    case WhyRole:
        return paragraph.why;
    case MarkedFromRole:
        return index.row() == m_marked ? m_markedFrom : -1;
    case MarkedLengthRole:
        return index.row() == m_marked ? m_markedLength : 0;
    default:
        return {};
    }
}

bool TextModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Paragraph *paragraph = index.isValid() ? at(index.row()) : nullptr;
    if (!paragraph || role != Qt::EditRole || value.toString() == paragraph->text)
        return false;
    emit textTyped(paragraph->id.value, value.toString());
    return false; // The rows come back by way of the map.
}

Qt::ItemFlags TextModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable | Qt::ItemNeverHasChildren : Qt::NoItemFlags);
}

} // namespace entente::ui
