#include "ui/desk/deskview.h"

#include "core/reading/correction.h"
#include "ui/desk/originalfiles.h"
#include "ui/desk/outlinemodel.h"
#include "ui/desk/outlineview.h"
#include "ui/desk/pagepictures.h"
#include "ui/desk/pageview.h"
#include "ui/desk/paragraphdelegate.h"
#include "ui/desk/setasidestrip.h"
#include "ui/desk/textmodel.h"
#include "ui/desk/textview.h"
#include "ui/plain.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QIODevice>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QWidget *column(std::initializer_list<QWidget *> parts, QWidget *parent)
{
    auto *widget = new QWidget(parent);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part : parts)
        layout->addWidget(part);
    return widget;
}

} // namespace

DeskView::DeskView(Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new TextModel(this))
    , m_text(new TextView(this))
    , m_tree(new OutlineModel(this))
    , m_outline(new OutlineView(*m_tree, this))
    , m_setAside(new SetAsideStrip(this))
    , m_pictures(new PagePictures(this))
    , m_pages(new PageView(*m_pictures, this))
    , m_title(plainLabel({}, this))
    , m_facts(plainLabel({}, this))
    , m_notice(plainLabel({}, this))
    , m_pagesMissing(plainLabel({}, this))
    , m_locate(new QPushButton(tr("Find the file…"), this))
    , m_sides(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
{
    build();
    connectParts();
    reload();
}

void DeskView::build()
{
    m_title->setFont(sizedFont(font(), 1.15, true));
    m_text->setText(m_model);
    m_text->setAccessibleName(tr("Text"));
    m_notice->hide();
    m_sides->addTab(tr("Page"));
    m_sides->addTab(tr("Text"));
    m_sides->setDrawBase(false);
    m_sides->setExpanding(false);
    m_sides->setAccessibleName(tr("What stands at the left"));
    m_sides->setFocusPolicy(Qt::TabFocus);

    auto *missing = new QWidget(this);
    auto *words = new QVBoxLayout(missing);
    words->setContentsMargins(24, 24, 24, 24);
    words->addStretch(1);
    words->addWidget(m_pagesMissing);
    words->addWidget(m_locate, 0, Qt::AlignLeft);
    words->addStretch(2);
    m_stack->addWidget(m_pages);
    m_stack->addWidget(m_text);
    m_stack->addWidget(missing);

    auto *treeHead = plainLabel(tr("Recognised"), this);
    treeHead->setFont(sizedFont(font(), 0.9, true));
    treeHead->setContentsMargins(8, 6, 8, 6);
    m_across->addWidget(column({m_sides, m_stack}, m_across));
    m_across->addWidget(column({treeHead, m_outline}, m_across));
    m_across->setStretchFactor(0, 3);
    m_across->setStretchFactor(1, 2);
    m_down->addWidget(m_across);
    m_down->addWidget(m_setAside);
    m_down->setStretchFactor(0, 1);
    m_down->setStretchFactor(1, 0);
    for (QSplitter *splitter : {m_across, m_down}) {
        splitter->setHandleWidth(5);
        splitter->setChildrenCollapsible(true);
    }
    m_across->setSizes({600, 400});
    m_down->setSizes({1000, 150});

    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 8, 16, 4);
    head->addWidget(m_title);
    head->addWidget(m_facts);
    head->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_down, 1);
    layout->addStretch(0); // While no text is open.
    for (QWidget *watched : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_outline), static_cast<QWidget *>(m_pages),
                             static_cast<QWidget *>(m_setAside->list())})
        watched->installEventFilter(this);
    setTabOrder(m_outline, m_sides);
    setTabOrder(m_sides, m_text);
    setTabOrder(m_text, m_pages);
    setTabOrder(m_pages, m_setAside->list());
    setFocusProxy(m_outline);
}

