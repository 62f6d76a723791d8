#include "core/reading/dates.h"

#include "core/reading/sentences.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <limits>

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
    static const QString korean = u"월화수목금토일"_s;
    if (word.size() == 1)
        return static_cast<int>(korean.indexOf(word)) + 1;
    return static_cast<int>(names.indexOf(word.left(3).toLower())) + 1;
}

const QRegularExpression &datePattern()
{
    static const QRegularExpression pattern = [] {
        const QString month =
            u"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)"_s;
        const QString day = u"\\d{1,2}(?:st|nd|rd|th)?"_s;
        const QString dash = u"\\s*(?:-|–|—|~|to|and)\\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?"_s;
        const QString weekday =
            u"(?:(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\\s*(?:and|to|-|–)\\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,?\\s+(?:the\\s+|\\()?)?"_s;
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

namespace {

/// Whether a text goes on from one date to another as a range: "30 June" to "2 July", "7 July" and "8 July".
bool joinsDates(const FoundDate &first, const FoundDate &second, const QString &between)
{
    static const QRegularExpression span(uR"(^\s*(?:-|–|—|~|∼|to|until|till|through|부터)\s*$)"_s);
    static const QRegularExpression pair(uR"(^\s*(?:and|&|및|,)\s*$)"_s);
    const bool asSpan = span.match(between).hasMatch();
    if (!asSpan && !pair.match(between).hasMatch())
        return false;
    if (!first.yearMissing() && second.yearMissing())
        return false;
    // The dates of a meeting lie together; "20 May and 3 November" are two.
    const int year = second.yearMissing() ? 2024 : second.start.year();
    QDate from(first.yearMissing() ? year : first.start.year(), first.month, first.day);
    const QDate to(year, second.endMonth, second.endDay);
    if (first.yearMissing() && from > to)
        from = from.addYears(-1);
    const qint64 days = from.daysTo(to);
    return days > 0 && days <= (asSpan ? 62 : 2);
}

std::vector<FoundDate> joinedDates(std::vector<FoundDate> dates, const QString &text)
{
    std::ranges::stable_sort(dates, {}, &FoundDate::offset);
    std::vector<FoundDate> joined;
    for (const FoundDate &date : dates) {
        if (!joined.empty() && date.offset < joined.back().offset + joined.back().length)
            continue;
        if (!joined.empty()) {
            FoundDate &before = joined.back();
            const qsizetype end = before.offset + before.length;
            if (joinsDates(before, date, text.mid(end, date.offset - end))) {
                if (before.yearMissing() && !date.yearMissing()) {
                    const bool overNewYear = std::pair(before.month, before.day) > std::pair(date.endMonth, date.endDay);
                    before.start = PartialDate(date.end.year() - (overNewYear ? 1 : 0), before.month, before.day);
                }
                before.end = date.end;
                before.endMonth = date.endMonth;
                before.endDay = date.endDay;
                before.length = date.offset + date.length - before.offset;
                continue;
            }
        }
        joined.push_back(date);
    }
    return joined;
}

std::vector<FoundDate> findEnglishDates(const QString &text)
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
        // "20 May and 3 November 2025" are two dates.
        const QString endName = match.captured(u"d1b"_s).isEmpty() ? u"d2b"_s : u"d1b"_s;
        const bool otherMonth = date.month != date.endMonth;
        if (otherMonth && match.captured().contains(u" and ")) {
            const QDate first(2024, date.month, date.day);
            const qint64 days = first.daysTo(QDate(2024, date.endMonth, date.endDay));
            if (days < 0 || days > 2) {
                FoundDate second = date;
                second.offset = endName == u"d1b" ? match.capturedStart(endName) : match.capturedStart(u"m2b"_s);
                second.length = match.capturedEnd() - second.offset;
                second.weekday.clear();
                second.month = date.endMonth;
                second.day = date.endDay;
                date.length = match.captured().indexOf(u" and ");
                date.endMonth = date.month;
                date.endDay = date.day;
                if (year) {
                    date.start = date.end = checked(year, date.month, date.day);
                    second.start = second.end = checked(year, second.month, second.day);
                }
                found.push_back(date);
                found.push_back(second);
                continue;
            }
        }
        if (year) {
            date.start = checked(year, date.month, date.day);
            date.end = checked(year, date.endMonth, date.endDay);
            // "30 December – 2 January 2025": the year belongs to the end.
            if (std::pair(date.endMonth, date.endDay) < std::pair(date.month, date.day))
                date.start = checked(year - 1, date.month, date.day);
            if (!date.start.isKnown() || !date.end.isKnown())
                continue;
        }
        found.push_back(date);
    }
    return found;
}

} // namespace

std::vector<FoundDate> findDates(const QString &text)
{
    std::vector<FoundDate> dates = findEnglishDates(text);
    const std::vector<FoundDate> korean = findKoreanDates(text);
    dates.insert(dates.end(), korean.begin(), korean.end());
    return joinedDates(std::move(dates), text);
}

void setYear(FoundDate &date, int year)
{
    const bool overNewYear = std::pair(date.endMonth, date.endDay) < std::pair(date.month, date.day);
    date.start = checked(year, date.month, date.day);
    date.end = checked(year + (overNewYear ? 1 : 0), date.endMonth, date.endDay);
    if (!date.end.isKnown())
        date.end = date.start;
}

int inferYear(const FoundDate &date, const QString &text, const PartialDate &hint)
{
    const int weekday = date.weekday.isEmpty() ? 0 : weekdayNumber(date.weekday);
    const auto fits = [&](int year) {
        const QDate day(year, date.month, date.day);
        return day.isValid() && (!weekday || day.dayOfWeek() == weekday);
    };
    if (hint.isKnown()) {
        // Nearest to what is known: what was held at Christmas may be told of in January.
        int nearest = 0;
        qint64 least = std::numeric_limits<qint64>::max();
        for (const int year : {hint.year(), hint.year() - 1, hint.year() + 1}) {
            const qint64 days =
                hint.isDay() ? std::abs(hint.first().daysTo(QDate(year, date.month, date.day))) : std::abs(year - hint.year());
            if (fits(year) && days < least) {
                least = days;
                nearest = year;
            }
        }
        return nearest;
    }
    // Years that the text looks forward to ("by 2030", "agreed to meet in 2021") say nothing about when it was written.
    static const QRegularExpression yearPattern(
        uR"((?<ahead>\b(?:by|until|till|through|towards?|scheduled for|end of|to)\s+)?(?<![\w/.-])(?<year>(?:19|20)\d\d)(?![\w/]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression lookingAhead(
        uR"(\b(?:agreed to|will|next|upcoming|forthcoming|plan(?:s|ned)? to|scheduled|intends? to)\b|기로|예정|계획|까지|내년|오는)"_s,
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
