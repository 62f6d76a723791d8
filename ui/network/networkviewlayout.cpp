#include "ui/network/networkview.h"

#include "core/document/document.h"
#include "core/model/edits.h"
#include "core/network/scope.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <algorithm>

/// Where things stand in the network: drawing in the background, places that stay, layouts that the user asks for.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// A closed group is another box than the record that stands for it.
QString keyOf(const QString &id, bool isGroup)
{
    return isGroup ? id + u"\ngroup"_s : id;
}

} // namespace

struct NetworkView::Job
{
    model::Progress progress;
    std::shared_ptr<NetworkDrawing> drawing;
};

NetworkView::~NetworkView()
{
    if (m_job)
        m_job->progress.cancel();
}

void NetworkView::rebuild()
{
    m_moving.reset();
    if (m_drag == Drag::Node)
        m_drag = Drag::None;
    if (!m_document) {
        if (m_job)
            m_job->progress.cancel();
        m_job.reset();
        return take(nullptr);
    }
    // Rings are drawn around a focus: another focus is another drawing.
    if (m_layout == u"radial" && m_knownFocus != m_lens.value().focus) {
        m_known.clear();
        m_knownPlaces.clear();
        m_fitNext = true;
    }
    m_knownFocus = m_lens.value().focus;
    NetworkOptions options = wanted();
    options.known = places();
    compute(options, [this](std::shared_ptr<NetworkDrawing> drawing) { take(std::move(drawing)); });
}

void NetworkView::compute(const NetworkOptions &options, const Taker &taker)
{
    if (m_job) {
        m_job->progress.cancel();
        m_job.reset();
    }
    const auto lookup = m_document->snapshot();
    if (m_layout == u"ladder" || network::shownRecords(*lookup, m_lens.value()).records.size() <= MostNodesAtOnce)
        return taker(networkDrawing(*lookup, m_lens.value(), options));
    const auto job = std::make_shared<Job>();
    m_job = job;
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcher<void>::finished, this, [this, watcher, job, taker] {
        watcher->deleteLater();
        if (job != m_job)
            return; // a newer one is under way
        m_job.reset();
        if (job->drawing)
            taker(job->drawing);
    });
    watcher->setFuture(QtConcurrent::run([job, lookup, lens = m_lens.value(), options] {
        auto drawing = networkDrawing(*lookup, lens, options, job->progress);
        if (!job->progress.isCancelled())
            job->drawing = std::move(drawing);
    }));
    viewport()->update();
}

QHash<QString, QPointF> NetworkView::places() const
{
    QHash<QString, QPointF> places;
    if (m_layout == u"ladder" || m_known.empty() || !m_document)
        return places;
    QSet<QString> wanted;
    if (m_lens.value().groups.isEmpty()) {
        const QStringList records = network::shownRecords(m_document->lookup(), m_lens.value()).records;
        wanted = {records.begin(), records.end()};
    } else {
        for (const network::SnapshotNode &node : network::snapshot(m_document->lookup(), m_lens.value()).nodes)
            wanted.insert(keyOf(node.id, !node.members.isEmpty()));
    }
    std::vector<QRectF> taken;
    for (const Known &known : m_known) {
        if (!wanted.contains(known.key))
            continue;
        if (std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(known.rect); }))
            continue;
        taken.push_back(known.rect);
        places.insert(known.id, known.rect.center());
    }
    return places;
}

void NetworkView::rememberPlaces()
{
    if (!m_drawing || m_drawing->layout() == u"ladder" || m_drawing->layout() != m_layout)
        return;
    const QHash<QString, QPointF> own = network::userPlaces(m_document->model(), placesView());
    for (const network::Box &box : m_drawing->picture().boxes) {
        if (own.contains(box.id))
            continue; // Where it stood before is where it goes back to.
        const QString key = keyOf(box.id, box.members > 0);
        const auto found = m_knownPlaces.constFind(key);
        if (found != m_knownPlaces.constEnd()) {
            m_known[*found].rect = box.rect;
            continue;
        }
        m_knownPlaces.insert(key, m_known.size());
        m_known.push_back({key, box.id, box.rect});
    }
}

QString NetworkView::placesView() const
{
    return placesKey(m_document->model(), m_beside.view, m_layout);
}

bool NetworkView::isPinned(const QString &record) const
{
    return m_document && network::userPlaces(m_document->model(), placesView()).contains(record);
}

void NetworkView::submit(const model::ChangeSet &changes)
{
    if (!m_document || changes.isEmpty())
        return;
    if (auto result = m_document->submit(changes); !result)
        emit refused(result.error().sentence);
}

