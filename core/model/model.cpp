#include "core/model/model.h"

#include <QCryptographicHash>

namespace entente::model {

QString singular(Kind kind)
{
    QString word;
    forEachKind([&]<typename Row>() {
        if (kind == kindOf<Row>)
            word = QString::fromLatin1(Fields<Row>::table);
    });
    return word;
}

QString plural(Kind kind)
{
    QString word;
    forEachKind([&]<typename Row>() {
        if (kind == kindOf<Row>)
            word = QString::fromLatin1(Fields<Row>::plural);
    });
    return word;
}

std::optional<Kind> kindNamed(const QString &word)
{
    std::optional<Kind> found;
    forEachKind([&]<typename Row>() {
        if (word == QLatin1StringView(Fields<Row>::table) || word == QLatin1StringView(Fields<Row>::plural))
            found = kindOf<Row>;
    });
    return found;
}

std::optional<Kind> Model::kindOfRecord(const QString &id) const
{
    std::optional<Kind> found;
    forEachKind([&]<typename Row>() {
        if (!found && table<Row>().find(id))
            found = kindOf<Row>;
    });
    return found;
}

std::size_t Model::rowCount() const
{
    std::size_t count = 0;
    forEachKind([&]<typename Row>() { count += table<Row>().size(); });
    return count;
}

void Model::apply(const ChangeSet &changes)
{
    forEachKind([&]<typename Row>() {
        auto &rows = table<Row>();
        for (const auto &change : changes.changes<Row>()) {
            if (change.before && (!change.after || !(change.before->id == change.after->id)))
                rows.take(change.before->id.value);
            if (change.after)
                rows.put(*change.after);
        }
    });
}

QString Model::contentHash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer;
    const auto append = [&](const QByteArray &bytes) {
        // The length first, so that no two different rows give the same bytes.
        buffer += QByteArray::number(bytes.size());
        buffer += ':';
        buffer += bytes;
    };
    forEachKind([&]<typename Row>() {
        append(Fields<Row>::table);
        for (const auto &[id, row] : table<Row>()) {
            forEachField<Row>([&](const auto &field) { append(textOf(encode(row.*field.member)).toUtf8()); });
            hash.addData(buffer);
            buffer.clear();
        }
        hash.addData(buffer);
        buffer.clear();
    });
    return QString::fromLatin1(hash.result().toHex());
}

ChangeSet asAdditions(const Model &model, QString label)
{
    return difference(Model(), model, std::move(label));
}

ChangeSet difference(const Model &from, const Model &to, QString label)
{
    ChangeSet changes(std::move(label));
    forEachKind([&]<typename Row>() {
        if (from.table<Row>().sharesRowsWith(to.table<Row>()))
            return;
        for (const Row &row : from.all<Row>()) {
            if (const Row *after = to.find(row.id))
                changes.update(row, *after);
            else
                changes.remove(row);
        }
        for (const Row &row : to.all<Row>()) {
            if (!from.find(row.id))
                changes.add(row);
        }
    });
    return changes;
}

} // namespace entente::model
