#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace entente::reading {

/// The words of a text as weighed terms: single words and pairs of neighbours; of Hangul the pairs of syllables and the whole word, so that
/// endings matter little. Sorted by term.
struct UnitTerms
{
    struct Term
    {
        int term = 0;
        double count = 0;
    };
    std::vector<Term> list;
    int words = 0;
    double weight = 0; ///< Of all terms together; known once the vocabulary is complete.
};

/// The terms of all units that are compared, weighed by their rarity among them (inverse document frequency: K. Spärck Jones, "A statistical
/// interpretation of term specificity", Journal of Documentation 28, 1972), flattened so that common words still count.
class UnitVocabulary
{
public:
    UnitTerms termsOf(const QString &text);
    /// When all texts are in.
    void weigh(std::vector<UnitTerms> &units) const;

    double weightOf(int term) const;
    /// In how many units a term stands.
    int frequency(int term) const { return m_frequencies[static_cast<std::size_t>(term)]; }
    int size() const { return static_cast<int>(m_frequencies.size()); }

    /// The weight of what two texts share, each occurrence once.
    double shared(const UnitTerms &a, const UnitTerms &b) const;
    /// The part of the words of both that is shared (S. Dice, "Measures of the amount of ecologic association between species", Ecology 26,
    /// 1945): 0 nothing, 1 all.
    double likeness(const UnitTerms &a, const UnitTerms &b) const;

    /// The terms of texts one after the other.
    UnitTerms together(const std::vector<const UnitTerms *> &parts) const;

private:
    int termFor(const QString &text, double share);

    QHash<QString, int> m_numbers;
    std::vector<int> m_frequencies;
    std::vector<double> m_shares; ///< A pair of words weighs less than a word.
    int m_units = 0;
};

/// What two texts must have in common to be the same: no spaces, no case, one form of dashes and quotes, no mark at the end.
QString comparableText(const QString &text);

} // namespace entente::reading
