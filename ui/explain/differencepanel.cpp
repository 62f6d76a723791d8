#include "ui/explain/differencepanel.h"

#include "ui/chosenrow.h"
#include "ui/explain/differencemodel.h"
#include "ui/plain.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace entente::ui {

using namespace Qt::StringLiterals;
using network::Differs;

DifferencePanel::DifferencePanel(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_selection(selection)
    , m_model(new DifferenceModel(this))
    , m_day(new QDateEdit(this))
    , m_summary(plainLabel({}, this))
    , m_table(new QTableView(this))
    , m_end(new QPushButton(tr("Stop comparing"), this))
    , m_copy(new QPushButton(tr("Copy the list"), this))
{
    m_day->setCalendarPopup(true);
    m_day->setLocale(QLocale(QLocale::English));
    m_day->setDisplayFormat(u"d MMM yyyy"_s);
    m_day->setKeyboardTracking(false);
    m_day->setAccessibleName(tr("The day to compare with"));
    auto *other = new QPushButton(tr("Another map…"), this);
    other->setToolTip(plainToolTip(tr("Compare with the same network in another file, for example last year's copy")));
    auto *when = new QHBoxLayout;
    when->addWidget(m_day, 1);
    when->addWidget(other);
    auto *kinds = new QHBoxLayout;
    const std::pair<Differs, QString> boxes[] = {{Differs::Added, tr("&added")}, {Differs::Removed, tr("&removed")}, {Differs::Changed, tr("&changed")}};
    for (const auto &[differs, words] : boxes) {
        auto *box = new QCheckBox(words, this);
        box->setChecked(true);
        kinds->addWidget(box);
        m_kinds.emplace_back(differs, box);
        connect(box, &QCheckBox::toggled, this, [this] {
            QSet<Differs> wanted;
            for (const auto &[kind, check] : m_kinds) {
                if (check->isChecked())
                    wanted.insert(kind);
            }
            m_model->setShown(wanted);
        });
    }
    kinds->addStretch();
    m_summary->setFont(sizedFont(font(), 1.0, true));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("What differs"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(DifferenceModel::How, fontMetrics().horizontalAdvance(tr("~ changed")) + 18);
    m_table->setColumnWidth(DifferenceModel::What, 125);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_end);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(plainLabel(tr("Compare the network with the state on"), this));
    layout->addLayout(when);
    layout->addWidget(m_summary);
    layout->addLayout(kinds);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_day, &QDateEdit::dateChanged, this, &DifferencePanel::compareWithDay);
    connect(other, &QPushButton::clicked, this, &DifferencePanel::otherMapWanted);
    connect(m_end, &QPushButton::clicked, this, &DifferencePanel::end);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_summary->text() + u'\n' + m_model->text()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        if (const QModelIndex index = chosenRow(selected); !m_choosing && index.isValid())
            m_selection.choose(m_model->recordAt(index.row()));
    });
    connect(&m_selection, &Selection::changed, this, [this](const QString &record) {
        const int row = m_model->rowOf(record);
        m_choosing = true;
        if (row >= 0 && m_model->recordAt(m_table->currentIndex().row()) != record)
            m_table->setCurrentIndex(m_model->index(row, 0));
        m_choosing = false;
    });
    connect(&m_lens, &SharedLens::changed, this, &DifferencePanel::showState);
    setFocusProxy(m_day);
    showState();
}

void DifferencePanel::setDrawing(const NetworkDrawing *drawing)
{
    const NetworkExtras *extras = drawing ? drawing->extras() : nullptr;
    m_isComparison = extras && extras->isComparison;
    m_hasOther = extras && extras->other;
    m_comparison = m_isComparison ? extras->comparison : QString();
    QHash<QString, QString> ids;
    if (m_isComparison) {
        for (const network::SnapshotLine &line : drawing->snapshot().lines) {
            if (!line.records.isEmpty())
                ids.insert(line.id, line.records.constLast());
        }
    }
    m_choosing = true;
    m_model->setDifference(m_isComparison ? extras->difference : network::NetworkDifference(), ids);
    const int row = m_model->rowOf(m_selection.current());
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    m_choosing = false;
    showState();
}

QString DifferencePanel::summary() const
{
    return m_summary->text();
}

void DifferencePanel::begin()
{
    const Lens &lens = m_lens.value();
    if (!lens.comparedWith.isValid() && !m_hasOther && lens.asOf.isValid())
        compareWithDay(lens.asOf.addYears(-1));
}

void DifferencePanel::compareWithDay(const QDate &day)
{
    Lens lens = m_lens.value();
    lens.comparedWith = day;
    m_lens.set(lens);
    if (m_hasOther)
        emit otherMapLeft();
}

void DifferencePanel::end()
{
    compareWithDay({});
}

void DifferencePanel::showState()
{
    const Lens &lens = m_lens.value();
    const QSignalBlocker quiet(m_day);
    const QDate day = lens.comparedWith.isValid() ? lens.comparedWith : lens.asOf.isValid() ? lens.asOf.addYears(-1) : QDate::currentDate();
    m_day->setDate(day);
    const bool isAsked = lens.comparedWith.isValid() || m_hasOther;
    m_end->setEnabled(isAsked);
    m_copy->setEnabled(m_isComparison);
    m_table->setVisible(m_isComparison);
    for (const auto &[kind, box] : m_kinds)
        box->setVisible(m_isComparison);
    if (!isAsked)
        m_summary->setText(tr("Choose a day, or another map, to see what was added, removed and changed."));
    else if (!m_isComparison)
        m_summary->setText(tr("This is the day that is shown. Choose another to see what differs."));
    else if (m_model->count(Differs::Added) + m_model->count(Differs::Removed) + m_model->count(Differs::Changed) == 0)
        m_summary->setText(tr("Nothing differs %1.").arg(m_comparison));
    else
        m_summary->setText(tr("Changes %1: %2 added, %3 removed, %4 changed.")
                               .arg(m_comparison)
                               .arg(m_model->count(Differs::Added))
                               .arg(m_model->count(Differs::Removed))
                               .arg(m_model->count(Differs::Changed)));
}

} // namespace entente::ui
