#pragma once

#include "core/reading/document.h"
#include "core/reading/koreannames.h"

#include <QHash>

namespace entente::reading {

/// A name that the map knows: a record and one of the ways it is written. A record with three names comes three times.
struct KnownName
{
    QString record;
    QString kind; ///< institution, dialogue, instrument, area, person, clause
    QString text;
};

/// A known name found in a block.
struct Recognised
{
    QString record;
    QString as;     ///< As the text writes it.
    QString label;  ///< Of the block.
    int offset = 0; ///< In the block's text.
    bool ambiguous = false; ///< Other records have the same name.
    QString warning;        ///< What it is not to be confused with, in words.

    bool operator==(const Recognised &) const = default;
};

/// Finds known names in texts: whole words only, the longest name wins, hyphens, quotes, possessives and British or American spelling do
/// not matter. In Korean, spaces and particles do not matter. Dialogues are found in the forms of dialoguenames.h, too. Abbreviations and names of one word must be written as they are known (`ARF` is no `arf`, `Space` no `space`).
class NameFinder
{
public:
    explicit NameFinder(const std::vector<KnownName> &names);

    struct Found
    {
        QString record;
        QString kind;
        qsizetype offset = 0;
        qsizetype length = 0;
        bool abbreviation = false;
        bool ambiguous = false; ///< Other records have the same name.
    };
    std::vector<Found> find(const QString &text) const;

private:
    struct Entry
    {
        QStringList words;
        KnownName name;
        bool exact = false; ///< The letters must agree as written.
        bool abbreviation = false;
    };
    void add(const KnownName &name);
    std::vector<Found> findLatin(const QString &text) const;

    std::vector<Entry> m_entries;
    QHash<QString, std::vector<std::size_t>> m_byFirstWord; // longest first
    KoreanFinder m_korean;
};

/// The known names in the units and the prose of a document.
std::vector<Recognised> recogniseNames(const std::vector<Block> &blocks, const std::vector<KnownName> &names);

} // namespace entente::reading
