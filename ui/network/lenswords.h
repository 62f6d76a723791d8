#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <functional>
#include <vector>

/// What a lens limits, in words: for chips, title blocks and screen readers.
namespace entente::ui {

/// One limit of a lens, and how it is taken off.
struct LensLimit
{
    enum class Kind { Scope, Focus, Time, Filter, Group };
    Kind kind = Kind::Filter;
    QString words; ///< "level: ministers"
    std::function<void(model::Lens &)> takeOff;
};

/// In the order of reading: what is shown, when, filters, groups. Without a map records are called by their keys.
std::vector<LensLimit> limitsOf(const model::Lookup *lookup, const model::Lens &lens);

/// "in force on 1 Mar 2026", "in force during 1 Jan 2020 – 1 Mar 2026"; empty where the lens has no day.
QString timeInWords(const model::Lens &lens);

/// Filters and groups for a title block: "level: ministers; grouped by side"; empty: none.
QString filtersInWords(const model::Lookup &lookup, const model::Lens &lens);

/// A field of a filter, and one of its values, as the interface calls them.
QString fieldInWords(const QString &field);
QString valueInWords(const model::Lookup *lookup, const QString &field, const QString &value);

/// "by side", "by ministry or service": how a kind of groups is called.
QString groupingInWords(const QString &word);

} // namespace entente::ui
