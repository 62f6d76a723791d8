#pragma once

#include "app/ententectl/session.h"
#include "core/model/lens.h"
#include "ui/paper/page.h"

namespace ententectl {

/// Draws a chart to a PDF, SVG or PNG file, or writes its table to a CSV file; with `--json` the table goes to standard output too.
entente::base::Result<ExitCode> drawChart(const Session &session, const Arguments &arguments, const entente::model::Lookup &lookup,
                                          const entente::model::Lens &lens, entente::ui::PageSetup setup);

} // namespace ententectl
