#include "ui/coverage/coverageview.h"

#include "ui/coverage/coveragetree.h"
#include "ui/coverage/panels.h"
#include "ui/paint/fonts.h"
#include "ui/paint/legendstrip.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthOfTotals = 310; // px, beside the reasons

} // namespace

CoverageView::CoverageView(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_answer(new CoverageAnswer(lens, this))
    , m_model(new CoverageModel(this))
    , m_tree(new CoverageTree(m_model, CoveragePlace::Panel, this))
    , m_strip(new CannotTellStrip(this))
    , m_key(new LegendStrip(this))
    , m_totals(new TotalsPanel(this))
    , m_why(new WhyPanel(this))
    , m_empty(new QLabel(this))
    , m_whole(new QToolButton(this))
{
    loadFonts();
    setObjectName(u"coverageView"_s);
    setAccessibleName(tr("Coverage"));
    setFocusProxy(m_tree);
    setAutoFillBackground(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setFont(drawingFont(11.5));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_key);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(0);
    foot->addWidget(m_why, 1);
    foot->addWidget(m_totals, 0, Qt::AlignTop);
    layout->addLayout(foot);
    m_whole->setText(tr("Whole matrix"));
    m_whole->setToolTip(plainToolTip(tr("Every clause at every round, on any day, with the reasons (Ctrl+M)")));
    m_whole->setAutoRaise(true);
    m_whole->setFont(drawingFont(11, true));
    layout->addWidget(m_whole, 0, Qt::AlignHCenter);

    connect(m_tree, &CoverageTree::chosen, &m_selection, &Selection::choose);
    connect(m_tree, &CoverageTree::passageRequested, this, &CoverageView::passageRequested);
    connect(m_tree, &CoverageTree::widthModeChanged, this, &CoverageView::arrange);
    connect(m_tree, &CoverageTree::foldingChanged, this, &CoverageView::arrange);
    connect(m_strip, &CannotTellStrip::importRequested, this, &CoverageView::importRequested);
    connect(m_why, &WhyPanel::importRequested, this, &CoverageView::importRequested);
    connect(m_why, &WhyPanel::passageRequested, this, &CoverageView::passageRequested);
    connect(m_why, &WhyPanel::judgementRequested, this, [this] { emit judgementRequested(chosenClause()); });
    connect(m_tree, &CoverageTree::otherRoundsWanted, this, &CoverageView::matrixRequested);
    connect(m_whole, &QToolButton::clicked, this, &CoverageView::matrixRequested);
    connect(m_answer, &CoverageAnswer::changed, this, &CoverageView::showAnswer);
    connect(&m_selection, &Selection::changed, this, [this](const QString &record) {
        m_tree->setSelected(record);
        showWhy();
    });
    dress();
    showAnswer();
}

void CoverageView::setDocument(entente::Document *document)
{
    m_answer->setDocument(document);
}

void CoverageView::setMap(std::shared_ptr<const model::Lookup> map)
{
    m_answer->setMap(std::move(map));
}

void CoverageView::showAnswer()
{
    const auto &map = m_answer->map();
    CoverageArrangement arrangement;
    arrangement.fold = CoverageArrangement::Fold::RaisedOpen;
    CoverageContent content = map ? coverageContent(*map, m_answer->coverage(), arrangement) : CoverageContent();
    const bool empty = content.lines.empty();
    m_strip->setWords(content.cannotTellWords(), content.missingWords());
    m_strip->setVisible(!empty && !content.cannotTellWords().isEmpty());
    m_totals->setContent(content);
    m_totals->setVisible(!empty);
    m_empty->setVisible(empty);
    m_tree->setVisible(!empty);
    if (!map)
        m_empty->setText(tr("No map is open."));
    else if (content.instrument.isEmpty())
        m_empty->setText(tr("Choose an instrument to see what became of its clauses."));
    else
        m_empty->setText(tr("The text of this instrument is not in the map. Import it…"));
    m_whole->setVisible(!empty && m_tree->isNarrow());
    m_model->setContent(map, std::move(content));
    arrange();
    showWhy();
}

void CoverageView::arrange()
{
    const bool wide = !m_tree->isNarrow() && !m_model->content().lines.empty();
    m_why->setVisible(wide);
    m_whole->setVisible(m_tree->isNarrow() && !m_model->content().lines.empty());
    m_key->setVisible(wide);
    if (wide) {
        std::vector<LegendEntry> cells =
            coverageLegend(m_model->content(), [this](const CoverageLine &line) { return m_tree->shows(line); });
        std::erase_if(cells, [](const LegendEntry &entry) { return entry.group != QCoreApplication::translate("entente::ui", "Cells"); });
        m_key->setEntries(std::move(cells));
    }
    m_totals->setMinimumWidth(wide ? widthOfTotals : 220);
    m_totals->setMaximumWidth(wide ? widthOfTotals : QWIDGETSIZE_MAX);
}

QString CoverageView::chosenClause() const
{
    const CoverageHighlight &highlight = m_tree->highlight();
    return highlight.cellClause.isEmpty() ? m_selection.current() : highlight.cellClause;
}

void CoverageView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_model->content().lines.empty())
        return;
    QMenu menu(this);
    connect(menu.addAction(tr("&Whole matrix")), &QAction::triggered, this, &CoverageView::matrixRequested);
    const QString clause = chosenClause();
    if (const auto *state = m_model->content().coverage.find(clause); state && m_answer->document())
        connect(menu.addAction(tr("&Judge clause %1 yourself…").arg(menuText(state->label))), &QAction::triggered, this,
                [this, clause] { emit judgementRequested(clause); });
    menu.exec(event->globalPos());
}

void CoverageView::showWhy()
{
    const QString clause = chosenClause();
    const coverage::ClauseState *state = m_model->content().coverage.find(clause);
    const auto &map = m_answer->map();
    if (!state || !map) {
        m_why->setWords({}, ProgressState::NotRaised, {}, {}, false);
        return;
    }
    const QString evidence = m_model->evidenceAt(m_model->indexOf(clause));
    const Evidence *row = map->model().find<Evidence>(evidence);
    const Passage *passage = row ? map->model().find<Passage>(row->origin.value) : nullptr;
    m_why->setWords(whyWords(*map, m_model->content(), *state), state->progress(), evidence, passage ? passage->label : QString(),
                    !state->missingReadouts.isEmpty());
    m_why->setJudgement(m_answer->document() != nullptr, state->judgement.has_value(), state->computed);
}

void CoverageView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        dress();
}

void CoverageView::dress()
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
    m_strip->setTheme(theme);
    m_key->setTheme(theme);
    m_totals->setTheme(theme);
    m_why->setTheme(theme);
}

} // namespace entente::ui
