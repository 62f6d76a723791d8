#include "options.h"

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
    const QCommandLineOption matrix(u"matrix"_s, tr("Shows the coverage matrix: clauses, dialogues, institutions; or ordered by dormancy, area, state."),
                                    tr("TABLE"));
    parser.addOptions({screenshot, size, theme, select, asOf, text, suggestions, editions, matrix});

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
    options.text = parser.value(text);
    options.editions = parser.value(editions);
    options.suggestions = parser.value(suggestions);
    options.matrix = parser.value(matrix);
    if (!options.matrix.isEmpty() && ui::choiceOf(ui::tableChoices(), options.matrix) < 0 && ui::choiceOf(ui::orderChoices(), options.matrix) < 0)
        return base::callError(tr("“%1” is no matrix; say clauses, dialogues, institutions, dormancy, area or state.").arg(options.matrix.left(40)));
    if (parser.isSet(asOf)) {
        options.asOf = QDate::fromString(parser.value(asOf), Qt::ISODate);
        if (!options.asOf.isValid())
            return base::callError(tr("“%1” is no date; write it as 2026-03-01.").arg(parser.value(asOf).left(40)));
    }
    return options;
}

} // namespace entente::app
