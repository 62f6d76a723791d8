#include "ui/timeline/lanes.h"

#include "core/model/relationtypes.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

QString sideWords(Side side)
{
    return side == Side::Unknown ? tr("Side not recorded") : capitalised(shown(side));
}

/// The areas that a dialogue looks after, or that the clauses which name or found it stand in.
QSet<QString> areasOf(const Lookup &lookup, const QString &dialogue)
{
    QSet<QString> areas;
    const auto takeClause = [&](const QString &id) {
        const Clause *clause = lookup.model().find<Clause>(id);
        if (clause && !clause->area.isEmpty() && isCurrent(lookup.model(), *clause))
            areas.insert(clause->area.value);
    };
    for (const Relation *relation : lookup.outgoing(dialogue, relation::responsibleFor))
        areas.insert(relation->target.value);
    for (const Relation *relation : lookup.outgoing(dialogue, relation::foundedBy))
        takeClause(relation->target.value);
    for (const Relation *relation : lookup.incoming(dialogue, relation::names))
        takeClause(relation->source.value);
    return areas;
}

/// The areas that a round has to do with: those of its dialogue, and those that its passages raise.
QSet<QString> areasOf(const Lookup &lookup, const Meeting &meeting, const QSet<QString> &ofDialogue)
{
    QSet<QString> areas = ofDialogue;
    for (const Relation *relation : lookup.outgoing(meeting.id.value, relation::raises)) {
        const Clause *clause = lookup.model().find<Clause>(relation->target.value);
        if (clause && !clause->area.isEmpty())
            areas.insert(clause->area.value);
    }
    for (const Relation *relation : lookup.outgoing(meeting.id.value, relation::mentions)) {
        if (lookup.model().find<Area>(relation->target.value))
            areas.insert(relation->target.value);
    }
    return areas;
}

QSet<Side> sidesOf(const Lookup &lookup, const Meeting &meeting)
{
    QSet<Side> sides;
    for (const Attendance *attendance : lookup.attendance(meeting.id)) {
        if (const Institution *institution = lookup.model().find(attendance->institution))
            sides.insert(institution->side);
    }
    for (const Head *head : lookup.heads(meeting.id))
        sides.insert(head->side);
    sides.remove(Side::Unknown);
    return sides;
}

/// Rounds gathered under the key of a lane.
using Gathered = QHash<QString, std::vector<const Meeting *>>;

Gathered gather(const Lookup &lookup, const LensScope &scope, TimelineContent &content)
{
    Gathered lanes;
    const bool byArea = content.kind == TimelineLanes::Area;
    for (const Dialogue *dialogue : scope.dialogues()) {
        const QSet<QString> ofDialogue = byArea ? areasOf(lookup, dialogue->id.value) : QSet<QString>();
        for (const Meeting *meeting : lookup.meetings(dialogue->id)) {
            QSet<QString> keys;
            if (byArea) {
                keys = areasOf(lookup, *meeting, ofDialogue);
            } else if (content.kind == TimelineLanes::Institution) {
                for (const Attendance *attendance : lookup.attendance(meeting->id))
                    keys.insert(scope.shownAs(attendance->institution.value));
            } else {
                for (const Side side : sidesOf(lookup, *meeting))
                    keys.insert(wordOf(side));
                if (keys.isEmpty())
                    keys.insert(QString());
            }
            bool placed = false;
            for (const QString &key : std::as_const(keys)) {
                if (content.kind != TimelineLanes::Side && !scope.holds(key))
                    continue;
                lanes[key].push_back(meeting);
                placed = true;
            }
            if (!placed && meeting->start.isKnown())
                content.unplaced.append(meeting->id.value);
        }
    }
    return lanes;
}

/// A lane with these rounds; false where none of them has a day.
bool fill(TimelineLane &lane, std::vector<const Meeting *> rounds)
{
    std::ranges::stable_sort(rounds, {}, [](const Meeting *meeting) { return meeting->start.isKnown() ? meeting->start.first() : QDate(9999, 12, 31); });
    for (const Meeting *meeting : rounds) {
        lane.rounds += meeting->status == MeetingStatus::Held ? 1 : 0;
        if (meeting->start.isKnown())
            lane.marks.push_back(timelineRound(*meeting, false));
    }
    return !lane.marks.empty();
}

