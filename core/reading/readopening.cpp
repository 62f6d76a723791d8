#include "core/reading/readoutparts.h"

#include "core/reading/dates.h"
#include "core/reading/steps.h"

#include <QRegularExpression>

#include <algorithm>

/// What an English sentence says of the meeting that was held: its name and number, place and venue, and how it met.
namespace entente::reading::parts {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;

const QString MeetingNouns =
    u"Dialogues?|Consultations?|Meetings?|Summit|(?:Joint |Sub-?)?Committee|Talks|Working Group|Working Party|Conference|Forum|Seminar|Sub-?[Cc]ommittee|Round ?[Tt]able|Round|Council|Workshop|Task Force|Exchange|Session|Steering Group|Dialog"_s;

const QString OrdinalWords =
    u"inaugural|very first|first(?:[ -]ever)?|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|twenty-second|twenty-third|twenty-fourth|twenty-fifth"_s;

const QString LowerNouns =
    u"dialogues?|consultations?|meetings?|summit|committee|talks|working group|conference|forum|seminar|council|workshop|task force|roundtable|negotiations"_s;

const QString Adjectives =
    u"(?:(?:annual|regular|high-level|joint|bilateral|official|plenary|formal|ever|in-person|virtual|online|ministerial(?:-level)?|so-called)\\s+)*"_s;

/// What says only that people met: no name of a format.
bool isOnlyGeneric(const QString &words)
{
    static const QRegularExpression generic(
        uR"(^(?:(?:the|a|an|their|its|our|annual|regular|high-level|senior|official|joint|bilateral|plenary|formal|in-person|virtual|online|hybrid|ministerial|working|round|rounds|of|series|this|first|second|third|new|latest|next|EU-ROK|ROK-EU|EU–ROK|ROK–EU|dialogues?|consultations?|meetings?|talks|session|conference|forum|seminar|workshop|exchange|negotiations|with|and)\s*)+$)"_s,
        CaseInsensitive);
    return generic.match(words).hasMatch();
}

QString tidiedName(QString words)
{
    static const QRegularExpression article(u"^(?:The|the|On|their|its|a|an)\\s+"_s);
    static const QRegularExpression dangling(u"(?:[ ,](?:on|and|the|of|in|at|for|to|with|between|was|were))+$|,$"_s);
    static const QRegularExpression brackets(u"\\s*\\([A-Z][A-Za-z-]{1,9}\\)"_s);
    static const QRegularExpression roundOf(u"^(?:round|session|meeting|edition|series) of (?:the )?"_s);
    words = words.simplified();
    words.remove(brackets).remove(article).remove(roundOf).remove(dangling);
    return words.simplified();
}

struct NameFound
{
    QString words;
    int ordinal = 0;
    int weight = -100;
};

void consider(const QRegularExpressionMatch &match, const QString &sentence, NameFound &best)
{
    NameFound found;
    found.words = tidiedName(match.captured(u"name"_s));
    static const QRegularExpression bareNoun(uR"(^(?:committee|council|working group|summit|group)$)"_s, CaseInsensitive);
    if (bareNoun.match(found.words).hasMatch())
        return;
    if (const QString digits = match.captured(u"digits"_s); !digits.isEmpty())
        found.ordinal = digits.toInt();
    else
        found.ordinal = wordOrdinal(match.captured(u"word"_s));
    if (found.words.isEmpty() || (isOnlyGeneric(found.words) && !found.words.contains(u"EU")))
        return;
    static const QRegularExpression earlier(
        uR"(\b(?:following|after|since|last|previous|unlike|margins of|sidelines of|ahead of|at the recent|outcomes? of|agreed at|results of)\b[^,;]{0,50}$)"_s,
        CaseInsensitive);
    found.weight = (found.ordinal ? 2 : 0) - (earlier.match(sentence.left(match.capturedStart()).right(70)).hasMatch() ? 3 : 0);
    if (found.weight > best.weight)
        best = found;
}

} // namespace

