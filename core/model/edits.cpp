#include "core/model/edits.h"

#include "core/base/text.h"
#include "core/model/editdetails.h"
#include "core/model/edittext.h"
#include "core/model/editviews.h"
#include "core/model/validation.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace entente::model::edits {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model::edits", text);
}

template<typename Row>
Result<Row> withFields(Row row, const FieldTexts &fields)
{
    for (const auto &[name, content] : fields) {
        bool known = false;
        std::optional<Error> error;
        forEachField<Row>([&](const auto &field) {
            if (name != QLatin1StringView(field.name))
                return;
            known = true;
            if (auto read = decode(encode(cleanText(content)), row.*field.member); !read)
                error = callError(tr("%1: %2").arg(name, read.error().sentence));
        });
        if (!known) {
            QStringList names;
            forEachField<Row>([&](const auto &field) { names += QString::fromLatin1(field.name); });
            return callError(tr("A %1 has no field “%2”; it has %3.").arg(QString::fromLatin1(Fields<Row>::table), name.left(60), names.join(u", "_s)));
        }
        if (error)
            return *error;
    }
    return row;
}

/// The prefix that tells kinds apart at a glance in keys that the program makes.
template<typename Row>
QString prefixOf()
{
    if constexpr (std::is_same_v<Row, Dialogue>)
        return u"dlg"_s;
    else if constexpr (std::is_same_v<Row, Instrument>)
        return u"ins"_s;
    else if constexpr (std::is_same_v<Row, Meeting>)
        return u"mtg"_s;
    else if constexpr (std::is_same_v<Row, Person>)
        return u"per"_s;
    else if constexpr (std::is_same_v<Row, Institution>)
        return u"org"_s;
    else if constexpr (std::is_same_v<Row, Relation>)
        return u"rel"_s;
    else if constexpr (std::is_same_v<Row, Evidence>)
        return u"evd"_s;
    else if constexpr (std::is_same_v<Row, Source>)
        return u"src"_s;
    else
        return QString::fromLatin1(Fields<Row>::table);
}

/// A readable key where there is a name, else one over the contents; numbered upwards where it is taken by something else.
template<typename Row>
QString deriveKey(const Model &model, const Row &row)
{
    if constexpr (std::is_same_v<Row, Relation>)
        return relationKey(row.type, row.source.value, row.target.value);
    if constexpr (std::is_same_v<Row, Evidence>)
        return evidenceKey(row.subject.value, row.origin.value);
    if constexpr (std::is_same_v<Row, Clause>)
        return row.instrument.value + u'/' + row.label;
    if constexpr (std::is_same_v<Row, SavedView>)
        return viewKey(model, row.name);

    QString readable;
    if constexpr (requires { row.nameEn; })
        readable = slug(row.nameEn).left(48);
    if constexpr (std::is_same_v<Row, Meeting>) {
        const QString when = row.start.isKnown() ? row.start.toIso() : QString();
        readable = row.dialogue.value.startsWith("dlg-"_L1) ? row.dialogue.value.mid(4) : row.dialogue.value;
        readable += u'-' + (row.ordinal ? QString::number(*row.ordinal).rightJustified(2, u'0') : when);
    }
    if (readable.isEmpty() || readable.endsWith(u'-')) {
        QStringList parts;
        forEachField<Row>([&](const auto &field) {
            if (field.role != FieldRole::Key)
                parts += textOf(encode(row.*field.member));
        });
        return contentKey(prefixOf<Row>(), parts);
    }
    const QString base = prefixOf<Row>() + u'-' + readable;
    QString key = base;
    for (int number = 2; model.contains(key); ++number)
        key = base + u'-' + QString::number(number);
    return key;
}

