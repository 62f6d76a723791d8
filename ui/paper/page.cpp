#include "ui/paper/page.h"

#include "core/base/partialdate.h"
#include "ui/paint/fonts.h"
#include "ui/paper/cutout.h"
#include "ui/paper/pagemeasures.h"
#include "ui/paper/text.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

// A sheet, from the outside in: a margin of 10 mm with the marking, the file and the page number; a double frame with the map grid between
// its lines; at the right a column with title, legend and, at its foot, the title block; at the left the drawing.
//
// A drawing that would become too small is spread over several pages instead. It is then cut where a line across it meets the least ink,
// which is between rows and columns, and the drawing's heads stand on each page again. A poster is one large sheet cut into pages that
// overlap. What of the legend does not fit into the column stands on pages of its own at the end.

namespace entente::ui {

using namespace Qt::StringLiterals;
using namespace page;

namespace {

/// How often the ink changes along a line of an image: blank lines and plain rules score 0.
int changes(const QImage &image, int line, Qt::Orientation across)
{
    int count = 0;
    const int length = across == Qt::Horizontal ? image.width() : image.height();
    int before = -1;
    for (int i = 0; i < length; ++i) {
        const int grey = across == Qt::Horizontal ? image.constScanLine(line)[i] : image.constScanLine(i)[line];
        if (before >= 0 && std::abs(grey - before) > 16)
            ++count;
        before = grey;
    }
    return count;
}

/// To ask a page for its room.
class NoDrawing : public Drawing
{
public:
    QSizeF size() const override { return {}; }
    void paint(QPainter &, const QRectF &, const Look &) const override {}
    std::vector<LegendEntry> legend() const override { return {}; }
    DrawingFacts facts() const override { return {}; }
};

} // namespace

bool isPublicMarking(const QString &marking)
{
    return marking.trimmed().isEmpty() || marking.trimmed().compare(u"public"_s, Qt::CaseInsensitive) == 0;
}

Pages::Pages(const Drawing &drawing, const PageSetup &setup, Sheets sheets)
    : m_drawing(drawing)
    , m_setup(setup)
    , m_sheets(sheets)
    , m_facts(drawing.facts())
    , m_legend(drawing.legend())
    , m_drawingSize(drawing.size())
    , m_heads(drawing.heads())
{
    loadFonts();
    m_setup.columns = std::max(1, m_setup.columns);
    m_setup.rows = std::max(1, m_setup.rows);
    m_setup.marking = m_setup.marking.simplified();
    if (m_setup.marking.isEmpty())
        m_setup.marking = tr("public");
    // An empty map is a page too.
    m_drawingSize = m_drawingSize.expandedTo(QSizeF(1, 1));
    m_look.theme = m_setup.mono ? Theme::Mono : Theme::Light;
    m_look.paper = true;

    const QSizeF paper = m_setup.paper.size(QPageSize::Millimeter) * mm;
    const bool isWide = m_setup.orientation == QPageLayout::Landscape;
    m_page = QSizeF(isWide ? std::max(paper.width(), paper.height()) : std::min(paper.width(), paper.height()),
                    isWide ? std::min(paper.width(), paper.height()) : std::max(paper.width(), paper.height()));
    m_sheet = m_page;
    if (m_setup.isPoster()) {
        // Each page carries a tile inside its margins; neighbours share the overlap. The sheet's own margin is that of its outermost pages.
        const QSizeF tile = m_page - QSizeF(2 * margin, 2 * margin);
        m_sheet = QSizeF(m_setup.columns * tile.width() - (m_setup.columns - 1) * overlap + 2 * margin,
                         m_setup.rows * tile.height() - (m_setup.rows - 1) * overlap + 2 * margin);
    }
    setMeasures();
    if (sheets == Sheets::One)
        growSheet();
    fitLegend();
    fitDrawing();
    if (m_setup.index && sheets == Sheets::AsPaper && m_facts.empty.isEmpty())
        fillIndex();
}

QString Pages::title() const
{
    return m_facts.view.isEmpty() ? m_facts.title : tr("%1 – %2", "map – view").arg(m_facts.title, m_facts.view);
}

QString Pages::description() const
{
    return tr("Marking: %1. As of %2. %3.").arg(m_setup.marking, m_facts.asOf, m_facts.shown);
}

QSizeF Pages::roomOn(const PageSetup &setup)
{
    const NoDrawing nothing;
    return Pages(nothing, setup).drawingRoom().size();
}

void Pages::setMeasures()
{
    if (std::max(m_sheet.width(), m_sheet.height()) < 400 * mm)
        m_measures = {42 * mm, 6, 15, 9, 8, 9, 8, 9, 40, 32, 1};
    else
        m_measures = {75 * mm, 8, 19, 11, 10, 11, 10, 11, 62, sampleWidth, 1};
}

/// The sizes of what surrounds the drawing stay; the sheet becomes as large as a readable drawing and its whole legend need.
void Pages::growSheet()
{
    m_page = m_sheet;
    const QSizeF room = drawingRoom().size();
    const double scale = std::min(room.width() / m_drawingSize.width(), room.height() / m_drawingSize.height());
    if (scale < smallestScale && !m_setup.isPoster()) {
        m_page.rwidth() += std::max(0.0, m_drawingSize.width() - room.width());
        m_page.rheight() += std::max(0.0, m_drawingSize.height() - room.height());
        m_sheet = m_page;
        setMeasures();
        m_page.rwidth() += std::max(0.0, m_drawingSize.width() - drawingRoom().width());
        m_sheet = m_page;
    }
    double needed = 0;
    for (const Item &item : legendItems(m_measures))
        needed += item.height;
    m_page.rheight() += std::max(0.0, needed - columnRoom());
    m_sheet = m_page;
}

QRectF Pages::drawingRoom() const
{
    const double inner = margin + strip + gap;
    return QRectF(inner, inner, m_sheet.width() - 2 * inner - m_measures.column - 2 * m_measures.padding, m_sheet.height() - 2 * inner);
}

double Pages::namePoints() const
{
    return nameSize * 0.75 * m_scale;
}

void Pages::fitDrawing()
{
    const QSizeF room = drawingRoom().size();
    const double fitting = std::min(room.width() / m_drawingSize.width(), room.height() / m_drawingSize.height());
    // Small drawings are not blown up: names of at most 13 pt on A4, more on larger sheets, as they are read from further away.
    const double largest = 1.5 * std::max(1.0, std::min(m_sheet.width(), m_sheet.height()) / (210 * mm));
    if (fitting >= smallestScale || m_setup.isPoster() || m_sheets == Sheets::One) {
        m_scale = std::min(fitting, largest);
        m_parts = {{QRectF(QPointF(), m_drawingSize), 0, 0}};
        if (m_setup.isPoster() && m_sheets == Sheets::AsPaper)
            keepThingsWhole();
    } else {
        spread(room);
        m_notes.append(tr("The drawing is spread over %1 pages, so that its names stay readable; one larger sheet or a poster shows it whole.")
                           .arg(m_parts.size()));
    }
    if (namePoints() < smallestName - 0.05)
        m_notes.append(tr("Names are only %1 pt high on this paper; choose a larger one or more sheets.").arg(namePoints(), 0, 'f', 1));
    if (!m_further.empty())
        m_notes.append(tr("The legend continues on page %1.").arg(count() - int(m_further.size()) + 1));
}

void Pages::spread(const QSizeF &room)
{
    const double byWidth = room.width() / m_drawingSize.width();
    const double byHeight = room.height() / m_drawingSize.height();
    if (std::max(byWidth, byHeight) >= smallestScale)
        m_scale = std::min(1.0, std::max(byWidth, byHeight));
    else
        m_scale = 0.8;
    // Heads that would leave no room for what they head are not repeated, nor those that stand on every page anyway.
    const QSizeF visible = room / m_scale;
    if (m_heads.left() > visible.width() / 2 || m_drawingSize.width() <= visible.width() + 0.5)
        m_heads.setLeft(0);
    if (m_heads.top() > visible.height() / 2 || m_drawingSize.height() <= visible.height() + 0.5)
        m_heads.setTop(0);
    const std::vector<double> across = cuts(m_drawingSize.width() - m_heads.left(), visible.width() - m_heads.left(), Qt::Vertical);
    const std::vector<double> down = cuts(m_drawingSize.height() - m_heads.top(), visible.height() - m_heads.top(), Qt::Horizontal);
    m_partColumns = int(across.size()) - 1;
    m_parts.clear();
    for (std::size_t row = 0; row + 1 < down.size(); ++row) {
        for (std::size_t column = 0; column + 1 < across.size(); ++column) {
            const QRectF source(QPointF(m_heads.left() + across[column], m_heads.top() + down[row]),
                                QPointF(m_heads.left() + across[column + 1], m_heads.top() + down[row + 1]));
            m_parts.push_back({source, int(column), int(row)});
        }
    }
}

/// Where a stretch behind the heads is cut, with its ends.
std::vector<double> Pages::cuts(double length, double room, Qt::Orientation across) const
{
    const double heads = across == Qt::Horizontal ? m_heads.top() : m_heads.left();
    const auto cutAt = [&](double most) {
        std::vector<double> result = {0};
        while (length - result.back() > most + 0.5) {
            const double latest = result.back() + most;
            const double edge = across == Qt::Horizontal ? lastBreak(heads + result.back(), heads + latest) : 0;
            result.push_back((edge > 0 ? edge : quietCut(heads + latest - most * cutSearch, heads + latest, across)) - heads);
        }
        result.push_back(length);
        return result;
    };
    const std::vector<double> full = cutAt(room);
    if (full.size() < 3)
        return full;
    // As many parts, but of even length, if cuts can be found for that.
    const std::vector<double> even = cutAt(std::min(room, length / double(full.size() - 1) * 1.06));
    return even.size() == full.size() ? even : full;
}

/// The last edge of a row after `from`; 0: there is none.
double Pages::lastBreak(double from, double to) const
{
    double last = 0;
    for (const double edge : m_drawing.breaks()) {
        if (edge > from + 1 && edge <= to + 0.5)
            last = std::max(last, edge);
    }
    return last;
}

/// The last of the lines with the least ink on it.
double Pages::quietCut(double from, double to, Qt::Orientation across) const
{
    const bool isRow = across == Qt::Horizontal;
    from = std::floor(from);
    to = std::floor(to);
    const double length = isRow ? m_drawingSize.width() : m_drawingSize.height();
    // Half a px is enough to tell ink from none.
    const double scale = std::min(1.0, 6000 / length);
    const QSize size = isRow ? QSize(int(length * scale), int(to - from)) : QSize(int(to - from), int(length * scale));
    QImage image(size.expandedTo(QSize(1, 1)), QImage::Format_RGB32);
    image.setDotsPerMeterX(3780);
    image.setDotsPerMeterY(3780);
    image.fill(m_look.tokens().canvas);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = isRow ? QRectF(0, from, length, to - from) : QRectF(from, 0, to - from, length);
    painter.scale(isRow ? scale : 1, isRow ? 1 : scale);
    painter.translate(-area.topLeft());
    m_drawing.paint(painter, area, m_look);
    painter.end();
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    const int lines = isRow ? grey.height() : grey.width();
    int best = lines - 1;
    int least = std::numeric_limits<int>::max();
    for (int i = lines - 1; i >= 0; --i) {
        const int count = changes(grey, i, across);
        if (count < least) {
            least = count;
            best = i;
        }
    }
    // In the middle of a run of equally quiet lines there is air on both sides.
    int first = best;
    while (first > 0 && changes(grey, first - 1, across) == least)
        --first;
    const bool reachesEnd = best == lines - 1;
    return from + (reachesEnd ? best : (first + best) / 2) + 0.5;
}

int Pages::count() const
{
    const int drawn = m_setup.isPoster() && m_sheets == Sheets::AsPaper ? m_setup.columns * m_setup.rows : int(m_parts.size());
    return drawn + int(m_further.size() + m_index.size());
}

} // namespace entente::ui
