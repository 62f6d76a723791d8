#pragma once

#include "ui/timeline/placement.h"

#include "ui/paint/tokens.h"

#include <QtCharts/QChartView>

class QBarSeries;
class QBarSet;
class QValueAxis;

namespace entente::ui {

/// Rounds a year over the whole time. A bar above them shows which part the lanes show: its ends zoom, its middle moves. A stretch that is
/// dragged over the years is the range that all views follow.
class YearBars : public QChartView
{
    Q_OBJECT

public:
    explicit YearBars(QWidget *parent = nullptr);

    void setContent(const TimelineContent &content);
    /// The time that the lanes show.
    void setWindow(const QDate &from, const QDate &to);
    void setTheme(Theme theme);
    /// Where the bars begin and end, so that they stand under the lanes.
    void setMargins(double left, double right);
    const TimelineAxis &axis() const { return m_axis; }

    QSize sizeHint() const override { return {600, 92}; }

signals:
    void windowChanged(const QDate &from, const QDate &to);
    /// Whole months; the last day is never before the first.
    void rangeChosen(const QDate &from, const QDate &to);
    void rangeCleared();

protected:
    void drawBackground(QPainter *painter, const QRectF &area) override;
    void drawForeground(QPainter *painter, const QRectF &area) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    static constexpr double windowHeight = 9; // px
    enum class Grip { None, WindowFrom, WindowTo, Window, Range, RangeFrom, RangeTo };

    void arrange();
    void describe();
    QRectF windowBar() const;
    /// The chosen range, or the one that is being dragged; empty where there is none.
    QRectF rangeBox() const;
    Grip gripAt(const QPointF &place) const;
    void dragTo(const QPointF &place);
    void choose(const QDate &from, const QDate &to);

    TimelineAxis m_axis;
    double m_left = 0;
    double m_right = 0;
    QDate m_windowFrom;
    QDate m_windowTo;
    QDate m_from; ///< The range of the lens; invalid without one.
    QDate m_asOf;
    QDate m_dragFrom; ///< What a drag would choose.
    QDate m_dragTo;
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
