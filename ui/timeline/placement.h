#pragma once

#include "ui/timeline/content.h"

#include <QRectF>

namespace entente::ui {

/// Where lanes and days lie: the one geometry of screen and paper. Lengths in px of the drawing.
struct TimelineAxis
{
    QRectF plot;
    QDate from;
    QDate to;
    std::vector<double> lanes; ///< Middle of each lane.
    double laneHeight = 26;
    bool small = false;   ///< The dock: no ordinals in the marks, no words on the lanes.
    bool ownLines = true; ///< False where a chart draws the lines of the lanes.

    double x(const QDate &day) const;
    /// The day at a place; also outside the plot.
    QDate dayAt(double x) const;
    bool shows(int lane) const;
    bool shows(const QDate &first, const QDate &last) const { return last >= from && first <= to; }
    /// Half the size of a mark with and without its ordinal.
    double numberedRadius() const { return small ? 4.2 : 8.5; }
    double plainRadius() const { return small ? 4.2 : 5.0; }
    QRectF laneBand(int lane) const;
};

/// The middles of the lanes from `top`, a little apart where a rung begins; `height` receives the sum.
std::vector<double> laneMiddles(const TimelineContent &content, double top, double laneHeight, double rungGap, double *height = nullptr);

/// A tick of the axis: the first day of a year, or of a quarter where years are wide.
struct TimelineTick
{
    QDate day;
    QString words; ///< Empty: a line without a label.
};
std::vector<TimelineTick> ticks(const TimelineAxis &axis, double labelWidth);

/// One sign on a lane: a round, or several that stand too close to be drawn apart.
struct PlacedMark
{
    enum class Shape { Round, Span, Cluster };
    Shape shape = Shape::Round;
    int lane = 0;
    QRectF box;
    std::vector<const TimelineRound *> rounds; ///< Of the content that was placed.

    double radius() const { return box.height() / 2; }
    bool holds(const QString &record) const;
    bool isCommitment() const { return rounds.front()->isCommitment; }
    /// Several on one and the same day: no zoom draws them apart.
    bool isSameDay() const;
};

/// The signs of all lanes within the range, lane by lane, from left to right. Those with less than 6 px between them become one.
std::vector<PlacedMark> placeMarks(const TimelineContent &content, const TimelineAxis &axis);

/// A flag with its row; no words where three rows have no room.
struct PlacedFlag
{
    const TimelineFlag *flag = nullptr;
    int row = -1;
    double x = 0;     ///< Of its day.
    double width = 0;
    double left = 0;  ///< Where its sheet stands: left of its day where there is no room at the right.
    double doubt = 0; ///< How long the time is in which its day lies; 0 where the day is known.
};
std::vector<PlacedFlag> placeFlags(const TimelineContent &content, const TimelineAxis &axis, int rows);

} // namespace entente::ui
