#include "core/reading/readoutparts.h"

#include "core/reading/steps.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

/// Heads and bodies in Korean sentences.
///
/// A person is named *name, body, post* (`윤종권 외교부 국제안보국장`) or *body, name, post* (`외교부 윤종권 국제안보국장`). A Korean name
/// begins with one of the family names and has two to four syllables; a foreign one is spelt in Hangul, mostly with the Latin spelling in
/// brackets behind it. A post ends in one of a few dozen words, to which grammar adds a particle. `우리측`, `EU측` in front say whose.
namespace entente::reading::parts {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestSentence = 1500; // in characters
constexpr std::size_t MostHeads = 8;

const QString Posts =
    u"(?:고위대표|특별대표|특별보좌관|수석부위원장|부위원장|집행위원장|집행위원|상임의장|위원장|통상교섭본부장|본부장|차관보|차관|장관|부총국장|총국장|사무총장|사무차장|사무국장|부국장|국장대리|국장|심의관|조정관|정책관|기획관|협력관|담당관|교섭관|협상관|비서관|기획단장|단장|실장|과장|팀장|대사|공사|참사관|대사대리|특사|청장|처장|원장|센터장|의장|총리|대통령|대변인|보좌관|안보실장|차장|부장)"_s;

bool isKoreanName(const QString &word)
{
    static const QString surnames =
        u"김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예봉사부"_s;
    static const QSet<QString> noNames = {
        u"한국측"_s, u"우리측"_s, u"정부측"_s, u"외교부"_s,   u"유럽측"_s,   u"한국의"_s, u"정상급"_s, u"장관급"_s, u"차관급"_s,
        u"국장급"_s, u"이번"_s,   u"양측"_s,   u"양국"_s,     u"우리"_s,     u"한편"_s,   u"이날"_s,   u"신임"_s,   u"주한"_s,
        u"전임"_s,   u"현지"_s,   u"국방부"_s, u"환경부"_s,   u"법무부"_s,   u"정부"_s,   u"공동"_s,   u"주요"_s,   u"이에"_s,
        u"오후"_s,   u"오전"_s,   u"한측"_s,   u"대통령실"_s, u"국무총리"_s, u"국회"_s,   u"경제"_s,   u"고위"_s,   u"정무"_s,
        u"양자"_s,   u"다자"_s,   u"지역"_s,   u"국제"_s,     u"기후"_s,     u"통상"_s,   u"안보"_s};
    if (word.size() < 2 || word.size() > 4 || noNames.contains(word))
        return false;
    static const QRegularExpression body(u"(?:부|처|청|측|국장|장관|차관|위원회|협의회|대화|회의|기관|정부)$"_s);
    return surnames.contains(word.front()) &&
           (word.size() == 3 || word.size() == 2 || word.startsWith(u"남궁") || word.startsWith(u"황보") || word.startsWith(u"선우") ||
            word.startsWith(u"제갈") || word.startsWith(u"사공")) &&
           !(word.size() >= 3 && body.match(word).hasMatch());
}

bool tellsHeads(const QString &sentence)
{
    static const QRegularExpression leads(
        uR"(수석대표|주재|공동의장|단장으로|대표단을 이끌|대표로|만나|면담|회담|(?:대화|협의회|회의|위원회|공동위|협의)(?:를|을|가|이)?\s?(?:가졌|열|개최)|개최(?:하였|했|함|하고|하며|하여))"_s);
    return leads.match(sentence).hasMatch();
}

/// The side that the words in front name last: `우리측은 … EU측은 …`
QString sideBefore(const QString &before)
{
    static const QRegularExpression sides(uR"((?<rok>우리\s?(?:측|정부)|한국\s?측|한측|우리나라)|(?<eu>(?:EU|유럽연합)\s?측|유럽\s?측))"_s);
    QString side;
    for (auto matches = sides.globalMatch(before); matches.hasNext();)
        side = matches.next().captured(u"rok"_s).isEmpty() ? u"EU"_s : u"ROK"_s;
    return side;
}

} // namespace

