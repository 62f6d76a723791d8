#pragma once

#include "ui/paper/page.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace entente::ui {

/// Asks for the paper of a drawing.
class PageDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PageDialog(const PageSetup &usual, QWidget *parent = nullptr);

    PageSetup setup() const;

private:
    void tell();

    PageSetup m_usual;
    QComboBox *m_paper;
    QComboBox *m_orientation;
    QSpinBox *m_columns;
    QSpinBox *m_rows;
    QCheckBox *m_index;
    QCheckBox *m_mono;
    QLabel *m_size;
};

} // namespace entente::ui
