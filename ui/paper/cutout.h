#pragma once

#include <QPaintDevice>
#include <QRectF>

#include <memory>

class QPainter;

namespace entente::ui {

/// Passes on what is painted to another painter, clipped to an area, and leaves out the words that lie outside it.
/// A clip alone hides such words, but a PDF would still hold them, where searching and reading aloud find them twice.
class CutOut : public QPaintDevice
{
public:
    /// `area` in the coordinates that `target` has now; what is painted here starts from the same coordinates.
    CutOut(QPainter &target, const QRectF &area);
    ~CutOut() override;

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
    QSize m_size;
};

} // namespace entente::ui
