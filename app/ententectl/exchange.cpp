#include "app/ententectl/session.h"

#include "core/base/file.h"
#include "core/exchange/csv.h"
#include "core/exchange/loading.h"
#include "core/exchange/lowercopy.h"
#include "core/model/marking.h"
#include "core/model/recordjson.h"
#include "ui/network/networklook.h"
#include "ui/paint/fonts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

/// With --json, which files were written and what they are marked.
Result<ExitCode> told(const Session &session, const Arguments &arguments, const model::Model &model, const QStringList &files)
{
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"files"_s, QJsonArray::fromStringList(files)}, {u"marking"_s, model::markingOfMap(model)}});
    return Done;
}

Result<QStringList> writeTables(const model::Model &model, const QString &target)
{
    if (QFileInfo(target).isFile())
        return writeError(tr("“%1” is a file; CSV tables need a folder.").arg(target));
    if (!QDir().mkpath(target))
        return writeError(tr("The folder “%1” cannot be made; choose another one.").arg(target));
    QStringList files;
    for (const auto &[name, bytes] : exchange::toTables(model)) {
        files += QDir(target).filePath(name);
        if (auto written = replaceFile(files.back(), bytes); !written)
            return written.error();
    }
    return files;
}

Result<ExitCode> exportMap(const Session &session, const Arguments &arguments)
{
    const QString target = arguments.value(u"o"_s, arguments.value(u"output"_s));
    if (target.isEmpty())
        return callError(tr("Say where to write with -o FILE.json, FILE.graphml, FILE.gexf or FOLDER.csv."));
    const QString suffix = QFileInfo(target).suffix().toLower();
    if (!QStringList{u"json"_s, u"graphml"_s, u"gexf"_s, u"csv"_s, QString()}.contains(suffix))
        return callError(tr("“.%1” is not a format to export to; use .json, .graphml, .gexf or .csv (a folder).").arg(suffix));
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    if (arguments.has(u"max-marking"_s)) {
        const model::Model &whole = (*lookup)->model();
        const QString highest = arguments.value(u"max-marking"_s);
        if (!model::isKnownMarking(whole, highest))
            return callError(tr("“%1” is not in this map's list of markings; `list MAP markings` shows them.").arg(highest.left(40)));
        model::Model copy = exchange::lowerCopy(whole, highest);
        if (copy.rowCount() < whole.rowCount())
            session.say(tr("%1 of %2 rows are above %3 and are left out.").arg(whole.rowCount() - copy.rowCount()).arg(whole.rowCount()).arg(highest));
        *lookup = std::make_shared<const model::Lookup>(std::move(copy));
    }
    const model::Model &model = (*lookup)->model();
    if (suffix == "csv"_L1 || suffix.isEmpty()) {
        auto files = writeTables(model, target);
        if (!files)
            return files.error();
        return told(session, arguments, model, *files);
    }
    QByteArray bytes;
    if (suffix == "json"_L1) {
        bytes = QJsonDocument(model::mapJson(model)).toJson(QJsonDocument::Indented);
    } else {
        ui::loadFonts();
        const exchange::NetworkFile network = exchange::networkOf(**lookup, ui::networkLook(**lookup));
        bytes = suffix == "gexf"_L1 ? exchange::toGexf(network) : exchange::toGraphml(network);
        session.say(network.description);
    }
    if (auto written = replaceFile(target, bytes); !written)
        return written.error();
    return told(session, arguments, model, {target});
}

Result<ExitCode> load(const Session &session, const Arguments &arguments)
{
    const bool dry = arguments.has(u"dry-run"_s);
    Session::Map map;
    std::shared_ptr<const model::Lookup> lookup;
    if (dry) {
        auto read = session.read(arguments.positional[0]);
        if (!read)
            return read.error();
        lookup = *read;
    } else {
        auto opened = session.open(arguments.positional[0]);
        if (!opened)
            return opened.error();
        map = *std::move(opened);
        lookup = map->snapshot();
    }
    auto taken = exchange::takeInFile(lookup->model(), arguments.positional[1]);
    if (!taken)
        return taken.error();
    const model::ChangeSet &changes = taken->changes;
    if (!dry && !changes.isEmpty()) {
        if (auto submitted = session.submit(*map, changes); !submitted)
            return submitted.error();
    }
    model::Model then = lookup->model();
    then.apply(changes);
    const model::Lookup after(then);
    QJsonObject added;
    QJsonObject changed;
    QJsonArray items;
    std::vector<QStringList> rows;
    model::forEachKind([&]<typename Row>() {
        int come = 0;
        for (const auto &change : changes.changes<Row>()) {
            come += change.before ? 0 : 1;
            const QString what = change.before ? u"changed"_s : u"added"_s;
            const QString kind = QString::fromLatin1(model::Fields<Row>::table);
            const QString title = after.title(change.id());
            items.append(QJsonObject{{u"id"_s, change.id()}, {u"kind"_s, kind}, {u"change"_s, what}, {u"title"_s, title}});
            rows.push_back({what, kind, change.id(), title});
        }
        const auto all = int(changes.changes<Row>().size());
        if (come > 0)
            added.insert(QLatin1StringView(model::Fields<Row>::plural), come);
        if (all > come)
            changed.insert(QLatin1StringView(model::Fields<Row>::plural), all - come);
    });
    if (arguments.has(u"json"_s)) {
        session.print(QJsonObject{{u"dry_run"_s, dry},
                                  {u"added"_s, added},
                                  {u"changed"_s, changed},
                                  {u"items"_s, items},
                                  {u"remarks"_s, QJsonArray::fromStringList(taken->remarks)},
                                  {u"content_hash"_s, (dry ? lookup->model() : then).contentHash()}});
        return Done;
    }
    if (dry && !rows.empty())
        session.printTable({tr("change"), tr("kind"), tr("record"), tr("name")}, rows);
    session.print(exchange::inWords(changes, dry));
    for (const QString &remark : taken->remarks)
        session.print(remark);
    return Done;
}

} // namespace

std::vector<Command> exchangeCommands()
{
    return {
        {u"export"_s, u"MAP -o FILE.json|FILE.graphml|FILE.gexf|FOLDER.csv [--max-marking M]"_s,
         tr("the whole map for other programs, or what of it is at or below a marking; csv writes a folder of tables"),
         {1, 1, {u"o"_s, u"output"_s, u"max-marking"_s}, {}, {u"json"_s}}, exportMap, true},
        {u"load"_s, u"MAP FILE.json|FILE.graphml|FILE.gexf|FOLDER [--dry-run]"_s,
         tr("takes in what export writes, and networks of other programs; adds and changes, never removes"),
         {2, 2, {}, {}, {u"dry-run"_s, u"json"_s}}, load},
    };
}

} // namespace ententectl
