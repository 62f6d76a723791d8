#pragma once

#include <QIcon>

namespace entente::ui {

/// The few signs of the toolbar. Each stands beside a word or a tooltip.
enum class Sign { Open, Save, Undo, Redo, Fit, ZoomIn, ZoomOut, Focus, Calendar, Search, Print, Import, Add, Edit, Remove };

/// Drawn in the colour of the buttons' text, whatever the theme and the scale of the screen.
QIcon icon(Sign sign);

} // namespace entente::ui
