#include "ui/findings/findingsview.h"

#include "core/base/text.h"
#include "ui/chosenrow.h"
#include "ui/plain.h"
#include "ui/runtext.h"
#include "ui/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
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
using coverage::Finding;
using coverage::Severity;

namespace {

constexpr int mostWrapped = 400; ///< Rows up to which each is as high as its words need.
constexpr int patience = 250;    ///< Milliseconds after the last change.
constexpr qsizetype mostLinks = 12;

} // namespace

FindingsView::FindingsView(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_selection(selection)
    , m_model(new FindingsModel(this))
    , m_title(plainLabel({}, this))
    , m_rule(new QComboBox(this))
    , m_severity(new QComboBox(this))
    , m_waived(new QCheckBox(tr("Sho&w those let stand"), this))
    , m_table(new QTableView(this))
    , m_empty(plainLabel({}, this))
    , m_explanation(plainLabel({}, this))
    , m_records(new RunText({}, this))
    , m_waive(new QPushButton(tr("&Let it stand…"), this))
    , m_unwaive(new QPushButton(tr("Take it &up again"), this))
    , m_print(new QPushButton(tr("Pri&nt…"), this))
    , m_export(new QPushButton(tr("&Save as PDF…"), this))
    , m_copy(new QPushButton(tr("Cop&y the table"), this))
    , m_asking(new QWidget(this))
    , m_who(new QLineEdit(m_asking))
    , m_reason(new QLineEdit(m_asking))
{
    setObjectName(u"findings"_s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(patience);
    connect(&m_soon, &QTimer::timeout, this, &FindingsView::compute);
    build();
    fillRules();
    connect(m_rule, &QComboBox::activated, this, &FindingsView::takeFilters);
    connect(m_severity, &QComboBox::activated, this, &FindingsView::takeFilters);
    connect(m_waived, &QCheckBox::toggled, this, &FindingsView::takeFilters);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        const Finding *finding = m_model->findingAt(index.row());
        m_chosen = finding ? finding->id : QString();
        showRow();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        const Finding *finding = m_model->findingAt(chosenRow(selected).row());
        if (finding && !m_following && !finding->records.isEmpty()) {
            m_following = true; // Another row may be about the same record.
            m_selection.choose(finding->records.first());
            m_following = false;
        }
    });
    connect(m_records, &RunText::activated, this, [this](const Target &target) {
        m_following = true; // The row stays.
        m_selection.choose(target.id);
        m_following = false;
    });
    connect(m_waive, &QPushButton::clicked, this, &FindingsView::askForReason);
    connect(m_unwaive, &QPushButton::clicked, this, &FindingsView::takeUpAgain);
    connect(m_print, &QPushButton::clicked, this, &FindingsView::printRequested);
    connect(m_export, &QPushButton::clicked, this, &FindingsView::exportRequested);
    connect(m_copy, &QPushButton::clicked, this, &FindingsView::copy);
    connect(&m_selection, &Selection::changed, this, &FindingsView::showChosen);
    connect(&m_lens, &SharedLens::changed, this, [this] {
        if (m_lens.value().asOf != m_asOf)
            reload();
    });
    showRow();
}