void DeskView::connectParts()
{
    connect(m_setAside, &SetAsideStrip::showInTextToggled, this, [this](bool inText) {
        m_model->showSetAside(inText);
        showCurrent(nullptr);
    });
    connect(m_setAside, &SetAsideStrip::putBackWanted, this, &DeskView::putBack);
    connect(m_setAside, &SetAsideStrip::chose, this, [this](const QString &paragraph) {
        m_current = paragraph;
        showCurrent(m_setAside);
    });
    connect(m_text->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const Paragraph *paragraph = m_model->at(index.row());
        if (m_following || !paragraph)
            return;
        m_current = paragraph->id.value;
        showCurrent(m_text);
        chooseClause();
    });
    connect(m_outline->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const Paragraph *paragraph = m_tree->at(index);
        if (m_following || !paragraph)
            return;
        m_current = paragraph->id.value;
        showCurrent(m_outline);
        chooseClause();
    });
    connect(m_outline, &QTreeView::activated, this, [this] {
        showCurrent(m_outline);
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connectPages();
    // What is typed comes while an editor is still open: the text is put in its place once it is closed.
    connect(
        m_model, &TextModel::textTyped, this,
        [this](const QString &paragraph, const QString &text) { submit(reading::correctText(m_document->model(), paragraph, text)); },
        Qt::QueuedConnection);
    connect(
        m_tree, &OutlineModel::numberTyped, this,
        [this](const QString &paragraph, const QString &number) { submit(reading::relabel(m_document->model(), paragraph, number)); },
        Qt::QueuedConnection);
    connect(static_cast<ParagraphDelegate *>(m_text->itemDelegate()), &ParagraphDelegate::splitWanted, this,
            [this](int offset) { splitAt(m_current, offset); }, Qt::QueuedConnection);
    connect(m_text->itemDelegate(), &QAbstractItemDelegate::closeEditor, this, [this] { m_notice->hide(); });
    // The same clause chosen elsewhere is chosen here, too.
    connect(&m_selection, &Selection::changed, this, [this] {
        if (isVisible())
            followSelection();
    });
}

void DeskView::followSelection()
{
    const auto *clause = m_document ? m_document->model().find<Clause>(m_selection.current()) : nullptr;
    const auto *document = shown();
    if (!clause || !document || clause->instrument != document->instrument || m_selection.current() == clauseOfCurrent())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Paragraph &paragraph = *m_model->at(row);
        if (paragraph.role == ParagraphRole::Unit && paragraph.label == clause->label)
            return choose(paragraph.id.value);
    }
}

const model::Document *DeskView::shown() const
{
    return m_document ? m_document->model().find<model::Document>(m_shown) : nullptr;
}

void DeskView::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_shown.clear();
    m_current.clear();
    m_pictures->close();
    reload();
    if (document)
        connect(document, &entente::Document::changed, this, [this](const ChangeSet &changes) {
            if (changes.changes<Paragraph>().empty() && changes.changes<model::Document>().empty())
                return;
            m_stale = !isVisible(); // What nobody sees is read again when it is shown.
            if (!m_stale)
                reload();
        });
}

void DeskView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
    followSelection();
}

void DeskView::reload()
{
    m_stale = false;
    const auto lookup = m_document ? m_document->snapshot() : std::shared_ptr<const Lookup>();
    if (!shown())
        m_shown.clear();
    // Where the chosen block is gone, the one that stood before it takes its place.
    const int row = m_model->rowOf(m_current);
    const QString above = row > 0 ? m_model->at(row - 1)->id.value : QString();
    const QString top = m_text->topBlock();
    m_following = true;
    m_model->setText(lookup, m_shown);
    m_tree->setText(lookup, m_shown);
    m_setAside->setText(lookup, m_shown);
    m_following = false;
    if (!m_shown.isEmpty() && !lookup->model().find<Paragraph>(m_current))
        m_current = lookup->model().find<Paragraph>(above) ? above : QString();
    showFacts();
    if (m_model->rowOf(top) >= 0)
        m_text->scrollToTop(top);
    showCurrent(m_setAside->list()->hasFocus() ? m_setAside : nullptr);
}

