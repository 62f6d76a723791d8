#include "ui/ledger/ledgerview.h"

#include "core/base/text.h"
#include "core/model/edits.h"
#include "ui/chosenrow.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Due;

namespace {

constexpr int mostWrapped = 300; ///< Rows up to which each is as high as its words need.

QComboBox *filterBox(QWidget *parent, const QString &name)
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(plainToolTip(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaximumWidth(220);
    return box;
}

} // namespace

LedgerView::LedgerView(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_selection(selection)
    , m_model(new LedgerModel(this))
    , m_title(plainLabel({}, this))
    , m_side(filterBox(this, tr("Promised by")))
    , m_dialogue(filterBox(this, tr("Made in the dialogue")))
    , m_state(filterBox(this, tr("Progress")))
    , m_due(filterBox(this, tr("Due")))
    , m_table(new QTableView(this))
    , m_empty(plainLabel({}, this))
    , m_because(plainLabel({}, this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_deliver(new QPushButton(tr("Mark as &delivered…"), this))
    , m_passage(new QPushButton(tr("Show the &passage"), this))
    , m_print(new QPushButton(tr("Pri&nt…"), this))
    , m_export(new QPushButton(tr("&Save as PDF…"), this))
    , m_copy(new QPushButton(tr("Cop&y the table"), this))
    , m_proof(new QWidget(this))
    , m_passages(new QComboBox(m_proof))
{
    setObjectName(u"commitments"_s);
    build();
    fillFilters();
    for (QComboBox *box : {m_side, m_dialogue, m_state, m_due})
        connect(box, &QComboBox::activated, this, &LedgerView::takeFilters);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        const QString commitment = m_model->commitmentAt(chosenRow(selected).row());
        if (!commitment.isEmpty() && !m_following)
            m_selection.choose(commitment);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerView::enable);
    connect(m_table, &QTableView::doubleClicked, this, &LedgerView::showPassage);
    connect(m_passage, &QPushButton::clicked, this, &LedgerView::showPassage);
    connect(m_edit, &QPushButton::clicked, this, &LedgerView::editRequested);
    connect(m_deliver, &QPushButton::clicked, this, &LedgerView::askForProof);
    connect(m_print, &QPushButton::clicked, this, &LedgerView::printRequested);
    connect(m_export, &QPushButton::clicked, this, &LedgerView::exportRequested);
    connect(m_copy, &QPushButton::clicked, this, &LedgerView::copy);
    connect(&m_selection, &Selection::changed, this, &LedgerView::showChosen);
    connect(&m_lens, &SharedLens::changed, this, &LedgerView::reload);
    enable();
}

void LedgerView::build()
{
    m_title->setFont(sizedFont(font(), 1.15, true));
    auto *filters = new QHBoxLayout;
    filters->addStretch(1);
    for (QComboBox *box : {m_side, m_dialogue, m_state, m_due})
        filters->addWidget(box);

    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Commitments"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LedgerView::fitRows);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting)
            fitRows();
    });

    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(24);
    m_because->setWordWrap(true);

    auto *question = plainLabel(tr("Which passage proves it?"), m_proof);
    m_passages->setEditable(true);
    m_passages->setInsertPolicy(QComboBox::NoInsert);
    m_passages->completer()->setFilterMode(Qt::MatchContains);
    m_passages->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_passages->setAccessibleName(question->text());
    m_passages->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_passages->setMinimumContentsLength(20);
    m_passages->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *yes = new QPushButton(tr("&Delivered"), m_proof);
    auto *bare = new QPushButton(tr("Delivered &without proof"), m_proof);
    auto *no = new QPushButton(tr("Cancel"), m_proof);
    connect(yes, &QPushButton::clicked, this, [this] {
        const int index = m_passages->findText(m_passages->currentText());
        if (index >= 0)
            markDelivered(m_passages->itemData(index).toString());
        else
            emit failed(callError(tr("Choose a passage of the list, or mark it as delivered without proof.")));
    });
    connect(bare, &QPushButton::clicked, this, [this] { markDelivered({}); });
    connect(no, &QPushButton::clicked, m_proof, &QWidget::hide);
    auto *proof = new QHBoxLayout(m_proof);
    proof->setContentsMargins(0, 0, 0, 0);
    proof->addWidget(question);
    proof->addWidget(m_passages, 1);
    for (QPushButton *button : {yes, bare, no})
        proof->addWidget(button);
    m_proof->hide();

    auto *add = new QPushButton(tr("&Add…"), this);
    connect(add, &QPushButton::clicked, this, &LedgerView::addRequested);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {add, m_edit, m_deliver, m_passage})
        buttons->addWidget(button);
    buttons->addStretch(1);
    for (QPushButton *button : {m_copy, m_export, m_print})
        buttons->addWidget(button);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_title);
    column->addLayout(filters);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_because);
    column->addWidget(m_proof);
    column->addLayout(buttons);
}

