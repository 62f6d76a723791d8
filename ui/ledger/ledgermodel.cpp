#include "ui/ledger/ledgermodel.h"

#include "core/base/text.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Due;
using coverage::LedgerEntry;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Ledger", text);
}

const Commitment &rowOfEntry(const Lookup &lookup, const LedgerEntry &entry)
{
    return *lookup.model().find<Commitment>(entry.commitment);
}

QString whoInWords(const LedgerEntry &entry)
{
    return entry.to.isEmpty() ? entry.by : tr("%1 to %2").arg(entry.by, entry.to);
}

} // namespace

QString dueInWords(const LedgerEntry &entry, const PartialDate &due)
{
    switch (entry.due) {
    case Due::Overdue:
        return entry.overdueDays == 1 ? tr("▲ overdue by 1 day (%1)").arg(due.toWords())
                                      : tr("▲ overdue by %1 days (%2)").arg(QString::number(entry.overdueDays), due.toWords());
    case Due::Soon:
        return entry.daysLeft == 0   ? tr("△ due today (%1)").arg(due.toWords())
               : entry.daysLeft == 1 ? tr("△ due in 1 day (%1)").arg(due.toWords())
                                     : tr("△ due in %1 days (%2)").arg(QString::number(entry.daysLeft), due.toWords());
    case Due::Later:
        return due.isDay() ? tr("by %1").arg(due.toWords()) : tr("by the end of %1").arg(due.toWords());
    case Due::Settled:
        return due.isKnown() ? tr("was due %1").arg(due.toWords()) : tr("no date");
    case Due::NoDate:
        break;
    }
    return tr("no date");
}

QString stateInWords(CommitmentState state)
{
    static constexpr const char *signs[] = {"○", "●", "×", "?"};
    return QString::fromUtf8(signs[int(state)]) + u' ' + shown(state);
}

QString knowledgeInWords(Knowledge knowledge)
{
    static constexpr const char *signs[] = {"□", "▨", "▤", "■"};
    return QString::fromUtf8(signs[int(knowledge)]) + u' ' + shown(knowledge);
}

bool LedgerFilter::takes(const LedgerEntry &entry) const
{
    return (!side || entry.bySide == *side) && (dialogue.isEmpty() || entry.dialogue == dialogue) && (!state || entry.state == *state) &&
           (!due || entry.due == *due);
}

QString LedgerFilter::inWords(const Lookup &lookup) const
{
    QStringList words;
    if (side)
        words += *side == Side::Unknown ? tr("promised by both sides or a dialogue") : tr("promised by %1").arg(shown(*side));
    if (!dialogue.isEmpty())
        words += tr("made in %1").arg(lookup.shortTitle(dialogue));
    if (state)
        words += shown(*state);
    if (due)
        words += shown(coverage::dueWord(*due));
    return words.join(u", "_s);
}

void LedgerModel::setMap(std::shared_ptr<const Lookup> map, const QDate &asOf)
{
    beginResetModel();
    m_map = std::move(map);
    m_asOf = asOf;
    m_all = m_map ? coverage::ledgerOf(*m_map, asOf) : std::vector<LedgerEntry>();
    show();
    endResetModel();
}

void LedgerModel::setFilter(const LedgerFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    show();
    endResetModel();
}

void LedgerModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_order)
        return;
    beginResetModel();
    m_sortColumn = column;
    m_order = order;
    show();
    endResetModel();
}

void LedgerModel::show()
{
    m_shown.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_shown), [this](const LedgerEntry &entry) { return m_filter.takes(entry); });
    if (m_sortColumn < 0)
        return;
    const auto day = [](const PartialDate &date) { return date.isKnown() ? date.last() : QDate(9999, 12, 31); };
    const auto before = [&](const LedgerEntry &a, const LedgerEntry &b) {
        switch (m_sortColumn) {
        case Made:
            return day(a.made) < day(b.made);
        case DueBy:
            return day(rowOfEntry(*m_map, a).due) < day(rowOfEntry(*m_map, b).due);
        case Progress:
            return a.state < b.state;
        case Known:
            return a.knowledge < b.knowledge;
        default:
            return text(a, m_sortColumn).localeAwareCompare(text(b, m_sortColumn)) < 0;
        }
    };
    if (m_order == Qt::AscendingOrder)
        std::ranges::stable_sort(m_shown, before);
    else
        std::ranges::stable_sort(m_shown, [&](const LedgerEntry &a, const LedgerEntry &b) { return before(b, a); });
}