void readKoreanHeads(const std::vector<Told> &told, ReadMeeting &meeting)
{
    static const QString body = u"(?:[가-힣A-Za-z][가-힣A-Za-z/·∙‧ㆍ・&-]*(?:\\([A-Z]{2,8}\\))?)"_s;
    static const QString after = u"(?=(?:이|가|은|는|과|와|을|를|의|께서|간|도|에|로|으로)?(?:[\\s,./)·ㆍ(]|$))"_s;
    // 윤종권 외교부 국제안보국장 · 마치에이 스타데예크(Maciej Stadejek) EU 대외관계청 안보방위정책국장
    static const QRegularExpression nameFirst(
        u"(?<![가-힣A-Za-z])(?:(?<name>[가-힣]{2,4})|(?<foreign>[가-힣]{2,8}(?:[ -][가-힣]{1,8}){0,4})\\s?\\((?<latin>[A-Z][^()가-힣]{2,60})\\))\\s(?<title>(?:%1\\s(?:및\\s)?){0,6}?%1?%2)%3"_s
            .arg(body, Posts, after));
    // 외교부 윤종권 국제안보국장
    static const QRegularExpression bodyFirst(
        u"(?<![가-힣A-Za-z])(?<body>[가-힣A-Za-z]+(?:부|처|청|원|실|위원회|집행위|대외관계청)(?:\\(EEAS\\))?)\\s(?<name>[가-힣]{2,4})\\s(?<title>(?:[가-힣A-Za-z·ㆍ]+\\s){0,2}?[가-힣A-Za-z·ㆍ]*%1)%2"_s
            .arg(Posts, after));
    // 카야 칼라스 EU 고위대표: a foreign name without its Latin spelling, in front of a European body
    static const QRegularExpression foreign(
        u"(?<![가-힣A-Za-z])(?<name>[가-힣]{2,6}(?: [가-힣]{1,6}){1,3})\\s(?<title>(?:EU|유럽연합|유럽|주한\\s?(?:EU|유럽연합))(?:\\(EU\\)|집행위|의회|\\s)?(?:%1\\s(?:및\\s)?){0,5}?%1?%2)%3"_s
            .arg(body, Posts, after));
    const auto add = [&](QString name, QString title, const QString &before) {
        static const QRegularExpression lead(
            uR"(^(?:우리\s?측은?|EU\s?측은?|유럽연합\s?측은?|한국\s?측은?|양측은?|이날|또한|한편|수석대표인)\s+)"_s);
        name.remove(lead);
        title = title.simplified();
        if (name.isEmpty() || meeting.heads.size() >= MostHeads)
            return;
        if (std::ranges::any_of(meeting.heads, [&](const Head &head) { return head.name == name || head.name.contains(name); }))
            return;
        const QString given = sideBefore(before);
        meeting.heads.push_back({given.isEmpty() ? sideOf(title) : given, name, title});
    };
    int lastParagraph = -1;
    for (const Told &one : told) {
        if (one.text.size() > LongestSentence || !isKorean(one.text) || !tellsHeads(one.text) || one.paragraph > 6)
            continue;
        const bool bothSides = std::ranges::any_of(meeting.heads, [](const Head &head) { return head.side == u"EU"; }) &&
                               std::ranges::any_of(meeting.heads, [](const Head &head) { return head.side == u"ROK"; });
        if (bothSides && one.paragraph != lastParagraph)
            break;
        const std::size_t had = meeting.heads.size();
        struct Found
        {
            qsizetype offset;
            qsizetype end;
            QString name;
            QString title;
        };
        std::vector<Found> found;
        const auto overlaps = [&](const QRegularExpressionMatch &match) {
            return std::ranges::any_of(
                found, [&](const Found &other) { return match.capturedStart() < other.end && other.offset < match.capturedEnd(); });
        };
        for (qsizetype at = 0; found.size() < MostHeads;) {
            const auto match = bodyFirst.match(one.text, at);
            if (!match.hasMatch())
                break;
            at = match.capturedStart() + 1;
            if (!isKoreanName(match.captured(u"name"_s)))
                continue;
            found.push_back({match.capturedStart(), match.capturedEnd(), match.captured(u"name"_s),
                             match.captured(u"body"_s) + u' ' + match.captured(u"title"_s)});
            at = match.capturedEnd();
        }
        for (qsizetype at = 0; found.size() < MostHeads;) {
            const auto match = nameFirst.match(one.text, at);
            if (!match.hasMatch())
                break;
            at = match.capturedStart() + 1;
            const QString latin = match.captured(u"latin"_s).simplified();
            const QString name = latin.isEmpty() ? match.captured(u"name"_s) : latin;
            if ((latin.isEmpty() && !isKoreanName(name)) || overlaps(match))
                continue;
            found.push_back({match.capturedStart(), match.capturedEnd(), name, match.captured(u"title"_s)});
            at = match.capturedEnd();
        }
        for (qsizetype at = 0; found.size() < MostHeads;) {
            const auto match = foreign.match(one.text, at);
            if (!match.hasMatch())
                break;
            at = match.capturedStart() + 1;
            if (overlaps(match))
                continue;
            found.push_back({match.capturedStart(), match.capturedEnd(), match.captured(u"name"_s), match.captured(u"title"_s)});
            at = match.capturedEnd();
        }
        std::ranges::stable_sort(found, {}, &Found::offset);
        for (const Found &person : found)
            add(person.name, person.title, one.text.left(person.offset));
        if (meeting.heads.size() > had)
            lastParagraph = one.paragraph;
    }
}

