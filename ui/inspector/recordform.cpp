#include "ui/inspector/recordform.h"

#include "core/model/relationtypes.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// The kinds that a reader thinks of as records, for references to anything.
const std::vector<Kind> &mainKinds()
{
    static const std::vector<Kind> kinds{kindOf<Dialogue>, kindOf<Institution>, kindOf<Area>,   kindOf<Instrument>,
                                         kindOf<Clause>,   kindOf<Meeting>,     kindOf<Person>, kindOf<Commitment>};
    return kinds;
}

} // namespace

RecordPicker::RecordPicker(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void RecordPicker::offer(const Lookup &lookup, const std::vector<Kind> &kinds)
{
    const QString before = chosen();
    clear();
    std::vector<std::pair<QString, QString>> items;
    forEachKind([&]<typename Row>() {
        const std::vector<Kind> &wanted = kinds.empty() ? mainKinds() : kinds;
        if (std::ranges::find(wanted, kindOf<Row>) == wanted.end())
            return;
        for (const Row &row : lookup.model().all<Row>()) {
            QString title = lookup.title(row.id.value);
            if constexpr (std::is_same_v<Row, Clause>)
                title += u" – "_s + row.summary.left(50);
            items.emplace_back(title, row.id.value);
        }
    });
    std::ranges::sort(items);
    addItem(QString(), QVariant());
    for (const auto &[title, id] : items)
        addItem(title, id);
    choose(before);
}

void RecordPicker::choose(const QString &record)
{
    const int index = findData(record);
    if (index >= 0)
        setCurrentIndex(index);
    else
        setEditText(record);
}

QString RecordPicker::chosen() const
{
    const QString typed = currentText();
    const int index = currentIndex() >= 0 && itemText(currentIndex()) == typed ? currentIndex() : findText(typed);
    return index >= 0 ? itemData(index).toString() : typed.trimmed();
}

RecordForm::RecordForm(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, this))
    , m_error(plainLabel({}, this))
    , m_form(new QFormLayout)
    , m_apply(new QPushButton(tr("Apply"), this))
{
    m_title->setFont(sizedFont(font(), 1.2, true));
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_error->hide();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addLayout(m_form);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_apply, &QPushButton::clicked, this, &RecordForm::apply);
    connect(cancel, &QPushButton::clicked, this, &RecordForm::cancelled);
}

void RecordForm::clear(const QString &title)
{
    m_title->setText(title);
    m_error->hide();
    m_rows.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
}

QWidget *RecordForm::addField(const Lookup &lookup, const FormField &field)
{
    Row row{field.name, field.content, {}, nullptr};
    switch (field.entry) {
    case FieldEntry::Line: {
        auto *line = new QLineEdit(field.content, this);
        line->setReadOnly(field.fixed);
        connect(line, &QLineEdit::returnPressed, this, &RecordForm::apply);
        row.content = [line] { return line->text(); };
        row.editor = line;
        break;
    }
    case FieldEntry::Paragraph: {
        auto *text = new QPlainTextEdit(this);
        text->setPlainText(field.content);
        text->setTabChangesFocus(true);
        text->setFixedHeight(fontMetrics().height() * 5);
        row.content = [text] { return text->toPlainText(); };
        row.editor = text;
        break;
    }
    case FieldEntry::Choice: {
        auto *choice = new QComboBox(this);
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(8);
        for (const QString &word : field.choices)
            choice->addItem(word.isEmpty() ? tr("not known") : shown(word), word);
        choice->setCurrentIndex(std::max(0, choice->findData(field.content)));
        row.content = [choice] { return choice->currentData().toString(); };
        row.editor = choice;
        break;
    }
    case FieldEntry::Flag: {
        auto *flag = new QCheckBox(this);
        flag->setChecked(field.content == "1"_L1);
        row.content = [flag] { return flag->isChecked() ? u"1"_s : u"0"_s; };
        row.before = flag->isChecked() ? u"1"_s : u"0"_s;
        row.editor = flag;
        break;
    }
    case FieldEntry::Reference: {
        auto *picker = new RecordPicker(this);
        picker->offer(lookup, field.kinds);
        picker->choose(field.content);
        row.content = [picker] { return picker->chosen(); };
        row.editor = picker;
        break;
    }
    }
    row.editor->setObjectName(u"field-"_s + field.name);
    QLabel *label = plainLabel(field.required ? tr("%1 (needed)").arg(field.label) : field.label, this);
    label->setBuddy(row.editor);
    row.editor->setAccessibleName(field.label);
    m_form->addRow(label, row.editor);
    m_rows.push_back(row);
    return row.editor;
}

