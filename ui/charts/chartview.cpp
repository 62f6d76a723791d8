#include "ui/charts/chartview.h"

#include "ui/charts/chartmodel.h"
#include "ui/chosenrow.h"
#include "ui/paint/fonts.h"
#include "ui/paint/legendstrip.h"
#include "ui/paint/lettering.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 22; // px, of the table

} // namespace

ChartView::ChartView(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_shown(lens)
    , m_kinds(new QComboBox(this))
    , m_title(plainLabel({}, this))
    , m_subtitle(plainLabel({}, this))
    , m_model(new ChartModel(this))
    , m_table(new QTableView(this))
    , m_scroll(new QScrollArea(this))
    , m_canvas(new ChartCanvas(this))
    , m_legend(new LegendStrip(this))
{
    loadFonts();
    setObjectName(u"chartView"_s);
    setAccessibleName(tr("Chart"));
    setAutoFillBackground(true);
    setFocusProxy(m_table);
    for (const ChartKind kind : chartKinds)
        m_kinds->addItem(chartName(kind), int(kind));
    m_kinds->setAccessibleName(tr("Kind of chart"));
    m_subtitle->setWordWrap(true);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 10, 6);
    head->setSpacing(8);
    head->addWidget(m_kinds);
    head->addWidget(m_subtitle, 1);
    const auto command = [&](const QString &words, const QString &tip, auto call) {
        auto *button = new QToolButton(this);
        button->setText(words);
        button->setToolTip(plainToolTip(tip));
        connect(button, &QToolButton::clicked, this, call);
        head->addWidget(button);
        m_commands.append(button);
    };
    command(tr("Copy picture"), tr("Puts the chart with its legend into the clipboard"), [this] { copyPicture(); });
    command(tr("Copy table"), tr("Puts the numbers into the clipboard, for a spreadsheet or a letter"), [this] { copyTable(); });
    command(tr("Export…"), tr("Writes the chart to a PDF, SVG or PNG file"), [this] { emit exportWanted(); });
    command(tr("Print…"), tr("Prints the chart, with a preview"), [this] { emit printWanted(); });

    m_canvas->setObjectName(u"chartCanvas"_s);
    m_canvas->setMouseTracking(true);
    m_scroll->setWidget(m_canvas);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // The table is the chart's keyboard.
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Table of the chart"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto *sides = new QSplitter(this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_scroll);
    sides->addWidget(m_table);
    m_scroll->setMinimumWidth(280);
    m_table->setMinimumWidth(150);
    m_table->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 1);
    sides->setSizes({640, 260});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_title);
    layout->addWidget(sides, 1);
    layout->addWidget(m_legend);
    m_title->setContentsMargins(14, 0, 14, 4);
    m_title->setWordWrap(true);

    connect(m_kinds, &QComboBox::activated, this, [this](int index) { setKind(ChartKind(m_kinds->itemData(index).toInt())); });
    connect(m_canvas, &ChartCanvas::chosen, &m_selection, &Selection::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        const QString record = chosenRow(selected).data(Qt::UserRole).toString();
        if (!m_selecting && !record.isEmpty())
            m_selection.choose(record);
    });
    connect(&m_selection, &Selection::changed, this, &ChartView::select);
    connect(&m_shown, &ShownMap::changed, this, [this] {
        m_stale = true;
        recount();
    });
    connect(sides, &QSplitter::splitterMoved, this, &ChartView::arrange);
    dress();
}

ChartView::~ChartView()
{
    m_job.cancel();
}

const ChartData &ChartView::data() const
{
    return m_model->chart();
}

void ChartView::setKind(ChartKind kind)
{
    if (kind == m_kind && !m_stale)
        return;
    m_kind = kind;
    m_kinds->setCurrentIndex(m_kinds->findData(int(kind)));
    m_stale = true;
    recount();
}

void ChartView::recount()
{
    if (!isVisible() || !m_stale)
        return; // It is counted when it is seen.
    m_stale = false;
    if (!m_shown.map()) {
        m_job.cancel();
        ChartData none;
        none.kind = m_kind;
        none.empty = tr("No map is open.");
        take(std::move(none));
        return;
    }
    m_job.start<ChartData>([kind = m_kind, map = m_shown.map(), lens = m_shown.lens()](
                               base::Progress &progress) { return chartData(kind, *map, lens, progress); },
                           [this](ChartData data) { take(std::move(data)); });
}

void ChartView::take(ChartData data)
{
    const bool otherKind = data.kind != m_model->chart().kind || m_model->columnCount() == 0;
    m_subtitle->setText(QStringList{data.subtitle, data.asOf}.filter(QRegularExpression(u"."_s)).join(u" · "_s));
    m_title->setText(data.rows.empty() ? QString() : data.note);
    m_title->setVisible(!m_title->text().isEmpty());
    m_selecting = true;
    m_model->setData(std::move(data));
    m_selecting = false;
    if (otherKind)
        m_table->resizeColumnsToContents();
    m_table->setColumnWidth(0, std::min(m_table->columnWidth(0), 220));
    setAccessibleDescription(tr("%1. %2").arg(m_model->chart().title, m_model->chart().shown));
    arrange();
    select(m_selection.current());
    emit changed();
}

