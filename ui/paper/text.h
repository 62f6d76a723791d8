#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QStringList>

namespace entente::ui {

/// Measures as a device of 96 dpi does, whatever the screen: the same lines break in the same places everywhere.
QFontMetricsF paperMetrics(const QFont &font);

/// The lines of a text in a width in px; breaks at spaces, inside a word only where it is wider than the line. A line feed breaks too.
QStringList wrapped(const QString &text, const QFont &font, double width);

} // namespace entente::ui
