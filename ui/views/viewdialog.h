#pragma once

#include "ui/dialogs.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace entente::ui {

/// Under which name a view is saved, which drawing opens with it, and whether it keeps its day.
class ViewDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ViewDialog(const ViewWish &usual, QWidget *parent = nullptr);

    ViewWish wish() const;

private:
    void check();

    ViewWish m_usual;
    QLineEdit *m_name;
    QComboBox *m_drawing;
    QRadioButton *m_looking;
    QRadioButton *m_fixed;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace entente::ui
