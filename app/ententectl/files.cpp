#include "app/ententectl/session.h"

#include "core/exchange/csv.h"
#include "core/model/marking.h"

#include <QCoreApplication>
#include <QFileInfo>
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

Result<ExitCode> makeNew(const Session &session, const Arguments &arguments)
{
    const QString path = arguments.positional[0];
    const QString from = arguments.value(u"from"_s, u"eu-rok"_s);
    if (from != "eu-rok"_L1 && from != "blank"_L1)
        return callError(tr("“%1” is no map to begin with; say eu-rok or blank.").arg(from.left(40)));
    if (QFileInfo::exists(path))
        return writeError(tr("“%1” is there already; choose another name.").arg(path));
    auto rows = from == "blank"_L1 ? Result<model::Model>(exchange::blankMap()) : exchange::shippedMap();
    if (!rows)
        return rows.error();
    auto map = entente::Document::create(*rows, session.place());
    if (!map)
        return map.error();
    if (auto saved = (*map)->saveAs(path, false); !saved)
        return saved.error();
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"map"_s, path}, {u"records"_s, qint64(rows->rowCount())}, {u"content_hash"_s, rows->contentHash()}});
    session.say(tr("Made “%1” with %2 records.").arg(path).arg(rows->rowCount()));
    return Done;
}

Result<ExitCode> info(const Session &session, const Arguments &arguments)
{
    Progress progress;
    auto opened = store::readFile(arguments.positional[0], session.place(), progress);
    if (!opened)
        return opened.error();
    if (!opened->notice.isEmpty())
        session.say(opened->notice);
    QJsonObject counts;
    model::forEachKind([&]<typename Row>() {
        counts.insert(QLatin1StringView(model::Fields<Row>::plural), qint64(opened->rows.table<Row>().size()));
    });
    const QString modified = opened->journal.empty() ? QString() : opened->journal.back().when.toString(Qt::ISODate);
    const QString hash = opened->rows.contentHash();
    const QString marking = model::markingOfMap(opened->rows);
    if (arguments.has(u"json"_s)) {
        session.print(QJsonObject{{u"schema"_s, opened->schema},
                                  {u"counts"_s, counts},
                                  {u"marking"_s, marking},
                                  {u"content_hash"_s, hash},
                                  {u"modified"_s, modified.isEmpty() ? QJsonValue() : QJsonValue(modified)},
                                  {u"steps"_s, qint64(opened->journal.size())}});
        return Done;
    }
    std::vector<QStringList> rows{{tr("schema"), QString::number(opened->schema)},
                                  {tr("marking"), marking},
                                  {tr("last change"), modified.isEmpty() ? tr("none") : modified},
                                  {tr("content hash"), hash}};
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        if (count->toInt() > 0)
            rows.push_back({count.key(), QString::number(count->toInt())});
    }
    session.printTable({tr("fact"), tr("value")}, rows);
    return Done;
}

Result<ExitCode> check(const Session &session, const Arguments &arguments)
{
    Progress progress;
    auto problems = store::checkFile(arguments.positional[0], session.place(), progress);
    if (!problems)
        return problems.error();
    if (arguments.has(u"json"_s)) {
        QJsonArray list;
        for (const Error &problem : *problems)
            list.append(QJsonObject{{u"problem"_s, problem.sentence}, {u"detail"_s, problem.detail}});
        session.print(QJsonObject{{u"ok"_s, problems->empty()}, {u"problems"_s, list}});
    } else if (problems->empty()) {
        session.print(tr("The map is whole."));
    } else {
        for (const Error &problem : *problems)
            session.print(problem.sentence);
    }
    return problems->empty() ? Done : NeedsAttention;
}

} // namespace

std::vector<Command> fileCommands()
{
    return {
        {u"new"_s, u"MAP [--from eu-rok|blank]"_s, tr("makes a map; eu-rok is the one that ships with the program"), {1, 1, {u"from"_s}, {}, {u"json"_s}}, makeNew},
        {u"info"_s, u"MAP"_s, tr("schema version, counts by kind, marking, content hash, last change"), {1, 1, {}, {}, {u"json"_s}}, info},
        {u"check"_s, u"MAP"_s, tr("integrity, invariants and content hash"), {1, 1, {}, {}, {u"json"_s}}, check},
    };
}

} // namespace ententectl
