#include "core/model/pageplace.h"

#include <cmath>

namespace entente::model {

using namespace Qt::StringLiterals;

QString placesToText(const std::vector<PagePlace> &places)
{
    const auto number = [](double value) { return QString::number(std::round(value * 10) / 10); };
    QString text;
    for (const PagePlace &place : places) {
        if (!text.isEmpty())
            text += u' ';
        text += QString::number(place.page) + u':' + number(place.box.x()) + u',' + number(place.box.y()) + u',' + number(place.box.width()) +
                u',' + number(place.box.height());
    }
    return text;
}

std::vector<PagePlace> placesFromText(const QString &text)
{
    std::vector<PagePlace> places;
    for (const QString &entry : text.split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int page = entry.section(u':', 0, 0).toInt(&isNumber);
        const QStringList sides = entry.section(u':', 1).split(u',');
        if (!isNumber || page < 1 || sides.size() != 4)
            continue;
        bool readable = true;
        double values[4] = {};
        for (int i = 0; i < 4; ++i) {
            bool ok = false;
            values[i] = sides[i].toDouble(&ok);
            readable = readable && ok && std::isfinite(values[i]);
        }
        if (readable)
            places.push_back({page, QRectF(values[0], values[1], values[2], values[3])});
    }
    return places;
}

} // namespace entente::model
