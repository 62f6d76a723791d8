#include "core/reading/editions.h"
#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/chipbar.h"
#include "ui/coverage/coverageview.h"
#include "ui/desk/comparisonview.h"
#include "ui/desk/deskview.h"
#include "ui/desk/pagepictures.h"
#include "ui/desk/suggestionlist.h"
#include "ui/dock.h"
#include "ui/errorbar.h"
#include "ui/inspector/inspector.h"
#include "ui/legendbar.h"
#include "ui/mainbar.h"
#include "ui/mainwindow.h"
#include "ui/network/networkextras.h"
#include "ui/network/networkview.h"
#include "ui/panels.h"
#include "ui/plain.h"
#include "ui/searchfield.h"
#include "ui/statusline.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>

// The window's commands: what each of them calls. Nothing is computed here.
namespace entente::ui {

using namespace Qt::StringLiterals;

void MainWindow::connectCommands()
{
    const auto on = [this](QAction *action, auto &&call) { connect(action, &QAction::triggered, this, call); };
    on(m_actions->newShipped, [this] { m_session.newShipped(); });
    on(m_actions->newBlank, [this] { m_session.newBlank(); });
    on(m_actions->open, [this] { m_session.open(); });
    on(m_actions->save, [this] { m_session.save(); });
    on(m_actions->saveAs, [this] { m_session.saveAs(); });
    on(m_actions->importText, [this] { m_session.importText(); });
    on(m_actions->importWithOptions, [this] { m_session.importWithOptions(); });
    on(m_actions->pasteText, [this] { m_session.pasteText(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->undo, [this] { m_session.undo(); });
    on(m_actions->redo, [this] { m_session.redo(); });
    on(m_actions->find, [this] {
        m_bar->search().setFocus(Qt::ShortcutFocusReason);
        m_bar->search().selectAll();
    });

    on(m_actions->restore, [this] { m_lens.restore(); });
    on(m_actions->showAll, [this] { m_lens.setScope(Scope::All); });
    on(m_actions->today, [this] { m_lens.setAsOf(QDate::currentDate()); });
    on(m_actions->fit, [this] { m_network->fit(); });
    on(m_actions->zoomIn, [this] { m_network->zoomIn(); });
    on(m_actions->zoomOut, [this] { m_network->zoomOut(); });
    on(m_actions->zoomWhole, [this] { m_network->setZoom(1); });

    on(m_actions->exportGexf, [this] { m_session.exportNetwork(u"gexf"_s); });
    on(m_actions->exportGraphml, [this] { m_session.exportNetwork(u"graphml"_s); });
    on(m_actions->takeIn, [this] { m_session.takeInNetwork(); });
    connectPaper();

    const auto showRecord = [this] {
        m_recordDock->show();
        m_recordDock->raise();
    };
    for (const Actions::Adding &add : m_actions->adding())
        on(add.action, [this, showRecord, kind = add.kind] {
            showRecord();
            m_inspector->addRecord(kind);
        });
    on(m_actions->edit, [this, showRecord] {
        showRecord();
        m_inspector->editRecord();
    });
    on(m_actions->addRelation, [this, showRecord] {
        showRecord();
        m_inspector->addRelation();
    });
    on(m_actions->remove, [this] { m_session.removeChosen(); });
    on(m_actions->showText, [this] { showPassage(m_selection.current()); });
    on(m_actions->showPassage, [this] { showPassage(m_selection.current()); });
    on(m_actions->goBack, [this] { step(-1); });
    on(m_actions->goForward, [this] { step(1); });
    on(m_actions->suggestions, [this] { m_centre->showSuggestions({}); });
    on(m_actions->editions, [this] { showEditionsOf(m_selection.current()); });
    on(m_actions->listUnsourced, [this] { showList(u"unsourced"_s); });
    on(m_actions->listInferred, [this] { showList(u"inferred"_s); });
    on(m_actions->listDocuments, [this] { showList(u"documents"_s); });
    on(m_actions->arrange, [this] {
        m_panels->close();
        arrange();
    });
    on(m_actions->network, [this] { m_centre->showNetwork(); });
    on(m_actions->text, [this] { m_centre->showText(); });
    on(m_actions->about, [this] {
        m_dialogs.about(this, tr("Entente %1 maps the cooperation between the European Union and the Republic of Korea.\n\n"
                                 "Free software under the GNU General Public License, version 3 or later. It works without a network; "
                                 "only an address that you click is opened in your browser.")
                                  .arg(QCoreApplication::applicationVersion()));
    });
    m_actions->setRecordChosen(false);
}

void MainWindow::connectDesk()
{
    DeskView &desk = m_centre->desk();
    const auto on = [this](QAction *action, auto &&call) { connect(action, &QAction::triggered, this, call); };
    on(m_actions->promote, [&desk] { desk.promote(); });
    on(m_actions->demote, [&desk] { desk.demote(); });
    on(m_actions->joinAbove, [&desk] { desk.joinWithPrevious(); });
    on(m_actions->split, [&desk] { desk.split(); });
    on(m_actions->markHeading, [&desk] { desk.markAs(ParagraphRole::Heading); });
    on(m_actions->markUnit, [&desk] { desk.markAs(ParagraphRole::Unit); });
    on(m_actions->markProse, [&desk] { desk.markAs(ParagraphRole::Prose); });
    on(m_actions->markNote, [&desk] { desk.markAs(ParagraphRole::Note); });
    on(m_actions->markFurniture, [&desk] { desk.markAs(ParagraphRole::SetAside); });
    on(m_actions->putBack, [&desk] { desk.putBack(); });
    on(m_actions->relabel, [&desk] { desk.relabel(); });
    on(m_actions->correctText, [&desk] { desk.correctText(); });
    desk.setCommands(m_actions->deskCommands());
    desk.setOriginals(&m_originals);
    desk.arrange(m_settings.value("desk/arrangement"_L1).toByteArray());
    connect(&desk, &DeskView::failed, m_errors, &ErrorBar::showError);
    connect(&desk, &DeskView::succeeded, m_errors, &ErrorBar::clearErrors);
    connect(&desk, &DeskView::originalWanted, this, [this, &desk](const QString &, const QString &fileName) {
        desk.openOriginal(m_dialogs.originalToFind(this, QFileInfo(m_session.suggestedPath()).absolutePath(), fileName));
    });
    connect(&m_centre->editions(), &ComparisonView::failed, m_errors, &ErrorBar::showError);
    connect(&m_centre->suggestions(), &SuggestionList::succeeded, m_errors, &ErrorBar::clearErrors);
    connect(m_inspector, &Inspector::editionsRequested, this, &MainWindow::showEditionsOf);
    connect(&desk.pictures(), &PagePictures::openedFile, this,
            [this](const QString &path, const QString &hash) { m_originals.remember(hash, path); });
    connect(&m_session, &Session::fileRead, this, [this](const QString &path, const QString &hash) { m_originals.remember(hash, path); });
    connect(m_centre, &Centre::textShown, m_actions, &Actions::setTextShown);
    m_actions->setTextShown(false);
}

void MainWindow::showEditionsOf(const QString &record)
{
    const entente::Document *document = m_session.document();
    if (!document)
        return;
    // A clause or a text stands for its instrument; nothing chosen, for the one that the coverage shows.
    QString instrument = record;
    if (const auto *clause = document->model().find<Clause>(record))
        instrument = clause->instrument.value;
    else if (const auto *text = document->model().find<model::Document>(record))
        instrument = text->instrument.value;
    if (!document->model().find<Instrument>(instrument))
        instrument = chosenInstrument(document->model(), m_lens.value()).value;
    m_centre->showEditions(instrument);
}

void MainWindow::showOutcome(const ImportOutcome &outcome)
{
    if (outcome.sentence.isEmpty())
        return m_errors->remove(u"outcome"_s);
    std::vector<Strip::Choice> choices;
    if (outcome.suggestions > 0)
        choices.push_back({tr("Review…"), [this, document = outcome.document] { m_centre->showSuggestions(document); }});
    const entente::Document *map = m_session.document();
    const auto *text = map ? map->model().find<model::Document>(outcome.document) : nullptr;
    if (text && !text->instrument.isEmpty() && reading::textsOf(map->lookup(), text->instrument).size() > 1)
        choices.push_back({tr("Compare with the edition before…"), [this, instrument = text->instrument.value] { m_centre->showEditions(instrument); }, false});
    if (!outcome.document.isEmpty())
        choices.push_back({tr("Show the text"),
                           [this, document = outcome.document] {
                               m_centre->showPlace({document, {}, {}, 0});
                           },
                           false});
    m_errors->showNotice(u"outcome"_s, outcome.sentence, choices);
    showCounts();
}

void MainWindow::showChosen()
{
    const entente::Document *document = m_session.document();
    const QString record = m_selection.current();
    const bool chosen = document && document->model().contains(record);
    m_actions->setRecordChosen(chosen);
    if (!chosen) {
        m_status->setChosen({});
        return;
    }
    const NetworkDrawing *drawing = m_network->drawing();
    const QStringList nodes = drawing ? drawing->nodesOf(record) : QStringList();
    QString words = document->lookup().title(record);
    if (!nodes.isEmpty()) {
        const auto shownOnes = drawing->neighbours(QSet<QString>(nodes.begin(), nodes.end())).size();
        const network::SnapshotNode *node = drawing->snapshot().node(nodes.first());
        const auto all = shownOnes + (node ? node->hidden : 0);
        words = all == 1 ? tr("%1: 1 neighbour").arg(words) : tr("%1: %2 neighbours, %3 of them shown").arg(words).arg(all).arg(shownOnes);
    }
    m_status->setChosen(words);
}

void MainWindow::showList(const QString &name)
{
    const entente::Document *document = m_session.document();
    if (!document)
        return;
    if (name == "findings"_L1) {
        m_actions->findings->trigger();
    } else if (name == "documents"_L1) {
        QStringList records;
        for (const auto &row : document->model().all<model::Document>())
            records += row.id.value;
        m_centre->showList(tr("Texts in this map"), records);
    } else if (const NetworkDrawing *drawing = m_network->drawing()) {
        if (name == "shown"_L1)
            m_centre->showList(tr("Records shown"), shownRecords(*drawing));
        else if (name == "inferred"_L1)
            m_centre->showList(tr("Inferred lines shown"), inferredLines(*drawing));
        else
            m_centre->showList(tr("Lines shown without a source"), unsourcedLines(*drawing));
    }
}

void MainWindow::showDrawing(const QString &drawing)
{
    Dock *dock = drawing == "timeline"_L1 ? m_timelineDock : drawing == "coverage"_L1 ? m_coverageDock : nullptr;
    if (!dock)
        return m_centre->showNetwork();
    dock->show();
    dock->setFolded(false);
    dock->raise();
}

void MainWindow::showInstruments()
{
    QMenu *menu = m_actions->instrumentMenu();
    menu->clear();
    const entente::Document *document = m_session.document();
    if (!document)
        return;
    const Lookup &lookup = document->lookup();
    for (const Instrument &instrument : document->model().all<Instrument>()) {
        if (lookup.clauses(instrument.id).empty())
            continue;
        QAction *action = menu->addAction(menuText(instrument.nameEn));
        connect(action, &QAction::triggered, this, [this, id = instrument.id] {
            Lens lens = m_lens.value();
            lens.instrument = id;
            m_lens.set(lens);
        });
    }
    const QString chosen = chosenInstrument(document->model(), m_lens.value()).value;
    m_coverageDock->setSubtitle(chosen.isEmpty() ? QString() : lookup.shortTitle(chosen));
}

void MainWindow::showCounts()
{
    const NetworkDrawing *drawing = m_network->drawing();
    const NetworkCounts counts = m_network->counts();
    m_status->setCounts({counts.shown, counts.total, counts.lines, counts.tags, counts.inferred, counts.unsourced, counts.hidden});
    m_chips->setShown(counts.shown, counts.total);
    m_legend->setMono(isMono(m_lens.value()));
    m_legend->setEntries(drawing ? drawing->legend() : std::vector<LegendEntry>());
    m_legend->setVisible(drawing && counts.shown > 0);
    const entente::Document *document = m_session.document();
    m_status->setMarking(document && drawing ? markingOfDrawing(document->lookup(), *drawing) : QString());
    showChosen();
}

} // namespace entente::ui
