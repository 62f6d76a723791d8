#pragma once

#include "core/reading/document.h"

class QRegularExpression;

/// The parts of reading a read-out, one file each. Each completes the meeting with what it recognises and leaves the rest alone.
namespace entente::reading::parts {

/// A sentence of the text and where it stands.
struct Told
{
    QString text;
    QString label;     ///< Of its block.
    int offset = 0;    ///< In the block's text.
    int paragraph = 0; ///< Counted from 0.
};

/// The sentences of the paragraphs and points, in order, as far as a read-out tells of its meeting (the first 40,000 characters).
std::vector<Told> toldSentences(const std::vector<Block> &blocks);

/// The ordinal that a word says: `seventh`, `inaugural`; 0: none.
int wordOrdinal(const QString &word);
/// Ordinals in figures or words, as the inside of a pattern: the groups `digits` and `word`.
const QString &ordinalPattern();

/// Whether an English sentence says that a meeting was held, will be held, or was called off: `held`, `planned`, `cancelled`,
/// `postponed` or nothing.
QString heldStatus(const QString &sentence);
/// Name, number, place and venue, out of the sentence that says that it was held.
void readOpening(const QString &sentence, ReadMeeting &meeting);
/// `in-person`, `virtual`, `hybrid` or nothing: what is said of this meeting, not of an earlier one.
QString readFormat(const std::vector<Told> &told);
/// The town behind `in`, or nothing: months, regions and languages are no places.
QString placeIn(const QString &sentence);
void readHeads(const std::vector<Told> &told, ReadMeeting &meeting);
void readBodies(const std::vector<Told> &told, ReadMeeting &meeting);

// The same for Korean texts.
QString koreanHeldStatus(const QString &sentence);
void readKoreanOpening(const QString &sentence, ReadMeeting &meeting);
QString readKoreanFormat(const std::vector<Told> &told);
QString koreanPlaceIn(const QString &sentence);
void readKoreanHeads(const std::vector<Told> &told, ReadMeeting &meeting);
void readKoreanBodies(const std::vector<Told> &told, ReadMeeting &meeting);

/// What was agreed, and the next round, in either language.
void readSteps(const std::vector<Told> &told, ReadMeeting &meeting);

/// Adds a body unless it is there; of two forms the one that says whose it is stays.
void addBody(const QString &words, ReadMeeting &meeting);

} // namespace entente::reading::parts
