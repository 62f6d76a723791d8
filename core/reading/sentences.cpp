#include "core/reading/sentences.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

bool isAbbreviation(QStringView before)
{
    static const QSet<QString> known = {u"Mr"_s,   u"Ms"_s,   u"Mrs"_s,   u"Dr"_s,  u"Prof"_s, u"St"_s, u"No"_s,  u"Nos"_s, u"Art"_s,
                                        u"Arts"_s, u"para"_s, u"paras"_s, u"Amb"_s, u"Gen"_s,  u"Lt"_s, u"Col"_s, u"Adm"_s, u"Capt"_s,
                                        u"Hon"_s,  u"vs"_s,   u"cf"_s,    u"e.g"_s, u"i.e"_s,  u"p"_s,  u"pp"_s,  u"Vol"_s};
    qsizetype start = before.size();
    while (start > 0 && !before[start - 1].isSpace() && before[start - 1] != u'(')
        --start;
    const QStringView word = before.mid(start);
    // Initials: "J. Smith", "H.E. Ambassador", "U.S. and"
    const bool initial = (word.size() == 1 && word[0].isUpper()) || (word.size() >= 3 && word[word.size() - 2] == u'.');
    return initial || known.contains(word.toString());
}

bool isMonth(QStringView before)
{
    static const QSet<QString> months = {u"Jan"_s, u"Feb"_s, u"Mar"_s,  u"Apr"_s, u"Jun"_s, u"Jul"_s,
                                         u"Aug"_s, u"Sep"_s, u"Sept"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    const qsizetype space = std::max(before.lastIndexOf(u' '), before.lastIndexOf(u'('));
    return months.contains(before.mid(space + 1).toString());
}

/// Where the figures of Korean dates stand: each ends with a point (`2024. 11. 4.`), none of which ends a sentence.
std::vector<Sentence> pointedDates(const QString &text)
{
    static const QRegularExpression date(
        uR"((?<![\d.])(?:(?:19|20)\d\d\.\s?)?\d{1,2}\.\s?\d{1,2}\.(?:\s?[-–~]\s?(?:\d{1,2}\.\s?)?\d{1,2}\.)?(?=\s*[\p{Hangul}(,~–-]))"_s);
    std::vector<Sentence> dates;
    for (auto matches = date.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        dates.push_back({match.capturedStart(), match.capturedLength()});
    }
    return dates;
}

} // namespace

std::vector<Sentence> findSentences(const QString &text)
{
    std::vector<Sentence> sentences;
    const std::vector<Sentence> dates = pointedDates(text);
    auto date = dates.begin();
    qsizetype start = 0;
    const auto close = [&](qsizetype end) {
        while (start < end && text[start].isSpace())
            ++start;
        if (end > start)
            sentences.push_back({start, end - start});
        start = end;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n') {
            close(i);
            continue;
        }
        if (c != u'.' && c != u'!' && c != u'?' && c.unicode() != 0x3002)
            continue;
        qsizetype end = i + 1;
        while (end < text.size() && u"\"')]”’"_s.contains(text[end]))
            ++end;
        if (end < text.size() && !text[end].isSpace())
            continue;
        qsizetype next = end;
        while (next < text.size() && text[next].isSpace())
            ++next;
        if (next < text.size() && text[next].isLower())
            continue;
        while (date != dates.end() && date->offset + date->length <= i)
            ++date;
        if (date != dates.end() && i >= date->offset)
            continue;
        if (c == u'.' && next < text.size() && text[next].isDigit() && isMonth(QStringView(text).mid(std::max<qsizetype>(start, i - 6), i - std::max<qsizetype>(start, i - 6))))
            continue;
        if (c == u'.' && isAbbreviation(QStringView(text).mid(std::max<qsizetype>(start, i - 12), i - std::max<qsizetype>(start, i - 12))))
            continue;
        close(end);
        i = end - 1;
    }
    close(text.size());
    return sentences;
}

} // namespace entente::reading
