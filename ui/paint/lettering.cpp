#include "ui/paint/lettering.h"

#include "ui/paint/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::ui {

double paintText(QPainter &painter, const QPointF &anchor, const QString &text, const QFont &font, const QColor &color, Anchor where)
{
    painter.setFont(font);
    painter.setPen(color);
    const double width = QFontMetricsF(font, painter.device()).horizontalAdvance(text);
    const double left = where == Anchor::Start ? 0 : where == Anchor::Middle ? width / 2 : width;
    painter.drawText(QPointF(anchor.x() - left, anchor.y()), text);
    return width;
}

void paintCentred(QPainter &painter, const QPointF &centre, const QString &text, double pixels, const QColor &color, bool bold)
{
    paintText(painter, {centre.x(), centre.y() + capHeight / 2 * pixels}, text, drawingFont(pixels, bold), color, Anchor::Middle);
}

double textWidth(const QString &text, double pixels, bool bold)
{
    return QFontMetricsF(drawingFont(pixels, bold)).horizontalAdvance(text);
}

QString fitted(const QString &text, double width, double pixels, bool bold, int *cut)
{
    const QFontMetricsF metrics(drawingFont(pixels, bold));
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    if (cut)
        ++*cut;
    return metrics.elidedText(text, Qt::ElideRight, width);
}

namespace {

/// How many characters of a word stand on one line, at least one; pairs that make one character stay together.
qsizetype lettersThatFit(const QString &word, double width, double pixels, const QFontMetricsF &metrics)
{
    qsizetype fits = 1;
    qsizetype tooMany = std::min(word.size(), qsizetype(6 * width / pixels) + 8) + 1;
    while (tooMany - fits > 1) {
        const qsizetype middle = (fits + tooMany) / 2;
        (metrics.horizontalAdvance(word.left(middle)) <= width ? fits : tooMany) = middle;
    }
    if (fits < word.size() && word.at(fits).isLowSurrogate())
        fits += fits == 1 ? 1 : -1;
    return fits;
}

} // namespace

QStringList wrapped(const QString &text, double width, double pixels, bool bold)
{
    const QFontMetricsF metrics(drawingFont(pixels, bold));
    const double room = std::max(width, 2 * pixels);
    QStringList lines;
    QString line;
    for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
        // Korean is written with few spaces: a word that is too long alone breaks where the room ends.
        for (qsizetype end = lettersThatFit(word, room, pixels, metrics); end < word.size(); end = lettersThatFit(word, room, pixels, metrics)) {
            if (!line.isEmpty())
                lines << std::exchange(line, QString());
            lines << word.left(end);
            word = word.mid(end);
        }
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > room) {
            lines << line;
            line = word;
        } else {
            line = longer;
        }
    }
    return lines << line;
}

void paintHatch(QPainter &painter, const QRectF &area, const QColor &color, double step, double width)
{
    painter.save();
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    // Lines x + y = c, rising to the right; the pattern hangs on the origin so that neighbouring areas meet.
    const double first = std::ceil((area.left() + area.top()) / step) * step;
    for (double c = first; c < area.right() + area.bottom(); c += step) {
        const double left = std::max(area.left(), c - area.bottom());
        const double right = std::min(area.right(), c - area.top());
        if (right > left)
            painter.drawLine(QPointF(left, c - left), QPointF(right, c - right));
    }
    painter.restore();
}

} // namespace entente::ui
