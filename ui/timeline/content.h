#pragma once

#include "core/model/laneorder.h"
#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QStringList>

#include <map>
#include <optional>

namespace entente::ui {

/// What each lane of a timeline stands for.
enum class TimelineLanes { Dialogue, Area, Institution, Side };

/// The word of a kind of lanes in the style of a lens, on the command line and in files: `dialogue`, `area`, `institution`, `side`.
QString wordOf(TimelineLanes lanes);
std::optional<TimelineLanes> lanesFromWord(const QString &word);
/// A lens keeps its lanes as the style `lanes=area`; without it they are dialogues.
TimelineLanes lanesOf(const Lens &lens);
Lens withLanes(Lens lens, TimelineLanes lanes);

/// One round, or one commitment that falls due, on a lane. A partial date is a span from its first to its last possible day.
struct TimelineRound
{
    QString record; ///< A meeting or a commitment.
    QDate first;
    QDate last;
    bool partial = false; ///< Only the month or the year is known.
    QString ordinal;
    MeetingFormat format = MeetingFormat::Unknown;
    MeetingStatus status = MeetingStatus::Held;
    bool isCommitment = false;
    CommitmentState state = CommitmentState::Open; ///< Of a commitment.
    bool overdue = false;                          ///< A commitment: open, and its last possible day has passed.
};

/// A stretch between two rounds that says something: no round for twice the rhythm, or ordinals that nobody recorded.
struct TimelineStretch
{
    QDate from;
    QDate to;
    bool ordinalsMissing = false;
    QStringList words; ///< The fullest first; shorter ones where they have no room.
};

/// A day by which the stated rhythm expected a round.
struct TimelineDue
{
    QDate day;
    bool passed = false;
    bool isNext = false; ///< The one after the last round, passed or not.
};

struct TimelineLane
{
    QString record; ///< The dialogue, area or institution; empty for a side.
    QString name;
    QString rung; ///< Words of the rung or group, on its first lane only.
    bool startsRung = false;
    int rounds = 0;
    std::vector<TimelineRound> marks; ///< Rounds by date, then commitments by date.
    std::vector<TimelineStretch> stretches;
    std::vector<TimelineDue> expected;
    QString origin; ///< "succeeds Security and Defence Consultations, 4 rounds until 2021", where that is no lane.
};

/// A day on which an instrument was signed, or from which it is in force; partial dates as spans.
struct TimelineFlag
{
    QString instrument;
    QDate date;
    QDate last; ///< After `date` where only the month or the year is known.
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
    TimelineLanes kind = TimelineLanes::Dialogue;
    std::vector<TimelineLane> lanes;
    std::vector<TimelineFlag> flags;
    std::vector<TimelineSuccession> successions;
    std::vector<TimelineSameDay> sameDays;
    std::map<int, int> roundsByYear; ///< Dated rounds by the year in which they begin, each once.
    QDate asOf;
    QDate from;  ///< With `asOf` the range of the lens; invalid without one.
    QDate first; ///< Of all dated rounds.
    QDate last;  ///< Of everything with a place: rounds, dues, flags, the as-of day.
    int rounds = 0;        ///< Held ones in the scope, each once.
    int inRange = 0;       ///< Of these, those that may have begun in the range.
    QStringList undated;   ///< Meetings in the scope without a date.
    QStringList unplaced;  ///< Dated rounds in the scope that no lane has.
    QStringList undatedCommitments; ///< Commitments of what the lanes show that name no day.
    int dialoguesWithoutRound = 0;

    /// From the year from which fourteen of fifteen rounds lie to the end: what a view shows before anybody zooms.
    QDate usualStart() const;
    /// The rounds of the lanes that ended before a day, each once.
    int roundsBefore(const QDate &day) const;
};

/// "Vice-ministers"
QString rungWords(Rung rung);

/// What a dialogue is called on a lane: its short name, else its name without what the place says ("EU-ROK", what stands in brackets).
QString laneName(const Dialogue &dialogue);

/// The marks of a record when it is chosen: its own, its rounds, those that it attended or that raised it.
QSet<QString> meetingsOf(const Lookup &lookup, const QString &record);

/// The lanes that the lens asks for. Well under a millisecond for the shipped map, but for the rule of the first view.
TimelineContent timelineContent(const Lookup &lookup, const Lens &lens);

/// "87 rounds in 20 lanes · 3 before 2009 counted at the left · 0 undated · 9 dialogues have no round and no lane". `undated` receives where the
/// words of the undated ones begin and how long they are, for a link to their list.
QString countsInWords(const TimelineContent &content, const QDate &rangeStart, bool brief, std::pair<qsizetype, qsizetype> *undated = nullptr);

/// "lanes by dialogue, in the order of the ladder"
QString lanesInWords(TimelineLanes lanes);

} // namespace entente::ui
