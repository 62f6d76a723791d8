#include "ui/paper/text.h"

#include <QImage>
#include <QTextLayout>

namespace entente::ui {

namespace {

const QImage &ruler()
{
    static const QImage image = [] {
        QImage dot(1, 1, QImage::Format_RGB32);
        dot.setDotsPerMeterX(3780); // 96 dpi
        dot.setDotsPerMeterY(3780);
        return dot;
    }();
    return image;
}

} // namespace

QFontMetricsF paperMetrics(const QFont &font)
{
    return QFontMetricsF(font, &ruler());
}

QStringList wrapped(const QString &text, const QFont &font, double width)
{
    QStringList lines;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font, &ruler());
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return lines;
}

} // namespace entente::ui
