#include "ui/paper/page.h"

#include "core/base/partialdate.h"
#include "ui/paint/fonts.h"
#include "ui/paper/cutout.h"
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

namespace {

constexpr double mm = 96.0 / 25.4;
constexpr double margin = 10 * mm;
constexpr double strip = 4 * mm;
constexpr double gap = 2 * mm; // between the inner frame and the drawing
constexpr double overlap = 10 * mm;
constexpr double outerLine = 1.6;
constexpr double innerLine = 0.7;
constexpr double sampleHeight = 16;
constexpr double sampleWidth = 46;
constexpr double nameSize = 11.5; // of a record's name at 100 %, in px
constexpr double smallestName = 5.4; // in pt
constexpr double smallestScale = smallestName / (nameSize * 0.75);
constexpr double cutSearch = 0.3; // share of a page in which a cut may be moved up or left
constexpr int gridColumns = 8;
constexpr int gridRows = 6;

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

double lineHeight(double size)
{
    return std::round(size * 1.35 * 4) / 4;
}

/// Texts hang from the top of their line; painters want the baseline.
double baseline(double size)
{
    return size * 1.02;
}

void drawLines(QPainter &painter, const QStringList &lines, QPointF at, double size, double step)
{
    at.ry() += baseline(size);
    for (const QString &line : lines) {
        painter.drawText(at, line);
        at.ry() += step;
    }
}

QPen line(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
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

double Pages::headHeight() const
{
    const auto lines = [&](const QString &text, double size, bool bold) {
        return text.isEmpty() ? 0.0 : double(wrapped(text, drawingFont(size, bold), m_measures.column).size()) * lineHeight(size);
    };
    return m_measures.padding * 1.5 + lines(m_facts.title, m_measures.title, true) + lines(m_facts.subtitle, m_measures.subtitle, false);
}

std::vector<Pages::BlockRow> Pages::blockRows(int part) const
{
    const double width = m_measures.column - m_measures.blockLabel;
    std::vector<BlockRow> rows;
    const auto add = [&](const QString &label, const QString &text, bool strong = false) {
        if (text.isEmpty())
            return;
        rows.push_back({label, wrapped(text, drawingFont(strong ? m_measures.blockName : m_measures.block, strong), width), strong});
    };
    add(tr("Map"), m_setup.fileName, true);
    add(tr("View"), m_facts.view);
    add(tr("As of"), m_facts.asOf);
    add(tr("Filters"), m_facts.filters.isEmpty() ? tr("none") : m_facts.filters);
    add(tr("Shown"), m_facts.shown);
    add(tr("Labels"), m_facts.labels);
    add(tr("Evidence"), m_facts.evidence);
    add(tr("Sheet"), sheetWords(part));
    const QTime time = m_setup.drawn.time();
    QString drawn = base::dateInWords(m_setup.drawn.date());
    if (time.isValid() && time != QTime(0, 0))
        drawn += u", "_s + time.toString(u"HH:mm"_s);
    add(tr("Drawn"), drawn);
    return rows;
}

double Pages::blockHeight() const
{
    const double step = lineHeight(m_measures.block) + 1;
    double height = m_measures.padding;
    for (const BlockRow &row : blockRows(0))
        height += double(row.lines.size()) * step;
    const QStringList marking =
        wrapped(m_setup.marking.toUpper(), drawingFont(m_measures.blockName, true), m_measures.column - m_measures.blockLabel - 12);
    height += m_measures.padding * 2 + double(marking.size()) * lineHeight(m_measures.blockName);
    // The words beside or below the marking.
    return height + lineHeight(m_measures.block) * 2 + 4;
}

double Pages::columnRoom() const
{
    return m_sheet.height() - 2 * (margin + strip) - headHeight() - blockHeight();
}

QString Pages::sheetWords(int part) const
{
    const auto name = [&] {
        if (m_sheets == Sheets::One && !m_setup.isPoster()) {
            const QSizeF paper = m_setup.paper.size(QPageSize::Millimeter) * mm;
            const double area = paper.width() * paper.height();
            if (m_page.width() * m_page.height() > area * 1.02)
                return tr("%1 × %2 mm").arg(qRound(m_page.width() / mm)).arg(qRound(m_page.height() / mm));
        }
        const QString orientation = m_setup.orientation == QPageLayout::Landscape ? tr("landscape") : tr("portrait");
        return tr("%1 %2", "A3 landscape").arg(m_setup.paper.key(), orientation);
    };
    QString words = name();
    if (m_setup.isPoster())
        words = tr("poster of %1 × %2 sheets of %3").arg(m_setup.columns).arg(m_setup.rows).arg(words);
    else if (m_parts.size() > 1)
        words = tr("%1, part %2 of %3").arg(words).arg(part + 1).arg(m_parts.size());
    return tr("%1, grid A–F × 1–8").arg(words);
}

std::vector<Pages::Item> Pages::legendItems(const Measures &measures) const
{
    std::vector<Item> items;
    const double step = lineHeight(measures.words);
    const double wordsWidth = measures.column - measures.sampleWidth - measures.padding;
    const auto addHead = [&](const QString &words) {
        Item item;
        item.kind = Item::Kind::Head;
        item.lines = wrapped(words.toUpper(), drawingFont(measures.head, true), measures.column);
        item.height = double(item.lines.size()) * lineHeight(measures.head) + measures.tightness * (measures.head + 4);
        items.push_back(std::move(item));
    };
    QStringList groups;
    for (const LegendEntry &entry : m_legend) {
        if (!groups.contains(entry.group))
            groups.append(entry.group);
    }
    for (const QString &group : std::as_const(groups)) {
        addHead(group.isEmpty() ? tr("Legend") : group);
        for (std::size_t i = 0; i < m_legend.size(); ++i) {
            const LegendEntry &entry = m_legend[i];
            if (entry.group != group)
                continue;
            Item item;
            item.kind = Item::Kind::Entry;
            item.entry = int(i);
            // What follows a line feed is said more quietly.
            item.lines = wrapped(entry.words.section(u'\n', 0, 0), drawingFont(measures.words), wordsWidth);
            if (entry.words.contains(u'\n'))
                item.quiet = wrapped(entry.words.section(u'\n', 1), drawingFont(measures.words - 1), wordsWidth);
            const double text = double(item.lines.size()) * step + double(item.quiet.size()) * lineHeight(measures.words - 1);
            const double sample = sampleHeight * measures.sampleWidth / sampleWidth;
            item.height = std::max(text, sample) + measures.tightness * 4;
            items.push_back(std::move(item));
        }
    }
    if (!m_facts.notToBeConfused.isEmpty()) {
        addHead(tr("Not to be confused"));
        for (const QString &sentence : m_facts.notToBeConfused) {
            Item item;
            item.kind = Item::Kind::Sentence;
            item.lines = wrapped(sentence, drawingFont(measures.words), measures.column);
            item.height = double(item.lines.size()) * step + measures.tightness * 4;
            items.push_back(std::move(item));
        }
    }
    return items;
}

/// Sets the legend smaller before it lets any of it go to a page of its own.
void Pages::fitLegend()
{
    const double room = columnRoom();
    const Measures first = m_measures;
    const auto heightOf = [](const std::vector<Item> &items) {
        double height = 0;
        for (const Item &item : items)
            height += item.height;
        return height;
    };
    struct Try
    {
        double words, tightness;
    };
    for (const Try attempt : {Try{0, 1}, Try{0, 0.5}, Try{1, 0.5}, Try{1, 0.1}}) {
        m_measures = first;
        m_measures.words -= attempt.words;
        m_measures.tightness = attempt.tightness;
        if (m_measures.words < 8)
            continue;
        m_items = legendItems(m_measures);
        if (heightOf(m_items) <= room)
            return;
    }
    m_measures = first;
    std::vector<Item> all = legendItems(m_measures);
    m_items.clear();
    // Room for the line that says where the rest is.
    double left = room - lineHeight(m_measures.words) - 4;
    std::size_t next = 0;
    while (next < all.size()) {
        double needed = all[next].height;
        // A heading stays with its first entry.
        if (all[next].kind == Item::Kind::Head && next + 1 < all.size())
            needed += all[next + 1].height;
        if (needed > left)
            break;
        left -= all[next].height;
        m_items.push_back(all[next++]);
    }
    const double inner = margin + strip + gap;
    const double pageHeight = m_page.height() - 2 * inner - lineHeight(m_measures.title) - m_measures.padding;
    const double columnStep = m_measures.column + 4 * m_measures.padding;
    const int columns = std::max(1, int((m_page.width() - 2 * inner + 4 * m_measures.padding) / columnStep));
    while (next < all.size()) {
        std::vector<std::vector<Item>> page;
        for (int column = 0; column < columns && next < all.size(); ++column) {
            std::vector<Item> items;
            double rest = pageHeight;
            while (next < all.size()) {
                const bool isHead = all[next].kind == Item::Kind::Head && next + 1 < all.size();
                const double needed = all[next].height + (isHead ? all[next + 1].height : 0);
                if (needed > rest && !items.empty())
                    break;
                rest -= all[next].height;
                items.push_back(all[next++]);
            }
            page.push_back(std::move(items));
        }
        m_further.push_back(std::move(page));
    }
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
    return drawn + int(m_further.size());
}

void Pages::paint(QPainter &painter, int index) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.fillRect(QRectF(QPointF(), m_page), m_look.tokens().canvas);
    const bool isTiled = m_setup.isPoster() && m_sheets == Sheets::AsPaper;
    const int drawn = count() - int(m_further.size());
    paintMargins(painter, index);
    if (index >= drawn) {
        paintLegendPage(painter, std::size_t(index - drawn));
    } else if (isTiled) {
        const int column = index % m_setup.columns;
        const int row = index / m_setup.columns;
        const QSizeF tile = m_page - QSizeF(2 * margin, 2 * margin);
        {
            CutOut cutOut(painter, QRectF(QPointF(margin, margin), tile).adjusted(-1, -1, 1, 1));
            QPainter inner(&cutOut);
            inner.setRenderHints(painter.renderHints());
            inner.translate(-column * (tile.width() - overlap), -row * (tile.height() - overlap));
            paintFrame(inner);
            paintColumn(inner, 0);
            paintDrawing(inner, m_parts.front());
        }
        paintPosterMarks(painter, column, row);
    } else {
        paintFrame(painter);
        paintColumn(painter, index);
        paintDrawing(painter, m_parts[std::size_t(index)]);
    }
    painter.restore();
}

void Pages::paintMarking(QPainter &painter, const QPointF &centre, double width) const
{
    const Tokens &tokens = m_look.tokens();
    const QString words = m_setup.marking.toUpper();
    const bool isPublic = isPublicMarking(m_setup.marking);
    double size = isPublic ? 11 : 14;
    QFont font = drawingFont(size, !isPublic);
    // A long marking is set smaller and, if it must be, in several lines; it is never cut.
    while (size > 7 && paperMetrics(font).horizontalAdvance(words) > width)
        font = drawingFont(--size, !isPublic);
    const QStringList lines = wrapped(words, font, width);
    const double step = lineHeight(size);
    const double top = centre.y() - double(lines.size()) * step / 2;
    painter.setFont(font);
    painter.setPen(isPublic ? tokens.ink2 : tokens.ink);
    double widest = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const double advance = paperMetrics(font).horizontalAdvance(lines[i]);
        widest = std::max(widest, advance);
        painter.drawText(QPointF(centre.x() - advance / 2, top + double(i) * step + baseline(size)), lines[i]);
    }
    if (isPublic) {
        painter.setPen(line(tokens.ink2, 0.8));
        const double height = double(lines.size()) * step;
        painter.drawRoundedRect(QRectF(centre.x() - widest / 2 - 7, top - 1, widest + 14, height + 2), 3, 3);
    }
}

