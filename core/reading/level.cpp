#include "core/reading/level.h"

#include "core/reading/koreanlevel.h"
#include "core/reading/steps.h"

#include <QRegularExpression>

/// What the words of a sentence commit to, by the verbs of read-outs:
///
/// - a step, as steps.h finds it;
/// - delivery: something *was launched*, *signed*, *completed*, or both sides *welcomed its conclusion*. A meeting that was concluded, and
///   background in a relative clause ("which was adopted in 2019"), deliver nothing;
/// - a verb of talking: discussed. Nothing of all that: mentioned.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype LongestSentence = 3000;

bool tellsDelivery(const QString &sentence)
{
    // That the meeting itself was held or concluded is no delivery; what stands in a relative clause is background.
    static const QRegularExpression passive(
        uR"((?<before>\S+\s+\S+\s+|\S+\s+|)\b(?:was|were|has been|have been|had been)\s+(?:(?:\w+ly|since|now|already|jointly)\s+)?(?<verb>completed|concluded|signed|launched|established|delivered|adopted|inaugurated|finali[sz]ed|implemented|set up|created|carried out|conducted|put in place|published|fulfilled|put into operation)\b(?<after>.{0,40}))"_s,
        CaseInsensitive);
    static const QRegularExpression background(
        u"(?:\\b(?:which|that|who)|\\b(?:meeting|consultations?|dialogue|round|talks|discussions?|session|summit|visit|exchange|exchanges|not|never))\\s+$"_s,
        CaseInsensitive);
    static const QRegularExpression elsewhere(
        uR"(^\s+(?:by the (?:UN|United Nations|General Assembly|Security Council)|in (?:19|20)\d\d|on \d))"_s, CaseInsensitive);
    for (auto matches = passive.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        const QString verb = match.captured(u"verb"_s).toLower();
        const bool old =
            (verb == u"adopted" || verb == u"signed" || verb == u"established") && elsewhere.match(match.captured(u"after"_s)).hasMatch();
        if (!old && !background.match(match.captured(u"before"_s)).hasMatch())
            return true;
    }
    static const QRegularExpression active(
        uR"(\b(?<subject>sides|they|parties|EU|ROK|Korea|Union|ministers|delegations|heads|participants|group|experts)\s+(?:have |has |had )?(?:\w+ly\s+)?(?:signed|launched|concluded|completed|finali[sz]ed|inaugurated|delivered|established|implemented)\s+(?<object>(?:the|a|an|their|its|joint|first)\b.{0,80}))"_s,
        CaseInsensitive);
    static const QRegularExpression ofTalks(
        u"^(?:the|a|an|their|its|joint|first)\\s+(?:\\w+ ){0,4}(?:meeting|consultations?|dialogue|round|talks|discussions?|session|summit|visit)\\b"_s,
        CaseInsensitive);
    for (auto matches = active.globalMatch(sentence); matches.hasNext();) {
        if (!ofTalks.match(matches.next().captured(u"object"_s)).hasMatch())
            return true;
    }
    static const QRegularExpression welcomed(
        uR"(\b(?:welcomed|noted|hailed|celebrated|marked|commended)\b[^.]{0,30}\b(?:signing|signature|conclusion|launch|completion|establishment|adoption|entry into force|finali[sz]ation|delivery)\s+of\b(?<what>.{0,60}))"_s,
        CaseInsensitive);
    const auto match = welcomed.match(sentence);
    return match.hasMatch() && !ofTalks.match(match.captured(u"what"_s).trimmed()).hasMatch();
}

} // namespace

QString levelWord(Level level)
{
    switch (level) {
    case Level::Delivered:
        return u"delivered"_s;
    case Level::FollowUpAgreed:
        return u"follow-up agreed"_s;
    case Level::Discussed:
        return u"discussed"_s;
    case Level::Mentioned:
        break;
    }
    return u"mentioned"_s;
}

Level levelOf(const QString &text, const PartialDate &heldOn)
{
    const QString sentence = text.left(LongestSentence);
    if (isKorean(sentence))
        return koreanLevel(sentence, heldOn);
    if (tellsDelivery(sentence))
        return Level::Delivered;
    if (!agreedSteps(sentence, heldOn).empty())
        return Level::FollowUpAgreed;
    static const QRegularExpression talking(
        uR"(\b(?:discuss(?:ed|ions?|ing)|exchang(?:ed|e views|ing)|review(?:ed|ing)|assess(?:ed|ing)|explored|agreed?|emphasi[sz]ed|address(?:ed|ing)|recogni[sz]ed|acknowledg(?:ed|ing)|reaffirmed|shar(?:ed|ing)|underlined|underscored|considered|consulted|noted|welcomed|examined|raised|expressed|compared|stressed|reiterated|highlighted|briefed|presented|took stock|touched upon|condemned|called (?:for|on|upon)|outlined|updated|covered|decided|committed|pledged|voiced|talked|debated|deliberated|confirmed|informed|reported)\b)"_s,
        CaseInsensitive);
    if (tellsAttendance(sentence) || !talking.match(sentence).hasMatch())
        return Level::Mentioned;
    return Level::Discussed;
}

bool tellsAttendance(const QString &sentence)
{
    if (isKorean(sentence))
        return koreanAttendance(sentence.left(LongestSentence));
    static const QRegularExpression attendance(
        uR"(\b(?:(?:was|were) (?:\w+ )?(?:held|convened|hosted) (?:on|in|at|by|virtually)|took place (?:on|in|at)|participants (?:included|comprised|came)|participants? from|(?:was|were) (?:also )?(?:attended|joined|represented|(?:co-?)?chaired|led|headed) by|attended by|took part|(?:co-?)?chaired by|led the \w+(?: \w+)? (?:delegation|side)|headed the \w+(?: \w+)? (?:delegation|side)|delegations? (?:was|were|included|comprised|consisted|composed)|(?:also )?participated in the (?:meeting|consultations?|dialogue|talks)|representatives (?:from|of) .{3,200} (?:attended|participated|joined))\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return attendance.match(sentence.left(LongestSentence)).hasMatch();
}

} // namespace entente::reading
