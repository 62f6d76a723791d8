#include "app/ententectl/session.h"

#include "core/base/file.h"
#include "core/model/edits.h"
#include "core/model/recordjson.h"
#include "core/reading/importing.h"
#include "core/reading/links.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

void printReport(const Session &session, const reading::ImportReport &report)
{
    if (report.already) {
        for (const QString &notice : report.notices)
            session.print(notice);
        return;
    }
    const model::Document &document = report.document;
    session.print(tr("%1 · %2 · %3 · %4").arg(document.title, model::wordOf(document.kind), document.date.toIso(), document.marking.isEmpty() ? tr("no marking") : document.marking));
    if (!document.references.isEmpty())
        session.print(tr("References: %1").arg(document.references.join(u", "_s)));
    session.print(tr("Clauses: %1. Paragraphs: %2. Lines set aside: %3. Gaps: %4. Suggestions: %5.")
                      .arg(report.clauses)
                      .arg(report.paragraphs)
                      .arg(report.setAside.size())
                      .arg(report.gaps.size())
                      .arg(report.suggestions));
    if (report.meeting)
        session.print((report.meetingIsKnown ? tr("The read-out of %1.") : tr("A round that the map does not have yet: %1.")).arg(report.meeting->id.value));
    for (const QString &notice : report.notices)
        session.print(notice);
    for (const auto &[name, label] : report.unknownNames)
        session.print(label.isEmpty() ? tr("Unknown name: %1").arg(name) : tr("Unknown name in %1: %2").arg(label, name));
    for (const reading::Block &gap : report.gaps)
        session.print(tr("Gap on page %1: %2").arg(gap.page).arg(gap.text));
}

Result<ExitCode> import(const Session &session, const Arguments &arguments)
{
    reading::ImportOptions options;
    options.as = arguments.value(u"as"_s, u"auto"_s);
    options.date = arguments.value(u"date"_s);
    options.reference = arguments.value(u"reference"_s);
    options.title = arguments.value(u"title"_s);
    options.marking = arguments.value(u"marking"_s);

    auto map = session.open(arguments.positional[0]);
    if (!map)
        return map.error();
    if (arguments.has(u"into"_s)) {
        auto into = session.resolve((*map)->lookup(), arguments.value(u"into"_s));
        if (!into)
            return into.error();
        options.into = *into;
    }
    auto bytes = readWhole(arguments.positional[1]);
    if (!bytes)
        return bytes.error();
    Progress progress;
    auto report = reading::readForImport((*map)->model(), arguments.positional[1], *bytes, options, progress);
    if (!report)
        return report.error();
    if (!report->already && !arguments.has(u"dry-run"_s)) {
        if (auto done = session.submit(**map, report->changes); !done)
            return done.error();
    }
    if (arguments.has(u"json"_s))
        session.print(report->toJson());
    else
        printReport(session, *report);
    return Done;
}

QJsonObject suggestionJson(const model::Suggestion &suggestion)
{
    return {{u"id"_s, suggestion.id.value},
            {u"kind"_s, suggestion.kind},
            {u"passage"_s, QJsonObject{{u"document"_s, suggestion.document.value}, {u"label"_s, suggestion.label}, {u"quote"_s, suggestion.quote}, {u"offset"_s, suggestion.offset}}},
            {u"relation"_s, suggestion.relation.isEmpty() ? QJsonValue() : QJsonValue(suggestion.relation)},
            {u"source"_s, model::jsonField(suggestion.source)},
            {u"target"_s, model::jsonField(suggestion.target)},
            {u"level"_s, suggestion.level == model::CoverageLevel::None ? QJsonValue() : QJsonValue(model::wordOf(suggestion.level))},
            {u"score"_s, suggestion.score},
            {u"reason"_s, suggestion.reason},
            {u"state"_s, model::wordOf(suggestion.state)}};
}

using Scope = std::function<bool(const model::Suggestion &)>;

