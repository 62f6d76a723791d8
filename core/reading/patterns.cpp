#include "core/reading/patterns.h"

#include "core/reading/numbers.h"

#include <QRegularExpression>

namespace entente::reading::patterns {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestLine = 120;

const QRegularExpression &referencePattern()
{
    // Council numbers (five digits, two of the year), and INSTITUTION(YEAR) NUMBER.
    static const QRegularExpression pattern(
        uR"((?<![\w/])(?:(?:ST )?\d{4,5}/(?:\d/)?\d{2}(?: (?:ADD|REV|COR|INIT|DCL|EXT) \d{1,2})*(?![\w/])|[A-Z]{1,8} ?\((?:19|20)\d{2}\) ?\d{1,6}(?![\w/])))"_s);
    return pattern;
}

} // namespace

QStringList references(const QString &text)
{
    QStringList found;
    for (auto match = referencePattern().globalMatch(text); match.hasNext();) {
        const QString reference = match.next().captured();
        if (!found.contains(reference))
            found.append(reference);
    }
    return found;
}

bool isReference(const QString &line)
{
    if (line.size() > LongestLine)
        return false;
    const auto match = referencePattern().match(line);
    return match.hasMatch() && match.capturedLength() == line.size();
}

QString marking(const QString &line)
{
    if (line.size() > LongestLine)
        return {};
    static const QRegularExpression pattern(
        uR"(^(?:distribution\s+marking|marking|handling|classification)?\s*:?\s*((?:(?:R|C|S|TS)-?UE/EU-?\w*)|RESTREINT UE(?:/EU RESTRICTED)?|EU RESTRICTED|CONFIDENTIEL UE(?:/EU CONFIDENTIAL)?|LIMITE|PUBLIC|INTERNAL|LIMITED|RESTRICTED|CONFIDENTIAL|SENSITIVE|EU NORMAL|대외비|공개|비공개)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return {};
    const QString word = match.captured(1);
    // A marking is printed as a label, never as a word within a text: "limited" alone on a line is the end of a sentence.
    return word == word.toLower() && word != word.toUpper() ? QString() : word;
}

int markingRank(const QString &marking)
{
    const QString upper = marking.toUpper();
    if (marking.isEmpty())
        return -1;
    if (upper == u"PUBLIC" || upper == u"공개")
        return 0;
    if (upper == u"INTERNAL" || upper == u"EU NORMAL")
        return 1;
    if (upper == u"LIMITED")
        return 2;
    if (upper == u"LIMITE")
        return 3;
    return 4;
}

QStringList subjectCodes(const QString &line)
{
    if (line.size() > LongestLine)
        return {};
    static const QRegularExpression whole(uR"(^(?:[A-Z]{2,}(?:[/ \-][A-Z]{2,}){0,2} \d{1,4}(?:\s+|$))+$)"_s);
    static const QRegularExpression one(uR"([A-Z]{2,}(?:[/ \-][A-Z]{2,}){0,2} \d{1,4}(?=\s|$))"_s);
    static const QRegularExpression no(uR"(^(?:ADD|REV|COR|ANNEX|PAGE|ARTICLE|CHAPTER|SECTION|PART|TITLE|NBI)\b)"_s);
    if (!whole.match(line).hasMatch() || no.match(line).hasMatch())
        return {};
    QStringList codes;
    for (auto match = one.globalMatch(line); match.hasNext();)
        codes.append(match.next().captured());
    return codes;
}

std::optional<int> pageNumber(const QString &line)
{
    if (line.size() > 28)
        return std::nullopt;
    static const QRegularExpression pattern(
        uR"(^(?:(?:page|p\.|pg\.?|쪽)\s*)?[-–—|\[]?\s*(?:(\d{1,4})\s*(?:쪽|면|페이지)?|([ivxl]{1,6}))\s*(?:(?:of|/)\s*(?:총\s*)?\d{1,4}\s*(?:쪽|면|페이지|pages)?)?\s*[-–—|\]]?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    if (const QString figure = match.captured(1); !figure.isEmpty())
        return figure.toInt();
    const QString roman = match.captured(2);
    const int value = roman == roman.toLower() ? numbers::romanValue(roman) : 0;
    return value > 0 ? std::optional(value) : std::nullopt;
}

bool isWatermark(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^[-–\s]*(?:D\s?R\s?A\s?F\s?T|COPY|SPECIMEN|FOR INTERNAL USE(?: ONLY)?|NOT FOR (?:DISTRIBUTION|CIRCULATION)|초\s?안|사\s?본|검토용|내부\s?검토용|안\))[-–\s]*$)"_s);
    return line.size() <= 40 && pattern.match(line).hasMatch();
}

bool isCopyNumber(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?:numbered )?copy(?: (?:no\.?|number))?\s*\d{1,5}(?:\s*(?:of|/)\s*\d{1,5})?(?:\s*[-–—:,|]\s*[^.]{1,60}(?:\.\s?[^.]{1,40})*)?|사본\s*(?:제\s*)?\d{1,5}\s*(?:호|번|부|/\s*\d+).{0,40})$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return line.size() <= LongestLine && pattern.match(line).hasMatch();
}

bool isRecipient(const QString &line)
{
    static const QRegularExpression pattern(uR"(^(?:distribution(?: list)?\s*:|(?:for|to)\s*:\s*delegations|delegations$|배포처?\s*:|수신(?:처|자)?\s*:|배부처?\s*:))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return line.size() <= LongestLine && (pattern.match(line).hasMatch() || isCopyNumber(line));
}

bool isEndMark(const QString &line)
{
    static const QRegularExpression pattern(uR"(^[\[(/*\-#\s]*(?:end|fin|끝)[\])/*\-#.\s]*$)"_s, QRegularExpression::CaseInsensitiveOption);
    return line.size() <= 12 && pattern.match(line).hasMatch();
}

} // namespace entente::reading::patterns
