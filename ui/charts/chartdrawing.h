#pragma once

#include "ui/charts/chartdata.h"
#include "ui/paint/drawing.h"

#include <memory>

namespace entente::ui {

/// How a chart is drawn.
struct ChartOptions
{
    QSizeF room = {860, 520}; ///< To fill, in px at 100 %; what needs more takes it.
    bool note = true;         ///< With the sentence of what is not counted.
};

/// A chart as a drawing, with the places of its rows.
class ChartDrawing : public Drawing
{
public:
    virtual const ChartData &data() const = 0;
    /// The row at a place, -1 where there is none.
    virtual int rowAt(const QPointF &place) const = 0;
    /// Where a row lies: its bar with its label, or its column.
    virtual QRectF rowRect(int row) const = 0;
};

std::unique_ptr<ChartDrawing> chartDrawing(ChartData data, const ChartOptions &options);

} // namespace entente::ui
