#pragma once

#include <QFont>

namespace entente::ui {

/// Registers the fonts in the resources (Noto Sans, NanumGothic behind it for Hangul). Once, after the application exists.
void loadFonts();

/// The font of every drawing, at a size in px of the drawing (which may be fractional). Weights 400 and 700 only.
QFont drawingFont(double pixels, bool bold = false);

} // namespace entente::ui
