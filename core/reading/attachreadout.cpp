#include "core/reading/attach.h"

#include "core/base/text.h"
#include "core/model/recordjson.h"
#include "core/model/edits.h"
#include "core/reading/links.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

/// The dialogue that the words name, by the longest name found in them.
const Dialogue *findDialogue(const Attachment &a)
{
    const Model &model = a.lookup.model();
    if (const Dialogue *asked = model.find<Dialogue>(a.options.into))
        return asked;
    if (!a.read.meeting)
        return nullptr;
    std::vector<KnownName> dialogues;
    std::ranges::copy_if(a.names, std::back_inserter(dialogues), [](const KnownName &name) { return name.kind == "dialogue"_L1; });
    const Dialogue *best = nullptr;
    qsizetype longest = 0;
    const auto look = [&](const QString &text) {
        for (const auto &found : NameFinder(dialogues).find(text)) {
            if (found.length > longest && !found.ambiguous) {
                longest = found.length;
                best = model.find<Dialogue>(found.record);
            }
        }
    };
    look(a.read.meeting->dialogueWords);
    if (best)
        return best;
    look(a.document.title);
    return best;
}

/// Whether two dates may mean the same meeting: a day of one within a week of a day of the other (time zones, misprints).
bool mayBeOneDate(const PartialDate &one, const PartialDate &other)
{
    return one.first().addDays(-7) <= other.last() && other.first().addDays(-7) <= one.last();
}

const Meeting *findMeeting(const Attachment &a, const Dialogue *dialogue)
{
    if (const Meeting *asked = a.lookup.model().find<Meeting>(a.options.into))
        return asked;
    if (!dialogue || !a.read.meeting)
        return nullptr;
    const ReadMeeting &read = *a.read.meeting;
    const auto sameDay = [&](const Meeting &meeting) {
        return read.start.isKnown() && meeting.start.isKnown() && mayBeOneDate(read.start, meeting.start);
    };
    for (const Meeting *meeting : a.lookup.meetings(dialogue->id)) {
        // The same number on another date is another round: series are counted anew, and texts are put in the wrong place.
        const bool otherDate = read.start.isKnown() && meeting->start.isKnown() && !mayBeOneDate(read.start, meeting->start);
        if (read.ordinal && meeting->ordinal == read.ordinal && !otherDate)
            return meeting;
    }
    for (const Meeting *meeting : a.lookup.meetings(dialogue->id)) {
        const bool otherNumber = read.ordinal && meeting->ordinal && meeting->ordinal != read.ordinal;
        if (sameDay(*meeting) && !otherNumber)
            return meeting;
    }
    return nullptr;
}

/// Fills what the record does not know yet; nothing that it knows is changed.
Meeting completed(Meeting meeting, const ReadMeeting &read)
{
    if (!meeting.ordinal)
        meeting.ordinal = read.ordinal;
    if (!meeting.start.isDay() && read.start.isDay())
        meeting.start = read.start;
    if (!meeting.end.isDay() && read.end.isDay())
        meeting.end = read.end;
    if (meeting.place.isEmpty())
        meeting.place = read.place;
    if (meeting.format == MeetingFormat::Unknown)
        meeting.format = fromWord<MeetingFormat>(read.format).value_or(MeetingFormat::Unknown);
    return meeting;
}

/// Same person written otherwise: `Youn Jong-kwon`, `YOUN Jong Kwon`.
bool sameName(const QString &one, const QString &other)
{
    const auto plain = [](const QString &name) { return folded(name).remove(u'-').remove(u' ').remove(u'.'); };
    return plain(one) == plain(other);
}

Id<Person> personNamed(const Lookup &lookup, const QString &name)
{
    for (const Person &person : lookup.model().all<Person>()) {
        if (sameName(person.nameEn, name) || sameName(person.nameKo, name))
            return person.id;
        for (const Name *alias : lookup.names(person.id.value)) {
            if (sameName(alias->text, name))
                return person.id;
        }
    }
    return {};
}

