#pragma once

#include "ui/paint/drawing.h"

#include <QWidget>

namespace entente::ui {

/// A legend under a view: signs with their words, in as many lines as they need.
class LegendStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LegendStrip(QWidget *parent = nullptr);

    void setEntries(std::vector<LegendEntry> entries);
    void setTheme(Theme theme);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {600, heightForWidth(600)}; }
    QSize minimumSizeHint() const override { return {80, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<LegendEntry> m_entries;
    Theme m_theme = Theme::Light;
};

/// A legend in lines of the width of `area`; returns its height. Without a painter it only measures.
double paintKey(QPainter *painter, const QRectF &area, const std::vector<LegendEntry> &legend, const Look &look);

} // namespace entente::ui
