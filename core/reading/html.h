#pragma once

#include "core/base/vocabulary.h"

#include <QByteArray>

namespace entente::reading {

/// Whether the bytes are a web page or a piece of one, as browsers put it on the clipboard; a text that speaks of tags is none.
bool looksLikeHtml(const QByteArray &bytes);

} // namespace entente::reading
