#include "core/model/validation.h"

#include "core/model/relationtypes.h"
#include "core/model/savedviews.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model", text);
}

template<typename T>
struct Target
{};
template<typename Row>
struct Target<Id<Row>>
{
    using Type = Row;
};

/// The map as it would be after the changes, without copying its tables.
class View
{
public:
    explicit View(const Model &model) : m_model(model) {}
    View(const Model &model, const ChangeSet &changes) : m_model(model)
    {
        forEachKind([&]<typename Row>() {
            for (const auto &change : changes.changes<Row>())
                m_changed.insert({kindIndex<Row>(), change.id()}, change.after ? &*change.after : nullptr);
        });
    }

    template<typename Row>
    const Row *find(const Id<Row> &id) const
    {
        const auto changed = m_changed.constFind({kindIndex<Row>(), id.value});
        return changed == m_changed.constEnd() ? m_model.find(id) : static_cast<const Row *>(*changed);
    }
    std::optional<Kind> kindOfRecord(const QString &id) const
    {
        std::optional<Kind> found;
        forEachKind([&]<typename Row>() {
            if (!found && find(Id<Row>(id)))
                found = kindOf<Row>;
        });
        return found;
    }
    bool contains(const QString &id) const { return kindOfRecord(id).has_value(); }

private:
    const Model &m_model;
    QHash<std::pair<int, QString>, const void *> m_changed;
};

template<typename Row>
QString nameOf(const Row &row)
{
    return QString::fromLatin1(Fields<Row>::table) + u' ' + row.id.value;
}

/// References and required fields of one row.
template<typename Row>
std::optional<Error> fieldProblem(const View &model, const Row &row)
{
    std::optional<Error> problem;
    forEachField<Row>([&](const auto &field) {
        if (problem)
            return;
        using Type = typename std::remove_cvref_t<decltype(field)>::Type;
        const auto &content = row.*field.member;
        const QString label = u"%1 (%2)"_s.arg(QCoreApplication::translate("Field", field.label), QString::fromLatin1(field.name));
        if (field.role == FieldRole::Key || field.role == FieldRole::Required || field.role == FieldRole::Owner) {
            if (textOf(encode(content)).trimmed().isEmpty()) {
                problem = callError(tr("The %1 needs something in “%2”.").arg(nameOf(row), label));
                return;
            }
        }
        if (field.role != FieldRole::Owner && field.role != FieldRole::Reference)
            return;
        if constexpr (std::is_same_v<Type, AnyId>) {
            if (!content.isEmpty() && !model.contains(content.value))
                problem = callError(tr("The %1 refers to “%2” (%3), which is not in the map.").arg(nameOf(row), content.value, label));
        } else if constexpr (requires { typename Target<Type>::Type; }) {
            if (!content.isEmpty() && !model.find(content))
                problem = callError(tr("The %1 refers to “%2” (%3), which is not in the map.").arg(nameOf(row), content.value, label));
        }
    });
    return problem;
}

template<typename Row>
std::optional<Error> keyProblem(const Row &row)
{
    const QString &id = row.id.value;
    if (id.size() > 400)
        return callError(tr("An identifier may have 400 characters at most; this one has %1.").arg(id.size()));
    for (const QChar c : id) {
        if (c.category() == QChar::Other_Control || c == u'\n')
            return callError(tr("The identifier of a %1 holds a character that cannot be shown.").arg(QString::fromLatin1(Fields<Row>::table)));
    }
    // A slash leads to a clause of an instrument, and to nothing else.
    if constexpr (!std::is_same_v<Row, Clause> && !std::is_same_v<Row, Marking> && !std::is_same_v<Row, Property>) {
        if (id.contains(u'/') || id.contains(u' '))
            return callError(tr("“%1” cannot be an identifier: spaces and slashes have no place in it.").arg(id.left(60)));
    }
    return std::nullopt;
}

// What is particular to a kind.

template<typename Row>
std::optional<Error> ownProblem(const View &, const Row &)
{
    return std::nullopt;
}