const QString &ordinalPattern()
{
    static const QString pattern = u"(?:\\b(?<digits>\\d{1,3})(?:st|nd|rd|th)\\b|\\b(?<word>(?i:%1))\\b)"_s.arg(OrdinalWords);
    return pattern;
}

int wordOrdinal(const QString &word)
{
    static const QStringList words = {u"first"_s,        u"second"_s,        u"third"_s,        u"fourth"_s,        u"fifth"_s,
                                      u"sixth"_s,        u"seventh"_s,       u"eighth"_s,       u"ninth"_s,         u"tenth"_s,
                                      u"eleventh"_s,     u"twelfth"_s,       u"thirteenth"_s,   u"fourteenth"_s,    u"fifteenth"_s,
                                      u"sixteenth"_s,    u"seventeenth"_s,   u"eighteenth"_s,   u"nineteenth"_s,    u"twentieth"_s,
                                      u"twenty-first"_s, u"twenty-second"_s, u"twenty-third"_s, u"twenty-fourth"_s, u"twenty-fifth"_s};
    const QString lower = word.toLower();
    if (lower == u"inaugural" || lower == u"very first" || lower.startsWith(u"first"))
        return 1;
    return static_cast<int>(words.indexOf(lower)) + 1;
}

QString heldStatus(const QString &sentence)
{
    static const QRegularExpression noun(u"\\b(?i:%1|round|session)\\b"_s.arg(LowerNouns));
    static const QRegularExpression cancelled(
        uR"(\b(?:was|were|has been|have been|is|had to be) (?:\w+ )?(?:cancelled|canceled|called off)\b)"_s);
    static const QRegularExpression postponed(
        uR"(\b(?:was|were|has been|have been|is|had to be|will be) (?:\w+ )?(?:postponed|put off|rescheduled|deferred|moved)\b|\bpostponement of\b|\bagreed to postpone\b)"_s);
    static const QRegularExpression held(
        uR"(\b(?:(?:was|were|has been) (?:\w+ )?(?:held|convened|hosted|organi[sz]ed|conducted)|took place|convened|(?:co-?)?(?:held|hosted|chaired)|met (?:in|on|at|with|via|by|for|today|virtually|online|here|again)|met\b(?=.{0,60}\b(?:co-chair|dialogue|consultation))|concluded|launched the (?:first|inaugural))\b)"_s);
    static const QRegularExpression planned(
        uR"(\b(?:will (?:\w+ )?(?:be held|take place|be convened|be hosted|hold|host|co-?host|co-?chair|convene|meet)|(?:is|are) (?:scheduled|set|due|planned|to be held|to take place|to meet|to hold)|is to be held)\b)"_s);
    static const QRegularExpression pronoun(u"^(?:It|They|Both sides|The (?:two )?sides)\\b"_s);
    const bool meets = noun.match(sentence).hasMatch() || pronoun.match(sentence).hasMatch();
    if (meets && cancelled.match(sentence).hasMatch())
        return u"cancelled"_s;
    if (meets && postponed.match(sentence).hasMatch())
        return u"postponed"_s;
    const auto will = planned.match(sentence);
    const auto was = held.match(sentence);
    if (was.hasMatch() && !(will.hasMatch() && meets && will.capturedStart() < was.capturedStart()))
        return u"held"_s;
    return meets && will.hasMatch() ? u"planned"_s : QString();
}

