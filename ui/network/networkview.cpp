#include "ui/network/networkview.h"

#include "core/document/document.h"
#include "core/network/scope.h"
#include "ui/network/minimap.h"
#include "ui/network/networkaccessible.h"
#include "ui/network/networkextras.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastZoom = 0.1;
constexpr double MostZoom = 8;
constexpr double ZoomStep = 1.25;
constexpr double FitWidthFrom = 0.8;    // a narrow window shrinks the ladder so far, then it scrolls
constexpr int HoverDelay = 400;
constexpr int FlashTime = 140; // ms, on and off
constexpr int Flashes = 4;     // twice on, twice off

} // namespace

NetworkView::NetworkView(SharedLens &lens, Selection &selection, QWidget *parent)
    : QAbstractScrollArea(parent), m_lens(lens), m_selection(selection), m_minimap(new Minimap(*this))
{
    installNetworkAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Network"));
    connect(m_minimap, &Minimap::centreWanted, this, [this](const QPointF &centre) {
        const QPointF at = centre * m_zoom;
        horizontalScrollBar()->setValue(int(at.x()) - viewport()->width() / 2);
        verticalScrollBar()->setValue(int(at.y()) - viewport()->height() / 2);
    });
    m_flashTimer.setInterval(FlashTime);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] {
        if (--m_flashes <= 0) {
            m_flashTimer.stop();
            m_flashed.clear();
        }
        viewport()->update();
    });
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(HoverDelay);
    connect(&m_hoverTimer, &QTimer::timeout, this, &NetworkView::showBecause);
    connect(&m_lens, &SharedLens::changed, this, &NetworkView::rebuild);
    connect(&m_selection, &Selection::changed, this, [this](const QString &record) {
        const network::SnapshotLine *line = m_drawing ? m_drawing->snapshot().line(m_chosenLine) : nullptr;
        if (!line || (line->id != record && !line->records.contains(record)))
            m_chosenLine.clear();
        if (m_drawing && !m_drawing->nodesOf(record).isEmpty()) {
            m_keyboardFocus = m_drawing->nodesOf(record).constFirst(); // the keyboard goes on from what is chosen
            showRecord(record);
        }
        describe();
        viewport()->update();
    });
    describe();
}

void NetworkView::setDocument(entente::Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_keyboardFocus.clear();
    m_chosenLine.clear();
    m_marked.clear();
    m_known.clear();
    m_knownPlaces.clear();
    if (document)
        connect(document, &entente::Document::changed, this, &NetworkView::rebuild);
    rebuild();
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
}

void NetworkView::setLayout(const QString &layout)
{
    if (layout == m_layout)
        return;
    m_layout = layout;
    m_known.clear();
    m_knownPlaces.clear();
    m_fitNext = m_layout != u"ladder";
    rebuild();
}

NetworkOptions NetworkView::wanted() const
{
    NetworkOptions options;
    options.layout = m_layout;
    options.beside = m_beside;
    return options;
}

void NetworkView::setBeside(const Beside &beside)
{
    if (beside == m_beside)
        return;
    m_beside = beside;
    rebuild();
    emit besideChanged();
}

void NetworkView::explain(const Explained &explained)
{
    m_explained = explained;
    if (m_drawing)
        m_drawing->explain(explained);
    viewport()->update();
}

void NetworkView::take(std::shared_ptr<NetworkDrawing> drawing)
{
    const QString fixed = m_fitNext ? QString() : anchor(drawing.get());
    const QPointF before = viewportPoint(fixed);
    m_drawing = std::move(drawing);
    if (m_drawing)
        m_drawing->explain(m_explained);
    m_hovered.clear();
    if (m_drawing && !m_drawing->picture().box(m_keyboardFocus))
        m_keyboardFocus.clear();
    m_marked.removeIf([this](const QString &id) { return !m_drawing || !m_drawing->picture().box(id); });
    updateScrollBars();
    if (m_fitNext && m_drawing) {
        m_fitNext = false;
        fit();
    } else if (!fixed.isEmpty()) {
        pan(viewportPoint(fixed) - before);
    }
    rememberPlaces();
    placeMinimap();
    describe();
    emit countsChanged(counts());
    emit drawingChanged();
    QAccessibleEvent others(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&others);
    viewport()->update();
}

