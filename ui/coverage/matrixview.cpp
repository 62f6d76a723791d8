#include "ui/coverage/matrixview.h"

#include "core/coverage/judging.h"
#include "core/model/marking.h"
#include "ui/coverage/crossview.h"
#include "ui/coverage/judgementform.h"
#include "ui/coverage/matrixbar.h"
#include "ui/coverage/panels.h"
#include "ui/coverage/passagelist.h"
#include "ui/paint/fonts.h"
#include "ui/paint/legendstrip.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int settlingTime = 50; // ms without a move, until the other views follow
constexpr int footHeight = 150;
constexpr int roomForTotals = 1080; // px of width
constexpr int roomForKey = 600;     // px of height

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace

MatrixView::MatrixView(SharedLens &lens, Selection &selection, CoverageAnswer &answer, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_selection(selection)
    , m_answer(answer)
    , m_model(new CoverageModel(this))
    , m_tree(new CoverageTree(m_model, CoveragePlace::Centre, this))
    , m_crossModel(new CrossModel(this))
    , m_cross(new CrossView(m_crossModel, this))
    , m_bar(new MatrixBar(this))
    , m_key(new LegendStrip(this))
    , m_why(new WhyPanel(this))
    , m_form(new JudgementForm(this))
    , m_reasons(new QStackedWidget(this))
    , m_passages(new PassageList(this))
    , m_totals(new TotalsPanel(this))
    , m_tables(new QStackedWidget(this))
    , m_foot(new QWidget(this))
    , m_empty(plainLabel({}, this))
{
    loadFonts();
    setObjectName(u"matrixView"_s);
    setAccessibleName(tr("Coverage matrix"));
    setAutoFillBackground(true);
    place();
    listen();
    dress();
}

void MatrixView::place()
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setFont(drawingFont(12));
    m_tables->addWidget(m_tree);
    m_tables->addWidget(m_cross);
    m_tables->addWidget(m_empty);
    m_reasons->addWidget(scrolling(m_why, m_reasons));
    m_reasons->addWidget(scrolling(m_form, m_reasons));
    m_totals->setFixedWidth(300);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_reasons, 5);
    row->addWidget(m_passages, 4);
    row->addWidget(m_totals, 0, Qt::AlignTop);
    auto *upper = new QWidget(this);
    auto *rows = new QVBoxLayout(upper);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_tables, 1);
    rows->addWidget(m_key);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(upper);
    parts->addWidget(m_foot);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 0);
    parts->setSizes({600, footHeight});
    m_foot->setMinimumHeight(110);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(parts, 1);
    setFocusProxy(m_tree);
    setTabOrder(&m_bar->slider(), m_tree);
}

