#pragma once

#include "ui/paint/drawing.h"

#include <QWidget>

class QToolButton;

namespace entente::ui {

class LegendStrip;

/// The legend under the network: one line, or all of it.
class LegendBar : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(QWidget *parent = nullptr);

    /// Lines and marks come first: shapes say their letter themselves.
    void setEntries(std::vector<LegendEntry> entries);
    /// Black and grey, as the drawing above it.
    void setMono(bool isMono);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    Theme theme() const;

    LegendStrip *m_strip;
    QToolButton *m_more;
    bool m_mono = false;
};

} // namespace entente::ui
