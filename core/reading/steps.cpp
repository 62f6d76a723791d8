#include "core/reading/steps.h"

#include "core/reading/dates.h"

#include <QRegularExpression>

#include <algorithm>

/// Steps, by the verbs of read-outs: *agreed to*, *decided that*, *will be held* …, then what they are tied to: a date ahead, a numbered or
/// next event, a product. Verbs that only go on (*continue*, *strengthen*, *work closely*) need a date or an event; tentative ones
/// (*explore*, *consider*) never make a step.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;

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

bool namesDateAhead(const QString &text, const PartialDate &heldOn)
{
    // "in accordance with the agreement reached in May 2023" looks back.
    static const QRegularExpression past(
        uR"(\b(?:held|adopted|signed|reached|launched|established|agreed|concluded|announced|issued|published|begun|started|since)\b(?: [\w’-]+){0,5}? (?:in|on|of) [^,.;]*)"_s);
    QString words = text;
    words.remove(past);
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

/// What stands before the verb, back to the last pause: whose step it is.
QString subjectOf(const QString &before)
{
    const qsizetype pause = std::max({before.lastIndexOf(u','), before.lastIndexOf(u';'), before.lastIndexOf(u" and "), qsizetype(-1)});
    const QString clause = before.mid(pause + 1).simplified();
    static const QRegularExpression both(
        uR"(\b(?:both|two|sides|they|parties|participants|delegations|co-chairs|jointly|ministers|leaders|it was)\b)"_s, CaseInsensitive);
    if (clause.isEmpty() || both.match(clause).hasMatch() || sideOf(clause).isEmpty())
        return {};
    return clause.right(160);
}

bool isTied(const QString &words, const PartialDate &heldOn)
{
    return namesEvent(words) || namesDateAhead(words, heldOn);
}

const QRegularExpression &creatingVerb()
{
    static const QRegularExpression pattern(
        uR"(^(?:\w+ly |also )*(?:hold|host|convene|establish|launch|set up|create|draft|prepare|draw up|sign|conclude|organi[sz]e|conduct|produce|publish|compile|finali[sz]e|adopt|start|open|run|initiate|introduce|develop|appoint|designate|nominate|set|issue|update|translate)\b)"_s,
        CaseInsensitive);
    return pattern;
}

/// "agreed to hold … and to publish …" are two steps.
void addPieces(const QString &tail, qsizetype offset, const QString &who, const PartialDate &heldOn, std::vector<AgreedStep> &steps)
{
    static const QRegularExpression link(uR"(,? (?:and|as well as) (?:also |further |jointly )?to (?=[a-z]))"_s);
    static const QRegularExpression tentative(
        uR"(^(?:\w+ly |further |also |jointly )*(?:explore|consider|discuss|examine|study|look into|reflect|assess|seek|aim)\b|\bthe possibilit)"_s,
        CaseInsensitive);
    static const QRegularExpression goesOn(uR"(^(?:\w+ly |further |also |jointly )*(?:continue|maintain|keep)\b)"_s, CaseInsensitive);
    qsizetype start = 0;
    const auto add = [&](qsizetype from, qsizetype end) {
        QString what = tail.mid(from, end - from);
        const bool made = creatingVerb().match(what).hasMatch() && namesProduct(what);
        if (tentative.match(what).hasMatch() || !(isTied(what, heldOn) || made))
            return;
        while (!what.isEmpty() && (what.back().isSpace() || u".;,"_s.contains(what.back())))
            what.chop(1);
        steps.push_back({offset + from, what, who});
    };
    for (auto matches = link.globalMatch(tail); matches.hasNext();) {
        const auto match = matches.next();
        const QString rest = tail.mid(match.capturedEnd());
        // "to hold talks and to continue them": what goes on is no step of its own, nor does it end the one before.
        if (goesOn.match(rest).hasMatch() && !isTied(rest, heldOn)) {
            add(start, match.capturedStart());
            start = tail.size();
            break;
        }
        add(start, match.capturedStart());
        start = match.capturedEnd();
    }
    if (start < tail.size())
        add(start, tail.size());
}

} // namespace

