#include "ui/desk/suggestionlist.h"

#include "core/model/edits.h"
#include "core/reading/links.h"
#include "ui/desk/namedecision.h"
#include "ui/desk/suggestionmodel.h"
#include "ui/plain.h"
#include "ui/runtext.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
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
    , m_kind(new QComboBox(this))
    , m_passage(new RunText({}, this))
    , m_names(new NameDecision(this))
    , m_accept(new QPushButton(tr("Accept (A)"), this))
    , m_reject(new QPushButton(tr("Reject (R)"), this))
    , m_acceptAll(new QPushButton(tr("Accept all shown"), this))
    , m_from(new QSlider(Qt::Horizontal, this))
    , m_fromWords(plainLabel({}, this))
    , m_look(new QPushButton(tr("Look again"), this))
    , m_decided(new QCheckBox(tr("Show decided ones"), this))
{
    build();
    connect(m_accept, &QPushButton::clicked, this, &SuggestionList::acceptChosen);
    connect(m_reject, &QPushButton::clicked, this, &SuggestionList::rejectChosen);
    connect(m_acceptAll, &QPushButton::clicked, this, &SuggestionList::acceptAll);
    connect(m_look, &QPushButton::clicked, this, &SuggestionList::lookAgain);
    connect(m_decided, &QCheckBox::toggled, this, &SuggestionList::reload);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SuggestionList::reload);
    connect(m_from, &QSlider::valueChanged, this, &SuggestionList::reload);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &SuggestionList::showCurrent);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const Suggestion *suggestion = m_model->at(index))
            emit passageRequested(suggestion->id.value);
    });
    connect(m_passage, &RunText::activated, this, [this](const Target &target) { emit passageRequested(target.id); });
    connect(m_names, &NameDecision::newRecordWanted, this, &SuggestionList::makeRecord);
    connect(m_names, &NameDecision::aliasWanted, this, [this](const QString &suggestion, const QString &record) {
        submit(edits::acceptNameAs(m_document->model(), suggestion, record));
        m_tree->setFocus();
    });
    connect(m_names, &NameDecision::ignoreWanted, this, [this](const QString &suggestion) {
        submit(edits::rejectSuggestions(m_document->model(), {suggestion}));
        m_tree->setFocus();
    });
    connect(&m_looking, &Job::ended, this, [this] { m_look->setEnabled(true); });
    reload();
}

void SuggestionList::build()
{
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(16);
    m_tree->setTabKeyNavigation(false);
    m_tree->setAccessibleName(tr("Suggestions"));
    m_tree->installEventFilter(this);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->header()->setSectionResizeMode(SuggestionModel::Proposal, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(SuggestionModel::Reason, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    for (const auto &[column, wide] : {std::pair(SuggestionModel::Level, 17), std::pair(SuggestionModel::Score, 7), std::pair(SuggestionModel::State, 11)}) {
        m_tree->header()->setSectionResizeMode(column, QHeaderView::Interactive);
        m_tree->header()->resizeSection(column, wide * character);
    }
    m_kind->addItem(tr("All kinds"), QString());
    m_kind->addItem(tr("Links"), u"relation"_s);
    m_kind->addItem(tr("Meetings"), u"meeting"_s);
    m_kind->addItem(tr("Commitments"), u"commitment"_s);
    m_kind->addItem(tr("Names"), u"name"_s);
    m_kind->addItem(tr("Moves to a new edition"), u"move"_s);
    m_kind->setAccessibleName(tr("Kinds shown"));
    m_from->setRange(5, 95);
    m_from->setPageStep(5);
    m_from->setMinimumWidth(90);
    m_from->setAccessibleName(tr("Show and look for links from this score"));
    m_from->setToolTip(plainToolTip(tr("Weaker links are not shown. “Look again” reads the texts for links down to this score.")));
    m_passage->setMaximumLines(6);
    m_fromWords->setWordWrap(false);

    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(12, 6, 12, 0);
    filters->addWidget(m_kind);
    filters->addSpacing(8);
    filters->addWidget(m_fromWords);
    filters->addWidget(m_from, 1);
    filters->addWidget(m_look);
    filters->addSpacing(8);
    filters->addWidget(m_decided);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 4, 12, 6);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_reject);
    buttons->addWidget(m_acceptAll);
    auto *passage = new QVBoxLayout;
    passage->setContentsMargins(12, 6, 12, 8);
    passage->addWidget(m_passage);
    passage->addWidget(m_names);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(filters);
    layout->addLayout(buttons);
    layout->addWidget(m_tree, 1);
    layout->addLayout(passage);
    setFocusProxy(m_tree);
}

