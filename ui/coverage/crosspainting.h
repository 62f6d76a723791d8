#pragma once

#include "core/coverage/crosstable.h"
#include "ui/paint/drawing.h"

namespace entente::ui {

/// A dialogue or an institution over a column of the cross table.
struct CrossHead
{
    QString record;
    QString code; ///< CYB; the short name of an institution.
    QString name;
    QString side; ///< E, K, M or T of an institution.
    QString rounds; ///< "3 rounds"
    QString missing; ///< "2 without read-out"; empty where all are here.
};

/// An area at the beginning of a row.
struct CrossLine
{
    QString area;
    QString number;
    QString name;
    QString units; ///< "6 units"
};

/// Area × dialogue or area × institution: words and values, no places.
struct CrossContent
{
    coverage::CrossTable table;
    std::vector<CrossHead> heads;
    std::vector<CrossLine> lines;

    bool isEmpty() const { return table.cells.empty(); }
};

CrossContent crossContent(const Lookup &lookup, const coverage::Coverage &coverage, coverage::Against against);

/// What stands in a cell, in words: "2 clauses raised: follow-up agreed 1, discussed 1; 10 passages".
QString crossCellWords(const CrossContent &content, std::size_t row, std::size_t column);
/// The states of a row's clauses in words.
QString crossStatesWords(const coverage::CrossRow &row);

inline constexpr double crossRow = 38;
inline constexpr double crossHeads = 66;
inline constexpr double crossLead = 246;   ///< Width of the areas.
inline constexpr double crossColumn = 92;  ///< Width of a dialogue or an institution.
inline constexpr double crossStates = 142; ///< Width of the states at the end.

void paintCrossCell(QPainter &painter, const QRectF &box, const coverage::CrossCell &cell, bool chosen, const Look &look);
void paintCrossStates(QPainter &painter, const QRectF &box, const coverage::CrossRow &row, const Look &look);
void paintCrossHead(QPainter &painter, const QRectF &box, const CrossHead &head, bool chosen, const Look &look, int *cut = nullptr);
void paintCrossLead(QPainter &painter, const QRectF &box, const CrossLine &line, bool chosen, const Look &look, int *cut = nullptr);

/// Signs that are visible, with their words.
std::vector<LegendEntry> crossLegend(const CrossContent &content);

} // namespace entente::ui