void Pages::paintMargins(QPainter &painter, int index) const
{
    const Tokens &tokens = m_look.tokens();
    const double middle = m_page.width() / 2;
    paintMarking(painter, {middle, margin * 0.56}, m_page.width() * 0.4);
    paintMarking(painter, {middle, m_page.height() - margin * 0.44}, m_page.width() * 0.4);
    const QFont font = drawingFont(10);
    painter.setFont(font);
    painter.setPen(tokens.ink2);
    const double side = m_page.width() * 0.28 - margin;
    const QFontMetricsF metrics = paperMetrics(font);
    const QString file = m_setup.fileName.isEmpty() ? u"Entente"_s : tr("Entente · %1").arg(m_setup.fileName);
    painter.drawText(QPointF(margin, margin * 0.56 + 4), metrics.elidedText(file, Qt::ElideMiddle, side));
    const QString page = tr("Page %1 of %2").arg(index + 1).arg(count());
    painter.drawText(QPointF(m_page.width() - margin - metrics.horizontalAdvance(page), margin * 0.56 + 4), page);
}

void Pages::paintFrame(QPainter &painter) const
{
    const Tokens &tokens = m_look.tokens();
    const QRectF outer(margin, margin, m_sheet.width() - 2 * margin, m_sheet.height() - 2 * margin);
    const QRectF inner = outer.adjusted(strip, strip, -strip, -strip);
    painter.setPen(line(tokens.ink, outerLine));
    painter.drawRect(outer);
    painter.setPen(line(tokens.ink, innerLine));
    painter.drawRect(inner);

    const QFont font = drawingFont(9);
    const QFontMetricsF metrics = paperMetrics(font);
    painter.setFont(font);
    const auto words = [&](const QPointF &centre, const QString &text) {
        painter.setPen(tokens.ink2);
        painter.drawText(QPointF(centre.x() - metrics.horizontalAdvance(text) / 2, centre.y() + 3.3), text);
    };
    for (int i = 0; i < gridColumns; ++i) {
        const double width = outer.width() / gridColumns;
        const double x = outer.left() + i * width;
        for (const double y : {outer.top(), inner.bottom()}) {
            words({x + width / 2, y + strip / 2}, QString::number(i + 1));
            if (i > 0) {
                painter.setPen(line(tokens.ink, innerLine));
                painter.drawLine(QPointF(x, y), QPointF(x, y + strip));
            }
        }
    }
    for (int i = 0; i < gridRows; ++i) {
        const double height = outer.height() / gridRows;
        const double y = outer.top() + i * height;
        for (const double x : {outer.left(), inner.right()}) {
            words({x + strip / 2, y + height / 2}, QString(QChar(u'A' + char16_t(i))));
            if (i > 0) {
                painter.setPen(line(tokens.ink, innerLine));
                painter.drawLine(QPointF(x, y), QPointF(x + strip, y));
            }
        }
    }
    const double column = inner.right() - m_measures.column - 2 * m_measures.padding;
    painter.setPen(line(tokens.ink, innerLine));
    painter.drawLine(QPointF(column, inner.top()), QPointF(column, inner.bottom()));
}

