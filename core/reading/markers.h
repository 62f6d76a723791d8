#pragma once

#include "core/reading/lines.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace entente::reading {

/// A number at the start of a line that belongs to the numbering of the document.
struct Marker
{
    std::size_t line = 0; ///< Index into the lines.
    QString printed;      ///< `14.`, `c.`, `(ii)`, `Article 4`
    QString label;        ///< `14(c)`
    QString parent;       ///< Label of the unit above; empty at the top.
    QString rest;         ///< What follows the number on its line.
};

/// The markers of all units, in order. Lines that are set aside do not take part. A number that does not continue a sequence is text: a
/// wrapped line that starts with "2004." begins no clause.
std::vector<Marker> findMarkers(const std::vector<Line> &lines);

/// Whether the text holds a verb of obliging or stating, as titles do not.
bool saysWhatIsToBeDone(const QString &text);

bool isArticle(const Marker &marker);

/// Whether an annex begins with this line: numbering starts again behind it, and labels get the prefix `Annex I.`.
std::optional<QString> annexName(const QString &line);

} // namespace entente::reading
