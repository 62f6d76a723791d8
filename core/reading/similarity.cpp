#include "core/reading/similarity.h"

#include "core/reading/glossary.h"

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
constexpr double GeneralWeight = 0.25; ///< Factor for words of any official prose.
constexpr double RecordWeight = 0.55;
constexpr double RecordPower = 1.5;  ///< Above one: what many clauses name ("the United Nations") ties a paragraph to none of them.
constexpr double WorthSaying = 0.3;   ///< A shared word with less than this share of the weightiest explains nothing.
constexpr qsizetype ShortestPart = 4; ///< Of a compound, in letters.

/// Words that any official text may use of any subject: a few dozen clauses are too few to tell that they are common.
bool isGeneral(const QString &root)
{
    static const QSet<QString> roots = [] {
        static const QStringList words = {
            u"ability"_s, u"able"_s, u"achieve"_s, u"act"_s, u"action"_s, u"active"_s, u"activity"_s, u"add"_s, u"address"_s, u"advance"_s,
            u"affair"_s, u"against"_s, u"agree"_s, u"aim"_s, u"approach"_s, u"appropriate"_s, u"area"_s, u"aspect"_s, u"attention"_s,
            u"base"_s, u"basis"_s, u"begin"_s, u"benefit"_s, u"bring"_s, u"broad"_s, u"build"_s, u"call"_s, u"carry"_s, u"case"_s,
            u"challenge"_s, u"change"_s, u"clear"_s, u"close"_s, u"commitment"_s, u"common"_s, u"communicate"_s, u"complete"_s,
            u"concern"_s, u"conclude"_s, u"concrete"_s, u"conduct"_s, u"consider"_s, u"context"_s, u"continue"_s, u"contribute"_s,
            u"cooperate"_s, u"country"_s, u"create"_s, u"current"_s, u"deepen"_s, u"develop"_s, u"difference"_s, u"direct"_s, u"director"_s,
            u"discuss"_s, u"draw"_s, u"early"_s, u"effect"_s, u"effort"_s, u"end"_s, u"enhance"_s, u"ensure"_s, u"environment"_s,
            u"establish"_s, u"exist"_s, u"expand"_s, u"explore"_s, u"face"_s, u"far"_s, u"field"_s, u"first"_s, u"follow"_s, u"form"_s,
            u"forward"_s, u"frame"_s, u"full"_s, u"fund"_s, u"future"_s, u"general"_s, u"give"_s, u"global"_s, u"goal"_s, u"good"_s,
            u"great"_s, u"group"_s, u"grow"_s, u"head"_s, u"help"_s, u"high"_s, u"hold"_s, u"human"_s, u"identify"_s, u"implement"_s, u"important"_s,
            u"improve"_s, u"include"_s, u"increase"_s, u"information"_s, u"initiative"_s, u"institution"_s, u"intensify"_s, u"interact"_s,
            u"interest"_s, u"international"_s, u"issue"_s, u"join"_s, u"joint"_s, u"keep"_s, u"key"_s, u"large"_s, u"lead"_s, u"level"_s,
            u"light"_s, u"like"_s, u"long"_s, u"maintain"_s, u"major"_s, u"make"_s, u"many"_s, u"matter"_s, u"mean"_s, u"measure"_s,
            u"meet"_s, u"mutual"_s, u"nation"_s, u"need"_s, u"new"_s, u"note"_s, u"number"_s, u"open"_s, u"opportunity"_s, u"order"_s,
            u"part"_s, u"participate"_s, u"particular"_s, u"partner"_s, u"party"_s, u"people"_s, u"place"_s, u"plan"_s, u"platform"_s,
            u"point"_s, u"policy"_s, u"possible"_s, u"potential"_s, u"practical"_s, u"present"_s, u"priority"_s, u"process"_s,
            u"progress"_s, u"project"_s, u"promote"_s, u"provide"_s, u"purpose"_s, u"put"_s, u"range"_s, u"recent"_s, u"recognise"_s,
            u"reflect"_s, u"regard"_s, u"regular"_s, u"relate"_s, u"relation"_s, u"relevant"_s, u"represent"_s, u"response"_s,
            u"responsible"_s, u"result"_s, u"role"_s, u"scope"_s, u"seek"_s, u"serve"_s, u"set"_s, u"share"_s, u"situation"_s, u"small"_s,
            u"social"_s, u"specific"_s, u"stable"_s, u"state"_s, u"step"_s, u"strengthen"_s, u"strong"_s, u"subject"_s, u"support"_s,
            u"system"_s, u"take"_s, u"term"_s, u"thing"_s, u"time"_s, u"today"_s, u"topic"_s, u"understand"_s, u"use"_s, u"value"_s,
            u"various"_s, u"view"_s, u"way"_s, u"wide"_s, u"work"_s, u"world"_s, u"year"_s,
            // What read-outs say of any meeting, and what the names of bodies and papers are made of.
            u"assess"_s, u"emphasise"_s, u"examine"_s, u"exchange"_s, u"express"_s, u"raise"_s, u"reaffirm"_s, u"review"_s, u"touch"_s,
            u"underline"_s, u"welcome"_s, u"agreement"_s, u"convention"_s, u"european"_s, u"minister"_s, u"ministry"_s, u"republic"_s,
            u"treaty"_s, u"union"_s, u"united"_s,
            // Where things are dealt with, and small change of official prose.
            u"multilateral"_s, u"regional"_s, u"bilateral"_s, u"fora"_s, u"addition"_s, u"additionally"_s, u"across"_s, u"ongoing"_s, u"mechanism"_s,
            u"counter"_s, u"collaborate"_s, u"opening"_s, u"attend"_s, u"delegation"_s, u"round"_s, u"host"_s,
            // Who the parties are, and what their ministers are called.
            u"eu"_s, u"rok"_s, u"korea"_s, u"korean"_s, u"foreign"_s, u"strategic"_s, u"africa"_s, u"asia"_s, u"pacific"_s};
        QSet<QString> set;
        for (const QString &word : words)
            set.insert(commonStem(stem(evenSpelling(word))));
        return set;
    }();
    return roots.contains(root);
}

} // namespace

