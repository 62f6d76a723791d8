#include "core/reading/level.h"

#include "core/reading/dates.h"

#include <QRegularExpression>

/// What the words of a sentence commit to, by the verbs of read-outs:
///
/// - a step: *agreed to*, *decided that*, *will be held* …, then what it is tied to: a date ahead, a numbered or next event, a product.
/// Verbs
///   that only go on (*continue*, *strengthen*, *work closely*) need a date or an event; tentative ones (*explore*, *consider*) never make
///   a step;
/// - delivery: something *was launched*, *signed*, *completed*, or both sides *welcomed its conclusion*. A meeting that was concluded, and
///   background in a relative clause ("which was adopted in 2019"), deliver nothing;
/// - a verb of talking: discussed. Nothing of all that: mentioned.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype LongestSentence = 3000;

const QString Events =
    u"(?:session|round|meeting|summit|dialogue|consultations?|conference|seminar|workshop|exercise|forum|assembly|talks|committee|training|visit)"_s;

bool namesEvent(const QString &words)
{
    static const QRegularExpression event(
        u"\\b(?:next|upcoming|forthcoming|subsequent|\\d{1,3}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\\b(?: [\\w–’-]+){0,7}? %1\\b"_s
            .arg(Events),
        CaseInsensitive);
    return event.match(words).hasMatch();
}

bool namesDateAhead(const QString &words, const PartialDate &heldOn)
{
    for (const FoundDate &date : findDates(words)) {
        if (date.yearMissing() || !heldOn.isKnown() || date.end.last() > heldOn.first())
            return true;
    }
    static const QRegularExpression year(
        uR"(\b(?:in|by|before|during|for|from|of|early|late|mid|until|throughout)[ -](?:the )?(?:early |late |mid-)?((?:19|20)\d\d)\b)"_s,
        CaseInsensitive);
    for (auto matches = year.globalMatch(words); matches.hasNext();) {
        if (!heldOn.isKnown() || matches.next().captured(1).toInt() >= heldOn.year())
            return true;
    }
    static const QRegularExpression soon(
        uR"(\b(?:next (?:year|month|week|spring|summer|autumn|fall|winter)|(?:later )?this (?:year|month|spring|summer|autumn|fall|winter)|(?:by |before )?the end of the year|in the (?:first|second) half of|(?:first|second|third|fourth) quarter|(?:in|by|before|this|next|scheduled for|planned for) (?:January|February|March|April|May|June|July|August|September|October|November|December))\b)"_s);
    return soon.match(words).hasMatch();
}

bool namesProduct(const QString &words)
{
    static const QRegularExpression product(
        uR"(\b(?:a|an|the|joint|new|its|their|first|two|three|annual|regular)\b(?: [\w’-]+){0,5}? (?:road ?map|plan|work programme|work program|working group|task force|memorandum|arrangement|agreement|declaration|guidelines?|handbook|report|paper|study|workshops?|training courses?|course|exercises?|seminars?|pilot|projects?|hotline|contact points?|points? of contact|portal|database|toolkit|calendar|terms of reference|mechanism|dialogue|expert meetings?)\b)"_s,
        CaseInsensitive);
    return product.match(words).hasMatch();
}

bool agreesStep(const QString &sentence, const PartialDate &heldOn)
{
    static const QRegularExpression agreed(
        uR"((?<not>\b(?:not|never|yet to|failed to|unable to|neither)\s+(?:\w+\s+)?)?\b(?:agreed?|decided?|committed|undertook|resolved|pledged|agreement (?:was reached )?)\s+(?:\w+ly\s+|in principle\s+)?(?<how>to|that|on|upon)\s+(?<tail>.*)$)"_s,
        CaseInsensitive | QRegularExpression::DotMatchesEverythingOption);
    const auto match = agreed.match(sentence);
    if (match.hasMatch() && match.captured(u"not"_s).isEmpty()) {
        const QString how = match.captured(u"how"_s).toLower();
        const QString tail = match.captured(u"tail"_s);
        static const QRegularExpression empty(
            uR"(^(?:the )?(?:\w+ )?(?:importance|need|necessity|value|significance|view|relevance|urgency|not\b))"_s, CaseInsensitive);
        static const QRegularExpression tentative(
            uR"(^(?:\w+ly |further |also |jointly )*(?:explore|consider|discuss|examine|study|look into|reflect|assess|seek|aim)\b|\bthe possibilit)"_s,
            CaseInsensitive);
        static const QRegularExpression creating(
            uR"(^(?:\w+ly |also )*(?:hold|host|convene|establish|launch|set up|create|draft|prepare|draw up|sign|conclude|organi[sz]e|conduct|produce|publish|compile|finali[sz]e|adopt|start|open|run|initiate|introduce|develop|appoint|designate|set)\b)"_s,
            CaseInsensitive);
        static const QRegularExpression future(uR"(\b(?:will|would|shall|is to|are to|should)\b)"_s, CaseInsensitive);
        if (empty.match(tail).hasMatch() || (how == u"to" && tentative.match(tail).hasMatch()))
            return false;
        const bool tied = namesEvent(tail) || namesDateAhead(tail, heldOn);
        if (how == u"to" && (tied || (creating.match(tail).hasMatch() && namesProduct(tail))))
            return true;
        if (how == u"that" && future.match(tail).hasMatch() && tied)
            return true;
        if ((how == u"on" || how == u"upon") && namesProduct(tail.left(80)))
            return true;
    }
    static const QRegularExpression scheduled(
        u"\\b(?:next|\\d{1,3}(?:st|nd|rd|th))\\b[^.]{0,80}? %1\\b[^.]{0,60}?\\b(?:will (?:be held|take place|be hosted|be convened|meet)|is (?:scheduled|planned|to be held|to take place))\\b"_s
            .arg(Events),
        CaseInsensitive);
    static const QRegularExpression willHold(u"\\b(?:will|plan(?:s|ned)? to|are to) (?:hold|host|convene|organi[sz]e)\\b"_s,
                                             CaseInsensitive);
    return scheduled.match(sentence).hasMatch() ||
           (willHold.match(sentence).hasMatch() && (namesEvent(sentence) || namesDateAhead(sentence, heldOn)));
}

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
    if (tellsDelivery(sentence))
        return Level::Delivered;
    if (agreesStep(sentence, heldOn))
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
    static const QRegularExpression attendance(
        uR"(\b(?:(?:was|were) (?:\w+ )?(?:held|convened|hosted) (?:on|in|at|by|virtually)|took place (?:on|in|at)|participants (?:included|comprised|came)|participants? from|(?:was|were) (?:also )?(?:attended|joined|represented|(?:co-?)?chaired|led|headed) by|attended by|took part|(?:co-?)?chaired by|led the \w+(?: \w+)? (?:delegation|side)|headed the \w+(?: \w+)? (?:delegation|side)|delegations? (?:was|were|included|comprised|consisted|composed)|(?:also )?participated in the (?:meeting|consultations?|dialogue|talks)|representatives (?:from|of) .{3,200} (?:attended|participated|joined))\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return attendance.match(sentence.left(LongestSentence)).hasMatch();
}

} // namespace entente::reading
