#include "ui/desk/suggestionlist.h"

#include "core/model/edits.h"
#include "ui/desk/suggestionmodel.h"
#include "ui/plain.h"
#include "ui/runtext.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

SuggestionList::SuggestionList(Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new SuggestionModel(this))
    , m_tree(new QTreeView(this))
    , m_count(plainLabel({}, this))
    , m_passage(new RunText({}, this))
    , m_accept(new QPushButton(tr("Accept (A)"), this))
    , m_reject(new QPushButton(tr("Reject (R)"), this))
    , m_acceptAll(new QPushButton(tr("Accept all from score"), this))
    , m_score(new QDoubleSpinBox(this))
    , m_decided(new QCheckBox(tr("Show decided ones"), this))
{
    m_tree->setModel(m_model);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Suggestions"));
    m_tree->installEventFilter(this);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(SuggestionModel::LinkTo, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(SuggestionModel::Reason, QHeaderView::Stretch);
    for (const int column : {SuggestionModel::Place, SuggestionModel::Level, SuggestionModel::Score, SuggestionModel::State})
        m_tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_score->setRange(0, 1);
    m_score->setSingleStep(0.05);
    m_score->setValue(0.7);
    m_passage->setMaximumLines(5);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 6, 12, 6);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(m_decided);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_reject);
    buttons->addWidget(m_acceptAll);
    buttons->addWidget(m_score);
    auto *passage = new QHBoxLayout;
    passage->setContentsMargins(12, 6, 12, 8);
    passage->addWidget(m_passage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_tree, 1);
    layout->addLayout(passage);

    connect(m_accept, &QPushButton::clicked, this, &SuggestionList::acceptChosen);
    connect(m_reject, &QPushButton::clicked, this, &SuggestionList::rejectChosen);
    connect(m_acceptAll, &QPushButton::clicked, this, &SuggestionList::acceptFromScore);
    connect(m_decided, &QCheckBox::toggled, this, &SuggestionList::reload);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &SuggestionList::showCurrent);
    connect(m_tree, &QTreeView::activated, this,
            [this](const QModelIndex &index) { emit passageRequested(index.data(SuggestionModel::IdRole).toString()); });
    connect(m_passage, &RunText::activated, this, [this](const Target &target) { emit passageRequested(target.id); });
    reload();
}

void SuggestionList::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_text.clear();
    if (document)
        connect(document, &entente::Document::changed, this, [this](const ChangeSet &changes) {
            if (!changes.changes<Suggestion>().empty())
                reload();
        });
    reload();
}

void SuggestionList::showText(const QString &documentId)
{
    m_text = documentId;
    reload();
}

int SuggestionList::openCount() const
{
    return m_model->openCount();
}

void SuggestionList::reload()
{
    const int row = m_tree->currentIndex().row();
    m_model->show(m_document ? m_document->snapshot() : nullptr, m_text, m_decided->isChecked());
    if (m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
    m_count->setText(m_model->rowCount() == 0 ? tr("No suggestion waits. Import a text to get some.")
                                              : tr("%1 waiting. Accepting links the passage; undo takes it back.").arg(openCount()));
    for (QPushButton *button : {m_accept, m_reject, m_acceptAll})
        button->setEnabled(openCount() > 0);
    showCurrent();
}

void SuggestionList::showCurrent()
{
    const Suggestion *suggestion = m_model->at(m_tree->currentIndex().row());
    if (!suggestion) {
        m_passage->setRuns({});
        return;
    }
    m_passage->setRuns({{u"¶ "_s + suggestion->label + u"  "_s, {}, Run::Strong},
                        {u"“"_s + suggestion->quote + u"”"_s, {Target::Passage, suggestion->id.value}, Run::Quote},
                        {u"\n"_s + suggestion->reason, {}, Run::Subtle}});
    if (m_tree->hasFocus())
        m_selection.choose(suggestion->target.value);
}

QStringList SuggestionList::chosen() const
{
    QStringList ids;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        const Suggestion *suggestion = m_model->at(index.row());
        if (suggestion && suggestion->state == SuggestionState::Open)
            ids += suggestion->id.value;
    }
    return ids;
}

void SuggestionList::decide(bool accept, const QStringList &ids)
{
    if (!m_document || ids.isEmpty())
        return;
    const auto changes = accept ? edits::acceptSuggestions(m_document->model(), ids) : edits::rejectSuggestions(m_document->model(), ids);
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (const auto done = m_document->submit(*changes); !done)
        emit failed(done.error());
}

void SuggestionList::acceptChosen()
{
    decide(true, chosen());
}

void SuggestionList::rejectChosen()
{
    decide(false, chosen());
}

void SuggestionList::acceptFromScore()
{
    decide(true, m_model->openFrom(m_score->value()));
}

bool SuggestionList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_A || key->key() == Qt::Key_R)) {
            key->key() == Qt::Key_A ? acceptChosen() : rejectChosen();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente::ui