ClauseIndex::ClauseIndex(const std::vector<ClauseText> &clauses, const NameFinder &finder)
    : m_entries(clauses.size())
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
            const Terms terms = termsOf(text, finder.find(text));
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
        for (const NameFinder::Found &found : finder.find(clause.text)) {
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

Terms ClauseIndex::termsOf(const QString &text, const std::vector<NameFinder::Found> &names) const
{
    Terms terms;
    auto name = names.begin();
    qsizetype lastEnd = -1;
    const auto add = [&](const QString &word, qsizetype offset, qsizetype length, bool sameWord) {
        bool joined = sameWord;
        if (!joined && lastEnd >= 0 && offset - lastEnd <= 1)
            joined = offset == lastEnd || text[lastEnd].isSpace() || text[lastEnd] == u'-' || text[lastEnd].unicode() == 0x2010;
        terms.list.push_back({commonStem(stem(word)), offset, length, joined && !terms.list.empty()});
        lastEnd = offset + length;
    };
    for (const Word &word : findWords(text)) {
        while (name != names.end() &&
               (name->offset + name->length <= word.offset || (name->kind != u"institution" && name->kind != u"person")))
            ++name;
        const bool named = name != names.end() && name->offset <= word.offset;
        if (named || isStopWord(word.text) || word.text.size() < 2 || word.text[0].isDigit()) {
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
    if (hasHangul(text)) {
        for (const FoundTerm &term : findKoreanTerms(text)) {
            for (qsizetype n = 0; n < term.english.size(); ++n)
                terms.list.push_back({commonStem(stem(term.english[n])), term.offset, term.length, n > 0});
        }
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
    const double weight = std::max(0.0, std::log(1 + (all - with + 0.5) / (with + 0.5)) - RarityFloor);
    return isGeneral(stem) ? weight * GeneralWeight : weight;
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
            const bool said = std::any_of(likeness.sharedWords.begin(), likeness.sharedWords.end(), [&](const QString &words) {
                return words.contains(share.words, Qt::CaseInsensitive) || share.words.contains(words, Qt::CaseInsensitive);
            });
            if (!said && likeness.sharedWords.size() < 3 && share.weight >= WorthSaying * shares[clause].front().weight)
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
            none *= 1 - RecordWeight * std::pow(rarityOfRecord(record), RecordPower);
        likeness.names = 1 - none;
        likeness.sharedRecords = common;
    }
    return result;
}

} // namespace entente::reading
