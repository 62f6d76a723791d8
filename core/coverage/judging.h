#pragma once

#include "core/model/changeset.h"
#include "core/model/model.h"

#include <QDate>

/// A user's own judgement of a clause: the first of the rules. The computed state stays beside it.
namespace entente::coverage {

/// Judges a clause from a day on. The same person on the same day judges once: a second time changes the first. Refuses an unknown clause, no
/// reason, no name and no day.
Result<ChangeSet> judge(const Model &model, const Id<Clause> &clause, ProgressState state, const QString &who, const QDate &day,
                        const QString &reason);

/// Takes a judgement back.
Result<ChangeSet> takeJudgementBack(const Model &model, const Id<Judgement> &judgement);

} // namespace entente::coverage
