#include "core/reading/readoutparts.h"

#include "core/base/text.h"
#include "core/reading/dates.h"
#include "core/reading/steps.h"

#include <QRegularExpression>

#include <algorithm>

/// What was agreed, sentence by sentence, and the round that comes next. A next round is one of the same series: "the next Dialogue", "the
/// 8th round" after the 7th, "to meet again"; what the words between say must be part of the name of this one.
namespace entente::reading::parts {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype LongestSentence = 2000; // in characters
constexpr std::size_t MostSteps = 60;

/// Where the sentence speaks of the next round of this series, and the number that it gives it.
struct Next
{
    qsizetype offset = -1;
    std::optional<int> ordinal;
};

/// Whether the words are all part of the name of the series, or of any series.
bool belongsTo(const QString &words, const ReadMeeting &meeting)
{
    static const QRegularExpression generic(
        u"^(?:the|of|a|an|on|and|for|annual|regular|formal|official|bilateral|in-person|full|EU|ROK|RoK|Korea|Korean|Republic|European|Union|EU-ROK|ROK-EU|EU–ROK|ROK–EU|EU-RoK|EU-Korea|Korea-EU|round|rounds|session|meeting|dialogue|dialogues|consultation|consultations|talks|committee|council|summit|forum|seminar|edition|ministerial|level|high-level|senior|officials?|in|this|format|series|such|-|–)$"_s,
        CaseInsensitive);
    const QString name = base::folded(meeting.dialogueWords);
    static const QRegularExpression gap(uR"([\s,()–—/-]+)"_s);
    for (const QString &word : words.split(gap, Qt::SkipEmptyParts)) {
        if (!generic.match(word).hasMatch() && !name.contains(base::folded(word)))
            return false;
    }
    return true;
}

Next nextInEnglish(const QString &sentence, const ReadMeeting &meeting)
{
    static const QRegularExpression ahead(
        uR"(\b(?:will|shall|would|agreed|agreement|scheduled|plan(?:s|ned|ning)?|to be held|look(?:ed|s|ing)? forward|set to|due to|expected|intend(?:s|ed)?|intention|hosting|host|proposed|decided|confirmed|is to|are to)\b)"_s,
        CaseInsensitive);
    static const QString noun =
        u"(?:[Dd]ialogues?|[Cc]onsultations?|[Mm]eetings?|[Rr]ound|[Ss]ession|[Tt]alks|[Cc]ommittee|[Cc]ouncil|[Ss]ummit|[Ff]orum|[Ss]eminar|[Ee]dition|[Ww]orking [Gg]roup)"_s;
    static const QRegularExpression next(
        u"(?:\\b(?<next>[Nn]ext|[Ff]ollowing|[Ss]ubsequent|[Ff]orthcoming)\\b(?: %1)?|%2) (?<words>(?:(?!(?:in|at|on|to|will|was|were|by)\\b)[\\p{L}\\d’'()–—/-]+ ){0,9}?)(?<noun>%3)\\b(?<of> of (?:the |this |their |these )?(?:[\\p{Lu}\\d][\\p{L}\\d’'–—-]*|dialogue|consultations?|talks|committee|series|meeting)(?: (?:(?:of|on|and|the) )?[\\p{Lu}\\d][\\p{L}\\d’'–—-]*)*)?"_s
            .arg(QString(ordinalPattern()).replace(u"<digits>"_s, u"<digits1>"_s).replace(u"<word>"_s, u"<word1>"_s), ordinalPattern(),
                 noun));
    static const QRegularExpression again(
        uR"(\b(?:meet|meeting|reconvene|reconvening|convene|gather|convening) again\b|\breconven(?:e|ing)\b(?! the UN))"_s,
        CaseInsensitive);
    if (!ahead.match(sentence).hasMatch())
        return {};
    const auto numberOf = [](const QRegularExpressionMatch &match, const QString &suffix) {
        const QString digits = match.captured(u"digits"_s + suffix);
        const int number = digits.isEmpty() ? wordOrdinal(match.captured(u"word"_s + suffix)) : digits.toInt();
        return number > 0 ? std::optional(number) : std::nullopt;
    };
    for (auto matches = next.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        QString behind = match.captured(u"of"_s);
        behind.remove(u" of"_s);
        const bool said = !match.captured(u"next"_s).isEmpty();
        const auto number = said ? numberOf(match, u"1"_s) : numberOf(match, {});
        if (!belongsTo(match.captured(u"words"_s), meeting) || !belongsTo(behind, meeting))
            continue;
        // Talks, dialogues and consultations stand for each other; a summit or a committee is one of its own.
        static const QRegularExpression ownKind(u"^(?:summit|committee|council|forum|seminar|working group)"_s, CaseInsensitive);
        const QString kind = match.captured(u"noun"_s);
        if (ownKind.match(kind).hasMatch() && !meeting.dialogueWords.contains(kind, Qt::CaseInsensitive))
            continue;
        // "the second day", "the 7th Dialogue" itself: without "next" the number must be the one after this.
        if (!said && (!number || !meeting.ordinal || *number != *meeting.ordinal + 1))
            continue;
        // "the following meeting with the minister" is no round.
        if (said && sentence.mid(match.capturedEnd()).startsWith(u" with "))
            continue;
        return {match.capturedStart(), number};
    }
    if (const auto match = again.match(sentence); match.hasMatch())
        return {match.capturedStart(), std::nullopt};
    return {};
}

Next nextInKorean(const QString &sentence, const ReadMeeting &meeting)
{
    static const QRegularExpression ahead(uR"((?:기로|예정|계획|기대|희망|합의))"_s);
    static const QRegularExpression next(
        uR"((?:(?<next>차기|다음|내년도?)\s?(?:제\s?(?<m>\d+)차\s?)?|제\s?(?<n>\d+)\s?차\s?)(?<words>[^,.]{0,30}?)(?:정책협의회|정책대화|정상회담|공동위원회|전략대화|협의회|위원회|회의|대화|협의|회담|포럼|세미나|작업반))"_s);
    if (!ahead.match(sentence).hasMatch())
        return {};
    for (auto matches = next.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        const QString printed = match.captured(u"n"_s) + match.captured(u"m"_s);
        const std::optional<int> number = printed.isEmpty() ? std::nullopt : std::optional(printed.toInt());
        if (match.captured(u"next"_s).isEmpty() && (!meeting.ordinal || number != *meeting.ordinal + 1))
            continue;
        static const QRegularExpression parties(uR"([-–·∙‧ㆍ\s]|한|EU|유럽연합|연례|정례|본)"_s);
        QString words = match.captured(u"words"_s);
        static const QRegularExpression where(uR"([가-힣]+에서\s|상반기|하반기|에\s|\d+년|중\s)"_s);
        words.remove(where).remove(parties);
        if (!words.isEmpty() && !QString(meeting.dialogueWords).remove(u' ').contains(words))
            continue;
        return {match.capturedStart(), number};
    }
    return {};
}

QString hostOf(const QString &words)
{
    static const QRegularExpression eu(
        uR"(\b(?:hosted by the (?:EU|European|EEAS)|(?:EU|European Union|EEAS)(?: side)? (?:will|would|to|agreed to|offered to) (?:co-)?host|in the EU\b)|EU\s?측(?:이|에서|의)?\s?[^.]{0,20}(?:주최|개최))"_s);
    static const QRegularExpression rok(
        uR"(\b(?:hosted by (?:the )?(?:ROK|RoK|Republic of Korea|Korea)|(?:ROK|RoK|Korea|Korean side)(?: side)? (?:will|would|to|agreed to|offered to) (?:co-)?host|in (?:the Republic of |South )?Korea\b|in the (?:ROK|RoK)\b)|우리\s?측(?:이|에서|의)?\s?[^.]{0,20}(?:주최|개최)|한국에서)"_s);
    if (eu.match(words).hasMatch())
        return u"EU"_s;
    return rok.match(words).hasMatch() ? u"ROK"_s : QString();
}

NextRound nextRoundIn(const Told &one, const Next &next, const PartialDate &now)
{
    NextRound round;
    round.ordinal = next.ordinal;
    round.label = one.label;
    round.quote = one.text;
    round.offset = one.offset;
    // What is said behind the words, else before them: "in 2026 the next round …".
    const QString behind = one.text.mid(next.offset);
    auto times = findTimesAhead(behind, now);
    QString said = behind;
    if (times.empty()) {
        times = findTimesAhead(one.text, now);
        said = one.text;
    }
    if (!times.empty()) {
        round.start = times.front().start;
        round.end = times.front().end;
        round.words = said.mid(times.front().offset, times.front().length);
    }
    const bool korean = isKorean(one.text);
    round.place = korean ? koreanPlaceIn(one.text) : placeIn(behind);
    if (round.place.isEmpty() && !korean)
        round.place = placeIn(one.text);
    round.host = hostOf(one.text);
    return round;
}

/// A meeting of others is nobody's promise.
bool isOthersEvent(const QString &words)
{
    static const QRegularExpression others(
        uR"(\b(?:UN|United Nations|G7|G20|COP ?\d*|ASEAN|ARF|OSCE|NATO|OEWG|APEC|WTO|P4G|OECD|IAEA|ITU)\b|유엔|아세안)"_s);
    return others.match(words).hasMatch();
}

/// Of several times the one that sets a limit ("by December 2026"), else the most exact, else the first.
std::optional<FoundTime> dueTime(const QString &text, const std::vector<FoundTime> &times)
{
    static const QRegularExpression limit(uR"(\b(?:by|before|until|no later than|within|due)(?: the)?\s*(?:end of |start of )?$)"_s,
                                          CaseInsensitive);
    std::optional<FoundTime> best;
    int most = -1;
    for (const FoundTime &time : times) {
        const bool limits = limit.match(text.left(time.offset).right(24)).hasMatch() ||
                            limit.match(text.mid(time.offset, 7).section(u' ', 0, 0)).hasMatch() ||
                            text.mid(time.offset + time.length, 3).contains(u"까지");
        const int weight = (limits ? 10 : 0) + int(time.end.precision());
        if (weight > most) {
            most = weight;
            best = time;
        }
    }
    return best;
}

FollowUp followUpIn(const Told &one, const AgreedStep &step, bool only, const PartialDate &now)
{
    FollowUp followUp;
    followUp.label = one.label;
    followUp.quote = one.text;
    followUp.offset = one.offset;
    followUp.words = step.what.simplified();
    const auto own = findTimesAhead(step.what, now);
    const QString &where = own.empty() && only ? one.text : step.what;
    if (const auto time = dueTime(where, own.empty() && only ? findTimesAhead(one.text, now) : own)) {
        followUp.due = time->end;
        followUp.dueWords = where.mid(time->offset, time->length);
    }
    followUp.byWords = step.who;
    // "The EU and the Republic of Korea": whom both ends of an "and" name promises for both.
    static const QRegularExpression joint(
        uR"(\b(?:(?:EU|European Union)(?: side)? (?:and|as well as) (?:the )?(?:ROK|Republic of Korea|Korea)|(?:ROK|Korea)(?: side)? (?:and|as well as) (?:the )?(?:EU|European Union)))"
        uR"((?: \([A-Z]+\))? (?:will|shall|are|plan|agreed|decided|undertook|committed|pledged)\b)"_s,
        CaseInsensitive);
    followUp.by = joint.match(one.text).hasMatch() ? QString() : sideOf(step.who);
    static const QRegularExpression to(
        uR"(\b(?:to|for|with|send|provide|give|brief|invite|show|offer) the (?<side>EU|European Union|European Commission|EEAS|ROK|RoK|Republic of Korea|Korean side|EU side)\b|(?<ko>우리\s?측|EU\s?측|한국\s?측)(?:에|에게|과|와)\s)"_s);
    if (const auto match = to.match(step.what); match.hasMatch() && !followUp.by.isEmpty()) {
        const QString side = sideOf(match.captured(u"side"_s) + match.captured(u"ko"_s));
        if (side != followUp.by)
            followUp.to = side;
    }
    return followUp;
}

} // namespace