void FindingsView::build()
{
    m_title->setFont(sizedFont(font(), 1.15, true));
    m_rule->setAccessibleName(tr("Rule"));
    m_severity->setAccessibleName(tr("How pressing"));
    m_severity->addItem(tr("However pressing"));
    for (const Severity severity : {Severity::Problem, Severity::Attention, Severity::Note})
        m_severity->addItem(severityInWords(severity), int(severity));
    auto *filters = new QHBoxLayout;
    filters->addStretch(1);
    filters->addWidget(m_rule);
    filters->addWidget(m_severity);
    filters->addWidget(m_waived);

    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Findings"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FindingsView::fitRows);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting)
            fitRows();
    });

    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(24);
    m_explanation->setWordWrap(true);

    auto *who = plainLabel(tr("Who lets it stand:"), m_asking);
    auto *why = plainLabel(tr("because:"), m_asking);
    m_who->setAccessibleName(tr("Who lets it stand"));
    m_who->setMaximumWidth(180);
    m_reason->setAccessibleName(tr("The reason"));
    m_reason->setPlaceholderText(tr("The reason, for whoever asks in two years"));
    auto *yes = new QPushButton(tr("&Let it stand"), m_asking);
    auto *no = new QPushButton(tr("Cancel"), m_asking);
    connect(yes, &QPushButton::clicked, this, [this] { letStand(m_who->text(), m_reason->text()); });
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { letStand(m_who->text(), m_reason->text()); });
    connect(no, &QPushButton::clicked, m_asking, &QWidget::hide);
    auto *asking = new QHBoxLayout(m_asking);
    asking->setContentsMargins(0, 0, 0, 0);
    asking->addWidget(who);
    asking->addWidget(m_who);
    asking->addWidget(why);
    asking->addWidget(m_reason, 1);
    asking->addWidget(yes);
    asking->addWidget(no);
    m_asking->hide();

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_waive);
    buttons->addWidget(m_unwaive);
    buttons->addStretch(1);
    for (QPushButton *button : {m_copy, m_export, m_print})
        buttons->addWidget(button);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_title);
    column->addLayout(filters);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_explanation);
    column->addWidget(m_records);
    column->addWidget(m_asking);
    column->addLayout(buttons);
}

void FindingsView::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_job.cancel();
    m_asking->hide();
    m_model->setFindings(nullptr, {});
    showTitle();
    emit countsChanged({});
    if (!document)
        return m_soon.stop();
    connect(document, &entente::Document::changed, this, &FindingsView::reload);
    reload();
}

void FindingsView::setAuthor(const QString &name)
{
    if (m_who->text().isEmpty())
        m_who->setText(name);
}

void FindingsView::reload()
{
    m_job.cancel();
    m_soon.start();
}

void FindingsView::compute()
{
    if (!m_document)
        return;
    m_asOf = m_lens.value().asOf;
    using Answer = std::vector<Finding>;
    const std::shared_ptr<const Lookup> map = m_document->snapshot();
    m_job.start<Answer>([map, day = m_asOf](Progress &progress) -> Answer { return coverage::findingsOf(*map, day, progress); },
                        [this, map](const Answer &findings) {
                            const QString before = m_chosen;
                            m_following = true;
                            m_model->setFindings(map, findings);
                            if (const int row = m_model->rowOf(before); row >= 0)
                                m_table->selectRow(row);
                            m_following = false;
                            fillRules();
                            showRow();
                            emit countsChanged(m_model->counts());
                        });
}

void FindingsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitRows();
}

void FindingsView::fillRules()
{
    const QVariant before = m_rule->currentData();
    m_rule->clear();
    m_rule->addItem(tr("All rules"));
    for (const coverage::FindingRule &rule : coverage::findingRules()) {
        const auto count = std::ranges::count_if(m_model->all(), [&](const Finding &finding) { return finding.rule == rule.word && !finding.waiver; });
        m_rule->addItem(tr("%1 (%2)").arg(capitalised(rule.word)).arg(count), rule.word);
        m_rule->setItemData(m_rule->count() - 1, plainToolTip(rule.explanation), Qt::ToolTipRole);
    }
    m_rule->setCurrentIndex(std::max(0, before.isValid() ? m_rule->findData(before) : 0));
}

void FindingsView::takeFilters()
{
    FindingFilter filter;
    filter.rule = m_rule->currentData().toString();
    if (m_severity->currentData().isValid())
        filter.severity = Severity(m_severity->currentData().toInt());
    filter.waived = m_waived->isChecked();
    m_following = true;
    m_model->setFilter(filter);
    if (const int row = m_model->rowOf(m_chosen); row >= 0)
        m_table->selectRow(row);
    m_following = false;
    showRow();
}

void FindingsView::showTitle()
{
    const FindingCounts counts = m_model->counts();
    const QDate day = m_lens.value().asOf;
    m_title->setText(m_model->all().empty() ? tr("Findings")
                                            : tr("%1, %2 to look at, %3%4")
                                                  .arg(counts.problems == 1 ? tr("1 problem") : tr("%1 problems").arg(counts.problems),
                                                       QString::number(counts.attention), counts.notes == 1 ? tr("1 note") : tr("%1 notes").arg(counts.notes),
                                                       day.isValid() ? tr(" on %1").arg(dateInWords(day)) : QString()));
}