void DeskView::showFacts()
{
    const auto *text = shown();
    m_title->setText(text ? title() : tr("No text is open."));
    QStringList facts;
    if (text) {
        for (const QString &fact : {text->reference, text->date.toWords(), text->marking})
            if (!fact.isEmpty())
                facts += fact;
        facts += m_model->pageCount() == 1 ? tr("1 page") : tr("%1 pages").arg(m_model->pageCount());
        facts += m_model->gapCount() == 1 ? tr("1 gap") : tr("%1 gaps").arg(m_model->gapCount());
        facts += m_model->setAsideCount() == 1 ? tr("1 line set aside") : tr("%1 lines set aside").arg(m_model->setAsideCount());
    } else {
        facts += tr("Import one (Ctrl+I), drop a file on the window, or choose a read-out or a passage in the record.");
    }
    m_facts->setText(facts.join(u" · "_s));
    m_notice->hide();
    m_down->setVisible(text != nullptr);
}

QString DeskView::title() const
{
    const auto *text = shown();
    if (!text)
        return {};
    return text->title.isEmpty() ? text->fileName : text->title;
}

bool DeskView::showPassage(const QString &documentId, const QString &label, const QString &quote, int offset)
{
    if (m_stale)
        reload();
    const bool quoted = !quote.isEmpty(); // Its words are marked in the text.
    if (documentId != m_shown) {
        m_shown = documentId;
        m_wantsPages = !quoted;
        m_current.clear();
        m_setAside->showInText(false);
        reload();
        openPages();
        emit titleChanged(title());
    }
    if (label.isEmpty() && quote.isEmpty()) {
        followSelection();
        return true;
    }
    int row = m_model->mark(label, quote, offset);
    if (row < 0 && !m_setAside->isShownInText()) {
        m_setAside->showInText(true); // The words may stand among what was set aside.
        row = m_model->mark(label, quote, offset);
    }
    if (row < 0) {
        say(tr("These words no longer stand in the text: “%1”").arg(quote));
        return false;
    }
    m_notice->hide();
    if (quoted)
        m_sides->setCurrentIndex(TextSide);
    choose(m_model->at(row)->id.value);
    m_text->scrollTo(m_model->index(row), QAbstractItemView::PositionAtCenter);
    return true;
}

QString DeskView::markedQuote() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (const int from = index.data(TextModel::MarkedFromRole).toInt(); from >= 0)
            return index.data().toString().mid(from, index.data(TextModel::MarkedLengthRole).toInt());
    }
    return {};
}

void DeskView::say(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->show();
}

void DeskView::choose(const QString &paragraph)
{
    m_current = paragraph;
    showCurrent(nullptr);
}

void DeskView::showCurrent(const QObject *except)
{
    m_following = true;
    const int row = m_model->rowOf(m_current);
    if (except != m_text) {
        m_text->setCurrentIndex(m_model->index(row));
        if (row >= 0)
            m_text->scrollTo(m_model->index(row));
    }
    if (except != m_outline) {
        const QModelIndex index = m_tree->indexOf(m_current);
        m_outline->setCurrentIndex(index);
        if (index.isValid())
            m_outline->scrollTo(index);
    }
    const auto *paragraph = m_document ? m_document->model().find<Paragraph>(m_current) : nullptr;
    m_pages->showPlaces(paragraph ? model::placesFromText(paragraph->place) : std::vector<model::PagePlace>());
    m_following = false;
}

QString DeskView::clauseOfCurrent() const
{
    const auto *document = shown();
    const auto *paragraph = m_document ? m_document->model().find<Paragraph>(m_current) : nullptr;
    if (!document || !paragraph || paragraph->role != ParagraphRole::Unit || document->instrument.isEmpty())
        return {};
    for (const Clause *clause : m_document->lookup().clauses(document->instrument)) {
        if (clause->label == paragraph->label && clause->edition == document->edition)
            return clause->id.value;
    }
    return {};
}

void DeskView::chooseClause()
{
    if (const QString clause = clauseOfCurrent(); !clause.isEmpty())
        m_selection.choose(clause);
}

QByteArray DeskView::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_across->saveState() << m_down->saveState();
    return bytes;
}

void DeskView::arrange(const QByteArray &arrangement)
{
    QByteArray across, down;
    QDataStream stream(arrangement);
    stream >> across >> down;
    if (stream.status() != QDataStream::Ok)
        return;
    m_across->restoreState(across);
    m_down->restoreState(down);
}

} // namespace entente::ui
