#pragma once

#include <QPainter>
#include <QPen>
#include <QStringList>

#include <cmath>

/// The measures of a sheet and the small strokes that its parts share.
namespace entente::ui::page {

inline constexpr double mm = 96.0 / 25.4;
inline constexpr double margin = 10 * mm;
inline constexpr double strip = 4 * mm;
inline constexpr double gap = 2 * mm; // between the inner frame and the drawing
inline constexpr double overlap = 10 * mm;
inline constexpr double outerLine = 1.6;
inline constexpr double innerLine = 0.7;
inline constexpr double sampleHeight = 16;
inline constexpr double sampleWidth = 46;
inline constexpr double nameSize = 11.5; // of a record's name at 100 %, in px
inline constexpr double smallestName = 5.4; // in pt
inline constexpr double smallestScale = smallestName / (nameSize * 0.75);
inline constexpr double cutSearch = 0.3; // share of a page in which a cut may be moved up or left
inline constexpr int gridColumns = 8;
inline constexpr int gridRows = 6;

inline double lineHeight(double size)
{
    return std::round(size * 1.35 * 4) / 4;
}

/// Texts hang from the top of their line; painters want the baseline.
inline double baseline(double size)
{
    return size * 1.02;
}

inline void drawLines(QPainter &painter, const QStringList &lines, QPointF at, double size, double step)
{
    at.ry() += baseline(size);
    for (const QString &line : lines) {
        painter.drawText(at, line);
        at.ry() += step;
    }
}

inline QPen line(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}
} // namespace entente::ui::page