int LedgerModel::overdue() const
{
    return int(std::ranges::count(m_all, Due::Overdue, &LedgerEntry::due));
}

QString LedgerModel::commitmentAt(int row) const
{
    const LedgerEntry *entry = entryAt(row);
    return entry ? entry->commitment : QString();
}

const LedgerEntry *LedgerModel::entryAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_shown.size() ? &m_shown[std::size_t(row)] : nullptr;
}

int LedgerModel::rowOf(const QString &commitment) const
{
    const auto found = std::ranges::find(m_shown, commitment, &LedgerEntry::commitment);
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

QStringList LedgerModel::dialogues() const
{
    QStringList list;
    for (const LedgerEntry &entry : m_all) {
        if (!entry.dialogue.isEmpty() && !list.contains(entry.dialogue))
            list += entry.dialogue;
    }
    return list;
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LedgerModel::text(const LedgerEntry &entry, int column) const
{
    const Commitment &row = rowOfEntry(*m_map, entry);
    switch (column) {
    case Promise:
        return simplified(row.summary.isEmpty() ? row.words : row.summary);
    case Who:
        return whoInWords(entry);
    case Made:
        return entry.madeAt;
    case DueBy:
        return dueInWords(entry, row.due);
    case Progress:
        return stateInWords(entry.state);
    case Known:
        return knowledgeInWords(entry.knowledge);
    default:
        return {};
    }
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    const LedgerEntry *entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (!entry)
        return {};
    const Commitment &row = rowOfEntry(*m_map, *entry);
    const bool overdue = entry->due == Due::Overdue && index.column() == DueBy;
    switch (role) {
    case Qt::DisplayRole:
        return text(*entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Promise && !row.words.isEmpty())
            return plainToolTip(u'“' + row.words + u'”');
        return plainToolTip(index.column() == Known ? entry->because : text(*entry, index.column()));
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s + text(*entry, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignTop);
    case Qt::ForegroundRole:
        return overdue ? QVariant(tokens(themeOf(QGuiApplication::palette())).warn) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(overdue);
        return overdue ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Promise:
        return tr("Promised");
    case Who:
        return tr("By whom, to whom");
    case Made:
        return tr("Made at");
    case DueBy:
        return tr("Due");
    case Progress:
        return tr("Progress");
    case Known:
        return tr("Known");
    default:
        return {};
    }
}

TableContent ledgerTable(const Lookup &lookup, const QDate &asOf, const LedgerFilter &filter)
{
    TableContent table;
    table.heads = {tr("Promised"), tr("By whom, to whom"), tr("Made at"), tr("Due"), tr("Progress"), tr("Known from")};
    table.shares = {36, 14, 17, 15, 9, 15};
    const std::vector<LedgerEntry> ledger = coverage::ledgerOf(lookup, asOf);
    int overdue = 0;
    for (const LedgerEntry &entry : ledger) {
        if (!filter.takes(entry))
            continue;
        const Commitment &row = rowOfEntry(lookup, entry);
        const bool isLate = entry.due == Due::Overdue;
        overdue += isLate ? 1 : 0;
        const QString what = simplified(row.summary.isEmpty() ? row.words : row.summary);
        const QString words = simplified(row.words);
        table.rows.push_back({{what, words.isEmpty() || words == what ? QString() : u'“' + words + u'”', false, true},
                              {whoInWords(entry), {}},
                              {entry.madeAt, {}},
                              {dueInWords(entry, row.due), {}, isLate},
                              {stateInWords(entry.state), {}},
                              {knowledgeInWords(entry.knowledge), entry.because}});
        table.facts.records += entry.commitment;
        if (const Passage *passage = lookup.model().find(row.passage))
            table.facts.records += passage->document.value;
        if (const Passage *proof = lookup.model().find(row.proof))
            table.facts.records += proof->document.value;
    }
    table.facts.records.removeDuplicates();
    table.facts.title = tr("Commitments");
    table.facts.subtitle = tr("Who promised what to whom, by when, and what became of it");
    table.facts.view = tr("Ledger");
    table.facts.asOf = asOf.isValid() ? dateInWords(asOf) : QString();
    table.facts.filters = filter.inWords(lookup).isEmpty() ? tr("none") : filter.inWords(lookup);
    table.facts.shown = tr("%1 of %2 commitments, %3 overdue").arg(table.rows.size()).arg(ledger.size()).arg(overdue);
    if (table.rows.empty())
        table.facts.empty = ledger.empty() ? tr("No commitment is recorded by this day.") : tr("No commitment fits these filters.");
    return table;
}

} // namespace entente::ui
