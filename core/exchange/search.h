#pragma once

#include "core/model/lookup.h"

namespace entente::exchange {

/// One place where all the words stand: a name, a clause, a note, a block of a document.
struct Hit
{
    QString id;    ///< The record to go to; for a block of a document the document itself.
    QString kind;
    QString field;
    QString snippet; ///< The words in their surroundings.
    QString label;   ///< The block, where the hit is in a document.
    int rank = 0;    ///< Smaller is better: names before texts, whole names before parts.
};

/// Every record in which all the words occur, in any order, case, accents and kinds of dashes evened out; Korean is found by syllables.
/// At most `limit` hits, the best first.
std::vector<Hit> search(const Lookup &lookup, const QString &words, std::size_t limit);

} // namespace entente::exchange
