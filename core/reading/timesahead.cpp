#include "core/reading/dates.h"

#include <QRegularExpression>

#include <algorithm>

/// The times that promises are tied to. Where a day is named that counts; else the month, else the year: a map's date knows no quarters.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;

int englishMonth(const QString &word)
{
    static const QStringList names = {u"january"_s, u"february"_s, u"march"_s,     u"april"_s,   u"may"_s,      u"june"_s,
                                      u"july"_s,    u"august"_s,   u"september"_s, u"october"_s, u"november"_s, u"december"_s};
    return static_cast<int>(names.indexOf(word.toLower())) + 1;
}

/// The next time that the month comes.
PartialDate nextMonth(int month, const PartialDate &now)
{
    if (!now.isKnown() || now.month() == 0)
        return {};
    return PartialDate(now.year() + (month < now.month() ? 1 : 0), month);
}

void add(std::vector<FoundTime> &times, qsizetype offset, qsizetype length, const PartialDate &start, const PartialDate &end)
{
    const bool taken = std::ranges::any_of(
        times, [&](const FoundTime &time) { return offset < time.offset + time.length && time.offset < offset + length; });
    if (!taken && start.isKnown())
        times.push_back({offset, length, start, end});
}

void addDays(const QString &text, const PartialDate &now, std::vector<FoundTime> &times)
{
    for (FoundDate date : findDates(text)) {
        if (date.yearMissing() && now.isDay()) {
            // "on 3 June": the next one.
            const QDate thisYear(now.year(), date.month, date.day);
            setYear(date, thisYear.isValid() && thisYear > now.first() ? now.year() : now.year() + 1);
        }
        add(times, date.offset, date.length, date.start, date.end);
    }
}

void addEnglish(const QString &text, const PartialDate &now, std::vector<FoundTime> &times)
{
    static const QRegularExpression month(
        uR"(\b(?<word>(?:(?:early|late|mid|end of|the end of|beginning of)[ -])?(?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?:,? (?:of )?(?<year>20\d\d|next year|this year))?)\b)"_s);
    static const QRegularExpression monthBare(
        uR"(\b(?:in|by|for|until|before|this|next|coming|during|of)(?: early| late| mid| the end of)?[ -]$)"_s, CaseInsensitive);
    for (auto matches = month.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString year = match.captured(u"year"_s);
        const int number = englishMonth(match.captured(u"month"_s));
        const qsizetype start = match.capturedStart();
        PartialDate date;
        if (year.startsWith(u"20"))
            date = PartialDate(year.toInt(), number);
        else if (!year.isEmpty() && now.isKnown())
            date = PartialDate(now.year() + (year.startsWith(u"next") ? 1 : 0), number);
        else if (monthBare.match(text.mid(std::max<qsizetype>(0, start - 30), std::min<qsizetype>(30, start))).hasMatch())
            date = nextMonth(number, now);
        add(times, start, match.capturedLength(), date, date);
    }
    static const QRegularExpression year(
        uR"(\b(?:in|by|before|during|for|from|of|early|late|mid|until|throughout|within|over)[ -](?:the )?(?:course of |year |end of |close of |beginning of )?(?:(?:early|late|mid)[ -])?(?:(?:first|second|latter) (?:half|quarter|part) of |(?:third|fourth|last) quarter of |(?:spring|summer|autumn|fall|winter)(?: of)? )?(?<year>20\d\d)(?![\w/.]*\d|[-–]\d))"_s,
        CaseInsensitive);
    for (auto matches = year.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const PartialDate date(match.captured(u"year"_s).toInt());
        add(times, match.capturedStart(), match.capturedLength(), date, date);
    }
    if (!now.isKnown())
        return;
    static const QRegularExpression relative(
        uR"(\b(?:(?<next>(?:next year|(?:spring|summer|autumn|fall|winter|half|quarter) of next year|next (?:spring|summer|autumn|fall|winter)))|(?<this>(?:later this year|(?:before |by )?the end of (?:this|the) year|this (?:autumn|fall|winter|summer)|the (?:second|first) half of (?:this|the) year|year[- ]end))|(?<month>next month))\b)"_s,
        CaseInsensitive);
    for (auto matches = relative.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        PartialDate date(now.year());
        if (!match.captured(u"next"_s).isEmpty())
            date = PartialDate(now.year() + 1);
        else if (!match.captured(u"month"_s).isEmpty())
            date = now.month() ? PartialDate(now.year() + now.month() / 12, now.month() % 12 + 1) : PartialDate();
        add(times, match.capturedStart(), match.capturedLength(), date, date);
    }
}

void addKorean(const QString &text, const PartialDate &now, std::vector<FoundTime> &times)
{
    static const QRegularExpression pattern(
        uR"((?:(?<ahead>오는|다가오는|금년|올해|내년도?|명년|내후년|(?<year>20\d\d)년)\s*)(?:(?<month>\d{1,2})월|(?:상반기|하반기|\d분기|초|말|중|봄|여름|가을|겨울|연말|도)?)(?![\d]))"_s);
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString ahead = match.captured(u"ahead"_s);
        const int month = match.captured(u"month"_s).toInt();
        PartialDate date;
        if (const int printed = match.captured(u"year"_s).toInt())
            date = month ? PartialDate(printed, month) : PartialDate(printed);
        else if (ahead == u"오는" || ahead == u"다가오는")
            date = month ? nextMonth(month, now) : PartialDate();
        else if (now.isKnown()) {
            const int year = now.year() + (ahead.startsWith(u"내년") || ahead == u"명년" ? 1 : ahead == u"내후년" ? 2 : 0);
            date = month ? PartialDate(year, month) : PartialDate(year);
        }
        if (month > 12)
            continue;
        add(times, match.capturedStart(), match.capturedLength(), date, date);
    }
    static const QRegularExpression relative(uR"((?<month>다음\s?달|내달)|(?<year>연내|연말|하반기)(?:에|까지|중| ))"_s);
    for (auto matches = relative.globalMatch(text); now.isKnown() && matches.hasNext();) {
        const auto match = matches.next();
        PartialDate date(now.year());
        if (!match.captured(u"month"_s).isEmpty())
            date = now.month() ? PartialDate(now.year() + now.month() / 12, now.month() % 12 + 1) : PartialDate();
        add(times, match.capturedStart(), match.capturedLength(), date, date);
    }
}

} // namespace

std::vector<FoundTime> findTimesAhead(const QString &text, const PartialDate &now)
{
    std::vector<FoundTime> times;
    addDays(text, now, times);
    addEnglish(text, now, times);
    addKorean(text, now, times);
    std::erase_if(times, [&](const FoundTime &time) { return now.isKnown() && time.end.last() <= now.first(); });
    std::ranges::stable_sort(times, {}, &FoundTime::offset);
    return times;
}

} // namespace entente::reading
