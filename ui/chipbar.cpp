#include "ui/chipbar.h"

#include "ui/plain.h"
#include "ui/runtext.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// A rounded button with a sign for taking off; it is a button for keyboard and screen reader too.
class Chip : public QToolButton
{
public:
    Chip(const QString &words, bool dashed, QWidget *parent)
        : QToolButton(parent)
        , m_words(words)
        , m_dashed(dashed)
    {
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(words);
    }
    QSize sizeHint() const override { return {fontMetrics().horizontalAdvance(shownWords()) + 20, fontMetrics().height() + 6}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = ui::tokens(themeOf(palette()));
        const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2)
                                  : QPen(tokens.ink3, 1, m_dashed ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(m_dashed ? QBrush(Qt::NoBrush) : QBrush(underMouse() ? tokens.missing : tokens.responsible));
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
        painter.setPen(tokens.ink);
        painter.drawText(box, int(Qt::AlignCenter), shownWords());
    }

private:
    QString shownWords() const { return m_dashed ? m_words : m_words + u"  ×"_s; }

    QString m_words;
    bool m_dashed;
};

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
    , m_chips(new QHBoxLayout)
    , m_add(new Chip(tr("Add filter"), true, this))
    , m_shown(new RunText({}, this))
    , m_all(linkText(tr("Show all"), {Target::Command, u"all"_s}, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 10, 2);
    layout->setSpacing(7);
    layout->addWidget(plainLabel(tr("Showing"), this));
    layout->addLayout(m_chips);
    layout->addWidget(m_add);
    layout->addStretch(1);
    m_shown->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(m_shown);
    layout->addSpacing(8);
    layout->addWidget(m_all);
    m_add->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_add);
    m_add->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ChipBar::fillMenu);
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
    for (int i = 0; i < m_chips->count(); ++i) {
        if (const QWidget *chip = m_chips->itemAt(i)->widget())
            words += chip->accessibleName();
    }
    return words;
}

void ChipBar::addChip(const QString &words, const std::function<void(Lens &)> &takeOff)
{
    auto *chip = new Chip(words, false, this);
    chip->setToolTip(plainToolTip(tr("Take this limit off")));
    connect(chip, &QToolButton::clicked, this, [this, takeOff] {
        Lens lens = m_lens.value();
        takeOff(lens);
        m_lens.set(lens);
    });
    m_chips->addWidget(chip);
}

void ChipBar::rebuild()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const Lens &lens = m_lens.value();
    const auto title = [this](const QString &record) { return m_document ? m_document->lookup().shortTitle(record) : record; };
    if (lens.scope == Scope::FirstView) {
        const QString instrument = m_document ? chosenInstrument(m_document->model(), lens).value : QString();
        addChip(instrument.isEmpty() ? tr("first view") : tr("first view: %1").arg(title(instrument)),
                [](Lens &value) { value.scope = Scope::All; });
    } else if (lens.scope == Scope::Neighbourhood) {
        addChip(tr("around %1").arg(title(lens.focus)), [](Lens &value) {
            value.scope = Scope::FirstView;
            value.focus.clear();
        });
    }
    if (lens.onlyInForce && lens.asOf.isValid())
        addChip(tr("in force on %1").arg(dateInWords(lens.asOf)), [](Lens &value) { value.onlyInForce = false; });
    for (const Filter &filter : lens.filters)
        addChip(u"%1: %2"_s.arg(shown(filter.field), shown(filter.value)), [filter](Lens &value) { std::erase(value.filters, filter); });
    m_all->setRuns({{lens.scope == Scope::All ? tr("First view") : tr("Show all"), {Target::Command, u"all"_s}}});
}

void ChipBar::fillMenu()
{
    QMenu *menu = m_add->menu();
    menu->clear();
    const auto group = [&](const QString &title, const QString &field, const QStringList &values) {
        QMenu *sub = menu->addMenu(title);
        for (const QString &value : values) {
            if (value.isEmpty())
                continue;
            const Filter filter{field, value};
            QAction *action = sub->addAction(menuText(shown(value)));
            action->setCheckable(true);
            action->setChecked(std::ranges::find(m_lens.value().filters, filter) != m_lens.value().filters.end());
            connect(action, &QAction::triggered, this, [this, filter] {
                Lens lens = m_lens.value();
                flip(lens, filter);
                m_lens.set(lens);
            });
        }
    };
    group(tr("Side"), u"side"_s, {wordOf(Side::Eu), wordOf(Side::Rok), wordOf(Side::Multilateral), wordOf(Side::Third)});
    QStringList levels;
    for (const auto word : Words<Level>::list)
        levels += QString::fromUtf8(word.data(), qsizetype(word.size()));
    group(tr("Level"), u"level"_s, levels);
    group(tr("Kind"), u"kind"_s,
          {singular(kindOf<Dialogue>), singular(kindOf<Institution>), singular(kindOf<Area>), singular(kindOf<Instrument>)});
    group(tr("How sure"), u"confidence"_s, {wordOf(Confidence::Stated), wordOf(Confidence::Inferred), wordOf(Confidence::Disputed)});
    menu->addSeparator();
    const auto flag = [&](const QString &words, bool set, const std::function<void(Lens &)> &change) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(set);
        connect(action, &QAction::triggered, this, [this, change] {
            Lens lens = m_lens.value();
            change(lens);
            m_lens.set(lens);
        });
    };
    flag(tr("Only what is in force on the day"), m_lens.value().onlyInForce, [](Lens &lens) { lens.onlyInForce = !lens.onlyInForce; });
    flag(tr("First view"), m_lens.value().scope == Scope::FirstView,
         [](Lens &lens) { lens.scope = lens.scope == Scope::FirstView ? Scope::All : Scope::FirstView; });
}

} // namespace entente::ui
