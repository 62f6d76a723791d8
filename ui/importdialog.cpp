#include "ui/importdialog.h"

#include "ui/plain.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

ImportDialog::ImportDialog(const ImportQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_as(new QComboBox(this))
    , m_into(new QComboBox(this))
    , m_title(new QLineEdit(question.usual.title, this))
    , m_date(new QLineEdit(question.usual.date, this))
    , m_reference(new QLineEdit(question.usual.reference, this))
    , m_marking(new QComboBox(this))
    , m_refusal(plainLabel({}, this))
    , m_read(nullptr)
{
    setWindowTitle(tr("Import “%1”").arg(question.name));
    m_as->addItem(tr("As the text says"), u"auto"_s);
    m_as->addItem(tr("Instrument: its clauses"), u"instrument"_s);
    m_as->addItem(tr("Read-out of a meeting"), u"readout"_s);
    m_as->setCurrentIndex(std::max(0, m_as->findData(question.usual.as)));
    m_into->setEditable(true);
    m_into->setInsertPolicy(QComboBox::NoInsert);
    m_into->addItem(QString(), QString());
    for (const auto &[id, title] : question.records)
        m_into->addItem(title, id);
    m_into->setCurrentIndex(std::max(0, m_into->findData(question.usual.into)));
    m_into->completer()->setFilterMode(Qt::MatchContains);
    m_into->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_into->lineEdit()->setPlaceholderText(tr("As the text says"));
    m_into->setMinimumContentsLength(40);
    m_into->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_date->setPlaceholderText(tr("2025-05-20, 2025-05 or 2025"));
    m_title->setPlaceholderText(tr("As the text says"));
    m_reference->setPlaceholderText(tr("As the text says"));
    m_marking->setEditable(true);
    m_marking->addItem(QString());
    m_marking->addItems(question.markings);
    m_marking->setCurrentText(question.usual.marking);
    m_marking->lineEdit()->setPlaceholderText(tr("As the text says"));
    m_refusal->hide();

    auto *form = new QFormLayout;
    form->addRow(tr("Kind"), m_as);
    form->addRow(tr("Belongs to"), m_into);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Date"), m_date);
    form->addRow(tr("Reference"), m_reference);
    form->addRow(tr("Marking"), m_marking);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_read = buttons->addButton(tr("Read"), QDialogButtonBox::AcceptRole);
    m_read->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(tr("What stays empty is taken from the text itself."), this));
    layout->addLayout(form);
    layout->addWidget(m_refusal);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_date, &QLineEdit::textChanged, this, &ImportDialog::check);
    connect(m_into, &QComboBox::editTextChanged, this, &ImportDialog::check);
    check();
}

reading::ImportOptions ImportDialog::wish() const
{
    reading::ImportOptions options;
    options.as = m_as->currentData().toString();
    // Two rounds may be called the same: the one that was chosen from the list counts, else the first that is called so.
    const QString into = m_into->currentText();
    const int at = m_into->itemText(m_into->currentIndex()) == into ? m_into->currentIndex() : m_into->findText(into, Qt::MatchFixedString);
    if (at >= 0)
        options.into = m_into->itemData(at).toString();
    options.title = m_title->text().trimmed();
    options.date = m_date->text().trimmed();
    options.reference = m_reference->text().trimmed();
    options.marking = m_marking->currentText().trimmed();
    return options;
}

void ImportDialog::check()
{
    QString refusal;
    const QString into = m_into->currentText().trimmed();
    if (!into.isEmpty() && wish().into.isEmpty())
        refusal = tr("No instrument, dialogue or meeting is called “%1”; choose one of the list.").arg(into.left(60));
    if (const auto date = PartialDate::parse(m_date->text().trimmed()); !date)
        refusal = date.error().sentence;
    m_refusal->setText(refusal);
    m_refusal->setVisible(!refusal.isEmpty());
    m_read->setEnabled(refusal.isEmpty());
}

} // namespace entente::ui
