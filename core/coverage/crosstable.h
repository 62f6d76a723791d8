#pragma once

#include "core/coverage/progress.h"

namespace entente::coverage {

/// What stands over the columns of a cross table.
enum class Against { Dialogues, Institutions };

/// An area at a dialogue, or where an institution was present: the cells of the matrix that fall together here.
struct CrossCell
{
    std::array<int, Words<CoverageLevel>::list.size()> clauses = {}; ///< Clauses by the highest level that they reached here.
    std::array<int, Words<CoverageLevel>::list.size()> cells = {};   ///< Cells of the matrix (clause × meeting) by level.
    QStringList evidence; ///< Of the accepted passages, in the order of the text, then by date.
    int waiting = 0;      ///< Suggestions that nobody has decided.
    int untold = 0;       ///< Clauses without a passage here for which a round lacks its read-out.
    int bound = 0;        ///< Clauses for which the dialogue is responsible, or that name the institution.
    bool cares = false;   ///< The dialogue reviews the area, or the institution is responsible for it.

    /// Clauses that were raised here.
    int raised() const;
    CoverageLevel highest() const;
    bool isEmpty() const { return raised() == 0 && waiting == 0 && untold == 0 && bound == 0 && !cares; }
    bool operator==(const CrossCell &) const = default;
};

struct CrossColumn
{
    QString record;      ///< A dialogue or an institution; empty: rounds where nobody is recorded as present.
    int rounds = 0;      ///< Counted rounds.
    int withoutReadout = 0;

    bool operator==(const CrossColumn &) const = default;
};

struct CrossRow
{
    QString area; ///< Empty: clauses without an area.
    QStringList clauses;
    std::array<int, Words<ProgressState>::list.size()> states = {}; ///< How many of them are in each state.

    bool operator==(const CrossRow &) const = default;
};

/// Area × dialogue or area × institution, gathered from a matrix.
struct CrossTable
{
    Against against = Against::Dialogues;
    std::vector<CrossRow> rows;       ///< Areas by number, clauses without one last.
    std::vector<CrossColumn> columns; ///< Dialogues as in the matrix, then those that never met; institutions by side, then rounds.
    std::vector<CrossCell> cells;     ///< Row by row.

    const CrossCell &cell(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
    bool operator==(const CrossTable &) const = default;
};

/// Gathers the matrix. A passage stands once at its dialogue, and once for each institution recorded as present at its meeting.
CrossTable crossTable(const Lookup &lookup, const Coverage &coverage, Against against);

/// The area of a clause; a point without one stands in its chapeau's.
Id<Area> areaOf(const Model &model, const Clause &clause);

} // namespace entente::coverage
