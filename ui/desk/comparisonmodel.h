#pragma once

#include "core/base/worddiff.h"
#include "core/reading/alignment.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace entente::ui {

/// One clause of an older text beside what became of it.
struct ComparedClause
{
    reading::Verdict verdict = reading::Verdict::Same;
    QString from;    ///< Label in the older text; empty for what is new.
    QString to;      ///< Labels in the newer text, joined; empty for what is gone.
    QString heading; ///< Under which it stands, in the newer text where it has one.
    QString before;
    QString after;
    double likeness = 1;
    bool certain = true;
};

/// The clauses of two texts, aligned.
std::vector<ComparedClause> comparedClauses(const std::vector<reading::AlignmentUnit> &before, const std::vector<reading::AlignmentUnit> &after,
                                            const std::vector<reading::Aligned> &aligned);

/// What became of a clause, in words: "reworded"; and as a sign that needs no colour: "~".
QString verdictInWords(reading::Verdict verdict);
QString verdictSign(reading::Verdict verdict);

/// Two texts side by side, clause by clause; all, or only what changed.
class ComparisonModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setClauses(std::vector<ComparedClause> clauses);
    void showOnlyChanged(bool onlyChanged);

    const ComparedClause *at(int row) const;
    /// What changed in a clause, word by word; computed when first asked for.
    const std::vector<base::WordRun> &words(int row) const;
    /// "31 the same, 4 renumbered, 2 reworded"
    QString summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void choose();

    std::vector<ComparedClause> m_clauses;
    std::vector<std::size_t> m_rows;
    mutable std::vector<std::optional<std::vector<base::WordRun>>> m_words; ///< By clause.
    bool m_onlyChanged = false;
};

} // namespace entente::ui
