#include "ui/coverage/panels.h"

#include "ui/paint/fonts.h"
#include "ui/paint/symbols.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainLabel(QWidget *parent, double size, bool bold)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(drawingFont(size, bold));
    return label;
}

void setInk(QWidget *widget, QPalette::ColorRole role, const QColor &color)
{
    QPalette palette = widget->palette();
    palette.setColor(role, color);
    widget->setPalette(palette);
}

} // namespace

CannotTellStrip::CannotTellStrip(QWidget *parent)
    : QWidget(parent)
    , m_first(plainLabel(this, 11, true))
    , m_second(plainLabel(this, 11, false))
    , m_import(new QToolButton(this))
{
    m_import->setText(tr("Import…"));
    m_import->setAccessibleName(tr("Import a read-out"));
    m_import->setFont(drawingFont(11, true));
    m_import->setAutoRaise(true);
    m_import->setCursor(Qt::PointingHandCursor);
    m_second->setWordWrap(true);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(18, 10, 12, 9);
    lines->setSpacing(0);
    auto *second = new QHBoxLayout;
    second->setSpacing(4);
    lines->addWidget(m_first);
    lines->addLayout(second);
    second->addWidget(m_second, 1);
    second->addWidget(m_import, 0, Qt::AlignBottom);
    connect(m_import, &QToolButton::clicked, this, &CannotTellStrip::importRequested);
}

void CannotTellStrip::setWords(const QString &first, const QString &second)
{
    m_first->setText(first);
    m_second->setText(second);
}

void CannotTellStrip::setTheme(Theme theme)
{
    m_theme = theme;
    const Tokens &colors = tokens(theme);
    setInk(m_first, QPalette::WindowText, colors.ink);
    setInk(m_second, QPalette::WindowText, colors.ink2);
    setInk(m_import, QPalette::ButtonText, colors.eu);
    update();
}

void CannotTellStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokens(m_theme);
    const QRectF box = QRectF(rect()).adjusted(8, 5, -8, -5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.responsible);
    painter.drawRoundedRect(box, 3, 3);
    painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colors.state(ProgressState::CannotTell).second);
}

TotalsPanel::TotalsPanel(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(int(totalsHeight) + 4);
    setMinimumWidth(220);
}

void TotalsPanel::setContent(const CoverageContent &content)
{
    m_content = content;
    QStringList words;
    for (int state = 0; state < 8; ++state)
        words << stateWords(ProgressState(state)) + u' ' + QString::number(content.coverage.count(ProgressState(state)));
    setAccessibleName(tr("States of the clauses: %1").arg(words.join(u", "_s)));
    update();
}

void TotalsPanel::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void TotalsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    Look look;
    look.theme = m_theme;
    painter.setPen(QPen(look.tokens().hair, 1));
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    paintTotals(painter, rect(), m_content, look);
}

WhyPanel::WhyPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this, 14, true))
    , m_text(plainLabel(this, 11.6, false))
    , m_open(new QPushButton(this))
    , m_import(new QPushButton(tr("Import read-out…"), this))
    , m_judge(new QPushButton(tr("Judge it yourself…"), this))
{
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(54, 8, 12, 8);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addStretch();
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_open);
    buttons->addWidget(m_import);
    buttons->addWidget(m_judge);
    buttons->addStretch();
    columns->addLayout(words, 1);
    columns->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, [this] { emit passageRequested(m_evidence); });
    connect(m_import, &QPushButton::clicked, this, &WhyPanel::importRequested);
    connect(m_judge, &QPushButton::clicked, this, &WhyPanel::judgementRequested);
    setWords({}, ProgressState::NotRaised, {}, {}, false);
}

void WhyPanel::setWords(const QStringList &lines, ProgressState state, const QString &evidence, const QString &passage,
                        bool readoutsMissing)
{
    m_hasState = !lines.isEmpty();
    m_state = state;
    m_evidence = evidence;
    m_title->setText(m_hasState ? lines.first() : tr("Choose a clause to see why it is in its state."));
    m_text->setText(lines.mid(1).join(u'\n'));
    m_open->setText(passage.isEmpty() ? tr("Open passage") : tr("Open passage ¶ %1").arg(passage));
    m_open->setVisible(!evidence.isEmpty());
    m_import->setVisible(m_hasState && readoutsMissing);
    m_judge->hide();
    m_isJudged = false;
    update();
}

void WhyPanel::setJudgement(bool possible, bool isJudged, ProgressState computed)
{
    m_judge->setVisible(m_hasState && possible);
    m_isJudged = isJudged;
    m_computed = computed;
    update();
}

void WhyPanel::setPlainWords(const QStringList &lines, bool readoutsMissing)
{
    setWords(lines, ProgressState::NotRaised, {}, {}, readoutsMissing);
    m_hasState = false;
}

void WhyPanel::setTheme(Theme theme)
{
    m_theme = theme;
    setInk(m_title, QPalette::WindowText, tokens(theme).ink);
    setInk(m_text, QPalette::WindowText, tokens(theme).ink);
    update();
}

void WhyPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(tokens(m_theme).hair, 1));
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    if (m_hasState && m_isJudged)
        symbols::judgedTile(painter, {8, 11, 23, 18}, m_state, m_computed, tokens(m_theme));
    else if (m_hasState)
        symbols::progressTile(painter, {16, 10, 27, 21}, m_state, tokens(m_theme));
}

} // namespace entente::ui