/// The record that keeps its place in the window when the drawing changes: the one at hand where it is seen, else the one nearest the middle.
QString NetworkView::anchor(const NetworkDrawing *next) const
{
    if (!m_drawing || !next)
        return {};
    const QRectF seen = QRectF(viewport()->rect());
    const auto isIn = [&](const QString &id) { return next->picture().box(id) && m_drawing->picture().box(id); };
    const QString atHand = recordAtHand();
    if (isIn(atHand) && seen.contains(viewportPoint(atHand)))
        return atHand;
    QString best;
    double nearest = 1e18;
    for (const network::Box &box : m_drawing->picture().boxes) {
        const QPointF away = viewportPoint(box.id) - seen.center();
        const double distance = QPointF::dotProduct(away, away);
        if (distance < nearest && next->picture().box(box.id)) {
            nearest = distance;
            best = box.id;
        }
    }
    // At the top the top stays in view.
    return verticalScrollBar()->value() == 0 && horizontalScrollBar()->value() == 0 ? QString() : best;
}

QString NetworkView::emptySentence() const
{
    if (!m_document)
        return tr("No map is open. Open one, or make a new one.");
    if (!m_drawing)
        return tr("Laying out the network…");
    return m_drawing->emptySentence();
}

/// Where the drawing's top left corner is in the viewport. A drawing that is smaller stands in the middle.
QPointF NetworkView::origin() const
{
    if (!m_drawing)
        return {};
    const QSizeF size = m_drawing->size() * m_zoom;
    const double x = size.width() < viewport()->width() ? (viewport()->width() - size.width()) / 2 : -horizontalScrollBar()->value();
    return {std::round(x), double(-verticalScrollBar()->value())};
}

QPointF NetworkView::toDrawing(const QPointF &point) const
{
    return (point - origin()) / m_zoom;
}

QPointF NetworkView::viewportPoint(const QString &record) const
{
    const network::Box *box = m_drawing ? m_drawing->picture().box(record) : nullptr;
    return box ? box->rect.center() * m_zoom + origin() : QPointF(-1, -1);
}

QRectF NetworkView::viewportRect(const QRectF &rect) const
{
    return {rect.topLeft() * m_zoom + origin(), rect.size() * m_zoom};
}

void NetworkView::scrollContentsBy(int, int)
{
    viewport()->update(); // What is painted above the drawing does not move with it.
    placeMinimap();
}

void NetworkView::placeMinimap()
{
    m_minimap->place();
}

void NetworkView::setMinimapShown(bool isShown)
{
    m_minimap->setWanted(isShown);
}

void NetworkView::updateScrollBars()
{
    const QSizeF size = m_drawing ? m_drawing->size() * m_zoom : QSizeF();
    const auto set = [](QScrollBar *bar, double content, int page) {
        bar->setPageStep(page);
        bar->setSingleStep(24);
        bar->setRange(0, std::max(0, int(std::ceil(content)) - page));
    };
    set(horizontalScrollBar(), size.width(), viewport()->width());
    set(verticalScrollBar(), size.height(), viewport()->height());
}

void NetworkView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    // A window that became too narrow for the ladder shrinks it a little; one that the user zoomed stays as it is.
    if (m_drawing && m_layout == u"ladder" && m_zoom <= 1 && m_zoom >= FitWidthFrom)
        zoomAt(std::clamp(viewport()->width() / m_drawing->size().width(), FitWidthFrom, 1.0), QPointF());
    updateScrollBars();
}

void NetworkView::setZoom(double zoom)
{
    zoomAt(zoom, QPointF(viewport()->width() / 2.0, viewport()->height() / 2.0));
}

/// The point of the drawing that is under `point` stays there.
void NetworkView::zoomAt(double zoom, const QPointF &point)
{
    zoom = std::clamp(zoom, LeastZoom, MostZoom);
    if (std::abs(zoom - m_zoom) < 1e-9)
        return;
    const QPointF fixed = toDrawing(point);
    m_zoom = zoom;
    updateScrollBars();
    const QPointF scroll = fixed * m_zoom - point;
    horizontalScrollBar()->setValue(int(std::lround(scroll.x())));
    verticalScrollBar()->setValue(int(std::lround(scroll.y())));
    placeMinimap();
    emit zoomChanged(m_zoom);
    viewport()->update();
}

void NetworkView::zoomIn()
{
    setZoom(m_zoom * ZoomStep);
}

void NetworkView::zoomWhole()
{
    setZoom(1);
}

void NetworkView::zoomOut()
{
    setZoom(m_zoom / ZoomStep);
}

void NetworkView::fit()
{
    if (!m_drawing || m_drawing->size().isEmpty())
        return;
    setZoom(std::min({1.0, viewport()->width() / m_drawing->size().width(), viewport()->height() / m_drawing->size().height()}));
}

