#include "core/reading/attachmeeting.h"

#include "core/base/text.h"
#include "core/model/recordjson.h"
#include "core/reading/links.h"
#include "core/reading/readout.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

QJsonObject meetingJson(const Attachment &a, const Meeting &meeting, const std::vector<model::Head> &heads,
                        const std::vector<Attendance> &attendances)
{
    Model model = a.lookup.model();
    model.table<Meeting>().put(meeting);
    for (const model::Head &head : heads)
        model.table<model::Head>().put(head);
    for (const Attendance &attendance : attendances)
        model.table<Attendance>().put(attendance);
    QJsonObject json = recordJson(Lookup(model), meeting.id.value);
    json.insert(u"readout"_s, a.document.id.value);
    return json;
}

/// A meeting that the map does not have, or what the text adds to one that it has: a suggestion that carries the rows.
void proposeMeeting(Attachment &a, const Dialogue &dialogue, bool dialogueIsNew, const Meeting *known, const Meeting &meeting,
                    const std::vector<model::Head> &heads, const std::vector<Attendance> &attendances, const QString &reason)
{
    ChangeSet rows;
    if (dialogueIsNew)
        rows.add(dialogue);
    // Accepting needs the meeting's row also where nothing of it changes: it says whose read-out the text is.
    if (known)
        rows.changes<Meeting>().push_back({*known, meeting});
    else
        rows.add(meeting);
    QStringList key{u"meeting"_s, meeting.id.value};
    for (const model::Head &head : heads) {
        rows.add(head);
        key += head.id.value;
    }
    for (const Attendance &attendance : attendances) {
        rows.add(attendance);
        key += attendance.id.value;
    }
    if (known)
        key += {meeting.start.toIso(), meeting.end.toIso(), meeting.place, wordOf(meeting.format), wordOf(meeting.status)};
    Suggestion suggestion;
    suggestion.kind = u"meeting"_s;
    const auto first =
        std::ranges::find_if(a.read.blocks, [](const Block &block) { return block.role == Role::Unit || block.role == Role::Prose; });
    if (first != a.read.blocks.end()) {
        suggestion.label = first->label;
        suggestion.quote = first->text;
    }
    if (!dialogueIsNew)
        suggestion.target = dialogue.id;
    suggestion.score = 1;
    suggestion.reason = reason;
    proposeRows(a, suggestion, rows, key);
}

} // namespace