double Pages::paintItem(QPainter &painter, const Item &item, const QPointF &at) const
{
    const Tokens &tokens = m_look.tokens();
    const double step = lineHeight(m_measures.words);
    switch (item.kind) {
    case Item::Kind::Head: {
        const double above = m_measures.tightness * m_measures.head;
        painter.setFont(drawingFont(m_measures.head, true));
        painter.setPen(tokens.ink);
        drawLines(painter, item.lines, at + QPointF(0, above), m_measures.head, lineHeight(m_measures.head));
        const double y = at.y() + item.height - m_measures.tightness * 2 - 1;
        painter.setPen(line(tokens.hair, 1));
        painter.drawLine(QPointF(at.x(), y), QPointF(at.x() + m_measures.column, y));
        break;
    }
    case Item::Kind::Entry: {
        const LegendEntry &entry = m_legend[std::size_t(item.entry)];
        const double shrink = m_measures.sampleWidth / sampleWidth;
        const double first = std::max(0.0, sampleHeight * shrink - step) / 2; // one line of words stands level with its sample
        if (entry.sample) {
            painter.save();
            painter.translate(at + QPointF(0, std::max(0.0, step - sampleHeight * shrink) / 2));
            painter.scale(shrink, shrink);
            entry.sample(painter, QRectF(0, 0, sampleWidth, sampleHeight), m_look);
            painter.restore();
        }
        const QPointF words = at + QPointF(m_measures.sampleWidth + m_measures.padding, first);
        painter.setFont(drawingFont(m_measures.words));
        painter.setPen(tokens.ink);
        drawLines(painter, item.lines, words, m_measures.words, step);
        if (!item.quiet.isEmpty()) {
            painter.setFont(drawingFont(m_measures.words - 1));
            painter.setPen(tokens.ink2);
            drawLines(painter, item.quiet, words + QPointF(0, double(item.lines.size()) * step), m_measures.words - 1,
                      lineHeight(m_measures.words - 1));
        }
        break;
    }
    case Item::Kind::Sentence:
        painter.setFont(drawingFont(m_measures.words));
        painter.setPen(tokens.ink);
        drawLines(painter, item.lines, at, m_measures.words, step);
        break;
    }
    return item.height;
}

