#pragma once

#include "core/base/partialdate.h"
#include "core/base/vocabulary.h"

#include <QString>

#include <vector>

namespace entente::reading {

/// A date as a text prints it. Where the year is left out, `start` and `end` are unknown and day and month say what there is.
struct FoundDate
{
    qsizetype offset = 0;
    qsizetype length = 0;
    QString weekday; ///< Of the first day, as printed: `Tuesday`, `화`.
    PartialDate start;
    PartialDate end;
    int month = 0;
    int day = 0;
    int endMonth = 0;
    int endDay = 0;

    bool yearMissing() const { return !start.isKnown(); }
};

/// Days with a month, in words or figures: `20 May 2025`, `Tuesday, May 20`, `7–8 July 2025`, `30 June to 2 July`, `21/10/2024`,
/// `04.11.2024`, `2025-05-20`; and as Korean papers print them: `5.20.(화)`, `11.4.-5.`, `2024. 11. 4.(월)`, `2025년 5월 20일`. Two dates
/// that the text joins are one range.
std::vector<FoundDate> findDates(const QString &text);

/// The same for the Korean forms alone; without joining.
std::vector<FoundDate> findKoreanDates(const QString &text);

/// The year that a date without one means. Nearest to `hint` where that is known; else the first year, not before the latest that the text
/// speaks of as past, on which day and weekday agree. 0: cannot be said.
int inferYear(const FoundDate &date, const QString &text, const PartialDate &hint);

/// A date without its year, in the year that begins `year`: a range over New Year ends in the next.
void setYear(FoundDate &date, int year);

/// A time that a text speaks of, as exactly as a date of the map can say it.
struct FoundTime
{
    qsizetype offset = 0;
    qsizetype length = 0;
    PartialDate start;
    PartialDate end; ///< The same, or the last day of a range.
};

/// Times ahead: days, months (`in March 2027`, `this November`, `오는 11월`), seasons and halves (`in the autumn of 2025`, `내년 상반기`:
/// the year), years (`in 2026`, `by 2027`, `next year`, `내년`). What is said relative to the day of writing is reckoned from `now`;
/// without it such words give nothing. Times before `now` are left out.
std::vector<FoundTime> findTimesAhead(const QString &text, const PartialDate &now);

} // namespace entente::reading
