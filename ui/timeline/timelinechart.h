#pragma once

#include "ui/timeline/painting.h"

#include <QtCharts/QChartView>

#include <memory>

class QCategoryAxis;
class QScatterSeries;
class QScrollBar;

namespace entente::ui {

/// The lanes on screen: Qt Charts carries axes, grid and points, the painters of the paper draw the signs over them.
class TimelineChart : public QChartView
{
    Q_OBJECT

public:
    explicit TimelineChart(QWidget *parent = nullptr);

    void setContent(std::shared_ptr<const Lookup> lookup, const TimelineContent &content);
    void setSelected(const QString &record);
    void setTheme(Theme theme);
    /// The time that is seen. Nothing is told where nothing changes.
    void setRange(const QDate &from, const QDate &to);
    void showWholeRange();
    /// The content that comes next is of another map: its usual time is shown again.
    void forgetRange();

    const TimelineContent &content() const { return m_content; }
    const TimelineAxis &axis() const { return m_axis; }
    const std::vector<PlacedMark> &marks() const { return m_marks; }
    bool isSmall() const { return m_axis.small; }
    std::vector<LegendEntry> legend() const;

signals:
    void chosen(const QString &record);
    void asOfMoved(const QDate &date);
    void fromMoved(const QDate &date);
    void rangeCleared();
    void rangeChanged(const QDate &from, const QDate &to);

protected:
    void drawBackground(QPainter *painter, const QRectF &area) override;
    void drawForeground(QPainter *painter, const QRectF &area) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void arrange();
    void arrangeHeads(double width, double height);
    void fillAxes();
    void fillSeries();
    Look look() const;
    double headsTop() const;

    const PlacedMark *markAt(const QPointF &place) const;
    int laneAt(double y) const;
    /// The line of a day, or its handle.
    bool isLineAt(const QDate &day, const QPointF &place) const;
    QString dueWordsAt(const TimelineLane &lane, double x) const;
    QString toolTipAt(const QPointF &place) const;
    QString wordsOf(const PlacedMark &mark) const;
    /// Chooses what stands there; a cluster that a zoom draws apart is zoomed to.
    void chooseMark(const PlacedMark &mark);
    void chooseLane(int lane);
    void focusOn(const PlacedMark *mark);
    const PlacedMark *focusedMark() const;
    const PlacedMark *nextMark(int key) const;
    void zoom(double factor, double around);
    void pan(double pixels);
    void zoomTo(const PlacedMark &cluster);

    enum class Drag { None, AsOf, From, Range, Pan };

    std::shared_ptr<const Lookup> m_lookup;
    TimelineContent m_content;
    TimelineAxis m_axis;
    TimelineHeads m_heads;
    TimelineHighlight m_highlight;
    std::vector<PlacedMark> m_marks;
    std::vector<PlacedFlag> m_flags;
    QDate m_from;
    QDate m_to;
    bool m_zoomed = false; ///< The user chose the time that is seen.
    Theme m_theme = Theme::Light;
    QString m_selected;
    QString m_hovered;
    QString m_focused;         ///< Meeting that has the keyboard.
    bool m_byKeyboard = false; ///< The focus is shown only to those who use it.
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    QPointF m_pointer;

    QCategoryAxis *m_time;
    QCategoryAxis *m_lanes;
    QScatterSeries *m_series[4];
    QScrollBar *m_scroll;
};

} // namespace entente::ui
