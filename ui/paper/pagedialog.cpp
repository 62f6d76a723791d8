#include "ui/paper/pagedialog.h"

#include "ui/paper/pagemeasures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace entente::ui {

PageDialog::PageDialog(const PageSetup &usual, QWidget *parent)
    : QDialog(parent)
    , m_usual(usual)
    , m_paper(new QComboBox)
    , m_orientation(new QComboBox)
    , m_columns(new QSpinBox)
    , m_rows(new QSpinBox)
    , m_index(new QCheckBox(tr("Add an &index of all names with their place on the sheet (PDF)")))
    , m_mono(new QCheckBox(tr("&Black and white")))
    , m_size(new QLabel)
{
    setWindowTitle(tr("Paper for the drawing"));
    for (const QPageSize::PageSizeId size : {QPageSize::A4, QPageSize::A3, QPageSize::A2, QPageSize::A1})
        m_paper->addItem(QPageSize(size).name(), int(size));
    m_paper->setCurrentIndex(std::max(0, m_paper->findData(int(usual.paper.id()))));
    m_orientation->addItem(tr("Landscape"), int(QPageLayout::Landscape));
    m_orientation->addItem(tr("Portrait"), int(QPageLayout::Portrait));
    m_orientation->setCurrentIndex(m_orientation->findData(int(usual.orientation)));
    for (QSpinBox *box : {m_columns, m_rows})
        box->setRange(1, 9);
    m_columns->setValue(usual.columns);
    m_rows->setValue(usual.rows);
    m_columns->setAccessibleName(tr("Sheets side by side"));
    m_rows->setAccessibleName(tr("Sheets one below the other"));
    m_index->setChecked(usual.index);
    m_mono->setChecked(usual.mono);
    m_size->setTextFormat(Qt::PlainText);
    m_size->setWordWrap(true);

    auto *sheets = new QHBoxLayout;
    sheets->addWidget(m_columns);
    sheets->addWidget(new QLabel(tr("across ×")));
    sheets->addWidget(m_rows);
    sheets->addWidget(new QLabel(tr("down")));
    sheets->addStretch();
    auto *form = new QFormLayout;
    form->addRow(tr("&Paper:"), m_paper);
    form->addRow(tr("&Orientation:"), m_orientation);
    form->addRow(tr("&Sheets:"), sheets);
    form->addRow(QString(), m_size);
    form->addRow(QString(), m_index);
    form->addRow(QString(), m_mono);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(sheets)))
        label->setBuddy(m_columns);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Continue…"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    for (QComboBox *box : {m_paper, m_orientation})
        connect(box, &QComboBox::currentIndexChanged, this, &PageDialog::tell);
    for (QSpinBox *box : {m_columns, m_rows})
        connect(box, &QSpinBox::valueChanged, this, &PageDialog::tell);
    tell();
}

PageSetup PageDialog::setup() const
{
    PageSetup setup = m_usual;
    setup.paper = QPageSize(QPageSize::PageSizeId(m_paper->currentData().toInt()));
    setup.orientation = QPageLayout::Orientation(m_orientation->currentData().toInt());
    setup.columns = m_columns->value();
    setup.rows = m_rows->value();
    setup.index = m_index->isChecked();
    setup.mono = m_mono->isChecked();
    return setup;
}

/// How large the whole becomes.
void PageDialog::tell()
{
    const PageSetup wish = setup();
    QSizeF paper = wish.paper.size(QPageSize::Millimeter);
    if ((wish.orientation == QPageLayout::Landscape) != (paper.width() > paper.height()))
        paper.transpose();
    const double edge = 2 * page::margin / page::mm;
    const int width = qRound(wish.columns * (paper.width() - edge) - (wish.columns - 1) * page::overlap / page::mm + edge);
    const int height = qRound(wish.rows * (paper.height() - edge) - (wish.rows - 1) * page::overlap / page::mm + edge);
    m_size->setText(wish.isPoster() ? tr("A poster of %1 sheets, joined %2 × %3 mm, with crop marks and 10 mm overlap.").arg(wish.columns * wish.rows).arg(width).arg(height)
                                    : tr("One sheet of %1 × %2 mm.").arg(width).arg(height));
}

} // namespace entente::ui
