#include "ui/network/networkview.h"

#include "core/document/document.h"
#include "core/network/groups.h"
#include "ui/network/lenswords.h"
#include "ui/plain.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

/// What can be done with what lies under the mouse or has the keyboard focus; opening and closing of groups and neighbourhoods.
namespace entente::ui {

using namespace Qt::StringLiterals;

void NetworkView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_drawing || !m_document)
        return;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const network::Box *box = m_drawing->picture().box(recordAtHand());
        const QPoint at = box ? viewportRect(box->rect).bottomLeft().toPoint() : viewport()->rect().center();
        return showMenuAt(box ? NetworkHit{NetworkHit::Kind::Node, box->id} : NetworkHit(), viewport()->mapToGlobal(at));
    }
    const NetworkHit hit = hitAt(viewport()->mapFromGlobal(event->globalPos()));
    if (hit.kind == NetworkHit::Kind::Node) {
        setKeyboardFocus(hit.id);
        choose(hit);
    }
    showMenuAt(hit, event->globalPos());
}

void NetworkView::showMenuAt(const NetworkHit &hit, const QPoint &globalPoint)
{
    if (QMenu *menu = menuFor(hit).release()) {
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(globalPoint);
    }
}

std::unique_ptr<QMenu> NetworkView::menuFor(const NetworkHit &hit)
{
    if (!m_drawing || !m_document)
        return nullptr;
    auto menu = std::make_unique<QMenu>(this);
    const auto add = [&](const QString &words, const QString &key, auto &&call) {
        QAction *action = menu->addAction(key.isEmpty() ? words : words + u'\t' + key);
        connect(action, &QAction::triggered, this, call);
        return action;
    };
    const network::SnapshotNode *node = hit.kind == NetworkHit::Kind::Nothing ? nullptr : m_drawing->snapshot().node(hit.id);
    if (node) {
        const QString id = node->id;
        const bool isRecord = m_document->model().contains(id);
        QAction *focus = add(tr("&Look at it from near"), tr("F"), [this, id] { m_lens.focusOn(id); });
        focus->setEnabled(isRecord);
        if (m_lens.isExpanded(id))
            add(tr("Hide its other &neighbours again"), tr("E"), [this, id] { expand(id, false); });
        else if (node->hidden > 0)
            add(node->hidden == 1 ? tr("Show its 1 &neighbour more") : tr("Show its %1 &neighbours more").arg(node->hidden), tr("E"), [this, id] { expand(id, true); });
        menu->addSeparator();
        addGroupCommands(*menu, id);
        if (isRecord)
            add(isPinned(id) ? tr("Let it &go") : tr("&Pin it here"), tr("P"), [this, id] {
                setKeyboardFocus(id);
                pinOrLetGo();
            });
        add(m_marked.contains(id) ? tr("Un&mark") : tr("&Mark, with others"), tr("Ctrl+Space"), [this, id] {
            QSet<QString> marked = m_marked;
            if (!marked.remove(id))
                marked.insert(id);
            mark(marked);
        });
        if (isRecord && !m_recordCommands.isEmpty()) {
            menu->addSeparator();
            menu->addActions(m_recordCommands);
        }
        menu->addSeparator();
    } else if (hit.kind == NetworkHit::Kind::Line) {
        add(tr("Show what the line &rests on"), {}, [this, id = hit.id] { requestPassage(id); });
        menu->addSeparator();
    }
    QMenu *groups = menu->addMenu(tr("Draw as one &box each"));
    for (const QString &kind : {u"side"_s, u"ministry"_s, u"area"_s, u"instrument"_s}) {
        QAction *action = groups->addAction(groupingInWords(kind));
        action->setCheckable(true);
        action->setChecked(m_lens.value().groups.contains(kind));
        connect(action, &QAction::triggered, this, [this, kind](bool on) { groupBy(on ? kind : QString()); });
    }
    if (!m_lens.value().groups.isEmpty())
        add(tr("&Open all groups"), {}, [this] { groupBy({}); });
    menu->addSeparator();
    add(tr("Lay &out all again"), {}, [this] { layOutAgain(); });
    QAction *some = add(tr("Lay out the %1 &marked again").arg(m_marked.size()), {}, [this] { layOutMarkedAgain(); });
    some->setVisible(!m_marked.isEmpty());
    QAction *back = add(tr("Put &back what I moved"), {}, [this] { putBackMoved(); });
    back->setEnabled(!network::userPlaces(m_document->model(), placesView()).isEmpty());
    return menu;
}

void NetworkView::addGroupCommands(QMenu &menu, const QString &record)
{
    const network::SnapshotNode *node = m_drawing->snapshot().node(record);
    if (node && !node->group.isEmpty()) {
        connect(menu.addAction(tr("&Open the group of %1\tEnter").arg(node->members.size())), &QAction::triggered, this, [this, record] { openGroup(record); });
        return;
    }
    const auto possible = network::possibleGroups(m_drawing->snapshot(), record);
    if (possible.empty())
        return;
    QMenu *close = menu.addMenu(tr("&Close into one box"));
    for (const network::PossibleGroup &group : possible) {
        const QString words = tr("%1 (%2 records, %3)").arg(group.name.left(60)).arg(group.members).arg(groupingInWords(network::groupWord(group.by)));
        connect(close->addAction(menuText(words)), &QAction::triggered, this, [this, entry = group.entry] { closeGroup(entry); });
    }
}

void NetworkView::expandOrFold()
{
    const QString record = recordAtHand();
    const network::SnapshotNode *node = m_drawing ? m_drawing->snapshot().node(record) : nullptr;
    if (!node)
        return emit said(tr("Choose a record whose neighbours are to be shown."));
    if (m_lens.isExpanded(record))
        expand(record, false);
    else if (node->hidden > 0)
        expand(record, true);
    else
        emit said(tr("All its neighbours are shown."));
}

void NetworkView::expand(const QString &record, bool isExpanded)
{
    // A group has no neighbours of its own in the map: its records are looked at once it is open.
    if (m_document && m_document->model().contains(record))
        m_lens.expand(record, isExpanded);
    else
        emit said(tr("Open the group to see what is around its records."));
}

void NetworkView::groupBy(const QString &kind)
{
    model::Lens lens = m_lens.value();
    lens.groups = kind.isEmpty() ? QStringList() : QStringList{kind};
    m_lens.set(lens);
    if (!kind.isEmpty() && m_drawing && std::ranges::none_of(m_drawing->snapshot().nodes, [](const network::SnapshotNode &node) { return !node.group.isEmpty(); }))
        emit said(tr("No two records shown belong together %1.").arg(groupingInWords(kind)));
}

void NetworkView::openGroup()
{
    openGroup(recordAtHand());
}

void NetworkView::openGroup(const QString &id)
{
    const network::SnapshotNode *node = m_drawing ? m_drawing->snapshot().node(id) : nullptr;
    if (!node || node->group.isEmpty())
        return emit said(tr("This is no group of several records."));
    model::Lens lens = m_lens.value();
    lens.groups = network::groupsWithout(m_drawing->snapshot(), lens.groups, node->group);
    const QString first = node->members.value(0);
    m_lens.set(lens);
    if (m_drawing && m_drawing->picture().box(first) && !m_drawing->picture().box(m_keyboardFocus))
        setKeyboardFocus(first);
}

void NetworkView::closeGroup(const QString &entry)
{
    model::Lens lens = m_lens.value();
    if (lens.groups.contains(entry))
        return;
    lens.groups.append(entry);
    m_lens.set(lens);
}

} // namespace entente::ui
