#pragma once

#include "core/base/vocabulary.h"
#include "core/model/lookup.h"

#include <QDate>

/// How coverage and series speak of rounds, dialogues and stretches of time.
namespace entente::coverage {

/// `round 7 of CYB, 20 May 2025`; without a number `CYB, 17 Jun 2025`.
QString roundInWords(const Lookup &lookup, const QString &meeting);

/// `a, b, c and 4 more`: what is beyond the first few is counted, never dropped in silence.
QString roundsInWords(const Lookup &lookup, const QStringList &meetings, int most = 4);

/// The short names of dialogues: `STR and SDD`.
QString dialoguesInWords(const Lookup &lookup, const QStringList &dialogues);

/// `one` to `twelve`, then figures.
QString numberInWords(int number);

/// `7th`.
QString ordinalInWords(int number);

/// `18 months`, from two years on `four and a half years`, `three years and four months`.
QString durationInWords(int months);

/// `2–13 and 15–17`.
QString rangesInWords(const std::vector<int> &numbers);

} // namespace entente::coverage
