#pragma once

#include "core/reading/attach.h"

/// The steps of placing a read-out: its dialogue, its meeting, and what it says comes next. Inside of attachReadout().
namespace entente::reading {

/// The dialogue that a text names, as far as the map knows it.
struct PlacedDialogue
{
    const Dialogue *dialogue = nullptr;
    std::vector<const Dialogue *> candidates; ///< More than one where the words fit more than one: then none is chosen.
    const Dialogue *like = nullptr;           ///< One that is called alike without being the same.
};

/// By the longest name in the words of the text; else, word for word in any order; of several, the one whose round it is by number and day.
PlacedDialogue findDialogue(const Attachment &attachment);

/// A series that the map does not have, called as the text calls it.
Dialogue newDialogue(const Attachment &attachment);

/// The round of the dialogue that the text tells of: by number unless the day says otherwise, else by day. A planned round is met by its
/// number alone.
const Meeting *findMeeting(const Attachment &attachment, const Dialogue *dialogue);

/// Whether two dates may mean the same meeting: a day of one within a week of a day of the other (time zones, misprints).
bool mayBeOneDate(const PartialDate &one, const PartialDate &other);

/// Fills what the record does not know yet; nothing that it knows is changed, but a planned round is held once the text says so.
Meeting completed(Meeting meeting, const ReadMeeting &read);

/// The key of a round that the map does not have yet.
QString meetingKey(const Attachment &attachment, const Meeting &meeting);

/// The heads, and the institutions among the participants, that the record does not have yet.
std::vector<model::Head> newHeads(const Attachment &attachment, const Id<Meeting> &meeting);
std::vector<Attendance> newAttendances(const Attachment &attachment, const Id<Meeting> &meeting);

/// Keeps a suggestion that carries rows, under a key made of what it proposes, unless it was decided before.
void proposeRows(Attachment &attachment, Suggestion suggestion, const ChangeSet &rows, const QStringList &key);

/// The next round as a planned meeting; nothing where the map has it or too little is said.
void proposeNextRound(Attachment &attachment, const NextRound &next, const Dialogue &dialogue, bool dialogueIsNew, const Meeting &meeting);

/// The steps that were agreed, as commitments of the meeting.
void proposeCommitments(Attachment &attachment, const std::vector<FollowUp> &followUps, const Meeting &meeting);

} // namespace entente::reading
