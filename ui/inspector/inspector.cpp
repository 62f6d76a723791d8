#include "ui/inspector/inspector.h"

#include "core/model/relationtypes.h"
#include "ui/inspector/parts.h"
#include "ui/inspector/recordform.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

const auto namesKey = u"names"_s;
constexpr std::size_t namesShown = 2;
constexpr int labelColumn = 94;

/// The relation that the form describes, with the source and the reason that it names.
Result<ChangeSet> relationChanges(const Model &model, const QString &record, const edits::FieldTexts &texts)
{
    edits::FieldTexts fields;
    QString type;
    QString other;
    QString address;
    QString reason;
    for (const auto &[name, content] : texts) {
        if (name == "type"_L1)
            type = content;
        else if (name == "other"_L1)
            other = content;
        else if (name == "address"_L1)
            address = content.trimmed();
        else if (name == "reason"_L1)
            reason = content;
        else
            fields.emplace_back(name, content);
    }
    bool outgoing = true;
    for (const RelationType &known : relationTypes()) {
        if (known.inverse == type) {
            type = known.word;
            outgoing = false;
        }
    }
    fields.emplace_back(u"type"_s, type);
    fields.emplace_back(u"source"_s, outgoing ? record : other);
    fields.emplace_back(u"target"_s, outgoing ? other : record);
    auto changes = edits::add(model, kindOf<Relation>, fields);
    if (!changes || address.isEmpty())
        return changes;
    QString source;
    for (const Source &known : model.all<Source>()) {
        if (known.address == address)
            source = known.id.value;
    }
    const QString relation = changes->changes<Relation>().front().id();
    if (source.isEmpty()) {
        auto added = edits::add(model, kindOf<Source>, {{u"address"_s, address}});
        if (!added)
            return added;
        source = added->changes<Source>().front().id();
        changes->add(*added->changes<Source>().front().after);
    }
    Evidence evidence;
    evidence.subject.value = relation;
    evidence.origin.value = source;
    evidence.reason = reason;
    evidence.id.value = edits::evidenceKey(relation, source);
    changes->add(evidence);
    return changes;
}

} // namespace

Inspector::Inspector(SharedLens &lens, Selection &selection, QWidget *parent)
    : QScrollArea(parent)
    , m_lens(lens)
    , m_selection(selection)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::ClickFocus);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Inspector::refresh);
    connect(&m_selection, &Selection::changed, this, [this] {
        delete m_form;
        m_form = nullptr;
        m_unfolded.clear();
        refreshSoon();
    });
    connect(&m_lens, &SharedLens::changed, this, &Inspector::refreshSoon);
    showEmpty();
}

void Inspector::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    delete m_form;
    m_form = nullptr;
    if (document)
        connect(document, &entente::Document::changed, this, &Inspector::refreshSoon);
    refresh();
}

void Inspector::refreshSoon()
{
    m_soon.start();
}

void Inspector::refresh()
{
    m_soon.stop();
    if (m_form)
        return; // What is being typed stays.
    const QString record = m_selection.current();
    if (!m_document || !m_document->model().contains(record)) {
        m_shown.clear();
        showEmpty();
        return;
    }
    const QDate asOf = m_lens.value().asOf.isValid() ? m_lens.value().asOf : QDate::currentDate();
    const Sheet sheet = sheetOf(m_document->lookup(), record, {asOf, m_unfolded});
    const int scrolled = m_shown == record ? verticalScrollBar()->value() : 0;
    m_shown = record;
    QVBoxLayout *page = newPage();
    addHeader(page, sheet);
    for (const SheetSection &section : sheet.sections)
        addSection(page, section);
    page->addStretch();
    verticalScrollBar()->setValue(scrolled);
}

QVBoxLayout *Inspector::newPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(4);
    setWidget(page);
    return layout;
}

