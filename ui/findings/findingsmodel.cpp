#include "ui/findings/findingsmodel.h"

#include "core/base/text.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Finding;
using coverage::Severity;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Findings", text);
}

QString waivedInWords(const Waiver &waiver)
{
    return tr("Let stand by %1 on %2: %3").arg(waiver.who, waiver.date.toWords(), waiver.reason);
}

QString ruleExplanation(const QString &word)
{
    const auto &rules = coverage::findingRules();
    const auto rule = std::ranges::find(rules, word, &coverage::FindingRule::word);
    return rule == rules.end() ? QString() : rule->explanation;
}

} // namespace

QString severityInWords(Severity severity)
{
    switch (severity) {
    case Severity::Problem:
        return tr("▲ problem");
    case Severity::Attention:
        return tr("△ to look at");
    case Severity::Note:
        break;
    }
    return tr("○ note");
}

bool FindingFilter::takes(const Finding &finding) const
{
    return (rule.isEmpty() || finding.rule == rule) && (!severity || finding.severity == *severity) && (waived || !finding.waiver);
}

void FindingsModel::setFindings(std::shared_ptr<const Lookup> map, std::vector<Finding> findings)
{
    beginResetModel();
    m_map = std::move(map);
    m_all = std::move(findings);
    show();
    endResetModel();
}

void FindingsModel::setFilter(const FindingFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    show();
    endResetModel();
}

void FindingsModel::show()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_filter.takes(m_all[i]))
            m_shown.push_back(i);
    }
}

FindingCounts FindingsModel::counts() const
{
    FindingCounts counts;
    for (const Finding &finding : m_all) {
        if (finding.waiver)
            continue;
        ++(finding.severity == Severity::Problem ? counts.problems : finding.severity == Severity::Attention ? counts.attention : counts.notes);
    }
    return counts;
}

const Finding *FindingsModel::findingAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_shown.size() ? &m_all[m_shown[std::size_t(row)]] : nullptr;
}

int FindingsModel::rowAbout(const QString &record) const
{
    const auto found = std::ranges::find_if(m_shown, [&](std::size_t place) { return m_all[place].records.value(0) == record; });
    return record.isEmpty() || found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int FindingsModel::rowOf(const QString &finding) const
{
    const auto found = std::ranges::find_if(m_shown, [&](std::size_t place) { return m_all[place].id == finding; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const Finding *finding = index.isValid() ? findingAt(index.row()) : nullptr;
    if (!finding)
        return {};
    const auto words = [&]() -> QString {
        switch (index.column()) {
        case Presses:
            return severityInWords(finding->severity);
        case Rule:
            return capitalised(finding->rule);
        default:
            return finding->waiver ? finding->reason + u'\n' + waivedInWords(*finding->waiver) : finding->reason;
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return words();
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Rule ? ruleExplanation(finding->rule) : words());
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s + words();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignTop);
    case Qt::ForegroundRole: {
        const Tokens &colours = tokens(themeOf(QGuiApplication::palette()));
        if (finding->waiver)
            return colours.ink3;
        return index.column() == Presses && finding->severity == Severity::Problem ? QVariant(colours.warn) : QVariant();
    }
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Presses:
        return tr("How pressing");
    case Rule:
        return tr("Rule");
    case Reason:
        return tr("What was noticed");
    default:
        return {};
    }
}

TableContent findingsTable(const Lookup &lookup, const std::vector<Finding> &findings, const QDate &asOf, const FindingFilter &filter)
{
    TableContent table;
    table.heads = {tr("How pressing"), tr("Rule"), tr("What was noticed"), tr("Records")};
    table.shares = {12, 18, 48, 22};
    int waived = 0;
    for (const Finding &finding : findings) {
        waived += finding.waiver ? 1 : 0;
        if (!filter.takes(finding))
            continue;
        constexpr qsizetype most = 8;
        QStringList names;
        for (const QString &record : finding.records.mid(0, most))
            names += lookup.model().find<Clause>(record) ? lookup.title(record) : lookup.shortTitle(record);
        if (finding.records.size() > most)
            names += tr("%1 more").arg(finding.records.size() - most);
        table.rows.push_back({{severityInWords(finding.severity), {}, finding.severity == Severity::Problem},
                              {capitalised(finding.rule), {}},
                              {finding.reason, finding.waiver ? waivedInWords(*finding.waiver) : QString()},
                              {names.join(u", "_s), {}}});
        table.facts.records += finding.records;
    }
    table.facts.records.removeDuplicates();
    table.facts.title = tr("Findings");
    table.facts.subtitle = tr("What should be mended or looked at");
    table.facts.view = tr("Worklist");
    table.facts.asOf = asOf.isValid() ? dateInWords(asOf) : QString();
    QStringList filters;
    if (!filter.rule.isEmpty())
        filters += capitalised(filter.rule);
    if (filter.severity)
        filters += severityInWords(*filter.severity);
    table.facts.filters = filters.isEmpty() ? tr("none") : filters.join(u", "_s);
    table.facts.shown = waived == 0 ? tr("%1 of %2 findings").arg(table.rows.size()).arg(findings.size())
                                    : tr("%1 of %2 findings, %3 let stand").arg(table.rows.size()).arg(findings.size()).arg(waived);
    if (table.rows.empty())
        table.facts.empty = asOf.isValid() ? tr("Nothing to mend on %1.").arg(dateInWords(asOf)) : tr("Nothing to mend.");
    return table;
}

} // namespace entente::ui