void Pages::paintColumn(QPainter &painter, int part) const
{
    const Tokens &tokens = m_look.tokens();
    const double left = m_sheet.width() - margin - strip - m_measures.padding - m_measures.column;
    double y = margin + strip + m_measures.padding;
    const auto text = [&](const QString &words, double size, bool bold, const QColor &color) {
        if (words.isEmpty())
            return;
        const QFont font = drawingFont(size, bold);
        const QStringList lines = wrapped(words, font, m_measures.column);
        painter.setFont(font);
        painter.setPen(color);
        drawLines(painter, lines, {left, y}, size, lineHeight(size));
        y += double(lines.size()) * lineHeight(size);
    };
    text(m_facts.title, m_measures.title, true, tokens.ink);
    text(m_facts.subtitle, m_measures.subtitle, false, tokens.ink2);
    y = margin + strip + headHeight();
    for (const Item &item : m_items)
        y += paintItem(painter, item, {left, y});
    if (!m_further.empty()) {
        painter.setFont(drawingFont(m_measures.words, true));
        painter.setPen(tokens.ink2);
        drawLines(painter, {tr("Continues on page %1").arg(count() - int(m_further.size()) + 1)}, {left, y + 2}, m_measures.words,
                  lineHeight(m_measures.words));
    }
    paintBlock(painter, part);
}