void SuggestionList::setDocument(entente::Document *document)
{
    m_looking.cancel();
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_text.clear();
    if (document) {
        connect(document, &entente::Document::changed, this, [this](const ChangeSet &changes) {
            if (changes.changes<Suggestion>().empty())
                return;
            m_stale = !isVisible(); // What nobody sees is read again when it is shown.
            if (!m_stale)
                reload();
        });
        setThreshold(reading::suggestionThreshold(document->model()));
    }
    reload();
}

void SuggestionList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

double SuggestionList::threshold() const
{
    return m_from->value() / 100.0;
}

void SuggestionList::setThreshold(double threshold)
{
    m_from->setValue(qRound(100 * threshold));
}

void SuggestionList::showText(const QString &documentId, const QString &kind)
{
    m_text = documentId;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
    reload();
}

int SuggestionList::openCount() const
{
    return m_model->openCount();
}

void SuggestionList::reload()
{
    m_stale = false;
    // The next one that waits comes under the hand when this one is decided.
    const Suggestion *was = m_model->at(m_tree->currentIndex());
    const QString current = was ? was->id.value : QString();
    const QModelIndex at = m_tree->currentIndex();
    const int row = at.row();
    const int group = at.parent().isValid() ? at.parent().row() : at.row();
    m_model->show(m_document ? m_document->snapshot() : nullptr,
                  {m_text, m_kind->currentData().toString(), threshold(), m_decided->isChecked()});
    m_tree->setColumnHidden(SuggestionModel::State, !m_decided->isChecked()); // All that is shown is open.
    m_tree->expandAll();
    for (int i = 0; i < m_model->rowCount(); ++i)
        m_tree->setFirstColumnSpanned(i, {}, true);
    QModelIndex next = m_model->indexOf(current);
    if (!next.isValid() && m_model->rowCount() > 0) {
        const QModelIndex parent = m_model->index(std::clamp(group, 0, m_model->rowCount() - 1), 0);
        next = m_model->index(at.parent().isValid() ? std::clamp(row, 0, m_model->rowCount(parent) - 1) : 0, 0, parent);
    }
    if (next.isValid())
        m_tree->setCurrentIndex(next);
    m_fromWords->setText(tr("Links from %1").arg(threshold(), 0, 'f', 2));
    m_count->setText(m_model->rowCount() == 0 ? tr("Nothing waits here. Import a text (Ctrl+I), or lower the score and look again.")
                                              : tr("%1 waiting. Each batch is one step: undo takes it back.").arg(openCount()));
    for (QPushButton *button : {m_accept, m_reject, m_acceptAll})
        button->setEnabled(openCount() > 0);
    m_look->setEnabled(m_document && !m_looking.isRunning() && m_document->model().table<model::Document>().size() > 0);
    showCurrent();
}

void SuggestionList::showCurrent()
{
    const QModelIndex current = m_tree->currentIndex();
    const Suggestion *suggestion = m_model->at(current);
    m_names->clear();
    if (!suggestion) {
        const Paragraph *block = m_model->block(current);
        m_passage->setRuns(block ? std::vector<Run>{{u"¶ "_s + block->label + u"  "_s, {}, Run::Strong}, {block->text.left(1200)}}
                                 : std::vector<Run>());
        return;
    }
    m_passage->setRuns({{suggestion->label.isEmpty() ? QString() : QString(u"¶ "_s + suggestion->label + u"  "_s), {}, Run::Strong},
                        {u"“"_s + suggestion->quote.left(1200) + u"”"_s, {Target::Passage, suggestion->id.value}, Run::Quote},
                        {u"\n"_s + suggestion->reason, {}, Run::Subtle}});
    if (suggestion->kind == "name"_L1 && suggestion->state == SuggestionState::Open && m_document)
        m_names->offer(m_document->lookup(), *suggestion);
    if (m_tree->hasFocus() && !suggestion->target.isEmpty())
        m_selection.choose(suggestion->target.value);
}

QStringList SuggestionList::chosen() const
{
    QStringList ids;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        const Suggestion *suggestion = m_model->at(index);
        if (!suggestion)
            ids += m_model->openOfGroup(index);
        else if (suggestion->state == SuggestionState::Open)
            ids += suggestion->id.value;
    }
    ids.removeDuplicates();
    return ids;
}

