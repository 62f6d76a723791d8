#include "ui/views/stylepanel.h"

#include "ui/plain.h"
#include "ui/views/rulemodel.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int OwnRules = -1;

template<typename Enum>
QStringList effectValues(const QString &effect)
{
    QStringList texts;
    for (const auto word : Words<Enum>::list)
        texts += effect + u'=' + QString::fromUtf8(word.data(), qsizetype(word.size()));
    return texts;
}

QComboBox *narrowBox(QWidget *parent, const QString &name)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setAccessibleName(name);
    return box;
}

} // namespace

StylePanel::StylePanel(SharedLens &lens, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_preset(narrowBox(this, tr("Style")))
    , m_mono(new QCheckBox(tr("&Black and grey, on screen and on paper"), this))
    , m_rules(new RuleModel(this))
    , m_list(new QListView(this))
    , m_empty(plainLabel(tr("No rule: everything is drawn as usual. Choose a style above, or make a rule below."), this))
    , m_field(narrowBox(this, tr("What a rule asks for")))
    , m_value(narrowBox(this, tr("The value it asks for")))
    , m_effect(narrowBox(this, tr("What is changed")))
    , m_how(narrowBox(this, tr("How it is drawn")))
    , m_problem(plainLabel({}, this))
{
    m_preset->addItem(tr("Plain"), int(StylePreset::Plain));
    m_preset->addItem(tr("By level"), int(StylePreset::ByLevel));
    m_preset->addItem(tr("By marking"), int(StylePreset::ByMarking));
    m_preset->addItem(tr("By state of the clauses"), int(StylePreset::ByState));
    m_preset->addItem(tr("Own rules"), OwnRules);
    m_list->setModel(m_rules);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setAccessibleName(tr("Rules, the later ones are followed before the earlier"));
    m_empty->setContentsMargins(0, 8, 0, 8);
    m_problem->hide();

    auto *form = new QFormLayout;
    form->addRow(tr("&Style"), m_preset);
    const auto button = [this](const QString &words, const QString &tip) {
        auto *made = new QPushButton(words, this);
        made->setToolTip(plainToolTip(tip));
        m_onChosen.push_back(made);
        return made;
    };
    auto *up = button(tr("Up"), tr("Read this rule earlier (Alt+Up)"));
    auto *down = button(tr("Down"), tr("Read this rule later: it is followed before those above it (Alt+Down)"));
    auto *edit = button(tr("Edit"), tr("Change the rule's own text (F2)"));
    auto *remove = button(tr("Remove"), tr("Take this rule out (Del)"));
    auto *row = new QGridLayout;
    row->setSpacing(6);
    int place = 0;
    for (QPushButton *made : m_onChosen) {
        row->addWidget(made, place / 2, place % 2);
        ++place;
    }
    auto *add = new QPushButton(tr("&Add rule"), this);
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    grid->addWidget(plainLabel(tr("When"), this), 0, 0);
    grid->addWidget(m_field, 0, 1);
    grid->addWidget(m_value, 0, 2);
    grid->addWidget(plainLabel(tr("draw"), this), 1, 0);
    grid->addWidget(m_effect, 1, 1);
    grid->addWidget(m_how, 1, 2);
    grid->addWidget(add, 2, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addLayout(form);
    layout->addWidget(m_mono);
    layout->addWidget(m_empty, 1, Qt::AlignTop);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addLayout(grid);
    layout->addWidget(m_problem);

    for (const QString &field : styleFieldWords())
        m_field->addItem(capitalised(shown(field)), field);
    offerValues();
    offerEffects();
    connect(m_field, &QComboBox::currentIndexChanged, this, [this] {
        offerValues();
        offerEffects();
    });
    connect(m_effect, &QComboBox::currentIndexChanged, this, [this] {
        m_how->clear();
        for (const QString &text : m_effect->currentData().toStringList())
            m_how->addItem(shown(text.section(u'=', 1)), text);
        m_how->setCurrentIndex(m_how->count() > 1 ? 1 : 0); // The first is how it is drawn anyway.
    });
    emit m_effect->currentIndexChanged(0);
    connect(m_preset, &QComboBox::activated, this, [this] {
        if (m_preset->currentData().toInt() != OwnRules)
            usePreset(StylePreset(m_preset->currentData().toInt()));
        else
            read();
    });
    connect(m_mono, &QCheckBox::clicked, this, &StylePanel::setMono);
    connect(up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down, &QPushButton::clicked, this, [this] { move(1); });
    connect(edit, &QPushButton::clicked, this, [this] { m_list->edit(m_list->currentIndex()); });
    connect(remove, &QPushButton::clicked, this, &StylePanel::removeChosen);
    connect(add, &QPushButton::clicked, this, &StylePanel::add);
    // The editor is closed before the row goes.
    connect(m_rules, &RuleModel::rulesWanted, this, &StylePanel::write, Qt::QueuedConnection);
    connect(m_rules, &RuleModel::refused, this, &StylePanel::refuse);
    connect(&m_lens, &SharedLens::changed, this, &StylePanel::read);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        for (QPushButton *made : m_onChosen)
            made->setEnabled(current.isValid());
    });
    setFocusProxy(m_preset);
    read();
}

void StylePanel::setDocument(entente::Document *document)
{
    m_document = document;
    offerValues();
    read();
}

