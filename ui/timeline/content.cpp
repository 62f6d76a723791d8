#include "ui/timeline/content.h"

#include "core/coverage/series.h"
#include "core/coverage/words.h"
#include "core/model/laneorder.h"
#include "core/model/relationtypes.h"
#include "core/network/firstview.h"

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

/// The records that are at most `hops` lines away from the focus, with the dialogues of their meetings.
QSet<QString> neighbourhood(const Lookup &lookup, const Lens &lens)
{
    QSet<QString> found = {lens.focus};
    if (const Meeting *meeting = lookup.model().find<Meeting>(lens.focus))
        found.insert(meeting->dialogue.value);
    QSet<QString> edge = found;
    for (int hop = 0; hop < lens.hops; ++hop) {
        QSet<QString> next;
        for (const QString &record : std::as_const(edge)) {
            for (const Relation *relation : lookup.outgoing(record))
                next.insert(relation->target.value);
            for (const Relation *relation : lookup.incoming(record))
                next.insert(relation->source.value);
            for (const Attendance *attendance : lookup.attendance(Id<Institution>(record))) {
                if (const Meeting *meeting = lookup.model().find(attendance->meeting))
                    next.insert(meeting->dialogue.value);
            }
        }
        edge = next - found;
        found += next;
    }
    return found;
}

/// The dialogues that a lens shows, in lane order.
std::vector<const Dialogue *> dialoguesInScope(const Lookup &lookup, const Lens &lens)
{
    std::vector<const Dialogue *> dialogues = laneOrder(lookup);
    QSet<QString> shown;
    if (lens.scope == Scope::FirstView) {
        const QStringList first = network::firstView(lookup, lens).dialogues;
        shown = QSet<QString>(first.begin(), first.end());
    } else if (lens.scope == Scope::Neighbourhood) {
        shown = neighbourhood(lookup, lens);
    }
    // A map without a first view shows all that it has.
    const bool everything = lens.scope == Scope::All || (lens.scope == Scope::FirstView && shown.isEmpty());
    std::erase_if(dialogues, [&](const Dialogue *dialogue) {
        const auto against = [&](const Filter &filter) { return filter.field == "level"_L1 && wordOf(dialogue->level) != filter.value; };
        return (!everything && !shown.contains(dialogue->id.value)) || std::ranges::any_of(lens.filters, against);
    });
    return dialogues;
}

/// Gaps of twice the stated rhythm, and ordinals between two rounds that nobody recorded, as the clock of the series tells them.
void addStretches(TimelineLane &lane, const coverage::Series &series)
{
    if (series.months) {
        for (const coverage::Gap &gap : series.gaps)
            lane.stretches.push_back(
                {gap.from.last(), gap.to.first(), false, tr("none for %1 months").arg(gap.months), tr("%1 months").arg(gap.months)});
    }
    const coverage::HeldRound *before = nullptr;
    for (const coverage::HeldRound &round : series.rounds) {
        if (!round.ordinal)
            continue;
        if (before) {
            std::vector<int> missing;
            std::ranges::copy_if(series.missingOrdinals, std::back_inserter(missing),
                                 [&](int ordinal) { return ordinal > *before->ordinal && ordinal < *round.ordinal; });
            if (!missing.empty()) {
                const QString numbers = coverage::rangesInWords(missing);
                lane.stretches.push_back(
                    {before->start.last(), round.start.first(), true,
                     missing.size() == 1 ? tr("round %1 not recorded").arg(numbers) : tr("rounds %1 not recorded").arg(numbers), numbers});
            }
        }
        before = &round;
    }
    if (series.nextDue.isValid())
        lane.nextDue = series.nextDue;
}

TimelineLane laneOf(const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf, TimelineContent &content)
{
    TimelineLane lane;
    lane.dialogue = dialogue.id.value;
    lane.name = laneName(dialogue);
    for (const Meeting *meeting : lookup.meetings(dialogue.id)) {
        if (meeting->status == MeetingStatus::Held)
            ++lane.rounds;
        if (!meeting->start.isKnown()) {
            content.undated.append(meeting->id.value);
            continue;
        }
        TimelineRound round;
        round.meeting = meeting->id.value;
        round.first = meeting->start.first();
        round.partial = !meeting->start.isDay();
        round.last = round.partial                                                 ? meeting->start.last()
                     : meeting->end.isDay() && meeting->end.first() >= round.first ? meeting->end.first()
                                                                                   : round.first;
        round.ordinal = meeting->ordinal ? QString::number(*meeting->ordinal) : QString();
        round.format = meeting->format;
        round.status = meeting->status;
        ++content.roundsByYear[round.first.year()];
        content.first = content.first.isValid() ? std::min(content.first, round.first) : round.first;
        content.last = std::max(content.last, round.last);
        lane.marks.push_back(round);
    }
    addStretches(lane, coverage::seriesOf(lookup, dialogue, asOf));
    if (lane.nextDue)
        content.last = std::max(content.last, *lane.nextDue);
    return lane;
}

