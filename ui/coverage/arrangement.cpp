#include "ui/coverage/arrangement.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

} // namespace

const QList<ArrangementChoice> &tableChoices()
{
    static const QList<ArrangementChoice> choices{{u"clauses"_s, tr("Clauses by round")},
                                                  {u"dialogues"_s, tr("Areas by dialogue")},
                                                  {u"institutions"_s, tr("Areas by institution")}};
    return choices;
}

const QList<ArrangementChoice> &orderChoices()
{
    static const QList<ArrangementChoice> choices{{u"number"_s, tr("By number, under headings")},
                                                  {u"dormancy"_s, tr("By dormancy, longest first")},
                                                  {u"area"_s, tr("By area")},
                                                  {u"state"_s, tr("By state")}};
    return choices;
}

const QList<ArrangementChoice> &roundsChoices()
{
    static const QList<ArrangementChoice> choices{{u"counting"_s, tr("Rounds that bear on it")}, {u"all"_s, tr("All rounds since adoption")}};
    return choices;
}

const QList<ArrangementChoice> &foldChoices()
{
    static const QList<ArrangementChoice> choices{
        {u"open"_s, tr("All headings open")}, {u"raised"_s, tr("Open where something was raised")}, {u"folded"_s, tr("All headings folded")}};
    return choices;
}

int choiceOf(const QList<ArrangementChoice> &choices, const QString &word)
{
    const auto found = std::ranges::find(choices, word, &ArrangementChoice::word);
    return found == choices.end() ? -1 : int(found - choices.begin());
}

QString choiceWords(const QList<ArrangementChoice> &choices)
{
    QStringList words;
    for (const ArrangementChoice &choice : choices)
        words << choice.word;
    const QString last = words.takeLast();
    return tr("%1 or %2").arg(words.join(u", "_s), last);
}

} // namespace entente::ui
