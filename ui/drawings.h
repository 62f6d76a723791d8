#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"
#include "ui/coverage/coveragedrawing.h"
#include "ui/network/beside.h"
#include "ui/paint/drawing.h"
#include "ui/paper/page.h"

#include <memory>

namespace entente::ui {

/// The views that can be put on paper or into a file.
enum class DrawnView { Network, Timeline, Coverage };

/// The paper that a view is put on where nobody chose another.
PageSetup usualPage(DrawnView view);

/// What a view shows, as a drawing for this paper: the whole range, never just what is in the window.
/// `beside` is the saved view whose places count, and another map that is compared with; `known`: where records of the network stand on screen and
/// shall stand here too; `coverage` says how the matrix is arranged and which clause is explained under it.
std::unique_ptr<Drawing> drawingOf(DrawnView view, const Lookup &lookup, const Lens &lens, const QString &layout, const PageSetup &page,
                                   const Beside &beside = {}, const QHash<QString, QPointF> &known = {}, const CoverageOptions &coverage = {});

/// The marking of what a drawing shows, of another map that it compares with too.
QString markingOfDrawing(const Lookup &lookup, const Drawing &drawing);

/// The page for it: its usual paper, the name of the map's file, the marking computed over what it shows, the present time; black and grey where the
/// lens's style says so.
PageSetup pageFor(DrawnView view, const Lookup &lookup, const Lens &lens, const Drawing &drawing, const QString &fileName);

/// Takes over what the user chose about the paper.
void takeWish(PageSetup &page, const PageSetup &wish);

/// Who made the map, where it says so (its property `author`).
QString authorOf(const Lookup &lookup);

class NetworkDrawing;
/// What the numbers of the status bar count, as lists.
QStringList shownRecords(const NetworkDrawing &drawing);
QStringList inferredLines(const NetworkDrawing &drawing);
QStringList unsourcedLines(const NetworkDrawing &drawing);

/// `eu-rok network.pdf`
QString suggestedName(DrawnView view, const QString &mapName);

} // namespace entente::ui
