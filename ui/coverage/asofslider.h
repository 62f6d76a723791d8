#pragma once

#include "core/coverage/rounds.h"
#include "ui/paint/tokens.h"

#include <QAbstractSlider>

namespace entente::ui {

/// The day of the lens on a line from the adoption of an instrument to today, with the rounds that count as ticks. ← and → go from round to
/// round, with Shift from day to day, Page Up and Down by a year. The value is the Julian day.
class AsOfSlider : public QAbstractSlider
{
    Q_OBJECT

public:
    explicit AsOfSlider(QWidget *parent = nullptr);

    /// The line: the day of adoption and today with the rounds between them; made longer where rounds or the day shown lie outside.
    void setDays(const QDate &adopted, const QDate &today, std::vector<coverage::RoundDay> rounds);
    /// Shows a day; nothing is told.
    void showDay(const QDate &day);
    QDate day() const { return QDate::fromJulianDay(value()); }
    void setTheme(Theme theme);

    QSize sizeHint() const override { return {320, 40}; }
    QSize minimumSizeHint() const override { return {140, 40}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void sliderChange(SliderChange change) override;

private:
    double placeOf(const QDate &day) const;
    QDate dayAt(double x) const;
    /// The day of the next round in this direction, or the end of the line.
    QDate beside(int direction) const;
    void extend();

    QDate m_adopted;
    QDate m_today;
    std::vector<coverage::RoundDay> m_rounds;
    Theme m_theme = Theme::Light;
};

} // namespace entente::ui
