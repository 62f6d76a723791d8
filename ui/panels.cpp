#include "ui/panels.h"

#include "ui/actions.h"
#include "ui/dialogs.h"
#include "ui/dock.h"
#include "ui/errorbar.h"
#include "ui/explain/differencepanel.h"
#include "ui/explain/pathpanel.h"
#include "ui/explain/questionpanel.h"
#include "ui/network/networkview.h"
#include "ui/plain.h"
#include "ui/selection.h"
#include "ui/session.h"
#include "ui/views/stylepanel.h"
#include "ui/views/viewlist.h"

#include <QAction>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

Panels::Panels(QMainWindow &window, Actions &actions, Session &session, SharedLens &lens, Selection &selection, NetworkView &network, Dialogs &dialogs, ErrorBar &errors)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_session(session)
    , m_lens(lens)
    , m_selection(selection)
    , m_network(network)
    , m_dialogs(dialogs)
    , m_errors(errors)
    , m_views(new SavedViews(lens, network, dialogs, &window))
    , m_viewList(new ViewList(*m_views))
    , m_style(new StylePanel(lens))
    , m_differences(new DifferencePanel(lens, selection))
    , m_paths(new PathPanel(lens, selection))
    , m_questions(new QuestionPanel(lens, selection))
{
    add(u"views"_s, tr("Views"), m_viewList);
    add(u"style"_s, tr("Style"), m_style);
    add(u"changes"_s, tr("Changes"), m_differences);
    add(u"path"_s, tr("Chains"), m_paths);
    add(u"questions"_s, tr("Questions"), m_questions);
    connectActions();
    connect(m_views, &SavedViews::changed, this, &Panels::showViews);
    connect(m_views, &SavedViews::layoutWanted, this, &Panels::setLayout);
    connect(m_views, &SavedViews::drawingWanted, this, &Panels::drawingWanted);
    connect(m_views, &SavedViews::listWanted, this, [this] { open(u"views"_s); });
    connect(m_views, &SavedViews::failed, &m_errors, &ErrorBar::showError);
    connect(m_views, &SavedViews::succeeded, &m_errors, &ErrorBar::clearErrors);
    connect(m_differences, &DifferencePanel::otherMapWanted, this, &Panels::compareWithMap);
    connect(m_differences, &DifferencePanel::otherMapLeft, this, [this] { m_network.setBeside({.view = m_network.beside().view}); });
    connect(m_paths, &PathPanel::explained, this, [this](const Explained &explained) { mark(m_paths, explained); });
    connect(m_questions, &QuestionPanel::explained, this, [this](const Explained &explained) { mark(m_questions, explained); });
    connect(&m_network, &NetworkView::countsChanged, this, [this] { m_differences->setDrawing(m_network.drawing()); });
    connect(&m_network, &NetworkView::pathRequested, this, [this](const QString &from, const QString &to) {
        open(u"path"_s);
        m_paths->ask(from, to);
    });
}

Dock *Panels::add(const QString &name, const QString &title, QWidget *panel)
{
    auto *dock = new Dock(name, title, panel, &m_window);
    m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
    dock->hide();
    m_docks.push_back(dock);
    return dock;
}

void Panels::setDocument(entente::Document *document)
{
    m_views->setDocument(document);
    m_viewList->setDocument(document);
    m_style->setDocument(document);
    m_paths->setDocument(document);
    m_questions->setDocument(document);
    for (QAction *action : {m_actions.saveView, m_actions.listViews, m_actions.editStyle, m_actions.mono, m_actions.compareDay, m_actions.compareMap, m_actions.path, m_actions.ask})
        action->setEnabled(document);
    showViews();
}

void Panels::show(Dock *dock, QWidget *panel)
{
    // Beside the record, unless the user has put it elsewhere.
    if (dock->isHidden() && !dock->isFloating() && m_home && !m_home->isHidden() && !m_home->isFloating())
        m_window.tabifyDockWidget(m_home, dock);
    dock->show();
    // Its tab is made when the window next lays itself out.
    QTimer::singleShot(0, dock, [dock, panel] {
        dock->raise();
        panel->setFocus(Qt::ShortcutFocusReason);
    });
}

