#pragma once

#include "core/model/fields.h"

#include <QObject>

#include <vector>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace entente::ui {

/// Every command of the window, in one table: words, keys, sign. The window connects them.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    QAction *newShipped, *newBlank, *open, *save, *saveAs, *importText, *importWithOptions, *pasteText, *exportNetwork, *exportTimeline, *exportCoverage, *printNetwork,
        *printTimeline, *printCoverage, *quit;
    QAction *exportAtlasDialogues, *exportAtlasAreas, *exportAtlasInstitutions, *printAtlasDialogues, *printAtlasAreas, *printAtlasInstitutions;
    QAction *exportGexf, *exportGraphml, *takeIn;
    QAction *commitments, *findings;
    QAction *undo, *redo, *find;
    QAction *zoomIn, *zoomOut, *zoomWhole, *fit, *focus, *restore, *showAll, *today, *ladder, *stress, *radial, *circular;
    QAction *focusLess, *focusMore, *focusBack, *expand, *addFilter, *groupSide, *groupMinistry, *groupArea, *groupInstrument, *openGroups, *openGroup;
    QAction *pin, *markAll, *layOutAgain, *layOutMarked, *putBackMoved, *minimap, *tables;
    QAction *addDialogue, *addInstitution, *addPerson, *addArea, *addInstrument, *addClause, *addMeeting, *addCommitment;
    QAction *edit, *addRelation, *remove, *showText, *goBack, *goForward;
    QAction *suggestions, *editions, *showPassage, *listUnsourced, *listInferred, *listDocuments;
    QAction *arrange, *network, *text, *matrix;
    QAction *judge, *unjudge;
    QAction *saveView, *updateView, *listViews, *editStyle, *mono, *compareDay, *compareMap, *path, *ask;
    QAction *promote, *demote, *joinAbove, *split, *markHeading, *markUnit, *markProse, *markNote, *markFurniture, *putBack, *relabel,
        *correctText;
    QAction *lanesDialogue, *lanesArea, *lanesInstitution, *lanesSide, *timelineLarge, *timelineWhole, *rangeOff;
    QAction *chartProgress, *chartMeetings, *chartCoverage, *chartParticipation, *copyChart, *copyChartTable, *exportChart, *printChart;
    QAction *about;

    /// The commands of the reading desk: they work where the desk has the focus, so their keys may mean something else in the window.
    QList<QAction *> deskCommands() const;

    /// The kinds that can be added, with their commands.
    struct Adding
    {
        QAction *action;
        Kind kind;
    };
    std::vector<Adding> adding() const;

    /// The kinds of groups, with their commands.
    std::vector<std::pair<QAction *, QString>> grouping() const;

    /// Puts the commands into their menus.
    void fill(QMenuBar &bar);
    QMenu *recentMenu() const { return m_recent; }
    /// Where the docks' own commands go.
    QMenu *viewMenu() const { return m_view; }
    /// The saved views of the map are opened here.
    QMenu *savedViewsMenu() const { return m_savedViews; }
    /// The instruments of the map are chosen here.
    QMenu *instrumentMenu() const { return m_instruments; }

    /// Enables what can be done.
    void setMapOpen(bool isOpen);
    void setRecordChosen(bool chosen);
    void setTextShown(bool isShown);

private:
    QMenu *m_recent = nullptr;
    QMenu *m_view = nullptr;
    QMenu *m_savedViews = nullptr;
    QMenu *m_instruments = nullptr;
};

} // namespace entente::ui