void LedgerView::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_proof->hide();
    if (document)
        connect(document, &entente::Document::changed, this, &LedgerView::reload);
    reload();
}

void LedgerView::fillFilters()
{
    const auto fill = [](QComboBox *box, const QString &any, const std::vector<std::pair<QString, QVariant>> &items) {
        const QVariant before = box->currentData();
        box->clear();
        box->addItem(any);
        for (const auto &[words, value] : items)
            box->addItem(words, value);
        box->setCurrentIndex(std::max(0, before.isValid() ? box->findData(before) : 0));
    };
    fill(m_side, tr("By anyone"),
         {{tr("By the EU"), int(Side::Eu)}, {tr("By the ROK"), int(Side::Rok)}, {tr("By both or a dialogue"), int(Side::Unknown)}});
    std::vector<std::pair<QString, QVariant>> dialogues;
    for (const QString &dialogue : m_model->dialogues())
        dialogues.emplace_back(m_model->map()->shortTitle(dialogue), dialogue);
    std::ranges::sort(dialogues, {}, [](const auto &pair) { return pair.first; });
    fill(m_dialogue, tr("In any dialogue"), dialogues);
    std::vector<std::pair<QString, QVariant>> states;
    for (const CommitmentState state : {CommitmentState::Open, CommitmentState::Delivered, CommitmentState::Dropped, CommitmentState::CannotTell})
        states.emplace_back(capitalised(shown(state)), int(state));
    fill(m_state, tr("Any progress"), states);
    fill(m_due, tr("Due at any time"),
         {{tr("Overdue"), int(Due::Overdue)}, {tr("Due soon"), int(Due::Soon)}, {tr("Due later"), int(Due::Later)}, {tr("No date"), int(Due::NoDate)}});
}

void LedgerView::takeFilters()
{
    LedgerFilter filter;
    if (m_side->currentData().isValid())
        filter.side = Side(m_side->currentData().toInt());
    filter.dialogue = m_dialogue->currentData().toString();
    if (m_state->currentData().isValid())
        filter.state = CommitmentState(m_state->currentData().toInt());
    if (m_due->currentData().isValid())
        filter.due = Due(m_due->currentData().toInt());
    m_model->setFilter(filter);
    showChosen();
}

void LedgerView::reload()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    m_model->setMap(m_document ? m_document->snapshot() : nullptr, m_lens.value().asOf);
    fillFilters();
    takeFilters();
    m_title->setText(title());
    showChosen();
}

void LedgerView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

QString LedgerView::title() const
{
    const QDate day = m_lens.value().asOf;
    const QString when = day.isValid() ? tr(" on %1").arg(dateInWords(day)) : QString();
    if (m_model->total() == 0)
        return tr("No commitments");
    const QString count = m_model->rowCount() == m_model->total() ? (m_model->total() == 1 ? tr("1 commitment") : tr("%1 commitments").arg(m_model->total()))
                                                                  : tr("%1 of %2 commitments").arg(m_model->rowCount()).arg(m_model->total());
    return tr("%1, %2 overdue%3").arg(count, QString::number(m_model->overdue()), when);
}

void LedgerView::fitColumns()
{
    static constexpr int shares[] = {28, 14, 17, 15, 12, 14};
    m_fitting = true;
    for (int column = 0; column < LedgerModel::Known; ++column)
        m_table->setColumnWidth(column, m_table->viewport()->width() * shares[column] / 100);
    m_fitting = false;
    fitRows();
}

