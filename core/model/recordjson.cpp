#include "core/model/recordjson.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

template<typename Row>
QJsonObject fieldsJson(const Row &row)
{
    QJsonObject json;
    forEachField<Row>([&](const auto &field) { json.insert(QLatin1StringView(field.name), jsonField(row.*field.member)); });
    return json;
}

QJsonObject passageJson(const Passage &passage)
{
    return {{u"id"_s, passage.id.value},
            {u"document"_s, passage.document.value},
            {u"label"_s, passage.label},
            {u"quote"_s, passage.quote},
            {u"offset"_s, passage.offset}};
}

QJsonObject withDetails(const Lookup &lookup, const Meeting &meeting)
{
    QJsonObject json = fieldsJson(meeting);
    QJsonArray heads;
    for (const Head *head : lookup.heads(meeting.id))
        heads.append(QJsonObject{{u"side"_s, wordOf(head->side)}, {u"name"_s, head->name}, {u"title"_s, head->title}, {u"person"_s, jsonField(head->person)}});
    QJsonArray institutions;
    for (const Attendance *attendance : lookup.attendance(meeting.id))
        institutions.append(attendance->institution.value);
    const Document *readout = lookup.readout(meeting.id);
    json.insert(u"heads"_s, heads);
    json.insert(u"institutions"_s, institutions);
    json.insert(u"readout"_s, readout ? QJsonValue(readout->id.value) : QJsonValue());
    return json;
}

QJsonObject withDetails(const Lookup &lookup, const Evidence &evidence)
{
    QJsonObject json = fieldsJson(evidence);
    const Passage *passage = lookup.model().find<Passage>(evidence.origin.value);
    const Source *source = lookup.model().find<Source>(evidence.origin.value);
    json.insert(u"passage"_s, passage ? QJsonValue(passageJson(*passage)) : QJsonValue());
    json.insert(u"address"_s, source ? QJsonValue(source->address) : QJsonValue());
    json.insert(u"source_kind"_s, source ? QJsonValue(wordOf(source->kind)) : passage ? QJsonValue(u"passage"_s) : QJsonValue());
    return json;
}

QJsonObject withDetails(const Lookup &lookup, const Relation &relation)
{
    QJsonObject json = fieldsJson(relation);
    QJsonArray evidence;
    for (const Evidence *row : lookup.evidence(relation.id.value))
        evidence.append(row->id.value);
    json.insert(u"evidence"_s, evidence);
    json.insert(u"knowledge"_s, wordOf(lookup.knowledge(relation.id.value)));
    return json;
}

QJsonObject withDetails(const Lookup &lookup, const Person &person)
{
    QJsonObject json = fieldsJson(person);
    QJsonArray posts;
    for (const Post *post : lookup.posts(person.id))
        posts.append(fieldsJson(*post));
    json.insert(u"posts"_s, posts);
    return json;
}

template<typename Row>
QJsonObject withDetails(const Lookup &, const Row &row)
{
    return fieldsJson(row);
}

QJsonArray evidenceJson(const Lookup &lookup, const QString &subject)
{
    QJsonArray array;
    for (const Evidence *evidence : lookup.evidence(subject))
        array.append(withDetails(lookup, *evidence));
    return array;
}

/// Spaces inside a number do not count, neither do words for "clause" before it.
QString labelOf(QString text)
{
    for (const auto word : {"clause"_L1, "paragraph"_L1, "para"_L1, "article"_L1, "art."_L1, "point"_L1}) {
        if (text.startsWith(word, Qt::CaseInsensitive))
            text = text.mid(word.size()).trimmed();
    }
    return text.remove(u' ');
}

bool isCalled(const Instrument &instrument, const QString &name)
{
    return folded(instrument.id.value) == name || folded(instrument.abbreviation) == name || folded(instrument.nameEn) == name;
}

} // namespace

QJsonObject recordJson(const Lookup &lookup, const QString &id)
{
    QJsonObject json;
    forEachKind([&]<typename Row>() {
        if (const Row *row = lookup.model().find<Row>(id))
            json = withDetails(lookup, *row);
    });
    return json;
}

QJsonArray listJson(const Lookup &lookup, Kind kind)
{
    QJsonArray items;
    forEachKind([&]<typename Row>() {
        if (kind != kindOf<Row>)
            return;
        std::vector<const Row *> rows;
        for (const Row &row : lookup.model().all<Row>()) {
            if constexpr (std::is_same_v<Row, Clause>) {
                if (!isCurrent(lookup.model(), row))
                    continue;
            }
            rows.push_back(&row);
        }
        if constexpr (std::is_same_v<Row, Clause>) {
            std::ranges::stable_sort(rows, {}, [](const Clause *clause) { return std::tuple(clause->instrument.value, clause->position, clause->label); });
        } else if constexpr (std::is_same_v<Row, Meeting>) {
            std::ranges::stable_sort(rows, {}, [](const Meeting *meeting) { return std::pair(!meeting->start.isKnown(), meeting->start.first()); });
        } else if constexpr (std::is_same_v<Row, Area>) {
            std::ranges::stable_sort(rows, {}, [](const Area *area) { return area->number.value_or(1 << 20); });
        }
        for (const Row *row : rows)
            items.append(withDetails(lookup, *row));
    });
    return items;
}

