#include "ui/paper/cutout.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

namespace entente::ui {

class CutOut::Engine : public QPaintEngine
{
public:
    Engine(QPainter &target, const QRectF &area)
        : QPaintEngine(AllFeatures)
        , m_target(target)
        , m_area(area)
        , m_base(target.transform())
    {
        m_target.save();
        // The clip that was there before, in the coordinates of this moment.
        m_clip.addRect(area);
        if (m_target.hasClipping())
            m_clip = m_clip.intersected(m_target.clipPath());
        setBaseClip();
    }
    ~Engine() override { m_target.restore(); }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState &now) override
    {
        const DirtyFlags dirty = now.state();
        if (dirty & DirtyTransform) {
            m_transform = now.transform();
            m_target.setTransform(m_transform * m_base);
        }
        if (dirty & DirtyPen)
            m_target.setPen(now.pen());
        if (dirty & DirtyBrush)
            m_target.setBrush(now.brush());
        if (dirty & DirtyBrushOrigin)
            m_target.setBrushOrigin(now.brushOrigin());
        if (dirty & DirtyFont)
            m_target.setFont(now.font());
        if (dirty & DirtyBackground)
            m_target.setBackground(now.backgroundBrush());
        if (dirty & DirtyBackgroundMode)
            m_target.setBackgroundMode(now.backgroundMode());
        if (dirty & DirtyHints) {
            m_target.setRenderHints(m_target.renderHints(), false);
            m_target.setRenderHints(now.renderHints());
        }
        if (dirty & DirtyCompositionMode)
            m_target.setCompositionMode(now.compositionMode());
        if (dirty & DirtyOpacity)
            m_target.setOpacity(now.opacity());
        if (dirty & DirtyClipPath)
            clip(now.clipPath(), now.clipOperation());
        if (dirty & DirtyClipRegion) {
            QPainterPath path;
            path.addRegion(now.clipRegion());
            clip(path, now.clipOperation());
        }
        if ((dirty & DirtyClipEnabled) && !now.isClipEnabled())
            setBaseClip();
    }

    void drawPath(const QPainterPath &path) override { m_target.drawPath(path); }
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        if (mode == PolylineMode)
            m_target.drawPolyline(points, count);
        else
            m_target.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawRects(const QRectF *rects, int count) override { m_target.drawRects(rects, count); }
    void drawLines(const QLineF *lines, int count) override { m_target.drawLines(lines, count); }
    void drawEllipse(const QRectF &rect) override { m_target.drawEllipse(rect); }
    void drawPoints(const QPointF *points, int count) override { m_target.drawPoints(points, count); }
    void drawPixmap(const QRectF &rect, const QPixmap &pixmap, const QRectF &source) override { m_target.drawPixmap(rect, pixmap, source); }
    void drawTiledPixmap(const QRectF &rect, const QPixmap &pixmap, const QPointF &offset) override
    {
        m_target.drawTiledPixmap(rect, pixmap, offset);
    }
    void drawImage(const QRectF &rect, const QImage &image, const QRectF &source, Qt::ImageConversionFlags flags) override
    {
        m_target.drawImage(rect, image, source, flags);
    }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        // From the baseline to the height of small letters: what hangs over from the next line is not meant.
        const QRectF ink(at.x(), at.y() - item.ascent() * 0.5, item.width(), item.ascent() * 0.5);
        if (!m_transform.mapRect(ink).intersects(m_area))
            return;
        m_target.setFont(item.font());
        m_target.drawText(at, item.text());
    }

private:
    void setBaseClip()
    {
        m_target.setTransform(m_base);
        m_target.setClipPath(m_clip);
        m_target.setTransform(m_transform * m_base);
    }
    void clip(const QPainterPath &path, Qt::ClipOperation operation)
    {
        if (operation != Qt::IntersectClip)
            setBaseClip();
        if (operation != Qt::NoClip)
            m_target.setClipPath(path, Qt::IntersectClip);
    }

    QPainter &m_target;
    QRectF m_area;
    QPainterPath m_clip;
    QTransform m_base;
    QTransform m_transform;
};

CutOut::CutOut(QPainter &target, const QRectF &area)
    : m_engine(std::make_unique<Engine>(target, area))
    , m_size(area.bottomRight().toPoint().x() + 1, area.bottomRight().toPoint().y() + 1)
{}

CutOut::~CutOut() = default;

QPaintEngine *CutOut::paintEngine() const
{
    return m_engine.get();
}

int CutOut::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return std::max(1, m_size.width());
    case PdmHeight:
        return std::max(1, m_size.height());
    case PdmWidthMM:
        return std::max(1, qRound(m_size.width() * 25.4 / 96));
    case PdmHeightMM:
        return std::max(1, qRound(m_size.height() * 25.4 / 96));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 96;
    case PdmDepth:
        return 32;
    case PdmNumColors:
        return std::numeric_limits<int>::max();
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    }
    return 0;
}

} // namespace entente::ui
