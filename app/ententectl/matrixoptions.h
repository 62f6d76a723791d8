#pragma once

#include "app/ententectl/session.h"
#include "ui/coverage/coveragedrawing.h"

namespace ententectl {

/// The options of `draw coverage`: order, table, rounds, folding, and the clause that is explained.
QStringList coverageOptionNames();

/// What they ask for; a sentence where a word means nothing.
entente::base::Result<entente::ui::CoverageOptions> coverageOptions(const Session &session, const Arguments &arguments,
                                                                     const entente::model::Lookup &lookup);

} // namespace ententectl