QString StylePanel::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void StylePanel::read()
{
    const Style style = readableStyle(m_lens.value().style);
    m_mono->setChecked(style.mono);
    const int row = m_list->currentIndex().row();
    m_rules->setRules(style.rules);
    const int last = m_rules->rowCount() - 1;
    m_list->setCurrentIndex(last < 0 ? QModelIndex() : m_rules->index(std::clamp(row, 0, last)));
    for (QPushButton *made : m_onChosen)
        made->setEnabled(last >= 0);
    m_empty->setVisible(last < 0);
    m_list->setVisible(last >= 0);
    m_problem->hide();
    int chosen = m_preset->findData(OwnRules);
    for (int i = 0; i < m_preset->count(); ++i) {
        const int preset = m_preset->itemData(i).toInt();
        if (preset != OwnRules && presetRules(StylePreset(preset), m_document ? m_document->model() : Model()) == style.rules) {
            chosen = i;
            break;
        }
    }
    m_preset->setCurrentIndex(chosen);
}

void StylePanel::write(const std::vector<model::StyleRule> &rules)
{
    Style style = readableStyle(m_lens.value().style);
    style.rules = rules;
    const auto checked = parseStyle(textsOf(style));
    if (!checked)
        return refuse(checked.error().sentence);
    Lens lens = m_lens.value();
    lens.style = textsOf(style);
    m_lens.set(lens);
    read();
}

void StylePanel::setMono(bool isMono)
{
    Style style = readableStyle(m_lens.value().style);
    style.mono = isMono;
    Lens lens = m_lens.value();
    lens.style = textsOf(style);
    m_lens.set(lens);
}

void StylePanel::usePreset(StylePreset preset)
{
    const std::vector<StyleRule> rules = presetRules(preset, m_document ? m_document->model() : Model());
    write(rules);
    if (preset == StylePreset::ByMarking && rules.empty())
        refuse(tr("This map knows one marking at most; there is nothing to tell apart."));
}

void StylePanel::offerValues()
{
    const auto field = fromWord<StyleCondition::Field>(m_field->currentData().toString()).value_or(StyleCondition::Field::Kind);
    m_value->clear();
    QStringList values = styleValueWords(field);
    if (field == StyleCondition::Field::Marking && m_document) {
        for (const Marking &marking : m_document->model().all<Marking>())
            values += marking.id.value;
    }
    m_value->setEditable(field == StyleCondition::Field::Marking);
    for (const QString &value : values)
        m_value->addItem(field == StyleCondition::Field::Marking ? value : shown(value), value);
}

/// Only what can be drawn on what the rule asks for.
void StylePanel::offerEffects()
{
    const QString field = m_field->currentData().toString();
    const bool onlyLines = field == "type"_L1 || field == "confidence"_L1;
    const bool onlyBoxes = field == "kind"_L1 || field == "level"_L1 || field == "state"_L1;
    const QString before = m_effect->currentText();
    m_effect->clear();
    if (!onlyLines) {
        m_effect->addItem(tr("Fill"), effectValues<StyleFill>(u"fill"_s));
        m_effect->addItem(tr("Frame"), effectValues<StyleFrame>(u"frame"_s));
    }
    m_effect->addItem(tr("Colour"), effectValues<StyleColour>(u"colour"_s));
    if (!onlyLines)
        m_effect->addItem(tr("Name"), effectValues<StyleLabel>(u"label"_s));
    if (!onlyBoxes) {
        m_effect->addItem(tr("Weight"), QStringList{u"weight=0.6"_s, u"weight=1"_s, u"weight=1.6"_s, u"weight=2.4"_s, u"weight=3.5"_s});
        m_effect->addItem(tr("Dash"), effectValues<StyleDash>(u"dash"_s));
    }
    m_effect->setCurrentIndex(std::max(0, m_effect->findText(before)));
}

void StylePanel::add()
{
    StyleRule asked;
    const auto field = fromWord<StyleCondition::Field>(m_field->currentData().toString());
    const QString typed = m_value->currentText().trimmed();
    const QString value = m_value->isEditable() ? typed : m_value->currentData().toString();
    if (!field || value.isEmpty())
        return refuse(tr("Say what the rule asks for."));
    asked.conditions = {{*field, value}};
    const auto rule = parseRule(textOf(asked) + m_how->currentData().toString());
    if (!rule)
        return refuse(rule.error().sentence);
    std::vector<StyleRule> rules = m_rules->rules();
    // What is said twice of the same records is one rule.
    const auto same = std::ranges::find(rules, rule->conditions, &StyleRule::conditions);
    if (same == rules.end())
        rules.push_back(*rule);
    else
        same->effects.follow(rule->effects);
    const auto row = int(std::ranges::find(rules, rule->conditions, &StyleRule::conditions) - rules.begin());
    write(rules);
    m_list->setCurrentIndex(m_rules->index(row));
}

void StylePanel::move(int by)
{
    std::vector<StyleRule> rules = m_rules->rules();
    const int row = m_list->currentIndex().row();
    const int to = row + by;
    if (row < 0 || to < 0 || std::size_t(to) >= rules.size())
        return;
    std::swap(rules[std::size_t(row)], rules[std::size_t(to)]);
    write(rules);
    m_list->setCurrentIndex(m_rules->index(to));
}

void StylePanel::removeChosen()
{
    std::vector<StyleRule> rules = m_rules->rules();
    const int row = m_list->currentIndex().row();
    if (row < 0 || std::size_t(row) >= rules.size())
        return;
    rules.erase(rules.begin() + row);
    write(rules);
}

void StylePanel::refuse(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
}

void StylePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_list->hasFocus())
        removeChosen();
    else if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        move(event->key() == Qt::Key_Up ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace entente::ui