/// A new clause stands in the current edition; without a place of its own behind its siblings, or behind the last clause.
void placeClause(const Model &model, Clause &clause)
{
    const Instrument *instrument = model.find(clause.instrument);
    if (instrument && clause.edition.isEmpty())
        clause.edition = instrument->edition;
    if (clause.position != 0)
        return;
    for (const Clause &other : model.all<Clause>()) {
        const bool before = clause.parent.isEmpty() || other.id == clause.parent || other.parent == clause.parent;
        if (other.instrument == clause.instrument && other.edition == clause.edition && before)
            clause.position = std::max(clause.position, other.position);
    }
    // Behind a sibling the place may be shared with the next clause; the label then decides the order.
    if (clause.parent.isEmpty())
        ++clause.position;
}

template<typename Row>
void collectDependents(const Model &model, const QSet<QString> &gone, QSet<QString> &found)
{
    for (const Row &row : model.all<Row>()) {
        if (gone.contains(row.id.value))
            continue;
        forEachField<Row>([&](const auto &field) {
            if (field.role == FieldRole::Owner && gone.contains(textOf(encode(row.*field.member))))
                found.insert(row.id.value);
        });
        // What was rejected outlives its text, so that it is not proposed again when the text comes back.
        if constexpr (std::is_same_v<Row, Suggestion>) {
            if (row.state != SuggestionState::Rejected && gone.contains(row.document.value))
                found.insert(row.id.value);
        }
        // The places in a saved view go with it; those in a layout have a layout's name, which is no record.
        if constexpr (std::is_same_v<Row, Position>) {
            if (gone.contains(row.view) && model.find<SavedView>(row.view))
                found.insert(row.id.value);
        }
    }
}

/// Words of an imported text are corrected in the text, with all that quotes them; the other fields are set as they are said.
template<typename Row>
Result<ChangeSet> withCorrectedText(const Model &model, const Row &before, Row after)
{
    ChangeSet changes;
    const Paragraph *paragraph = nullptr;
    if (after.text != before.text) {
        if constexpr (std::is_same_v<Row, Clause>)
            paragraph = paragraphOf(model, before);
        else
            paragraph = &before;
    }
    if (!paragraph) {
        changes.update(before, std::move(after));
        return changes;
    }
    auto corrected = correctText(model, paragraph->id.value, after.text);
    if (!corrected)
        return corrected;
    Model then = model;
    then.apply(*corrected);
    after.text = then.template find<Row>(before.id.value)->text;
    then.template table<Row>().put(std::move(after));
    return difference(model, then, {});
}

/// A record and all that is nothing without it.
QSet<QString> closure(const Model &model, const QString &id)
{
    QSet<QString> gone{id};
    for (;;) {
        QSet<QString> found;
        forEachKind([&]<typename Row>() { collectDependents<Row>(model, gone, found); });
        if (found.isEmpty())
            return gone;
        gone.unite(found);
    }
}

Result<ChangeSet> validated(const Model &model, ChangeSet changes)
{
    if (auto valid = validate(model, changes); !valid)
        return valid.error();
    return changes;
}

} // namespace

Result<ChangeSet> set(const Model &model, const QString &id, const FieldTexts &fields)
{
    const auto kind = model.kindOfRecord(id);
    if (!kind)
        return callError(tr("There is no record “%1” in this map; `list` and `search` show what there is.").arg(id.left(80)));
    ChangeSet changes;
    std::optional<Error> error;
    forEachKind([&]<typename Row>() {
        if (*kind != kindOf<Row>)
            return;
        const Row &before = *model.find<Row>(id);
        FieldTexts own = fields;
        Row start = before;
        if constexpr (requires { takeDetails(model, start, own, changes); }) {
            if (auto taken = takeDetails(model, start, own, changes); !taken) {
                error = taken.error();
                return;
            }
        }
        auto after = withFields(start, own);
        if (!after) {
            error = after.error();
            return;
        }
        if constexpr (std::is_same_v<Row, Clause> || std::is_same_v<Row, Paragraph>) {
            auto corrected = withCorrectedText(model, before, *std::move(after));
            if (corrected)
                changes = *std::move(corrected);
            else
                error = corrected.error();
        } else {
            changes.update(before, *std::move(after));
        }
    });
    if (error)
        return *error;
    QStringList names;
    for (const auto &field : fields)
        names += field.first;
    changes.setLabel(tr("change %1 of %2").arg(names.join(u", "_s), id));
    return validated(model, std::move(changes));
}

