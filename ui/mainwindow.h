#pragma once

#include "ui/desk/originalfiles.h"
#include "ui/dialogs.h"
#include "ui/drawings.h"
#include "ui/paper/atlas.h"
#include "ui/paint/tabledrawing.h"
#include "ui/paper/printing.h"
#include "ui/session.h"

#include <QMainWindow>
#include <QTimer>

class QSettings;

namespace entente::ui {

class Actions;
class Centre;
class ChartView;
class ChipBar;
class CoverageView;
class Dock;
class ErrorBar;
class FindingsView;
class Inspector;
class LedgerView;
class LegendBar;
class MainBar;
class MatrixView;
class NetworkTables;
class NetworkView;
class Panels;
class RecentFiles;
class StatusLine;
class TimelineView;
enum class ChartKind;

/// The one window: places the views and connects the commands. What is done is done by the session, the views and the panels.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session &session, SharedLens &lens, Selection &selection, Dialogs &dialogs, QSettings &settings);
    ~MainWindow() override;

    /// Offers work that an ended process left; nothing is deleted.
    void offerLeftWork(const std::vector<store::LeftWork> &left);

    /// Where an address is opened; tests listen instead.
    std::function<void(const QString &address)> openAddress;
    /// How the print preview is shown; tests answer in its place.
    PreviewCall showPrintPreview = showPreview;

    ErrorBar &errorBar() const { return *m_errors; }
    Centre &centre() const { return *m_centre; }
    Inspector &inspector() const { return *m_inspector; }
    NetworkView &networkView() const { return *m_network; }
    NetworkTables &networkTables() const { return *m_tables; }
    TimelineView &timelineView() const { return *m_timeline; }
    CoverageView &coverageView() const { return *m_coverage; }
    MatrixView &matrixView() const { return *m_matrix; }
    MainBar &bar() const { return *m_bar; }
    ChipBar &chips() const { return *m_chips; }
    LedgerView &ledger() const { return *m_ledger; }
    FindingsView &findings() const { return *m_findings; }
    ChartView &charts() const { return *m_charts; }
    StatusLine &status() const { return *m_status; }
    Panels &panels() const { return *m_panels; }
    Actions &actionTable() const { return *m_actions; }

public slots:
    /// The words behind a passage, evidence, relation or record, in the text; or, where there are none, what it is known from.
    void showPassage(const QString &id);
    /// The whole matrix, as a tab in the middle.
    void showMatrix();
    /// Opens a chart beside the network.
    void showChart(entente::ui::ChartKind kind);
    /// Gives the timeline most of the height, or takes it back.
    void showTimelineLarge(bool large);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void placeViews();
    void placeBars();
    void connectSession();
    void connectCommands();
    void connectViews();
    void connectNetwork();
    void connectDesk();
    void connectMatrix();
    void connectPaper();
    void connectLists();
    void connectTimeline();
    void connectCharts();
    void exportChart();
    void printChart();
    void arrange();
    void setDocument(entente::Document *document);
    void showTitle();
    void showCounts();
    void showChosen();
    void showInstruments();
    CoverageOptions coverageOptions() const;
    void exportDrawingOf(DrawnView view);
    void printDrawingOf(DrawnView view);
    void exportAtlas(AtlasBy by);
    void printAtlas(AtlasBy by);
    Lens atlasLens() const;
    PageSetup atlasPage() const;
    TableContent ledgerContent() const;
    TableContent findingsContent() const;
    PageSetup tablePage(const Drawing &drawing) const;
    void printTable(const TableContent &table);
    void exportTable(const TableContent &table, const QString &name);
    void showList(const QString &name);
    void showDrawing(const QString &drawing);
    void showEditionsOf(const QString &record);
    void showOutcome(const ImportOutcome &outcome);
    void followJob();
    void remember();
    void step(int direction);

    Session &m_session;
    SharedLens &m_lens;
    Selection &m_selection;
    Dialogs &m_dialogs;
    QSettings &m_settings;
    Actions *m_actions;
    NetworkView *m_network;
    LegendBar *m_legend;
    TimelineView *m_timeline;
    ChartView *m_charts;
    CoverageView *m_coverage;
    MatrixView *m_matrix;
    Inspector *m_inspector;
    LedgerView *m_ledger = nullptr;
    FindingsView *m_findings = nullptr;
    Centre *m_centre;
    ErrorBar *m_errors;
    QToolBar *m_messages = nullptr;
    MainBar *m_bar;
    ChipBar *m_chips;
    StatusLine *m_status;
    RecentFiles *m_recent;
    Panels *m_panels;
    Dock *m_coverageDock = nullptr;
    Dock *m_recordDock = nullptr;
    Dock *m_timelineDock = nullptr;
    OriginalFiles m_originals;
    QTimer m_patience;   ///< A job shorter than this shows no strip.
    /// Where the user was: the record chosen, and the one in focus with its steps, if any.
    struct Stop
    {
        QString record;
        QString focus;
        int hops = 1;

        bool operator==(const Stop &) const = default;
    };
    std::vector<Stop> m_trail; ///< For going back.
    std::ptrdiff_t m_trailAt = -1;
    bool m_isGoing = false; ///< Along the trail: nothing is added to it.
    NetworkTables *m_tables;
    bool m_compact = false;
    bool m_automatic = true; ///< The docks stand as the window put them, not as the user did.
    bool m_arranging = false;
};

} // namespace entente::ui
