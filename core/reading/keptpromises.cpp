#include "core/reading/keptpromises.h"

#include "core/base/text.h"
#include "core/model/edits.h"
#include "core/reading/level.h"
#include "core/reading/sentences.h"
#include "core/reading/similarity.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastWords = 4.0;    ///< Weight of shared words below which a sentence speaks of something else.
constexpr double HalfSure = 6.0;      ///< The weight that gives a score of a half.
constexpr double OwnSeries = 0.2;     ///< Less doubt where the promise was made in the same dialogue.
constexpr qsizetype LongestQuote = 200; ///< Of a promise, in a reason.

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

/// Two words, or two that stand together: one word alone names no promise.
bool sharesEnough(const Likeness &likeness)
{
    return likeness.words >= LeastWords && (likeness.sharedWords.size() >= 2 || (!likeness.sharedWords.isEmpty() && likeness.sharedWords.first().contains(u' ')));
}

} // namespace

std::vector<Suggestion> proposeKeptPromises(const Lookup &lookup, const ReadDocument &read, const std::vector<KnownName> &names, const LinkPlace &place,
                                            Progress &progress)
{
    const Model &model = lookup.model();
    std::vector<const Commitment *> open;
    std::vector<ClauseText> texts;
    for (const Commitment &commitment : model.all<Commitment>()) {
        const Meeting *meeting = model.find(commitment.meeting);
        // A promise of this very round, or of a later one, was not kept before it.
        const bool later = meeting && (meeting->id == place.meeting || (meeting->start.isKnown() && place.heldOn.isKnown() && meeting->start.first() >= place.heldOn.first()));
        if (commitment.state != CommitmentState::Open || later)
            continue;
        ClauseText text;
        text.id = commitment.id.value;
        text.text = commitment.words;
        text.summary = commitment.summary;
        texts.push_back(std::move(text));
        open.push_back(&commitment);
    }
    std::vector<Suggestion> suggestions;
    if (open.empty())
        return suggestions;
    const NameFinder finder(names);
    const ClauseIndex index(texts, finder);
    for (const Block &block : read.blocks) {
        if (progress.isCancelled())
            return {};
        if (block.role != Role::Unit && block.role != Role::Prose)
            continue;
        for (const Sentence &sentence : findSentences(block.text)) {
            const QString words = block.text.mid(sentence.offset, sentence.length);
            if (levelOf(words, place.heldOn) != Level::Delivered)
                continue;
            const std::vector<Likeness> likeness = index.compare(words, index.termsOf(words, finder.find(words)), {});
            const auto best = std::max_element(likeness.begin(), likeness.end(), [](const Likeness &a, const Likeness &b) { return a.words < b.words; });
            if (!sharesEnough(*best))
                continue;
            const Commitment &promise = *open[static_cast<std::size_t>(best - likeness.begin())];
            const Meeting *meeting = model.find(promise.meeting);
            const double prior = meeting && !place.dialogue.isEmpty() && meeting->dialogue == place.dialogue ? OwnSeries : 0;

            Passage passage;
            passage.document = place.document;
            passage.label = block.label;
            passage.quote = words;
            passage.offset = int(sentence.offset);
            passage.id.value = edits::passageKey(place.document.value, block.label, words);
            Commitment kept = promise;
            kept.state = CommitmentState::Delivered;
            kept.proof = passage.id;
            ChangeSet rows;
            rows.add(passage);
            rows.update(promise, kept);

            Suggestion suggestion;
            suggestion.kind = u"commitment"_s;
            suggestion.document = place.document;
            suggestion.label = block.label;
            suggestion.quote = words;
            suggestion.offset = int(sentence.offset);
            suggestion.target.value = promise.id.value;
            suggestion.level = CoverageLevel::Delivered;
            suggestion.score = std::round((1 - (1 - best->words / (best->words + HalfSure)) * (1 - prior)) * 1000) / 1000;
            QStringList shared;
            for (const QString &word : best->sharedWords)
                shared += tr("“%1”").arg(word);
            suggestion.reason = tr("says that something was done; shares %1 with the open promise “%2”")
                                    .arg(sentenceList(shared), (promise.summary.isEmpty() ? promise.words : promise.summary).left(LongestQuote));
            suggestion.proposal = QString::fromUtf8(QJsonDocument(rows.toJson()).toJson(QJsonDocument::Compact));
            suggestion.id.value = contentKey(u"sug"_s, {u"commitment"_s, promise.id.value, folded(words)});
            suggestions.push_back(std::move(suggestion));
        }
    }
    return suggestions;
}

} // namespace entente::reading