void Inspector::showEmpty()
{
    QVBoxLayout *page = newPage();
    QLabel *words = plainLabel(tr("Choose a record to see who meets, what was promised and what became of it."));
    words->setObjectName(u"empty"_s);
    page->addWidget(words);
    page->addStretch();
}

RunText *Inspector::runs(const Runs &runs)
{
    auto *text = new RunText(runs);
    connect(text, &RunText::activated, this, &Inspector::follow, Qt::QueuedConnection);
    return text;
}

void Inspector::addHeader(QVBoxLayout *layout, const Sheet &sheet)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(7);
    line->addWidget(new KindBadge(sheet.kind, sheet.side));
    RunText *kind = runs({{sheet.kindLine.toUpper(), {}, Run::Subtle}});
    kind->setFont(sizedFont(font(), 0.82, true));
    line->addWidget(kind, 1);
    layout->addLayout(line);
    RunText *title = runs({{sheet.title, {}, Run::Strong}});
    title->setObjectName(u"title"_s);
    title->setFont(sizedFont(font(), 1.3, true));
    layout->addWidget(title);
    if (!sheet.korean.isEmpty()) {
        RunText *korean = runs({{sheet.korean}});
        korean->setFont(sizedFont(font(), 1.05));
        layout->addWidget(korean);
    }
    const bool all = m_unfolded.contains(namesKey);
    for (std::size_t i = 0; i < sheet.names.size() && (all || i < namesShown); ++i)
        layout->addWidget(runs(sheet.names[i]));
    if (!all && sheet.names.size() > namesShown)
        layout->addWidget(runs({{tr("%1 other names").arg(sheet.names.size() - namesShown), {Target::Command, u"unfold:"_s + namesKey}}}));
    for (const Runs &other : sheet.notToBeConfused) {
        auto *strip = new PaintedFrame(PaintedFrame::Form::Strip);
        auto *inside = new QVBoxLayout(strip);
        inside->setContentsMargins(8, 4, 8, 4);
        inside->addWidget(runs(other));
        layout->addSpacing(2);
        layout->addWidget(strip);
    }
}

void Inspector::addSection(QVBoxLayout *layout, const SheetSection &section)
{
    layout->addSpacing(8);
    auto *line = new QHBoxLayout;
    RunText *title = runs({{section.title.toUpper(), {}, Run::Subtle}});
    title->setFont(sizedFont(font(), 0.82, true));
    title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
    line->addWidget(title);
    if (!section.aside.empty()) {
        RunText *aside = runs(section.aside);
        aside->setAlignment(Qt::AlignRight);
        aside->setFont(sizedFont(font(), 0.92));
        aside->setMaximumLines(2);
        line->addWidget(aside, 1);
    } else {
        line->addStretch(1);
    }
    layout->addLayout(line);
    auto *rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setForegroundRole(QPalette::Mid);
    rule->setFixedHeight(1);
    layout->addWidget(rule);
    for (const SheetItem &item : section.items)
        addItem(layout, item);
}

void Inspector::addItem(QVBoxLayout *layout, const SheetItem &item)
{
    const double unit = fontMetrics().height() / 17.0;
    switch (item.form) {
    case SheetItem::Text:
        layout->addWidget(runs(item.runs));
        break;
    case SheetItem::Strip:
        layout->addWidget(new ClockStrip(item.clock));
        break;
    case SheetItem::Fact: {
        auto *line = new QHBoxLayout;
        line->setSpacing(6);
        RunText *label = runs({{item.label, {}, Run::Faint}});
        label->setFixedWidth(int(labelColumn * unit));
        line->addWidget(label, 0, Qt::AlignTop);
        line->addWidget(runs(item.runs), 1);
        layout->addLayout(line);
        break;
    }
    case SheetItem::Round: {
        auto *line = new QHBoxLayout;
        line->setSpacing(7);
        line->addWidget(new RoundBadge(item.format, item.label), 0, Qt::AlignTop);
        line->addWidget(runs(item.runs), 1);
        RunText *aside = runs(item.aside);
        aside->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
        line->addWidget(aside, 0, Qt::AlignTop);
        layout->addLayout(line);
        break;
    }
    case SheetItem::Card: {
        auto *card = new PaintedFrame(PaintedFrame::Form::Card);
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(10, 5, 8, 6);
        inside->setSpacing(3);
        auto *head = new QHBoxLayout;
        head->addWidget(runs(item.head), 1);
        RunText *aside = runs(item.aside);
        aside->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
        aside->setFont(sizedFont(font(), 0.9));
        head->addWidget(aside, 0, Qt::AlignTop);
        inside->addLayout(head);
        RunText *quote = runs(item.runs);
        quote->setMaximumLines(4);
        if (!item.label.isEmpty())
            quote->setToolTip(plainToolTip(quote->text() + u"\n"_s + item.label));
        inside->addWidget(quote);
        layout->addWidget(card);
        break;
    }
    }
}

