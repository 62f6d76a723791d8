#include "ui/coverage/matrixbar.h"

#include "ui/paint/fonts.h"
#include "ui/paint/symbols.h"
#include "ui/plain.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int oneLine = 1120; // px: from this width on the day and the choices stand side by side

QComboBox *choiceBox(const QList<ArrangementChoice> &choices, const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const ArrangementChoice &choice : choices)
        box->addItem(choice.words);
    box->setAccessibleName(name);
    box->setToolTip(plainToolTip(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

QToolButton *wordButton(const QString &words, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(words);
    button->setToolTip(plainToolTip(tip));
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

MatrixBar::MatrixBar(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, this))
    , m_subtitle(plainLabel({}, this))
    , m_day(plainLabel({}, this))
    , m_slider(new AsOfSlider(this))
    , m_table(choiceBox(tableChoices(), tr("What the table compares"), this))
    , m_order(choiceBox(orderChoices(), tr("Order of the clauses"), this))
    , m_rounds(choiceBox(roundsChoices(), tr("Rounds that have a column"), this))
    , m_open(wordButton(tr("Open all"), tr("Open all headings"), this))
    , m_fold(wordButton(tr("Fold all"), tr("Fold all headings"), this))
{
    m_title->setFont(drawingFont(15, true));
    m_subtitle->setFont(drawingFont(11.5));
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_day->setFont(drawingFont(13, true));
    m_day->setMinimumWidth(92);
    auto *asOf = plainLabel(tr("As of"), this);
    asOf->setFont(drawingFont(11.5));
    auto *today = wordButton(tr("Today"), tr("Show the state of today"), this);
    auto *copy = wordButton(tr("Copy as table"), tr("Copy what is shown, for a spreadsheet or a letter"), this);

    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_title);
    top->addWidget(m_subtitle, 1);
    top->addSpacing(110); // The marking is painted there.
    auto *when = new QHBoxLayout;
    when->setSpacing(8);
    when->addWidget(asOf);
    when->addWidget(m_day);
    when->addWidget(m_slider, 1);
    when->addWidget(today);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(6);
    for (QWidget *widget : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_order), static_cast<QWidget *>(m_rounds),
                            static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_fold), static_cast<QWidget *>(copy)})
        choices->addWidget(widget);
    choices->addStretch();
    m_lines = new QBoxLayout(QBoxLayout::TopToBottom);
    m_lines->setSpacing(4);
    m_lines->addLayout(when, 1);
    m_lines->addLayout(choices);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 12, 6);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(m_lines);

    connect(m_table, &QComboBox::currentIndexChanged, this, [this] {
        enable();
        emit arrangementChanged();
    });
    connect(m_order, &QComboBox::currentIndexChanged, this, &MatrixBar::arrangementChanged);
    connect(m_rounds, &QComboBox::currentIndexChanged, this, &MatrixBar::arrangementChanged);
    connect(m_open, &QToolButton::clicked, this, [this] { emit foldWanted(false); });
    connect(m_fold, &QToolButton::clicked, this, [this] { emit foldWanted(true); });
    connect(copy, &QToolButton::clicked, this, &MatrixBar::copyWanted);
    connect(today, &QToolButton::clicked, this, &MatrixBar::todayWanted);
}

void MatrixBar::enable()
{
    const bool matrix = table() == CoverageArrangement::Table::ClausesByRound;
    for (QWidget *widget : {static_cast<QWidget *>(m_order), static_cast<QWidget *>(m_rounds), static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_fold)})
        widget->setEnabled(matrix);
}

CoverageArrangement::Table MatrixBar::table() const
{
    return CoverageArrangement::Table(m_table->currentIndex());
}

CoverageArrangement::Order MatrixBar::order() const
{
    return CoverageArrangement::Order(m_order->currentIndex());
}

CoverageArrangement::Rounds MatrixBar::rounds() const
{
    return CoverageArrangement::Rounds(m_rounds->currentIndex());
}

void MatrixBar::setTable(CoverageArrangement::Table table)
{
    m_table->setCurrentIndex(int(table));
}

void MatrixBar::setOrder(CoverageArrangement::Order order)
{
    m_order->setCurrentIndex(int(order));
}

void MatrixBar::setRounds(CoverageArrangement::Rounds rounds)
{
    m_rounds->setCurrentIndex(int(rounds));
}

void MatrixBar::setTitle(const QString &title, const QString &subtitle, const QString &marking, bool isPublic)
{
    m_words = title.isEmpty() ? subtitle : title + u" · "_s + subtitle;
    m_marking = marking;
    m_isPublic = isPublic;
    m_title->setText(tr("Coverage"));
    showTitle();
    update();
}

void MatrixBar::showTitle()
{
    m_subtitle->setText(m_subtitle->fontMetrics().elidedText(m_words, Qt::ElideRight, std::max(60, width() - 250)));
    m_subtitle->setToolTip(plainToolTip(m_words));
}

void MatrixBar::showDay(const QDate &day)
{
    m_slider->showDay(day);
    m_day->setText(dateInWords(m_slider->day()));
}

void MatrixBar::setTheme(Theme theme)
{
    m_theme = theme;
    m_slider->setTheme(theme);
    const Tokens &colors = tokens(theme);
    for (QLabel *label : {m_title, m_subtitle, m_day}) {
        QPalette own = label->palette();
        own.setColor(QPalette::WindowText, label == m_subtitle ? colors.ink2 : colors.ink);
        label->setPalette(own);
    }
    update();
}

void MatrixBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_lines->setDirection(width() >= oneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    showTitle();
}

void MatrixBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokens(m_theme);
    painter.setPen(QPen(colors.hair, 1));
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    if (m_marking.isEmpty())
        return;
    QImage aside(8, 8, QImage::Format_ARGB32_Premultiplied);
    QPainter measure(&aside);
    const double wide = symbols::markingBox(measure, {0, 0}, 19, m_marking, m_isPublic, colors);
    symbols::markingBox(painter, {width() - 14 - wide, 9}, 19, m_marking, m_isPublic, colors);
}

} // namespace entente::ui