void NetworkView::showRecord(const QString &record)
{
    const QStringList nodes = m_drawing ? m_drawing->nodesOf(record) : QStringList();
    const network::Box *box = nodes.isEmpty() ? nullptr : m_drawing->picture().box(nodes.constFirst());
    if (!box)
        return;
    const QRectF rect(box->rect.topLeft() * m_zoom, box->rect.size() * m_zoom);
    const auto reveal = [](QScrollBar *bar, double from, double to, int page) {
        if (from < bar->value() || to > bar->value() + page)
            bar->setValue(int((from + to) / 2) - page / 2);
    };
    // A pillar is seen as soon as its head is.
    reveal(horizontalScrollBar(), rect.left(), rect.right(), viewport()->width());
    reveal(verticalScrollBar(), rect.top(), std::min(rect.bottom(), rect.top() + 40 * m_zoom), viewport()->height());
}

QString NetworkView::recordAtHand() const
{
    if (!m_drawing)
        return {};
    if (hasFocus() && m_drawing->picture().box(m_keyboardFocus))
        return m_keyboardFocus;
    const QStringList nodes = m_drawing->nodesOf(m_selection.current());
    return nodes.isEmpty() ? (m_drawing->picture().box(m_keyboardFocus) ? m_keyboardFocus : QString()) : nodes.constFirst();
}

void NetworkView::focusOnSelection()
{
    QString record = recordAtHand();
    // What is not shown can be looked at too.
    if (record.isEmpty() && m_document && !network::nodesFor(m_document->model(), m_selection.current()).isEmpty())
        record = m_selection.current();
    if (m_document && m_document->model().contains(record))
        m_lens.focusOn(record);
    else
        emit said(tr("Choose a record to look at from near."));
}

void NetworkView::jumpTo(const QString &record)
{
    if (!m_document)
        return;
    const QStringList nodes = network::nodesFor(m_document->model(), record);
    if (nodes.isEmpty())
        return;
    if (!m_drawing || m_drawing->nodesOf(nodes.constFirst()).isEmpty()) {
        m_lens.focusOn(nodes.constFirst());
        emit said(tr("%1 was not shown: this is what is around it. Esc leads back.").arg(m_document->lookup().shortTitle(nodes.constFirst()).left(60)));
    }
    if (!m_drawing || m_drawing->nodesOf(nodes.constFirst()).isEmpty())
        return;
    const QString node = m_drawing->nodesOf(nodes.constFirst()).constFirst();
    setKeyboardFocus(node);
    flash(node);
}

void NetworkView::flash(const QString &record)
{
    m_flashed = record;
    m_flashes = Flashes;
    m_flashTimer.start();
    viewport()->update();
}

void NetworkView::press(NetworkHit::Kind kind, const QString &id)
{
    if (kind == NetworkHit::Kind::Node)
        setKeyboardFocus(id);
    choose({kind, id});
}

void NetworkView::choose(const NetworkHit &hit)
{
    m_chosenLine.clear();
    switch (hit.kind) {
    case NetworkHit::Kind::Nothing:
        m_selection.clear();
        break;
    case NetworkHit::Kind::Node:
    case NetworkHit::Kind::Tag:
        m_selection.choose(hit.id);
        break;
    case NetworkHit::Kind::More:
        return expand(hit.id, !m_lens.isExpanded(hit.id));
    case NetworkHit::Kind::Line:
        // Attendance is no record of its own: the last round that it is made of is chosen.
        m_chosenLine = hit.id;
        if (const network::SnapshotLine *line = m_drawing->snapshot().line(hit.id); line && !line->records.isEmpty())
            m_selection.choose(line->records.constLast());
        // One click leads from a line to what it rests on: the words in a text, else its sources in the record.
        requestPassage(hit.id);
        break;
    }
    describe();
    viewport()->update();
}

void NetworkView::requestPassage(const QString &id)
{
    const network::SnapshotLine *line = m_drawing ? m_drawing->snapshot().line(id) : nullptr;
    if (!line)
        return;
    if (!line->evidence.isEmpty())
        emit passageRequested(line->evidence.constFirst());
    else if (!line->records.isEmpty())
        emit passageRequested(line->records.constLast());
}

bool NetworkView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_hovered.clear();
        m_hoverTimer.stop();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void NetworkView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void NetworkView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byMouse = event->reason() == Qt::MouseFocusReason || event->reason() == Qt::PopupFocusReason
                         || event->reason() == Qt::ActiveWindowFocusReason;
    if (m_keyboardFocus.isEmpty() && !byMouse && m_drawing && !m_drawing->picture().boxes.empty()) {
        const QString atHand = recordAtHand();
        atHand.isEmpty() ? step(true) : setKeyboardFocus(atHand);
    }
    viewport()->update();
}

void NetworkView::focusOutEvent(QFocusEvent *event)
{
    m_space = false;
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace entente::ui
