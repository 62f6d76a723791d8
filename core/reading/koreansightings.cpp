#include "core/reading/unknownnames.h"

#include <QRegularExpression>

#include <algorithm>

// Sighting of names in Hangul: no capitals help, so a body needs an ending that hardly any other word has, or an ending that many words have
// and an office, a list or a bracket beside it.

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// Endings of bodies alone.
const QString Strong =
    u"(?:위원회|연구원|연구소|기술원|과학원|진흥원|정보원|개발원|교육원|관리원|외교원|진흥공사|공사|공단|재단|협회|학회|센터|본부|사령부|참모본부|대사관|대표부|총영사관|검찰청|경찰청|관리청|사무국|사무처|정책실|안보실|기획실|조정실|비서실|정책국|안보국|외교국|기획국|협력국|통상국|은행|대학교)"_s;
const QString Weak = u"(?:부|처|청|원|국|실|과)"_s;
const QString Office = u"(?:장관|차관보?|국장|실장|처장|청장|원장|과장|심의관|기획관|정책관|조정관|대변인|단장|소장|본부장|위원장|사무총장)"_s;

/// Words that end like a body and are none.
bool isCommon(const QString &word)
{
    static const QSet<QString> words = {
        u"대한민국"_s, u"미합중국"_s, u"회원국"_s,   u"당사국"_s,   u"의장국"_s,   u"개최국"_s,   u"동맹국"_s,   u"우방국"_s,   u"협력국"_s,   u"참여국"_s,   u"참가국"_s,
        u"체약국"_s,   u"강대국"_s,   u"보유국"_s,   u"공여국"_s,   u"수혜국"_s,   u"주최국"_s,   u"선진국"_s,   u"개도국"_s,   u"신흥국"_s,   u"중견국"_s,   u"주변국"_s,
        u"상대국"_s,   u"제3국"_s,    u"역내국"_s,   u"피해국"_s,   u"핵보유국"_s, u"개발도상국"_s, u"유사입장국"_s, u"이해당사국"_s, u"핵무기국"_s, u"국제사회"_s, u"공무원"_s,
        u"국회의원"_s, u"위원"_s,     u"대학원"_s,   u"대부분"_s,   u"중앙정부"_s, u"각정부"_s,   u"지방정부"_s, u"양국정부"_s, u"한국정부"_s, u"우리정부"_s, u"간사실"_s,
        u"회의실"_s,   u"사무실"_s,   u"상황실"_s,   u"결과"_s,     u"효과"_s,     u"성과"_s,     u"기념비"_s,   u"안보국방"_s, u"인공지능과"_s, u"양측과"_s,   u"관계부처"_s,
        u"유관부처"_s, u"정부부처"_s, u"해당부처"_s, u"소관부처"_s, u"각부처"_s,   u"범정부"_s,   u"신정부"_s,   u"현정부"_s,   u"차기정부"_s, u"연락사무소"_s};
    if (words.contains(word))
        return true;
    static const QRegularExpression endings(
        uR"((?:회원국|당사국|의장국|개최국|동맹국|우방국|참여국|참가국|체약국|보유국|입장국|도상국|정부|부처|지원|차원|자원|인원|의원|위원|직원|전원|구성원|요원|복원|제원|소원|재원|요청|신청|초청|청원|대처|출처|조처|사실|현실|확실|충실|내실|여부|일부|전부|내부|외부|세부|간부|결국|각국|양국|영국|미국|중국|한국|태국|외국|제국|애국|조국|귀국|출국|입국|결과|효과|성과|경과|통과|부과|초과|학과)$)"_s);
    return endings.match(word).hasMatch();
}

bool isCovered(const std::vector<NameFinder::Found> &known, qsizetype offset, qsizetype end)
{
    return std::any_of(known.begin(), known.end(), [&](const NameFinder::Found &one) { return one.kind != u"area" && one.offset < end && offset < one.offset + one.length; });
}

/// A Korean name of three syllables that begins with a family name and is no word of offices.
bool mayBePerson(const QString &word)
{
    static const QString families =
        u"김이박최정강조윤장임한오서신권황안송유류홍전고문양손배백허남심노하곽성차주우구민나진지엄채원방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용"_s;
    static const QRegularExpression offices(
        uR"(^(?:한국|주한|유럽|외교|국방|정부|신임|이번|양국|양측|우리|정무|정책|안보|기획|조정|전략|문화|성명|유엔|인사|공동|고위|현지|제\d|해외|지역|전임|주요|민간|경제|통상|국제|위원|공식|대외|대한|하반|상반|이상|심의|선임|수석|차기|명예|도시|연방|장관|차관|임시|상임|남북|원자|방위|방산|기후|환경|디지털|사이버))"_s);
    static const QRegularExpression endings(uR"((?:부|처|청|국|실|과|측|등|팀|단|관|장|회|간|급|적|별|력|용|형|식|화)$)"_s);
    return word.size() == 3 && families.contains(word[0]) && !offices.match(word).hasMatch() && !endings.match(word).hasMatch();
}

} // namespace