/// The heads that the record does not have yet.
std::vector<model::Head> newHeads(const Attachment &a, const Id<Meeting> &meeting)
{
    std::vector<model::Head> heads;
    const auto present = a.lookup.heads(meeting);
    int position = int(present.size());
    for (const Head &read : a.read.meeting->heads) {
        const bool known = std::ranges::any_of(present, [&](const model::Head *head) { return sameName(head->name, read.name); });
        if (known || read.name.isEmpty())
            continue;
        model::Head head;
        head.meeting = meeting;
        head.side = fromWord<Side>(read.side).value_or(Side::Unknown);
        head.position = position++;
        head.name = read.name;
        head.title = read.title;
        head.person = personNamed(a.lookup, read.name);
        head.id.value = contentKey(u"head"_s, {meeting.value, wordOf(head.side), head.name, head.title});
        heads.push_back(head);
    }
    return heads;
}

/// "The Service's Centre": the centre was there, the service only owns it. True where the text has the name in no other way.
bool isOnlyOwner(const ReadDocument &read, const QString &name)
{
    bool seen = false;
    for (const Block &block : read.blocks) {
        for (qsizetype at = block.text.indexOf(name); at >= 0; at = block.text.indexOf(name, at + 1)) {
            const QChar next = block.text.size() > at + name.size() ? block.text[at + name.size()] : QChar();
            if (next != u'’' && next != u'\'')
                return false;
            seen = true;
        }
    }
    return seen;
}

/// The institutions that the text counts among the participants and the record does not have yet.
std::vector<Attendance> newAttendances(const Attachment &a, const Id<Meeting> &meeting)
{
    std::vector<KnownName> institutions;
    std::ranges::copy_if(a.names, std::back_inserter(institutions), [](const KnownName &name) { return name.kind == "institution"_L1; });
    const NameFinder finder(institutions);
    QSet<QString> seen;
    for (const Attendance *attendance : a.lookup.attendance(meeting))
        seen.insert(attendance->institution.value);
    std::vector<Attendance> attendances;
    for (const QString &words : a.read.meeting->institutionsWords) {
        for (const auto &found : finder.find(words)) {
            const Institution *institution = a.lookup.model().find<Institution>(found.record);
            if (!institution || found.ambiguous || seen.contains(found.record))
                continue;
            if (isOnlyOwner(a.read, words.mid(found.offset, found.length)))
                continue;
            // The two parties are there by definition.
            if (institution->side == Side::Unknown || found.record == "eu"_L1 || found.record == "rok"_L1)
                continue;
            seen.insert(found.record);
            Attendance attendance;
            attendance.meeting = meeting;
            attendance.institution.value = found.record;
            attendance.id.value = contentKey(u"att"_s, {meeting.value, found.record});
            attendances.push_back(attendance);
        }
    }
    return attendances;
}

QJsonObject meetingJson(const Attachment &a, const Meeting &meeting, const std::vector<model::Head> &heads, const std::vector<Attendance> &attendances)
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

/// A series that the map does not have, called as the text calls it.
Dialogue newDialogue(const Attachment &a)
{
    Dialogue dialogue;
    dialogue.nameEn = simplified(a.read.meeting->dialogueWords);
    const QString base = u"dlg-"_s + slug(dialogue.nameEn).left(40);
    dialogue.id.value = base;
    for (int number = 2; a.lookup.model().contains(dialogue.id.value); ++number)
        dialogue.id.value = base + u'-' + QString::number(number);
    return dialogue;
}

/// A meeting that the map does not have, or what the text adds to one that it has: a suggestion that carries the rows.
void proposeMeeting(Attachment &a, const Dialogue &dialogue, bool dialogueIsNew, const Meeting &meeting, const std::vector<model::Head> &heads,
                    const std::vector<Attendance> &attendances, const QString &reason)
{
    ChangeSet rows;
    if (dialogueIsNew)
        rows.add(dialogue);
    rows.add(meeting);
    for (const model::Head &head : heads)
        rows.add(head);
    for (const Attendance &attendance : attendances)
        rows.add(attendance);
    Suggestion suggestion;
    suggestion.kind = u"meeting"_s;
    suggestion.document = a.document.id;
    const auto first = std::ranges::find_if(a.read.blocks, [](const Block &block) { return block.role == Role::Unit || block.role == Role::Prose; });
    if (first != a.read.blocks.end()) {
        suggestion.label = first->label;
        suggestion.quote = first->text;
    }
    if (!dialogueIsNew)
        suggestion.target = dialogue.id;
    suggestion.score = 1;
    suggestion.reason = reason;
    suggestion.proposal = QString::fromUtf8(QJsonDocument(rows.toJson()).toJson(QJsonDocument::Compact));
    suggestion.id.value = contentKey(u"sug"_s, {u"meeting"_s, meeting.id.value, a.document.id.value});
    a.report.changes.add(suggestion);
}

} // namespace

