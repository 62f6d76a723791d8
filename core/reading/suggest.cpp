#include "core/reading/suggest.h"

#include "core/reading/glossary.h"
#include "core/reading/level.h"
#include "core/reading/sentences.h"
#include "core/reading/similarity.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

/// From paragraphs to clauses.
///
/// The score of a paragraph and a clause is one minus the product of three doubts: about the words they share (BM25, squashed to 0..1),
/// about the records that both name, and about the place (the meeting's own dialogue is named by the clause, or by another of its area).
/// The place alone never reaches the threshold. Names in sentences that only say who attended are no subject and do not count. Declaratory
/// clauses, which promise nothing, are held back. Of the clauses above the threshold a paragraph keeps those near its best. The quote is
/// the best sentence with its neighbours that are nearly as good or go on from it; the level is that of the quote. A clause that falls behind
/// the best is kept where it rests on other words. Korean paragraphs are compared through the terms of glossary.h.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr double WordScale = 9.0;       ///< The weight of shared words at which half of the doubt is gone.
constexpr double OwnDialogue = 0.22;    ///< The clause names the dialogue that met.
constexpr double OwnArea = 0.18;          ///< Another clause of its area does.
constexpr double ContextWeight = 0.35;  ///< What a clause loses at most when the rest of the text is about something else.
constexpr double Declaratory = 0.6;     ///< Factor.
constexpr double OtherArea = 0.88;      ///< Factor for clauses of other areas than the one that the dialogue is about.
constexpr double EnoughNews = 3.0;      ///< Weight of the shared words of a second subject.
constexpr double NearBest = 0.55;       ///< A paragraph keeps what reaches this share of its best.
constexpr double AttendanceWords = 0.5; ///< Factor for words of sentences that tell who was there.
constexpr std::size_t MostClauses = 5;  ///< For one paragraph.
constexpr double SubjectOfItsOwn = 0.3; ///< A sentence this near to a clause is about that clause.
constexpr double LeastOfArea = 0.35;    ///< Of a clause that stands for its area.
constexpr qsizetype LongestPiece = 12000; ///< In characters; what is longer is no paragraph of a read-out, and is looked at piece by piece.
constexpr double NearBestSentence = 0.5; ///< A neighbour sentence with this share of the best belongs to the quote.

struct SentenceView
{
    Sentence place;
    QString text;
    bool attendance = false;
    QSet<QString> records;
    std::vector<Likeness> likeness;
};

struct Scored
{
    std::size_t clause;
    double score;
    Likeness likeness;
    bool ownDialogue = false;
    bool ownArea = false;
};

double squash(double words)
{
    return words / (words + WordScale);
}

/// "They also …", "In particular, …": the sentence is about what the one before was about.
bool goesOn(const QString &sentence)
{
    static const QStringList openings = {
        u"In particular"_s,   u"They "_s,           u"It "_s,          u"This "_s, u"These "_s,      u"To this end"_s,
        u"In this regard"_s,  u"In this context"_s, u"Specifically"_s, u"Such "_s, u"Accordingly"_s, u"On this basis"_s,
        u"For this purpose"_s};
    return std::any_of(openings.begin(), openings.end(), [&](const QString &opening) { return sentence.startsWith(opening); });
}

/// "They agreed …", "Both sides …": told of the same two, so of what they had just talked about.
bool hasSameSubject(const QString &sentence)
{
    static const QStringList openings = {u"They "_s,         u"Both "_s,           u"The two sides"_s,
                                         u"The sides"_s,     u"The parties"_s,     u"The partners"_s,
                                         u"It was agreed"_s, u"The delegations"_s, u"The participants"_s};
    return goesOn(sentence) ||
           std::any_of(openings.begin(), openings.end(), [&](const QString &opening) { return sentence.startsWith(opening); });
}

/// Whether the weightiest shared words are none of those that better clauses share.
bool isNews(const Likeness &likeness, const QStringList &said)
{
    return !likeness.sharedWords.isEmpty() && likeness.words >= EnoughNews && std::none_of(said.begin(), said.end(), [&](const QString &words) {
        const QString &own = likeness.sharedWords.first();
        return words.contains(own, Qt::CaseInsensitive) || own.contains(words, Qt::CaseInsensitive);
    });
}