QString placeIn(const QString &sentence)
{
    static const QString town = u"(?:the )?\\p{Lu}[\\p{L}'’-]+(?: (?:am |aan |de |del |la |sur )?\\p{Lu}[\\p{L}'’-]+){0,2}"_s;
    static const QRegularExpression close(
        u"\\b(?:held|place|met|convened|hosted|gathered|chaired|concluded|conducted|organi[sz]ed|hold|held again|meet|convene|meeting|scheduled|planned)\\b[^.;]{0,120}?\\bin (?<place>%1)"_s
            .arg(town));
    static const QRegularExpression any(u"\\b[Ii]n (?<place>%1)"_s.arg(town));
    static const QRegularExpression host(u"\\b(?<place>\\p{Lu}[\\p{L}'’-]+) (?:hosted|played host|welcomed|will host)\\b"_s);
    static const QRegularExpression noPlace(
        uR"(^(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Monday|Tuesday|Wednesday|Thursday|Friday|Europe|Asia|Africa|Ukraine|Russia|Gaza|Iran|Syria|English|Korean|French|Middle|Indo-Pacific|Asia-Pacific|Horizon|EU|ROK|EEAS|Article|Annex|Q[1-4]|European|Person|Cyber|Space|Northeast|Southeast|Korea|Republic|DPRK|North|Black|Red|South China|Korean Peninsula)\b)"_s);
    for (const QRegularExpression &pattern : {close, any}) {
        for (auto matches = pattern.globalMatch(sentence); matches.hasNext();) {
            const QString found = matches.next().captured(u"place"_s);
            if (!noPlace.match(found).hasMatch() || found == u"North Cape")
                return found;
        }
    }
    const auto match = host.match(sentence);
    static const QRegularExpression noHost(
        uR"(^(?:Korea|Commission|Union|Minister|Council|Ministry|Service|They|It|EU|ROK|EEAS|MOFA|Parliament|Mission|Delegation|Government|Assembly|Affairs|Representative)$)"_s);
    const QString place = match.captured(u"place"_s);
    return match.hasMatch() && match.capturedStart() == 0 && !noPlace.match(place).hasMatch() && !noHost.match(place).hasMatch()
               ? place
               : QString();
}

void readOpening(const QString &sentence, ReadMeeting &meeting)
{
    static const QString capital = u"(?:(?!\\d+(?:st|nd|rd|th)\\b|(?i:%1)\\b)[\\p{Lu}\\d][\\p{L}\\d.'’&/–—-]*)"_s.arg(OrdinalWords);
    static const QString link = u"(?:of|for|and|on|the|in|to|&|–|-|—)"_s;
    // What a format is on, but not when: "Dialogue on Space Security", "Dialogue on Tuesday".
    static const QString topic =
        u"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)\\p{Lu}[\\p{L}’'-]*"_s;
    static const QString behind = u"(?: on (?:the )?%1(?:(?:,? and | of (?:the )?|, | )%1)*)?"_s.arg(topic);
    static const QString roundOf = u"(?:(?:round|session|meeting|edition) of (?:the )?)?"_s;
    // "7th ROK–EU Cyber Policy Consultation", "first meeting of the Joint Committee", "Dialogue on Space Security"
    static const QRegularExpression named(
        u"(?:%1\\s+)?%2%3(?<name>(?:%4(?:,? (?:%5 ){0,2}%4){0,14}? (?:%6)\\b|(?:Dialogue|Consultations?|Committee|Working Group|Forum)\\b(?= on (?:the )?%8))%7)"_s
            .arg(ordinalPattern(), Adjectives, roundOf, capital, link, MeetingNouns, behind, topic));
    // "the third round of consultations on human rights", "6th Korea-European Union (EU) high-level political dialogue"
    static const QRegularExpression plain(
        u"(?:%1\\s+|\\b(?:the|their|its|a|an)\\s+(?!\\d+(?:st|nd|rd|th)\\b|(?i:%5)\\b))%2%3(?<name>(?:(?!(?:held|hosted|convened|met|was|were|took|concluded|launched|chaired|co-chaired|opened)\\b)[\\p{L}\\d.’'()&/–—-]+ ){0,9}?(?:%4)\\b(?: on (?:the )?[\\p{L}’, -]+?(?= (?:in|at|on|was|were|took|via|by|from|today|yesterday|virtually|online|between|with|to)\\b|[.;(\\d]|, |$))?)"_s
            .arg(ordinalPattern(), Adjectives, roundOf, LowerNouns, OrdinalWords));
    NameFound best;
    for (auto matches = named.globalMatch(sentence); matches.hasNext();)
        consider(matches.next(), sentence, best);
    if (best.weight < 2) {
        NameFound other;
        for (auto matches = plain.globalMatch(sentence); matches.hasNext();)
            consider(matches.next(), sentence, other);
        if (best.words.isEmpty() || (other.ordinal && !best.ordinal && best.weight < other.weight))
            best = other;
    }
    meeting.dialogueWords = best.words;
    if (best.ordinal)
        meeting.ordinal = best.ordinal;
    // "The Council met for the third time"
    static const QRegularExpression time(u"\\bfor the %1 time\\b"_s.arg(ordinalPattern()));
    if (const auto match = time.match(sentence); !meeting.ordinal && match.hasMatch()) {
        const int number =
            match.captured(u"digits"_s).isEmpty() ? wordOrdinal(match.captured(u"word"_s)) : match.captured(u"digits"_s).toInt();
        // "for the first time in five years" counts years.
        if (number && !sentence.mid(match.capturedEnd()).startsWith(u" in ") && !sentence.mid(match.capturedEnd()).startsWith(u" since"))
            meeting.ordinal = number;
    }
    meeting.place = placeIn(sentence);
    static const QRegularExpression venue(
        uR"(\bat the (?<venue>(?:headquarters of the )?\p{Lu}[\p{L}'’-]+(?: (?:of|for|and|the|\p{Lu}[\p{L}'’-]+))*))"_s);
    meeting.venue = venue.match(sentence).captured(u"venue"_s);
}