void Pages::paintBlock(QPainter &painter, int part) const
{
    const Tokens &tokens = m_look.tokens();
    const double left = m_sheet.width() - margin - strip - m_measures.padding - m_measures.column;
    const double right = m_sheet.width() - margin - strip;
    const double bottom = m_sheet.height() - margin - strip;
    const double step = lineHeight(m_measures.block) + 1;
    double y = bottom - blockHeight();
    painter.setPen(line(tokens.ink, outerLine));
    painter.drawLine(QPointF(left - m_measures.padding, y), QPointF(right, y));
    y += m_measures.padding * 0.75;
    for (const BlockRow &row : blockRows(part)) {
        painter.setFont(drawingFont(m_measures.block - 1));
        painter.setPen(tokens.ink2);
        drawLines(painter, {row.label}, {left, y}, m_measures.block, step);
        painter.setFont(drawingFont(row.strong ? m_measures.blockName : m_measures.block, row.strong));
        painter.setPen(tokens.ink);
        drawLines(painter, row.lines, {left + m_measures.blockLabel, y}, m_measures.block, step);
        y += double(row.lines.size()) * step;
    }
    y += m_measures.padding * 0.5;
    painter.setPen(line(tokens.ink, innerLine));
    painter.drawLine(QPointF(left - m_measures.padding, y), QPointF(right, y));
    y += m_measures.padding * 0.75;

    const QFont font = drawingFont(m_measures.blockName, true);
    const bool isPublic = isPublicMarking(m_setup.marking);
    const double width = m_measures.column - m_measures.blockLabel;
    const QStringList lines = wrapped(m_setup.marking.toUpper(), font, width - 12);
    const double size = m_measures.blockName;
    double widest = 0;
    for (const QString &words : lines)
        widest = std::max(widest, paperMetrics(font).horizontalAdvance(words));
    const QRectF box(left + m_measures.blockLabel, y, widest + 12, double(lines.size()) * lineHeight(size) + 2);
    painter.setFont(drawingFont(m_measures.block - 1));
    painter.setPen(tokens.ink2);
    drawLines(painter, {tr("Marking")}, {left, y + 2}, m_measures.block, step);
    painter.setFont(font);
    if (isPublic) {
        painter.setPen(line(tokens.ink2, 1));
        painter.drawRect(box);
        painter.setPen(tokens.ink2);
    } else {
        painter.fillRect(box, tokens.ink);
        painter.setPen(tokens.canvas);
    }
    drawLines(painter, lines, box.topLeft() + QPointF(6, 1), size, lineHeight(size));

    // Beside the word where there is room, else below it.
    const QString why = tr("highest of the sources shown");
    const QFont quiet = drawingFont(m_measures.block - 1);
    const double rest = left + m_measures.column - box.right() - 8;
    painter.setFont(quiet);
    painter.setPen(tokens.ink2);
    if (paperMetrics(quiet).horizontalAdvance(why) <= rest)
        drawLines(painter, {why}, {box.right() + 8, y + 2}, m_measures.block, step);
    else
        drawLines(painter, wrapped(why, quiet, width), {box.left(), box.bottom() + 2}, m_measures.block - 1, lineHeight(m_measures.block - 1));
}

