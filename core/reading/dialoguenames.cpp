#include "core/reading/dialoguenames.h"

#include "core/reading/koreannames.h"

#include <QRegularExpression>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype ShortestKorean = 5; ///< Syllables that still say which dialogue.

const QString Party = u"(?:EU|ROK|Korea|European Union|Republic of Korea|South Korea)"_s;

QString withoutParties(const QString &name)
{
    static const QRegularExpression parties(u"^(?:the )?(?:%1\\s*[-–—/]\\s*%1|%1 and (?:the )?%1)\\s+"_s.arg(Party));
    static const QRegularExpression korean(uR"(^(?:한국?\s*[-–·‧・ㆍ]?\s*(?:EU|유럽연합|유럽)|(?:EU|유럽연합)\s*[-–·‧・ㆍ]\s*한국?)\s*)"_s);
    static const QRegularExpression remark(uR"(\s*\([^)]*\)\s*$)"_s);
    QString rest = name;
    rest.remove(remark);
    rest.remove(hasHangul(name) ? korean : parties);
    return rest.trimmed();
}

/// `consultation` and `consultations`.
QStringList numbersOf(const QString &noun)
{
    static const QRegularExpression countable(uR"(^(?:dialogue|consultation|exchange|talk|meeting|seminar|conference)s?$)"_s, CaseInsensitive);
    if (!countable.match(noun).hasMatch())
        return {noun};
    const QString one = noun.endsWith(u's', Qt::CaseInsensitive) ? noun.chopped(1) : noun;
    return {one, one + u's'};
}

/// `A and B`, and `B and A` where that is all there is.
QStringList turned(const QString &subject)
{
    const QStringList halves = subject.split(u" and "_s);
    if (halves.size() != 2 || subject.contains(u','))
        return {subject};
    return {subject, halves[1] + u" and "_s + halves[0]};
}

} // namespace

QStringList dialogueForms(const QString &name)
{
    const QString core = withoutParties(name);
    QStringList forms;
    if (hasHangul(name)) {
        if (core != name && squeezed(core).size() >= ShortestKorean)
            forms += core;
        static const QRegularExpression korean(
            uR"(^(?<first>[^·‧・ㆍ\s]+)(?:\s*[·‧・ㆍ]\s*| 및 )(?<second>[^·‧・ㆍ\s]+?)\s*(?<noun>(?:정책)?(?:협의회|협의|대화|회의|위원회|포럼|워킹그룹|실무그룹))$)"_s);
        if (const auto match = korean.match(core); match.hasMatch())
            forms += match.captured(u"second"_s) + u'·' + match.captured(u"first"_s) + match.captured(u"noun"_s);
        return forms;
    }
    if (!core.contains(u' '))
        return forms;
    if (core != name)
        forms += core;
    static const QString nouns =
        u"(?:dialogues?|consultations?|exchanges|talks|meetings?|committee|council|forum|working group|seminars?|conferences?)"_s;
    static const QRegularExpression behind(u"^(?<subject>.+?) (?<noun>%1)$"_s.arg(nouns), CaseInsensitive);
    static const QRegularExpression before(u"^(?<noun>%1) (?:on|for|about|regarding|concerning) (?:the )?(?<subject>.+)$"_s.arg(nouns), CaseInsensitive);
    auto match = behind.match(core);
    if (!match.hasMatch())
        match = before.match(core);
    if (!match.hasMatch())
        return forms;
    for (const QString &subject : turned(match.captured(u"subject"_s))) {
        for (const QString &noun : numbersOf(match.captured(u"noun"_s))) {
            for (const QString &form : {subject + u' ' + noun, noun + u" on "_s + subject}) {
                if (form.compare(core, Qt::CaseInsensitive) != 0)
                    forms += form;
            }
        }
    }
    return forms;
}

} // namespace entente::reading