/// Does what the call asks for, each kind of decision as one step. Gives the number of suggestions that `all` left open.
Result<int> decide(Document &map, const Arguments &arguments, const Scope &inScope)
{
    int left = 0;
    if (arguments.has(u"again"_s)) {
        std::optional<double> threshold;
        if (arguments.has(u"threshold"_s)) {
            bool number = false;
            threshold = arguments.value(u"threshold"_s).toDouble(&number);
            if (!number)
                return callError(tr("“%1” is no threshold; say a number from 0 to 1.").arg(arguments.value(u"threshold"_s).left(40)));
        }
        if (!arguments.has(u"document"_s))
            return callError(tr("Say --document with the text to look at again; `list MAP documents` shows them."));
        Progress progress;
        auto changes = reading::suggestAgain(map.model(), arguments.value(u"document"_s), threshold, progress);
        if (!changes)
            return changes.error();
        if (auto done = map.submit(*changes); !done)
            return done.error();
    } else if (arguments.has(u"threshold"_s)) {
        return callError(tr("A threshold goes with --again."));
    }
    const auto open = [&](const QStringList &but, bool definite) {
        QStringList ids;
        for (const model::Suggestion &suggestion : map.model().all<model::Suggestion>()) {
            if (!inScope(suggestion) || suggestion.state != model::SuggestionState::Open || but.contains(suggestion.id.value))
                continue;
            if (definite && !model::edits::isDefinite(suggestion))
                ++left;
            else
                ids += suggestion.id.value;
        }
        return ids;
    };
    QStringList accepted = arguments.options.value(u"accept"_s);
    if (arguments.has(u"as"_s)) {
        if (accepted.size() != 1 || accepted == QStringList{u"all"_s})
            return callError(tr("--as says which record one suggested name is; give its ID to --accept."));
        auto changes = model::edits::acceptNameAs(map.model(), accepted.front(), arguments.value(u"as"_s));
        if (!changes)
            return changes.error();
        if (auto done = map.submit(*changes); !done)
            return done.error();
        accepted.clear();
    }
    if (accepted == QStringList{u"all"_s})
        accepted = open({}, true);
    QStringList rejected = arguments.options.value(u"reject"_s);
    if (rejected == QStringList{u"all"_s}) {
        rejected = open(accepted, false);
        left = 0;
    }
    for (const QString &id : std::as_const(accepted)) {
        if (rejected.contains(id))
            return callError(tr("“%1” cannot be accepted and rejected in one call.").arg(id.left(80)));
    }
    for (const bool accepting : {true, false}) {
        const QStringList &ids = accepting ? accepted : rejected;
        if (ids.isEmpty())
            continue;
        auto changes = accepting ? model::edits::acceptSuggestions(map.model(), ids) : model::edits::rejectSuggestions(map.model(), ids);
        if (!changes)
            return changes.error();
        if (auto done = map.submit(*changes); !done)
            return done.error();
    }
    return left;
}

Result<ExitCode> suggestions(const Session &session, const Arguments &arguments)
{
    const bool decides = arguments.has(u"accept"_s) || arguments.has(u"reject"_s) || arguments.has(u"again"_s);
    const QString path = arguments.positional[0];
    Session::Map map;
    std::shared_ptr<const model::Lookup> lookup;
    if (decides) {
        auto opened = session.open(path);
        if (!opened)
            return opened.error();
        map = *std::move(opened);
        lookup = map->snapshot();
    } else {
        auto read = session.read(path);
        if (!read)
            return read.error();
        lookup = *read;
    }
    const QString document = arguments.value(u"document"_s);
    if (!document.isEmpty() && !lookup->model().find<model::Document>(document))
        return callError(tr("There is no document “%1” in this map; `list MAP documents` shows them.").arg(document.left(80)));

    const auto inScope = [&](const model::Suggestion &suggestion) { return document.isEmpty() || suggestion.document.value == document; };
    if (decides) {
        auto decided = decide(*map, arguments, inScope);
        if (!decided)
            return decided.error();
        if (auto saved = session.save(*map); !saved)
            return saved.error();
        lookup = map->snapshot();
        if (*decided > 0 && !arguments.has(u"json"_s))
            session.print(tr("%1 names need a decision of their own: accept them by ID, say --as RECORD, or reject them.").arg(*decided));
    }

    QJsonArray items;
    std::vector<QStringList> rows;
    std::vector<const model::Suggestion *> sorted;
    for (const model::Document &row : lookup->model().all<model::Document>()) {
        for (const model::Suggestion *suggestion : lookup->suggestions(row.id)) {
            if (inScope(*suggestion))
                sorted.push_back(suggestion);
        }
    }
    for (const model::Suggestion *suggestion : sorted) {
        items.append(suggestionJson(*suggestion));
        const bool name = suggestion->kind == "name"_L1;
        rows.push_back({suggestion->id.value, suggestion->label, name ? u"“%1” %2"_s.arg(suggestion->quote, suggestion->target.value).trimmed() : suggestion->target.value, model::wordOf(suggestion->level),
                        QString::number(suggestion->score, 'f', 2), model::wordOf(suggestion->state), suggestion->reason});
    }
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"items"_s, items}});
    else if (rows.empty())
        session.print(tr("No suggestions. They come with the import of a text."));
    else
        session.printTable({tr("id"), u"¶"_s, tr("target"), tr("level"), tr("score"), tr("state"), tr("reason")}, rows);
    return Done;
}

} // namespace

std::vector<Command> readingCommands()
{
    return {
        {u"import"_s,
         u"MAP DOCUMENT [--as instrument|readout|auto] [--into ID] [--date D] [--reference R] [--title T] [--marking M] [--dry-run]"_s,
         tr("reads a document; prints what was recognised, set aside and suggested"),
         {2, 2, {u"as"_s, u"into"_s, u"date"_s, u"reference"_s, u"title"_s, u"marking"_s}, {}, {u"dry-run"_s, u"json"_s}},
         import},
        {u"suggestions"_s,
         u"MAP [--document ID] [--accept all|ID…] [--as RECORD] [--reject ID…] [--again [--threshold T]]"_s,
         tr("links and names proposed from imported texts, each with its reason and passage; --as takes a name for a record, --again looks anew"),
         {1, 1, {u"document"_s, u"as"_s, u"threshold"_s}, {u"accept"_s, u"reject"_s}, {u"again"_s, u"json"_s}},
         suggestions},
    };
}

} // namespace ententectl
