#include "core/model/editviews.h"

#include "core/base/text.h"
#include "core/model/validation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace entente::model::edits {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model::edits", text);
}

const SavedView *named(const Model &model, const QString &name, const QString &butNot)
{
    for (const SavedView &view : model.all<SavedView>()) {
        if (view.id.value != butNot && folded(view.name) == folded(name))
            return &view;
    }
    return nullptr;
}

Result<QString> nameFor(const Model &model, const QString &text, const QString &view)
{
    constexpr qsizetype Longest = 200;
    const QString name = simplified(text);
    if (name.isEmpty())
        return callError(tr("A view needs a name; say what it shows, for example “Cyber, one page”."));
    if (name.size() > Longest)
        return callError(tr("The name of a view may have %1 characters at most; this one has %2.").arg(Longest).arg(name.size()));
    if (named(model, name, view))
        return callError(tr("A view is called “%1” already; choose another name, or update that one.").arg(name.left(60)));
    return name;
}

Error noView(const QString &view)
{
    return callError(tr("There is no view “%1” in this map any more.").arg(view.left(60)));
}

/// The rows that make these the places of a view, and no others.
void putPlaces(const Model &model, const QString &view, const Places &places, ChangeSet &changes)
{
    QHash<QString, std::pair<double, double>> wanted;
    for (const auto &[record, at] : places.asKeyValueRange()) {
        if (model.contains(record) && std::isfinite(at.x()) && std::isfinite(at.y()))
            wanted.insert(record, {at.x(), at.y()});
    }
    for (const Position &position : model.all<Position>()) {
        if (position.view == view && !wanted.contains(position.record.value))
            changes.remove(position);
    }
    const ChangeSet moved = move(model, view, wanted, {});
    for (const auto &change : moved.changes<Position>())
        changes.changes<Position>().push_back(change);
}

Places placesOf(const Model &model, const QString &view)
{
    Places places;
    for (const Position &position : model.all<Position>()) {
        if (position.view == view)
            places.insert(position.record.value, {position.x, position.y});
    }
    return places;
}

Result<ChangeSet> checked(const Model &model, ChangeSet changes)
{
    if (auto valid = validate(model, changes); !valid)
        return valid.error();
    return changes;
}

} // namespace

QString viewKey(const Model &model, const QString &name)
{
    const QString readable = slug(name).left(48);
    const QString base = readable.isEmpty() ? contentKey(u"view"_s, {name}) : u"view-"_s + readable;
    QString key = base;
    for (int number = 2; model.contains(key); ++number)
        key = base + u'-' + QString::number(number);
    return key;
}

Result<ChangeSet> saveView(const Model &model, const QString &name, const ViewState &state, ViewDay day, const Places &places)
{
    auto free = nameFor(model, name, {});
    if (!free)
        return free.error();
    SavedView view = savedView(state, day);
    view.name = *free;
    view.id.value = viewKey(model, *free);
    ChangeSet changes(tr("save the view “%1”").arg(free->left(60)));
    putPlaces(model, view.id.value, places, changes);
    changes.add(std::move(view));
    return checked(model, std::move(changes));
}

Result<ChangeSet> updateView(const Model &model, const QString &id, const ViewState &state, ViewDay day, const Places &places)
{
    const SavedView *before = model.find<SavedView>(id);
    if (!before)
        return noView(id);
    SavedView view = savedView(state, day);
    view.id = before->id;
    view.name = before->name;
    view.notes = before->notes;
    ChangeSet changes(tr("update the view “%1”").arg(view.name.left(60)));
    putPlaces(model, id, places, changes);
    changes.update(*before, std::move(view));
    return checked(model, std::move(changes));
}

Result<ChangeSet> renameView(const Model &model, const QString &id, const QString &name)
{
    const SavedView *before = model.find<SavedView>(id);
    if (!before)
        return noView(id);
    auto free = nameFor(model, name, id);
    if (!free)
        return free.error();
    SavedView view = *before;
    view.name = *free;
    ChangeSet changes(tr("rename the view “%1”").arg(before->name.left(60)));
    changes.update(*before, std::move(view));
    return checked(model, std::move(changes));
}

Result<ChangeSet> duplicateView(const Model &model, const QString &id)
{
    const SavedView *before = model.find<SavedView>(id);
    if (!before)
        return noView(id);
    SavedView view = *before;
    QString name = tr("%1 (copy)").arg(before->name.left(180));
    for (int number = 2; named(model, name, {}); ++number)
        name = tr("%1 (copy %2)").arg(before->name.left(180)).arg(number);
    view.name = name;
    view.id.value = viewKey(model, name);
    ChangeSet changes(tr("duplicate the view “%1”").arg(before->name.left(60)));
    putPlaces(model, view.id.value, placesOf(model, id), changes);
    changes.add(std::move(view));
    return checked(model, std::move(changes));
}

Result<ChangeSet> removeView(const Model &model, const QString &id)
{
    const SavedView *view = model.find<SavedView>(id);
    if (!view)
        return noView(id);
    auto changes = remove(model, id);
    if (changes)
        changes->setLabel(tr("remove the view “%1”").arg(view->name.left(60)));
    return changes;
}

} // namespace entente::model::edits
