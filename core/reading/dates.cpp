#include "core/reading/dates.h"

#include "core/reading/sentences.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

const QStringList &monthNames()
{
    static const QStringList names = {u"january"_s, u"february"_s, u"march"_s,     u"april"_s,   u"may"_s,      u"june"_s,
                                      u"july"_s,    u"august"_s,   u"september"_s, u"october"_s, u"november"_s, u"december"_s};
    return names;
}

int monthNumber(const QString &word)
{
    const QString lower = word.toLower();
    for (int i = 0; i < 12; ++i) {
        if (monthNames()[i] == lower || (lower.size() >= 3 && monthNames()[i].startsWith(lower)))
            return i + 1;
    }
    return 0;
}

int weekdayNumber(const QString &word)
{
    static const QStringList names = {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    return static_cast<int>(names.indexOf(word.left(3).toLower())) + 1;
}

const QRegularExpression &datePattern()
{
    static const QRegularExpression pattern = [] {
        const QString month =
            u"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?"_s;
        const QString day = u"\\d{1,2}(?:st|nd|rd|th)?"_s;
        const QString dash = u"\\s*(?:-|–|—|to|and)\\s*"_s;
        const QString weekday = u"(?:(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\\s+(?:the\\s+)?)?"_s;
        const QString dayFirst =
            u"(?<d1>%1)(?:\\s+(?<m1a>%2))?(?:%3(?<d1b>%1))?\\s+(?:of\\s+)?(?<m1>%2)(?:,?\\s+(?<y1>(?:19|20)\\d\\d))?"_s.arg(day, month,
                                                                                                                            dash);
        const QString monthFirst =
            u"(?<m2>%2)\\s+(?<d2>%1)(?:%3(?:(?<m2b>%2)\\s+)?(?<d2b>%1))?(?!\\d)(?:,?\\s+(?<y2>(?:19|20)\\d\\d))?"_s.arg(day, month, dash);
        const QString figures = u"(?<d3>\\d{1,2})[./](?<m3>\\d{1,2})[./](?<y3>(?:19|20)\\d\\d)"_s;
        const QString iso = u"(?<y4>(?:19|20)\\d\\d)-(?<m4>\\d\\d)-(?<d4>\\d\\d)"_s;
        return QRegularExpression(u"(?<![\\w/.])%1(?:%2|%3|%4|%5)(?![\\w])"_s.arg(weekday, dayFirst, monthFirst, figures, iso));
    }();
    return pattern;
}

int dayNumber(const QString &word)
{
    static const QRegularExpression digits(u"\\d+"_s);
    return digits.match(word).captured().toInt();
}

PartialDate checked(int year, int month, int day)
{
    return QDate::isValid(year, month, day) ? PartialDate(year, month, day) : PartialDate();
}

} // namespace

std::vector<FoundDate> findDates(const QString &text)
{
    std::vector<FoundDate> found;
    for (auto matches = datePattern().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        FoundDate date;
        date.offset = match.capturedStart();
        date.length = match.capturedLength();
        date.weekday = match.captured(u"weekday"_s);
        int year = 0;
        for (const auto &[dayName, monthName, yearName] : {std::tuple{u"d1"_s, u"m1"_s, u"y1"_s}, std::tuple{u"d2"_s, u"m2"_s, u"y2"_s},
                                                           std::tuple{u"d3"_s, u"m3"_s, u"y3"_s}, std::tuple{u"d4"_s, u"m4"_s, u"y4"_s}}) {
            if (match.captured(dayName).isEmpty())
                continue;
            date.day = dayNumber(match.captured(dayName));
            const QString month = match.captured(monthName);
            date.month = month[0].isDigit() ? month.toInt() : monthNumber(month.endsWith(u'.') ? month.chopped(1) : month);
            year = match.captured(yearName).toInt();
        }
        date.endMonth = date.month;
        date.endDay = date.day;
        const auto monthOf = [&](const QString &name) {
            QString month = match.captured(name);
            month.remove(u'.');
            return month.isEmpty() ? 0 : monthNumber(month);
        };
        if (const QString endDay = match.captured(u"d1b"_s) + match.captured(u"d2b"_s); !endDay.isEmpty()) {
            date.endDay = dayNumber(endDay);
            // "30 June – 1 July": the month after the first day is the month of the start.
            if (const int startMonth = monthOf(u"m1a"_s))
                date.month = startMonth;
            if (const int endMonth = monthOf(u"m2b"_s))
                date.endMonth = endMonth;
        }
        if (!QDate::isValid(2024, date.month, date.day) || !QDate::isValid(2024, date.endMonth, date.endDay))
            continue;
        if (year) {
            date.start = checked(year, date.month, date.day);
            date.end = checked(year, date.endMonth, date.endDay);
            if (!date.start.isKnown() || !date.end.isKnown())
                continue;
        }
        found.push_back(date);
    }
    return found;
}

int inferYear(const FoundDate &date, const QString &text, const PartialDate &hint)
{
    const int weekday = date.weekday.isEmpty() ? 0 : weekdayNumber(date.weekday);
    const auto fits = [&](int year) {
        const QDate day(year, date.month, date.day);
        return day.isValid() && (!weekday || day.dayOfWeek() == weekday);
    };
    if (hint.isKnown()) {
        for (const int offset : {0, -1, 1}) {
            if (fits(hint.year() + offset))
                return hint.year() + offset;
        }
        return 0;
    }
    // Years that the text looks forward to ("by 2030", "agreed to meet in 2021") say nothing about when it was written.
    static const QRegularExpression yearPattern(
        uR"((?<ahead>\b(?:by|until|till|through|towards?|scheduled for|end of|to)\s+)?(?<![\w/.-])(?<year>(?:19|20)\d\d)(?![\w/]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression lookingAhead(
        uR"(\b(?:agreed to|will|next|upcoming|forthcoming|plan(?:s|ned)? to|scheduled|intends? to)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    int latest = 0;
    for (const Sentence &place : findSentences(text)) {
        const QString sentence = text.mid(place.offset, place.length);
        if (lookingAhead.match(sentence).hasMatch())
            continue;
        for (auto matches = yearPattern.globalMatch(sentence); matches.hasNext();) {
            const auto match = matches.next();
            if (match.captured(u"ahead"_s).isEmpty())
                latest = std::max(latest, match.captured(u"year"_s).toInt());
        }
    }
    if (!latest || !weekday)
        return 0;
    for (int year = latest; year <= latest + 11; ++year) {
        if (fits(year))
            return year;
    }
    return 0;
}

} // namespace entente::reading
