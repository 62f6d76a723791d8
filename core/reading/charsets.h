#pragma once

#include "core/base/vocabulary.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// The encodings that Qt does not promise on every system.
namespace entente::reading {

/// A text and the number of bytes that could not be read in it; each of them is a replacement character.
struct Decoded
{
    QString text;
    qsizetype errors = 0;
};

/// The encoding of Korean Windows, which holds that of KS X 1001 (EUC-KR). Nothing where the system does not know it.
std::optional<Decoded> decodeKorean(const QByteArray &bytes);

/// The encoding of Western European Windows, which holds ISO 8859-1 and ASCII.
Decoded decodeWestern(const QByteArray &bytes);

Decoded decodeUtf8(const QByteArray &bytes);
Decoded decodeUtf16(const QByteArray &bytes, bool bigEndian);

/// By the name that a web page gives, in any case; nothing for a name that is not known here.
std::optional<Decoded> decodeNamed(const QByteArray &bytes, const QString &name);

} // namespace entente::reading
