#pragma once

#include "core/reading/suggest.h"
#include "core/reading/words.h"

#include <QHash>
#include <QSet>

#include <map>

namespace entente::reading {

/// A text as a list of stems without stop words, ready to be compared.
struct Terms
{
    struct Term
    {
        QString stem;
        qsizetype offset = 0;
        qsizetype length = 0;
        bool joined = false; ///< Only a space or hyphen parts it from the term before.
    };
    std::vector<Term> list;
};

/// What a stretch of text shares with a clause.
struct Likeness
{
    double words = 0;        ///< Weight of the shared words.
    double names = 0;        ///< 0 to 1: shared records, the rare ones counting most.
    QStringList sharedWords; ///< As the text writes them, the weightiest first; pairs stay together.
    QStringList sharedRecords;
};

/// The clauses of a map, indexed by their words. Words weigh by their rarity among the clauses and saturate with their number, after Okapi
/// BM25: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information
/// Retrieval 3 (2009). Two neighbouring words that are neighbours in the clause, too, count more.
class ClauseIndex
{
public:
    ClauseIndex(const std::vector<ClauseText> &clauses, const NameFinder &finder);

    /// Words inside the names of institutions and persons are left out: they count as names.
    Terms termsOf(const QString &text, const std::vector<NameFinder::Found> &names) const;
    /// `records` are the names found in the text; the parties, which most clauses name, weigh next to nothing.
    std::vector<Likeness> compare(const QString &text, const Terms &terms, const QSet<QString> &records) const;

    std::size_t size() const { return m_entries.size(); }
    const QSet<QString> &recordsOf(std::size_t clause) const { return m_entries[clause].records; }

private:
    struct Entry
    {
        QHash<QString, double> terms;
        QSet<QString> pairs;
        double length = 0;
        QSet<QString> records;
    };
    double rarity(const QString &stem) const;
    double rarityOfRecord(const QString &record) const;

    std::vector<Entry> m_entries;
    QHash<QString, std::vector<std::size_t>> m_byTerm;
    QHash<QString, int> m_recordCounts;
    QSet<QString> m_vocabulary; // whole words, to part "cybersecurity" as "cyber security" is
    double m_meanLength = 1;
};

} // namespace entente::reading
