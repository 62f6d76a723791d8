#include "ui/desk/comparisonmodel.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace entente::ui {

using namespace Qt::StringLiterals;

using reading::Verdict;

namespace {

/// In the order in which a reader wants to hear of them.
constexpr std::array verdicts{Verdict::Same, Verdict::Renumbered, Verdict::Reworded, Verdict::Split, Verdict::Merged, Verdict::New, Verdict::Gone};

} // namespace

QString verdictInWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Same:
        return ComparisonModel::tr("the same");
    case Verdict::Renumbered:
        return ComparisonModel::tr("renumbered");
    case Verdict::Reworded:
        return ComparisonModel::tr("reworded");
    case Verdict::Split:
        return ComparisonModel::tr("split");
    case Verdict::Merged:
        return ComparisonModel::tr("merged");
    case Verdict::New:
        return ComparisonModel::tr("new");
    case Verdict::Gone:
        return ComparisonModel::tr("gone");
    }
    return {};
}

QString verdictSign(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Same:
        return u"="_s;
    case Verdict::Renumbered:
        return u"#"_s;
    case Verdict::Reworded:
        return u"~"_s;
    case Verdict::Split:
        return u"<"_s;
    case Verdict::Merged:
        return u">"_s;
    case Verdict::New:
        return u"+"_s;
    case Verdict::Gone:
        return u"–"_s;
    }
    return {};
}

std::vector<ComparedClause> comparedClauses(const std::vector<reading::AlignmentUnit> &before, const std::vector<reading::AlignmentUnit> &after,
                                            const std::vector<reading::Aligned> &aligned)
{
    const auto byLabel = [](const std::vector<reading::AlignmentUnit> &units) {
        QHash<QString, const reading::AlignmentUnit *> found;
        for (const reading::AlignmentUnit &unit : units)
            found.insert(unit.label, &unit);
        return found;
    };
    const auto old = byLabel(before);
    const auto now = byLabel(after);
    std::vector<ComparedClause> clauses;
    for (const reading::Aligned &unit : aligned) {
        ComparedClause clause{unit.verdict, unit.from, unit.to.join(u", "_s), {}, {}, {}, unit.likeness, unit.certain};
        if (const auto *from = old.value(unit.from)) {
            clause.before = from->text;
            clause.heading = from->heading;
        }
        QStringList texts;
        for (const QString &label : unit.to) {
            if (const auto *to = now.value(label)) {
                texts += to->text;
                clause.heading = to->heading;
            }
        }
        clause.after = texts.join(u'\n');
        clauses.push_back(std::move(clause));
    }
    return clauses;
}

void ComparisonModel::setClauses(std::vector<ComparedClause> clauses)
{
    beginResetModel();
    m_clauses = std::move(clauses);
    m_words.assign(m_clauses.size(), std::nullopt);
    choose();
    endResetModel();
}

void ComparisonModel::showOnlyChanged(bool onlyChanged)
{
    beginResetModel();
    m_onlyChanged = onlyChanged;
    choose();
    endResetModel();
}

void ComparisonModel::choose()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_clauses.size(); ++i) {
        if (!m_onlyChanged || m_clauses[i].verdict != Verdict::Same)
            m_rows.push_back(i);
    }
}

const ComparedClause *ComparisonModel::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_clauses[m_rows[std::size_t(row)]] : nullptr;
}

const std::vector<base::WordRun> &ComparisonModel::words(int row) const
{
    auto &words = m_words[m_rows[std::size_t(row)]];
    if (!words)
        words = base::wordDifference(at(row)->before, at(row)->after);
    return *words;
}

QString ComparisonModel::summary() const
{
    QStringList parts;
    for (const Verdict verdict : verdicts) {
        const auto count = std::count_if(m_clauses.begin(), m_clauses.end(), [&](const ComparedClause &clause) { return clause.verdict == verdict; });
        if (count > 0)
            parts += QString::number(count) + u' ' + verdictInWords(verdict);
    }
    return parts.join(u" · "_s);
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    const ComparedClause *clause = index.isValid() ? at(index.row()) : nullptr;
    if (!clause)
        return {};
    const QString verdict = verdictInWords(clause->verdict) + (clause->certain ? QString() : u" ?"_s);
    if (role == Qt::DisplayRole)
        return QString(clause->from + u" → "_s + clause->to + u": "_s + verdict);
    if (role == Qt::AccessibleTextRole)
        return tr("%1 in the older text, %2 in the newer: %3. Older words: %4. Newer words: %5")
            .arg(clause->from.isEmpty() ? tr("nothing") : clause->from, clause->to.isEmpty() ? tr("nothing") : clause->to, verdict, clause->before,
                 clause->after);
    return {};
}

} // namespace entente::ui
