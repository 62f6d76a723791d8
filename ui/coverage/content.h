#pragma once

#include "core/coverage/progress.h"
#include "core/model/lens.h"
#include "ui/coverage/arrangement.h"

#include <QSet>

namespace entente::ui {

/// A round as the head of a column.
struct CoverageHead
{
    QString meeting;
    QString dialogue;
    QString code;  ///< CYB 7
    QString plain; ///< CYB
    QString day;   ///< 20 May; empty where only the year is known
    QString year;  ///< 2025
    QString brief; ///< May ’25
    bool readoutMissing = false;
    bool startsDialogue = false;
};

/// A line of the matrix.
struct CoverageLine
{
    enum class Kind { Group, Clause, Gap };
    Kind kind = Kind::Clause;
    int parent = -1; ///< Line of the group that it stands in.
    int state = -1;  ///< Into `Coverage::clauses`, of a clause.
    int group = -1;  ///< Into `CoverageContent::groups`, of a group.
    QString clause;
    QString number;  ///< 14(c), or 13–14(d)
    QString words;   ///< Summary, heading, or the sentence of a gap.
    QString brief;   ///< The heading's short name.
    QString promise; ///< The main type of what is promised.
    QString known;
    QString responsible; ///< Empty: nobody is named.
    QString last;
    bool lastIsKnown = false;
    bool point = false;                ///< A lettered point, set in.
};

/// Clauses under one heading.
struct CoverageGroup
{
    QString key; ///< The same on every day.
    std::optional<ProgressState> state; ///< That all its clauses are in, where they are ordered so.
    QString areaNumber;
    int units = 0;
    int raised = 0;             ///< Clauses with a passage.
    std::array<int, 8> states = {}; ///< Clauses by state.
    std::vector<int> raisedAt;  ///< Clauses with a passage, for each head.
    std::vector<int> waitingAt; ///< Suggestions that nobody has decided, for each head.
};

/// What the matrix shows: words and values, no places.
struct CoverageContent
{
    QString instrument; ///< Empty: none is chosen.
    QString title;      ///< Of the instrument.
    QString shortTitle;
    QString subtitle; ///< "48 clauses and points · text of 21 Oct 2024, partly released"
    coverage::Coverage coverage;
    CoverageArrangement arrangement;
    std::vector<coverage::Column> columns; ///< Those of the coverage, or with all other rounds too.
    std::vector<CoverageHead> heads;       ///< One for each column.
    int folded = 0;                        ///< Rounds that stand together in one column.
    std::vector<CoverageLine> lines; ///< Groups, each before its clauses; gaps where they stand.
    std::vector<CoverageGroup> groups;
    int missingReadouts = 0;
    std::vector<std::pair<QString, QString>> codes; ///< Of the dialogues in heads and lines, with their short names.

    const coverage::ClauseState *stateOf(const CoverageLine &line) const
    {
        return line.state < 0 ? nullptr : &coverage.clauses[std::size_t(line.state)];
    }
    /// What stands in the row of a clause at a round, also where nothing was said.
    coverage::Cell cell(const CoverageLine &line, int round) const;
    coverage::Part part(const CoverageLine &line, int round) const;
    /// "35 of 48 cannot be told yet:" and "5 of 6 read-outs are missing."; empty where everything can be told.
    QString cannotTellWords() const;
    QString missingWords() const;
};

/// The word of a state as it stands on screen: "Cannot tell".
QString stateWords(ProgressState state);
QString levelWords(CoverageLevel level);
QString knowledgeWords(Knowledge knowledge);

CoverageContent coverageContent(const Lookup &lookup, const Lens &lens, const CoverageArrangement &arrangement = {});
/// The same from a coverage that was computed already, of the lens's instrument and day.
CoverageContent coverageContent(const Lookup &lookup, coverage::Coverage coverage, const CoverageArrangement &arrangement = {});

/// Builds the lines of a content whose heads stand: headings, clauses in the order of the arrangement, gaps.
void addCoverageLines(const Lookup &lookup, CoverageContent &content);
/// The code of a dialogue, which the legend explains.
QString addDialogueCode(const Lookup &lookup, CoverageContent &content, const QString &dialogue);

/// What is chosen, in the words of a matrix.
struct CoverageHighlight
{
    QSet<QString> clauses;
    QSet<QString> meetings;
    QString cellClause; ///< A single cell: the relation `raises` is chosen.
    QString cellMeeting;
};
CoverageHighlight coverageHighlight(const Lookup &lookup, const QSet<QString> &selected);

/// Why a clause is in its state: head line first, then the sentences.
QStringList whyWords(const Lookup &lookup, const CoverageContent &content, const coverage::ClauseState &state);

} // namespace entente::ui
