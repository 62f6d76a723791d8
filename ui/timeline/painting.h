#pragma once

#include "ui/paint/drawing.h"
#include "ui/timeline/placement.h"

namespace entente::ui {

/// What is chosen, in the words of a timeline.
struct TimelineHighlight
{
    QString lane; ///< The record of the lane.
    QSet<QString> marks;

    bool isLane(const TimelineLane &other) const { return !lane.isEmpty() && other.record == lane; }
};
TimelineHighlight highlightOf(const Lookup &lookup, const TimelineContent &content, const Look &look);

/// Columns of the lane heads, from the left edge of the drawing.
struct TimelineHeads
{
    double left = 0;
    double rung = 12;     ///< Words of the rung begin; negative: none are painted.
    double names = 290;   ///< Names end.
    double rounds = 322;  ///< Number of rounds ends; negative: none.
    double earlier = 358; ///< Number of rounds before the range ends; negative: none.
    double nameSize = 11.5;
    double width = 366;

    /// Makes the column of names as wide as they need, within limits; the others move along.
    void fit(const TimelineContent &content, double least, double most);
};

/// What lies under the grid: the chosen lane, the ground of the future and of what lies before the range.
void paintGround(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const TimelineHeads &heads,
                 const TimelineHighlight &highlight, const Look &look);
/// Lines of lanes and rungs, stretches, same days, successions, rounds, what is next due. Counts words that found no room.
void paintLanes(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const std::vector<PlacedMark> &marks,
                const TimelineHighlight &highlight, const Look &look, int *hiddenWords = nullptr);
void paintHeads(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const TimelineHeads &heads,
                const TimelineHighlight &highlight, const Look &look, int *cutNames = nullptr);
/// Dotted lines through the lanes, and the flags themselves in rows of 21 px from `top`.
void paintFlags(QPainter &painter, const std::vector<PlacedFlag> &flags, const TimelineAxis &axis, double top, const Look &look);
/// The lines of the as-of day and of the beginning of the range, each with its handle: a box with the date, or a small pointer.
void paintAsOf(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const Look &look);
/// Rounds a year as bars over the whole time; `area` without the years below it.
void paintYearBars(QPainter &painter, const TimelineContent &content, const TimelineAxis &whole, const Look &look);

/// Signs that are visible, with their words.
std::vector<LegendEntry> timelineLegend(const TimelineContent &content, const TimelineAxis &axis, const std::vector<PlacedMark> &marks,
                                        bool flags);

} // namespace entente::ui
