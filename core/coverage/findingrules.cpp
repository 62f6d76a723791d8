#include "core/coverage/findingrules.h"

#include "core/model/asof.h"

#include <QCoreApplication>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

} // namespace

Facts::Facts(const Lookup &lookup, const QDate &asOf, const Progress &progress)
    : m_lookup(lookup)
    , m_asOf(asOf)
    , m_rules(rulesOf(lookup.model()))
    , m_series(allSeries(lookup, asOf))
{
    for (const Instrument &instrument : model().all<Instrument>()) {
        if (progress.isCancelled())
            return;
        if (!lookup.clauses(instrument.id).empty())
            m_coverages.push_back(coverageOf(lookup, instrument.id, asOf, progress));
    }
}

bool Facts::isHeld(const Meeting &meeting) const
{
    return isHeldBy(meeting, m_asOf);
}

const std::vector<Rule> &allRules()
{
    static const std::vector<Rule> rules = {
        {u"contradicting sources"_s, tr("What a text says of earlier rounds does not agree with the rounds recorded"), contradictingSources},
        {u"overdue commitment"_s, tr("A commitment is due, or will be soon, and is not known to be done"), overdueCommitments},
        {u"overdue round"_s, tr("A dialogue has not met in its stated rhythm"), overdueRounds},
        {u"odd round"_s, tr("The records of a round cannot all be right"), oddRounds},
        {u"circle of reporting"_s, tr("A dialogue reports to itself, through others or at once"), reportingCircles},
        {u"odd clause"_s, tr("A clause is filed under one instrument and named after another"), oddClauses},
        {u"clause without dialogue"_s, tr("A clause promises something and no dialogue is responsible for it"), clausesWithoutDialogue},
        {u"dialogue without founding clause"_s, tr("No clause or instrument founds or names a dialogue"), dialoguesWithoutFoundation},
        {u"missing read-out"_s, tr("A round was held and the map has no read-out of it, so nothing can be told"), missingReadouts},
        {u"institution without counterpart"_s, tr("A body that meets or is responsible has nobody opposite on the other side"),
         institutionsWithoutCounterpart},
        {u"present but in no clause"_s, tr("A body was at every recorded round of a dialogue and no clause names it"), presentButInNoClause},
        {u"area without instrument"_s, tr("An area has meetings and no instrument to rest on"), areasWithoutInstrument},
        {u"commitment without owner"_s, tr("Nobody is named who has to keep a commitment"), commitmentsWithoutOwner},
        {u"commitment without date"_s, tr("A commitment has no date by which to ask about it"), commitmentsWithoutDate},
        {u"relation without evidence"_s, tr("A line has no source"), relationsWithoutEvidence},
        {u"one-sided evidence"_s, tr("All official sources of a dialogue come from one side"), oneSidedEvidence},
        {u"unknown marking"_s, tr("A marking has no place in the map's list and ranks highest until it gets one"), unknownMarkings},
        {u"unreadable measure"_s, tr("A measure of the rules that the map sets itself cannot be read"), unreadableMeasures},
    };
    return rules;
}

} // namespace entente::coverage
