#pragma once

#include "ui/lens.h"

#include <QToolButton>

class QDateEdit;

namespace entente::ui {

/// Makes the day of the lens a range: what was in force on any day from one to the other.
class RangeButton : public QToolButton
{
    Q_OBJECT

public:
    explicit RangeButton(SharedLens &lens, QWidget *parent = nullptr);

    QDateEdit &from() const { return *m_from; }
    QAction &switchAction() const { return *m_switch; }

private:
    void showRange();

    SharedLens &m_lens;
    QAction *m_switch;
    QDateEdit *m_from;
};

} // namespace entente::ui
