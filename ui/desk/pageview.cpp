#include "ui/desk/pageview.h"

#include "ui/desk/pagepictures.h"
#include "ui/paint/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 12;
constexpr int widest = 1000; ///< Pixels at 100 %: a page is not blown up beyond reading size.

} // namespace

PageView::PageView(PagePictures &pictures, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_pictures(pictures)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Pages"));
    connect(&pictures, &PagePictures::opened, this, [this] {
        layOut();
        verticalScrollBar()->setValue(0);
        showPlaces(m_places);
    });
    connect(&pictures, &PagePictures::painted, viewport(), qOverload<>(&QWidget::update));
}

double PageView::scaleOf(int page) const
{
    const QSizeF size = m_pictures.sizes()[std::size_t(page) - 1];
    const double wide = std::clamp(viewport()->width() - 2 * gap, 40, widest);
    return wide / std::max(1.0, size.width());
}

void PageView::layOut()
{
    m_tops.assign(m_pictures.sizes().size() + 1, gap);
    for (std::size_t i = 0; i < m_pictures.sizes().size(); ++i)
        m_tops[i + 1] = m_tops[i] + int(m_pictures.sizes()[i].height() * scaleOf(int(i) + 1)) + gap;
    verticalScrollBar()->setRange(0, std::max(0, m_tops.back() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    viewport()->update();
}

QRect PageView::rectOf(int page) const
{
    const QSizeF size = m_pictures.sizes()[std::size_t(page) - 1];
    const double scale = scaleOf(page);
    const int wide = int(size.width() * scale);
    return {(viewport()->width() - wide) / 2, m_tops[std::size_t(page) - 1] - verticalScrollBar()->value(), wide, int(size.height() * scale)};
}

int PageView::currentPage() const
{
    if (m_pictures.sizes().empty())
        return 0;
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), middle);
    return std::clamp(int(after - m_tops.begin()), 1, int(m_pictures.sizes().size()));
}

void PageView::showPlaces(std::vector<model::PagePlace> places)
{
    m_places = std::move(places);
    viewport()->update();
    const int pages = int(m_pictures.sizes().size());
    const auto first = std::ranges::find_if(m_places, [&](const model::PagePlace &place) { return place.page >= 1 && place.page <= pages; });
    if (first == m_places.end() || m_tops.size() < 2)
        return;
    const QRect page = rectOf(first->page);
    const double scale = scaleOf(first->page);
    const int top = page.top() + int(first->box.top() * scale);
    const int bottom = page.top() + int(first->box.bottom() * scale);
    if (top < gap || bottom > viewport()->height() - gap)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + top - viewport()->height() / 4);
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Tokens &tokens = ui::tokens(themeOf(palette()));
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
    const double ratio = devicePixelRatioF();
    std::vector<int> wanted;
    for (int page = 1; page <= int(m_pictures.sizes().size()); ++page) {
        const QRect rect = rectOf(page);
        if (!rect.intersects(viewport()->rect()))
            continue;
        painter.fillRect(rect, Qt::white); // Paper is white in every theme: what is shown is a picture of it.
        const QImage picture = m_pictures.picture(page, int(rect.width() * ratio));
        if (!picture.isNull()) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(rect, picture);
        } else {
            painter.setPen(ui::tokens(Theme::Light).ink2);
            painter.drawText(rect, int(Qt::AlignCenter), m_pictures.whyMissing(page).isEmpty() ? tr("Page %1").arg(page) : m_pictures.whyMissing(page));
        }
        painter.setPen(tokens.hair);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
        painter.save();
        painter.setClipRect(rect);
        painter.setRenderHint(QPainter::Antialiasing);
        const double scale = scaleOf(page);
        for (const model::PagePlace &place : m_places) {
            if (place.page != page)
                continue;
            const QRectF box(rect.left() + place.box.left() * scale - 3, rect.top() + place.box.top() * scale - 3, place.box.width() * scale + 6,
                             place.box.height() * scale + 6);
            painter.setPen(QPen(ui::tokens(Theme::Light).selectionRing, 2));
            QColor fill = ui::tokens(Theme::Light).selectionFill;
            fill.setAlpha(90);
            painter.setBrush(fill);
            painter.drawRoundedRect(box, 3, 3);
        }
        painter.restore();
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::resizeEvent(QResizeEvent *)
{
    const int page = currentPage();
    layOut();
    if (page > 1 && m_tops.size() > std::size_t(page))
        verticalScrollBar()->setValue(m_tops[std::size_t(page) - 1] - gap);
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    for (int page = 1; page <= int(m_pictures.sizes().size()); ++page) {
        const QRect rect = rectOf(page);
        if (rect.contains(event->pos())) {
            emit clickedAt(page, QPointF(event->pos() - rect.topLeft()) / scaleOf(page));
            return;
        }
    }
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    const int page = currentPage();
    if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else if (event->key() == Qt::Key_PageDown && page > 0 && page < int(m_pictures.sizes().size()))
        bar->setValue(m_tops[std::size_t(page)] - gap);
    else if (event->key() == Qt::Key_PageUp && page > 1)
        bar->setValue(m_tops[std::size_t(page) - 2] - gap);
    else
        QAbstractScrollArea::keyPressEvent(event); // The arrows scroll.
}

} // namespace entente::ui
