#include "core/reading/similarity.h"

#include <algorithm>
#include <cmath>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

// BM25: how fast the repetition of a word saturates, and how much long clauses are held back.
constexpr double Saturation = 1.2;
constexpr double LengthWeight = 0.4;
/// Words in more than about two fifths of the clauses say nothing about any of them.
constexpr double RarityFloor = 0.9;
constexpr double HeadingWeight = 0.8;
constexpr double AreaTermWeight = 0.8;
constexpr double PairBonus = 0.5;
constexpr double RecordWeight = 0.55;
constexpr qsizetype ShortestPart = 4; ///< Of a compound, in letters.

} // namespace

ClauseIndex::ClauseIndex(const std::vector<ClauseText> &clauses, const NameFinder &finder) : m_entries(clauses.size())
{
    for (const ClauseText &clause : clauses) {
        for (const QString &text : {clause.heading, clause.summary, clause.text, clause.areaTerms.join(u' ')}) {
            for (const Word &word : findWords(text))
                m_vocabulary.insert(word.text);
        }
    }
    double total = 0;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const ClauseText &clause = clauses[i];
        Entry &entry = m_entries[i];
        const auto take = [&](const QString &text, double weight) {
            const Terms terms = termsOf(text);
            for (std::size_t n = 0; n < terms.list.size(); ++n) {
                entry.terms[terms.list[n].stem] += weight;
                entry.length += weight;
                if (n > 0 && terms.list[n].joined)
                    entry.pairs.insert(terms.list[n - 1].stem + u' ' + terms.list[n].stem);
            }
        };
        // The map's own words stand in for a text that is not there; beside it they say it again in other words.
        take(clause.text, 1.0);
        take(clause.summary, clause.text.isEmpty() ? 1.0 : 0.5);
        take(clause.heading, HeadingWeight);
        for (const QString &term : clause.areaTerms)
            take(term, AreaTermWeight);
        total += entry.length;

        entry.records = QSet<QString>(clause.named.cbegin(), clause.named.cend());
        for (const NameFinder::Found &found : finder.find(clause.text + u'\n' + clause.summary)) {
            if (found.kind != u"clause" && found.kind != u"area" && !found.ambiguous)
                entry.records.insert(found.record);
        }
        for (auto term = entry.terms.constBegin(); term != entry.terms.constEnd(); ++term)
            m_byTerm[term.key()].push_back(i);
        for (const QString &record : std::as_const(entry.records))
            ++m_recordCounts[record];
    }
    if (!m_entries.empty())
        m_meanLength = std::max(1.0, total / static_cast<double>(m_entries.size()));
}

Terms ClauseIndex::termsOf(const QString &text) const
{
    Terms terms;
    qsizetype lastEnd = -1;
    const auto add = [&](const QString &word, qsizetype offset, qsizetype length, bool sameWord) {
        bool joined = sameWord;
        if (!joined && lastEnd >= 0 && offset - lastEnd <= 1)
            joined = offset == lastEnd || text[lastEnd].isSpace() || text[lastEnd] == u'-' || text[lastEnd].unicode() == 0x2010;
        terms.list.push_back({stem(word), offset, length, joined && !terms.list.empty()});
        lastEnd = offset + length;
    };
    for (const Word &word : findWords(text)) {
        if (isStopWord(word.text) || word.text.size() < 2 || word.text[0].isDigit()) {
            lastEnd = -1;
            continue;
        }
        // "cybersecurity" is "cyber security" where the clauses know both words.
        bool parted = false;
        for (qsizetype cut = ShortestPart; !parted && word.text.size() < 30 && cut + ShortestPart <= word.text.size(); ++cut) {
            if (!m_vocabulary.contains(word.text.left(cut)) || !m_vocabulary.contains(word.text.mid(cut)))
                continue;
            add(word.text.left(cut), word.offset, word.length, false);
            add(word.text.mid(cut), word.offset, word.length, true);
            parted = true;
        }
        if (!parted)
            add(word.text, word.offset, word.length, false);
    }
    return terms;
}

double ClauseIndex::rarity(const QString &stem) const
{
    const auto found = m_byTerm.constFind(stem);
    if (found == m_byTerm.constEnd())
        return 0;
    // A handful of clauses tells little about rarity: count as if there were a few more.
    const double all = static_cast<double>(m_entries.size()) + 8;
    const double with = static_cast<double>(found->size());
    return std::max(0.0, std::log(1 + (all - with + 0.5) / (with + 0.5)) - RarityFloor);
}

double ClauseIndex::rarityOfRecord(const QString &record) const
{
    const double all = static_cast<double>(m_entries.size()) + 8;
    const int with = m_recordCounts.value(record);
    return with == 0 ? 0 : std::max(0.0, std::log(all / with) / std::log(all) - 0.15) / 0.85;
}

std::vector<Likeness> ClauseIndex::compare(const QString &text, const Terms &terms, const QSet<QString> &records) const
{
    std::vector<Likeness> result(m_entries.size());
    struct Share
    {
        double weight;
        QString words;
    };
    std::vector<std::vector<Share>> shares(m_entries.size());
    QSet<QString> seen;
    for (std::size_t n = 0; n < terms.list.size(); ++n) {
        const Terms::Term &term = terms.list[n];
        const double weight = rarity(term.stem);
        if (weight <= 0)
            continue;
        const bool first = !seen.contains(term.stem);
        seen.insert(term.stem);
        const auto clauses = m_byTerm.constFind(term.stem);
        for (const std::size_t clause : *clauses) {
            const Entry &entry = m_entries[clause];
            if (first) {
                const double count = entry.terms.value(term.stem);
                const double scaled = Saturation * (1 - LengthWeight + LengthWeight * entry.length / m_meanLength);
                const double share = weight * count * (Saturation + 1) / (count + scaled);
                result[clause].words += share;
                shares[clause].push_back({share, text.mid(term.offset, term.length)});
            }
            if (n == 0 || !term.joined)
                continue;
            const Terms::Term &before = terms.list[n - 1];
            const QString pair = before.stem + u' ' + term.stem;
            if (!entry.pairs.contains(pair) || seen.contains(pair + QString::number(clause)))
                continue;
            seen.insert(pair + QString::number(clause));
            const double bonus = PairBonus * (weight + rarity(before.stem));
            result[clause].words += bonus;
            shares[clause].push_back({bonus + weight, text.mid(before.offset, term.offset + term.length - before.offset)});
        }
    }
    for (std::size_t clause = 0; clause < result.size(); ++clause) {
        Likeness &likeness = result[clause];
        std::stable_sort(shares[clause].begin(), shares[clause].end(), [](const Share &a, const Share &b) { return a.weight > b.weight; });
        for (const Share &share : shares[clause]) {
            const bool said = std::any_of(likeness.sharedWords.begin(), likeness.sharedWords.end(),
                                          [&](const QString &words) { return words.contains(share.words, Qt::CaseInsensitive) || share.words.contains(words, Qt::CaseInsensitive); });
            if (!said && likeness.sharedWords.size() < 3)
                likeness.sharedWords.append(share.words);
        }
        double none = 1;
        QStringList common;
        for (const QString &record : m_entries[clause].records) {
            if (records.contains(record) && rarityOfRecord(record) > 0.1)
                common.append(record);
        }
        common.sort();
        for (const QString &record : std::as_const(common))
            none *= 1 - RecordWeight * rarityOfRecord(record);
        likeness.names = 1 - none;
        likeness.sharedRecords = common;
    }
    return result;
}

} // namespace entente::reading