/// A block whole, or in pieces that end with a sentence or at least with a word.
std::vector<Block> piecesOf(const Block &block)
{
    std::vector<Block> pieces;
    for (qsizetype start = 0; start < block.text.size() || pieces.empty();) {
        qsizetype end = block.text.size();
        if (end - start > LongestPiece) {
            const QStringView window = QStringView(block.text).mid(start, LongestPiece);
            qsizetype cut = window.lastIndexOf(u". ");
            cut = cut > LongestPiece / 2 ? cut + 2 : window.lastIndexOf(u' ') + 1;
            end = start + (cut > 0 ? cut : LongestPiece);
        }
        Block piece = block;
        piece.text = block.text.mid(start, end - start);
        pieces.push_back(std::move(piece));
        start = end;
    }
    return pieces;
}

class Suggester
{
public:
    Suggester(const ReadDocument &document, const std::vector<KnownName> &names, const std::vector<ClauseText> &clauses,
              const SuggestOptions &options);
    std::vector<Proposal> run(Progress &progress);

private:
    void suggestClauses(const Block &block, const std::vector<NameFinder::Found> &found);
    void keepBest(Proposal area);
    void suggestAreas(const Block &block, const std::vector<NameFinder::Found> &found, std::size_t first);
    void suggestRecords(const Block &block, const std::vector<NameFinder::Found> &found);
    std::vector<SentenceView> sentencesOf(const Block &block, const std::vector<NameFinder::Found> &found) const;
    Proposal proposalFor(const Block &block, const Scored &scored, const std::vector<SentenceView> &sentences,
                         const std::vector<NameFinder::Found> &found) const;
    QString reasonFor(const Block &block, const Scored &scored, const std::vector<NameFinder::Found> &found) const;

    const ReadDocument &m_document;
    const std::vector<ClauseText> &m_clauses;
    NameFinder m_finder;
    ClauseIndex m_index;
    double m_threshold;
    QSet<QString> m_clauseRecords;
    QSet<QString> m_areas; // of the clauses that name the dialogue
    PartialDate m_heldOn;
    std::vector<bool> m_ownDialogue;
    std::vector<bool> m_ownArea;
    std::vector<double> m_context; // how near the whole text is to each clause, 0 to 1; a text of many subjects is near to many
    std::vector<Proposal> m_proposals;
    std::vector<Proposal> m_areasHere;         // of the clauses that the piece at hand bears upon
    std::map<QString, Proposal> m_bestOfArea; // of all pieces
};

Suggester::Suggester(const ReadDocument &document, const std::vector<KnownName> &names, const std::vector<ClauseText> &clauses,
                     const SuggestOptions &options)
    : m_document(document)
    , m_clauses(clauses)
    , m_finder(names)
    , m_index(clauses, m_finder)
    , m_threshold(options.threshold)
    , m_heldOn(options.heldOn)
    , m_ownDialogue(clauses.size())
    , m_ownArea(clauses.size())
{
    for (const ClauseText &clause : clauses) {
        for (const QString &record : clause.named)
            m_clauseRecords.insert(record);
    }
    if (!m_heldOn.isKnown())
        m_heldOn = document.meeting ? document.meeting->start : document.metadata.date;
    QSet<QString> &areas = m_areas;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        m_ownDialogue[i] =
            options.dialogueClauses.contains(clauses[i].id) || (!options.dialogue.isEmpty() && clauses[i].named.contains(options.dialogue));
        if (m_ownDialogue[i] && !clauses[i].area.isEmpty())
            areas.insert(clauses[i].area);
    }
    for (std::size_t i = 0; i < clauses.size(); ++i)
        m_ownArea[i] = !m_ownDialogue[i] && areas.contains(clauses[i].area);

    QString whole;
    for (const Block &block : document.blocks) {
        if (block.role != Role::Unit && block.role != Role::Prose)
            continue;
        whole += block.text + u'\n';
    }
    const std::vector<Likeness> likeness = m_index.compare(whole, m_index.termsOf(whole, m_finder.find(whole)), {});
    double nearest = 0;
    for (const Likeness &one : likeness)
        nearest = std::max(nearest, one.words);
    for (const Likeness &one : likeness)
        m_context.push_back(nearest > 0 ? std::sqrt(one.words / nearest) : 0);
}

