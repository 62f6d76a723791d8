#pragma once

#include "ui/paint/symbols.h"

/// The signs that only the timeline has.
namespace entente::ui::symbols {

/// Several rounds of one day: a cluster with a stroke above and below. `radius` is half of its side.
void sameDayMark(QPainter &painter, const QPointF &centre, double radius, int count, const Tokens &tokens, const QColor &ground);
/// A commitment that falls due: a shield, open; overdue with `!`; delivered filled with a tick; dropped struck through; cannot tell with `?`.
/// `radius` is half its height, 6.5 at 100 %.
void commitmentShield(QPainter &painter, const QPointF &centre, double radius, CommitmentState state, bool overdue, const Tokens &tokens,
                      const QColor &ground);

} // namespace entente::ui::symbols
