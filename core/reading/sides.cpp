#include "core/reading/steps.h"

#include <QRegularExpression>

namespace entente::reading {

using namespace Qt::StringLiterals;

QString sideOf(const QString &words)
{
    // "Ambassador of the European Union to the Republic of Korea": to whom someone is sent says nothing of whose they are.
    static const QRegularExpression sentTo(
        uR"(\b(?:to|with|for relations with) (?:the )?(?:EU|European Union|ROK|RoK|Republic of Korea|South Korea|Korea|Korean Peninsula|Belgium)\b(?: \([A-Z]+\))?)"_s);
    static const QRegularExpression koreanEnvoy(uR"(주\s?(?:EU|유럽연합|벨기에)[^,]{0,12}(?:대사|대표부|공사))"_s);
    static const QRegularExpression euEnvoy(uR"(주한\s?(?:EU|유럽연합)[^,]{0,12}(?:대사|대표부|공사))"_s);
    if (koreanEnvoy.match(words).hasMatch())
        return u"ROK"_s;
    if (euEnvoy.match(words).hasMatch())
        return u"EU"_s;
    QString plain = words;
    plain.remove(sentTo);
    // Whose body it is goes before what the body deals with: "European Affairs of the Ministry of Foreign Affairs".
    static const QRegularExpression euBody(
        uR"(\b(?:European External Action Service|EEAS|European Commission|Commissioner|European Parliament|European Council|Council of the (?:EU|European Union)|HR/VP|High Representative|DG [A-Z]{2,}|Directorate-General for|EU Delegation|Delegation of the European Union)\b|대외관계청|집행위|유럽의회|이사회|총국)"_s);
    static const QRegularExpression rokBody(
        uR"(\b(?:Ministry|Ministries|MOFA|MND|MOTIE|MOTIR|MSIT|MOEF|MOTF|MOJ|MOE|MAFRA|MOHW|MCEE|MOLIT|National Assembly|Presidential Office|Office of the President|Blue House|(?:Vice |Deputy )?Minister(?! of (?:Denmark|Finland|Sweden|Poland|Hungary|Belgium|Cyprus|Ireland|the Czech))|National Intelligence Service|Korea)\b|외교부|국방부|산업통상|과학기술정보통신부|환경부|법무부|기획재정부|우리\s?측|한국|대한민국|한측|우리 정부)"_s);
    static const QRegularExpression eu(uR"(\b(?:EU|European|EEAS|Commission|Union|Brussels)\b|EU|유럽)"_s);
    static const QRegularExpression rok(uR"(\b(?:ROK|RoK|Korean?|Seoul|MOFA)\b|한국|우리|대한민국)"_s);
    const bool hasEuBody = euBody.match(plain).hasMatch();
    const bool hasRokBody = rokBody.match(plain).hasMatch();
    if (hasEuBody != hasRokBody)
        return hasEuBody ? u"EU"_s : u"ROK"_s;
    const bool isEu = eu.match(plain).hasMatch();
    const bool isRok = rok.match(plain).hasMatch();
    if (isEu != isRok)
        return isEu ? u"EU"_s : u"ROK"_s;
    // A ministry that a Korean text does not say more of is one of its own.
    static const QRegularExpression ministry(uR"((?:^|\s)[가-힣]{2,9}(?:부|처|청)(?:\s|$))"_s);
    return !isEu && ministry.match(plain).hasMatch() ? u"ROK"_s : QString();
}

bool isKorean(const QString &text)
{
    int hangul = 0;
    int latin = 0;
    for (const QChar c : text) {
        if (c.script() == QChar::Script_Hangul)
            ++hangul;
        else if (c.script() == QChar::Script_Latin)
            ++latin;
    }
    // A syllable of Hangul says what two or three Latin letters say.
    return hangul > 0 && 2 * hangul > latin;
}

} // namespace entente::reading
