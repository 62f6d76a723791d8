#pragma once

#include "core/model/fields.h"

#include <QJsonObject>

#include <tuple>
#include <vector>

namespace entente::model {

/// One row, before and after. No `before`: added. No `after`: removed.
template<typename Row>
struct Change
{
    std::optional<Row> before;
    std::optional<Row> after;

    bool operator==(const Change &) const = default;
    const QString &id() const { return (after ? *after : *before).id.value; }
};

/// An edit as values: the rows before and after of every kind, and the words of the menu for it.
class ChangeSet
{
public:
    ChangeSet() = default;
    explicit ChangeSet(QString label) : m_label(std::move(label)) {}

    const QString &label() const { return m_label; }
    void setLabel(QString label) { m_label = std::move(label); }

    template<typename Row>
    void add(Row row)
    {
        changes<Row>().push_back({std::nullopt, std::move(row)});
    }
    template<typename Row>
    void remove(Row row)
    {
        changes<Row>().push_back({std::move(row), std::nullopt});
    }
    /// Nothing is noted where both are equal.
    template<typename Row>
    void update(Row before, Row after)
    {
        if (!(before == after))
            changes<Row>().push_back({std::move(before), std::move(after)});
    }

    template<typename Row>
    const std::vector<Change<Row>> &changes() const
    {
        return std::get<std::vector<Change<Row>>>(m_changes);
    }
    template<typename Row>
    std::vector<Change<Row>> &changes()
    {
        return std::get<std::vector<Change<Row>>>(m_changes);
    }

    bool isEmpty() const { return rowCount() == 0; }
    std::size_t rowCount() const;

    /// What takes this back. Computed, never written by hand.
    ChangeSet inverse() const;

    /// For the journal: `{"clause": [{"before": {…}, "after": {…}}]}`, exact both ways.
    QJsonObject toJson() const;
    static Result<ChangeSet> fromJson(const QJsonObject &json, QString label);

    bool operator==(const ChangeSet &) const = default;

private:
    template<typename List>
    struct Lists;
    template<typename... Rows>
    struct Lists<TypeList<Rows...>>
    {
        using Tuple = std::tuple<std::vector<Change<Rows>>...>;
    };

    QString m_label;
    Lists<Records>::Tuple m_changes;
};

/// All fields of a row as JSON, exact both ways.
template<typename Row>
QJsonObject rowToJson(const Row &row)
{
    QJsonObject json;
    forEachField<Row>([&](const auto &field) {
        if (const Value value = encode(row.*field.member); !std::holds_alternative<std::monostate>(value))
            json.insert(QLatin1StringView(field.name), jsonOf(value));
    });
    return json;
}

/// Reads what `rowToJson` writes; names the field that could not be read.
template<typename Row>
Result<Row> rowFromJson(const QJsonObject &json)
{
    Row row;
    std::optional<Error> error;
    forEachField<Row>([&](const auto &field) {
        const auto value = json.constFind(QLatin1StringView(field.name));
        if (error || value == json.constEnd())
            return;
        if (auto read = decode(valueOf(*value), row.*field.member); !read)
            error = Error{Failure::Refused, read.error().sentence, QString::fromLatin1(field.name)};
    });
    if (error)
        return *error;
    return row;
}

} // namespace entente::model
