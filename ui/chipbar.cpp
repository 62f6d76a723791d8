#include "ui/chipbar.h"

#include "core/network/filters.h"
#include "ui/chiprow.h"
#include "ui/network/lenswords.h"
#include "ui/plain.h"
#include "ui/runtext.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostValues = 60; // a menu longer than a screen helps nobody

void flip(Lens &lens, const Filter &filter)
{
    const auto found = std::ranges::find(lens.filters, filter);
    if (found == lens.filters.end())
        lens.filters.push_back(filter);
    else
        lens.filters.erase(found);
}

} // namespace

ChipBar::ChipBar(SharedLens &lens, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_chips(new ChipRow(this))
    , m_add(new Chip(tr("Add filter"), Chip::Look::Dashed, this))
    , m_group(new Chip(tr("Group"), Chip::Look::Dashed, this))
    , m_shown(new RunText({}, this))
    , m_all(linkText(tr("Show all"), {Target::Command, u"all"_s}, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 10, 2);
    layout->setSpacing(7);
    QLabel *showing = plainLabel(tr("Showing"), this);
    showing->setWordWrap(false);
    layout->addWidget(showing);
    layout->addWidget(m_chips, 1);
    layout->addWidget(m_add);
    layout->addWidget(m_group);
    m_shown->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addSpacing(8);
    layout->addWidget(m_shown);
    layout->addSpacing(8);
    layout->addWidget(m_all);
    m_add->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_add);
    m_add->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillFilters(*menu);
    });
    m_group->setPopupMode(QToolButton::InstantPopup);
    m_group->setToolTip(plainToolTip(tr("Draw records that belong together as one box")));
    auto *groups = new QMenu(m_group);
    m_group->setMenu(groups);
    connect(groups, &QMenu::aboutToShow, this, [this, groups] {
        groups->clear();
        fillGroups(*groups);
    });
    connect(m_all, &RunText::activated, this, [this] {
        Lens all = m_lens.value();
        all.scope = all.scope == Scope::All ? Scope::FirstView : Scope::All;
        all.filters.clear();
        all.focus.clear();
        m_lens.set(all);
    });
    connect(&m_lens, &SharedLens::changed, this, &ChipBar::rebuild);
    rebuild();
}

void ChipBar::setDocument(entente::Document *document)
{
    m_document = document;
    rebuild();
}

void ChipBar::setShown(int shown, int total)
{
    m_shown->setRuns({{tr("%1 of %2 shown").arg(shown).arg(total), {}, Run::Strong}});
}

QStringList ChipBar::chips() const
{
    QStringList words;
    for (const Chip *chip : m_chips->chips())
        words += chip->words();
    return words;
}

void ChipBar::openFilters()
{
    m_add->showMenu();
}

/// The focuses before this one, the focus itself, fewer and more steps.
void ChipBar::addFocus(const QString &words)
{
    const std::vector<SharedLens::Focus> &trail = m_lens.trail();
    constexpr std::size_t MostCrumbs = 3;
    for (std::size_t i = trail.size() > MostCrumbs ? trail.size() - MostCrumbs : 0; i < trail.size(); ++i) {
        const QString name = m_document ? m_document->lookup().shortTitle(trail[i].record) : trail[i].record;
        m_chips->add(name.simplified().left(40) + u" ›"_s, Chip::Look::Plain, tr("Back to the focus on %1").arg(name), [this, i] { m_lens.backTo(i); });
    }
    m_chips->add(words, Chip::Look::Limit, tr("Leave the focus (Esc)"), [this] {
        while (m_lens.isFocused())
            m_lens.leaveFocus();
    });
    Chip *fewer = m_chips->add(u"−"_s, Chip::Look::Plain, tr("One step fewer around it (Alt+−)"), [this] { m_lens.changeHops(-1); });
    fewer->setAccessibleName(tr("One step fewer"));
    fewer->setEnabled(m_lens.value().hops > 1);
    Chip *more = m_chips->add(u"+"_s, Chip::Look::Plain, tr("One step more around it (Alt++)"), [this] { m_lens.changeHops(1); });
    more->setAccessibleName(tr("One step more"));
    more->setEnabled(m_lens.value().hops < SharedLens::MostHops);
}

void ChipBar::rebuild()
{
    m_chips->clear();
    const Lens &lens = m_lens.value();
    for (const LensLimit &limit : limitsOf(m_document ? &m_document->lookup() : nullptr, lens)) {
        if (limit.kind == LensLimit::Kind::Focus) {
            addFocus(limit.words);
            continue;
        }
        m_chips->add(limit.words, Chip::Look::Limit, tr("%1\nTake this limit off").arg(limit.words), [this, takeOff = limit.takeOff] {
            Lens changed = m_lens.value();
            takeOff(changed);
            m_lens.set(changed);
        });
    }
    m_all->setRuns({{lens.scope == Scope::All ? tr("First view") : tr("Show all"), {Target::Command, u"all"_s}}});
}

void ChipBar::fillGroups(QMenu &menu)
{
    for (const QString &kind : {u"side"_s, u"ministry"_s, u"area"_s, u"instrument"_s}) {
        QAction *action = menu.addAction(capitalised(groupingInWords(kind)));
        action->setCheckable(true);
        action->setChecked(m_lens.value().groups.contains(kind));
        connect(action, &QAction::triggered, this, [this, kind](bool isOn) {
            Lens lens = m_lens.value();
            lens.groups = isOn ? QStringList{kind} : QStringList();
            m_lens.set(lens);
        });
    }
    menu.addSeparator();
    QAction *open = menu.addAction(tr("Open all groups"));
    open->setEnabled(!m_lens.value().groups.isEmpty());
    connect(open, &QAction::triggered, this, [this] {
        Lens lens = m_lens.value();
        lens.groups.clear();
        m_lens.set(lens);
    });
}

void ChipBar::fillFilters(QMenu &menu)
{
    const Lookup *lookup = m_document ? &m_document->lookup() : nullptr;
    for (const QString &field : network::filterFields()) {
        const QStringList values = lookup ? network::filterValues(*lookup, field) : QStringList();
        QMenu *sub = menu.addMenu(menuText(capitalised(fieldInWords(field))));
        sub->setEnabled(!values.isEmpty());
        for (const QString &value : values.mid(0, MostValues)) {
            const Filter filter{field, value};
            QAction *action = sub->addAction(menuText(valueInWords(lookup, field, value)));
            action->setCheckable(true);
            action->setChecked(std::ranges::find(m_lens.value().filters, filter) != m_lens.value().filters.end());
            connect(action, &QAction::triggered, this, [this, filter] {
                Lens lens = m_lens.value();
                flip(lens, filter);
                m_lens.set(lens);
            });
        }
        if (values.size() > MostValues)
            sub->addAction(tr("and %1 more").arg(values.size() - MostValues))->setEnabled(false);
    }
    menu.addSeparator();
    const auto flag = [&](const QString &words, bool set, const std::function<void(Lens &)> &change) {
        QAction *action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(set);
        connect(action, &QAction::triggered, this, [this, change] {
            Lens lens = m_lens.value();
            change(lens);
            m_lens.set(lens);
        });
    };
    flag(tr("Only what is in force"), m_lens.value().onlyInForce, [](Lens &lens) { lens.onlyInForce = !lens.onlyInForce; });
    flag(tr("First view"), m_lens.value().scope == Scope::FirstView, [](Lens &lens) {
        lens.scope = lens.scope == Scope::FirstView ? Scope::All : Scope::FirstView;
        lens.focus.clear();
    });
}

} // namespace entente::ui
