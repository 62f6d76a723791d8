#include "app/ententectl/session.h"

#include "core/coverage/json.h"
#include "core/coverage/progress.h"
#include "core/coverage/series.h"

#include <QCoreApplication>
#include <QJsonArray>

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

} // namespace

std::vector<Command> coverageCommands()
{
    return {
        {u"coverage"_s, u"MAP --instrument ID [--as-of D]"_s, tr("clause × meeting cells and the state of every clause, with evidence"),
         {1, 1, {u"instrument"_s, u"as-of"_s}, {}, {u"json"_s}}, showCoverage},
        {u"series"_s, u"MAP [--as-of D]"_s, tr("per dialogue: stated rhythm, rounds held, gaps, next due, overdue days"),
         {1, 1, {u"as-of"_s}, {}, {u"json"_s}}, showSeries},
    };
}

} // namespace ententectl
