#pragma once

#include "core/model/lookup.h"

#include <QSet>

#include <functional>

namespace entente::model {

/// Who of the two sides works with whom. A body works at the dialogues whose rounds it attended, and in the areas and dialogues that it is
/// responsible for; its counterparts are the bodies of the other side, EU or ROK, that work in the same place.
class Counterparts
{
public:
    /// `counts` says which meetings count, `holds` which relations.
    Counterparts(const Lookup &lookup, const std::function<bool(const Meeting &)> &counts, const std::function<bool(const Relation &)> &holds);

    /// Where a body of either side works; nothing for others.
    QSet<QString> placesOf(const QString &body) const { return m_places.value(body); }
    bool has(const QString &body) const;

private:
    QHash<QString, QSet<QString>> m_places;
    QHash<QString, QSet<int>> m_sides; ///< Of those who work in a place.
};

} // namespace entente::model
