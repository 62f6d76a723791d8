#include "core/model/savedviews.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

// What a lens knows besides its filters and has no column of its own stands among the filters.
const QString inForce = u"in force"_s;
const QString any = u"any"_s;
const QString comparedWith = u"compared with"_s;

constexpr int MostHops = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model::views", text);
}

QStringList itemsOf(const QStringList &texts)
{
    QStringList items;
    for (const QString &text : texts)
        items += listItem(text);
    return items;
}

QStringList textsOfItems(const QStringList &items)
{
    QStringList texts;
    for (const QString &item : items)
        texts += fromListItem(item);
    return texts;
}

PartialDate dayOf(const QDate &date)
{
    return date.isValid() ? PartialDate(date) : PartialDate();
}

QString namesOf(const Model &model)
{
    QStringList names;
    for (const SavedView &view : model.all<SavedView>())
        names += u"“"_s + view.name.left(60) + u"”"_s;
    constexpr qsizetype Most = 20;
    const qsizetype more = names.size() - Most;
    if (more > 0)
        names = names.first(Most) + QStringList{tr("%1 more").arg(more)};
    return sentenceList(names);
}

} // namespace

SavedView savedView(const ViewState &state, ViewDay day)
{
    const Lens &lens = state.lens;
    SavedView view;
    view.drawing = state.drawing;
    view.layout = state.layout;
    view.scope = lens.scope;
    view.focus.value = lens.focus;
    view.hops = lens.hops;
    view.instrument = lens.instrument;
    view.from = dayOf(lens.from);
    view.asOf = day == ViewDay::Fixed ? dayOf(lens.asOf) : PartialDate();
    for (const Filter &filter : lens.filters)
        view.filters += listItem(filter.field + u'=' + filter.value);
    if (!lens.onlyInForce)
        view.filters += inForce + u'=' + any;
    if (lens.comparedWith.isValid())
        view.filters += comparedWith + u'=' + lens.comparedWith.toString(Qt::ISODate);
    view.groups = itemsOf(lens.groups);
    view.style = lens.style; // its own spelling knows no semicolon
    return view;
}

ViewState viewState(const SavedView &view, const QDate &today)
{
    ViewState state;
    state.drawing = drawingWords().contains(view.drawing) ? view.drawing : drawingWords().constFirst();
    state.layout = layoutWords().contains(view.layout) ? view.layout : layoutWords().constFirst();
    Lens &lens = state.lens;
    lens.scope = view.scope;
    lens.focus = view.focus.value;
    if (lens.scope == Scope::Neighbourhood && lens.focus.isEmpty())
        lens.scope = Scope::FirstView; // What it was around is gone.
    lens.hops = view.hops;
    lens.instrument = view.instrument;
    lens.from = view.from.first();
    lens.asOf = view.asOf.isKnown() ? view.asOf.last() : today;
    for (const QString &item : view.filters) {
        const QString text = fromListItem(item);
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1)
            continue;
        const Filter filter{text.left(equals), text.mid(equals + 1)};
        if (filter.field == inForce)
            lens.onlyInForce = filter.value != any;
        else if (filter.field == comparedWith)
            lens.comparedWith = QDate::fromString(filter.value, Qt::ISODate);
        else
            lens.filters.push_back(filter);
    }
    lens.groups = textsOfItems(view.groups);
    lens.style = view.style;
    return state;
}

bool shows(const SavedView &view, const ViewState &state, const QDate &today)
{
    ViewState saved = viewState(view, today);
    if (saved.drawing != u"network" && saved.drawing == state.drawing)
        saved.layout = state.layout; // A timeline has none.
    return saved == state;
}

Result<SavedView> viewNamed(const Model &model, const QString &nameOrKey)
{
    if (const SavedView *view = model.find<SavedView>(nameOrKey))
        return *view;
    const QString wanted = folded(simplified(nameOrKey));
    std::vector<const SavedView *> found;
    for (const SavedView &view : model.all<SavedView>()) {
        if (view.name == nameOrKey)
            found.insert(found.begin(), &view);
        else if (folded(simplified(view.name)) == wanted)
            found.push_back(&view);
    }
    const auto exact = std::ranges::count(found, nameOrKey, &SavedView::name);
    if (found.size() == 1 || exact == 1)
        return *found.front();
    if (!found.empty()) {
        QStringList keys;
        for (const SavedView *view : found)
            keys += view->id.value;
        return callError(tr("Several views are called “%1”; say which by its key: %2.").arg(nameOrKey.left(60), keys.join(u", "_s)));
    }
    if (model.table<SavedView>().size() == 0)
        return callError(tr("There is no view “%1” in this map; it has no saved views.").arg(nameOrKey.left(60)));
    return callError(tr("There is no view “%1” in this map; there are %2.").arg(nameOrKey.left(60), namesOf(model)));
}

Result<void> validateView(const SavedView &view)
{
    if (!view.drawing.isEmpty() && !drawingWords().contains(view.drawing))
        return callError(tr("“%1” is no drawing; there are %2.").arg(view.drawing.left(40), drawingWords().join(u", "_s)));
    if (!view.layout.isEmpty() && !layoutWords().contains(view.layout))
        return callError(tr("“%1” is no layout; there are %2.").arg(view.layout.left(40), layoutWords().join(u", "_s)));
    if (view.hops < 0 || view.hops > MostHops)
        return callError(tr("“%1” is no number of steps from 0 to %2.").arg(view.hops).arg(MostHops));
    for (const QString &item : view.filters) {
        const QString text = fromListItem(item);
        if (text.indexOf(u'=') < 1)
            return callError(tr("The filter “%1” should be FIELD=VALUE, for example side=EU.").arg(text.left(60)));
        if (text.startsWith(comparedWith + u'=') && !QDate::fromString(text.mid(comparedWith.size() + 1), Qt::ISODate).isValid())
            return callError(tr("“%1” is no day to compare with; write it as 2026-03-01.").arg(text.mid(comparedWith.size() + 1).left(40)));
    }
    if (auto style = parseStyle(view.style); !style)
        return style.error();
    return {};
}

QStringList drawingWords()
{
    return {u"network"_s, u"timeline"_s, u"coverage"_s};
}

QStringList layoutWords()
{
    return {u"ladder"_s, u"stress"_s, u"radial"_s, u"circular"_s};
}

} // namespace entente::model