Result<void> attachReadout(Attachment &a, Progress &progress)
{
    const PlacedDialogue placed = findDialogue(a);
    const Dialogue *dialogue = placed.dialogue;
    const Meeting *known = findMeeting(a, dialogue);
    if (known)
        dialogue = a.lookup.model().find(known->dialogue);
    Dialogue unknownDialogue;
    const bool unclear = !dialogue && placed.candidates.size() > 1;
    if (unclear) {
        QStringList names;
        for (const Dialogue *candidate : placed.candidates)
            names += tr("“%1” (%2)").arg(candidate->nameEn, candidate->id.value);
        a.report.notices += tr("The text may mean %1; import it again and say with --into which one met.").arg(sentenceList(names));
    }
    const bool dialogueIsNew = !dialogue && !unclear && a.read.meeting && !simplified(a.read.meeting->dialogueWords).isEmpty();
    if (dialogueIsNew) {
        unknownDialogue = newDialogue(a);
        dialogue = &unknownDialogue;
        a.report.unknownNames.emplace_back(unknownDialogue.nameEn, u"1"_s);
        a.report.notices +=
            tr("The map has no dialogue “%1”; it is proposed as a new one. If it is there under another name, import again with --into.")
                .arg(unknownDialogue.nameEn);
        if (placed.like)
            a.report.notices += tr("“%1” (%2) is called alike; if that is meant, import again with --into %2.")
                                    .arg(placed.like->nameEn, placed.like->id.value);
    }
    Meeting meeting;
    std::vector<model::Head> heads;
    std::vector<Attendance> attendances;
    bool proposed = false;
    if (known) {
        meeting = a.read.meeting ? completed(*known, *a.read.meeting) : *known;
        a.document.meeting = known->id;
    } else if (a.read.meeting && dialogue) {
        meeting = completed({}, *a.read.meeting);
        meeting.dialogue = dialogue->id;
        meeting.id.value = meetingKey(a, meeting);
        proposed = true;
    }
    if (known || proposed) {
        if (a.read.meeting) {
            heads = newHeads(a, meeting.id);
            attendances = newAttendances(a, meeting.id);
        }
        a.report.meeting = meeting;
        a.report.meetingIsKnown = known != nullptr;
        a.report.meetingJson = meetingJson(a, meeting, heads, attendances);
        if (proposed) {
            const QString name = dialogueIsNew ? dialogue->nameEn : a.lookup.shortTitle(dialogue->id.value);
            proposeMeeting(a, *dialogue, dialogueIsNew, nullptr, meeting, heads, attendances,
                           (meeting.status == MeetingStatus::Held ? tr("The text tells of a round of %1 that the map does not have: %2.")
                            : meeting.status == MeetingStatus::Planned
                                ? tr("The text announces a round of %1 that the map does not have: %2.")
                                : tr("The text says that a round of %1 was called off: %2."))
                               .arg(name, meeting.start.isKnown() ? meeting.start.toWords() : tr("date not known")));
        } else if (!(meeting == *known) || !heads.empty() || !attendances.empty()) {
            QStringList additions;
            for (const model::Head &head : heads)
                additions += head.name;
            for (const Attendance &attendance : attendances)
                additions += a.lookup.shortTitle(attendance.institution.value);
            if (!(meeting == *known))
                additions +=
                    meeting.status != known->status ? tr("that it is %1").arg(wordOf(meeting.status)) : tr("details of time and place");
            proposeMeeting(a, *dialogue, false, known, meeting, heads, attendances,
                           tr("The text adds to the record of this round: %1.").arg(sentenceList(additions)));
        }
        for (const model::Head &head : heads) {
            if (head.person.isEmpty())
                a.report.unknownNames.emplace_back(head.name, u"1"_s);
        }
        if (a.read.meeting && dialogue) {
            if (!a.read.meeting->start.isKnown() && meeting.start.isKnown()) {
                // The record knows the day that the text leaves out: now it can be told what lies ahead of it.
                ReadMeeting dated = *a.read.meeting;
                dated.start = meeting.start;
                dated.end = meeting.end.isKnown() ? meeting.end : meeting.start;
                readFollowUps(a.read.blocks, dated);
                a.report.followUps = dated.followUps;
                a.report.nextRound = dated.nextRound;
            }
            if (a.report.nextRound)
                proposeNextRound(a, *a.report.nextRound, *dialogue, dialogueIsNew, meeting);
            proposeCommitments(a, a.report.followUps, meeting);
        }
    } else if (!unclear) {
        a.report.notices += tr("Nobody could tell which dialogue met here; say --into with the meeting or the dialogue.");
    }
    if (known && a.read.meeting && a.read.meeting->start.isKnown() && known->start.isKnown() &&
        !mayBeOneDate(a.read.meeting->start, known->start)) {
        a.report.notices += tr("The text says %1, the record %2 says %3; check that this is the right round.")
                                .arg(a.read.meeting->start.toWords(), known->id.value, known->start.toWords());
    }
    if (a.read.meeting && !meeting.start.isKnown())
        a.report.notices +=
            a.read.meeting->dateWords.isEmpty()
                ? tr("The text gives no date for this round; import it again with --date before you accept it.")
                : tr("The text says “%1” without a year; import it again with --date before you accept it.").arg(a.read.meeting->dateWords);
    if (a.read.meeting && a.read.meeting->dateYearInferred && meeting.start.isKnown())
        a.report.notices += tr("The text gives no year; %1 fits the weekday.").arg(meeting.start.toWords());
    if (!a.document.date.isKnown() && meeting.start.isKnown() && a.read.kind == Kind::Readout)
        a.document.date = meeting.start;
    if (a.read.kind != Kind::Readout)
        return {}; // What is only announced was not talked about yet.
    LinkPlace place;
    place.document = a.document.id;
    if (dialogue && !dialogueIsNew)
        place.dialogue = dialogue->id;
    if (known)
        place.meeting = known->id;
    else if (proposed)
        place.proposedMeeting = meeting.id.value;
    place.heldOn = known ? known->start : meeting.start;
    for (const auto &institution : a.report.meetingJson.value(u"institutions"_s).toArray())
        place.institutions.insert(institution.toString());
    const ChangeSet links = proposeLinks(a.lookup, a.read, a.names, place, progress);
    for (const auto &change : links.changes<Suggestion>())
        a.report.changes.changes<Suggestion>().push_back(change);
    return {};
}

} // namespace entente::reading
