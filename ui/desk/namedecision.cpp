#include "ui/desk/namedecision.h"

#include "ui/plain.h"
#include "ui/words.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// The kinds of record that a name in a text may belong to.
constexpr std::array namedKinds{kindOf<Institution>, kindOf<Person>, kindOf<Dialogue>, kindOf<Area>, kindOf<Instrument>};

/// The kind of record that a proposal would make.
std::optional<Kind> proposedKind(const Suggestion &suggestion)
{
    std::optional<Kind> kind;
    if (const auto rows = ChangeSet::fromJson(QJsonDocument::fromJson(suggestion.proposal.toUtf8()).object(), {})) {
        forEachKind([&]<typename Row>() {
            if constexpr (requires { Row().nameEn; Row().nameKo; }) {
                if (!rows->changes<Row>().empty())
                    kind = kindOf<Row>;
            }
        });
    }
    return kind;
}

} // namespace

NameDecision::NameDecision(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel({}, this))
    , m_kind(new QComboBox(this))
    , m_new(new QPushButton(tr("New record"), this))
    , m_record(new QComboBox(this))
    , m_alias(new QPushButton(tr("Is this record"), this))
    , m_ignore(new QPushButton(tr("Ignore (R)"), this))
{
    for (const Kind kind : namedKinds)
        m_kind->addItem(kindName(kind));
    m_kind->setAccessibleName(tr("Kind of the new record"));
    m_record->setEditable(true);
    m_record->setInsertPolicy(QComboBox::NoInsert);
    m_record->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_record->setMinimumContentsLength(18);
    m_record->completer()->setFilterMode(Qt::MatchContains);
    m_record->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_record->lineEdit()->setPlaceholderText(tr("another name of…"));
    m_record->setAccessibleName(tr("The record whose name it is"));

    auto *choices = new QHBoxLayout;
    choices->setContentsMargins(0, 0, 0, 0);
    choices->addWidget(m_record, 1);
    choices->addWidget(m_alias);
    choices->addSpacing(8);
    choices->addWidget(m_kind);
    choices->addWidget(m_new);
    choices->addSpacing(8);
    choices->addWidget(m_ignore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addLayout(choices);

    connect(m_record, &QComboBox::editTextChanged, this, [this] { m_alias->setEnabled(!chosenRecord().isEmpty()); });
    connect(m_record->lineEdit(), &QLineEdit::returnPressed, m_alias, &QPushButton::click);
    connect(m_alias, &QPushButton::clicked, this, [this] {
        if (const QString record = chosenRecord(); !record.isEmpty())
            emit aliasWanted(m_suggestion, record);
    });
    connect(m_new, &QPushButton::clicked, this, [this] { emit newRecordWanted(m_suggestion, namedKinds[std::size_t(m_kind->currentIndex())]); });
    connect(m_ignore, &QPushButton::clicked, this, [this] { emit ignoreWanted(m_suggestion); });
    clear();
}

QString NameDecision::chosenRecord() const
{
    const QString text = m_record->currentText();
    const int at = m_record->itemText(m_record->currentIndex()) == text ? m_record->currentIndex() : m_record->findText(text, Qt::MatchFixedString);
    return at < 0 ? QString() : m_record->itemData(at).toString();
}

void NameDecision::offer(const Lookup &lookup, const Suggestion &suggestion)
{
    m_suggestion = suggestion.id.value;
    m_words->setText(tr("“%1” is no name that the map knows. Whose is it?").arg(suggestion.quote.left(200)));
    std::vector<std::pair<QString, QString>> records;
    forEachKind([&]<typename Row>() {
        if constexpr (requires { Row().nameEn; Row().nameKo; }) {
            for (const Row &row : lookup.model().all<Row>())
                records.emplace_back(lookup.title(row.id.value), row.id.value);
        }
    });
    std::ranges::sort(records, [](const auto &a, const auto &b) { return a.first.compare(b.first, Qt::CaseInsensitive) < 0; });
    m_record->clear();
    m_record->addItem(QString());
    for (const auto &[title, id] : records)
        m_record->addItem(title, id);
    m_record->setCurrentIndex(suggestion.target.isEmpty() ? 0 : std::max(0, m_record->findData(suggestion.target.value)));
    const auto kind = proposedKind(suggestion);
    const auto at = kind ? std::ranges::find(namedKinds, *kind) : namedKinds.begin();
    m_kind->setCurrentIndex(at == namedKinds.end() ? 0 : int(at - namedKinds.begin()));
    m_alias->setEnabled(!chosenRecord().isEmpty());
    show();
}

void NameDecision::clear()
{
    m_suggestion.clear();
    hide();
}

void NameDecision::search()
{
    m_record->lineEdit()->setFocus(Qt::OtherFocusReason);
    m_record->lineEdit()->selectAll();
}

} // namespace entente::ui
