#include "core/reading/unitterms.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr double PairShare = 0.4; ///< What a pair of neighbours weighs beside a word of the same rarity.

bool isHangul(QChar c)
{
    return c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3;
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool hangul = false;
    const auto end = [&] {
        if (!word.isEmpty())
            words += word;
        word.clear();
    };
    for (const QChar c : base::folded(text)) {
        if (!c.isLetterOrNumber() && !c.isSurrogate()) {
            end();
            continue;
        }
        // "EU와": a foreign word and its Korean ending are two.
        if (!word.isEmpty() && hangul != isHangul(c))
            end();
        hangul = isHangul(c);
        word += c;
    }
    end();
    return words;
}

} // namespace

QString comparableText(const QString &text)
{
    QString result;
    for (const QChar c : base::folded(text)) {
        if (c.isSpace())
            continue;
        result += c == u'\'' || c == u'«' || c == u'»' || c == u'「' || c == u'」' ? QChar(u'"') : c;
    }
    while (!result.isEmpty() && (u".;,:。"_s).contains(result.back()))
        result.chop(1);
    return result;
}

int UnitVocabulary::termFor(const QString &text, double share)
{
    const auto found = m_numbers.constFind(text);
    if (found != m_numbers.constEnd())
        return *found;
    const int number = int(m_frequencies.size());
    m_numbers.insert(text, number);
    m_frequencies.push_back(0);
    m_shares.push_back(share);
    return number;
}

UnitTerms UnitVocabulary::termsOf(const QString &text)
{
    UnitTerms unit;
    std::vector<int> all;
    QString before;
    for (const QString &word : wordsOf(text)) {
        ++unit.words;
        if (isHangul(word[0]) && word.size() > 1) {
            for (qsizetype i = 0; i + 1 < word.size(); ++i)
                all.push_back(termFor(word.mid(i, 2), 1.0 / double(word.size() - 1)));
            all.push_back(termFor(word, PairShare));
        } else {
            all.push_back(termFor(word, 1));
            if (!before.isEmpty())
                all.push_back(termFor(before + u' ' + word, PairShare));
        }
        before = word;
    }
    std::ranges::sort(all);
    for (const int term : all) {
        if (!unit.list.empty() && unit.list.back().term == term) {
            ++unit.list.back().count;
        } else {
            unit.list.push_back({term, 1});
            ++m_frequencies[std::size_t(term)];
        }
    }
    ++m_units;
    return unit;
}

double UnitVocabulary::weightOf(int term) const
{
    const double rarity = 1 + std::log((m_units + 1.0) / (m_frequencies[std::size_t(term)] + 0.5));
    return std::max(0.5, rarity) * m_shares[std::size_t(term)];
}

void UnitVocabulary::weigh(std::vector<UnitTerms> &units) const
{
    for (UnitTerms &unit : units) {
        unit.weight = 0;
        for (const UnitTerms::Term &term : unit.list)
            unit.weight += term.count * weightOf(term.term);
    }
}

double UnitVocabulary::shared(const UnitTerms &a, const UnitTerms &b) const
{
    double weight = 0;
    auto left = a.list.begin();
    auto right = b.list.begin();
    while (left != a.list.end() && right != b.list.end()) {
        if (left->term < right->term) {
            ++left;
        } else if (right->term < left->term) {
            ++right;
        } else {
            weight += std::min(left->count, right->count) * weightOf(left->term);
            ++left;
            ++right;
        }
    }
    return weight;
}

double UnitVocabulary::likeness(const UnitTerms &a, const UnitTerms &b) const
{
    const double both = a.weight + b.weight;
    return both <= 0 ? 0 : 2 * shared(a, b) / both;
}

UnitTerms UnitVocabulary::together(const std::vector<const UnitTerms *> &parts) const
{
    UnitTerms sum;
    for (const UnitTerms *part : parts) {
        sum.list.insert(sum.list.end(), part->list.begin(), part->list.end());
        sum.words += part->words;
        sum.weight += part->weight;
    }
    std::ranges::sort(sum.list, {}, &UnitTerms::Term::term);
    std::vector<UnitTerms::Term> merged;
    for (const UnitTerms::Term &term : sum.list) {
        if (!merged.empty() && merged.back().term == term.term)
            merged.back().count += term.count;
        else
            merged.push_back(term);
    }
    sum.list = std::move(merged);
    return sum;
}

} // namespace entente::reading
