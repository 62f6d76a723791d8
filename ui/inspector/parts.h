#pragma once

#include "ui/inspector/sheet.h"

#include <QFrame>

namespace entente::ui {

/// The shape of a record with its letter, beside its kind.
class KindBadge : public QWidget
{
    Q_OBJECT

public:
    KindBadge(Kind kind, Side side, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    Side m_side;
};

/// The mark of a round: its shape says the format, its number the ordinal.
class RoundBadge : public QWidget
{
    Q_OBJECT

public:
    RoundBadge(MeetingFormat format, const QString &ordinal, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MeetingFormat m_format;
    QString m_ordinal;
};

/// The rhythm of a dialogue in one strip: rounds, long gaps hatched, the next due as ▽.
class ClockStrip : public QWidget
{
    Q_OBJECT

public:
    ClockStrip(Clock clock, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Clock m_clock;
};

/// A frame in the colours of what we paint: a bar at its left, or a thin border.
class PaintedFrame : public QFrame
{
    Q_OBJECT

public:
    enum class Form { Card, Strip };
    PaintedFrame(Form form, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Form m_form;
};

} // namespace entente::ui