std::vector<AgreedStep> agreedSteps(const QString &sentence, const PartialDate &heldOn)
{
    std::vector<AgreedStep> steps;
    // "The EU pledged to … while Seoul undertook to …": each verb has its own part of the sentence.
    static const QRegularExpression another(
        uR"((?:,|;)? (?:while|whereas|and) (?=[^,;]{0,60}?\b(?:agreed|undertook|pledged|promised|offered|committed|decided) to\b))"_s);
    static const QRegularExpression firstVerb(
        uR"(\b(?:agreed|undertook|pledged|promised|offered|committed|decided) (?:\w+ly )?(?:to|that|on)\b)"_s);
    if (const auto verb = firstVerb.match(sentence); verb.hasMatch()) {
        if (const auto next = another.match(sentence, verb.capturedEnd()); next.hasMatch()) {
            steps = agreedSteps(sentence.left(next.capturedStart()), heldOn);
            for (AgreedStep step : agreedSteps(sentence.mid(next.capturedEnd()), heldOn)) {
                step.offset += next.capturedEnd();
                steps.push_back(step);
            }
            return steps;
        }
    }
    static const QRegularExpression agreed(
        uR"((?<not>\b(?:not|never|yet to|failed to|unable to|neither)\s+(?:\w+\s+)?)?\b(?:agreed?|decided?|committed(?: themselves| itself)?|undertook|resolved|pledged|promised|offered|agreement (?:was reached )?)\s+(?:\w+ly\s+|in principle\s+)?(?<how>to|that|on|upon)\s+(?<tail>.*)$)"_s,
        CaseInsensitive | QRegularExpression::DotMatchesEverythingOption);
    const auto match = agreed.match(sentence);
    if (match.hasMatch() && match.captured(u"not"_s).isEmpty()) {
        const QString how = match.captured(u"how"_s).toLower();
        const QString tail = match.captured(u"tail"_s);
        const qsizetype offset = match.capturedStart(u"tail"_s);
        static const QRegularExpression empty(
            uR"(^(?:the )?(?:\w+ )?(?:importance|need|necessity|value|significance|view|relevance|urgency|not\b))"_s, CaseInsensitive);
        static const QRegularExpression future(uR"(\b(?:will|would|shall|is to|are to|should)\b)"_s, CaseInsensitive);
        const QString who = subjectOf(sentence.left(match.capturedStart()));
        if (!empty.match(tail).hasMatch()) {
            if (how == u"to")
                addPieces(tail, offset, who, heldOn, steps);
            else if (how == u"that" && isTied(tail, heldOn)) {
                if (const auto verb = future.match(tail); verb.hasMatch())
                    addPieces(tail, offset, subjectOf(tail.left(verb.capturedStart())), heldOn, steps);
            } else if (how != u"that" && namesProduct(tail.left(80))) {
                addPieces(tail, offset, who, heldOn, steps);
                if (steps.empty())
                    steps.push_back({offset, tail.endsWith(u'.') ? tail.chopped(1) : tail, who});
            }
        }
        if (!steps.empty())
            return steps;
    }
    const auto whole = [&](const QRegularExpressionMatch &found) {
        QString what = sentence.trimmed();
        if (what.endsWith(u'.'))
            what.chop(1);
        steps.push_back({sentence.indexOf(what), what, subjectOf(sentence.left(found.capturedStart()))});
    };
    static const QRegularExpression scheduled(
        u"\\b(?:next|\\d{1,3}(?:st|nd|rd|th)|follow-up)\\b[^.]{0,80}? %1\\b[^.]{0,60}?\\b(?:will (?:be held|take place|be hosted|be convened|meet)|is (?:scheduled|planned|to be held|to take place))\\b"_s
            .arg(Events),
        CaseInsensitive);
    static const QRegularExpression willHold(u"\\b(?:will|plan(?:s|ned)? to|are to) (?:hold|host|convene|organi[sz]e)\\b"_s,
                                             CaseInsensitive);
    static const QRegularExpression willGive(
        uR"(\b(?:EU|Union|ROK|Korea|EEAS|Commission|side|delegation|Ministry)\b(?: \([A-Z]+\))? (?:will|is to|announced that it (?:will|would)) (?:share|provide|send|submit|present|circulate|transmit|publish|prepare|draft|translate|nominate|designate|second|deploy|join|invite|host|sign|ratify|launch|set up|establish)\b)"_s);
    if (const auto found = scheduled.match(sentence); found.hasMatch())
        whole(found);
    else if (const auto holding = willHold.match(sentence); holding.hasMatch() && isTied(sentence, heldOn))
        whole(holding);
    else if (const auto giving = willGive.match(sentence); giving.hasMatch() && isTied(sentence.mid(giving.capturedStart()), heldOn)) {
        const QString printed = giving.captured();
        whole(giving);
        steps.back().who = sideOf(sentence.left(giving.capturedEnd())).isEmpty()
                               ? QString()
                               : sentence.left(giving.capturedStart() + printed.indexOf(u' ')).right(160);
    }
    return steps;
}

} // namespace entente::reading
