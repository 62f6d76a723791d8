#include "ui/timeline/content.h"

#include "core/coverage/series.h"
#include "core/coverage/words.h"
#include "core/model/laneorder.h"
#include "core/model/relationtypes.h"
#include "ui/timeline/lanes.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("entente::ui", text, nullptr, count);
}

/// Gaps of twice the stated rhythm, and ordinals between two rounds that nobody recorded, as the clock of the series tells them.
void addStretches(TimelineLane &lane, const Lookup &lookup, const coverage::Series &series)
{
    if (series.months) {
        for (const coverage::Gap &gap : series.gaps)
            lane.stretches.push_back(
                {gap.from.last(), gap.to.first(), false, {tr("none for %1 months").arg(gap.months), tr("%1 months").arg(gap.months)}});
    }
    for (const coverage::MissingNumbers &missing : series.missing) {
        const Meeting *after = lookup.model().find<Meeting>(missing.after);
        const Meeting *before = lookup.model().find<Meeting>(missing.before);
        if (!after || !before)
            continue; // Nobody knows when those before the first were.
        const QString numbers = coverage::rangesInWords(missing.numbers);
        const QString words = missing.numbers.size() == 1 ? tr("round %1 not recorded").arg(numbers) : tr("rounds %1 not recorded").arg(numbers);
        TimelineStretch stretch{after->start.last(), before->start.first(), true, {words, numbers}};
        if (const QString maybe = coverage::maybeInWords(lookup, {missing}); !maybe.isEmpty())
            stretch.words.prepend(words + u"; "_s + maybe);
        lane.stretches.push_back(std::move(stretch));
    }
    for (const coverage::Slot &slot : series.expected)
        lane.expected.push_back({slot.day, slot.passed, slot.day == series.nextDue});
}

TimelineLane laneOf(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf)
{
    TimelineLane lane;
    lane.record = dialogue.id.value;
    lane.name = laneName(dialogue);
    for (const Meeting *meeting : lookup.meetings(dialogue.id)) {
        if (meeting->status == MeetingStatus::Held)
            ++lane.rounds;
        if (meeting->start.isKnown())
            lane.marks.push_back(timelineRound(*meeting, true));
    }
    addStretches(lane, lookup, coverage::seriesOf(lookup, dialogue, asOf));
    return lane;
}

/// Who went before a lane whose predecessor is no lane itself.
void addOrigins(TimelineContent &content, const Lookup &lookup)
{
    for (TimelineLane &lane : content.lanes) {
        for (const Relation *relation : lookup.incoming(lane.record, relation::succeededBy)) {
            const Dialogue *before = lookup.model().find<Dialogue>(relation->source.value);
            const auto isLane = [&](const TimelineLane &other) { return other.record == relation->source.value; };
            if (!before || std::ranges::any_of(content.lanes, isLane))
                continue;
            int rounds = 0;
            int last = 0;
            for (const Meeting *meeting : lookup.meetings(before->id)) {
                rounds += meeting->status == MeetingStatus::Held ? 1 : 0;
                if (meeting->status == MeetingStatus::Held && meeting->start.isKnown())
                    last = std::max(last, meeting->start.last().year());
            }
            lane.origin = rounds == 0   ? tr("succeeds %1").arg(laneName(*before))
                          : rounds == 1 ? tr("succeeds %1: 1 round, in %2").arg(laneName(*before)).arg(last)
                                        : tr("succeeds %1: %2 rounds until %3").arg(laneName(*before)).arg(rounds).arg(last);
        }
    }
}

void addSuccessions(TimelineContent &content, const Lookup &lookup)
{
    for (std::size_t i = 0; i < content.lanes.size(); ++i) {
        for (const Relation *relation : lookup.outgoing(content.lanes[i].record, relation::succeededBy)) {
            for (std::size_t j = 0; j < content.lanes.size(); ++j) {
                if (content.lanes[j].record != relation->target.value || i == j || firstRound(content.lanes[i]) == nullptr || firstRound(content.lanes[j]) == nullptr)
                    continue;
                content.successions.push_back({int(i), int(j)});
                // Its successor carries the rhythm on.
                const QDate from = lastRound(content.lanes[i])->last;
                std::erase_if(content.lanes[i].expected, [&](const TimelineDue &due) { return due.day > from; });
            }
        }
    }
}

void addSameDays(TimelineContent &content)
{
    std::map<QDate, std::pair<int, int>> days;
    for (std::size_t i = 0; i < content.lanes.size(); ++i) {
        for (const TimelineRound &round : content.lanes[i].marks) {
            if (round.partial || round.isCommitment)
                continue;
            const auto [day, isNew] = days.try_emplace(round.first, int(i), int(i));
            day->second.second = int(i);
        }
    }
    for (const auto &[day, lanes] : days) {
        if (lanes.first != lanes.second)
            content.sameDays.push_back({day, lanes.first, lanes.second});
    }
}

