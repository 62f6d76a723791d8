#pragma once

#include "ui/lens.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;

namespace entente::ui {

/// What can be set of a timeline in the heading of its dock: the lanes, and the range that all views follow.
class TimelineControls : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineControls(SharedLens &lens, QWidget *parent = nullptr);

    /// Where a range begins when it is switched on: what the lanes show.
    void setUsualStart(const QDate &day) { m_usualStart = day; }

    QComboBox &lanes() const { return *m_lanes; }
    QCheckBox &range() const { return *m_range; }
    QDateEdit &from() const { return *m_from; }
    QDateEdit &to() const { return *m_to; }

signals:
    void wholeTimeWanted();

private:
    void take(const model::Lens &lens);
    void setRange();

    SharedLens &m_lens;
    QDate m_usualStart;
    QComboBox *m_lanes;
    QCheckBox *m_range;
    QDateEdit *m_from;
    QDateEdit *m_to;
};

/// Sets the range of a lens, or takes it off with an invalid beginning. Beginning and end change places where they pass each other.
void setRange(SharedLens &lens, const QDate &from, const QDate &to);

} // namespace entente::ui
