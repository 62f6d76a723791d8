#include "ui/views/viewlist.h"

#include "ui/plain.h"
#include "ui/views/viewmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace entente::ui {

using namespace Qt::StringLiterals;

ViewList::ViewList(SavedViews &views, QWidget *parent)
    : QWidget(parent)
    , m_views(views)
    , m_model(new ViewModel(this))
    , m_table(new QTableView(this))
    , m_empty(plainLabel(tr("No view is saved yet. Set layout, filters, day and style as you need them, then save them here under a name."), this))
    , m_save(new QPushButton(tr("Save the present view as…"), this))
    , m_update(new QPushButton(tr("Update"), this))
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAccessibleName(tr("Saved views"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(ViewModel::Name, 120);
    m_table->setColumnWidth(ViewModel::Shows, 120);
    m_empty->setContentsMargins(12, 12, 12, 12);
    const auto button = [this](const QString &words, const QString &tip) {
        auto *made = new QPushButton(words, this);
        made->setToolTip(plainToolTip(tip));
        m_onChosen.push_back(made);
        return made;
    };
    auto *open = button(tr("Open"), tr("Show what this view shows (Enter)"));
    auto *rename = button(tr("Rename"), tr("Give it another name (F2)"));
    auto *duplicate = button(tr("Duplicate"), tr("The same once more under another name"));
    auto *remove = button(tr("Remove"), tr("Take the view out of the map; Undo brings it back (Del)"));
    m_update->setToolTip(plainToolTip(tr("The chosen view takes over what is shown now")));
    m_onChosen.push_back(m_update);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(12, 6, 12, 8);
    grid->setSpacing(6);
    grid->addWidget(open, 0, 0);
    grid->addWidget(rename, 0, 1);
    grid->addWidget(m_update, 0, 2);
    grid->addWidget(duplicate, 1, 0);
    grid->addWidget(remove, 1, 1);
    grid->addWidget(m_save, 2, 0, 1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_empty);
    layout->addWidget(m_table, 1);
    layout->addLayout(grid);
    connect(open, &QPushButton::clicked, this, [this] { m_views.open(chosen()); });
    connect(rename, &QPushButton::clicked, this, [this] { m_table->edit(m_table->currentIndex().siblingAtColumn(ViewModel::Name)); });
    connect(duplicate, &QPushButton::clicked, this, [this] { m_views.duplicate(chosen()); });
    connect(remove, &QPushButton::clicked, this, [this] { m_views.remove(chosen()); });
    connect(m_update, &QPushButton::clicked, this, [this] { m_views.updateView(chosen()); });
    connect(m_save, &QPushButton::clicked, &m_views, &SavedViews::saveAs);
    connect(m_table, &QTableView::doubleClicked, this, [this] { m_views.open(chosen()); });
    connect(m_model, &ViewModel::renameWanted, &m_views, &SavedViews::rename, Qt::QueuedConnection); // Once the editor is closed.
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_before = chosen(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        const int row = m_model->rowOf(m_before);
        m_table->setCurrentIndex(m_model->index(row >= 0 ? row : 0, ViewModel::Name));
        showState();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ViewList::showState);
    connect(&m_views, &SavedViews::changed, this, &ViewList::showState);
    setFocusProxy(m_table);
    showState();
}

void ViewList::setDocument(entente::Document *document)
{
    m_model->setDocument(document);
    m_save->setEnabled(document);
    showState();
}

QString ViewList::chosen() const
{
    return m_model->keyAt(m_table->currentIndex().row());
}

void ViewList::showState()
{
    m_model->setOpen(m_views.current());
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    for (QPushButton *button : m_onChosen)
        button->setEnabled(!chosen().isEmpty());
}

void ViewList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && !chosen().isEmpty())
        m_views.remove(chosen());
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !chosen().isEmpty())
        m_views.open(chosen());
    else
        QWidget::keyPressEvent(event);
}

} // namespace entente::ui
