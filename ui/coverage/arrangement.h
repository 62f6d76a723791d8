#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace entente::ui {

/// How the matrix is arranged: a value that the window keeps, the paper takes and the command line spells.
struct CoverageArrangement
{
    enum class Table { ClausesByRound, AreasByDialogue, AreasByInstitution };
    enum class Order { Number, Dormancy, Area, State };
    enum class Rounds { ThatCount, All };
    /// Which headings are open where nobody opened or folded them.
    enum class Fold { AllOpen, RaisedOpen, AllFolded };

    Table table = Table::ClausesByRound;
    Order order = Order::Number;
    Rounds rounds = Rounds::ThatCount; ///< The others stand folded in one column, or each in its own.
    Fold fold = Fold::AllOpen;
    QSet<QString> opened; ///< Headings, by their keys, that were opened by hand,
    QSet<QString> folded; ///< and that were folded by hand.

    bool isOpen(const QString &heading, bool raised) const
    {
        if (opened.contains(heading) || folded.contains(heading))
            return opened.contains(heading);
        return fold == Fold::AllOpen || (fold == Fold::RaisedOpen && raised);
    }
    bool operator==(const CoverageArrangement &) const = default;
};

/// The choices with their words for people and their words for the command line, in the order of the enumeration.
struct ArrangementChoice
{
    QString word;  ///< `dormancy`
    QString words; ///< "by dormancy: longest untouched first"
};
const QList<ArrangementChoice> &tableChoices();
const QList<ArrangementChoice> &orderChoices();
const QList<ArrangementChoice> &roundsChoices();
const QList<ArrangementChoice> &foldChoices();

/// The choice that a word of the command line means; -1 where it means none.
int choiceOf(const QList<ArrangementChoice> &choices, const QString &word);
/// `number, dormancy, area or state`
QString choiceWords(const QList<ArrangementChoice> &choices);

} // namespace entente::ui
