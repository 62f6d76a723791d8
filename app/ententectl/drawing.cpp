#include "app/ententectl/session.h"

#include "core/model/marking.h"
#include "core/network/layoutjson.h"
#include "ui/drawings.h"
#include "ui/network/networkdrawing.h"
#include "ui/paint/fonts.h"
#include "ui/paper/export.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

/// The lens that the options describe.
Result<model::Lens> lensOf(const Session &session, const Arguments &arguments, const model::Lookup &lookup)
{
    model::Lens lens;
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    lens.asOf = *asOf;
    const QString view = arguments.value(u"view"_s, u"first"_s);
    if (view == "all"_L1)
        lens.scope = model::Scope::All;
    else if (view != "first"_L1)
        return callError(tr("There is no view “%1” in this map; say first or all.").arg(view.left(60)));
    if (arguments.has(u"instrument"_s)) {
        auto id = session.resolve(lookup, arguments.value(u"instrument"_s));
        if (!id)
            return id.error();
        lens.instrument.value = *id;
    }
    if (arguments.has(u"focus"_s)) {
        auto id = session.resolve(lookup, arguments.value(u"focus"_s));
        if (!id)
            return id.error();
        lens.scope = model::Scope::Neighbourhood;
        lens.focus = *id;
    }
    if (arguments.has(u"hops"_s)) {
        bool isNumber = false;
        lens.hops = arguments.value(u"hops"_s).toInt(&isNumber);
        if (!isNumber || lens.hops < 0 || lens.hops > 20)
            return callError(tr("“%1” is no number of steps from 0 to 20.").arg(arguments.value(u"hops"_s).left(40)));
    }
    return lens;
}

Result<QString> layoutOf(const QString &name)
{
    if (name == "ladder"_L1 || name == "stress"_L1 || name == "radial"_L1 || name == "circular"_L1)
        return name;
    return callError(tr("“%1” is not a layout; say ladder, stress, radial or circular.").arg(name.left(40)));
}

Result<void> setPaper(const Arguments &arguments, ui::PageSetup &setup)
{
    const QString paper = arguments.value(u"paper"_s, u"A4"_s).toUpper();
    const std::pair<QString, QPageSize::PageSizeId> papers[] = {
        {u"A4"_s, QPageSize::A4}, {u"A3"_s, QPageSize::A3}, {u"A2"_s, QPageSize::A2}, {u"A1"_s, QPageSize::A1}};
    const auto found = std::ranges::find(papers, paper, &std::pair<QString, QPageSize::PageSizeId>::first);
    if (found == std::end(papers))
        return callError(tr("“%1” is no paper that is known; say A4, A3, A2 or A1.").arg(paper.left(40)));
    setup.paper = QPageSize(found->second);
    setup.mono = arguments.has(u"mono"_s);
    if (arguments.has(u"poster"_s)) {
        static const QRegularExpression form(u"^([1-9])[x×]([1-9])$"_s);
        const auto match = form.match(arguments.value(u"poster"_s));
        if (!match.hasMatch())
            return callError(tr("“%1” is no size of a poster; say for example 2x2.").arg(arguments.value(u"poster"_s).left(40)));
        setup.columns = match.captured(1).toInt();
        setup.rows = match.captured(2).toInt();
    }
    return {};
}

/// One of several words of an option, into an enumeration whose values stand in the order of the choices.
template<typename Value>
Result<void> setChoice(const Arguments &arguments, const QString &option, const QList<ui::ArrangementChoice> &choices, Value &value)
{
    if (!arguments.has(option))
        return {};
    const int choice = ui::choiceOf(choices, arguments.value(option));
    if (choice < 0)
        return callError(tr("“%1” is nothing that --%2 knows; say %3.").arg(arguments.value(option).left(40), option, ui::choiceWords(choices)));
    value = static_cast<Value>(choice);
    return {};
}

/// How the matrix is arranged and what is explained under it.
Result<ui::CoverageOptions> coverageOptions(const Session &session, const Arguments &arguments, const model::Lookup &lookup)
{
    ui::CoverageOptions options;
    for (const auto &set : {setChoice(arguments, u"table"_s, ui::tableChoices(), options.arrangement.table),
                            setChoice(arguments, u"order"_s, ui::orderChoices(), options.arrangement.order),
                            setChoice(arguments, u"rounds"_s, ui::roundsChoices(), options.arrangement.rounds),
                            setChoice(arguments, u"fold"_s, ui::foldChoices(), options.arrangement.fold)}) {
        if (!set)
            return set.error();
    }
    if (arguments.has(u"explain"_s)) {
        auto id = session.resolve(lookup, arguments.value(u"explain"_s));
        if (!id)
            return id.error();
        options.explain = *id;
    }
    return options;
}