void MatrixView::listen()
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(0);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_frame, &QTimer::timeout, this, [this] {
        if (m_previewed.isValid())
            showCoverage(m_answer.on(m_previewed));
    });
    connect(&m_settling, &QTimer::timeout, this, &MatrixView::settle);
    connect(&m_bar->slider(), &QAbstractSlider::valueChanged, this, [this] { preview(m_bar->slider().day()); });
    connect(&m_bar->slider(), &QAbstractSlider::sliderReleased, this, &MatrixView::settle);
    connect(m_bar, &MatrixBar::todayWanted, this, [this] { m_lens.setAsOf(QDate::currentDate()); });
    connect(m_bar, &MatrixBar::arrangementChanged, this, [this] { showCoverage(shown()); });
    connect(m_bar, &MatrixBar::foldWanted, m_tree, &CoverageTree::foldAll);
    connect(m_bar, &MatrixBar::copyWanted, this, &MatrixView::copyTable);
    connect(&m_answer, &CoverageAnswer::changed, this, &MatrixView::showAnswer);
    connect(&m_selection, &Selection::changed, this, [this](const QString &record) {
        m_tree->setSelected(record);
        showFoot();
    });
    connect(m_tree, &CoverageTree::chosen, &m_selection, &Selection::choose);
    connect(m_tree, &CoverageTree::cellChosen, this, &MatrixView::showFoot);
    connect(m_tree, &CoverageTree::passageRequested, this, &MatrixView::passageRequested);
    connect(m_tree, &CoverageTree::foldingChanged, this, &MatrixView::showLegend);
    connect(m_tree, &CoverageTree::otherRoundsWanted, this, [this] { m_bar->setRounds(CoverageArrangement::Rounds::All); });
    connect(m_cross, &CrossView::chosen, &m_selection, &Selection::choose);
    connect(m_cross, &CrossView::cellChosen, this, &MatrixView::showFoot);
    connect(m_cross, &CrossView::passagesWanted, this, [this](const QModelIndex &index) {
        const coverage::CrossCell *cell = m_crossModel->cell(index);
        if (cell && !cell->evidence.isEmpty())
            emit passageRequested(cell->evidence.first());
    });
    connect(m_passages, &PassageList::passageRequested, this, &MatrixView::passageRequested);
    connect(m_why, &WhyPanel::passageRequested, this, &MatrixView::passageRequested);
    connect(m_why, &WhyPanel::importRequested, this, &MatrixView::importRequested);
    connect(m_why, &WhyPanel::judgementRequested, this, [this] { judge(); });
    connect(m_form, &JudgementForm::cancelled, this, [this] {
        m_reasons->setCurrentIndex(0);
        m_tree->setFocus();
    });
    connect(m_form, &JudgementForm::judged, this,
            [this](const QString &clause, ProgressState state, const QString &who, const QDate &day, const QString &reason) {
                if (m_answer.document())
                    submit(coverage::judge(m_answer.document()->model(), Id<Clause>(clause), state, who, day, reason));
            });
    connect(m_form, &JudgementForm::takenBack, this, [this](const QString &judgement) {
        if (m_answer.document())
            submit(coverage::takeJudgementBack(m_answer.document()->model(), Id<Judgement>(judgement)));
    });
}

bool MatrixView::isMatrix() const
{
    return m_bar->table() == CoverageArrangement::Table::ClausesByRound;
}

CoverageArrangement MatrixView::arrangement() const
{
    CoverageArrangement arrangement = m_tree->arrangement();
    arrangement.table = m_bar->table();
    arrangement.order = m_bar->order();
    arrangement.rounds = m_bar->rounds();
    return arrangement;
}

/// While the hand moves, this view alone shows each day; the lens, and with it every other view, follows when it rests.
void MatrixView::preview(const QDate &day)
{
    m_previewed = day;
    m_bar->showDay(day);
    m_frame.start();
    m_settling.start();
}

void MatrixView::settle()
{
    m_settling.stop();
    m_frame.stop();
    if (!m_previewed.isValid())
        return;
    const QDate day = std::exchange(m_previewed, QDate());
    if (day == m_lens.value().asOf)
        showAnswer();
    else
        m_lens.setAsOf(day);
}

const coverage::Coverage &MatrixView::shown() const
{
    return m_model->content().instrument.isEmpty() ? m_answer.coverage() : m_model->content().coverage;
}

void MatrixView::showAnswer()
{
    if (m_previewed.isValid())
        return; // The slider is ahead; the lens follows it.
    m_stale = !isVisible();
    if (m_stale)
        return;
    const coverage::Coverage &coverage = m_answer.coverage();
    const std::vector<coverage::RoundDay> &days = m_answer.roundDays();
    const QSignalBlocker quiet(&m_bar->slider());
    m_bar->slider().showDay(m_lens.value().asOf);
    m_bar->slider().setDays(coverage.adopted.isKnown() ? coverage.adopted.first() : QDate(), QDate::currentDate(), days);
    m_bar->showDay(m_lens.value().asOf.isValid() ? m_lens.value().asOf : QDate::currentDate());
    showCoverage(coverage);
    showTitle();
}

