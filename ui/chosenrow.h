#pragma once

#include <QAbstractItemView>
#include <QItemSelectionModel>

namespace entente::ui {

/// Whether a row became current because somebody chose it: a view that gets the keyboard makes its first row current too, but selects nothing.
inline bool isChosenRow(const QAbstractItemView &view, const QModelIndex &index)
{
    return index.isValid() && view.selectionModel()->isSelected(index);
}

} // namespace entente::ui
