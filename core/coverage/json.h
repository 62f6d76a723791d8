#pragma once

#include "core/coverage/findings.h"
#include "core/coverage/progress.h"
#include "core/coverage/series.h"

#include <QJsonObject>

/// What `coverage --json` and `series --json` print.
namespace entente::coverage {

/// Only cells above `none`. `last_touched` is a date, null for never, and "not known" where nobody can tell. A judged clause also has
/// `computed` and `judgement`.
QJsonObject toJson(const Coverage &coverage);

QJsonObject toJson(const std::vector<Series> &series);

/// What `findings --json` prints; a waived one says by whom, when and why.
QJsonObject toJson(const std::vector<Finding> &findings);

} // namespace entente::coverage
