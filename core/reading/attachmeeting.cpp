#include "core/reading/attachmeeting.h"

#include "core/base/text.h"
#include "core/reading/steps.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// Same person written otherwise: `Youn Jong-kwon`, `YOUN Jong Kwon`; `Enrique Mora`, `Enrique Mora Benavente`.
bool sameName(const QString &one, const QString &other)
{
    const auto plain = [](const QString &name) { return folded(name).remove(u'-').remove(u' ').remove(u'.'); };
    const QString left = plain(one);
    const QString right = plain(other);
    const bool twoWords = one.contains(u' ') && other.contains(u' ');
    return left == right || (twoWords && (folded(one).startsWith(folded(other) + u' ') || folded(other).startsWith(folded(one) + u' ')));
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

/// Whose head it is where the text does not say: the person's side, or that of the body in the title.
Side sideOfHead(const Attachment &a, const Id<Person> &person, const QString &title)
{
    if (const Person *known = a.lookup.model().find(person); known && known->side != Side::Unknown)
        return known->side;
    std::vector<KnownName> institutions;
    std::ranges::copy_if(a.names, std::back_inserter(institutions), [](const KnownName &name) { return name.kind == "institution"_L1; });
    Side side = Side::Unknown;
    for (const auto &found : NameFinder(institutions).find(title)) {
        const Institution *institution = a.lookup.model().find<Institution>(found.record);
        if (institution && !found.ambiguous && (institution->side == Side::Eu || institution->side == Side::Rok))
            side = institution->side;
    }
    return side;
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

/// A Korean body as a list writes it: without spaces, with or without whose it is (`대외관계청`, `유럽연합 대외관계청`; `주한EU대표부`).
/// Nothing where two are called so.
QString koreanBody(const std::vector<KnownName> &institutions, const QString &words)
{
    const auto plain = [](QString name) {
        static const QRegularExpression marks(uR"([\s·∙‧ㆍ・]|\([^()]*\))"_s);
        static const QRegularExpression owner(u"^(?:EU|한국|대한민국)(?=.{3,})"_s);
        return name.remove(marks).replace(u"유럽연합"_s, u"EU"_s).remove(owner);
    };
    QSet<QString> records;
    for (const KnownName &name : institutions) {
        if (isKorean(name.text) && plain(name.text) == plain(words))
            records.insert(name.record);
    }
    return records.size() == 1 ? *records.begin() : QString();
}

} // namespace

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
    const auto meetings = a.lookup.meetings(dialogue->id);
    for (const Meeting *meeting : meetings) {
        // The same number on another date is another round: series are counted anew, and texts are put in the wrong place. A planned one
        // may be held on another day.
        const bool otherDate = read.start.isKnown() && meeting->start.isKnown() && meeting->status != MeetingStatus::Planned &&
                               read.status == "held"_L1 && !mayBeOneDate(read.start, meeting->start);
        if (read.ordinal && meeting->ordinal == read.ordinal && !otherDate)
            return meeting;
    }
    for (const Meeting *meeting : meetings) {
        const bool otherNumber = read.ordinal && meeting->ordinal && meeting->ordinal != read.ordinal;
        if (otherNumber || !read.start.isKnown() || !meeting->start.isKnown() || !mayBeOneDate(read.start, meeting->start))
            continue;
        // Near in time, but not the same day and another town: another meeting.
        const bool sameDay = read.start.first() <= meeting->start.last() && meeting->start.first() <= read.start.last();
        const bool otherTown = !read.place.isEmpty() && !meeting->place.isEmpty() && folded(read.place) != folded(meeting->place);
        if (sameDay || !otherTown)
            return meeting;
    }
    return nullptr;
}

Meeting completed(Meeting meeting, const ReadMeeting &read)
{
    const MeetingStatus said = fromWord<MeetingStatus>(read.status).value_or(MeetingStatus::Held);
    if (meeting.id.isEmpty()) {
        meeting.status = said;
    } else if (meeting.status == MeetingStatus::Planned) {
        // What was planned is overtaken by what is told of it.
        meeting.status = said;
        if (read.start.isKnown()) {
            meeting.start = read.start;
            meeting.end = read.end;
        }
        if (said == MeetingStatus::Held && !read.place.isEmpty())
            meeting.place = read.place;
    }
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

QString meetingKey(const Attachment &a, const Meeting &meeting)
{
    const QString &dialogue = meeting.dialogue.value;
    const QString key = u"mtg-"_s + (dialogue.startsWith("dlg-"_L1) ? dialogue.mid(4) : dialogue) + u'-' +
                        (meeting.ordinal           ? QString::number(*meeting.ordinal).rightJustified(2, u'0')
                         : meeting.start.isKnown() ? meeting.start.toIso()
                                                   : a.document.hash.left(8));
    return a.lookup.model().contains(key) ? key + u'-' + a.document.hash.left(6) : key;
}

std::vector<model::Head> newHeads(const Attachment &a, const Id<Meeting> &meeting)
{
    std::vector<model::Head> heads;
    const auto present = a.lookup.heads(meeting);
    int position = int(present.size());
    for (const Head &read : a.read.meeting->heads) {
        model::Head head;
        head.meeting = meeting;
        head.person = personNamed(a.lookup, read.name);
        head.side = fromWord<Side>(read.side).value_or(Side::Unknown);
        if (head.side == Side::Unknown)
            head.side = sideOfHead(a, head.person, read.title);
        const bool known = std::ranges::any_of(present, [&](const model::Head *other) {
            // The other language writes a name in other letters: who leads a side is there already.
            const bool otherLetters = isKorean(other->name) != isKorean(read.name) && other->side == head.side;
            return sameName(other->name, read.name) || otherLetters || (!head.person.isEmpty() && other->person == head.person);
        });
        if (known || read.name.isEmpty())
            continue;
        head.position = position++;
        head.name = read.name;
        head.title = read.title;
        head.id.value = contentKey(u"head"_s, {meeting.value, wordOf(head.side), head.name, head.title});
        heads.push_back(head);
    }
    return heads;
}

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
        std::vector<NameFinder::Found> named = finder.find(words);
        if (named.empty() && isKorean(words)) {
            if (const QString record = koreanBody(institutions, words); !record.isEmpty())
                named.push_back({record, u"institution"_s, 0, words.size(), false, false});
        }
        for (const auto &found : named) {
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

void proposeRows(Attachment &a, Suggestion suggestion, const ChangeSet &rows, const QStringList &key)
{
    suggestion.document = a.document.id;
    suggestion.proposal = QString::fromUtf8(QJsonDocument(rows.toJson()).toJson(QJsonDocument::Compact));
    suggestion.id.value = contentKey(u"sug"_s, key);
    // The same words about the same meeting give the same key: what was decided stays decided when the text comes again.
    if (const Suggestion *known = a.lookup.model().find(suggestion.id)) {
        if (known->state != SuggestionState::Open)
            return;
        suggestion.id.value = contentKey(u"sug"_s, key + QStringList{a.document.id.value});
        if (a.lookup.model().find(suggestion.id))
            return;
    }
    const auto &added = a.report.changes.changes<Suggestion>();
    if (std::ranges::none_of(added, [&](const Change<Suggestion> &change) { return change.after->id == suggestion.id; }))
        a.report.changes.add(suggestion);
}

} // namespace entente::reading
