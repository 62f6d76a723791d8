#include "ui/mainwindow.h"

#include "core/model/marking.h"
#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/charts/chartview.h"
#include "ui/chipbar.h"
#include "ui/coverage/coverageview.h"
#include "ui/coverage/matrixview.h"
#include "ui/desk/deskview.h"
#include "ui/desk/suggestionlist.h"
#include "ui/dock.h"
#include "ui/errorbar.h"
#include "ui/inspector/inspector.h"
#include "ui/legendbar.h"
#include "ui/mainbar.h"
#include "ui/network/networktables.h"
#include "ui/network/networkview.h"
#include "ui/panels.h"
#include "ui/plain.h"
#include "ui/recentfiles.h"
#include "ui/searchfield.h"
#include "ui/statusline.h"
#include "ui/timeline/timelineview.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QTime>
#include <QUrl>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrow = 1180; ///< Below this width the coverage stands beside the record and the toolbar shows signs only.
constexpr int coverageWidth = 272;
constexpr int recordWidth = 316;
constexpr int narrowRecordWidth = 300;
constexpr int timelineHeight = 172; ///< With its heading.
constexpr int patience = 300;       ///< Milliseconds before a job shows its progress.
constexpr int stateVersion = 1;

/// Only the web, and only after a click.
void openOnTheWeb(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1))
        QDesktopServices::openUrl(url);
}

} // namespace

MainWindow::MainWindow(Session &session, SharedLens &lens, Selection &selection, Dialogs &dialogs, QSettings &settings)
    : openAddress(openOnTheWeb)
    , m_session(session)
    , m_lens(lens)
    , m_selection(selection)
    , m_dialogs(dialogs)
    , m_settings(settings)
    , m_actions(new Actions(this))
    , m_network(new NetworkView(lens, selection))
    , m_legend(new LegendBar)
    , m_timeline(new TimelineView(lens, selection))
    , m_charts(new ChartView(lens, selection, this))
    , m_coverage(new CoverageView(lens, selection))
    , m_matrix(new MatrixView(lens, selection, m_coverage->answer(), this))
    , m_inspector(new Inspector(lens, selection))
    , m_centre(new Centre(*m_network, *m_legend, selection))
    , m_errors(new ErrorBar)
    , m_bar(new MainBar(*m_actions, lens, this))
    , m_chips(new ChipBar(lens))
    , m_status(new StatusLine)
    , m_originals(settings)
    , m_tables(new NetworkTables(*m_network, selection, m_centre))
{
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    m_session.setWindow(this);
    m_actions->fill(*menuBar());
    m_recent = new RecentFiles(settings, *m_actions->recentMenu(), this);
    m_panels = new Panels(*this, *m_actions, session, lens, selection, *m_network, dialogs, *m_errors);
    placeBars();
    placeViews();
    m_panels->setHome(m_recordDock);
    m_panels->setButton(m_bar->views());
    connect(m_panels, &Panels::drawingWanted, this, &MainWindow::showDrawing);
    connectSession();
    connectCommands();
    connectViews();
    connectNetwork();
    connectDesk();
    connectMatrix();
    connectLists();
    connectTimeline();
    connectCharts();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);

    resize(1440, 900);
    restoreGeometry(m_settings.value("window/geometry"_L1).toByteArray());
    m_compact = width() < narrow;
    m_automatic = m_settings.value("window/automatic"_L1, true).toBool();
    arrange();
    if (!m_automatic)
        restoreState(m_settings.value("window/state"_L1).toByteArray(), stateVersion);
    m_messages->hide(); // Whatever was to be read when the state was kept.
    setDocument(m_session.document());
}

MainWindow::~MainWindow() = default;

void MainWindow::placeBars()
{
    const auto fullRow = [this](const QString &name, const QString &title, QWidget *content) {
        addToolBarBreak();
        auto *row = new QToolBar(title, this);
        row->setObjectName(name);
        row->setMovable(false);
        row->setFloatable(false);
        row->toggleViewAction()->setVisible(false);
        content->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        row->addWidget(content);
        addToolBar(row);
        return row;
    };
    addToolBar(m_bar);
    m_bar->toggleViewAction()->setVisible(false);
    fullRow(u"chips"_s, tr("Filters"), m_chips);
    m_messages = fullRow(u"messages"_s, tr("Messages"), m_errors);
    m_messages->hide();
    connect(m_errors, &ErrorBar::occupied, m_messages, &QWidget::setVisible);
    setStatusBar(m_status);
}

