#include "core/reading/dates.h"

#include <QRegularExpression>

/// Dates as Korean papers print them. A point ends every figure, also the last: `5.20.`, `2024. 11. 4.`; the weekday follows in brackets.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

int fullYear(const QString &figures)
{
    const int year = figures.toInt();
    return figures.isEmpty() ? 0 : figures.size() == 2 ? 2000 + year : year;
}

const QRegularExpression &datePattern()
{
    static const QRegularExpression pattern = [] {
        const QString weekday = u"(?:\\s?\\(\\s?(?<w%1>[월화수목금토일])(?:요일)?\\s?(?:[,~∼-]\\s?[월화수목금토일]\\s?)?\\))?"_s;
        const QString to = u"\\s*[-–~∼]\\s*"_s;
        // 2025년 5월 20일(화)-21일
        const QString words =
            u"(?:(?:(?<y1>(?:19|20)\\d\\d|['’‘]\\d\\d)년\\s*)?(?<m1>\\d{1,2})월\\s*(?<d1>\\d{1,2})일%1(?:%2(?:(?<m1b>\\d{1,2})월\\s*)?(?<d1b>\\d{1,2})일)?)"_s
                .arg(weekday.arg(1), to);
        // 5월 20~21일
        const QString span =
            u"(?:(?:(?<y3>(?:19|20)\\d\\d)년\\s*)?(?<m3>\\d{1,2})월\\s*(?<d3>\\d{1,2})\\s?[-–~∼]\\s?(?<d3b>\\d{1,2})일%1)"_s.arg(
                weekday.arg(3));
        // 2024. 11. 4.(월)-11.5.(화), 5.20.(화), 5.20(화), 11.4.-5.
        const QString points =
            u"(?:(?:(?<y2>(?:19|20)\\d\\d|['’‘]\\d\\d)\\.\\s*)?(?<m2>\\d{1,2})\\.\\s?(?<d2>\\d{1,2})(?<point>\\.?)%1(?:%2(?:(?<m2b>\\d{1,2})\\.\\s?)?(?<d2b>\\d{1,2})(?<pointb>\\.)?(?![\\d년월일%]))?)"_s
                .arg(weekday.arg(2), to);
        return QRegularExpression(u"(?<![\\d.\\w])(?:%1|%2|%3)(?!\\d)"_s.arg(span, words, points));
    }();
    return pattern;
}

} // namespace

std::vector<FoundDate> findKoreanDates(const QString &text)
{
    std::vector<FoundDate> found;
    for (auto matches = datePattern().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const auto form = [&]() -> QString {
            for (const QString &number : {u"1"_s, u"2"_s, u"3"_s}) {
                if (!match.captured(u"d"_s + number).isEmpty())
                    return number;
            }
            return {};
        }();
        FoundDate date;
        date.offset = match.capturedStart();
        date.length = match.capturedLength();
        QString year = match.captured(u"y"_s + form);
        year.remove(u'\'').remove(u'’').remove(u'‘');
        date.weekday = match.captured(u"w"_s + form);
        date.month = match.captured(u"m"_s + form).toInt();
        date.day = match.captured(u"d"_s + form).toInt();
        // Figures alone are a date only where a point closes them or a weekday or a year stands by: "1.5 times" is none.
        if (form == u"2" && year.isEmpty() && date.weekday.isEmpty() && match.captured(u"point"_s).isEmpty())
            continue;
        const QString endMonth = form == u"3" ? QString() : match.captured(u"m%1b"_s.arg(form));
        const QString endDay = match.captured(u"d%1b"_s.arg(form));
        date.endMonth = endMonth.isEmpty() ? date.month : endMonth.toInt();
        date.endDay = endDay.isEmpty() ? date.day : endDay.toInt();
        if (!QDate::isValid(2024, date.month, date.day) || !QDate::isValid(2024, date.endMonth, date.endDay))
            continue;
        if (const int number = fullYear(year)) {
            setYear(date, number);
            if (!date.start.isKnown())
                continue;
        }
        found.push_back(date);
    }
    return found;
}

} // namespace entente::reading