void SuggestionList::submit(const Result<ChangeSet> &changes)
{
    if (!m_document)
        return;
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (const auto done = m_document->submit(*changes); !done)
        emit failed(done.error());
    else
        emit succeeded();
}

void SuggestionList::accept(const QStringList &ids)
{
    if (!m_document || ids.isEmpty())
        return;
    QStringList decided;
    for (const QString &id : ids) {
        const auto *suggestion = m_document->model().find<Suggestion>(id);
        if (suggestion && (suggestion->kind != "name"_L1 || !suggestion->target.isEmpty()))
            decided += id;
    }
    if (decided.isEmpty()) {
        m_names->search(); // A name that nobody knows needs a decision of its own.
        return;
    }
    submit(edits::acceptSuggestions(m_document->model(), decided));
}

void SuggestionList::acceptChosen()
{
    accept(chosen());
}

void SuggestionList::rejectChosen()
{
    if (const QStringList ids = chosen(); m_document && !ids.isEmpty())
        submit(edits::rejectSuggestions(m_document->model(), ids));
}

void SuggestionList::acceptAll()
{
    // At one stroke only what leaves no doubt; the rest is looked at one by one.
    QStringList definite;
    for (const QString &id : m_model->openOnes()) {
        const auto *suggestion = m_document ? m_document->model().find<Suggestion>(id) : nullptr;
        if (suggestion && edits::isDefinite(*suggestion))
            definite += id;
    }
    accept(definite);
}

void SuggestionList::makeRecord(const QString &id, Kind kind)
{
    const auto *suggestion = m_document ? m_document->model().find<Suggestion>(id) : nullptr;
    if (!suggestion)
        return;
    const bool korean = std::ranges::any_of(suggestion->quote, [](QChar c) { return c.script() == QChar::Script_Hangul; });
    auto changes = edits::add(m_document->model(), kind, {{korean ? u"name_ko"_s : u"name_en"_s, suggestion->quote.simplified()}});
    if (changes) {
        Suggestion accepted = *suggestion;
        accepted.state = SuggestionState::Accepted;
        forEachKind([&]<typename Row>() {
            if (kindOf<Row> == kind && !changes->changes<Row>().empty())
                accepted.target.value = changes->changes<Row>().front().id();
        });
        changes->update(*suggestion, accepted);
        changes->setLabel(tr("take “%1” in").arg(suggestion->quote.left(60)));
    }
    submit(changes);
    m_tree->setFocus();
}

void SuggestionList::lookAgain()
{
    if (!m_document || m_looking.isRunning())
        return;
    QStringList texts;
    for (const auto &document : m_document->model().all<model::Document>()) {
        if ((m_text.isEmpty() || document.id.value == m_text) && document.kind == DocumentKind::Readout)
            texts += document.id.value;
    }
    if (texts.isEmpty()) {
        emit failed(callError(tr("Links are looked for in read-outs; this text is none.")));
        return;
    }
    m_look->setEnabled(false);
    using Answer = Result<ChangeSet>;
    m_looking.start<Answer>(
        [model = m_document->model(), texts, from = threshold()](Progress &progress) -> Answer {
            Model after = model;
            for (const QString &text : texts) {
                auto changes = reading::suggestAgain(after, text, from, progress);
                if (!changes)
                    return changes.error();
                if (texts.size() == 1)
                    return changes;
                after.apply(*changes);
            }
            return difference(model, after, tr("look for links from %1").arg(from, 0, 'f', 2));
        },
        [this](const Answer &answer) {
            submit(answer);
            reload();
        });
}

void SuggestionList::chooseGroup()
{
    const QModelIndex current = m_tree->currentIndex();
    const QModelIndex group = current.parent().isValid() ? current.parent() : current;
    if (!group.isValid() || m_model->rowCount(group) == 0)
        return;
    const QItemSelection rows(m_model->index(0, 0, group), m_model->index(m_model->rowCount(group) - 1, m_model->columnCount() - 1, group));
    m_tree->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

bool SuggestionList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = key->modifiers() == Qt::NoModifier;
        const bool ours = (plain && (key->key() == Qt::Key_A || key->key() == Qt::Key_R)) || key->matches(QKeySequence::SelectAll);
        if (ours && event->type() == QEvent::KeyPress) {
            if (!plain)
                chooseGroup();
            else
                key->key() == Qt::Key_A ? acceptChosen() : rejectChosen();
        }
        if (ours) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente::ui
