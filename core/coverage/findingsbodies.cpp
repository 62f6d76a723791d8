#include "core/base/text.h"
#include "core/coverage/commitments.h"
#include "core/coverage/findingrules.h"
#include "core/coverage/words.h"
#include "core/model/asof.h"
#include "core/model/counterparts.h"
#include "core/model/marking.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

// What the worklist says about institutions, areas and commitments.

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

/// Whether a clause names the body, or the one that it is part of.
bool isNamedByAClause(const Facts &facts, const QString &institution)
{
    constexpr int deepest = 16; // a cycle ends here
    QString body = institution;
    for (int depth = 0; depth < deepest && !body.isEmpty(); ++depth) {
        const auto naming = facts.lookup().incoming(body, relation::names);
        if (std::ranges::any_of(naming, [&](const Relation *relation) { return facts.model().find<Clause>(relation->source.value); }))
            return true;
        const auto above = facts.lookup().outgoing(body, relation::partOf);
        body = above.empty() ? QString() : above.front()->target.value;
    }
    return false;
}

/// Whether the body or a unit of it has a counterpart.
bool isMatched(const Facts &facts, const Counterparts &counterparts, const QString &institution)
{
    QSet<QString> seen;
    QStringList open{institution};
    while (!open.isEmpty()) {
        const QString body = open.takeLast();
        if (seen.contains(body))
            continue;
        seen.insert(body);
        if (counterparts.has(body))
            return true;
        for (const Relation *relation : facts.lookup().incoming(body, relation::partOf)) {
            if (isValidOn(*relation, facts.asOf()))
                open.append(relation->source.value);
        }
    }
    return false;
}

/// Why nobody stands opposite a body that works in these places.
QString unmatchedInWords(const Facts &facts, const QString &body, const QStringList &where)
{
    if (where.isEmpty())
        return tr("%1 is recorded at no round and looks after no area or dialogue, so it has no counterpart on record.").arg(body);
    QStringList met;    // dialogues at which no body of the other side is recorded
    QStringList others; // areas and what else it looks after
    for (const QString &place : where)
        (facts.model().find<Dialogue>(place) ? met : others) += facts.name(place);
    if (others.isEmpty())
        return tr("Who came from the other side is not recorded for %2, so it cannot be told whether %1 has a counterpart.").arg(body, sentenceList(met));
    return tr("%1 looks after %2; no body of the other side is recorded there.").arg(body, sentenceList(others + met));
}

/// What a commitment is about: its summary, else its words.
QString subjectOf(const Commitment &commitment)
{
    return commitment.summary.isEmpty() ? commitment.words : commitment.summary;
}

/// Whether the commitment had been made by the day asked about.
bool isMade(const Facts &facts, const Commitment &commitment)
{
    return facts.isThere(commitment.meeting.value) && facts.isThere(commitment.clause.value);
}

void takeDue(const Facts &facts, Due due, std::vector<Finding> &findings)
{
    for (const LedgerEntry &entry : ledgerOf(facts.lookup(), facts.asOf())) {
        if (entry.due != due)
            continue;
        const Commitment &commitment = *facts.model().find<Commitment>(entry.commitment);
        const bool overdue = due == Due::Overdue;
        Finding finding;
        finding.severity = overdue ? Severity::Problem : Severity::Attention;
        finding.records = {commitment.id.value};
        if (!commitment.meeting.isEmpty())
            finding.records += commitment.meeting.value;
        const QString day = dateInWords(commitment.due.last());
        finding.reason = overdue ? tr("“%1” was due by %2 and is not known to be done.").arg(subjectOf(commitment), day)
                                 : tr("“%1” is due by %2, in %3 days.").arg(subjectOf(commitment), day, QString::number(entry.daysLeft));
        findings.push_back(std::move(finding));
    }
}

} // namespace

void institutionsWithoutCounterpart(const Facts &facts, std::vector<Finding> &findings)
{
    const Counterparts counterparts(facts.lookup(), [&](const Meeting &meeting) { return facts.isHeld(meeting); },
                                    [&](const Relation &relation) { return isValidOn(relation, facts.asOf()); });
    // Where nobody of the two sides has met yet, that a body met nobody says nothing.
    const bool someMet = std::ranges::any_of(facts.model().all<Institution>(), [&](const Institution &body) { return counterparts.has(body.id.value); });
    for (const Institution &institution : facts.model().all<Institution>()) {
        const bool ofASide = institution.side == Side::Eu || institution.side == Side::Rok;
        if (!ofASide || isMatched(facts, counterparts, institution.id.value))
            continue;
        QStringList where = counterparts.placesOf(institution.id.value).values();
        if (where.isEmpty() && !someMet)
            continue;
        where.sort();
        Finding finding;
        finding.severity = Severity::Note;
        finding.records = QStringList{institution.id.value} + where;
        finding.reason = unmatchedInWords(facts, facts.name(institution.id.value), where);
        findings.push_back(std::move(finding));
    }
}

