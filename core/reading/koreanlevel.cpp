#include "core/reading/koreanlevel.h"

#include "core/reading/dates.h"
#include "core/reading/steps.h"

#include <QRegularExpression>

/// The endings of Korean read-outs. A sentence says at its end what was done: `-기로 하였다`, `합의하였다` a step, `논의하였다`, `의견을
/// 교환하였다` talk, `서명하였다`, `출범하였다` delivery, `개최되었다` that there was a meeting. Papers in note form end in a noun instead:
/// `논의`, `합의함`.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

const QString Past = u"(?:하였|했|되었|됐|한|된|함|됨|하고|하며|했으며|하였으며|$|[.])"_s;

bool namesSomething(const QString &words, const PartialDate &heldOn)
{
    static const QRegularExpression event(
        uR"((?:제\s?\d+차|차기|다음|후속|첫|1차|2차)\s?[^,.]{0,30}?(?:대화|협의회|협의|회의|회담|위원회|포럼|세미나|워크숍|워크샵|훈련|방문|정상회담|작업반))"_s);
    static const QRegularExpression product(
        uR"((?:로드맵|행동계획|계획서|작업반|실무그룹|실무협의체|협의체|태스크포스|양해각서|약정|협정|공동성명|선언|가이드라인|지침서|안내서|핸드북|보고서|공동연구|워크숍|워크샵|세미나|교육과정|연수|합동훈련|연합훈련|공동훈련|시범사업|핫라인|연락창구|접촉창구|데이터베이스|포털|전문가 회의|포럼)(?:을|를|도|의 (?:개최|설치|출범|체결|마련)|\s|에 (?:서명|합의))?)"_s);
    return event.match(words).hasMatch() || product.match(words).hasMatch() || !findTimesAhead(words, heldOn).empty();
}

} // namespace

std::vector<AgreedStep> koreanSteps(const QString &sentence, const PartialDate &heldOn)
{
    static const QRegularExpression agreed(
        uR"((?<what>.*?기로)\s?(?:의견을 모|뜻을 모|의견을 같이|(?:합의|결정|약속)?\s?(?:하였|했|하고|하며|함|한|$|[.])))"_s);
    static const QRegularExpression planned(
        uR"((?<what>.*?(?:개최|발간|설치|출범|서명|체결|마련|방문|제출|공유|파견|실시)(?:될|할|하는|될|을|를)?\s?(?:예정|계획|방침)))"_s);
    static const QRegularExpression agreedOn(
        uR"((?<what>.*?(?:에|하는 데(?:에)?|는 데(?:에)?))\s?(?:합의|의견의 일치|뜻을 같이)(?:하였|했|함|를 보|$|[.]))"_s);
    static const QRegularExpression promised(uR"(기로|예정|계획|방침|합의)"_s);
    static const QRegularExpression goesOn(
        uR"((?:계속|지속|긴밀히|적극|꾸준히)[^,.]{0,30}?(?:나가|가기로|협력해|협의해|소통해|모색|강화|발전|검토|노력|공조)[^,.]{0,12}기로|(?:검토|모색|탐색|논의|연구|고려|노력|강화|확대|심화|발전시켜|증진)(?:해\s?나가|하|시키)?(?:기로))"_s);
    static const QRegularExpression importance(uR"(중요성|필요성|필요하다는|중요하다는|인식을 같이)"_s);
    if (!promised.match(sentence).hasMatch())
        return {};
    for (const QRegularExpression &pattern : {agreed, agreedOn, planned}) {
        const auto match = pattern.match(sentence);
        if (!match.hasMatch())
            continue;
        const QString what = match.captured(u"what"_s);
        const bool dated = !findTimesAhead(what, heldOn).empty();
        const bool tied = namesSomething(what, heldOn);
        if (!tied || (goesOn.match(what).hasMatch() && !dated) || (importance.match(what).hasMatch() && !dated))
            continue;
        // "양측은", "EU측은": the topic of the sentence is who promises.
        static const QRegularExpression topic(
            uR"(^(?:[□■ㅇ○◦※*▶▸\-–·\s]|또한|아울러|한편|특히|이와 함께|,)*(?<who>[^,]{1,40}?)(?:은|는|이|가)\s)"_s);
        const auto subject = topic.match(what);
        AgreedStep step;
        QString words = what;
        qsizetype offset = match.capturedStart(u"what"_s);
        if (subject.hasMatch()) {
            const QString who = subject.captured(u"who"_s).trimmed();
            if (!sideOf(who).isEmpty())
                step.who = who;
            words = what.mid(subject.capturedEnd());
            offset += subject.capturedEnd();
        }
        while (!words.isEmpty() && words.front().isSpace()) {
            words.remove(0, 1);
            ++offset;
        }
        while (!words.isEmpty() && (words.back().isSpace() || words.endsWith(u'.')))
            words.chop(1);
        step.what = words;
        step.offset = offset;
        return {step};
    }
    return {};
}

Level koreanLevel(const QString &sentence, const PartialDate &heldOn)
{
    static const QRegularExpression delivered(
        u"(?<!개최를 |회의를 |대화를 )(?:서명|체결|출범|완료|완공|발간|개설|설치|발효|타결|채택|이행 완료|마무리|개소|구축)(?:을|를|이|가)?\\s?(?:하였|했|되었|됐|된 것을|한 것을|함을|됨을|을 환영|를 환영|되어|되었음을|했음을)"_s);
    static const QRegularExpression notYet(
        uR"((?:하기로|키로|할 예정|될 예정|위해|위한|계획|필요|추진|(?:19|20)\d\d년(?:에)? [^,]{0,20}(?:채택|체결|출범|서명)된\s))"_s);
    static const QRegularExpression talking(
        uR"((?:논의|협의|교환|공유|평가|확인|재확인|강조|설명|소개|언급|제안|제기|점검|합의|공감|환영|규탄|지적|주목|표명|당부|기대|요청|인식|검토|모색|기로|의견|협력하|대화하|토의|인정|청취|브리핑|발표))"_s);
    if (delivered.match(sentence).hasMatch() && !notYet.match(sentence).hasMatch())
        return Level::Delivered;
    if (!koreanSteps(sentence, heldOn).empty())
        return Level::FollowUpAgreed;
    if (koreanAttendance(sentence) || !talking.match(sentence).hasMatch())
        return Level::Mentioned;
    return Level::Discussed;
}

bool koreanAttendance(const QString &sentence)
{
    static const QRegularExpression meeting(
        u"(?:개최|열리|열렸|진행|거행)%1|(?:참석|배석|참가|참여)%1|주재%1|수석대표|참석자|참석기관|대표단은|(?:개최|참석)\\s*$"_s.arg(
            Past));
    static const QRegularExpression subject(
        uR"((?:논의|교환|평가|확인|강조|설명|소개|언급|제안|점검|합의|공감|환영|규탄|공유)(?:하|했|됐|되|함|을|를))"_s);
    return meeting.match(sentence).hasMatch() && !subject.match(sentence).hasMatch();
}

} // namespace entente::reading
