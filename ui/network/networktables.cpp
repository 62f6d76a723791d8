#include "ui/network/networktables.h"

#include "core/document/document.h"
#include "ui/chosenrow.h"
#include "ui/network/networkview.h"
#include "ui/plain.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int WidestColumn = 320; // px
constexpr int RowsMeasured = 100;

} // namespace

NetworkTables::NetworkTables(NetworkView &network, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_network(network)
    , m_selection(selection)
    , m_sieve(new QLineEdit(this))
    , m_counts(plainLabel({}, this))
    , m_tabs(new QTabWidget(this))
{
    setAccessibleName(tr("The network as tables"));
    m_sieve->setPlaceholderText(tr("Only rows with these words"));
    m_sieve->setAccessibleName(tr("Only rows with these words"));
    m_sieve->setClearButtonEnabled(true);
    m_counts->setWordWrap(false);
    m_tabs->setDocumentMode(true);
    m_tables = {makeTable(NetworkTableModel::Content::Records, tr("Records shown in the network")),
                makeTable(NetworkTableModel::Content::Lines, tr("Lines shown in the network"))};
    m_tabs->addTab(m_tables[0].view, tr("Records"));
    m_tabs->addTab(m_tables[1].view, tr("Lines"));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 6, 10, 4);
    row->addWidget(m_sieve, 1);
    row->addWidget(m_counts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_tabs, 1);
    setFocusProxy(m_tables[0].view);

    connect(m_sieve, &QLineEdit::textChanged, this, [this](const QString &words) {
        for (const Table &table : m_tables)
            table.sorted->setFilterFixedString(words.trimmed());
        showCounts();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &NetworkTables::showCounts);
    connect(&m_network, &NetworkView::drawingChanged, this, [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    });
    connect(&m_selection, &Selection::changed, this, &NetworkTables::follow);
}

NetworkTables::Table NetworkTables::makeTable(NetworkTableModel::Content content, const QString &name)
{
    Table table;
    table.rows = new NetworkTableModel(content, this);
    table.sorted = new QSortFilterProxyModel(this);
    table.sorted->setSourceModel(table.rows);
    table.sorted->setSortRole(NetworkTableModel::SortRole);
    table.sorted->setSortLocaleAware(true);
    table.sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    table.sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    table.sorted->setFilterKeyColumn(-1);
    table.view = new QTableView(this);
    table.view->setModel(table.sorted);
    table.view->setAccessibleName(name);
    table.view->setSelectionBehavior(QAbstractItemView::SelectRows);
    table.view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.view->setSortingEnabled(true);
    table.view->sortByColumn(0, Qt::AscendingOrder);
    table.view->setAlternatingRowColors(true);
    table.view->setShowGrid(false);
    table.view->setWordWrap(false);
    table.view->setTabKeyNavigation(false);
    table.view->setFrameShape(QFrame::NoFrame);
    table.view->verticalHeader()->hide();
    table.view->horizontalHeader()->setHighlightSections(false);
    table.view->horizontalHeader()->setResizeContentsPrecision(RowsMeasured);
    table.view->installEventFilter(this);
    connect(table.view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this, table](const QItemSelection &selected) { choose(table, chosenRow(selected)); });
    connect(table.view, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (index.isValid())
            emit networkWanted(index.data(NetworkTableModel::IdRole).toString());
    });
    return table;
}

const NetworkTables::Table &NetworkTables::current() const
{
    return m_tables[std::size_t(std::max(0, m_tabs->currentIndex()))];
}

void NetworkTables::setDocument(const entente::Document *document)
{
    m_document = document;
    m_isStale = true;
    if (isVisible() || !document)
        refresh();
}

void NetworkTables::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void NetworkTables::refresh()
{
    m_isStale = false;
    m_isFollowing = true; // Rows that come and go choose nothing.
    for (const Table &table : m_tables) {
        const bool isFirst = table.rows->rowCount() == 0;
        table.rows->show(m_document ? &m_document->lookup() : nullptr, m_document ? m_network.shared() : nullptr);
        if (!isFirst)
            continue;
        table.view->resizeColumnsToContents();
        for (int column = 0; column < table.rows->columnCount(); ++column)
            table.view->setColumnWidth(column, std::min(table.view->columnWidth(column), WidestColumn));
    }
    m_isFollowing = false;
    follow();
    showCounts();
}

void NetworkTables::showCounts()
{
    const auto words = [](const Table &table) {
        const int all = table.rows->rowCount();
        const int passed = table.sorted->rowCount();
        return all == passed ? QString::number(all) : tr("%1 of %2").arg(passed).arg(all);
    };
    m_tabs->setTabText(0, tr("Records (%1)").arg(words(m_tables[0])));
    m_tabs->setTabText(1, tr("Lines (%1)").arg(words(m_tables[1])));
    const Table &table = current();
    m_counts->setText(table.rows->rowCount() == 0     ? tr("The network shows nothing just now.")
                      : table.sorted->rowCount() == 0 ? tr("No row has these words.")
                                                      : tr("Ctrl+C copies the chosen rows"));
}

/// The row of what is chosen elsewhere.
void NetworkTables::follow()
{
    if (m_isFollowing || m_isStale)
        return;
    m_isFollowing = true;
    const NetworkDrawing *drawing = m_network.drawing();
    const QStringList nodes = drawing ? drawing->nodesOf(m_selection.current()) : QStringList();
    for (const Table &table : m_tables) {
        const QModelIndex now = table.view->currentIndex();
        const auto stands = [&](const QModelIndex &index) {
            const QString id = index.data(NetworkTableModel::IdRole).toString();
            return id == m_selection.current() || nodes.contains(id);
        };
        if (now.isValid() && (stands(now) || (&table == &m_tables[1] && !nodes.isEmpty())))
            continue;
        for (int row = 0; row < table.sorted->rowCount(); ++row) {
            const QModelIndex index = table.sorted->index(row, 0);
            if (!stands(index))
                continue;
            table.view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            table.view->scrollTo(index);
            break;
        }
    }
    m_isFollowing = false;
}

void NetworkTables::choose(const Table &table, const QModelIndex &index)
{
    if (m_isFollowing || !index.isValid())
        return;
    const QString id = index.data(NetworkTableModel::IdRole).toString();
    m_isFollowing = true;
    // Attendance is no record of its own: its last round is chosen, as in the drawing.
    const NetworkDrawing *drawing = m_network.drawing();
    const network::SnapshotLine *line = drawing && table.rows == m_tables[1].rows ? drawing->snapshot().line(id) : nullptr;
    m_selection.choose(line && !line->records.isEmpty() ? line->records.constLast() : id);
    m_isFollowing = false;
}

QString NetworkTables::chosenRows() const
{
    const Table &table = current();
    QModelIndexList rows = table.view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    const auto line = [&](auto &&cell) {
        QStringList cells;
        for (int column = 0; column < table.rows->columnCount(); ++column)
            cells.append(cell(column).toString().replace(u'\t', u' '));
        lines.append(cells.join(u'\t'));
    };
    if (rows.isEmpty())
        return {};
    line([&](int column) { return table.rows->headerData(column, Qt::Horizontal); });
    for (const QModelIndex &row : rows)
        line([&](int column) { return row.siblingAtColumn(column).data(); });
    return lines.join(u'\n') + u'\n';
}

void NetworkTables::copy()
{
    if (const QString rows = chosenRows(); !rows.isEmpty())
        QApplication::clipboard()->setText(rows);
}

bool NetworkTables::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente::ui