/// A panel that is hidden behind another one must not take that one's marks away.
void Panels::mark(const QWidget *panel, const Explained &explained)
{
    if (explained.records.isEmpty() && panel != m_explaining)
        return;
    m_explaining = panel;
    m_network.explain(explained);
}

void Panels::close()
{
    for (Dock *dock : m_docks)
        dock->hide();
}

void Panels::gather()
{
    for (Dock *dock : m_docks) {
        if (m_home && !dock->isHidden() && !dock->isFloating())
            m_window.tabifyDockWidget(m_home, dock);
    }
}

void Panels::open(const QString &name)
{
    for (Dock *dock : m_docks) {
        if (dock->objectName() == name)
            show(dock, dock->widget());
    }
}

void Panels::connectActions()
{
    const auto on = [this](QAction *action, auto &&call) { connect(action, &QAction::triggered, this, call); };
    QMenu *menu = m_actions.savedViewsMenu();
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { m_views->fill(*menu); });
    on(m_actions.saveView, [this] { m_views->saveAs(); });
    on(m_actions.updateView, [this] { m_views->update(); });
    on(m_actions.listViews, [this] { open(u"views"_s); });
    on(m_actions.editStyle, [this] { open(u"style"_s); });
    m_actions.mono->setCheckable(true);
    on(m_actions.mono, [this](bool isBlack) { m_style->setMono(isBlack); });
    connect(&m_lens, &SharedLens::changed, this, [this] { m_actions.mono->setChecked(isMono(m_lens.value())); });
    on(m_actions.compareDay, [this] {
        open(u"changes"_s);
        m_differences->begin();
    });
    on(m_actions.compareMap, [this] { compareWithMap(); });
    on(m_actions.path, [this] {
        open(u"path"_s);
        m_paths->ask(m_selection.current(), {});
    });
    on(m_actions.ask, [this] { open(u"questions"_s); });
}

void Panels::compareWithMap()
{
    const QString path = m_dialogs.mapToOpen(&m_window, QFileInfo(m_session.suggestedPath()).absolutePath());
    if (path.isEmpty())
        return;
    const auto other = m_session.readOther(path);
    if (!other)
        return m_errors.showError(other.error());
    m_errors.clearErrors();
    Lens lens = m_lens.value();
    lens.comparedWith = {};
    m_lens.set(lens);
    Beside beside = m_network.beside();
    beside.other = *other;
    beside.otherName = QFileInfo(path).fileName();
    m_network.setBeside(beside);
    open(u"changes"_s);
}

void Panels::setLayout(const QString &layout)
{
    m_network.setLayout(layout);
    if (auto *action = m_window.findChild<QAction *>(layout))
        action->setChecked(true);
}

void Panels::setButton(QToolButton *button)
{
    m_button = button;
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { m_views->fill(*menu); });
    showViews();
}

void Panels::showViews()
{
    const QString name = m_views->currentName();
    const bool isChanged = m_views->isChanged();
    m_actions.updateView->setEnabled(!name.isEmpty() && isChanged);
    m_actions.updateView->setText(name.isEmpty() ? tr("&Update the open view") : tr("&Update “%1”").arg(menuText(name.left(60))));
    if (m_actions.savedViewsMenu()->isEmpty())
        m_views->fill(*m_actions.savedViewsMenu());
    if (!m_button)
        return;
    constexpr int Widest = 150;
    QString words = tr("Views");
    if (!name.isEmpty())
        words = isChanged ? tr("%1 (changed)").arg(name) : name;
    const QFontMetrics metrics = m_button->fontMetrics();
    const QString mark = isChanged ? tr(" (changed)") : QString();
    m_button->setText(menuText(name.isEmpty() ? words : metrics.elidedText(name, Qt::ElideRight, Widest - metrics.horizontalAdvance(mark)) + mark));
    m_button->setAccessibleName(name.isEmpty() ? tr("Saved views") : tr("Saved view: %1").arg(words));
    m_button->setToolTip(plainToolTip(name.isEmpty() ? tr("Saved views: layout, places, filters, day and style under a name")
                                      : isChanged    ? tr("“%1” is open, and what is shown was changed since. Update it, or open it again.").arg(name)
                                                     : tr("“%1” is open").arg(name)));
}

} // namespace entente::ui
