#pragma once

#include "core/model/lookup.h"

#include <memory>

namespace entente::ui {

/// What a network is drawn with besides the lens: the saved view that is open, and another map that it is compared with.
struct Beside
{
    QString view = {};                               ///< Its key; its places count.
    std::shared_ptr<const model::Lookup> other = {}; ///< The state before.
    QString otherName = {};

    bool operator==(const Beside &) const = default;
};

/// What a panel speaks of besides what is chosen, marked where it is drawn: the records of an answer, or a chain in its order.
struct Explained
{
    QStringList records = {};
    bool isChain = false; ///< The lines from each to the next belong to it.

    bool operator==(const Explained &) const = default;
};

} // namespace entente::ui
