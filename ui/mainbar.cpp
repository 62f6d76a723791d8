#include "ui/mainbar.h"

#include "ui/actions.h"
#include "ui/plain.h"
#include "ui/rangebutton.h"
#include "ui/searchfield.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepsShown = 15;

/// The labels of the steps that are in force, the newest first.
QStringList stepsInForce(const std::vector<store::JournalEntry> &history)
{
    QStringList steps;
    for (const store::JournalEntry &entry : history) {
        if (entry.step.kind == store::StepKind::Undo) {
            if (!steps.isEmpty())
                steps.removeFirst();
        } else {
            steps.prepend(entry.label);
        }
    }
    return steps;
}

} // namespace

MainBar::MainBar(Actions &actions, SharedLens &lens, QWidget *parent)
    : QToolBar(tr("Tools"), parent)
    , m_actions(actions)
    , m_lens(lens)
    , m_undo(new QToolButton(this))
    , m_views(new QToolButton(this))
    , m_layout(new QComboBox(this))
    , m_zoom(new QToolButton(this))
    , m_asOf(new QDateEdit(this))
    , m_search(new SearchField(this))
{
    setObjectName(u"tools"_s);
    setMovable(false);
    setIconSize({18, 18});
    const auto label = [this](const QString &words) {
        QLabel *text = plainLabel(words, this);
        text->setWordWrap(false);
        text->setContentsMargins(6, 0, 4, 0);
        m_words += text;
        addWidget(text);
    };
    addAction(actions.open);
    addAction(actions.save);
    addSeparator();

    m_undo->setDefaultAction(actions.undo);
    m_undo->setPopupMode(QToolButton::MenuButtonPopup);
    m_undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *steps = new QMenu(m_undo);
    m_undo->setMenu(steps);
    connect(steps, &QMenu::aboutToShow, this, &MainBar::fillSteps);
    addWidget(m_undo);
    addAction(actions.redo);
    addSeparator();

    m_views->setObjectName(u"saved-views"_s);
    addWidget(m_views);
    label(tr("Layout"));
    m_layout->addItem(tr("Ladder"));
    m_layout->addItem(tr("Stress"));
    m_layout->addItem(tr("Rings"));
    m_layout->addItem(tr("Circle"));
    m_layout->setToolTip(plainToolTip(tr("How the network is laid out")));
    m_layout->setAccessibleName(tr("Layout"));
    addWidget(m_layout);
    const QList<QAction *> layouts = {actions.ladder, actions.stress, actions.radial, actions.circular};
    connect(m_layout, &QComboBox::activated, this, [layouts](int index) { layouts.at(index)->trigger(); });
    for (QAction *layout : layouts)
        connect(layout, &QAction::toggled, this, [this, layouts, layout](bool isOn) {
            if (isOn)
                m_layout->setCurrentIndex(int(layouts.indexOf(layout)));
        });
    addAction(actions.fit);
    addAction(actions.zoomOut);
    m_zoom->setDefaultAction(actions.zoomWhole);
    m_zoom->setToolButtonStyle(Qt::ToolButtonTextOnly);
    addWidget(m_zoom);
    addAction(actions.zoomIn);
    addAction(actions.focus);
    addSeparator();

    label(tr("As of"));
    m_asOf->setCalendarPopup(true);
    m_asOf->setLocale(QLocale(QLocale::English));
    m_asOf->setDisplayFormat(u"d MMM yyyy"_s);
    m_asOf->setKeyboardTracking(false);
    m_asOf->setAccessibleName(tr("As of"));
    m_asOf->setToolTip(plainToolTip(tr("The day whose state is shown")));
    if (lens.value().asOf.isValid())
        m_asOf->setDate(lens.value().asOf);
    addWidget(m_asOf);
    connect(m_asOf, &QDateEdit::dateChanged, &lens, &SharedLens::setAsOf);
    connect(&lens, &SharedLens::changed, this, [this] {
        const QSignalBlocker quiet(m_asOf);
        m_asOf->setDate(m_lens.value().asOf);
    });
    addAction(actions.today);
    addWidget(new RangeButton(lens, this));

    auto *space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    m_search->setMinimumWidth(180);
    m_search->setMaximumWidth(330);
    addWidget(m_search);
    addAction(actions.printNetwork);
    actions.today->setIconText(tr("Today"));
    actions.printNetwork->setIconText(tr("Print…"));
    actions.focus->setIconText(tr("Focus"));
    for (QAction *action : {actions.focus, actions.printNetwork})
        buttonOf(action)->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    showSteps();
    setZoom(100);
}

QToolButton *MainBar::buttonOf(QAction *action) const
{
    return qobject_cast<QToolButton *>(widgetForAction(action));
}

void MainBar::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_search->setDocument(document);
    if (document) {
        connect(document, &entente::Document::changed, this, &MainBar::showSteps);
        connect(document, &entente::Document::modifiedChanged, this, &MainBar::showSteps);
    }
    showSteps();
}

void MainBar::showSteps()
{
    const auto show = [](QAction *action, bool possible, const QString &named, const QString &bare) {
        action->setEnabled(possible);
        action->setText(possible ? menuText(named) : bare);
        action->setToolTip(
            plainToolTip((possible ? named : bare) + u" ("_s + action->shortcut().toString(QKeySequence::NativeText) + u')'));
    };
    const bool canUndo = m_document && m_document->canUndo();
    const bool canRedo = m_document && m_document->canRedo();
    show(m_actions.undo, canUndo, canUndo ? tr("Undo: %1").arg(m_document->undoLabel()) : QString(), tr("Undo"));
    show(m_actions.redo, canRedo, canRedo ? tr("Redo: %1").arg(m_document->redoLabel()) : QString(), tr("Redo"));
    const QString words = canUndo ? tr("Undo: %1").arg(m_document->undoLabel()) : tr("Undo");
    m_actions.undo->setIconText(menuText(fontMetrics().elidedText(words, Qt::ElideRight, 190)));
}

void MainBar::fillSteps()
{
    QMenu *menu = m_undo->menu();
    menu->clear();
    const auto history = m_document ? m_document->history() : Result<std::vector<store::JournalEntry>>(std::vector<store::JournalEntry>());
    if (!history || !m_document->canUndo()) {
        menu->addAction(tr("Nothing to undo"))->setEnabled(false);
        return;
    }
    int steps = 0;
    for (const QString &label : stepsInForce(*history)) {
        if (++steps > stepsShown)
            break;
        connect(menu->addAction(menuText(label)), &QAction::triggered, this, [this, steps] { emit undoWanted(steps); });
    }
}

void MainBar::setCompact(bool compact)
{
    m_compact = compact;
    for (QAction *action : actions()) {
        if (m_words.contains(widgetForAction(action)))
            action->setVisible(!compact);
    }
    const Qt::ToolButtonStyle style = compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    m_undo->setToolButtonStyle(style);
    for (QAction *action : {m_actions.focus, m_actions.printNetwork})
        buttonOf(action)->setToolButtonStyle(style);
    m_search->setMaximumWidth(compact ? 240 : 330);
    m_search->setMinimumWidth(compact ? 150 : 180);
}

void MainBar::setZoom(int percent)
{
    m_zoom->setText(tr("%1 %").arg(percent));
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(u"1000 %"_s));
}

} // namespace entente::ui
