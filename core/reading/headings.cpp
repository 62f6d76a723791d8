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

bool isBracketHeading(const QString &text)
{
    constexpr qsizetype Longest = 120;
    return text.size() > 2 && text.size() <= Longest && text.startsWith(u'[') && text.endsWith(u']') && text.indexOf(u']') == text.size() - 1 &&
           text[1].isLetter() && !text[1].isLower();
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
