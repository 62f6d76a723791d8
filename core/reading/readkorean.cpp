#include "core/reading/readoutparts.h"

#include "core/base/text.h"
#include "core/reading/dates.h"
#include "core/reading/steps.h"

#include <QHash>
#include <QRegularExpression>

/// What a Korean sentence says of the meeting that was held. The order is the reverse of English: who, name, day, place, and the verb last.
namespace entente::reading::parts {

using namespace Qt::StringLiterals;

namespace {

const QString Nouns =
    u"(?:정책협의회|정책대화|정상회담|정상회의|공동위원회|전략대화|협의회|협의체|위원회|공동위|실무그룹|작업반|작업그룹|라운드테이블|포럼|세미나|워크숍|워크샵|대화|회담|회의|협의|이사회|간담회|컨퍼런스)"_s;

/// Towns as the map writes them; others stay as printed.
QString townInEnglish(const QString &town)
{
    static const QHash<QString, QString> towns = {{u"서울"_s, u"Seoul"_s},
                                                  {u"부산"_s, u"Busan"_s},
                                                  {u"제주"_s, u"Jeju"_s},
                                                  {u"인천"_s, u"Incheon"_s},
                                                  {u"송도"_s, u"Songdo"_s},
                                                  {u"세종"_s, u"Sejong"_s},
                                                  {u"대전"_s, u"Daejeon"_s},
                                                  {u"대구"_s, u"Daegu"_s},
                                                  {u"광주"_s, u"Gwangju"_s},
                                                  {u"울산"_s, u"Ulsan"_s},
                                                  {u"경주"_s, u"Gyeongju"_s},
                                                  {u"평창"_s, u"Pyeongchang"_s},
                                                  {u"여수"_s, u"Yeosu"_s},
                                                  {u"창원"_s, u"Changwon"_s},
                                                  {u"판교"_s, u"Pangyo"_s},
                                                  {u"브뤼셀"_s, u"Brussels"_s},
                                                  {u"브뤼쉘"_s, u"Brussels"_s},
                                                  {u"스트라스부르"_s, u"Strasbourg"_s},
                                                  {u"룩셈부르크"_s, u"Luxembourg"_s},
                                                  {u"파리"_s, u"Paris"_s},
                                                  {u"베를린"_s, u"Berlin"_s},
                                                  {u"본"_s, u"Bonn"_s},
                                                  {u"뮌헨"_s, u"Munich"_s},
                                                  {u"헤이그"_s, u"The Hague"_s},
                                                  {u"빈"_s, u"Vienna"_s},
                                                  {u"비엔나"_s, u"Vienna"_s},
                                                  {u"제네바"_s, u"Geneva"_s},
                                                  {u"뉴욕"_s, u"New York"_s},
                                                  {u"런던"_s, u"London"_s},
                                                  {u"로마"_s, u"Rome"_s},
                                                  {u"마드리드"_s, u"Madrid"_s},
                                                  {u"리스본"_s, u"Lisbon"_s},
                                                  {u"스톡홀름"_s, u"Stockholm"_s},
                                                  {u"코펜하겐"_s, u"Copenhagen"_s},
                                                  {u"헬싱키"_s, u"Helsinki"_s},
                                                  {u"바르샤바"_s, u"Warsaw"_s},
                                                  {u"프라하"_s, u"Prague"_s},
                                                  {u"부다페스트"_s, u"Budapest"_s},
                                                  {u"탈린"_s, u"Tallinn"_s},
                                                  {u"아테네"_s, u"Athens"_s},
                                                  {u"더블린"_s, u"Dublin"_s},
                                                  {u"싱가포르"_s, u"Singapore"_s},
                                                  {u"도쿄"_s, u"Tokyo"_s},
                                                  {u"방콕"_s, u"Bangkok"_s},
                                                  {u"자카르타"_s, u"Jakarta"_s}};
    return towns.value(town, town);
}

/// "제7차 한-EU 사이버정책협의회가" without what grammar adds.
QString tidied(QString name)
{
    static const QRegularExpression brackets(u"\\s*\\((?:EU|유럽연합)\\)"_s);
    static const QRegularExpression marks(u"[「」『』‘’“”'\"《》<>]"_s);
    name.remove(brackets).remove(marks);
    return base::simplified(name);
}

int countWord(const QString &word)
{
    static const QStringList words = {u"첫"_s, u"두"_s, u"세"_s, u"네"_s, u"다섯"_s, u"여섯"_s, u"일곱"_s, u"여덟"_s, u"아홉"_s, u"열"_s};
    return static_cast<int>(words.indexOf(word)) + 1;
}

} // namespace

QString koreanHeldStatus(const QString &sentence)
{
    static const QRegularExpression cancelled(uR"((?:취소|무산)(?:되|됐|하|했|됨|함))"_s);
    static const QRegularExpression postponed(uR"((?:연기|순연)(?:되|됐|하기로|하였|했|됨|함))"_s);
    static const QRegularExpression planned(
        uR"((?:개최(?:될|할|하는)?|열릴|가질|진행(?:될|할)?|만날)\s?(?:예정|계획)|(?:개최된다|열린다|개최한다|가진다|개최됩니다|열립니다))"_s);
    static const QRegularExpression held(
        uR"((?:개최(?:되었|됐|하였|했|됨|함|하고|되어|된\s|한\s)|열렸|가졌|(?:대화|협의|협의회|회의|회담|위원회|공동위)(?:를|을)?\s?(?:진행|실시)(?:하였|했|함)|거행|(?:공동\s?)?주재(?:하였|했|함|로)|(?:수석대표로|회의에)?\s?참석(?:하였|했|한\s가운데)|개최\s*[.]?$|만나\s))"_s);
    static const QRegularExpression next(uR"(차기|다음\s|내년|오는)"_s);
    static const QRegularExpression noun(Nouns);
    if (!noun.match(sentence).hasMatch())
        return {};
    if (cancelled.match(sentence).hasMatch())
        return u"cancelled"_s;
    if (postponed.match(sentence).hasMatch())
        return u"postponed"_s;
    const auto was = held.match(sentence);
    const auto will = planned.match(sentence);
    if (will.hasMatch() && (!was.hasMatch() || will.capturedStart() <= was.capturedStart()))
        return u"planned"_s;
    return was.hasMatch() && !(next.match(sentence).hasMatch() && sentence.contains(u"기로")) ? u"held"_s : QString();
}

void readKoreanOpening(const QString &sentence, ReadMeeting &meeting)
{
    static const QString parties =
        u"(?:한국|한|대한민국|EU|유럽연합|유럽)(?:\\(EU\\))?\\s?[-–‑·∙‧ㆍ・/]?\\s?(?:EU|유럽연합|유럽|한국|한)(?:\\(EU\\))?\\s*"_s;
    static const QString words =
        u"(?:[가-힣A-Za-z0-9·∙‧ㆍ・/&+()\\[\\]-]+\\s){0,7}?[가-힣A-Za-z0-9·∙‧ㆍ・/&()-]*?%1(?:\\([A-Z][A-Za-z]*\\))?"_s.arg(Nouns);
    static const QString ordinal = u"(?:제\\s?(?<n>\\d{1,3})\\s?차|(?<m>\\d{1,3})차)\\s*"_s;
    // 제7차 한-EU 사이버정책협의회 · 한-EU 제7차 …
    static const QRegularExpression numbered(
        u"%1['‘“「『]?(?<name>(?:%2)?%3)(?=[^가-힣]|[이가은는을를의에과와로도]|$)"_s.arg(ordinal, parties, words));
    static const QRegularExpression within(
        u"(?<before>%2)%1(?<name>%3)(?=[^가-힣]|[이가은는을를의에과와로도]|$)"_s.arg(ordinal, parties, words));
    static const QRegularExpression plain(u"(?<name>%1%2)(?=[^가-힣]|[이가은는을를의에과와로도]|$)"_s.arg(parties, words));
    if (const auto match = within.match(sentence); match.hasMatch()) {
        meeting.dialogueWords = tidied(match.captured(u"before"_s) + match.captured(u"name"_s));
        meeting.ordinal = (match.captured(u"n"_s) + match.captured(u"m"_s)).toInt();
    } else if (const auto inFront = numbered.match(sentence); inFront.hasMatch()) {
        meeting.dialogueWords = tidied(inFront.captured(u"name"_s));
        meeting.ordinal = (inFront.captured(u"n"_s) + inFront.captured(u"m"_s)).toInt();
    } else if (const auto unnumbered = plain.match(sentence); unnumbered.hasMatch()) {
        meeting.dialogueWords = tidied(unnumbered.captured(u"name"_s));
    }
    static const QRegularExpression first(
        uR"((?:첫\s?(?:번째)?\s?(?:개최|회의|대화|협의|한)|최초(?:의|로)?\s|처음으로 개최|출범회의|창립회의))"_s);
    static const QRegularExpression counted(u"(?<n>첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\\s?번째"_s);
    if (!meeting.ordinal && !meeting.dialogueWords.isEmpty()) {
        if (const auto match = counted.match(sentence); match.hasMatch())
            meeting.ordinal = countWord(match.captured(u"n"_s));
        else if (first.match(sentence).hasMatch())
            meeting.ordinal = 1;
    }
    if (meeting.ordinal && *meeting.ordinal < 1)
        meeting.ordinal.reset();
    meeting.place = koreanPlaceIn(sentence);
    static const QRegularExpression venue(u"(?<venue>[가-힣A-Za-z()]+(?: [가-힣A-Za-z]+)? (?:청사|본부|호텔|회의장|회의실|센터))에서"_s);
    meeting.venue = venue.match(sentence).captured(u"venue"_s);
}

QString koreanPlaceIn(const QString &sentence)
{
    // "벨기에 브뤼셀에서", "서울 외교부 청사에서", "서울 개최"
    static const QRegularExpression place(
        u"(?:(?<country>벨기에|프랑스|독일|오스트리아|스위스|네덜란드|이탈리아|스페인|포르투갈|스웨덴|덴마크|핀란드|폴란드|체코|헝가리|에스토니아|그리스|아일랜드|룩셈부르크|미국|영국|일본|한국)\\s)?(?<town>[가-힣]{1,6})(?:시|특별시|광역시)?(?: (?:소재 |시내 )?[가-힣A-Za-z()]+(?: [가-힣A-Za-z]+)?)?에서\\b"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    for (auto matches = place.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        const QString town = match.captured(u"town"_s);
        const QString english = townInEnglish(town);
        if (english != town)
            return english;
        if (!match.captured(u"country"_s).isEmpty())
            return town;
    }
    static const QRegularExpression bare(
        u"(?<![가-힣])(?<town>서울|부산|제주|인천|송도|세종|브뤼셀|스트라스부르|룩셈부르크|파리|베를린|제네바|뉴욕|비엔나|헤이그)(?:에서|에서의|\\s?(?:개최|에서 개최))"_s);
    if (const auto match = bare.match(sentence); match.hasMatch())
        return townInEnglish(match.captured(u"town"_s));
    return {};
}

QString readKoreanFormat(const std::vector<Told> &told)
{
    static const QRegularExpression earlier(
        uR"(지난\s?(?:제?\d+차|회의|번)[^,.]{0,40}(?:화상|온라인)|제?\d+차[^,.]{0,20}\((?:[^()]*)(?:화상|온라인)[^()]*\))"_s);
    static const QRegularExpression hybrid(
        uR"((?:대면[-·∙‧ㆍ\s]*(?:및|과|·|ㆍ)?\s?(?:화상|온라인|비대면)\s?(?:병행|혼합)|하이브리드|온[·ㆍ/-]?오프라인|화상\s?병행))"_s);
    static const QRegularExpression virtually(
        uR"((?:(?:화상|온라인|비대면|영상)(?:으로|회의로|회의\s?(?:방식|형식|형태)|\s?(?:방식|형식|형태)|을 통해|회의를 통해|회의로)?\s?(?:으로\s?)?(?:개최|열|진행|가졌|참석|실시)|(?:화상|영상|온라인)\s?(?:회의|협의|대화)(?:를|로)))"_s);
    static const QRegularExpression inPerson(uR"(대면(?:으로|\s?(?:회의|협의|방식|개최)))"_s);
    for (const Told &one : told) {
        if (!isKorean(one.text) || one.paragraph > 5)
            continue;
        QString sentence = one.text;
        sentence.remove(earlier);
        if (hybrid.match(sentence).hasMatch())
            return u"hybrid"_s;
        if (virtually.match(sentence).hasMatch())
            return u"virtual"_s;
        if (inPerson.match(sentence).hasMatch())
            return u"in-person"_s;
    }
    return {};
}

} // namespace entente::reading::parts
