#pragma once

#include "ui/timeline/placement.h"

#include "ui/paint/tokens.h"

#include <QtCharts/QChartView>

class QBarSeries;
class QBarSet;
class QValueAxis;

namespace entente::ui {

/// Rounds a year over the whole time, with the range that the lanes show as a brush on it.
class YearBars : public QChartView
{
    Q_OBJECT

public:
    explicit YearBars(QWidget *parent = nullptr);

    void setContent(const TimelineContent &content);
    void setRange(const QDate &from, const QDate &to);
    void setTheme(Theme theme);
    /// Where the bars begin and end, so that they stand under the lanes.
    void setMargins(double left, double right);

    QSize sizeHint() const override { return {600, 84}; }

signals:
    void rangeChanged(const QDate &from, const QDate &to);

protected:
    void drawBackground(QPainter *painter, const QRectF &area) override;
    void drawForeground(QPainter *painter, const QRectF &area) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void arrange();
    QRectF brush() const;

    enum class Grip { None, From, To, Both };
    Grip gripAt(const QPointF &place) const;

    TimelineAxis m_axis; ///< Whole years.
    QDate m_from;
    QDate m_to;
    double m_left = 366;
    double m_right = 14;
    Theme m_theme = Theme::Light;
    Grip m_grip = Grip::None;
    QPointF m_pressed;
    QDate m_pressedFrom;
    QDate m_pressedTo;

    QBarSeries *m_series;
    QBarSet *m_set = nullptr;
    QValueAxis *m_years;
    QValueAxis *m_rounds;
};

} // namespace entente::ui
