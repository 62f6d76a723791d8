#include "ui/desk/suggestionmodel.h"

#include "ui/desk/proposalwords.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QFont>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr groupMark = 0; ///< Internal id of groups; of their rows it is the group's number and one.

} // namespace

void SuggestionModel::show(std::shared_ptr<const Lookup> lookup, const Filter &filter)
{
    beginResetModel();
    m_lookup = std::move(lookup);
    m_groups.clear();
    m_severalTexts = filter.document.isEmpty();
    if (m_lookup) {
        for (const auto &document : m_lookup->model().all<model::Document>()) {
            if (filter.document.isEmpty() || document.id.value == filter.document)
                take(document, filter);
        }
    }
    endResetModel();
}

/// The groups of one text, in the order of its blocks; what rests on the text as a whole comes first.
void SuggestionModel::take(const model::Document &document, const Filter &filter)
{
    QHash<QString, std::size_t> groupOf;
    QHash<QString, const Paragraph *> blocks;
    for (const Paragraph *paragraph : m_lookup->paragraphs(document.id)) {
        if (!paragraph->label.isEmpty() && !blocks.contains(paragraph->label))
            blocks.insert(paragraph->label, paragraph);
    }
    const std::size_t first = m_groups.size();
    for (const Suggestion *suggestion : m_lookup->suggestions(document.id)) {
        const bool weak = suggestion->kind == "relation"_L1 && suggestion->score + 1e-9 < filter.from;
        if ((suggestion->state != SuggestionState::Open && !filter.decided) || weak ||
            (!filter.kind.isEmpty() && suggestion->kind != filter.kind))
            continue;
        const QString label = suggestion->kind == "meeting"_L1 ? QString() : suggestion->label;
        auto found = groupOf.constFind(label);
        if (found == groupOf.constEnd()) {
            found = groupOf.insert(label, m_groups.size());
            m_groups.push_back({document.id, label, blocks.value(label)});
        }
        m_groups[*found].rows.push_back(suggestion);
    }
    const auto position = [](const Group &group) { return group.block ? group.block->position : group.label.isEmpty() ? -1 : INT_MAX; };
    std::stable_sort(m_groups.begin() + std::ptrdiff_t(first), m_groups.end(),
                     [&](const Group &a, const Group &b) { return position(a) < position(b); });
    for (std::size_t i = first; i < m_groups.size(); ++i)
        std::ranges::stable_sort(m_groups[i].rows, std::greater(), &Suggestion::score);
}

const SuggestionModel::Group *SuggestionModel::group(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const std::size_t at = index.internalId() == groupMark ? std::size_t(index.row()) : std::size_t(index.internalId() - 1);
    return at < m_groups.size() ? &m_groups[at] : nullptr;
}

const Suggestion *SuggestionModel::at(const QModelIndex &index) const
{
    const Group *of = index.isValid() && index.internalId() != groupMark ? group(index) : nullptr;
    return of && index.row() < int(of->rows.size()) ? of->rows[std::size_t(index.row())] : nullptr;
}

const Paragraph *SuggestionModel::block(const QModelIndex &index) const
{
    const Group *of = group(index);
    return of ? of->block : nullptr;
}

QModelIndex SuggestionModel::indexOf(const QString &suggestion) const
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        for (std::size_t row = 0; row < m_groups[i].rows.size(); ++row) {
            if (m_groups[i].rows[row]->id.value == suggestion)
                return createIndex(int(row), 0, quintptr(i + 1));
        }
    }
    return {};
}

QStringList SuggestionModel::openOfGroup(const QModelIndex &index) const
{
    QStringList ids;
    if (const Group *of = group(index)) {
        for (const Suggestion *row : of->rows) {
            if (row->state == SuggestionState::Open)
                ids += row->id.value;
        }
    }
    return ids;
}

QStringList SuggestionModel::openOnes() const
{
    QStringList ids;
    for (const Group &of : m_groups) {
        for (const Suggestion *row : of.rows) {
            if (row->state == SuggestionState::Open)
                ids += row->id.value;
        }
    }
    return ids;
}

int SuggestionModel::openCount() const
{
    return int(openOnes().size());
}

QModelIndex SuggestionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= Count || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : groupMark);
}

QModelIndex SuggestionModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupMark)
        return {};
    return createIndex(int(index.internalId() - 1), 0, groupMark);
}

int SuggestionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.column() > 0 || parent.internalId() != groupMark)
        return 0;
    return int(m_groups[std::size_t(parent.row())].rows.size());
}

int SuggestionModel::columnCount(const QModelIndex &) const
{
    return int(Count);
}

QVariant SuggestionModel::groupData(const Group &group, int column, int role) const
{
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (column != Proposal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    QString words = group.label.isEmpty() ? tr("The text as a whole") : u"¶ "_s + group.label;
    if (m_severalTexts)
        words = m_lookup->title(group.document.value) + u"  "_s + words;
    if (role == Qt::ToolTipRole)
        return plainToolTip(group.block ? words + u'\n' + group.block->text.left(1000) : words);
    words += u"  ("_s + QString::number(group.rows.size()) + u')';
    if (group.block)
        words += u"  "_s + group.block->text.left(160).replace(u'\n', u' ');
    return words;
}

QVariant SuggestionModel::data(const QModelIndex &index, int role) const
{
    const Group *of = group(index);
    if (!of)
        return {};
    const Suggestion *row = at(index);
    if (!row)
        return groupData(*of, index.column(), role);
    if (role == IdRole)
        return row->id.value;
    if (role == TargetRole)
        return row->target.value;
    if (role == Qt::ToolTipRole)
        return plainToolTip(u"“"_s + row->quote.left(1000) + u"”\n"_s + row->reason);
    if (role == Qt::TextAlignmentRole && index.column() == Score)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(index.column())) {
    case Proposal: {
        const QString words = proposalInWords(*m_lookup, *row);
        return row->kind == "relation"_L1 ? capitalised(words) : QString(proposalKind(row->kind) + u": "_s + words);
    }
    case Level:
        return row->level == CoverageLevel::None ? QString() : shown(row->level);
    case Score:
        return QString::number(row->score, 'f', 2);
    case Reason:
        return row->reason;
    case State:
        return shown(row->state);
    case Count:
        break;
    }
    return {};
}

QVariant SuggestionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Proposal:
        return tr("What acceptance writes");
    case Level:
        return tr("Level");
    case Score:
        return tr("Score");
    case Reason:
        return tr("Because");
    case State:
        return tr("State");
    case Count:
        break;
    }
    return {};
}

} // namespace entente::ui
