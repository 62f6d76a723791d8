#include "ui/explain/pathpanel.h"

#include "core/model/relationtypes.h"
#include "ui/inspector/recordform.h"
#include "ui/plain.h"
#include "ui/runtext.h"
#include "ui/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostChains = 4;
const QString chainCommand = u"chain:"_s;

} // namespace

PathPanel::PathPanel(SharedLens &lens, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_selection(selection)
    , m_from(new RecordPicker(this))
    , m_to(new RecordPicker(this))
    , m_sentence(plainLabel({}, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_copy(new QPushButton(tr("Copy as text"), this))
    , m_all(new QPushButton(tr("Show all records"), this))
    , m_area(new QScrollArea(this))
{
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_from->lineEdit()->setPlaceholderText(tr("Type a name"));
    m_to->lineEdit()->setPlaceholderText(tr("Type a name, or Ctrl+click in the network"));
    auto *form = new QFormLayout;
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    auto *avoid = new QGroupBox(tr("Not by way of"), this);
    auto *grid = new QGridLayout(avoid);
    grid->setContentsMargins(8, 4, 8, 6);
    grid->setVerticalSpacing(2);
    const std::pair<QString, QString> words[] = {
        {plural(kindOf<Meeting>), tr("meetings")},       {plural(kindOf<Clause>), tr("clauses")},
        {plural(kindOf<Area>), tr("areas")},             {plural(kindOf<Instrument>), tr("instruments")},
        {plural(kindOf<Person>), tr("people")},          {plural(kindOf<Dialogue>), tr("dialogues")},
        {relation::partOf, tr("“part of”")},             {network::tookPart, tr("“took part”")},
        {relation::responsibleFor, tr("“responsible for”")}, {relation::relatedTo, tr("“related to”")},
    };
    int place = 0;
    for (const auto &[word, shownAs] : words) {
        auto *box = new QCheckBox(shownAs, avoid);
        grid->addWidget(box, place / 2, place % 2);
        m_avoid.emplace_back(word, box);
        connect(box, &QCheckBox::toggled, this, &PathPanel::search);
        ++place;
    }
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Chains"));
    m_cancel->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addLayout(form);
    layout->addWidget(avoid);
    layout->addWidget(m_sentence);
    layout->addWidget(m_cancel);
    layout->addWidget(m_area, 1);
    layout->addLayout(buttons);
    for (RecordPicker *picker : {m_from, m_to}) {
        connect(picker, &QComboBox::activated, this, &PathPanel::search);
        connect(picker->lineEdit(), &QLineEdit::returnPressed, this, &PathPanel::search);
    }
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_job.cancel();
        say(tr("The search was cancelled."));
    });
    connect(&m_job, &Job::ended, m_cancel, &QWidget::hide);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(m_all, &QPushButton::clicked, this, [this] { m_lens.setScope(Scope::All); });
    connect(&m_lens, &SharedLens::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            search();
    });
    setFocusProxy(m_to);
    build();
}

void PathPanel::setDocument(entente::Document *document)
{
    m_job.cancel();
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_isOffered = false;
    m_paths.clear();
    m_from->choose({});
    m_to->choose({});
    if (document) {
        connect(document, &entente::Document::changed, this, [this] {
            m_isOffered = false;
            m_isStale = true;
            if (isVisible()) {
                offer();
                search();
            }
        });
    }
    build();
}

void PathPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    offer();
    if (m_isStale)
        search();
    else
        showChain(m_chain);
}

void PathPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit explained({});
}

/// The lists of both fields, once for each state of the map and only while they are seen.
void PathPanel::offer()
{
    if (m_isOffered || !m_document)
        return;
    m_isOffered = true;
    m_from->offer(m_document->lookup(), {});
    m_to->offer(m_document->lookup(), {});
}

void PathPanel::ask(const QString &from, const QString &to)
{
    offer();
    m_from->choose(from);
    m_to->choose(to);
    search();
    (from.isEmpty() ? m_from : m_to)->setFocus();
}

QStringList PathPanel::avoided() const
{
    QStringList words;
    for (const auto &[word, box] : m_avoid) {
        if (box->isChecked())
            words += word;
    }
    return words;
}

QString PathPanel::title(const QString &record) const
{
    return m_document ? m_document->lookup().title(record) : record;
}

