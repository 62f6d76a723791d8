#include "core/reading/gaps.h"

#include <QRegularExpression>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestMark = 60;

QString kindOf(const QRegularExpressionMatch &match)
{
    for (const auto &[group, kind] : {std::pair{u"deleted"_s, u"deleted"_s}, std::pair{u"illegible"_s, u"illegible"_s},
                                      std::pair{u"translated"_s, u"not translated"_s}}) {
        if (!match.captured(group).isEmpty())
            return kind;
    }
    return u"omitted"_s;
}

/// The words that such marks are made of.
const QString &words()
{
    static const QString pattern =
        uR"((?:(?<deleted>deleted|redacted|(?:part|parts|text|page|passage)s? (?:deleted|redacted|removed|withheld)|not (?:de)?classified part|parts? not accessible to the public|삭\s*제|비\s*공\s*개|█+)|(?<illegible>illegible|unreadable|not legible|판독\s*(?:불가|불능)|알아볼 수 없음|해독\s*불가)|(?<translated>(?:text |part )?not translated|untranslated|no translation|미\s*번\s*역|번역\s*(?:생략|없음))|(?<omitted>omitted|\.{3}|…+|(?:\.\s){2,}\.?|중략|생략|후략|전략)))"_s;
    return pattern;
}

} // namespace

QString gapKind(const QString &line)
{
    if (line.size() > LongestMark)
        return {};
    static const QRegularExpression bracketed(u"^[\\[(<]\\s*"_s + words() + u"\\s*[\\])>]$"_s, QRegularExpression::CaseInsensitiveOption);
    // A bracket is lost easily: "]...]", "[..."
    static const QRegularExpression torn(uR"(^(?:[\[(<\]]\s*(?:\.\s*){2,}[\])>]?|(?:\.\s*){2,}[\])>]|[\[(]…|…[\])])$)"_s);
    static const QRegularExpression bare(uR"(^(?:(?<deleted>DELETED|REDACTED|NOT (?:DE)?CLASSIFIED PART|PARTS? NOT ACCESSIBLE TO THE PUBLIC|삭\s*제|비공개|█[█\s]*)|(?<illegible>ILLEGIBLE|판독\s*불가)|(?<translated>NOT TRANSLATED|미번역)|(?<omitted>중\s*략))$)"_s);
    for (const QRegularExpression *pattern : {&bracketed, &bare, &torn}) {
        if (const auto match = pattern->match(line); match.hasMatch())
            return pattern == &torn ? u"omitted"_s : kindOf(match);
    }
    return {};
}

QStringList gapKindsIn(const QString &text)
{
    static const QRegularExpression mark(u"[\\[(<]\\s*"_s + words() + u"\\s*[\\])>]"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression blackened(u"█{2,}"_s);
    QStringList kinds;
    for (auto matches = mark.globalMatch(text); matches.hasNext();)
        kinds.append(kindOf(matches.next()));
    for (auto matches = blackened.globalMatch(text); matches.hasNext(); matches.next())
        kinds.append(u"deleted"_s);
    return kinds;
}

} // namespace entente::reading