std::vector<NameSighting> sightKoreanNames(const QString &text, const std::vector<NameFinder::Found> &known)
{
    std::vector<NameSighting> found;
    const auto taken = [&](qsizetype offset, qsizetype end) {
        return isCovered(known, offset, end) || std::any_of(found.begin(), found.end(), [&](const NameSighting &other) {
                   return other.offset < end && offset < other.offset + other.text.size();
               });
    };
    // Persons: "홍길동 국제기구국장", "홍길동 외교부 국제기구국장", "홍길동 대사".
    static const QRegularExpression person(
        uR"((?<![가-힣])(?<name>[가-힣]{3}) (?:[가-힣]{2,12} ){0,2}?(?<office>[가-힣]{0,12}(?:장관|차관보?|국장|실장|처장|청장|원장|과장|심의관|기획관|정책관|조정관|단장|소장|본부장|위원장|대사|특사|특별대표|공사|참사관|사무총장|총장))(?![가-힣]{3}))"_s);
    for (auto matches = person.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (mayBePerson(match.captured(u"name"_s)) && !taken(match.capturedStart(u"name"_s), match.capturedEnd(u"name"_s)))
            found.push_back({NameKind::Person, match.captured(u"name"_s), {}, match.capturedStart(u"name"_s), match.captured(u"office"_s)});
    }
    static const QRegularExpression word(uR"([가-힣]{3,24})"_s);
    static const QRegularExpression strong(u"%1$"_s.arg(Strong));
    static const QRegularExpression weak(u"%1$"_s.arg(Weak));
    static const QRegularExpression officeNext(u"^ (?:[가-힣]{3} )?(?:[가-힣]{0,10})?%1"_s.arg(Office));
    static const QRegularExpression holder(u"^(?<body>[가-힣]{3,16}(?:국|실|처|청|원|과))장$"_s);
    static const QRegularExpression bracket(uR"(^\s?\((?<short>[A-Z][A-Za-z&]{1,9})\))"_s);
    for (auto matches = word.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const qsizetype offset = match.capturedStart();
        QString body = withoutParticle(match.captured());
        // The particle may be the end of the body itself ("…과", "…의"): the whole word is tried as well.
        const auto office = holder.match(body);
        bool sure = false;
        QString sign;
        if (office.hasMatch()) {
            body = office.captured(u"body"_s);
            sign = u"장"_s;
            sure = body.size() >= 4;
        } else if (const auto ending = strong.match(body); ending.hasMatch()) {
            sign = ending.captured();
            sure = body.size() >= 4 && body.size() > sign.size() + 1;
        }
        const qsizetype end = offset + body.size();
        const QString after = text.mid(end, 40);
        const auto shortForm = bracket.match(after);
        if (!sure && (strong.match(body).hasMatch() || weak.match(body).hasMatch()) && body.size() >= 3) {
            sign = body.last(1);
            const bool listed = after.size() > 1 && u"·,、"_s.contains(after[0]);
            const bool behindList = offset > 1 && (u"·、"_s.contains(text[offset - 1]) || (text[offset - 1] == u' ' && u",、"_s.contains(text[offset - 2])));
            const auto beside = [&](qsizetype from, qsizetype to) {
                return std::any_of(known.begin(), known.end(), [&](const NameFinder::Found &one) {
                    return one.kind == u"institution" && one.offset < to && from < one.offset + one.length;
                });
            };
            sure = body != u"정부" && (officeNext.match(after).hasMatch() || shortForm.hasMatch() || (listed && beside(end, end + 14)) ||
                                       (behindList && beside(std::max<qsizetype>(0, offset - 14), offset)));
        }
        if (!sure || isCommon(body) || taken(offset, end))
            continue;
        found.push_back({NameKind::Institution, body, shortForm.captured(u"short"_s), offset, sign});
    }
    std::stable_sort(found.begin(), found.end(), [](const NameSighting &a, const NameSighting &b) { return a.offset < b.offset; });
    return found;
}

} // namespace entente::reading