void addSuccessions(TimelineContent &content, const Lookup &lookup)
{
    for (std::size_t i = 0; i < content.lanes.size(); ++i) {
        for (const Relation *relation : lookup.outgoing(content.lanes[i].dialogue, relation::succeededBy)) {
            for (std::size_t j = 0; j < content.lanes.size(); ++j) {
                if (content.lanes[j].dialogue != relation->target.value || content.lanes[i].marks.empty() || content.lanes[j].marks.empty())
                    continue;
                content.successions.push_back({int(i), int(j)});
                content.lanes[i].nextDue.reset(); // Its successor carries the rhythm on.
            }
        }
    }
}

void addSameDays(TimelineContent &content)
{
    std::map<QDate, std::pair<int, int>> days;
    for (std::size_t i = 0; i < content.lanes.size(); ++i) {
        for (const TimelineRound &round : content.lanes[i].marks) {
            if (round.partial)
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

/// The chosen instrument, those on which the dialogues of the lanes rest, and those with a short name that both sides agreed.
void addFlags(TimelineContent &content, const Lookup &lookup, const QString &chosen)
{
    QSet<QString> wanted = {chosen};
    for (const TimelineLane &lane : content.lanes) {
        for (const QString &type : {relation::foundedBy, relation::basedOn}) {
            for (const Relation *relation : lookup.outgoing(lane.dialogue, type)) {
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
        const bool agreement = instrument.kind == "agreement"_L1;
        const bool isChosen = instrument.id.value == chosen;
        if (instrument.adopted.isDay())
            content.flags.push_back({instrument.id.value, instrument.adopted.first(),
                                     agreement  ? tr("%1 signed").arg(name)
                                     : isChosen ? tr("%1 adopted").arg(name)
                                                : name,
                                     false, isChosen});
        if (instrument.inForce.isDay() && instrument.inForce != instrument.adopted)
            content.flags.push_back({instrument.id.value, instrument.inForce.first(), tr("%1 in force").arg(name), true, isChosen});
    }
    std::ranges::stable_sort(content.flags, {}, &TimelineFlag::date);
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
    content.asOf = lens.asOf;
    content.last = lens.asOf;
    std::optional<Rung> rung;
    for (const Dialogue *dialogue : dialoguesInScope(lookup, lens)) {
        TimelineLane lane = laneOf(lookup, *dialogue, lens.asOf, content);
        content.rounds += lane.rounds;
        if (lane.marks.empty()) {
            content.dialoguesWithoutRound += lane.rounds == 0 ? 1 : 0;
            continue;
        }
        const Rung own = rungOf(dialogue->level);
        lane.startsRung = rung != own;
        if (lane.startsRung)
            lane.rung = rungWords(own);
        rung = own;
        content.lanes.push_back(std::move(lane));
    }
    addSuccessions(content, lookup);
    addSameDays(content);
    addFlags(content, lookup, chosenInstrument(lookup.model(), lens).value);
    return content;
}

QString countsInWords(const TimelineContent &content, const QDate &rangeStart, bool brief)
{
    int earlier = 0;
    for (const TimelineLane &lane : content.lanes)
        earlier += int(std::ranges::count_if(lane.marks, [&](const TimelineRound &round) { return round.last < rangeStart; }));
    QStringList parts;
    if (!brief)
        parts << (content.rounds == 1 ? tr("1 round in 1 lane")
                                      : tr("%1 rounds in %2 lanes").arg(content.rounds).arg(content.lanes.size()));
    if (earlier > 0)
        parts << (brief ? tr("%1 before %2") : tr("%1 before %2 counted at the left")).arg(earlier).arg(rangeStart.year());
    parts << tr("%1 undated").arg(content.undated.size());
    if (const int without = content.dialoguesWithoutRound; without == 1)
        parts << (brief ? tr("1 dialogue without a round") : tr("1 dialogue has no round and no lane"));
    else if (without > 1)
        parts << (brief ? tr("%1 dialogues without a round") : tr("%1 dialogues have no round and no lane")).arg(without);
    return parts.join(u" · "_s);
}

} // namespace entente::ui
