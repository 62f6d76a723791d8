#include "core/reading/readout.h"

#include "core/reading/dates.h"
#include "core/reading/readoutparts.h"
#include "core/reading/sentences.h"
#include "core/reading/steps.h"

#include <QRegularExpression>

#include <algorithm>

/// A read-out opens with the sentence that says what was held: a number, the name of the format, a date, a place. That sentence is found by
/// its verb; the rest is read off its parts. Heads are found by the verbs of leading, bodies by those of taking part, steps by those of
/// agreeing. All of it is a proposal for a person to confirm. English and Korean differ in words and order, not in this plan.
namespace entente::reading {

using namespace Qt::StringLiterals;
using namespace parts;

namespace {

constexpr qsizetype LongestRead = 40000;    ///< In characters: what a meeting was stands at the start, what comes next at the end.
constexpr qsizetype LongestSentence = 1500; ///< In characters.
constexpr int OpeningParagraphs = 6;        ///< Among these stands the sentence that says what was held.
constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;

QString joinedText(const std::vector<Told> &told)
{
    QStringList texts;
    for (const Told &sentence : told)
        texts += sentence.text;
    return texts.join(u'\n');
}

int count(const QRegularExpression &pattern, const QString &text)
{
    int n = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext(); matches.next())
        ++n;
    return n;
}

/// How much a sentence says about a meeting of its own.
int openingWeight(const ReadMeeting &meeting)
{
    return (meeting.dialogueWords.isEmpty() ? 0 : 4) + (meeting.ordinal ? 3 : 0) +
           (meeting.start.isKnown() || !meeting.dateWords.isEmpty() ? 2 : 0) + (meeting.place.isEmpty() ? 0 : 1);
}

void readDate(const QString &sentence, const QString &text, const PartialDate &hint, ReadMeeting &meeting)
{
    auto dates = findDates(sentence);
    if (dates.empty())
        return;
    // The date of this meeting, not of the one before it: "following the round of 3 May 2023, … was held on 20 May".
    static const QRegularExpression earlier(
        uR"(\b(?:since|following|after|last|previous(?:ly)?|adopted|signed|launched|agreed|established|dated|of)\b[^,]{0,80}$)"_s,
        CaseInsensitive);
    static const QRegularExpression former(uR"(\b(?:scheduled|planned|foreseen|due|set)\b[^,]{0,60}$)"_s, CaseInsensitive);
    const bool moved = meeting.status == u"postponed";
    const auto own = std::ranges::find_if(dates, [&](const FoundDate &date) {
        const QString before = sentence.left(date.offset).right(90);
        return !earlier.match(before).hasMatch() && !(moved && former.match(before).hasMatch());
    });
    if (own == dates.end() && moved)
        return;
    FoundDate date = own == dates.end() ? dates.front() : *own;
    meeting.weekday = date.weekday;
    if (date.yearMissing()) {
        const int year = inferYear(date, text, hint);
        if (!year) {
            meeting.dateWords = sentence.mid(date.offset, date.length);
            return;
        }
        setYear(date, year);
        meeting.dateYearInferred = true;
    }
    meeting.start = date.start;
    meeting.end = date.end;
}

/// The sentence that says most about a meeting, among those at the start that say that one was held.
std::optional<ReadMeeting> opening(const std::vector<Told> &told, const PartialDate &hint)
{
    const QString text = joinedText(told);
    std::optional<ReadMeeting> best;
    for (const Told &sentence : told) {
        if (sentence.paragraph >= OpeningParagraphs)
            break;
        const QString words = sentence.text.left(LongestSentence);
        const bool korean = isKorean(words);
        const QString status = korean ? koreanHeldStatus(words) : heldStatus(words);
        if (status.isEmpty())
            continue;
        ReadMeeting meeting;
        meeting.status = status;
        meeting.openingWords = words;
        if (korean)
            readKoreanOpening(words, meeting);
        else
            readOpening(words, meeting);
        readDate(words, text, hint, meeting);
        if (meeting.dialogueWords.isEmpty() && !meeting.start.isKnown() && meeting.dateWords.isEmpty())
            continue;
        // A later sentence must say clearly more: it may speak of another round. What will be held is not what was.
        if (best && best->status == u"held" && status != u"held")
            continue;
        if (!best || openingWeight(meeting) > openingWeight(*best) + 3)
            best = meeting;
        else if (best->dialogueWords == meeting.dialogueWords || meeting.dialogueWords.isEmpty()) {
            // What the first leaves out the second may say: "The dialogue took place in Seoul on 3 May.", "It will now be held on …"
            const bool goesOn = meeting.status == best->status || (best->status == u"postponed" && meeting.status == u"planned");
            if (!best->start.isKnown() && best->dateWords.isEmpty() && goesOn && sentence.paragraph <= 1) {
                best->start = meeting.start;
                best->end = meeting.end;
                best->dateWords = meeting.dateWords;
                best->dateYearInferred = meeting.dateYearInferred;
                best->weekday = meeting.weekday;
            }
            if (best->place.isEmpty() && sentence.paragraph <= 1)
                best->place = meeting.place;
        }
    }
    return best;
}

/// "Seoul, 4 November 2024": where the sentence gives no place or no date, the line above it does.
void readDateline(const std::vector<Block> &blocks, ReadMeeting &meeting)
{
    static const QRegularExpression dateline(uR"(^\(?(?<place>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?),\s*(?=\d|\p{Lu}))"_s);
    for (std::size_t i = 0; i < std::min<std::size_t>(blocks.size(), 8); ++i) {
        const auto match = dateline.match(blocks[i].text);
        if (!match.hasMatch() || blocks[i].role == Role::SetAside)
            continue;
        const auto dates = findDates(blocks[i].text.left(80));
        if (dates.empty() || dates.front().offset > match.capturedEnd() + 12 || dates.front().yearMissing())
            continue;
        if (meeting.place.isEmpty() && meeting.format != u"virtual")
            meeting.place = match.captured(u"place"_s);
        if (!meeting.start.isKnown() && meeting.dateWords.isEmpty()) {
            meeting.start = dates.front().start;
            meeting.end = dates.front().end;
        }
        return;
    }
}

/// The day on which the text was given out, from a short line with a full date near its start or end: "07.05.2025 EEAS Press Team".
PartialDate publishedOn(const std::vector<Block> &blocks)
{
    constexpr qsizetype LongestLine = 90; // in characters
    constexpr std::size_t Edge = 6;       // in blocks
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if ((i >= Edge && i + 3 < blocks.size()) || blocks[i].text.size() > LongestLine || blocks[i].role == Role::Unit)
            continue;
        const auto dates = findDates(blocks[i].text);
        if (dates.size() == 1 && !dates.front().yearMissing())
            return dates.front().start;
    }
    return {};
}

