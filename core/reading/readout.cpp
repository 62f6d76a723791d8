#include "core/reading/readout.h"

#include "core/reading/dates.h"
#include "core/reading/sentences.h"

#include <QRegularExpression>

#include <algorithm>

/// A read-out opens with the sentence that says what was held: a number, the name of the format, a date, a place. That sentence is found by
/// its verb; the rest is read off its parts. Heads are found by the verbs of leading. All of it is a proposal for a person to confirm.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestRead = 20000; ///< In characters: what a meeting was stands at the start.
constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;

const QRegularExpression &heldPattern()
{
    static const QRegularExpression pattern(
        uR"(\b(?:(?:was|were|has been) (?:\w+ )?(?:held|convened|hosted|organi[sz]ed|conducted)|took place|convened|(?:co-?)?(?:held|hosted|chaired)|met (?:in|on|at|with|via|by|today|virtually|online)|concluded)\b)"_s);
    return pattern;
}

const QString MeetingNouns =
    u"Dialogues?|Consultations?|Meetings?|Summit|Committee|Talks|Working Group|Conference|Forum|Seminar|Sub-?[Cc]ommittee|Round|Council|Workshop"_s;

int wordOrdinal(const QString &word)
{
    static const QStringList words = {u"first"_s,     u"second"_s,      u"third"_s,      u"fourth"_s,     u"fifth"_s,
                                      u"sixth"_s,     u"seventh"_s,     u"eighth"_s,     u"ninth"_s,      u"tenth"_s,
                                      u"eleventh"_s,  u"twelfth"_s,     u"thirteenth"_s, u"fourteenth"_s, u"fifteenth"_s,
                                      u"sixteenth"_s, u"seventeenth"_s, u"eighteenth"_s, u"nineteenth"_s, u"twentieth"_s};
    return static_cast<int>(words.indexOf(word.toLower())) + 1;
}

QStringList paragraphs(const std::vector<Block> &blocks)
{
    QStringList texts;
    qsizetype length = 0;
    for (const Block &block : blocks) {
        if ((block.role != Role::Unit && block.role != Role::Prose) || length > LongestRead)
            continue;
        texts.append(block.text.left(LongestRead));
        length += block.text.size();
    }
    return texts;
}

/// The name of the format and its number, out of the sentence that says it was held.
void readName(const QString &sentence, ReadMeeting &meeting)
{
    static const QString capital = u"(?:(?!\\d+(?:st|nd|rd|th)\\b)[\\p{Lu}\\d][\\p{L}\\d.'’&/–—-]*)"_s;
    static const QString link = u"(?:of|for|and|on|the|in|to|&|–|-|—)"_s;
    static const QRegularExpression name(
        u"(?:\\b(?<digits>\\d{1,3})(?:st|nd|rd|th)|\\b(?<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|"
        u"[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth|[Tt]hirteenth|[Ff]ourteenth|[Ff]ifteenth|[Ss]ixteenth|[Ss]eventeenth|[Ee]ighteenth|[Nn]"
        u"ineteenth|[Tt]wentieth))?"
        "\\s*(?:round of (?:the )?|session of (?:the )?|meeting of (?:the )?|edition of (?:the )?)?(?<name>%1(?:,? (?:%2 ){0,2}%1){0,14}? (?:%3)\\b(?: on (?:%1|and|the|,|of| )+)?)"_s
            .arg(capital, link, MeetingNouns));
    QRegularExpressionMatch best;
    for (auto matches = name.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        const bool numbered = !match.captured(u"digits"_s).isEmpty() || !match.captured(u"word"_s).isEmpty();
        const bool bestNumbered = best.hasMatch() && (!best.captured(u"digits"_s).isEmpty() || !best.captured(u"word"_s).isEmpty());
        if (!best.hasMatch() || (numbered && !bestNumbered))
            best = match;
    }
    if (!best.hasMatch())
        return;
    QString words = best.captured(u"name"_s).simplified();
    static const QRegularExpression article(u"^(?:The|the|On)\\s+"_s);
    static const QRegularExpression dangling(u"(?: on| and| the|,| of)+$"_s);
    words.remove(article).remove(dangling);
    // A number printed inside the name: "The EU and the ROK held the 3rd …" has it in front, "Republic of Korea – EU 3rd Dialogue" within.
    meeting.dialogueWords = words;
    if (const QString digits = best.captured(u"digits"_s); !digits.isEmpty())
        meeting.ordinal = digits.toInt();
    else if (const QString word = best.captured(u"word"_s); !word.isEmpty())
        meeting.ordinal = wordOrdinal(word);
}

