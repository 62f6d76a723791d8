#include "ui/desk/outlinemodel.h"

#include "core/model/textblocks.h"
#include "ui/words.h"

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype wordsShown = 160; ///< A row shows how a block begins.

/// What a block is where it has no number: a sign, so that it is seen without colour.
QString signOf(const Paragraph &paragraph)
{
    switch (paragraph.role) {
    case ParagraphRole::Unit:
        return paragraph.label.isEmpty() ? paragraph.number : paragraph.label;
    case ParagraphRole::Heading:
        return paragraph.number;
    case ParagraphRole::Note:
        return paragraph.number.isEmpty() ? u"†"_s : u"† "_s + paragraph.number;
    case ParagraphRole::Gap:
        return u"▨"_s;
    case ParagraphRole::Prose:
        return u"¶"_s;
    case ParagraphRole::SetAside:
        break;
    }
    return {};
}

} // namespace

void OutlineModel::setText(std::shared_ptr<const Lookup> lookup, const QString &document)
{
    beginResetModel();
    m_lookup = std::move(lookup);
    m_document = document;
    m_nodes.clear();
    m_top.clear();
    m_nodeOf.clear();
    if (m_lookup)
        build();
    endResetModel();
}

/// One walk over the blocks: a heading stands under the last one of a higher rank, a unit under the unit it names as its parent, everything
/// else under the last heading, a gap or a note under the unit that it names.
void OutlineModel::build()
{
    std::vector<int> headings; // Those that are open, by rank.
    QHash<QString, int> units; // The last of each label.
    for (const Paragraph *paragraph : m_lookup->paragraphs(Id<model::Document>(m_document))) {
        if (paragraph->role == ParagraphRole::SetAside)
            continue;
        int parent = -1;
        if (paragraph->role == ParagraphRole::Heading) {
            while (!headings.empty() && m_nodes[std::size_t(headings.back())].paragraph->depth >= paragraph->depth)
                headings.pop_back();
        } else if (!paragraph->parent.isEmpty()) {
            parent = units.value(paragraph->parent, -1);
        } else if (paragraph->role == ParagraphRole::Unit && !headings.empty()) {
            // The title of an article holds that one and what stands below it.
            const Node &title = m_nodes[std::size_t(headings.back())];
            if (title.paragraph->depth == model::ArticleTitleDepth && !title.children.empty())
                headings.pop_back();
        }
        if (parent < 0 && !headings.empty())
            parent = headings.back();
        const int node = int(m_nodes.size());
        std::vector<int> &siblings = parent < 0 ? m_top : m_nodes[std::size_t(parent)].children;
        const int row = int(siblings.size());
        siblings.push_back(node);
        m_nodes.push_back({paragraph, parent, row});
        m_nodeOf.insert(paragraph->id.value, node);
        if (paragraph->role == ParagraphRole::Heading)
            headings.push_back(node);
        else if (paragraph->role == ParagraphRole::Unit)
            units.insert(paragraph->label, node);
    }
}

const Paragraph *OutlineModel::at(const QModelIndex &index) const
{
    return index.isValid() ? m_nodes[index.internalId()].paragraph : nullptr;
}

QModelIndex OutlineModel::indexAt(int node) const
{
    return node < 0 ? QModelIndex() : createIndex(m_nodes[std::size_t(node)].row, 0, quintptr(node));
}

QModelIndex OutlineModel::indexOf(const QString &paragraph) const
{
    return indexAt(m_nodeOf.value(paragraph, -1));
}

const std::vector<int> &OutlineModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? m_nodes[parent.internalId()].children : m_top;
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || parent.column() > 0)
        return {};
    const std::vector<int> &children = childrenOf(parent);
    return row < int(children.size()) ? indexAt(children[std::size_t(row)]) : QModelIndex();
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexAt(m_nodes[index.internalId()].parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(childrenOf(parent).size());
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    const Paragraph *paragraph = at(index);
    if (!paragraph)
        return {};
    const auto words = [&] {
        QString text = paragraph->text.left(wordsShown);
        if (paragraph->role == ParagraphRole::Gap && (text.isEmpty() || !paragraph->why.isEmpty()))
            text = shown(paragraph->why) + (text.isEmpty() ? QString() : u"  "_s + text);
        return text.replace(u'\n', u' ');
    };
    switch (role) {
    case Qt::EditRole:
        return paragraph->number;
    case Qt::DisplayRole:
        return QString(signOf(*paragraph) + u"  "_s + words()).trimmed();
    case Qt::AccessibleTextRole:
        return QString(shown(paragraph->role) + u' ' + paragraph->label + u". "_s + words());
    case ParagraphRole:
        return paragraph->id.value;
    case RoleRole:
        return int(paragraph->role);
    case LabelRole:
        return signOf(*paragraph);
    case WordsRole:
        return words();
    default:
        return {};
    }
}

bool OutlineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Paragraph *paragraph = at(index);
    if (!paragraph || role != Qt::EditRole || value.toString().trimmed() == paragraph->number)
        return false;
    emit numberTyped(paragraph->id.value, value.toString().trimmed());
    return false; // The rows come back by way of the map.
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    return QAbstractItemModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

} // namespace entente::ui