void RecordForm::editFields(const Lookup &lookup, const QString &title, const std::vector<FormField> &fields, bool onlyChanged,
                            Submit submit)
{
    clear(title);
    m_submit = std::move(submit);
    m_onlyChanged = onlyChanged;
    for (const FormField &field : fields)
        addField(lookup, field);
}

void RecordForm::addRelation(const Lookup &lookup, const QString &source, Submit submit)
{
    clear(tr("New line from %1").arg(lookup.title(source)));
    m_submit = std::move(submit);
    m_onlyChanged = false;
    const auto kind = lookup.model().kindOfRecord(source);
    FormField type{
        .name = u"type"_s, .label = tr("Says"), .entry = FieldEntry::Choice, .required = true, .content = {}, .choices = {}, .kinds = {}};
    for (const RelationType &known : relationTypes()) {
        if (kind && std::ranges::any_of(known.ends, [&](const auto &ends) { return ends.first == *kind; }))
            type.choices += known.word;
        if (kind && !known.symmetric && std::ranges::any_of(known.ends, [&](const auto &ends) { return ends.second == *kind; }))
            type.choices += known.inverse;
    }
    type.content = type.choices.value(0);
    auto *types = qobject_cast<QComboBox *>(addField(lookup, type));
    auto *other = qobject_cast<RecordPicker *>(addField(lookup, {.name = u"other"_s,
                                                                 .label = tr("Of or to"),
                                                                 .entry = FieldEntry::Reference,
                                                                 .required = true,
                                                                 .content = {},
                                                                 .choices = {},
                                                                 .kinds = {}}));
    addField(lookup, {.name = u"confidence"_s,
                      .label = tr("How sure"),
                      .entry = FieldEntry::Choice,
                      .content = wordOf(Confidence::Stated),
                      .choices = {wordOf(Confidence::Stated), wordOf(Confidence::Inferred), wordOf(Confidence::Disputed)},
                      .kinds = {}});
    for (const auto &[name, label] :
         {std::pair(u"from"_s, tr("Valid from")), std::pair(u"to"_s, tr("Valid to")), std::pair(u"address"_s, tr("Address of the source"))})
        addField(lookup, {.name = name, .label = label, .content = {}, .choices = {}, .kinds = {}});
    addField(lookup,
             {.name = u"reason"_s, .label = tr("Because"), .entry = FieldEntry::Paragraph, .content = {}, .choices = {}, .kinds = {}});

    // Only ends that the type may join are offered.
    const auto offerEnds = [this, types, other, lookup = Lookup(lookup.model()), kind] {
        std::vector<Kind> kinds;
        for (const RelationType &known : relationTypes()) {
            for (const auto &ends : known.ends) {
                if (known.word == types->currentData().toString() && ends.first == *kind)
                    kinds.push_back(ends.second);
                else if (known.inverse == types->currentData().toString() && ends.second == *kind)
                    kinds.push_back(ends.first);
            }
        }
        other->offer(lookup, kinds);
    };
    if (kind) {
        connect(types, &QComboBox::currentIndexChanged, this, offerEnds);
        offerEnds();
    }
}

void RecordForm::focusFirst()
{
    for (const Row &row : m_rows) {
        const auto *line = qobject_cast<const QLineEdit *>(row.editor);
        if (line && line->isReadOnly())
            continue;
        row.editor->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void RecordForm::apply()
{
    edits::FieldTexts fields;
    for (const Row &row : m_rows) {
        const QString content = row.content();
        if (m_onlyChanged ? content != row.before : !content.isEmpty())
            fields.emplace_back(row.name, content);
    }
    if (m_onlyChanged && fields.empty()) {
        emit done();
        return;
    }
    if (const auto applied = m_submit(fields); !applied) {
        m_error->setText(applied.error().sentence);
        QPalette warning = palette();
        warning.setColor(QPalette::WindowText, tokens(themeOf(palette())).warn);
        m_error->setPalette(warning);
        m_error->show();
        return;
    }
    emit done();
}

void RecordForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit cancelled();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace entente::ui
