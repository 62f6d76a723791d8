#include "app/ententectl/session.h"

#include "core/coverage/findings.h"
#include "core/coverage/json.h"
#include "core/coverage/progress.h"
#include "core/coverage/series.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

Result<ExitCode> showCoverage(const Session &session, const Arguments &arguments)
{
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    QString wanted = arguments.value(u"instrument"_s);
    if (wanted.isEmpty())
        return callError(tr("Say which instrument with --instrument ID; `list MAP instruments` shows them."));
    auto id = session.resolve(**lookup, wanted);
    if (!id)
        return id.error();
    if (!(*lookup)->model().find<model::Instrument>(*id))
        return callError(tr("“%1” is no instrument; `list MAP instruments` shows them.").arg(wanted.left(80)));
    const coverage::Coverage result = coverage::coverageOf(**lookup, model::Id<model::Instrument>(*id), *asOf);
    if (arguments.has(u"json"_s)) {
        session.print(coverage::toJson(result));
        return Done;
    }
    std::vector<QStringList> rows;
    for (const coverage::ClauseState &state : result.clauses) {
        QStringList responsible;
        for (const QString &dialogue : state.responsible)
            responsible += (*lookup)->shortTitle(dialogue);
        const QString touched = state.lastTouched.isKnown() ? state.lastTouched.toWords() : state.lastTouchedKnown ? tr("never") : tr("not known");
        rows.push_back({state.label, model::wordOf(state.progress()), model::wordOf(state.knowledge), touched, responsible.join(u", "_s)});
    }
    session.printTable({tr("clause"), tr("progress"), tr("knowledge"), tr("last touched"), tr("responsible")}, rows);
    return Done;
}

Result<ExitCode> showSeries(const Session &session, const Arguments &arguments)
{
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    const std::vector<coverage::Series> series = coverage::allSeries(**lookup, *asOf);
    if (arguments.has(u"json"_s)) {
        session.print(coverage::toJson(series));
        return Done;
    }
    for (const coverage::Series &one : series)
        session.print(u"%1 (%2): %3"_s.arg((*lookup)->shortTitle(one.dialogue), one.dialogue, one.sentence));
    return Done;
}

Result<ExitCode> showFindings(const Session &session, const Arguments &arguments)
{
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    const std::vector<coverage::Finding> findings = coverage::findingsOf(**lookup, *asOf);
    if (arguments.has(u"json"_s)) {
        session.print(coverage::toJson(findings));
        return Done;
    }
    std::vector<QStringList> rows;
    for (const coverage::Finding &finding : findings) {
        const QString state = finding.waiver ? tr("stands: %1 (%2)").arg(finding.waiver->reason, finding.waiver->who) : QString();
        rows.push_back({finding.id, coverage::severityWord(finding.severity), finding.rule, finding.reason, state});
    }
    if (rows.empty())
        session.print(tr("Nothing to look at."));
    else
        session.printTable({tr("finding"), tr("severity"), tr("rule"), tr("reason"), tr("waived")}, rows);
    return Done;
}

Result<ExitCode> waiveFinding(const Session &session, const Arguments &arguments)
{
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    auto map = session.open(arguments.positional[0]);
    if (!map)
        return map.error();
    const QString id = arguments.positional[1];
    Result<model::ChangeSet> changes = model::ChangeSet();
    if (arguments.has(u"open"_s)) {
        changes = coverage::unwaive((*map)->model(), id);
    } else {
        const auto lookup = (*map)->snapshot();
        const std::vector<coverage::Finding> findings = coverage::findingsOf(*lookup, *asOf);
        const auto finding = std::ranges::find(findings, id, &coverage::Finding::id);
        if (finding == findings.end())
            return callError(tr("There is no finding “%1” on that day; `findings MAP` lists them.").arg(id.left(60)));
        const QString who = arguments.value(u"who"_s);
        changes = coverage::waive((*map)->model(), *finding, who.isEmpty() ? session.place().author : who, QDate::currentDate(), arguments.value(u"reason"_s));
    }
    if (!changes)
        return changes.error();
    if (auto done = session.submit(**map, *changes); !done)
        return done.error();
    session.print(arguments.has(u"open"_s) ? tr("The finding is open again.") : tr("The finding stands, with your reason."));
    return Done;
}

} // namespace

std::vector<Command> coverageCommands()
{
    return {
        {u"coverage"_s, u"MAP --instrument ID [--as-of D]"_s, tr("clause × meeting cells and the state of every clause, with evidence"),
         {1, 1, {u"instrument"_s, u"as-of"_s}, {}, {u"json"_s}}, showCoverage},
        {u"series"_s, u"MAP [--as-of D]"_s, tr("per dialogue: stated rhythm, rounds held, gaps, next due, overdue days"),
         {1, 1, {u"as-of"_s}, {}, {u"json"_s}}, showSeries},
        {u"findings"_s, u"MAP [--as-of D]"_s, tr("the worklist: rule, severity, reason, records"),
         {1, 1, {u"as-of"_s}, {}, {u"json"_s}}, showFindings},
        {u"waive"_s, u"MAP FINDING (--reason WORDS [--who NAME] | --open) [--as-of D]"_s, tr("lets a finding stand with a reason, or opens it again"),
         {2, 2, {u"reason"_s, u"who"_s, u"as-of"_s}, {}, {u"open"_s}}, waiveFinding},
    };
}

} // namespace ententectl
