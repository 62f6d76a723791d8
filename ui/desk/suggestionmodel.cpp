#include "ui/desk/suggestionmodel.h"

#include "ui/plain.h"
#include "ui/words.h"

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

void SuggestionModel::show(std::shared_ptr<const Lookup> lookup, const QString &document, bool decided)
{
    beginResetModel();
    m_lookup = std::move(lookup);
    m_rows.clear();
    if (m_lookup) {
        const auto take = [&](const Id<model::Document> &id) {
            for (const Suggestion *suggestion : m_lookup->suggestions(id)) {
                if (decided || suggestion->state == SuggestionState::Open)
                    m_rows.push_back(suggestion);
            }
        };
        if (!document.isEmpty()) {
            take(Id<model::Document>(document));
        } else {
            for (const auto &row : m_lookup->model().all<model::Document>())
                take(row.id);
        }
    }
    endResetModel();
}

const Suggestion *SuggestionModel::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)] : nullptr;
}

int SuggestionModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Suggestion *row) { return row->id.value == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int SuggestionModel::openCount() const
{
    return int(std::ranges::count(m_rows, SuggestionState::Open, [](const Suggestion *row) { return row->state; }));
}

QStringList SuggestionModel::openFrom(double score) const
{
    QStringList ids;
    for (const Suggestion *row : m_rows) {
        if (row->state == SuggestionState::Open && row->score >= score)
            ids += row->id.value;
    }
    return ids;
}

int SuggestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SuggestionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Count);
}

QVariant SuggestionModel::data(const QModelIndex &index, int role) const
{
    const Suggestion *row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    if (role == IdRole)
        return row->id.value;
    if (role == TargetRole)
        return row->target.value;
    if (role == Qt::ToolTipRole)
        return plainToolTip(u"“"_s + row->quote + u"”\n"_s + row->reason);
    if (role == Qt::TextAlignmentRole && index.column() == Score)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Place:
        return QString(u"¶ "_s + row->label);
    case LinkTo: {
        const QString title = m_lookup->title(row->target.value);
        const auto *clause = m_lookup->model().find<Clause>(row->target.value);
        return clause && !clause->summary.isEmpty() ? QString(title + u": "_s + clause->summary) : title;
    }
    case Level:
        return row->level == CoverageLevel::None ? shown(row->relation) : shown(row->level);
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
    case Place:
        return tr("Passage");
    case LinkTo:
        return tr("Link to");
    case Level:
        return tr("Level");
    case Score:
        return tr("Score");
    case Reason:
        return tr("Reason");
    case State:
        return tr("State");
    case Count:
        break;
    }
    return {};
}

} // namespace entente::ui
