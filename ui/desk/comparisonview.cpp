#include "ui/desk/comparisonview.h"

#include "core/reading/editions.h"
#include "ui/desk/comparisondelegate.h"
#include "ui/plain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

ComparisonList::ComparisonList(ComparisonModel &model, QWidget *parent)
    : LazyListView(parent)
    , m_clauses(model)
{
    setItemDelegate(new ComparisonDelegate(model, this));
    setModel(&model);
    setAccessibleName(tr("Clauses of both texts"));
}

int ComparisonList::estimatedHeight(int row) const
{
    const QFontMetrics metrics(font());
    const int across = std::max(1, ComparisonDelegate::textWidth(viewport()->width(), metrics) / std::max(1, metrics.averageCharWidth()));
    const ComparedClause &clause = *m_clauses.at(row);
    const auto lines = 2 + std::max(clause.before.size(), clause.after.size()) / across;
    return int(std::min<qsizetype>(lines, 2000)) * metrics.height() + 16;
}

ComparisonView::ComparisonView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ComparisonModel(this))
    , m_list(new ComparisonList(*m_model, this))
    , m_title(plainLabel({}, this))
    , m_summary(plainLabel({}, this))
    , m_older(new QComboBox(this))
    , m_newer(new QComboBox(this))
    , m_onlyChanged(new QCheckBox(tr("Only what changed"), this))
    , m_decide(new QPushButton(this))
{
    m_title->setFont(sizedFont(font(), 1.15, true));
    for (QComboBox *text : {m_older, m_newer}) {
        text->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        text->setMinimumContentsLength(16);
    }
    m_older->setAccessibleName(tr("Older text"));
    m_newer->setAccessibleName(tr("Newer text"));
    auto *texts = new QHBoxLayout;
    texts->addWidget(m_older, 1);
    texts->addWidget(plainLabel(u"→"_s, this));
    texts->addWidget(m_newer, 1);
    auto *strip = new QHBoxLayout;
    strip->addWidget(m_summary, 1);
    strip->addWidget(m_onlyChanged);
    strip->addWidget(m_decide);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 8, 16, 6);
    head->addWidget(m_title);
    head->addLayout(texts);
    head->addLayout(strip);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);

    connect(m_onlyChanged, &QCheckBox::toggled, this, [this](bool only) { m_model->showOnlyChanged(only); });
    connect(m_older, &QComboBox::currentIndexChanged, this, &ComparisonView::compare);
    connect(m_newer, &QComboBox::currentIndexChanged, this, &ComparisonView::compare);
    connect(m_decide, &QPushButton::clicked, this, [this] { emit decisionsWanted(m_newer->currentData().toString()); });
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const ComparedClause *clause = m_model->at(index.row()))
            emit clauseWanted((clause->to.isEmpty() ? m_older : m_newer)->currentData().toString(),
                              clause->to.isEmpty() ? clause->from : clause->to.section(u", "_s, 0, 0));
    });
    reload();
}

void ComparisonView::setDocument(entente::Document *document)
{
    m_job.cancel();
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_instrument.clear();
    reload();
    if (document)
        connect(document, &entente::Document::changed, this, [this](const ChangeSet &changes) {
            m_stale = m_stale || (!isVisible() && !m_instrument.isEmpty());
            if (m_stale)
                return; // What nobody sees is compared again when it is shown.
            if (!changes.changes<model::Document>().empty() || !changes.changes<Paragraph>().empty())
                reload();
            else if (!changes.changes<Suggestion>().empty())
                showCounts();
        });
}

void ComparisonView::showInstrument(const QString &instrument)
{
    m_instrument = instrument;
    for (QComboBox *text : {m_older, m_newer})
        text->clear();
    reload();
}

QString ComparisonView::title() const
{
    return m_document && !m_instrument.isEmpty() ? tr("Editions of %1").arg(m_document->lookup().shortTitle(m_instrument)) : tr("Editions");
}

QStringList ComparisonView::comparedTexts() const
{
    if (m_older->count() < 2)
        return {};
    return {m_older->currentData().toString(), m_newer->currentData().toString()};
}

void ComparisonView::showOnlyChanged(bool onlyChanged)
{
    m_onlyChanged->setChecked(onlyChanged);
}

void ComparisonView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

void ComparisonView::fillTexts()
{
    const QStringList kept{m_older->currentData().toString(), m_newer->currentData().toString()};
    const QSignalBlocker quietOlder(m_older), quietNewer(m_newer);
    for (QComboBox *text : {m_older, m_newer})
        text->clear();
    if (!m_document || m_instrument.isEmpty())
        return;
    for (const model::Document *text : reading::textsOf(m_document->lookup(), Id<Instrument>(m_instrument))) {
        QStringList words;
        for (const QString &part : {text->reference, text->date.toWords(), text->title.isEmpty() ? text->fileName : text->title})
            if (!part.isEmpty())
                words += part;
        for (QComboBox *box : {m_older, m_newer})
            box->addItem(words.join(u" · "_s), text->id.value);
    }
    // The current one is the first; the one before it stands beside it.
    const auto choose = [](QComboBox *box, const QString &wanted, int otherwise) {
        const int at = wanted.isEmpty() ? -1 : box->findData(wanted);
        box->setCurrentIndex(at >= 0 ? at : std::min(otherwise, box->count() - 1));
    };
    choose(m_older, kept[0], 1);
    choose(m_newer, kept[1], 0);
}

void ComparisonView::reload()
{
    m_stale = false;
    fillTexts();
    const bool two = m_older->count() > 1;
    m_title->setText(title());
    for (QWidget *part : {static_cast<QWidget *>(m_older), static_cast<QWidget *>(m_newer), static_cast<QWidget *>(m_onlyChanged)})
        part->setEnabled(two);
    if (!two) {
        m_job.cancel();
        m_model->setClauses({});
        m_summary->setText(m_instrument.isEmpty() ? tr("Choose an instrument that has two texts.")
                                                  : tr("There is one text of this instrument, or none. Import another edition into it (Import with options…)."));
        m_decide->hide();
        return;
    }
    compare();
}

void ComparisonView::compare()
{
    const QStringList texts = comparedTexts();
    if (!m_document || texts.isEmpty())
        return;
    m_summary->setText(tr("Comparing…"));
    using Answer = std::vector<ComparedClause>;
    m_job.start<Answer>(
        [lookup = m_document->snapshot(), texts](Progress &progress) -> Answer {
            const Id<model::Document> before(texts[0]), after(texts[1]);
            return comparedClauses(reading::unitsOf(*lookup, before), reading::unitsOf(*lookup, after),
                                   reading::compareTexts(*lookup, before, after, progress));
        },
        [this](Answer clauses) {
            m_model->setClauses(std::move(clauses));
            showCounts();
        });
}

int ComparisonView::waiting() const
{
    if (!m_document || comparedTexts().isEmpty())
        return 0;
    const auto suggestions = m_document->lookup().suggestions(Id<model::Document>(m_newer->currentData().toString()));
    return int(std::ranges::count_if(suggestions, [](const Suggestion *row) { return row->kind == "move"_L1 && row->state == SuggestionState::Open; }));
}

void ComparisonView::showCounts()
{
    m_summary->setText(m_model->summary());
    const int open = waiting();
    m_decide->setVisible(open > 0);
    m_decide->setText(open == 1 ? tr("1 attachment waits: decide…") : tr("%1 attachments wait: decide…").arg(open));
}

} // namespace entente::ui