void Pages::paintDrawing(QPainter &painter, const Part &part) const
{
    if (!m_facts.empty.isEmpty())
        return paintEmpty(painter);
    const QRectF room = drawingRoom();
    const bool isWhole = m_parts.size() == 1;
    const double headLeft = isWhole ? 0 : m_heads.left();
    const double headTop = isWhole ? 0 : m_heads.top();
    const auto piece = [&](const QRectF &source, const QPointF &target) {
        if (source.isEmpty())
            return;
        painter.save();
        QRectF clip(target, source.size() * m_scale);
        // A frame on the edge of the drawing keeps its whole line; at a cut nothing of the neighbour shows.
        const double air = gap;
        clip.adjust(source.left() <= 0 ? -air : 0, source.top() <= 0 ? -air : 0,
                    source.right() >= m_drawingSize.width() - 0.5 ? air : 0, source.bottom() >= m_drawingSize.height() - 0.5 ? air : 0);
        // What only touches a cut belongs to the neighbour.
        constexpr double touch = 3;
        const QRectF area = source.adjusted(source.left() > 0 ? touch : 0, source.top() > 0 ? touch : 0,
                                            source.right() < m_drawingSize.width() - 0.5 ? -touch : 0,
                                            source.bottom() < m_drawingSize.height() - 0.5 ? -touch : 0);
        const auto paintOn = [&](QPainter &piecePainter) {
            piecePainter.translate(target);
            piecePainter.scale(m_scale, m_scale);
            piecePainter.translate(-source.topLeft());
            m_drawing.paint(piecePainter, area, m_look);
        };
        if (isWhole) {
            painter.setClipRect(clip, Qt::IntersectClip);
            paintOn(painter);
        } else {
            CutOut cutOut(painter, clip);
            QPainter inner(&cutOut);
            inner.setRenderHints(painter.renderHints());
            paintOn(inner);
        }
        painter.restore();
    };
    const QSizeF size = QSizeF(part.source.width() + headLeft, part.source.height() + headTop) * m_scale;
    // In the middle across; down from the top, as a page is read.
    const QPointF origin(room.left() + (isWhole ? std::max(0.0, room.width() - size.width()) / 2 : 0),
                         room.top() + (isWhole ? std::min(std::max(0.0, room.height() - size.height()) / 2, 10 * mm) : 0));
    const QPointF body = origin + QPointF(headLeft, headTop) * m_scale;
    piece(part.source, body);
    if (headTop > 0)
        piece(QRectF(part.source.left(), 0, part.source.width(), headTop), {body.x(), origin.y()});
    if (headLeft > 0)
        piece(QRectF(0, part.source.top(), headLeft, part.source.height()), {origin.x(), body.y()});
    if (headTop > 0 && headLeft > 0)
        piece(QRectF(0, 0, headLeft, headTop), origin);
}

/// What a drawing without anything in it says instead.
void Pages::paintEmpty(QPainter &painter) const
{
    const QRectF room = drawingRoom();
    const QFont font = drawingFont(m_measures.title);
    const double step = lineHeight(m_measures.title);
    const QStringList lines = wrapped(m_facts.empty, font, room.width() * 0.7);
    painter.setFont(font);
    painter.setPen(m_look.tokens().ink2);
    double y = room.center().y() - double(lines.size()) * step / 2;
    for (const QString &words : lines) {
        drawLines(painter, {words}, {room.center().x() - paperMetrics(font).horizontalAdvance(words) / 2, y}, m_measures.title, step);
        y += step;
    }
}

