#pragma once

#include "ui/paint/theme.h"

#include <QFont>
#include <QPalette>
#include <QString>

class QLabel;
class QWidget;

/// Texts from a map are never markup: what would guess (labels, tooltips, menus) goes through here.
namespace entente::ui {

/// A label that shows its text as it is.
QLabel *plainLabel(const QString &text, QWidget *parent = nullptr);

/// A tooltip that shows its text as it is, wrapped.
QString plainToolTip(const QString &text);

/// A text for menus, tabs and buttons, where `&` would mark a key.
QString menuText(const QString &text);

/// The widget's font, larger or smaller, bold or not.
QFont sizedFont(const QFont &font, double factor, bool bold = false);

/// The colour of links on this palette.
QColor linkColour(const QPalette &palette);

} // namespace entente::ui
