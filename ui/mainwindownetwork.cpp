#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/chipbar.h"
#include "ui/mainbar.h"
#include "ui/mainwindow.h"
#include "ui/network/networktables.h"
#include "ui/network/networkview.h"
#include "ui/searchfield.h"
#include "ui/statusline.h"

#include "core/network/scope.h"

#include <QAction>

// What the window connects to the network: its commands, the tables beside it, the way back.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int SayingTime = 6000; // ms
constexpr std::size_t LongestTrail = 200;

} // namespace

void MainWindow::connectNetwork()
{
    const auto on = [this](QAction *action, auto &&call) { connect(action, &QAction::triggered, this, call); };
    on(m_actions->ladder, [this] { m_network->setLayout(u"ladder"_s); });
    on(m_actions->stress, [this] { m_network->setLayout(u"stress"_s); });
    on(m_actions->radial, [this] { m_network->setLayout(u"radial"_s); });
    on(m_actions->circular, [this] { m_network->setLayout(u"circular"_s); });
    on(m_actions->focus, [this] { m_network->focusOnSelection(); });
    on(m_actions->focusMore, [this] { m_lens.changeHops(1); });
    on(m_actions->focusLess, [this] { m_lens.changeHops(-1); });
    on(m_actions->focusBack, [this] { m_lens.leaveFocus(); });
    on(m_actions->expand, [this] { m_network->expandOrFold(); });
    on(m_actions->addFilter, [this] { m_chips->openFilters(); });
    for (const auto &[action, kind] : m_actions->grouping())
        on(action, [this, kind = kind](bool isOn) { m_network->groupBy(isOn ? kind : QString()); });
    on(m_actions->openGroups, [this] { m_network->groupBy({}); });
    on(m_actions->openGroup, [this] { m_network->openGroup(); });
    on(m_actions->pin, [this] { m_network->pinOrLetGo(); });
    on(m_actions->markAll, [this] { m_network->markAll(); });
    on(m_actions->layOutAgain, [this] { m_network->layOutAgain(); });
    on(m_actions->layOutMarked, [this] { m_network->layOutMarkedAgain(); });
    on(m_actions->putBackMoved, [this] { m_network->putBackMoved(); });
    on(m_actions->minimap, [this](bool isOn) { m_network->setMinimapShown(isOn); });
    on(m_actions->tables, [this] {
        m_centre->openPage(*m_tables, tr("Tables"));
        m_tables->setFocus();
    });
    m_centre->keep(*m_tables);
    m_network->setRecordCommands({m_actions->edit, m_actions->addRelation, m_actions->showText, m_actions->remove});

    const auto showLimits = [this] {
        for (const auto &[action, kind] : m_actions->grouping())
            action->setChecked(m_lens.value().groups.contains(kind));
        for (QAction *action : {m_actions->focusMore, m_actions->focusLess, m_actions->focusBack})
            action->setEnabled(m_lens.isFocused());
        m_actions->openGroups->setEnabled(!m_lens.value().groups.isEmpty());
        remember();
    };
    connect(&m_lens, &SharedLens::changed, this, showLimits);
    showLimits();

    connect(m_network, &NetworkView::said, this, [this](const QString &sentence) { m_status->showMessage(sentence, SayingTime); });
    connect(&m_bar->search(), &SearchField::recordChosen, this, [this](const QString &record) {
        m_selection.choose(record);
        if (m_session.document() && !network::nodesFor(m_session.document()->model(), record).isEmpty()) {
            m_centre->showNetwork();
            m_network->jumpTo(record);
        }
    });
    connect(m_tables, &NetworkTables::networkWanted, this, [this](const QString &record) {
        m_centre->showNetwork();
        m_network->jumpTo(record);
        m_network->setFocus();
    });
}

void MainWindow::remember()
{
    const Lens &lens = m_lens.value();
    const Stop stop{m_selection.current(), m_lens.isFocused() ? lens.focus : QString(), m_lens.isFocused() ? lens.hops : 1};
    const bool isNowhere = stop.record.isEmpty() && stop.focus.isEmpty();
    if (m_isGoing || isNowhere || (m_trailAt >= 0 && m_trail[std::size_t(m_trailAt)] == stop))
        return;
    m_trail.resize(std::size_t(m_trailAt + 1));
    m_trail.push_back(stop);
    if (m_trail.size() > LongestTrail)
        m_trail.erase(m_trail.begin());
    m_trailAt = std::ptrdiff_t(m_trail.size()) - 1;
}

/// Along the records that were chosen and those that were in focus.
void MainWindow::step(int direction)
{
    const std::ptrdiff_t to = m_trailAt + direction;
    if (to < 0 || to >= std::ptrdiff_t(m_trail.size()))
        return;
    m_trailAt = to;
    const Stop stop = m_trail[std::size_t(to)];
    m_isGoing = true;
    while (m_lens.isFocused() && stop.focus.isEmpty())
        m_lens.leaveFocus();
    if (!stop.focus.isEmpty())
        m_lens.focusOn(stop.focus, stop.hops);
    m_selection.choose(stop.record);
    m_isGoing = false;
}

} // namespace entente::ui
