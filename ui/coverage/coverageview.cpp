#include "ui/coverage/coverageview.h"

#include "ui/coverage/coveragetree.h"
#include "ui/coverage/panels.h"
#include "ui/paint/fonts.h"
#include "ui/paint/legendstrip.h"
#include "ui/paint/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthOfTotals = 310; // px, beside the reasons

} // namespace

CoverageView::CoverageView(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_selection(selection)
    , m_model(new CoverageModel(this))
    , m_tree(new CoverageTree(m_model, this))
    , m_strip(new CannotTellStrip(this))
    , m_key(new LegendStrip(this))
    , m_totals(new TotalsPanel(this))
    , m_why(new WhyPanel(this))
    , m_empty(new QLabel(this))
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

    connect(m_tree, &CoverageTree::chosen, &m_selection, &Selection::choose);
    connect(m_tree, &CoverageTree::passageRequested, this, &CoverageView::passageRequested);
    connect(m_tree, &CoverageTree::widthModeChanged, this, &CoverageView::arrange);
    connect(m_tree, &CoverageTree::foldingChanged, this, &CoverageView::arrange);
    connect(m_strip, &CannotTellStrip::importRequested, this, &CoverageView::importRequested);
    connect(m_why, &WhyPanel::importRequested, this, &CoverageView::importRequested);
    connect(m_why, &WhyPanel::passageRequested, this, &CoverageView::passageRequested);
    connect(&m_lens, &SharedLens::changed, this, &CoverageView::recompute);
    connect(&m_selection, &Selection::changed, this, [this](const QString &record) {
        m_tree->setSelected(record);
        showWhy();
    });
    dress();
    recompute();
}

void CoverageView::setDocument(entente::Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    if (document) {
        connect(document, &entente::Document::changed, this, [this] { setMap(m_document->snapshot()); });
        connect(document, &QObject::destroyed, this, [this] { setMap(nullptr); });
    }
    setMap(document ? document->snapshot() : nullptr);
}

void CoverageView::setMap(std::shared_ptr<const model::Lookup> map)
{
    m_map = std::move(map);
    m_stale = true;
    recompute();
}

void CoverageView::recompute()
{
    const model::Lens &lens = m_lens.value();
    if (!m_stale && lens.asOf == m_asOf && lens.instrument.value == m_instrument)
        return; // Scope and filters do not change what became of a clause.
    m_stale = false;
    m_asOf = lens.asOf;
    m_instrument = lens.instrument.value;
    CoverageContent content = m_map ? coverageContent(*m_map, lens) : CoverageContent();
    const bool empty = content.lines.empty();
    m_strip->setWords(content.cannotTellWords(), content.missingWords());
    m_strip->setVisible(!empty && !content.cannotTellWords().isEmpty());
    m_totals->setContent(content);
    m_totals->setVisible(!empty);
    m_empty->setVisible(empty);
    m_tree->setVisible(!empty);
    if (!m_map)
        m_empty->setText(tr("No map is open."));
    else if (content.instrument.isEmpty())
        m_empty->setText(tr("Choose an instrument to see what became of its clauses."));
    else
        m_empty->setText(tr("The text of this instrument is not in the map. Import it…"));
    m_model->setContent(m_map, std::move(content));
    m_tree->setSelected(m_selection.current());
    arrange();
    showWhy();
}

void CoverageView::arrange()
{
    const bool wide = !m_tree->isNarrow() && !m_model->content().lines.empty();
    m_why->setVisible(wide);
    m_key->setVisible(wide);
    if (wide) {
        std::vector<LegendEntry> cells =
            coverageLegend(m_model->content(), [this](const CoverageLine &line) { return m_tree->shows(line); });
        std::erase_if(cells, [](const LegendEntry &entry) { return entry.group != QCoreApplication::translate("Coverage", "Cells"); });
        m_key->setEntries(std::move(cells));
    }
    m_totals->setMinimumWidth(wide ? widthOfTotals : 220);
    m_totals->setMaximumWidth(wide ? widthOfTotals : QWIDGETSIZE_MAX);
}

void CoverageView::showWhy()
{
    const CoverageHighlight &highlight = m_tree->highlight();
    const QString clause = highlight.cellClause.isEmpty() ? m_selection.current() : highlight.cellClause;
    const coverage::ClauseState *state = m_model->content().coverage.find(clause);
    if (!state || !m_map) {
        m_why->setWords({}, ProgressState::NotRaised, {}, {}, false);
        return;
    }
    const QString evidence = m_model->evidenceAt(m_model->indexOf(clause));
    const Evidence *row = m_map->model().find<Evidence>(evidence);
    const Passage *passage = row ? m_map->model().find<Passage>(row->origin.value) : nullptr;
    m_why->setWords(whyWords(*m_map, m_model->content(), *state), state->progress(), evidence, passage ? passage->label : QString(),
                    !state->missingReadouts.isEmpty());
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
