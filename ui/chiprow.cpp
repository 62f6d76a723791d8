#include "ui/chiprow.h"

#include "ui/plain.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 6;
constexpr int WidestChip = 260; // px at 100 %; longer words are cut and stand in the tooltip

} // namespace

Chip::Chip(const QString &words, Look look, QWidget *parent)
    : QToolButton(parent)
    , m_words(words)
    , m_look(look)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(words);
}

QString Chip::shownWords() const
{
    const QString cut = fontMetrics().elidedText(text().isEmpty() ? m_words : text(), Qt::ElideRight, WidestChip);
    return m_look == Look::Limit ? cut + u"  ×"_s : cut;
}

QSize Chip::sizeHint() const
{
    const int room = m_words.size() <= 2 ? 14 : 20;
    return {fontMetrics().horizontalAdvance(shownWords()) + room, fontMetrics().height() + 6};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = ui::tokens(themeOf(palette()));
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool dashed = m_look == Look::Dashed;
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2)
                              : QPen(isEnabled() ? tokens.ink3 : tokens.missing, 1, dashed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(dashed ? QBrush(Qt::NoBrush) : QBrush(underMouse() && isEnabled() ? tokens.missing : tokens.responsible));
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(isEnabled() ? tokens.ink : tokens.ink3);
    painter.drawText(box, int(Qt::AlignCenter), shownWords());
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    const bool takesOff = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    const bool presses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if ((takesOff && m_look == Look::Limit) || presses)
        click();
    else
        QToolButton::keyPressEvent(event);
}

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
    , m_more(new Chip(u"+99"_s, Chip::Look::Plain, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_more->hide();
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ChipRow::fillMore);
}

void ChipRow::clear()
{
    for (Chip *chip : m_chips) {
        chip->hide();
        chip->deleteLater(); // It may be the one that was clicked.
    }
    m_chips.clear();
    m_left.clear();
    updateGeometry();
}

Chip *ChipRow::add(const QString &words, Chip::Look look, const QString &toolTip, const std::function<void()> &call)
{
    auto *chip = new Chip(words, look, this);
    chip->setToolTip(plainToolTip(toolTip));
    connect(chip, &QToolButton::clicked, this, call);
    m_chips.push_back(chip);
    updateGeometry();
    arrange();
    return chip;
}

QSize ChipRow::sizeHint() const
{
    int width = 0;
    for (const Chip *chip : m_chips)
        width += chip->sizeHint().width() + Gap;
    return {std::max(0, width - Gap), m_more->sizeHint().height()};
}

QSize ChipRow::minimumSizeHint() const
{
    return {m_more->sizeHint().width(), m_more->sizeHint().height()};
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ChipRow::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void ChipRow::arrange()
{
    m_left.clear();
    const int more = m_more->sizeHint().width() + Gap;
    const bool allFit = sizeHint().width() <= width();
    int x = 0;
    for (Chip *chip : m_chips) {
        const QSize size = chip->sizeHint();
        if (!m_left.empty() || x + size.width() + (allFit ? 0 : more) > width()) {
            m_left.push_back(chip);
            chip->hide();
            continue;
        }
        chip->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        chip->show();
        x += size.width() + Gap;
    }
    m_more->setVisible(!m_left.empty());
    if (m_left.empty())
        return;
    m_more->setText(u"+%1"_s.arg(m_left.size()));
    m_more->setAccessibleName(tr("%1 more limits").arg(m_left.size()));
    m_more->setToolTip(plainToolTip(m_more->accessibleName()));
    const QSize size = m_more->sizeHint();
    m_more->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
}

void ChipRow::fillMore()
{
    m_more->menu()->clear();
    for (Chip *chip : m_left) {
        QAction *action = m_more->menu()->addAction(menuText(chip->words()));
        action->setEnabled(chip->isEnabled());
        connect(action, &QAction::triggered, chip, &QToolButton::click);
    }
}

} // namespace entente::ui
