#pragma once

#include "ui/network/networkdrawing.h"
#include "ui/views/savedviews.h"

#include <QObject>

#include <vector>

class QMainWindow;
class QToolButton;

namespace entente::ui {

class Actions;
class DifferencePanel;
class Dock;
class ErrorBar;
class PathPanel;
class QuestionPanel;
class Selection;
class Session;
class StylePanel;
class ViewList;

/// The panels beside the network that are opened when they are asked for: saved views, style, changes, chains, questions. Each is a dock
/// that joins the record's.
class Panels : public QObject
{
    Q_OBJECT

public:
    Panels(QMainWindow &window, Actions &actions, Session &session, SharedLens &lens, Selection &selection, NetworkView &network, Dialogs &dialogs, ErrorBar &errors);

    void setDocument(entente::Document *document);
    /// The dock beside which the panels open.
    void setHome(Dock *home) { m_home = home; }
    /// The button of the toolbar that lists the views.
    void setButton(QToolButton *button);

    SavedViews &views() const { return *m_views; }
    ViewList &viewList() const { return *m_viewList; }
    StylePanel &style() const { return *m_style; }
    DifferencePanel &differences() const { return *m_differences; }
    PathPanel &paths() const { return *m_paths; }
    QuestionPanel &questions() const { return *m_questions; }

    /// By name: views, style, changes, path, questions.
    void open(const QString &name);
    /// All of them.
    void close();
    /// Puts those that are seen beside the record again, after the docks were arranged.
    void gather();

signals:
    /// network, timeline or coverage is to be seen.
    void drawingWanted(const QString &drawing);

private:
    Dock *add(const QString &name, const QString &title, QWidget *panel);
    void show(Dock *dock, QWidget *panel);
    void connectActions();
    void compareWithMap();
    void mark(const QWidget *panel, const Explained &explained);
    void setLayout(const QString &layout);
    void showViews();

    QMainWindow &m_window;
    Actions &m_actions;
    Session &m_session;
    SharedLens &m_lens;
    Selection &m_selection;
    NetworkView &m_network;
    Dialogs &m_dialogs;
    ErrorBar &m_errors;
    SavedViews *m_views;
    ViewList *m_viewList;
    StylePanel *m_style;
    DifferencePanel *m_differences;
    PathPanel *m_paths;
    QuestionPanel *m_questions;
    const QWidget *m_explaining = nullptr; ///< Whose marks are in the drawing.
    Dock *m_home = nullptr;
    QToolButton *m_button = nullptr;
    std::vector<Dock *> m_docks;
};

} // namespace entente::ui
