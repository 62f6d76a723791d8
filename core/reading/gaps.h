#pragma once

#include <QString>
#include <QStringList>

namespace entente::reading {

/// Why text is missing where the line stands, if the line alone stands for text that is not there: `deleted`, `omitted`, `illegible`,
/// `not translated`. Empty: it is a line like others.
QString gapKind(const QString &line);

/// The same for marks within a text, one entry each: "shall [...] meet", "the [illegible] of the port".
QStringList gapKindsIn(const QString &text);

} // namespace entente::reading
