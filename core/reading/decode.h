#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"

#include <QByteArray>
#include <QStringList>

namespace entente::reading {

namespace limits {
constexpr qsizetype LargestText = 64 * 1024 * 1024; ///< Of a text or a page, in bytes.
} // namespace limits

/// A text, and what the user should know about how it was read.
struct DecodedText
{
    QString text;
    QStringList notices;
};

/// The bytes of a text file as clean text in NFC with \n at line ends: UTF-8, UTF-16, Korean Windows (CP949, EUC-KR) or, with a notice, Western European
/// Windows; by byte order mark, by the name that the file gives, or by look. Refuses what is empty, too large or no text.
Result<DecodedText> decode(const QByteArray &bytes, const QString &named = {});

/// The text alone.
Result<QString> decodeText(const QByteArray &bytes);

} // namespace entente::reading