QJsonObject showJson(const Lookup &lookup, const QString &id)
{
    QJsonObject json;
    const auto kind = lookup.model().kindOfRecord(id);
    if (!kind)
        return json;
    json.insert(u"kind"_s, singular(*kind));
    json.insert(u"title"_s, lookup.title(id));
    json.insert(u"record"_s, recordJson(lookup, id));
    json.insert(u"knowledge"_s, wordOf(lookup.knowledge(id)));
    json.insert(u"evidence"_s, evidenceJson(lookup, id));

    QJsonArray names;
    for (const Name *name : lookup.names(id))
        names.append(QJsonObject{{u"text"_s, name->text}, {u"language"_s, name->language}, {u"use"_s, wordOf(name->use)}});
    json.insert(u"names"_s, names);

    QJsonArray relations;
    QJsonArray passages;
    QSet<QString> seen;
    const auto addPassages = [&](const QString &subject) {
        for (const Evidence *evidence : lookup.evidence(subject)) {
            const Passage *passage = lookup.model().find<Passage>(evidence->origin.value);
            if (!passage || seen.contains(passage->id.value))
                continue;
            seen.insert(passage->id.value);
            QJsonObject entry = passageJson(*passage);
            entry.insert(u"level"_s, wordOf(evidence->level));
            passages.append(entry);
        }
    };
    addPassages(id);
    const auto addRelations = [&](Lookup::Relations list, bool outgoing) {
        for (const Relation *relation : list) {
            QJsonObject entry = withDetails(lookup, *relation);
            const QString other = outgoing ? relation->target.value : relation->source.value;
            entry.insert(u"direction"_s, outgoing ? u"out"_s : u"in"_s);
            entry.insert(u"other"_s, other);
            entry.insert(u"other_title"_s, lookup.title(other));
            entry.insert(u"evidence"_s, evidenceJson(lookup, relation->id.value));
            relations.append(entry);
            addPassages(relation->id.value);
        }
    };
    addRelations(lookup.outgoing(id), true);
    addRelations(lookup.incoming(id), false);
    json.insert(u"relations"_s, relations);
    json.insert(u"passages"_s, passages);

    QJsonArray meetings;
    for (const Meeting *meeting : lookup.meetings(Id<Dialogue>(id)))
        meetings.append(meeting->id.value);
    if (*kind == kindOf<Dialogue>)
        json.insert(u"meetings"_s, meetings);
    if (*kind == kindOf<model::Document>) {
        QJsonArray paragraphs;
        for (const Paragraph *paragraph : lookup.paragraphs(Id<model::Document>(id)))
            paragraphs.append(fieldsJson(*paragraph));
        json.insert(u"paragraphs"_s, paragraphs);
    }
    return json;
}

std::optional<QString> resolve(const Lookup &lookup, const QString &text)
{
    const QString wanted = text.trimmed();
    if (lookup.model().contains(wanted))
        return wanted;

    static const QRegularExpression edition(u"^(?<instrument>[^@/]+)@(?<edition>[^/]+)/(?<label>.+)$"_s);
    if (const auto match = edition.match(wanted); match.hasMatch()) {
        const Instrument *instrument = lookup.model().find<Instrument>(match.captured(u"instrument"));
        const QString key = match.captured(u"instrument") + u'@' + match.captured(u"edition");
        const QString current = match.captured(u"instrument") + u'/' + match.captured(u"label");
        if (instrument && instrument->edition.value == key && lookup.model().contains(current))
            return current;
    }

    // A citation: what the instrument is called, a space, a comma or a slash, the label.
    const QString citation = simplified(QString(wanted).replace(u'§', u' ').replace(u',', u' '));
    const qsizetype slash = citation.indexOf(u'/');
    for (qsizetype cut = slash >= 0 ? slash : citation.indexOf(u' '); cut > 0; cut = slash >= 0 ? -1 : citation.indexOf(u' ', cut + 1)) {
        const QString name = folded(citation.left(cut)).trimmed();
        const QString label = labelOf(citation.mid(cut + 1).trimmed());
        for (const Instrument &instrument : lookup.model().all<Instrument>()) {
            if (!isCalled(instrument, name))
                continue;
            for (const Clause *clause : lookup.clauses(instrument.id)) {
                if (clause->label.compare(label, Qt::CaseInsensitive) == 0)
                    return clause->id.value;
            }
        }
    }
    return std::nullopt;
}

QJsonObject mapJson(const Model &model)
{
    QJsonObject json{{u"format"_s, u"entente-map"_s}, {u"version"_s, 1}};
    forEachKind([&]<typename Row>() {
        QJsonArray rows;
        for (const Row &row : model.all<Row>())
            rows.append(fieldsJson(row));
        json.insert(QLatin1StringView(Fields<Row>::plural), rows);
    });
    return json;
}

} // namespace entente::model
