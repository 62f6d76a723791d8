#pragma once

#include "core/network/compare.h"
#include "core/network/styling.h"

#include <memory>

namespace entente::ui {

/// What a network is drawn with besides its records and lines: the rules of a style, and the state that it is compared with.
struct NetworkExtras
{
    QString view; ///< The name of the saved view that is shown; empty: none is.
    model::Style style;
    network::StyleFacts facts;
    bool isComparison = false;
    QString comparison; ///< "from 1 January 2024 to 1 March 2026"
    network::NetworkDifference difference; ///< Its `both` is empty: that is what is drawn.
    std::shared_ptr<const model::Lookup> other; ///< Of another map that is compared with; its records may be unknown to this one.
};

/// Whether the lens asks for black and grey; quick enough for each painting.
bool isMono(const model::Lens &lens);

/// What changed of a record or line, in words for its tooltip; nothing where nothing is compared or nothing differs.
QString differenceWords(const NetworkExtras *extras, const QString &id);

/// What the rules of a style ask for: the progress of clauses, the markings of sources.
network::StyleFacts styleFacts(const model::Lookup &lookup, const model::Lens &lens, const network::Snapshot &snapshot, const model::Style &style);

/// What is drawn where a day or another map is compared with: both states in one, and how they differ. Of two days the earlier one is the
/// state before; another map is.
struct ComparedSnapshot
{
    network::Snapshot snapshot;
    network::NetworkDifference difference;
    QString words;
};
ComparedSnapshot comparedSnapshot(const model::Lookup &lookup, const model::Lens &lens, const std::shared_ptr<const model::Lookup> &other,
                                  const QString &otherName);

} // namespace entente::ui
