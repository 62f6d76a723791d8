#include "core/reading/parts.h"

#include "core/base/vocabulary.h"

#include <QRegularExpression>

namespace entente::reading::parts {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestHead = 160; ///< In characters, with a title on the line.

QString capitalised(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1).toLower();
}

/// `TITLE II – POLITICAL DIALOGUE`, `Chapter 1`
std::optional<PartHead> division(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^(title|part|book|chapter|section|sub-?section|division)\s+([IVXLC]{1,7}|\d{1,2}|[A-Z]|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)(?:$|[.:]?\s*$|\s*[:.–—-]\s*(?<title>\S.*)$|\s+(?<name>[\p{Lu}\[(].*)$))"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(line);
    if (!match.hasMatch() || !line[0].isUpper())
        return std::nullopt;
    const QString number = match.captured(2);
    const QString name = match.captured(u"name"_s);
    // Case is ignored for the word alone: "Part a", "Section 4 of the plan" are words.
    if (number != number.toUpper() || (!name.isEmpty() && name[0].isLower()))
        return std::nullopt;
    const QString word = match.captured(1).toLower();
    PartHead head;
    head.rank = word == u"chapter" ? 2 : word == u"section" ? 3 : word.startsWith(u"sub") || word == u"division" ? 4 : 1;
    head.name = capitalised(word) + u' ' + number;
    head.titled = !name.isEmpty() || !match.captured(u"title"_s).isEmpty();
    return head;
}

std::optional<PartHead> koreanDivision(const QString &line)
{
    static const QRegularExpression pattern(uR"(^제\s*(\d{1,3})\s*(편|장|절|관|부)(?:\s*의\s*(\d{1,2}))?(?:$|[.:]?\s+(?<name>\S.*)$|\s*[(\[](?<title>.*)$))"_s);
    const auto match = pattern.match(line);
    if (!match.hasMatch() || match.captured(u"name"_s).startsWith(u"제"))
        return std::nullopt;
    const QString kind = match.captured(2);
    PartHead head;
    head.rank = kind == u"장" ? 2 : kind == u"절" ? 3 : kind == u"관" ? 4 : 1;
    head.name = u'제' + match.captured(1) + kind + (match.captured(3).isEmpty() ? QString() : u'의' + match.captured(3));
    head.titled = !match.captured(u"name"_s).isEmpty() || !match.captured(u"title"_s).isEmpty();
    return head;
}

/// `ANNEX I`, `Appendix A: Lamps`, `PROTOCOL No 2 on boats`, `[별표 1]`, `부칙`, `부속서 I`
std::optional<PartHead> annex(const QString &line)
{
    if (line.endsWith(u'.'))
        return std::nullopt;
    static const QRegularExpression english(
        uR"(^\[?(?:(annex|appendix|attachment|schedule|exhibit|addendum)(?:\s+(?:no\.?\s*)?([IVX]{1,6}|\d{1,3}|[A-Z])(?:[-–.](?:\d{1,2}|[A-Z]))?)?|(protocol)\s+(?:no\.?\s*)?(\d{1,2}|[IVX]{1,6}|[A-Z]))\]?(?:\s*[:.–—-]\s*(?<title>.*)|\s+(?<name>[\p{Lu}(].*)|\s+(?<on>(?:on|to)\s.*))?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression alone(uR"(^(?:PROTOCOL|JOINT DECLARATION|DECLARATION|FINAL ACT)(?:\s+(?:ON|OF|BY|TO|CONCERNING)\b.*)?$)"_s);
    static const QRegularExpression korean(
        uR"(^[\[<【(]?\s*(부속\s*서|부\s*속\s*의\s*정\s*서|별\s*표|별\s*지|별\s*첨|부\s*록|부\s*칙|부속\s*합의서|의정서)(?:\s*(?:제\s*)?([IVX]{1,6}|\d{1,3}|[A-Z]|[가-하])(?:\s*의\s*\d{1,2})?(?:\s*호(?:\s*서식)?)?)?\s*[\]>】)]?(?:\s*[<(\[].*|\s*[:–—-]\s*(?<title>.*)|\s+(?<name>\S.*))?$)"_s);
    PartHead head;
    head.annex = true;
    if (const auto match = english.match(line); match.hasMatch()) {
        const QString word = match.captured(1) + match.captured(3);
        const QString number = match.captured(2) + match.captured(4);
        const QString name = match.captured(u"name"_s);
        const QString on = match.captured(u"on"_s);
        const QChar first = line.startsWith(u'[') ? line[1] : line[0];
        if (!first.isUpper() || number != number.toUpper() || (!name.isEmpty() && name[0].isLower()))
            return std::nullopt;
        // "Annex to the Agreement" in capitals, or with a number, is a heading; else it may be anything.
        if (!on.isEmpty() && word != word.toUpper())
            return std::nullopt;
        static const QRegularExpression numbered(u"^[IVX\\d]+\\b"_s);
        if (number.isEmpty() && !name.isEmpty() && (word != word.toUpper() || numbered.match(name.left(8)).hasMatch()))
            return std::nullopt;
        // "Schedule", "Protocol" and the like alone are words like others.
        if (number.isEmpty() && word.toLower() != u"annex" && word.toLower() != u"appendix" && word != word.toUpper())
            return std::nullopt;
        head.name = capitalised(word) + (number.isEmpty() ? QString() : u' ' + number);
        head.titled = !name.isEmpty() || !match.captured(u"title"_s).isEmpty();
        return head;
    }
    if (alone.match(line).hasMatch()) {
        head.name = line.startsWith(u"PROTOCOL")        ? u"Protocol"_s
                    : line.startsWith(u"JOINT")         ? u"Joint Declaration"_s
                    : line.startsWith(u"DECLARATION")   ? u"Declaration"_s
                                                        : u"Final Act"_s;
        head.titled = line.contains(u' ');
        return head;
    }
    if (const auto match = korean.match(line); match.hasMatch()) {
        static const QRegularExpression space(uR"(\s+)"_s);
        QString word = match.captured(1);
        word.remove(space);
        const QString number = match.captured(2);
        const QString name = match.captured(u"name"_s);
        // "부속서 가운데", "의정서 제3조": words of a sentence.
        if (!name.isEmpty() && (number.isEmpty() || name.startsWith(u"제") || name.endsWith(u'.')))
            return std::nullopt;
        head.name = word + (number.isEmpty() ? QString() : u' ' + number);
        head.titled = !name.isEmpty() || !match.captured(u"title"_s).isEmpty();
        return head;
    }
    return std::nullopt;
}

} // namespace

std::optional<PartHead> partHead(const QString &line)
{
    if (line.size() > LongestHead || line.isEmpty())
        return std::nullopt;
    const QChar first = line[0];
    if (!first.isUpper() && first != u'[' && first.script() != QChar::Script_Hangul && !u"<【("_s.contains(first))
        return std::nullopt;
    if (const auto head = division(line))
        return head;
    if (const auto head = koreanDivision(line))
        return head;
    return annex(line);
}

bool enacts(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(\bHA(?:VE|S) (?:AGREED|ADOPTED|DECIDED|REACHED)\b|\b[Hh]a(?:ve|s) (?:agreed|decided|reached the following)\b.*(?:follow(?:s|ing)|:$)|\bhereby agree as follows|다음과\s*같이\s*(?:합의|협정|결정|약정|규정|양해))"_s);
    return line.size() <= 400 && pattern.match(line).hasMatch();
}

bool signs(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^(?:IN WITNESS (?:WHEREOF|THEREOF)|In witness (?:whereof|thereof)|(?:DONE|Done|SIGNED|Signed) (?:at|AT|in|IN|on|ON|this)\b|(?:FOR|For) (?:the|THE)\s+(?:European|EUROPEAN|Republic|REPUBLIC|Government|GOVERNMENT|Council|COUNCIL|Commission|COMMISSION|Ministry|MINISTRY|Kingdom|Member States)\b[^.]{0,80}$|(?:ON|On) (?:BEHALF|behalf) (?:OF|of)\b[^.]{0,80}$|\(?[Ss]igned\)?:?$|_{4,}|이상의\s*증거로|위의\s*증거로|[^.]{2,40}(?:을|를)\s*(?:대표하여|위하여)\s*:?$))"_s);
    return pattern.match(line.left(200)).hasMatch();
}

bool saysWhatIsToBeDone(const QString &text)
{
    static const QRegularExpression verb(uR"((?<!\bthat )(?<!\bwhich )(?<!\bwho )\b(?:shall|will|may|must|agree|hereby|undertakes?|is|are|has|have|was|were|can|should)\b)"_s);
    return verb.match(text).hasMatch();
}

} // namespace entente::reading::parts
