#include "app/ententectl/arguments.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

} // namespace

Result<Arguments> parseArguments(const QStringList &words, const Syntax &syntax)
{
    Arguments arguments;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyPositional || !word.startsWith(u'-') || word == "-"_L1) {
            arguments.positional += word;
            continue;
        }
        if (word == "--"_L1) {
            onlyPositional = true;
            continue;
        }
        const qsizetype equals = word.startsWith("--"_L1) ? word.indexOf(u'=') : -1;
        const QString name = equals > 0 ? word.mid(2, equals - 2) : word.mid(word.startsWith("--"_L1) ? 2 : 1);
        if (syntax.flags.contains(name)) {
            arguments.options.insert(name, {});
        } else if (syntax.valued.contains(name)) {
            if (equals > 0)
                arguments.options[name] = {word.mid(equals + 1)};
            else if (i + 1 < words.size())
                arguments.options[name] = {words[++i]};
            else
                return callError(tr("“%1” needs a value.").arg(word));
        } else if (syntax.listed.contains(name)) {
            QStringList &values = arguments.options[name];
            if (equals > 0)
                values += word.mid(equals + 1);
            while (i + 1 < words.size() && !words[i + 1].startsWith(u'-'))
                values += words[++i];
            if (values.isEmpty())
                return callError(tr("“%1” needs at least one value.").arg(word));
        } else {
            return callError(tr("“%1” is not an option of this call.").arg(word.left(60)));
        }
    }
    for (auto option = arguments.options.begin(); option != arguments.options.end(); ++option) {
        if (option->contains(QString()))
            return callError(tr("“%1” needs a value.").arg(option.key()));
    }
    if (arguments.positional.contains(QString()))
        return callError(tr("An argument of this call is empty."));
    if (arguments.positional.size() < syntax.least)
        return callError(tr("Something is missing in this call."));
    if (syntax.most >= 0 && arguments.positional.size() > syntax.most)
        return callError(tr("“%1” is one argument too many.").arg(arguments.positional[syntax.most].left(60)));
    return arguments;
}

} // namespace ententectl
