#include "app/ententectl/session.h"

#include "core/model/savedviews.h"
#include "core/network/compare.h"
#include "core/network/paths.h"
#include "core/network/questions.h"

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

Result<ExitCode> showPaths(const Session &session, const Arguments &arguments)
{
    network::PathOptions options;
    options.avoid = arguments.options.value(u"avoid"_s);
    if (arguments.has(u"max"_s)) {
        constexpr int Most = 100;
        bool isNumber = false;
        options.most = arguments.value(u"max"_s).toInt(&isNumber);
        if (!isNumber || options.most < 1 || options.most > Most)
            return callError(tr("“%1” is no number of chains from 1 to %2.").arg(arguments.value(u"max"_s).left(40)).arg(Most));
    }
    model::Lens lens;
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    lens.asOf = *asOf;
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    auto from = session.resolve(**lookup, arguments.positional[1]);
    if (!from)
        return from.error();
    auto to = session.resolve(**lookup, arguments.positional[2]);
    if (!to)
        return to.error();
    auto paths = network::pathsBetween(**lookup, lens, *from, *to, options, Progress());
    const bool outOfForce = !paths && paths.error().failure == Failure::Nothing;
    if (!paths && !outOfForce)
        return paths.error();
    if (arguments.has(u"json"_s))
        session.print(network::pathsJson(paths ? *paths : std::vector<network::Path>()));
    if (outOfForce)
        return paths.error();
    if (paths->empty()) {
        session.say(tr("No chain leads from %1 to %2%3.")
                        .arg((*lookup)->title(*from), (*lookup)->title(*to),
                             options.avoid.isEmpty() ? QString() : tr(" without what was to be avoided")));
        return NeedsAttention;
    }
    if (arguments.has(u"json"_s))
        return Done;
    int number = 0;
    for (const network::Path &path : *paths) {
        session.print(u"%1. %2"_s.arg(++number).arg(path.text));
        for (const network::Hop &hop : path.hops)
            session.print(u"   · %1"_s.arg(hop.sentence));
    }
    return Done;
}

Result<ExitCode> ask(const Session &session, const Arguments &arguments)
{
    model::Lens lens;
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    lens.asOf = *asOf;
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    if (arguments.positional.size() == 1) {
        QJsonArray list;
        std::vector<QStringList> rows;
        for (const network::Question &question : network::questions()) {
            list.append(QJsonObject{{u"id"_s, question.id}, {u"words"_s, question.words}});
            rows.push_back({question.id, question.words});
        }
        if (arguments.has(u"json"_s))
            session.print(QJsonObject{{u"questions"_s, list}});
        else
            session.printTable({tr("question"), tr("in words")}, rows);
        return Done;
    }
    QString about;
    if (arguments.has(u"without"_s)) {
        auto id = session.resolve(**lookup, arguments.value(u"without"_s));
        if (!id)
            return id.error();
        about = *id;
    }
    auto answer = network::answer(**lookup, lens, arguments.positional[1], about, Progress());
    if (!answer)
        return answer.error();
    if (arguments.has(u"json"_s)) {
        session.print(network::answerJson(*answer));
        return Done;
    }
    session.print(answer->sentence);
    std::vector<QStringList> rows;
    for (const network::Finding &finding : answer->records)
        rows.push_back({finding.record, (*lookup)->title(finding.record), finding.reason});
    if (!rows.empty())
        session.printTable({tr("record"), tr("name"), tr("why")}, rows);
    session.print(tr("Mind: %1").arg(answer->caution));
    return Done;
}

Result<ExitCode> compareDays(const Session &session, const Arguments &arguments)
{
    std::vector<QDate> days;
    for (int i = 1; i < 3; ++i) {
        auto day = PartialDate::parse(arguments.positional[i]);
        if (!day)
            return day.error();
        if (!day->isKnown())
            return callError(tr("Say two dates, for example 2024-01-01 2026-01-01."));
        days.push_back(day->last());
    }
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    model::Lens lens;
    const QString view = arguments.value(u"view"_s, u"all"_s);
    if (view == "all"_L1) {
        lens.scope = model::Scope::All;
    } else if (view != "first"_L1) {
        const auto saved = model::viewNamed((*lookup)->model(), view);
        if (!saved)
            return saved.error();
        lens = model::viewState(*saved, days[1]).lens;
    }
    lens.asOf = days[0];
    const network::Snapshot before = network::snapshot(**lookup, lens);
    lens.asOf = days[1];
    const network::NetworkDifference difference = network::compare(before, network::snapshot(**lookup, lens));
    if (arguments.has(u"json"_s)) {
        session.print(network::differenceJson(difference));
        return Done;
    }
    std::vector<QStringList> rows;
    for (const auto *list : {&difference.nodes, &difference.lines}) {
        for (const network::DifferenceEntry &entry : *list)
            rows.push_back({network::wordOf(entry.differs), entry.name, entry.facts.join(u"; "_s)});
    }
    session.printTable({tr("difference"), tr("record or line"), tr("what")}, rows);
    return Done;
}

} // namespace

std::vector<Command> networkCommands()
{
    return {
        {u"path"_s, u"MAP ID ID [--avoid KIND…] [--max N] [--as-of D]"_s,
         tr("the chains between two records, as sentences with sources; KIND is a kind of record (meetings) or a type of relation (\"part of\")"),
         {3, 3, {u"max"_s, u"as-of"_s}, {u"avoid"_s}, {u"json"_s}}, showPaths},
        {u"ask"_s, u"MAP [QUESTION] [--without ID] [--as-of D]"_s,
         tr("answers a question about the network, with the records and a caution; without QUESTION: all questions; --without goes with falls-apart"),
         {1, 2, {u"as-of"_s, u"without"_s}, {}, {u"json"_s}}, ask},
        {u"between"_s, u"MAP DATE DATE [--view first|all|NAME]"_s, tr("what came into the network, went and changed between two days"),
         {3, 3, {u"view"_s}, {}, {u"json"_s}}, compareDays},
    };
}

} // namespace ententectl