void addAreaLanes(TimelineContent &content, const Lookup &lookup, const Gathered &gathered)
{
    std::vector<const Area *> areas;
    for (const Area &area : lookup.model().all<Area>()) {
        if (gathered.contains(area.id.value))
            areas.push_back(&area);
    }
    std::ranges::stable_sort(areas, {}, [](const Area *area) { return area->number.value_or(1000000); });
    for (const Area *area : areas) {
        TimelineLane lane;
        lane.record = area->id.value;
        lane.name = lookup.shortTitle(area->id.value);
        if (area->number)
            lane.name = tr("%1 · %2").arg(*area->number).arg(lane.name);
        lane.startsRung = content.lanes.empty();
        lane.rung = lane.startsRung ? tr("Areas") : QString();
        if (fill(lane, gathered.value(area->id.value)))
            content.lanes.push_back(std::move(lane));
    }
}

void addInstitutionLanes(TimelineContent &content, const Lookup &lookup, const Gathered &gathered)
{
    for (const Side side : {Side::Eu, Side::Rok, Side::Multilateral, Side::Third, Side::Unknown}) {
        std::vector<const Institution *> bodies;
        for (const Institution &institution : lookup.model().all<Institution>()) {
            if (institution.side == side && gathered.contains(institution.id.value))
                bodies.push_back(&institution);
        }
        std::ranges::stable_sort(bodies, std::greater(), [&](const Institution *body) { return gathered.value(body->id.value).size(); });
        bool starts = true;
        for (const Institution *body : bodies) {
            TimelineLane lane;
            lane.record = body->id.value;
            lane.name = lookup.shortTitle(body->id.value);
            if (!fill(lane, gathered.value(body->id.value)))
                continue;
            lane.startsRung = starts;
            lane.rung = starts ? sideWords(side) : QString();
            starts = false;
            content.lanes.push_back(std::move(lane));
        }
    }
}

void addSideLanes(TimelineContent &content, const Gathered &gathered)
{
    for (const Side side : {Side::Eu, Side::Rok, Side::Multilateral, Side::Third, Side::Unknown}) {
        TimelineLane lane;
        lane.name = sideWords(side);
        lane.startsRung = content.lanes.empty();
        lane.rung = lane.startsRung ? tr("Who took part") : QString();
        if (fill(lane, gathered.value(wordOf(side))))
            content.lanes.push_back(std::move(lane));
    }
}

/// The records whose lanes a commitment belongs to, by the kind of lanes.
QStringList lanesFor(const Lookup &lookup, const Commitment &commitment, TimelineLanes kind)
{
    QStringList records;
    const Meeting *meeting = lookup.model().find(commitment.meeting);
    const Clause *clause = lookup.model().find(commitment.clause);
    switch (kind) {
    case TimelineLanes::Dialogue:
        if (meeting)
            return {meeting->dialogue.value};
        records = {commitment.by.value, commitment.to.value};
        if (clause) {
            for (const Relation *relation : lookup.outgoing(clause->id.value, relation::names))
                records.append(relation->target.value);
        }
        break;
    case TimelineLanes::Area:
        if (clause && !clause->area.isEmpty())
            return {clause->area.value};
        if (meeting) {
            const QSet<QString> areas = areasOf(lookup, meeting->dialogue.value);
            records = QStringList(areas.begin(), areas.end());
        }
        break;
    case TimelineLanes::Institution:
        records = {commitment.by.value, commitment.to.value};
        break;
    case TimelineLanes::Side:
        for (const QString &body : {commitment.by.value, commitment.to.value}) {
            if (const Institution *institution = lookup.model().find<Institution>(body))
                records.append(sideWords(institution->side));
        }
        if (commitment.by.value.isEmpty()) // Both sides.
            records = {sideWords(Side::Eu), sideWords(Side::Rok)};
        break;
    }
    records.removeAll(QString());
    records.removeDuplicates();
    return records;
}

} // namespace

TimelineRound timelineRound(const Meeting &meeting, bool withOrdinal)
{
    TimelineRound round;
    round.record = meeting.id.value;
    round.first = meeting.start.first();
    round.partial = !meeting.start.isDay();
    round.last = round.partial                                               ? meeting.start.last()
                 : meeting.end.isDay() && meeting.end.first() >= round.first ? meeting.end.first()
                                                                             : round.first;
    round.ordinal = withOrdinal && meeting.ordinal ? QString::number(*meeting.ordinal) : QString();
    round.format = meeting.format;
    round.status = meeting.status;
    return round;
}

