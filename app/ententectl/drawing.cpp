#include "app/ententectl/charts.h"
#include "app/ententectl/matrixoptions.h"
#include "app/ententectl/session.h"

#include "core/base/file.h"
#include "core/network/filters.h"
#include "core/network/groups.h"
#include "core/model/savedviews.h"
#include "core/network/layoutjson.h"
#include "ui/drawings.h"
#include "ui/findings/findingsmodel.h"
#include "ui/ledger/ledgermodel.h"
#include "ui/network/networkdrawing.h"
#include "ui/network/networkextras.h"
#include "ui/paint/fonts.h"
#include "ui/paper/atlas.h"
#include "ui/paper/export.h"
#include "ui/timeline/content.h"

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

/// `--group side` for all groups of a kind, `--group ministry=mofa` for a single one.
Result<void> setGroups(const Session &session, const Arguments &arguments, const model::Lookup &lookup, model::Lens &lens)
{
    for (const QString &word : arguments.options.value(u"group"_s)) {
        const QString kind = word.section(u'=', 0, 0);
        if (!network::groupByOf(kind))
            return callError(tr("“%1” is no kind of groups; say side, ministry, area or instrument.").arg(kind.left(40)));
        QString entry = word;
        if (word.contains(u'=') && kind != u"side") {
            auto id = session.resolve(lookup, word.section(u'=', 1));
            if (!id)
                return id.error();
            entry = kind + u'=' + *id;
        }
        lens.groups.append(entry);
    }
    return {};
}

/// `--filter level=ministers`; values of the same field add up.
Result<void> setFilters(const Arguments &arguments, const model::Lookup &lookup, model::Lens &lens)
{
    for (const QString &word : arguments.options.value(u"filter"_s)) {
        const QString field = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1);
        if (!network::filterFields().contains(field))
            return callError(tr("“%1” is no field to filter by; say one of %2.").arg(field.left(40), network::filterFields().join(u", "_s)));
        const QStringList values = network::filterValues(lookup, field);
        if (!values.contains(value, Qt::CaseInsensitive))
            return callError(tr("Nothing in this map has the %1 “%2”; there is %3.").arg(field, value.left(40), values.mid(0, 20).join(u", "_s)));
        lens.filters.push_back({field, value});
    }
    return {};
}

/// What the options ask to be shown.
struct Wish
{
    model::Lens lens;
    QString layout;
    ui::Beside beside;
};

/// A number of steps, as `--hops` gives it.
Result<int> hopsOf(const QString &word)
{
    bool isNumber = false;
    const int hops = word.toInt(&isNumber);
    if (!isNumber || hops < 0 || hops > 20)
        return callError(tr("“%1” is no number of steps from 0 to 20.").arg(word.left(40)));
    return hops;
}

/// `--compare`: a day of this map, or another map.
Result<void> setCompared(const Session &session, const QString &word, Wish &wish)
{
    if (const auto day = PartialDate::parse(word); day && day->isKnown()) {
        wish.lens.comparedWith = day->last();
        if (wish.lens.comparedWith == wish.lens.asOf)
            return callError(tr("%1 is the day that is shown; say another to compare with.").arg(day->toIso()));
        return {};
    }
    if (!QFileInfo::exists(word))
        return callError(tr("“%1” is neither a date such as 2024-01-01 nor a map to compare with.").arg(word.left(80)));
    auto other = session.read(word);
    if (!other)
        return other.error();
    wish.beside.other = *other;
    wish.beside.otherName = QFileInfo(word).fileName();
    wish.lens.comparedWith = {};
    return {};
}

Result<QString> layoutOf(const QString &name);

