#pragma once

#include "core/reading/lines.h"

#include <QString>

namespace entente::reading {

/// Whether the text begins as headings do: with a capital, a figure, Hangul, a bracket or a quotation mark.
bool startsLikeHeading(const QString &text);

/// Whether the text begins as sentences of instruments do and titles do not: "The Parties …", "Each …", "Nothing in …".
bool startsLikeSentence(const QString &text);

/// `[Preface]`
bool isBracketHeading(const QString &text);

/// `2024. 11. 4.`, `2024년 11월 4일`, `4 November 2024`
bool isDateAlone(const QString &line);

/// Whether a heading that ends with this line goes on in the next: "Countering terrorism and".
bool headingGoesOn(const QString &text);

/// "Article 4 – Costs", "(Purpose)": dash and brackets belong to the print.
QString titleWords(const QString &title);

} // namespace entente::reading
