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

// What a sheet looks like: frame, margins, column, drawing, poster marks.

namespace entente::ui {

using namespace Qt::StringLiterals;
using namespace page;

void Pages::paint(QPainter &painter, int index) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.fillRect(QRectF(QPointF(), m_page), m_look.tokens().canvas);
    const bool isTiled = m_setup.isPoster() && m_sheets == Sheets::AsPaper;
    const int drawn = count() - int(m_further.size() + m_index.size());
    paintMargins(painter, index);
    if (index >= drawn + int(m_further.size())) {
        paintIndexPage(painter, std::size_t(index - drawn) - m_further.size());
    } else if (index >= drawn) {
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
        if (m_parts.size() > 1)
            paintPartMarks(painter, index);
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
    const QString page = tr("Page %1 of %2").arg(m_setup.pagesBefore + index + 1).arg(m_setup.pagesInAll > 0 ? m_setup.pagesInAll : count());
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
        drawLines(painter, {tr("Continues on page %1").arg(m_setup.pagesBefore + count() - int(m_further.size() + m_index.size()) + 1)}, {left, y + 2}, m_measures.words,
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
    const QPointF origin = originOf(part);
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

} // namespace entente::ui
