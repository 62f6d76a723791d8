#include "core/model/changeset.h"

#include <QJsonArray>

namespace entente::model {

using namespace Qt::StringLiterals;

std::size_t ChangeSet::rowCount() const
{
    std::size_t count = 0;
    forEachKind([&]<typename Row>() { count += changes<Row>().size(); });
    return count;
}

ChangeSet ChangeSet::inverse() const
{
    ChangeSet inverse(m_label);
    forEachKind([&]<typename Row>() {
        const auto &forward = changes<Row>();
        auto &backward = inverse.changes<Row>();
        backward.reserve(forward.size());
        for (auto change = forward.rbegin(); change != forward.rend(); ++change)
            backward.push_back({change->after, change->before});
    });
    return inverse;
}

QJsonObject ChangeSet::toJson() const
{
    QJsonObject json;
    forEachKind([&]<typename Row>() {
        QJsonArray array;
        for (const auto &change : changes<Row>()) {
            QJsonObject entry;
            if (change.before)
                entry.insert("before"_L1, rowToJson(*change.before));
            if (change.after)
                entry.insert("after"_L1, rowToJson(*change.after));
            array.append(entry);
        }
        if (!array.isEmpty())
            json.insert(QLatin1StringView(Fields<Row>::table), array);
    });
    return json;
}

Result<ChangeSet> ChangeSet::fromJson(const QJsonObject &json, QString label)
{
    ChangeSet result(std::move(label));
    std::optional<Error> error;
    forEachKind([&]<typename Row>() {
        for (const auto &element : json.value(QLatin1StringView(Fields<Row>::table)).toArray()) {
            const QJsonObject entry = element.toObject();
            Change<Row> change;
            for (auto [name, side] : {std::pair("before"_L1, &change.before), std::pair("after"_L1, &change.after)}) {
                if (!entry.contains(name))
                    continue;
                auto row = rowFromJson<Row>(entry.value(name).toObject());
                if (!row) {
                    error = row.error();
                    return;
                }
                *side = *std::move(row);
            }
            if (change.before || change.after)
                result.changes<Row>().push_back(std::move(change));
        }
    });
    if (error)
        return *error;
    return result;
}

} // namespace entente::model