/// The lens, layout and places that the options describe: a scope or a saved view, and what is said besides.
Result<Wish> wishOf(const Session &session, const Arguments &arguments, const model::Lookup &lookup)
{
    Wish wish;
    model::Lens &lens = wish.lens;
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    lens.asOf = *asOf;
    wish.layout = u"ladder"_s;
    const QString view = arguments.value(u"view"_s, u"first"_s);
    if (view == "all"_L1) {
        lens.scope = model::Scope::All;
    } else if (view != "first"_L1) {
        auto saved = model::viewNamed(lookup.model(), view);
        if (!saved)
            return saved.error();
        const model::ViewState state = model::viewState(*saved, *asOf);
        lens = state.lens;
        if (arguments.has(u"as-of"_s))
            lens.asOf = *asOf;
        wish.layout = state.layout;
        wish.beside.view = saved->id.value;
    }
    if (arguments.has(u"from"_s)) {
        lens.from = QDate::fromString(arguments.value(u"from"_s), Qt::ISODate);
        if (!lens.from.isValid())
            return callError(tr("“%1” is no day; write it as 2020-01-01.").arg(arguments.value(u"from"_s).left(40)));
        if (lens.from > lens.asOf)
            return callError(tr("The range would end before it begins: --from is after --as-of."));
    }
    if (arguments.has(u"lanes"_s)) {
        const auto lanes = ui::lanesFromWord(arguments.value(u"lanes"_s));
        if (!lanes)
            return callError(tr("“%1” are no lanes; say dialogue, area, institution or side.").arg(arguments.value(u"lanes"_s).left(40)));
        lens = ui::withLanes(lens, *lanes);
    }
    if (arguments.has(u"layout"_s)) {
        auto layout = layoutOf(arguments.value(u"layout"_s));
        if (!layout)
            return layout.error();
        wish.layout = *layout;
    }
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
        auto hops = hopsOf(arguments.value(u"hops"_s));
        if (!hops)
            return hops.error();
        lens.hops = *hops;
    }
    if (auto groups = setGroups(session, arguments, lookup, lens); !groups)
        return groups.error();
    if (auto filters = setFilters(arguments, lookup, lens); !filters)
        return filters.error();
    if (arguments.has(u"rules"_s)) {
        lens.style = arguments.options.value(u"rules"_s);
        if (auto style = model::parseStyle(lens.style); !style)
            return style.error();
    }
    if (arguments.has(u"compare"_s)) {
        if (auto compared = setCompared(session, arguments.value(u"compare"_s), wish); !compared)
            return compared.error();
    }
    return wish;
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
    setup.index = arguments.has(u"index"_s);
    if (arguments.has(u"portrait"_s))
        setup.orientation = QPageLayout::Portrait;
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

/// A page for each dialogue, area or institution as one PDF. Without `--view` for all of the map, not only for the first view.
Result<ExitCode> drawAtlas(const Session &session, const Arguments &arguments, const QString &target)
{
    if (QFileInfo(target).suffix().toLower() != "pdf"_L1)
        return callError(tr("An atlas has many pages; say -o FILE.pdf."));
    const QString word = arguments.value(u"by"_s, u"dialogues"_s);
    const auto by = ui::atlasByOf(word);
    if (!by)
        return callError(tr("“%1” is nothing that an atlas has pages for; say dialogues, areas or institutions.").arg(word.left(40)));
    ui::PageSetup setup;
    if (auto paper = setPaper(arguments, setup); !paper)
        return paper.error();
    if (setup.isPoster())
        return callError(tr("An atlas cannot be a poster; leave --poster out."));
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    auto wish = wishOf(session, arguments, **lookup);
    if (!wish)
        return wish.error();
    model::Lens lens = wish->lens;
    if (lens.scope == model::Scope::FirstView && !arguments.has(u"view"_s))
        lens.scope = model::Scope::All;
    setup.fileName = QFileInfo(arguments.positional[0]).fileName();
    setup.author = ui::authorOf(**lookup);
    setup.drawn = QDateTime(QDate::currentDate(), QTime(0, 0));
    const ui::Atlas atlas(**lookup, lens, *by, setup);
    const auto bytes = ui::renderPdf(atlas);
    if (!bytes)
        return bytes.error();
    if (auto written = replaceFile(target, *bytes); !written)
        return written.error();
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"file"_s, target}, {u"marking"_s, atlas.setup().marking}, {u"pages"_s, atlas.count()}, {u"records"_s, atlas.recordCount()}});
    return Done;
}

