#include "core/exchange/lowercopy.h"

#include "core/model/anchors.h"
#include "core/model/marking.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace entente::exchange {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

/// What is to go, found step by step until nothing follows from anything any more.
class Lowering
{
public:
    Lowering(const Model &model, const QString &highest) : m_model(model), m_rank(markingRank(model, highest)) {}

    Model make()
    {
        for (const model::Document &document : m_model.all<model::Document>())
            goIf(markingRank(m_model, document.marking) > m_rank || anyAbove(document.markings), document.id.value);
        for (const Edition &edition : m_model.all<Edition>())
            goIf(markingRank(m_model, edition.marking) > m_rank, edition.id.value);
        // An edition whose text goes, goes too: its words are the same.
        for (const model::Document &document : m_model.all<model::Document>())
            goIf(m_gone.contains(document.id.value) && !document.edition.isEmpty() && !hasOtherText(document), document.edition.value);
        for (const model::Document &document : m_model.all<model::Document>())
            goIf(m_gone.contains(document.edition.value), document.id.value);
        if (m_gone.isEmpty())
            return m_model;
        for (const Clause &clause : m_model.all<Clause>())
            goIf(isAbove(clause) && !hasRemarks(clause), clause.id.value);
        followProposals();
        for (qsizetype before = -1; before != m_gone.size();) {
            before = m_gone.size();
            followOwners();
            followEvidence();
        }
        return rest();
    }

private:
    void goIf(bool goes, const QString &id)
    {
        if (goes && !id.isEmpty())
            m_gone.insert(id);
    }

    bool anyAbove(const QStringList &markings) const
    {
        return std::ranges::any_of(markings, [&](const QString &marking) { return markingRank(m_model, marking) > m_rank; });
    }

    bool hasOtherText(const model::Document &document) const
    {
        return std::ranges::any_of(m_model.all<model::Document>(), [&](const model::Document &other) {
            return other.edition == document.edition && !m_gone.contains(other.id.value);
        });
    }

    bool isAbove(const Clause &clause) const { return m_gone.contains(clause.edition.value); }

    /// What was written because somebody accepted what such a text proposed: names, heads, attendance, rounds, commitments. What other evidence
    /// bears stays.
    void followProposals()
    {
        QHash<QString, bool> borne;
        for (const Evidence &evidence : m_model.all<Evidence>()) {
            const Passage *passage = m_model.find<Passage>(evidence.origin.value);
            bool &any = borne[evidence.subject.value];
            any = any || !passage || !m_gone.contains(passage->document.value);
        }
        for (const Suggestion &suggestion : m_model.all<Suggestion>()) {
            if (suggestion.state != SuggestionState::Accepted || !m_gone.contains(suggestion.document.value))
                continue;
            for (const Name &name : m_model.all<Name>())
                goIf(suggestion.kind == "name"_L1 && name.text == suggestion.quote, name.id.value);
            if (suggestion.proposal.isEmpty())
                continue;
            const auto rows = ChangeSet::fromJson(QJsonDocument::fromJson(suggestion.proposal.toUtf8()).object(), {});
            if (!rows)
                continue;
            forEachKind([&]<typename Row>() {
                for (const auto &change : rows->changes<Row>())
                    goIf(!change.before && !borne.value(change.id()), change.id());
            });
        }
    }

    void followOwners()
    {
        forEachKind([&]<typename Row>() {
            for (const Row &row : m_model.all<Row>()) {
                if (m_gone.contains(row.id.value))
                    continue;
                forEachField<Row>([&](const auto &field) {
                    if (field.role == FieldRole::Owner)
                        goIf(m_gone.contains(textOf(encode(row.*field.member))), row.id.value);
                });
                if constexpr (std::is_same_v<Row, Suggestion>) {
                    // A proposal quotes its text, also one that was rejected and has outlived it.
                    goIf(row.document.isEmpty() || m_gone.contains(row.document.value), row.id.value);
                } else if constexpr (std::is_same_v<Row, Commitment>) {
                    goIf(m_gone.contains(row.passage.value), row.id.value);
                } else if constexpr (std::is_same_v<Row, Waiver>) {
                    for (const QString &record : row.records)
                        goIf(m_gone.contains(record), row.id.value);
                }
            }
        });
    }

    /// Whatever rests on evidence, all of which goes.
    void followEvidence()
    {
        QHash<QString, bool> stays;
        for (const Evidence &evidence : m_model.all<Evidence>()) {
            bool &any = stays[evidence.subject.value];
            any = any || !m_gone.contains(evidence.id.value);
        }
        for (auto subject = stays.cbegin(); subject != stays.cend(); ++subject)
            goIf(!*subject, subject.key());
    }

    Model rest() const
    {
        Model copy;
        forEachKind([&]<typename Row>() {
            for (const Row &row : m_model.all<Row>()) {
                if (m_gone.contains(row.id.value))
                    continue;
                Row kept = row;
                if constexpr (std::is_same_v<Row, Clause>)
                    loseWords(kept);
                else if constexpr (std::is_same_v<Row, Commitment>)
                    loseProof(kept);
                forEachField<Row>([&](const auto &field) {
                    if (field.role == FieldRole::Reference && m_gone.contains(textOf(encode(row.*field.member))))
                        kept.*field.member = std::remove_cvref_t<decltype(kept.*field.member)>();
                });
                copy.table<Row>().put(std::move(kept));
            }
        });
        return copy;
    }

    void loseWords(Clause &clause) const
    {
        if (!isAbove(clause))
            return;
        clause.text.clear();
        clause.heading.clear();
        clause.operativeVerb.clear();
        clause.gap = false;
    }

    void loseProof(Commitment &commitment) const
    {
        if (m_gone.contains(commitment.proof.value) && commitment.state != CommitmentState::Open)
            commitment.state = CommitmentState::CannotTell;
    }

    const Model &m_model;
    int m_rank;
    QSet<QString> m_gone;
};

} // namespace

Model lowerCopy(const Model &model, const QString &highest)
{
    return Lowering(model, highest).make();
}

} // namespace entente::exchange
