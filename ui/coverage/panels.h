#pragma once

#include "ui/coverage/painting.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace entente::ui {

/// "35 of 48 cannot be told yet: 5 of 6 read-outs are missing. Import…"
class CannotTellStrip : public QWidget
{
    Q_OBJECT

public:
    explicit CannotTellStrip(QWidget *parent = nullptr);
    void setWords(const QString &first, const QString &second);
    void setTheme(Theme theme);

signals:
    void importRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_first;
    QLabel *m_second;
    QToolButton *m_import;
    Theme m_theme = Theme::Light;
};

/// How many clauses are in each state.
class TotalsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TotalsPanel(QWidget *parent = nullptr);
    void setContent(const CoverageContent &content);
    void setTheme(Theme theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CoverageContent m_content;
    Theme m_theme = Theme::Light;
};

/// Why the chosen clause is in its state, and what could be done about it.
class WhyPanel : public QWidget
{
    Q_OBJECT

public:
    explicit WhyPanel(QWidget *parent = nullptr);
    /// Empty lines: no clause is chosen. `evidence`: the passage to be opened, labelled `passage`; may be empty.
    void setWords(const QStringList &lines, ProgressState state, const QString &evidence, const QString &passage, bool readoutsMissing);
    /// Whether the chosen clause can be judged, and what was computed where somebody did.
    void setJudgement(bool possible, bool isJudged, ProgressState computed);
    /// Words that explain no state; the first line stands out.
    void setPlainWords(const QStringList &lines, bool readoutsMissing);
    void setTheme(Theme theme);

signals:
    void passageRequested(const QString &evidence);
    void importRequested();
    void judgementRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_import;
    QPushButton *m_judge;
    QString m_evidence;
    ProgressState m_state = ProgressState::NotRaised;
    ProgressState m_computed = ProgressState::NotRaised;
    bool m_hasState = false;
    bool m_isJudged = false;
    Theme m_theme = Theme::Light;
};

} // namespace entente::ui