Result<ChangeSet> add(const Model &model, Kind kind, const FieldTexts &fields)
{
    ChangeSet changes;
    std::optional<Error> error;
    forEachKind([&]<typename Row>() {
        if (kind != kindOf<Row>)
            return;
        FieldTexts own = fields;
        Row start;
        // An evidence's source is part of its key; a meeting's key must be known before its heads.
        if constexpr (std::is_same_v<Row, Evidence>) {
            if (auto taken = takeDetails(model, start, own, changes); !taken) {
                error = taken.error();
                return;
            }
        }
        FieldTexts details;
        if constexpr (std::is_same_v<Row, Meeting>) {
            const auto isDetail = [](const auto &field) { return field.first == "institutions"_L1 || field.first == "heads"_L1 || field.first == "readout"_L1; };
            std::ranges::copy_if(own, std::back_inserter(details), isDetail);
            std::erase_if(own, isDetail);
        }
        auto row = withFields(start, own);
        if (!row) {
            error = row.error();
            return;
        }
        if constexpr (std::is_same_v<Row, Clause>)
            placeClause(model, *row);
        if (row->id.isEmpty())
            row->id.value = deriveKey(model, *row);
        if constexpr (std::is_same_v<Row, Meeting>) {
            if (auto taken = takeDetails(model, *row, details, changes); !taken) {
                error = taken.error();
                return;
            }
        }
        changes.setLabel(tr("add %1 %2").arg(QString::fromLatin1(Fields<Row>::table), row->id.value));
        changes.add(*std::move(row));
    });
    if (error)
        return *error;
    return validated(model, std::move(changes));
}

Result<ChangeSet> remove(const Model &model, const QString &id)
{
    if (!model.contains(id))
        return callError(tr("There is no record “%1” in this map; `list` and `search` show what there is.").arg(id.left(80)));
    const QSet<QString> gone = closure(model, id);
    ChangeSet changes(tr("remove %1").arg(id));
    forEachKind([&]<typename Row>() {
        for (const Row &row : model.all<Row>()) {
            if (gone.contains(row.id.value)) {
                changes.remove(row);
                continue;
            }
            Row after = row;
            forEachField<Row>([&](const auto &field) {
                if (field.role == FieldRole::Reference && gone.contains(textOf(encode(row.*field.member))))
                    after.*field.member = std::remove_cvref_t<decltype(after.*field.member)>();
            });
            changes.update(row, std::move(after));
        }
    });
    return validated(model, std::move(changes));
}

std::size_t dependents(const Model &model, const QString &id)
{
    return model.contains(id) ? std::size_t(closure(model, id).size()) - 1 : 0;
}

ChangeSet move(const Model &model, const QString &view, const QHash<QString, std::pair<double, double>> &places, const QString &label)
{
    ChangeSet changes(label);
    QStringList records = places.keys();
    records.sort();
    for (const QString &record : records) {
        Position position;
        position.id.value = contentKey(u"pos"_s, {view, record});
        position.view = view;
        position.record.value = record;
        std::tie(position.x, position.y) = places.value(record);
        if (const Position *before = model.find(position.id))
            changes.update(*before, position);
        else
            changes.add(position);
    }
    return changes;
}

ChangeSet forgetPositions(const Model &model, const QString &view)
{
    ChangeSet changes(tr("arrange again"));
    for (const Position &position : model.all<Position>()) {
        if (position.view == view)
            changes.remove(position);
    }
    return changes;
}

QString relationKey(const QString &type, const QString &source, const QString &target)
{
    return contentKey(u"rel"_s, {type, source, target});
}

QString evidenceKey(const QString &subject, const QString &origin)
{
    return contentKey(u"evd"_s, {subject, origin});
}

QString passageKey(const QString &document, const QString &label, const QString &quote)
{
    return contentKey(u"psg"_s, {document, label, quote});
}

QString nameKey(const QString &record, const QString &text)
{
    return contentKey(u"name"_s, {record, text});
}

} // namespace entente::model::edits
