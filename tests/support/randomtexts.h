#pragma once

#include "core/reading/alignment.h"

#include <random>

/// Random but repeatable instruments and new editions of them, with what truly became of each unit.
namespace entente::tests {

/// A paragraph with its points. `id` stays with it through all editions.
struct TextItem
{
    int id = 0;
    QString text;
    std::vector<TextItem> points;
};

struct RandomText
{
    std::vector<TextItem> items;

    /// `1. …` with points `a. …`, as a file would hold it.
    QString asText(const QString &title) const;
    std::vector<reading::AlignmentUnit> units() const;
    /// The label of each unit by its id.
    std::vector<std::pair<int, QString>> labels() const;
};

/// What was done to a unit on the way to the next edition.
enum class Fate { Kept, Reworded, Split, Merged, Removed };

class RandomTexts
{
public:
    explicit RandomTexts(unsigned seed) : m_random(seed) {}

    /// `formulaic`: most sentences are cut after a few patterns and differ by two or three words, as those of treaties do.
    RandomText text(int paragraphs, bool korean = false, bool formulaic = false);
    /// Inserts, deletes, rewords, splits, merges and moves about so many of a hundred paragraphs. `fates` by id.
    RandomText nextEdition(const RandomText &text, int percent, std::vector<std::pair<int, Fate>> &fates);

    int number(int below) { return int(m_random() % unsigned(below)); }

private:
    QString word();
    QString sentence(int words);
    QString unitText();
    QString reworded(const QString &text);
    TextItem item(bool mayHavePoints);

    std::mt19937 m_random;
    int m_count = 0;
    bool m_korean = false;
    bool m_formulaic = false;
};

} // namespace entente::tests