void readSteps(const std::vector<Told> &told, ReadMeeting &meeting)
{
    const PartialDate now = meeting.end.isKnown() ? meeting.end : meeting.start;
    for (const Told &one : told) {
        if (one.text.size() > LongestSentence || one.text.left(1500) == meeting.openingWords)
            continue;
        const bool korean = isKorean(one.text);
        const Next next = korean ? nextInKorean(one.text, meeting) : nextInEnglish(one.text, meeting);
        if (next.offset >= 0) {
            NextRound round = nextRoundIn(one, next, now);
            const auto weight = [](const NextRound &round_) {
                return (round_.start.isKnown() ? 2 : 0) + (round_.place.isEmpty() ? 0 : 1) + (round_.host.isEmpty() ? 0 : 1) +
                       (round_.ordinal ? 1 : 0);
            };
            if (!meeting.nextRound || weight(round) > weight(*meeting.nextRound))
                meeting.nextRound = round;
        }
        const auto steps = korean ? koreanSteps(one.text, now) : agreedSteps(one.text, now);
        for (const AgreedStep &step : steps) {
            const bool within = next.offset >= step.offset && next.offset < step.offset + step.what.size();
            const bool isNext = within || (korean && next.offset >= 0 && step.what.contains(u"개최"));
            const bool whole = step.what.size() + 2 >= one.text.size();
            if (isNext || (whole && isOthersEvent(step.what)) || meeting.followUps.size() >= MostSteps)
                continue;
            meeting.followUps.push_back(followUpIn(one, step, steps.size() == 1, now));
        }
    }
}

} // namespace entente::reading::parts
