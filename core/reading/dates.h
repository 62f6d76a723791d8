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
    QString weekday; ///< As printed, `Tuesday`.
    PartialDate start;
    PartialDate end;
    int month = 0;
    int day = 0;
    int endMonth = 0;
    int endDay = 0;

    bool yearMissing() const { return !start.isKnown(); }
};

/// Days with a month, in words or figures: `20 May 2025`, `Tuesday, May 20`, `7–8 July 2025`, `July 7-11`, `21/10/2024`, `04.11.2024`,
/// `2025-05-20`.
std::vector<FoundDate> findDates(const QString &text);

/// The year that a date without one means. Nearest to `hint` where that is known; else the first year, not before the latest that the text
/// speaks of as past, on which day and weekday agree. 0: cannot be said.
int inferYear(const FoundDate &date, const QString &text, const PartialDate &hint);

} // namespace entente::reading
