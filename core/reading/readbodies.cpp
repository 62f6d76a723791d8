#include "core/reading/readoutparts.h"

#include "core/reading/steps.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

/// The bodies that an English read-out counts among those at the table: names that hold a word such as Ministry or Agency, and acronyms
/// alone.
namespace entente::reading::parts {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype LongestSentence = 3000; // in characters

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

/// "officials from the EEAS, DG CNECT and MOFA": acronyms outside brackets, in a sentence that lists who came.
void addAcronyms(const QString &sentence, ReadMeeting &meeting)
{
    static const QRegularExpression lists(
        uR"(\b(?:(?:participants|delegations?|officials|representatives|experts|colleagues|members)\b.{0,40}\b(?:included?|comprised|consisted|from|of|were|was)|participation (?:of|by|from)|attended|took part|participated|joined by|(?:co-?)?chaired by|comprising|on the (?:EU|ROK|Korean) side|also present|(?:at|around) the table)\b)"_s,
        CaseInsensitive);
    if (!lists.match(sentence).hasMatch())
        return;
    static const QRegularExpression brackets(uR"(\([^()]*\))"_s);
    static const QRegularExpression acronym(
        uR"((?<![\w-])(?<name>DGs? [A-Z]{2,8}|[A-Z]{3,10})(?![\w-]|[’'](?!s)| (?:Director|Minister|Ministry|delegation|side|Special|Secretary|Managing)))"_s);
    static const QSet<QString> noBody = {u"ROK"_s,  u"DPRK"_s, u"USA"_s,  u"COVID"_s, u"ICT"_s,  u"ICTS"_s, u"FTA"_s,  u"FIMI"_s, u"CBRN"_s,
                                         u"WMD"_s,  u"CSDP"_s, u"CFSP"_s, u"OEWG"_s,  u"NPT"_s,  u"TTX"_s,  u"SDGS"_s, u"SDG"_s,  u"COP"_s,
                                         u"AND"_s,  u"THE"_s,  u"III"_s,  u"VTC"_s,   u"UNSC"_s, u"HRVP"_s, u"SME"_s,  u"SMES"_s, u"AIS"_s,
                                         u"GDPR"_s, u"CBAM"_s, u"ETS"_s,  u"MOU"_s,   u"NBI"_s,  u"PCA"_s};
    QString plain = sentence;
    // Blanks keep the places.
    for (auto matches = brackets.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        plain.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }
    for (auto matches = acronym.globalMatch(plain); matches.hasNext();) {
        const QString name = matches.next().captured(u"name"_s);
        const bool ofPerson = std::ranges::any_of(meeting.heads, [&](const Head &head) { return head.name.split(u' ').contains(name); });
        if (!noBody.contains(name) && !ofPerson)
            addBody(name, meeting);
    }
}

} // namespace

void addBody(const QString &words, ReadMeeting &meeting)
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
void readBodies(const std::vector<Told> &sentences, ReadMeeting &meeting)
{
    // Whoever led was there for a body, in whatever sentence they are named.
    std::vector<Told> told = sentences;
    for (const Head &head : meeting.heads) {
        if (!isKorean(head.title))
            told.push_back({u"represented "_s + head.title, {}, 0, 0});
    }
    static const QRegularExpression present(
        uR"(\b(?:(?:participants|delegations?|officials|representatives|experts) (?:included?|comprised|consisted|from|of|were|was)|attended|comprised|comprising|were present|also present|(?:at|around) the table|participation (?:of|by|from)|took part|participated|represent(?:ed|atives)|joined|(?:co-?)?chaired|(?:led|headed|hosted) by|(?:led|headed) the)\b)"_s,
        CaseInsensitive);
    static const QString nouns =
        u"(?:Ministry|Agency|Service|Office|Commission|Cent(?:er|re)|Council|Directorate|Committee|Police|Authority|Institute|Secretariat|Department|Command|Bureau|Delegation|Bank|Embassy|Parliament|Assembly|Mission|Administration|Academy|Foundation)"_s;
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
    static const QRegularExpression notPresent(u"\\b(?:Security Council|General Assembly)$"_s);
    for (const Told &one : told) {
        const QString sentence = one.text.left(LongestSentence);
        if (!isKorean(sentence) && present.match(sentence).hasMatch()) {
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
                        // "Security and Defence of the External Action Service": what a post deals with is no body.
                        if (const auto of = postOf.match(words);
                            of.hasMatch() && !noun.match(words.left(of.capturedStart())).hasMatch() && !words.startsWith(u"Republic "))
                            words = words.mid(of.capturedEnd());
                        if (words.contains(u' ') && words.size() < 90 && noun.match(words).hasMatch() && !post.match(words).hasMatch() &&
                            !notPresent.match(words).hasMatch())
                            addBody(words, meeting);
                    }
                }
            }
            addAcronyms(sentence, meeting);
        }
    }
}

} // namespace entente::reading::parts