void MatrixView::showCoverage(coverage::Coverage coverage)
{
    const auto &map = m_answer.map();
    CoverageArrangement arrangement;
    arrangement.order = m_bar->order();
    arrangement.rounds = m_bar->rounds();
    if (map && !isMatrix())
        m_crossModel->setContent(crossContent(*map, coverage,
                                              m_bar->table() == CoverageArrangement::Table::AreasByDialogue
                                                  ? coverage::Against::Dialogues
                                                  : coverage::Against::Institutions));
    CoverageContent content = map ? coverageContent(*map, std::move(coverage), arrangement) : CoverageContent();
    const bool empty = content.lines.empty();
    if (!map)
        m_empty->setText(tr("No map is open."));
    else if (content.instrument.isEmpty())
        m_empty->setText(tr("Choose an instrument to see what became of its clauses: Map > Chosen instrument."));
    else
        m_empty->setText(tr("The text of this instrument is not in the map. Import it with Ctrl+I."));
    m_tables->setCurrentIndex(empty ? 2 : isMatrix() ? 0 : 1);
    m_foot->setVisible(!empty);
    m_totals->setContent(content);
    m_model->setContent(map, std::move(content));
    makeRoom();
    showLegend();
    showFoot();
}

void MatrixView::showTitle()
{
    const auto &map = m_answer.map();
    QStringList records{m_model->content().instrument};
    for (const CoverageLine &line : m_model->content().lines) {
        if (!line.clause.isEmpty())
            records += line.clause;
    }
    for (const CoverageHead &head : m_model->content().heads)
        records += head.meeting;
    const QString marking = map && !records.first().isEmpty() ? markingOf(*map, records) : QString();
    m_bar->setTitle(m_model->content().title, m_model->content().subtitle, marking, marking.compare("public"_L1, Qt::CaseInsensitive) == 0);
}

void MatrixView::showLegend()
{
    std::vector<LegendEntry> entries = isMatrix()
                                           ? coverageLegend(m_model->content(), [this](const CoverageLine &line) { return m_tree->shows(line); })
                                           : crossLegend(m_crossModel->content());
    std::erase_if(entries, [](const LegendEntry &entry) { return entry.group != QCoreApplication::translate("entente::ui", "Cells"); });
    m_key->setEntries(std::move(entries));
}

void MatrixView::copyTable()
{
    QApplication::clipboard()->setText(isMatrix() ? m_model->asTable() : m_crossModel->asTable());
}

void MatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_answer.map() == nullptr || !isMatrix() || m_clause.isEmpty())
        return;
    const coverage::ClauseState *state = m_model->content().coverage.find(m_clause);
    QMenu menu(this);
    if (const QString evidence = m_model->evidenceAt(m_tree->currentIndex()); !evidence.isEmpty())
        connect(menu.addAction(tr("Open the &passage")), &QAction::triggered, this, [this, evidence] { emit passageRequested(evidence); });
    QAction *judging = menu.addAction(tr("&Judge clause %1 yourself…").arg(menuText(state->label)));
    connect(judging, &QAction::triggered, this, [this] { judge(); });
    judging->setEnabled(m_answer.document());
    if (state->judgement)
        connect(menu.addAction(tr("&Take the judgement back")), &QAction::triggered, this, &MatrixView::takeJudgementBack);
    menu.addSeparator();
    connect(menu.addAction(tr("&Copy as table")), &QAction::triggered, this, &MatrixView::copyTable);
    menu.exec(event->globalPos());
}

void MatrixView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        dress();
}

void MatrixView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_stale)
        return;
    showAnswer();
    m_tree->setSelected(m_selection.current()); // What was chosen meanwhile comes into sight.
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

/// Where there is little room the rows come first: the panel beside the network has the totals, and tooltips have the signs.
void MatrixView::makeRoom()
{
    const bool empty = m_model->content().lines.empty();
    m_totals->setVisible(!empty && isMatrix() && width() >= roomForTotals);
    m_key->setVisible(!empty && height() >= roomForKey);
}

void MatrixView::dress()
{
    const Theme theme = themeOf(QApplication::palette());
    const Tokens &colors = tokens(theme);
    QPalette own = palette();
    if (own.color(QPalette::Window) != colors.canvas) {
        own.setColor(QPalette::Window, colors.canvas);
        own.setColor(QPalette::WindowText, colors.ink2);
        setPalette(own);
    }
    m_tree->setTheme(theme);
    m_cross->setTheme(theme);
    m_bar->setTheme(theme);
    m_key->setTheme(theme);
    m_why->setTheme(theme);
    m_passages->setTheme(theme);
    m_totals->setTheme(theme);
}

} // namespace entente::ui