void readPlace(const QString &sentence, ReadMeeting &meeting)
{
    static const QRegularExpression place(uR"(\b(?:in|In) (?<place>(?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}))"_s);
    static const QRegularExpression months(
        uR"(^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"_s);
    for (auto matches = place.globalMatch(sentence); matches.hasNext();) {
        const QString found = matches.next().captured(u"place"_s);
        if (months.match(found).hasMatch())
            continue;
        meeting.place = found;
        break;
    }
    static const QRegularExpression venue(
        uR"(\bat the (?<venue>(?:headquarters of the )?\p{Lu}[\p{L}'’-]+(?: (?:of|for|and|the|\p{Lu}[\p{L}'’-]+))*))"_s);
    meeting.venue = venue.match(sentence).captured(u"venue"_s);
}

/// The format, from what is said of this meeting: not from "following the 6th session held virtually".
QString readFormat(const QStringList &texts)
{
    static const QRegularExpression earlier(uR"(\b(?:following|since|after|compared|previous|last|unlike|next|upcoming)\b.*$)"_s,
                                            CaseInsensitive);
    static const QRegularExpression subject(
        uR"(\b(?:(?:this|the) (?:meeting|consultation|dialogue|round|session|talks)|held|took place|convened|met)\b)"_s, CaseInsensitive);
    static const QRegularExpression hybrid(
        uR"(\bhybrid (?:format|mode|meeting|form|setting)\b|\bin a hybrid\b|\bboth in[- ]person and (?:virtually|online)\b)"_s,
        CaseInsensitive);
    static const QRegularExpression virtually(uR"(\b(?:virtual(?:ly)?|online|video ?-?conferenc\w+|videolink|by video|teleconference)\b)"_s,
                                              CaseInsensitive);
    static const QRegularExpression inPerson(uR"(\b(?:in[- ]person|face[- ]to[- ]face|physically)\b)"_s, CaseInsensitive);
    for (const QString &text : texts) {
        for (const Sentence &found : findSentences(text)) {
            QString sentence = text.mid(found.offset, found.length);
            if (!subject.match(sentence).hasMatch())
                continue;
            sentence.remove(earlier);
            if (hybrid.match(sentence).hasMatch())
                return u"hybrid"_s;
            if (virtually.match(sentence).hasMatch())
                return u"virtual"_s;
            if (inPerson.match(sentence).hasMatch())
                return u"in-person"_s;
        }
    }
    return {};
}

QString sideOf(const QString &words)
{
    static const QRegularExpression eu(uR"(\b(?:EU|European|EEAS|Commission)\b)"_s);
    static const QRegularExpression rok(uR"(\b(?:ROK|Korean?|Seoul|MOFA)\b)"_s);
    const bool isEu = eu.match(words).hasMatch();
    const bool isRok = rok.match(words).hasMatch();
    return isEu == isRok ? QString() : (isEu ? u"EU"_s : u"ROK"_s);
}

void readHeads(const QStringList &texts, ReadMeeting &meeting)
{
    static const QRegularExpression leads(uR"(\b(?:(?:co-?)?chaired|led|headed|presided|co-?hosted|(?:co-?)?chairs?)\b)"_s,
                                          CaseInsensitive);
    static const QString honorific = u"(?:(?:Mr|Ms|Mrs|Dr|Prof)\\.? |H\\.E\\. |Ambassador )"_s;
    static const QString name = u"\\p{Lu}[\\p{L}'’.-]+(?: (?:(?:van|von|de|der|del|la|di|bin)\\s)?\\p{Lu}[\\p{L}'’.-]+){1,3}"_s;
    static const QString post =
        u"(?:the |EU |ROK |EEAS |European |Korean |Acting |Deputy |Managing |Assistant |First |Vice[ -]?)*"
        "(?:\\p{Lu}[\\p{L}-]*(?:Director|Minister|Secretary|President|General)|Director|Minister|Secretary|Ambassador|Head|Chief|Commissioner|High Representative|Special|Envoy|Coordinator|Counsellor|President)"_s;
    // "NAME, TITLE …" up to the verb, the next person, or the end.
    static const QRegularExpression titleBehind(
        u"%1*(?<name>%2)(?:,| \\() ?(?<title>%3\\b(?:[^.;()]|\\([^()]*\\))*?)(?=,? (?:led|headed|chaired|co-chaired|and (?:by )?%1+\\p{Lu}|and (?:by )?%2, %3)|[.;)]|, (?:while|with|on)\\b|,? (?:who|whom|whose|which|where|that|accompanied|together with|representing|and (?:by )?(?:his|her|their))\\b|$)"_s
            .arg(honorific, name, post));
    static const QRegularExpression titleBefore(
        u"(?<title>%1(?:-General)?(?: (?:for|of) [^,.;()]{3,60}?)?,? )(?<name>%2)"_s.arg(post, name));
    for (const QString &text : texts) {
        for (const Sentence &found : findSentences(text)) {
            const QString sentence = text.mid(found.offset, found.length);
            if (found.length > 1500 || !leads.match(sentence).hasMatch())
                continue;
            std::vector<Head> inSentence;
            for (const QRegularExpression &pattern : {titleBehind, titleBefore}) {
                for (auto matches = pattern.globalMatch(sentence); inSentence.size() < 6 && matches.hasNext();) {
                    const auto match = matches.next();
                    const QString title = match.captured(u"title"_s).simplified();
                    inSentence.push_back({sideOf(title), match.captured(u"name"_s).simplified(), title});
                }
                if (!inSentence.empty())
                    break;
            }
            static const QRegularExpression delegation(
                uR"(\b(?:EU|European|EEAS|ROK|Korean?|Republic of Korea)\b(?: \w+){0,2} (?:delegation|side))"_s);
            if (inSentence.size() == 1 && inSentence.front().side.isEmpty())
                inSentence.front().side = sideOf(delegation.match(sentence).captured());
            meeting.heads.insert(meeting.heads.end(), inSentence.begin(), inSentence.end());
        }
        if (meeting.heads.size() >= 2)
            break;
    }
    if (meeting.heads.size() > 6)
        meeting.heads.resize(6);
    // Of two heads, whoever is not the one side's is the other's.
    if (meeting.heads.size() == 2) {
        for (int i = 0; i < 2; ++i) {
            Head &head = meeting.heads[static_cast<std::size_t>(i)];
            const QString &other = meeting.heads[static_cast<std::size_t>(1 - i)].side;
            if (head.side.isEmpty() && !other.isEmpty())
                head.side = other == u"EU" ? u"ROK"_s : u"EU"_s;
        }
    }
}