Result<ExitCode> draw(const Session &session, const Arguments &arguments)
{
    ui::loadFonts();
    const QString what = arguments.positional[1];
    const QString target = arguments.value(u"o"_s, arguments.value(u"output"_s));
    if (target.isEmpty())
        return callError(tr("Say where to draw to with -o FILE.pdf, FILE.svg or FILE.png."));
    if (what == "atlas"_L1)
        return drawAtlas(session, arguments, target);
    const QString suffix = QFileInfo(target).suffix().toLower();
    const bool isTable = what == "chart"_L1 && suffix == "csv"_L1;
    if (suffix != "pdf"_L1 && suffix != "svg"_L1 && suffix != "png"_L1 && !isTable)
        return callError(tr("“.%1” is not a format to draw to; use .pdf, .svg or .png.").arg(suffix));
    ui::PageSetup setup;
    if (auto paper = setPaper(arguments, setup); !paper)
        return paper.error();
    if (arguments.has(u"compare"_s) && what != "network"_L1)
        return callError(tr("Only the network can be compared; say draw MAP network --compare."));
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    auto wish = wishOf(session, arguments, **lookup);
    if (!wish)
        return wish.error();

    setup.fileName = QFileInfo(arguments.positional[0]).fileName();
    setup.drawn = QDateTime(QDate::currentDate(), QTime(0, 0));
    if (what == "chart"_L1)
        return drawChart(session, arguments, **lookup, wish->lens, setup);
    const std::pair<QString, ui::DrawnView> views[] = {
        {u"network"_s, ui::DrawnView::Network}, {u"timeline"_s, ui::DrawnView::Timeline}, {u"coverage"_s, ui::DrawnView::Coverage}};
    const auto view = std::ranges::find(views, what, &std::pair<QString, ui::DrawnView>::first);
    auto coverage = coverageOptions(session, arguments, **lookup);
    if (!coverage)
        return coverage.error();
    std::unique_ptr<ui::Drawing> drawing;
    if (view != std::end(views))
        drawing = ui::drawingOf(view->second, **lookup, wish->lens, wish->layout, setup, wish->beside, *coverage);
    else if (what == "commitments"_L1)
        drawing = ui::tableDrawing(ui::ledgerTable(**lookup, wish->lens.asOf));
    else if (what == "findings"_L1)
        drawing = ui::tableDrawing(ui::findingsTable(**lookup, coverage::findingsOf(**lookup, wish->lens.asOf), wish->lens.asOf));
    else
        return callError(tr("“%1” cannot be drawn; say network, timeline, coverage, chart, commitments, findings or atlas.").arg(what.left(40)));

    setup.marking = ui::markingOfDrawing(**lookup, *drawing);
    setup.mono = setup.mono || ui::isMono(wish->lens);
    setup.author = ui::authorOf(**lookup);
    QStringList notes;
    if (setup.index && suffix != "pdf"_L1)
        notes.append(tr("The index has pages of its own: it is in a PDF only."));
    QStringList said;
    if (auto written = ui::exportDrawing(*drawing, setup, target, &said); !written)
        return written.error();
    notes += said;
    for (const QString &note : notes)
        session.say(note);
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"file"_s, target}, {u"marking"_s, setup.marking}, {u"notes"_s, QJsonArray::fromStringList(notes)}});
    return Done;
}

Result<ExitCode> layout(const Session &session, const Arguments &arguments)
{
    ui::loadFonts();
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    auto wish = wishOf(session, arguments, **lookup);
    if (!wish)
        return wish.error();
    ui::NetworkOptions options;
    options.layout = wish->layout;
    options.beside.view = wish->beside.view;
    QElapsedTimer timer;
    timer.start();
    const auto drawing = ui::networkDrawing(**lookup, wish->lens, options);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const QJsonObject json = network::layoutJson(drawing->snapshot(), drawing->picture(), wish->layout, seconds);
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
    const QStringList scope{u"layout"_s, u"focus"_s, u"hops"_s, u"as-of"_s, u"view"_s, u"instrument"_s, u"from"_s};
    const QStringList lists{u"group"_s, u"filter"_s};
    return {
        {u"draw"_s,
         u"MAP network|timeline|coverage|chart|commitments|findings|atlas -o FILE.pdf|svg|png|csv [--layout ladder|stress|radial|circular] "
         "[--chart progress|meetings|coverage|participation] [--lanes dialogue|area|institution|side] "
         "[--by dialogues|areas|institutions] [--focus ID] [--hops N] [--as-of D] [--from D] [--group KIND[=ID]…] [--filter FIELD=VALUE…] [--paper A4|A3|A2|A1] [--portrait] [--poster COLSxROWS] [--index] "
         "[--mono] [--view first|all|NAME] [--compare DATE|MAP] [--rules RULE…] "
         "[--table clauses|dialogues|institutions] [--order number|dormancy|area|state] [--rounds counting|all] [--fold open|raised|folded] [--explain CLAUSE]"_s,
         tr("the same drawing as on screen, whole, with legend, title block and marking; --index adds all names with their field of the map grid; an atlas has a page for each record"),
         {2,
          2,
          scope + QStringList{u"o"_s, u"output"_s, u"paper"_s, u"poster"_s, u"by"_s, u"compare"_s, u"chart"_s, u"lanes"_s} + coverageOptionNames(),
          {u"rules"_s},
          {u"mono"_s, u"json"_s, u"index"_s, u"portrait"_s}},
         draw,
         true},
        {u"layout"_s,
         u"MAP --layout ladder|stress|radial|circular [--view first|all|NAME] [--focus ID] [--hops N] [--as-of D] [--from D] [--group KIND[=ID]…] [--filter FIELD=VALUE…]"_s,
         tr("positions of the nodes, label boxes, and the figures of quality; changes nothing"),
         {1, 1, scope, lists, {u"json"_s}},
         layout,
         true},
    };
}

} // namespace ententectl