/// All that is told of rounds whatever the lanes are.
void countRounds(TimelineContent &content, const Lookup &lookup, const Lens &lens, const LensScope &scope)
{
    for (const Dialogue *dialogue : scope.dialogues()) {
        int held = 0;
        for (const Meeting *meeting : lookup.meetings(dialogue->id)) {
            if (meeting->status == MeetingStatus::Held) {
                ++held;
                content.inRange += isInRange(*meeting, lens) ? 1 : 0;
            }
            if (!meeting->start.isKnown()) {
                content.undated.append(meeting->id.value);
                continue;
            }
            const QDate first = meeting->start.first();
            if (meeting->status == MeetingStatus::Held)
                ++content.roundsByYear[first.year()];
            content.first = content.first.isValid() ? std::min(content.first, first) : first;
        }
        content.rounds += held;
        content.dialoguesWithoutRound += held == 0 ? 1 : 0;
    }
}

void addDialogueLanes(TimelineContent &content, const Lookup &lookup, const LensScope &scope)
{
    std::optional<Rung> rung;
    for (const Dialogue *dialogue : scope.dialogues()) {
        TimelineLane lane = laneOf(lookup, *dialogue, content.asOf);
        if (lane.marks.empty())
            continue;
        const Rung own = rungOf(dialogue->level);
        lane.startsRung = rung != own;
        if (lane.startsRung)
            lane.rung = rungWords(own);
        rung = own;
        content.lanes.push_back(std::move(lane));
    }
    addSuccessions(content, lookup);
    addOrigins(content, lookup);
}

} // namespace

QDate TimelineContent::usualStart() const
{
    int total = 0;
    for (const auto &[year, count] : roundsByYear)
        total += count;
    int earlier = 0;
    for (const auto &[year, count] : roundsByYear) {
        earlier += count;
        if (earlier * 15 > total)
            return QDate(year, 1, 1);
    }
    return first.isValid() ? QDate(first.year(), 1, 1) : QDate();
}

QString rungWords(Rung rung)
{
    switch (rung) {
    case Rung::Summit:
        return tr("Summit");
    case Rung::Ministers:
        return tr("Ministers");
    case Rung::ViceMinisters:
        return tr("Vice-ministers");
    case Rung::DirectorsGeneral:
        return tr("Directors-general");
    case Rung::Directors:
        return tr("Directors");
    case Rung::Working:
        return tr("Working and operational");
    case Rung::Parliament:
        return tr("Parliament");
    case Rung::Track15:
        return tr("Track 1.5, conferences");
    case Rung::NoLevel:
        break;
    }
    return tr("No level");
}

QString laneName(const Dialogue &dialogue)
{
    return dialogue.abbreviation.isEmpty() ? plainName(dialogue) : dialogue.abbreviation;
}

QSet<QString> meetingsOf(const Lookup &lookup, const QString &record)
{
    QSet<QString> meetings;
    const Model &model = lookup.model();
    if (model.find<Meeting>(record)) {
        meetings.insert(record);
    } else if (const Commitment *commitment = model.find<Commitment>(record)) {
        meetings = {record, commitment->meeting.value};
    } else if (model.find<Dialogue>(record)) {
        for (const Meeting *meeting : lookup.meetings(Id<Dialogue>(record)))
            meetings.insert(meeting->id.value);
    } else if (model.find<Institution>(record)) {
        for (const Attendance *attendance : lookup.attendance(Id<Institution>(record)))
            meetings.insert(attendance->meeting.value);
    } else if (model.find<Clause>(record)) {
        for (const Relation *relation : lookup.incoming(record, relation::raises))
            meetings.insert(relation->source.value);
    } else if (model.find<Person>(record)) {
        for (const Head &head : model.all<Head>()) {
            if (head.person.value == record)
                meetings.insert(head.meeting.value);
        }
    } else if (const Relation *relation = model.find<Relation>(record)) {
        for (const QString &end : {relation->source.value, relation->target.value}) {
            if (model.find<Meeting>(end))
                meetings.insert(end);
        }
    } else if (const Document *document = model.find<Document>(record); document && !document->meeting.isEmpty()) {
        meetings.insert(document->meeting.value);
    } else {
        for (const Relation *incoming : lookup.incoming(record)) {
            if (model.find<Meeting>(incoming->source.value))
                meetings.insert(incoming->source.value);
        }
    }
    return meetings;
}

TimelineContent timelineContent(const Lookup &lookup, const Lens &lens)
{
    TimelineContent content;
    content.kind = lanesOf(lens);
    content.asOf = lens.asOf;
    content.from = hasRange(lens) ? lens.from : QDate();
    content.last = lens.asOf;
    const LensScope scope(lookup, lens);
    countRounds(content, lookup, lens, scope);
    if (content.kind == TimelineLanes::Dialogue)
        addDialogueLanes(content, lookup, scope);
    else
        addOtherLanes(content, lookup, scope);
    addCommitments(content, lookup);
    if (content.kind == TimelineLanes::Dialogue)
        addSameDays(content); // Where a round stands in several lanes, all would be lines.
    addFlags(content, lookup, chosenInstrument(lookup.model(), lens).value, scope);
    for (const TimelineLane &lane : content.lanes) {
        for (const TimelineDue &due : lane.expected)
            content.last = std::max(content.last, due.day);
        for (const TimelineRound &round : lane.marks)
            content.last = std::max(content.last, round.last);
    }
    return content;
}

} // namespace entente::ui