/// The number and the name, where only the title says them: "3rd Digital Partnership Council – Joint Statement".
void readTitle(const std::vector<Block> &blocks, ReadMeeting &meeting)
{
    if (meeting.ordinal && !meeting.dialogueWords.isEmpty())
        return;
    for (std::size_t i = 0; i < std::min<std::size_t>(blocks.size(), 4); ++i) {
        if (blocks[i].role != Role::Heading)
            continue;
        ReadMeeting title;
        if (isKorean(blocks[i].text))
            readKoreanOpening(blocks[i].text, title);
        else
            readOpening(blocks[i].text, title);
        if (title.dialogueWords.isEmpty())
            continue;
        if (meeting.dialogueWords.isEmpty()) {
            meeting.dialogueWords = title.dialogueWords;
            meeting.ordinal = meeting.ordinal ? meeting.ordinal : title.ordinal;
        } else if (!meeting.ordinal && title.ordinal &&
                   (title.dialogueWords.contains(meeting.dialogueWords) || meeting.dialogueWords.contains(title.dialogueWords))) {
            meeting.ordinal = title.ordinal;
        }
        return;
    }
}

} // namespace

std::vector<Told> parts::toldSentences(const std::vector<Block> &blocks)
{
    std::vector<Told> told;
    qsizetype length = 0;
    int paragraph = 0;
    for (const Block &block : blocks) {
        if (block.role != Role::Unit && block.role != Role::Prose && block.role != Role::Note)
            continue;
        if (length > LongestRead)
            break;
        for (const Sentence &found : findSentences(block.text.left(LongestRead)))
            told.push_back({block.text.mid(found.offset, found.length), block.label, int(found.offset), paragraph});
        length += block.text.size();
        ++paragraph;
    }
    return told;
}

