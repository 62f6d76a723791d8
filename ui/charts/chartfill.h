#pragma once

#include "ui/charts/chartdata.h"
#include "ui/paint/tokens.h"

class QPainter;

namespace entente::ui {

/// Fills a rectangle of a chart with what stands for its part: colour and pattern, so that no two parts are alike in grey either.
/// Patterns hang on the origin: neighbouring rectangles of one part meet.
void paintPart(QPainter &painter, const QRectF &box, const ChartPart &part, const Tokens &tokens);
/// The colour of letters on it.
QColor letterColour(const ChartPart &part, const Tokens &tokens);
/// Its letter, with the count (if any) where both have room; nothing where neither has.
void paintPartWords(QPainter &painter, const QRectF &box, const ChartPart &part, std::optional<int> count, const Tokens &tokens);

} // namespace entente::ui