QString readFormat(const std::vector<Told> &told)
{
    static const QRegularExpression earlier(uR"(\b(?:following|since|after|compared|previous|last|unlike|next|upcoming)\b.*$)"_s,
                                            CaseInsensitive);
    static const QRegularExpression subject(
        uR"(\b(?:(?:this|the) (?:\w+ )?(?:meeting|consultations?|dialogue|round|session|talks)|held|hosted|took place|convened|met|will be held|will take place)\b)"_s,
        CaseInsensitive);
    static const QRegularExpression hybrid(
        uR"(\bhybrid (?:format|mode|meeting|form|setting)\b|\bin a hybrid\b|\bboth in[- ]person and (?:virtually|online)\b|\bin hybrid\b)"_s,
        CaseInsensitive);
    static const QRegularExpression virtually(
        uR"(\b(?:virtual(?:ly)?|online|video ?-?conferenc\w+|videolink|video[- ]link|by video|via video|teleconference|VTC|VC|remotely|webinar)\b)"_s,
        CaseInsensitive);
    static const QRegularExpression another(
        uR"(\b(?:workshop|seminar|training|course|platform|child|content|harm|safety|services|scams?|trade|disinformation|training|currenc\w*|assets?)\b)"_s,
        CaseInsensitive);
    static const QRegularExpression inPerson(uR"(\b(?:in[- ]person|face[- ]to[- ]face|physically)\b)"_s, CaseInsensitive);
    for (const Told &one : told) {
        QString sentence = one.text;
        if (isKorean(sentence) || !subject.match(sentence).hasMatch())
            continue;
        sentence.remove(earlier);
        if (hybrid.match(sentence).hasMatch())
            return u"hybrid"_s;
        // "agreed to hold an online workshop", "online platforms" say nothing of this meeting.
        const auto match = virtually.match(sentence);
        if (match.hasMatch() && (one.paragraph <= 2 || agreedSteps(sentence).empty()) &&
            !another.match(sentence.mid(match.capturedStart(), match.capturedLength() + 20)).hasMatch())
            return u"virtual"_s;
        if (inPerson.match(sentence).hasMatch())
            return u"in-person"_s;
    }
    return {};
}

} // namespace entente::reading::parts
