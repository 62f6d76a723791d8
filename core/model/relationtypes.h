#pragma once

#include "core/model/fields.h"

#include <utility>
#include <vector>

namespace entente::model {

/// A type of line: its word, how it reads from the other end, and the pairs of kinds that it may join.
struct RelationType
{
    QString word;
    QString inverse;
    std::vector<std::pair<Kind, Kind>> ends;
    bool symmetric = false;

    bool joins(Kind source, Kind target) const;
};

const std::vector<RelationType> &relationTypes();
const RelationType *relationType(const QString &word);

/// The words of the types that the program itself asks about.
namespace relation {
inline const QString reportsTo = QStringLiteral("reports to");
inline const QString partOf = QStringLiteral("part of");
inline const QString responsibleFor = QStringLiteral("responsible for");
inline const QString names = QStringLiteral("names");
inline const QString foundedBy = QStringLiteral("founded by");
inline const QString basedOn = QStringLiteral("based on");
inline const QString reviews = QStringLiteral("reviews");
inline const QString succeededBy = QStringLiteral("succeeded by");
inline const QString funds = QStringLiteral("funds");
inline const QString implements = QStringLiteral("implements");
inline const QString relatedTo = QStringLiteral("related to");
inline const QString cites = QStringLiteral("cites");
inline const QString linkedTo = QStringLiteral("linked to");
inline const QString notToBeConfusedWith = QStringLiteral("not to be confused with");
inline const QString raises = QStringLiteral("raises");     ///< meeting → clause; its evidence carries the level of the cell
inline const QString mentions = QStringLiteral("mentions"); ///< meeting → what its read-out names
} // namespace relation

} // namespace entente::model
