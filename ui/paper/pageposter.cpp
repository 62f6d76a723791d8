#include "ui/paper/page.h"

#include "ui/paint/fonts.h"
#include "ui/paper/pagemeasures.h"
#include "ui/paper/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

// Several sheets for one drawing: where they are cut, and the marks by which they are joined again.

namespace entente::ui {

using namespace Qt::StringLiterals;
using namespace page;

QPointF Pages::originOf(const Part &part) const
{
    const QRectF room = drawingRoom();
    const bool isWhole = m_parts.size() == 1;
    const QSizeF size = QSizeF(part.source.width() + (isWhole ? 0 : m_heads.left()), part.source.height() + (isWhole ? 0 : m_heads.top())) * m_scale;
    // In the middle across; down from the top, as a page is read.
    return QPointF(room.left() + (isWhole ? std::max(0.0, room.width() - size.width()) / 2 : 0),
                   room.top() + (isWhole ? std::min(std::max(0.0, room.height() - size.height()) / 2, 10 * mm) : 0))
        + m_shift;
}

/// Shifts a poster's drawing in the room that it does not fill, and makes it up to a third smaller, so that as few boxes as can be lie on no sheet as a whole.
void Pages::keepThingsWhole()
{
    const std::vector<DrawnThing> things = m_drawing.things();
    if (things.empty())
        return;
    const QSizeF tile = m_page - QSizeF(2 * margin, 2 * margin);
    const double largest = m_scale;
    const QRectF room = drawingRoom();
    struct Choice
    {
        int split = std::numeric_limits<int>::max();
        double shift = 0;
    };
    /// How many stretches lie on no tile, for the best of several shifts from `origin` within `low` and `high`; the smallest shift of equals.
    const auto choose = [&](double origin, double low, double high, double scale, double tileLength, int tiles, auto stretchOf) {
        Choice best;
        constexpr int Tries = 25;
        for (int i = 0; i < Tries; ++i) {
            const double shift = low + (high - low) * i / (Tries - 1);
            int split = 0;
            for (const DrawnThing &thing : things) {
                const auto [from, to] = stretchOf(thing.rect);
                bool isWhole = false;
                for (int tileIndex = 0; tileIndex < tiles && !isWhole; ++tileIndex) {
                    const double start = margin + tileIndex * (tileLength - overlap);
                    isWhole = origin + shift + from * scale >= start && origin + shift + to * scale <= start + tileLength;
                }
                split += isWhole ? 0 : 1;
            }
            if (split < best.split || (split == best.split && std::abs(shift) < std::abs(best.shift)))
                best = {split, shift};
        }
        return best;
    };
    int least = std::numeric_limits<int>::max();
    double bestScale = m_scale;
    QPointF bestShift;
    constexpr int Steps = 15; // of two hundredths
    for (int step = 0; step <= Steps; ++step) {
        m_scale = largest * (1 - 0.02 * step);
        m_shift = {};
        const QPointF origin = originOf(m_parts.front());
        const QSizeF size = m_drawingSize * m_scale;
        const Choice across = choose(origin.x(), room.left() - origin.x(), room.right() - size.width() - origin.x(), m_scale, tile.width(), m_setup.columns,
                                     [](const QRectF &rect) { return std::pair(rect.left(), rect.right()); });
        const Choice down = choose(origin.y(), room.top() - origin.y(), room.bottom() - size.height() - origin.y(), m_scale, tile.height(), m_setup.rows,
                                   [](const QRectF &rect) { return std::pair(rect.top(), rect.bottom()); });
        if (across.split + down.split < least) {
            least = across.split + down.split;
            bestScale = m_scale;
            bestShift = {across.shift, down.shift};
        }
        if (least == 0)
            break;
    }
    m_scale = bestScale;
    m_shift = bestShift;
    if (least > 0)
        m_notes.append(least == 1 ? tr("One box lies on two sheets.") : tr("%1 boxes lie on two sheets.").arg(least));
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

    paintKeyMap(painter, m_setup.columns, m_setup.rows, column, row,
                tr("Sheet %1 of %2: row %3, column %4").arg(row * m_setup.columns + column + 1).arg(m_setup.columns * m_setup.rows).arg(row + 1).arg(column + 1));
}

/// Where a drawing that is spread over pages goes on.
void Pages::paintPartMarks(QPainter &painter, int part) const
{
    const int columns = m_partColumns;
    const int rows = int(m_parts.size()) / columns;
    const int column = part % columns;
    const int row = part / columns;
    paintKeyMap(painter, columns, rows, column, row,
                tr("Part %1 of %2: row %3, column %4").arg(part + 1).arg(m_parts.size()).arg(row + 1).arg(column + 1));
    const QRectF room = drawingRoom();
    const QFont font = drawingFont(9, true);
    const QFontMetricsF metrics = paperMetrics(font);
    painter.setFont(font);
    const auto label = [&](const QString &words, const QPointF &centre) {
        const double width = metrics.horizontalAdvance(words) + 8;
        const QRectF box(std::clamp(centre.x() - width / 2, room.left(), std::max(room.left(), room.right() - width)), centre.y() - 7, width, 14);
        painter.fillRect(box, m_look.tokens().canvas);
        painter.setPen(m_look.tokens().ink2);
        painter.drawText(QPointF(box.left() + 4, box.center().y() + 3.3), words);
    };
    const auto page = [&](int other) { return m_setup.pagesBefore + other + 1; };
    // In the gap between frame and drawing, where nothing else stands.
    const double inset = 3.2;
    if (row > 0)
        label(u"↑ %1"_s.arg(tr("page %1").arg(page(part - columns))), {room.center().x(), room.top() - gap + inset});
    if (row + 1 < rows)
        label(u"↓ %1"_s.arg(tr("page %1").arg(page(part + columns))), {room.center().x(), room.bottom() + gap - inset});
    if (column > 0)
        label(u"← %1"_s.arg(tr("page %1").arg(page(part - 1))), {room.left() - gap, room.top() - gap + inset});
    if (column + 1 < columns)
        label(u"%1 →"_s.arg(tr("page %1").arg(page(part + 1))), {room.right(), room.top() - gap + inset});
}

/// A small map of the sheets at the foot on the right, with the words before it.
void Pages::paintKeyMap(QPainter &painter, int columns, int rows, int column, int row, const QString &words) const
{
    const Tokens &tokens = m_look.tokens();
    const QRectF tile(margin, margin, m_page.width() - 2 * margin, m_page.height() - 2 * margin);
    const double height = 5.5 * mm;
    const QSizeF cell(height / rows * m_page.width() / m_page.height(), height / rows);
    const double width = std::min(cell.width() * columns, 30 * mm);
    const QRectF map(tile.right() - width - 14 * mm, m_page.height() - margin * 0.44 - height / 2, width, height);
    for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            const QRectF sheet(map.left() + c * width / columns, map.top() + r * height / rows, width / columns, height / rows);
            if (r == row && c == column)
                painter.fillRect(sheet, tokens.ink);
            painter.setPen(line(tokens.ink2, innerLine));
            painter.drawRect(sheet);
        }
    }
    const QFont font = drawingFont(10);
    painter.setFont(font);
    painter.setPen(tokens.ink2);
    painter.drawText(QPointF(map.left() - 8 - paperMetrics(font).horizontalAdvance(words), map.center().y() + 3.5), words);
}

} // namespace entente::ui