std::vector<SentenceView> Suggester::sentencesOf(const Block &block, const std::vector<NameFinder::Found> &found) const
{
    std::vector<SentenceView> views;
    std::size_t next = 0;
    for (const Sentence &place : findSentences(block.text)) {
        SentenceView view;
        view.place = place;
        view.text = block.text.mid(place.offset, place.length);
        view.attendance = tellsAttendance(view.text);
        for (; next < found.size() && found[next].offset < place.offset + place.length; ++next) {
            if (found[next].kind == u"clause" || found[next].kind == u"area" || found[next].ambiguous)
                continue;
            // Who sat at the table is no subject; which dialogue met is.
            if (!view.attendance || found[next].kind == u"dialogue")
                view.records.insert(found[next].record);
        }
        if (hasHangul(view.text) && !view.attendance) {
            // The map may know the English name alone.
            for (const FoundTerm &term : findKoreanTerms(view.text)) {
                for (const NameFinder::Found &name : m_finder.find(term.phrase)) {
                    if (!name.ambiguous && name.length == term.phrase.size() && m_clauseRecords.contains(name.record))
                        view.records.insert(name.record);
                }
            }
        }
        view.likeness = m_index.compare(view.text, m_index.termsOf(view.text, m_finder.find(view.text)), view.records);
        views.push_back(std::move(view));
    }
    return views;
}

QString Suggester::reasonFor(const Block &block, const Scored &scored, const std::vector<NameFinder::Found> &found) const
{
    const QString label = m_clauses[scored.clause].label;
    QStringList parts;
    QStringList names;
    for (const QString &record : scored.likeness.sharedRecords) {
        const auto first = std::find_if(found.begin(), found.end(), [&](const NameFinder::Found &name) { return name.record == record; });
        if (first != found.end())
            names.append(block.text.mid(first->offset, first->length));
    }
    names.removeDuplicates();
    if (!names.isEmpty())
        parts.append(QCoreApplication::translate("reading", "names %1, which clause %2 names").arg(sentenceList(names), label));
    QStringList words;
    for (const QString &word : scored.likeness.sharedWords)
        words.append(QCoreApplication::translate("reading", "“%1”").arg(word));
    if (!words.isEmpty())
        parts.append(QCoreApplication::translate("reading", "shares %1 with clause %2").arg(sentenceList(words), label));
    if (scored.ownDialogue)
        parts.append(QCoreApplication::translate("reading", "clause %1 names the dialogue that met").arg(label));
    else if (scored.ownArea)
        parts.append(QCoreApplication::translate("reading", "clause %1 is in the area of the dialogue that met").arg(label));
    return parts.join(u"; "_s);
}

Proposal Suggester::proposalFor(const Block &block, const Scored &scored, const std::vector<SentenceView> &sentences,
                                const std::vector<NameFinder::Found> &found) const
{
    std::vector<double> scores;
    for (const SentenceView &sentence : sentences) {
        const Likeness &likeness = sentence.likeness[scored.clause];
        const double words = squash(likeness.words) * (sentence.attendance ? AttendanceWords : 1.0);
        scores.push_back(1 - (1 - words) * (1 - likeness.names));
    }
    const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    const auto belongs = [&](std::size_t n) { return scores[n] > 0 && scores[n] >= NearBestSentence * scores[best]; };
    std::size_t first = best;
    std::size_t last = best;
    while (first > 0 && (belongs(first - 1) || (goesOn(sentences[first].text) && scores[first - 1] > 0)))
        --first;
    while (last + 1 < sentences.size() && (belongs(last + 1) || (goesOn(sentences[last + 1].text) && scores[last + 1] > 0)))
        ++last;
    // A step agreed right behind it belongs to it, unless that sentence has a subject of its own.
    if (last + 1 < sentences.size() && hasSameSubject(sentences[last + 1].text) &&
        levelOf(sentences[last + 1].text, m_heldOn) >= Level::FollowUpAgreed) {
        const std::vector<Likeness> &likeness = sentences[last + 1].likeness;
        const bool own = std::any_of(likeness.begin(), likeness.end(), [](const Likeness &one) {
            return squash(one.words) >= SubjectOfItsOwn || one.names >= SubjectOfItsOwn;
        });
        if (!own)
            ++last;
    }
    Level level = Level::Mentioned;
    for (std::size_t n = first; n <= last; ++n)
        level = std::max(level, levelOf(sentences[n].text, m_heldOn));

    Proposal proposal;
    proposal.label = block.label;
    proposal.offset = static_cast<int>(sentences[first].place.offset);
    proposal.quote = block.text.mid(sentences[first].place.offset,
                                    sentences[last].place.offset + sentences[last].place.length - sentences[first].place.offset);
    proposal.relation = u"raises"_s;
    proposal.target = m_clauses[scored.clause].id;
    proposal.level = levelWord(level);
    proposal.score = std::round(scored.score * 1000) / 1000;
    proposal.reason = reasonFor(block, scored, found);
    return proposal;
}