void addOtherLanes(TimelineContent &content, const Lookup &lookup, const LensScope &scope)
{
    const Gathered gathered = gather(lookup, scope, content);
    if (content.kind == TimelineLanes::Area)
        addAreaLanes(content, lookup, gathered);
    else if (content.kind == TimelineLanes::Institution)
        addInstitutionLanes(content, lookup, gathered);
    else
        addSideLanes(content, gathered);
}

void addCommitments(TimelineContent &content, const Lookup &lookup)
{
    QHash<QString, TimelineLane *> lanes;
    for (TimelineLane &lane : content.lanes)
        lanes.insert(lane.record.isEmpty() ? lane.name : lane.record, &lane);
    QHash<QString, std::vector<TimelineRound>> due;
    for (const Commitment &commitment : lookup.model().all<Commitment>()) {
        for (const QString &record : lanesFor(lookup, commitment, content.kind)) {
            if (!lanes.contains(record))
                continue;
            if (!commitment.due.isKnown()) {
                if (!content.undatedCommitments.contains(commitment.id.value))
                    content.undatedCommitments.append(commitment.id.value);
                continue;
            }
            TimelineRound mark;
            mark.record = commitment.id.value;
            mark.first = commitment.due.first();
            mark.last = commitment.due.last();
            mark.partial = !commitment.due.isDay();
            mark.isCommitment = true;
            mark.state = commitment.state;
            mark.overdue = commitment.state == CommitmentState::Open && content.asOf.isValid() && mark.last < content.asOf;
            due[record].push_back(mark);
        }
    }
    for (auto marks = due.begin(); marks != due.end(); ++marks) {
        std::ranges::stable_sort(*marks, {}, &TimelineRound::first);
        TimelineLane &lane = *lanes.value(marks.key());
        lane.marks.insert(lane.marks.end(), marks->begin(), marks->end());
    }
}

void addFlags(TimelineContent &content, const Lookup &lookup, const QString &chosen, const LensScope &scope)
{
    QSet<QString> wanted = {chosen};
    for (const Dialogue *dialogue : scope.dialogues()) {
        const auto hasPlace = [](const Meeting *meeting) { return meeting->start.isKnown(); };
        if (std::ranges::none_of(lookup.meetings(dialogue->id), hasPlace))
            continue;
        for (const QString &type : {relation::foundedBy, relation::basedOn}) {
            for (const Relation *relation : lookup.outgoing(dialogue->id.value, type)) {
                const Clause *clause = lookup.model().find<Clause>(relation->target.value);
                wanted.insert(clause ? clause->instrument.value : relation->target.value);
            }
        }
    }
    for (const Instrument &instrument : lookup.model().all<Instrument>()) {
        const bool shared =
            !instrument.abbreviation.isEmpty() && instrument.parties.contains(u"ROK"_s) && instrument.parties.contains(u"EU"_s);
        if (!wanted.contains(instrument.id.value) && !shared)
            continue;
        const QString name = lookup.shortTitle(instrument.id.value);
        const bool isChosen = instrument.id.value == chosen;
        const auto add = [&](const PartialDate &date, const QString &words, bool inForce) {
            if (date.isKnown())
                content.flags.push_back({instrument.id.value, date.first(), date.last(),
                                         date.isDay() ? words : tr("%1, %2").arg(words, date.toWords()), inForce, isChosen});
        };
        add(instrument.adopted,
            instrument.kind == "agreement"_L1 ? tr("%1 signed").arg(name)
            : isChosen                        ? tr("%1 adopted").arg(name)
                                              : name,
            false);
        if (instrument.inForce != instrument.adopted)
            add(instrument.inForce, tr("%1 in force").arg(name), true);
    }
    std::ranges::stable_sort(content.flags, {}, &TimelineFlag::date);
}

const TimelineRound *firstRound(const TimelineLane &lane)
{
    const auto found = std::ranges::find(lane.marks, false, &TimelineRound::isCommitment);
    return found == lane.marks.end() ? nullptr : &*found;
}

const TimelineRound *lastRound(const TimelineLane &lane)
{
    const TimelineRound *last = nullptr;
    for (const TimelineRound &mark : lane.marks)
        last = mark.isCommitment ? last : &mark;
    return last;
}

} // namespace entente::ui
