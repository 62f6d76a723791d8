#pragma once

#include "core/coverage/findings.h"
#include "core/coverage/progress.h"
#include "core/coverage/rules.h"
#include "core/coverage/series.h"

#include <QHash>

/// The rules of the worklist: each a function over facts that are worked out once.
namespace entente::coverage {

/// What the rules share: the state of every clause of every instrument, and the clock of every dialogue.
class Facts
{
public:
    Facts(const Lookup &lookup, const QDate &asOf, const Progress &progress);

    const Lookup &lookup() const { return m_lookup; }
    const Model &model() const { return m_lookup.model(); }
    const QDate &asOf() const { return m_asOf; }
    const CoverageRules &rules() const { return m_rules; }
    const std::vector<Coverage> &coverages() const { return m_coverages; }
    const std::vector<Series> &series() const { return m_series; }

    /// Held by the day asked about.
    bool isHeld(const Meeting &meeting) const;
    /// Whether a record was already there on the day asked about, as far as its dates tell: a held round, an adopted text with its clauses, a
    /// dialogue that has begun, a line that has begun to hold.
    bool isThere(const QString &record) const;
    /// A record's short name with its identifier where the name alone says little.
    QString name(const QString &record) const { return m_lookup.shortTitle(record); }

private:
    const Lookup &m_lookup;
    QDate m_asOf;
    CoverageRules m_rules;
    std::vector<Coverage> m_coverages;
    std::vector<Series> m_series;
};

struct Rule
{
    QString word;
    QString explanation;
    void (*look)(const Facts &facts, std::vector<Finding> &findings);
};

const std::vector<Rule> &allRules();

// One function a rule, by what it looks at: findingsdialogues.cpp, findingsbodies.cpp, findingssources.cpp.
void clausesWithoutDialogue(const Facts &facts, std::vector<Finding> &findings);
void dialoguesWithoutFoundation(const Facts &facts, std::vector<Finding> &findings);
void overdueRounds(const Facts &facts, std::vector<Finding> &findings);
void missingReadouts(const Facts &facts, std::vector<Finding> &findings);
void oddClauses(const Facts &facts, std::vector<Finding> &findings);
void reportingCircles(const Facts &facts, std::vector<Finding> &findings);
void oddRounds(const Facts &facts, std::vector<Finding> &findings);
void institutionsWithoutCounterpart(const Facts &facts, std::vector<Finding> &findings);
void presentButInNoClause(const Facts &facts, std::vector<Finding> &findings);
void areasWithoutInstrument(const Facts &facts, std::vector<Finding> &findings);
void overdueCommitments(const Facts &facts, std::vector<Finding> &findings);
void commitmentsDueSoon(const Facts &facts, std::vector<Finding> &findings);
void commitmentsWithoutOwner(const Facts &facts, std::vector<Finding> &findings);
void commitmentsWithoutDate(const Facts &facts, std::vector<Finding> &findings);
void relationsWithoutEvidence(const Facts &facts, std::vector<Finding> &findings);
void oneSidedEvidence(const Facts &facts, std::vector<Finding> &findings);
void contradictingSources(const Facts &facts, std::vector<Finding> &findings);
void unknownMarkings(const Facts &facts, std::vector<Finding> &findings);
void unreadableMeasures(const Facts &facts, std::vector<Finding> &findings);

} // namespace entente::coverage