/// The bodies in a stretch of text that is all names: "Ministry of Justice and National Police Agency" are two, "Ministry of Justice and
/// Home Affairs" is one.
QStringList partedBodies(const QString &words, const QRegularExpression &noun)
{
    static const QRegularExpression link(u" (?:and|&) "_s);
    for (auto matches = link.globalMatch(words); matches.hasNext();) {
        const auto match = matches.next();
        const QString left = words.left(match.capturedStart());
        const QString right = words.mid(match.capturedEnd());
        if (noun.match(left).hasMatch() && noun.match(right).hasMatch())
            return partedBodies(left, noun) + partedBodies(right, noun);
    }
    return {words};
}

void addInstitution(QString words, ReadMeeting &meeting)
{
    static const QRegularExpression side(u"^(?:ROK|EU|Korean) "_s);
    const QString plain = QString(words).remove(side);
    for (QString &known : meeting.institutionsWords) {
        if (known == words || QString(known).remove(side) == words)
            return;
        // The one that says whose it is says more.
        if (known == plain) {
            known = words;
            return;
        }
    }
    meeting.institutionsWords.append(words);
}

/// The bodies that the sentences on who took part or led name.
void readInstitutions(const QStringList &texts, ReadMeeting &meeting)
{
    static const QRegularExpression present(
        uR"(\b(?:(?:participants|delegations?|officials|representatives|experts) (?:included?|comprised|consisted|from|of|were|was)|attended|comprised|took part|participated|represent(?:ed|atives)|joined|(?:co-?)?chaired|(?:led|headed|hosted) by|(?:led|headed) the)\b)"_s,
        CaseInsensitive);
    static const QString nouns =
        u"(?:Ministry|Agency|Service|Office|Commission|Cent(?:er|re)|Council|Directorate|Committee|Police|Authority|Institute|Secretariat|Department|Command|Bureau|Delegation|Bank)"_s;
    static const QRegularExpression noun(u"\\b%1\\b"_s.arg(nouns));
    static const QString capital = u"\\p{Lu}[\\p{L}’'-]*"_s;
    // "Ministry of Trade, Industry and Energy": what a ministry is for may be a list, but not of bodies.
    static const QString field = u"(?!%2\\b)%1(?: (?!%2\\b)%1)*+"_s.arg(capital, nouns);
    static const QRegularExpression body(
        u"\\b(?:%1 ){0,3}(?:Ministry|Department|Directorate-General) (?:of|for) (?:the )?%3(?:, %3)+,? and %3(?! %2\\b)"
        "|\\bDelegation of the European Union to (?:the )?%1(?: (?:of )?%1)*"
        "|%1(?:(?: (?:of|for|on) (?:the )?| (?:and|&) | )%1)*"_s.arg(capital, nouns, field));
    static const QRegularExpression owner(u"['’]s (?=\\p{Lu})"_s); // "the Service’s National Center": the owner is a body, too
    static const QRegularExpression post(
        u"^(?:(?:Acting|Deputy|Vice|Managing|Assistant|First|Special|Senior)[ -])*(?:Director|Minister|Head|Chief|Secretary(?!-General of|iat)|Ambassador|Envoy|President|Counsellor|Commissioner|Coordinator|Representative)\\b"_s);
    static const QRegularExpression postOf(u" (?:of|at|from|in) (?:the )?(?=(?:%1 ){0,3}%2\\b)"_s.arg(capital, nouns));
    static const QRegularExpression opening(
        u"^(?:(?:Mr|Ms|Mrs|Dr)\\b.*|(?:Participants|Representatives|Officials|Experts|The)\\b(?: of| from)?(?: the)? ?)"_s);
    static const QRegularExpression notPresent(u"\\bSecurity Council$"_s);
    for (const QString &text : texts) {
        for (const Sentence &found : findSentences(text)) {
            const QString sentence = text.mid(found.offset, std::min<qsizetype>(found.length, 3000));
            if (!present.match(sentence).hasMatch())
                continue;
            // What leads is named behind a post: "Director-General for Arms Control at the Ministry of Foreign Affairs".
            qsizetype at = 0;
            for (auto match = body.match(sentence, at); match.hasMatch(); match = body.match(sentence, at)) {
                const QString captured = match.captured();
                at = match.capturedEnd();
                if (post.match(captured).hasMatch()) {
                    if (const auto of = postOf.match(captured); of.hasMatch())
                        at = match.capturedStart() + of.capturedEnd();
                    continue;
                }
                for (const QString &owned : captured.split(owner)) {
                    for (QString words : partedBodies(owned, noun)) {
                        words.remove(opening);
                        if (words.contains(u' ') && words.size() < 90 && noun.match(words).hasMatch() && !post.match(words).hasMatch() &&
                            !notPresent.match(words).hasMatch())
                            addInstitution(words, meeting);
                    }
                }
            }
        }
    }
}

} // namespace

