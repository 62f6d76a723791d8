#include "core/model/editdetails.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace entente::model::edits {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model::edits", text);
}

/// Removes the named field and gives its content, if it is there.
std::optional<QString> take(FieldTexts &fields, const QString &name)
{
    std::optional<QString> content;
    std::erase_if(fields, [&](const auto &field) {
        if (field.first == name)
            content = cleanText(field.second);
        return field.first == name;
    });
    return content;
}

Result<void> setInstitutions(const Model &model, const Id<Meeting> &meeting, const QString &list, ChangeSet &changes)
{
    QSet<QString> wanted;
    for (const QString &part : list.split(u';', Qt::SkipEmptyParts)) {
        const QString id = part.trimmed();
        if (!model.find<Institution>(id))
            return callError(tr("“%1” is no institution of this map.").arg(id.left(60)));
        wanted.insert(id);
    }
    for (const Attendance &attendance : model.all<Attendance>()) {
        if (attendance.meeting == meeting && !wanted.remove(attendance.institution.value))
            changes.remove(attendance);
    }
    QStringList added = wanted.values();
    added.sort();
    for (const QString &id : added) {
        Attendance attendance;
        attendance.meeting = meeting;
        attendance.institution.value = id;
        attendance.id.value = contentKey(u"att"_s, {meeting.value, id});
        changes.add(attendance);
    }
    return {};
}

Result<void> setHeads(const Model &model, const Id<Meeting> &meeting, const QString &list, ChangeSet &changes)
{
    const QJsonDocument json = QJsonDocument::fromJson(list.toUtf8());
    if (!list.trimmed().isEmpty() && !json.isArray())
        return callError(tr("Heads are written as JSON: [{\"side\": \"EU\", \"name\": \"…\", \"title\": \"…\"}]."));
    QHash<QString, Head> wanted;
    int position = 0;
    for (const auto &value : json.array()) {
        const QJsonObject entry = value.toObject();
        Head head;
        head.meeting = meeting;
        head.position = position++;
        head.name = simplified(entry.value(u"name"_s).toString());
        head.title = simplified(entry.value(u"title"_s).toString());
        head.person.value = entry.value(u"person"_s).toString();
        const auto side = fromWord<Side>(entry.value(u"side"_s).toString());
        if (!side || (head.name.isEmpty() && head.title.isEmpty()))
            return callError(tr("A head needs a side (%1) and a name or title.").arg(allWords<Side>()));
        head.side = *side;
        head.id.value = contentKey(u"head"_s, {meeting.value, wordOf(head.side), head.name, head.title});
        wanted.insert(head.id.value, head);
    }
    for (const Head &present : model.all<Head>()) {
        if (!(present.meeting == meeting))
            continue;
        const auto kept = wanted.constFind(present.id.value);
        if (kept == wanted.constEnd()) {
            changes.remove(present);
        } else {
            changes.update(present, *kept);
            wanted.erase(kept);
        }
    }
    QStringList added = wanted.keys();
    added.sort();
    for (const QString &id : added)
        changes.add(wanted.value(id));
    return {};
}

Result<void> setReadout(const Model &model, const Id<Meeting> &meeting, const QString &document, ChangeSet &changes)
{
    if (!document.isEmpty() && !model.find<Document>(document))
        return callError(tr("“%1” is no document of this map.").arg(document.left(60)));
    for (const Document &row : model.all<Document>()) {
        Document after = row;
        if (row.id.value == document)
            after.meeting = meeting;
        else if (row.meeting == meeting && row.kind == DocumentKind::Readout)
            after.meeting = {};
        changes.update(row, after);
    }
    return {};
}

} // namespace

Result<void> takeDetails(const Model &model, const Meeting &row, FieldTexts &fields, ChangeSet &changes)
{
    if (const auto list = take(fields, u"institutions"_s)) {
        if (auto set = setInstitutions(model, row.id, *list, changes); !set)
            return set;
    }
    if (const auto list = take(fields, u"heads"_s)) {
        if (auto set = setHeads(model, row.id, *list, changes); !set)
            return set;
    }
    if (const auto document = take(fields, u"readout"_s))
        return setReadout(model, row.id, *document, changes);
    return {};
}

Result<void> takeDetails(const Model &model, Evidence &row, FieldTexts &fields, ChangeSet &changes)
{
    const auto kind = take(fields, u"source_kind"_s);
    const auto address = take(fields, u"address"_s);
    if (!address)
        return kind ? Result<void>(callError(tr("“source_kind” goes with “address”."))) : Result<void>();
    Source source;
    source.address = address->trimmed();
    if (source.address.isEmpty())
        return callError(tr("The address of a source may not be empty."));
    if (kind) {
        if (auto read = decode(encode(*kind), source.kind); !read)
            return read;
    }
    source.id.value = contentKey(u"src"_s, {source.address});
    if (!model.find(source.id))
        changes.add(source);
    row.origin = source.id;
    return {};
}

} // namespace entente::model::edits
