#include "ui/errorbar.h"

#include "ui/icons.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

const auto errorKey = u"error"_s;

} // namespace

Strip::Strip(const QString &text, Tone tone, const std::vector<Choice> &choices, QWidget *parent)
    : QWidget(parent)
    , m_text(plainLabel(text, this))
    , m_progress(new QProgressBar(this))
    , m_tone(tone)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 4, 6, 4);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_text, 1);
    m_progress->setFixedWidth(160);
    m_progress->hide();
    layout->addWidget(m_progress);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(menuText(choice.words), this);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, choice] {
            if (choice.closes)
                emit closed();
            if (choice.action)
                choice.action();
        });
    }
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(icon(Sign::Remove));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &Strip::closed);
}

QString Strip::text() const
{
    return m_text->text();
}

void Strip::setText(const QString &text)
{
    m_text->setText(text);
}

void Strip::setProgress(int done, int total)
{
    m_progress->show();
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void Strip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = ui::tokens(themeOf(palette()));
    painter.fillRect(rect(), tokens.responsible);
    painter.fillRect(QRect(0, 0, 4, height()), m_tone == Tone::Warning ? tokens.warn : tokens.ink3);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.hair);
}

ErrorBar::ErrorBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void ErrorBar::showError(const base::Error &error)
{
    if (error.failure != base::Failure::Cancelled)
        showNotice(errorKey, error.sentence, {}, Strip::Tone::Warning);
}

Strip *ErrorBar::showNotice(const QString &key, const QString &text, const std::vector<Strip::Choice> &choices, Strip::Tone tone)
{
    remove(key);
    auto *strip = new Strip(text, tone, choices, this);
    strip->setObjectName(key);
    connect(strip, &Strip::closed, this, [this, key] { remove(key); });
    m_layout->insertWidget(0, strip);
    tell();
    return strip;
}

void ErrorBar::remove(const QString &key)
{
    for (Strip *strip : findChildren<Strip *>(key, Qt::FindDirectChildrenOnly)) {
        m_layout->removeWidget(strip);
        strip->setObjectName(QString());
        strip->hide();
        strip->deleteLater();
    }
    tell();
}

QStringList ErrorBar::texts() const
{
    QStringList texts;
    for (int i = 0; i < m_layout->count(); ++i) {
        if (const auto *strip = qobject_cast<const Strip *>(m_layout->itemAt(i)->widget()))
            texts += strip->text();
    }
    return texts;
}

void ErrorBar::clearErrors()
{
    remove(errorKey);
}

QSize ErrorBar::sizeHint() const
{
    const int wide = std::max(width(), window()->width() - 40);
    return {400, m_layout->count() == 0 ? 0 : m_layout->totalHeightForWidth(std::max(400, wide))};
}

void ErrorBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void ErrorBar::tell()
{
    updateGeometry();
    emit occupied(m_layout->count() > 0);
}

} // namespace entente::ui
