#include "ui/coverage/judgementform.h"

#include "ui/coverage/content.h"
#include "ui/paint/fonts.h"
#include "ui/paint/symbols.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QIcon tileIcon(ProgressState state, const Tokens &colors)
{
    QPixmap picture(40, 32);
    picture.fill(Qt::transparent);
    picture.setDevicePixelRatio(2);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    symbols::progressTile(painter, {1, 1, 18, 14}, state, colors);
    return QIcon(picture);
}

} // namespace

JudgementForm::JudgementForm(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, this))
    , m_beside(plainLabel({}, this))
    , m_state(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_who(new QLineEdit(this))
    , m_day(new QDateEdit(this))
    , m_note(plainLabel({}, this))
    , m_judge(new QPushButton(tr("Judge"), this))
    , m_takeBack(new QPushButton(tr("Take it back"), this))
{
    setObjectName(u"judgementForm"_s);
    m_title->setFont(drawingFont(14, true));
    m_beside->setFont(drawingFont(11.5));
    m_beside->setWordWrap(true);
    m_note->setFont(drawingFont(11));
    m_note->setWordWrap(true);
    m_reason->setPlaceholderText(tr("Why: what you know that the map does not"));
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_day->setCalendarPopup(true);
    m_state->setIconSize({20, 16});
    for (int state = 0; state < 8; ++state)
        m_state->addItem(stateWords(ProgressState(state)));

    auto *fields = new QFormLayout;
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setVerticalSpacing(4);
    const auto row = [&](const QString &words, QWidget *field) {
        fields->addRow(words, field);
        field->setAccessibleName(QString(words).remove(u'&'));
    };
    row(tr("&State"), m_state);
    row(tr("&Reason"), m_reason);
    auto *whoAndWhen = new QHBoxLayout;
    whoAndWhen->addWidget(m_who, 1);
    whoAndWhen->addWidget(m_day);
    fields->addRow(tr("&Judged by, on"), whoAndWhen);
    m_who->setAccessibleName(tr("Judged by"));
    m_day->setAccessibleName(tr("Judged on"));
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    buttons->addWidget(m_judge);
    buttons->addWidget(cancel);
    buttons->addWidget(m_takeBack);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_beside);
    column->addLayout(fields);
    column->addWidget(m_note);
    column->addLayout(buttons);
    column->addStretch();

    connect(m_reason, &QLineEdit::textChanged, this, &JudgementForm::check);
    connect(m_who, &QLineEdit::textChanged, this, &JudgementForm::check);
    connect(m_day, &QDateEdit::dateChanged, this, &JudgementForm::check);
    connect(m_reason, &QLineEdit::returnPressed, this, &JudgementForm::submit);
    connect(m_judge, &QPushButton::clicked, this, &JudgementForm::submit);
    connect(m_takeBack, &QPushButton::clicked, this, [this] { emit takenBack(m_judgement); });
    connect(cancel, &QPushButton::clicked, this, &JudgementForm::cancelled);
}

void JudgementForm::start(const coverage::ClauseState &state, const QString &who, const QDate &today, const QDate &shownDay)
{
    const Tokens &colors = tokens(themeOf(QApplication::palette()));
    for (int i = 0; i < 8; ++i)
        m_state->setItemIcon(i, tileIcon(ProgressState(i), colors));
    m_clause = state.clause;
    m_judgement = state.judgement ? state.judgement->id.value : QString();
    m_shownDay = shownDay;
    m_title->setText(tr("Judge clause %1 yourself").arg(state.label));
    m_beside->setText(tr("Computed: %1, by rule %2. It stays visible beside yours.")
                          .arg(stateWords(state.computed).toLower())
                          .arg(state.computedRule));
    m_state->setCurrentIndex(int(state.progress()));
    m_reason->setText(state.judgement ? state.judgement->reason : QString());
    m_who->setText(who);
    m_day->setDate(today);
    m_takeBack->setVisible(state.judgement.has_value());
    m_takeBack->setToolTip(state.judgement ? plainToolTip(tr("The judgement of %1 of %2").arg(state.judgement->who, state.judgement->date.toWords()))
                                           : QString());
    check();
    m_state->setFocus(Qt::ShortcutFocusReason);
}

void JudgementForm::check()
{
    const bool ready = !m_reason->text().trimmed().isEmpty() && !m_who->text().trimmed().isEmpty() && m_day->date().isValid();
    m_judge->setEnabled(ready);
    QString note = ready ? QString() : tr("It needs a reason and a name.");
    if (ready && m_shownDay.isValid() && m_day->date() > m_shownDay)
        note = tr("It holds from %1 on; the matrix shows %2.").arg(dateInWords(m_day->date()), dateInWords(m_shownDay));
    m_note->setText(note);
}

void JudgementForm::submit()
{
    if (m_judge->isEnabled())
        emit judged(m_clause, ProgressState(m_state->currentIndex()), m_who->text(), m_day->date(), m_reason->text());
}

void JudgementForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace entente::ui