std::optional<Error> periodProblem(const QString &name, const PartialDate &from, const PartialDate &to)
{
    if (from.isKnown() && to.isKnown() && to.last() < from.first())
        return callError(tr("The %1 ends (%2) before it begins (%3).").arg(name, to.toIso(), from.toIso()));
    return std::nullopt;
}

std::optional<Error> ownProblem(const View &, const Meeting &meeting)
{
    if (meeting.ordinal && *meeting.ordinal < 1)
        return callError(tr("The number of the %1 must be 1 or more.").arg(nameOf(meeting)));
    return periodProblem(nameOf(meeting), meeting.start, meeting.end);
}

std::optional<Error> ownProblem(const View &, const Dialogue &dialogue)
{
    if (dialogue.months && *dialogue.months <= 0)
        return callError(tr("The %1 needs a rhythm of at least one month, or none.").arg(nameOf(dialogue)));
    return periodProblem(nameOf(dialogue), dialogue.from, dialogue.to);
}

std::optional<Error> ownProblem(const View &, const Post &post)
{
    return periodProblem(nameOf(post), post.from, post.to);
}

std::optional<Error> ownProblem(const View &model, const Relation &relation)
{
    const RelationType *type = relationType(relation.type);
    if (!type)
        return callError(tr("“%1” is not a type of relation.").arg(relation.type.left(60)));
    const auto source = model.kindOfRecord(relation.source.value);
    const auto target = model.kindOfRecord(relation.target.value);
    if (source && target && !type->joins(*source, *target)) {
        return callError(tr("“%1” cannot join the %2 %3 to the %4 %5.")
                             .arg(relation.type, singular(*source), relation.source.value, singular(*target), relation.target.value));
    }
    if (relation.source == relation.target)
        return callError(tr("A relation needs two records; this one joins %1 to itself.").arg(relation.source.value));
    return periodProblem(nameOf(relation), relation.from, relation.to);
}

std::optional<Error> ownProblem(const View &, const Suggestion &suggestion)
{
    if (suggestion.document.isEmpty() && suggestion.state != SuggestionState::Rejected)
        return callError(tr("The %1 needs the document that it comes from.").arg(nameOf(suggestion)));
    return std::nullopt;
}

std::optional<Error> ownProblem(const View &, const SavedView &view)
{
    const auto valid = validateView(view);
    return valid ? std::nullopt : std::optional(valid.error());
}

std::optional<Error> ownProblem(const View &model, const Evidence &evidence)
{
    const auto origin = model.kindOfRecord(evidence.origin.value);
    if (origin && *origin != kindOf<Source> && *origin != kindOf<Passage>)
        return callError(tr("Evidence rests on a source or a passage; %1 is a %2.").arg(evidence.origin.value, singular(*origin)));
    return std::nullopt;
}

std::optional<Error> ownProblem(const View &model, const Clause &clause)
{
    const Edition *edition = clause.edition.isEmpty() ? nullptr : model.find(clause.edition);
    if (edition && !(edition->instrument == clause.instrument))
        return callError(tr("Clause %1 cannot belong to %2 and stand in the edition %3 of another instrument.")
                             .arg(clause.id.value, clause.instrument.value, edition->id.value));
    const bool keyFits = clause.id.value == clause.instrument.value + u'/' + clause.label
                         || (edition && clause.id.value == edition->id.value + u'/' + clause.label);
    if (!keyFits)
        return callError(tr("The identifier of a clause is its instrument, a slash and its label; “%1” is not “%2/%3”.")
                             .arg(clause.id.value, clause.instrument.value, clause.label));
    static const QStringList promises{u"declaratory"_s, u"continue"_s, u"deepen"_s, u"explore"_s, u"establish"_s, u"upgrade"_s, u"exchange-information"_s,
                                      u"discuss"_s, u"coordinate"_s, u"promote"_s, u"capacity-building"_s, u"implement"_s, u"review"_s};
    for (const QString &promise : clause.commitment) {
        if (!promises.contains(promise))
            return callError(tr("“%1” is no type of promise; there are %2.").arg(promise.left(40), promises.join(u", "_s)));
    }
    const Clause *parent = clause.parent.isEmpty() ? nullptr : model.find(clause.parent);
    if (parent && !(parent->instrument == clause.instrument))
        return callError(tr("Clause %1 cannot stand under %2, which belongs to another instrument.").arg(clause.id.value, parent->id.value));
    return std::nullopt;
}

