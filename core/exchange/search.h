#pragma once

#include "core/model/lookup.h"

#include <memory>

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

/// The texts of a map, folded once, so that each search only compares. Keeps what it was made from.
class SearchIndex
{
public:
    explicit SearchIndex(std::shared_ptr<const Lookup> lookup);

    /// Every record in which all the words occur, in any order, case, accents and kinds of dashes evened out; Korean is found by syllables.
    /// At most `limit` hits, the best first.
    std::vector<Hit> find(const QString &words, std::size_t limit) const;
    const std::shared_ptr<const Lookup> &lookup() const { return m_lookup; }

private:
    struct Text
    {
        QString id;
        const char *kind;
        const char *field;
        QString text;
        QString plain; ///< Folded.
        int rank;
        QString label;
    };
    void add(const QString &id, const char *kind, const char *field, const QString &text, int rank, const QString &label = {});

    std::shared_ptr<const Lookup> m_lookup;
    std::vector<Text> m_texts;
};

} // namespace entente::exchange
