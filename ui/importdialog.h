#pragma once

#include "ui/dialogs.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace entente::ui {

/// What a text is and where it belongs. Everything may stay empty: then the text itself decides.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(const ImportQuestion &question, QWidget *parent = nullptr);

    reading::ImportOptions wish() const;

private:
    void check();

    QComboBox *m_as;
    QComboBox *m_into;
    QLineEdit *m_title;
    QLineEdit *m_date;
    QLineEdit *m_reference;
    QComboBox *m_marking;
    QLabel *m_refusal;
    QPushButton *m_read;
};

} // namespace entente::ui