/// A chain of parents that comes back to where it began.
template<typename Row>
bool parentsTurnRound(const View &model, const Row &row)
{
    QSet<QString> seen;
    const Row *next = &row;
    while (next) {
        if (seen.contains(next->id.value))
            return true;
        seen.insert(next->id.value);
        next = next->parent.isEmpty() ? nullptr : model.find(next->parent);
    }
    return false;
}

template<typename Row>
std::optional<Error> problemOf(const View &model, const Row &row)
{
    if (auto problem = keyProblem(row))
        return problem;
    if (auto problem = fieldProblem(model, row))
        return problem;
    if constexpr (std::is_same_v<Row, Clause> || std::is_same_v<Row, Area>) {
        if (parentsTurnRound(model, row))
            return callError(tr("The %1 would stand under itself.").arg(nameOf(row)));
    }
    return ownProblem(model, row);
}

} // namespace

Result<void> validate(const Model &model, const ChangeSet &changes)
{
    std::optional<Error> problem;
    QSet<QString> removed;

    // Keys: what is added is new everywhere, what is changed or removed is there as `before` says.
    forEachKind([&]<typename Row>() {
        for (const auto &change : changes.changes<Row>()) {
            if (problem)
                return;
            if (change.before) {
                const Row *present = model.find(change.before->id);
                if (!present)
                    problem = callError(tr("There is no %1 any more.").arg(nameOf(*change.before)));
                else if (!(*present == *change.before))
                    problem = callError(tr("The %1 was changed in the meantime.").arg(nameOf(*change.before)));
                if (!change.after)
                    removed.insert(change.before->id.value);
                else if (!(change.after->id == change.before->id))
                    problem = callError(tr("The identifier of %1 cannot be changed.").arg(nameOf(*change.before)));
            } else if (change.after && model.contains(change.after->id.value)) {
                problem = callError(tr("“%1” is taken already.").arg(change.after->id.value));
            }
        }
    });
    if (problem)
        return *problem;

    const View after(model, changes);
    forEachKind([&]<typename Row>() {
        for (const auto &change : changes.changes<Row>()) {
            if (problem || !change.after)
                continue;
            problem = problemOf(after, *change.after);
        }
    });
    if (problem)
        return *problem;
    if (removed.isEmpty())
        return {};

    // Nobody may be left pointing at what is gone.
    forEachKind([&]<typename Row>() {
        for (const Row &before : model.all<Row>()) {
            const Row *kept = after.find(before.id);
            if (problem)
                return;
            if (!kept)
                continue;
            const Row &row = *kept;
            forEachField<Row>([&](const auto &field) {
                if (field.role != FieldRole::Owner && field.role != FieldRole::Reference)
                    return;
                const QString target = textOf(encode(row.*field.member));
                if (!target.isEmpty() && removed.contains(target))
                    problem = callError(tr("%1 cannot be removed while the %2 refers to it.").arg(target, nameOf(row)));
            });
        }
    });
    if (problem)
        return *problem;
    return {};
}

std::vector<Error> problemsOf(const Model &model)
{
    std::vector<Error> problems;
    QHash<QString, QString> owners;
    forEachKind([&]<typename Row>() {
        for (const Row &row : model.all<Row>()) {
            if (auto problem = problemOf(View(model), row))
                problems.push_back(*problem);
            const auto other = owners.constFind(row.id.value);
            if (other != owners.constEnd())
                problems.push_back(callError(tr("“%1” names two records.").arg(row.id.value)));
            owners.insert(row.id.value, QString::fromLatin1(Fields<Row>::table));
        }
    });
    return problems;
}

} // namespace entente::model
