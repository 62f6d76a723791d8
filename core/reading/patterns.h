#pragma once

#include "core/base/vocabulary.h"

#include <QString>
#include <QStringList>

#include <optional>

/// The small forms that official papers print the same way everywhere: references, markings, subject codes, page numbers.
namespace entente::reading::patterns {

/// All document references in a text, as printed: `14319/24`, `14319/24 ADD 1`, `EEAS(2024) 1267`, `JOIN(2023) 12`.
QStringList references(const QString &text);

/// Whether the line is a document reference and nothing else.
bool isReference(const QString &line);

/// The marking that a line consists of, with or without "Distribution marking" before it; nothing if it is none.
QString marking(const QString &line);

/// How far a marking restricts, on the list of the map: public < internal < Limited < LIMITE < anything else.
int markingRank(const QString &marking);

/// The subject codes that a line consists of (`CFSP/PESC 1413 CONUN 195` are two); empty if it is anything else.
QStringList subjectCodes(const QString &line);

/// The page number that a line consists of: `3`, `- 3 -`, `Page 3 of 12`, `3/12`, `3 / 12쪽`, `iv`.
std::optional<int> pageNumber(const QString &line);

/// Whether the line is what papers print across a page: `DRAFT`, `초안`.
bool isWatermark(const QString &line);

/// Whether the line says to whom the paper goes: `Distribution: …`, `Delegations`, `배포처: …`, or which copy it is.
bool isRecipient(const QString &line);

/// `Copy 12 of 40 – J. Kim`, `사본 제12호`
bool isCopyNumber(const QString &line);

/// Whether the line says that the document ends: `(End)`.
bool isEndMark(const QString &line);

} // namespace entente::reading::patterns