Kind recogniseKind(const std::vector<Block> &blocks, bool hasCover)
{
    const QStringList texts = paragraphs(blocks);
    const QString text = texts.join(u'\n').left(LongestRead);
    static const QRegularExpression past(
        uR"(\b(?:discussed|exchanged|agreed|reaffirmed|recogni[sz]ed|welcomed|emphasi[sz]ed|reviewed|noted|underlined|underscored|shared|assessed|explored|stressed|reiterated|attended|chaired|expressed|highlighted|participated|briefed)\b)"_s,
        CaseInsensitive);
    static const QRegularExpression promise(uR"(\b(?:will|shall|undertake to|commit to)\b)"_s, CaseInsensitive);
    const auto count = [&](const QRegularExpression &pattern) {
        int n = 0;
        for (auto matches = pattern.globalMatch(text); matches.hasNext(); matches.next())
            ++n;
        return n;
    };
    const int told = count(past);
    const int promised = count(promise);
    const auto units = std::count_if(blocks.begin(), blocks.end(), [](const Block &block) { return block.role == Role::Unit; });
    bool held = false;
    for (qsizetype i = 0; i < std::min<qsizetype>(3, texts.size()); ++i)
        held = held || heldPattern().match(texts[i].left(2000)).hasMatch();
    if (held && told >= 2 && told > promised && !hasCover)
        return Kind::Readout;
    if (units >= 2 && (promised > told || hasCover || units >= 4))
        return Kind::Instrument;
    return hasCover ? Kind::Instrument : Kind::Other;
}

std::optional<ReadMeeting> readMeeting(const std::vector<Block> &blocks, const PartialDate &hint)
{
    const QStringList texts = paragraphs(blocks);
    for (qsizetype i = 0; i < std::min<qsizetype>(5, texts.size()); ++i) {
        for (const Sentence &found : findSentences(texts[i])) {
            const QString sentence = texts[i].mid(found.offset, std::min<qsizetype>(found.length, 1500));
            if (!heldPattern().match(sentence).hasMatch())
                continue;
            ReadMeeting meeting;
            readName(sentence, meeting);
            const auto dates = findDates(sentence);
            if (meeting.dialogueWords.isEmpty() && dates.empty())
                continue;
            if (!dates.empty()) {
                const FoundDate &date = dates.front();
                meeting.weekday = date.weekday;
                meeting.start = date.start;
                meeting.end = date.end;
                if (date.yearMissing()) {
                    if (const int year = inferYear(date, texts.join(u'\n').left(LongestRead), hint)) {
                        meeting.start = PartialDate(year, date.month, date.day);
                        meeting.end = PartialDate(year, date.endMonth, date.endDay);
                        meeting.dateYearInferred = true;
                    } else {
                        meeting.dateWords = sentence.mid(date.offset, date.length);
                    }
                }
            }
            readPlace(sentence, meeting);
            meeting.format = readFormat(texts);
            readHeads(texts, meeting);
            readInstitutions(texts, meeting);
            return meeting;
        }
    }
    return std::nullopt;
}

} // namespace entente::reading
