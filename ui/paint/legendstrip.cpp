#include "ui/paint/legendstrip.h"

#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"

#include <QPainter>

#include <cmath>

namespace entente::ui {

LegendStrip::LegendStrip(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LegendStrip::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
    QStringList words;
    for (const LegendEntry &entry : m_entries)
        words << entry.words;
    setAccessibleName(tr("Legend: %1").arg(words.join(QLatin1StringView(", "))));
    updateGeometry();
    update();
}

void LegendStrip::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

int LegendStrip::heightForWidth(int width) const
{
    return int(std::ceil(paintKey(nullptr, QRectF(10, 0, width - 20, 0), m_entries, {}))) + 8;
}

void LegendStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    Look look;
    look.theme = m_theme;
    painter.setPen(QPen(look.tokens().hair, 1));
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    paintKey(&painter, QRectF(10, 5, width() - 20, height()), m_entries, look);
}

double paintKey(QPainter *painter, const QRectF &area, const std::vector<LegendEntry> &legend, const Look &look)
{
    constexpr double sample = 26;
    constexpr double line = 20;
    double x = area.left();
    double y = area.top() + line / 2;
    for (const LegendEntry &entry : legend) {
        const double width = sample + 5 + textWidth(entry.words, 10.8);
        if (x > area.left() && x + width > area.right()) {
            x = area.left();
            y += line;
        }
        if (painter) {
            painter->save();
            entry.sample(*painter, QRectF(x, y - 8, sample, 16), look);
            painter->restore();
            paintText(*painter, {x + sample + 5, y + 3.9}, entry.words, drawingFont(10.8), look.tokens().ink2);
        }
        x += width + 18;
    }
    return legend.empty() ? 0 : y + line / 2 - area.top();
}

} // namespace entente::ui