Result<ExitCode> draw(const Session &session, const Arguments &arguments)
{
    ui::loadFonts();
    const QString what = arguments.positional[1];
    const QString target = arguments.value(u"o"_s, arguments.value(u"output"_s));
    if (target.isEmpty())
        return callError(tr("Say where to draw to with -o FILE.pdf, FILE.svg or FILE.png."));
    const QString suffix = QFileInfo(target).suffix().toLower();
    if (suffix != "pdf"_L1 && suffix != "svg"_L1 && suffix != "png"_L1)
        return callError(tr("“.%1” is not a format to draw to; use .pdf, .svg or .png.").arg(suffix));
    ui::PageSetup setup;
    if (auto paper = setPaper(arguments, setup); !paper)
        return paper.error();
    auto layout = layoutOf(arguments.value(u"layout"_s, u"ladder"_s));
    if (!layout)
        return layout.error();
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    auto lens = lensOf(session, arguments, **lookup);
    if (!lens)
        return lens.error();

    const std::pair<QString, ui::DrawnView> views[] = {
        {u"network"_s, ui::DrawnView::Network}, {u"timeline"_s, ui::DrawnView::Timeline}, {u"coverage"_s, ui::DrawnView::Coverage}};
    const auto view = std::ranges::find(views, what, &std::pair<QString, ui::DrawnView>::first);
    if (view == std::end(views))
        return callError(tr("“%1” cannot be drawn; say network, timeline or coverage.").arg(what.left(40)));
    auto coverage = coverageOptions(session, arguments, **lookup);
    if (!coverage)
        return coverage.error();
    const std::unique_ptr<ui::Drawing> drawing = ui::drawingOf(view->second, **lookup, *lens, *layout, setup, *coverage);

    setup.fileName = QFileInfo(arguments.positional[0]).fileName();
    setup.marking = model::markingOf(**lookup, drawing->facts().records);
    setup.drawn = QDateTime(QDate::currentDate(), QTime(0, 0));
    QStringList notes;
    if (auto written = ui::exportDrawing(*drawing, setup, target, &notes); !written)
        return written.error();
    for (const QString &note : notes)
        session.say(note);
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"file"_s, target}, {u"marking"_s, setup.marking}, {u"notes"_s, QJsonArray::fromStringList(notes)}});
    return Done;
}

Result<ExitCode> layout(const Session &session, const Arguments &arguments)
{
    ui::loadFonts();
    auto name = layoutOf(arguments.value(u"layout"_s, u"ladder"_s));
    if (!name)
        return name.error();
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    auto lens = lensOf(session, arguments, **lookup);
    if (!lens)
        return lens.error();
    ui::NetworkOptions options;
    options.layout = *name;
    QElapsedTimer timer;
    timer.start();
    const auto drawing = ui::networkDrawing(**lookup, *lens, options);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const QJsonObject json = network::layoutJson(drawing->snapshot(), drawing->picture(), *name, seconds);
    if (arguments.has(u"json"_s)) {
        session.print(json);
        return Done;
    }
    const QJsonObject metrics = json.value(u"metrics"_s).toObject();
    std::vector<QStringList> rows;
    for (auto metric = metrics.begin(); metric != metrics.end(); ++metric)
        rows.push_back({metric.key(), metric->toVariant().toString()});
    session.printTable({tr("figure"), tr("value")}, rows);
    return Done;
}

} // namespace

std::vector<Command> drawingCommands()
{
    const QStringList scope{u"layout"_s, u"focus"_s, u"hops"_s, u"as-of"_s, u"view"_s, u"instrument"_s};
    return {
        {u"draw"_s,
         u"MAP network|timeline|coverage -o FILE.pdf|svg|png [--layout ladder|stress|radial|circular] [--focus ID] [--hops N] [--as-of D] [--paper A4|A3|A2|A1] [--poster COLSxROWS] [--mono] [--view first|all] [--table clauses|dialogues|institutions] [--order number|dormancy|area|state] [--rounds counting|all] [--fold open|raised|folded] [--explain CLAUSE]"_s,
         tr("the same drawing as on screen, whole, with legend, title block and marking"),
         {2, 2, scope + QStringList{u"o"_s, u"output"_s, u"paper"_s, u"poster"_s, u"table"_s, u"order"_s, u"rounds"_s, u"fold"_s, u"explain"_s}, {}, {u"mono"_s, u"json"_s}},
         draw,
         true},
        {u"layout"_s,
         u"MAP --layout ladder|stress|radial|circular [--view first|all] [--focus ID] [--hops N] [--as-of D]"_s,
         tr("positions of the nodes, label boxes, and the figures of quality; changes nothing"),
         {1, 1, scope, {}, {u"json"_s}},
         layout,
         true},
    };
}

} // namespace ententectl
