#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace entente::model {

/// A rectangle on a page of a document: pages count from 1, points from the top left corner.
struct PagePlace
{
    int page = 1;
    QRectF box;

    bool operator==(const PagePlace &) const = default;
};

/// `3:72,100.5,451,12 4:72,72,451,24`, a tenth of a point exact; what a paragraph's `place` holds.
QString placesToText(const std::vector<PagePlace> &places);

/// Reads it back; what is no place is left out.
std::vector<PagePlace> placesFromText(const QString &text);

} // namespace entente::model
