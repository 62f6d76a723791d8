#include "app/ententectl/matrixoptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
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

} // namespace

QStringList coverageOptionNames()
{
    return {u"table"_s, u"order"_s, u"rounds"_s, u"fold"_s, u"explain"_s};
}

Result<ui::CoverageOptions> coverageOptions(const Session &session, const Arguments &arguments, const model::Lookup &lookup)
{
    ui::CoverageOptions options;
    ui::CoverageArrangement &arrangement = options.arrangement;
    if (auto set = setChoice(arguments, u"table"_s, ui::tableChoices(), arrangement.table); !set)
        return set.error();
    if (auto set = setChoice(arguments, u"order"_s, ui::orderChoices(), arrangement.order); !set)
        return set.error();
    if (auto set = setChoice(arguments, u"rounds"_s, ui::roundsChoices(), arrangement.rounds); !set)
        return set.error();
    if (auto set = setChoice(arguments, u"fold"_s, ui::foldChoices(), arrangement.fold); !set)
        return set.error();
    if (arguments.has(u"explain"_s)) {
        auto id = session.resolve(lookup, arguments.value(u"explain"_s));
        if (!id)
            return id.error();
        options.explain = *id;
    }
    return options;
}

} // namespace ententectl
