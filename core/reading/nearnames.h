#pragma once

#include "core/reading/names.h"

#include <QSet>

#include <optional>

/// Names that are nearly those of a record: other spellings, turned or shortened forms, slips of one letter.
namespace entente::reading {

/// A record that a name nearly fits, and why.
struct NearName
{
    KnownName name;
    double score = 0; ///< 0 to 1.
    QString reason;   ///< In words: "written “…” in the map; one letter differs".

    bool operator==(const NearName &) const = default;
};

/// Knows the names of a map by their words and by the letters of their words, and compares a name with those few that share some.
/// Persons: hyphens and spaces, family name first or last, romanisation of Korean, middle names, one letter. Bodies: small words, plural,
/// one middle word, one letter. Korean bodies: spaces, short forms. Dialogues and instruments differ by one word from another too
/// often: there only small words, spelling and one letter count.
class NearNames
{
public:
    explicit NearNames(const std::vector<KnownName> &names);

    /// The best fit; nothing if none is near, if the name is known as it stands, or if two records are equally near.
    std::optional<NearName> find(const QString &text) const;

private:
    struct Entry
    {
        KnownName name;
        QStringList words;   // folded, even spelling
        QStringList content; // stems without small words
        QString letters;     // all letters, no spaces
        QString romanised;   // persons: one spelling for the variants, in order of the alphabet
    };
    Entry entryOf(const KnownName &name) const;
    std::optional<NearName> compare(const Entry &asked, const Entry &known) const;

    std::vector<Entry> m_entries;
    QHash<QString, std::vector<std::size_t>> m_byKey;
    QSet<QString> m_exact;
};

/// Whether the name is built as Korean names are: a family name of the country and a given name of one or two syllables.
bool isKoreanPerson(const QString &name);

/// One spelling for the common romanisations of a Korean name's word: `yoon`, `yun` and `youn`; `lee`, `yi` and `rhee`; `kwon` and `gwon`.
QString romanisation(const QString &word);

} // namespace entente::reading