void ChartView::arrange()
{
    const ChartData &chart = m_model->chart();
    const QSizeF room = m_scroll->viewport()->size();
    if (room.width() < 40)
        return;
    // The note stands above the chart already.
    auto drawing = chartDrawing(chart, {.room = QSizeF(std::max(320.0, room.width() - 2), std::max(180.0, room.height() - 2)), .note = false});
    m_legend->setEntries(drawing->legend());
    m_legend->setVisible(!chart.rows.empty());
    m_table->setVisible(!chart.rows.empty());
    for (QToolButton *button : m_commands)
        button->setEnabled(!chart.rows.empty());
    m_canvas->setAccessibleName(chart.title);
    m_canvas->setAccessibleDescription(tr("%1. The table beside it has its numbers.").arg(chart.rows.empty() ? chart.empty : chart.shown));
    m_canvas->setDrawing(std::move(drawing));
}

void ChartView::select(const QString &record)
{
    m_canvas->setSelected(record);
    const int row = m_model->rowOf(record);
    m_selecting = true;
    if (row < 0)
        m_table->clearSelection();
    else if (m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model->index(row, 0));
    else
        m_table->selectRow(row);
    m_selecting = false;
    if (row >= 0 && m_canvas->drawing())
        m_scroll->ensureVisible(0, int(m_canvas->drawing()->rowRect(row).center().y()), 0, 40);
}

void ChartView::copyPicture() const
{
    if (data().rows.empty())
        return;
    constexpr double scale = 2;
    constexpr double margin = 16;
    const auto drawing = chartDrawing(data(), {.room = {960, 540}});
    const QSizeF size = drawing->size();
    const std::vector<LegendEntry> legend = drawing->legend();
    const double width = size.width() + 2 * margin;
    const double key = paintKey(nullptr, QRectF(margin, 0, width - 2 * margin, 0), legend, {});
    QImage image((QSizeF(width, margin + 46 + size.height() + key + margin) * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(int(96 * scale / 0.0254));
    image.setDotsPerMeterY(int(96 * scale / 0.0254));
    image.fill(Qt::white);
    image.setDevicePixelRatio(scale);
    Look look;
    look.paper = true;
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colours = look.tokens();
    paintText(painter, {margin + 12, margin + 16}, data().title, drawingFont(17, true), colours.ink);
    paintText(painter, {margin + 12, margin + 36}, QStringList{data().subtitle, data().asOf, data().filters}.join(u" · "_s), drawingFont(11),
              colours.ink2);
    painter.translate(margin, margin + 46);
    drawing->paint(painter, QRectF({}, size), look);
    painter.translate(0, size.height());
    paintKey(&painter, QRectF(0, 0, width - 2 * margin, key), legend, look);
    painter.end();
    QApplication::clipboard()->setImage(image);
}

void ChartView::copyTable() const
{
    if (!data().rows.empty())
        QApplication::clipboard()->setText(chartTableText(data()));
}

void ChartView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    recount();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The parts learn their size from the layout a moment later.
    QMetaObject::invokeMethod(this, &ChartView::arrange, Qt::QueuedConnection);
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        dress();
}

void ChartView::dress()
{
    const Theme theme = themeOf(QApplication::palette());
    const Tokens &colours = tokens(theme);
    QPalette own = palette();
    if (own.color(QPalette::Window) != colours.canvas) {
        own.setColor(QPalette::Window, colours.canvas);
        own.setColor(QPalette::WindowText, colours.ink2);
        setPalette(own);
    }
    m_canvas->setTheme(theme);
    m_legend->setTheme(theme);
}

void ChartCanvas::setDrawing(std::unique_ptr<ChartDrawing> drawing)
{
    m_drawing = std::move(drawing);
    resize(m_drawing ? m_drawing->size().toSize() : QSize());
    update();
}

void ChartCanvas::setSelected(const QString &record)
{
    m_selected = record;
    update();
}

void ChartCanvas::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void ChartCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    Look look;
    look.theme = m_theme;
    if (!m_selected.isEmpty())
        look.selected.insert(m_selected);
    painter.fillRect(event->rect(), look.tokens().canvas);
    if (m_drawing)
        m_drawing->paint(painter, QRectF(event->rect()), look);
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    const int row = m_drawing ? m_drawing->rowAt(event->position()) : -1;
    if (row >= 0 && !m_drawing->data().rows[std::size_t(row)].record.isEmpty())
        emit chosen(m_drawing->data().rows[std::size_t(row)].record);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const int row = m_drawing ? m_drawing->rowAt(event->position()) : -1;
    const bool chooses = row >= 0 && !m_drawing->data().rows[std::size_t(row)].record.isEmpty();
    setCursor(chooses ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QString ChartCanvas::wordsAt(const QPointF &place) const
{
    const int at = m_drawing ? m_drawing->rowAt(place) : -1;
    if (at < 0)
        return {};
    const ChartData &chart = m_drawing->data();
    const ChartRow &row = chart.rows[std::size_t(at)];
    QStringList lines{tr("%1: %2 %3").arg(row.label).arg(row.total()).arg(chart.unit)};
    for (std::size_t part = 0; part < chart.parts.size(); ++part) {
        if (row.values[part] > 0)
            lines << tr("%1: %2").arg(chart.parts[part].name).arg(row.values[part]);
    }
    return lines.join(u'\n');
}

bool ChartCanvas::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString words = wordsAt(help->pos());
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(words), this);
    return true;
}

} // namespace entente::ui
