#include "ui/views/viewdialog.h"

#include "core/base/text.h"
#include "ui/plain.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

ViewDialog::ViewDialog(const ViewWish &usual, QWidget *parent)
    : QDialog(parent)
    , m_usual(usual)
    , m_name(new QLineEdit(usual.name, this))
    , m_drawing(new QComboBox(this))
    , m_looking(new QRadioButton(tr("The day of looking: always the state of today"), this))
    , m_fixed(new QRadioButton(tr("This day: %1").arg(dateInWords(usual.shown)), this))
    , m_problem(plainLabel({}, this))
{
    setWindowTitle(tr("Save the view"));
    m_name->setMaxLength(200);
    m_name->setAccessibleName(tr("Name"));
    m_name->selectAll();
    m_drawing->addItem(tr("Network"), u"network"_s);
    m_drawing->addItem(tr("Timeline"), u"timeline"_s);
    m_drawing->addItem(tr("Coverage"), u"coverage"_s);
    m_drawing->setCurrentIndex(std::max(0, m_drawing->findData(usual.drawing)));
    m_drawing->setAccessibleName(tr("Opens"));
    (usual.day == ViewDay::Looking ? m_looking : m_fixed)->setChecked(true);
    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Opens"), m_drawing);
    form->addRow(tr("As of"), m_looking);
    form->addRow(QString(), m_fixed);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(tr("Layout, places, filters, groups, comparison and style are kept under this name, in the map."), this));
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(420);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &ViewDialog::check);
    check();
}

void ViewDialog::check()
{
    const QString name = base::folded(base::simplified(m_name->text()));
    const bool isTaken = std::ranges::any_of(m_usual.taken, [&](const QString &other) { return base::folded(other) == name; });
    m_problem->setText(isTaken ? tr("A view has this name already. Choose another, or update that view.") : QString());
    m_save->setEnabled(!name.isEmpty() && !isTaken);
}

ViewWish ViewDialog::wish() const
{
    ViewWish wish = m_usual;
    wish.name = base::simplified(m_name->text());
    wish.drawing = m_drawing->currentData().toString();
    wish.day = m_looking->isChecked() ? ViewDay::Looking : ViewDay::Fixed;
    return wish;
}

} // namespace entente::ui
