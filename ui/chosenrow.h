#pragma once

#include <QItemSelection>

namespace entente::ui {

/// The row that somebody just chose, from what a selection model says was selected. The current row is not asked: a view that gets the keyboard makes its
/// first row current, although nobody chose it.
inline QModelIndex chosenRow(const QItemSelection &selected)
{
    return selected.isEmpty() ? QModelIndex() : QModelIndex(selected.first().topLeft());
}

} // namespace entente::ui
