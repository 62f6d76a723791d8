#include "ui/network/networkview.h"

#include "core/document/document.h"
#include "core/network/scope.h"
#include "ui/network/networkextras.h"
#include "ui/network/networkpainter.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>
#include <QtConcurrent>

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
constexpr double FocusOffset = 3;

/// QToolTip guesses whether a text is rich; names of a map must never be.
QString plainToolTip(const QString &text)
{
    return u"<p style='white-space:pre-wrap'>"_s + text.left(1'200).toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</p>"_s;
}

} // namespace

struct NetworkView::Job
{
    model::Progress progress;
    std::shared_ptr<NetworkDrawing> drawing;
};

NetworkView::NetworkView(SharedLens &lens, Selection &selection, QWidget *parent)
    : QAbstractScrollArea(parent), m_lens(lens), m_selection(selection)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Network"));
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(HoverDelay);
    connect(&m_hoverTimer, &QTimer::timeout, this, &NetworkView::showBecause);
    connect(&m_lens, &SharedLens::changed, this, &NetworkView::rebuild);
    connect(&m_selection, &Selection::changed, this, [this](const QString &record) {
        const network::SnapshotLine *line = m_drawing ? m_drawing->snapshot().line(m_chosenLine) : nullptr;
        if (!line || (line->id != record && !line->records.contains(record)))
            m_chosenLine.clear();
        if (m_drawing && !m_drawing->nodesOf(record).isEmpty())
            showRecord(record);
        describe();
        viewport()->update();
    });
    describe();
}

NetworkView::~NetworkView()
{
    if (m_job)
        m_job->progress.cancel();
}

void NetworkView::setDocument(entente::Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_keyboardFocus.clear();
    m_chosenLine.clear();
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
    rebuild();
    if (m_layout != u"ladder")
        fit();
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

void NetworkView::rebuild()
{
    if (m_job) {
        m_job->progress.cancel();
        m_job.reset();
    }
    m_moving.reset();
    if (m_drag == Drag::Node)
        m_drag = Drag::None;
    if (!m_document)
        return take(nullptr);
    const auto lookup = m_document->snapshot();
    if (m_layout != u"ladder" && network::shownRecords(*lookup, m_lens.value()).records.size() > MostNodesAtOnce)
        return computeInBackground();
    NetworkOptions options = wanted();
    take(networkDrawing(*lookup, m_lens.value(), options));
}

/// The old drawing stays until the new one is there.
void NetworkView::computeInBackground()
{
    const auto job = std::make_shared<Job>();
    m_job = job;
    NetworkOptions options = wanted();
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcher<void>::finished, this, [this, watcher, job] {
        watcher->deleteLater();
        if (job != m_job)
            return; // a newer one is under way
        m_job.reset();
        if (job->drawing) {
            m_drawing = job->drawing;
            m_drawing->explain(m_explained);
            updateScrollBars();
            fit();
            describe();
            emit countsChanged(counts());
            viewport()->update();
        }
    });
    watcher->setFuture(QtConcurrent::run([job, lookup = m_document->snapshot(), lens = m_lens.value(), options] {
        auto drawing = networkDrawing(*lookup, lens, options, job->progress);
        if (!job->progress.isCancelled())
            job->drawing = std::move(drawing);
    }));
    viewport()->update();
}

void NetworkView::take(std::unique_ptr<NetworkDrawing> drawing)
{
    m_drawing = std::move(drawing);
    if (m_drawing)
        m_drawing->explain(m_explained);
    m_hovered.clear();
    if (m_drawing && !m_drawing->picture().box(m_keyboardFocus))
        m_keyboardFocus.clear();
    updateScrollBars();
    describe();
    emit countsChanged(counts());
    viewport()->update();
}

QString NetworkView::emptySentence() const
{
    if (!m_document)
        return tr("No map is open. Open one, or make a new one.");
    if (!m_drawing)
        return tr("Laying out the network…");
    return m_drawing->emptySentence();
}

Look NetworkView::look() const
{
    Look look;
    look.theme = isMono(m_lens.value())                                                ? Theme::Mono
                 : palette().color(QPalette::Window).lightnessF() < 0.5 ? Theme::Dark
                                                                        : Theme::Light;
    look.zoom = m_zoom;
    if (!m_chosenLine.isEmpty())
        look.selected = {m_chosenLine};
    else if (!m_selection.current().isEmpty())
        look.selected = {m_selection.current()};
    look.hovered = m_drag == Drag::None ? m_hovered : QString();
    look.keyboardFocus = hasFocus() ? m_keyboardFocus : QString();
    return look;
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

void NetworkView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Look look = this->look();
    painter.fillRect(event->rect(), look.tokens().canvas);
    if (const QString sentence = emptySentence(); !sentence.isEmpty()) {
        painter.setPen(look.tokens().ink2);
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), int(Qt::AlignCenter) | int(Qt::TextWordWrap), sentence);
        return;
    }
    const NetworkDrawing &drawing = m_moving ? *m_moving : *m_drawing;
    painter.translate(origin());
    painter.scale(m_zoom, m_zoom);
    const QPointF from = toDrawing(event->rect().topLeft());
    const QPointF to = toDrawing(event->rect().bottomRight() + QPoint(1, 1));
    drawing.paint(painter, QRectF(from, to), look);
    if (!look.keyboardFocus.isEmpty()) {
        if (const network::Box *box = drawing.picture().box(look.keyboardFocus)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            const double offset = FocusOffset + (look.selected.contains(box->id) ? 4 : 0);
            painter.drawRoundedRect(box->rect.adjusted(-offset, -offset, offset, offset), box->radius + offset, box->radius + offset);
        }
    }
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

void NetworkView::focusOnSelection()
{
    const QString record = m_keyboardFocus.isEmpty() ? m_selection.current() : m_keyboardFocus;
    if (m_drawing && !m_drawing->nodesOf(record).isEmpty())
        m_lens.focusOn(m_drawing->nodesOf(record).constFirst());
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

void NetworkView::showBecause()
{
    if (!m_drawing || m_hovered.isEmpty() || !m_document)
        return;
    const network::Snapshot &snapshot = m_drawing->snapshot();
    QString text;
    if (const network::SnapshotLine *line = snapshot.line(m_hovered))
        text = network::because(m_document->lookup(), snapshot, *line);
    else if (const network::SnapshotNode *node = snapshot.node(m_hovered))
        text = network::fullName(*node);
    if (!text.isEmpty())
        QToolTip::showText(m_hoverPoint, plainToolTip(text), viewport());
}

void NetworkView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void NetworkView::focusOutEvent(QFocusEvent *event)
{
    m_space = false;
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

/// For screen readers: what is shown, and what has the focus with its neighbours.
void NetworkView::describe()
{
    QString text = emptySentence();
    if (text.isEmpty()) {
        const DrawingFacts facts = m_drawing->facts();
        text = tr("%1. %2.").arg(facts.view, facts.shown);
        if (const network::SnapshotNode *node = m_drawing->snapshot().node(m_keyboardFocus)) {
            QStringList names;
            for (const QString &id : m_drawing->neighbours({m_keyboardFocus})) {
                if (const network::SnapshotNode *neighbour = m_drawing->snapshot().node(id))
                    names.append(neighbour->abbreviation.isEmpty() ? neighbour->name : neighbour->abbreviation);
            }
            names.sort();
            text += u' ' + tr("%1, %2, %3 neighbours: %4.").arg(node->name, model::singular(node->kind)).arg(names.size()).arg(names.mid(0, 12).join(u", "_s));
        }
    }
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace entente::ui
