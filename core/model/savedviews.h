#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"
#include "core/model/style.h"

/// Saved views as rows, and back to what the window shows. A view whose day is empty is shown on the day of looking.
namespace entente::model {

/// Everything of a way of looking but where the records stand.
struct ViewState
{
    QString drawing = QStringLiteral("network"); ///< Or timeline, coverage.
    QString layout = QStringLiteral("ladder");   ///< Of a network: ladder, stress, radial, circular.
    Lens lens;

    bool operator==(const ViewState &) const = default;
};

enum class ViewDay {
    Fixed,  ///< The day that is shown now.
    Looking ///< Whatever day it is when the view is opened.
};

/// The row for a way of looking; without identifier, name and notes.
SavedView savedView(const ViewState &state, ViewDay day);
/// What the row shows when it is opened on `today`. What cannot be read in it is left out.
ViewState viewState(const SavedView &view, const QDate &today);

/// Whether the present way of looking is still the one that was saved.
bool shows(const SavedView &view, const ViewState &state, const QDate &today);

/// The view with this key, or else with this name (case does not count). A sentence that names those that exist where there is none, or several.
Result<SavedView> viewNamed(const Model &model, const QString &nameOrKey);

/// What is wrong with a view's drawing, layout, steps, filters or style.
Result<void> validateView(const SavedView &view);

/// `network`, `timeline`, `coverage`.
QStringList drawingWords();
/// `ladder`, `stress`, `radial`, `circular`.
QStringList layoutWords();

} // namespace entente::model
