#include "core/reading/headings.h"

#include <QRegularExpression>

namespace entente::reading {

using namespace Qt::StringLiterals;

bool startsLikeHeading(const QString &text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text[0];
    return first.isUpper() || first.isDigit() || u"[\"<【〔“‘「『"_s.contains(first) || (first.isLetter() && !first.isLower());
}

bool startsLikeSentence(const QString &text)
{
    static const QRegularExpression subject(
        uR"(^(?:It|They|This|These|Each|Either|Both|The (?:Part(?:y|ies)|EU|European Union|Republic)|In|If|For|Such|Nothing|Where|When|No|Any|All)\s)"_s);
    return subject.match(text.left(24)).hasMatch();
}

bool isBracketHeading(const QString &text)
{
    constexpr qsizetype Longest = 120;
    return text.size() > 2 && text.size() <= Longest && text.startsWith(u'[') && text.endsWith(u']') && text.indexOf(u']') == text.size() - 1 &&
           text[1].isLetter() && !text[1].isLower();
}

bool isDateAlone(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^[(\[]?(?:(?:19|20)\d{2}\.\s?\d{1,2}\.\s?\d{1,2}\.?|(?:19|20)\d{2}년\s?\d{1,2}월(?:\s?\d{1,2}일)?|\d{1,2}(?:st|nd|rd|th)? \p{L}+,? (?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?:\s?\([^)]{1,12}\))?[)\]]?$)"_s);
    return line.size() <= 40 && pattern.match(line).hasMatch();
}

bool headingGoesOn(const QString &text)
{
    static const QRegularExpression pattern(uR"((?:[,\-–—:/&]|\b(?:and|or|of|for|the|in|on|to|by|a|an|with|between|from|including)|및|또는)$)"_s);
    return pattern.match(text.right(16)).hasMatch();
}

QString titleWords(const QString &title)
{
    static const QRegularExpression dash(uR"(^[–—:-]\s*)"_s);
    QString words = QString(title).remove(dash);
    if (words.size() > 2 && u"([【〔"_s.contains(words[0]) && u")]】〕"_s.contains(words.back()))
        words = words.mid(1, words.size() - 2).trimmed();
    return words;
}

} // namespace entente::reading
