#include "core/reading/attachmeeting.h"

#include "core/base/text.h"
#include "core/model/edits.h"

#include <QCoreApplication>

#include <algorithm>

/// What a read-out says comes next: the next round as a planned meeting, the agreed steps as commitments. Each is a suggestion of its own
/// that carries its rows; a commitment names the meeting that it was made at, which may itself still wait for acceptance.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestSummary = 240; // in characters

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

/// The record that stands for a whole side: the European Union, the Republic of Korea.
AnyId partyOf(const Attachment &a, const QString &side)
{
    static const QStringList names = {u"European Union"_s, u"EU"_s,          u"유럽연합"_s, u"Republic of Korea"_s, u"ROK"_s,
                                      u"대한민국"_s,       u"South Korea"_s, u"Korea"_s};
    const auto wanted = fromWord<Side>(side);
    if (side.isEmpty() || !wanted)
        return {};
    for (const Institution &institution : a.lookup.model().all<Institution>()) {
        if (institution.side == *wanted &&
            (names.contains(institution.nameEn) || names.contains(institution.abbreviation) || names.contains(institution.nameKo)))
            return institution.id;
    }
    return {};
}

/// The body that the words make responsible, else the whole side.
AnyId promiser(const Attachment &a, const FollowUp &followUp)
{
    if (followUp.by.isEmpty())
        return {};
    std::vector<KnownName> bodies;
    std::ranges::copy_if(a.names, std::back_inserter(bodies), [](const KnownName &name) { return name.kind == "institution"_L1; });
    qsizetype longest = 0;
    AnyId found;
    for (const auto &name : NameFinder(bodies).find(followUp.byWords)) {
        if (!name.ambiguous && name.length > longest) {
            longest = name.length;
            found.value = name.record;
        }
    }
    return found.isEmpty() ? partyOf(a, followUp.by) : found;
}

QString sideInWords(const QString &side)
{
    return side == "EU"_L1 ? tr("the EU side") : tr("the Korean side");
}

QString summaryOf(const FollowUp &followUp)
{
    QString summary = simplified(followUp.words);
    if (summary.size() > LongestSummary)
        summary = summary.left(LongestSummary - 1).trimmed() + u'…';
    if (!summary.isEmpty())
        summary[0] = summary[0].toUpper();
    return summary;
}

/// The round in the map that the text may mean: by its number, else a planned one on such a date.
const Meeting *knownRound(const Attachment &a, const Dialogue &dialogue, const Meeting &round, const Meeting &thisRound)
{
    for (const Meeting *meeting : a.lookup.meetings(dialogue.id)) {
        if (meeting->id == thisRound.id)
            continue;
        if (round.ordinal && meeting->ordinal == round.ordinal)
            return meeting;
        const bool numbered = round.ordinal && meeting->ordinal;
        if (!numbered && round.start.isKnown() && meeting->start.isKnown() && mayBeOneDate(round.start, meeting->start))
            return meeting;
    }
    return nullptr;
}

} // namespace

void proposeNextRound(Attachment &a, const NextRound &next, const Dialogue &dialogue, bool dialogueIsNew, const Meeting &meeting)
{
    if (!next.start.isKnown() && next.place.isEmpty() && next.host.isEmpty() && !next.ordinal)
        return;
    Meeting round;
    round.dialogue = dialogue.id;
    round.status = MeetingStatus::Planned;
    round.ordinal = next.ordinal;
    if (!round.ordinal && meeting.ordinal)
        round.ordinal = *meeting.ordinal + 1;
    round.start = next.start;
    round.end = next.end;
    round.place = next.place;
    if (round.place.isEmpty() && !next.host.isEmpty())
        round.notes = tr("To be hosted by %1.").arg(sideInWords(next.host));

    ChangeSet rows;
    if (dialogueIsNew)
        rows.add(dialogue);
    const Meeting *known = dialogueIsNew ? nullptr : knownRound(a, dialogue, round, meeting);
    if (known) {
        if (known->status != MeetingStatus::Planned)
            return; // It has been held, or called off: older news.
        Meeting after = *known;
        if (!after.start.isDay() && round.start.isKnown() &&
            (!after.start.isKnown() || round.start.precision() > after.start.precision())) {
            after.start = round.start;
            after.end = round.end;
        }
        if (after.place.isEmpty())
            after.place = round.place;
        if (after == *known)
            return;
        rows.changes<Meeting>().push_back({*known, after});
        round = after;
    } else {
        round.id.value = meetingKey(a, round);
        rows.add(round);
    }
    Suggestion suggestion;
    suggestion.kind = u"meeting"_s;
    suggestion.label = next.label;
    suggestion.quote = next.quote;
    suggestion.offset = next.offset;
    if (!dialogueIsNew)
        suggestion.target = dialogue.id;
    suggestion.score = next.start.isKnown() ? 0.9 : 0.7;
    QStringList details;
    if (round.ordinal)
        details += tr("number %1").arg(*round.ordinal);
    if (next.start.isKnown())
        details += next.start.toWords();
    if (!next.place.isEmpty())
        details += next.place;
    else if (!next.host.isEmpty())
        details += tr("hosted by %1").arg(sideInWords(next.host));
    suggestion.reason = tr("The text announces the next round: %1.").arg(details.join(u", "_s));
    proposeRows(a, suggestion, rows, {u"next round"_s, meeting.id.value, folded(next.quote)});
}

void proposeCommitments(Attachment &a, const std::vector<FollowUp> &followUps, const Meeting &meeting)
{
    for (const FollowUp &followUp : followUps) {
        Passage passage;
        passage.document = a.document.id;
        passage.label = followUp.label;
        passage.quote = followUp.quote;
        passage.offset = followUp.offset;
        passage.id.value = edits::passageKey(passage.document.value, passage.label, passage.quote);

        Commitment commitment;
        commitment.by = promiser(a, followUp);
        commitment.to = partyOf(a, followUp.to);
        commitment.summary = summaryOf(followUp);
        commitment.meeting = meeting.id;
        commitment.passage = passage.id;
        commitment.words = followUp.quote;
        commitment.due = followUp.due;
        if (!followUp.by.isEmpty() && commitment.by.isEmpty())
            commitment.notes = tr("Promised by %1.").arg(sideInWords(followUp.by));
        commitment.id.value = contentKey(u"com"_s, {meeting.id.value, folded(followUp.words)});
        if (commitment.summary.isEmpty() || a.lookup.model().find(commitment.id))
            continue;

        ChangeSet rows;
        rows.add(passage);
        rows.add(commitment);
        Suggestion suggestion;
        suggestion.kind = u"commitment"_s;
        suggestion.label = followUp.label;
        suggestion.quote = followUp.quote;
        suggestion.offset = followUp.offset;
        if (a.lookup.model().find(meeting.id))
            suggestion.source = meeting.id;
        suggestion.level = CoverageLevel::FollowUpAgreed;
        suggestion.score = followUp.due.isKnown() ? 0.9 : 0.7;
        const QString who = followUp.by.isEmpty() ? tr("both sides agreed on it") : tr("%1 promises it").arg(sideInWords(followUp.by));
        suggestion.reason = followUp.due.isKnown()
                                ? tr("A step with a date: %1; due %2 (“%3”).").arg(who, followUp.due.toWords(), followUp.dueWords)
                                : tr("A step that names what is to come of it: %1; no date is said.").arg(who);
        proposeRows(a, suggestion, rows, {u"commitment"_s, meeting.id.value, folded(followUp.words)});
    }
}

} // namespace entente::reading