void Inspector::follow(const Target &target)
{
    switch (target.kind) {
    case Target::None:
        break;
    case Target::Record:
        m_selection.choose(target.id);
        break;
    case Target::Passage:
    case Target::Text:
        emit passageRequested(target.id);
        break;
    case Target::Address:
        emit addressRequested(target.id);
        break;
    case Target::Command:
        if (target.id == "import"_L1) {
            emit importRequested();
        } else if (target.id == "editions"_L1) {
            emit editionsRequested(m_selection.current());
        } else if (target.id.startsWith("unfold:"_L1)) {
            m_unfolded += target.id.mid(7);
            refresh();
        }
        break;
    }
}

void Inspector::showForm(RecordForm *form)
{
    m_form = form;
    newPage()->addWidget(form);
    const auto leave = [this, form] {
        m_form = nullptr;
        form->deleteLater();
        refreshSoon();
    };
    connect(form, &RecordForm::done, this, leave);
    connect(form, &RecordForm::cancelled, this, leave);
    form->focusFirst();
}

void Inspector::editRecord()
{
    const QString record = m_selection.current();
    if (!m_document || !m_document->model().contains(record))
        return;
    auto *form = new RecordForm;
    form->editFields(m_document->lookup(), tr("Edit %1").arg(m_document->lookup().title(record)), fieldsOf(m_document->model(), record),
                     true, [this, record](const edits::FieldTexts &fields) -> Result<void> {
                         auto changes = edits::set(m_document->model(), record, fields);
                         return changes ? m_document->submit(*changes) : changes.error();
                     });
    showForm(form);
}

void Inspector::addRecord(Kind kind)
{
    if (!m_document)
        return;
    auto *form = new RecordForm;
    form->editFields(m_document->lookup(), tr("New %1").arg(shown(singular(kind))), blankFields(kind), false,
                     [this, kind](const edits::FieldTexts &fields) -> Result<void> {
                         auto changes = edits::add(m_document->model(), kind, fields);
                         if (!changes)
                             return changes.error();
                         QString added;
                         forEachKind([&]<typename Row>() {
                             for (const auto &change : changes->changes<Row>())
                                 added = change.id();
                         });
                         if (auto done = m_document->submit(*changes); !done)
                             return done;
                         QTimer::singleShot(0, this, [this, added] { m_selection.choose(added); });
                         return {};
                     });
    showForm(form);
}

void Inspector::addRelation()
{
    const QString record = m_selection.current();
    if (!m_document || !m_document->model().contains(record))
        return;
    auto *form = new RecordForm;
    form->addRelation(m_document->lookup(), record, [this, record](const edits::FieldTexts &fields) -> Result<void> {
        auto changes = relationChanges(m_document->model(), record, fields);
        return changes ? m_document->submit(*changes) : changes.error();
    });
    showForm(form);
}

void Inspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshSoon();
    QScrollArea::changeEvent(event);
}

} // namespace entente::ui