void Suggester::suggestClauses(const Block &block, const std::vector<NameFinder::Found> &found)
{
    if (m_clauses.empty())
        return;
    const std::vector<SentenceView> sentences = sentencesOf(block, found);
    if (sentences.empty())
        return;
    QSet<QString> records;
    qsizetype attendance = 0;
    for (const SentenceView &sentence : sentences) {
        records.unite(sentence.records);
        attendance += sentence.attendance ? sentence.place.length : 0;
    }
    const double attendanceShare = static_cast<double>(attendance) / static_cast<double>(std::max<qsizetype>(1, block.text.size()));
    const double wordFactor = 1 - (1 - AttendanceWords) * attendanceShare;
    const std::vector<Likeness> likeness = m_index.compare(block.text, m_index.termsOf(block.text, found), records);

    std::vector<Scored> scored;
    for (std::size_t clause = 0; clause < m_clauses.size(); ++clause) {
        const double words = squash(likeness[clause].words) * wordFactor;
        if (words + likeness[clause].names < 0.05)
            continue;
        const double place = m_ownDialogue[clause] ? OwnDialogue : (m_ownArea[clause] ? OwnArea : 0);
        double score = 1 - (1 - words) * (1 - likeness[clause].names) * (1 - place);
        score *= 1 - ContextWeight * (1 - m_context[clause]);
        if (m_clauses[clause].declaratory)
            score *= Declaratory;
        if (!m_areas.isEmpty() && !m_ownDialogue[clause] && !m_clauses[clause].area.isEmpty() && !m_areas.contains(m_clauses[clause].area))
            score *= OtherArea;
        if (score >= m_threshold)
            scored.push_back({clause, score, likeness[clause], bool(m_ownDialogue[clause]), bool(m_ownArea[clause])});
    }
    std::stable_sort(scored.begin(), scored.end(), [](const Scored &a, const Scored &b) { return a.score > b.score; });
    QStringList said;
    std::size_t kept = 0;
    for (const Scored &one : scored) {
        if (kept == MostClauses)
            break;
        // What falls behind the best is kept where it rests on other words: a paragraph may have two subjects.
        const bool near = one.score >= NearBest * scored.front().score;
        if (!near && !isNews(one.likeness, said))
            continue;
        said += one.likeness.sharedWords;
        ++kept;
        m_proposals.push_back(proposalFor(block, one, sentences, found));
    }
}

/// The areas that the paragraph names, and those of the clauses that it clearly bears upon: once for the whole text, where it does so best.
void Suggester::suggestAreas(const Block &block, const std::vector<NameFinder::Found> &found, std::size_t first)
{
    std::vector<Proposal> areas;
    const auto add = [&](Proposal proposal) {
        if (std::none_of(areas.begin(), areas.end(), [&](const Proposal &other) { return other.target == proposal.target; }))
            areas.push_back(std::move(proposal));
    };
    const std::vector<Sentence> sentences = findSentences(block.text);
    for (const NameFinder::Found &name : found) {
        const QString words = block.text.mid(name.offset, name.length);
        // One word alone ("Training") opens sentences of any subject.
        if (name.kind != u"area" || name.ambiguous || !(words.contains(u' ') || hasHangul(words)))
            continue;
        const auto sentence = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence &one) { return name.offset < one.offset + one.length; });
        if (sentence == sentences.end())
            continue;
        Proposal proposal;
        proposal.label = block.label;
        proposal.offset = static_cast<int>(sentence->offset);
        proposal.quote = block.text.mid(sentence->offset, sentence->length);
        proposal.relation = u"mentions"_s;
        proposal.target = name.record;
        proposal.score = 0.95;
        proposal.reason = QCoreApplication::translate("reading", "names “%1”").arg(words);
        add(std::move(proposal));
    }
    for (std::size_t n = first; n < m_proposals.size(); ++n) {
        const Proposal &raised = m_proposals[n];
        const auto clause = std::find_if(m_clauses.begin(), m_clauses.end(), [&](const ClauseText &one) { return one.id == raised.target; });
        if (clause == m_clauses.end() || clause->area.isEmpty() || raised.score < LeastOfArea)
            continue;
        Proposal proposal = raised;
        proposal.relation = u"mentions"_s;
        proposal.target = clause->area;
        proposal.level.clear();
        proposal.reason = QCoreApplication::translate("reading", "bears upon clause %1, which is in this area").arg(clause->label);
        m_areasHere.push_back(std::move(proposal));
    }
    m_proposals.insert(m_proposals.end(), areas.begin(), areas.end());
}