void presentButInNoClause(const Facts &facts, std::vector<Finding> &findings)
{
    const int fewest = facts.rules().fewestRounds;
    std::map<QString, std::vector<std::pair<QString, int>>> everywhere; // body → dialogue, rounds
    for (const Series &series : facts.series()) {
        std::map<QString, int> present;
        int recorded = 0;
        for (const HeldRound &round : series.rounds) {
            const auto attendance = facts.lookup().attendance(Id<Meeting>(round.meeting));
            recorded += attendance.empty() ? 0 : 1;
            for (const Attendance *one : attendance)
                ++present[one->institution.value];
        }
        for (const auto &[institution, rounds] : present) {
            if (recorded >= fewest && rounds >= recorded)
                everywhere[institution].emplace_back(series.dialogue, recorded);
        }
    }
    for (const auto &[institution, dialogues] : everywhere) {
        if (isNamedByAClause(facts, institution))
            continue;
        Finding finding;
        finding.severity = Severity::Note;
        finding.records = {institution};
        QStringList where;
        for (const auto &[dialogue, rounds] : dialogues) {
            finding.records += dialogue;
            where += tr("%1 (%2)").arg(facts.name(dialogue)).arg(rounds);
        }
        finding.reason = tr("%1 was at every round with known participants: %2; no clause in the map names it.")
                             .arg(facts.name(institution), sentenceList(where));
        findings.push_back(std::move(finding));
    }
}

void areasWithoutInstrument(const Facts &facts, std::vector<Finding> &findings)
{
    QSet<QString> withClause;
    for (const Clause &clause : facts.model().all<Clause>())
        withClause.insert(clause.area.value);
    for (const Area &area : facts.model().all<Area>()) {
        const QString &id = area.id.value;
        const auto touchesInstrument = [&](const Relation *relation) {
            return facts.model().find<Instrument>(relation->source.value) || facts.model().find<Instrument>(relation->target.value);
        };
        if (withClause.contains(id) || std::ranges::any_of(facts.lookup().incoming(id), touchesInstrument) ||
            std::ranges::any_of(facts.lookup().outgoing(id), touchesInstrument))
            continue;
        QStringList dialogues;
        for (const Relation *relation : facts.lookup().incoming(id)) {
            const Dialogue *dialogue = facts.model().find<Dialogue>(relation->source.value);
            const bool met = dialogue && std::ranges::any_of(facts.lookup().meetings(dialogue->id), [&](const Meeting *meeting) { return facts.isHeld(*meeting); });
            if (met && !dialogues.contains(dialogue->id.value))
                dialogues += dialogue->id.value;
        }
        if (dialogues.isEmpty())
            continue;
        Finding finding;
        finding.records = QStringList{id} + dialogues;
        finding.reason = tr("%1 has meetings (%2) and no instrument of the map bears on it.").arg(facts.name(id), dialoguesInWords(facts.lookup(), dialogues));
        findings.push_back(std::move(finding));
    }
}

void overdueCommitments(const Facts &facts, std::vector<Finding> &findings)
{
    takeDue(facts, Due::Overdue, findings);
}

void commitmentsDueSoon(const Facts &facts, std::vector<Finding> &findings)
{
    takeDue(facts, Due::Soon, findings);
}

void commitmentsWithoutOwner(const Facts &facts, std::vector<Finding> &findings)
{
    for (const Commitment &commitment : facts.model().all<Commitment>()) {
        if (commitment.state != CommitmentState::Open || !commitment.by.isEmpty() || !isMade(facts, commitment))
            continue;
        findings.push_back({{}, {}, Severity::Attention, tr("Nobody is named who has to see to “%1”.").arg(subjectOf(commitment)), {commitment.id.value}, {}});
    }
}

void commitmentsWithoutDate(const Facts &facts, std::vector<Finding> &findings)
{
    for (const Commitment &commitment : facts.model().all<Commitment>()) {
        if (commitment.state != CommitmentState::Open || commitment.due.isKnown() || !isMade(facts, commitment))
            continue;
        findings.push_back({{}, {}, Severity::Attention, tr("“%1” has no date by which to ask about it.").arg(subjectOf(commitment)), {commitment.id.value}, {}});
    }
}

void unknownMarkings(const Facts &facts, std::vector<Finding> &findings)
{
    for (const model::Document &document : facts.model().all<model::Document>()) {
        for (const QString &marking : document.markings + QStringList{document.marking}) {
            if (marking.isEmpty() || isKnownMarking(facts.model(), marking))
                continue;
            findings.push_back({{}, {}, Severity::Attention,
                                tr("“%1” of “%2” is not in the map's list of markings; it ranks highest until you give it a place.").arg(marking, document.title),
                                {document.id.value}, {}});
            break;
        }
    }
}

} // namespace entente::coverage