void MainWindow::placeViews()
{
    setCentralWidget(m_centre);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_coverageDock = new Dock(u"coverage"_s, tr("Coverage"), m_coverage, this);
    m_recordDock = new Dock(u"record"_s, tr("Record"), m_inspector, this);
    m_timelineDock = new Dock(u"timeline"_s, tr("Timeline"), m_timeline, this);
    m_timelineDock->setFoldable(true);
    for (Dock *dock : {m_coverageDock, m_timelineDock, m_recordDock}) {
        m_actions->viewMenu()->addAction(dock->toggleViewAction());
        const auto moved = [this] { m_automatic = m_automatic && m_arranging; };
        connect(dock, &QDockWidget::topLevelChanged, this, moved);
        connect(dock, &QDockWidget::dockLocationChanged, this, moved);
    }
}

void MainWindow::arrange()
{
    m_arranging = true;
    for (Dock *dock : {m_coverageDock, m_recordDock, m_timelineDock}) {
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    addDockWidget(Qt::RightDockWidgetArea, m_recordDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_timelineDock);
    if (m_compact)
        tabifyDockWidget(m_recordDock, m_coverageDock);
    else
        addDockWidget(Qt::LeftDockWidgetArea, m_coverageDock);
    for (Dock *dock : {m_coverageDock, m_recordDock, m_timelineDock})
        dock->show();
    m_recordDock->raise();
    m_bar->setCompact(m_compact);
    m_timelineDock->setFolded(m_compact);
    resizeDocks({m_recordDock}, {m_compact ? narrowRecordWidth : recordWidth}, Qt::Horizontal);
    if (!m_compact) {
        resizeDocks({m_coverageDock}, {coverageWidth}, Qt::Horizontal);
        resizeDocks({m_timelineDock}, {timelineHeight}, Qt::Vertical);
    }
    m_panels->gather();
    m_automatic = true;
    m_arranging = false;
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::documentReplaced, this, &MainWindow::setDocument);
    connect(&m_session, &Session::failed, m_errors, &ErrorBar::showError);
    connect(&m_session, &Session::succeeded, m_errors, &ErrorBar::clearErrors);
    connect(&m_session, &Session::fileUsed, m_recent, &RecentFiles::add);
    connect(&m_session, &Session::imported, this, &MainWindow::showOutcome);
    connect(&m_session, &Session::saved, this, [this] {
        m_status->setSaved(tr("Saved %1").arg(QTime::currentTime().toString(u"HH:mm"_s)));
        showTitle();
    });
    connect(m_recent, &RecentFiles::chosen, &m_session, &Session::openFile);
    connect(m_bar, &MainBar::undoWanted, this, [this](int steps) {
        for (int i = 0; i < steps; ++i)
            m_session.undo();
    });
    followJob();
}

void MainWindow::followJob()
{
    Job &job = m_session.job();
    connect(&job, &Job::progressed, this, [this](int done, int total, const QString &words) {
        if (!m_patience.isActive() && m_errors->findChild<Strip *>(u"job"_s) == nullptr)
            m_patience.start();
        if (auto *strip = m_errors->findChild<Strip *>(u"job"_s)) {
            strip->setProgress(done, total);
            if (!words.isEmpty())
                strip->setText(words);
        }
    });
    connect(&m_session, &Session::started, this, [this] { m_patience.start(); });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_session.job().isRunning())
            m_errors->showNotice(u"job"_s, tr("Reading the text…"), {{tr("Cancel (Esc)"), [this] { m_session.cancelImport(); }}})
                ->setProgress(0, 0);
    });
    connect(&job, &Job::ended, this, [this] {
        m_patience.stop();
        m_errors->remove(u"job"_s);
    });
}

void MainWindow::connectViews()
{
    connect(m_network, &NetworkView::passageRequested, this, &MainWindow::showPassage);
    connect(m_network, &NetworkView::countsChanged, this, &MainWindow::showCounts);
    connect(m_network, &NetworkView::zoomChanged, this, [this](double zoom) { m_bar->setZoom(qRound(100 * zoom)); });
    connect(m_network, &NetworkView::refused, m_errors, [this](const QString &sentence) { m_errors->showError(callError(sentence)); });
    connect(m_coverage, &CoverageView::passageRequested, this, &MainWindow::showPassage);
    connect(m_coverage, &CoverageView::importRequested, &m_session, &Session::importText);
    connect(m_inspector, &Inspector::passageRequested, this, &MainWindow::showPassage);
    connect(m_inspector, &Inspector::importRequested, this, [this] { m_session.importInto(m_selection.current()); });
    connect(m_inspector, &Inspector::addressRequested, this, [this](const QString &address) { openAddress(address); });
    connect(&m_centre->suggestions(), &SuggestionList::passageRequested, this, &MainWindow::showPassage);
    connect(&m_centre->suggestions(), &SuggestionList::failed, m_errors, &ErrorBar::showError);
    connect(m_status, &StatusLine::listWanted, this, &MainWindow::showList);
    connect(&m_bar->search(), &SearchField::wordsChosen, this, [this](const QString &document, const QString &label, const QString &) {
        m_selection.choose(document);
        m_centre->showPlace({document, label, {}, 0});
    });
    connect(&m_selection, &Selection::changed, this, [this] {
        showChosen();
        remember();
    });
    connect(&m_lens, &SharedLens::changed, this, &MainWindow::showInstruments);
}

