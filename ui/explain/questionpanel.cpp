#include "ui/explain/questionpanel.h"

#include "ui/chosenrow.h"
#include "ui/explain/answermodel.h"
#include "ui/inspector/recordform.h"
#include "ui/plain.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// The one question that is asked of a single record too.
const QString fallsApart = u"falls-apart"_s;

} // namespace

QuestionPanel::QuestionPanel(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_selection(selection)
    , m_question(new QComboBox(this))
    , m_aboutLabel(plainLabel(tr("Without (empty: whatever it is)"), this))
    , m_about(new RecordPicker(this))
    , m_sentence(plainLabel({}, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_table(new QTableView(this))
    , m_model(new AnswerModel(this))
    , m_caution(plainLabel({}, this))
    , m_copy(new QPushButton(tr("Copy as text"), this))
{
    for (const network::Question &question : network::questions())
        m_question->addItem(question.words, question.id);
    m_question->setAccessibleName(tr("Question"));
    m_question->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_about->setAccessibleName(tr("Without which record"));
    m_sentence->setFont(sizedFont(font(), 1.05, true));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Records of the answer"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(AnswerModel::Record, 150);
    m_cancel->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_question);
    layout->addWidget(m_aboutLabel);
    layout->addWidget(m_about);
    layout->addWidget(m_sentence);
    layout->addWidget(m_cancel);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_caution);
    layout->addWidget(m_copy);
    connect(m_question, &QComboBox::currentIndexChanged, this, &QuestionPanel::answer);
    connect(m_about, &QComboBox::activated, this, &QuestionPanel::answer);
    connect(m_about->lineEdit(), &QLineEdit::returnPressed, this, &QuestionPanel::answer);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_job.cancel();
        clear(tr("The question was cancelled."));
    });
    connect(&m_job, &Job::ended, m_cancel, &QWidget::hide);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        if (const QModelIndex index = chosenRow(selected); !m_choosing && index.isValid())
            m_selection.choose(m_model->recordAt(index.row()));
    });
    connect(&m_selection, &Selection::changed, this, [this](const QString &record) {
        const int row = m_model->rowOf(record);
        m_choosing = true;
        if (row >= 0 && row != m_table->currentIndex().row())
            m_table->setCurrentIndex(m_model->index(row, 0));
        m_choosing = false;
    });
    connect(&m_lens, &SharedLens::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            answer();
    });
    setFocusProxy(m_question);
    clear(tr("No map is open."));
}

void QuestionPanel::setDocument(entente::Document *document)
{
    m_job.cancel();
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_isOffered = false;
    m_isStale = true;
    m_about->choose({});
    clear(document ? QString() : tr("No map is open."));
    if (document) {
        connect(document, &entente::Document::changed, this, [this] {
            m_isOffered = false;
            m_isStale = true;
            if (isVisible()) {
                offer();
                answer();
            }
        });
    }
    if (isVisible()) {
        offer();
        answer();
    }
}

void QuestionPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    offer();
    if (m_isStale)
        answer();
    else
        emit explained({m_model->records(), false});
}

void QuestionPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit explained({});
}

void QuestionPanel::offer()
{
    if (m_isOffered || !m_document)
        return;
    m_isOffered = true;
    m_about->offer(m_document->lookup(), {kindOf<Institution>, kindOf<Dialogue>, kindOf<Area>, kindOf<Instrument>});
}

void QuestionPanel::ask(const QString &question, const QString &about)
{
    offer();
    const QSignalBlocker quiet(m_question);
    m_question->setCurrentIndex(std::max(0, m_question->findData(question)));
    m_about->choose(about);
    answer();
}

void QuestionPanel::answer()
{
    m_isStale = false;
    m_job.cancel();
    const QString question = m_question->currentData().toString();
    const bool takesOne = question == fallsApart;
    m_about->setVisible(takesOne);
    m_aboutLabel->setVisible(takesOne);
    if (!m_document)
        return clear(tr("No map is open."));
    const QString about = takesOne ? m_about->chosen() : QString();
    clear(tr("Asking…"));
    m_cancel->show();
    using Answer = base::Result<network::Answer>;
    const auto lookup = m_document->snapshot();
    m_job.start<Answer>(
        [lookup, lens = m_lens.value(), question, about](base::Progress &progress) { return network::answer(*lookup, lens, question, about, progress); },
        [this, lookup](Answer found) { take(std::move(found), lookup); });
}

void QuestionPanel::take(base::Result<network::Answer> found, std::shared_ptr<const model::Lookup> lookup)
{
    if (!found)
        return clear(found.error().sentence);
    m_sentence->setText(found->sentence);
    m_caution->setText(tr("Mind: %1").arg(found->caution));
    m_choosing = true;
    m_model->setFindings(std::move(lookup), std::move(found->records));
    m_choosing = false;
    m_table->setVisible(m_model->rowCount() > 0);
    m_copy->setEnabled(true);
    if (isVisible())
        emit explained({m_model->records(), false});
}

void QuestionPanel::clear(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_caution->clear();
    m_choosing = true;
    m_model->setFindings(nullptr, {});
    m_choosing = false;
    m_table->hide();
    m_copy->setEnabled(false);
    emit explained({});
}

QString QuestionPanel::sentence() const
{
    return m_sentence->text();
}

QString QuestionPanel::caution() const
{
    return m_caution->text();
}

QString QuestionPanel::text() const
{
    QStringList lines{m_question->currentText(), m_sentence->text()};
    for (int row = 0; row < m_model->rowCount(); ++row) {
        lines += u"· "_s + m_model->index(row, AnswerModel::Record).data().toString() + u" – "_s
                 + m_model->index(row, AnswerModel::Why).data().toString();
    }
    lines += m_caution->text();
    return lines.join(u'\n');
}

} // namespace entente::ui