namespace {

/// Takes the places of some records out of a layout.
model::ChangeSet letGo(const model::Model &model, const QString &layout, const QSet<QString> &records, const QString &label)
{
    model::ChangeSet changes(label);
    for (const model::Position &position : model.all<model::Position>()) {
        if (position.view == layout && records.contains(position.record.value))
            changes.remove(position);
    }
    return changes;
}

} // namespace

void NetworkView::pinOrLetGo()
{
    const QString record = recordAtHand();
    const network::Box *box = m_drawing ? m_drawing->picture().box(record) : nullptr;
    if (!box || !m_document)
        return;
    QSet<QString> records = m_marked.contains(record) ? m_marked : QSet<QString>{record};
    const QString name = records.size() > 1 ? tr("%1 records").arg(records.size()) : m_document->lookup().shortTitle(record).left(60);
    if (isPinned(record))
        return submit(letGo(m_document->model(), placesView(), records, tr("Let go of %1").arg(name)));
    QHash<QString, std::pair<double, double>> places;
    for (const QString &id : records) {
        const network::Box *own = m_drawing->picture().box(id);
        if (own && m_document->model().contains(id))
            places.insert(id, {own->rect.center().x(), own->rect.center().y()});
    }
    if (places.isEmpty())
        return emit said(tr("A group of several records cannot be pinned. Open it, and pin its records."));
    submit(model::edits::move(m_document->model(), placesView(), places, tr("Pin %1").arg(name)));
}

void NetworkView::layOutAgain()
{
    if (!m_document)
        return;
    m_known.clear();
    m_knownPlaces.clear();
    m_fitNext = true;
    model::ChangeSet changes = model::edits::forgetPositions(m_document->model(), placesView());
    if (changes.isEmpty())
        return rebuild();
    submit(changes);
}

void NetworkView::putBackMoved()
{
    if (!m_document)
        return;
    const model::ChangeSet changes = model::edits::forgetPositions(m_document->model(), placesView());
    if (changes.isEmpty())
        emit said(tr("Nothing was moved in this layout."));
    submit(changes);
}

void NetworkView::layOutMarkedAgain()
{
    if (!m_document || !m_drawing)
        return;
    if (m_marked.isEmpty())
        return emit said(tr("Mark the records first: with Shift and the mouse, with a frame around them, or with Ctrl+Space."));
    if (m_layout == u"ladder")
        return submit(letGo(m_document->model(), placesView(), m_marked, tr("Lay out %1 records again").arg(m_marked.size())));
    NetworkOptions options = wanted();
    options.userPlaces = false;
    for (const network::Box &box : m_drawing->picture().boxes) {
        if (!m_marked.contains(box.id))
            options.known.insert(box.id, box.rect.center());
    }
    if (options.known.isEmpty())
        return layOutAgain();
    compute(options, [this, marked = m_marked](const std::shared_ptr<NetworkDrawing> &drawing) {
        // The others are pinned where they stand, so that the same drawing comes back with the map.
        QHash<QString, std::pair<double, double>> places;
        for (const network::Box &box : drawing->picture().boxes) {
            if (m_document && m_document->model().contains(box.id))
                places.insert(box.id, {box.rect.center().x(), box.rect.center().y()});
        }
        if (m_document)
            submit(model::edits::move(m_document->model(), placesView(), places, tr("Lay out %1 records again").arg(marked.size())));
    });
}

void NetworkView::drop()
{
    if (!m_moving || !m_document)
        return;
    const std::unique_ptr<NetworkDrawing> moving = std::move(m_moving);
    QHash<QString, std::pair<double, double>> places;
    for (const QString &id : m_marked.contains(m_dragged) ? m_marked : QSet<QString>{m_dragged}) {
        const network::Box *box = moving->picture().box(id);
        if (!box)
            continue;
        if (m_document->model().contains(id)) {
            places.insert(id, {box->rect.center().x(), box->rect.center().y()});
        } else if (const auto found = m_knownPlaces.constFind(keyOf(id, true)); found != m_knownPlaces.constEnd()) {
            m_known[*found].rect = box->rect; // A group is no record: it stays there as long as the window lives.
        }
    }
    if (places.isEmpty())
        return rebuild();
    const QString name = places.size() > 1 ? tr("%1 records").arg(places.size()) : m_document->lookup().shortTitle(m_dragged).left(60);
    submit(model::edits::move(m_document->model(), placesView(), places, tr("Move %1").arg(name)));
    viewport()->update();
}

} // namespace entente::ui
