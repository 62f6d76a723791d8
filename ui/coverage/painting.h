#pragma once

#include "ui/coverage/content.h"
#include "ui/paint/drawing.h"

namespace entente::ui {

/// What a column of the matrix shows.
enum class CoverageField { Number, Words, Promise, Round, Other, State, Known, Responsible, Last };

/// A column with its place. The narrow panel has no words, no `known`, no `responsible`, no `last`.
struct CoverageSection
{
    CoverageField field = CoverageField::Number;
    int round = -1; ///< Into the heads.
    double x = 0;
    double width = 0;
};

/// The columns of the whole matrix, or of the panel, in the least width that they need; what is over goes to the words.
std::vector<CoverageSection> coverageSections(const CoverageContent &content, double width, bool narrow);

/// Height of a row, and of the heads.
inline constexpr double coverageRow = 20;
inline constexpr double coverageNarrowRow = 17;
inline constexpr double coverageHeads = 68;
inline constexpr double coverageNarrowHeads = 76;
/// The least width of the full matrix with so many rounds.
double fullMatrixWidth(const CoverageContent &content);

/// How a line is painted.
struct CoverageRowLook
{
    bool narrow = false;
    bool open = false; ///< Of a group.
    double height = 0;     ///< More than one line on paper; 0: the usual height.
    double headingEnd = 0; ///< Where the room for the words of a heading ends; 0: with the promises.
};

/// The height that a line needs to show its words in full.
double fullHeight(const CoverageLine &line, const std::vector<CoverageSection> &sections, const CoverageContent &content);

void paintCoverageRow(QPainter &painter, double y, const CoverageLine &line, const std::vector<CoverageSection> &sections,
                      const CoverageContent &content, const CoverageHighlight &highlight, const CoverageRowLook &row, const Look &look,
                      int *cut = nullptr);
/// The heads of the columns, with their lower edge at `bottom`.
void paintCoverageHead(QPainter &painter, double bottom, const CoverageSection &section, const CoverageContent &content,
                       const CoverageHighlight &highlight, bool narrow, const Look &look);

/// Totals in two columns with their words; all eight states. 102 px high.
void paintTotals(QPainter &painter, const QRectF &area, const CoverageContent &content, const Look &look);
inline constexpr double totalsHeight = 98;

/// Signs that are visible, with their words.
std::vector<LegendEntry> coverageLegend(const CoverageContent &content, const std::function<bool(const CoverageLine &)> &isVisible);

} // namespace entente::ui
