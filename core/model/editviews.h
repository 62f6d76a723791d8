#pragma once

#include "core/model/edits.h"
#include "core/model/savedviews.h"

#include <QPointF>

/// Saving, changing and removing saved views, each as one step together with the places that belong to them.
namespace entente::model::edits {

/// Where records stand in a view: centres, in units of the drawing at 100 %.
using Places = QHash<QString, QPointF>;

/// A new view under a name that no other has.
Result<ChangeSet> saveView(const Model &model, const QString &name, const ViewState &state, ViewDay day, const Places &places);
/// The view takes over what is shown now; its key, name and notes stay. A view of the day of looking stays one where `day` says so.
Result<ChangeSet> updateView(const Model &model, const QString &view, const ViewState &state, ViewDay day, const Places &places);
Result<ChangeSet> renameView(const Model &model, const QString &view, const QString &name);
/// The same once more, places included, under the first free name: "X (copy)".
Result<ChangeSet> duplicateView(const Model &model, const QString &view);
Result<ChangeSet> removeView(const Model &model, const QString &view);

/// The key of a new view with this name.
QString viewKey(const Model &model, const QString &name);

} // namespace entente::model::edits
