#pragma once

#include "core/base/result.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace entente::ui {

/// A strip over the views: one sentence and what can be done about it. Never modal.
class Strip : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString words;
        std::function<void()> action;
        bool closes = true;
    };
    enum class Tone { Plain, Warning };

    Strip(const QString &text, Tone tone, const std::vector<Choice> &choices, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    /// For a strip that shows how far something is.
    void setProgress(int done, int total);

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QProgressBar *m_progress;
    Tone m_tone;
};

/// Where errors, notices and outcomes stand, the newest first. Who places it hides it when there is nothing to say.
class ErrorBar : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorBar(QWidget *parent = nullptr);

    void showError(const base::Error &error);
    /// A strip with the same `key` is replaced.
    Strip *showNotice(const QString &key, const QString &text, const std::vector<Strip::Choice> &choices = {},
                      Strip::Tone tone = Strip::Tone::Plain);
    void remove(const QString &key);
    /// The sentences that stand there, the newest first.
    QStringList texts() const;
    /// Clears errors: the next thing has been done.
    void clearErrors();

    /// As high as the sentences need at the present width: a toolbar asks for no height for a width.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    /// Whether there is anything to be seen.
    void occupied(bool occupied);

private:
    void tell();

    QVBoxLayout *m_layout;
};

} // namespace entente::ui