void FindingsView::fitColumns()
{
    m_fitting = true;
    const int width = m_table->viewport()->width();
    m_table->setColumnWidth(FindingsModel::Presses, std::min(width * 15 / 100, 18 * fontMetrics().averageCharWidth()));
    m_table->setColumnWidth(FindingsModel::Rule, std::min(width * 22 / 100, 36 * fontMetrics().averageCharWidth()));
    m_fitting = false;
    fitRows();
}

void FindingsView::fitRows()
{
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    if (isVisible() && any && m_model->rowCount() <= mostWrapped)
        m_table->resizeRowsToContents();
    const QDate day = m_lens.value().asOf;
    if (m_model->counts().all() > 0)
        m_empty->setText(tr("No finding fits these filters."));
    else if (isComputing())
        m_empty->setText(tr("Looking through the map…"));
    else
        m_empty->setText(day.isValid() ? tr("Nothing to mend on %1.").arg(dateInWords(day)) : tr("Nothing to mend."));
    for (QPushButton *button : {m_print, m_export, m_copy})
        button->setEnabled(any);
    showTitle();
}

void FindingsView::showChosen()
{
    if (m_following)
        return;
    const Finding *current = m_model->findingAt(m_table->currentIndex().row());
    if (current && current->records.contains(m_selection.current()))
        return;
    m_following = true;
    const int row = m_model->rowAbout(m_selection.current());
    if (row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
    m_following = false;
    showRow();
}

void FindingsView::showRow()
{
    const Finding *finding = m_model->findingAt(m_model->rowOf(m_chosen));
    m_waive->setEnabled(finding && !finding->waiver);
    m_unwaive->setEnabled(finding && finding->waiver);
    std::vector<Run> runs;
    QString explanation;
    if (finding) {
        const auto &rules = coverage::findingRules();
        const auto rule = std::ranges::find(rules, finding->rule, &coverage::FindingRule::word);
        explanation = rule == rules.end() ? QString() : rule->explanation + u'.';
        for (const QString &record : finding->records.mid(0, mostLinks)) {
            runs.push_back({runs.empty() ? tr("About: ") : u" · "_s, {}, Run::Subtle});
            runs.push_back({m_model->map()->title(record), {Target::Record, record}});
        }
        if (finding->records.size() > mostLinks)
            runs.push_back({tr(" and %1 more").arg(finding->records.size() - mostLinks), {}, Run::Subtle});
    } else {
        m_asking->hide();
    }
    m_explanation->setText(explanation);
    m_records->setRuns(std::move(runs));
}

void FindingsView::askForReason()
{
    const Finding *finding = m_model->findingAt(m_model->rowOf(m_chosen));
    if (!finding || finding->waiver)
        return;
    m_reason->clear();
    m_asking->show();
    (m_who->text().isEmpty() ? m_who : m_reason)->setFocus();
}

void FindingsView::letStand(const QString &who, const QString &reason)
{
    const Finding *finding = m_model->findingAt(m_model->rowOf(m_chosen));
    if (finding && m_document)
        submit(coverage::waive(m_document->model(), *finding, who, QDate::currentDate(), reason));
}

void FindingsView::takeUpAgain()
{
    if (m_document && !m_chosen.isEmpty())
        submit(coverage::unwaive(m_document->model(), m_chosen));
}

void FindingsView::submit(const Result<ChangeSet> &changes)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (auto submitted = m_document->submit(*changes); !submitted) {
        emit failed(submitted.error());
        return;
    }
    m_asking->hide();
    m_table->setFocus();
    emit succeeded();
}

void FindingsView::copy()
{
    if (m_model->map())
        QApplication::clipboard()->setText(tableText(findingsTable(*m_model->map(), m_model->all(), m_asOf, m_model->filter())));
}

bool FindingsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente::ui
