#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"

#include <QByteArray>

namespace entente::reading {

/// The bytes of a text file as clean text: UTF-8 or UTF-16, by byte order mark or by look. Refuses what is empty, what is no text,
/// and what is in an encoding it does not know.
Result<QString> decodeText(const QByteArray &bytes);

} // namespace entente::reading
