#pragma once

#include <QStringView>

/// How much ink letters need, roughly and for any font: Qt Pdf tells neither fonts nor sizes, so they are judged by their boxes.
namespace entente::extract {

/// What a stretch of text covers, in parts of its font size.
struct Ink
{
    double width = 0;
    double above = 0; ///< The baseline.
    double below = 0;

    double height() const { return above + below; }
};

/// Spaces at the ends need none.
Ink inkOf(QStringView text);

/// The advance of one character, in parts of the font size.
double advanceOf(QChar character);

} // namespace entente::extract
