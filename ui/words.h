#pragma once

#include "core/model/fields.h"

#include <QString>

namespace entente::ui {

/// A word of the map's closed sets, as the interface's language spells it.
QString shown(const QString &word);

template<typename Enum>
requires std::is_enum_v<Enum> QString shown(Enum value)
{
    return shown(wordOf(value));
}

/// `Dialogue`, `Institution`.
QString kindName(Kind kind);
/// The letter of a kind's shape; an institution's says its side.
QString kindLetter(Kind kind, Side side = Side::Unknown);

/// The first letter in upper case.
QString capitalised(const QString &text);

} // namespace entente::ui
