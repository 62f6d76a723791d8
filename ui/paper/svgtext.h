#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"

#include <QByteArray>

namespace entente::ui {

/// Mends the text of an SVG that QSvgGenerator wrote. It writes one element for each run of a script and only the first family of a font; here
/// the runs of one line become one element, so that a label is found and edited as a whole, and Hangul names its font.
Result<QByteArray> joinedSvgText(const QByteArray &svg);

} // namespace entente::ui
