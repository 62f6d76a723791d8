#include "core/base/text.h"
#include "core/coverage/findingrules.h"
#include "core/coverage/words.h"
#include "core/model/asof.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

// What the worklist says about clauses, dialogues and their rounds.

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

constexpr int deepestChain = 64; // of parents: a cycle ends here

/// The beginning of a long text, cut between words.
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 80;
    if (text.size() <= longest)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', longest);
    return text.left(space > longest / 2 ? space : longest) + u'…';
}

/// Meetings beside the official track need no founding clause: seminars, conferences, talks of experts.
bool isBesideTheTrack(const Dialogue &dialogue)
{
    static const QStringList words = {u"seminar"_s, u"conference"_s, u"workshop"_s, u"세미나"_s, u"워크숍"_s};
    const auto isCalled = [&](const QString &word) {
        return dialogue.nameEn.contains(word, Qt::CaseInsensitive) || dialogue.abbreviation.contains(word, Qt::CaseInsensitive) || dialogue.nameKo.contains(word);
    };
    return dialogue.level == Level::Track15 || dialogue.level == Level::Conference || std::ranges::any_of(words, isCalled);
}

} // namespace

void clausesWithoutDialogue(const Facts &facts, std::vector<Finding> &findings)
{
    for (const Coverage &coverage : facts.coverages()) {
        if (!facts.isThere(coverage.instrument))
            continue;
        // A chapeau whose points have their dialogues is looked after.
        QSet<QString> owned;
        for (const ClauseState &state : coverage.clauses) {
            const Clause *clause = facts.model().find<Clause>(state.clause);
            for (int depth = 0; clause && !state.responsible.isEmpty() && depth < deepestChain; ++depth, clause = facts.model().find(clause->parent))
                owned.insert(clause->id.value);
        }
        for (const ClauseState &state : coverage.clauses) {
            const Clause *clause = facts.model().find<Clause>(state.clause);
            if (!clause || state.computed == ProgressState::NotApplicable || owned.contains(state.clause) || clause->commitment.isEmpty())
                continue;
            const QString about = clause->summary.isEmpty() ? clause->heading : clause->summary;
            const QString name = about.isEmpty() ? facts.name(state.clause) : tr("%1 (%2)").arg(facts.name(state.clause), shortened(about));
            Finding finding;
            finding.severity = Severity::Note;
            finding.records = QStringList{state.clause} + state.reviewing;
            finding.reason = state.reviewing.isEmpty() ? tr("No dialogue is responsible for %1.").arg(name)
                                                       : tr("No dialogue is responsible for %1; it is only reviewed, by %2.")
                                                             .arg(name, dialoguesInWords(facts.lookup(), state.reviewing));
            findings.push_back(std::move(finding));
        }
    }
}

void dialoguesWithoutFoundation(const Facts &facts, std::vector<Finding> &findings)
{
    for (const Dialogue &dialogue : facts.model().all<Dialogue>()) {
        if (!isInForce(facts.lookup(), dialogue, facts.asOf()) || dialogue.status == DialogueStatus::Informal)
            continue;
        const QString &id = dialogue.id.value;
        const bool founded = std::ranges::any_of(facts.lookup().outgoing(id), [](const Relation *relation) {
            return relation->type == relation::foundedBy || relation->type == relation::basedOn;
        });
        const bool named = !facts.lookup().incoming(id, relation::names).empty();
        if (founded || named)
            continue;
        Finding finding;
        if (isBesideTheTrack(dialogue))
            finding.severity = Severity::Note;
        finding.records = {id};
        finding.reason = dialogue.establishedBy.isEmpty()
                             ? tr("%1 has no founding clause or instrument in the map.").arg(facts.name(id))
                             : tr("%1 has no founding clause or instrument in the map; its record says “%2”.").arg(facts.name(id), dialogue.establishedBy);
        findings.push_back(std::move(finding));
    }
}

void overdueRounds(const Facts &facts, std::vector<Finding> &findings)
{
    for (const Series &series : facts.series()) {
        if (series.overdueDays <= 0)
            continue;
        Finding finding;
        const double rhythms = series.months ? double(series.overdueDays) / (30.44 * *series.months) : 0;
        finding.severity = rhythms >= 1 ? Severity::Problem : Severity::Attention;
        finding.records = {series.dialogue};
        if (!series.rounds.empty())
            finding.records += series.rounds.back().meeting;
        QString planned;
        if (!series.planned.isEmpty())
            planned = tr(" Planned: %1.").arg(roundsInWords(facts.lookup(), series.planned));
        const PartialDate last = series.rounds.empty() ? PartialDate() : series.rounds.back().start;
        const QString when = !last.isKnown() ? tr("on no known day") : (last.isDay() ? tr("on %1") : tr("in %1")).arg(last.toWords());
        const QString stated = series.stated.isEmpty() ? tr("every %1 months").arg(series.months.value_or(0)) : tr("“%1”").arg(series.stated);
        finding.reason = tr("%1: stated as %2, the last round was %3; the next was due by %4, %5 ago.%6")
                             .arg(facts.name(series.dialogue), stated, when, dateInWords(series.nextDue),
                                  series.overdueDays == 1 ? tr("one day") : tr("%1 days").arg(series.overdueDays), planned);
        findings.push_back(std::move(finding));
    }
}

