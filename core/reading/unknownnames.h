#pragma once

#include "core/reading/names.h"

#include <QSet>

/// Names in a text that look like those of persons, bodies and papers, whoever knows them.
namespace entente::reading {

enum class NameKind { Person, Institution, Instrument };

/// A stretch of a text that looks like a name.
struct NameSighting
{
    NameKind kind = NameKind::Institution;
    QString text;         ///< As written, without title, article or particle.
    QString abbreviation; ///< That the text gives with it in brackets.
    qsizetype offset = 0;
    QString sign;         ///< What shows that it is a name: `Mr`, `Ministry`, `국장`.

    bool operator==(const NameSighting &) const = default;
};

/// The names in one block of text, in their order. Persons need a title or an office beside them, bodies and papers a word that makes them
/// one, so that places, dates, headings and common words stay out. `known` are the names that a finder found there.
std::vector<NameSighting> sightNames(const QString &text, const std::vector<NameFinder::Found> &known);

/// The same for Hangul: bodies by their last syllables (weak ones only beside an office, a list of bodies or brackets), persons by the office
/// behind them.
std::vector<NameSighting> sightKoreanNames(const QString &text, const std::vector<NameFinder::Found> &known);

} // namespace entente::reading