Result<void> attachReadout(Attachment &a, Progress &progress)
{
    const Dialogue *dialogue = findDialogue(a);
    const Meeting *known = findMeeting(a, dialogue);
    if (known)
        dialogue = a.lookup.model().find(known->dialogue);
    Dialogue unknownDialogue;
    const bool dialogueIsNew = !dialogue && a.read.meeting && !simplified(a.read.meeting->dialogueWords).isEmpty();
    if (dialogueIsNew) {
        unknownDialogue = newDialogue(a);
        dialogue = &unknownDialogue;
        a.report.unknownNames.emplace_back(unknownDialogue.nameEn, u"1"_s);
        a.report.notices += tr("The map has no dialogue “%1”; it is proposed as a new one. If it is there under another name, import again with --into.")
                                .arg(unknownDialogue.nameEn);
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
        QString key = dialogue->id.value.startsWith("dlg-"_L1) ? dialogue->id.value.mid(4) : dialogue->id.value;
        key = u"mtg-"_s + key + u'-'
              + (meeting.ordinal ? QString::number(*meeting.ordinal).rightJustified(2, u'0')
                 : meeting.start.isKnown() ? meeting.start.toIso()
                                           : a.document.hash.left(8));
        meeting.id.value = a.lookup.model().contains(key) ? key + u'-' + a.document.hash.left(6) : key;
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
            proposeMeeting(a, *dialogue, dialogueIsNew, meeting, heads, attendances,
                           tr("The text tells of a round of %1 that the map does not have: %2.")
                               .arg(name, meeting.start.isKnown() ? meeting.start.toWords() : tr("date not known")));
        } else if (!(meeting == *known) || !heads.empty() || !attendances.empty()) {
            QStringList additions;
            for (const model::Head &head : heads)
                additions += head.name;
            for (const Attendance &attendance : attendances)
                additions += a.lookup.shortTitle(attendance.institution.value);
            if (!(meeting == *known))
                additions += tr("details of time and place");
            proposeMeeting(a, *dialogue, false, meeting, heads, attendances, tr("The text adds to the record of this round: %1.").arg(sentenceList(additions)));
        }
        for (const model::Head &head : heads) {
            if (head.person.isEmpty())
                a.report.unknownNames.emplace_back(head.name, u"1"_s);
        }
    } else {
        a.report.notices += tr("Nobody could tell which dialogue met here; say --into with the meeting or the dialogue.");
    }
    if (known && a.read.meeting && a.read.meeting->start.isKnown() && known->start.isKnown() && !mayBeOneDate(a.read.meeting->start, known->start)) {
        a.report.notices += tr("The text says %1, the record %2 says %3; check that this is the right round.")
                                .arg(a.read.meeting->start.toWords(), known->id.value, known->start.toWords());
    }
    if (a.read.meeting && !meeting.start.isKnown())
        a.report.notices += a.read.meeting->dateWords.isEmpty()
                                ? tr("The text gives no date for this round; import it again with --date before you accept it.")
                                : tr("The text says “%1” without a year; import it again with --date before you accept it.").arg(a.read.meeting->dateWords);
    if (a.read.meeting && a.read.meeting->dateYearInferred && meeting.start.isKnown())
        a.report.notices += tr("The text gives no year; %1 fits the weekday.").arg(meeting.start.toWords());
    if (!a.document.date.isKnown() && meeting.start.isKnown())
        a.document.date = meeting.start;
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
