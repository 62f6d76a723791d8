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

const std::vector<Entry> &table()
{
    static const std::vector<Entry> entries{
        {&Actions::newShipped, "new-shipped", QT_TRANSLATE_NOOP("entente::ui::Actions", "New map from the &shipped facts"), {}},
        {&Actions::newBlank, "new-blank", QT_TRANSLATE_NOOP("entente::ui::Actions", "&New empty map"), QKeySequence::New},
        {&Actions::open, "open", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Open…"), QKeySequence::Open, Sign::Open,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Open a map")},
        {&Actions::save, "save", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Save"), QKeySequence::Save, Sign::Save,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Save the map")},
        {&Actions::saveAs, "save-as", QT_TRANSLATE_NOOP("entente::ui::Actions", "Save &as…"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
        {&Actions::importText, "import", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Import text…"), QKeySequence(Qt::CTRL | Qt::Key_I),
         Sign::Import, QT_TRANSLATE_NOOP("entente::ui::Actions", "Read an instrument or a read-out into the map")},
        {&Actions::importWithOptions, "import-options", QT_TRANSLATE_NOOP("entente::ui::Actions", "Import &with options…"),
         QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I), std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Read a text and say what it is and where it belongs")},
        {&Actions::pasteText, "paste-text", QT_TRANSLATE_NOOP("entente::ui::Actions", "Paste as &document…"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Read what was copied from a page or a letter into the map")},
        {&Actions::exportNetwork, "export-network", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Network…"),
         QKeySequence(Qt::CTRL | Qt::Key_E)},
        {&Actions::exportTimeline, "export-timeline", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Timeline…"), {}},
        {&Actions::exportCoverage, "export-coverage", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Coverage…"), {}},
        {&Actions::exportGexf, "export-gexf", QT_TRANSLATE_NOOP("entente::ui::Actions", "For &Gephi (GEXF)…"), {}, std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Write every record and line as a network for Gephi")},
        {&Actions::exportGraphml, "export-graphml", QT_TRANSLATE_NOOP("entente::ui::Actions", "Graph&ML…"), {}, std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Write every record and line as a network for yEd, Cytoscape or Tulip")},
        {&Actions::takeIn, "take-in", QT_TRANSLATE_NOOP("entente::ui::Actions", "Ta&ke in a network…"), {}, std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Read nodes and lines that another program wrote into the map")},
        {&Actions::commitments, "commitments", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Commitments"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Who promised what to whom, by when, and what became of it")},
        {&Actions::findings, "findings", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Findings"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
         std::nullopt, QT_TRANSLATE_NOOP("entente::ui::Actions", "What should be mended or looked at in this map")},
        {&Actions::printNetwork, "print-network", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Network…"), QKeySequence::Print, Sign::Print,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Print the network, with a preview")},
        {&Actions::printTimeline, "print-timeline", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Timeline…"), {}},
        {&Actions::printCoverage, "print-coverage", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Coverage…"), {}},
        {&Actions::exportAtlasDialogues, "export-atlas-dialogues", QT_TRANSLATE_NOOP("entente::ui::Actions", "Atlas of &dialogues…"), {}},
        {&Actions::exportAtlasAreas, "export-atlas-areas", QT_TRANSLATE_NOOP("entente::ui::Actions", "Atlas of &areas…"), {}},
        {&Actions::exportAtlasInstitutions, "export-atlas-institutions", QT_TRANSLATE_NOOP("entente::ui::Actions", "Atlas of &institutions…"), {}},
        {&Actions::printAtlasDialogues, "print-atlas-dialogues", QT_TRANSLATE_NOOP("entente::ui::Actions", "Atlas of &dialogues…"), {}},
        {&Actions::printAtlasAreas, "print-atlas-areas", QT_TRANSLATE_NOOP("entente::ui::Actions", "Atlas of &areas…"), {}},
        {&Actions::printAtlasInstitutions, "print-atlas-institutions", QT_TRANSLATE_NOOP("entente::ui::Actions", "Atlas of &institutions…"), {}},
        {&Actions::quit, "quit", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Quit"), QKeySequence::Quit},
        {&Actions::undo, "undo", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Undo"), QKeySequence::Undo, Sign::Undo},
        {&Actions::redo, "redo", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Redo"), QKeySequence::Redo, Sign::Redo},
        {&Actions::find, "find", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Find or go to a clause"), QKeySequence(Qt::CTRL | Qt::Key_K),
         Sign::Search},
        {&Actions::zoomIn, "zoom-in", QT_TRANSLATE_NOOP("entente::ui::Actions", "Zoom &in"), QKeySequence::ZoomIn, Sign::ZoomIn,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Larger")},
        {&Actions::zoomOut, "zoom-out", QT_TRANSLATE_NOOP("entente::ui::Actions", "Zoom &out"), QKeySequence::ZoomOut, Sign::ZoomOut,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Smaller")},
        {&Actions::zoomWhole, "zoom-100", QT_TRANSLATE_NOOP("entente::ui::Actions", "&100 %"), QKeySequence(Qt::CTRL | Qt::Key_1)},
        {&Actions::fit, "fit", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Fit the network"), QKeySequence(Qt::CTRL | Qt::Key_0), Sign::Fit,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Fit the network into its view")},
        {&Actions::focus, "focus", QT_TRANSLATE_NOOP("entente::ui::Actions", "F&ocus"), QKeySequence(Qt::CTRL | Qt::Key_F), Sign::Focus,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Show the chosen record and what is one line away")},
        {&Actions::restore, "restore", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Back to the first view"), {}},
        {&Actions::showAll, "show-all", QT_TRANSLATE_NOOP("entente::ui::Actions", "Show &all records"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
        {&Actions::today, "today", QT_TRANSLATE_NOOP("entente::ui::Actions", "As of &today"), QKeySequence(Qt::CTRL | Qt::Key_T),
         std::nullopt, QT_TRANSLATE_NOOP("entente::ui::Actions", "Show the state of today")},
        {&Actions::ladder, "ladder", QT_TRANSLATE_NOOP("entente::ui::Actions", "Layout: &ladder"), {}},
        {&Actions::stress, "stress", QT_TRANSLATE_NOOP("entente::ui::Actions", "Layout: &stress"), {}},
        {&Actions::radial, "radial", QT_TRANSLATE_NOOP("entente::ui::Actions", "Layout: &rings"), {}},
        {&Actions::circular, "circular", QT_TRANSLATE_NOOP("entente::ui::Actions", "Layout: &circle"), {}},
        {&Actions::focusLess, "focus-less", QT_TRANSLATE_NOOP("entente::ui::Actions", "One step &fewer around it"),
         QKeySequence(Qt::ALT | Qt::Key_Minus)},
        {&Actions::focusMore, "focus-more", QT_TRANSLATE_NOOP("entente::ui::Actions", "One step &more around it"),
         QKeySequence(Qt::ALT | Qt::Key_Plus)},
        {&Actions::focusBack, "focus-back", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Leave the focus"), QKeySequence(Qt::ALT | Qt::Key_Up), std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Back to the focus before, or to the whole")},
        {&Actions::expand, "expand", QT_TRANSLATE_NOOP("entente::ui::Actions", "Show its other &neighbours"), QKeySequence(Qt::CTRL | Qt::Key_Period),
         std::nullopt, QT_TRANSLATE_NOOP("entente::ui::Actions", "Shows what is one line away from the chosen record, or hides it again")},
        {&Actions::addFilter, "add-filter", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add a f&ilter…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
        {&Actions::groupSide, "group-side", QT_TRANSLATE_NOOP("entente::ui::Actions", "By &side"), {}},
        {&Actions::groupMinistry, "group-ministry", QT_TRANSLATE_NOOP("entente::ui::Actions", "By &ministry or service"), {}},
        {&Actions::groupArea, "group-area", QT_TRANSLATE_NOOP("entente::ui::Actions", "By &area"), {}},
        {&Actions::groupInstrument, "group-instrument", QT_TRANSLATE_NOOP("entente::ui::Actions", "By &instrument"), {}},
        {&Actions::openGroups, "open-groups", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Open all groups"), {}},
        {&Actions::openGroup, "open-group", QT_TRANSLATE_NOOP("entente::ui::Actions", "Open the chosen &group"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)},
        {&Actions::pin, "pin", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Pin the chosen record, or let it go"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
        {&Actions::markAll, "mark-all", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Mark all that is shown"), {}},
        {&Actions::layOutAgain, "lay-out-again", QT_TRANSLATE_NOOP("entente::ui::Actions", "Lay out &all again"), {}},
        {&Actions::layOutMarked, "lay-out-marked", QT_TRANSLATE_NOOP("entente::ui::Actions", "Lay out the mar&ked again"), {}, std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "The records that are not marked stay where they are")},
        {&Actions::putBackMoved, "put-back-moved", QT_TRANSLATE_NOOP("entente::ui::Actions", "Put &back what I moved"), {}},
        {&Actions::minimap, "minimap", QT_TRANSLATE_NOOP("entente::ui::Actions", "The &whole in small"), {}},
        {&Actions::tables, "tables", QT_TRANSLATE_NOOP("entente::ui::Actions", "The network as &tables"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
        {&Actions::addDialogue, "add-dialogue", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add &dialogue…"), QKeySequence(Qt::Key_Insert),
         Sign::Add},
        {&Actions::addInstitution, "add-institution", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add &institution…"), {}},
        {&Actions::addPerson, "add-person", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add &person…"), {}},
        {&Actions::addArea, "add-area", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add &area…"), {}},
        {&Actions::addInstrument, "add-instrument", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add i&nstrument…"), {}},
        {&Actions::addClause, "add-clause", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add &clause…"), {}},
        {&Actions::addMeeting, "add-meeting", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add &meeting…"), {}},
        {&Actions::addCommitment, "add-commitment", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add c&ommitment…"), {}},
        {&Actions::edit, "edit", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Edit…"), QKeySequence(Qt::Key_F2), Sign::Edit,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Edit the chosen record")},
        {&Actions::addRelation, "add-relation", QT_TRANSLATE_NOOP("entente::ui::Actions", "Add &line to another record…"),
         QKeySequence(Qt::CTRL | Qt::Key_L)},
        {&Actions::remove, "remove", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Remove…"), QKeySequence(Qt::CTRL | Qt::Key_Delete),
         Sign::Remove},
        {&Actions::showText, "show-text", QT_TRANSLATE_NOOP("entente::ui::Actions", "Show its &text"),
         QKeySequence(Qt::CTRL | Qt::Key_Return)},
        {&Actions::goBack, "back", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Back to the last record"),
         QKeySequence(Qt::ALT | Qt::Key_Left)},
        {&Actions::goForward, "forward", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right)},
        {&Actions::suggestions, "suggestions", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Suggestions…"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
        {&Actions::editions, "editions", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Compare the editions"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Two texts of the chosen instrument side by side")},
        {&Actions::showPassage, "show-passage", QT_TRANSLATE_NOOP("entente::ui::Actions", "Show the &passage behind it"),
         QKeySequence(Qt::CTRL | Qt::Key_D)},
        {&Actions::listUnsourced, "list-unsourced", QT_TRANSLATE_NOOP("entente::ui::Actions", "Lines without a &source"), {}},
        {&Actions::listInferred, "list-inferred", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Inferred lines"), {}},
        {&Actions::listDocuments, "list-documents", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Texts in this map"), {}},
        {&Actions::arrange, "arrange", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Arrange as at first"), {}},
        {&Actions::network, "network", QT_TRANSLATE_NOOP("entente::ui::Actions", "Go to the &network"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
        {&Actions::text, "text", QT_TRANSLATE_NOOP("entente::ui::Actions", "Go to the &text"), {}},
        {&Actions::matrix, "matrix", QT_TRANSLATE_NOOP("entente::ui::Actions", "Go to the &coverage matrix"), QKeySequence(Qt::CTRL | Qt::Key_M),
         std::nullopt, QT_TRANSLATE_NOOP("entente::ui::Actions", "Every clause at every round, on any day, with the reasons")},
        {&Actions::judge, "judge", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Judge the clause yourself…"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Say what became of the chosen clause, with your name and reason; the computed state stays beside it")},
        {&Actions::unjudge, "unjudge", QT_TRANSLATE_NOOP("entente::ui::Actions", "Take the judgement &back"), {}},
        {&Actions::saveView, "save-view", QT_TRANSLATE_NOOP("entente::ui::Actions", "Save the &view as…"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Keep layout, places, filters, day and style under a name")},
        {&Actions::updateView, "update-view", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Update the open view"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)},
        {&Actions::listViews, "list-views", QT_TRANSLATE_NOOP("entente::ui::Actions", "Saved vie&ws: rename, duplicate, remove…"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
        {&Actions::editStyle, "edit-style", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Style…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y),
         std::nullopt, QT_TRANSLATE_NOOP("entente::ui::Actions", "Rules by level, state, marking and more; black and grey")},
        {&Actions::mono, "mono", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Black and grey"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
         std::nullopt, QT_TRANSLATE_NOOP("entente::ui::Actions", "Draw the network as on a grey copy, on screen and on paper")},
        {&Actions::compareDay, "compare-day", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Compare with another day…"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
        {&Actions::compareMap, "compare-map", QT_TRANSLATE_NOOP("entente::ui::Actions", "Compare with another &map…"), {}},
        {&Actions::path, "path", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Path to another record…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
         std::nullopt, QT_TRANSLATE_NOOP("entente::ui::Actions", "How two records hang together, in sentences with sources")},
        {&Actions::ask, "ask", QT_TRANSLATE_NOOP("entente::ui::Actions", "Ask a &question…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
         std::nullopt, QT_TRANSLATE_NOOP("entente::ui::Actions", "Who connects the two sides, what would fall apart, who has no counterpart")},
        {&Actions::promote, "promote", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Promote"), QKeySequence(Qt::ALT | Qt::Key_Left)},
        {&Actions::demote, "demote", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Demote"), QKeySequence(Qt::ALT | Qt::Key_Right)},
        {&Actions::joinAbove, "join", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Join with the one above"),
         QKeySequence(Qt::CTRL | Qt::Key_J)},
        {&Actions::split, "split", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Split at the cursor"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)},
        {&Actions::markHeading, "mark-heading", QT_TRANSLATE_NOOP("entente::ui::Actions", "Mark as &heading"), QKeySequence(Qt::Key_H)},
        {&Actions::markUnit, "mark-unit", QT_TRANSLATE_NOOP("entente::ui::Actions", "Mark as n&umbered unit"), QKeySequence(Qt::Key_U)},
        {&Actions::markProse, "mark-prose", QT_TRANSLATE_NOOP("entente::ui::Actions", "Mark as p&rose"), QKeySequence(Qt::Key_P)},
        {&Actions::markNote, "mark-note", QT_TRANSLATE_NOOP("entente::ui::Actions", "Mark as &note"), QKeySequence(Qt::Key_N)},
        {&Actions::markFurniture, "mark-furniture", QT_TRANSLATE_NOOP("entente::ui::Actions", "Mark as page &furniture: set it aside"),
         QKeySequence(Qt::Key_F)},
        {&Actions::putBack, "put-back", QT_TRANSLATE_NOOP("entente::ui::Actions", "Put &back what was set aside"),
         QKeySequence(Qt::Key_B)},
        {&Actions::relabel, "relabel", QT_TRANSLATE_NOOP("entente::ui::Actions", "Change its nu&mber…"), QKeySequence(Qt::Key_L)},
        {&Actions::correctText, "correct-text", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Correct the words…"),
         QKeySequence(Qt::Key_F2)},
        {&Actions::lanesDialogue, "lanes-dialogue", QT_TRANSLATE_NOOP("entente::ui::Actions", "By &dialogue"), {}},
        {&Actions::lanesArea, "lanes-area", QT_TRANSLATE_NOOP("entente::ui::Actions", "By &area"), {}},
        {&Actions::lanesInstitution, "lanes-institution", QT_TRANSLATE_NOOP("entente::ui::Actions", "By &institution"), {}},
        {&Actions::lanesSide, "lanes-side", QT_TRANSLATE_NOOP("entente::ui::Actions", "By &side"), {}},
        {&Actions::timelineLarge, "timeline-large", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Large"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Give the timeline most of the window")},
        {&Actions::timelineWhole, "timeline-whole", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Whole time"), {}, std::nullopt,
         QT_TRANSLATE_NOOP("entente::ui::Actions", "Show the whole time in the lanes")},
        {&Actions::rangeOff, "range-off", QT_TRANSLATE_NOOP("entente::ui::Actions", "Take the &range off"), {}},
        {&Actions::chartProgress, "chart-progress", QT_TRANSLATE_NOOP("entente::ui::Actions", "Clauses by &progress and area"), {}},
        {&Actions::chartMeetings, "chart-meetings", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Rounds a year by level"), {}},
        {&Actions::chartCoverage, "chart-coverage", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Coverage over time"), {}},
        {&Actions::chartParticipation, "chart-participation",
         QT_TRANSLATE_NOOP("entente::ui::Actions", "&Institutions by participation"), {}},
        {&Actions::copyChart, "copy-chart", QT_TRANSLATE_NOOP("entente::ui::Actions", "Copy the p&icture"), {}},
        {&Actions::copyChartTable, "copy-chart-table", QT_TRANSLATE_NOOP("entente::ui::Actions", "Copy the &table"), {}},
        {&Actions::exportChart, "export-chart", QT_TRANSLATE_NOOP("entente::ui::Actions", "&Export the chart…"), {}},
        {&Actions::printChart, "print-chart", QT_TRANSLATE_NOOP("entente::ui::Actions", "Pri&nt the chart…"), {}},
        {&Actions::about, "about", QT_TRANSLATE_NOOP("entente::ui::Actions", "&About Entente"), {}},
    };
    return entries;
}

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
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
    for (QAction *command : deskCommands()) {
        window->removeAction(command); // The desk takes them in.
        command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    }
    auto *layouts = new QActionGroup(window);
    for (QAction *layout : {ladder, stress, radial, circular}) {
        layout->setCheckable(true);
        layouts->addAction(layout);
    }
    ladder->setChecked(true);
    minimap->setCheckable(true);
    minimap->setChecked(true);
    for (const auto &[action, kind] : grouping())
        action->setCheckable(true);
    auto *lanes = new QActionGroup(window);
    for (QAction *lane : {lanesDialogue, lanesArea, lanesInstitution, lanesSide}) {
        lane->setCheckable(true);
        lanes->addAction(lane);
    }
    timelineLarge->setCheckable(true);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

std::vector<Actions::Adding> Actions::adding() const
{
    return {{addDialogue, kindOf<Dialogue>}, {addInstitution, kindOf<Institution>}, {addPerson, kindOf<Person>},
            {addArea, kindOf<Area>},         {addInstrument, kindOf<Instrument>},   {addClause, kindOf<Clause>},
            {addMeeting, kindOf<Meeting>},   {addCommitment, kindOf<Commitment>}};
}

std::vector<std::pair<QAction *, QString>> Actions::grouping() const
{
    return {{groupSide, u"side"_s}, {groupMinistry, u"ministry"_s}, {groupArea, u"area"_s}, {groupInstrument, u"instrument"_s}};
}

QList<QAction *> Actions::deskCommands() const
{
    return {promote,  demote,    joinAbove,     split,   correctText, relabel,
            markUnit, markHeading, markProse, markNote, markFurniture, putBack};
}

void Actions::fill(QMenuBar &bar)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addActions({newShipped, newBlank, open});
    m_recent = file->addMenu(tr("Open &recent"));
    file->addSeparator();
    file->addActions({save, saveAs});
    file->addSeparator();
    file->addActions({importText, importWithOptions, takeIn});
    QMenu *exports = file->addMenu(tr("&Export"));
    exports->addActions({exportNetwork, exportTimeline, exportCoverage});
    exports->addSeparator();
    exports->addActions({exportAtlasDialogues, exportAtlasAreas, exportAtlasInstitutions});
    exports->addActions({exportGexf, exportGraphml});
    QMenu *print = file->addMenu(tr("&Print with preview"));
    print->addActions({printNetwork, printTimeline, printCoverage});
    print->addSeparator();
    print->addActions({printAtlasDialogues, printAtlasAreas, printAtlasInstitutions});
    file->addSeparator();
    file->addAction(quit);

    bar.addMenu(tr("&Edit"))->addActions({undo, redo});
    QMenu *edits = bar.actions().last()->menu();
    edits->addSeparator();
    edits->addActions({edit, addRelation, remove});
    edits->addSeparator();
    edits->addAction(pasteText);
    edits->addSeparator();
    edits->addAction(find);

    m_view = bar.addMenu(tr("&View"));
    m_view->addActions({ladder, stress, radial, circular});
    QMenu *places = m_view->addMenu(tr("&Places"));
    places->addActions({layOutAgain, layOutMarked, putBackMoved, pin, markAll});
    m_view->addSeparator();
    m_view->addActions({fit, zoomIn, zoomOut, zoomWhole, minimap});
    m_view->addSeparator();
    m_view->addActions({focus, focusMore, focusLess, focusBack, expand, addFilter, restore, showAll});
    m_view->addSeparator();
    m_view->addAction(today);
    m_view->addSeparator();

    QMenu *views = m_view->addMenu(tr("Sa&ved views"));
    m_savedViews = views;
    m_view->addActions({saveView, updateView, listViews});
    m_view->addSeparator();
    m_view->addActions({editStyle, mono});
    m_view->addSeparator();
    m_view->addActions({compareDay, compareMap});
    QMenu *timeline = m_view->addMenu(tr("T&imeline"));
    timeline->addActions({lanesDialogue, lanesArea, lanesInstitution, lanesSide});
    timeline->addSeparator();
    timeline->addActions({timelineLarge, timelineWhole, rangeOff});
    m_view->addSeparator();

    QMenu *map = bar.addMenu(tr("&Map"));
    m_instruments = map->addMenu(tr("C&hosen instrument"));
    QMenu *groups = map->addMenu(tr("Draw as one &box each"));
    for (const auto &[action, kind] : grouping())
        groups->addAction(action);
    groups->addSeparator();
    groups->addActions({openGroup, openGroups});
    map->addSeparator();
    for (const Adding &add : adding())
        map->addAction(add.action);

    QMenu *record = bar.addMenu(tr("&Record"));
    record->addActions({edit, addRelation, remove});
    record->addSeparator();
    record->addActions({showText, focus, path});
    record->addSeparator();
    record->addActions({goBack, goForward});

    QMenu *desk = bar.addMenu(tr("&Text"));
    desk->addAction(text);
    desk->addSeparator();
    desk->addActions({promote, demote, joinAbove, split});
    desk->addSeparator();
    desk->addActions({correctText, relabel});
    desk->addSeparator();
    desk->addActions({markUnit, markHeading, markProse, markNote, markFurniture, putBack});

    QMenu *evidence = bar.addMenu(tr("E&vidence"));
    evidence->addActions({importText, importWithOptions, pasteText});
    evidence->addSeparator();
    evidence->addActions({suggestions, editions});
    evidence->addSeparator();
    evidence->addActions({commitments, findings});
    evidence->addSeparator();
    evidence->addActions({showPassage, listDocuments, listInferred, listUnsourced});
    evidence->addSeparator();
    evidence->addActions({judge, unjudge});
    evidence->addSeparator();
    evidence->addAction(ask);

    QMenu *charts = bar.addMenu(tr("&Charts"));
    charts->addActions({chartProgress, chartMeetings, chartCoverage, chartParticipation});
    charts->addSeparator();
    charts->addActions({copyChart, copyChartTable, exportChart, printChart});

    bar.addMenu(tr("&Window"))->addActions({network, matrix, tables, text, arrange});
    bar.addMenu(tr("&Help"))->addAction(about);
}

void Actions::setMapOpen(bool isOpen)
{
    const QList<QAction *> ofMap{matrix, judge, unjudge, save, saveAs, importText, importWithOptions, pasteText, find, suggestions, editions,
                                 commitments, findings, listUnsourced, listInferred, listDocuments};
    const QList<QAction *> ofPaper{exportNetwork, exportTimeline, exportCoverage, printNetwork, printTimeline, printCoverage,
                                   exportAtlasDialogues, exportAtlasAreas, exportAtlasInstitutions,
                                   printAtlasDialogues, printAtlasAreas, printAtlasInstitutions};
    const QList<QAction *> ofExchange{exportGexf, exportGraphml, takeIn};
    const QList<QAction *> ofCharts{chartProgress, chartMeetings, chartCoverage, chartParticipation};
    for (QAction *action : ofMap + ofPaper + ofExchange + ofCharts)
        action->setEnabled(isOpen);
    for (const Adding &add : adding())
        add.action->setEnabled(isOpen);
}

void Actions::setRecordChosen(bool chosen)
{
    for (QAction *action : {edit, addRelation, remove, showText, focus, showPassage})
        action->setEnabled(chosen);
}

void Actions::setTextShown(bool isShown)
{
    for (QAction *action : deskCommands())
        action->setEnabled(isShown);
}

} // namespace entente::ui
