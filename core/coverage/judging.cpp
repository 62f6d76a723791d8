#include "core/coverage/judging.h"

#include "core/base/text.h"
#include "core/model/validation.h"

#include <QCoreApplication>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

} // namespace

Result<ChangeSet> judge(const Model &model, const Id<Clause> &clause, ProgressState state, const QString &who, const QDate &day,
                        const QString &reason)
{
    const Clause *row = model.find(clause);
    if (!row)
        return callError(tr("There is no clause “%1” in this map.").arg(clause.value.left(80)));
    if (!day.isValid())
        return callError(tr("Say from which day on the judgement holds."));
    Judgement judgement;
    judgement.clause = clause;
    judgement.progress = state;
    judgement.who = simplified(cleanText(who));
    judgement.date = PartialDate(day);
    judgement.reason = simplified(cleanText(reason));
    if (judgement.who.isEmpty() || judgement.reason.isEmpty())
        return callError(tr("Say who judges clause %1, and why.").arg(row->label));
    judgement.id.value = contentKey(u"jdg"_s, {clause.value, judgement.who, judgement.date.toIso()});
    ChangeSet changes(tr("judge clause %1").arg(row->label));
    if (const Judgement *present = model.find(judgement.id)) {
        judgement.notes = present->notes;
        changes.update(*present, judgement);
    } else {
        changes.add(judgement);
    }
    if (auto valid = validate(model, changes); !valid)
        return valid.error();
    return changes;
}

Result<ChangeSet> takeJudgementBack(const Model &model, const Id<Judgement> &judgement)
{
    const Judgement *row = model.find(judgement);
    if (!row)
        return callError(tr("That judgement is not in this map any more."));
    const Clause *clause = model.find(row->clause);
    ChangeSet changes(tr("take the judgement of clause %1 back").arg(clause ? clause->label : row->clause.value));
    changes.remove(*row);
    return changes;
}

} // namespace entente::coverage
