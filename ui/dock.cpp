#include "ui/dock.h"

#include "ui/icons.h"
#include "ui/plain.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// The heading: the mouse reaches the dock through it, so that it can be moved.
class Heading : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = ui::tokens(themeOf(palette()));
        painter.fillRect(rect(), tokens.responsible);
        painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.hair);
    }
};

} // namespace

Dock::Dock(const QString &name, const QString &title, QWidget *content, QWidget *parent)
    : QDockWidget(title, parent)
    , m_subtitle(new RunText)
    , m_aside(new RunText)
    , m_fold(new QToolButton)
    , m_close(new QToolButton)
{
    setObjectName(name);
    setWidget(content);
    auto *heading = new Heading;
    auto *layout = new QHBoxLayout(heading);
    m_heading = layout;
    layout->setContentsMargins(12, 3, 4, 3);
    layout->setSpacing(8);
    QLabel *words = plainLabel(title);
    words->setWordWrap(false);
    words->setFont(sizedFont(font(), 1.0, true));
    layout->addWidget(words);
    m_subtitle->setMaximumLines(1);
    layout->addWidget(m_subtitle, 1);
    m_aside->setMaximumLines(1);
    m_aside->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
    layout->addWidget(m_aside, 0, Qt::AlignVCenter);
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::DownArrow);
    m_fold->setToolTip(plainToolTip(tr("Fold")));
    m_fold->setAccessibleName(tr("Fold %1").arg(title));
    m_fold->hide();
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(Sign::Remove));
    m_close->setIconSize({10, 10});
    m_close->setToolTip(plainToolTip(tr("Close; View shows it again")));
    m_close->setAccessibleName(tr("Close %1").arg(title));
    layout->addWidget(m_fold);
    layout->addWidget(m_close);
    setTitleBarWidget(heading);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(m_close, &QToolButton::clicked, this, &QDockWidget::close);
    connect(m_aside, &RunText::activated, this, &Dock::linkActivated);
}

void Dock::setSubtitle(const QString &words)
{
    m_subtitle->setRuns({{words, {}, Run::Faint}});
    m_subtitle->setToolTip(plainToolTip(words));
}

void Dock::setAside(const QString &words)
{
    setAside(std::vector<Run>{{words, {}, Run::Faint}});
}

void Dock::setAside(std::vector<Run> runs)
{
    m_aside->setRuns(std::move(runs));
    m_aside->setToolTip(plainToolTip(m_aside->text()));
}

void Dock::setControls(QWidget *controls)
{
    m_heading->insertWidget(1, controls);
}

void Dock::setFoldable(bool foldable)
{
    m_fold->setVisible(foldable);
}

void Dock::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    widget()->setMaximumHeight(folded ? 0 : QWIDGETSIZE_MAX);
    setMaximumHeight(folded ? titleBarWidget()->sizeHint().height() : QWIDGETSIZE_MAX);
    m_fold->setArrowType(folded ? Qt::UpArrow : Qt::DownArrow);
    m_fold->setToolTip(plainToolTip(folded ? tr("Unfold") : tr("Fold")));
    emit foldedChanged(folded);
}

} // namespace entente::ui
