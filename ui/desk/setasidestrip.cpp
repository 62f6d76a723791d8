#include "ui/desk/setasidestrip.h"

#include "ui/desk/setasidemodel.h"
#include "ui/plain.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace entente::ui {

using namespace Qt::StringLiterals;

SetAsideStrip::SetAsideStrip(QWidget *parent)
    : QWidget(parent)
    , m_model(new SetAsideModel(this))
    , m_list(new QTreeView(this))
    , m_count(plainLabel({}, this))
    , m_inText(new QCheckBox(tr("Show them in the text"), this))
    , m_putBack(new QPushButton(tr("Put back"), this))
{
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(tr("Set aside"));
    m_list->setTabKeyNavigation(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(SetAsideModel::Words, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(SetAsideModel::Page, QHeaderView::Interactive);
    m_list->header()->setSectionResizeMode(SetAsideModel::Why, QHeaderView::Interactive);
    const int character = fontMetrics().averageCharWidth();
    m_list->header()->resizeSection(SetAsideModel::Page, 8 * character);
    m_list->header()->resizeSection(SetAsideModel::Why, 22 * character);
    m_list->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_putBack->setToolTip(plainToolTip(tr("The chosen lines belong to the text after all (B)")));
    m_count->setWordWrap(false);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 4, 8, 4);
    head->addWidget(m_count, 1);
    head->addWidget(m_inText);
    head->addWidget(m_putBack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);

    connect(m_putBack, &QPushButton::clicked, this, &SetAsideStrip::putBackWanted);
    connect(m_list, &QTreeView::activated, this, &SetAsideStrip::putBackWanted);
    connect(m_inText, &QCheckBox::toggled, this, &SetAsideStrip::showInTextToggled);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const Paragraph *paragraph = m_model->at(index.row()))
            emit chose(paragraph->id.value);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_putBack->setEnabled(!chosen().isEmpty()); });
}

void SetAsideStrip::setText(std::shared_ptr<const Lookup> lookup, const QString &document)
{
    const int row = m_list->currentIndex().row();
    const bool hadFocus = m_list->hasFocus();
    m_model->setText(std::move(lookup), document);
    const int lines = m_model->rowCount();
    m_count->setText(lines == 0   ? tr("Nothing was set aside.")
                     : lines == 1 ? tr("1 line set aside")
                                  : tr("%1 lines set aside").arg(lines));
    m_list->setVisible(lines > 0);
    // Nothing to list needs no room.
    setMaximumHeight(lines > 0 ? QWIDGETSIZE_MAX : layout()->minimumSize().height());
    m_inText->setEnabled(lines > 0);
    m_putBack->setEnabled(false);
    // After a line went back, the next one is under the hand.
    if (lines > 0 && row >= 0 && hadFocus)
        m_list->setCurrentIndex(m_model->index(std::min(row, lines - 1), 0));
}

bool SetAsideStrip::isShownInText() const
{
    return m_inText->isChecked();
}

void SetAsideStrip::showInText(bool shown)
{
    m_inText->setChecked(shown);
}

QStringList SetAsideStrip::chosen() const
{
    QStringList ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
        const Paragraph *paragraph = m_model->at(index.row());
        if (paragraph && paragraph->role == ParagraphRole::SetAside)
            ids += paragraph->id.value;
    }
    return ids;
}

QString SetAsideStrip::current() const
{
    const Paragraph *paragraph = m_model->at(m_list->currentIndex().row());
    return paragraph ? paragraph->id.value : QString();
}

} // namespace entente::ui
