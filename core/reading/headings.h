#pragma once

#include "core/reading/lines.h"

#include <QString>

namespace entente::reading {

/// Whether the text begins as headings do: with a capital, a figure, Hangul, a bracket or a quotation mark.
bool startsLikeHeading(const QString &text);

/// `[Preface]`
bool isBracketHeading(const QString &text);

/// Whether a heading that ends with this line goes on in the next: "Countering terrorism and".
bool headingGoesOn(const QString &text);

/// "Article 4 – Costs", "(Purpose)": dash and brackets belong to the print.
QString titleWords(const QString &title);

} // namespace entente::reading
