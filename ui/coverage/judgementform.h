#pragma once

#include "core/coverage/progress.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace entente::ui {

/// A user's own judgement of a clause: state, reason, name, date. Stands at the foot of the matrix while it is filled in; nothing is modal.
class JudgementForm : public QWidget
{
    Q_OBJECT

public:
    explicit JudgementForm(QWidget *parent = nullptr);

    /// Starts with what is so: the present judgement, or the computed state, the user's name and today. `shownDay` is the day of the matrix.
    void start(const coverage::ClauseState &state, const QString &who, const QDate &today, const QDate &shownDay);
    const QString &clause() const { return m_clause; }

signals:
    void judged(const QString &clause, entente::model::ProgressState state, const QString &who, const QDate &day, const QString &reason);
    void takenBack(const QString &judgement);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void check();

    QLabel *m_title;
    QLabel *m_beside;
    QComboBox *m_state;
    QLineEdit *m_reason;
    QLineEdit *m_who;
    QDateEdit *m_day;
    QLabel *m_note;
    QPushButton *m_judge;
    QPushButton *m_takeBack;
    QString m_clause;
    QString m_judgement;
    QDate m_shownDay;
};

} // namespace entente::ui
