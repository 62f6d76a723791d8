#include "core/model/marking.h"
#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/chipbar.h"
#include "ui/dock.h"
#include "ui/errorbar.h"
#include "ui/inspector/inspector.h"
#include "ui/mainbar.h"
#include "ui/mainwindow.h"
#include "ui/plain.h"
#include "ui/searchfield.h"
#include "ui/standins.h"
#include "ui/statusline.h"

#include <QAction>
#include <QCoreApplication>
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
    on(m_actions->quit, [this] { close(); });
    on(m_actions->undo, [this] { m_session.undo(); });
    on(m_actions->redo, [this] { m_session.redo(); });
    on(m_actions->find, [this] {
        m_bar->search().setFocus(Qt::ShortcutFocusReason);
        m_bar->search().selectAll();
    });

    on(m_actions->focus, [this] {
        if (!m_selection.current().isEmpty())
            m_lens.focusOn(m_selection.current());
    });
    on(m_actions->restore, [this] { m_lens.restore(); });
    on(m_actions->showAll, [this] { m_lens.setScope(Scope::All); });
    on(m_actions->today, [this] { m_lens.setAsOf(QDate::currentDate()); });
    on(m_actions->ladder, [this] { m_network->setLayout(u"ladder"_s); });
    on(m_actions->stress, [this] { m_network->setLayout(u"stress"_s); });
    on(m_actions->fit, [this] { m_network->fit(); });
    on(m_actions->zoomIn, [this] { m_network->zoomIn(); });
    on(m_actions->zoomOut, [this] { m_network->zoomOut(); });
    on(m_actions->zoomWhole, [this] { m_network->zoomWhole(); });

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
    on(m_actions->listUnsourced, [this] { showList(u"unsourced"_s); });
    on(m_actions->listInferred, [this] { showList(u"inferred"_s); });
    on(m_actions->listDocuments, [this] { showList(u"documents"_s); });
    on(m_actions->arrange, [this] { arrange(); });
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

void MainWindow::showOutcome(const ImportOutcome &outcome)
{
    std::vector<Strip::Choice> choices;
    if (outcome.suggestions > 0)
        choices.push_back({tr("Review…"), [this, document = outcome.document] { m_centre->showSuggestions(document); }});
    if (!outcome.document.isEmpty())
        choices.push_back({tr("Show the text"), [this, document = outcome.document] { m_centre->showPlace({document, {}, {}, 0}); }, false});
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
    const Lookup &lookup = document->lookup();
    QSet<QString> neighbours;
    for (const Relation *relation : lookup.outgoing(record))
        neighbours.insert(relation->target.value);
    for (const Relation *relation : lookup.incoming(record))
        neighbours.insert(relation->source.value);
    m_status->setChosen(neighbours.size() == 1 ? tr("%1: 1 neighbour").arg(lookup.title(record))
                                               : tr("%1: %2 neighbours").arg(lookup.title(record)).arg(neighbours.size()));
}

void MainWindow::showList(const QString &name)
{
    const entente::Document *document = m_session.document();
    if (!document)
        return;
    QStringList records;
    if (name == "documents"_L1) {
        for (const auto &row : document->model().all<model::Document>())
            records += row.id.value;
        m_centre->showList(tr("Texts in this map"), records);
        return;
    }
    for (const Relation &relation : document->model().all<Relation>()) {
        const bool wanted = name == "inferred"_L1 ? relation.confidence == Confidence::Inferred
                                                  : document->lookup().evidence(relation.id.value).empty();
        if (wanted)
            records += relation.id.value;
    }
    m_centre->showList(name == "inferred"_L1 ? tr("Inferred lines") : tr("Lines without a source"), records);
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
    m_coverageDock->setSubtitle(chosen.isEmpty() ? QString() : lookup.title(chosen));
}

void MainWindow::showCounts()
{
    m_status->setMarking(m_session.document() ? markingOfMap(m_session.document()->model()) : QString());
}

void MainWindow::remember(const QString &record)
{
    if (record.isEmpty() || (m_trailAt >= 0 && m_trail.value(m_trailAt) == record))
        return;
    m_trail = m_trail.mid(0, m_trailAt + 1);
    m_trail += record;
    m_trailAt = m_trail.size() - 1;
}

void MainWindow::step(int direction)
{
    const qsizetype to = m_trailAt + direction;
    if (to < 0 || to >= m_trail.size())
        return;
    m_trailAt = to;
    m_selection.choose(m_trail.value(to));
}

} // namespace entente::ui