Kind recogniseKind(const std::vector<Block> &blocks, bool hasCover)
{
    const std::vector<Told> told = toldSentences(blocks);
    const QString text = joinedText(told);
    static const QRegularExpression past(
        uR"(\b(?:discussed|exchanged|agreed|reaffirmed|recogni[sz]ed|welcomed|emphasi[sz]ed|reviewed|noted|underlined|underscored|shared|assessed|explored|stressed|reiterated|attended|chaired|expressed|highlighted|participated|briefed|took stock|presented|acknowledged|confirmed|condemned|examined|addressed|commended|outlined|touched upon|looked forward|concluded)\b)"_s,
        CaseInsensitive);
    static const QRegularExpression koreanPast(
        uR"((?:논의|협의|교환|평가|확인|합의|강조|설명|공유|소개|언급|환영|규탄|공감|점검|제안|표명|당부|참석|주재|하기로)(?:를|을)?\s?(?:하였|했|하고|하며|함|되었|됐))"_s);
    static const QRegularExpression promise(uR"(\b(?:will|shall|undertake to|commit to)\b)"_s, CaseInsensitive);
    static const QRegularExpression koreanArticle(uR"((?:^|\n)제\s?\d+\s?조)"_s);
    const int said = count(past, text) + count(koreanPast, text);
    const int promised = count(promise, text) + 3 * count(koreanArticle, text);
    const auto units = std::count_if(blocks.begin(), blocks.end(), [](const Block &block) { return block.role == Role::Unit; });
    const auto meeting = opening(told, {});
    bool held = meeting && meeting->status == u"held";
    for (const Told &sentence : told) {
        if (meeting || held || sentence.paragraph >= OpeningParagraphs)
            break;
        const QString words = sentence.text.left(LongestSentence);
        held = (isKorean(words) ? koreanHeldStatus(words) : heldStatus(words)) == u"held";
    }
    if (held && said >= 2 && said > promised && !hasCover)
        return Kind::Readout;
    if (units >= 2 && (promised > said || hasCover || units >= 4) && !announcesMeeting(blocks, hasCover))
        return Kind::Instrument;
    return hasCover ? Kind::Instrument : Kind::Other;
}

bool announcesMeeting(const std::vector<Block> &blocks, bool hasCover)
{
    if (hasCover)
        return false;
    // Announcements are short; an agreement that founds a dialogue is not.
    constexpr qsizetype LongestAnnouncement = 6000;
    qsizetype length = 0;
    for (const Block &block : blocks)
        length += block.text.size();
    if (length > LongestAnnouncement)
        return false;
    const auto meeting = opening(toldSentences(blocks), {});
    if (!meeting || meeting->dialogueWords.isEmpty())
        return false;
    return meeting->status == u"cancelled" || meeting->status == u"postponed" ||
           (meeting->status == u"planned" && (meeting->start.isKnown() || !meeting->dateWords.isEmpty()));
}

std::optional<ReadMeeting> readMeeting(const std::vector<Block> &blocks, const PartialDate &hint)
{
    const std::vector<Told> told = toldSentences(blocks);
    auto meeting = opening(told, hint.isKnown() ? hint : publishedOn(blocks));
    if (!meeting)
        return std::nullopt;
    readTitle(blocks, *meeting);
    meeting->format = readFormat(told);
    if (meeting->format.isEmpty())
        meeting->format = readKoreanFormat(told);
    readDateline(blocks, *meeting);
    for (const Told &sentence : told) {
        if (sentence.paragraph > 0 || !meeting->place.isEmpty() || meeting->format == u"virtual")
            break;
        meeting->place = isKorean(sentence.text) ? koreanPlaceIn(sentence.text) : placeIn(sentence.text);
    }
    readHeads(told, *meeting);
    readKoreanHeads(told, *meeting);
    readBodies(told, *meeting);
    readKoreanBodies(told, *meeting);
    if (meeting->status == u"held")
        readSteps(told, *meeting);
    // Put off: still to come, on the new day where there is one.
    if (meeting->status == u"postponed")
        meeting->status = u"planned"_s;
    return meeting;
}

void readFollowUps(const std::vector<Block> &blocks, ReadMeeting &meeting)
{
    meeting.followUps.clear();
    meeting.nextRound.reset();
    if (meeting.status == u"held")
        readSteps(toldSentences(blocks), meeting);
}

} // namespace entente::reading