void Pages::paintLegendPage(QPainter &painter, std::size_t index) const
{
    const Tokens &tokens = m_look.tokens();
    const QRectF outer(margin, margin, m_page.width() - 2 * margin, m_page.height() - 2 * margin);
    painter.setPen(line(tokens.ink, outerLine));
    painter.drawRect(outer);
    painter.setPen(line(tokens.ink, innerLine));
    painter.drawRect(outer.adjusted(strip, strip, -strip, -strip));
    const double inner = margin + strip + gap;
    const QFont font = drawingFont(m_measures.title, true);
    painter.setFont(font);
    painter.setPen(tokens.ink);
    const QString title = tr("%1: legend, continued").arg(m_facts.title);
    const QString fitted = paperMetrics(font).elidedText(title, Qt::ElideRight, m_page.width() - 2 * inner);
    drawLines(painter, {fitted}, {inner, inner}, m_measures.title, lineHeight(m_measures.title));
    double x = inner;
    for (const std::vector<Item> &column : m_further[index]) {
        double y = inner + lineHeight(m_measures.title) + m_measures.padding;
        for (const Item &item : column)
            y += paintItem(painter, item, {x, y});
        x += m_measures.column + 4 * m_measures.padding;
    }
}

/// Where the neighbours begin, and which of the sheets this is.
void Pages::paintPosterMarks(QPainter &painter, int column, int row) const
{
    const Tokens &tokens = m_look.tokens();
    const QRectF tile(margin, margin, m_page.width() - 2 * margin, m_page.height() - 2 * margin);
    painter.setPen(line(tokens.ink2, innerLine));
    const double length = 2 * mm;
    const double away = 0.5 * mm;
    std::vector<double> xs, ys;
    if (column > 0)
        xs.push_back(tile.left() + overlap);
    if (column + 1 < m_setup.columns)
        xs.push_back(tile.right() - overlap);
    if (row > 0)
        ys.push_back(tile.top() + overlap);
    if (row + 1 < m_setup.rows)
        ys.push_back(tile.bottom() - overlap);
    for (const double x : xs) {
        painter.drawLine(QPointF(x, tile.top() - away), QPointF(x, tile.top() - away - length));
        painter.drawLine(QPointF(x, tile.bottom() + away), QPointF(x, tile.bottom() + away + length));
    }
    for (const double y : ys) {
        painter.drawLine(QPointF(tile.left() - away, y), QPointF(tile.left() - away - length, y));
        painter.drawLine(QPointF(tile.right() + away, y), QPointF(tile.right() + away + length, y));
    }

    // The key map stands at the foot on the right, with the sheet's number before it.
    const double height = 5.5 * mm;
    const QSizeF cell(height / m_setup.rows * m_page.width() / m_page.height(), height / m_setup.rows);
    const double width = std::min(cell.width() * m_setup.columns, 30 * mm);
    const QRectF map(tile.right() - width - 14 * mm, m_page.height() - margin * 0.44 - height / 2, width, height);
    for (int r = 0; r < m_setup.rows; ++r) {
        for (int c = 0; c < m_setup.columns; ++c) {
            const QRectF sheet(map.left() + c * width / m_setup.columns, map.top() + r * height / m_setup.rows, width / m_setup.columns,
                               height / m_setup.rows);
            if (r == row && c == column)
                painter.fillRect(sheet, tokens.ink);
            painter.setPen(line(tokens.ink2, innerLine));
            painter.drawRect(sheet);
        }
    }
    const QFont font = drawingFont(10);
    painter.setFont(font);
    painter.setPen(tokens.ink2);
    const QString words = tr("Sheet %1 of %2: row %3, column %4")
                              .arg(row * m_setup.columns + column + 1)
                              .arg(m_setup.columns * m_setup.rows)
                              .arg(row + 1)
                              .arg(column + 1);
    painter.drawText(QPointF(map.left() - 8 - paperMetrics(font).horizontalAdvance(words), map.center().y() + 3.5), words);
}

} // namespace entente::ui
