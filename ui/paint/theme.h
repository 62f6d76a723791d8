#pragma once

#include "ui/paint/tokens.h"

#include <QPalette>

namespace entente::ui {

/// The theme that goes with the system's palette: what we paint follows the chrome around it.
inline Theme themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
}

/// A text for the label of a chart, which takes HTML: nothing in it is read as markup.
inline QString escaped(const QString &text)
{
    return QStringLiteral("<span>") + text.toHtmlEscaped().replace(u'\n', QLatin1StringView("<br>")) + QStringLiteral("</span>");
}

} // namespace entente::ui