void readKoreanBodies(const std::vector<Told> &told, ReadMeeting &meeting)
{
    static const QRegularExpression present(
        uR"(참석|참여|참가|배석|대표단|관계자|관계부처|유관기관|수석대표|주재|(?:우리|EU|한국|유럽연합)\s?측\s?:|\((?:우리|EU|한국|유럽연합)\s?측\))"_s);
    static const QRegularExpression body(
        uR"((?<![가-힣A-Za-z])(?<name>(?:EU\s|유럽연합\s|주한\s?|주)?(?:[가-힣A-Z][가-힣A-Za-z·]*?)?(?:[가-힣]{1,12}(?:부|처|청)|대외관계청|국가정보원|국정원|진흥원|연구원|감사원|국립외교원|[가-힣]{2,10}(?:위원회|집행위|대표부|대사관|사령부|은행|공단|재단|협회|센터|연구소|사무국|총국|이사회|의회|안보실)|집행위원회|집행위|합참|합동참모본부|국가안보실|국무조정실|대통령실|금융위|공정위|방통위))(?<short>\([A-Z]{2,8}\))?(?:\([^()]*\))?(?=(?:[,\s·ㆍ/)]|등|및|와|과|의|이|가|은|는|에서|관계자|소속|$)))"_s);
    static const QSet<QString> noBodies = {u"정부"_s,
                                           u"일부"_s,
                                           u"내부"_s,
                                           u"외부"_s,
                                           u"대부"_s,
                                           u"전부"_s,
                                           u"간부"_s,
                                           u"본부"_s,
                                           u"여부"_s,
                                           u"세부"_s,
                                           u"동북부"_s,
                                           u"남부"_s,
                                           u"북부"_s,
                                           u"요청"_s,
                                           u"신청"_s,
                                           u"초청"_s,
                                           u"시청"_s,
                                           u"경청"_s,
                                           u"대처"_s,
                                           u"출처"_s,
                                           u"조처"_s,
                                           u"우리 정부"_s,
                                           u"각 부처"_s,
                                           u"부처"_s,
                                           u"관계부처"_s,
                                           u"유관부처"_s,
                                           u"관련부처"_s,
                                           u"공동위원회"_s,
                                           u"디지털 파트너십 협의회"_s,
                                           u"국무부"_s};
    for (const Told &one : told) {
        if (!isKorean(one.text) || !present.match(one.text).hasMatch() || one.paragraph > 8)
            continue;
        const QString sentence = one.text.left(2 * LongestSentence);
        for (auto matches = body.globalMatch(sentence); matches.hasNext();) {
            const auto match = matches.next();
            const QString name = match.captured(u"name"_s).simplified();
            if (name.size() >= 3 && !noBodies.contains(name))
                addBody(name + match.captured(u"short"_s), meeting);
        }
    }
}

} // namespace entente::reading::parts
