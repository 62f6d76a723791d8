#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace entente::ui {

/// Where a line of text stands on its anchor.
enum class Anchor { Start, Middle, End };

/// Height of capitals and figures of the drawing font, as a share of its size.
inline constexpr double capHeight = 0.714;

/// One line of plain text with its baseline at `anchor.y()`. Returns its width.
double paintText(QPainter &painter, const QPointF &anchor, const QString &text, const QFont &font, const QColor &color,
                 Anchor where = Anchor::Start);

/// Figures and capitals with their middle at `centre`.
void paintCentred(QPainter &painter, const QPointF &centre, const QString &text, double pixels, const QColor &color, bool bold = true);

/// The width of a line in the drawing font.
double textWidth(const QString &text, double pixels, bool bold = false);

/// As much of a line as fits, cut at its end with `…`; `cut` is raised by one where something was cut.
QString fitted(const QString &text, double width, double pixels, bool bold = false, int *cut = nullptr);

/// A text in lines of at most this width, broken at spaces; a word that is longer than a line is broken within.
QStringList wrapped(const QString &text, double width, double pixels, bool bold = false);

/// Lines at 45 degrees in a rectangle, cut to it without clipping (SVG has none). `step` is the distance of the lines, measured level.
void paintHatch(QPainter &painter, const QRectF &area, const QColor &color, double step = 8.5, double width = 0.9);

} // namespace entente::ui
