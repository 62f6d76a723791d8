#include "ui/actions.h"

#include "ui/icons.h"
#include "ui/plain.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <optional>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    QAction *Actions::*action;
    const char *name;
    const char *words;
    QKeySequence key;
    std::optional<Sign> sign = std::nullopt;
    const char *tip = nullptr;
};

#define WORDS(text) QT_TRANSLATE_NOOP("entente::ui::Actions", text)

const std::vector<Entry> &table()
{
    static const std::vector<Entry> entries{
        {&Actions::newShipped, "new-shipped", WORDS("New map from the &shipped facts"), {}},
        {&Actions::newBlank, "new-blank", WORDS("&New empty map"), QKeySequence::New},
        {&Actions::open, "open", WORDS("&Open…"), QKeySequence::Open, Sign::Open, WORDS("Open a map")},
        {&Actions::save, "save", WORDS("&Save"), QKeySequence::Save, Sign::Save, WORDS("Save the map")},
        {&Actions::saveAs, "save-as", WORDS("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
        {&Actions::importText, "import", WORDS("&Import text…"), QKeySequence(Qt::CTRL | Qt::Key_I), Sign::Import,
         WORDS("Read an instrument or a read-out into the map")},
        {&Actions::exportNetwork, "export-network", WORDS("&Network…"), QKeySequence(Qt::CTRL | Qt::Key_E)},
        {&Actions::exportTimeline, "export-timeline", WORDS("&Timeline…"), {}},
        {&Actions::exportCoverage, "export-coverage", WORDS("&Coverage…"), {}},
        {&Actions::printNetwork, "print-network", WORDS("&Network…"), QKeySequence::Print, Sign::Print, WORDS("Print the network, with a preview")},
        {&Actions::printTimeline, "print-timeline", WORDS("&Timeline…"), {}},
        {&Actions::printCoverage, "print-coverage", WORDS("&Coverage…"), {}},
        {&Actions::quit, "quit", WORDS("&Quit"), QKeySequence::Quit},
        {&Actions::undo, "undo", WORDS("&Undo"), QKeySequence::Undo, Sign::Undo},
        {&Actions::redo, "redo", WORDS("&Redo"), QKeySequence::Redo, Sign::Redo},
        {&Actions::find, "find", WORDS("&Find or go to a clause"), QKeySequence(Qt::CTRL | Qt::Key_K), Sign::Search},
        {&Actions::zoomIn, "zoom-in", WORDS("Zoom &in"), QKeySequence::ZoomIn, Sign::ZoomIn, WORDS("Larger")},
        {&Actions::zoomOut, "zoom-out", WORDS("Zoom &out"), QKeySequence::ZoomOut, Sign::ZoomOut, WORDS("Smaller")},
        {&Actions::zoomWhole, "zoom-100", WORDS("&100 %"), QKeySequence(Qt::CTRL | Qt::Key_1)},
        {&Actions::fit, "fit", WORDS("&Fit the network"), QKeySequence(Qt::CTRL | Qt::Key_0), Sign::Fit, WORDS("Fit the network into its view")},
        {&Actions::focus, "focus", WORDS("F&ocus"), QKeySequence(Qt::CTRL | Qt::Key_F), Sign::Focus,
         WORDS("Show the chosen record and what is one line away")},
        {&Actions::restore, "restore", WORDS("&Back to the first view"), {}},
        {&Actions::showAll, "show-all", WORDS("Show &all records"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
        {&Actions::today, "today", WORDS("As of &today"), QKeySequence(Qt::CTRL | Qt::Key_T), std::nullopt, WORDS("Show the state of today")},
        {&Actions::ladder, "ladder", WORDS("Layout: &ladder"), {}},
        {&Actions::stress, "stress", WORDS("Layout: &stress"), {}},
        {&Actions::addDialogue, "add-dialogue", WORDS("Add &dialogue…"), QKeySequence(Qt::Key_Insert), Sign::Add},
        {&Actions::addInstitution, "add-institution", WORDS("Add &institution…"), {}},
        {&Actions::addPerson, "add-person", WORDS("Add &person…"), {}},
        {&Actions::addArea, "add-area", WORDS("Add &area…"), {}},
        {&Actions::addInstrument, "add-instrument", WORDS("Add i&nstrument…"), {}},
        {&Actions::addClause, "add-clause", WORDS("Add &clause…"), {}},
        {&Actions::addMeeting, "add-meeting", WORDS("Add &meeting…"), {}},
        {&Actions::addCommitment, "add-commitment", WORDS("Add c&ommitment…"), {}},
        {&Actions::edit, "edit", WORDS("&Edit…"), QKeySequence(Qt::Key_F2), Sign::Edit, WORDS("Edit the chosen record")},
        {&Actions::addRelation, "add-relation", WORDS("Add &line to another record…"), QKeySequence(Qt::CTRL | Qt::Key_L)},
        {&Actions::remove, "remove", WORDS("&Remove…"), QKeySequence(Qt::CTRL | Qt::Key_Delete), Sign::Remove},
        {&Actions::showText, "show-text", WORDS("Show its &text"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
        {&Actions::goBack, "back", WORDS("&Back to the last record"), QKeySequence(Qt::ALT | Qt::Key_Left)},
        {&Actions::goForward, "forward", WORDS("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right)},
        {&Actions::suggestions, "suggestions", WORDS("&Suggestions…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
        {&Actions::showPassage, "show-passage", WORDS("Show the &passage behind it"), QKeySequence(Qt::CTRL | Qt::Key_D)},
        {&Actions::listUnsourced, "list-unsourced", WORDS("Lines without a &source"), {}},
        {&Actions::listInferred, "list-inferred", WORDS("&Inferred lines"), {}},
        {&Actions::listDocuments, "list-documents", WORDS("&Texts in this map"), {}},
        {&Actions::arrange, "arrange", WORDS("&Arrange as at first"), {}},
        {&Actions::network, "network", WORDS("Go to the &network"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
        {&Actions::text, "text", WORDS("Go to the &text"), {}},
        {&Actions::about, "about", WORDS("&About Entente"), {}},
    };
    return entries;
}

#undef WORDS

} // namespace

Actions::Actions(QWidget *window) : QObject(window)
{
    for (const Entry &entry : table()) {
        auto *action = new QAction(tr(entry.words), window);
        action->setObjectName(QString::fromLatin1(entry.name));
        action->setShortcut(entry.key);
        if (entry.sign)
            action->setIcon(icon(*entry.sign));
        QString tip = entry.tip ? tr(entry.tip) : action->text().remove(u'&').remove(u'…');
        if (!entry.key.isEmpty())
            tip += u" ("_s + entry.key.toString(QKeySequence::NativeText) + u')';
        action->setToolTip(plainToolTip(tip));
        this->*entry.action = action;
        window->addAction(action);
    }
    auto *layouts = new QActionGroup(window);
    for (QAction *layout : {ladder, stress}) {
        layout->setCheckable(true);
        layouts->addAction(layout);
    }
    ladder->setChecked(true);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

std::vector<Actions::Adding> Actions::adding() const
{
    return {{addDialogue, kindOf<Dialogue>},   {addInstitution, kindOf<Institution>}, {addPerson, kindOf<Person>},
            {addArea, kindOf<Area>},           {addInstrument, kindOf<Instrument>},   {addClause, kindOf<Clause>},
            {addMeeting, kindOf<Meeting>},     {addCommitment, kindOf<Commitment>}};
}

void Actions::fill(QMenuBar &bar)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addActions({newShipped, newBlank, open});
    m_recent = file->addMenu(tr("Open &recent"));
    file->addSeparator();
    file->addActions({save, saveAs});
    file->addSeparator();
    file->addAction(importText);
    QMenu *exports = file->addMenu(tr("&Export drawing"));
    exports->addActions({exportNetwork, exportTimeline, exportCoverage});
    QMenu *print = file->addMenu(tr("&Print with preview"));
    print->addActions({printNetwork, printTimeline, printCoverage});
    file->addSeparator();
    file->addAction(quit);

    bar.addMenu(tr("&Edit"))->addActions({undo, redo});
    QMenu *edits = bar.actions().last()->menu();
    edits->addSeparator();
    edits->addActions({edit, addRelation, remove});
    edits->addSeparator();
    edits->addAction(find);

    m_view = bar.addMenu(tr("&View"));
    m_view->addActions({ladder, stress});
    m_view->addSeparator();
    m_view->addActions({fit, zoomIn, zoomOut, zoomWhole});
    m_view->addSeparator();
    m_view->addActions({focus, restore, showAll});
    m_view->addSeparator();
    m_view->addAction(today);
    m_view->addSeparator();

    QMenu *map = bar.addMenu(tr("&Map"));
    m_instruments = map->addMenu(tr("C&hosen instrument"));
    map->addSeparator();
    for (const Adding &add : adding())
        map->addAction(add.action);

    QMenu *record = bar.addMenu(tr("&Record"));
    record->addActions({edit, addRelation, remove});
    record->addSeparator();
    record->addActions({showText, focus});
    record->addSeparator();
    record->addActions({goBack, goForward});

    QMenu *evidence = bar.addMenu(tr("E&vidence"));
    evidence->addActions({importText, suggestions});
    evidence->addSeparator();
    evidence->addActions({showPassage, listDocuments, listInferred, listUnsourced});

    bar.addMenu(tr("&Window"))->addActions({network, text, arrange});
    bar.addMenu(tr("&Help"))->addAction(about);
}

void Actions::setMapOpen(bool isOpen)
{
    for (QAction *action : {save, saveAs, importText, exportNetwork, exportTimeline, exportCoverage, printNetwork, printTimeline, printCoverage, find,
                            suggestions, listUnsourced, listInferred, listDocuments})
        action->setEnabled(isOpen);
    for (const Adding &add : adding())
        add.action->setEnabled(isOpen);
}

void Actions::setRecordChosen(bool chosen)
{
    for (QAction *action : {edit, addRelation, remove, showText, focus, showPassage})
        action->setEnabled(chosen);
}

} // namespace entente::ui
