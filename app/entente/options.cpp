#include "options.h"

#include "ui/charts/chartdata.h"
#include "ui/timeline/content.h"
#include "ui/coverage/arrangement.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace entente::app {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::app", text);
}

} // namespace

base::Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Maps the cooperation between the European Union and the Republic of Korea."));
    parser.addPositionalArgument(u"MAP"_s, tr("A .entente file; without it, the map that ships with the program."), u"[MAP]"_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption screenshot(u"screenshot"_s, tr("Writes a picture of the window and ends."), tr("FILE.png"));
    const QCommandLineOption size(u"size"_s, tr("The size of the window."), tr("WxH"));
    const QCommandLineOption theme(u"theme"_s, tr("light or dark, whatever the system says."), tr("THEME"));
    const QCommandLineOption select(u"select"_s, tr("Chooses a record, for example dlg-cyber."), tr("ID"));
    const QCommandLineOption asOf(u"as-of"_s, tr("Shows the state on a day, for example 2026-03-01."), tr("DATE"));
    const QCommandLineOption text(u"text"_s, tr("Shows a document of the map on the reading desk."), tr("ID"));
    const QCommandLineOption suggestions(u"suggestions"_s, tr("Shows what is proposed from a document of the map."), tr("ID"));
    const QCommandLineOption editions(u"editions"_s, tr("Compares the editions of an instrument of the map."), tr("ID"));
    const QCommandLineOption layout(u"layout"_s, tr("ladder, stress, radial or circular."), tr("LAYOUT"));
    const QCommandLineOption focus(u"focus"_s, tr("Shows the network around a record."), tr("ID"));
    const QCommandLineOption group(u"group"_s, tr("Draws groups as one box: side, ministry, area or instrument."), tr("KIND"));
    const QCommandLineOption all(u"all"_s, tr("Shows every record in the network."));
    const QCommandLineOption tables(u"tables"_s, tr("Shows the tables beside the network."));
    parser.addOptions({layout, focus, group, all, tables});
    const QCommandLineOption view(u"view"_s, tr("Opens a saved view of the map."), tr("NAME"));
    const QCommandLineOption panel(u"panel"_s, tr("Opens a panel: views, style, changes, path or questions."), tr("NAME"));
    const QCommandLineOption path(u"path"_s, tr("Shows how two records hang together."), tr("ID,ID"));
    const QCommandLineOption compare(u"compare"_s, tr("Compares with the state on another day."), tr("DATE"));
    const QCommandLineOption list(u"list"_s, tr("Shows the commitments or the findings."), tr("commitments|findings"));
    parser.addOptions({screenshot, size, theme, select, asOf, text, suggestions, editions, view, panel, path, compare, list});
    const QCommandLineOption from(u"from"_s, tr("Shows what was so from this day to the one of --as-of."), tr("DATE"));
    const QCommandLineOption chart(u"chart"_s, tr("Shows a chart: progress, meetings, coverage or participation."), tr("KIND"));
    const QCommandLineOption lanes(u"lanes"_s, tr("Shows the timeline large, its lanes by dialogue, area, institution or side."), tr("KIND"));
    const QCommandLineOption matrix(u"matrix"_s, tr("Shows the coverage matrix: clauses, dialogues, institutions; or ordered by dormancy, area, state."),
                                    tr("TABLE"));
    parser.addOptions({from, chart, lanes, matrix});

    Options options;
    if (!parser.parse(arguments))
        return base::callError(tr("%1 “entente --help” lists what there is.").arg(parser.errorText()));
    if (parser.isSet(help) || parser.isSet(u"help-all"_s)) {
        options.answer = parser.helpText();
        return options;
    }
    if (parser.isSet(version)) {
        options.answer = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n';
        return options;
    }
    if (parser.positionalArguments().size() > 1)
        return base::callError(tr("One map at a time: “entente [MAP]”."));
    options.map = parser.positionalArguments().value(0);
    options.screenshot = parser.value(screenshot);
    options.theme = parser.value(theme);
    if (!options.theme.isEmpty() && options.theme != "light"_L1 && options.theme != "dark"_L1)
        return base::callError(tr("“%1” is no theme; use light or dark.").arg(options.theme.left(40)));
    if (parser.isSet(size)) {
        const auto match = QRegularExpression(u"^(\\d{3,4})x(\\d{3,4})$"_s).match(parser.value(size));
        if (!match.hasMatch())
            return base::callError(tr("“%1” is no size; write it as 1440x900.").arg(parser.value(size).left(40)));
        options.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    options.select = parser.value(select);
    options.layout = parser.value(layout);
    options.focus = parser.value(focus);
    options.groups = parser.values(group);
    options.all = parser.isSet(all);
    options.tables = parser.isSet(tables);
    options.text = parser.value(text);
    options.editions = parser.value(editions);
    options.suggestions = parser.value(suggestions);
    options.view = parser.value(view);
    options.panel = parser.value(panel);
    const QStringList panels{u"views"_s, u"style"_s, u"changes"_s, u"path"_s, u"questions"_s};
    if (!options.panel.isEmpty() && !panels.contains(options.panel))
        return base::callError(tr("“%1” is no panel; there are %2.").arg(options.panel.left(40), panels.join(u", "_s)));
    if (parser.isSet(path)) {
        options.path = parser.value(path).split(u',', Qt::SkipEmptyParts);
        if (options.path.size() != 2)
            return base::callError(tr("“--path” needs two records, for example eu-eeas,dlg-cyber."));
    }
    options.list = parser.value(list);
    if (!options.list.isEmpty() && options.list != "commitments"_L1 && options.list != "findings"_L1)
        return base::callError(tr("“%1” is no list; say commitments or findings.").arg(options.list.left(40)));
    options.matrix = parser.value(matrix);
    if (!options.matrix.isEmpty() && ui::choiceOf(ui::tableChoices(), options.matrix) < 0 && ui::choiceOf(ui::orderChoices(), options.matrix) < 0)
        return base::callError(tr("“%1” is no matrix; say clauses, dialogues, institutions, dormancy, area or state.").arg(options.matrix.left(40)));
    if (parser.isSet(asOf)) {
        options.asOf = QDate::fromString(parser.value(asOf), Qt::ISODate);
        if (!options.asOf.isValid())
            return base::callError(tr("“%1” is no date; write it as 2026-03-01.").arg(parser.value(asOf).left(40)));
    }
    if (parser.isSet(compare)) {
        options.compare = QDate::fromString(parser.value(compare), Qt::ISODate);
        if (!options.compare.isValid())
            return base::callError(tr("“%1” is no date; write it as 2026-03-01.").arg(parser.value(compare).left(40)));
    }
    if (parser.isSet(from)) {
        options.from = QDate::fromString(parser.value(from), Qt::ISODate);
        if (!options.from.isValid())
            return base::callError(tr("“%1” is no date; write it as 2026-03-01.").arg(parser.value(from).left(40)));
    }
    options.chart = parser.value(chart);
    if (parser.isSet(chart) && !ui::chartFromWord(options.chart))
        return base::callError(tr("“%1” is no chart; say progress, meetings, coverage or participation.").arg(options.chart.left(40)));
    options.lanes = parser.value(lanes);
    if (parser.isSet(lanes) && !ui::lanesFromWord(options.lanes))
        return base::callError(tr("“%1” are no lanes; say dialogue, area, institution or side.").arg(options.lanes.left(40)));
    return options;
}

} // namespace entente::app
