#include "ui/views/savedviews.h"

#include "core/base/text.h"
#include "ui/dialogs.h"
#include "ui/network/networkextras.h"
#include "ui/network/networkview.h"
#include "ui/plain.h"

#include <QMenu>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

SavedViews::SavedViews(SharedLens &lens, NetworkView &network, Dialogs &dialogs, QWidget *window)
    : QObject(window)
    , m_lens(lens)
    , m_network(network)
    , m_dialogs(dialogs)
    , m_window(window)
{
    connect(&m_lens, &SharedLens::changed, this, &SavedViews::changed);
    connect(&m_network, &NetworkView::countsChanged, this, &SavedViews::changed);
}

void SavedViews::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document)
        connect(document, &entente::Document::changed, this, &SavedViews::documentChanged);
    m_network.setBeside({});
    emit changed();
}

void SavedViews::setOpen(const QString &view)
{
    Beside beside = m_network.beside();
    beside.view = view;
    m_network.setBeside(beside);
}

void SavedViews::documentChanged(const model::ChangeSet &changes)
{
    // A view that was removed, by whatever road, is not open any more.
    if (!m_network.beside().view.isEmpty() && current().isEmpty())
        setOpen({});
    if (!changes.changes<SavedView>().empty())
        emit changed();
}

QString SavedViews::current() const
{
    const QString &view = m_network.beside().view;
    return m_document && m_document->model().find<SavedView>(view) ? view : QString();
}

QString SavedViews::currentName() const
{
    const SavedView *view = m_document ? m_document->model().find<SavedView>(current()) : nullptr;
    return view ? view->name : QString();
}

bool SavedViews::isChanged() const
{
    const SavedView *view = m_document ? m_document->model().find<SavedView>(current()) : nullptr;
    return view && !shows(*view, state(viewState(*view, {}).drawing), QDate::currentDate());
}

ViewState SavedViews::state(const QString &drawing) const
{
    ViewState state;
    state.drawing = drawing;
    state.layout = m_network.layoutName();
    state.lens = m_lens.value();
    return state;
}

/// The ladder has its order from the rules: only what the user moved is kept. In the other layouts everything stays where it stands now.
edits::Places SavedViews::places() const
{
    edits::Places places;
    const QString &layout = m_network.layoutName();
    const NetworkDrawing *drawing = m_network.drawing();
    if (layout == "ladder"_L1 || !drawing || drawing->layout() != layout || (drawing->extras() && drawing->extras()->isComparison))
        return network::userPlaces(m_document->model(), placesKey(m_document->model(), m_network.beside().view, layout));
    for (const network::Box &box : drawing->picture().boxes)
        places.insert(box.id, box.rect.center());
    return places;
}

bool SavedViews::submit(const base::Result<model::ChangeSet> &changes)
{
    if (!changes) {
        emit failed(changes.error());
        return false;
    }
    if (auto done = m_document->submit(*changes); !done) {
        emit failed(done.error());
        return false;
    }
    emit succeeded();
    return true;
}

void SavedViews::open(const QString &key)
{
    const SavedView *view = m_document ? m_document->model().find<SavedView>(key) : nullptr;
    if (!view)
        return emit failed(base::callError(tr("This view is not in the map any more.")));
    const ViewState state = viewState(*view, QDate::currentDate());
    m_network.setBeside({.view = key});
    m_lens.set(state.lens);
    if (state.drawing == "network"_L1)
        emit layoutWanted(state.layout);
    emit drawingWanted(state.drawing);
    emit changed();
}

void SavedViews::saveAs()
{
    if (!m_document)
        return;
    ViewWish usual;
    usual.name = currentName();
    usual.drawing = u"network"_s;
    usual.day = m_lens.value().asOf == QDate::currentDate() ? ViewDay::Looking : ViewDay::Fixed;
    usual.shown = m_lens.value().asOf;
    for (const SavedView &view : m_document->model().all<SavedView>())
        usual.taken += view.name;
    const auto wish = m_dialogs.viewWish(m_window, usual);
    if (!wish)
        return;
    const QString key = edits::viewKey(m_document->model(), base::simplified(wish->name));
    if (!submit(edits::saveView(m_document->model(), wish->name, state(wish->drawing), wish->day, places())))
        return;
    setOpen(key);
    emit changed();
}

void SavedViews::update()
{
    updateView(current());
}

void SavedViews::updateView(const QString &key)
{
    const SavedView *view = m_document ? m_document->model().find<SavedView>(key) : nullptr;
    if (!view)
        return;
    // A view of the day of looking stays one while today is shown; another day that is shown becomes its day.
    const bool isLooking = !view->asOf.isKnown() && m_lens.value().asOf == QDate::currentDate();
    const QString drawing = viewState(*view, {}).drawing;
    if (submit(edits::updateView(m_document->model(), key, state(drawing), isLooking ? ViewDay::Looking : ViewDay::Fixed, places()))) {
        setOpen(key);
        emit changed();
    }
}

void SavedViews::rename(const QString &view, const QString &name)
{
    if (m_document)
        submit(edits::renameView(m_document->model(), view, name));
}

void SavedViews::duplicate(const QString &view)
{
    if (m_document)
        submit(edits::duplicateView(m_document->model(), view));
}

void SavedViews::remove(const QString &view)
{
    if (m_document)
        submit(edits::removeView(m_document->model(), view));
}

void SavedViews::leave()
{
    Lens lens;
    lens.asOf = m_lens.value().asOf;
    m_network.setBeside({});
    m_lens.set(lens);
    emit changed();
}

void SavedViews::fill(QMenu &menu)
{
    menu.clear();
    const QString open = current();
    if (!m_document || m_document->model().table<SavedView>().size() == 0) {
        menu.addAction(tr("No view is saved yet"))->setEnabled(false);
    } else {
        std::vector<const SavedView *> views;
        for (const SavedView &view : m_document->model().all<SavedView>())
            views.push_back(&view);
        std::ranges::sort(views, [](const SavedView *a, const SavedView *b) { return QString::localeAwareCompare(a->name, b->name) < 0; });
        constexpr std::size_t Most = 30;
        for (const SavedView *view : views) {
            if (std::size_t(menu.actions().size()) >= Most)
                break;
            QAction *action = menu.addAction(menuText(view->name.left(80)));
            action->setCheckable(true);
            action->setChecked(view->id.value == open);
            connect(action, &QAction::triggered, this, [this, key = view->id.value] { this->open(key); });
        }
    }
    menu.addSeparator();
    QAction *renew = menu.addAction(open.isEmpty() ? tr("Update the open view") : tr("Update “%1”").arg(menuText(currentName().left(60))), this, &SavedViews::update);
    renew->setEnabled(!open.isEmpty() && isChanged());
    menu.addAction(tr("Save the present view as…"), this, &SavedViews::saveAs)->setEnabled(m_document);
    menu.addAction(tr("All views: rename, duplicate, remove…"), this, &SavedViews::listWanted)->setEnabled(m_document);
    menu.addAction(tr("Leave the view"), this, &SavedViews::leave)->setEnabled(!open.isEmpty());
}

} // namespace entente::ui