void missingReadouts(const Facts &facts, std::vector<Finding> &findings)
{
    // By dialogue: a series of many rounds is one piece of work.
    QHash<QString, QStringList> missing;
    QStringList order;
    for (const Coverage &coverage : facts.coverages()) {
        for (const Column &column : coverage.columns) {
            if (!column.readoutMissing || missing[column.dialogue].contains(column.meeting))
                continue;
            if (!order.contains(column.dialogue))
                order += column.dialogue;
            missing[column.dialogue] += column.meeting;
        }
    }
    for (const QString &dialogue : order) {
        const QStringList &meetings = missing[dialogue];
        Finding finding;
        finding.severity = Severity::Note;
        finding.records = QStringList{dialogue} + meetings;
        finding.reason = tr("The map has no read-out of %1; until it is imported, clauses in the charge of this dialogue stay at “cannot tell”.")
                             .arg(roundsInWords(facts.lookup(), meetings));
        findings.push_back(std::move(finding));
    }
}

void oddRounds(const Facts &facts, std::vector<Finding> &findings)
{
    for (const Series &series : facts.series()) {
        if (!series.remarks.isEmpty())
            findings.push_back({{}, {}, Severity::Problem, facts.name(series.dialogue) + u": "_s + series.remarks.join(u' '), {series.dialogue}, {}});
        // Numbers count up with time; where they do not, a date or a number is wrong.
        const HeldRound *highest = nullptr;
        for (const HeldRound &round : series.rounds) {
            if (!round.ordinal)
                continue;
            if (series.restarts.contains(round.meeting))
                highest = nullptr;
            if (highest && *round.ordinal < *highest->ordinal && highest->start.last() < round.start.first()) {
                Finding finding;
                finding.severity = Severity::Problem;
                finding.records = {round.meeting, highest->meeting};
                finding.reason = tr("%1: the %2 round (%3) stands after the %4 (%5); a number or a date is wrong.")
                                     .arg(facts.name(series.dialogue), ordinalInWords(*round.ordinal), round.start.toWords(),
                                          ordinalInWords(*highest->ordinal), highest->start.toWords());
                findings.push_back(std::move(finding));
            }
            if (!highest || *round.ordinal > *highest->ordinal)
                highest = &round;
        }
    }
}

void reportingCircles(const Facts &facts, std::vector<Finding> &findings)
{
    QSet<QString> told;
    for (const Dialogue &dialogue : facts.model().all<Dialogue>()) {
        const QString &start = dialogue.id.value;
        if (told.contains(start))
            continue;
        // The nearest way up that leads back: superiors in widening rings, each with the one below it.
        QHash<QString, QString> below;
        QStringList ring{start};
        bool closes = false;
        while (!ring.isEmpty() && !closes) {
            QStringList superiors;
            for (const QString &id : std::as_const(ring)) {
                for (const Relation *relation : facts.lookup().outgoing(id, relation::reportsTo)) {
                    if (below.contains(relation->target.value))
                        continue;
                    below.insert(relation->target.value, id);
                    superiors += relation->target.value;
                    closes = closes || relation->target.value == start;
                }
            }
            ring = superiors;
        }
        if (!closes)
            continue;
        QStringList circle{start};
        for (QString id = below.value(start); id != start; id = below.value(id))
            circle.prepend(id);
        circle.prepend(circle.takeLast());
        QStringList names;
        for (const QString &id : std::as_const(circle)) {
            told.insert(id);
            names += facts.name(id);
        }
        Finding finding;
        finding.severity = Severity::Problem;
        finding.records = circle;
        finding.reason = circle.size() == 1 ? tr("%1 reports to itself; take that line out.").arg(names.first())
                                            : tr("%1 reports to itself through %2; one of these lines is wrong.")
                                                  .arg(names.first(), sentenceList(names.mid(1)));
        findings.push_back(std::move(finding));
    }
}

void oddClauses(const Facts &facts, std::vector<Finding> &findings)
{
    for (const Clause &clause : facts.model().all<Clause>()) {
        const QString named = clause.id.value.section(u'/', 0, 0).section(u'@', 0, 0);
        if (named == clause.instrument.value || !facts.model().find<Instrument>(named))
            continue;
        Finding finding;
        finding.severity = Severity::Problem;
        finding.records = {clause.id.value, clause.instrument.value, named};
        finding.reason = tr("%1 is filed under %2 and named after %3; it counts for %2 alone.")
                             .arg(clause.id.value, facts.name(clause.instrument.value), facts.name(named));
        findings.push_back(std::move(finding));
    }
}

} // namespace entente::coverage
