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

bool Facts::isThere(const QString &record) const
{
    const auto begun = [this](const PartialDate &date) { return !date.isKnown() || mayBeBy(date, m_asOf); };
    if (const auto *meeting = model().find<Meeting>(record))
        return meeting->status != MeetingStatus::Held || begun(meeting->start);
    if (const auto *dialogue = model().find<Dialogue>(record))
        return begun(dialogue->from);
    if (const auto *instrument = model().find<Instrument>(record))
        return begun(instrument->adopted);
    if (const auto *clause = model().find<Clause>(record))
        return isThere(clause->instrument.value);
    if (const auto *relation = model().find<Relation>(record))
        return begun(relation->from) && isThere(relation->source.value) && isThere(relation->target.value);
    return true;
}

const std::vector<Rule> &allRules()
{
    static const std::vector<Rule> rules = {
        {u"contradicting sources"_s, tr("What a text says of earlier rounds does not agree with the rounds recorded"), contradictingSources},
        {u"overdue commitment"_s, tr("A commitment was due and is not known to be done"), overdueCommitments},
        {u"commitment due soon"_s, tr("A commitment will be due soon"), commitmentsDueSoon},
        {u"overdue round"_s, tr("A dialogue has not met in its stated rhythm"), overdueRounds},
        {u"odd round"_s, tr("The records of a round cannot all be right"), oddRounds},
        {u"circle of reporting"_s, tr("A dialogue reports to itself, through others or at once"), reportingCircles},
        {u"odd clause"_s, tr("A clause is filed under one instrument and named after another"), oddClauses},
        {u"clause without dialogue"_s, tr("A clause promises something and no dialogue is responsible for it"), clausesWithoutDialogue},
        {u"dialogue without founding clause"_s, tr("No clause or instrument founds or names a dialogue"), dialoguesWithoutFoundation},
        {u"missing read-out"_s, tr("A round was held and the map has no read-out of it, so nothing can be told"), missingReadouts},
        {u"institution without counterpart"_s, tr("A body of one side has nobody on record opposite on the other side"),
         institutionsWithoutCounterpart},
        {u"present but in no clause"_s, tr("A body was at every round of a dialogue with known participants, and no clause in the map names it"), presentButInNoClause},
        {u"area without instrument"_s, tr("An area has meetings and no instrument to rest on"), areasWithoutInstrument},
        {u"commitment without owner"_s, tr("Nobody is named who has to keep a commitment"), commitmentsWithoutOwner},
        {u"commitment without date"_s, tr("A commitment has no date by which to ask about it"), commitmentsWithoutDate},
        {u"relation without evidence"_s, tr("A line has no source"), relationsWithoutEvidence},
        {u"one-sided evidence"_s, tr("All official pages on a dialogue come from one side"), oneSidedEvidence},
        {u"unknown marking"_s, tr("A marking has no place in the map's list and ranks highest until it gets one"), unknownMarkings},
        {u"unreadable measure"_s, tr("A measure of the rules that the map sets itself cannot be read"), unreadableMeasures},
    };
    return rules;
}

} // namespace entente::coverage