void LedgerView::fitRows()
{
    if (m_model->rowCount() <= mostWrapped)
        m_table->resizeRowsToContents();
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->setText(!m_document                ? QString()
                     : m_model->total() == 0 ? tr("No commitment is recorded by this day. Import a read-out, which proposes what was promised in it, or add one.")
                                                : tr("No commitment fits these filters. Set them to “any”."));
    m_title->setText(title());
    for (QPushButton *button : {m_print, m_export, m_copy})
        button->setEnabled(any);
}

void LedgerView::showChosen()
{
    const int row = m_model->rowOf(m_selection.current());
    m_following = true;
    if (row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
    m_following = false;
    enable();
}

void LedgerView::enable()
{
    const int row = m_model->rowOf(m_selection.current());
    const coverage::LedgerEntry *entry = m_model->entryAt(row);
    m_edit->setEnabled(entry);
    m_deliver->setEnabled(entry && entry->state != CommitmentState::Delivered);
    const auto *commitment = entry ? m_model->map()->model().find<Commitment>(entry->commitment) : nullptr;
    m_passage->setEnabled(commitment && (!commitment->passage.isEmpty() || !commitment->proof.isEmpty() || !commitment->clause.isEmpty()));
    m_because->setText(entry ? tr("%1: %2").arg(capitalised(shown(entry->knowledge)), entry->because) : QString());
    if (!entry)
        m_proof->hide();
}

void LedgerView::showPassage()
{
    const auto *commitment = m_document ? m_document->model().find<Commitment>(m_selection.current()) : nullptr;
    if (!commitment)
        return;
    const bool settled = commitment->state == CommitmentState::Delivered || commitment->state == CommitmentState::Dropped;
    const QString proof = settled ? commitment->proof.value : QString();
    for (const QString &place : {proof, commitment->passage.value, commitment->clause.value}) {
        if (!place.isEmpty()) {
            emit passageRequested(place);
            return;
        }
    }
}

void LedgerView::askForProof()
{
    const QString chosen = m_selection.current();
    if (!m_document || m_model->rowOf(chosen) < 0)
        return;
    const Lookup &lookup = m_document->lookup();
    const auto *commitment = lookup.model().find<Commitment>(chosen);
    m_passages->clear();
    std::vector<std::pair<QString, QString>> passages;
    for (const Passage &passage : lookup.model().all<Passage>()) {
        if (passage.id == commitment->passage)
            continue; // What promises it does not prove it.
        constexpr int most = 90;
        const QString quote = simplified(passage.quote);
        passages.emplace_back(tr("%1: “%2”").arg(lookup.title(passage.id.value), quote.size() > most ? quote.left(most) + u'…' : quote), passage.id.value);
    }
    std::ranges::sort(passages);
    for (const auto &[words, id] : passages)
        m_passages->addItem(words, id);
    m_passages->setCurrentIndex(-1);
    m_passages->lineEdit()->setPlaceholderText(passages.empty() ? tr("No text of the map is quoted yet; import the read-out that tells of it")
                                                                : tr("Words of the passage, or of the title of its text"));
    m_proof->show();
    m_passages->setFocus();
}

void LedgerView::markDelivered(const QString &passage)
{
    const QString chosen = m_selection.current();
    if (!m_document || !m_document->model().find<Commitment>(chosen))
        return;
    edits::FieldTexts fields{{u"state"_s, wordOf(CommitmentState::Delivered)}};
    if (!passage.isEmpty())
        fields.emplace_back(u"proof"_s, passage);
    auto changes = edits::set(m_document->model(), chosen, fields);
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    changes->setLabel(tr("mark “%1” as delivered").arg(m_document->lookup().title(chosen).left(60)));
    if (auto submitted = m_document->submit(*changes); !submitted) {
        emit failed(submitted.error());
        return;
    }
    m_proof->hide();
    m_table->setFocus();
    emit succeeded();
}

void LedgerView::copy()
{
    if (m_model->map())
        QApplication::clipboard()->setText(tableText(ledgerTable(*m_model->map(), m_lens.value().asOf, m_model->filter())));
}

bool LedgerView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            showPassage();
            return true;
        }
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente::ui
