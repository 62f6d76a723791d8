#pragma once

#include "core/coverage/series.h"

#include <functional>

/// How a series is told in words.
namespace entente::coverage {

/// Whether rounds that are not recorded may lie between the rounds at `index` and `index + 1`.
using MayMiss = std::function<bool(std::size_t index)>;

/// What the words need beyond the series itself.
struct SeriesWords
{
    QDate asOf;
    MayMiss mayMiss;
    int distances = 0; ///< Between rounds, that the median is of.
    int highest = 0; ///< The highest number since the numbers last began anew; 0: none.
    bool ended = false;
};

/// Months from the last possible day of one date to the first possible one of another, as people count them on a calendar.
int monthsBetween(const PartialDate &from, const PartialDate &to);

/// All of a series in words, for the inspector.
QString sentenceOf(const Lookup &lookup, const Series &series, const SeriesWords &words);

} // namespace entente::coverage
