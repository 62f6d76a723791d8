#pragma once

#include "core/base/vocabulary.h"

#include <QString>

namespace entente::reading {

/// The sign that a letter of a symbol font shows: Greek from Symbol, arrows and boxes from Wingdings; what is not known is a dot.
QString symbolText(const QString &font, unsigned code);

} // namespace entente::reading
