#include "ui/legendbar.h"

#include "ui/paint/legendstrip.h"
#include "ui/paint/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

LegendBar::LegendBar(QWidget *parent)
    : QWidget(parent)
    , m_strip(new LegendStrip(this))
    , m_more(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 2, 0);
    row->setSpacing(0);
    row->addWidget(m_strip, 1);
    row->addWidget(m_more, 0, Qt::AlignBottom);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setText(tr("Legend"));
    m_more->setArrowType(Qt::UpArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setToolTip(tr("Show the whole legend"));
    connect(m_more, &QToolButton::toggled, this, &LegendBar::arrange);
}

void LegendBar::setEntries(std::vector<LegendEntry> entries)
{
    if (!entries.empty()) {
        const QString first = entries.front().group;
        std::stable_partition(entries.begin(), entries.end(), [&](const LegendEntry &entry) { return entry.group != first; });
    }
    m_strip->setEntries(std::move(entries));
    m_strip->setTheme(theme());
    arrange();
}

void LegendBar::setMono(bool isMono)
{
    m_mono = isMono;
    m_strip->setTheme(theme());
}

Theme LegendBar::theme() const
{
    return m_mono ? Theme::Mono : themeOf(palette());
}

void LegendBar::arrange()
{
    const bool whole = m_more->isChecked();
    m_more->setArrowType(whole ? Qt::DownArrow : Qt::UpArrow);
    m_strip->setFixedHeight(m_strip->heightForWidth(whole ? std::max(1, m_strip->width()) : 1 << 20));
}

void LegendBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_strip->setTheme(theme());
    QWidget::changeEvent(event);
}

void LegendBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace entente::ui