void PathPanel::search()
{
    m_isStale = false;
    m_job.cancel();
    m_paths.clear();
    m_chain = -1;
    const QString from = m_from->chosen();
    const QString to = m_to->chosen();
    if (!m_document || from.isEmpty() || to.isEmpty())
        return build();
    for (const QString &end : {from, to}) {
        if (!m_document->model().contains(end)) {
            build();
            return say(tr("No record is called “%1”. Choose one from the list.").arg(end.left(60)));
        }
    }
    build();
    say(tr("Looking for chains…"));
    m_cancel->show();
    network::PathOptions options;
    options.avoid = avoided();
    options.most = MostChains;
    using Answer = base::Result<std::vector<network::Path>>;
    m_job.start<Answer>(
        [lookup = m_document->snapshot(), lens = m_lens.value(), from, to, options](base::Progress &progress) {
            return network::pathsBetween(*lookup, lens, from, to, options, progress);
        },
        [this](Answer answer) { take(std::move(answer)); });
}

void PathPanel::take(base::Result<std::vector<network::Path>> answer)
{
    if (answer)
        m_paths = *std::move(answer);
    build();
    if (!answer)
        return say(answer.error().sentence);
    if (m_paths.empty())
        return say(avoided().isEmpty() ? tr("No chain leads from %1 to %2.").arg(title(m_from->chosen()), title(m_to->chosen()))
                                       : tr("No chain leads from %1 to %2 without what is to be avoided. Take a limit off.").arg(title(m_from->chosen()), title(m_to->chosen())));
    say(m_paths.size() == 1 ? tr("One chain.") : tr("%1 chains, the shortest first.").arg(m_paths.size()));
    showChain(0);
}

void PathPanel::say(const QString &sentence)
{
    m_sentence->setText(sentence);
}

QString PathPanel::sentence() const
{
    return m_sentence->text();
}

void PathPanel::build()
{
    m_copy->setEnabled(!m_paths.empty());
    m_all->setEnabled(!m_paths.empty() && m_lens.value().scope != Scope::All);
    if (m_paths.empty()) {
        say(m_document ? tr("Choose two records to see how they hang together.") : tr("No map is open."));
        emit explained({});
    }
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(8);
    int number = 0;
    for (const network::Path &path : m_paths) {
        auto *head = new RunText({{tr("Chain %1").arg(number + 1), {Target::Command, chainCommand + QString::number(number)}, Run::Strong},
                                  {u"  "_s + (path.hops.size() == 1 ? tr("1 step") : tr("%1 steps").arg(path.hops.size())), {}, Run::Faint}},
                                 content);
        connect(head, &RunText::activated, this, [this, number] { showChain(number); });
        column->addWidget(head);
        for (const network::Hop &hop : path.hops) {
            std::vector<Run> runs{{title(hop.from), {Target::Record, hop.from}, Run::Normal},
                                  {u' ' + hop.relation + u' ', {}, Run::Subtle},
                                  {title(hop.to), {Target::Record, hop.to}, Run::Normal},
                                  {u"\n"_s + hop.sentence, {}, Run::Faint}};
            for (const QString &also : hop.also)
                runs.push_back({u'\n' + tr("Also: %1").arg(also), {}, Run::Faint});
            // The line itself has its sources in the record.
            if (!hop.records.isEmpty())
                runs.insert(runs.begin() + 4, {u' ' + tr("Show it"), {Target::Record, hop.records.constLast()}, Run::Normal});
            auto *text = new RunText(std::move(runs), content);
            text->setContentsMargins(12, 0, 0, 0);
            connect(text, &RunText::activated, this, [this, number](const Target &target) {
                showChain(number);
                m_selection.choose(target.id);
            });
            column->addWidget(text);
        }
        ++number;
    }
    column->addStretch();
    m_area->setWidget(content);
}

void PathPanel::showChain(int number)
{
    if (number < 0 || std::size_t(number) >= m_paths.size())
        return;
    m_chain = number;
    Explained chain{{}, true};
    const network::Path &path = m_paths[std::size_t(number)];
    for (const network::Hop &hop : path.hops) {
        if (chain.records.isEmpty())
            chain.records += hop.from;
        chain.records += hop.to;
    }
    emit explained(chain);
}

QString PathPanel::text() const
{
    QStringList lines;
    int number = 0;
    for (const network::Path &path : m_paths) {
        lines += u"%1. %2"_s.arg(++number).arg(path.text);
        for (const network::Hop &hop : path.hops)
            lines += u"   · "_s + hop.sentence;
    }
    return lines.join(u'\n');
}

} // namespace entente::ui