void MainWindow::setDocument(entente::Document *document)
{
    m_network->setDocument(document);
    m_timeline->setDocument(document);
    m_charts->setDocument(document);
    m_coverage->setDocument(document);
    m_inspector->setDocument(document);
    m_centre->setDocument(document);
    m_tables->setDocument(document);
    m_bar->setDocument(document);
    m_chips->setDocument(document);
    m_panels->setDocument(document);
    m_actions->setMapOpen(document != nullptr);
    m_trail.clear();
    m_trailAt = -1;
    m_status->setSaved({});
    m_errors->remove(u"outcome"_s);
    m_errors->remove(u"notice"_s);
    if (document) {
        connect(document, &entente::Document::modifiedChanged, this, &MainWindow::showTitle);
        connect(document, &entente::Document::changed, this, [this] {
            showTitle();
            showCounts();
            showChosen();
        });
        if (!document->notice().isEmpty())
            m_errors->showNotice(u"notice"_s, document->notice());
    }
    showTitle();
    showCounts();
    showChosen();
    showInstruments();
}

void MainWindow::showTitle()
{
    QString title = m_session.title();
    // “[*]” is where the window system puts the mark of unsaved changes.
    title.replace(u"[*]"_s, u"[*][*]"_s);
    setWindowTitle(title.isEmpty() ? tr("Entente") : tr("%1[*] — Entente").arg(title));
    const entente::Document *document = m_session.document();
    setWindowModified(document && document->isModified());
    setWindowFilePath(document ? document->path() : QString());
}

void MainWindow::showPassage(const QString &id)
{
    if (!m_session.document())
        return;
    const Lookup &lookup = m_session.document()->lookup();
    const TextPlace place = textPlaceOf(lookup, id);
    const auto kind = lookup.model().kindOfRecord(id);
    const bool choosable = kind && *kind != kindOf<Evidence> && *kind != kindOf<Passage> && *kind != kindOf<Suggestion>;
    if (place.document.isEmpty()) {
        if (const auto *evidence = lookup.model().find<Evidence>(id))
            m_selection.choose(evidence->subject.value);
        else if (choosable)
            m_selection.choose(id);
        m_recordDock->show();
        m_recordDock->raise();
        return;
    }
    if (kind == kindOf<Relation>)
        m_selection.choose(id);
    m_centre->showPlace(place);
}

void MainWindow::offerLeftWork(const std::vector<store::LeftWork> &left)
{
    for (const store::LeftWork &work : left) {
        const QString name = work.path.isEmpty() ? tr("a map that was never saved") : QFileInfo(work.path).fileName();
        const QString when = QLocale().toString(work.changed.toLocalTime(), QLocale::ShortFormat);
        const QString words = work.steps == 1 ? tr("One unsaved step on %1 of %2 was kept.").arg(name, when)
                                              : tr("%1 unsaved steps on %2 of %3 were kept.").arg(work.steps).arg(name, when);
        const QString key = u"left:"_s + work.directory;
        m_errors->showNotice(key, words,
                             {{tr("Recover"),
                               [this, work, key] {
                                   if (m_session.recover(work))
                                       m_errors->remove(key);
                               },
                               false},
                              {tr("Save a copy…"),
                               [this, work, key] {
                                   if (m_session.saveCopyOf(work))
                                       m_errors->remove(key);
                               },
                               false},
                              {tr("Later"), {}}});
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_session.mayLeave()) {
        event->ignore();
        return;
    }
    m_settings.setValue("window/geometry"_L1, saveGeometry());
    m_settings.setValue("window/automatic"_L1, m_automatic);
    m_settings.setValue("window/state"_L1, saveState(stateVersion));
    m_settings.setValue("desk/arrangement"_L1, m_centre->desk().arrangement());
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool compact = width() < narrow;
    if (compact == m_compact || m_arranging)
        return;
    m_compact = compact;
    if (m_automatic)
        QTimer::singleShot(0, this, &MainWindow::arrange);
    else
        m_bar->setCompact(compact);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList texts;
    QString map;
    for (const QUrl &url : event->mimeData()->urls()) {
        const QString path = url.toLocalFile();
        if (QFileInfo(path).suffix().compare("entente"_L1, Qt::CaseInsensitive) == 0)
            map = path;
        else if (!path.isEmpty())
            texts += path;
    }
    event->acceptProposedAction();
    if (!map.isEmpty())
        m_session.openFile(map);
    for (const QString &text : texts)
        m_session.importFile(text);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_session.job().isRunning())
        m_session.cancelImport();
    else if (event->key() == Qt::Key_Escape)
        m_network->escape();
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace entente::ui