void Suggester::keepBest(Proposal area)
{
    const auto known = m_bestOfArea.find(area.target);
    if (known == m_bestOfArea.end())
        m_bestOfArea.emplace(area.target, std::move(area));
    else if (known->second.score < area.score)
        known->second = std::move(area);
}

void Suggester::suggestRecords(const Block &block, const std::vector<NameFinder::Found> &found)
{
    QSet<QString> said;
    const std::vector<Sentence> sentences = findSentences(block.text);
    std::size_t at = 0;
    for (const NameFinder::Found &name : found) {
        if ((name.kind != u"institution" && name.kind != u"instrument") || said.contains(name.record))
            continue;
        said.insert(name.record);
        while (at + 1 < sentences.size() && sentences[at].offset + sentences[at].length <= name.offset)
            ++at;
        Proposal proposal;
        proposal.label = block.label;
        proposal.offset = static_cast<int>(sentences[at].offset);
        proposal.quote = block.text.mid(sentences[at].offset, sentences[at].length);
        proposal.relation = u"mentions"_s;
        proposal.target = name.record;
        proposal.score = name.ambiguous ? 0.5 : (name.abbreviation ? 0.9 : 0.95);
        const QString words = block.text.mid(name.offset, name.length);
        proposal.reason = name.ambiguous ? QCoreApplication::translate("reading", "names “%1”, a name of several records").arg(words)
                                         : QCoreApplication::translate("reading", "names “%1”").arg(words);
        m_proposals.push_back(std::move(proposal));
    }
}

std::vector<Proposal> Suggester::run(Progress &progress)
{
    int done = 0;
    for (const Block &block : m_document.blocks) {
        progress.report(done++, static_cast<int>(m_document.blocks.size()),
                        QCoreApplication::translate("reading", "Looking for what the paragraphs bear upon"));
        if (progress.isCancelled())
            return {};
        if (block.role != Role::Unit && block.role != Role::Prose)
            continue;
        const std::vector<Block> pieces = piecesOf(block);
        qsizetype start = 0;
        for (const Block &piece : pieces) {
            if (progress.isCancelled())
                return {};
            const std::size_t before = m_proposals.size();
            const std::vector<NameFinder::Found> found = m_finder.find(piece.text);
            // An instrument is what is borne upon; a read-out, or any other text, bears.
            if (m_document.kind != Kind::Instrument) {
                suggestClauses(piece, found);
                suggestAreas(piece, found, before);
            }
            suggestRecords(piece, found);
            for (std::size_t n = before; n < m_proposals.size(); ++n)
                m_proposals[n].offset += static_cast<int>(start);
            for (Proposal &area : m_areasHere) {
                area.offset += static_cast<int>(start);
                keepBest(std::move(area));
            }
            m_areasHere.clear();
            start += piece.text.size();
        }
    }
    for (auto &best : m_bestOfArea) {
        const auto says = [&best](const Proposal &other) { return other.target == best.first; };
        if (std::none_of(m_proposals.begin(), m_proposals.end(), says))
            m_proposals.push_back(std::move(best.second));
    }
    return m_proposals;
}

} // namespace

std::vector<Proposal> suggest(const ReadDocument &document, const std::vector<KnownName> &names, const std::vector<ClauseText> &clauses,
                              const SuggestOptions &options, Progress &progress)
{
    return Suggester(document, names, clauses, options).run(progress);
}

} // namespace entente::reading
