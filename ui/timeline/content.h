#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QStringList>

#include <map>

namespace entente::ui {

/// One round on a lane. A partial date is a span from its first to its last possible day.
struct TimelineRound
{
    QString meeting;
    QDate first;
    QDate last;
    bool partial = false; ///< Only the month or the year is known.
    QString ordinal;
    MeetingFormat format = MeetingFormat::Unknown;
    MeetingStatus status = MeetingStatus::Held;
};

/// A stretch between two rounds that says something: no round for twice the rhythm, or ordinals that nobody recorded.
struct TimelineStretch
{
    QDate from;
    QDate to;
    bool ordinalsMissing = false;
    QString words;
    QString brief; ///< Where the words have no room.
};

struct TimelineLane
{
    QString dialogue;
    QString name;
    QString rung; ///< Words of the rung, on its first lane only.
    bool startsRung = false;
    int rounds = 0;
    std::vector<TimelineRound> marks;
    std::vector<TimelineStretch> stretches;
    std::optional<QDate> nextDue;
};

/// A day on which an instrument was signed, or from which it is in force.
struct TimelineFlag
{
    QString instrument;
    QDate date;
    QString words;
    bool inForce = false;
    bool chosen = false;
};

/// A series that another one went on from.
struct TimelineSuccession
{
    int from = 0;
    int to = 0;
};

/// Rounds of several lanes on one day.
struct TimelineSameDay
{
    QDate day;
    int first = 0;
    int last = 0;
};

/// What a timeline shows: values, no places. Built in well under a millisecond for the shipped map.
struct TimelineContent
{
    std::vector<TimelineLane> lanes;
    std::vector<TimelineFlag> flags;
    std::vector<TimelineSuccession> successions;
    std::vector<TimelineSameDay> sameDays;
    std::map<int, int> roundsByYear; ///< Dated rounds of the lanes by the year in which they begin.
    QDate asOf;
    QDate first; ///< Of all dated rounds.
    QDate last;  ///< Of everything with a place: rounds, dues, flags, the as-of day.
    int rounds = 0;
    QStringList undated; ///< Meetings of the lanes without a date.
    int dialoguesWithoutRound = 0;

    /// From the year from which fourteen of fifteen rounds lie to the end: what a view shows before anybody zooms.
    QDate usualStart() const;
};

/// What a dialogue is called on a lane: its short name, else its name without what the place says ("EU-ROK", what stands in brackets).
QString laneName(const Dialogue &dialogue);

/// The rounds of a record when it is chosen: its own, of its dialogue, of those that it attended or that raised it.
QSet<QString> meetingsOf(const Lookup &lookup, const QString &record);

TimelineContent timelineContent(const Lookup &lookup, const Lens &lens);

/// "87 rounds in 20 lanes · 3 before 2009 counted at the left · 0 undated · 9 dialogues have no round and no lane"
QString countsInWords(const TimelineContent &content, const QDate &rangeStart, bool brief);

} // namespace entente::ui
